package dev.sextant.network;

import dev.sextant.kernels.Answer;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.NamedMeasure;
import dev.sextant.kernels.covert.Removal;
import dev.sextant.kernels.doubt.Doubt;
import dev.sextant.kernels.doubt.Errors;
import dev.sextant.kernels.doubt.Spread;
import dev.sextant.network.RemovalAnswer.Band;
import dev.sextant.network.RemovalAnswer.Course;
import dev.sextant.terms.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/* Follows orders of removal, on the recorded network and on networks that may be the true one. An
 * order is found on what was recorded and then followed everywhere: that is what would happen to
 * somebody who acted on it. */
final class RemovalInquiry {
  static final String CARD =
      "What is left of the recorded network when people are thought away one after another: the"
          + " share of all entities in the largest piece; the share of the remaining pairs that no"
          + " chain of ties joins; and 1 minus the mean of 1/distance of the remaining pairs."
          + "\nSource: S. P. Borgatti 2006, doi:10.1007/s10588-006-7084-x; R. Albert and others"
          + " 2000, doi:10.1038/35019019"
          + "\nWhen ties are missing: the network is tougher than it looks, and what is promised is"
          + " an upper estimate. Bands hold nine of ten networks that may be the true one."
          + "\nPeople find other ways when one is gone. A measure is not suspicion, and it says"
          + " nothing of anybody's rank in an organisation.";

  private static final int POINTS = 41;
  private static final int ORDERS = 100;

  /** Steps of one order by a score of all pairs, computed once. */
  private static final double MOST_STEPS = 2e10;

  /** Steps of all replicas together: seconds of one processor. */
  private static final double REPLICA_STEPS = 3e9;

  /** Beyond this the distances of every point take longer than a person waits. */
  private static final double DISTANCE_STEPS = 1e10;

  private static final int MOST_REPLICAS = 200;
  private static final int FEWEST_REPLICAS = 20;

  private final Csr graph;
  private final Set<Integer> masked;

  RemovalInquiry(Csr graph, Set<Integer> masked) {
    this.graph = graph;
    this.masked = masked;
  }

  RemovalAnswer answer(RemovalAsked asked, Progress progress) {
    List<Course> courses = new ArrayList<>();
    int replicas = replicas(asked);
    if (!asked.listed().isEmpty()) {
      int[] order = asked.listed().stream().mapToInt(Integer::intValue).toArray();
      courses.add(followed("listed", order, replicas, asked.seed(), progress));
    }
    for (String by : asked.by()) {
      courses.add(
          by.equals("random")
              ? random(asked, progress)
              : followed(by, order(by, asked, progress), replicas, asked.seed(), progress));
    }
    return new RemovalAnswer(graph.nodes(), courses, replicas, Ensemble.MISSING, CARD);
  }

  private int most(RemovalAsked asked) {
    return Math.min(asked.most(), Math.max(0, graph.nodes() - 1));
  }

  private int[] order(String by, RemovalAsked asked, Progress progress) {
    Removal.Strategy strategy = strategy(by);
    double n = graph.nodes();
    boolean pairs =
        strategy == Removal.Strategy.BETWEENNESS || strategy == Removal.Strategy.CLOSENESS;
    double steps = pairs ? n * (n + graph.arcs()) : asked.most() * (n + graph.arcs());
    if (steps > MOST_STEPS) {
      throw Inquiries.bad("the network is too large for this order", by, "take the order degree");
    }
    Removal.Order when = pairs ? Removal.Order.FIXED : Removal.Order.RECOMPUTED;
    // Two points: here only the order is wanted, and distances at every point are dear.
    Removal removal = Removal.by(strategy, when, new Removal.Extent(most(asked), 2, 1));
    return Kernels.run(progress, listener -> removal.compute(graph, listener).order());
  }

  /* An order's name goes into the log, so nothing else passes for one. */
  static Removal.Strategy strategy(String by) {
    return Arrays.stream(Removal.Strategy.values())
        .filter(one -> word(one).equals(by))
        .findFirst()
        .orElseThrow(() ->
            Inquiries.bad(
                "no order is called so",
                VisibleText.of(by),
                "use random, "
                    + Arrays.stream(Removal.Strategy.values())
                        .map(RemovalInquiry::word)
                        .collect(Collectors.joining(", "))));
  }

