package dev.sextant.identity;

import dev.sextant.authority.Act;
import dev.sextant.records.RecordFilter;
import dev.sextant.records.Records;
import dev.sextant.terms.Digest;
import java.time.Instant;
import java.util.Optional;

/** The record store's stream, as the composition root makes it, counting how often it is read. */
public final class RecordsInScope implements RecordStream {
  private final Records records;
  private int passes;
  private Runnable before = () -> {};
  private Runnable after = () -> {};

  /** Of a house's records. */
  public RecordsInScope(Records records) {
    this.records = records;
  }

  /** What else happens right before and right after records are read. */
  public void round(Runnable before, Runnable after) {
    this.before = before;
    this.after = after;
  }

  /** How often all records were opened. */
  public int passes() {
    return passes;
  }

  @Override
  public void each(Act act, Taker taker) {
    passes++;
    before.run();
    records.each(act, RecordFilter.all(), r -> taker.take(r.id(), r.record()));
    after.run();
  }

  @Override
  public void each(Act act, Instant known, Taker taker) {
    records.each(act, RecordFilter.all().readBy(known), r -> taker.take(r.id(), r.record()));
  }

  @Override
  public Optional<Digest> mark(Act act) {
    return Optional.of(records.mark(act));
  }
}
