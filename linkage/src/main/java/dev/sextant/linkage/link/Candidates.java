package dev.sextant.linkage.link;

import dev.sextant.linkage.block.Workers;
import dev.sextant.linkage.model.Decoys;
import dev.sextant.linkage.model.PatternCounts;
import dev.sextant.linkage.model.Scorer;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** All pairs that a rule meets, with the levels of their fields: 16 bytes a pair. */
final class Candidates {
  private final List<ComparedPairs> parts;
  private final PatternCounts counts;
  private final long pairs;

  private Candidates(List<ComparedPairs> parts, PatternCounts counts) {
    this.parts = parts;
    this.counts = counts;
    this.pairs = parts.stream().mapToLong(ComparedPairs::size).sum();
  }

  /**
   * Compares all pairs here; the parts come in the order of the site's pieces.
   *
   * @param within as {@link Site#compare} has it
   */
  static Candidates here(Site site, boolean within, Workers workers) {
    return here(site, IntStream.range(0, site.pieces()).boxed().toList(), within, workers);
  }

  /** Compares the pairs of some pieces here. */
  static Candidates here(Site site, List<Integer> pieces, boolean within, Workers workers) {
    List<Callable<ComparedPairs>> work =
        pieces.stream()
            .<Callable<ComparedPairs>>map(piece -> () -> site.compare(piece, within))
            .toList();
    return of(workers.all(work), workers);
  }

  /** Of pairs that were compared, in the order of the site's pieces. */
  static Candidates of(List<ComparedPairs> parts, Workers workers) {
    List<Callable<PatternCounts>> work =
        parts.stream().<Callable<PatternCounts>>map(part -> () -> counted(part)).toList();
    PatternCounts counts = new PatternCounts();
    workers.all(work).forEach(counts::add);
    return new Candidates(parts, counts);
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
    int[] all = new int[scored.stream().mapToInt(each -> each.length).sum()];
    int at = 0;
    for (int[] each : scored) {
      System.arraycopy(each, 0, all, at, each.length);
      at += each.length;
    }
    return all;
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
