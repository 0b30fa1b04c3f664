package dev.sextant.records;

import dev.sextant.authority.Act;
import dev.sextant.authority.Verdict;
import dev.sextant.custody.Exhibit;
import dev.sextant.records.ReadReport.PlacedFault;
import dev.sextant.records.reader.Events;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.ReadOutcome;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.store.Heard;
import dev.sextant.records.store.ReturnScope;
import dev.sextant.records.store.ScopeCheck;
import dev.sextant.records.store.Staging;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Progress;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Hears a reading: judges each record by the scope, and a return's by its request, before anything
 * else sees it, stages it, and counts.
 */
final class Intake implements Events {
  /** Telling more often than this would cost more than it tells. */
  private static final int TELL_EVERY_ITEMS = 256;

  /** Between looks whether the permit still lives: an authority that ends stops a reading. */
  private static final int LOOK_EVERY_ITEMS = 64;

  private final Staging staging;
  private final Into into;
  private final Act act;
  private final ReturnScope scope;
  private final Set<Selector> handles;
  private final Map<Selector, Set<String>> borneBy = new HashMap<>();
  private final Progress progress;
  private final Map<RecordKind, Long> byKind = new EnumMap<>(RecordKind.class);
  private final Map<Verdict, Long> sealedBy = new EnumMap<>(Verdict.class);
  private final List<PlacedFault> kept = new ArrayList<>();
  private final Map<String, Long> reached = new HashMap<>();
  private long bytes = -1;
  private long done;
  private long items;
  private long read;
  private long sealed;
  private long faults;

  /**
   * Where records go.
   *
   * @param staging takes them all
   * @param exhibit which is read
   * @param found takes those in scope, to be found by search once they are stored
   */
  record Into(Staging staging, Exhibit exhibit, Consumer<StoredRecord> found) {
    private void show(Digest id, int ordinal, Record record) {
      Instant acquired = exhibit.acquisition().at();
      found.accept(new StoredRecord(id, exhibit.id(), 0, ordinal, record, acquired));
    }
  }

  Intake(Into into, Act act, ReturnScope scope, Progress progress) {
    this.into = into;
    this.staging = into.staging();
    this.act = act;
    this.scope = scope;
    this.handles =
        act.permit().scope().selectors().stream()
            .filter(s -> s.type() == SelectorType.HANDLE)
            .collect(Collectors.toSet());
    this.progress = progress;
  }

  @Override
  public void chosen(ReaderCard card) {}

  @Override
  public boolean stopped() {
    return progress.stopped();
  }

  @Override
  public void opened(long unpackedBytes) {
    bytes = unpackedBytes;
  }

  @Override
  public void item() {
    items++;
    if (items % LOOK_EVERY_ITEMS == 0) {
      act.requireLiving();
    }
  }

  /** Under which permanent numbers each named handle was seen, in scope or not. */
  Map<Selector, Set<String>> borneBy() {
    return borneBy;
  }

  private void notice(Record record) {
    for (AccountRef account : record.accounts()) {
      if (account.basis() == AccountRef.KeyBasis.PLATFORM_ID && account.handle() != null) {
        Selector handle = ScopeCheck.handle(account);
        if (handle != null && handles.contains(handle)) {
          borneBy.computeIfAbsent(handle, h -> new TreeSet<>()).add(account.key());
        }
      }
    }
  }

  @Override
  public void records(List<? extends Record> records) {
    boolean any = false;
    for (int i = 0; i < records.size(); i++) {
      Record record = records.get(i);
      Verdict verdict = staging.decided(record, i, scope.verdict(record));
      if (!handles.isEmpty()) {
        notice(record);
      }
      Digest id = staging.add(items, i, record, verdict);
      if (verdict == Verdict.IN_SCOPE) {
        any = true;
        into.show(id, i, record);
        byKind.merge(record.kind(), 1L, Long::sum);
      } else {
        sealedBy.merge(verdict, 1L, Long::sum);
      }
    }
    if (any) {
      read++;
    } else {
      sealed++;
    }
    tell(records.getFirst().header().locator());
  }

  @Override
  public void fault(Locator where, ReadFault fault) {
    faults++;
    if (kept.size() < ReadReport.MOST_FAULTS) {
      kept.add(new PlacedFault(where, fault));
    }
    tell(where);
  }

  @Override
  public void unknown(Locator where, String section) {
    tell(where);
  }

  @Override
  public void ignored(Locator where, String rule) {}

  @Override
  public void note(ReadNote note) {}

  /* Readers go through each part from its start, so the furthest place reached in each is how much
   * of it is done. */
  private void tell(Locator at) {
    Long before = reached.put(at.part(), at.to());
    done += Math.max(0, at.to() - (before == null ? 0 : before));
    if (items % TELL_EVERY_ITEMS == 0) {
      progress.at(bytes < 0 ? done : Math.min(done, bytes), bytes, "bytes");
    }
  }

  /** What was heard, with what the framework counted. */
  Heard heard(ReadOutcome outcome) {
    Counts counts =
        new Counts(
            items,
            read,
            sealed,
            faults,
            outcome.tally().unknown(),
            outcome.tally().ignored(),
            byKind,
            sealedBy);
    return new Heard(
        outcome.reader().map(ReaderCard::id).orElse("none"),
        counts,
        outcome.tally().notes(),
        kept,
        faults - kept.size(),
        outcome.tally().sections());
  }
}
