package dev.sextant.kernels.covert;

import dev.sextant.kernels.Answer;
import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.NamedMeasure;
import dev.sextant.kernels.NamedMeasure.Cost;
import dev.sextant.kernels.NamedMeasure.Setting;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.Replicas;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What of this package measures one graph, by name. */
public final class CovertMeasures {
  private static final int SET = 5;

  /** Of branch and bound: a second at most, since ensembles ask again and again. */
  private static final int STEPS = 200_000;

  private static final int PAIRS = 100;
  private static final int REPLICAS = 100;

  /** Most nodes for which every node's absence is looked at by distance. */
  private static final int ABSENCES = 5_000;

  private static final String BORGATTI = "Borgatti 2006, doi:10.1007/s10588-006-7084-x";

  private CovertMeasures() {}

  /** All of them. */
  public static List<NamedMeasure> all() {
    List<NamedMeasure> all = new ArrayList<>();
    all.addAll(sets());
    all.addAll(absences());
    for (Removal.Strategy strategy : Removal.Strategy.values()) {
      all.add(removal(strategy));
    }
    all.add(removalRandom());
    all.addAll(hierarchies());
    for (LinkScore.Kind kind : LinkScore.Kind.values()) {
      all.add(hidden(kind));
    }
    return List.copyOf(all);
  }

  private static List<NamedMeasure> sets() {
    return List.of(
        set(
            "key-players-fragment",
            KeyPlayers.Goal.fragment(),
            Cost.LINEAR,
            "without which the largest share of the other pairs lose each other"),
        set(
            "key-players-fragment-distance",
            KeyPlayers.Goal.fragmentByDistance(),
            Cost.SMALL,
            "without which the others are the farthest apart (1 - mean of 1/distance)"),
        set(
            "key-players-reach",
            KeyPlayers.Goal.reach(2),
            Cost.ALL_PAIRS,
            "that reach the largest share of all nodes in two steps"),
        set(
            "key-players-reach-distance",
            KeyPlayers.Goal.reachByDistance(),
            Cost.ALL_PAIRS,
            "nearest to all nodes (mean of 1/distance)"));
  }

  private static NamedMeasure set(String name, KeyPlayers.Goal goal, Cost cost, String what) {
    return new NamedMeasure(
        name,
        "sets of five nodes (fewer in a small graph) " + what + ", the best ten found",
        BORGATTI,
        goal.fragments()
            ? "An unseen tie round a cut makes it worthless: what is promised is an upper estimate."
            : "Reach is a lower estimate; the sets' order is steadier than their members.",
        cost,
        (graph, setting, progress) -> {
          int size = Math.min(SET, graph.nodes() - 1);
          if (size < 1) {
            return new Answer.Sets(List.of(), new double[0]);
          }
          KeyPlayers.Search search =
              new KeyPlayers.Search(8, 10, 100, STEPS, setting.seed(), setting.threads());
          KeyPlayers.Result found = KeyPlayers.ofSize(goal, size, search).compute(graph, progress);
          List<int[]> sets = new ArrayList<>();
          double[] values = new double[found.count()];
          for (int i = 0; i < values.length; i++) {
            sets.add(found.set(i));
            values[i] = found.value(i);
          }
          return new Answer.Sets(sets, values);
        });
  }

