package dev.sextant.records.reader.mapping;

import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.SilentEvents;
import dev.sextant.terms.Locator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hears a reading that is only tried: keeps the first records and what is wrong in which row. */
public class Trial extends SilentEvents {
  /**
   * What is wrong with a row.
   *
   * @param row where it stands
   * @param code stable code; {@code SX-NOTE-CELL} if the record stands but a cell could not be read
   * @param what what is wrong
   */
  public record Problem(String row, String code, String what) {}

  private final int mostRecords;
  private final int mostProblems;
  private final List<Record> records = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<ReadNote> notes = new ArrayList<>();
  private @Nullable TableSurvey survey;
  private RowsRound round = RowsRound.NONE;
  private long beyond;

  /**
   * @param mostRecords records kept
   * @param mostProblems problems kept; further ones are counted
   */
  public Trial(int mostRecords, int mostProblems) {
    this.mostRecords = mostRecords;
    this.mostProblems = mostProblems;
  }

  @Override
  public void surveyed(TableSurvey seen) {
    survey = seen;
  }

  @Override
  public void rows(RowsRound seen) {
    round = seen;
  }

  @Override
  public void records(List<? extends Record> read) {
    for (Record record : read) {
      if (records.size() < mostRecords) {
        records.add(record);
      }
      String unreadable = record.header().extra().get(RowMapper.UNREADABLE);
      if (unreadable != null) {
        problem(new Problem(row(record.header().locator()), "SX-NOTE-CELL", unreadable));
      }
    }
  }

  @Override
  public void fault(Locator where, ReadFault fault) {
    problem(new Problem(row(where), fault.code(), fault.what()));
  }

  @Override
  public void unknown(Locator where, String section) {
    problem(new Problem(row(where), "SX-NOTE-UNKNOWN", section));
  }

  @Override
  public void note(ReadNote note) {
    notes.add(note);
  }

  private static String row(Locator at) {
    String place = at.pointer().isEmpty() ? at.from() + "-" + at.to() : at.pointer();
    return at.part().isEmpty() || at.pointer().contains("!") ? place : at.part() + " " + place;
  }

  private void problem(Problem one) {
    if (problems.size() < mostProblems) {
      problems.add(one);
    } else {
      beyond++;
    }
  }

  /** The look at the tables, if it was one. */
  public TableSurvey survey() {
    return survey == null ? new TableSurvey(List.of()) : survey;
  }

  /** The rows round a place, if they were asked for. */
  public RowsRound round() {
    return round;
  }

  /** The first records. */
  public List<Record> records() {
    return List.copyOf(records);
  }

  /** The first problems, by row. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** How many problems there are beyond those. */
  public long beyond() {
    return beyond;
  }

  /** What was decided and assumed. */
  public List<ReadNote> notes() {
    return List.copyOf(notes);
  }
}
