package dev.sextant.kernels.centrality;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;

/* For each node b its contacts are marked by direction; the pairs that it could broker are walked
 * row by row of those who tie b, and the marks of whom these tie are struck out.
 *
 * Moments, for one b under independent ties of probability p, q = 1 - p: a pair is brokered with
 * p p q. Two pairs that share a (or share c) have one tie of b in common: together p^3 q^2; pairs
 * that share no node in the same place have no tie in common (a to b is not b to a, and if one
 * pair's c is the other's a, b's two ties to it are different arcs). In an undirected graph pairs
 * are unordered, and two that share one node have one tie of b in common. So the variance is
 * N (p^2 q - p^4 q^2) + S (p^3 q^2 - p^4 q^2) with N the pairs of the role and S the ordered pairs of
 * different pairs that share a node, both of which follow from the groups' sizes. */
final class RoleCount {
  private static final int ROLES = Brokerage.Role.values().length;
  private static final int IN = 1;
  private static final int OUT = 2;

  private final Csr graph;
  private final Csr incoming;
  private final int[] groups;
  private final int n;
  private final long[] size;
  private final byte[] mark;
  private final long[][] count;

  RoleCount(Csr graph, int[] groups) {
    this.graph = graph;
    this.incoming = graph.reverse();
    this.groups = groups;
    this.n = graph.nodes();
    int most = 0;
    for (int g : groups) {
      if (g < 0 || g > n) {
        throw new BadGraph("group " + g + " is not within 0.." + n);
      }
      most = Math.max(most, g);
    }
    this.size = new long[most + 1];
    for (int g : groups) {
      size[g]++;
    }
    this.mark = new byte[n];
    this.count = new long[ROLES + 1][n];
  }

  Brokerage.Result compute(Progress progress) {
    for (int b = 0; b < n; b++) {
      broker(b);
      if ((b & 0xFF) == 0xFF) {
        progress.step(b + 1L, n);
      }
    }
    progress.step(n, n);
    double[][] expected = new double[ROLES][size.length];
    double[][] deviation = new double[ROLES][size.length];
    for (int g = 0; g < size.length; g++) {
      for (Brokerage.Role role : Brokerage.Role.values()) {
        moments(g, role, expected[role.ordinal()], deviation[role.ordinal()]);
      }
    }
    return new Brokerage.Result(count, expected, deviation, groups);
  }

  private void broker(int b) {
    for (int i = incoming.first(b); i < incoming.end(b); i++) {
      mark[incoming.target(i)] |= IN;
    }
    for (int i = graph.first(b); i < graph.end(b); i++) {
      mark[graph.target(i)] |= OUT;
    }
    int outs = graph.end(b) - graph.first(b);
    long[] byRole = new long[ROLES];
    long[] outOf = new long[size.length];
    for (int i = graph.first(b); i < graph.end(b); i++) {
      outOf[groups[graph.target(i)]] += graph.target(i) == b ? 0 : 1;
    }
    outs -= (mark[b] & OUT) != 0 ? 1 : 0;
    for (int i = incoming.first(b); i < incoming.end(b); i++) {
      int a = incoming.target(i);
      if (a != b) {
        pairs(a, b, outs, outOf, byRole);
      }
    }
    boolean twice = !graph.directed();
    for (int role = 0; role < ROLES; role++) {
      long pairs = byRole[role];
      count[ROLES][b] += pairs;
      boolean halved =
          twice
              && role != Brokerage.Role.GATEKEEPER.ordinal()
              && role != Brokerage.Role.REPRESENTATIVE.ordinal();
      count[role][b] = halved ? pairs / 2 : pairs;
    }
    count[ROLES][b] /= twice ? 2 : 1;
    for (int i = incoming.first(b); i < incoming.end(b); i++) {
      mark[incoming.target(i)] = 0;
    }
    for (int i = graph.first(b); i < graph.end(b); i++) {
      mark[graph.target(i)] = 0;
    }
  }

