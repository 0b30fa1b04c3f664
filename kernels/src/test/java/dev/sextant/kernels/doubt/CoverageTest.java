package dev.sextant.kernels.doubt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.kernels.Answer;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.NamedMeasure;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.SplitMix;
import dev.sextant.kernels.chance.NullModel;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Do intervals hold the rank in the true network as often as they say? Truth is planted. */
class CoverageTest {
  private static final String[] MEASURES = {
    "degree", "betweenness", "harmonic", "pagerank", "constraint"
  };

  /** Kinds from here on are the earlier ones, rewired so that nothing but degrees is kept. */
  private static final int REWIRED = 10;

  private static Csr truth(int kind, SplitMix random) {
    if (kind >= REWIRED) {
      Csr like = truth(kind - REWIRED, random);
      return NullModel.switched(10).draw(like, random.next(), Progress.silent());
    }
    return switch (kind) {
      case 0 -> Networks.random(150, 375, false, random);
      case 1 -> Networks.grown(150, 2, 0, random);
      case 2 -> Networks.grown(150, 3, 0.7, random);
      default -> Networks.blocks(150, 3, 0.1, 0.007, random);
    };
  }

  /** Share of true ranks within their intervals, by measure. */
  private static double[] coverage(int kind, int trials, int replicas) {
    return coverage(kind, trials, replicas, 0.02, MEASURES);
  }

  private static double[] coverage(
      int kind, int trials, int replicas, double spurious, String... names) {
    List<NamedMeasure> measures = Networks.measures(names);
    double[] within = new double[measures.size()];
    for (int trial = 0; trial < trials; trial++) {
      SplitMix random = new SplitMix(1000 * kind + trial);
      Csr truth = truth(kind, random);
      Csr seen = Networks.recorded(truth, 0.1, spurious, random);
      Errors errors = Errors.none().missing(0.1, Errors.Return.BY_CLOSURE).spurious(spurious);
      Doubt.Result result =
          Doubt.of(measures, errors, Doubt.Plan.usual().replicas(replicas).seed(trial))
              .compute(seen, Progress.silent());
      for (int m = 0; m < within.length; m++) {
        Answer.Scores scores =
            (Answer.Scores)
                measures
                    .get(m)
                    .method()
                    .measure(truth, NamedMeasure.Setting.usual(), Progress.silent());
        int n = truth.nodes();
        int[] ranks = new int[n];
        new Ranking(n).rank(scores.values(), n, ranks, new Chance(trial));
        Spread.Ranks found = result.ranks(names[m]);
        for (int v = 0; v < n; v++) {
          boolean in = found.low()[v] <= ranks[v] && ranks[v] <= found.high()[v];
          within[m] += in ? 1.0 / n / trials : 0;
        }
      }
    }
    return within;
  }

  @Test
  void roughlyInAFewTrials() {
    for (double share : coverage(0, 3, 100)) {
      assertThat(share).isBetween(0.84, 0.96);
    }
  }

  @Test
  @Tag("heavy")
  void withinThreePointsOnEachNetworkOverItsMeasures() {
    for (int kind = 0; kind < 3; kind++) {
      double mean = 0;
      for (double share : coverage(kind, 15, 200)) {
        assertThat(share).as("kind %d", kind).isBetween(0.80, 0.97);
        mean += share / MEASURES.length;
      }
      assertThat(mean).as("kind %d", kind).isBetween(0.87, 0.93);
    }
  }

  /**
   * The k-core of networks in which everybody came with equally many ties: nearly all true cores
   * are equal, which replicas do not know; of networks with the very same degrees but no such
   * order; and of groups. {@link Levels} makes the interval hold in all.
   */
  @Test
  @Tag("heavy")
  void theCoreHoldsInEveryKind() {
    for (int kind : new int[] {0, 1, 2, 3, 1 + REWIRED, 2 + REWIRED}) {
      double share = coverage(kind, 12, 200, 0, "k-core")[0];
      assertThat(share).as("kind %d", kind).isBetween(0.87, 0.93);
    }
  }
}
