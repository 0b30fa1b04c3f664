package dev.sextant.network;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.records.GraphTable;
import dev.sextant.terms.Progress;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Measures of a graph file that belongs to no case: for research and teaching. Needs no permit,
 * keeps nothing.
 */
public final class FileMeasures {
  private final List<String> labels;
  private final Csr graph;
  private final int loops;
  private final int merged;
  private final Map<Method, Measuring.Computed> columns = new EnumMap<>(Method.class);

  private FileMeasures(List<String> labels, CsrBuilder.Built built) {
    this.labels = labels;
    this.graph = built.graph();
    this.loops = built.loops();
    this.merged = built.merged();
  }

  /**
   * A graph as a file gives it.
   *
   * @param labels of the nodes, in their order
   * @param from one end of each tie, a place in labels
   * @param to its other end
   * @param weight of each tie, above 0; null if the file gives none
   * @param directed whether ties have a direction
   */
  public record Drawn(
      List<String> labels, int[] from, int[] to, double @Nullable [] weight, boolean directed) {}

  /**
   * A graph as a reader gives it.
   *
   * @param table the file's nodes and ties
   * @param directed whether ties have a direction; the file's own word is {@code
   *     table.saysDirected()}. If so, ties that run both ways become one each way
   * @param weighted whether the file's numbers count; else every tie counts once
   */
  public static FileMeasures of(GraphTable table, boolean directed, boolean weighted) {
    int[] from = table.from();
    int[] to = table.to();
    double[] weight = table.weight();
    if (directed) {
      int[] back =
          IntStream.range(0, from.length)
              .filter(i -> table.bothWays()[i] && table.from()[i] != table.to()[i])
              .toArray();
      int arcs = Math.addExact(from.length, back.length);
      from = Arrays.copyOf(from, arcs);
      to = Arrays.copyOf(to, arcs);
      weight = Arrays.copyOf(weight, arcs);
      for (int i = 0; i < back.length; i++) {
        int at = table.edges() + i;
        from[at] = table.to()[back[i]];
        to[at] = table.from()[back[i]];
        weight[at] = table.weight()[back[i]];
      }
    }
    return of(new Drawn(List.of(table.labels()), from, to, weighted ? weight : null, directed));
  }

  /**
   * Takes a graph. Parallel ties become one with their weights added (without weights they
   * collapse); ties from a node to itself are left out; both are counted.
   *
   * @throws BadMeasuring {@code SX-NETWORK-GRAPH} if a weight is not above 0 or a place is wrong
   */
  public static FileMeasures of(Drawn drawn) {
    return Kernels.run(
        Progress.silent(),
        listener -> {
          int nodes = drawn.labels.size();
          CsrBuilder builder =
              drawn.directed
                  ? CsrBuilder.directed(nodes, CsrBuilder.Loops.DROP)
                  : CsrBuilder.undirected(nodes, CsrBuilder.Loops.DROP);
          double[] weight = drawn.weight;
          if (weight == null) {
            builder.edges(drawn.from, drawn.to);
          } else {
            builder.edges(drawn.from, drawn.to, weight);
          }
          return new FileMeasures(List.copyOf(drawn.labels), builder.build());
        });
  }

  /**
   * Adds a measure.
   *
   * @param seed of everything random in it
   */
  public FileMeasures with(Method method, long seed, Progress progress) {
    columns.put(
        method,
        Kernels.run(progress, listener -> Measuring.compute(graph, method, seed, listener)));
    return this;
  }

  /** Number of ties, parallel ones counted once. */
  public int ties() {
    return graph.edges();
  }

  /** Ties from a node to itself, left out. */
  public int loops() {
    return loops;
  }

  /** Ties that became part of a parallel one. */
  public int merged() {
    return merged;
  }

  /** The values of a measure by node. */
  public double[] values(Method method) {
    Measuring.Computed computed = columns.get(method);
    if (computed == null) {
      throw new IllegalStateException(method + " was not measured");
    }
    return computed.values().clone();
  }

  /** What can be said of the whole, by measure. */
  public Map<String, String> summary(Method method) {
    Measuring.Computed computed = columns.get(method);
    return computed == null ? Map.of() : Map.copyOf(computed.summary());
  }

  /**
   * Tab-separated: a head line ({@code node} and the methods in lower case), then one line a node.
   * Whole numbers are printed without a fraction, others so that they read back exactly. Tabs and
   * line ends in labels are blanks, other control characters are shown by {@link VisibleText}; no
   * label is a formula ({@link SheetText}).
   */
  public String tsv() {
    StringBuilder out = new StringBuilder("node");
    columns.keySet().forEach(m -> out.append('\t').append(m.name().toLowerCase(Locale.ROOT)));
    out.append('\n');
    for (int v = 0; v < labels.size(); v++) {
      out.append(SheetText.of(VisibleText.of(labels.get(v).replaceAll("[\\t\\r\\n]", " "))));
      for (Measuring.Computed computed : columns.values()) {
        out.append('\t').append(number(computed.values()[v]));
      }
      out.append('\n');
    }
    return out.toString();
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
