package dev.sextant.kernels.path;

import dev.sextant.kernels.Answer;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.NamedMeasure;
import dev.sextant.kernels.NamedMeasure.Cost;
import dev.sextant.kernels.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The measures of this package that need nothing but a graph, by name. */
public final class PathMeasures {
  private PathMeasures() {}

  /** All of them. */
  public static List<NamedMeasure> all() {
    return List.of(
        new NamedMeasure(
            "diameter",
            "The largest distance between two nodes that reach each other; weights as strengths,"
                + " 1/strength as length.",
            "Crescenzi et al. 2013, doi:10.1016/j.tcs.2012.09.018",
            "Overstated while the network holds together; drops when it falls apart.",
            Cost.ALL_PAIRS,
            PathMeasures::diameter),
        new NamedMeasure(
            "distances",
            "The mean distance, the share of pairs that reach each other and the distance within"
                + " which 90% of them lie, by hops.",
            "Leskovec, Kleinberg and Faloutsos 2007, doi:10.1145/1217299.1217301",
            "Distances are overstated and reach is understated.",
            Cost.ALL_PAIRS,
            PathMeasures::distances),
        new NamedMeasure(
            "hop-plot",
            "How many ordered pairs of nodes are exactly, and at most, so many hops apart.",
            "Then et al. 2014, doi:10.14778/2735496.2735507",
            "Pairs move to larger distances, or out of reach.",
            Cost.ALL_PAIRS,
            PathMeasures::hopPlot),
        new NamedMeasure(
            "span",
            "How many hops apart the ends of each tie would be without it: above 2 a local bridge.",
            "Granovetter 1973, doi:10.1086/225469",
            "Overstated: ordinary ties seem to be local bridges.",
            Cost.TRIANGLES,
            PathMeasures::span));
  }

  private static Answer diameter(Csr graph, NamedMeasure.Setting setting, Progress progress) {
    Diameter.Result found =
        setting.weighted() && graph.weighted()
            ? Diameter.byLengths().compute(graph.reweighted(w -> 1 / w), progress)
            : Diameter.byHops(setting.threads()).compute(graph, progress);
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("diameter", found.length());
    values.put("from", found.from() < 0 ? Double.NaN : found.from());
    values.put("to", found.to() < 0 ? Double.NaN : found.to());
    return new Answer.Whole(values);
  }

  private static Answer distances(Csr graph, NamedMeasure.Setting setting, Progress progress) {
    HopPlot.Result plot = HopPlot.exact().compute(graph, progress);
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("mean", plot.mean());
    values.put("reaching", plot.connectedness());
    values.put("effective-diameter", plot.effective());
    return new Answer.Whole(values);
  }

  private static Answer hopPlot(Csr graph, NamedMeasure.Setting setting, Progress progress) {
    HopPlot.Result plot = HopPlot.exact().compute(graph, progress);
    double[] hops = new double[plot.farthest()];
    double[] exactly = new double[hops.length];
    double[] within = new double[hops.length];
    double sum = 0;
    for (int i = 0; i < hops.length; i++) {
      hops[i] = i + 1.0;
      exactly[i] = plot.pairs(i + 1);
      sum += exactly[i];
      within[i] = sum;
    }
    Map<String, double[]> curves = new LinkedHashMap<>();
    curves.put("exactly", exactly);
    curves.put("within", within);
    return new Answer.Curves(hops, curves);
  }

  private static Answer span(Csr graph, NamedMeasure.Setting setting, Progress progress) {
    LocalBridges.Result spans = LocalBridges.spans().compute(graph, progress);
    return new Answer.Pairs(spans.from(), spans.to(), spans.span());
  }
}
