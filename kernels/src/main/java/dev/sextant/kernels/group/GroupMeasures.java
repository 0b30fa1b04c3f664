package dev.sextant.kernels.group;

import dev.sextant.kernels.Answer;
import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Leiden;
import dev.sextant.kernels.NamedMeasure;
import dev.sextant.kernels.NamedMeasure.Cost;
import dev.sextant.kernels.Partition;
import dev.sextant.kernels.Progress;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The measures of this package, and communities by Leiden, by name. */
public final class GroupMeasures {
  /** Positions of the blockmodel that is asked for by name: as many as can be told in a table. */
  static final int POSITIONS = 4;

  /** Smallest plex listed by name; with k = 2, larger than 2k - 1, so connected. */
  static final int SMALLEST_PLEX = 4;

  private GroupMeasures() {}

  /** All, in a fixed order. */
  public static List<NamedMeasure> all() {
    return List.of(
        leiden(),
        leidenDirected(),
        labelPropagation(),
        cliques(),
        plexes(),
        truss(),
        trussOfNodes(),
        structural(),
        exact(),
        regular(),
        blockmodel(),
        core(),
        coreness(),
        twoMode(),
        disparity(),
        assortativity());
  }

  private static Csr weighed(Csr graph, NamedMeasure.Setting setting) {
    return setting.weighted() ? graph : graph.unweighted();
  }

  private static NamedMeasure leiden() {
    return new NamedMeasure(
        "leiden",
        "Communities: more ties inside than chance would put there (modularity, resolution 1, run"
            + " to rest); directions are ignored, weights are strengths.",
        "doi:10.1038/s41598-019-41695-z",
        "Large groups stay and their borders move; small groups may be merged even in complete data.",
        Cost.LINEAR,
        (graph, setting, progress) ->
            communities(
                Leiden.modularity(1, setting.seed())
                    .compute(weighed(graph, setting).ignoringDirection(), progress)));
  }

  private static NamedMeasure leidenDirected() {
    return new NamedMeasure(
        "leiden-directed",
        "Communities by directed modularity, which expects arcs from who sends much to who receives"
            + " much (resolution 1, run to rest); weights are strengths.",
        "doi:10.1103/PhysRevLett.100.118703",
        "Large groups stay and their borders move; small groups may be merged even in complete data.",
        Cost.LINEAR,
        (graph, setting, progress) ->
            communities(
                Leiden.directedModularity(1, setting.seed(), Leiden.MOST_ROUNDS)
                    .compute(weighed(graph, setting), progress)));
  }

  private static Answer communities(Leiden.Result result) {
    return groups(result.communities(), Map.of("modularity", result.quality()));
  }

  private static NamedMeasure labelPropagation() {
    return new NamedMeasure(
        "label-propagation",
        "Communities in which everybody has the label that weighs most among their neighbours;"
            + " directions are ignored, weights are strengths.",
        "doi:10.1103/PhysRevE.76.036106",
        "Single missing ties can split a group or let one label flood two.",
        Cost.LINEAR,
        (graph, setting, progress) -> {
          LabelPropagation.Result result =
              LabelPropagation.asynchronous(setting.seed())
                  .compute(weighed(graph, setting), progress);
          return groups(result.communities(), Map.of("settled", result.settled() ? 1.0 : 0.0));
        });
  }

  private static Answer groups(Partition partition, Map<String, Double> more) {
    Map<String, Double> summary = new LinkedHashMap<>();
    summary.put("groups", (double) partition.groups());
    summary.putAll(more);
    return new Answer.Groups(partition.groupOf(), summary);
  }

  private static NamedMeasure cliques() {
    return new NamedMeasure(
        "maximal-cliques",
        "Sets of at least three in which everybody is tied to everybody and that nobody could join;"
            + " directions and weights are ignored. The value is the number of members.",
        "doi:10.1007/978-3-642-17517-6_36",
        "One missing tie splits a clique in two.",
        Cost.SMALL,
        (graph, setting, progress) -> sets(Cliques.maximal(3).compute(graph, progress).cliques()));
  }

