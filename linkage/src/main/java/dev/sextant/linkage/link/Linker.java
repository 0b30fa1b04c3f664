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
import dev.sextant.linkage.model.SampledPairs;
import dev.sextant.linkage.model.Scorer;
import dev.sextant.linkage.model.Trainer;
import dev.sextant.linkage.model.Weights;
import dev.sextant.linkage.profile.Profile;
import dev.sextant.linkage.profile.SourceRule;
import dev.sextant.linkage.table.Table;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The whole way: block, compare, learn, score, group; then once more with terms counted a group
 * instead of a record, as twenty records of one person do not make a name common.
 */
public final class Linker implements AutoCloseable {
  private final Table table;
  private final Profile profile;
  private final Comparisons comparisons;
  private final Labels labels;
  private final Spill spill;

  /** A linker of one table or two under a profile. */
  public Linker(Table table, Profile profile, Comparisons comparisons) {
    this(table, profile, comparisons, Labels.NONE);
  }

  /**
   * A linker with labels: the model learns with those pairs held to what persons judged, and scores
   * are calibrated by them. Labels bind no groups.
   */
  public Linker(Table table, Profile profile, Comparisons comparisons, Labels labels) {
    this(table, profile, comparisons, labels, Spill.none());
  }

  private Linker(
      Table table, Profile profile, Comparisons comparisons, Labels labels, Spill spill) {
    this.table = table;
    this.profile = profile;
    this.comparisons = comparisons;
    this.labels = labels;
    this.spill = spill;
  }

  /** Links, and tells nobody beforehand. */
  public Linked link(int threads) {
    return link(threads, announced -> {});
  }

  /**
   * Links.
   *
   * @param threads any number gives the same bits
   * @param watch is told what is about to be compared, before it is, and how far the run is
   */
  public Linked link(int threads, Watch watch) {
    try (Workers workers = new Workers(threads)) {
      watch.at(Watch.Stage.BLOCKING, 0, 0);
      Site site = Site.of(table, profile, comparisons, workers);
      if (spill.kept()) {
        site.blocking().settle();
      }
      return link(site, within -> here(site, within, workers, watch), workers, watch);
    }
  }

  private Candidates here(Site site, boolean within, Workers workers, Watch watch) {
    AtomicInteger done = new AtomicInteger();
    return Candidates.here(
        IntStream.range(0, site.pieces()).boxed().toList(),
        piece -> {
          watch.at(Watch.Stage.COMPARING, done.getAndIncrement(), site.pieces());
          return site.compare(piece, within);
        },
        workers,
        spill);
  }

  /**
   * Links with compared pairs and scores kept in a file, for tables whose pairs do not fit into
   * memory: the same bits as {@link #link(int)}. Tables and blocks stay in memory. The result reads
   * the file until it is closed. No {@link LiveIndex} can be made of it.
   *
   * @param folder that has room: {@value Spill#BYTES} bytes a compared pair
   * @throws dev.sextant.linkage.LinkageFault {@code SX-LINK-SPILL} if no file can be kept there
   */
  public Linker spillingTo(Path folder) {
    return new Linker(table, profile, comparisons, labels, Spill.in(folder));
  }

