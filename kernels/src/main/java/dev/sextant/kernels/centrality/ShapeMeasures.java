package dev.sextant.kernels.centrality;

import static dev.sextant.kernels.centrality.CentralityMeasures.scores;
import static dev.sextant.kernels.centrality.CentralityMeasures.strengths;

import dev.sextant.kernels.Answer;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Degree;
import dev.sextant.kernels.NamedMeasure;
import dev.sextant.kernels.NamedMeasure.Cost;
import dev.sextant.kernels.NamedMeasure.Setting;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.Triangles;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures of degrees, contacts among contacts, pairs and triples. */
final class ShapeMeasures {
  private ShapeMeasures() {}

  static List<NamedMeasure> all() {
    return List.of(
        new NamedMeasure(
            "in-strength",
            "Weight of the ties that come in, whatever the setting.",
            "Barrat et al. 2004, doi:10.1073/pnas.0400087101",
            "Understated as ties are lost; ranks are among the most robust.",
            Cost.LINEAR,
            (graph, setting, progress) -> {
              Degree.Result degree = Degree.counted().compute(graph, progress);
              return scores(graph, degree::inStrength);
            }),
        new NamedMeasure(
            "out-strength",
            "Weight of the ties that go out, whatever the setting.",
            "Barrat et al. 2004, doi:10.1073/pnas.0400087101",
            "Understated as ties are lost; ranks are among the most robust.",
            Cost.LINEAR,
            (graph, setting, progress) -> {
              Degree.Result degree = Degree.counted().compute(graph, progress);
              return scores(graph, degree::outStrength);
            }),
        new NamedMeasure(
            "constraint-hierarchy",
            "Whether the constraint comes from one contact, 1, or from all alike, 0.",
            "Burt 1992, ISBN 9780674843721",
            "Understated: what makes one contact special goes unseen.",
            Cost.TRIANGLES,
            (graph, setting, progress) ->
                new Answer.Scores(
                    ConstraintSpread.hierarchy().compute(strengths(graph, setting), progress))),
        new NamedMeasure(
            "shape",
            "Density, reciprocity, transitivity and degree assortativity of the " + "whole.",
            "Newman 2003, doi:10.1103/PhysRevE.67.026126",
            "Density falls as ties are lost; transitivity about as fast; "
                + "assortativity hardly.",
            Cost.TRIANGLES,
            ShapeMeasures::shape),
        new NamedMeasure(
            "dyads",
            "Pairs tied both ways, one way and not at all.",
            "Holland and Leinhardt 1970, doi:10.1086/224954",
            "Mutual pairs turn into one-way ones twice as fast as ties are lost.",
            Cost.TRIANGLES,
            ShapeMeasures::dyads),
        new NamedMeasure(
            "triads",
            "Triples of each of the 16 kinds.",
            "Batagelj and Mrvar 2001, doi:10.1016/S0378-8733(01)00035-1",
            "Closed kinds vanish three times as fast as ties.",
            Cost.TRIANGLES,
            ShapeMeasures::triads),
        new NamedMeasure(
            "rich-club",
            "Share of tied pairs among those with more than k contacts, by k.",
            "Colizza et al. 2006, doi:10.1038/nphys209",
            "Understated; strongly if leaders avoid being seen together.",
            Cost.LINEAR,
            ShapeMeasures::richClub),
        new NamedMeasure(
            "centralisation",
            "How near the network is to a star, by degree, closeness and betweenness.",
            "Freeman 1978, doi:10.1016/0378-8733(78)90021-7",
            "Steady by degree, fragile by betweenness.",
            Cost.ALL_PAIRS,
            ShapeMeasures::centralisation));
  }

  private static Answer shape(Csr graph, Setting setting, Progress progress) {
    double n = graph.nodes();
    double pairs = n * (n - 1) / (graph.directed() ? 1 : 2);
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("density", n < 2 ? Double.NaN : (graph.edges() - graph.loops()) / pairs);
    values.put("reciprocity", Census.reciprocity().compute(graph, progress));
    values.put("transitivity", Triangles.listed().compute(graph, progress).transitivity());
    values.put("degree-assortativity", Mixing.byDegree().compute(graph, progress));
    return new Answer.Whole(values);
  }

  private static Answer dyads(Csr graph, Setting setting, Progress progress) {
    Census.Result census = Census.counted().compute(graph, progress);
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("mutual", (double) census.mutual());
    values.put("asymmetric", (double) census.asymmetric());
    values.put("null", (double) census.empty());
    return new Answer.Whole(values);
  }

  private static Answer triads(Csr graph, Setting setting, Progress progress) {
    Census.Result census = Census.counted().compute(graph, progress);
    Map<String, Double> values = new LinkedHashMap<>();
    for (int kind = 0; kind < Census.KINDS.size(); kind++) {
      values.put(Census.KINDS.get(kind), (double) census.triads()[kind]);
    }
    return new Answer.Whole(values);
  }

  private static Answer richClub(Csr graph, Setting setting, Progress progress) {
    double[] share = RichClub.counted().compute(graph, progress);
    double[] degrees = new double[share.length];
    Arrays.setAll(degrees, k -> k);
    return new Answer.Curves(degrees, Map.of("share", share));
  }

  private static Answer centralisation(Csr graph, Setting setting, Progress progress) {
    int threads = setting.threads();
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("degree", Centralisation.ofDegree().compute(graph, progress));
    values.put("closeness", Centralisation.ofCloseness(threads).compute(graph, progress));
    values.put("betweenness", Centralisation.ofBetweenness(threads).compute(graph, progress));
    return new Answer.Whole(values);
  }
}
