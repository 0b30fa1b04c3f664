package dev.sextant.kernels.group;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.Arrays;

/**
 * Truss numbers: how deep inside a tightly knit middle every edge lies.
 *
 * <p>What: the k-truss is the largest subgraph in which every edge lies in at least k - 2 triangles
 * of the subgraph; the truss number of an edge is the largest k whose truss holds it, 2 if it lies
 * in no triangle; that of a node is the largest of its edges', 0 without edges. Directions, weights
 * and loops are ignored. Papers: J. Cohen 2009, doi:10.1109/MCSE.2009.120; peeling: J. Wang and J.
 * Cheng 2012, doi:10.14778/2311906.2311909. Cost: the triangles are met once to be counted and once
 * to be taken away, O(m^1.5 log n) for m edges; 28 bytes an edge beside the graph. Deterministic,
 * one thread, no seed.
 *
 * <p>When ties are missing: truss numbers only fall, and by no more than the number of missing ties
 * among the neighbours of an edge at its level.
 */
@FunctionalInterface
public interface Truss {
  /**
   * Finds truss numbers.
   *
   * @throws dev.sextant.kernels.Cancelled if progress says stop; it hears of every 4,096 edges
   */
  Result compute(Csr graph, Progress progress);

  /** Takes edges away in order of the triangles they have left. */
  static Truss peeling() {
    return (graph, progress) -> new TrussPeeling(PlainRows.of(graph)).compute(progress);
  }

  /** Truss numbers of edges, by lower and then by higher end. */
  final class Result {
    private final int nodes;
    private final int[] lower;
    private final int[] higher;
    private final int[] truss;

    Result(int nodes, int[] lower, int[] higher, int[] truss) {
      this.nodes = nodes;
      this.lower = lower;
      this.higher = higher;
      this.truss = truss;
    }

    /** Number of edges between different nodes. */
    public int edges() {
      return truss.length;
    }

    /** The edge's end with the lower number. */
    public int lower(int edge) {
      return lower[edge];
    }

    /** The edge's end with the higher number. */
    public int higher(int edge) {
      return higher[edge];
    }

    /** The edge's truss number, at least 2. */
    public int truss(int edge) {
      return truss[edge];
    }

    /** The largest k whose truss is not empty; 0 without edges. */
    public int largest() {
      return Arrays.stream(truss).max().orElse(0);
    }

    /** The largest truss number among each node's edges. */
    public int[] ofNodes() {
      int[] most = new int[nodes];
      for (int e = 0; e < truss.length; e++) {
        most[lower[e]] = Math.max(most[lower[e]], truss[e]);
        most[higher[e]] = Math.max(most[higher[e]], truss[e]);
      }
      return most;
    }
  }
}
