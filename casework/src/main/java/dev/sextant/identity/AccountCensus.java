package dev.sextant.identity;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.Reach;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Stated;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gathers accounts from records, one after another. */
final class AccountCensus implements RecordStream.Taker {
  private final TreeMap<String, Sheet> sheets = new TreeMap<>();
  private final Set<String> near = new HashSet<>();
  private final Set<String> beyond = new HashSet<>();
  private final @Nullable Reach reach;

  /** Takes everybody. */
  AccountCensus() {
    this.reach = null;
  }

  /** Takes whoever is within an authority's hop limit. */
  AccountCensus(Reach reach) {
    this.reach = reach;
  }

  /** What was gathered of one account, with the records that say so. */
  static final class Sheet {
    private final String key;
    private final Platform platform;
    private final KeyBasis basis;
    private final String platformKey;
    private final Map<String, Integer> handles = new TreeMap<>();
    private final Map<String, HandleSpan> handleSpans = new TreeMap<>();
    private final Map<String, Integer> names = new TreeMap<>();
    private final TreeMap<String, Statement> statements = new TreeMap<>();
    private final List<Digest> firstRecords = new ArrayList<>();
    private final Map<String, List<Digest>> handleRecords = new TreeMap<>();
    private final Map<Digest, Digest> oneOfEach = new HashMap<>();
    private long records;
    private boolean held;
    private @Nullable Instant first;
    private @Nullable Instant last;

    private Sheet(String key, AccountRef ref) {
      this.key = key;
      this.platform = ref.platform();
      this.basis = ref.basis();
      this.platformKey = ref.key();
    }

    String key() {
      return key;
    }

    Platform platform() {
      return platform;
    }

    KeyBasis basis() {
      return basis;
    }

    /** The key as the source writes it. */
    String platformKey() {
      return platformKey;
    }

    /** The first records that name the account. */
    List<Digest> firstRecords() {
      return firstRecords;
    }

    /** The first records that show each handle. */
    Map<String, List<Digest>> handleRecords() {
      return handleRecords;
    }

    /** When each handle was seen, in the order of the words. */
    Iterable<HandleSpan> handleSpans() {
      return handleSpans.values();
    }

    Iterable<Statement> statements() {
      return statements.values();
    }

    private void see(Digest id, AccountRef ref, @Nullable Instant when, boolean again) {
      String handle = ref.handle();
      if (handle != null && !handle.isBlank()) {
        handles.merge(handle, 1, Integer::sum);
        handleSpans.merge(handle, HandleSpan.at(key, handle, when), HandleSpan::with);
        addUpTo(handleRecords.computeIfAbsent(handle, h -> new ArrayList<>()), id);
      }
      String name = ref.displayName();
      if (name != null && !name.isBlank()) {
        names.merge(name, 1, Integer::sum);
      }
      if (again) {
        return;
      }
      records++;
      addUpTo(firstRecords, id);
      if (when != null) {
        first = first == null || when.isBefore(first) ? when : first;
        last = last == null || when.isAfter(last) ? when : last;
      }
    }

    private Account account() {
      List<Stated> selectors =
          statements.values().stream().map(s -> new Stated(s.selector, s.verified)).toList();
      Instant end = last;
      Span seen = end == null ? Span.always() : new Span(first, end.plusNanos(1));
      return new Account(
          key, platform, basis, byFrequency(handles), byFrequency(names), selectors, records, seen);
    }

    private static Set<String> byFrequency(Map<String, Integer> counts) {
      // The map is sorted and the sort stable: equal counts stay in the order of the words.
      return counts.entrySet().stream()
          .sorted(Comparator.comparing(Map.Entry<String, Integer>::getValue).reversed())
          .map(Map.Entry::getKey)
          .collect(java.util.stream.Collectors.toCollection(java.util.LinkedHashSet::new));
    }
  }

  /** A selector stated for an account. */
  static final class Statement {
    private final Selector selector;
    private final List<Digest> verifiedBy = new ArrayList<>();
    private boolean verified;

    private Statement(Selector selector) {
      this.selector = selector;
    }

    Selector selector() {
      return selector;
    }

    boolean verified() {
      return verified;
    }

    /** Records that say so, those that say verified if any does. */
    List<Digest> records() {
      return verifiedBy;
    }

    private void add(Digest id, boolean says) {
      if (says && !verified) {
        verifiedBy.clear();
        verified = true;
      }
      if (says || !verified) {
        addUpTo(verifiedBy, id);
      }
    }
  }

  private static void addUpTo(List<Digest> list, Digest id) {
    if (list.size() < Reason.MOST_RECORDS && !list.contains(id)) {
      list.add(id);
    }
  }

  @Override
  public void take(Digest id, Record record) {
    Instant when = record.header().claimed().instant();
    Set<String> seen = new HashSet<>();
    for (AccountRef ref : record.accounts()) {
      String key = AccountKeys.of(ref, record.header().locator());
      if (reach == null || reach.near(record, ref)) {
        near.add(key);
      }
      Sheet sheet = sheet(key, ref);
      sheet.held |= !Leads.lead(record);
      sheet.oneOfEach.putIfAbsent(record.header().locator().exhibit(), id);
      sheet.see(id, ref, when, !seen.add(key));
    }
    if (record instanceof Record.Profile profile) {
      String key = AccountKeys.of(profile.account(), record.header().locator());
      Sheet sheet = sheet(key, profile.account());
      for (Stated stated : profile.selectors()) {
        sheet
            .statements
            .computeIfAbsent(stated.selector().toString(), s -> new Statement(stated.selector()))
            .add(id, stated.verified());
      }
    }
  }

  private Sheet sheet(String key, AccountRef ref) {
    return sheets.computeIfAbsent(key, k -> new Sheet(k, ref));
  }

  /**
   * Drops whoever is beyond the hop limit, and what only a search tool's leads name: somebody has
   * yet to look whether there is such an account. Asked once, after the last record.
   */
  void cut() {
    sheets.values().removeIf(sheet -> !sheet.held);
    beyond.addAll(sheets.keySet());
    beyond.removeAll(near);
    sheets.keySet().retainAll(near);
  }

  /** True of an account that shares records with the named, and is beyond the hop limit. */
  boolean beyond(String key) {
    return beyond.contains(key);
  }

  /** Everything gathered, by key. */
  Iterable<Sheet> sheets() {
    return sheets.values();
  }

  /** One record of each exhibit that names one of these accounts. */
  Set<Digest> oneOfEach(String... keys) {
    Set<Digest> records = new HashSet<>();
    for (String key : keys) {
      Sheet sheet = sheets.get(key);
      if (sheet != null) {
        records.addAll(sheet.oneOfEach.values());
      }
    }
    return records;
  }

  /** True if two known accounts are on two platforms. */
  boolean across(Pair pair) {
    Sheet one = sheets.get(pair.a());
    Sheet other = sheets.get(pair.b());
    return one != null && other != null && !one.platform.equals(other.platform);
  }

  /** When an account bore which handle, the earliest first; undated ones last. */
  List<HandleSpan> handlesOf(String key) {
    Sheet sheet = sheets.get(key);
    List<HandleSpan> spans = new ArrayList<>();
    if (sheet != null) {
      sheet.handleSpans().forEach(spans::add);
    }
    spans.sort(
        Comparator.comparing(HandleSpan::first, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(HandleSpan::handle));
    return spans;
  }

  boolean knows(String key) {
    return sheets.containsKey(key);
  }

  /** The accounts, by key. */
  List<Account> accounts() {
    return sheets.values().stream().map(Sheet::account).toList();
  }
}
