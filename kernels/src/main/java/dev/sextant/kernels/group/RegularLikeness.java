package dev.sextant.kernels.group;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.Arrays;

/**
 * How nearly any two nodes are regularly equivalent: tied in the same ways to others who are in
 * turn alike (REGE).
 *
 * <p>What: all start fully alike. In each round, for nodes i and j, every neighbour k of i is
 * matched with that neighbour m of j for which (likeness of k and m so far) times (how far i's ties
 * with k and j's with m agree) is largest, agreement being min(w(i,k), w(j,m)) + min(w(k,i),
 * w(m,j)); the new likeness is the sum of these, over i's neighbours and over j's, divided by what
 * it would be if every such pair agreed wholly, max(...) + max(...) of the same match. Where two m
 * match equally well, the one with the smaller divisor counts. From 0 to 1; two nodes without ties
 * are alike, one without and one with are not at all. Weights are strengths; loops are ignored.
 * Papers: D. R. White and K. P. Reitz 1983, doi:10.1016/0378-8733(83)90025-4; S. P. Borgatti and M.
 * G. Everett 1993, doi:10.1016/0378-8733(93)90012-A. In an undirected graph without weights any two
 * nodes with ties are wholly alike: this is a measure for directions and strengths.
 *
 * <p>Cost for n nodes, m ties and r rounds: O(r m^2) time, 16 n^2 bytes, refused beyond {@link
 * #MOST_NODES}. Deterministic, one thread, no seed.
 *
 * <p>When ties are missing: neighbours that have no match lower the likeness of both; as it is
 * passed on in each round, more rounds carry an error farther.
 */
public final class RegularLikeness {
  /** Nodes whose likenesses fit in 400 MB and whose rounds take seconds at usual densities. */
  public static final int MOST_NODES = 5_000;

  /** Rounds that the authors use: likenesses tell apart what is three ties away. */
  public static final int USUAL_ROUNDS = 3;

  private final double[][] likeness;

  private RegularLikeness(double[][] likeness) {
    this.likeness = likeness;
  }

  /** Number of nodes. */
  public int nodes() {
    return likeness.length;
  }

  /** Likeness of two nodes, from 0 to 1. */
  public double likeness(int u, int v) {
    return likeness[u][v];
  }

  /**
   * Computes all likenesses.
   *
   * @param rounds at least 1
   * @throws BadGraph if there are too many nodes
   * @throws dev.sextant.kernels.Cancelled if progress says stop; it hears of every node of a round
   */
  public static RegularLikeness compute(Csr graph, int rounds, Progress progress) {
    int n = graph.nodes();
    if (rounds < 1) {
      throw new BadGraph("rounds " + rounds + ": need at least 1");
    }
    if (n > MOST_NODES) {
      throw new BadGraph(
          n
              + " nodes need "
              + 16L * n * n / 1_000_000
              + " MB of likenesses; at most "
              + MOST_NODES
              + " nodes: take classes (regular equivalence) or a part of the graph");
    }
    Neighbours ties = new Neighbours(graph);
    double[][] now = new double[n][n];
    for (double[] row : now) {
      Arrays.fill(row, 1);
    }
    double[][] next = new double[n][n];
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < n; i++) {
        next[i][i] = 1;
        for (int j = 0; j < i; j++) {
          next[i][j] = ties.likeness(i, j, now);
          next[j][i] = next[i][j];
        }
        progress.step((long) round * n + i + 1, (long) rounds * n);
      }
      double[][] swap = now;
      now = next;
      next = swap;
    }
    return new RegularLikeness(now);
  }

  /** Everybody tied with a node in either direction, with both weights. */
  private static final class Neighbours {
    private final int[][] who;
    private final double[][] out;
    private final double[][] in;

    Neighbours(Csr graph) {
      int n = graph.nodes();
      Csr back = graph.reverse();
      this.who = new int[n][];
      this.out = new double[n][];
      this.in = new double[n][];
      for (int v = 0; v < n; v++) {
        int most = graph.end(v) - graph.first(v) + back.end(v) - back.first(v);
        int[] whom = new int[most];
        double[] to = new double[most];
        double[] from = new double[most];
        int count = 0;
        int a = graph.first(v);
        int b = back.first(v);
        while (a < graph.end(v) || b < back.end(v)) {
          int s = a < graph.end(v) ? graph.target(a) : Integer.MAX_VALUE;
          int t = b < back.end(v) ? back.target(b) : Integer.MAX_VALUE;
          int w = Math.min(s, t);
          whom[count] = w;
          to[count] = s == w ? graph.weight(a++) : 0;
          from[count] = t == w ? back.weight(b++) : 0;
          count += w == v ? 0 : 1;
        }
        who[v] = Arrays.copyOf(whom, count);
        out[v] = Arrays.copyOf(to, count);
        in[v] = Arrays.copyOf(from, count);
      }
    }

    double likeness(int i, int j, double[][] now) {
      double[] sums = new double[2];
      match(i, j, now, sums);
      match(j, i, now, sums);
      return sums[1] == 0 ? 1 : sums[0] / sums[1];
    }

    /* Adds to sums how well i's neighbours are matched by j's, and how well they could be. */
    private void match(int i, int j, double[][] now, double[] sums) {
      for (int a = 0; a < who[i].length; a++) {
        double[] alike = now[who[i][a]];
        double best = 0;
        double most = out[i][a] + in[i][a];
        for (int b = 0; b < who[j].length; b++) {
          double same = Math.min(out[i][a], out[j][b]) + Math.min(in[i][a], in[j][b]);
          double value = alike[who[j][b]] * same;
          if (value >= best && value > 0) {
            double all = Math.max(out[i][a], out[j][b]) + Math.max(in[i][a], in[j][b]);
            most = value > best ? all : Math.min(most, all);
            best = value;
          }
        }
        sums[0] += best;
        sums[1] += most;
      }
    }
  }
}
