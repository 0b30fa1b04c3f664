package dev.sextant.kernels.chance;

import dev.sextant.kernels.Answer;
import dev.sextant.kernels.NamedMeasure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What of this package measures one graph, by name. */
public final class ChanceMeasures {
  /** Draws of a test by name: p cannot be below .005. */
  private static final int DRAWS = 199;

  private ChanceMeasures() {}

  /** All of them. */
  public static List<NamedMeasure> all() {
    return List.of(
        tested(
            "beyond-degrees",
            "whole-graph numbers beside 199 graphs with every node's degree kept: observed, mean,"
                + " z, two-sided p, q corrected for many tests",
            "Maslov and Sneppen 2002, doi:10.1126/science.1065103",
            NullModel.switched(10)),
        tested(
            "beyond-density",
            "whole-graph numbers beside 199 graphs with as many edges: observed, mean, z,"
                + " two-sided p, q corrected for many tests",
            "Anderson, Butts and Carley 1999, doi:10.1016/S0378-8733(99)00011-8",
            NullModel.edges()),
        tested(
            "beyond-dyads",
            "whole-graph numbers beside 199 graphs with as many mutual, one-way and empty pairs:"
                + " observed, mean, z, two-sided p, q corrected for many tests",
            "Holland and Leinhardt 1976, doi:10.2307/270703",
            NullModel.dyads()));
  }

  private static NamedMeasure tested(String name, String what, String source, NullModel model) {
    return new NamedMeasure(
        name,
        what,
        source,
        "Both the graph and the draws lack the missing ties: it tells whether the pattern of what"
            + " was seen is more than chance.",
        NamedMeasure.Cost.TRIANGLES,
        (graph, setting, progress) -> {
          MoreThanChance.Result found =
              MoreThanChance.against(model, DRAWS, setting.seed(), setting.threads())
                  .of(Statistic.all())
                  .compute(setting.weighted() ? graph : graph.unweighted(), progress);
          Map<String, Double> values = new LinkedHashMap<>();
          for (int i = 0; i < found.q().length; i++) {
            Verdict verdict = found.verdicts().get(i);
            values.put(verdict.name(), verdict.observed());
            values.put(verdict.name() + "-by-chance", verdict.mean());
            values.put(verdict.name() + "-z", verdict.z());
            values.put(verdict.name() + "-p", verdict.p());
            values.put(verdict.name() + "-q", found.q()[i]);
          }
          return new Answer.Whole(values);
        });
  }
}
