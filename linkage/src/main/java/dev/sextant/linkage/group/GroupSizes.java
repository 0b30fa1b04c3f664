package dev.sextant.linkage.group;

import dev.sextant.linkage.metric.Bits;
import java.util.Arrays;
import java.util.Optional;

/**
 * How many groups of each size a run made, and what that says of a record that is alone. The prior
 * of a pair asks how likely two records taken at random are of one actor; but a record that is
 * still alone is not one taken at random. Where nearly every record has found others, one that has
 * not most likely belongs somewhere too; where actors mostly have one record, it most likely does
 * not.
 *
 * <p>Of records whose partition is random but for the sizes of its groups (a prior on sizes:
 * Betancourt, Zanella and Steorts 2022, doi:10.1080/01621459.2020.1841647), with k(n) groups of n
 * records, a record alone belongs to a given group of n others with the odds
 *
 * <pre>(n + 1) k(n + 1) / (k(n) k(1))</pre>
 *
 * <p>before anything is compared: among all ways to leave one record out of the groups of n + 1.
 * What that is above the prior of a pair is added to what the groups say ({@link Lone#bits}). Two
 * groups of several records each are left as they are: all of their pairs together were heard as
 * one, and the same count for them would take each for an observation of its own.
 */
public final class GroupSizes {
  /** Of a run where it is not counted: sources have their own rule, and their own rivals. */
  public static final GroupSizes NONE = new GroupSizes(new long[0]);

  /** Most bits of correction either way: more would mean that the groups are not worth counting. */
  public static final int MOST = 6 * Bits.ONE;

  private final long[] groups;

  private GroupSizes(long[] groups) {
    this.groups = groups;
  }

  /** Counts the groups of a run, records alone among them. */
  public static GroupSizes of(Partition partition) {
    long[][] counts = {new long[16]};
    long[] grouped = {0};
    partition.each((members, size) -> {
      if (size >= counts[0].length) {
        counts[0] = Arrays.copyOf(counts[0], size * 2);
      }
      counts[0][size]++;
      grouped[0] += size;
    });
    counts[0][1] = partition.records() - grouped[0];
    return new GroupSizes(counts[0]);
  }

  /** Whether they were counted. */
  public boolean counted() {
    return groups.length > 0;
  }

  /**
   * What is known of a record alone and a group.
   *
   * @param others records of the group; 0 where neither side is one record alone
   * @param relatives what relatives took from the pair's log2 odds, in 1/65536 bit
   * @param rival log2 odds of its likeliest pair with a record of a third group, in 1/65536 bit, or
   *     {@link Partition#UNTIED}
   */
  public Optional<Lone> lone(int others, int relatives, int rival) {
    return groups.length == 0 || others < 1
        ? Optional.empty()
        : Optional.of(
            new Lone(
                others,
                number(1),
                number(others),
                number(others + 1),
                relatives,
                rival == Partition.UNTIED ? Optional.empty() : Optional.of(rival)));
  }

  /* The mean over sizes within a quarter: large groups are few, and no two of one size. Half a group
   * beforehand, so that none of a size is not never. */
  private double number(int size) {
    int apart = size / 4;
    long sum = 0;
    for (int n = size - apart; n <= Math.min(groups.length - 1, size + apart); n++) {
      sum += groups[n];
    }
    return (sum + 0.5) / (2 * apart + 1);
  }

  /**
   * A record alone before a group that it joined, or stayed apart from.
   *
   * @param others records of the group
   * @param alone how many records are alone in the run
   * @param sized how many groups of as many others there are
   * @param next how many of one more
   * @param relatives what relatives took from the pair's log2 odds, in 1/65536 bit, 0 or less
   * @param rival log2 odds of the lone record's likeliest pair with a record of a third group, in
   *     1/65536 bit; where it joined only
   */
  public record Lone(
      int others, double alone, double sized, double next, int relatives, Optional<Integer> rival) {
    /** The same beside relatives. */
    public Lone beside(int taken) {
      return new Lone(others, alone, sized, next, taken, rival);
    }

    /**
     * By how many bits the odds grow, in 1/65536. They grow against plain strangers alone: of
     * relatives, who may be in the table once like this record, the sizes of groups say nothing.
     * With relatives r times as likely as plain strangers the odds go from 1 / (1 + r) to 1 / (1 /
     * g + r). Where it joined they fall by what a rival leaves: a record belongs to one group at
     * most.
     *
     * @param prior log2 odds of a pair, in 1/65536 bit
     */
    public int bits(int prior) {
      int held = Math.max(-MOST, Math.min(MOST, gain(prior)));
      int left = rival.map(Lone::leaves).orElse(0);
      if (relatives >= 0) {
        return held + left;
      }
      double both = StrictMath.pow(2, Bits.shown(-relatives));
      return Bits.log2(both / (StrictMath.pow(2, Bits.shown(-held)) + both - 1)) + left;
    }

    /**
     * What a pair is worth then. Who is in one group stays above even odds, who is not stays below.
     *
     * @param together whether both are in one group
     * @param height what the groups say: where a judgement or a rule on sources spoke, that stands
     * @param score log2 odds with the groups heard, in 1/65536 bit
     * @param prior as {@link #bits} has it
     */
    public int moved(boolean together, int height, int score, int prior) {
      if (height == Partition.BARRED || height == Integer.MAX_VALUE) {
        return score;
      }
      int bits = bits(prior);
      long sum = (long) score + bits;
      if (together) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE - 1, sum));
      }
      long below = bits <= 0 ? sum : Math.max(score, Math.min(-1, sum));
      return (int) Math.max(Partition.BARRED + 1, below);
    }

    /** Whether the gain against plain strangers is beyond {@link #MOST}, and held to that. */
    public boolean held(int prior) {
      return Math.abs(gain(prior)) > MOST;
    }

    private int gain(int prior) {
      return Bits.log2((others + 1.0) * next / (sized * alone)) - prior;
    }

    /* From there on one beside it is beyond the last digit, and odds are soon beyond doubles. */
    private static int leaves(int rival) {
      return rival > Bits.of(40) ? -rival : -Bits.log2(1 + StrictMath.pow(2, Bits.shown(rival)));
    }
  }
}
