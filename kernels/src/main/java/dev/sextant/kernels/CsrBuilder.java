package dev.sextant.kernels;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Collects edges in any order and freezes them into a {@link Csr}. Parallel edges become one: their
 * weights are added, without weights they simply collapse; how many there were is in the result.
 * The frozen graph does not depend on the order in which edges came.
 *
 * <p>Either every edge has a weight or none has. Not safe for use by several threads at once.
 */
public final class CsrBuilder {
  /** What to do with an edge from a node to itself. Either way it is counted. */
  public enum Loops {
    /** Leave it out. */
    DROP,
    /** Keep it as one arc. */
    KEEP
  }

  /**
   * A frozen graph and what happened to the edges: {@code edges given = graph.edges() + merged +
   * (loops, if dropped)}.
   *
   * @param graph the graph
   * @param loops edges from a node to itself among those given
   * @param merged edges that became part of an earlier parallel one
   */
  public record Built(Csr graph, int loops, int merged) {}

  /** Leaves room below the largest array that virtual machines make. */
  private static final int MAX_ARCS = Integer.MAX_VALUE - 16;

  private final int nodes;
  private final boolean directed;
  private final Loops loops;
  private int[] from = new int[16];
  private int[] to = new int[16];
  private double @Nullable [] weight;
  private int count;
  private int loopCount;
  private int given;

  private CsrBuilder(int nodes, boolean directed, Loops loops) {
    if (nodes < 0 || nodes >= MAX_ARCS) {
      throw new BadGraph("number of nodes " + nodes + " is not within 0.." + (MAX_ARCS - 1));
    }
    this.nodes = nodes;
    this.directed = directed;
    this.loops = loops;
  }

  /** For a graph whose edges have a direction. */
  public static CsrBuilder directed(int nodes, Loops loops) {
    return new CsrBuilder(nodes, true, loops);
  }

  /** For a graph whose edges have none. */
  public static CsrBuilder undirected(int nodes, Loops loops) {
    return new CsrBuilder(nodes, false, loops);
  }

  static double checkedWeight(double weight) {
    if (!(weight > 0) || weight == Double.POSITIVE_INFINITY) {
      throw new BadGraph("weight " + weight + " is not a finite number above 0");
    }
    return weight;
  }

  /**
   * Adds an edge without a weight.
   *
   * @throws BadGraph if a node is out of range, or earlier edges have weights
   */
  public CsrBuilder edge(int source, int target) {
    if (weight != null) {
      throw new BadGraph("an edge without a weight among edges with one");
    }
    add(source, target);
    return this;
  }

  /**
   * Adds an edge with a weight.
   *
   * @throws BadGraph if a node is out of range, the weight is not a finite number above 0, or
   *     earlier edges have none
   */
  public CsrBuilder edge(int source, int target, double edgeWeight) {
    checkedWeight(edgeWeight);
    double[] all = weight;
    if (all == null) {
      if (given > 0) {
        throw new BadGraph("an edge with a weight among edges without one");
      }
      all = new double[from.length];
      weight = all;
    }
    int at = add(source, target);
    if (at >= 0) {
      if (at >= all.length) {
        all = Arrays.copyOf(all, from.length);
        weight = all;
      }
      all[at] = edgeWeight;
    }
    return this;
  }

  /**
   * Adds edges without weights, {@code sources[i]} to {@code targets[i]}.
   *
   * @throws BadGraph if the arrays differ in length, or as {@link #edge(int, int)}
   */
  public CsrBuilder edges(int[] sources, int[] targets) {
    if (sources.length != targets.length) {
      throw new BadGraph(sources.length + " sources for " + targets.length + " targets");
    }
    for (int i = 0; i < sources.length; i++) {
      edge(sources[i], targets[i]);
    }
    return this;
  }

  /**
   * Adds edges with weights.
   *
   * @throws BadGraph if the arrays differ in length, or as {@link #edge(int, int, double)}
   */
  public CsrBuilder edges(int[] sources, int[] targets, double[] weights) {
    if (sources.length != targets.length || sources.length != weights.length) {
      throw new BadGraph("sources, targets and weights differ in length");
    }
    for (int i = 0; i < sources.length; i++) {
      edge(sources[i], targets[i], weights[i]);
    }
    return this;
  }

