package dev.sextant.kernels.centrality;

import static dev.sextant.kernels.centrality.CentralityMeasures.strengths;

import dev.sextant.kernels.Answer;
import dev.sextant.kernels.NamedMeasure;
import dev.sextant.kernels.NamedMeasure.Cost;
import dev.sextant.kernels.PageRank;
import java.util.List;

/** Measures from walks of all lengths. */
final class SpectralMeasures {
  private SpectralMeasures() {}

  static List<NamedMeasure> all() {
    return List.of(
        new NamedMeasure(
            "eigenvector",
            "Who is tied to those who are well tied; directed, by the arcs that come "
                + "in; the largest is 1.",
            "Bonacich 1972, doi:10.1080/0022250X.1972.9989806",
            "Robust within one dense region; a few ties decide between regions.",
            Cost.LINEAR,
            (graph, setting, progress) ->
                new Answer.Scores(
                    Eigenvector.principal().compute(strengths(graph, setting), progress).scores())),
        new NamedMeasure(
            "katz",
            "Walks that end at the node, each further step counting .85 over the "
                + "largest eigenvalue.",
            "Katz 1953, doi:10.1007/BF02289026",
            "Understated near missing ties; robust in dense middles.",
            Cost.LINEAR,
            (graph, setting, progress) ->
                new Answer.Scores(
                    Katz.automatic().compute(strengths(graph, setting), progress).scores())),
        new NamedMeasure(
            "bonacich-power",
            "Power from having strong contacts: beta is half of the limit.",
            "Bonacich 1987, doi:10.1086/228631",
            "With a negative beta one missing tie can turn ranks over.",
            Cost.LINEAR,
            (graph, setting, progress) ->
                new Answer.Scores(
                    BonacichPower.share(0.5)
                        .compute(strengths(graph, setting), progress)
                        .scores())),
        new NamedMeasure(
            "bonacich-power-negative",
            "Power from having weak contacts who depend on one: beta is minus half of "
                + "the limit.",
            "Bonacich 1987, doi:10.1086/228631",
            "With a negative beta one missing tie can turn ranks over.",
            Cost.LINEAR,
            (graph, setting, progress) ->
                new Answer.Scores(
                    BonacichPower.share(-0.5)
                        .compute(strengths(graph, setting), progress)
                        .scores())),
        new NamedMeasure(
            "hub",
            "The node points at good authorities; the largest is 1.",
            "Kleinberg 1999, doi:10.1145/324133.324140",
            "Robust within one dense region; a few ties decide between regions.",
            Cost.LINEAR,
            (graph, setting, progress) ->
                new Answer.Scores(
                    HubsAuthorities.principal()
                        .compute(strengths(graph, setting), progress)
                        .hubs())),
        new NamedMeasure(
            "authority",
            "Good hubs point at the node; the largest is 1.",
            "Kleinberg 1999, doi:10.1145/324133.324140",
            "Robust within one dense region; a few ties decide between regions.",
            Cost.LINEAR,
            (graph, setting, progress) ->
                new Answer.Scores(
                    HubsAuthorities.principal()
                        .compute(strengths(graph, setting), progress)
                        .authorities())),
        new NamedMeasure(
            "pagerank-reverse",
            "How often a walker who follows random arcs backwards, and now and then "
                + "starts afresh, passes the node.",
            "Brin and Page 1998, doi:10.1016/S0169-7552(98)00110-X",
            "Fairly robust; a missing arc of a node with few shifts much.",
            Cost.LINEAR,
            (graph, setting, progress) ->
                new Answer.Scores(
                    PageRank.standard()
                        .compute(strengths(graph, setting).reverse(), progress)
                        .scores())),
        new NamedMeasure(
            "subgraph",
            "Closed walks round the node, a walk of k steps counting 1/k!; directions "
                + "are ignored.",
            "Estrada and Rodriguez-Velazquez 2005, doi:10.1103/PhysRevE.71.056103",
            "Understated, most in the densest region.",
            Cost.ALL_PAIRS,
            (graph, setting, progress) ->
                new Answer.Scores(
                    SubgraphCentrality.closedWalks()
                        .compute(strengths(graph, setting), progress)
                        .scores())));
  }
}
