package dev.sextant.records.reader.returns;

import dev.sextant.records.Record;
import dev.sextant.records.reader.table.Columns;
import dev.sextant.records.reader.table.NamedRow;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * One kind of table in a platform's returns.
 *
 * @param section what it is called when told
 * @param certainty 1 to 100: how surely a table of this kind is this platform's; 0 if other
 *     platforms have the same
 * @param fits true for the names of its head, in a file of that path (lower case)
 * @param maker turns a row into records
 */
public record TableForm(
    String section, int certainty, BiPredicate<Columns, String> fits, Maker maker) {
  /** Turns one row into records; none if the row lacks what they cannot do without. */
  public interface Maker {
    /** The records. */
    List<? extends Record> records(NamedRow row, Locator at, Telling telling) throws IOException;
  }

  /** A form told by the names in the head alone. */
  public static TableForm of(String section, int certainty, Maker maker, String... names) {
    return new TableForm(section, certainty, (columns, path) -> columns.hasAll(names), maker);
  }
}
