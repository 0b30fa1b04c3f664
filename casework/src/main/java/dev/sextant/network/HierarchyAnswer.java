package dev.sextant.network;

import java.util.List;
import java.util.Map;

/**
 * How far the ties of the whole network lead from above to below.
 *
 * @param figures each with where it lies in networks that may be the true one
 * @param replicas how many of those were measured
 * @param card what the figures are, for people
 */
public record HierarchyAnswer(List<Figure> figures, int replicas, String card) {
  /** Copies. */
  public HierarchyAnswer {
    figures = List.copyOf(figures);
  }

  /**
   * One figure.
   *
   * @param name flow-hierarchy, agony-hierarchy, global-reaching, springrank-energy or springrank-p
   * @param value as recorded; NaN without ties
   * @param low 5 of 100 networks are below; NaN without replicas
   * @param high 5 of 100 are above
   */
  public record Figure(String name, double value, double low, double high) {}

  /** As canonical values, exact to the last bit. */
  Object words() {
    return figures.stream()
        .map(one -> Map.of("name", one.name, "value", Double.toString(one.value)))
        .toList();
  }
}