  /** All c that b ties, by role, less a itself and less those whom a ties. */
  private void pairs(int a, int b, int outs, long[] outOf, long[] byRole) {
    int ga = groups[a];
    int gb = groups[b];
    long inA = outOf[ga];
    long inB = outOf[gb];
    if (ga == gb) {
      byRole[Brokerage.Role.COORDINATOR.ordinal()] += inB;
      byRole[Brokerage.Role.REPRESENTATIVE.ordinal()] += outs - inB;
    } else {
      byRole[Brokerage.Role.ITINERANT.ordinal()] += inA;
      byRole[Brokerage.Role.GATEKEEPER.ordinal()] += inB;
      byRole[Brokerage.Role.LIAISON.ordinal()] += outs - inA - inB;
    }
    if ((mark[a] & OUT) != 0) {
      byRole[role(ga, gb, ga)]--;
    }
    // The shorter of the two rows is walked.
    if (graph.end(a) - graph.first(a) <= 16L * (graph.end(b) - graph.first(b))) {
      for (int i = graph.first(a); i < graph.end(a); i++) {
        int c = graph.target(i);
        if ((mark[c] & OUT) != 0 && c != a && c != b) {
          byRole[role(ga, gb, groups[c])]--;
        }
      }
    } else {
      for (int i = graph.first(b); i < graph.end(b); i++) {
        int c = graph.target(i);
        if (c != a && c != b && graph.arc(a, c) >= 0) {
          byRole[role(ga, gb, groups[c])]--;
        }
      }
    }
  }

  private static int role(int ga, int gb, int gc) {
    Brokerage.Role role =
        ga == gb
            ? (gb == gc ? Brokerage.Role.COORDINATOR : Brokerage.Role.REPRESENTATIVE)
            : ga == gc
                ? Brokerage.Role.ITINERANT
                : gb == gc ? Brokerage.Role.GATEKEEPER : Brokerage.Role.LIAISON;
    return role.ordinal();
  }

  private void moments(int g, Brokerage.Role role, double[] expected, double[] deviation) {
    double loops = graph.loops();
    double pairsOfNodes = (double) n * (n - 1.0) / (graph.directed() ? 1 : 2);
    double p = pairsOfNodes == 0 ? 0 : (graph.edges() - loops) / pairsOfNodes;
    double q = 1 - p;
    double own = Math.max(0, size[g] - 1.0);
    double rest = (double) n - size[g];
    double squares = 0; // of the other groups' sizes
    double cubes = 0;
    for (int h = 0; h < size.length; h++) {
      squares += h == g ? 0 : (double) size[h] * size[h];
      cubes += h == g ? 0 : (double) size[h] * size[h] * size[h];
    }
    double pairs; // ordered
    double shared; // for each pair, those with the same a and another c, and the other way round
    switch (role) {
      case COORDINATOR -> {
        pairs = own * (own - 1);
        shared = 2 * pairs * (own - 2);
      }
      case ITINERANT -> {
        pairs = squares - rest;
        shared = 2 * (cubes - 3 * squares + 2 * rest);
      }
      case GATEKEEPER, REPRESENTATIVE -> {
        pairs = own * rest;
        shared = pairs * (own - 1 + rest - 1);
      }
      default -> {
        // Of a in group h there are rest - size(h) others c.
        pairs = rest * rest - squares;
        double triple = 0;
        for (int h = 0; h < size.length; h++) {
          double left = rest - size[h];
          triple += h == g ? 0 : size[h] * left * (left - 1);
        }
        shared = 2 * triple;
      }
    }
    boolean halved =
        !graph.directed()
            && role != Brokerage.Role.GATEKEEPER
            && role != Brokerage.Role.REPRESENTATIVE;
    if (halved) {
      // Unordered pairs are half as many, and so are pairs of them that share a node.
      pairs /= 2;
      shared /= 2;
    }
    double both = p * p * p * p * q * q;
    double variance = pairs * (p * p * q - both) + shared * (p * p * p * q * q - both);
    expected[g] = pairs * p * p * q;
    deviation[g] = Math.sqrt(Math.max(0, variance));
  }
}
