package dev.sextant.kernels.covert;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Betweenness;
import dev.sextant.kernels.Cancelled;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Progress;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What would be different if some nodes, often one, were not there.
 *
 * <p>What: pieces, the largest piece, fragmentation and efficiency before and after (as in {@link
 * Removal}; fragmentation over the nodes that remain); which nodes the removal cuts off, that is,
 * those that were in a piece with a removed node and are no longer in that piece's largest part;
 * and who would step in: the change in normalised betweenness, both times over all pairs of nodes
 * of the graph as it was. Paper: S. P. Borgatti 2006, doi:10.1007/s10588-006-7084-x. Weights and
 * loops are ignored. Cost for n nodes and m edges: two betweenness computations, O(n m) at worst,
 * O(n + m) memory; distances are left out (NaN) above 65,536 nodes. Deterministic. No seed. What
 * follows an arrest is people's reaction, which no removal from a drawing foresees.
 *
 * <p>When ties are missing: somebody cut off here may be held by a tie that nobody saw.
 */
@FunctionalInterface
public interface Absence {
  /**
   * Compares.
   *
   * @throws BadGraph if a node is not in the graph
   * @throws Cancelled if progress says stop
   */
  Result compute(Csr graph, Progress progress);

  /** Without these nodes. */
  static Absence of(int... nodes) {
    int[] gone = nodes.clone();
    return (graph, progress) -> absent(graph, gone, progress);
  }

  private static Result absent(Csr graph, int[] gone, Progress progress) {
    int n = graph.nodes();
    boolean[] removed = new boolean[n];
    for (int v : gone) {
      if (v < 0 || v >= n) {
        throw new BadGraph("node " + v + " leaves the nodes 0.." + (n - 1));
      }
      removed[v] = true;
    }
    PairSums pairs = n <= RemovalCurves.BY_DISTANCE ? new PairSums(graph) : null;
    Csr plain = graph.ignoringDirection();
    CutWalk walk = new CutWalk(plain);
    Figures before = Figures.of(walk, pairs, new boolean[n]);
    int[] pieceBefore = Figures.pieces(plain, new boolean[n]);
    Figures after = Figures.of(walk, pairs, removed);
    int[] cut = cutOff(plain, removed, pieceBefore);
    double[] most = Betweenness.byHops().compute(graph, progress).scores();
    double[] then = Betweenness.byHops().compute(without(graph, removed), progress).scores();
    double all = (n - 1.0) * (n - 2.0) / (graph.directed() ? 1 : 2);
    double[] gain = new double[n];
    for (int v = 0; v < n; v++) {
      gain[v] = all > 0 ? (then[v] - most[v]) / all : 0;
    }
    return new Result(before, after, cut, gain);
  }

  private static int[] cutOff(Csr plain, boolean[] removed, int[] pieceBefore) {
    int n = removed.length;
    boolean[] touched = new boolean[n];
    for (int v = 0; v < n; v++) {
      if (removed[v]) {
        touched[pieceBefore[v]] = true;
      }
    }
    int[] pieceAfter = Figures.pieces(plain, removed);
    int[] size = new int[n];
    for (int v = 0; v < n; v++) {
      if (!removed[v]) {
        size[pieceAfter[v]]++;
      }
    }
    int[] mainPart = new int[n];
    java.util.Arrays.fill(mainPart, -1);
    for (int v = 0; v < n; v++) {
      int was = pieceBefore[v];
      if (!removed[v] && (mainPart[was] < 0 || size[pieceAfter[v]] > size[mainPart[was]])) {
        mainPart[was] = pieceAfter[v];
      }
    }
    return IntStream.range(0, n)
        .filter(v ->
            !removed[v] && touched[pieceBefore[v]] && pieceAfter[v] != mainPart[pieceBefore[v]])
        .toArray();
  }

  private static Csr without(Csr graph, boolean[] removed) {
    CsrBuilder builder =
        graph.directed()
            ? CsrBuilder.directed(graph.nodes(), CsrBuilder.Loops.DROP)
            : CsrBuilder.undirected(graph.nodes(), CsrBuilder.Loops.DROP);
    for (int v = 0; v < removed.length; v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int w = graph.target(a);
        if (!removed[v] && !removed[w] && (graph.directed() || v < w)) {
          builder.edge(v, w);
        }
      }
    }
    return builder.build().graph();
  }

  /**
   * Numbers of the whole.
   *
   * @param nodes how many are there
   * @param pieces how many pieces they form, directions ignored
   * @param largest nodes in the largest piece
   * @param fragmentation share of pairs in different pieces; 1 below two nodes
   * @param distanceFragmentation 1 minus the mean of 1/distance; 1 below two nodes
   * @param efficiency sum of 1/distance over the ordered pairs of all nodes, the absent among them
   */
  record Figures(
      int nodes,
      int pieces,
      int largest,
      double fragmentation,
      double distanceFragmentation,
      double efficiency) {

    static Figures of(CutWalk walk, @Nullable PairSums pairs, boolean[] removed) {
      walk.walk(removed);
      double n = removed.length;
      double sum = pairs == null ? Double.NaN : pairs.sum(removed);
      double rest = 0;
      double count = 0;
      for (int v = 0; v < removed.length; v++) {
        rest += removed[v] ? 0 : 1;
        count += removed[v] ? 0 : 1.0 / walk.pieceSize[v];
      }
      double among = rest * (rest - 1);
      return new Figures(
          (int) rest,
          (int) Math.round(count),
          walk.largest,
          rest < 2 ? 1 : 1 - (walk.squares - rest) / among,
          rest < 2 && pairs != null ? 1 : 1 - sum / among,
          n < 2 && pairs != null ? 0 : sum / (n * (n - 1)));
    }

    /** The smallest member of each remaining node's piece; removed nodes stand for themselves. */
    static int[] pieces(Csr plain, boolean[] removed) {
      int n = removed.length;
      int[] piece = new int[n];
      java.util.Arrays.fill(piece, -1);
      int[] queue = new int[n];
      for (int root = 0; root < n; root++) {
        if (piece[root] >= 0) {
          continue;
        }
        piece[root] = root;
        queue[0] = root;
        int size = removed[root] ? 0 : 1;
        for (int i = 0; i < size; i++) {
          for (int a = plain.first(queue[i]); a < plain.end(queue[i]); a++) {
            int w = plain.target(a);
            if (piece[w] < 0 && !removed[w]) {
              piece[w] = root;
              queue[size++] = w;
            }
          }
        }
      }
      return piece;
    }
  }

  /**
   * The comparison. Arrays belong to it.
   *
   * @param before with everybody
   * @param after without the nodes
   * @param cutOff nodes that lose the main part of their piece, ascending
   * @param gain by node: change in normalised betweenness
   */
  record Result(Figures before, Figures after, int[] cutOff, double[] gain) {}
}
