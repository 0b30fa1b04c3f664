package dev.sextant.linkage.link;

import dev.sextant.linkage.block.Blocking;
import dev.sextant.linkage.block.Sides;
import dev.sextant.linkage.block.Workers;
import dev.sextant.linkage.compare.Comparisons;
import dev.sextant.linkage.group.Evidence;
import dev.sextant.linkage.group.Grouper;
import dev.sextant.linkage.group.Partition;
import dev.sextant.linkage.metric.Bits;
import dev.sextant.linkage.model.Compared;
import dev.sextant.linkage.model.Comparer;
import dev.sextant.linkage.model.Decoys;
import dev.sextant.linkage.model.PatternCounts;
import dev.sextant.linkage.model.Rarity;
import dev.sextant.linkage.model.Scorer;
import dev.sextant.linkage.model.Trainer;
import dev.sextant.linkage.model.Weights;
import dev.sextant.linkage.profile.Profile;
import dev.sextant.linkage.profile.SourceRule;
import dev.sextant.linkage.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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

  /** Links, and tells nobody beforehand. */
  public Linked link(int threads) {
    return link(threads, announced -> {});
  }

  /**
   * Links.
   *
   * @param threads any number gives the same bits
   * @param announced is told what is about to be compared, before it is
   */
  public Linked link(int threads, Consumer<Announcement> announced) {
    try (Workers workers = new Workers(threads)) {
      Site site = Site.of(table, profile, comparisons, workers);
      return link(site, within -> Candidates.here(site, within, workers), workers, announced);
    }
  }

  /**
   * Links, with pairs found and compared elsewhere: on the machines of a cluster, which have the
   * same tables and the same profile. The same bits as {@link #link(int)}.
   */
  public Linked linkElsewhere(int threads, Elsewhere elsewhere) {
    try (Workers workers = new Workers(threads)) {
      Site site = Site.of(table, profile, comparisons, workers);
      return link(
          site,
          within -> Candidates.of(elsewhere.compare(site.pieces(), within), workers),
          workers,
          announced -> {});
    }
  }

  /** Finds and compares pairs on other machines. */
  @FunctionalInterface
  public interface Elsewhere {
    /**
     * Compares all pieces as {@link Site#compare} does.
     *
     * @param pieces how many there are
     * @param within as {@link Site#compare} has it
     * @return what was found, in the order of the pieces
     */
    List<ComparedPairs> compare(int pieces, boolean within);
  }

  /** Finds and compares pairs, wherever. */
  private interface Comparing {
    Candidates compare(boolean within);
  }

  private Linked link(
      Site site, Comparing pairs, Workers workers, Consumer<Announcement> announced) {
    Order order = Order.of(table);
    List<Compared> fields = site.fields();
    Blocking blocking = site.blocking();
    SourceRule sourceRule = profile.source();
    int[] sources = site.sources();
    Sides sides = site.sides();
    PatternCounts random =
        RandomPairs.draw(table, order.rows(), sides, fields, profile.settings().seed(), workers);
    announced.accept(
        Preview.of(site, random, sides.pairs(table.rows()), profile.settings(), workers)
            .announce(blocking, profile.rules().isEmpty()));
    long from = System.nanoTime();
    Candidates candidates = pairs.compare(false);
    /* Where an actor may be in a source more than once, pairs inside it are no strangers. */
    boolean once = sourceRule != null && sourceRule.most() == 1 && sides.sided();
    Candidates inside = once ? pairs.compare(true) : null;
    long comparing = System.nanoTime() - from;
    Ready ready = new Ready(order, sources, sides, once, fields, candidates, inside);
    Rarity terms = Rarity.terms(fields);
    Weights weights = train(fields, candidates.counts(), random, sides, Trainer.Labelled.none());
    Round first = round(ready, weights, terms.counted(fields, new int[0]), workers);
    int[] groupOf = new int[table.rows()];
    Arrays.setAll(groupOf, first.groups::group);
    Weights again = retrain(fields, candidates, first.groups, random, sides);
    Round second = round(ready, again, terms.counted(fields, groupOf), workers);
    return new Linked(
        table,
        fields,
        second.weights,
        second.rarity,
        candidates,
        second.scores,
        second.groups,
        sides,
        profile,
        blocking,
        second.decoys,
        once ? order.ranks() : new int[0],
        comparing);
  }

  private Round round(Ready ready, Weights weights, Rarity rarity, Workers workers) {
    Scorer scorer = new Scorer(ready.fields, weights, rarity, profile.caps());
    Candidates candidates = ready.candidates;
    Decoys decoys = decoys(ready.inside, candidates, scorer, ready.sides, workers);
    Scores scores = Scores.of(candidates, scorer, decoys, workers);
    SourceRule rule = profile.source();
    if (rule != null && ready.once) {
      scores =
          scores.withRivals(candidates, ready.sides.sources(), ready.order.ranks(), rule.penalty());
    }
    Partition groups = group(ready.order, ready.sources, candidates, scores, workers);
    return new Round(weights, rarity, decoys, scores, groups);
  }

  /* What both rounds go by. */
  private record Ready(
      Order order,
      int[] sources,
      Sides sides,
      boolean once,
      List<Compared> fields,
      Candidates candidates,
      @Nullable Candidates inside) {}

  private record Round(
      Weights weights, Rarity rarity, Decoys decoys, Scores scores, Partition groups) {}

  /* Blocking finds the cleaner pairs of one actor first, so the first model takes actors' records to
   * be more alike than they are. The groups hold pairs that no rule met: with those the second model
   * learns how different records of one actor can be. */
  private Weights retrain(
      List<Compared> fields,
      Candidates candidates,
      Partition groups,
      PatternCounts random,
      Sides sides) {
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
          if (sides.looked(a, b)) {
            same.add(comparer.pattern(a, b), 1);
          }
        }
      }
    }
    all.add(same);
    return train(fields, all, random, sides, new Trainer.Labelled(same, new PatternCounts()));
  }

  private Decoys decoys(
      @Nullable Candidates inside,
      Candidates candidates,
      Scorer scorer,
      Sides sides,
      Workers workers) {
    /* Where a second record of an actor in a source is possible at a price, pairs inside a source are
     * no strangers for sure: of those that score high, most are then of one actor. */
    if (inside == null || profile.source() == null || !profile.source().hard()) {
      return Decoys.NONE;
    }
    double ratio = sides.pairs(table.rows()) / Math.max(1, sides.within().pairs(table.rows()));
    return Decoys.learn(candidates.scores(scorer, workers), inside.scores(scorer, workers), ratio);
  }

  private Weights train(
      List<Compared> fields,
      PatternCounts candidates,
      PatternCounts random,
      Sides sides,
      Trainer.Labelled labelled) {
    return new Trainer(
            fields,
            candidates,
            labelled,
            random,
            Math.max(1, sides.pairs(table.rows())),
            profile.settings().prior())
        .train();
  }

  private Partition group(
      Order order, int[] sources, Candidates candidates, Scores scores, Workers workers) {
    int floor = Bits.of(-60);
    int kept = Math.toIntExact(candidates.pairs());
    int[] a = new int[kept];
    int[] b = new int[kept];
    int[] score = new int[kept];
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
