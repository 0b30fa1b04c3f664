package dev.sextant.kernels.chance;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.SplitMix;
import java.util.Arrays;

/** Draws that need no chain of edge switches. */
final class Draws {
  /** Units of weight that are held one by one. */
  private static final long UNITS = 1L << 26;

  private Draws() {}

  static void put(CsrBuilder builder, Csr like, int u, int v, double weight) {
    if (like.weighted()) {
      builder.edge(u, v, weight);
    } else {
      builder.edge(u, v);
    }
  }

  private static CsrBuilder builder(Csr like) {
    return like.directed()
        ? CsrBuilder.directed(like.nodes(), CsrBuilder.Loops.KEEP)
        : CsrBuilder.undirected(like.nodes(), CsrBuilder.Loops.KEEP);
  }

  static Csr edges(Csr graph, SplitMix random) {
    int n = graph.nodes();
    int m = graph.edges() - graph.loops();
    double[] weights = new double[m];
    int at = 0;
    for (int v = 0; v < n; v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int w = graph.target(a);
        if (w != v && (graph.directed() || v < w)) {
          weights[at++] = graph.weight(a);
        }
      }
    }
    double pairs = n * (n - 1.0) / (graph.directed() ? 1 : 2);
    CsrBuilder builder = builder(graph);
    // Beyond half of all pairs it is quicker to draw those that are left out.
    boolean inverse = m > pairs / 2;
    int draw = (int) (inverse ? pairs - m : m);
    PairSet drawn = new PairSet(draw);
    for (int i = 0; i < draw; ) {
      int u = random.below(n);
      int v = random.below(n);
      if (u == v || !graph.directed() && u > v || !drawn.add(u, v)) {
        continue;
      }
      if (!inverse) {
        put(builder, graph, u, v, weights[i]);
      }
      i++;
    }
    if (inverse) {
      int[] order = new int[m];
      Arrays.setAll(order, i -> i);
      random.shuffle(order, m);
      at = 0;
      for (int u = 0; u < n; u++) {
        for (int v = graph.directed() ? 0 : u + 1; v < n; v++) {
          if (u != v && !drawn.has(u, v)) {
            put(builder, graph, u, v, weights[order[at++]]);
          }
        }
      }
    }
    return builder.build().graph();
  }

  static Csr dyads(Csr graph, SplitMix random) {
    if (!graph.directed()) {
      return edges(graph.unweighted(), random);
    }
    int n = graph.nodes();
    int mutual = 0;
    int single = 0;
    for (int v = 0; v < n; v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int w = graph.target(a);
        if (w != v) {
          boolean both = graph.arc(w, v) >= 0;
          mutual += both && v < w ? 1 : 0;
          single += both ? 0 : 1;
        }
      }
    }
    double pairs = n * (n - 1.0) / 2;
    int[] chosen = chosen(n, mutual + single, pairs, random);
    CsrBuilder builder = CsrBuilder.directed(n, CsrBuilder.Loops.DROP);
    int[] order = new int[mutual + single];
    Arrays.setAll(order, i -> i);
    random.shuffle(order, order.length);
    for (int i = 0; i < order.length; i++) {
      int u = chosen[2 * order[i]];
      int v = chosen[2 * order[i] + 1];
      if (i < mutual) {
        builder.edge(u, v).edge(v, u);
      } else if (random.next() < 0) {
        builder.edge(u, v);
      } else {
        builder.edge(v, u);
      }
    }
    return builder.build().graph();
  }

  /** So many different unordered pairs, two entries each. */
  private static int[] chosen(int n, int count, double pairs, SplitMix random) {
    boolean inverse = count > pairs / 2;
    int draw = (int) (inverse ? pairs - count : count);
    PairSet drawn = new PairSet(draw);
    int[] out = new int[2 * count];
    for (int i = 0; i < draw; ) {
      int u = random.below(n);
      int v = random.below(n);
      if (u < v && drawn.add(u, v)) {
        if (!inverse) {
          out[2 * i] = u;
          out[2 * i + 1] = v;
        }
        i++;
      }
    }
    if (inverse) {
      int at = 0;
      for (int u = 0; u < n; u++) {
        for (int v = u + 1; v < n; v++) {
          if (!drawn.has(u, v)) {
            out[at++] = u;
            out[at++] = v;
          }
        }
      }
    }
    return out;
  }

  static Csr strengths(Csr graph, double perUnit, SplitMix random, Progress progress) {
    long units = 0;
    for (int v = 0; v < graph.nodes(); v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        double w = graph.weight(a);
        if (w != Math.rint(w)) {
          throw new BadGraph(
              "weight "
                  + w
                  + " is not a whole number of units; count contacts, or scale and round");
        }
        int t = graph.target(a);
        if (t != v && (graph.directed() || v < t)) {
          units += w > UNITS ? UNITS + 1 : (long) w;
        }
        if (units > UNITS) {
          throw new BadGraph("weights add up to more than 2^26 units; scale them down");
        }
      }
    }
    int[] from = new int[(int) units];
    int[] to = new int[(int) units];
    CsrBuilder builder = builder(graph);
    int at = 0;
    for (int v = 0; v < graph.nodes(); v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int t = graph.target(a);
        if (t == v) {
          builder.edge(v, v, graph.weight(a));
        } else if (graph.directed() || v < t) {
          int end = at + (int) graph.weight(a);
          Arrays.fill(from, at, end, v);
          Arrays.fill(to, at, end, t);
          at = end;
        }
      }
    }
    long steps = at < 2 ? 0 : (long) Math.ceil(perUnit * at);
    for (long step = 0; step < steps; step++) {
      int e = random.below(at);
      int f = random.below(at);
      if (!graph.directed() && random.next() < 0) {
        int swap = from[f];
        from[f] = to[f];
        to[f] = swap;
      }
      if (from[e] != to[f] && from[f] != to[e]) {
        int swap = to[e];
        to[e] = to[f];
        to[f] = swap;
      }
      if ((step & 0xffff) == 0xffff) {
        progress.step(step, steps);
      }
    }
    for (int e = 0; e < at; e++) {
      builder.edge(from[e], to[e], 1);
    }
    return builder.build().graph();
  }

  static Csr twoMode(Csr graph, int persons, double perPerson, SplitMix random, Progress progress) {
    if (graph.directed() || persons < 0 || persons > graph.nodes()) {
      throw new BadGraph(
          "persons and events need an undirected graph and 0.."
              + graph.nodes()
              + " persons, not "
              + persons);
    }
    int[][] rows = new int[persons][];
    for (int v = 0; v < graph.nodes(); v++) {
      int end = graph.end(v);
      for (int a = graph.first(v); a < end; a++) {
        if (v < persons == graph.target(a) < persons) {
          throw new BadGraph("edge " + v + "-" + graph.target(a) + " joins two of one side");
        }
      }
      if (v < persons) {
        rows[v] = new int[end - graph.first(v)];
        for (int i = 0; i < rows[v].length; i++) {
          rows[v][i] = graph.target(graph.first(v) + i);
        }
      }
    }
    long trades = persons < 2 ? 0 : (long) Math.ceil(perPerson * persons);
    int[] pool = new int[graph.nodes()];
    for (long trade = 0; trade < trades; trade++) {
      int a = random.below(persons);
      int b = random.below(persons - 1);
      trade(rows[a], rows[b < a ? b : b + 1], pool, random);
      if ((trade & 1023) == 1023) {
        progress.step(trade, trades);
      }
    }
    CsrBuilder builder = CsrBuilder.undirected(graph.nodes(), CsrBuilder.Loops.DROP);
    for (int v = 0; v < persons; v++) {
      for (int event : rows[v]) {
        builder.edge(v, event);
      }
    }
    return builder.build().graph();
  }

  /** Keeps what both have; deals out anew what only one has, each as many as before. */
  private static void trade(int[] one, int[] two, int[] pool, SplitMix random) {
    int i = 0;
    int j = 0;
    int keptOne = 0;
    int size = 0;
    int[] shared = new int[Math.min(one.length, two.length)];
    while (i < one.length || j < two.length) {
      if (j == two.length || i < one.length && one[i] < two[j]) {
        pool[size++] = one[i++];
      } else if (i == one.length || two[j] < one[i]) {
        pool[size++] = two[j++];
      } else {
        shared[keptOne++] = one[i++];
        j++;
      }
    }
    random.shuffle(pool, size);
    int first = one.length - keptOne;
    System.arraycopy(shared, 0, one, 0, keptOne);
    System.arraycopy(shared, 0, two, 0, keptOne);
    System.arraycopy(pool, 0, one, keptOne, first);
    System.arraycopy(pool, first, two, keptOne, size - first);
    Arrays.sort(one);
    Arrays.sort(two);
  }
}
