package dev.sextant.records.reader.mapping;

import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the tables of a source under one mapping profile. */
public final class MappedTable implements Reader {
  /** So many rows are named in a note about a column. */
  private static final int ROWS_NAMED = 10;

  private final MappingProfile profile;

  /** A reader under a profile. */
  public MappedTable(MappingProfile profile) {
    this.profile = profile;
  }

  @Override
  public ReaderCard card() {
    return card("mapped-table");
  }

  /** What every reader of mapped tables says of itself, under a name. */
  static ReaderCard card(String name) {
    return new ReaderCard(
        name,
        1,
        "Tables under a mapping profile",
        List.of(
            "CSV, TSV and any delimited text",
            "XLSX",
            "JSON lines and arrays of objects",
            "any character set without shift states"),
        List.of("merged cells and formulas of workbooks are told as stored"),
        List.of());
  }

  @Override
  public int sniff(Source source) throws IOException {
    return usable(source).isEmpty() ? 0 : 100;
  }

  /** The tables that have what a record cannot do without. */
  List<Table> usable(Source source) throws IOException {
    return Tables.of(source, profile.table(), profile.columns()).tables().stream()
        .filter(this::fits)
        .toList();
  }

  private boolean fits(Table table) {
    return profile.records().stream().anyMatch(r -> fits(table, r));
  }

  private static boolean fits(Table table, RecordForm record) {
    return Role.needed(record.kind()).stream()
        .allMatch(roles ->
            roles.stream()
                .flatMap(role -> record.all(role).stream())
                .anyMatch(f ->
                    f.columns().isEmpty()
                        || f.columns().stream().anyMatch(c -> table.heads().find(c) >= 0)));
  }

  @Override
  public void read(Source source, Sink sink) throws IOException {
    sink.note(
        new ReadNote(
            "SX-NOTE-PROFILE",
            "Read under the mapping profile "
                + profile.name()
                + ", version "
                + profile.version()
                + ", SHA-256 "
                + profile.digest().hex()
                + "."));
    Table.Found found = Tables.of(source, profile.table(), profile.columns());
    Shelf shelf = new Shelf(source);
    for (Table.Unusable one : found.unusable()) {
      shelf.use(one.part());
      sink.item();
      sink.fault(one.part().at(0, one.part().size(), ""), one.fault());
    }
    boolean several = found.tables().size() > 1;
    boolean workbook = WorkbookTables.is(source);
    for (Table table : found.tables()) {
      if (fits(table)) {
        shelf.use(table.part());
        table(source, table, several || workbook, sink);
      }
    }
    if (workbook) {
      rest(source, shelf, sink);
    } else {
      shelf.announceRest(sink);
    }
  }

  /* Parts of a workbook without cells are its frame and not its content. */
  private static void rest(Source source, Shelf shelf, Sink sink) throws IOException {
    try {
      dev.sextant.records.reader.table.Workbook book =
          dev.sextant.records.reader.table.Workbook.open(source);
      for (Source.Part part : book.frame()) {
        shelf.use(part);
        sink.ignored(part.at(0, part.size(), ""), "workbook part without cells");
      }
    } catch (IOException | dev.sextant.records.reader.graph.XmlCursor.Broken e) {
      shelf.announceRest(sink); // Told as a fault already; every part is announced.
      return;
    }
    shelf.announceRest(sink);
  }

  private void table(Source source, Table table, boolean named, Sink sink) throws IOException {
    if (named) {
      String sheet = table.sheet().isEmpty() ? "" : ", a sheet";
      sink.note(
          new ReadNote(
              table.sheet().isEmpty() ? ReadNote.PART : ReadNote.SHEET,
              "What follows is about part " + table.part().path() + sheet + "."));
    }
    boolean since1904 = WorkbookTables.since1904(source);
    TimePlan times = TimePlan.of(table, profile, source.zone(), since1904);
    Telling telling = new Telling(table, times, sink);
    telling.assumptions();
    table.above(line -> {
      if (line.to() > line.from()) {
        sink.ignored(
            table.part().at(line.from(), line.to(), line.pointer()),
            line.from() == table.heading() ? "heading" : "above the heading");
      }
      return true;
    });
    long replaced = table.rows(telling);
    telling.close(replaced);
  }

  /** Tells the rows of one table. */
  private final class Telling implements Table.Taker {
    private final Table table;
    private final TimePlan times;
    private final Sink sink;
    private final Accounts accounts;
    private final RowMapper mapper;
    private final Map<String, List<String>> unreadable = new TreeMap<>();
    private final Map<String, Long> unreadableCount = new TreeMap<>();

