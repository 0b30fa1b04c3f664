package dev.sextant.linkage.link;

import dev.sextant.linkage.block.Workers;
import dev.sextant.linkage.model.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** The score of each candidate, part by part. */
final class Scores {
  private final List<int[]> parts;

  private Scores(List<int[]> parts) {
    this.parts = parts;
  }

  static Scores of(Candidates candidates, Scorer scorer, Workers workers) {
    List<Callable<int[]>> work = new ArrayList<>();
    for (Candidates.Part part : candidates.parts()) {
      work.add(
          () -> {
            int[] scores = new int[part.size()];
            for (int i = 0; i < scores.length; i++) {
              scores[i] = scorer.score(part.a(i), part.b(i), part.pattern(i));
            }
            return scores;
          });
    }
    return new Scores(workers.all(work));
  }

  int[] of(int part) {
    return parts.get(part);
  }
}