  private int add(int source, int target) {
    if (source < 0 || source >= nodes || target < 0 || target >= nodes) {
      throw new BadGraph("edge " + source + "-" + target + " leaves the nodes 0.." + (nodes - 1));
    }
    given++;
    if (source == target) {
      loopCount++;
      if (loops == Loops.DROP) {
        return -1;
      }
    }
    if (count == from.length) {
      int larger = (int) Math.min(2L * count, MAX_ARCS);
      if (larger == count) {
        throw new BadGraph("more than " + MAX_ARCS + " edges");
      }
      from = Arrays.copyOf(from, larger);
      to = Arrays.copyOf(to, larger);
    }
    from[count] = source;
    to[count] = target;
    return count++;
  }

  /**
   * Freezes the edges.
   *
   * @throws BadGraph if an undirected graph has more than 2^30 edges, or a sum of parallel weights
   *     overflows
   */
  public Built build() {
    Rows rows = directed ? oneWay() : bothWays();
    return rows.merged(nodes, directed, count, loopCount);
  }

  private Rows oneWay() {
    double[] weights = weight == null ? null : Arrays.copyOf(weight, count);
    return new Rows(Arrays.copyOf(from, count), Arrays.copyOf(to, count), weights).sorted(nodes);
  }

  private Rows bothWays() {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      kept += from[i] == to[i] ? 1 : 0;
    }
    long arcs = 2L * count - kept;
    if (arcs > MAX_ARCS) {
      throw new BadGraph("more than " + MAX_ARCS / 2 + " undirected edges");
    }
    int[] sources = Arrays.copyOf(from, (int) arcs);
    int[] targets = Arrays.copyOf(to, (int) arcs);
    double[] weights = weight == null ? null : Arrays.copyOf(weight, (int) arcs);
    int at = count;
    for (int i = 0; i < count; i++) {
      if (from[i] != to[i]) {
        sources[at] = to[i];
        targets[at] = from[i];
        if (weights != null) {
          weights[at] = weights[i];
        }
        at++;
      }
    }
    return new Rows(sources, targets, weights).sorted(nodes);
  }

  /** Arcs as parallel arrays, on their way to being rows. */
  private record Rows(int[] sources, int[] targets, double @Nullable [] weights) {

    /* Two stable counting sorts, by target and then by source: linear, and no comparison. */
    Rows sorted(int nodes) {
      Rows byTarget = by(targets, nodes);
      return byTarget.by(byTarget.sources, nodes);
    }

    private Rows by(int[] key, int nodes) {
      int[] next = new int[nodes + 1];
      for (int k : key) {
        next[k + 1]++;
      }
      for (int v = 0; v < nodes; v++) {
        next[v + 1] += next[v];
      }
      Rows out =
          new Rows(
              new int[key.length],
              new int[key.length],
              weights == null ? null : new double[key.length]);
      for (int i = 0; i < key.length; i++) {
        int at = next[key[i]]++;
        out.sources[at] = sources[i];
        out.targets[at] = targets[i];
        if (weights != null && out.weights != null) {
          out.weights[at] = weights[i];
        }
      }
      return out;
    }

    Built merged(int nodes, boolean directed, int edges, int loopCount) {
      int[] offsets = new int[nodes + 1];
      int[] row = new int[targets.length];
      double[] sums = weights == null ? null : new double[targets.length];
      int kept = 0;
      for (int i = 0; i < targets.length; ) {
        int end = i + 1;
        while (end < targets.length && targets[end] == targets[i] && sources[end] == sources[i]) {
          end++;
        }
        row[kept] = targets[i];
        if (sums != null && weights != null) {
          sums[kept] = sum(weights, i, end);
        }
        kept++;
        offsets[sources[i] + 1] = kept;
        i = end;
      }
      for (int v = 0; v < nodes; v++) {
        offsets[v + 1] = Math.max(offsets[v + 1], offsets[v]);
      }
      double[] finalSums = sums == null ? null : Arrays.copyOf(sums, kept);
      Csr graph = new Csr(offsets, Arrays.copyOf(row, kept), finalSums, directed);
      return new Built(graph, loopCount, edges - graph.edges());
    }

    /* Smallest first, so that the sum does not depend on the order in which edges came. */
    private static double sum(double[] weights, int start, int end) {
      if (end - start > 1) {
        Arrays.sort(weights, start, end);
      }
      double sum = 0;
      for (int i = start; i < end; i++) {
        sum += weights[i];
      }
      return checkedWeight(sum);
    }
  }
}
