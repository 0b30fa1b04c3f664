package dev.sextant.kernels.group;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Partition;
import dev.sextant.kernels.Progress;

/**
 * A blockmodel: k positions such that between any two either nearly all ties are there or nearly
 * none.
 *
 * <p>What: a partition into at most k positions and an image, a table that says of each ordered
 * pair of positions whether ties from one to the other belong there, with as few inconsistencies as
 * can be found: ties where none belong and missing ties where they belong (loops apart; an
 * undirected tie counts once in each direction). Weights are ignored. Papers: P. Doreian, V.
 * Batagelj and A. Ferligoj, Generalized Blockmodeling, 2005, doi:10.1017/CBO9780511584176 (direct
 * optimisation, structural equivalence); images: H. C. White, S. A. Boorman and R. L. Breiger 1976,
 * doi:10.1086/226141. Cost: O(restarts * passes * (m + n k^2)), a few tens of passes; O(n + k^2)
 * memory. A heuristic: best of several starts, each improved by moving and by exchanging single
 * nodes until neither helps. Deterministic for a seed, the last parameter of {@link #of}.
 *
 * <p>When ties are missing: evenly missing ties lower densities and turn sparse blocks empty before
 * they move people; look at the densities beside the image.
 */
@FunctionalInterface
public interface Blockmodel {
  /** Finds the best of so many starts; more hardly ever helps on graphs of some hundred nodes. */
  int USUAL_STARTS = 20;

  /**
   * Finds positions.
   *
   * @throws dev.sextant.kernels.Cancelled if progress says stop; it hears of every pass
   */
  Result compute(Csr graph, Progress progress);

  /**
   * With so many positions at most.
   *
   * @param positions at least 1
   * @param starts at least 1
   * @param seed of the starts
   * @throws BadGraph if a parameter is out of range
   */
  static Blockmodel of(int positions, int starts, long seed) {
    if (positions < 1 || positions > 1_000 || starts < 1) {
      throw new BadGraph(
          "positions " + positions + ", starts " + starts + ": need 1 to 1,000 and at least 1");
    }
    return (graph, progress) -> new BlockSearch(graph, positions, seed, progress).best(starts);
  }

  /** Positions, numbered by size and then by smallest member, and their image. */
  final class Result {
    private final Partition positions;
    private final long[][] ties;
    private final long inconsistencies;

    Result(Partition positions, long[][] ties, long inconsistencies) {
      this.positions = positions;
      this.ties = ties;
      this.inconsistencies = inconsistencies;
    }

    /** Who holds which position. */
    public Partition positions() {
      return positions;
    }

    /** Ties from a position to another, or within one. */
    public long ties(int from, int to) {
      return ties[from][to];
    }

    /** How many ties there could be. */
    public long room(int from, int to) {
      long size = positions.size(from);
      return size * (from == to ? size - 1 : positions.size(to));
    }

    /** Share of the possible ties; NaN for a position of one with itself. */
    public double density(int from, int to) {
      return (double) ties[from][to] / room(from, to);
    }

    /** Whether ties belong there: more than half are there. */
    public boolean image(int from, int to) {
      return 2 * ties[from][to] > room(from, to);
    }

    /** Ties where none belong and missing ties where they belong, over all ordered pairs. */
    public long inconsistencies() {
      return inconsistencies;
    }
  }
}
