package dev.sextant.linkage.compare;

import java.util.List;
import java.util.Objects;

/** Values made ready in tests, where the cells do say something. */
public final class Ready {
  private Ready() {}

  /** The prepared value. */
  public static <V> V of(Comparison<V> comparison, List<String> cells) {
    return Objects.requireNonNull(comparison.prepare(cells));
  }
}
