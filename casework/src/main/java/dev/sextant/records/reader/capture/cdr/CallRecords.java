package dev.sextant.records.reader.capture.cdr;

import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.reader.PhoneNumbers;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.graph.Row;
import dev.sextant.records.reader.graph.Rows;
import dev.sextant.records.reader.table.Columns;
import dev.sextant.records.reader.table.DelimitedPart;
import dev.sextant.records.reader.table.NamedRow;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.io.EOFException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Call detail records: delimited tables known by their columns, wherever below a legend the head
 * stands; Orange's headless form; a table of antennas beside them gives cells their places.
 */
public final class CallRecords implements Reader {
  /** Rows of prose that may stand above the head. */
  private static final int LEGEND = 40;

  /** Files of a set of records. */
  private static final int MOST_PARTS = 2_000;

  /** More antennas than this no country has; those beyond give no places. */
  private static final int MOST_ANTENNAS = 3_000_000;

  /* 2;11;A;B;2014-08-20 20:30:37;137;lon;lat */
  private static final Pattern ORANGE =
      Pattern.compile(
          "[0-9];[12][0-9];[^;]*;[^;]*;[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{8};[0-9.]*;.*");

  static final List<String> ORANGE_COLUMNS =
      List.of(
          "call_record_type",
          "basic_service",
          "user_msisdn",
          "call_partner_identity",
          "datetime",
          "call_duration",
          "longitude",
          "latitude");

  private final CallColumns names = CallColumns.shipped();

