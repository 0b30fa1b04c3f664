package dev.sextant.kernels.covert;

import dev.sextant.kernels.Csr;
import java.util.Arrays;

/* What each node's removal would leave, for all nodes in one depth-first walk: in the walk's tree,
 * removing v cuts off every child's subtree from which no arc leads above v, and the rest of the
 * piece stays together (or is nothing, if v is the root). So pieces' sizes follow from subtree sizes
 * and low points, O(n + m), where removing nodes one by one would cost O(n (n + m)). No recursion. */
final class CutWalk {
  private final int[] offsets;
  private final int[] targets;
  private final int[] number; // order of discovery from 1; 0: not met
  private final int[] low;
  private final int[] size; // of the subtree
  private final int[] parent;
  private final int[] next; // arc to look at
  private final int[] order;
  private final long[] cutSquares; // of the pieces that the node's removal cuts off
  private final int[] cutNodes;
  private final int[] cutLargest;

  /** Sum over pieces of size squared, with the node removed; in its piece and all others. */
  final long[] squaresWithout;

  /** Size of the largest piece that the node's removal leaves of its own piece. */
  final int[] largestWithout;

  /** Size of the piece that the node is in. */
  final int[] pieceSize;

  /** Sum over pieces of size squared, nobody removed. */
  long squares;

  /** Size of the largest piece, nobody removed. */
  int largest;

  private int walked;

  /** Smallest member of the largest piece that was met first; -1 if there is none. */
  int inLargest;

  /**
   * @param graph without directions
   */
  CutWalk(Csr graph) {
    int n = graph.nodes();
    offsets = graph.sharedOffsets();
    targets = graph.sharedTargets();
    number = new int[n];
    low = new int[n];
    size = new int[n];
    parent = new int[n];
    next = new int[n];
    order = new int[n];
    cutSquares = new long[n];
    cutNodes = new int[n];
    cutLargest = new int[n];
    squaresWithout = new long[n];
    largestWithout = new int[n];
    pieceSize = new int[n];
  }

  /** Walks over what is left. */
  void walk(boolean[] removed) {
    int n = number.length;
    Arrays.fill(number, 0);
    Arrays.fill(cutSquares, 0);
    Arrays.fill(cutNodes, 0);
    Arrays.fill(cutLargest, 0);
    squares = 0;
    largest = 0;
    inLargest = -1;
    int met = 0;
    for (int root = 0; root < n; root++) {
      if (!removed[root] && number[root] == 0) {
        int first = met;
        met = piece(root, met, removed);
        int all = met - first;
        squares += (long) all * all;
        if (all > largest) {
          largest = all;
          inLargest = root;
        }
        for (int i = first; i < met; i++) {
          int v = order[i];
          int rest = all - 1 - cutNodes[v];
          pieceSize[v] = all;
          largestWithout[v] = Math.max(rest, cutLargest[v]);
          squaresWithout[v] = cutSquares[v] + (long) rest * rest - (long) all * all;
        }
      }
    }
    for (int i = 0; i < met; i++) {
      squaresWithout[order[i]] += squares;
    }
  }

  /**
   * Walks over one piece only, from any of its nodes; {@link #squaresWithout} then counts that
   * piece alone. Nothing is remembered of walks before.
   *
   * @return its nodes, in places 0 to below {@link #walked}; valid until the next walk
   */
  int[] walkPiece(int root, boolean[] removed) {
    for (int i = 0; i < walked; i++) {
      forget(order[i]);
    }
    walked = piece(root, 0, removed);
    for (int i = 0; i < walked; i++) {
      int v = order[i];
      long rest = walked - 1 - cutNodes[v];
      pieceSize[v] = walked;
      squaresWithout[v] = cutSquares[v] + rest * rest;
    }
    return order;
  }

  /** How many nodes the last piece walked over has. */
  int walked() {
    return walked;
  }

  private void forget(int v) {
    number[v] = 0;
    cutSquares[v] = 0;
    cutNodes[v] = 0;
    cutLargest[v] = 0;
  }

  private int piece(int root, int before, boolean[] removed) {
    int met = before;
    int v = root;
    parent[root] = -1;
    met = enter(root, met);
    while (v >= 0) {
      if (next[v] < offsets[v + 1]) {
        int w = targets[next[v]++];
        if (removed[w] || w == v) {
          continue;
        }
        if (number[w] == 0) {
          parent[w] = v;
          met = enter(w, met);
          v = w;
        } else {
          low[v] = Math.min(low[v], number[w]);
        }
      } else {
        int up = parent[v];
        if (up >= 0) {
          leave(v, up);
        }
        v = up;
      }
    }
    return met;
  }

  private int enter(int v, int met) {
    order[met] = v;
    number[v] = met + 1;
    low[v] = met + 1;
    size[v] = 1;
    next[v] = offsets[v];
    return met + 1;
  }

  /* An arc back to the parent makes low at most the parent's number, which cuts just the same. */
  private void leave(int v, int up) {
    size[up] += size[v];
    low[up] = Math.min(low[up], low[v]);
    if (low[v] >= number[up]) {
      cutNodes[up] += size[v];
      cutSquares[up] += (long) size[v] * size[v];
      cutLargest[up] = Math.max(cutLargest[up], size[v]);
    }
  }
}
