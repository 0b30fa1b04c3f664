package dev.sextant.network;

import dev.sextant.kernels.Betweenness;
import dev.sextant.kernels.Closeness;
import dev.sextant.kernels.Components;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Degree;
import dev.sextant.kernels.KCore;
import dev.sextant.kernels.Leiden;
import dev.sextant.kernels.PageRank;
import dev.sextant.kernels.Progress;
import dev.sextant.records.GraphTable;
import dev.sextant.terms.BadValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures on a network that a file asserts, without a case: for research and for checking us
 * against other programs. Loops are dropped and parallel edges merged, with their weights added;
 * both are counted.
 */
public final class FileMeasures {
  /** The measures by the name the command line uses, in the order they are listed. */
  public enum Name {
    /** Ties of each node; in a directed network those in and out together. */
    DEGREE,
    /** Sum of the weights of a node's ties. */
    STRENGTH,
    /** Exact betweenness, not normalised, by hops; by 1/weight as length when weighted. */
    BETWEENNESS,
    /** Reciprocal of the mean distance to those that can be reached. */
    CLOSENESS,
    /** Sum of reciprocal distances to all others. */
    HARMONIC,
    /** PageRank with damping 0.85. */
    PAGERANK,
    /** Coreness; direction is ignored. */
    KCORE,
    /** Weak component, numbered by size. */
    COMPONENT,
    /** Community by Leiden's method, modularity; direction is ignored. */
    COMMUNITY;

    /** Reads a name in any case. */
    public static Name parse(String text) {
      for (Name name : values()) {
        if (name.name().equalsIgnoreCase(text.strip())) {
          return name;
        }
      }
      throw new BadValue(
          "SX-NETWORK-MEASURE",
          "measure",
          text,
          "use some of "
              + String.join(",", List.of(values()).stream().map(Name::column).toList())
              + " or all");
    }

    /** The column's heading. */
    public String column() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The measures of one file.
   *
   * @param labels the nodes
   * @param columns values as text by column, one a node; whole numbers without a fraction
   * @param edges edges measured, after merging
   * @param loops loops dropped
   * @param merged parallel edges merged away
   */
  public record Table(
      List<String> labels, Map<String, List<String>> columns, int edges, int loops, int merged) {}

  private FileMeasures() {}

  /**
   * Measures.
   *
   * @param directed whether edges run one way
   * @param weighted whether the file's numbers count; else every edge counts 1
   * @param seed of the community search
   */
  public static Table measure(
      GraphTable file, List<Name> names, boolean directed, boolean weighted, long seed) {
    CsrBuilder builder =
        directed
            ? CsrBuilder.directed(file.nodes(), CsrBuilder.Loops.DROP)
            : CsrBuilder.undirected(file.nodes(), CsrBuilder.Loops.DROP);
    CsrBuilder.Built built =
        weighted
            ? builder.edges(file.from(), file.to(), file.weight()).build()
            : builder.edges(file.from(), file.to()).build();
    Csr graph = weighted ? built.graph() : built.graph().unweighted();
    Map<String, List<String>> columns = new LinkedHashMap<>();
    for (Name name : names) {
      columns.put(name.column(), column(name, graph, weighted, seed));
    }
    return new Table(List.of(file.labels()), columns, graph.edges(), built.loops(), built.merged());
  }

  private static List<String> column(Name name, Csr graph, boolean weighted, long seed) {
    Progress silent = Progress.silent();
    return switch (name) {
      case DEGREE -> {
        Degree.Result degree = Degree.counted().compute(graph, silent);
        yield texts(graph.nodes(), v -> Integer.toString(degree.total(v)));
      }
      case STRENGTH -> {
        Degree.Result degree = Degree.counted().compute(graph, silent);
        yield texts(graph.nodes(), v -> Double.toString(degree.strength(v)));
      }
      case BETWEENNESS -> {
        Betweenness.Result between =
            weighted
                ? Betweenness.byLengths().compute(graph.reweighted(w -> 1 / w), silent)
                : Betweenness.byHops().compute(graph, silent);
        yield texts(graph.nodes(), v -> Double.toString(between.score(v)));
      }
      case CLOSENESS -> {
        Closeness.Result near = Closeness.byHops(Closeness.Towards.OTHERS).compute(graph, silent);
        yield texts(graph.nodes(), v -> Double.toString(near.classic(v)));
      }
      case HARMONIC -> {
        Closeness.Result near = Closeness.byHops(Closeness.Towards.OTHERS).compute(graph, silent);
        yield texts(graph.nodes(), v -> Double.toString(near.harmonic(v)));
      }
      case PAGERANK -> {
        PageRank.Result rank = PageRank.standard().compute(graph, silent);
        yield texts(graph.nodes(), v -> Double.toString(rank.score(v)));
      }
      case KCORE -> {
        KCore.Result core = KCore.peeling().compute(graph, silent);
        yield texts(graph.nodes(), v -> Integer.toString(core.coreness(v)));
      }
      case COMPONENT -> {
        var pieces = Components.weak().compute(graph, silent);
        yield texts(graph.nodes(), v -> Integer.toString(pieces.groupOf(v)));
      }
      case COMMUNITY -> {
        var groups = Leiden.modularity(1.0, seed).compute(graph.ignoringDirection(), silent);
        yield texts(graph.nodes(), v -> Integer.toString(groups.communities().groupOf(v)));
      }
    };
  }

  private static List<String> texts(int nodes, java.util.function.IntFunction<String> text) {
    List<String> all = new ArrayList<>(nodes);
    for (int v = 0; v < nodes; v++) {
      all.add(text.apply(v));
    }
    return all;
  }
}
