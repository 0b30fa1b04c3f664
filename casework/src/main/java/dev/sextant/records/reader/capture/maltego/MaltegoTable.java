package dev.sextant.records.reader.capture.maltego;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.capture.ByPart;
import dev.sextant.records.reader.graph.Row;
import dev.sextant.records.reader.graph.Rows;
import dev.sextant.records.reader.table.DelimitedPart;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/**
 * A table exported from Maltego: no head; a cell that is an entity's type ({@code maltego.Person})
 * is followed by what it is. Two entities in a row are linked.
 */
public final class MaltegoTable extends ByPart {
  private static final Pattern TYPE = Pattern.compile("maltego\\.[A-Za-z][A-Za-z0-9.-]{1,80}");

  private static final int LOOKED_AT = 20;

  /** The reader. */
  public MaltegoTable() {
    super(
        new ReaderCard(
            "maltego-csv",
            1,
            "Table exported from Maltego (CSV without a head)",
            List.of("rows with an entity's type and value; rows with two entities as links"),
            List.of("tables of values without types are read by the mapping wizard")));
  }

  @Override
  protected int fits(Source source, Source.Part part) throws IOException {
    int rows = 0;
    int typed = 0;
    try (Rows all = DelimitedPart.head(part, DelimitedPart.delimiter(part), source.limits())) {
      for (Row row = all.next(); row != null && rows < LOOKED_AT; row = all.next()) {
        rows += row.blank() ? 0 : 1;
        typed += row.cells().stream().anyMatch(c -> TYPE.matcher(c.text()).matches()) ? 1 : 0;
      }
    }
    return typed > 0 && 2 * typed >= rows ? 88 : 0;
  }

  @Override
  protected void read(Source source, Source.Part part, Shelf shelf, Sink sink) throws IOException {
    long reached = 0;
    try (Rows all = DelimitedPart.open(part, DelimitedPart.delimiter(part), source.limits())) {
      for (Row row = all.next(); row != null; row = all.next()) {
        reached = row.to();
        ReadFault fault = row.fault();
        Locator at = part.at(row.from(), row.to(), Long.toString(row.number()));
        if (fault != null) {
          sink.item();
          sink.fault(at, fault);
        } else if (!row.blank()) {
          sink.item();
          tell(row, at, sink);
        }
      }
    } catch (EOFException | ZipException e) {
      sink.item();
      sink.fault(
          part.at(Math.min(reached, part.size()), part.size(), ""),
          new ReadFault(ReadFault.TRUNCATED, "the packed entry ends in the middle"));
    }
  }

  private static void tell(Row row, Locator at, Sink sink) {
    List<ChartEntity> found = new ArrayList<>();
    Map<String, String> extra = new TreeMap<>();
    for (int i = 0; i < row.cells().size(); i++) {
      String cell = row.text(i);
      if (TYPE.matcher(cell).matches() && i + 1 < row.cells().size()) {
        ChartEntity entity = new ChartEntity(cell);
        entity.property("value", row.text(++i));
        found.add(entity);
      } else if (!cell.isEmpty()) {
        extra.put("column " + (i + 1), cell);
      }
    }
    List<AccountRef> accounts = new ArrayList<>();
    for (ChartEntity entity : found) {
      AccountRef account = entity.account();
      if (account != null) {
        accounts.add(account);
      }
    }
    if (accounts.isEmpty()) {
      sink.unknown(at, "row without an entity");
    } else if (accounts.size() == 1) {
      ChartEntity one = found.getFirst();
      extra.put("type", one.type());
      AccountRef account = accounts.getFirst();
      sink.records(
          List.of(
              new Record.Profile(
                  new Header(account.platform(), at, ClaimedTime.none(), extra),
                  account,
                  one.selectors(),
                  one.properties())));
    } else {
      sink.records(
          List.of(
              new Record.Relation(
                  new Header(Platform.TABLE, at, ClaimedTime.none(), extra),
                  accounts.get(0),
                  accounts.get(1),
                  null,
                  1,
                  true)));
    }
  }
}
