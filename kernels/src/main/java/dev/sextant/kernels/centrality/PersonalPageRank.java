package dev.sextant.kernels.centrality;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.Arrays;

/**
 * How often a walker who follows random arcs, and now and then goes home to one of some given
 * nodes, passes each node: nearness to these, by all ways together.
 *
 * <p>What: the stationary distribution of that walk; the scores add up to 1 (by push, to 1 less the
 * stated error). An arc is followed in proportion to its weight; a walker at a node without arcs
 * goes home. Papers: T. H. Haveliwala 2002, doi:10.1145/511446.511513; push: R. Andersen, F. Chung
 * and K. Lang 2006, doi:10.1109/FOCS.2006.44. Cost for n nodes and m edges: O((n + m)
 * log(tolerance) / log(damping)) by power iteration; O(1 / (tolerance (1 - damping))) by push,
 * whatever the size of the graph, but for clearing O(n) memory. Approximate, with a stated bound.
 * Deterministic. No seed.
 *
 * <p>When ties are missing: near a home node with few ties, one missing tie shifts much; far away
 * little.
 */
@FunctionalInterface
public interface PersonalPageRank {
  /**
   * Computes the scores.
   *
   * @throws BadGraph if the graph has no such home node
   * @throws dev.sextant.kernels.Cancelled if progress says stop
   */
  Result compute(Csr graph, Progress progress);

  /**
   * By power iteration.
   *
   * @param homes nodes to which the walker goes home, each as often as the others
   * @param damping share of steps that follow an arc, from 0 to below 1
   * @param tolerance bound of the sum of all errors, above 0
   * @throws BadGraph if a parameter is out of range
   */
  static PersonalPageRank power(int[] homes, double damping, double tolerance) {
    int[] own = checked(homes, damping, tolerance);
    return (graph, progress) -> PersonalWalk.power(graph, own, damping, tolerance, progress);
  }

  /**
   * By pushing what a node still holds on to its neighbours, from the home nodes outwards, until no
   * node holds more than a tolerance for each of its arcs: only what is near is touched.
   *
   * @param homes nodes to which the walker goes home, each as often as the others
   * @param damping share of steps that follow an arc, from 0 to below 1
   * @param tolerance what may be left at a node for each of its arcs, above 0; in an undirected
   *     graph without weights no score is too small by more than this times the node's degree
   * @throws BadGraph if a parameter is out of range
   */
  static PersonalPageRank push(int[] homes, double damping, double tolerance) {
    int[] own = checked(homes, damping, tolerance);
    return (graph, progress) -> PersonalWalk.push(graph, own, damping, tolerance, progress);
  }

  private static int[] checked(int[] homes, double damping, double tolerance) {
    if (homes.length == 0 || !(damping >= 0 && damping < 1) || !(tolerance > 0)) {
      throw new BadGraph(
          homes.length
              + " home nodes, damping "
              + damping
              + ", tolerance "
              + tolerance
              + ": need a home node, 0 <= damping < 1, tolerance > 0");
    }
    int[] own = homes.clone();
    Arrays.sort(own);
    for (int i = 1; i < own.length; i++) {
      if (own[i] == own[i - 1]) {
        throw new BadGraph("home node " + own[i] + " is given twice");
      }
    }
    return own;
  }

  /**
   * Scores of every node.
   *
   * @param scores by node
   * @param error the errors of all scores together are no more than this, rounding aside; by push
   *     every score is too small or right
   */
  record Result(double[] scores, double error) {
    /** Share of the walker's time. */
    public double score(int node) {
      return scores[node];
    }
  }
}
