package dev.sextant.network;

import dev.sextant.kernels.Answer;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.NamedMeasure;
import dev.sextant.kernels.covert.KeyPlayers;
import dev.sextant.kernels.doubt.Doubt;
import dev.sextant.kernels.doubt.Errors;
import dev.sextant.kernels.doubt.Spread;
import dev.sextant.terms.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/* Looks for sets, on the recorded network and on networks that may be the true one. */
final class SetInquiry {
  private static final String CARD =
      "Sets of entities that together %s.\nThe best set is seldom those that score best one by one."
          + " Sets of nearly the same value are listed, since data with errors cannot tell them"
          + " apart.\nSource: S. P. Borgatti 2006, doi:10.1007/s10588-006-7084-x\nWhen ties are"
          + " missing: %s\nA measure is not suspicion, and it says nothing of anybody's rank in an"
          + " organisation.";

  /** Steps of the search here, and of all the searches in other networks together. */
  private static final double MOST_STEPS = 2e10;

  private static final double REPLICA_STEPS = 3e9;
  private static final int MOST_REPLICAS = 100;
  private static final int FEWEST_REPLICAS = 20;
  private static final int KEEP = 10;
  private static final int POOL = 100;
  private static final int ROUNDS = 4;

  private final Csr graph;
  private final Set<Integer> masked;

  SetInquiry(Csr graph, Set<Integer> masked) {
    this.graph = graph;
    this.masked = masked;
  }

  SetsAnswer answer(SetsAsked asked, Progress progress) {
    KeyPlayers.Goal goal = goal(asked);
    if (asked.size() >= graph.nodes()) {
      throw Inquiries.bad(
          "the set would be the whole network",
          Integer.toString(asked.size()),
          "ask for fewer than its " + graph.nodes() + " entities");
    }
    if (steps(goal, asked.size(), 8) > MOST_STEPS) {
      throw Inquiries.bad(
          "the network is too large for this aim",
          graph.nodes() + " entities",
          "take the aim fragment, or a narrower window");
    }
    KeyPlayers.Search search = KeyPlayers.Search.usual().seeded(asked.seed());
    KeyPlayers.Result found =
        Kernels.run(
            progress,
            listener -> KeyPlayers.ofSize(goal, asked.size(), search).compute(graph, listener));
    List<SetsAnswer.Members> sets = new ArrayList<>();
    SortedMap<Integer, Double> share = new TreeMap<>();
    int withheld = 0;
    for (int i = 0; i < found.count(); i++) {
      List<Integer> places = Arrays.stream(found.set(i)).boxed().toList();
      if (places.stream().anyMatch(masked::contains)) {
        withheld++;
      } else {
        sets.add(new SetsAnswer.Members(places, found.value(i)));
        places.forEach(place -> share.put(place, found.share(place)));
      }
    }
    Elsewhere elsewhere = elsewhere(goal, asked, progress);
    return new SetsAnswer(
        sets,
        found.before(),
        found.proved(),
        withheld,
        share,
        elsewhere.replicas,
        elsewhere.best,
        elsewhere.likeness,
        elsewhere.there,
        card(goal));
  }

  private record Elsewhere(
      int replicas,
      SetsAnswer.@org.jspecify.annotations.Nullable Range best,
      double likeness,
      SortedMap<Integer, Double> there) {}

