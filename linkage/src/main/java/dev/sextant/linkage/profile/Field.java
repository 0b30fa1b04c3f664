package dev.sextant.linkage.profile;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is compared: one column, or a few that belong together.
 *
 * @param name in explanations
 * @param columns headers, in the comparison's order; {@code "title|name"} takes the first of these
 *     that a file has
 * @param comparison name in {@link dev.sextant.linkage.compare.Comparisons}
 * @param options of the comparison
 * @param frequency how much the rarity of an agreed value says
 * @param group the group of correlated fields whose total is capped, or null
 * @param required whether a table without these columns is a fault; otherwise the field then says
 *     nothing
 * @param fixed whether a comparison that weighs by itself is taken at its word; otherwise its
 *     levels are learned like any other's
 * @param shared whether two persons of one household, firm or family often have it in common
 */
public record Field(
    String name,
    List<String> columns,
    String comparison,
    Map<String, Object> options,
    Frequency frequency,
    @Nullable String group,
    boolean required,
    boolean fixed,
    boolean shared) {
  /** Copies the collections. */
  public Field {
    columns = List.copyOf(columns);
    options = Map.copyOf(options);
  }

  /** How much the rarity of an agreed value says. */
  public enum Frequency {
    /** Nothing. */
    NONE,
    /** Where the best level agrees. */
    EXACT,
    /** At the best level in full, at fuzzy ones by half. */
    FUZZY
  }
}
