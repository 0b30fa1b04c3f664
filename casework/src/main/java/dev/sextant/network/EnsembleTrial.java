package dev.sextant.network;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.catalogue.Catalogue;
import dev.sextant.kernels.doubt.Doubt;
import dev.sextant.kernels.doubt.Errors;
import java.util.List;

/**
 * What the bench times as {@code ensemble}: eight measures of a network with a tenth of its ties
 * missing, over 1,000 replicas and those for robustness, with rank intervals that are not
 * calibrated. A loop of another library that draws 1,000 such networks and takes the same measures
 * does less.
 */
final class EnsembleTrial {
  private static final int REPLICAS = 1000;
  private static final double MISSING = 0.1;
  private static final List<String> MEASURES =
      List.of(
          "degree",
          "betweenness",
          "closeness",
          "harmonic",
          "pagerank",
          "k-core",
          "clustering",
          "constraint");

  private EnsembleTrial() {}

  /** Measures; returns how many replicas the ranks of the last measure come from. */
  static double replicas(Csr graph) {
    Errors errors = Errors.none().missing(MISSING, Errors.Return.BY_CLOSURE);
    Doubt.Plan plan = Doubt.Plan.usual().replicas(REPLICAS).calibrated(false);
    Doubt.Result result =
        Doubt.of(Catalogue.all().named(MEASURES), errors, plan).compute(graph, Progress.silent());
    return result.ranks(MEASURES.getLast()).replicas();
  }
}
