package dev.sextant.records.reader.mapping;

import dev.sextant.records.reader.mapping.TimesForm.Order;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * In which order a file writes day, month and year, decided over all its dates: the only order in
 * which all of them exist, else the one in which rows follow one another in time, else day first
 * and open.
 */
final class DayOrder {
  private static final List<Order> ORDERS =
      List.of(Order.DAY_MONTH_YEAR, Order.MONTH_DAY_YEAR, Order.YEAR_MONTH_DAY);

  /** One order is taken by sequence if it has so many times fewer steps back than the next. */
  private static final int CLEARLY = 4;

  private final @Nullable Order given;
  private final Map<Order, Tried> tried = new EnumMap<>(Order.class);
  private long open;
  private boolean shortYears;

  /** How one order fared. */
  private static final class Tried {
    private long exist;
    private long forth;
    private long back;
    private final Map<Integer, LocalDateTime> last = new java.util.HashMap<>();

    /* Steps against the column's own run, which may be falling (newest first). */
    long against() {
      return Math.min(forth, back);
    }
  }

  /**
   * What was decided.
   *
   * @param order the order
   * @param how in a sentence for the note; empty if no date is open
   * @param certain false if nothing in the file tells
   */
  record Decided(Order order, String how, boolean certain) {}

  /**
   * @param given what the profile states, or null
   */
  DayOrder(@Nullable Order given) {
    this.given = given;
    ORDERS.forEach(order -> tried.put(order, new Tried()));
  }

  /**
   * Looks at a date.
   *
   * @param column which column it stands in; rows follow one another within a column
   */
  void see(int column, TimeWords words) {
    if (words.kind() == TimeWords.Kind.YEAR_FIRST) {
      return;
    }
    open++;
    shortYears |= words.kind() == TimeWords.Kind.SHORT;
    tried.forEach((order, one) -> {
      if (order == Order.YEAR_MONTH_DAY && words.kind() != TimeWords.Kind.SHORT) {
        return;
      }
      LocalDateTime at = words.local(order);
      if (at == null) {
        return;
      }
      one.exist++;
      LocalDateTime before = one.last.put(column, at);
      if (before != null) {
        one.forth += at.isAfter(before) ? 1 : 0;
        one.back += at.isBefore(before) ? 1 : 0;
      }
    });
  }

  /** Decides. */
  Decided decide() {
    if (given != null) {
      return new Decided(given, open == 0 ? "" : said(given) + ", as the profile says", true);
    }
    if (open == 0) {
      return new Decided(Order.YEAR_MONTH_DAY, "", true);
    }
    List<Order> possible =
        ORDERS.stream()
            .filter(o -> o != Order.YEAR_MONTH_DAY || shortYears)
            .filter(o -> exist(o) == open)
            .toList();
    if (possible.size() == 1) {
      Order only = possible.getFirst();
      return new Decided(
          only, said(only) + ": the only order in which all " + open + " dates exist", true);
    }
    return possible.isEmpty() ? mixed() : bySequence(possible);
  }

  /* No order fits all: the one that most fit, and the others are told as no times. */
  private Decided mixed() {
    Order most = ORDERS.getFirst();
    for (Order order : ORDERS) {
      most = exist(order) > exist(most) ? order : most;
    }
    return new Decided(
        most,
        said(most)
            + ": no order fits all dates; "
            + (open - exist(most))
            + " of "
            + open
            + " do not exist in this one and are no times",
        false);
  }

  private Decided bySequence(List<Order> possible) {
    Order best = possible.getFirst();
    for (Order order : possible) {
      best = against(order) < against(best) ? order : best;
    }
    long least = against(best);
    Order taken = best;
    boolean clear =
        possible.stream()
            .filter(o -> o != taken)
            .allMatch(o -> against(o) >= 3 && against(o) >= CLEARLY * Math.max(1, least));
    if (clear) {
      return new Decided(
          best, said(best) + ": the order in which the rows follow one another in time", true);
    }
    Order assumed = possible.getFirst();
    return new Decided(
        assumed,
        said(assumed)
            + ", assumed: all dates exist in another order too, and nothing in the file tells;"
            + " state times.order in the profile",
        false);
  }

  private long exist(Order order) {
    Tried one = tried.get(order);
    return one == null ? 0 : one.exist;
  }

  private long against(Order order) {
    Tried one = tried.get(order);
    return one == null ? 0 : one.against();
  }

  private static String said(Order order) {
    return switch (order) {
      case DAY_MONTH_YEAR -> "day, month, year";
      case MONTH_DAY_YEAR -> "month, day, year";
      case YEAR_MONTH_DAY -> "year, month, day";
    };
  }
}