  static String word(Removal.Strategy strategy) {
    return strategy.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private double pairSteps(int points) {
    double n = graph.nodes();
    return points * n * (n + graph.arcs()) / 64;
  }

  private int replicas(RemovalAsked asked) {
    if (graph.edges() == 0) {
      return 0;
    }
    int points = Math.min(POINTS, Math.max(asked.listed().size(), most(asked)) + 1);
    double each = pairSteps(points) + 50.0 * (graph.nodes() + graph.arcs());
    double orders = Math.max(1, asked.by().size() + (asked.listed().isEmpty() ? 0 : 1));
    int affordable = (int) Math.min(MOST_REPLICAS, REPLICA_STEPS / each / orders);
    return affordable < FEWEST_REPLICAS ? 0 : affordable;
  }

  private Course followed(String by, int[] order, int replicas, long seed, Progress progress) {
    Removal.Extent extent = new Removal.Extent(order.length, POINTS, 1);
    Removal removal = Removal.listed(order, extent);
    if (replicas == 0) {
      Removal.Result result = Kernels.run(progress, listener -> removal.compute(cheap(), listener));
      Map<Removal.Curve, Band> bands = new LinkedHashMap<>();
      for (Removal.Curve curve : Removal.Curve.values()) {
        bands.put(curve, new Band(list(result.curve(curve)), List.of(), List.of()));
      }
      return course(by, order, result.removed(), bands);
    }
    Errors errors = Errors.none().missing(Ensemble.MISSING, Errors.Return.BY_CLOSURE);
    Doubt.Plan plan = new Doubt.Plan(replicas, seed, 1, false, 0.9, 1);
    Doubt.Result result =
        Kernels.run(
            progress,
            listener -> Doubt.of(List.of(named(removal)), errors, plan).compute(graph, listener));
    Doubt.Measured measured = result.measured().getFirst();
    if (!(measured.answer() instanceof Answer.Curves curves)
        || !(measured.spread() instanceof Spread.Bands spread)) {
      throw new IllegalStateException("curves have bands");
    }
    Map<Removal.Curve, Band> bands = new LinkedHashMap<>();
    for (Removal.Curve curve : Removal.Curve.values()) {
      Spread.Interval[] ends = spread.bands().get(curve.label());
      bands.put(
          curve,
          ends == null
              ? new Band(list(curves.y().get(curve.label())), List.of(), List.of())
              : new Band(
                  list(curves.y().get(curve.label())),
                  Arrays.stream(ends).map(Spread.Interval::low).toList(),
                  Arrays.stream(ends).map(Spread.Interval::high).toList()));
    }
    return course(by, order, Arrays.stream(curves.x()).mapToInt(x -> (int) x).toArray(), bands);
  }

  /* Where distances would take too long the kernel is given none to count: it leaves them out
   * beyond its own bound, which lies higher. */
  private Csr cheap() {
    if (pairSteps(POINTS) > DISTANCE_STEPS) {
      throw Inquiries.bad(
          "the network is too large to count what is left at every step",
          graph.nodes() + " entities",
          "freeze a narrower window or fewer kinds of tie");
    }
    return graph;
  }

  private Course course(String by, int[] order, int[] removed, Map<Removal.Curve, Band> bands) {
    return new Course(
        by,
        Arrays.stream(order).map(v -> masked.contains(v) ? -1 : v).boxed().toList(),
        Arrays.stream(removed).boxed().toList(),
        of(bands, Removal.Curve.LARGEST),
        of(bands, Removal.Curve.FRAGMENTATION),
        of(bands, Removal.Curve.DISTANCE_FRAGMENTATION));
  }

  private static Band of(Map<Removal.Curve, Band> bands, Removal.Curve curve) {
    Band band = bands.get(curve);
    if (band == null || band.value().stream().anyMatch(value -> value.isNaN())) {
      return new Band(List.of(), List.of(), List.of());
    }
    return band;
  }

  private Course random(RemovalAsked asked, Progress progress) {
    int points = Math.min(POINTS, most(asked) + 1);
    Removal removal =
        Removal.random(ORDERS, asked.seed(), new Removal.Extent(most(asked), points, 1));
    if (pairSteps(points) * ORDERS > DISTANCE_STEPS) {
      throw Inquiries.bad(
          "the network is too large for a hundred random orders", "random", "leave that order out");
    }
    Removal.Result result = Kernels.run(progress, listener -> removal.compute(graph, listener));
    Map<Removal.Curve, Band> bands = new LinkedHashMap<>();
    for (Removal.Curve curve : Removal.Curve.values()) {
      bands.put(
          curve,
          new Band(list(result.curve(curve)), list(result.low(curve)), list(result.high(curve))));
    }
    return course("random", new int[0], result.removed(), bands);
  }

  private static List<Double> list(double @org.jspecify.annotations.Nullable [] values) {
    return values == null ? List.of() : Arrays.stream(values).boxed().toList();
  }

  private static NamedMeasure named(Removal removal) {
    return new NamedMeasure(
        "removal-listed",
        "",
        "",
        "",
        NamedMeasure.Cost.ALL_PAIRS,
        (of, setting, progress) -> {
          Removal.Result result = removal.compute(of, progress);
          Map<String, double[]> curves = new LinkedHashMap<>();
          for (Removal.Curve curve : Removal.Curve.values()) {
            curves.put(curve.label(), result.curve(curve));
          }
          return new Answer.Curves(
              Arrays.stream(result.removed()).asDoubleStream().toArray(), curves);
        });
  }
}
