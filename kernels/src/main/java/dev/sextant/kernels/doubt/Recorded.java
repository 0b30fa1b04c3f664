package dev.sextant.kernels.doubt;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/* The recorded network, laid out once for drawing many replicas of it: its ties one by one, what
 * surrounds each (does an arc run the other way, is there a common neighbour?), and what its degrees
 * say of those that are missing. */
final class Recorded {
  /** Up to so many nodes, who is near whom is one bit each: 2 MB. */
  private static final int BIT_NODES = 4096;

  /** Kinds of surroundings, in the order in which they are looked at. */
  static final int ANSWERED = 0;

  static final int CLOSED = 1;
  static final int FAR = 2;

  final Csr graph;
  final Csr plain;
  final int n;
  final int edges;
  final int[] from;
  final int[] to;
  final double[] weight;

  /** The tie that an arc belongs to. */
  final int[] edgeOf;

  /** Probability that a tie is wrong. */
  final double[] wrong;

  /** How many ties are expected to be real, by kind. */
  final double[] real = new double[3];

  /** How many ties that start, and that end, at a node are lost; the same if undirected. */
  final MissingTies missingOut;

  final MissingTies missingIn;

  /** Arcs that no arc answers. */
  final int[] oneWay;

  /** Pairs that nobody could see tied; null if nobody asks. */
  final @Nullable Rim rim;

  private final long[] near;
  private final int words;

  Recorded(Csr graph, Errors errors) {
    this.graph = graph;
    this.plain = graph.ignoringDirection().unweighted();
    this.n = graph.nodes();
    this.edges = graph.edges();
    this.from = new int[edges];
    this.to = new int[edges];
    this.weight = new double[edges];
    this.edgeOf = new int[graph.arcs()];
    int at = 0;
    for (int v = 0; v < n; v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int t = graph.target(a);
        if (graph.directed() || t >= v) {
          from[at] = v;
          to[at] = t;
          weight[at] = graph.weight(a);
          edgeOf[a] = at++;
        }
      }
    }
    if (!graph.directed()) {
      mirror();
    }
    this.wrong = wrong(errors);
    this.words = n <= BIT_NODES ? (n + 63) / 64 : 0;
    this.near = errors.back() == Errors.Return.BY_CLOSURE ? nearBits() : new long[0];
    this.oneWay = sort(errors.back());
    int[] outDegree = new int[n];
    int[] inDegree = graph.directed() ? new int[n] : outDegree;
    for (int e = 0; e < edges; e++) {
      if (from[e] != to[e]) {
        outDegree[from[e]]++;
        inDegree[to[e]]++;
      }
    }
    Boundary boundary = errors.boundary();
    if (boundary != null && boundary.watched().length != n) {
      throw new BadGraph(boundary.watched().length + " watched or not, for " + n + " nodes");
    }
    this.rim = boundary != null && boundary.rim() ? new Rim(plain, boundary.watched()) : null;
    this.missingOut = new MissingTies(outDegree, errors.lost());
    this.missingIn = graph.directed() ? new MissingTies(inDegree, errors.lost()) : missingOut;
  }

  /* Rows are ascending and so are the sources that lead back: one cursor a row. */
  private void mirror() {
    int[] cursor = new int[n];
    for (int v = 0; v < n; v++) {
      cursor[v] = graph.first(v);
    }
    for (int v = 0; v < n; v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int t = graph.target(a);
        int back = cursor[t]++;
        if (t > v) {
          edgeOf[back] = edgeOf[a];
        }
      }
    }
  }

  private double[] wrong(Errors errors) {
    double[] each = errors.spuriousOf();
    if (each == null) {
      double[] all = new double[edges];
      Arrays.fill(all, errors.spurious());
      return all;
    }
    if (each.length != edges) {
      throw new BadGraph(each.length + " probabilities of being wrong for " + edges + " ties");
    }
    return each.clone();
  }

  private long[] nearBits() {
    long[] bits = new long[n * words];
    for (int v = 0; words > 0 && v < n; v++) {
      for (int a = plain.first(v); a < plain.end(v); a++) {
        int t = plain.target(a);
        // Whoever is tied to a neighbour of v has that neighbour in common with v.
        for (int b = plain.first(t); t != v && b < plain.end(t); b++) {
          int u = plain.target(b);
          if (u != t) {
            bits[v * words + (u >>> 6)] |= 1L << u;
          }
        }
      }
    }
    return bits;
  }

  private int[] sort(Errors.Return back) {
    int[] alone = new int[graph.directed() ? edges : 0];
    int count = 0;
    for (int e = 0; e < edges; e++) {
      if (from[e] == to[e]) {
        continue;
      }
      boolean answered = graph.directed() && graph.arc(to[e], from[e]) >= 0;
      if (graph.directed() && !answered) {
        alone[count++] = e;
      }
      int kind = FAR;
      if (back == Errors.Return.BY_CLOSURE) {
        kind = answered ? ANSWERED : common(from[e], to[e]) ? CLOSED : FAR;
      }
      real[kind] += 1 - wrong[e];
    }
    return Arrays.copyOf(alone, count);
  }

  /** Do two nodes have a neighbour in common? */
  boolean common(int u, int v) {
    if (words > 0 && near.length > 0) {
      return (near[u * words + (v >>> 6)] & (1L << v)) != 0;
    }
    boolean fewer = plain.end(u) - plain.first(u) <= plain.end(v) - plain.first(v);
    int few = fewer ? u : v;
    int many = fewer ? v : u;
    for (int a = plain.first(few); a < plain.end(few); a++) {
      int t = plain.target(a);
      if (t != u && t != v && plain.arc(many, t) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Ties that are expected to be real, all kinds together. */
  double real() {
    return real[ANSWERED] + real[CLOSED] + real[FAR];
  }
}
