package dev.sextant.records.reader.archive;

import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.ReaderFault;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.terms.Locator;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A table in delimited text whose first row names the columns. Every further row is one item;
 * columns are found by name, so that added, missing and moved ones do no harm.
 */
public final class CsvTable {
  /** Turns one row into records. */
  public interface Form {
    /** The records; none if the row lacks what a record cannot do without. */
    List<? extends Record> records(CsvRow row, Locator at) throws IOException;
  }

  private final Source source;
  private final Source.Part part;
  private final Sink sink;

  /** Reads a part of a source. */
  public CsvTable(Source source, Source.Part part, Sink sink) {
    this.source = source;
    this.part = part;
    this.sink = sink;
  }

  /**
   * Whether the first line of a text names all of some columns, in any case and order, whatever
   * columns there are besides.
   */
  public static boolean names(String head, String... wanted) {
    int end = head.indexOf('\n');
    String first = end < 0 ? head : head.substring(0, end);
    List<String> names =
        Stream.of(first.split("[,;\t]"))
            .map(name -> name.replaceAll("[\uFEFF\"\r]", "").strip().toLowerCase(Locale.ROOT))
            .toList();
    return Stream.of(wanted).allMatch(names::contains);
  }

  /** Reads all rows. */
  public void read(Form form) throws IOException {
    long from = 0;
    try (CsvBytes rows = CsvBytes.of(part, source.limits().itemBytes())) {
      try {
        CsvBytes.Line header = rows.next();
        for (CsvBytes.Line line = rows.next(); header != null && line != null; line = rows.next()) {
          from = line.to();
          if (!line.blank()) {
            row(header, line, form);
          }
        }
      } finally {
        tell(rows);
      }
    } catch (EOFException | ZipException e) {
      broken(from, new ReadFault(ReadFault.TRUNCATED, "the packed entry cannot be read on"));
    } catch (ReaderFault.Limit e) {
      broken(from, new ReadFault(e.code(), e.what()));
    }
  }

  private void broken(long from, ReadFault fault) {
    sink.item();
    sink.fault(part.at(Math.min(from, part.size()), part.size(), ""), fault);
  }

  private void tell(CsvBytes rows) {
    if (rows.bad() > 0) {
      sink.note(
          new ReadNote("SX-NOTE-CHARSET", rows.bad() + " cells held bytes that are not UTF-8"));
    }
  }

  private void row(CsvBytes.Line header, CsvBytes.Line line, Form form) throws IOException {
    sink.item();
    Locator at = part.at(line.from(), line.to(), Long.toString(line.number()));
    @Nullable ReadFault fault = line.fault();
    if (fault != null) {
      sink.fault(at, fault);
      return;
    }
    List<? extends Record> records = form.records(new CsvRow(header.cells(), line.cells()), at);
    if (records.isEmpty()) {
      sink.fault(at, new ReadFault(ReadFault.MISSING, "nothing says whom or what this is about"));
    } else {
      sink.records(records);
    }
  }
}
