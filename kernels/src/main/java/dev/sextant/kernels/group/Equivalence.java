package dev.sextant.kernels.group;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Partition;
import dev.sextant.kernels.Progress;

/**
 * Who holds the same place in a network.
 *
 * <p>What: the coarsest partition in which any two nodes of a class are
 *
 * <ul>
 *   <li>{@link #structural} equivalent: tied to the same others, with the same weights and
 *       directions (F. Lorrain and H. C. White 1971, doi:10.1080/0022250X.1971.9989788); whether
 *       they are tied to each other does not matter, if both ways alike, but their loops do;
 *   <li>{@link #exact}ly coloured alike: tied to equally many of every class, in each direction (S.
 *       P. Borgatti and M. G. Everett 1992, doi:10.2307/270991); weights are ignored;
 *   <li>{@link #regular}ly equivalent: tied to the same classes, in each direction, however often
 *       (D. R. White and K. P. Reitz 1983, doi:10.1016/0378-8733(83)90025-4; the algorithm is the
 *       one that S. P. Borgatti and M. G. Everett 1993, doi:10.1016/0378-8733(93)90012-A, call
 *       CatREGE); weights are ignored. In an undirected graph everybody with a tie is in one class.
 * </ul>
 *
 * <p>Structural equivalence implies exact, exact implies regular. Cost: structural O(m log n) in
 * practice; the other two refine classes until they are stable, visiting again only the neighbours
 * of nodes that changed class: O(m log n) in practice, O(n m) at worst; 60 bytes a node and 8 an
 * arc beside the graph. Deterministic, one thread, no seed.
 *
 * <p>When ties are missing: exact classes fall apart at once, since one tie more or less tells two
 * nodes apart; for graphs from real records take {@link ProfileDistance} or {@link Blockmodel}.
 */
@FunctionalInterface
public interface Equivalence {
  /**
   * Finds classes.
   *
   * @throws dev.sextant.kernels.Cancelled if progress says stop; it hears of every refinement
   */
  Result compute(Csr graph, Progress progress);

  /** Same others. */
  static Equivalence structural() {
    return (graph, progress) -> new Result(new TwinSearch(graph).compute(progress));
  }

  /** As many of each class. */
  static Equivalence exact() {
    return (graph, progress) -> new Result(new ColourRefinement(graph, true).compute(progress));
  }

  /** Same classes. */
  static Equivalence regular() {
    return (graph, progress) -> new Result(new ColourRefinement(graph, false).compute(progress));
  }

  /** Classes of nodes that hold the same place. */
  record Result(Partition classes) {}
}
