package dev.sextant.linkage.link;

import dev.sextant.linkage.block.Blocking;
import dev.sextant.linkage.block.RuleReport;
import dev.sextant.linkage.block.Sides;
import dev.sextant.linkage.group.GroupSizes;
import dev.sextant.linkage.group.Partition;
import dev.sextant.linkage.metric.Bits;
import dev.sextant.linkage.model.Compared;
import dev.sextant.linkage.model.Decoys;
import dev.sextant.linkage.model.LabelCalibration;
import dev.sextant.linkage.model.Rarity;
import dev.sextant.linkage.model.Rivals;
import dev.sextant.linkage.model.Scorer;
import dev.sextant.linkage.model.Weights;
import dev.sextant.linkage.profile.Profile;
import dev.sextant.linkage.profile.SourceRule;
import dev.sextant.linkage.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What linking yields: scored pairs, groups, the model, what each rule did. */
public final class Linked {
  /** Below every score. */
  private static final long ALL = Long.MIN_VALUE;

  private final Table table;
  private final List<Compared> fields;
  private final Weights weights;
  private final Rarity rarity;
  private final Candidates candidates;
  private final Scores scores;
  private final Partition groups;
  private final Sides sides;
  private final Profile profile;
  private final Blocking blocking;
  private final Decoys decoys;

  /** Of rows in the order of ids; empty where rivals were not weighed. */
  private final int[] ranks;

  private final long comparing;
  private final @Nullable LabelCalibration calibration;
  private final LoneRecords lone;

  Linked(
      Table table,
      List<Compared> fields,
      Weights weights,
      Rarity rarity,
      Candidates candidates,
      Scores scores,
      Partition groups,
      Sides sides,
      Profile profile,
      Blocking blocking,
      Decoys decoys,
      int[] ranks,
      long comparing,
      @Nullable LabelCalibration calibration) {
    this.table = table;
    this.fields = fields;
    this.weights = weights;
    this.rarity = rarity;
    this.candidates = candidates;
    this.scores = scores;
    this.groups = groups;
    this.sides = sides;
    this.profile = profile;
    this.blocking = blocking;
    this.decoys = decoys;
    this.ranks = ranks;
    this.comparing = comparing;
    this.calibration = calibration;
    this.lone = new LoneRecords(this, !sides.sided());
  }

  /** The same with scores calibrated by labels; groups stay. */
  Linked calibratedBy(Labels labels) {
    List<Integer> same = new ArrayList<>();
    List<Integer> different = new ArrayList<>();
    Set<Long> met = new HashSet<>();
    direct((a, b, score) -> {
      Boolean label = labels.judged().get(Labels.pair(a, b));
      if (label != null) {
        met.add(Labels.pair(a, b));
        int heard = profile.settings().grouped() ? withGroup(a, b, score, ALL) : score;
        (label ? same : different).add(heard);
      }
    });
    /* A pair that no rule met has a score if its group gives it one. */
    labels
        .judged()
        .forEach((pair, label) -> {
          int a = Labels.smaller(pair);
          int b = Labels.larger(pair);
          if (!met.contains(pair)
              && profile.settings().grouped()
              && sides.looked(a, b)
              && groups.group(a) == groups.group(b)) {
            (label ? same : different).add(tied(a, b));
          }
        });
    return new Linked(
        table,
        fields,
        weights,
        rarity,
        candidates,
        scores,
        groups,
        sides,
        profile,
        blocking,
        decoys,
        ranks,
        comparing,
        LabelCalibration.learn(ints(same), ints(different)));
  }

  private static int[] ints(List<Integer> of) {
    return of.stream().mapToInt(Integer::intValue).toArray();
  }

  /** How labels calibrated the scores that {@link #pairs} shows, if there were labels. */
  public Optional<LabelCalibration> calibration() {
    return Optional.ofNullable(calibration);
  }

  private int calibrated(int score) {
    return calibration == null ? score : calibration.of(score);
  }

  /** The tables that were linked. */
  public Table table() {
    return table;
  }

  /** The fields, ready. */
  public List<Compared> fields() {
    return fields;
  }

  /** What each blocking rule announced. */
  public List<RuleReport> rules() {
    return blocking.reports();
  }

  /** Which rules bring which pairs together. */
  public Blocking blocking() {
    return blocking;
  }

  /** Whether the run looks for one actor in two rows: not inside a source that has each once. */
  public boolean looks(int a, int b) {
    return sides.looked(a, b);
  }

  /** The profile that was linked under. */
  public Profile profile() {
    return profile;
  }

  /** The model. */
  public Weights weights() {
    return weights;
  }

  /** How rare terms are. */
  public Rarity rarity() {
    return rarity;
  }

  /** Groups of records that are possibly one actor. */
  public Partition groups() {
    return groups;
  }

  /** Groups of two records or more. */
  public long groupsOfTwo() {
    long[] count = {0};
    groups.each((members, size) -> count[0]++);
    return count[0];
  }

  /** Pairs that were compared. */
  public long compared() {
    return candidates.pairs();
  }

  /** Time spent finding and comparing pairs, in nanoseconds of the clock on the wall. */
  public long comparingNanos() {
    return comparing;
  }

  /** Shows every pair that was compared, with its own log2 odds: no group is heard. */
  public void direct(Scored seen) {
    for (int p = 0; p < candidates.parts().size(); p++) {
      ComparedPairs part = candidates.parts().get(p);
      int[] direct = scores.of(p);
      for (int i = 0; i < direct.length; i++) {
        seen.pair(part.a(i), part.b(i), direct[i]);
      }
    }
  }

