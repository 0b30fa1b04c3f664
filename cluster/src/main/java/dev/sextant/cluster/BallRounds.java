package dev.sextant.cluster;

import dev.sextant.kernels.sketch.Registers;
import java.io.Serializable;
import org.apache.spark.api.java.JavaPairRDD;

/**
 * Harmonic closeness by HyperBall over blocks; what, paper and error as {@link
 * dev.sextant.kernels.sketch.HyperBall}, with the same counters.
 */
final class BallRounds {
  private BallRounds() {}

  /** A block's counters, their sizes, the sums so far and how many grew. */
  private record State(byte[] counters, double[] size, double[] harmonic, long grown)
      implements Serializable {
    private static final long serialVersionUID = 1;
  }

  /** Scores by block, then by own node. */
  static JavaPairRDD<Integer, double[]> harmonic(ClusterGraph graph, int bits, long seed) {
    Blocks out = graph.out();
    int width = new Registers(bits, seed).width();
    JavaPairRDD<Integer, State> state = out.start(block -> begin(block, bits, seed));
    double grown = 1;
    for (int round = 1; grown > 0; round++) {
      int steps = round;
      JavaPairRDD<Integer, State> next =
          out.round(
              state,
              State::counters,
              width,
              (block, old, column) ->
                  step(block, old, (byte[]) column, new Registers(bits, seed), steps));
      grown = out.total(next, State::grown);
      state = Blocks.instead(state, next);
    }
    return state.mapValues(State::harmonic);
  }

  private static State begin(Block block, int bits, long seed) {
    Registers registers = new Registers(bits, seed);
    int width = registers.width();
    byte[] counters = new byte[Math.multiplyExact(block.count(), width)];
    double[] size = new double[block.count()];
    for (int v = 0; v < size.length; v++) {
      registers.add(counters, v * width, block.first() + v);
      size[v] = registers.size(counters, v * width);
    }
    return new State(counters, size, new double[block.count()], 1);
  }

  private static State step(
      Block block, State old, byte[] counters, Registers registers, int steps) {
    int width = registers.width();
    byte[] next = java.util.Arrays.copyOf(counters, block.count() * width);
    double[] size = old.size.clone();
    double[] harmonic = old.harmonic.clone();
    long grown = 0;
    for (int v = 0; v < size.length; v++) {
      boolean more = false;
      for (int a = block.offsets()[v]; a < block.offsets()[v + 1]; a++) {
        more |= registers.union(next, v * width, counters, block.places()[a] * width);
      }
      if (more) {
        double larger = registers.size(next, v * width);
        harmonic[v] += Math.max(0, larger - size[v]) / steps;
        size[v] = larger;
        grown++;
      }
    }
    return new State(next, size, harmonic, grown);
  }
}
