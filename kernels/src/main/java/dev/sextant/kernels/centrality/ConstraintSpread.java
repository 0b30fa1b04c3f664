package dev.sextant.kernels.centrality;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;

/**
 * Whether a node's constraint comes from one contact or from all alike: Burt's hierarchy.
 *
 * <p>What: with c(j) the part of a node's constraint that contact j accounts for, C their mean and
 * N their number: the sum of c(j)/C ln(c(j)/C) over N ln N (the Coleman-Theil index), from 0 (all
 * alike) to 1 (all from one). NaN for fewer than two contacts. Weights are strengths, the two
 * directions of a pair are added; loops are ignored. Paper: R. S. Burt, Structural Holes, 1992
 * (ISBN 9780674843721), pp. 70-71. Cost: O(sum of squared degrees) time, O(n) memory. Exact up to
 * rounding. Deterministic. No seed.
 *
 * <p>When ties are missing: unseen ties among contacts hide the one contact whom all the others
 * depend on; understated.
 */
@FunctionalInterface
public interface ConstraintSpread {
  /**
   * Computes the scores.
   *
   * @throws dev.sextant.kernels.Cancelled if progress says stop; it hears of every few thousand
   *     nodes
   */
  double[] compute(Csr graph, Progress progress);

  /** Burt's hierarchy of every node. */
  static ConstraintSpread hierarchy() {
    return (given, progress) -> {
      Csr weighted = given.weighted() ? given : given.reweighted(w -> 1);
      Csr graph = weighted.ignoringDirection();
      int n = graph.nodes();
      double[] strength = new double[n];
      for (int v = 0; v < n; v++) {
        for (int a = graph.first(v); a < graph.end(v); a++) {
          strength[v] += graph.target(a) == v ? 0 : graph.weight(a);
        }
      }
      double[] scores = new double[n];
      double[] through = new double[n];
      for (int v = 0; v < n; v++) {
        scores[v] = spread(graph, v, strength, through);
        if ((v & 0xFFF) == 0xFFF) {
          progress.step(v + 1L, n);
        }
      }
      progress.step(n, n);
      return scores;
    };
  }

  private static double spread(Csr graph, int i, double[] strength, double[] through) {
    int contacts = 0;
    for (int a = graph.first(i); a < graph.end(i); a++) {
      int q = graph.target(a);
      if (q != i) {
        contacts++;
        double share = graph.weight(a) / strength[i];
        through[q] += share;
        for (int b = graph.first(q); b < graph.end(q); b++) {
          int j = graph.target(b);
          if (j != q && j != i) {
            through[j] += share * graph.weight(b) / strength[q];
          }
        }
      }
    }
    double total = 0;
    for (int a = graph.first(i); a < graph.end(i); a++) {
      double share = graph.target(a) == i ? 0 : through[graph.target(a)];
      total += share * share;
    }
    double sum = 0;
    for (int a = graph.first(i); a < graph.end(i); a++) {
      double share = graph.target(a) == i ? 0 : through[graph.target(a)];
      double relative = share * share * contacts / total;
      sum += relative > 0 ? relative * Math.log(relative) : 0;
    }
    for (int a = graph.first(i); a < graph.end(i); a++) {
      int q = graph.target(a);
      through[q] = 0;
      for (int b = graph.first(q); b < graph.end(q); b++) {
        through[graph.target(b)] = 0;
      }
    }
    return contacts < 2 ? Double.NaN : Math.max(0, sum / (contacts * Math.log(contacts)));
  }
}
