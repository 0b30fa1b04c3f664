package dev.sextant.network;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is left of a network as people are thought away, by order.
 *
 * @param entities how many there are before
 * @param courses one an order, those listed first
 * @param replicas networks that may be the true one in which each order was followed; 0 if that
 *     would take too long
 * @param missing share of the true ties taken not to have been recorded, for the bands
 * @param card what the numbers are, for people
 */
public record RemovalAnswer(
    int entities, List<Course> courses, int replicas, double missing, String card) {
  /** Copies. */
  public RemovalAnswer {
    courses = List.copyOf(courses);
  }

  /**
   * One order.
   *
   * @param by its name; {@code listed} for those who were named
   * @param order places in the legend, -1 for a child whom no answer names; empty if random
   * @param removed how many are gone at each point
   * @param largest share of all entities in the largest piece
   * @param fragmentation share of the remaining pairs in different pieces
   * @param distance 1 minus the mean of 1/distance of the remaining pairs; empty if not counted
   */
  public record Course(
      String by,
      List<Integer> order,
      List<Integer> removed,
      Band largest,
      Band fragmentation,
      Band distance) {
    /** Copies. */
    public Course {
      order = List.copyOf(order);
      removed = List.copyOf(removed);
    }
  }

  /**
   * A curve and what nine of ten stay within: networks that may be the true one, or random orders.
   *
   * @param value at each point
   * @param low 5 of 100 are below; empty if there is no band
   * @param high 5 of 100 are above
   */
  public record Band(List<Double> value, List<Double> low, List<Double> high) {
    /** Copies. */
    public Band {
      value = List.copyOf(value);
      low = List.copyOf(low);
      high = List.copyOf(high);
    }

    Map<String, Object> words() {
      return Map.of("value", texts(value), "low", texts(low), "high", texts(high));
    }

    private static List<String> texts(List<Double> numbers) {
      return numbers.stream().map(String::valueOf).toList();
    }
  }

  /** As canonical values, exact to the last bit. */
  Object words() {
    return courses.stream()
        .map(course -> {
          Map<String, Object> map = new TreeMap<>();
          map.put("by", course.by);
          map.put("order", course.order.stream().map(Long::valueOf).toList());
          map.put("largest", course.largest.words());
          map.put("fragmentation", course.fragmentation.words());
          map.put("distance", course.distance.words());
          return map;
        })
        .toList();
  }
}
