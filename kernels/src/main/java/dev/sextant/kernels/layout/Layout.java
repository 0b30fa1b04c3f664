package dev.sextant.kernels.layout;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Cancelled;
import dev.sextant.kernels.Csr;
import org.jspecify.annotations.Nullable;

/**
 * Where nodes are drawn.
 *
 * <p>What: {@link #forces} is ForceAtlas2 (M. Jacomy et al. 2014,
 * doi:10.1371/journal.pone.0098679): ties pull, nodes push each other away by their degrees, and a
 * weak pull to the middle keeps pieces together; pushes of far-off nodes are summed by a quadtree
 * (J. Barnes and P. Hut 1986, doi:10.1038/324446a0). {@link #distances} places nodes so that
 * distances in the drawing are those along ties: a start by pivot MDS (U. Brandes and C. Pich 2007,
 * doi:10.1007/978-3-540-70904-6_6) is improved by majorisation of a sparse stress that knows the
 * distances to neighbours and to pivots, each pivot standing for its region (M. Ortmann, M.
 * Klimenta and U. Brandes 2017, doi:10.7155/jgaa.00440); pieces are drawn one by one and packed in
 * rows. {@link #levels} is for large graphs: springs and charges (Y. Hu 2005, The Mathematica
 * Journal 10:37) on ever coarser graphs, the smallest first, each gathering nodes round suns (S.
 * Hachul and M. Juenger 2005, doi:10.1007/978-3-540-31843-9_29), so that a graph of 100,000 nodes
 * unfolds in seconds where forces alone stay tangled. Directions are ignored; loops too. Cost for n
 * nodes, m edges, i iterations and p pivots: O(i (n log n + m)) time and some 150 bytes a node for
 * forces; O(p (n + m) + i (p n + m)) time and 8 p + 100 bytes a node for distances; for levels as
 * for forces, the finest level taking an eighth of the iterations, and 250 bytes a node. A
 * heuristic: no drawing is the right one. Deterministic for a seed, which is in the {@link
 * Setting}; the same bytes at any number of threads.
 *
 * <p>When ties are missing: nodes drift apart that belong together; nearness in a drawing is no
 * evidence.
 */
@FunctionalInterface
public interface Layout {
  /**
   * Draws.
   *
   * @throws Cancelled if the watch says stop; it hears of every iteration
   * @throws BadGraph if settings do not fit the graph
   */
  Result compute(Csr graph, Watch watch);

  /** By forces, ForceAtlas2 as its authors set it. */
  static Layout forces(Setting setting) {
    return forces(setting, Forces.usual());
  }

  /** By forces. */
  static Layout forces(Setting setting, Forces forces) {
    return (graph, watch) -> new ForceAtlas(graph, setting, forces).compute(watch);
  }

  /** By distances along ties. */
  static Layout distances(Setting setting) {
    return (graph, watch) -> new StressLayout(graph, setting).compute(watch);
  }

  /** By springs and charges on coarser and coarser graphs; for 10,000 nodes and more. */
  static Layout levels(Setting setting) {
    return (graph, watch) -> new Multilevel(graph, setting).compute(watch);
  }

  /** Hears of finished iterations, and may stop the drawing. */
  @FunctionalInterface
  interface Watch {
    /**
     * Hears how far it is.
     *
     * @param total iterations at most; -1 if that is not known
     * @param x places so far, empty while coarser graphs are drawn; to be read at once and never
     *     written
     * @param y as x
     * @return false to stop
     */
    boolean at(long done, long total, double[] x, double[] y);

    /** Neither listens nor stops. */
    static Watch none() {
      return (done, total, x, y) -> true;
    }
  }

  /**
   * What holds for both ways.
   *
   * @param iterations most iterations; distances stop before if nothing moves any more
   * @param seed of the start
   * @param threads most threads, at least 1
   * @param weighted whether weights count: stronger ties pull more; distances count steps whatever
   *     the weights
   * @param start places to go on from, or null
   */
  record Setting(int iterations, long seed, int threads, boolean weighted, @Nullable Start start) {
    /** Refuses what is out of range. */
    public Setting {
      if (iterations < 0 || threads < 1) {
        throw new BadGraph(
            "iterations "
                + iterations
                + ", threads "
                + threads
                + ": need iterations >= 0 and threads >= 1");
      }
    }

    /** 200 iterations, seed 1, one thread, weights ignored, no start. */
    public static Setting usual() {
      return new Setting(200, 1, 1, false, null);
    }

    /** As this, with other iterations. */
    public Setting iterations(int most) {
      return new Setting(most, seed, threads, weighted, start);
    }

    /** As this, with another seed. */
    public Setting seed(long other) {
      return new Setting(iterations, other, threads, weighted, start);
    }

    /** As this, with other threads. */
    public Setting threads(int most) {
      return new Setting(iterations, seed, most, weighted, start);
    }

    /** As this, going on from places. */
    public Setting from(Start places) {
      return new Setting(iterations, seed, threads, weighted, places);
    }
  }

  /**
   * Places to go on from. A node without one (NaN) begins near its neighbours that have one.
   *
   * @param x by node, or NaN
   * @param y by node, or NaN
   * @param fixed nodes that stay where they are
   */
  record Start(double[] x, double[] y, boolean[] fixed) {
    /** Refuses arrays of unequal lengths, and fixed nodes without a place. */
    public Start {
      if (x.length != y.length || x.length != fixed.length) {
        throw new BadGraph("start: x, y and fixed differ in length");
      }
      for (int v = 0; v < x.length; v++) {
        if (Double.isInfinite(x[v]) || Double.isInfinite(y[v])) {
          throw new BadGraph("start: node " + v + " is infinitely far");
        }
        if (fixed[v] && (Double.isNaN(x[v]) || Double.isNaN(y[v]))) {
          throw new BadGraph("start: node " + v + " is fixed and has no place");
        }
      }
    }
  }

  /**
   * ForceAtlas2's own settings, under its authors' names.
   *
   * @param scaling strength of the push, above 0; larger drawings
   * @param gravity strength of the pull to the middle, 0 or more
   * @param strongGravity whether that pull grows with the distance
   * @param linLog whether ties pull by the logarithm of the distance; tighter groups
   * @param dissuadeHubs whether a tie pulls a node less the more ties it has; hubs to the border
   * @param theta how near a cell of the tree may be, in its sizes, before it is looked into; 0.5 to
   *     2
   * @param radii of nodes that must not overlap; null if they are points
   */
  record Forces(
      double scaling,
      double gravity,
      boolean strongGravity,
      boolean linLog,
      boolean dissuadeHubs,
      double theta,
      double @Nullable [] radii) {
    /** Refuses what is out of range. */
    public Forces {
      if (!(scaling > 0) || !(gravity >= 0) || !(theta >= 0.1 && theta <= 4)) {
        throw new BadGraph(
            "scaling "
                + scaling
                + ", gravity "
                + gravity
                + ", theta "
                + theta
                + ": need scaling > 0, gravity >= 0, 0.1 <= theta <= 4");
      }
    }

    /** Scaling 2, gravity 1, nothing else; theta 1.2. */
    public static Forces usual() {
      return new Forces(2, 1, false, false, false, 1.2, null);
    }
  }

  /**
   * Places.
   *
   * @param x by node
   * @param y by node
   * @param iterations run
   */
  record Result(double[] x, double[] y, int iterations) {}
}
