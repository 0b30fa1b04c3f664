package dev.sextant.kernels;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/* From edges in any order to sorted rows by two counting sorts, without ever comparing two ids.
 *
 * First every arc is thrown into the pile of the node that it leads to, in the order of the input.
 * Then the piles are walked in the order of their nodes, and each arc is appended to the row of the
 * node that it comes from: since piles are taken in rising order, every row comes out sorted, and
 * parallel arcs come out side by side. An undirected edge is in both piles, so that piles and rows
 * have the same sizes and one count serves both. Each sort moves four bytes an arc (twelve with
 * weights) once; what an arc's other end is, is where it lies. */
final class ArcSort {
  /** Leaves room below the largest array that virtual machines make. */
  static final int MAX_ARCS = Integer.MAX_VALUE - 16;

  private final int nodes;
  private final boolean directed;
  private int[] targets = {};
  private double @Nullable [] weights;
  private int twins; // arcs beside an equal one

  ArcSort(int nodes, boolean directed) {
    this.nodes = nodes;
    this.directed = directed;
  }

  /**
   * Edges as they came: ends of edge i of a chunk at 2i and 2i + 1, its weight, if there are any,
   * at i.
   */
  record Chunk(int[] ends, double @Nullable [] weights, int edges) {}

  Csr sort(List<Chunk> chunks, boolean weighted) {
    int[] rows = new int[nodes + 1];
    int[] piles = directed ? new int[nodes + 1] : rows;
    long arcs = 0;
    int loops = 0;
    for (Chunk chunk : chunks) {
      int[] ends = chunk.ends;
      for (int i = 0; i < 2 * chunk.edges; i += 2) {
        int u = ends[i];
        int v = ends[i + 1];
        rows[u + 1]++;
        if (directed || u != v) {
          piles[v + 1]++;
        }
        loops += u == v ? 1 : 0;
      }
      arcs += directed ? chunk.edges : 2L * chunk.edges;
    }
    arcs -= directed ? 0 : loops;
    if (arcs > MAX_ARCS) {
      throw new BadGraph(
          arcs + " arcs: more than " + MAX_ARCS + " (an undirected edge is two); leave edges out");
    }
    add(rows);
    if (directed) {
      add(piles);
    }
    int[] sources = new int[(int) arcs];
    double[] carried = weighted ? new double[(int) arcs] : null;
    pile(chunks, Arrays.copyOf(piles, nodes), sources, carried);
    unpile(piles, Arrays.copyOf(rows, nodes), rows, sources, carried);
    if (twins > 0) {
      merge(rows);
    }
    return loops == 0
        ? new Csr(rows, targets, weights, directed, 0)
        : new Csr(rows, targets, weights, directed);
  }

  private static void add(int[] counts) {
    for (int v = 1; v < counts.length; v++) {
      counts[v] += counts[v - 1];
    }
  }

  private void pile(List<Chunk> chunks, int[] next, int[] sources, double @Nullable [] carried) {
    for (Chunk chunk : chunks) {
      int[] ends = chunk.ends;
      for (int i = 0; i < 2 * chunk.edges; i += 2) {
        int u = ends[i];
        int v = ends[i + 1];
        int at = next[v]++;
        sources[at] = u;
        if (carried != null && chunk.weights != null) {
          carried[at] = chunk.weights[i >> 1];
        }
        if (!directed && u != v) {
          int back = next[u]++;
          sources[back] = v;
          if (carried != null) {
            carried[back] = carried[at];
          }
        }
      }
    }
  }

  private void unpile(
      int[] piles, int[] next, int[] rows, int[] sources, double @Nullable [] carried) {
    int[] sorted = new int[sources.length];
    double[] sortedWeights = carried == null ? null : new double[sources.length];
    for (int t = 0; t < nodes; t++) {
      int end = piles[t + 1];
      for (int a = piles[t]; a < end; a++) {
        int s = sources[a];
        int at = next[s]++;
        sorted[at] = t;
        if (sortedWeights != null && carried != null) {
          sortedWeights[at] = carried[a];
        }
      }
    }
    targets = sorted;
    weights = sortedWeights;
    twins = twins(rows, sorted);
  }

  /* Equal neighbours in the whole list, which is read straight through, less those that stand on
   * either side of a row's beginning. */
  private static int twins(int[] rows, int[] sorted) {
    int equal = 0;
    for (int a = 1; a < sorted.length; a++) {
      equal += sorted[a] == sorted[a - 1] ? 1 : 0;
    }
    for (int v = 1; v + 1 < rows.length; v++) {
      int a = rows[v];
      boolean begins = a < rows[v + 1] && a > 0;
      equal -= begins && sorted[a] == sorted[a - 1] ? 1 : 0;
    }
    return equal;
  }

  /* Weights of parallel arcs are added smallest first, so that the sum does not depend on the order
   * in which edges came. */
  private void merge(int[] rows) {
    int kept = 0;
    int start = 0;
    for (int v = 0; v < nodes; v++) {
      int end = rows[v + 1];
      for (int a = start; a < end; ) {
        int stop = a + 1;
        while (stop < end && targets[stop] == targets[a]) {
          stop++;
        }
        targets[kept] = targets[a];
        if (weights != null) {
          weights[kept] = sum(weights, a, stop);
        }
        kept++;
        a = stop;
      }
      start = end;
      rows[v + 1] = kept;
    }
    targets = Arrays.copyOf(targets, kept);
    weights = weights == null ? null : Arrays.copyOf(weights, kept);
  }

  private static double sum(double[] weights, int start, int end) {
    if (end - start > 1) {
      Arrays.sort(weights, start, end);
    }
    double sum = 0;
    for (int i = start; i < end; i++) {
      sum += weights[i];
    }
    return CsrBuilder.checkedWeight(sum);
  }
}
