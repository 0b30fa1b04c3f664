package dev.sextant.kernels.centrality;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;

/**
 * Who stands between members of given groups, and in which of five roles.
 *
 * <p>What: node b brokers an ordered pair (a, c) if a ties b, b ties c and a does not tie c. The
 * role is <i>coordinator</i> if all three are of one group, <i>itinerant</i> if a and c share a
 * group that is not b's, <i>gatekeeper</i> if b and c share one that is not a's,
 * <i>representative</i> if a and b share one that is not c's, <i>liaison</i> if the groups are
 * three. In an undirected graph a pair counts once, and gatekeeper and representative, which cannot
 * be told apart, both get it. Loops and weights are ignored. Paper: R. V. Gould and R. M. Fernandez
 * 1989, doi:10.2307/270949.
 *
 * <p>Expected numbers and z values are those of a network of the same density in which every tie
 * stands by itself, with the groups as given; roles that cannot occur have NaN for z. Cost for n
 * nodes, m edges and largest degree d: O(m d) time, usually far less; O(n) memory. Exact up to
 * rounding. Deterministic. No seed.
 *
 * <p>When ties are missing: a missing tie of a and c makes a broker of b; one of b unmakes it. Z
 * values follow the density that was seen.
 */
@FunctionalInterface
public interface Brokerage {
  /** Who of a, b and c share a group; b brokers. */
  enum Role {
    /** All three. */
    COORDINATOR,
    /** a and c. */
    ITINERANT,
    /** b and c. */
    GATEKEEPER,
    /** a and b. */
    REPRESENTATIVE,
    /** Nobody. */
    LIAISON
  }

  /**
   * Counts.
   *
   * @throws BadGraph if there are not as many groups as nodes
   * @throws dev.sextant.kernels.Cancelled if progress says stop; it hears of every few hundred
   *     nodes
   */
  Result compute(Csr graph, Progress progress);

  /**
   * Between given groups.
   *
   * @param groups of each node, from 0
   */
  static Brokerage between(int[] groups) {
    int[] own = groups.clone();
    return (graph, progress) -> {
      if (own.length != graph.nodes()) {
        throw new BadGraph(own.length + " groups for " + graph.nodes() + " nodes");
      }
      return new RoleCount(graph, own).compute(progress);
    };
  }

  /** Counts of every node and role. */
  final class Result {
    private final long[][] count;
    private final double[][] expected;
    private final double[][] deviation;
    private final int[] groups;

    Result(long[][] count, double[][] expected, double[][] deviation, int[] groups) {
      this.count = count;
      this.expected = expected;
      this.deviation = deviation;
      this.groups = groups;
    }

    /** Pairs that a node brokers in a role. */
    public long count(int node, Role role) {
      return count[role.ordinal()][node];
    }

    /** Pairs that a node brokers in any role; in an undirected graph each pair once. */
    public long total(int node) {
      return count[Role.values().length][node];
    }

    /** Expected number of pairs in a role, the same for all nodes of a group. */
    public double expected(int node, Role role) {
      return expected[role.ordinal()][groups[node]];
    }

    /** How many standard deviations the number in a role is above the expected one. */
    public double z(int node, Role role) {
      double spread = deviation[role.ordinal()][groups[node]];
      double apart = count(node, role) - expected(node, role);
      return spread > 0 ? apart / spread : Double.NaN;
    }
  }
}