  @Override
  public void close() {
    spill.close();
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

  private Linked link(Site site, Comparing pairs, Workers workers, Watch watch) {
    Order order = Order.of(table);
    List<Compared> fields = site.fields();
    Blocking blocking = site.blocking();
    SourceRule sourceRule = profile.source();
    Sides sides = site.sides();
    SampledPairs random =
        RandomPairs.draw(table, order.rows(), sides, fields, profile.settings().seed(), workers);
    watch.announced(
        Preview.of(site, random, sides.pairs(table.rows()), profile.settings(), workers)
            .announce(blocking, profile.rules().isEmpty()));
    long from = System.nanoTime();
    Candidates candidates = pairs.compare(false);
    /* Where an actor may be in a source more than once, pairs inside it are no strangers. */
    boolean once = sourceRule != null && sourceRule.most() == 1 && sides.sided();
    Candidates inside = once ? pairs.compare(true) : null;
    long comparing = System.nanoTime() - from;
    Ready ready = new Ready(site, order, once, random, candidates, inside);
    watch.at(Watch.Stage.LEARNING, 0, 0);
    Rarity terms = Rarity.terms(fields);
    Learned again = learnedOfGroups(ready, terms, workers, watch);
    Round second = round(ready, again.weights, again.rarity, workers, watch);
    Linked linked =
        new Linked(
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
            comparing,
            null);
    return labels.judged().isEmpty() ? linked : linked.calibratedBy(labels);
  }

  /* The first round, of which nothing but what it taught is held in the second. */
  private Learned learnedOfGroups(Ready ready, Rarity terms, Workers workers, Watch watch) {
    List<Compared> fields = ready.site.fields();
    Weights weights = train(ready.site, ready.candidates, ready.random);
    Partition groups =
        round(ready, weights, terms.counted(fields, new int[0]), workers, watch).groups;
    watch.at(Watch.Stage.LEARNING, 0, 0);
    Weights again = retrain(ready.site, ready.candidates, groups, ready.random);
    int[] groupOf = new int[table.rows()];
    Arrays.setAll(groupOf, groups::group);
    return new Learned(again, terms.counted(fields, groupOf));
  }

  private record Learned(Weights weights, Rarity rarity) {}

  private Weights train(Site site, Candidates candidates, SampledPairs random) {
    if (labels.judged().isEmpty()) {
      return train(
          site.fields(), candidates.counts(), random, site.sides(), Trainer.Labelled.none());
    }
    PatternCounts all = new PatternCounts();
    all.add(candidates.counts());
    Trainer.Labelled labelled = Trainer.Labelled.none();
    clamp(site, labelled, all, (a, b) -> false);
    return train(site.fields(), all, random, site.sides(), labelled);
  }

  /* Adds labels to what is held fixed, and to what is counted where they are not counted there. */
  private void clamp(
      Site site,
      Trainer.Labelled labelled,
      PatternCounts all,
      BiPredicate<Integer, Integer> grouped) {
    Comparer comparer = new Comparer(site.fields());
    labels
        .judged()
        .forEach((pair, same) -> {
          int a = Labels.smaller(pair);
          int b = Labels.larger(pair);
          boolean inside = grouped.test(a, b);
          if (inside && same) {
            return;
          }
          long pattern = comparer.pattern(a, b);
          (same ? labelled.same() : labelled.different()).add(pattern, 1);
          boolean candidate = site.sides().looked(a, b) && site.blocking().rulesOf(a, b) != 0;
          if (inside || !candidate) {
            all.add(pattern, 1);
          }
        });
  }

  private Round round(Ready ready, Weights weights, Rarity rarity, Workers workers, Watch watch) {
    watch.at(Watch.Stage.SCORING, 0, 0);
    Scorer scorer = new Scorer(ready.site.fields(), weights, rarity, profile.caps());
    Candidates candidates = ready.candidates;
    Decoys decoys = decoys(ready.inside, candidates, scorer, ready.site.sides(), workers);
    Scores scores = Scores.of(candidates, scorer, decoys, workers);
    SourceRule rule = profile.source();
    if (rule != null && ready.once) {
      scores =
          scores.withRivals(
              candidates, ready.site.sides().sources(), ready.order.ranks(), rule.penalty());
    }
    watch.at(Watch.Stage.GROUPING, 0, 0);
    Partition groups = group(ready, scores, workers);
    return new Round(weights, rarity, decoys, scores, groups);
  }

  /* What both rounds go by. */
  private record Ready(
      Site site,
      Order order,
      boolean once,
      SampledPairs random,
      Candidates candidates,
      @Nullable Candidates inside) {}

  private record Round(
      Weights weights, Rarity rarity, Decoys decoys, Scores scores, Partition groups) {}

  /* Blocking finds the cleaner pairs of one actor first, so the first model takes actors' records to
   * be more alike than they are. The groups hold pairs that no rule met: with those the second model
   * learns how different records of one actor can be. */
  private Weights retrain(Site site, Candidates candidates, Partition groups, SampledPairs random) {
    List<Compared> fields = site.fields();
    Sides sides = site.sides();
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
    groups.each((members, size) -> {
      for (int i = 0; i < size; i++) {
        for (int j = i + 1; j < size; j++) {
          int a = members[i];
          int b = members[j];
          if (sides.looked(a, b) && labels.judged().getOrDefault(Labels.pair(a, b), true)) {
            same.add(comparer.pattern(a, b), 1);
          }
        }
      }
    });
    all.add(same);
    Trainer.Labelled labelled = new Trainer.Labelled(same, new PatternCounts());
    clamp(site, labelled, all, (a, b) -> groups.group(a) == groups.group(b) && sides.looked(a, b));
    return train(fields, all, random, sides, labelled);
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
      SampledPairs random,
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

  private Partition group(Ready ready, Scores scores, Workers workers) {
    Candidates candidates = ready.candidates;
    int floor = Bits.of(-60);
    int threshold = Bits.of(profile.settings().threshold());
    /* Only pairs inside one component have a say: the others are not held. */
    Reach reach = new Reach(table.rows());
    candidates.each(
        scores,
        (one, other, score) -> {
          if (score > threshold) {
            reach.join(one, other);
          }
        });
    int[] kept = new int[1];
    candidates.each(scores, (one, other, score) -> kept[0] += reach.met(one, other) ? 1 : 0);
    int[] a = new int[kept[0]];
    int[] b = new int[kept[0]];
    int[] score = new int[kept[0]];
    int[] at = new int[1];
    candidates.each(
        scores,
        (one, other, direct) -> {
          if (reach.met(one, other)) {
            a[at[0]] = one;
            b[at[0]] = other;
            score[at[0]++] = Math.max(floor, direct);
          }
        });
    SourceRule rule = profile.source();
    Evidence evidence =
        new Evidence(ready.order.ranks(), a, b, score, ready.site.sources(), List.of());
    return new Grouper(
            new Grouper.Settings(
                Bits.of(profile.settings().unscored()),
                Bits.of(profile.settings().threshold()),
                rule))
        .group(evidence, workers);
  }
}
