package dev.sextant.records.reader.returns;

import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.graph.Row;
import dev.sextant.records.reader.graph.Rows;
import dev.sextant.records.reader.table.Columns;
import dev.sextant.records.reader.table.NamedRow;
import dev.sextant.records.reader.table.Sections;
import dev.sextant.terms.Locator;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Tells one table through the forms that fit its heads. What stands under no head that a form knows
 * is listed as unknown, unless it is a legend.
 */
final class TableWalk {
  /** A line of prose this long is a legend even under a head. */
  private static final int LEGEND = 40;

  private final Telling telling;
  private final String sheet;
  private final List<TableForm> forms;
  private @Nullable TableForm form;
  private @Nullable Columns columns;
  private @Nullable Columns named;
  private long rows;

  /* What stands under no known head so far. */
  private long strayFrom = -1;
  private long strayTo;
  private long strayRow;
  private boolean strayTable;
  private String strayNames = "";

  TableWalk(Telling telling, String sheet, List<TableForm> forms) {
    this.telling = telling;
    this.sheet = sheet;
    this.forms = forms;
  }

  /** Takes columns that the file itself does not name. */
  TableWalk under(@Nullable Columns given) {
    named = given;
    form = given == null ? null : fitting(given);
    return this;
  }

  /** The form of the head with these names, or null. */
  @Nullable TableForm fitting(Columns names) {
    for (TableForm one : forms) {
      if (one.fits().test(names, telling.path())) {
        return one;
      }
    }
    return null;
  }

  /* Directly below other rows only a head that is this platform's own: "account name" may be data. */
  private boolean surely(Columns names) {
    TableForm one = fitting(names);
    return one != null && one.certainty() > 0;
  }

  void run(Rows all) throws IOException {
    long reached = 0;
    try (Sections sections = Sections.of(all, c -> fitting(c) != null, this::surely)) {
      Sections.Piece piece = sections.next();
      while (piece != null) {
        reached = piece.row().to();
        take(piece);
        piece = sections.next();
      }
      stray();
      if (sections.replaced() > 0) {
        telling
            .sink()
            .note(
                new ReadNote(
                    "SX-NOTE-CHARSET",
                    sections.replaced() + " characters of " + place() + " could not be decoded"));
      }
    } catch (EOFException e) {
      broken(reached, new ReadFault(ReadFault.TRUNCATED, "the packed entry ends in the middle"));
    } catch (ZipException e) {
      broken(reached, new ReadFault(ReadFault.MALFORMED, "the packed entry is damaged"));
    }
    // A table without rows says that there is nothing: it is told, not passed over.
    if (rows == 0) {
      telling
          .sink()
          .note(new ReadNote("SX-NOTE-EMPTY", "no rows that could be read in " + place()));
    }
  }

  private String place() {
    return telling.path() + (sheet.isEmpty() ? "" : "!" + sheet);
  }

  private void broken(long from, ReadFault fault) {
    stray();
    telling.sink().item();
    telling
        .sink()
        .fault(
            telling.part().at(Math.min(from, telling.part().size()), telling.part().size(), ""),
            fault);
  }

  private void take(Sections.Piece piece) throws IOException {
    switch (piece) {
      case Sections.Piece.Head head -> {
        stray();
        columns = head.columns();
        form = fitting(head.columns());
        // A lone word above a plain list ("friends") is its title; the list goes on below it.
        Columns given = named;
        named =
            given != null && given.names().size() == 1 && columns.names().size() == 1
                ? given
                : null;
      }
      case Sections.Piece.Told told -> row(told.row(), told.cells());
      case Sections.Piece.Prose prose -> {
        Columns given = named;
        if (given != null && form != null) {
          row(prose.row(), given.read(prose.row()));
        } else {
          prose(prose.row());
        }
      }
      case Sections.Piece.Broken broken -> {
        stray();
        Row row = broken.row();
        ReadFault fault = row.fault();
        telling.sink().item();
        telling
            .sink()
            .fault(
                telling.part().at(row.from(), Math.min(row.to(), telling.part().size()), ""),
                fault == null ? new ReadFault(ReadFault.MALFORMED, "not a row") : fault);
      }
    }
  }

  private void row(Row row, NamedRow cells) throws IOException {
    TableForm here = form;
    boolean legend =
        row.width() == 1
            && cells.columns().keys().size() > 2
            && row.text(0).length() > LEGEND
            && row.text(0).indexOf(' ') > 0;
    if (here == null || legend || oddLine(row)) {
      prose(row);
      return;
    }
    stray();
    rows++;
    telling.sink().item();
    Locator at = cells.at(telling.part(), sheet);
    List<? extends Record> records = here.maker().records(cells, at, telling);
    if (records.isEmpty()) {
      telling
          .sink()
          .fault(at, new ReadFault(ReadFault.MISSING, "nothing says whom or what this is about"));
    } else {
      telling.sink().records(records);
    }
  }

  /* In a plain list without a head, words with blanks and lines of marks are no entries. */
  private boolean oddLine(Row row) {
    Columns given = named;
    return given != null
        && given.names().size() == 1
        && row.text(0)
            .chars()
            .noneMatch(c -> Character.isLetterOrDigit(c) && row.text(0).indexOf(' ') < 0);
  }

  private void prose(Row row) {
    if (strayFrom < 0) {
      strayFrom = row.from();
      strayRow = row.number();
      strayTable = false;
      strayNames = "";
    }
    strayTo = row.to();
    if (row.width() > 1) {
      if (!strayTable) {
        strayNames = Columns.of(row).toString();
      }
      strayTable = true;
    }
  }

  /** Closes what stood under no known head: a table is an unknown item, prose a legend. */
  private void stray() {
    if (strayFrom < 0) {
      return;
    }
    String pointer = sheet.isEmpty() ? Long.toString(strayRow) : sheet + "!A" + strayRow;
    Locator at = telling.part().at(strayFrom, Math.min(strayTo, telling.part().size()), pointer);
    if (strayTable || (rows == 0 && form == null && columns == null && !strayNames.isEmpty())) {
      telling.sink().item();
      String names = strayNames.length() > 80 ? strayNames.substring(0, 80) : strayNames;
      telling.sink().unknown(at, "table " + telling.file() + ": " + names);
    } else {
      telling.sink().ignored(at, "legend of a table");
    }
    strayFrom = -1;
  }
}
