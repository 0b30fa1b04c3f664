package dev.sextant.linkage.link;

import dev.sextant.linkage.block.Blocking;
import dev.sextant.linkage.block.Workers;
import dev.sextant.linkage.compare.Comparisons;
import dev.sextant.linkage.group.Evidence;
import dev.sextant.linkage.group.Grouper;
import dev.sextant.linkage.group.Partition;
import dev.sextant.linkage.metric.Bits;
import dev.sextant.linkage.model.Compared;
import dev.sextant.linkage.model.Comparer;
import dev.sextant.linkage.model.PatternCounts;
import dev.sextant.linkage.model.Rarity;
import dev.sextant.linkage.model.Scorer;
import dev.sextant.linkage.model.Trainer;
import dev.sextant.linkage.model.Weights;
import dev.sextant.linkage.profile.Profile;
import dev.sextant.linkage.profile.SourceRule;
import dev.sextant.linkage.table.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The whole way: block, compare, learn, score, group; then once more with terms counted a group
 * instead of a record, as twenty records of one person do not make a name common.
 */
public final class Linker {
  private final Table table;
  private final Profile profile;
  private final Comparisons comparisons;

  /** A linker of one table or two under a profile. */
  public Linker(Table table, Profile profile, Comparisons comparisons) {
    this.table = table;
    this.profile = profile;
    this.comparisons = comparisons;
  }

  /**
   * Links.
   *
   * @param threads any number gives the same bits
   */
  public Linked link(int threads) {
    try (Workers workers = new Workers(threads)) {
      Site site = Site.of(table, profile, comparisons, workers);
      return link(site, () -> Candidates.here(site, workers), workers);
    }
  }

  /**
   * Links, with pairs found and compared elsewhere: on the machines of a cluster, which have the
   * same tables and the same profile. The same bits as {@link #link(int)}.
   */
  public Linked link(int threads, Elsewhere elsewhere) {
    try (Workers workers = new Workers(threads)) {
      Site site = Site.of(table, profile, comparisons, workers);
      return link(site, () -> Candidates.of(elsewhere.compare(site.pieces()), workers), workers);
    }
  }

  /** Finds and compares pairs on other machines. */
  @FunctionalInterface
  public interface Elsewhere {
    /**
     * Compares all pieces as {@link Site#compare} does.
     *
     * @param pieces how many there are
     * @return what was found, in the order of the pieces
     */
    List<ComparedPairs> compare(int pieces);
  }

  private Linked link(Site site, Supplier<Candidates> comparisonsMade, Workers workers) {
    Order order = Order.of(table);
    List<Compared> fields = site.fields();
    Blocking blocking = site.blocking();
    int[] sources = site.sources();
    int[] apart = site.apart();
    long from = System.nanoTime();
    Candidates candidates = comparisonsMade.get();
    long comparing = System.nanoTime() - from;
    PatternCounts random =
        RandomPairs.draw(table, order.rows(), apart, fields, profile.settings().seed(), workers);
    Rarity terms = Rarity.terms(fields);
    Weights weights = train(fields, candidates.counts(), random, apart, Trainer.Labelled.none());
    Rarity rarity = terms.counted(fields, new int[0]);
    Partition groups = null;
    Scores scores = null;
    for (int round = 0; round < 2; round++) {
      Scorer scorer = new Scorer(fields, weights, rarity, profile.caps());
      scores = Scores.of(candidates, scorer, workers);
      groups = group(order, sources, candidates, scores, workers);
      if (round == 0) {
        int[] groupOf = new int[table.rows()];
        for (int i = 0; i < groupOf.length; i++) {
          groupOf[i] = groups.group(i);
        }
        rarity = terms.counted(fields, groupOf);
        weights = retrain(fields, candidates, groups, random, apart);
      }
    }
    return new Linked(
        table,
        fields,
        blocking.reports(),
        weights,
        rarity,
        candidates,
        scores,
        groups,
        apart,
        profile,
        comparing);
  }

  /* Blocking finds the cleaner pairs of one actor first, so the first model takes actors' records to
   * be more alike than they are. The groups hold pairs that no rule met: with those the second model
   * learns how different records of one actor can be. */
  private Weights retrain(
      List<Compared> fields,
      Candidates candidates,
      Partition groups,
      PatternCounts random,
      int[] apart) {
    PatternCounts same = new PatternCounts();
    PatternCounts all = new PatternCounts();
    for (ComparedPairs part : candidates.parts()) {
      for (int i = 0; i < part.size(); i++) {
        if (groups.group(part.a(i)) != groups.group(part.b(i))) {
          all.add(part.pattern(i), 1);
        }
      }
    }
    Comparer comparer = new Comparer(fields);
    for (List<Integer> members : groups.members().values()) {
      for (int i = 0; i < members.size(); i++) {
        for (int j = i + 1; j < members.size(); j++) {
          int a = members.get(i);
          int b = members.get(j);
          if (across(apart, a, b)) {
            same.add(comparer.pattern(a, b), 1);
          }
        }
      }
    }
    all.add(same);
    return train(fields, all, random, apart, new Trainer.Labelled(same, new PatternCounts()));
  }

  private boolean across(int[] apart, int a, int b) {
    return apart.length > 0
        ? apart[a] < 0 || apart[a] != apart[b]
        : !table.twoSided() || (a < table.left()) != (b < table.left());
  }

  private Weights train(
      List<Compared> fields,
      PatternCounts candidates,
      PatternCounts random,
      int[] apart,
      Trainer.Labelled labelled) {
    double n = table.rows();
    double all =
        table.twoSided() ? (double) table.left() * (n - table.left()) : n * (n - 1) / 2;
    Map<Integer, Long> ofOneSource = new HashMap<>();
    for (int source : apart) {
      ofOneSource.merge(source, 1L, Long::sum);
    }
    for (Map.Entry<Integer, Long> each : ofOneSource.entrySet()) {
      if (each.getKey() >= 0) {
        all -= each.getValue() * (each.getValue() - 1) / 2.0;
      }
    }
    return new Trainer(
            fields,
            candidates,
            labelled,
            random,
            Math.max(1, all),
            profile.settings().prior())
        .train();
  }

  private Partition group(
      Order order, int[] sources, Candidates candidates, Scores scores, Workers workers) {
    int floor = Bits.of(-60);
    long kept = candidates.pairs();
    int[] a = new int[(int) kept];
    int[] b = new int[(int) kept];
    int[] score = new int[(int) kept];
    int at = 0;
    for (int p = 0; p < candidates.parts().size(); p++) {
      ComparedPairs part = candidates.parts().get(p);
      for (int i = 0; i < part.size(); i++) {
        a[at] = part.a(i);
        b[at] = part.b(i);
        score[at++] = Math.max(floor, scores.of(p)[i]);
      }
    }
    SourceRule rule = profile.source();
    Evidence evidence = new Evidence(order.ranks(), a, b, score, sources, List.of());
    return new Grouper(
            new Grouper.Settings(
                Bits.of(profile.settings().unscored()),
                Bits.of(profile.settings().threshold()),
                rule))
        .group(evidence, workers);
  }

}