  /** Shows every pair at or above the profile's floor, then pairs that the groups alone tie. */
  public void pairs(Scored seen) {
    int floor = Bits.of(profile.settings().floor());
    boolean grouped = profile.settings().grouped();
    /* Sizes of groups do not lift what is further below the floor to it; labels may. */
    long least = calibration == null ? (long) floor - GroupSizes.MOST : ALL;
    for (int p = 0; p < candidates.parts().size(); p++) {
      ComparedPairs part = candidates.parts().get(p);
      int[] direct = scores.of(p);
      for (int i = 0; i < direct.length; i++) {
        int a = part.a(i);
        int b = part.b(i);
        int score = calibrated(grouped ? withGroup(a, b, direct[i], least) : direct[i]);
        if (score >= floor) {
          seen.pair(a, b, score);
        }
      }
    }
    if (grouped) {
      tied(seen);
    }
  }

  private void tied(Scored seen) {
    groups.each((members, size) -> {
      for (int i = 0; i < size; i++) {
        for (int j = i + 1; j < size; j++) {
          int a = members[i];
          int b = members[j];
          if (sides.looked(a, b) && blocking.rulesOf(a, b) == 0) {
            seen.pair(a, b, calibrated(tied(a, b)));
          }
        }
      }
    });
  }

  /**
   * What the groups say of two records: the average of the pairs across, and more where there are
   * several that scatter ({@link dev.sextant.linkage.group.Scatter}).
   *
   * @return log2 odds in 1/65536 bit; or {@link Partition#BARRED}, {@link Partition#UNTIED}, or the
   *     largest number where a person judged them same
   */
  public int heard(int a, int b) {
    return groups
        .scatter()
        .heard(groups.height(a, b), groups.pairs(a, b), groups.scatter(a, b), weights.priorBits());
  }

  /* Below the least it is not asked how many records are alone. */
  private int withGroup(int a, int b, int direct, long least) {
    int height = heard(a, b);
    boolean together = groups.group(a) == groups.group(b);
    int score = withGroup(together, height, direct);
    return score < least ? score : lone.heard(a, b, height, score);
  }

  /* Of two records that their group alone ties. */
  private int tied(int a, int b) {
    int height = heard(a, b);
    return lone.heard(a, b, height, Math.max(1, height));
  }

  /**
   * What the sizes of the run's groups say of two records one of which was alone, or stayed so;
   * empty where neither was, or sizes are not counted.
   */
  public Optional<GroupSizes.Lone> lone(int a, int b) {
    return lone.of(a, b);
  }

  /** How many groups of each size there are; {@link GroupSizes#NONE} where that is not heard. */
  public GroupSizes sizes() {
    return lone.sizes();
  }

  /**
   * What a pair weighs once its groups have been heard: what {@link #pairs} shows where the profile
   * lets the group's evidence count.
   *
   * @param together whether both are in one group
   * @param height as {@link #heard} has it
   * @param direct log2 odds of the pair alone, in 1/65536 bit
   */
  public static int withGroup(boolean together, int height, int direct) {
    if (together) {
      return Math.max(1, (int) ((direct + 15L * height) / 16));
    }
    if (height == Partition.UNTIED) {
      return direct;
    }
    if (height == Partition.BARRED) {
      return Math.min(-1, direct);
    }
    return Math.min(-1, Math.min(direct, height));
  }

  /**
   * How scores were corrected by pairs inside a source; {@link Decoys#NONE} where they were not.
   */
  public Decoys decoys() {
    return decoys;
  }

  /**
   * What a pair weighs before its groups are heard: corrected by {@link #decoys}, rivals weighed.
   * Walks all candidates: for single questions.
   *
   * @param otherwise the answer where no rule met the pair
   */
  public int direct(int a, int b, int otherwise) {
    int first = Math.min(a, b);
    int second = Math.max(a, b);
    for (int p = 0; p < candidates.parts().size(); p++) {
      ComparedPairs part = candidates.parts().get(p);
      for (int i = 0; i < part.size(); i++) {
        if (part.a(i) == first && part.b(i) == second) {
          return scores.of(p)[i];
        }
      }
    }
    return otherwise;
  }

  /**
   * What rivals made of a pair, worked out once more from all candidates: for single questions.
   *
   * @param scorer of this run
   * @return empty where rivals were not weighed, or no rule met the pair
   */
  public Optional<Rivals.Told> rivals(int a, int b, Scorer scorer) {
    SourceRule rule = profile.source();
    if (rule == null || ranks.length == 0) {
      return Optional.empty();
    }
    int size = Math.toIntExact(candidates.pairs());
    int[] one = new int[size];
    int[] other = new int[size];
    int[] before = new int[size];
    int at = 0;
    int asked = -1;
    for (ComparedPairs part : candidates.parts()) {
      for (int i = 0; i < part.size(); i++) {
        one[at] = part.a(i);
        other[at] = part.b(i);
        before[at] = decoys.corrected(scorer.score(one[at], other[at], part.pattern(i)));
        asked = one[at] == Math.min(a, b) && other[at] == Math.max(a, b) ? at : asked;
        at++;
      }
    }
    return asked < 0
        ? Optional.empty()
        : Rivals.told(
            new Rivals.Asked(one, other, before, sides.sources(), ranks, rule.penalty()), asked);
  }

  /** Takes a scored pair. */
  @FunctionalInterface
  public interface Scored {
    /** Takes two rows and their log2 odds in 1/65536 bit. */
    void pair(int a, int b, int score);
  }
}
