package dev.sextant.kernels.sketch;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;

/**
 * How near each node is to the others, by sketches of its surroundings.
 *
 * <p>What: harmonic closeness, the sum over others of 1/distance along arcs, where the number of
 * nodes within t steps is read off a HyperLogLog counter that grows by the union of the neighbours'
 * counters. Paper: P. Boldi and S. Vigna 2013, doi:10.1109/ICDMW.2013.10. Cost: O(d m 2^bits) time
 * for m arcs and a diameter of d, 2 n 2^bits bytes for n nodes. Approximate: the relative standard
 * deviation of a ball's size is 1.04/sqrt(2^bits); errors of the same graph's nodes go together, so
 * that ranks are better than sizes. Deterministic for a seed; a node's hash depends on its number
 * and the seed alone. Weights are ignored.
 *
 * <p>When ties are missing: as harmonic closeness, which is among the more robust measures.
 */
@FunctionalInterface
public interface HyperBall {
  /**
   * Computes the scores.
   *
   * @throws BadGraph if the counters do not fit one array: n 2^bits beyond 2^31 - 9
   * @throws dev.sextant.kernels.Cancelled if progress says stop; it hears of every round
   */
  Result compute(Csr graph, Progress progress);

  /**
   * By counters of 2^bits bytes.
   *
   * @param bits 4 to 16; 8 has an error of 6.5 per cent a ball
   * @param seed of the hash
   */
  static HyperBall withRegisters(int bits, long seed) {
    Registers registers = new Registers(bits, seed);
    return (graph, progress) -> {
      int width = registers.width();
      if ((long) graph.nodes() * width > Integer.MAX_VALUE - 8) {
        throw new BadGraph(
            graph.nodes() + " counters of " + width + " bytes do not fit: use fewer registers");
      }
      return compute(graph, registers, progress);
    };
  }

  private static Result compute(Csr graph, Registers registers, Progress progress) {
    int n = graph.nodes();
    int width = registers.width();
    byte[] now = new byte[n * width];
    double[] size = new double[n];
    for (int v = 0; v < n; v++) {
      registers.add(now, v * width, v);
      size[v] = registers.size(now, v * width);
    }
    double[] harmonic = new double[n];
    byte[] next = now.clone();
    boolean grew = true;
    int steps = 0;
    while (grew) {
      progress.step(steps++, -1);
      grew = false;
      for (int v = 0; v < n; v++) {
        System.arraycopy(now, v * width, next, v * width, width);
        boolean more = false;
        for (int a = graph.first(v); a < graph.end(v); a++) {
          more |= registers.union(next, v * width, now, graph.target(a) * width);
        }
        if (more) {
          double larger = registers.size(next, v * width);
          harmonic[v] += Math.max(0, larger - size[v]) / steps;
          size[v] = larger;
          grew = true;
        }
      }
      byte[] swap = now;
      now = next;
      next = swap;
    }
    return new Result(harmonic, size, Math.max(0, steps - 1));
  }

  /** Scores of every node. */
  final class Result {
    private final double[] harmonic;
    private final double[] reached;
    private final int farthest;

    Result(double[] harmonic, double[] reached, int farthest) {
      this.harmonic = harmonic;
      this.reached = reached;
      this.farthest = farthest;
    }

    /** About the sum of 1/distance over the others within reach. */
    public double harmonic(int node) {
      return harmonic[node];
    }

    /** All of them; a copy. */
    public double[] harmonic() {
      return harmonic.clone();
    }

    /** About how many nodes are within reach, the node itself among them. */
    public double reached(int node) {
      return reached[node];
    }

    /** Steps after which nothing grew: at most the largest distance. */
    public int farthest() {
      return farthest;
    }
  }
}
