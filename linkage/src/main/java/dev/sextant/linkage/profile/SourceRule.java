package dev.sextant.linkage.profile;

import org.jspecify.annotations.Nullable;

/**
 * How many records of one source an entity may have.
 *
 * @param column that names the source, or null: the file is the source
 * @param most records of one source in an entity
 * @param penalty in bits, taken from the log odds of two groups for each pair of records that is
 *     too much; infinite: never
 * @param across whether only pairs across sources are looked at
 */
public record SourceRule(@Nullable String column, int most, double penalty, boolean across) {
  /** Whether the rule is never broken. */
  public boolean hard() {
    return Double.isInfinite(penalty);
  }
}
