package dev.sextant.kernels.catalogue;

import static dev.sextant.kernels.NamedMeasure.Cost.ALL_PAIRS;
import static dev.sextant.kernels.NamedMeasure.Cost.LINEAR;
import static dev.sextant.kernels.NamedMeasure.Cost.TRIANGLES;

import dev.sextant.kernels.Answer;
import dev.sextant.kernels.Betweenness;
import dev.sextant.kernels.Blocks;
import dev.sextant.kernels.Closeness;
import dev.sextant.kernels.Components;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Degree;
import dev.sextant.kernels.KCore;
import dev.sextant.kernels.Leiden;
import dev.sextant.kernels.NamedMeasure;
import dev.sextant.kernels.NamedMeasure.Setting;
import dev.sextant.kernels.PageRank;
import dev.sextant.kernels.Partition;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.SharedMethod;
import dev.sextant.kernels.StructuralHoles;
import dev.sextant.kernels.Triangles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/** The measures of the root package, by name. */
final class RootMeasures {
  private static final String FREEMAN = "L. C. Freeman 1978, doi:10.1016/0378-8733(78)90021-7";
  private static final String BURT = "R. S. Burt 1992, Structural Holes, ISBN 9780674843721";
  private static final String BOLDI = "P. Boldi, S. Vigna 2014, doi:10.1080/15427951.2013.865686";
  private static final String LENGTHS =
      " Every tie is one step; if weights count, a tie's length is 1/strength.";
  private static final String COUNTS_FALL =
      "Falls by one for each tie that was not seen; compare only nodes that were watched alike.";

  /* Held as objects, so that measures read off the same pass know that it is the same. */
  private static final SharedMethod.Pass<Degree.Result> DEGREES =
      (graph, setting, progress) -> Degree.counted().compute(graph, progress);
  private static final SharedMethod.Pass<Closeness.Result> DISTANCES = RootMeasures::distances;
  private static final SharedMethod.Pass<Triangles.Result> TRIANGLE_COUNTS =
      (graph, setting, progress) -> Triangles.listed().compute(graph, progress);
  private static final SharedMethod.Pass<StructuralHoles.Result> HOLES = RootMeasures::holes;
  private static final SharedMethod.Pass<Blocks.Result> BLOCKS =
      (graph, setting, progress) -> Blocks.biconnected().compute(graph, progress);

  private RootMeasures() {}

  static List<NamedMeasure> all() {
    List<NamedMeasure> all = new ArrayList<>();
    degrees(all);
    distances(all);
    all.add(
        new NamedMeasure(
            "betweenness",
            "How many shortest chains of ties between pairs of others pass through the node (each"
                + " pair shares 1 among its chains; not normalised)."
                + LENGTHS,
            "L. C. Freeman 1977, doi:10.2307/3033543; U. Brandes 2001,"
                + " doi:10.1080/0022250X.2001.9990249",
            "Among the least robust of all: a single unseen tie can move the first rank.",
            ALL_PAIRS,
            RootMeasures::betweenness));
    all.add(
        new NamedMeasure(
            "pagerank",
            "Share of time that a random walk along ties (by weight if weights count; damping"
                + " 0.85) spends at the node; all add up to 1.",
            "S. Brin, L. Page 1998, doi:10.1016/S0169-7552(98)00110-X",
            "Fairly robust where ties are many; a node with few ties passes on much through each.",
            LINEAR,
            (graph, setting, progress) ->
                new Answer.Scores(
                    PageRank.standard().compute(strengths(graph, setting), progress).scores())));
    all.add(
        new NamedMeasure(
            "k-core",
            "Largest k such that the node is in a part in which everybody has k neighbours or"
                + " more; directions and weights are ignored.",
            "S. B. Seidman 1983, doi:10.1016/0378-8733(83)90028-X",
            "Can only fall, by at most one for each unseen tie.",
            LINEAR,
            (graph, setting, progress) ->
                scores(graph, KCore.peeling().compute(graph, progress)::coreness)));
    around(all);
    pieces(all);
    return List.copyOf(all);
  }