  private static List<NamedMeasure> absences() {
    return List.of(
        new NamedMeasure(
            "absence",
            "plain fragmentation of what is left without each node: the share of the other pairs"
                + " that lose each other",
            BORGATTI,
            "An unseen tie round an articulation point makes it none: an upper estimate.",
            Cost.LINEAR,
            (graph, setting, progress) -> {
              int n = graph.nodes();
              CutWalk walk = new CutWalk(graph.ignoringDirection());
              walk.walk(new boolean[n]);
              double rest = n - 1.0;
              double[] values = new double[n];
              for (int v = 0; v < n; v++) {
                values[v] =
                    rest < 2 ? 1 : 1 - (walk.squaresWithout[v] - rest) / (rest * (rest - 1));
              }
              progress.step(n, n);
              return new Answer.Scores(values);
            }),
        new NamedMeasure(
            "absence-distance",
            "distance-weighted fragmentation of what is left without each node: 1 - mean of"
                + " 1/distance of the others; up to 5,000 nodes",
            BORGATTI,
            "Falls gently as ties go missing; still an upper estimate.",
            Cost.SMALL,
            (graph, setting, progress) -> {
              int n = graph.nodes();
              if (n > ABSENCES) {
                throw new BadGraph(
                    n
                        + " nodes need as many all-pairs searches, above "
                        + ABSENCES
                        + " too many; use absence, or key players");
              }
              double rest = n - 1.0;
              double[] values = new double[n];
              Replicas.run(
                  n,
                  setting.threads(),
                  () -> new PairSums(graph),
                  (v, pairs) -> {
                    boolean[] removed = new boolean[n];
                    removed[v] = true;
                    values[v] = rest < 2 ? 1 : 1 - pairs.sum(removed) / (rest * (rest - 1));
                  },
                  progress);
              return new Answer.Scores(values);
            }));
  }

  private static NamedMeasure removal(Removal.Strategy strategy) {
    String word = strategy.name().toLowerCase(Locale.ROOT).replace('_', '-');
    boolean again =
        strategy == Removal.Strategy.DEGREE
            || strategy == Removal.Strategy.COLLECTIVE_INFLUENCE
            || strategy == Removal.Strategy.LARGEST_PIECE;
    boolean pairs =
        strategy == Removal.Strategy.BETWEENNESS || strategy == Removal.Strategy.CLOSENESS;
    return new NamedMeasure(
        "removal-" + word,
        "what is left as nodes are taken away by "
            + word.replace('-', ' ')
            + (again ? ", counted again after each" : ", as counted at first")
            + ": largest piece, fragmentation by pieces and by distance, efficiency",
        pairs
            ? "Holme et al. 2002, doi:10.1103/PhysRevE.65.056109"
            : strategy == Removal.Strategy.COLLECTIVE_INFLUENCE
                ? "Morone and Makse 2015, doi:10.1038/nature14604"
                : "Albert et al. 2000, doi:10.1038/35019019",
        "The network is tougher than it looks, and the order does less to the true one.",
        Cost.ALL_PAIRS,
        (graph, setting, progress) ->
            curves(
                Removal.by(
                        strategy,
                        again ? Removal.Order.RECOMPUTED : Removal.Order.FIXED,
                        extent(graph, setting))
                    .compute(graph, progress),
                false));
  }

  private static Removal.Extent extent(Csr graph, Setting setting) {
    // Beyond ten thousand nodes each point takes seconds: eleven of them show the curve.
    int points = graph.nodes() > 10_000 ? 11 : 51;
    return new Removal.Extent(Integer.MAX_VALUE, points, setting.threads());
  }

  private static NamedMeasure removalRandom() {
    return new NamedMeasure(
        "removal-random",
        "what is left as nodes are taken away in 100 random orders: means and the band that nine"
            + " of ten keep within",
        "Albert et al. 2000, doi:10.1038/35019019",
        "The network is tougher than it looks.",
        Cost.ALL_PAIRS,
        (graph, setting, progress) ->
            curves(
                Removal.random(REPLICAS, setting.seed(), extent(graph, setting))
                    .compute(graph, progress),
                true));
  }

  private static Answer curves(Removal.Result result, boolean band) {
    Map<String, double[]> curves = new LinkedHashMap<>();
    for (Removal.Curve curve : Removal.Curve.values()) {
      curves.put(curve.label(), result.curve(curve));
      if (band) {
        curves.put(curve.label() + "-low", result.low(curve));
        curves.put(curve.label() + "-high", result.high(curve));
      }
    }
    double[] x = Arrays.stream(result.removed()).asDoubleStream().toArray();
    return new Answer.Curves(x, curves);
  }

