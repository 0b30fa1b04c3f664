package dev.sextant.records.reader;

import dev.sextant.records.Record;
import dev.sextant.records.reader.mapping.RowsRound;
import dev.sextant.records.reader.mapping.TableSurvey;
import dev.sextant.terms.Locator;
import java.util.List;

/** Passes on what it hears; a subclass looks at some of it on the way. */
abstract class PassingEvents implements Events {
  private final Events next;

  PassingEvents(Events next) {
    this.next = next;
  }

  @Override
  public void chosen(ReaderCard card) {
    next.chosen(card);
  }

  @Override
  public void opened(long unpackedBytes) {
    next.opened(unpackedBytes);
  }

  @Override
  public void surveyed(TableSurvey survey) {
    next.surveyed(survey);
  }

  @Override
  public void rows(RowsRound rows) {
    next.rows(rows);
  }

  @Override
  public void sniffed(Sniffed seen) {
    next.sniffed(seen);
  }

  @Override
  public void item() {
    next.item();
  }

  @Override
  public void records(List<? extends Record> records) {
    next.records(records);
  }

  @Override
  public void fault(Locator where, ReadFault fault) {
    next.fault(where, fault);
  }

  @Override
  public void unknown(Locator where, String section) {
    next.unknown(where, section);
  }

  @Override
  public void ignored(Locator where, String rule) {
    next.ignored(where, rule);
  }

  @Override
  public void note(ReadNote note) {
    next.note(note);
  }
}
