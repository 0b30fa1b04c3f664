package dev.sextant.linkage.link;

import dev.sextant.linkage.block.Workers;
import dev.sextant.linkage.model.Decoys;
import dev.sextant.linkage.model.PatternCounts;
import dev.sextant.linkage.model.Scorer;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;

/**
 * All pairs that a rule meets, with the levels of their fields: 16 bytes a pair, in memory or in a
 * file ({@link Spill}). Parts of a file are read anew each time they are asked for.
 */
final class Candidates {
  private final List<Spill.Kept<ComparedPairs>> kept;
  private final List<ComparedPairs> parts;
  private final PatternCounts counts;
  private final long pairs;
  private final Spill spill;

  private Candidates(List<Spill.Kept<ComparedPairs>> kept, PatternCounts counts, Spill spill) {
    this.kept = List.copyOf(kept);
    this.parts = Spill.list(kept);
    this.counts = counts;
    this.pairs = kept.stream().mapToLong(Spill.Kept::size).sum();
    this.spill = spill;
  }

  /**
   * Compares the pairs of some pieces here; the parts come in the order of the pieces.
   *
   * @param compare a piece, as {@link Site#compare} does
   */
  static Candidates here(
      List<Integer> pieces, IntFunction<ComparedPairs> compare, Workers workers, Spill spill) {
    List<Callable<Spill.Kept<ComparedPairs>>> work =
        pieces.stream()
            .<Callable<Spill.Kept<ComparedPairs>>>map(
                piece -> () -> spill.keep(compare.apply(piece)))
            .toList();
    return counted(workers.all(work), workers, spill);
  }

  /** Of pairs that were compared, in the order of the site's pieces. */
  static Candidates of(List<ComparedPairs> parts, Workers workers) {
    Spill none = Spill.none();
    return counted(parts.stream().map(none::keep).toList(), workers, none);
  }

  private static Candidates counted(
      List<Spill.Kept<ComparedPairs>> parts, Workers workers, Spill spill) {
    List<Callable<PatternCounts>> work =
        parts.stream()
            .<Callable<PatternCounts>>map(part -> () -> counted(part.fetch().get()))
            .toList();
    PatternCounts counts = new PatternCounts();
    workers.all(work).forEach(counts::add);
    return new Candidates(parts, counts, spill);
  }

  private static PatternCounts counted(ComparedPairs part) {
    PatternCounts counts = new PatternCounts();
    for (int i = 0; i < part.size(); i++) {
      counts.add(part.pattern(i), 1);
    }
    return counts;
  }

  /** All scores in one array. */
  int[] scores(Scorer scorer, Workers workers) {
    List<int[]> scored = Scores.of(this, scorer, Decoys.NONE, workers).parts();
    int[] all = new int[Math.toIntExact(pairs)];
    int at = 0;
    for (int[] each : scored) {
      System.arraycopy(each, 0, all, at, each.length);
      at += each.length;
    }
    return all;
  }

  /** Shows every pair with its score. */
  void each(Scores scores, Linked.Scored seen) {
    for (int p = 0; p < kept.size(); p++) {
      ComparedPairs part = parts.get(p);
      int[] of = scores.of(p);
      for (int i = 0; i < of.length; i++) {
        seen.pair(part.a(i), part.b(i), of[i]);
      }
    }
  }

  /** How many pairs each part has. */
  int[] sizes() {
    return kept.stream().mapToInt(Spill.Kept::size).toArray();
  }

  Spill spill() {
    return spill;
  }

  List<ComparedPairs> parts() {
    return parts;
  }

  PatternCounts counts() {
    return counts;
  }

  long pairs() {
    return pairs;
  }
}