  /** A reader with the names that ship with the program. */
  public CallRecords() {}

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "call-records",
        3,
        "Call detail records of operators (CSV)",
        List.of(
            "columns by name in many wordings (cdr/columns.txt) of English, German, Spanish,"
                + " Portuguese, French and Italian, below a legend too",
            "bandicoot's tables with antennas; Orange's headless form (longitude first); Indian"
                + " layouts (Airtel, Jio, BSNL); layouts of the United States (AT&T, Verizon, T-Mobile)",
            "cells as places of towers, with azimuth, beam width and range where the table says"
                + " them; IMEI, IMSI, last cell kept"),
        List.of(
            "national numbers stay labels: read them with a mapping profile that states the region",
            "workbooks and fixed-width records are read by the mapping wizard",
            "numbers that a spreadsheet rounded (9.06E+17) are flagged and name nobody"),
        List.of("demo tables and antennas of the bandicoot project"));
  }

  private enum Look {
    NO,
    CALLS,
    ORANGE,
    ANTENNAS
  }

  private record Seen(Look look, int certainty) {}

  private Seen look(Source source, Source.Part part) throws IOException {
    byte[] head = part.head();
    if (head.length == 0 || head[0] == '{' || head[0] == '[' || head[0] == '<') {
      return new Seen(Look.NO, 0);
    }
    char delimiter = DelimitedPart.delimiter(part);
    try (Rows rows = DelimitedPart.head(part, delimiter, source.limits())) {
      Row row = rows.next();
      for (int i = 0; i < LEGEND && row != null; i++) {
        if (i == 0 && orange(row)) {
          return new Seen(Look.ORANGE, 90);
        }
        Columns columns = Columns.of(row);
        int sure = row.width() < 3 ? 0 : names.knows(columns);
        if (sure > 0) {
          return new Seen(Look.CALLS, i == 0 ? sure : sure - 1);
        }
        if (i == 0 && columns.hasAll("antenna_id", "latitude", "longitude")) {
          return new Seen(Look.ANTENNAS, 89);
        }
        row = rows.next();
      }
    }
    return new Seen(Look.NO, 0);
  }

  private static boolean orange(Row row) {
    return row.width() == 8
        && ORANGE
            .matcher(String.join(";", row.cells().stream().map(Row.Cell::text).toList()))
            .matches();
  }

  @Override
  public int sniff(Source source) throws IOException {
    if (source.parts().size() > MOST_PARTS) {
      return 0;
    }
    int best = 0;
    int fitting = 0;
    for (Source.Part part : source.parts()) {
      Seen seen = look(source, part);
      fitting += seen.certainty() > 0 ? 1 : 0;
      best = Math.max(best, seen.certainty());
    }
    return 2 * fitting >= source.parts().size() ? best : 0;
  }

  @Override
  public void read(Source source, Sink sink) throws IOException {
    Shelf shelf = new Shelf(source);
    Map<String, Antenna> antennas = new HashMap<>();
    for (Source.Part part : source.parts()) {
      if (look(source, part).look() == Look.ANTENNAS) {
        shelf.use(part);
        antennas(source, part, antennas, sink);
      }
    }
    for (Source.Part part : source.parts()) {
      Look look = look(source, part).look();
      if (look == Look.CALLS || look == Look.ORANGE) {
        shelf.use(part);
        calls(source, part, look, antennas, sink);
      }
    }
    shelf.announceRest(sink);
  }

  private interface Teller {
    void row(Row row, Locator at);
  }

  private static void each(Source source, Source.Part part, Sink sink, Teller teller)
      throws IOException {
    long reached = 0;
    try (Rows rows = DelimitedPart.open(part, DelimitedPart.delimiter(part), source.limits())) {
      for (Row row = rows.next(); row != null; row = rows.next()) {
        reached = row.to();
        Locator at = part.at(row.from(), row.to(), Long.toString(row.number()));
        ReadFault fault = row.fault();
        if (fault != null) {
          sink.item();
          sink.fault(at, fault);
        } else if (!row.blank()) {
          teller.row(row, at);
        }
      }
    } catch (EOFException | ZipException e) {
      sink.item();
      sink.fault(
          part.at(Math.min(reached, part.size()), part.size(), ""),
          new ReadFault(ReadFault.TRUNCATED, "the packed entry ends in the middle"));
    }
  }

  private void antennas(Source source, Source.Part part, Map<String, Antenna> into, Sink sink)
      throws IOException {
    Columns[] columns = new Columns[1];
    each(
        source,
        part,
        sink,
        (row, at) -> {
          if (columns[0] == null) {
            columns[0] = Columns.of(row);
            return;
          }
          sink.item();
          NamedRow cells = columns[0].read(row);
          String id = cells.textOrEmpty("antenna_id");
          double[] place = CallForm.place(cells.look("latitude"), cells.look("longitude"));
          if (id.isBlank() || place == null) {
            sink.fault(at, new ReadFault(ReadFault.MISSING, "an antenna without a place"));
            return;
          }
          Map<String, String> extra = new TreeMap<>(cells.rest());
          Sector sector = Sector.of(cells, names);
          if (into.size() < MOST_ANTENNAS) {
            into.put(id, new Antenna(place, sector));
          }
          sector.into(extra);
          extra.put("section", "antenna");
          extra.put("tower", "true");
          sink.records(
              List.of(
                  new Record.Place(
                      new Header(PhoneNumbers.PHONE, at, ClaimedTime.none(), extra),
                      null,
                      place[0],
                      place[1],
                      Double.NaN,
                      "antenna " + id)));
        });
  }

  private void calls(
      Source source, Source.Part part, Look look, Map<String, Antenna> antennas, Sink sink)
      throws IOException {
    String within = part.path().isEmpty() ? "table" : part.path();
    CallForm form = new CallForm(names, antennas, source.zone(), within, look == Look.ORANGE);
    form.decide(days(source, part, look));
    Columns[] columns = {look == Look.ORANGE ? Columns.of(ORANGE_COLUMNS) : null};
    each(source, part, sink, (row, at) -> row(form, columns, row, at, sink));
    form.notes().forEach(sink::note);
  }

  private void row(CallForm form, @Nullable Columns[] columns, Row row, Locator at, Sink sink) {
    Columns known = columns[0];
    if (known == null) {
      Columns names = Columns.of(row);
      if (row.width() >= 3 && this.names.knows(names) > 0) {
        columns[0] = names;
      } else {
        form.legend(row);
        sink.ignored(at, "legend above the head");
      }
      return;
    }
    sink.item();
    List<Record> records = form.records(known.read(row), at);
    if (records.isEmpty()) {
      sink.fault(at, new ReadFault(ReadFault.MISSING, "a row that names neither end nor a time"));
    } else {
      sink.records(records);
    }
  }

  /* The order of day and month is decided over the whole file, as for all tables. */
  private DayOrder days(Source source, Source.Part part, Look look) throws IOException {
    DayOrder order = new DayOrder();
    Columns columns = look == Look.ORANGE ? Columns.of(ORANGE_COLUMNS) : null;
    try (Rows rows = DelimitedPart.open(part, DelimitedPart.delimiter(part), source.limits())) {
      for (Row row = rows.next(); row != null; row = rows.next()) {
        if (columns != null && row.fault() == null) {
          NamedRow cells = columns.read(row);
          String day = names.take(cells, "start");
          order.see(day.isEmpty() ? names.take(cells, "date") : day);
        } else if (row.fault() == null && row.width() >= 3) {
          Columns head = Columns.of(row);
          columns = names.knows(head) > 0 ? head : null;
        }
      }
    } catch (EOFException | ZipException e) {
      return order; // The telling of the rows says so.
    }
    return order;
  }
}
