package dev.sextant.kernels.centrality;

import dev.sextant.kernels.Answer;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.NamedMeasure;
import dev.sextant.kernels.NamedMeasure.Setting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** The measures of this package that need nothing but a graph, by name. */
public final class CentralityMeasures {
  private CentralityMeasures() {}

  /** All of them. */
  public static List<NamedMeasure> all() {
    List<NamedMeasure> all = new ArrayList<>(DistanceMeasures.all());
    all.addAll(SpectralMeasures.all());
    all.addAll(ShapeMeasures.all());
    return List.copyOf(all);
  }

  /** The graph as settings want it: weights as strengths, or none. */
  static Csr strengths(Csr graph, Setting setting) {
    return setting.weighted() ? graph : graph.unweighted();
  }

  /** The graph as settings want it: 1/strength as length, or none. */
  static Csr lengths(Csr graph, Setting setting) {
    return setting.weighted() && graph.weighted()
        ? graph.reweighted(w -> 1 / w)
        : graph.unweighted();
  }

  /** One number for each node. */
  static Answer scores(Csr graph, IntToDoubleFunction score) {
    double[] values = new double[graph.nodes()];
    Arrays.setAll(values, score);
    return new Answer.Scores(values);
  }
}
