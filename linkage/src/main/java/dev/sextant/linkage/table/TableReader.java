package dev.sextant.linkage.table;

import dev.sextant.linkage.LinkageFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables: delimited text with a header (RFC 4180, doi:10.17487/RFC4180), UTF-8 with or
 * without a byte-order mark. The delimiter is a tab where the name ends in {@code .tsv}, {@code
 * .tab} or {@code .txt}, else a comma, or a semicolon where the header has one and no comma. Two
 * files are read into one table, columns matched by name.
 */
public final class TableReader {
  private static final int MOST_CELL = 120;

  private final String idColumn;
  private final Map<String, Dictionary> dictionaries = new LinkedHashMap<>();
  private final Map<String, int[]> codes = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<List<String>> headers = new ArrayList<>();
  private String[] ids = new String[1024];
  private int rows;
  private int left = -1;

  private TableReader(String idColumn) {
    this.idColumn = idColumn;
  }

  /**
   * Reads one file or two.
   *
   * @param idColumn header of the column that names a row
   * @throws LinkageFault where a file is not such a table; names the line
   */
  public static Table read(Path left, @Nullable Path right, String idColumn) throws IOException {
    TableReader reader = new TableReader(idColumn);
    reader.file(left);
    reader.left = reader.rows;
    if (right != null) {
      reader.file(right);
    }
    return reader.table();
  }

  private Table table() {
    Map<String, Column> columns = new LinkedHashMap<>();
    dictionaries.forEach((name, dictionary) -> {
      int[] coded = codes(name, rows);
      columns.put(name, new Column(name, dictionary.values(), Arrays.copyOf(coded, rows)));
    });
    return new Table(names, Arrays.copyOf(ids, rows), left, columns, headers);
  }

  private int[] codes(String name, int least) {
    int[] held = codes.computeIfAbsent(name, n -> filled(Math.max(1024, least)));
    if (held.length < least) {
      int was = held.length;
      held = Arrays.copyOf(held, Math.max(least, was + (was >> 1)));
      Arrays.fill(held, was, held.length, -1);
      codes.put(name, held);
    }
    return held;
  }

  private static int[] filled(int length) {
    int[] made = new int[length];
    Arrays.fill(made, -1);
    return made;
  }

  private void file(Path path) throws IOException {
    try (CellReader in = CellReader.table(path)) {
      names.add(in.place());
      rows(in, in.place());
    }
  }

  private List<String> header(CellReader in, String name) throws IOException {
    List<String> header = new ArrayList<>();
    while (in.next()) {
      header.add(new String(in.text(), 0, in.length()).strip());
      if (in.rowEnds()) {
        break;
      }
    }
    if (header.isEmpty() || (header.size() == 1 && header.getFirst().isEmpty())) {
      throw new LinkageFault(
          "SX-LINK-EMPTY", "the table has no header", name + ", line 1", "", "name its columns");
    }
    Set<String> seen = new HashSet<>();
    for (String column : header) {
      if (!seen.add(column)) {
        throw new LinkageFault(
            "SX-LINK-HEADER",
            "two columns have one name",
            name + ", line 1",
            column,
            "name each column once");
      }
    }
    if (!seen.contains(idColumn)) {
      throw new LinkageFault(
          "SX-LINK-ID-COLUMN",
          "the table has no such id column",
          name + ", line 1",
          idColumn,
          "use one of " + header + " as id in the profile");
    }
    headers.add(List.copyOf(header));
    return header;
  }

  private void rows(CellReader in, String name) throws IOException {
    List<String> header = header(in, name);
    int width = header.size();
    int idAt = header.indexOf(idColumn);
    Dictionary[] dictionary = new Dictionary[width];
    int[][] column = new int[width][];
    for (int i = 0; i < width; i++) {
      dictionary[i] = dictionaries.computeIfAbsent(header.get(i), n -> new Dictionary());
    }
    dictionaries.remove(idColumn);
    IdRows seen = new IdRows(rows);
    int cellAt = 0;
    boolean blank = true;
    while (in.next()) {
      if (cellAt == 0) {
        for (int i = 0; i < width; i++) {
          column[i] = codes(header.get(i), rows + 1);
        }
        blank = true;
      }
      if (cellAt >= width) {
        throw uneven(name, in, cellAt + 1, width);
      }
      take(in, cellAt == idAt ? null : dictionary[cellAt], column[cellAt]);
      blank &= in.length() == 0;
      cellAt++;
      if (!in.rowEnds()) {
        continue;
      }
      if (cellAt == 1 && blank && width > 1) {
        cellAt = 0;
        continue;
      }
      if (cellAt != width) {
        throw uneven(name, in, cellAt, width);
      }
      named(seen, name, in);
      cellAt = 0;
    }
  }

  private void named(IdRows seen, String name, CellReader in) {
    String id = ids[rows];
    if (id.isEmpty()) {
      throw new LinkageFault(
          "SX-LINK-ID",
          "a row has no id",
          name + ", line " + in.line(),
          "",
          "fill column " + idColumn);
    }
    if (id.indexOf('\t') >= 0 || id.indexOf('\n') >= 0 || id.indexOf('\r') >= 0) {
      throw new LinkageFault(
          "SX-LINK-ID",
          "an id holds a tab or a line end",
          name + ", line " + in.line(),
          id.replaceAll("[\\t\\r\\n]", " "),
          "take them out of column " + idColumn + ": pairs are written parted by tabs");
    }
    if (!seen.add(ids, rows)) {
      throw new LinkageFault(
          "SX-LINK-ID",
          "two rows have one id",
          name + ", line " + in.line(),
          id.length() > MOST_CELL ? id.substring(0, MOST_CELL) : id,
          "make column " + idColumn + " distinct, or name another as id");
    }
    rows++;
  }

  private void take(CellReader in, @Nullable Dictionary dictionary, int[] column) {
    char[] text = in.text();
    int from = 0;
    int to = in.length();
    while (from < to && Character.isWhitespace(text[from])) {
      from++;
    }
    while (to > from && Character.isWhitespace(text[to - 1])) {
      to--;
    }
    if (dictionary == null) {
      if (rows == ids.length) {
        ids = Arrays.copyOf(ids, rows + (rows >> 1));
      }
      ids[rows] = new String(text, from, to - from);
      return;
    }
    column[rows] = from == to ? -1 : dictionary.number(text, from, to);
  }

  private static LinkageFault uneven(String name, CellReader in, int found, int width) {
    return new LinkageFault(
        "SX-LINK-ROW",
        "a row has another number of cells than the header",
        name + ", line " + in.line(),
        found + " cells",
        "the header has " + width + "; quote cells that hold the delimiter");
  }
}
