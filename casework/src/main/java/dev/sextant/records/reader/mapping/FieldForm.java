package dev.sextant.records.reader.mapping;

import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.terms.Platform;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a field of a record comes from.
 *
 * @param columns columns by name, or by position as {@code #3}; joined by a blank where there are
 *     several and the role takes one
 * @param value a constant, used where there is no column or its cell is empty; or null
 * @param self true if it is the one whose table this is
 * @param basis what kind of key the cells hold, or null to tell by each cell
 * @param platform where the account lives, or null for the profile's
 * @param region ISO 3166 letters of the country whose national numbers the cells may hold, or null
 * @param unit unit of a number: {@code seconds}, {@code minutes}, {@code hours}, {@code
 *     milliseconds}, {@code clock}; or null to tell by the cell
 * @param separator what stands between several values in a cell, or null
 * @param order {@code lat-lon} or {@code lon-lat}, or null
 * @param words what the table's words mean: a cell's text in lower case to ours
 */
public record FieldForm(
    List<String> columns,
    @Nullable String value,
    boolean self,
    @Nullable KeyBasis basis,
    @Nullable Platform platform,
    @Nullable String region,
    @Nullable String unit,
    @Nullable String separator,
    @Nullable String order,
    Map<String, String> words) {
  /** Copies. */
  public FieldForm {
    columns = List.copyOf(columns);
    words = Collections.unmodifiableMap(new TreeMap<>(words));
  }

  /** A field taken from columns as they are. */
  public static FieldForm of(String... columns) {
    return new FieldForm(
        List.of(columns), null, false, null, null, null, null, null, null, Map.of());
  }
}