  private static void degrees(List<NamedMeasure> all) {
    all.add(
        degree(
            "degree",
            "Ties of the node; in a directed graph those in and out together.",
            FREEMAN,
            (result, graph) -> scores(graph, result::total)));
    all.add(
        degree(
            "in-degree",
            "Ties that end at the node; without directions all its ties.",
            FREEMAN,
            (result, graph) -> scores(graph, result::in)));
    all.add(
        degree(
            "out-degree",
            "Ties that start at the node; without directions all its ties.",
            FREEMAN,
            (result, graph) -> scores(graph, result::out)));
    all.add(
        new NamedMeasure(
            "strength",
            "Weights of the node's ties added up (in and out together); without weights its"
                + " degree.",
            "A. Barrat et al. 2004, doi:10.1073/pnas.0400087101",
            "Falls by what was not seen; a few strong ties carry it.",
            LINEAR,
            (graph, setting, progress) ->
                scores(
                    graph,
                    Degree.counted().compute(strengths(graph, setting), progress)::strength)));
  }

  private static NamedMeasure degree(
      String name, String what, String source, SharedMethod.Reading<Degree.Result> reading) {
    return new NamedMeasure(
        name, what, source, COUNTS_FALL, LINEAR, new SharedMethod<>(DEGREES, reading));
  }

  private static void distances(List<NamedMeasure> all) {
    all.add(
        distance(
            "closeness",
            "Others within reach over the sum of the distances to them; small pieces look close.",
            FREEMAN,
            "Jumps when the graph falls apart or is joined.",
            (result, graph) -> scores(graph, result::classic)));
    all.add(
        distance(
            "closeness-corrected",
            "Closeness times the share of the graph that is within reach.",
            "S. Wasserman, K. Faust 1994, doi:10.1017/CBO9780511815478, p. 201",
            "More robust than betweenness; a cut tie that parts the graph shows.",
            (result, graph) -> scores(graph, result::corrected)));
    all.add(
        distance(
            "harmonic",
            "Sum of 1/distance to all others within reach.",
            BOLDI,
            "The most robust of the measures of distance: a node lost from reach costs little.",
            (result, graph) -> scores(graph, result::harmonic)));
    all.add(
        distance(
            "eccentricity",
            "Distance to the farthest node within reach; 0 if nobody is.",
            "P. Hage, F. Harary 1995, doi:10.1016/0378-8733(94)00248-9",
            "One unseen tie can shorten it for everybody.",
            (result, graph) -> scores(graph, result::farthest)));
    all.add(
        distance(
            "reach",
            "How many others can be reached along ties.",
            BOLDI,
            "All or nothing: one unseen tie can join two pieces.",
            (result, graph) -> scores(graph, v -> result.reached(v) - 1)));
  }

  private static NamedMeasure distance(
      String name,
      String what,
      String source,
      String missing,
      SharedMethod.Reading<Closeness.Result> reading) {
    return new NamedMeasure(
        name,
        what + " Distances run along the ties, from the node to others." + LENGTHS,
        source,
        missing,
        ALL_PAIRS,
        new SharedMethod<>(DISTANCES, reading));
  }

