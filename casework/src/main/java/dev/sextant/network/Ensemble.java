package dev.sextant.network;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/* Measures replicas of a graph from which ties were taken. Randomness is java.util.Random, whose
 * numbers the JDK's documentation fixes, so that a seed means the same in every version. */
final class Ensemble {
  /** Share of the ties taken away in each replica. */
  static final double REMOVED = 0.1;

  /** Enough that 5 and 95 of them are not the extremes. */
  static final int USUAL_REPLICAS = 100;

  static final int FEWEST_REPLICAS = 10;

  /** Arc visits that a person waits for: about a minute of one processor. */
  private static final double MOST_VISITS = 3e9;

  /** Ranks that are held at once: 200 MB. */
  private static final double MOST_RANKS = 5e7;

  /** Values that differ by less than this share come from rounding and are equal. */
  private static final double EQUAL = 1e-9;

  private final Csr graph;
  private final Method method;
  private final long seed;
  private final int[] from;
  private final int[] to;
  private final double[] weight;

  Ensemble(Csr graph, Method method, long seed) {
    this.graph = graph;
    this.method = method;
    this.seed = seed;
    int edges = graph.edges();
    this.from = new int[edges];
    this.to = new int[edges];
    this.weight = new double[edges];
    int at = 0;
    for (int v = 0; v < graph.nodes(); v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        if (graph.directed() || graph.target(a) >= v) {
          from[at] = v;
          to[at] = graph.target(a);
          weight[at++] = graph.weight(a);
        }
      }
    }
  }

  /** How many replicas are measured: fewer where one takes long, by a rule that knows no clock. */
  int replicas() {
    if (graph.edges() == 0) {
      return 0;
    }
    double n = graph.nodes();
    double visits = method == Method.BETWEENNESS ? n * (n + graph.arcs()) : 50 * (n + graph.arcs());
    double affordable = Math.min(MOST_VISITS / visits, MOST_RANKS / n);
    return (int) Math.max(FEWEST_REPLICAS, Math.min(USUAL_REPLICAS, affordable));
  }

  /** Measures the replicas against the values of the whole. */
  Robustness measure(double[] values, Progress progress) {
    int replicas = replicas();
    Random random = new Random(seed);
    List<int[]> ranks = new ArrayList<>();
    double agreement = 0;
    for (int r = 0; r < replicas; r++) {
      progress.step(r, replicas);
      double[] found = Measuring.compute(replica(random), method, seed, quiet(progress)).values();
      if (method.groups()) {
        agreement += adjustedRand(values, found) / replicas;
      } else {
        ranks.add(ranks(found));
      }
    }
    if (method.groups()) {
      return new Robustness(replicas, REMOVED, List.of(), replicas == 0 ? 1.0 : agreement);
    }
    return new Robustness(replicas, REMOVED, intervals(ranks(values), ranks), null);
  }

  /* A replica's own steps say nothing about the whole, but must still hear a stop. */
  private static Progress quiet(Progress progress) {
    return (done, total) -> progress.reached(-1, -1);
  }

  private Csr replica(Random random) {
    int edges = from.length;
    int removed = Math.max(1, (int) Math.round(REMOVED * edges));
    int[] order = IntStream.range(0, edges).toArray();
    for (int i = 0; i < removed; i++) {
      int j = i + random.nextInt(edges - i);
      int swap = order[i];
      order[i] = order[j];
      order[j] = swap;
    }
    CsrBuilder builder =
        graph.directed()
            ? CsrBuilder.directed(graph.nodes(), CsrBuilder.Loops.KEEP)
            : CsrBuilder.undirected(graph.nodes(), CsrBuilder.Loops.KEEP);
    for (int i = removed; i < edges; i++) {
      int e = order[i];
      builder.edge(from[e], to[e], weight[e]);
    }
    return builder.build().graph();
  }

  /** 1 for the highest value; values equal but for rounding share the best rank. */
  static int[] ranks(double[] values) {
    Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble((Integer v) -> values[v]).reversed());
    int[] ranks = new int[values.length];
    for (int i = 0; i < order.length; i++) {
      double above = i == 0 ? 0 : values[order[i - 1]];
      double here = values[order[i]];
      boolean equal = i > 0 && above - here <= EQUAL * Math.max(Math.abs(above), Math.abs(here));
      ranks[order[i]] = equal ? ranks[order[i - 1]] : i + 1;
    }
    return ranks;
  }

  private static List<RankInterval> intervals(int[] whole, List<int[]> replicas) {
    List<RankInterval> intervals = new ArrayList<>();
    int last = replicas.size() - 1;
    for (int v = 0; v < whole.length; v++) {
      int node = v;
      int[] sorted = replicas.stream().mapToInt(ranks -> ranks[node]).sorted().toArray();
      int low = last < 0 ? whole[v] : sorted[(int) Math.floor(0.05 * last)];
      int high = last < 0 ? whole[v] : sorted[(int) Math.ceil(0.95 * last)];
      intervals.add(new RankInterval(whole[v], low, high));
    }
    return intervals;
  }

  /** Hubert and Arabie 1985, doi:10.1007/BF01908075; 1 if the groupings are equal. */
  static double adjustedRand(double[] one, double[] other) {
    Map<Long, Integer> cells = new HashMap<>();
    Map<Integer, Integer> rows = new HashMap<>();
    Map<Integer, Integer> columns = new HashMap<>();
    for (int v = 0; v < one.length; v++) {
      int a = (int) one[v];
      int b = (int) other[v];
      cells.merge(((long) a << 32) | b, 1, Integer::sum);
      rows.merge(a, 1, Integer::sum);
      columns.merge(b, 1, Integer::sum);
    }
    double both = pairs(cells);
    double inOne = pairs(rows);
    double inOther = pairs(columns);
    double all = one.length * (one.length - 1.0) / 2;
    double chance = all == 0 ? 0 : inOne * inOther / all;
    double most = (inOne + inOther) / 2;
    return most == chance ? 1 : (both - chance) / (most - chance);
  }

  private static double pairs(Map<?, Integer> sizes) {
    return sizes.values().stream().mapToDouble(size -> size * (size - 1.0) / 2).sum();
  }
}
