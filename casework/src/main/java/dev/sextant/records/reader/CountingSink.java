package dev.sextant.records.reader;

import dev.sextant.records.Record;
import dev.sextant.records.RecordKind;
import dev.sextant.terms.Locator;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Passes everything on and counts it, holding the reader to the protocol: an item is closed exactly
 * once before the next begins.
 */
public final class CountingSink implements Events {
  /** More different section names than this are counted together: evidence chooses the names. */
  private static final int MOST_SECTIONS = 1000;

  /** Notes beyond this are dropped after a last one that says so. */
  private static final int MOST_NOTES = 1000;

  private final Events next;
  private final Map<RecordKind, Long> byKind = new EnumMap<>(RecordKind.class);
  private final Map<String, Long> sections = new TreeMap<>();
  private final List<ReadNote> notes = new ArrayList<>();
  private long items;
  private long read;
  private long faults;
  private long unknown;
  private long ignored;
  private boolean open;

  /** A sink that passes on to another. */
  public CountingSink(Events next) {
    this.next = next;
  }

  /** The counts so far. */
  public Tally tally() {
    return new Tally(items, read, faults, unknown, ignored, byKind, sections, notes);
  }

  /** True between {@link #item} and its closing. */
  public boolean itemOpen() {
    return open;
  }

  private void close(String how) {
    if (!open) {
      throw new IllegalStateException(how + " without an open item: the reader is at fault");
    }
    open = false;
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
  public void item() {
    if (open) {
      throw new IllegalStateException(
          "item before the last one was closed: the reader is at fault");
    }
    open = true;
    items++;
    next.item();
  }

  @Override
  public void records(List<? extends Record> records) {
    if (records.isEmpty()) {
      throw new IllegalStateException("an item without records: the reader is at fault");
    }
    close("records");
    read++;
    records.forEach(r -> byKind.merge(r.kind(), 1L, Long::sum));
    next.records(records);
  }

  @Override
  public void fault(Locator where, ReadFault fault) {
    close("fault");
    faults++;
    next.fault(where, fault);
  }

  @Override
  public void unknown(Locator where, String section) {
    close("unknown");
    unknown++;
    String name = section.length() > 200 ? section.substring(0, 200) : section;
    sections.merge(
        sections.size() < MOST_SECTIONS || sections.containsKey(name) ? name : "(others)",
        1L,
        Long::sum);
    next.unknown(where, name);
  }

  @Override
  public void ignored(Locator where, String rule) {
    ignored++;
    next.ignored(where, rule);
  }

  @Override
  public void note(ReadNote note) {
    if (notes.size() < MOST_NOTES) {
      notes.add(note);
      next.note(note);
    } else if (notes.size() == MOST_NOTES) {
      notes.add(new ReadNote("SX-NOTE-MORE", "more notes were told than are kept"));
    }
  }
}
