package dev.sextant.cluster;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.api.java.JavaPairRDD;

/**
 * Coreness without an order of peeling: begin with the degree, and let every node take the largest
 * h such that h of its neighbours have at least h; what is left when nothing changes is the
 * coreness. Papers: L. Lu, T. Zhou, Q.-M. Zhang, H. E. Stanley 2016, doi:10.1038/ncomms10168; A.
 * Montresor, F. De Pellegrini, D. Miorandi 2013, doi:10.1109/TPDS.2012.124. Exact. Directions,
 * weights and loops are ignored.
 */
final class CoreRounds {
  private CoreRounds() {}

  /** A block's bounds, which only fall, and how many fell. */
  private record State(int[] bound, long fallen) implements Serializable {
    private static final long serialVersionUID = 1;
  }

  /** Coreness by block, then by own node. */
  static JavaPairRDD<Integer, double[]> coreness(ClusterGraph graph) {
    Blocks around = graph.around();
    JavaPairRDD<Integer, State> state = around.start(CoreRounds::begin);
    double fallen = 1;
    while (fallen > 0) {
      JavaPairRDD<Integer, State> next =
          around.round(state, State::bound, 1, (block, old, column) -> step(block, (int[]) column));
      fallen = around.total(next, State::fallen);
      state = Blocks.instead(state, next);
    }
    return state.mapValues(s -> Arrays.stream(s.bound()).asDoubleStream().toArray());
  }

  private static State begin(Block block) {
    int[] degree = new int[block.count()];
    for (int v = 0; v < degree.length; v++) {
      degree[v] = block.degree(v);
    }
    return new State(degree, 1);
  }

  private static State step(Block block, int[] bounds) {
    int[] bound = new int[block.count()];
    int most = 0;
    for (int v = 0; v < bound.length; v++) {
      most = Math.max(most, bounds[v]);
    }
    int[] having = new int[most + 1];
    long fallen = 0;
    for (int v = 0; v < bound.length; v++) {
      int before = bounds[v];
      Arrays.fill(having, 0, before + 1, 0);
      for (int a = block.offsets()[v]; a < block.offsets()[v + 1]; a++) {
        having[Math.min(before, bounds[block.places()[a]])]++;
      }
      int h = before;
      int atLeast = having[h];
      while (h > 0 && atLeast < h) {
        atLeast += having[--h];
      }
      bound[v] = h;
      if (h < before) {
        fallen++;
      }
    }
    return new State(bound, fallen);
  }
}
