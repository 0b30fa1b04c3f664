package dev.sextant.network;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.records.GraphTable;
import dev.sextant.terms.Progress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A graph file as questions need it: the ties as a frozen graph, and the way from labels to nodes
 * and back. Loops are left out and parallel ties joined. Belongs to no case, keeps nothing.
 */
public final class FileGraph {
  private final GraphTable table;
  private final boolean directed;
  private final Csr graph;

  private FileGraph(GraphTable table, boolean directed, Csr graph) {
    this.table = table;
    this.directed = directed;
    this.graph = graph;
  }

  /**
   * A graph as a reader gives it, without weights.
   *
   * @param directed whether ties have a direction; ties that run both ways become one each way
   */
  public static FileGraph of(GraphTable table, boolean directed) {
    return new FileGraph(table, directed, built(table, directed, false));
  }

  private static Csr built(GraphTable table, boolean directed, boolean weighted) {
    return Kernels.run(
        Progress.silent(),
        listener -> {
          CsrBuilder builder =
              directed
                  ? CsrBuilder.directed(table.nodes(), CsrBuilder.Loops.DROP)
                  : CsrBuilder.undirected(table.nodes(), CsrBuilder.Loops.DROP);
          for (int i = 0; i < table.edges(); i++) {
            edge(builder, table.from()[i], table.to()[i], weighted ? table.weight()[i] : 0);
            if (directed && table.bothWays()[i]) {
              edge(builder, table.to()[i], table.from()[i], weighted ? table.weight()[i] : 0);
            }
          }
          return builder.build().graph();
        });
  }

  private static void edge(CsrBuilder builder, int from, int to, double weight) {
    if (weight == 0) {
      builder.edge(from, to);
    } else {
      builder.edge(from, to, weight);
    }
  }

  /** Number of nodes. */
  public int nodes() {
    return graph.nodes();
  }

  /** Number of ties, parallel ones counted once. */
  public int ties() {
    return graph.edges();
  }

  /** Whether ties have a direction. */
  public boolean directed() {
    return directed;
  }

  GraphTable table() {
    return table;
  }

  Csr graph() {
    return graph;
  }

  /** The graph with the file's numbers as weights, those of parallel ties added. */
  Csr weighted() {
    for (int i = 0; i < table.edges(); i++) {
      if (!(table.weight()[i] > 0)) {
        throw new BadMeasuring(
            "SX-NETWORK-GRAPH",
            "a weight is not above 0",
            name(table.from()[i]) + " - " + name(table.to()[i]),
            Double.toString(table.weight()[i]),
            "leave --weighted out, or mend the file");
      }
    }
    return built(table, directed, true);
  }

  /**
   * The node of a label; if no label is written exactly so, the only one that differs in case.
   *
   * @throws BadMeasuring {@code SX-NETWORK-NODE} if there is none
   */
  int place(String label) {
    int found = -1;
    for (int v = 0; v < nodes(); v++) {
      if (table.labels()[v].equals(label)) {
        return v;
      }
      if (table.labels()[v].equalsIgnoreCase(label)) {
        found = found == -1 ? v : -2;
      }
    }
    if (found >= 0) {
      return found;
    }
    throw new BadMeasuring(
        "SX-NETWORK-NODE",
        "the file has no node of this label",
        "node",
        VisibleText.of(label),
        near(label));
  }

  private String near(String label) {
    String asked = label.toLowerCase(Locale.ROOT);
    String some =
        Arrays.stream(table.labels())
            .filter(one -> {
              String known = one.toLowerCase(Locale.ROOT);
              return !asked.isBlank() && (known.contains(asked) || asked.contains(known));
            })
            .limit(5)
            .map(VisibleText::of)
            .collect(Collectors.joining(", "));
    return some.isEmpty()
        ? "give a label as `sextant graph measure FILE --measures degree` prints it"
        : "did you mean " + some + "?";
  }

  /** A node's label, safe for a cell of a table. */
  String name(int node) {
    return cell(table.labels()[node]);
  }

  /** A text from a file, safe for a cell of a table. */
  static String cell(String text) {
    String one = text.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
    return VisibleText.of(SheetText.of(one));
  }

  String names(int[] nodes) {
    return Arrays.stream(nodes).mapToObj(this::name).collect(Collectors.joining(", "));
  }

  /** Nodes by label. */
  Map<String, Integer> places() {
    Map<String, Integer> places = new HashMap<>();
    IntStream.range(0, nodes()).forEach(v -> places.putIfAbsent(table.labels()[v], v));
    return places;
  }
}
