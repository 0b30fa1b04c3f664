package dev.sextant.kernels;

import java.util.Arrays;

/* Tarjan's algorithm with its own stack instead of recursion: a path of a million nodes would
 * otherwise end in a stack overflow. One object a computation. */
final class StrongComponents {
  private final Csr graph;
  private final int[] index; // order of discovery from 1; 0 while undiscovered
  private final int[] low;
  private final int[] label; // -1 while on Tarjan's stack or undiscovered
  private final int[] stack;
  private final int[] path; // the recursion, made explicit
  private final int[] next; // next arc to follow, for each node on the path
  private int stacked;
  private int counter;

  StrongComponents(Csr graph) {
    int n = graph.nodes();
    this.graph = graph;
    this.index = new int[n];
    this.low = new int[n];
    this.label = new int[n];
    this.stack = new int[n];
    this.path = new int[n];
    this.next = new int[n];
    Arrays.fill(label, -1);
  }

  Partition compute(Progress progress) {
    for (int v = 0; v < graph.nodes(); v++) {
      if (index[v] == 0) {
        search(v);
        progress.step(counter, graph.nodes());
      }
    }
    return Partition.ofLabels(label);
  }

  private void search(int start) {
    int depth = 0;
    enter(start);
    path[0] = start;
    while (depth >= 0) {
      int v = path[depth];
      if (next[v] < graph.end(v)) {
        int w = graph.target(next[v]++);
        if (index[w] == 0) {
          enter(w);
          path[++depth] = w;
        } else if (label[w] < 0) {
          low[v] = Math.min(low[v], index[w]);
        }
      } else {
        leave(v);
        depth--;
        if (depth >= 0) {
          low[path[depth]] = Math.min(low[path[depth]], low[v]);
        }
      }
    }
  }

  private void enter(int v) {
    index[v] = ++counter;
    low[v] = counter;
    next[v] = graph.first(v);
    stack[stacked++] = v;
  }

  private void leave(int v) {
    if (low[v] == index[v]) {
      int w;
      do {
        w = stack[--stacked];
        label[w] = v;
      } while (w != v);
    }
  }
}
