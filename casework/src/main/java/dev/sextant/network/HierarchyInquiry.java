package dev.sextant.network;

import dev.sextant.kernels.Answer;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.NamedMeasure;
import dev.sextant.kernels.catalogue.Catalogue;
import dev.sextant.kernels.doubt.Doubt;
import dev.sextant.kernels.doubt.Errors;
import dev.sextant.kernels.doubt.Spread;
import dev.sextant.terms.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/* Numbers of the whole network, and how they vary. */
final class HierarchyInquiry {
  static final String CARD =
      "Share of ties on no cycle (flow-hierarchy); 1 minus agony a tie (agony-hierarchy): 1 where no"
          + " tie leads upwards, 0 where no levels are better than none; how much farther some reach"
          + " along ties than others (global-reaching); SpringRank's energy, 0 for a perfect ladder"
          + " and 0.5 for no order at all, and the share of 199 networks with ties turned at random"
          + " that have as low a one (springrank-p)."
          + "\nSource: J. Luo, C. L. Magee 2011, doi:10.1002/cplx.20368; M. Gupte and others 2011,"
          + " doi:10.1145/1963405.1963484; E. Mones and others 2012,"
          + " doi:10.1371/journal.pone.0033799; C. De Bacco and others 2018,"
          + " doi:10.1126/sciadv.aar8260"
          + "\nWhen ties are missing: a tie upwards that was not seen makes a tree a cycle; all but"
          + " the energy are upper estimates."
          + "\nWho writes to whom is not who commands whom. A measure is not suspicion, and it says"
          + " nothing of anybody's rank in an organisation.";

  private static final double MOST_STEPS = 2e10;
  private static final double REPLICA_STEPS = 2e9;
  private static final int MOST_REPLICAS = 100;
  private static final int FEWEST_REPLICAS = 20;

  /** Networks with ties turned, each an equation to solve, in the catalogue's method. */
  private static final int TURNED = 199;

  private HierarchyInquiry() {}

  static HierarchyAnswer answer(Csr graph, long seed, Progress progress) {
    if (!graph.directed()) {
      throw Inquiries.bad(
          "ties were frozen without direction", "hierarchy", "freeze them with direction");
    }
    NamedMeasure measure = Catalogue.all().named("hierarchy");
    double n = graph.nodes();
    double reads = n + graph.arcs();
    double steps = n * reads / 64 + TURNED * 40 * reads + 4 * reads * Math.sqrt(reads);
    if (steps > MOST_STEPS) {
      throw Inquiries.bad(
          "the network is too large", graph.nodes() + " entities", "freeze a narrower window");
    }
    int affordable = (int) Math.min(MOST_REPLICAS, REPLICA_STEPS / Math.max(1, steps));
    int replicas = affordable < FEWEST_REPLICAS || graph.edges() == 0 ? 0 : affordable;
    if (replicas == 0) {
      NamedMeasure.Setting setting = new NamedMeasure.Setting(1, seed, graph.weighted());
      Answer answer =
          Kernels.run(progress, listener -> measure.method().measure(graph, setting, listener));
      if (!(answer instanceof Answer.Whole whole)) {
        throw new IllegalStateException("numbers of the whole");
      }
      List<HierarchyAnswer.Figure> figures = new ArrayList<>();
      whole
          .values()
          .forEach((name, value) ->
              figures.add(new HierarchyAnswer.Figure(name, value, Double.NaN, Double.NaN)));
      return new HierarchyAnswer(figures, 0, CARD);
    }
    Errors errors = Errors.none().missing(Ensemble.MISSING, Errors.Return.BY_CLOSURE);
    Doubt.Plan plan = new Doubt.Plan(replicas, seed, 1, graph.weighted(), 0.9, 1);
    Doubt.Result result =
        Kernels.run(
            progress,
            listener -> Doubt.of(List.of(measure), errors, plan).compute(graph, listener));
    if (!(result.measured().getFirst().spread() instanceof Spread.Numbers numbers)) {
      throw new IllegalStateException("numbers vary as numbers");
    }
    List<HierarchyAnswer.Figure> figures = new ArrayList<>();
    for (Map.Entry<String, Spread.Interval> one : numbers.numbers().entrySet()) {
      Spread.Interval at = one.getValue();
      figures.add(new HierarchyAnswer.Figure(one.getKey(), at.value(), at.low(), at.high()));
    }
    return new HierarchyAnswer(figures, numbers.replicas(), CARD);
  }
}
