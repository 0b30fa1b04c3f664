package dev.sextant.kernels.covert;

import dev.sextant.kernels.Cancelled;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;

/**
 * Levels of a hierarchy with the least that goes against it.
 *
 * <p>What: an arc from u to v says that u stands above v. Levels are whole numbers, 0 the highest;
 * an arc costs nothing if it leads at least one level down, 1 on the same level, and 1 more for
 * each level that it leads up; <i>agony</i> is the least total, weight times cost. A loop always
 * costs its weight. Of all best levellings each node has its highest place, which makes the answer
 * unique. Hierarchy is 1 - agony / total weight: 1 for a graph without cycles, 0 where no levels
 * are better than none. In an undirected graph every tie runs both ways and agony is their number,
 * twice the ties. Weights must be whole; without them each arc counts 1. Papers: M. Gupte et al.
 * 2011, doi:10.1145/1963405.1963484; N. Tatti, Tiers for peers, arXiv:1903.02999 (agony is a
 * circulation of most cost, found exactly).
 *
 * <p>Cost for n nodes, m arcs and d different lengths of shortest paths in the flow problem (at
 * most n, in practice tens): O(d (m + flow)), each flow O(m sqrt m) without weights; some 60 bytes
 * an arc within cycles. Exact. Deterministic. No seed.
 *
 * <p>When ties are missing: levels of nodes with few ties change; the total falls with every unseen
 * tie that closes a cycle, so hierarchy is an upper estimate.
 */
@FunctionalInterface
public interface Agony {
  /**
   * Finds the levels.
   *
   * @throws dev.sextant.kernels.BadGraph if a weight is not a whole number up to 2^40
   * @throws Cancelled if progress says stop
   */
  Result compute(Csr graph, Progress progress);

  /** Weights are counted. */
  static Agony exact() {
    return (graph, progress) -> new AgonyFlow(graph, progress).result();
  }

  /** Each arc counts 1. */
  static Agony unweighted() {
    return (graph, progress) -> new AgonyFlow(graph.unweighted(), progress).result();
  }

  /**
   * The levelling. The array belongs to the result.
   *
   * @param levels by node, 0 the highest
   * @param agony least total cost
   * @param total of all weights
   */
  record Result(int[] levels, long agony, long total) {
    /** 1 - agony / total; NaN without arcs. */
    public double hierarchy() {
      return total == 0 ? Double.NaN : 1 - (double) agony / total;
    }
  }
}
