package dev.sextant.records.reader.table;

import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.graph.Row;
import dev.sextant.terms.Locator;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One row whose cells are taken by the names of their columns; what nobody took is left over for a
 * record's {@code extra}.
 */
public final class NamedRow {
  private final Columns columns;
  private final Row row;
  private final BitSet taken = new BitSet();

  NamedRow(Columns columns, Row row) {
    this.columns = columns;
    this.row = row;
  }

  /** The columns. */
  public Columns columns() {
    return columns;
  }

  /** The row itself. */
  public Row row() {
    return row;
  }

  /** The first cell with something in it among columns of these names, taken; else null. */
  public @Nullable String text(String... names) {
    for (String name : names) {
      Integer place = columns.place(name);
      String said = place == null ? "" : row.text(place);
      if (!said.isEmpty()) {
        taken.set(place == null ? 0 : place);
        return said;
      }
    }
    return null;
  }

  /** The same, or the empty text. */
  public String textOrEmpty(String... names) {
    String said = text(names);
    return said == null ? "" : said;
  }

  /** The first cell with something in it among these, not taken; else the empty text. */
  public String look(String... names) {
    for (String name : names) {
      Integer place = columns.place(name);
      String said = place == null ? "" : row.text(place);
      if (!said.isEmpty()) {
        return said;
      }
    }
    return "";
  }

  /** The cell of the first column of one of these names, or null if there is none. */
  public Row.@Nullable Cell cell(String... names) {
    for (String name : names) {
      Integer place = columns.place(name);
      if (place != null && place < row.cells().size()) {
        return row.cells().get(place);
      }
    }
    return null;
  }

  /** What nobody took and is not empty, by the columns' names as they stand. */
  public Map<String, String> rest() {
    Map<String, String> rest = new TreeMap<>();
    for (int i = 0; i < row.cells().size(); i++) {
      String said = row.text(i);
      if (!taken.get(i) && !said.isEmpty()) {
        String name = columns.name(i);
        while (rest.containsKey(name)) {
          name += " (again)";
        }
        rest.put(name, said);
      }
    }
    return rest;
  }

  /** The place of the whole row: in a text {@code row}, in a sheet {@code Sheet!A7}. */
  public Locator at(Source.Part part, String sheet) {
    String pointer = sheet.isEmpty() ? Long.toString(row.number()) : sheet + "!A" + row.number();
    return part.at(row.from(), row.to(), pointer);
  }
}
