package dev.sextant.kernels;

import java.util.Arrays;

/* The graph as Leiden works on it: renumbered by degree, hangers-on folded away, with the masses
 * and the penalty of what is maximised.
 *
 * By degree, smallest first and turned by the seed within a degree: small nodes choose before hubs,
 * which gives better partitions than random order (and, measured, better than any other order
 * tried), and rows are read in the order in which they lie.
 *
 * A node with one neighbour is folded into it where modularity is sought at a resolution up to 1:
 * joining gains w - g w S / 2m, S being at most 2m, so it never loses; every other group only
 * costs. The optimum therefore keeps both together (A. Arenas et al. 2007,
 * doi:10.1088/1367-2630/9/6/176), and a move of the folded pair that does not gain shows that no
 * move of one of them does, since the other would then gain by following. */
final class LeidenGround {
  /** What is maximised. */
  enum Aim {
    MODULARITY,
    DIRECTED_MODULARITY,
    CPM
  }

  /** Smaller gains than this share of the mean edge weight are rounding. */
  private static final double NOISE = 1e-11;

  final LeidenLevel level;
  final double penalty;
  final double noise;
  final double twice; // twice the weight of all edges
  private final Aim aim;
  private final double resolution;
  private final int[] number; // on the level, or -1 - neighbour for a node folded into it

  LeidenGround(Csr given, Aim aim, double resolution, SplitMix random) {
    this.aim = aim;
    this.resolution = resolution;
    Csr graph =
        aim == Aim.DIRECTED_MODULARITY && given.directed()
            ? bothDirections(given)
            : given.ignoringDirection();
    this.number = new int[graph.nodes()];
    int[] order = order(graph, aim != Aim.CPM && resolution <= 1, random);
    double[] strength = new double[order.length];
    LeidenLevel bare = rows(graph, order, strength);
    double sum = Arrays.stream(strength).sum();
    this.twice = sum;
    this.noise = NOISE * sum / 2 / Math.max(1, graph.edges());
    if (aim == Aim.CPM) {
      Arrays.fill(strength, 1);
      this.level = bare;
      this.penalty = resolution;
    } else if (aim == Aim.DIRECTED_MODULARITY && given.directed()) {
      this.level = directed(bare, given, strength);
      this.penalty = 2 * resolution / sum;
    } else {
      this.level = bare;
      this.penalty = resolution / sum;
    }
  }

  /* Both directions of a pair as one edge of their summed weight: merges the sorted rows of the
   * graph and of its reverse. A loop keeps its weight once. */
  private static Csr bothDirections(Csr graph) {
    int n = graph.nodes();
    Csr back = graph.reverse();
    int[] offsets = new int[n + 1];
    int[] targets = new int[Math.addExact(graph.arcs(), graph.arcs())];
    double[] weights = new double[targets.length];
    int at = 0;
    for (int v = 0; v < n; v++) {
      int out = graph.first(v);
      int in = back.first(v);
      while (out < graph.end(v) || in < back.end(v)) {
        int o = out < graph.end(v) ? graph.target(out) : Integer.MAX_VALUE;
        int i = in < back.end(v) ? back.target(in) : Integer.MAX_VALUE;
        targets[at] = Math.min(o, i);
        weights[at] += o <= i ? graph.weight(out) : 0;
        weights[at] += i <= o && i != v ? back.weight(in) : 0;
        out += o <= i ? 1 : 0;
        in += i <= o ? 1 : 0;
        at++;
      }
      offsets[v + 1] = at;
    }
    return new Csr(offsets, Arrays.copyOf(targets, at), Arrays.copyOf(weights, at), false);
  }

  /** Nodes that stay, by degree; numbers those that are folded. */
  private int[] order(Csr graph, boolean fold, SplitMix random) {
    int n = graph.nodes();
    int[] offsets = graph.offsets;
    int[] stay = new int[n];
    int count = 0;
    int largest = 0;
    for (int v = 0; v < n; v++) {
      int degree = offsets[v + 1] - offsets[v];
      if (fold && degree == 1 && hangsOn(graph, v)) {
        number[v] = -1 - graph.targets[offsets[v]];
      } else {
        stay[count++] = v;
        largest = Math.max(largest, degree);
      }
    }
    int[] start = new int[largest + 2];
    for (int i = 0; i < count; i++) {
      start[offsets[stay[i] + 1] - offsets[stay[i]] + 1]++;
    }
    for (int d = 0; d <= largest; d++) {
      start[d + 1] += start[d];
    }
    int[] order = new int[count];
    int turn = random.below(Math.max(1, count));
    for (int i = 0; i < count; i++) {
      int v = stay[i + turn < count ? i + turn : i + turn - count];
      int at = start[offsets[v + 1] - offsets[v]]++;
      order[at] = v;
      number[v] = at;
    }
    return order;
  }

