package dev.sextant.network;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sets of nearly the same value, best first: data with errors cannot tell them apart.
 *
 * @param sets those found
 * @param before what the whole network has of the value with nobody taken out; 0 for reach
 * @param proved whether no set of this size is worth more than the first
 * @param withheld sets that were left out because a child who is in the case by accident is in them
 * @param share of the sets that an entity is in, by its place
 * @param replicas networks that may be the true one in which sets were looked for too; 0 if that
 *     would take too long
 * @param best where the best set's value lies in those; null without replicas
 * @param likeness mean likeness (shared over united members) of the best set here and there; NaN
 *     without replicas
 * @param there share of those networks in whose best set an entity is, by its place
 * @param card what the value is, for people
 */
public record SetsAnswer(
    List<Members> sets,
    double before,
    boolean proved,
    int withheld,
    SortedMap<Integer, Double> share,
    int replicas,
    @org.jspecify.annotations.Nullable Range best,
    double likeness,
    SortedMap<Integer, Double> there,
    String card) {
  /** Copies. */
  public SetsAnswer {
    sets = List.copyOf(sets);
    share = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(share));
    there = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(there));
  }

  /**
   * A set.
   *
   * @param places in the legend, ascending
   * @param value what it is worth, from 0 to 1
   */
  public record Members(List<Integer> places, double value) {
    /** Copies. */
    public Members {
      places = List.copyOf(places);
    }
  }

  /**
   * Where a value lies.
   *
   * @param low 5 of 100 are below
   * @param high 5 of 100 are above
   */
  public record Range(double low, double high) {}

  /** As canonical values, exact to the last bit. */
  Object words() {
    return sets.stream()
        .map(set ->
            Map.of(
                "places", set.places.stream().map(Long::valueOf).toList(),
                "value", Double.toString(set.value)))
        .toList();
  }
}
