package dev.sextant.cluster;

import java.io.Serializable;
import org.apache.spark.api.java.JavaPairRDD;

/**
 * PageRank by power iteration over blocks; definition and papers as {@link
 * dev.sextant.kernels.PageRank}: a walker at a node without arcs starts afresh anywhere, arcs are
 * followed in proportion to their weights. Stops when a round changes the scores by less than the
 * tolerance in sum.
 */
final class RankRounds {
  private RankRounds() {}

  /** A block's scores, what its arcs weigh together, and what the round did. */
  private record State(double[] score, double[] strength, double change, double stuck)
      implements Serializable {
    private static final long serialVersionUID = 1;
  }

  /**
   * Computes the scores.
   *
   * @param tolerance of the sum of all changes in a round
   * @return by block, then by own node; they add up to 1
   */
  static JavaPairRDD<Integer, double[]> scores(
      ClusterGraph graph, double damping, double tolerance, int most) {
    int n = graph.nodes();
    Blocks in = graph.in();
    JavaPairRDD<Integer, State> state =
        graph.out().blocks().mapValues(block -> begin(block, n)).persist(Blocks.STORAGE);
    double stuck = in.total(state, State::stuck);
    for (int round = 0; round < most; round++) {
      double afresh = (1 - damping) / n + damping * stuck / n;
      JavaPairRDD<Integer, State> next =
          in.round(
              state,
              RankRounds::shares,
              1,
              (block, old, column) -> step(block, old, (double[]) column, afresh, damping));
      double[] totals = in.totals(next, s -> new double[] {s.change(), s.stuck()});
      state = Blocks.instead(state, next);
      stuck = totals[1];
      if (totals[0] < tolerance) {
        break;
      }
    }
    return state.mapValues(State::score);
  }

  private static State begin(Block block, int nodes) {
    double[] score = new double[block.count()];
    double[] strength = new double[block.count()];
    double stuck = 0;
    for (int v = 0; v < block.count(); v++) {
      score[v] = 1.0 / nodes;
      for (int a = block.offsets()[v]; a < block.offsets()[v + 1]; a++) {
        strength[v] += block.weight(a);
      }
      if (strength[v] == 0) {
        stuck += score[v];
      }
    }
    return new State(score, strength, 1, stuck);
  }

  /** What a node passes on along an arc of weight 1. */
  private static double[] shares(State state) {
    double[] shares = new double[state.score.length];
    for (int v = 0; v < shares.length; v++) {
      shares[v] = state.strength[v] == 0 ? 0 : state.score[v] / state.strength[v];
    }
    return shares;
  }

  private static State step(
      Block block, State old, double[] shares, double afresh, double damping) {
    double[] score = new double[block.count()];
    double change = 0;
    double stuck = 0;
    for (int v = 0; v < score.length; v++) {
      double sum = 0;
      for (int a = block.offsets()[v]; a < block.offsets()[v + 1]; a++) {
        sum += shares[block.places()[a]] * block.weight(a);
      }
      score[v] = afresh + damping * sum;
      change += Math.abs(score[v] - old.score[v]);
      if (old.strength[v] == 0) {
        stuck += score[v];
      }
    }
    return new State(score, old.strength, change, stuck);
  }
}
