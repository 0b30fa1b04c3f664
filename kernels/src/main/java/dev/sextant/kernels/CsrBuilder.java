package dev.sextant.kernels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  private static final int MAX_ARCS = ArcSort.MAX_ARCS;

  /** Edges a full chunk: half a megabyte, so that growing never copies more. */
  private static final int CHUNK = 1 << 16;

  private final int nodes;
  private final boolean directed;
  private final Loops loops;
  private final List<ArcSort.Chunk> full = new ArrayList<>();
  private int[] ends = new int[32];
  private double @Nullable [] weight;
  private int used; // edges in the chunk at hand
  private boolean weighted;
  private long count;
  private long loopCount;
  private long given;

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
    if (weighted) {
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
    if (!weighted && given > 0) {
      throw new BadGraph("an edge with a weight among edges without one");
    }
    int at = add(source, target);
    weighted = true;
    if (at >= 0) {
      double[] all = weight;
      if (all == null || at >= all.length) {
        all = all == null ? new double[ends.length / 2] : Arrays.copyOf(all, ends.length / 2);
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

  /**
   * Adds a chunk of edges, from {@code ends[2i]} to {@code ends[2i + 1]}, and takes the arrays
   * over: they are this builder's from now on. The way in for large inputs, which copies nothing.
   *
   * @param ends both ends of every edge
   * @param weights their weights, or null if they have none
   * @param edges how many of them count
   * @throws BadGraph as {@link #edge(int, int)} and {@link #edge(int, int, double)}
   */
  public CsrBuilder chunk(int[] ends, double @Nullable [] weights, int edges) {
    if (given > 0 && edges > 0 && weighted != (weights != null)) {
      throw new BadGraph("edges with weights among edges without");
    }
    int kept = 0;
    int looped = 0;
    for (int i = 0; i < edges; i++) {
      int u = ends[2 * i];
      int v = ends[2 * i + 1];
      // As unsigned numbers, those below 0 are above every node.
      if (Integer.compareUnsigned(u, nodes) >= 0 || Integer.compareUnsigned(v, nodes) >= 0) {
        throw outside(u, v);
      }
      looped += u == v ? 1 : 0;
      if (u != v || loops == Loops.KEEP) {
        ends[2 * kept] = u;
        ends[2 * kept + 1] = v;
        if (weights != null) {
          weights[kept] = checkedWeight(weights[i]);
        }
        kept++;
      }
    }
    given += edges;
    loopCount += looped;
    count += kept;
    weighted = edges > 0 ? weights != null : weighted;
    full.add(new ArcSort.Chunk(ends, weights, kept));
    return this;
  }

  private int add(int source, int target) {
    if (source < 0 || source >= nodes || target < 0 || target >= nodes) {
      throw outside(source, target);
    }
    given++;
    if (source == target) {
      loopCount++;
      if (loops == Loops.DROP) {
        return -1;
      }
    }
    if (2 * used == ends.length) {
      if (used < CHUNK) {
        ends = Arrays.copyOf(ends, 4 * used);
      } else {
        full.add(new ArcSort.Chunk(ends, weight, used));
        ends = new int[2 * CHUNK];
        weight = weight == null ? null : new double[CHUNK];
        used = 0;
      }
    }
    ends[2 * used] = source;
    ends[2 * used + 1] = target;
    count++;
    return used++;
  }

  private BadGraph outside(int source, int target) {
    return new BadGraph("edge " + source + "-" + target + " leaves the nodes 0.." + (nodes - 1));
  }

  /**
   * Freezes the edges.
   *
   * @throws BadGraph if there are more than 2^31 - 17 arcs (an undirected edge is two), or a sum of
   *     parallel weights overflows
   */
  public Built build() {
    List<ArcSort.Chunk> chunks = new ArrayList<>(full);
    chunks.add(new ArcSort.Chunk(ends, weight, used));
    Csr graph = new ArcSort(nodes, directed).sort(chunks, weighted);
    return new Built(graph, Math.toIntExact(loopCount), Math.toIntExact(count - graph.edges()));
  }
}
