package dev.sextant.records.reader.capture.table;

import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.capture.ByPart;
import dev.sextant.records.reader.graph.Row;
import dev.sextant.records.reader.graph.Rows;
import dev.sextant.records.reader.table.Columns;
import dev.sextant.records.reader.table.DelimitedPart;
import dev.sextant.records.reader.table.NamedRow;
import dev.sextant.terms.Locator;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** A delimited table whose first row names its columns, each further row an item. */
abstract class TableExport extends ByPart {
  /** Rows looked at for the head; some tools write a line or two before it. */
  private static final int ROWS_BEFORE = 3;

  TableExport(ReaderCard card) {
    super(card);
  }

  /** How sure, 0 to 100, that a table with these columns is of this tool. */
  abstract int knows(Columns columns);

  /** The records of a row; none if it lacks what a record cannot do without. */
  abstract List<? extends Record> records(NamedRow row, Locator at, Source source)
      throws IOException;

  @Override
  protected final int fits(Source source, Source.Part part) throws IOException {
    byte[] head = part.head();
    if (head.length == 0 || head[0] == '{' || head[0] == '[' || head[0] == '<') {
      return 0;
    }
    int best = 0;
    try (Rows rows = DelimitedPart.head(part, DelimitedPart.delimiter(part), source.limits())) {
      Row row = rows.next();
      for (int i = 0; i < ROWS_BEFORE && row != null; i++) {
        best = Math.max(best, row.width() < 2 ? 0 : knows(Columns.of(row)));
        row = rows.next();
      }
    }
    return best;
  }

  @Override
  protected final void read(Source source, Source.Part part, Shelf shelf, Sink sink)
      throws IOException {
    Columns columns = null;
    long reached = 0;
    try (Rows rows = DelimitedPart.open(part, DelimitedPart.delimiter(part), source.limits())) {
      for (Row row = rows.next(); row != null; row = rows.next()) {
        reached = Math.max(reached, row.to());
        if (row.fault() == null && row.blank()) {
          continue;
        }
        if (columns == null && row.fault() == null) {
          Columns names = Columns.of(row);
          columns = knows(names) > 0 ? names : null;
        } else {
          tell(columns, row, source, part, sink);
        }
      }
      if (rows.replaced() > 0) {
        sink.note(
            new ReadNote("SX-NOTE-CHARSET", rows.replaced() + " characters could not be read."));
      }
    } catch (EOFException | ZipException e) {
      sink.item();
      sink.fault(
          part.at(Math.min(reached, part.size()), part.size(), ""),
          new ReadFault(ReadFault.TRUNCATED, "the packed entry ends in the middle"));
    }
  }

  private void tell(@Nullable Columns columns, Row row, Source source, Source.Part part, Sink sink)
      throws IOException {
    Locator at = part.at(row.from(), row.to(), Long.toString(row.number()));
    ReadFault fault = row.fault();
    sink.item();
    if (fault != null) {
      sink.fault(at, fault);
    } else if (columns == null) {
      sink.unknown(at, "row before the head");
    } else {
      List<? extends Record> records = records(columns.read(row), at, source);
      if (records.isEmpty()) {
        sink.fault(at, new ReadFault(ReadFault.MISSING, "nothing says whom or what this is about"));
      } else {
        sink.records(records);
      }
    }
  }
}
