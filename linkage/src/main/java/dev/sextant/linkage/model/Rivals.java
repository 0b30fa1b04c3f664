package dev.sextant.linkage.model;

import dev.sextant.linkage.metric.Bits;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Pairs that rival one another. Where a source has each actor once, a record has at most one
 * partner there: what speaks for one candidate speaks against the others, and a candidate without
 * rivals is likelier than its score alone says, the more of the records have a partner at all.
 *
 * <p>The posterior of each pair under "at most one partner a source" over all ways to pair the
 * records up, by sum-product on the graph of candidates (exact where that graph is a tree;
 * Zdeborova and Mezard 2006, doi:10.1088/1742-5468/2006/05/P05003). For each pair, with w its odds
 * against both records being without a partner:
 *
 * <pre>odds(a, b) = w(a, b) m(a, b) m(b, a)
 * m(a, b) = (1 + e S) / (1 + S);   S = sum over rivals j of b: w(a, j) m(j, a)</pre>
 *
 * <p>where e is 0 if a second partner is impossible, and 2^-penalty where it costs a penalty.
 */
public final class Rivals {
  /** Scores further from even than this are no rivals: together they weigh next to nothing. */
  private static final int FLOOR = -12 * Bits.ONE;

  /** A pair this sure is sure; odds stay within a double's reach. */
  private static final int CEILING = 40 * Bits.ONE;

  /**
   * Most of the records of a source that are taken to have a partner in another: two bits a side.
   * That a partner is in the tables at all is never taken for granted.
   */
  private static final double MOST_PARTNERED = 0.75;

  private static final int ROUNDS = 12;
  private static final int STEPS = 4;

  private final double second;
  private final int[] a;
  private final int[] b;
  private final int[] scores;
  private final int[] sources;
  private final int[] sizes;
  private final int[] kept;
  private final int[] slotA;
  private final int[] slotB;
  private final int[] sideA;
  private final int[] sideB;
  private int slots;
  private int pairsOfSources;
  private final double[] forth;
  private final double[] back;
  private final double[] odds;
  private final double[] weight;
  private final double[] aloneA;
  private final double[] aloneB;

  private Rivals(int[] a, int[] b, int[] scores, int[] sources, int[] ranks, double penalty) {
    this.second = StrictMath.pow(2, -penalty);
    this.a = a;
    this.b = b;
    this.scores = scores;
    this.sources = sources;
    int most = 0;
    for (int source : sources) {
      most = Math.max(most, source + 1);
    }
    this.sizes = new int[most];
    for (int source : sources) {
      if (source >= 0) {
        sizes[source]++;
      }
    }
    /* In the order of keys: sums of doubles depend on order, and that of rows must have no say. */
    this.kept = inOrder(ranks);
    this.forth = new double[kept.length];
    this.back = new double[kept.length];
    this.odds = new double[kept.length];
    this.weight = new double[kept.length];
    this.aloneA = new double[kept.length];
    this.aloneB = new double[kept.length];
    this.slotA = new int[kept.length];
    this.slotB = new int[kept.length];
    this.sideA = new int[kept.length];
    this.sideB = new int[kept.length];
    number();
  }

