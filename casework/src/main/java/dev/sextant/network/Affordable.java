package dev.sextant.network;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.NamedMeasure;
import java.util.ArrayList;
import java.util.List;

/* What is measured without being asked for by name, and how often: by counts of steps, which know
 * no clock, so that the same file always gets the same. */
final class Affordable {
  /** Steps of one measure: about a minute of one processor. */
  private static final double MOST_STEPS = 3e10;

  /** Steps of all replicas together. */
  private static final double ALL_STEPS = 3e10;

  /** Nodes up to which measures for small networks are tried unasked. */
  private static final int SMALL = 60;

  /** Fewer say too little of an interval's ends. */
  static final int FEWEST_REPLICAS = 40;

  private final Csr graph;

  Affordable(Csr graph) {
    this.graph = graph;
  }

  boolean unasked(NamedMeasure measure) {
    return measure.cost() == NamedMeasure.Cost.SMALL
        ? graph.nodes() <= SMALL
        : steps(measure) <= MOST_STEPS;
  }

  /** Why it is not measured unasked, for people. */
  String why(NamedMeasure measure) {
    return measure.cost() == NamedMeasure.Cost.SMALL
        ? "is for small networks (unasked up to " + SMALL + " nodes)"
        : "takes about " + (long) (steps(measure) / 1e9) + "e9 steps (unasked up to 3e10)";
  }

  private double steps(NamedMeasure measure) {
    double n = graph.nodes();
    double reads = n + graph.arcs();
    return switch (measure.cost()) {
      // Iterations and passes; blocks and lanes share steps among sources.
      case LINEAR -> 40 * reads;
      case TRIANGLES -> 4 * reads * Math.sqrt(reads);
      case ALL_PAIRS -> n * reads / 2;
      case SMALL -> n * n * n * n;
    };
  }

  /** How many replicas may be measured of all these together, at most 1,000. */
  int replicas(List<NamedMeasure> measures) {
    double each = 1;
    for (NamedMeasure measure : measures) {
      each += steps(measure);
    }
    double memory = Runtime.getRuntime().maxMemory() / 4.0;
    double rows = memory / (4.0 * Math.max(1, graph.nodes()) * Math.max(1, measures.size()));
    return (int) Math.min(Uncertainty.USUAL_REPLICAS, Math.min(ALL_STEPS / each, rows));
  }

  /** Those that may be replicated, the dearest being left out until the others can be. */
  List<NamedMeasure> replicable(List<NamedMeasure> measures) {
    List<NamedMeasure> some = new ArrayList<>(measures);
    while (!some.isEmpty() && replicas(some) < FEWEST_REPLICAS) {
      NamedMeasure dearest = some.getFirst();
      for (NamedMeasure measure : some) {
        dearest = steps(measure) > steps(dearest) ? measure : dearest;
      }
      some.remove(dearest);
    }
    return some;
  }
}