  /** Of two nodes that have only each other, the first stays. */
  private static boolean hangsOn(Csr graph, int v) {
    int to = graph.targets[graph.offsets[v]];
    return to != v && (to < v || graph.offsets[to + 1] - graph.offsets[to] > 1);
  }

  private LeidenLevel rows(Csr graph, int[] order, double[] strength) {
    double[] given = graph.weights;
    return given == null
        ? plainRows(graph, order, strength)
        : weightedRows(graph, given, order, strength);
  }

  /* The place after the last is written always, and overwritten if what is there does not count. */
  private LeidenLevel plainRows(Csr graph, int[] order, double[] strength) {
    int[] from = graph.offsets;
    int[] to = graph.targets;
    int[] offsets = new int[order.length + 1];
    int[] split = new int[order.length];
    int[] targets = new int[to.length + 1];
    int[] higher = new int[order.length + 1];
    int at = 0;
    for (int i = 0; i < order.length; i++) {
      int v = order[i];
      int first = at;
      int count = 0;
      int end = from[v + 1];
      for (int a = from[v]; a < end; a++) {
        int t = number[to[a]];
        targets[at] = t;
        higher[count] = t;
        at += (~t >>> 31) & ((t - i) >>> 31); // from 0 to below i
        count += (i - t) >>> 31; // above i
      }
      split[i] = at;
      System.arraycopy(higher, 0, targets, at, count);
      at += count;
      strength[i] = 2.0 * (end - from[v]) - (at - first); // as with weights
      offsets[i + 1] = at;
    }
    return new LeidenLevel(order.length, offsets, targets, split, null, strength, null);
  }

  /* In the order of plainRows, so that weights of 1 give the groups that no weights give. */
  private LeidenLevel weightedRows(Csr graph, double[] given, int[] order, double[] strength) {
    int[] from = graph.offsets;
    int[] offsets = new int[order.length + 1];
    int[] targets = new int[graph.targets.length + 1];
    double[] weights = new double[targets.length];
    int[] higher = new int[order.length + 1];
    double[] theirs = new double[order.length + 1];
    int at = 0;
    for (int i = 0; i < order.length; i++) {
      int v = order[i];
      double sum = 0;
      int count = 0;
      for (int a = from[v]; a < from[v + 1]; a++) {
        int t = number[graph.targets[a]];
        boolean kept = t >= 0 & t != i;
        sum += kept ? given[a] : 2 * given[a]; // a loop, or a node folded, which is one now
        targets[at] = t;
        weights[at] = given[a];
        higher[count] = t;
        theirs[count] = given[a];
        at += kept & t < i ? 1 : 0;
        count += kept & t > i ? 1 : 0;
      }
      System.arraycopy(higher, 0, targets, at, count);
      System.arraycopy(theirs, 0, weights, at, count);
      at += count;
      strength[i] = sum;
      offsets[i + 1] = at;
    }
    return new LeidenLevel(order.length, offsets, targets, null, weights, strength, null);
  }

  private LeidenLevel directed(LeidenLevel bare, Csr given, double[] out) {
    Arrays.fill(out, 0);
    double[] in = new double[out.length];
    for (int v = 0; v < given.nodes(); v++) {
      for (int a = given.first(v); a < given.end(v); a++) {
        out[place(v)] += given.weight(a);
        in[place(given.target(a))] += given.weight(a);
      }
    }
    return new LeidenLevel(
        bare.nodes(), bare.offsets(), bare.targets(), null, bare.weights(), out, in);
  }

  private int place(int v) {
    return number[v] >= 0 ? number[v] : number[-1 - number[v]];
  }

  /** Labels of the level's nodes as labels of the graph's nodes, those folded away included. */
  int[] spread(int[] labels) {
    int[] spread = new int[number.length];
    for (int v = 0; v < spread.length; v++) {
      spread[v] = labels[place(v)];
    }
    return spread;
  }

  /** What is maximised, of a level each node of which is a group. */
  double quality(LeidenLevel top) {
    if (twice == 0) {
      return 0;
    }
    double cut = 0;
    for (int a = 0; a < top.offsets()[top.nodes()]; a++) {
      cut += top.weight(a);
    }
    double expected = 0;
    for (int g = 0; g < top.nodes(); g++) {
      double k = top.mass()[g];
      double[] in = top.massIn();
      if (aim == Aim.CPM) {
        expected += k * (k - 1) / 2;
      } else if (in != null) {
        expected += k / twice * (in[g] / twice) * 4;
      } else {
        expected += k / twice * (k / twice);
      }
    }
    double inside = aim == Aim.CPM ? (twice - cut) / 2 : 1 - cut / twice;
    return inside - resolution * expected;
  }
}
