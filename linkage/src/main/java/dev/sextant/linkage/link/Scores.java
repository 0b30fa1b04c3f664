package dev.sextant.linkage.link;

import dev.sextant.linkage.block.Workers;
import dev.sextant.linkage.model.Decoys;
import dev.sextant.linkage.model.Rivals;
import dev.sextant.linkage.model.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/** The score of each candidate, part by part. */
final class Scores {
  private final List<int[]> parts;

  private Scores(List<int[]> parts) {
    this.parts = parts;
  }

  static Scores of(Candidates candidates, Scorer scorer, Decoys decoys, Workers workers) {
    List<Callable<Spill.Kept<int[]>>> work = new ArrayList<>();
    for (int p = 0; p < candidates.parts().size(); p++) {
      int at = p;
      work.add(() -> candidates.spill().keep(scored(candidates.parts().get(at), scorer, decoys)));
    }
    return new Scores(Spill.list(workers.all(work)));
  }

  private static int[] scored(ComparedPairs part, Scorer scorer, Decoys decoys) {
    int[] scores = new int[part.size()];
    for (int i = 0; i < scores.length; i++) {
      int raw = scorer.score(part.a(i), part.b(i), part.pattern(i));
      scores[i] = decoys.corrected(raw);
    }
    return scores;
  }

  /** The same scores with rivals weighed. */
  Scores withRivals(Candidates candidates, int[] sources, int[] ranks, double penalty) {
    int size = Math.toIntExact(candidates.pairs());
    int[] a = new int[size];
    int[] b = new int[size];
    int[] scores = new int[size];
    int at = 0;
    for (int p = 0; p < parts.size(); p++) {
      ComparedPairs part = candidates.parts().get(p);
      int[] before = parts.get(p);
      for (int i = 0; i < part.size(); i++) {
        a[at] = part.a(i);
        b[at] = part.b(i);
        scores[at++] = before[i];
      }
    }
    int[] weighed = Rivals.weighed(a, b, scores, sources, ranks, penalty);
    List<Spill.Kept<int[]>> made = new ArrayList<>();
    int from = 0;
    for (int each : candidates.sizes()) {
      made.add(candidates.spill().keep(Arrays.copyOfRange(weighed, from, from + each)));
      from += each;
    }
    return new Scores(Spill.list(made));
  }

  List<int[]> parts() {
    return parts;
  }

  int[] of(int part) {
    return parts.get(part);
  }
}
