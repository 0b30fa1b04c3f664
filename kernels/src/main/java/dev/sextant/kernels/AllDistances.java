package dev.sextant.kernels;

import java.util.ArrayList;
import java.util.List;

/** Sums over all distances: bit-parallel by hops, one search a node by lengths. */
final class AllDistances {
  /** Stripes of passes: depends on nothing but the graph, so that sums are the same bytes. */
  private static final int STRIPES = 16;

  /** Sources are put in order by so many landmarks, or fewer if there are few passes. */
  private static final int LANDMARKS = 4;

  private AllDistances() {}

  /** Makes a workspace for searches along a graph, given its reverse too. */
  interface Passes {
    BitPass over(Csr graph, Csr reverse);
  }

  static Closeness.Result byHops(
      Csr given, Closeness.Towards towards, int threads, Progress progress) {
    return byHops(given, towards, threads, BitPass::of, progress);
  }

  static Closeness.Result byHops(
      Csr given, Closeness.Towards towards, int threads, Passes with, Progress progress) {
    // Bits travel from the far end to the node that they are counted for.
    Csr reverse = given.reverse();
    Csr graph = towards == Closeness.Towards.OTHERS ? reverse : given;
    Csr back = towards == Closeness.Towards.OTHERS ? given : reverse;
    int n = given.nodes();
    int passes = (n + BitPass.WIDTH - 1) / BitPass.WIDTH;
    int stripes = Math.max(1, Math.min(STRIPES, passes));
    int[] sources = sources(graph, back, passes);
    double[][] harmonics = new double[stripes][];
    int[] reached = new int[n];
    double[] sum = new double[n];
    double[] farthest = new double[n];
    List<Stripes.Work<BitPass>> works = new ArrayList<>();
    for (int stripe = 0; stripe < stripes; stripe++) {
      int s = stripe;
      works.add((pass, ticker) -> {
        for (int batch = s; batch < passes; batch += stripes) {
          int first = batch * BitPass.WIDTH;
          int last = Math.min(n, first + BitPass.WIDTH);
          pass.run(sources, first, last);
          ticker.tick(last - first);
        }
        harmonics[s] = pass.drain(reached, sum, farthest);
      });
    }
    Stripes.run(
        works, () -> with.over(graph, back), threads, finished -> progress.step(finished, n));
    double[] harmonic = harmonics[0];
    for (int stripe = 1; stripe < stripes; stripe++) {
      for (int v = 0; v < n; v++) {
        harmonic[v] += harmonics[stripe][v];
      }
    }
    return new Closeness.Result(reached, sum, harmonic, farthest);
  }

  /* Those of one pass near each other: it meets most nodes at fewer distances. */
  private static int[] sources(Csr graph, Csr back, int passes) {
    int n = graph.nodes();
    LanePass.Rows rows =
        new LanePass.Rows(graph.offsets, graph.targets, back.offsets, back.targets, new double[n]);
    return SourceOrder.of(rows, Math.min(LANDMARKS, passes - 1));
  }

  static Closeness.Result byLengths(Csr given, Closeness.Towards towards, Progress progress) {
    Csr graph = towards == Closeness.Towards.NODE ? given.reverse() : given;
    int n = graph.nodes();
    int[] reached = new int[n];
    double[] sum = new double[n];
    double[] harmonic = new double[n];
    double[] farthest = new double[n];
    PathSearch search = new PathSearch(graph, true);
    for (int s = 0; s < n; s++) {
      search.from(s);
      reached[s] = search.reached;
      // From the farthest in: small terms first.
      for (int i = search.reached - 1; i > 0; i--) {
        harmonic[s] += 1 / search.distance[search.order[i]];
      }
      for (int i = 1; i < search.reached; i++) {
        sum[s] += search.distance[search.order[i]];
      }
      farthest[s] = search.distance[search.order[search.reached - 1]];
      progress.step(s + 1L, n);
    }
    return new Closeness.Result(reached, sum, harmonic, farthest);
  }
}
