package dev.sextant.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The measures that scale: those that both engines compute, with the same meaning. */
public enum Scaling {
  /** The smallest id in the node's weak component. */
  COMPONENTS("component"),
  /** PageRank, damping 0.85, to 1e-9. */
  PAGERANK("pagerank"),
  /** Coreness. */
  KCORE("kcore"),
  /** Triangles that the node is part of. */
  TRIANGLES("triangles"),
  /** Label propagation: the smallest id that carries the group's label. */
  LABELS("label"),
  /** Harmonic closeness by HyperBall. */
  HARMONIC("harmonic"),
  /** Betweenness from a sample of sources. */
  BETWEENNESS("betweenness");

  private final String column;

  Scaling(String column) {
    this.column = column;
  }

  /** Name of its column in results. */
  public String column() {
    return column;
  }

  /** Whether its values are ids of nodes. */
  boolean ids() {
    return this == COMPONENTS || this == LABELS;
  }

  /** Reads a list of names, in any case; {@code all} is all of them. */
  static List<Scaling> parse(String names) {
    if (names.strip().equalsIgnoreCase("all")) {
      return List.of(values());
    }
    return Arrays.stream(names.split(",", -1)).map(Scaling::one).distinct().toList();
  }

  private static Scaling one(String name) {
    String wanted = name.strip().toUpperCase(Locale.ROOT).replace("-", "");
    for (Scaling measure : values()) {
      if (measure.name().equals(wanted)) {
        return measure;
      }
    }
    throw new ClusterFault(
        "SX-CLUSTER-MEASURE",
        "no such measure on a cluster",
        "--measures",
        name,
        "use some of " + Arrays.toString(values()).toLowerCase(Locale.ROOT));
  }
}
