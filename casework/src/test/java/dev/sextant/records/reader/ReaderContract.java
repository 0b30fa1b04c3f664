package dev.sextant.records.reader;

import dev.sextant.records.Record;
import dev.sextant.records.RecordCodec;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What holds of every reading, whatever the bytes: items are closed, locators lie inside their
 * parts, no time is made of nothing, records survive the way to the parent process, and there is an
 * end. Listens as a reader speaks, so that one without end is stopped.
 */
public final class ReaderContract implements Events {
  /** More items or records than this for one byte of input were made of nothing. */
  private static final int MOST_PER_BYTE = 40;

  /** Items and records that are always allowed: empty files have few bytes. */
  private static final int FREE = 2000;

  private final List<Record> records = new ArrayList<>();
  private final Source source;
  private final long most;
  private long items;
  private long told;

  /** Listens to a reading of a source. */
  public ReaderContract(Source source) {
    this.source = source;
    this.most = FREE + source.parts().stream().mapToLong(Source.Part::size).sum() * MOST_PER_BYTE;
  }

  /** Reads with the reader that is surest, and checks. */
  public static ReaderContract read(Readers readers, Source source, Duration mostCpu)
      throws IOException {
    long before = cpuNanos();
    ReaderContract heard = new ReaderContract(source);
    ReadOutcome outcome = readers.read(source, heard);
    require(outcome.tally().balanced(), "not balanced", outcome.tally());
    Duration took = Duration.ofNanos(cpuNanos() - before);
    require(took.compareTo(mostCpu) < 0, "too slow", took);
    return heard;
  }

  /** Checks that records are the same after the way to the parent process. */
  public static void survive(List<Record> records) {
    for (Record record : records) {
      Record back = RecordCodec.record(RecordCodec.bytes(record));
      require(back.equals(record), "changed on the way to the parent process", record);
    }
  }

  /** What was read. */
  public List<Record> records() {
    return records;
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void require(boolean holds, String what, Object which) {
    if (!holds) {
      throw new AssertionError(what + ": " + which);
    }
  }

  @Override
  public void item() {
    require(++items < most, "so many items of so few bytes", items);
  }

  @Override
  public void records(List<? extends Record> read) {
    told += read.size();
    require(told < most, "so many records of so few bytes", told);
    read.forEach(this::check);
    records.addAll(read);
  }

  private void check(Record record) {
    inside(record.header().locator());
    ClaimedTime claimed = record.header().claimed();
    Instant at = claimed.instant();
    if (at != null) {
      require(!at.equals(Instant.EPOCH), "a silent 1970", record);
      require(!claimed.text().isBlank(), "a time without its text", record);
    }
    if (record instanceof Record.Place place) {
      // Written so that what is no number fails as well.
      require(Math.abs(place.latitude()) <= 90, "latitude", record);
      require(Math.abs(place.longitude()) <= 180, "longitude", record);
    }
    if (record instanceof Record.Login login) {
      require(login.port() >= -1 && login.port() <= 65_535, "port", record);
    }
  }

  private void inside(Locator at) {
    require(at.exhibit().equals(source.digest()), "another exhibit", at);
    Optional<Source.Part> part = source.part(at.part());
    if (part.isPresent()) {
      require(at.to() <= part.get().size(), "end of the locator behind its part", at);
    } else {
      // Within a packed part, or a packed plain file, whose path is empty: that must be there.
      int nested = at.part().indexOf("!/");
      boolean outer = nested >= 0 && source.part(at.part().substring(0, nested)).isPresent();
      // Nobody is shown what was set aside, but it is told where it is.
      boolean aside = source.setAside().stream().anyMatch(one -> one.where().equals(at));
      require(outer || aside, "no such part", at);
    }
  }

  @Override
  public void fault(Locator where, ReadFault fault) {
    inside(where);
    require(fault.code().startsWith("SX-"), "a fault without a code", fault);
  }

  @Override
  public void unknown(Locator where, String section) {
    inside(where);
  }

  @Override
  public void ignored(Locator where, String rule) {
    inside(where);
  }

  @Override
  public void note(ReadNote note) {
    require(note.code().startsWith("SX-"), "a note without a code", note);
  }
}