  private static void around(List<NamedMeasure> all) {
    all.add(
        new NamedMeasure(
            "triangles",
            "Pairs of the node's neighbours that are tied to each other; directions and weights"
                + " are ignored.",
            "N. Chiba, T. Nishizeki 1985, doi:10.1137/0214017",
            "Each unseen tie opens every triangle that it closed.",
            TRIANGLES,
            new SharedMethod<>(TRIANGLE_COUNTS, (result, graph) -> scores(graph, result::of))));
    all.add(
        new NamedMeasure(
            "clustering",
            "Share of the pairs of the node's neighbours that are tied to each other; 0 with fewer"
                + " than two neighbours; directions and weights are ignored.",
            "D. J. Watts, S. H. Strogatz 1998, doi:10.1038/30918",
            "Understated about as fast as ties are lost; jumps for nodes with few neighbours.",
            TRIANGLES,
            new SharedMethod<>(
                TRIANGLE_COUNTS, (result, graph) -> scores(graph, result::clustering))));
    all.add(
        hole(
            "constraint",
            "How far the node's contacts are tied to each other and leave it no hole to bridge; not"
                + " defined without contacts.",
            BURT,
            "Understated: unseen ties between contacts make a broker of a node that is none.",
            (result, graph) -> scores(graph, result::constraint)));
    all.add(
        hole(
            "effective-size",
            "Contacts less their redundancy to each other.",
            BURT + "; S. P. Borgatti 1997, Connections 20(1)",
            "Overstated where ties between contacts were not seen.",
            (result, graph) -> scores(graph, result::effectiveSize)));
    all.add(
        hole(
            "efficiency",
            "Effective size over the number of contacts, 0 to 1.",
            BURT,
            "Overstated where ties between contacts were not seen.",
            (result, graph) -> scores(graph, result::efficiency)));
  }

  private static NamedMeasure hole(
      String name,
      String what,
      String source,
      String missing,
      SharedMethod.Reading<StructuralHoles.Result> reading) {
    return new NamedMeasure(
        name,
        what + " Directions are ignored; weights, if they count, are shares of attention.",
        source,
        missing,
        TRIANGLES,
        new SharedMethod<>(HOLES, reading));
  }

  private static void pieces(List<NamedMeasure> all) {
    all.add(
        new NamedMeasure(
            "components",
            "The piece that the node is in, the largest being 0: no chain of ties joins two"
                + " pieces, whatever the directions.",
            "R. Tarjan 1972, doi:10.1137/0201010",
            "One unseen tie joins two pieces: that two nodes are in different ones is weak"
                + " evidence.",
            LINEAR,
            (graph, setting, progress) -> groups(Components.weak().compute(graph, progress))));
    all.add(
        new NamedMeasure(
            "components-strong",
            "The piece that the node is in, the largest being 0: within one everybody reaches"
                + " everybody along the directions.",
            "R. Tarjan 1972, doi:10.1137/0201010",
            "Very sensitive: a single unseen arc back can join many pieces.",
            LINEAR,
            (graph, setting, progress) -> groups(Components.strong().compute(graph, progress))));
    all.add(
        new NamedMeasure(
            "articulation-points",
            "Into how many more pieces the node's own piece falls without it (0: into none);"
                + " directions and weights are ignored.",
            "J. Hopcroft, R. Tarjan 1973, doi:10.1145/362248.362272",
            "Overstated: one unseen tie round the node makes it none.",
            LINEAR,
            new SharedMethod<>(
                BLOCKS,
                (result, graph) -> scores(graph, v -> Math.max(0, result.blocksOf(v) - 1)))));
    all.add(
        new NamedMeasure(
            "blocks",
            "Largest sets of two or more nodes that stay joined whichever one of them is removed;"
                + " the value is their size.",
            "J. Hopcroft, R. Tarjan 1973, doi:10.1145/362248.362272",
            "Unseen ties join blocks: the true network is less breakable than the recorded one.",
            LINEAR,
            new SharedMethod<>(BLOCKS, (result, graph) -> blocks(result))));
    all.add(
        new NamedMeasure(
            "community",
            "The community that the node is in, the largest being 0: more ties inside than chance"
                + " would put there (modularity, resolution 1, Leiden algorithm, seeded).",
            "V. A. Traag, L. Waltman, N. J. van Eck 2019, doi:10.1038/s41598-019-41695-z",
            "The middles of groups are steady, their borders move.",
            LINEAR,
            RootMeasures::community));
    all.add(
        new NamedMeasure(
            "overview",
            "Nodes, ties, density, mean degree, isolated nodes, pieces, share of the largest piece,"
                + " transitivity and largest core of the whole; directions count for density only.",
            "S. Wasserman, K. Faust 1994, doi:10.1017/CBO9780511815478",
            "Density falls with the share of ties unseen, transitivity about as fast.",
            TRIANGLES,
            RootMeasures::overview));
  }