    Telling(Table table, TimePlan times, Sink sink) {
      this.table = table;
      this.times = times;
      this.sink = sink;
      String within = table.part().path().isEmpty() ? "table" : table.part().path();
      this.accounts = new Accounts(table.kind() == TableForm.Kind.WORKBOOK, within);
      this.mapper = new RowMapper(profile, table, times, accounts);
    }

    void assumptions() {
      Charsets charset = table.charset();
      if (charset != null && !charset.how().startsWith("all of it is")) {
        note("SX-NOTE-CHARSET", "Read as " + charset.charset().name() + ", " + charset.how() + ".");
      }
      DelimitedGrid.Dialect dialect = table.dialect();
      if (dialect != null) {
        note(
            "SX-NOTE-TABLE",
            "Cells are separated by "
                + shown(dialect.delimiter())
                + (dialect.quote() < 0
                    ? ", nothing quotes them."
                    : ", quoted by " + shown(dialect.quote()) + "."));
      }
      List<String> absent =
          profile.columns().stream().filter(c -> table.heads().find(c) < 0).toList();
      if (!absent.isEmpty()) {
        note(
            "SX-NOTE-COLUMN",
            absent.size()
                + " columns that the profile names are not in the table: "
                + String.join(", ", absent)
                + ".");
      }
      DayOrder.Decided order = times.order();
      if (!order.how().isEmpty()) {
        note("SX-NOTE-DATE-ORDER", "Dates were read as " + order.how() + ".");
      }
      times
          .forms()
          .forEach((column, form) ->
              note(
                  "SX-NOTE-TIME-FORM",
                  "Column "
                      + column
                      + " counts "
                      + form.name().toLowerCase(java.util.Locale.ROOT)
                      + "."));
    }

    private static String shown(int c) {
      return switch (c) {
        case '\t' -> "a tab";
        case ' ' -> "a blank";
        default -> "'" + Character.toString(c) + "'";
      };
    }

    private void note(String code, String what) {
      sink.note(new ReadNote(code, what));
    }

    @Override
    public boolean take(Grid.Line line) {
      Locator at =
          table.part().at(line.from(), Math.min(line.to(), table.part().size()), line.pointer());
      ReadFault fault = line.fault();
      if (fault != null) {
        sink.item();
        sink.fault(at, fault);
      } else if (line.comment()) {
        sink.ignored(at, "comment");
      } else if (line.blank()) {
        if (line.to() > line.from()) {
          sink.ignored(at, "empty row");
        }
      } else {
        row(line, at);
      }
      return true;
    }

    private void row(Grid.Line line, Locator at) {
      sink.item();
      RowMapper.Mapped mapped = mapper.map(line, at);
      if (!mapped.matched()) {
        sink.unknown(at, "a row that the profile has no record for");
      } else if (mapped.records().isEmpty()) {
        sink.fault(at, new ReadFault(ReadFault.MISSING, "a " + mapped.lacks()));
      } else {
        sink.records(List.<Record>copyOf(mapped.records()));
      }
      for (String column : mapped.unreadable()) {
        List<String> rows = unreadable.computeIfAbsent(column, c -> new ArrayList<>());
        unreadableCount.merge(column, 1L, Long::sum);
        if (rows.size() < ROWS_NAMED) {
          rows.add(line.pointer());
        }
      }
    }

    void close(long replaced) {
      unreadable.forEach((column, rows) ->
          note(
              "SX-NOTE-CELL",
              unreadableCount.get(column)
                  + " cells of column "
                  + column
                  + " could not be read (rows "
                  + String.join(", ", rows)
                  + (unreadableCount.getOrDefault(column, 0L) > rows.size() ? ", ..." : "")
                  + "); each record says so in its extra fields."));
      if (times.zoneless() > 0) {
        note(
            "SX-NOTE-ZONE",
            times.zoneless()
                + " times have no zone and none was declared; they are told as if they were UTC.");
      }
      if (accounts.mangled() > 0) {
        note(
            "SX-NOTE-MANGLED",
            accounts.mangled()
                + " numbers have lost digits to an exponent; they are labels and join nobody.");
      }
      if (accounts.countryless() > 0) {
        note(
            "SX-NOTE-REGION",
            accounts.countryless()
                + " telephone numbers lack their country; they are labels. State a region in the profile.");
      }
      if (replaced > 0) {
        note("SX-NOTE-CHARSET", replaced + " characters could not be read.");
      }
    }
  }
}