  private static NamedMeasure plexes() {
    return new NamedMeasure(
        "maximal-2-plexes",
        "Sets of at least four in which everybody is tied to all others but one at most, and that"
            + " nobody could join; directions and weights are ignored. The value is the number of"
            + " members.",
        "doi:10.1080/0022250X.1978.9989883",
        "A missing tie at each member at most turns a k-plex into a (k + 1)-plex.",
        Cost.SMALL,
        (graph, setting, progress) ->
            sets(Plexes.maximal(2, SMALLEST_PLEX).compute(graph, progress).plexes()));
  }

  private static Answer sets(List<int[]> sets) {
    return new Answer.Sets(sets, sets.stream().mapToDouble(set -> set.length).toArray());
  }

  private static NamedMeasure truss() {
    return new NamedMeasure(
        "truss",
        "The largest k such that the edge lies in a subgraph whose edges are each in k - 2 of its"
            + " triangles; directions and weights are ignored.",
        "doi:10.1109/MCSE.2009.120",
        "Truss numbers only fall, and by no more than the missing ties around an edge.",
        Cost.TRIANGLES,
        (graph, setting, progress) -> {
          Truss.Result result = Truss.peeling().compute(graph, progress);
          int edges = result.edges();
          int[] from = new int[edges];
          int[] to = new int[edges];
          double[] values = new double[edges];
          Arrays.setAll(from, result::lower);
          Arrays.setAll(to, result::higher);
          Arrays.setAll(values, result::truss);
          return new Answer.Pairs(from, to, values);
        });
  }

  private static NamedMeasure trussOfNodes() {
    return new NamedMeasure(
        "node-truss",
        "The largest truss number among a node's edges; 0 without edges.",
        "doi:10.1109/MCSE.2009.120",
        "Truss numbers only fall, and by no more than the missing ties around an edge.",
        Cost.TRIANGLES,
        (graph, setting, progress) ->
            new Answer.Scores(
                Arrays.stream(Truss.peeling().compute(graph, progress).ofNodes())
                    .asDoubleStream()
                    .toArray()));
  }

  private static NamedMeasure structural() {
    return new NamedMeasure(
        "structural-equivalence",
        "Classes of nodes tied to the same others, in the same directions, weights counting if"
            + " asked for.",
        "doi:10.1080/0022250X.1971.9989788",
        "One missing tie takes a node out of its class.",
        Cost.LINEAR,
        (graph, setting, progress) ->
            groups(
                Equivalence.structural().compute(weighed(graph, setting), progress).classes(),
                Map.of()));
  }

  private static NamedMeasure exact() {
    return new NamedMeasure(
        "exact-equivalence",
        "The coarsest classes such that nodes of a class are tied to equally many of every class, in"
            + " each direction; weights are ignored.",
        "doi:10.2307/270991",
        "One missing tie tells nodes apart, and their neighbours with them.",
        Cost.LINEAR,
        (graph, setting, progress) ->
            groups(Equivalence.exact().compute(graph, progress).classes(), Map.of()));
  }

  private static NamedMeasure regular() {
    return new NamedMeasure(
        "regular-equivalence",
        "The coarsest classes such that nodes of a class are tied to the same classes, in each"
            + " direction, however often; weights are ignored; of use for directed graphs only.",
        "doi:10.1016/0378-8733(93)90012-A",
        "A missing tie matters only where it was the only one to its class.",
        Cost.LINEAR,
        (graph, setting, progress) ->
            groups(Equivalence.regular().compute(graph, progress).classes(), Map.of()));
  }

  private static NamedMeasure blockmodel() {
    return new NamedMeasure(
        "blockmodel",
        "Up to four positions between which there are nearly all ties or nearly none, with the"
            + " densities between them; weights are ignored.",
        "doi:10.1017/CBO9780511584176",
        "Evenly missing ties lower densities before they move people.",
        Cost.SMALL,
        (graph, setting, progress) -> blockmodel(graph, setting.seed(), progress));
  }