  private static Closeness.Result distances(Csr graph, Setting setting, Progress progress) {
    Closeness.Towards others = Closeness.Towards.OTHERS;
    return setting.weighted() && graph.weighted()
        ? Closeness.byLengths(others).compute(graph.reweighted(w -> 1 / w), progress)
        : Closeness.byHops(others, setting.threads()).compute(graph, progress);
  }

  private static Answer betweenness(Csr graph, Setting setting, Progress progress) {
    Betweenness.Result result =
        setting.weighted() && graph.weighted()
            ? Betweenness.byLengths().compute(graph.reweighted(w -> 1 / w), progress)
            : Betweenness.byHops(setting.threads()).compute(graph, progress);
    return new Answer.Scores(result.scores());
  }

  private static StructuralHoles.Result holes(Csr graph, Setting setting, Progress progress) {
    return setting.weighted() && graph.weighted()
        ? StructuralHoles.byWeights().compute(graph, progress)
        : StructuralHoles.byTies().compute(graph.unweighted(), progress);
  }

  private static Answer community(Csr graph, Setting setting, Progress progress) {
    Leiden.Result result =
        Leiden.modularity(1.0, setting.seed()).compute(strengths(graph, setting), progress);
    Map<String, Double> summary = new LinkedHashMap<>();
    summary.put("modularity", result.modularity());
    summary.put("groups", (double) result.communities().groups());
    return new Answer.Groups(result.communities().groupOf(), summary);
  }

  private static Answer overview(Csr graph, Setting setting, Progress progress) {
    Csr plain = graph.unweighted();
    Triangles.Result triangles = Triangles.listed().compute(plain, progress);
    Partition pieces = Components.weak().compute(plain, progress);
    Degree.Result degrees = Degree.counted().compute(plain, progress);
    double n = graph.nodes();
    double ties = graph.edges() - graph.loops();
    double pairs = n * (n - 1) / (graph.directed() ? 1 : 2);
    int isolated = 0;
    for (int v = 0; v < graph.nodes(); v++) {
      isolated += degrees.total(v) == 0 ? 1 : 0;
    }
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("nodes", n);
    values.put("ties", ties);
    values.put("density", pairs == 0 ? Double.NaN : ties / pairs);
    values.put("mean-degree", n == 0 ? Double.NaN : 2 * ties / n);
    values.put("isolated", (double) isolated);
    values.put("components", (double) pieces.groups());
    values.put("largest-share", n == 0 ? Double.NaN : pieces.size(0) / n);
    values.put("transitivity", triangles.transitivity());
    values.put("average-clustering", triangles.averageClustering());
    values.put("deepest-core", (double) KCore.peeling().compute(plain, progress).deepest());
    return new Answer.Whole(values);
  }

  private static Answer groups(Partition partition) {
    Map<String, Double> summary = new LinkedHashMap<>();
    summary.put("groups", (double) partition.groups());
    summary.put("largest", partition.groups() == 0 ? 0.0 : partition.size(0));
    return new Answer.Groups(partition.groupOf(), summary);
  }

  private static Answer blocks(Blocks.Result result) {
    List<int[]> sets = new ArrayList<>();
    for (int block = 0; block < result.count(); block++) {
      int[] members = result.members(block);
      Arrays.sort(members);
      sets.add(members);
    }
    sets.sort(Comparator.comparingInt((int[] set) -> -set.length).thenComparing(Arrays::compare));
    return new Answer.Sets(sets, sets.stream().mapToDouble(set -> set.length).toArray());
  }

  /* Kernels that know strengths take those that the graph has; asked not to, they see none. */
  private static Csr strengths(Csr graph, Setting setting) {
    return setting.weighted() ? graph : graph.unweighted();
  }

  private static Answer scores(Csr graph, IntToDoubleFunction value) {
    double[] values = new double[graph.nodes()];
    Arrays.setAll(values, value);
    return new Answer.Scores(values);
  }
}