  private Elsewhere elsewhere(KeyPlayers.Goal goal, SetsAsked asked, Progress progress) {
    double each = steps(goal, asked.size(), 2) + 50.0 * (graph.nodes() + graph.arcs());
    int replicas = (int) Math.min(MOST_REPLICAS, REPLICA_STEPS / each);
    if (replicas < FEWEST_REPLICAS || graph.edges() == 0) {
      return new Elsewhere(0, null, Double.NaN, new TreeMap<>());
    }
    Errors errors = Errors.none().missing(Ensemble.MISSING, Errors.Return.BY_CLOSURE);
    Doubt.Plan plan = new Doubt.Plan(replicas, asked.seed(), 1, false, 0.9, 1);
    Doubt.Result result =
        Kernels.run(
            progress,
            listener ->
                Doubt.of(List.of(named(goal, asked.size())), errors, plan)
                    .compute(graph, listener));
    if (!(result.measured().getFirst().spread() instanceof Spread.Sets sets)) {
      throw new IllegalStateException("sets vary as sets");
    }
    SortedMap<Integer, Double> there = new TreeMap<>();
    for (int v = 0; v < sets.member().length; v++) {
      if (sets.member()[v] > 0 && !masked.contains(v)) {
        there.put(v, sets.member()[v]);
      }
    }
    SetsAnswer.Range best = new SetsAnswer.Range(sets.best().low(), sets.best().high());
    return new Elsewhere(sets.replicas(), best, sets.likeness(), there);
  }

  /* In another network a quick search is enough: what counts is who comes back, not the last
   * thousandth of the value. */
  private static NamedMeasure named(KeyPlayers.Goal goal, int size) {
    return new NamedMeasure(
        "sets",
        "",
        "",
        "",
        NamedMeasure.Cost.ALL_PAIRS,
        (of, setting, progress) -> {
          KeyPlayers.Search search = new KeyPlayers.Search(2, 1, POOL, 0, setting.seed(), 1);
          KeyPlayers.Result found = KeyPlayers.ofSize(goal, size, search).compute(of, progress);
          return new Answer.Sets(List.of(found.set(0)), new double[] {found.value(0)});
        });
  }

  private double steps(KeyPlayers.Goal goal, int size, int restarts) {
    double n = graph.nodes();
    double reads = n + graph.arcs();
    double pool = Math.min(POOL, n);
    double round =
        switch (goal.aim()) {
          case FRAGMENT -> size * reads;
          case FRAGMENT_BY_DISTANCE -> size * pool * n * reads / 64;
          case REACH, REACH_BY_DISTANCE -> size * pool * n;
        };
    double once =
        switch (goal.aim()) {
          case FRAGMENT, FRAGMENT_BY_DISTANCE -> 0;
          case REACH, REACH_BY_DISTANCE -> pool * reads;
        };
    return once + restarts * ROUNDS * round;
  }

  static KeyPlayers.Goal goal(SetsAsked asked) {
    return goal(asked.aim(), asked.steps());
  }

  static KeyPlayers.Goal goal(String aim, int steps) {
    return switch (aim) {
      case "fragment" -> KeyPlayers.Goal.fragment();
      case "fragment-distance" -> KeyPlayers.Goal.fragmentByDistance();
      case "reach" -> KeyPlayers.Goal.reach(steps);
      case "reach-distance" -> KeyPlayers.Goal.reachByDistance();
      default ->
          throw Inquiries.bad(
              "no aim is called so",
              VisibleText.of(aim),
              "use fragment, fragment-distance, reach or reach-distance");
    };
  }

  static String card(KeyPlayers.Goal goal) {
    String what =
        switch (goal.aim()) {
          case FRAGMENT -> "leave the largest share of the other pairs without any chain of ties";
          case FRAGMENT_BY_DISTANCE ->
              "leave the others the farthest apart (1 minus the mean of 1/distance)";
          case REACH ->
              "have the largest share of all entities within as many steps as were asked for";
          case REACH_BY_DISTANCE -> "are nearest to all entities (mean of 1/distance)";
        };
    boolean apart =
        goal.aim() == KeyPlayers.Aim.FRAGMENT || goal.aim() == KeyPlayers.Aim.FRAGMENT_BY_DISTANCE;
    String missing =
        apart
            ? "a tie that was not seen round a cut makes the cut worthless: an upper estimate."
            : "a lower estimate; the value is steadier than the members.";
    return String.format(Locale.ROOT, CARD, what, missing);
  }
}
