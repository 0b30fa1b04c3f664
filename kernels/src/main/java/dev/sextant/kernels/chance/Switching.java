package dev.sextant.kernels.chance;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.SplitMix;

/* The chain of switches. A step picks two edges and, if undirected, one of the two ways to exchange
 * their ends; what it would do and its undoing are equally likely to be picked, and refusals count
 * as steps, so the chain's long-run distribution is uniform. */
final class Switching {
  /** One step in so many tries to turn a directed cycle of three. */
  private static final int TURN = 8;

  private final Csr graph;
  private final int[] from;
  private final int[] to;
  private final double[] weight;
  private final PairSet pairs;

  Switching(Csr graph) {
    this.graph = graph;
    int m = graph.edges() - graph.loops();
    if (m > 1 << 28) {
      throw new BadGraph(m + " edges to switch are more than 2^28");
    }
    from = new int[m];
    to = new int[m];
    weight = new double[m];
    pairs = new PairSet(m);
    int at = 0;
    for (int v = 0; v < graph.nodes(); v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int w = graph.target(a);
        if (w != v && (graph.directed() || v < w)) {
          from[at] = v;
          to[at] = w;
          weight[at++] = graph.weight(a);
          add(v, w);
        }
      }
    }
  }

  private boolean has(int u, int v) {
    return graph.directed() || u < v ? pairs.has(u, v) : pairs.has(v, u);
  }

  private void add(int u, int v) {
    if (graph.directed() || u < v) {
      pairs.add(u, v);
    } else {
      pairs.add(v, u);
    }
  }

  private void remove(int u, int v) {
    if (graph.directed() || u < v) {
      pairs.remove(u, v);
    } else {
      pairs.remove(v, u);
    }
  }

  Csr draw(double perEdge, SplitMix random, Progress progress) {
    int m = from.length;
    long steps = m < 2 ? 0 : (long) Math.ceil(perEdge * m);
    for (long step = 0; step < steps; step++) {
      if (graph.directed() && step % TURN == TURN - 1) {
        turn(random);
      } else {
        exchange(random);
      }
      if ((step & 0xffff) == 0xffff) {
        progress.step(step, steps);
      }
    }
    return build();
  }

  private void exchange(SplitMix random) {
    int e = random.below(from.length);
    int f = random.below(from.length);
    int a = from[e];
    int b = to[e];
    int c = from[f];
    int d = to[f];
    boolean flip = !graph.directed() && random.next() < 0;
    if (flip) {
      c = to[f];
      d = from[f];
    }
    if (e == f || a == d || c == b || has(a, d) || has(c, b)) {
      return;
    }
    remove(a, b);
    remove(c, d);
    add(a, d);
    add(c, b);
    to[e] = d;
    from[f] = flip ? b : c;
    to[f] = flip ? c : b;
  }

  private void turn(SplitMix random) {
    int e = random.below(from.length);
    int a = from[e];
    int b = to[e];
    int c = random.below(graph.nodes());
    if (c == a || c == b || !has(b, c) || !has(c, a) || has(b, a) || has(c, b) || has(a, c)) {
      return;
    }
    int f = find(b, c, random);
    int g = find(c, a, random);
    remove(a, b);
    remove(b, c);
    remove(c, a);
    // Each node keeps its arc, which now leads the other way round.
    to[e] = c;
    to[f] = a;
    to[g] = b;
    add(a, c);
    add(b, a);
    add(c, b);
  }

  /* Cycles of three to turn are rare, so a look through all edges is cheap enough in the end; it
   * starts anywhere. */
  private int find(int u, int v, SplitMix random) {
    int e = random.below(from.length);
    while (from[e] != u || to[e] != v) {
      e = e + 1 == from.length ? 0 : e + 1;
    }
    return e;
  }

  private Csr build() {
    CsrBuilder builder =
        graph.directed()
            ? CsrBuilder.directed(graph.nodes(), CsrBuilder.Loops.KEEP)
            : CsrBuilder.undirected(graph.nodes(), CsrBuilder.Loops.KEEP);
    for (int e = 0; e < from.length; e++) {
      Draws.put(builder, graph, from[e], to[e], weight[e]);
    }
    for (int v = 0; graph.loops() > 0 && v < graph.nodes(); v++) {
      int loop = graph.arc(v, v);
      if (loop >= 0) {
        Draws.put(builder, graph, v, v, graph.weight(loop));
      }
    }
    return builder.build().graph();
  }
}
