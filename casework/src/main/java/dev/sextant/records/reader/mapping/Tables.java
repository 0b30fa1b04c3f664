package dev.sextant.records.reader.mapping;

import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.StrayNuls;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonBroken;
import dev.sextant.records.reader.json.JsonStream;
import dev.sextant.records.reader.mapping.DelimitedGrid.Dialect;
import dev.sextant.records.reader.mapping.TableForm.Heading;
import dev.sextant.records.reader.mapping.TableForm.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the tables of a source, by content. */
final class Tables {
  /** The heading is looked for in so many rows; below them nobody writes one. */
  private static final int HEADING_ROWS = 500;

  /** Rows of JSON whose names are gathered as columns, and columns gathered. */
  private static final int JSON_ROWS = 2000;

  private static final int JSON_COLUMNS = 2000;

  private final Source source;
  private final TableForm form;
  private final List<String> wanted;
  private final List<Table> tables = new ArrayList<>();
  private final List<Table.Unusable> unusable = new ArrayList<>();

  private Tables(Source source, TableForm form, List<String> wanted) {
    this.source = source;
    this.form = form;
    this.wanted = wanted;
  }

  /**
   * Finds them.
   *
   * @param wanted columns by which a heading is found that is not the first row
   */
  static Table.Found of(Source source, TableForm form, List<String> wanted) throws IOException {
    Tables finding = new Tables(source, form, wanted);
    if (WorkbookTables.is(source) && (form.form() == null || form.form() == Kind.WORKBOOK)) {
      new WorkbookTables(finding).find();
    } else if (form.form() != Kind.WORKBOOK) {
      for (Source.Part part : source.parts()) {
        finding.part(part);
      }
    }
    return new Table.Found(List.copyOf(finding.tables), List.copyOf(finding.unusable));
  }

  Source source() {
    return source;
  }

  TableForm form() {
    return form;
  }

  void unusable(Table.Unusable one) {
    unusable.add(one);
  }

  private void part(Source.Part part) throws IOException {
    if (part.size() == 0) {
      return;
    }
    Charsets charset = Charsets.of(part, form.charset());
    String start = Dialects.start(part, charset);
    String stripped = start.stripLeading();
    boolean json = stripped.startsWith("{") || stripped.startsWith("[");
    if (form.form() == Kind.JSONL || (form.form() == null && json)) {
      json(part, stripped.startsWith("["));
    } else if (form.form() == Kind.DELIMITED || looksText(stripped)) {
      delimited(part, charset, start);
    }
  }

  private static boolean looksText(String start) {
    return !start.isEmpty()
        && start.charAt(0) != '<'
        && !start.startsWith("%PDF")
        && !start.startsWith("PK")
        && StrayNuls.few(start);
  }

  private void delimited(Source.Part part, Charsets charset, String start) throws IOException {
    Dialect dialect = Dialects.of(start, form);
    if (dialect == null) {
      return;
    }
    Limits limits = source.limits();
    Table.Walk walk =
        taker ->
            Table.each(
                new DelimitedGrid(
                    new CharText(part.open(), charset.charset(), charset.mark()),
                    dialect,
                    form.comments(),
                    limits.itemBytes()),
                taker);
    boolean stated = Dialects.stated(start) != null;
    add(part, "", Kind.DELIMITED, charset, dialect, walk, form.skip() + (stated ? 1 : 0));
  }

  /** Adds a table after finding its heading; none if a heading is wanted and not there. */
  void add(
      Source.Part part,
      String sheet,
      Kind kind,
      @Nullable Charsets charset,
      @Nullable Dialect dialect,
      Table.Walk walk,
      int skip)
      throws IOException {
    Finding found = new Finding(skip);
    walk.each(found);
    if (found.first >= 0) {
      tables.add(
          new Table(
              part, sheet, kind, charset, dialect, found.heads, found.heading, found.first, walk));
    }
  }

  /** Looks for the heading. */
  private final class Finding implements Table.Taker {
    private final int skip;
    private int seen;
    private Grid.Heads heads = Grid.Heads.of(List.of());
    private long heading = -1;
    private long first = -1;

    Finding(int skip) {
      this.skip = skip;
    }

    @Override
    public boolean take(Grid.Line line) {
      if (seen++ < skip || line.comment() || line.blank()) {
        return seen < skip + HEADING_ROWS && line.fault() == null;
      }
      if (form.header() == Heading.NONE) {
        List<String> nameless = new ArrayList<>();
        line.cells().forEach(c -> nameless.add(""));
        heads = Grid.Heads.of(nameless);
        first = line.from();
        return false;
      }
      Grid.Heads these = Grid.Heads.of(line.texts());
      if (form.header() == Heading.FIND && !these.hasAll(wanted)) {
        return seen < skip + HEADING_ROWS && line.fault() == null;
      }
      heads = these;
      heading = line.from();
      first = line.to();
      return false;
    }
  }

  private void json(Source.Part part, boolean array) throws IOException {
    Table.Walk walk =
        array
            ? taker -> elements(part, taker)
            : taker -> Table.each(new JsonGrid(part, source.limits()), taker);
    Set<String> names = new LinkedHashSet<>();
    long[] rows = new long[2];
    walk.each(line -> {
      Grid.Heads own = line.own();
      rows[0] += own == null ? 0 : 1;
      rows[1]++;
      if (own != null) {
        own.names().stream().filter(n -> names.size() < JSON_COLUMNS).forEach(names::add);
      }
      return rows[1] < JSON_ROWS;
    });
    // One object over many lines is a document and no table.
    if (rows[0] > 0 && rows[0] * 2 >= rows[1]) {
      tables.add(
          new Table(
              part, "", Kind.JSONL, null, null, Grid.Heads.of(List.copyOf(names)), -1, 0, walk));
    }
  }

  /* Stops an array's walk from within; carries nothing. */
  private static final class Enough extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private long elements(Source.Part part, Table.Taker taker) throws IOException {
    long[] number = new long[1];
    long at = 0;
    try (JsonStream json = JsonStream.of(part, source.limits())) {
      try {
        json.array(index -> {
          String pointer = json.pointer();
          Json value = json.tree();
          number[0]++;
          Grid.Line line =
              value instanceof Json.Obj object
                  ? JsonGrid.row(object, number[0], 0, value.from(), value.to(), pointer)
                  : new Grid.Line(
                      number[0],
                      value.from(),
                      value.to(),
                      pointer,
                      List.of(),
                      null,
                      false,
                      new dev.sextant.records.reader.ReadFault(
                          dev.sextant.records.reader.ReadFault.MALFORMED,
                          "an element that is no JSON object"));
          if (!taker.take(line)) {
            throw new Enough();
          }
        });
        json.end();
      } finally {
        at = json.position();
      }
    } catch (Enough e) {
      return 0; // The taker has seen what it wanted.
    } catch (JsonBroken e) {
      long from = Math.min(Math.max(e.offset(), 0), part.size());
      taker.take(
          new Grid.Line(number[0] + 1, from, part.size(), "", List.of(), null, false, e.fault()));
    }
    return at < 0 ? 1 : 0;
  }
}
