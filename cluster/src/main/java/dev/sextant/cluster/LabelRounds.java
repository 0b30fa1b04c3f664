package dev.sextant.cluster;

import dev.sextant.kernels.SplitMix;
import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.api.java.JavaPairRDD;

/**
 * Groups by label propagation: a node takes the label that weighs most among its neighbours, of
 * equals its own if it is among them, else the smallest. In each round a seeded half of the nodes
 * may change, since two neighbours who changed together would swap labels for ever. Stops when for
 * two rounds nothing changed, or after the most rounds allowed. Paper: U. N. Raghavan, R. Albert,
 * S. Kumara 2007, doi:10.1103/PhysRevE.76.036106. Seeded; the same labels for any number of blocks.
 * Directions are ignored.
 */
final class LabelRounds {
  private LabelRounds() {}

  /** A block's labels and how many changed. */
  private record State(int[] label, long changed) implements Serializable {
    private static final long serialVersionUID = 1;
  }

  /** Labels by block, then by own node: each the number of a node of the group. */
  static JavaPairRDD<Integer, double[]> labels(ClusterGraph graph, long seed, int most) {
    Blocks around = graph.around();
    JavaPairRDD<Integer, State> state = around.start(LabelRounds::begin);
    int quiet = 0;
    for (int round = 0; round < most && quiet < 2; round++) {
      int now = round;
      JavaPairRDD<Integer, State> next =
          around.round(
              state,
              State::label,
              1,
              (block, old, column) -> step(block, (int[]) column, seed, now));
      quiet = around.total(next, State::changed) == 0 ? quiet + 1 : 0;
      state = Blocks.instead(state, next);
    }
    return state.mapValues(s -> Arrays.stream(s.label()).asDoubleStream().toArray());
  }

  /** The same on one machine: the whole graph is one block. */
  static double[] alone(Block block, long seed, int most) {
    State state = begin(block);
    int quiet = 0;
    for (int round = 0; round < most && quiet < 2; round++) {
      state = step(block, state.label, seed, round);
      quiet = state.changed == 0 ? quiet + 1 : 0;
    }
    return Arrays.stream(state.label).asDoubleStream().toArray();
  }

  private static State begin(Block block) {
    int[] label = new int[block.count()];
    for (int v = 0; v < label.length; v++) {
      label[v] = block.first() + v;
    }
    return new State(label, 1);
  }

  private static State step(Block block, int[] labels, long seed, int round) {
    int[] label = Arrays.copyOf(labels, block.count());
    long changed = 0;
    for (int v = 0; v < label.length; v++) {
      if (moves(block.first() + v, seed, round)) {
        label[v] = heaviest(block, v, labels);
        if (label[v] != labels[v]) {
          changed++;
        }
      }
    }
    return new State(label, changed);
  }

  /** The seeded half; the other half moves in the round after. */
  static boolean moves(int node, long seed, int round) {
    SplitMix coins = new SplitMix(seed ^ ((long) node << 32) ^ (round / 2));
    long coin = coins.next();
    return ((coin ^ round) & 1) == 0;
  }

  private static int heaviest(Block block, int v, int[] labels) {
    int start = block.offsets()[v];
    int end = block.offsets()[v + 1];
    if (start == end) {
      return labels[v];
    }
    long[] keys = new long[end - start];
    for (int a = start; a < end; a++) {
      keys[a - start] = ((long) labels[block.places()[a]] << 32) | (a - start);
    }
    Arrays.sort(keys);
    int best = -1;
    double most = 0;
    double own = 0;
    int i = 0;
    while (i < keys.length) {
      int label = (int) (keys[i] >>> 32);
      double weight = 0;
      while (i < keys.length && (int) (keys[i] >>> 32) == label) {
        weight += block.weight(start + (int) keys[i++]);
      }
      if (label == labels[v]) {
        own = weight;
      }
      if (weight > most) { // labels ascend, so of equals the smallest stays
        most = weight;
        best = label;
      }
    }
    return own >= most ? labels[v] : best;
  }
}
