package dev.sextant.kernels.covert;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;

/* Judges what is left when nodes are removed: the lower the cost, the more broken. Ordered pairs in
 * one piece, or the sum of their 1/distance. */
abstract class Breaker {
  static Breaker of(Csr graph, KeyPlayers.Aim aim) {
    return aim == KeyPlayers.Aim.FRAGMENT
        ? new ByPieces(graph.ignoringDirection())
        : new ByDistance(graph);
  }

  /** Cost of what is left. */
  abstract double cost(boolean[] removed);

  /** Cost of what is left without each candidate in turn; a removed candidate costs infinity. */
  abstract void costWithout(boolean[] removed, int[] candidates, double[] costs, Progress progress);

  private static final class ByPieces extends Breaker {
    private final CutWalk walk;

    ByPieces(Csr graph) {
      walk = new CutWalk(graph);
    }

    @Override
    double cost(boolean[] removed) {
      walk.walk(removed);
      int rest = 0;
      for (boolean gone : removed) {
        rest += gone ? 0 : 1;
      }
      return walk.squares - rest;
    }

    @Override
    void costWithout(boolean[] removed, int[] candidates, double[] costs, Progress progress) {
      walk.walk(removed);
      int rest = -1;
      for (boolean gone : removed) {
        rest += gone ? 0 : 1;
      }
      for (int i = 0; i < candidates.length; i++) {
        int v = candidates[i];
        costs[i] = removed[v] ? Double.POSITIVE_INFINITY : walk.squaresWithout[v] - rest;
      }
      progress.step(0, -1);
    }
  }

  private static final class ByDistance extends Breaker {
    private final PairSums sums;

    ByDistance(Csr graph) {
      sums = new PairSums(graph);
    }

    @Override
    double cost(boolean[] removed) {
      return sums.sum(removed);
    }

    @Override
    void costWithout(boolean[] removed, int[] candidates, double[] costs, Progress progress) {
      for (int i = 0; i < candidates.length; i++) {
        int v = candidates[i];
        if (removed[v]) {
          costs[i] = Double.POSITIVE_INFINITY;
        } else {
          removed[v] = true;
          costs[i] = sums.sum(removed);
          removed[v] = false;
        }
        progress.step(0, -1);
      }
    }
  }
}