  private static Answer blockmodel(Csr graph, long seed, Progress progress) {
    Blockmodel.Result result =
        Blockmodel.of(POSITIONS, Blockmodel.USUAL_STARTS, seed).compute(graph, progress);
    Map<String, Double> summary = new LinkedHashMap<>();
    summary.put("inconsistencies", (double) result.inconsistencies());
    int positions = result.positions().groups();
    for (int from = 0; from < positions; from++) {
      for (int to = 0; to < positions; to++) {
        summary.put("density " + from + " to " + to, result.density(from, to));
      }
    }
    return groups(result.positions(), summary);
  }

  private static NamedMeasure core() {
    return new NamedMeasure(
        "core-periphery",
        "1 for who is in the core, 0 for the periphery: a core tied among itself, and a periphery"
            + " that is not, with the fewest pairs that are wrong; directions and weights are"
            + " ignored.",
        "doi:10.1016/S0378-8733(99)00019-2",
        "A middle watched more closely than the outside looks denser than it is.",
        Cost.LINEAR,
        (graph, setting, progress) ->
            new Answer.Scores(CorePeriphery.discrete().compute(graph, progress).coreness()));
  }

  private static NamedMeasure coreness() {
    return new NamedMeasure(
        "core-closeness",
        "How near the core each node is: values whose products come closest to the ties; directions"
            + " are ignored, weights are strengths.",
        "doi:10.1016/S0378-8733(99)00019-2",
        "Missing ties lower a node's value in proportion, and its neighbours' a little.",
        Cost.LINEAR,
        (graph, setting, progress) ->
            new Answer.Scores(
                CorePeriphery.continuous().compute(weighed(graph, setting), progress).coreness()));
  }

  private static NamedMeasure twoMode() {
    return new NamedMeasure(
        "two-mode-chance",
        "For a graph of two kinds of nodes: for each two nodes of a kind that share others, the"
            + " probability of sharing as many or more by chance; small means more than chance."
            + " Not corrected for the number of pairs.",
        "doi:10.1371/journal.pone.0017994",
        "A shared node left out raises the value; partly seen events make it too small.",
        Cost.TRIANGLES,
        (graph, setting, progress) -> shared(graph, progress));
  }

  private static Answer shared(Csr graph, Progress progress) {
    TwoMode.Colours colours = TwoMode.colours(graph);
    if (!colours.found()) {
      throw new BadGraph(
          "not a graph of two kinds: edge "
              + colours.odd()[0]
              + "-"
              + colours.odd()[1]
              + " closes an odd cycle");
    }
    int[] from = new int[0];
    int[] to = new int[0];
    double[] values = new double[0];
    for (int side = 0; side < 2; side++) {
      boolean[] people = new boolean[graph.nodes()];
      for (int v = 0; v < people.length; v++) {
        people[v] = colours.side()[v] == side;
      }
      Projection found = TwoMode.project(graph, people, progress);
      int before = from.length;
      from = Arrays.copyOf(from, before + found.pairs());
      to = Arrays.copyOf(to, from.length);
      values = Arrays.copyOf(values, from.length);
      for (int i = 0; i < found.pairs(); i++) {
        from[before + i] = found.lower(i);
        to[before + i] = found.higher(i);
        values[before + i] = found.chance(i);
      }
    }
    return new Answer.Pairs(from, to, values);
  }

  private static NamedMeasure disparity() {
    return new NamedMeasure(
        "disparity",
        "The probability that a tie would weigh as much if each end spread its strength at random;"
            + " small means more than its share. Weights always count. Not corrected for the number"
            + " of ties.",
        "doi:10.1073/pnas.0808904106",
        "Who is known by few ties seems to favour them less.",
        Cost.LINEAR,
        (graph, setting, progress) -> {
          Disparity.Result result = Disparity.compute(graph, progress);
          return new Answer.Pairs(result.from(), result.to(), result.chance());
        });
  }

  private static NamedMeasure assortativity() {
    return new NamedMeasure(
        "degree-assortativity",
        "Correlation of the degrees at the two ends of a tie: whether those with many ties are tied"
            + " to each other; weights are ignored.",
        "doi:10.1103/PhysRevE.67.026126",
        "Evenly missing ties hardly move it.",
        Cost.LINEAR,
        (graph, setting, progress) ->
            new Answer.Whole(Map.of("assortativity", Mixing.degreeAssortativity(graph))));
  }
}