  private static List<NamedMeasure> hierarchies() {
    return List.of(
        new NamedMeasure(
            "springrank",
            "standing: arcs lead one step down on average, from who gives to who takes; strengths"
                + " as weights",
            "De Bacco et al. 2018, doi:10.1126/sciadv.aar8260",
            "Nodes with few ties move by whole steps; those with many are steadier.",
            Cost.LINEAR,
            (graph, setting, progress) ->
                new Answer.Scores(
                    SpringRank.standard().compute(weighed(graph, setting), progress).scores())),
        new NamedMeasure(
            "agony-level",
            "height in the levelling that costs least: 0 at the top, -1 a level below, and so"
                + " on; weights ignored",
            "Gupte et al. 2011, doi:10.1145/1963405.1963484",
            "Nodes with few ties change level; the order of levels is steadier.",
            Cost.TRIANGLES,
            (graph, setting, progress) -> {
              int[] levels = Agony.unweighted().compute(graph, progress).levels();
              double[] values = new double[levels.length];
              Arrays.setAll(values, v -> levels[v] == 0 ? 0 : -levels[v]);
              return new Answer.Scores(values);
            }),
        new NamedMeasure(
            "reaching",
            "local reaching centrality: share of the others reached along arcs; in an undirected"
                + " graph the mean of 1/distance",
            "Mones et al. 2012, doi:10.1371/journal.pone.0033799",
            "One unseen arc can open a whole branch: a lower estimate.",
            Cost.ALL_PAIRS,
            (graph, setting, progress) ->
                new Answer.Scores(
                    Reaching.byHops(setting.threads()).compute(graph, progress).local())),
        new NamedMeasure(
            "hierarchy",
            "of the whole: share of arcs on no cycle, 1 - agony per arc, global reaching"
                + " centrality, SpringRank's energy and its p against 199 networks with ties turned",
            "Luo and Magee 2011, doi:10.1002/cplx.20368",
            "An unseen arc upwards makes a tree a cycle: upper estimates, but for the energy.",
            Cost.ALL_PAIRS,
            CovertMeasures::hierarchy));
  }

  private static Answer hierarchy(Csr graph, Setting setting, Progress progress) {
    Map<String, Double> values = new LinkedHashMap<>();
    Reaching.Result reach =
        Reaching.byHops(setting.threads()).compute(graph.unweighted(), progress);
    SpringRank.Result ranked =
        SpringRank.tested(199, setting.seed(), setting.threads())
            .compute(weighed(graph, setting), progress);
    values.put("flow-hierarchy", reach.flow());
    values.put("agony-hierarchy", Agony.unweighted().compute(graph, progress).hierarchy());
    values.put("global-reaching", reach.global());
    values.put("springrank-energy", ranked.energy());
    values.put("springrank-p", ranked.p());
    return new Answer.Whole(values);
  }

  private static NamedMeasure hidden(LinkScore.Kind kind) {
    boolean wide =
        kind == LinkScore.Kind.KATZ
            || kind == LinkScore.Kind.PAGERANK
            || kind == LinkScore.Kind.PREFERENTIAL_ATTACHMENT;
    return new NamedMeasure(
        "hidden-" + kind.label(),
        "pairs without a tie that look most like ties by "
            + kind.label().replace('-', ' ')
            + ", the first hundred, each with the share of hidden ties that such a rank held when a"
            + " tenth of the ties was hidden twenty times; never says that a tie exists",
        "Liben-Nowell and Kleinberg 2007, doi:10.1002/asi.20591",
        "It is about missing ties; shares hold for ties missing at random, not for those hidden.",
        wide ? Cost.ALL_PAIRS : Cost.TRIANGLES,
        (graph, setting, progress) -> {
          HiddenTies.Plan plan =
              new HiddenTies.Plan(
                  LinkScore.usual(kind), PAIRS, 20, 0.1, setting.seed(), setting.threads());
          HiddenTies.Result found = HiddenTies.ranked(plan).compute(graph, progress);
          return new Answer.Pairs(found.from(), found.to(), found.share());
        });
  }

  private static Csr weighed(Csr graph, Setting setting) {
    return setting.weighted() ? graph : graph.unweighted();
  }
}
