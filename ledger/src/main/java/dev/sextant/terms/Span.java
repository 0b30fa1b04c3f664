package dev.sextant.terms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time, from included to excluded; an open end is null.
 *
 * @param from first instant inside, or null
 * @param to first instant after, or null
 */
public record Span(@Nullable Instant from, @Nullable Instant to) {
  /** Checks the order. */
  public Span {
    if (from != null && to != null && !from.isBefore(to)) {
      throw new BadValue("SX-TERMS-SPAN", "Span", from + ".." + to, "end after the start");
    }
  }

  /** All of time. */
  public static Span always() {
    return new Span(null, null);
  }

  /** From one instant (included) to another (excluded). */
  public static Span between(Instant from, Instant to) {
    return new Span(from, to);
  }

  /** True if the instant lies inside. */
  public boolean contains(Instant instant) {
    return (from == null || !instant.isBefore(from)) && (to == null || instant.isBefore(to));
  }

  /** True if every instant of the other lies inside this one. */
  public boolean contains(Span other) {
    boolean start = from == null || (other.from != null && !other.from.isBefore(from));
    boolean end = to == null || (other.to != null && !other.to.isAfter(to));
    return start && end;
  }
}
