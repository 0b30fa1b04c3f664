package dev.sextant.kernels.chance;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Cancelled;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.Replicas;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a whole-graph number is more, or less, than chance would make it.
 *
 * <p>What: the numbers of the graph beside those of graphs drawn from a {@link NullModel}: mean,
 * band, z, and p by counting draws as extreme, one added above and below (B. North et al. 2002,
 * doi:10.1086/341527). Two-sided p-values of all numbers asked for are corrected together by
 * Benjamini and Hochberg. A number that the null model keeps has no z, and p is 1. With the models
 * that keep edges or dyads this is the conditional uniform graph test (B. Anderson, C. Butts, K.
 * Carley 1999, doi:10.1016/S0378-8733(99)00011-8). Cost: as many draws and computations as asked
 * for; a graph a thread. Deterministic at any number of threads; draw i depends on the seed and i
 * alone.
 *
 * <p>When ties are missing: both sides lack them; the test says whether the pattern of what was
 * seen is more than chance, not whether the network's is.
 */
@FunctionalInterface
public interface MoreThanChance {
  /**
   * Tests.
   *
   * @throws BadGraph if the graph is not of the kind that the model needs
   * @throws Cancelled if progress says stop; it hears of every draw
   */
  Result compute(Csr graph, Progress progress);

  /**
   * What to compare with.
   *
   * @param draws at least 1; p cannot be below 1 / (draws + 1)
   */
  static Against against(NullModel model, int draws, long seed, int threads) {
    if (draws < 1 || threads < 1) {
      throw new BadGraph("draws " + draws + " and threads " + threads + " need at least 1");
    }
    return new Against(model, draws, seed, threads);
  }

  /** The comparison, short of the numbers. */
  record Against(NullModel model, int draws, long seed, int threads) {
    /** Of these numbers. */
    public MoreThanChance of(List<Statistic> statistics) {
      List<Statistic> list = List.copyOf(statistics);
      return (graph, progress) -> test(graph, list, progress);
    }

    private Result test(Csr graph, List<Statistic> statistics, Progress progress) {
      double[][] drawn = new double[statistics.size()][draws];
      Progress quiet = Replicas.quiet(progress);
      Replicas.run(
          draws,
          threads,
          () -> drawn,
          (i, all) -> {
            Csr other = model.draw(graph, Replicas.seed(seed, i), quiet);
            for (int s = 0; s < all.length; s++) {
              all[s][i] = statistics.get(s).method().of(other, quiet);
            }
          },
          progress);
      List<Verdict> verdicts = new ArrayList<>();
      for (int s = 0; s < drawn.length; s++) {
        Statistic statistic = statistics.get(s);
        double observed = statistic.method().of(graph, quiet);
        verdicts.add(Verdict.of(statistic.name(), observed, drawn[s]));
      }
      double[] q = ManyTests.benjaminiHochberg(verdicts.stream().mapToDouble(Verdict::p).toArray());
      return new Result(List.copyOf(verdicts), q);
    }
  }

  /**
   * The outcome. The array belongs to it.
   *
   * @param verdicts in the order of the numbers asked for
   * @param q two-sided p-values corrected for their being many
   */
  record Result(List<Verdict> verdicts, double[] q) {}
}
