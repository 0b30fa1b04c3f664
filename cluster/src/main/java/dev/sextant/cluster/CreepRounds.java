package dev.sextant.cluster;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.api.java.JavaPairRDD;

/**
 * The smallest number of each weak component, as far as some rounds bring it. A block knows from
 * the start which of its places, guests among them, hang together by its own rows; in a round each
 * such part takes the smallest label that one of its places has. So labels creep from block to
 * block and not from node to node, and most networks of people are done in a few rounds; long
 * chains that wind through the blocks are not, and are left to {@link StarComponents}.
 */
final class CreepRounds {
  private CreepRounds() {}

  /** Parts by place, labels by own node, and how many of these fell. */
  private record State(int[] part, int[] label, long fallen) implements Serializable {
    private static final long serialVersionUID = 1;
  }

  /**
   * Labels so far.
   *
   * @param values by block, then by own node
   * @param done whether nothing can fall any more
   */
  record Labels(JavaPairRDD<Integer, double[]> values, boolean done) {}

  static Labels labels(ClusterGraph graph, int most) {
    Blocks around = graph.around();
    JavaPairRDD<Integer, State> state = around.start(CreepRounds::begin);
    double fallen = 1;
    for (int round = 0; round < most && fallen > 0; round++) {
      JavaPairRDD<Integer, State> next =
          around.round(state, State::label, 1, (block, old, column) -> step(old, (int[]) column));
      fallen = around.total(next, State::fallen);
      state = Blocks.instead(state, next);
    }
    return new Labels(
        state.mapValues(s -> Arrays.stream(s.label()).asDoubleStream().toArray()), fallen == 0);
  }

  private static State begin(Block block) {
    int[] part = new int[block.count() + block.guests().length];
    Arrays.setAll(part, place -> place);
    int[] label = new int[block.count()];
    for (int v = 0; v < label.length; v++) {
      label[v] = block.first() + v;
      for (int a = block.offsets()[v]; a < block.offsets()[v + 1]; a++) {
        join(part, v, block.places()[a]);
      }
    }
    for (int place = 0; place < part.length; place++) {
      part[place] = root(part, place);
    }
    return new State(part, label, 1);
  }

  private static int root(int[] part, int place) {
    int at = place;
    while (part[at] != at) {
      part[at] = part[part[at]];
      at = part[at];
    }
    return at;
  }

  private static void join(int[] part, int one, int other) {
    int a = root(part, one);
    int b = root(part, other);
    if (a != b) {
      part[Math.max(a, b)] = Math.min(a, b);
    }
  }

  private static State step(State old, int[] labels) {
    int[] least = new int[labels.length];
    Arrays.fill(least, Integer.MAX_VALUE);
    for (int place = 0; place < labels.length; place++) {
      int part = old.part[place];
      least[part] = Math.min(least[part], labels[place]);
    }
    int[] label = new int[old.label.length];
    long fallen = 0;
    for (int v = 0; v < label.length; v++) {
      label[v] = least[old.part[v]];
      if (label[v] < old.label[v]) {
        fallen++;
      }
    }
    return new State(old.part, label, fallen);
  }
}
