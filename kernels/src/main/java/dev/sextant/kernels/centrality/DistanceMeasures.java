package dev.sextant.kernels.centrality;

import static dev.sextant.kernels.centrality.CentralityMeasures.lengths;
import static dev.sextant.kernels.centrality.CentralityMeasures.scores;
import static dev.sextant.kernels.centrality.CentralityMeasures.strengths;

import dev.sextant.kernels.Answer;
import dev.sextant.kernels.Betweenness;
import dev.sextant.kernels.Closeness;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.EdgeBetweenness;
import dev.sextant.kernels.NamedMeasure;
import dev.sextant.kernels.NamedMeasure.Cost;
import dev.sextant.kernels.NamedMeasure.Setting;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.SharedMethod;
import dev.sextant.kernels.sketch.HyperBall;
import java.util.List;

/** Measures from distances and shortest paths. */
final class DistanceMeasures {
  /** One pass for all that is read off the distances to a node. */
  private static final SharedMethod.Pass<Closeness.Result> INWARD =
      (graph, setting, progress) -> closeness(graph, Closeness.Towards.NODE, setting, progress);

  /** Searches of the estimate by pivots. */
  private static final int PIVOTS = 64;

  private DistanceMeasures() {}

  static List<NamedMeasure> all() {
    return List.of(
        new NamedMeasure(
            "reach-2",
            "How many others are at most two hops away, from the node, along the " + "arcs.",
            "Borgatti 2006, doi:10.1007/s10588-006-7084-x",
            "A missing tie to a hub hides all its contacts.",
            Cost.ALL_PAIRS,
            (graph, setting, progress) ->
                new Answer.Scores(
                    Reach.within(2, Closeness.Towards.OTHERS).compute(graph, progress))),
        new NamedMeasure(
            "decay",
            "Others within reach, each counting 1/2 to the power of its hops from the "
                + "node, along the arcs.",
            "Jackson 2008, doi:10.1515/9781400833993",
            "Understated, most near the missing ties.",
            Cost.ALL_PAIRS,
            (graph, setting, progress) ->
                new Answer.Scores(
                    Reach.decay(0.5, Closeness.Towards.OTHERS).compute(graph, progress))),
        inward(
            "harmonic-in",
            "The sum of 1/distance to the node, against the arcs; by weights, "
                + "1/strength is the length.",
            "Boldi and Vigna 2014, doi:10.1080/15427951.2013.865686",
            "More robust than betweenness; understated where ties are missing.",
            Closeness.Result::harmonic),
        inward(
            "closeness-corrected-in",
            "Others within reach over the sum of distances to the node, against the "
                + "arcs, times the share of the graph within reach; by weights, 1/strength "
                + "is the length.",
            "Freeman 1978, doi:10.1016/0378-8733(78)90021-7",
            "Jumps when the graph falls apart; else robust.",
            Closeness.Result::corrected),
        inward(
            "closeness-in",
            "Others within reach over the sum of distances to the node, against the "
                + "arcs; by weights, 1/strength is the length.",
            "Freeman 1978, doi:10.1016/0378-8733(78)90021-7",
            "Jumps when the graph falls apart; else robust.",
            Closeness.Result::classic),
        inward(
            "eccentricity-in",
            "The distance to the farthest node within reach, to the node, against the "
                + "arcs; by weights, 1/strength is the length.",
            "Freeman 1978, doi:10.1016/0378-8733(78)90021-7",
            "Overstated; a single unseen tie may shorten it.",
            Closeness.Result::farthest),
        inward(
            "reach-in",
            "How many others are within reach, to the node, against the arcs.",
            "Borgatti 2006, doi:10.1007/s10588-006-7084-x",
            "Understated; jumps when parts come together.",
            (close, v) -> close.reached(v) - 1),
        new NamedMeasure(
            "reach-2-in",
            "How many others are at most two hops away, to the node, against the " + "arcs.",
            "Borgatti 2006, doi:10.1007/s10588-006-7084-x",
            "A missing tie to a hub hides all its contacts.",
            Cost.ALL_PAIRS,
            (graph, setting, progress) ->
                new Answer.Scores(
                    Reach.within(2, Closeness.Towards.NODE).compute(graph, progress))),
        new NamedMeasure(
            "decay-in",
            "Others within reach, each counting 1/2 to the power of its hops to the "
                + "node, against the arcs.",
            "Jackson 2008, doi:10.1515/9781400833993",
            "Understated, most near the missing ties.",
            Cost.ALL_PAIRS,
            (graph, setting, progress) ->
                new Answer.Scores(
                    Reach.decay(0.5, Closeness.Towards.NODE).compute(graph, progress))),
        new NamedMeasure(
            "edge-betweenness",
            "The sum over pairs of nodes of the share of shortest paths that run over "
                + "each tie; by weights, 1/strength is the length.",
            "Girvan and Newman 2002, doi:10.1073/pnas.122653799",
            "As fragile as betweenness; ties near a missing one are overstated.",
            Cost.ALL_PAIRS,
            (graph, setting, progress) -> {
              Csr wanted = lengths(graph, setting);
              EdgeBetweenness measure =
                  wanted.weighted()
                      ? EdgeBetweenness.byLengths(setting.threads())
                      : EdgeBetweenness.byHops(setting.threads());
              EdgeBetweenness.Result result = measure.compute(wanted, progress);
              return new Answer.Pairs(result.from(), result.to(), result.scores());
            }),
        new NamedMeasure(
            "sampled-betweenness",
            "The share of pairs between which a random shortest path passes the node, "
                + "from samples: off by no more than .01 with probability 90%.",
            "Borassi and Natale 2016, doi:10.4230/LIPIcs.ESA.2016.20",
            "As betweenness; the error of sampling comes on top.",
            Cost.LINEAR,
            (graph, setting, progress) ->
                new Answer.Scores(
                    SampledBetweenness.within(0.01, 0.1, setting.seed())
                        .compute(graph, progress)
                        .scores())),
        new NamedMeasure(
            "betweenness-pivots",
            "Betweenness estimated without bias from 64 nodes as sources, drawn by the seed; its"
                + " error is not stated.",
            "Brandes and Pich 2007, doi:10.1142/S0218127407018403",
            "As betweenness; the error of the few sources comes on top.",
            Cost.LINEAR,
            (graph, setting, progress) ->
                new Answer.Scores(
                    Betweenness.fromPivots(PIVOTS, setting.seed(), setting.threads())
                        .compute(graph.unweighted(), progress)
                        .scores())),
        new NamedMeasure(
            "harmonic-sketched",
            "About the sum of 1/distance to the others, along the arcs, from sketches of 256"
                + " registers: balls are off by 6.5 per cent on the mean, ranks by less.",
            "Boldi and Vigna 2013, doi:10.1109/ICDMW.2013.10",
            "As harmonic; the error of the sketches comes on top.",
            Cost.TRIANGLES,
            (graph, setting, progress) ->
                new Answer.Scores(
                    HyperBall.withRegisters(8, setting.seed())
                        .compute(graph, progress)
                        .harmonic())),
        new NamedMeasure(
            "stress",
            "The number of shortest paths between others that pass the node; by "
                + "weights, 1/strength is the length.",
            "Shimbel 1953, doi:10.1007/BF02476438",
            "More fragile than betweenness: numbers of paths multiply.",
            Cost.ALL_PAIRS,
            (graph, setting, progress) ->
                new Answer.Scores(Passing.stress().compute(lengths(graph, setting), progress))),
        new NamedMeasure(
            "load",
            "What passes the node if all send to all and packets split equally at "
                + "forks; by weights, 1/strength is the length.",
            "Goh, Kahng and Kim 2001, doi:10.1103/PhysRevLett.87.278701",
            "As fragile as betweenness.",
            Cost.ALL_PAIRS,
            (graph, setting, progress) ->
                new Answer.Scores(Passing.load().compute(lengths(graph, setting), progress))),
        new NamedMeasure(
            "current-flow-betweenness",
            "The share of current between pairs of others that passes the node, ties "
                + "being wires; directions are ignored.",
            "Newman 2005, doi:10.1016/j.socnet.2004.11.009",
            "Steadier than betweenness by shortest paths.",
            Cost.SMALL,
            (graph, setting, progress) ->
                new Answer.Scores(
                    CurrentFlow.exact()
                        .compute(strengths(graph, setting), progress)
                        .betweenness())),
        new NamedMeasure(
            "current-flow-closeness",
            "Others over the sum of the resistances to them, ties being wires; "
                + "directions are ignored.",
            "Stephenson and Zelen 1989, doi:10.1016/0378-8733(89)90016-6",
            "Steadier than closeness; understated.",
            Cost.SMALL,
            (graph, setting, progress) ->
                new Answer.Scores(
                    CurrentFlow.closenessOnly()
                        .compute(strengths(graph, setting), progress)
                        .closeness())));
  }

  /** What a pass over distances says of a node. */
  private interface OfNode {
    double of(Closeness.Result close, int node);
  }

  /** A measure of the distances from others to the node. */
  private static NamedMeasure inward(
      String name, String what, String source, String missing, OfNode value) {
    return new NamedMeasure(
        name,
        what,
        source,
        missing,
        Cost.ALL_PAIRS,
        new SharedMethod<>(INWARD, (close, graph) -> scores(graph, node -> value.of(close, node))));
  }

  private static Closeness.Result closeness(
      Csr graph, Closeness.Towards towards, Setting setting, Progress progress) {
    Csr wanted = lengths(graph, setting);
    Closeness measure =
        wanted.weighted()
            ? Closeness.byLengths(towards)
            : Closeness.byHops(towards, setting.threads());
    return measure.compute(wanted, progress);
  }
}
