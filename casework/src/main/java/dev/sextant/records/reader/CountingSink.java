package dev.sextant.records.reader;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Record;
import dev.sextant.records.RecordKind;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Passes everything on and counts it, holding the reader to the protocol: an item is closed exactly
 * once before the next begins. An item that names an account or conversation by bytes that could
 * not be read is a fault, whatever the reader made of it.
 */
public final class CountingSink extends PassingEvents {
  /** More different section names than this are counted together: evidence chooses the names. */
  private static final int MOST_SECTIONS = 1000;

  /** Notes beyond this are dropped after a last one that says so. */
  private static final int MOST_NOTES = 1000;

  /** What stands for bytes that are no character (Unicode 17.0, section 23.8). */
  private static final char REPLACEMENT = '\uFFFD';

  private final Map<RecordKind, Long> byKind = new EnumMap<>(RecordKind.class);
  private final Map<String, Long> sections = new TreeMap<>();
  private final List<ReadNote> notes = new ArrayList<>();
  private long items;
  private long read;
  private long faults;
  private long unknown;
  private long ignored;
  private long timeless;
  private boolean open;

  /** A sink that passes on to another. */
  public CountingSink(Events next) {
    super(next);
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
  public void item() {
    if (open) {
      throw new IllegalStateException(
          "item before the last one was closed: the reader is at fault");
    }
    open = true;
    items++;
    super.item();
  }

  @Override
  public void records(List<? extends Record> records) {
    if (records.isEmpty()) {
      throw new IllegalStateException("an item without records: the reader is at fault");
    }
    boolean timed = true;
    for (Record record : records) {
      if (misread(record)) {
        fault(
            records.getFirst().header().locator(),
            new ReadFault(ReadFault.CHARSET, "a name in it is not in the character set expected"));
        return;
      }
      timed &= !unreadableTime(record);
    }
    close("records");
    read++;
    if (!timed) {
      timeless++;
    }
    for (Record record : records) {
      byKind.merge(record.kind(), 1L, Long::sum);
    }
    super.records(records);
  }

  /* Bytes that cannot be read stand as U+FFFD: under a key with one of them different people and
   * conversations would become one. */
  private static boolean misread(Record record) {
    ConversationRef conversation = record.inConversation();
    if (conversation != null && conversation.key().indexOf(REPLACEMENT) >= 0) {
      return true;
    }
    if (record instanceof Record.Message m) {
      // Not accounts(): it leaves out repeated ones, which takes the square of a group's size.
      AccountRef author = m.author();
      return (author != null && misread(author))
          || misread(m.recipients())
          || misread(m.mentions());
    }
    return misread(record.accounts());
  }

  private static boolean misread(List<AccountRef> accounts) {
    for (AccountRef account : accounts) {
      if (misread(account)) {
        return true;
      }
    }
    return false;
  }

  private static boolean misread(AccountRef account) {
    return account.key().indexOf(REPLACEMENT) >= 0;
  }

  private static boolean unreadableTime(Record record) {
    ClaimedTime claimed = record.header().claimed();
    return claimed.instant() == null && !claimed.text().isBlank();
  }

  /** The reader has said all it has to say: tells what shows in the whole only. */
  void ended() {
    if (timeless > 0) {
      note(
          new ReadNote(
              "SX-NOTE-TIME",
              timeless + " items claim a time that cannot be read; it is kept as text"));
    }
  }

  @Override
  public void fault(Locator where, ReadFault fault) {
    close("fault");
    faults++;
    super.fault(where, fault);
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
    super.unknown(where, name);
  }

  @Override
  public void ignored(Locator where, String rule) {
    ignored++;
    super.ignored(where, rule);
  }

  @Override
  public void note(ReadNote note) {
    if (notes.size() < MOST_NOTES) {
      notes.add(note);
      super.note(note);
    } else if (notes.size() == MOST_NOTES) {
      notes.add(new ReadNote("SX-NOTE-MORE", "more notes were told than are kept"));
    }
  }
}
