package dev.sextant.linkage.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records of one or two files, one row each, left file first.
 *
 * @param names of the files, for messages
 * @param ids by row; distinct within a file
 * @param left how many rows came from the left file; all of them where there is one file
 * @param columns by name, in the order of the left header; a column that one file lacks is empty
 *     there
 * @param headers the columns of each file
 */
public record Table(
    List<String> names,
    String[] ids,
    int left,
    Map<String, Column> columns,
    List<List<String>> headers) {
  /** Copies the maps; the arrays are handed over. */
  public Table {
    names = List.copyOf(names);
    columns = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    headers = List.copyOf(headers);
  }

  /** Number of rows. */
  public int rows() {
    return ids.length;
  }

  /** Whether there are two files, so that only pairs across them are looked at. */
  public boolean twoSided() {
    return left < ids.length;
  }

  /** The column, or null where no file has it. */
  public @Nullable Column column(String name) {
    return columns.get(name);
  }

  /** The row of an id, looked for in one side. */
  public int row(String id, boolean inRight) {
    int from = inRight ? left : 0;
    int to = inRight || !twoSided() ? ids.length : left;
    for (int i = from; i < to; i++) {
      if (ids[i].equals(id)) {
        return i;
      }
    }
    return -1;
  }
}
