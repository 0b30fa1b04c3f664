package dev.sextant.records;

import dev.sextant.authority.Act;
import dev.sextant.custody.Custody;
import dev.sextant.custody.Exhibit;
import dev.sextant.records.Excerpt.Range;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReaderFault;
import dev.sextant.records.reader.Reading;
import dev.sextant.records.reader.Target;
import dev.sextant.records.reader.mapping.RowsRound;
import dev.sextant.records.reader.mapping.Trial;
import dev.sextant.records.store.RecordRows.Ranges;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Looks at the rows round a record: the child process opens the sealed exhibit and reads the table,
 * with the limits of a reading and less patience; here is decided what of it may be shown.
 */
final class TableLook {
  /** A person waits. A sheet of a million rows takes some seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** More bytes than this round one row are no rows that anybody reads beside each other. */
  private static final int MOST_BYTES = 8 << 20;

  private final Custody custody;
  private final Reading reading;
  private final Limits limits;

  TableLook(Custody custody, Reading reading, Limits limits) {
    this.custody = custody;
    this.reading = reading;
    this.limits = limits;
  }

  /** Rows of nothing: no table is there, or its rows are out of reach. */
  private static final TableRound NONE = new TableRound("", List.of(), List.of());

  TableRound round(Act act, StoredRecord stored, Cutting.Owners owners) {
    Exhibit sealed = custody.exhibit(act, stored.exhibit());
    Locator at = stored.record().header().locator();
    Target target = Target.sealed(custody.sealedFile(act, sealed.id()), sealed.name()).round(at);
    RowsRound seen = run(target);
    List<RowsRound.Line> lines = within(seen.rows(), at);
    if (lines.isEmpty()) {
      return NONE;
    }
    long from = lines.getFirst().from();
    long to = lines.getLast().to();
    List<Range> masked = masked(owners.within(from, to), at, from, to);
    List<TableRound.Row> rows = new ArrayList<>();
    for (RowsRound.Line line : lines) {
      rows.add(row(line, masked, at));
    }
    boolean head =
        seen.headingFrom() >= 0 && free(owners.within(seen.headingFrom(), seen.headingFrom() + 1));
    return new TableRound(seen.sheet(), head ? seen.columns() : List.of(), rows);
  }

  private RowsRound run(Target target) {
    try {
      Trial look = new Trial(0, 0);
      Reading.Finished finished = reading.run(target, limits.withWallTime(PATIENCE), look);
      Optional<ReaderFault> stopped = finished.outcome().stopped();
      if (stopped.isPresent()) {
        throw stopped.get();
      }
      return look.round();
    } catch (IOException e) {
      throw new RecordFault.Starting(e);
    }
  }

  /* As many on each side as lie near enough: the record's own row is the last to be left out. */
  private static List<RowsRound.Line> within(List<RowsRound.Line> rows, Locator at) {
    return rows.stream()
        .filter(row -> row.to() > row.from())
        .filter(row -> Math.abs(row.from() - at.from()) < MOST_BYTES / 2)
        .filter(row -> row.to() - at.from() < MOST_BYTES / 2)
        .toList();
  }

  /* The rule of the bytes, with every byte taken for one that says something. */
  private static List<Range> masked(Ranges ranges, Locator at, long from, long to) {
    byte[] unknown = new byte[(int) (to - from)];
    Arrays.fill(unknown, Excerpt.MASK);
    return Masks.of(ranges, at, unknown, from);
  }

  private static boolean free(Ranges ranges) {
    return ranges.seen().isEmpty() && ranges.sealed().isEmpty();
  }

  private static TableRound.Row row(RowsRound.Line line, List<Range> masked, Locator at) {
    List<TableRound.Cell> cells = new ArrayList<>();
    boolean any = false;
    for (RowsRound.Cell cell : line.cells()) {
      boolean empty = cell.to() <= cell.from();
      boolean hidden = !empty && overlaps(masked, cell.from(), cell.to());
      boolean own = cell.from() >= at.from() && cell.to() <= at.to();
      any |= !empty && !hidden;
      cells.add(
          new TableRound.Cell(hidden ? TableRound.MASK : empty ? "" : cell.text(), own && !hidden));
    }
    return new TableRound.Row(line.pointer(), any ? cells : List.of());
  }

  private static boolean overlaps(List<Range> masked, long from, long to) {
    return masked.stream().anyMatch(range -> range.from() < to && range.to() > from);
  }
}
