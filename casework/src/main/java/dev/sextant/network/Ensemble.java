package dev.sextant.network;

import dev.sextant.kernels.Answer;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.NamedMeasure;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.doubt.Doubt;
import dev.sextant.kernels.doubt.Errors;
import dev.sextant.kernels.doubt.Spread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/* Measures networks that may be the true one where a tenth of the true ties was not recorded. */
final class Ensemble {
  /** Share of the true ties that were not recorded. */
  static final double MISSING = 0.1;

  /** Where they are taken to be: as recorded ties lie. */
  static final String MODEL = "closure";

  static final int USUAL_REPLICAS = 1000;

  static final int FEWEST_REPLICAS = 20;

  /** The first so many are the top. */
  private static final int TOP = 10;

  /** Arc visits that a person waits for: a minute of one processor, one more to calibrate. */
  private static final double MOST_VISITS = 6e9;

  /** Ranks that are held at once: 200 MB. */
  private static final double MOST_RANKS = 5e7;

  private final Csr graph;
  private final Method method;
  private final long seed;

  Ensemble(Csr graph, Method method, long seed) {
    this.graph = graph;
    this.method = method;
    this.seed = seed;
  }

  /** How many replicas are measured: fewer where one takes long, by a rule that knows no clock. */
  int replicas() {
    if (graph.edges() == 0) {
      return 0;
    }
    double affordable = Math.min(MOST_VISITS / visits(), MOST_RANKS / graph.nodes());
    return (int) Math.max(FEWEST_REPLICAS, Math.min(USUAL_REPLICAS, affordable));
  }

  /* Of one replica. A measure for small networks is given what its cost's bound says. */
  private double visits() {
    double n = graph.nodes();
    double reads = n + graph.arcs();
    NamedMeasure catalogued = method.named();
    if (catalogued == null) {
      return method == Method.BETWEENNESS ? n * reads : 50 * reads;
    }
    return switch (catalogued.cost()) {
      case LINEAR -> 50 * reads;
      case TRIANGLES -> 4 * reads * Math.sqrt(reads);
      case ALL_PAIRS -> n * reads;
      case SMALL -> n * n * reads / 16;
    };
  }

  /** Measures the replicas against the values of the whole. */
  Robustness measure(double[] values, Progress progress) {
    int replicas = replicas();
    if (replicas == 0) {
      return untouched(values);
    }
    Errors errors = Errors.none().missing(MISSING, Errors.Return.BY_CLOSURE);
    Doubt.Plan plan = new Doubt.Plan(replicas, seed, 1, graph.weighted(), 0.9, TOP);
    Doubt.Result result = Doubt.of(List.of(named()), errors, plan).compute(graph, progress);
    return switch (result.measured().getFirst().spread()) {
      case Spread.Ranks ranks ->
          new Robustness(
              ranks.replicas(),
              MISSING,
              intervals(ranks),
              null,
              new Robustness.Order(
                  MODEL,
                  ranks.robustness(),
                  ranks.k(),
                  Arrays.stream(ranks.top()).boxed().toList(),
                  Robustness.Calibration.of(ranks.calibration())));
      case Spread.Grouping groups ->
          new Robustness(
              groups.replicas(),
              MISSING,
              List.of(),
              groups.agreement(),
              new Robustness.Order(MODEL, Double.NaN, 0, List.of(), null));
      default -> throw new IllegalStateException("a method ranks or groups");
    };
  }

  /* Without ties there is nothing that errors could be drawn from: all share the first rank. */
  private Robustness untouched(double[] values) {
    Robustness.Order order = new Robustness.Order(MODEL, Double.NaN, 0, List.of(), null);
    if (method.groups()) {
      return new Robustness(0, MISSING, List.of(), 1.0, order);
    }
    List<RankInterval> same = new ArrayList<>();
    for (int v = 0; v < values.length; v++) {
      same.add(new RankInterval(1, 1, 1));
    }
    return new Robustness(0, MISSING, same, null, order);
  }

  private NamedMeasure named() {
    return new NamedMeasure(
        method.name().toLowerCase(java.util.Locale.ROOT),
        method.card(),
        "",
        "",
        NamedMeasure.Cost.LINEAR,
        (of, setting, progress) -> {
          double[] values = Measuring.compute(of, method, seed, progress).values();
          return method.groups()
              ? new Answer.Groups(
                  Arrays.stream(values).mapToInt(value -> (int) value).toArray(), Map.of())
              : new Answer.Scores(values);
        });
  }

  /* Who shares a rank has the best of the shared ones as recorded; the interval covers it. */
  private static List<RankInterval> intervals(Spread.Ranks ranks) {
    List<RankInterval> intervals = new ArrayList<>();
    for (int v = 0; v < ranks.rank().length; v++) {
      int rank = ranks.rank()[v];
      intervals.add(
          new RankInterval(rank, Math.min(rank, ranks.low()[v]), Math.max(rank, ranks.high()[v])));
    }
    return intervals;
  }
}
