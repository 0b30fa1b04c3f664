package dev.sextant.kernels.chance;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Cancelled;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.Replicas;
import dev.sextant.kernels.SplitMix;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether ties go with an attribute of the nodes: do like ties to like?
 *
 * <p>What, for groups: the share of tie weight within groups, and the E-I index, ties outside less
 * ties within over both (D. Krackhardt and R. Stern 1988, doi:10.2307/2786835). For numbers:
 * Moran's I (P. Moran 1950, doi:10.2307/2332142), near 1 where like ties to like, and Geary's C (R.
 * Geary 1954, doi:10.2307/2986645), below 1 where they do. The attribute is dealt out to the nodes
 * anew at random, which keeps the network and the values. Loops are left out, and ties with a node
 * whose attribute is not known; unknown stays where it is. Weights are strengths. Cost: O(m) a
 * permutation. Deterministic at any number of threads.
 *
 * <p>When ties are missing: the measures are shares and hold if ties are missing alike within
 * groups and across; who watched one group more closely will see it tied to itself.
 */
@FunctionalInterface
public interface AttributeTies {
  /**
   * Tests.
   *
   * @throws BadGraph if there is not one value for each node
   * @throws Cancelled if progress says stop
   */
  List<Verdict> compute(Csr graph, Progress progress);

  /**
   * Groups.
   *
   * @param group by node; negative where not known
   */
  static AttributeTies groups(int[] group, int permutations, long seed, int threads) {
    double[] values = new double[group.length];
    for (int v = 0; v < values.length; v++) {
      values[v] = group[v] < 0 ? Double.NaN : group[v];
    }
    return (graph, progress) ->
        test(graph, values, List.of("within", "e-i"), AttributeTies::within)
            .run(permutations, seed, threads, progress);
  }

  /**
   * Numbers.
   *
   * @param value by node; NaN where not known
   */
  static AttributeTies numbers(double[] value, int permutations, long seed, int threads) {
    double[] values = value.clone();
    return (graph, progress) ->
        test(graph, values, List.of("moran", "geary"), AttributeTies::alike)
            .run(permutations, seed, threads, progress);
  }

  private static Shuffled test(Csr graph, double[] values, List<String> names, Figures figures) {
    if (values.length != graph.nodes()) {
      throw new BadGraph(values.length + " values for " + graph.nodes() + " nodes");
    }
    return new Shuffled(graph, values, names, figures);
  }

  /** Two numbers of a graph and its values. */
  @FunctionalInterface
  interface Figures {
    /** Computes them. */
    double[] of(Csr graph, double[] values);
  }

  /** A test set up. */
  record Shuffled(Csr graph, double[] values, List<String> names, Figures figures) {
    private List<Verdict> run(int permutations, long seed, int threads, Progress progress) {
      if (permutations < 1 || threads < 1) {
        throw new BadGraph("permutations and threads need at least 1");
      }
      int known = 0;
      int[] who = new int[values.length];
      for (int v = 0; v < values.length; v++) {
        if (!Double.isNaN(values[v])) {
          who[known++] = v;
        }
      }
      int count = known;
      double[][] drawn = new double[names.size()][permutations];
      Replicas.run(
          permutations,
          threads,
          () -> values.clone(),
          (i, dealt) -> {
            int[] order = who.clone();
            new SplitMix(Replicas.seed(seed, i)).shuffle(order, count);
            for (int j = 0; j < count; j++) {
              dealt[who[j]] = values[order[j]];
            }
            double[] figure = figures.of(graph, dealt);
            for (int s = 0; s < figure.length; s++) {
              drawn[s][i] = figure[s];
            }
          },
          progress);
      double[] observed = figures.of(graph, values);
      List<Verdict> verdicts = new ArrayList<>();
      for (int s = 0; s < observed.length; s++) {
        verdicts.add(Verdict.of(names.get(s), observed[s], drawn[s]));
      }
      return List.copyOf(verdicts);
    }
  }

  private static double[] within(Csr graph, double[] values) {
    double in = 0;
    double all = 0;
    for (int v = 0; v < values.length; v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int w = graph.target(a);
        if (w != v && !Double.isNaN(values[v]) && !Double.isNaN(values[w])) {
          all += graph.weight(a);
          in += values[v] == values[w] ? graph.weight(a) : 0;
        }
      }
    }
    return new double[] {
      all == 0 ? Double.NaN : in / all, all == 0 ? Double.NaN : (all - 2 * in) / all
    };
  }

  private static double[] alike(Csr graph, double[] values) {
    double n = 0;
    double sum = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        n++;
        sum += value;
      }
    }
    double mean = sum / n;
    double squares = 0;
    double weights = 0;
    double products = 0;
    double differences = 0;
    for (int v = 0; v < values.length; v++) {
      if (Double.isNaN(values[v])) {
        continue;
      }
      squares += (values[v] - mean) * (values[v] - mean);
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int w = graph.target(a);
        if (w != v && !Double.isNaN(values[w])) {
          double apart = values[v] - values[w];
          weights += graph.weight(a);
          products += graph.weight(a) * (values[v] - mean) * (values[w] - mean);
          differences += graph.weight(a) * apart * apart;
        }
      }
    }
    boolean none = !(weights > 0 && squares > 0);
    return new double[] {
      none ? Double.NaN : n / weights * products / squares,
      none ? Double.NaN : (n - 1) / (2 * weights) * differences / squares
    };
  }
}