  private int[] inOrder(int[] ranks) {
    long[] keys = new long[scores.length];
    int[] places = new int[scores.length];
    int count = 0;
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] >= FLOOR && sources[a[i]] >= 0 && sources[b[i]] >= 0) {
        int x = ranks[a[i]];
        int y = ranks[b[i]];
        keys[count] = (long) Math.min(x, y) << 32 | Math.max(x, y);
        places[count++] = i;
      }
    }
    Integer[] order = new Integer[count];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingLong(i -> keys[i]));
    int[] sorted = new int[count];
    Arrays.setAll(sorted, i -> places[order[i]]);
    return sorted;
  }

  /* Numbers what is summed over: a record's candidates in one other source, and two sources. */
  private void number() {
    Map<Long, Integer> records = new HashMap<>();
    Map<Long, Integer> sides = new HashMap<>();
    for (int i = 0; i < kept.length; i++) {
      int x = a[kept[i]];
      int y = b[kept[i]];
      slotA[i] = slot(records, (long) x << 32 | sources[y]);
      slotB[i] = slot(records, (long) y << 32 | sources[x]);
      sideA[i] = slot(sides, (long) sources[x] << 32 | sources[y]);
      sideB[i] = slot(sides, (long) sources[y] << 32 | sources[x]);
    }
    slots = records.size();
    pairsOfSources = sides.size();
  }

  private static int slot(Map<Long, Integer> numbers, long key) {
    return numbers.computeIfAbsent(key, k -> numbers.size());
  }

  /**
   * Weighs rivals.
   *
   * @param a one record of each pair
   * @param b the other, of another source
   * @param scores log2 odds in 1/65536 bit
   * @param sources of each record
   * @param ranks of each record in the order of keys
   * @param penalty bits that a second partner in a source costs; infinite: impossible
   * @return the scores in the order given, with rivals weighed
   */
  public static int[] weighed(
      int[] a, int[] b, int[] scores, int[] sources, int[] ranks, double penalty) {
    Rivals rivals = new Rivals(a, b, scores, sources, ranks, penalty);
    rivals.run();
    int[] weighed = scores.clone();
    for (int i = 0; i < rivals.kept.length; i++) {
      weighed[rivals.kept[i]] = bits(rivals.odds[i]);
    }
    return weighed;
  }

  private static double single(int score) {
    return StrictMath.pow(2, Bits.shown(Math.min(CEILING, score)));
  }

  private static double weight(double single, double aloneA, double aloneB) {
    return single / (aloneA * aloneB);
  }

  private static int bits(double odds) {
    double bits = StrictMath.log(Math.max(1e-30, odds)) / StrictMath.log(2);
    return Bits.of(Math.max(-60, Math.min(60, bits)));
  }

  /**
   * What rivals are weighed among; see {@link #weighed}.
   *
   * @param a one record of each pair
   * @param b the other
   * @param scores before
   * @param sources of each record
   * @param ranks of each record
   * @param penalty of a second partner
   */
  @SuppressWarnings("ArrayRecordComponent") // as large as the run; handed on, never changed
  public record Asked(int[] a, int[] b, int[] scores, int[] sources, int[] ranks, double penalty) {}

  /**
   * What rivals made of one pair.
   *
   * @param before log2 odds in 1/65536 bit
   * @param aloneA share of the records of one source that have no partner in the other
   * @param aloneB the same the other way
   * @param forth what the rivals for one record leave of the odds, 0 to 1
   * @param back what the rivals for the other leave
   */
  public record Told(int before, double aloneA, double aloneB, double forth, double back) {
    /** Log2 odds with rivals weighed. */
    public int after() {
      return bits(weight(single(before), aloneA, aloneB) * forth * back);
    }
  }

  /**
   * The same for one pair, with what it was worked out from.
   *
   * @param asked of all pairs of the run
   * @param pair which of them
   * @return empty for a pair that is too unlikely to have rivals
   */
  public static Optional<Told> told(Asked asked, int pair) {
    Rivals rivals =
        new Rivals(
            asked.a(), asked.b(), asked.scores(), asked.sources(), asked.ranks(), asked.penalty());
    rivals.run();
    for (int i = 0; i < rivals.kept.length; i++) {
      if (rivals.kept[i] == pair) {
        return Optional.of(
            new Told(
                asked.scores()[pair],
                rivals.aloneA[i],
                rivals.aloneB[i],
                rivals.forth[i],
                rivals.back[i]));
      }
    }
    return Optional.empty();
  }

  private void run() {
    double[] single = new double[kept.length];
    for (int i = 0; i < kept.length; i++) {
      single[i] = single(scores[kept[i]]);
      odds[i] = single[i];
      forth[i] = 1;
      back[i] = 1;
    }
    for (int round = 0; round < ROUNDS; round++) {
      double[] partnered = partnered();
      for (int i = 0; i < kept.length; i++) {
        aloneA[i] = 1 - partnered[sideA[i]];
        aloneB[i] = 1 - partnered[sideB[i]];
        weight[i] = weight(single[i], aloneA[i], aloneB[i]);
      }
      for (int step = 0; step < STEPS; step++) {
        exchange();
      }
    }
  }

  /* The share of each source's records that have a partner in each other source; a record's own share
   * is at most one. */
  private double[] partnered() {
    double[] shares = new double[slots];
    for (int i = 0; i < kept.length; i++) {
      double p = odds[i] / (1 + odds[i]);
      shares[slotA[i]] += p;
      shares[slotB[i]] += p;
    }
    double[] sums = new double[pairsOfSources];
    boolean[] added = new boolean[slots];
    for (int i = 0; i < kept.length; i++) {
      add(sums, added, shares, slotA[i], sideA[i], sizes[sources[a[kept[i]]]]);
      add(sums, added, shares, slotB[i], sideB[i], sizes[sources[b[kept[i]]]]);
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] = Math.min(MOST_PARTNERED, sums[i]);
    }
    return sums;
  }

  private static void add(
      double[] sums, boolean[] added, double[] shares, int slot, int side, int size) {
    if (!added[slot]) {
      added[slot] = true;
      sums[side] += Math.min(1, shares[slot]) / size;
    }
  }

  private void exchange() {
    double[] sums = new double[slots];
    for (int i = 0; i < kept.length; i++) {
      sums[slotA[i]] += weight[i] * back[i];
      sums[slotB[i]] += weight[i] * forth[i];
    }
    for (int i = 0; i < kept.length; i++) {
      double fromA = sums[slotA[i]] - weight[i] * back[i];
      double fromB = sums[slotB[i]] - weight[i] * forth[i];
      double newForth = (1 + second * Math.max(0, fromA)) / (1 + Math.max(0, fromA));
      double newBack = (1 + second * Math.max(0, fromB)) / (1 + Math.max(0, fromB));
      /* Half of the old message is kept: on cycles the exchange would swing. */
      forth[i] = (forth[i] + newForth) / 2;
      back[i] = (back[i] + newBack) / 2;
      odds[i] = weight[i] * forth[i] * back[i];
    }
  }
}
