package dev.sextant.records.reader.mapping;

import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.StrayNuls;
import dev.sextant.terms.CanonicalJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A first look at the tables of a source: their columns, their first rows, and what the columns
 * could be.
 *
 * @param tables in the order of the source
 */
public record TableSurvey(List<Seen> tables) {
  /** Stands for the columns of objects in JSON, whose names are their fields'. */
  public static final String OBJECTS = "JSON objects";

  /** Rows shown of a table, and rows that the guess looks at. */
  private static final int ROWS_SHOWN = 20;

  private static final int ROWS_GUESSED = 300;

  /** Tables looked at in one source. */
  private static final int MOST_TABLES = 50;

  /** Characters shown of a cell; the rest is in the record that becomes of it. */
  private static final int CELL_SHOWN = 300;

  /** Parts looked at for columns where no reader knows a source. */
  private static final int MOST_PARTS = 20;

  /** Copies. */
  public TableSurvey {
    tables = List.copyOf(tables);
  }

  /**
   * A table as it was seen.
   *
   * @param part path of its part
   * @param sheet name of its sheet; empty in other files
   * @param kind what kind of file
   * @param charset its character set and how it is known; empty where the format has its own
   * @param separator what stands between its cells; empty where the format has its own
   * @param columns names
   * @param rows the first rows: where each stands, then its cells by column
   * @param guess what the columns could be, as a profile's JSON; empty if nothing can be guessed
   */
  public record Seen(
      String part,
      String sheet,
      String kind,
      String charset,
      String separator,
      List<String> columns,
      List<List<String>> rows,
      String guess) {
    /** Copies. */
    public Seen {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /**
   * Looks at a source.
   *
   * @param profile says how the tables lie; null to find out
   */
  public static TableSurvey of(Source source, @Nullable MappingProfile profile) throws IOException {
    TableForm form = profile == null ? TableForm.detected() : profile.table();
    List<String> wanted = profile == null ? List.of() : profile.columns();
    List<Seen> seen = new ArrayList<>();
    for (Table table : Tables.of(source, form, wanted).tables()) {
      if (seen.size() < MOST_TABLES) {
        seen.add(seen(headed(source, table, form)));
      }
    }
    return new TableSurvey(seen);
  }

  /* A first row of numbers names nothing: the table has no heading. */
  static Table headed(Source source, Table table, TableForm form) throws IOException {
    boolean named = table.heads().names().stream().anyMatch(n -> !n.matches("[#+\\-\\d.,:;/ TZ]*"));
    if (named || form.header() != TableForm.Heading.FIRST || table.heading() < 0) {
      return table;
    }
    TableForm none =
        new TableForm(
            form.form(),
            form.charset(),
            form.delimiter(),
            form.quote(),
            form.skip(),
            TableForm.Heading.NONE,
            form.sheet(),
            form.comments(),
            form.decimalComma());
    return Tables.of(source, none, List.of()).tables().stream()
        .filter(t -> t.part().path().equals(table.part().path()) && t.sheet().equals(table.sheet()))
        .findFirst()
        .orElse(table);
  }

  private static Seen seen(Table table) throws IOException {
    List<String> names = table.heads().names();
    List<List<String>> shown = new ArrayList<>();
    List<List<String>> cells = new ArrayList<>();
    table.rows(line -> {
      if (line.fault() == null && !line.comment() && !line.blank()) {
        List<String> row = new ArrayList<>();
        names.forEach(name -> row.add(table.cell(line, name).text()));
        cells.add(row);
        if (shown.size() < ROWS_SHOWN) {
          List<String> cut = new ArrayList<>();
          cut.add(line.pointer());
          row.forEach(t -> cut.add(t.length() > CELL_SHOWN ? t.substring(0, CELL_SHOWN) + "…" : t));
          shown.add(cut);
        }
      }
      return cells.size() < ROWS_GUESSED;
    });
    Charsets charset = table.charset();
    DelimitedGrid.Dialect dialect = table.dialect();
    boolean workbook = table.kind() == TableForm.Kind.WORKBOOK;
    Optional<Map<String, Object>> guess = guess(table, names, cells, workbook);
    return new Seen(
        table.part().path(),
        table.sheet(),
        table.kind().name().toLowerCase(java.util.Locale.ROOT),
        charset == null ? "" : charset.charset().name() + ", " + charset.how(),
        dialect == null ? "" : Character.toString(dialect.delimiter()),
        names,
        shown,
        guess.map(CanonicalJson::text).orElse(""));
  }

  private static Optional<Map<String, Object>> guess(
      Table table, List<String> names, List<List<String>> cells, boolean workbook) {
    return new Guess(names, cells, workbook)
        .profile(null)
        .map(tree -> {
          if (table.heading() < 0 && table.kind() != TableForm.Kind.JSONL) {
            tree.put("table", new TreeMap<>(Map.of("header", "none")));
          }
          return tree;
        });
  }

  /**
   * The profile that the columns of a source's first table suggest.
   *
   * @throws BadProfile if they suggest nothing
   */
  public static MappingProfile guess(Source source) throws IOException {
    for (Seen table : of(source, null).tables()) {
      if (!table.guess().isEmpty()) {
        return MappingProfile.parse(table.guess());
      }
    }
    throw new BadProfile(
        "no table, or none whose columns suggest what they are",
        source.name(),
        "guess",
        "say it: sextant map FILE --kind KIND --column NAME=ROLE");
  }

  /**
   * Names of the columns of a source's first table, by a look at its first bytes; empty if none.
   */
  public static List<String> columns(Source source) throws IOException {
    if (WorkbookTables.is(source)) {
      return Tables.of(source, TableForm.detected(), List.of()).tables().stream()
          .findFirst()
          .map(t -> t.heads().names())
          .orElse(List.of());
    }
    int looked = 0;
    for (Source.Part part : source.parts()) {
      if (looked++ < MOST_PARTS) {
        List<String> columns = columns(part);
        if (!columns.isEmpty()) {
          return columns;
        }
      }
    }
    return List.of();
  }

  /** The same of one part. */
  static List<String> columns(Source.Part part) throws IOException {
    if (part.size() == 0) {
      return List.of();
    }
    String start = Dialects.start(part, Charsets.ofHead(part));
    String stripped = start.stripLeading();
    if (stripped.startsWith("{\"") || stripped.startsWith("[{") || stripped.startsWith("[\n")) {
      return jsonColumns(part);
    }
    if (stripped.isEmpty()
        || !StrayNuls.few(stripped)
        || stripped.startsWith("<")
        || stripped.indexOf('\uFFFD') >= 0) {
      return List.of();
    }
    DelimitedGrid.Dialect dialect = Dialects.of(start, TableForm.detected());
    if (dialect == null) {
      return List.of();
    }
    byte[] bytes = start.getBytes(StandardCharsets.UTF_8);
    int skip = Dialects.stated(start) == null ? 0 : 1;
    List<String> names = new ArrayList<>();
    int[] alike = new int[2];
    Table.each(
        new DelimitedGrid(
            new CharText(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8, 0),
            dialect,
            null,
            bytes.length + 1),
        line -> {
          if (line.number() <= skip || line.blank()) {
            return true;
          }
          if (names.isEmpty()) {
            names.addAll(Grid.Heads.of(line.texts()).names());
          } else {
            alike[0]++;
            alike[1] += line.cells().size() == names.size() ? 1 : 0;
          }
          return alike[0] < ROWS_SHOWN;
        });
    // Prose has commas too, but not as many in each of its lines.
    return alike[1] > 0 && alike[1] * 2 >= alike[0] ? List.copyOf(names) : List.of();
  }

  private static List<String> jsonColumns(Source.Part part) throws IOException {
    byte[] head = part.head();
    String text = new String(head, StandardCharsets.UTF_8);
    String stripped = text.stripLeading();
    List<String> lines = stripped.lines().limit(2).toList();
    boolean first = !lines.isEmpty() && lines.getFirst().strip().endsWith("}");
    boolean table =
        stripped.startsWith("{")
            ? first && lines.size() == 2 && lines.get(1).startsWith("{")
            : stripped.matches("(?s)\\[\\s*\\{\\s*\".*");
    return table ? List.of(OBJECTS) : List.of();
  }

  /** As {@link #of(Map)} reads it. */
  public Map<String, Object> map() {
    List<Object> all = new ArrayList<>();
    for (Seen one : tables) {
      Map<String, Object> map = new TreeMap<>();
      map.put("part", one.part());
      map.put("sheet", one.sheet());
      map.put("kind", one.kind());
      map.put("charset", one.charset());
      map.put("separator", one.separator());
      map.put("columns", one.columns());
      map.put("rows", one.rows());
      map.put("guess", one.guess());
      all.add(map);
    }
    return Map.of("tables", all);
  }

  /** A survey of what {@link #map} made. */
  public static TableSurvey of(Map<String, ? extends @Nullable Object> map) {
    List<Seen> all = new ArrayList<>();
    for (Object one : list(map.get("tables"))) {
      if (!(one instanceof Map<?, ?> seen)) {
        throw new IllegalStateException("no table");
      }
      List<List<String>> rows = new ArrayList<>();
      list(seen.get("rows")).forEach(row -> rows.add(texts(row)));
      all.add(
          new Seen(
              text(seen, "part"),
              text(seen, "sheet"),
              text(seen, "kind"),
              text(seen, "charset"),
              text(seen, "separator"),
              texts(seen.get("columns")),
              rows,
              text(seen, "guess")));
    }
    return new TableSurvey(all);
  }

  private static List<?> list(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new IllegalStateException("no list");
  }

  private static List<String> texts(@Nullable Object value) {
    return list(value).stream().map(String::valueOf).toList();
  }

  private static String text(Map<?, ?> map, String name) {
    if (map.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalStateException("no " + name);
  }

  /** What the columns could be, by name, for a table that was seen. */
  public static Map<String, String> roles(Seen table) {
    Map<String, String> roles = new LinkedHashMap<>();
    List<List<String>> cells = table.rows().stream().map(r -> r.subList(1, r.size())).toList();
    Guess guess = new Guess(table.columns(), cells, table.kind().equals("workbook"));
    guess.profile(null);
    guess.byColumn().forEach((column, role) -> roles.put(column, role.word()));
    return roles;
  }
}
