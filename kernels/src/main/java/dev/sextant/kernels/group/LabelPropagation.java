package dev.sextant.kernels.group;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Partition;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.SplitMix;

/**
 * Communities by label propagation: every node takes the label that weighs most among its
 * neighbours, until each has one that weighs most.
 *
 * <p>What: nodes are visited in an order shuffled anew each round; a node keeps its label while
 * that is among the heaviest, and otherwise takes one of the heaviest at random. Directions are
 * ignored (weights of the two arcs of a pair are added), loops do not count, a node without edges
 * is a group of its own. In the end each connected piece of a label is a group, so groups are
 * connected. Paper: U. N. Raghavan, R. Albert and S. Kumara 2007, doi:10.1103/PhysRevE.76.036106.
 * Cost: O(m) a round, a handful of rounds in practice, but no bound is known: the limit on the
 * rounds decides if need be, and {@link Result#settled} says so; 30 bytes a node beside the graph.
 * Deterministic for a seed, the parameter of {@link #asynchronous}; different seeds give quite
 * different groups, often one giant: where it matters, take Leiden.
 *
 * <p>When ties are missing: single missing ties can split a group or let one label flood two.
 */
@FunctionalInterface
public interface LabelPropagation {
  /** Rounds after which even large graphs were long at rest. */
  int MOST_ROUNDS = 100;

  /**
   * Finds communities.
   *
   * @throws dev.sextant.kernels.Cancelled if progress says stop; it hears of every round
   */
  Result compute(Csr graph, Progress progress);

  /** One node after the other, each seeing what those before it did. */
  static LabelPropagation asynchronous(long seed) {
    return asynchronous(seed, MOST_ROUNDS);
  }

  /**
   * As {@link #asynchronous(long)}, with a limit on the rounds.
   *
   * @throws BadGraph if the limit is below 1
   */
  static LabelPropagation asynchronous(long seed, int rounds) {
    if (rounds < 1) {
      throw new BadGraph("rounds " + rounds + ": need at least 1");
    }
    return (graph, progress) ->
        new LabelRounds(graph.ignoringDirection(), new SplitMix(seed)).compute(rounds, progress);
  }

  /**
   * Communities.
   *
   * @param communities the partition
   * @param rounds run
   * @param settled whether every node has a label that weighs most among its neighbours
   */
  record Result(Partition communities, int rounds, boolean settled) {}
}
