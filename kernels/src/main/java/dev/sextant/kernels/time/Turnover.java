package dev.sextant.kernels.time;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;

/**
 * Ties kept, lost and new between two graphs of the same nodes, loops left out.
 *
 * <p><i>Correlation</i> is the mean over nodes with a tie in either of the overlap of their
 * neighbours, shared over the root of the product of both counts (A. Clauset, N. Eagle 2007,
 * arXiv:1211.7343). Cost: O(n + m). Deterministic. No seed.
 *
 * <p>When ties are missing independently in both: what is kept is undercounted by the square of the
 * share seen, so people look more fickle than they are.
 *
 * @param kept in both
 * @param lost in the first only
 * @param fresh in the second only
 * @param jaccard kept over all; NaN without ties
 * @param correlation mean overlap of neighbours; NaN without ties
 */
public record Turnover(int kept, int lost, int fresh, double jaccard, double correlation) {
  /** From one graph to another. */
  public static Turnover between(Csr first, Csr second) {
    if (first.nodes() != second.nodes() || first.directed() != second.directed()) {
      throw new BadGraph("graphs differ in nodes or direction: " + first + ", " + second);
    }
    int once = first.directed() ? 1 : 2;
    int kept = 0;
    int all = 0;
    int then = 0;
    double sum = 0;
    int active = 0;
    for (int v = 0; v < first.nodes(); v++) {
      int shared = 0;
      int before = -(first.arc(v, v) >= 0 ? 1 : 0);
      int after = -(second.arc(v, v) >= 0 ? 1 : 0);
      before += first.end(v) - first.first(v);
      after += second.end(v) - second.first(v);
      for (int a = first.first(v); a < first.end(v); a++) {
        int w = first.target(a);
        shared += w != v && second.arc(v, w) >= 0 ? 1 : 0;
      }
      kept += shared;
      all += before;
      then += after;
      if (before + after > 0) {
        active++;
        sum += shared == 0 ? 0 : shared / Math.sqrt((double) before * after);
      }
    }
    int lost = (all - kept) / once;
    int fresh = (then - kept) / once;
    kept /= once;
    int any = kept + lost + fresh;
    return new Turnover(
        kept,
        lost,
        fresh,
        any == 0 ? Double.NaN : (double) kept / any,
        active == 0 ? Double.NaN : sum / active);
  }
}
