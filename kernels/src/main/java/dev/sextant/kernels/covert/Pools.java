package dev.sextant.kernels.covert;

import dev.sextant.kernels.Closeness;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/* Candidates, where judging all nodes is too dear. A set's members need not score highly alone, but
 * they are seldom without any standing: half of the pool by degree, half by a score of the goal. */
final class Pools {
  /** Above this, harmonic closeness of all nodes takes minutes and degree has to do. */
  private static final int ALL_PAIRS = 100_000;

  /** Bytes that rows of distances may take. */
  private static final long ROWS = 256L << 20;

  private Pools() {}

  static int[] all(int n) {
    return IntStream.range(0, n).toArray();
  }

  /** Candidates for reach: as many as their rows fit, but no fewer than the pool asked for. */
  static int[] reaching(Csr graph, int least, Progress progress) {
    int n = graph.nodes();
    int size = (int) Math.max(least, ROWS / 2 / Math.max(1, n));
    if (size >= n) {
      return all(n);
    }
    double[] degree = degrees(graph);
    if (n > ALL_PAIRS) {
      return joined(size, degree, degree);
    }
    Closeness.Result near = Closeness.byHops(Closeness.Towards.OTHERS).compute(graph, progress);
    return joined(size, degree, IntStream.range(0, n).mapToDouble(near::harmonic).toArray());
  }

  /** Candidates for fragmentation by distance: by degree, by pieces cut off, by influence. */
  static int[] breaking(Csr graph, int size, Progress progress) {
    Csr plain = graph.ignoringDirection();
    int n = graph.nodes();
    CutWalk walk = new CutWalk(plain);
    walk.walk(new boolean[n]);
    double[] cut = new double[n];
    double[] influence = CollectiveInfluence.scores(plain, 2, new boolean[n], progress);
    double most = Arrays.stream(influence).max().orElse(0) + 1;
    for (int v = 0; v < n; v++) {
      // What lies beyond the node itself; equal cuts by influence.
      double without = (double) walk.squares - walk.squaresWithout[v];
      double alone = 2.0 * walk.pieceSize[v] - 1;
      cut[v] = without - alone + influence[v] / most;
    }
    return joined(size, degrees(plain), cut);
  }

  private static double[] degrees(Csr graph) {
    return IntStream.range(0, graph.nodes())
        .mapToDouble(v -> graph.end(v) - graph.first(v))
        .toArray();
  }

  private static int[] joined(int size, double[] one, double[] two) {
    boolean[] in = new boolean[one.length];
    int[] first = order(one);
    int[] second = order(two);
    int count = 0;
    for (int i = 0; count < size; i++) {
      for (int v : new int[] {first[i], second[i]}) {
        if (!in[v] && count < size) {
          in[v] = true;
          count++;
        }
      }
    }
    return IntStream.range(0, in.length).filter(v -> in[v]).toArray();
  }

  static int[] order(double[] scores) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer v) -> -scores[v])
                .thenComparingInt(Integer::intValue))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
