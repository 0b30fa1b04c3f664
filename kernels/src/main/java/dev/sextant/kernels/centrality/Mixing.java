package dev.sextant.kernels.centrality;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Degree;
import dev.sextant.kernels.Progress;

/**
 * Whether like is tied to like.
 *
 * <p>What: from -1 to 1, 0 if ties do not care. By numbers, the correlation of the numbers at the
 * two ends of the ties; by degree, of the degrees (directed: out-degree of the tail with in-degree
 * of the head); by groups, (share of ties within groups - share expected from the groups' ends) /
 * (1 - that share). Ties count once whatever their weight, an undirected one from both its ends; a
 * loop counts twice in an undirected degree. NaN where all ends are alike. Paper: M. E. J. Newman
 * 2003, doi:10.1103/PhysRevE.67.026126. Cost: O(n + m) time, O(n) memory for n nodes and m edges.
 * Exact up to rounding. Deterministic. No seed.
 *
 * <p>When ties are missing at random: hardly changed; if contacts of hubs are missed more, like
 * seems less tied to like.
 */
@FunctionalInterface
public interface Mixing {
  /**
   * Computes the coefficient.
   *
   * @throws BadGraph if there are not as many numbers or groups as nodes
   * @throws dev.sextant.kernels.Cancelled if progress says stop
   */
  double compute(Csr graph, Progress progress);

  /** By degree. */
  static Mixing byDegree() {
    return (graph, progress) -> {
      int n = graph.nodes();
      Degree.Result degree = Degree.counted().compute(graph, progress);
      double[] out = new double[n];
      double[] in = new double[n];
      for (int v = 0; v < n; v++) {
        boolean loop = !graph.directed() && graph.arc(v, v) >= 0;
        out[v] = degree.out(v);
        in[v] = degree.in(v);
        if (loop && degree.out(v) == graph.end(v) - graph.first(v)) {
          out[v]++;
          in[v]++;
        }
      }
      return correlation(graph, out, in, progress);
    };
  }

  /**
   * By a number of each node.
   *
   * @param numbers finite
   */
  static Mixing byNumbers(double[] numbers) {
    double[] own = numbers.clone();
    return (graph, progress) -> {
      sized(graph, own.length);
      return correlation(graph, own, own, progress);
    };
  }

  /**
   * By groups.
   *
   * @param groups of each node, from 0
   */
  static Mixing byGroups(int[] groups) {
    int[] own = groups.clone();
    return (graph, progress) -> {
      sized(graph, own.length);
      return within(graph, own, progress);
    };
  }

  private static void sized(Csr graph, int given) {
    if (given != graph.nodes()) {
      throw new BadGraph(given + " values for " + graph.nodes() + " nodes");
    }
  }

  /* Means first, then products of what differs from them: no large numbers are subtracted. An
   * undirected loop is one arc in the rows and two ends of a tie. */
  private static double correlation(Csr graph, double[] tail, double[] head, Progress progress) {
    double count = 0;
    double sumTail = 0;
    double sumHead = 0;
    for (int v = 0; v < graph.nodes(); v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        double times = ends(graph, v, a);
        count += times;
        sumTail += times * tail[v];
        sumHead += times * head[graph.target(a)];
      }
    }
    double meanTail = sumTail / count;
    double meanHead = sumHead / count;
    double both = 0;
    double ofTail = 0;
    double ofHead = 0;
    for (int v = 0; v < graph.nodes(); v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        double times = ends(graph, v, a);
        double x = tail[v] - meanTail;
        double y = head[graph.target(a)] - meanHead;
        both += times * x * y;
        ofTail += times * x * x;
        ofHead += times * y * y;
      }
    }
    progress.step(graph.nodes(), graph.nodes());
    double spread = Math.sqrt(ofTail) * Math.sqrt(ofHead);
    // Where all ends are alike, rounding may leave a trace of spread.
    double size = count * Math.max(1e-300, meanTail * meanTail + meanHead * meanHead);
    return count == 0 || spread <= 1e-24 * size ? Double.NaN : both / spread;
  }

  private static double ends(Csr graph, int v, int arc) {
    return !graph.directed() && graph.target(arc) == v ? 2 : 1;
  }

  private static double within(Csr graph, int[] groups, Progress progress) {
    int most = 0;
    for (int g : groups) {
      if (g < 0) {
        throw new BadGraph("group " + g + " is below 0");
      }
      most = Math.max(most, g);
    }
    double[] out = new double[most + 1];
    double[] in = new double[most + 1];
    double count = 0;
    double same = 0;
    for (int v = 0; v < graph.nodes(); v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        double times = ends(graph, v, a);
        int g = groups[v];
        int h = groups[graph.target(a)];
        count += times;
        out[g] += times;
        in[h] += times;
        same += g == h ? times : 0;
      }
    }
    progress.step(graph.nodes(), graph.nodes());
    double expected = 0;
    for (int g = 0; g <= most; g++) {
      expected += out[g] / count * (in[g] / count);
    }
    return count == 0 || expected >= 1 ? Double.NaN : (same / count - expected) / (1 - expected);
  }
}
