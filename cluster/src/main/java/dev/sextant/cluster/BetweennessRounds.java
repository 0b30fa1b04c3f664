package dev.sextant.cluster;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.SplitMix;
import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.api.java.JavaPairRDD;

/**
 * Betweenness from a sample of sources: the dependencies of every node on shortest paths from the
 * sampled sources, added up and scaled by n over the sample. Eight sources share a pass: forward by
 * levels, counting shortest paths, then back by levels, adding up shares. Papers: U. Brandes 2001,
 * doi:10.1080/0022250X.2001.9990249; U. Brandes, C. Pich 2007, doi:10.1142/S0218127407018403. Exact
 * if every node is a source. Unbiased; the sample is drawn by the seed, without repetition.
 */
final class BetweennessRounds {
  /** Sources that share a pass. */
  private static final int LANES = 8;

  private BetweennessRounds() {}

  /** By node and lane: the level of its discovery, paths from the source, share of them. */
  private record State(int[] level, double[] paths, double[] share, double[] score, long found)
      implements Serializable {
    private static final long serialVersionUID = 1;
  }

  /** The sources: all nodes if the sample is not smaller, else a sample by Floyd's method. */
  static int[] sources(int nodes, int sample, long seed) {
    if (sample >= nodes) {
      return java.util.stream.IntStream.range(0, nodes).toArray();
    }
    SplitMix random = new SplitMix(seed);
    java.util.TreeSet<Integer> chosen = new java.util.TreeSet<>();
    for (int i = nodes - sample; i < nodes; i++) {
      int one = random.below(i + 1);
      chosen.add(chosen.contains(one) ? i : one);
    }
    return chosen.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * Scores by block, then by own node; scaled to all pairs, each once if ties have no direction.
   */
  static JavaPairRDD<Integer, double[]> scores(ClusterGraph graph, int sample, long seed) {
    int n = graph.nodes();
    int[] sources = sources(n, sample, seed);
    JavaPairRDD<Integer, State> state = graph.out().start(BetweennessRounds::blank);
    for (int start = 0; start < sources.length; start += LANES) {
      int[] lane = Arrays.copyOfRange(sources, start, Math.min(sources.length, start + LANES));
      state = pass(graph, state, lane);
    }
    double scale = scale(n, sources.length, graph.directed());
    return state.mapValues(s -> Arrays.stream(s.score()).map(x -> x * scale).toArray());
  }

  /** The same on one machine: the whole graph is one block. */
  static double[] alone(Csr graph, int sample, long seed) {
    Block out = LocalEngine.block(graph, false);
    Block in = LocalEngine.block(graph, true);
    int[] sources = sources(graph.nodes(), sample, seed);
    State state = blank(out);
    for (int start = 0; start < sources.length; start += LANES) {
      int[] lane = Arrays.copyOfRange(sources, start, Math.min(sources.length, start + LANES));
      state = begin(out, state, lane);
      int level = 0;
      while (state.found > 0) {
        state = forward(in, state, frontier(state, level), level);
        level++;
      }
      for (int back = level - 2; back >= 0; back--) {
        state = backward(out, state, owed(state, back + 1), back);
      }
    }
    double scale = scale(graph.nodes(), sources.length, graph.directed());
    return Arrays.stream(state.score).map(x -> x * scale).toArray();
  }

  private static double scale(int nodes, int sources, boolean directed) {
    return (double) nodes / Math.max(1, sources) / (directed ? 1 : 2);
  }

  private static State blank(Block block) {
    int cells = block.count() * LANES;
    return new State(
        new int[cells], new double[cells], new double[cells], new double[block.count()], 0);
  }

  private static JavaPairRDD<Integer, State> pass(
      ClusterGraph graph, JavaPairRDD<Integer, State> before, int[] lane) {
    Blocks in = graph.in();
    Blocks out = graph.out();
    JavaPairRDD<Integer, State> state =
        out.blocks()
            .join(before)
            .mapValues(both -> begin(both._1(), both._2(), lane))
            .persist(Blocks.STORAGE);
    out.total(state, State::found);
    before.unpersist(false);
    int level = 0;
    double found = 1;
    while (found > 0) {
      int now = level++;
      JavaPairRDD<Integer, State> next =
          in.round(
              state,
              s -> frontier(s, now),
              LANES,
              (block, old, column) -> forward(block, old, (double[]) column, now));
      found = in.total(next, State::found);
      state = Blocks.instead(state, next);
    }
    for (int back = level - 2; back >= 0; back--) {
      int now = back;
      JavaPairRDD<Integer, State> next =
          out.round(
              state,
              s -> owed(s, now + 1),
              LANES,
              (block, old, column) -> backward(block, old, (double[]) column, now));
      out.total(next, State::found);
      state = Blocks.instead(state, next);
    }
    return state;
  }

  private static State begin(Block block, State old, int[] lane) {
    int[] level = new int[old.level.length];
    Arrays.fill(level, -1);
    double[] paths = new double[level.length];
    for (int l = 0; l < lane.length; l++) {
      int own = lane[l] - block.first();
      if (own >= 0 && own < block.count()) {
        level[own * LANES + l] = 0;
        paths[own * LANES + l] = 1;
      }
    }
    return new State(level, paths, new double[level.length], old.score, 1);
  }

  /** Paths to the nodes found last; 0 for all others. */
  private static double[] frontier(State state, int level) {
    double[] column = new double[state.level.length];
    for (int i = 0; i < column.length; i++) {
      column[i] = state.level[i] == level ? state.paths[i] : 0;
    }
    return column;
  }

  private static State forward(Block block, State old, double[] frontier, int now) {
    int[] level = old.level.clone();
    double[] paths = old.paths.clone();
    long found = 0;
    double[] sum = new double[LANES];
    for (int v = 0; v < block.count(); v++) {
      Arrays.fill(sum, 0);
      add(block, v, frontier, sum);
      for (int l = 0; l < LANES; l++) {
        if (level[v * LANES + l] < 0 && sum[l] > 0) {
          level[v * LANES + l] = now + 1;
          paths[v * LANES + l] = sum[l];
          found++;
        }
      }
    }
    return new State(level, paths, old.share, old.score, found);
  }

  /** What each path to a node of a level is owed by it. */
  private static double[] owed(State state, int level) {
    double[] column = new double[state.level.length];
    for (int i = 0; i < column.length; i++) {
      column[i] = state.level[i] == level ? (1 + state.share[i]) / state.paths[i] : 0;
    }
    return column;
  }

  private static State backward(Block block, State old, double[] owed, int now) {
    double[] share = old.share.clone();
    double[] score = old.score.clone();
    double[] sum = new double[LANES];
    for (int v = 0; v < block.count(); v++) {
      Arrays.fill(sum, 0);
      add(block, v, owed, sum);
      for (int l = 0; l < LANES; l++) {
        int at = v * LANES + l;
        if (old.level[at] == now) {
          share[at] = old.paths[at] * sum[l];
          if (now > 0) { // a source does not lie between itself and others
            score[v] += share[at];
          }
        }
      }
    }
    return new State(old.level, old.paths, share, score, 0);
  }

  private static void add(Block block, int v, double[] column, double[] sum) {
    for (int a = block.offsets()[v]; a < block.offsets()[v + 1]; a++) {
      int from = block.places()[a] * LANES;
      for (int l = 0; l < LANES; l++) {
        sum[l] += column[from + l];
      }
    }
  }
}
