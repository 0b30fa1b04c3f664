package dev.sextant.records;

import dev.sextant.records.GenerationDiff.FieldChange;
import dev.sextant.records.GenerationDiff.RecordChange;
import dev.sextant.records.GenerationDiff.What;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds two readings of an exhibit against each other, place by place. Records meet by their id,
 * which is that of their bytes; then, within the same place, by natural key and by kind; last,
 * wherever they stand, by natural key, as far as there are few enough to be held. In the memory of
 * those.
 */
final class Comparing {
  /** Beyond so many on a side, records without their like stay added or removed. */
  private static final int MOST_HELD = 20_000;

  private final Wanted wanted;
  private final Consumer<StoredRecord> goneTaker;
  private final List<RecordChange> changes = new ArrayList<>();
  private final Map<String, Deque<StoredRecord>> gone = new LinkedHashMap<>();
  private final Map<String, Deque<StoredRecord>> come = new LinkedHashMap<>();
  private int goneHeld;
  private int comeHeld;
  private long met;
  private long same;
  private long changed;
  private long added;
  private long removed;
  private long sealedSince;

  /**
   * Which changes are listed.
   *
   * @param from the first, from 0
   * @param size how many
   */
  record Wanted(long from, int size) {}

  /**
   * @param gone takes what only the earlier reading has at its place, as far as it is held
   */
  Comparing(Wanted wanted, Consumer<StoredRecord> gone) {
    this.wanted = wanted;
    this.goneTaker = gone;
  }

  /** Takes what both readings have at one place of the exhibit. */
  void place(List<StoredRecord> older, List<StoredRecord> newer) {
    List<StoredRecord> before = new ArrayList<>(older);
    List<StoredRecord> after = new ArrayList<>(newer);
    pair(before, after, StoredRecord::id);
    pair(before, after, one -> naturalKey(one.record()));
    pair(before, after, one -> one.record().kind());
    before.forEach(this::hold);
    for (StoredRecord one : after) {
      if (comeHeld < MOST_HELD) {
        come.computeIfAbsent(naturalKey(one.record()), k -> new ArrayDeque<>()).add(one);
        comeHeld++;
      } else {
        added(one);
      }
    }
  }

  private void hold(StoredRecord one) {
    if (goneHeld < MOST_HELD) {
      gone.computeIfAbsent(naturalKey(one.record()), k -> new ArrayDeque<>()).add(one);
      goneHeld++;
      goneTaker.accept(one);
    } else {
      removed++; // Counted, and not shown: nobody asked whether its bytes are sealed off now.
    }
  }

  /** Says that a record that is gone was sealed off by the later reading. */
  void sealedSince(StoredRecord one) {
    Deque<StoredRecord> held = gone.get(naturalKey(one.record()));
    if (held != null && held.remove(one)) {
      sealedSince++;
    }
  }

  private void pair(
      List<StoredRecord> before, List<StoredRecord> after, Function<StoredRecord, Object> key) {
    for (int i = 0; i < before.size() && !after.isEmpty(); ) {
      Object wanted = key.apply(before.get(i));
      int found = -1;
      for (int j = 0; j < after.size() && found < 0; j++) {
        found = key.apply(after.get(j)).equals(wanted) ? j : -1;
      }
      if (found < 0) {
        i++;
      } else {
        pair(before.remove(i), after.remove(found));
      }
    }
  }

  private void pair(StoredRecord before, StoredRecord after) {
    if (before.record().equals(after.record())) {
      same++;
      return;
    }
    changed++;
    if (listed()) {
      changes.add(
          new RecordChange(What.CHANGED, before, after, fields(before.record(), after.record())));
    }
  }

  private void added(StoredRecord one) {
    added++;
    if (listed()) {
      changes.add(new RecordChange(What.ADDED, null, one, List.of()));
    }
  }

  private void removed(StoredRecord one) {
    removed++;
    if (listed()) {
      changes.add(new RecordChange(What.REMOVED, one, null, List.of()));
    }
  }

  private boolean listed() {
    long number = met++;
    return number >= wanted.from() && number < wanted.from() + wanted.size();
  }

  /** What came of it. */
  GenerationDiff diff(ReadReport older, ReadReport newer) {
    gone.forEach((key, all) -> {
      Deque<StoredRecord> likes = come.getOrDefault(key, new ArrayDeque<>());
      while (!all.isEmpty() && !likes.isEmpty()) {
        pair(all.remove(), likes.remove());
      }
    });
    gone.values().forEach(all -> all.forEach(this::removed));
    come.values().forEach(all -> all.forEach(this::added));
    return new GenerationDiff(
        older, newer, same, changed, added, removed, sealedSince, wanted.from(), changes);
  }

  /* What makes a record the one it is, whatever else is read of it. */
  private static String naturalKey(Record record) {
    String key =
        switch (record) {
          case Record.Message m when m.messageId() != null ->
              m.conversation().conversationKey() + "\n" + m.messageId();
          case Record.Post p when p.postId() != null -> p.postId();
          case Record.Profile p -> p.account().keyAt(record.header().locator());
          default ->
              record.header().claimed().text()
                  + "\n"
                  + record.accounts().stream()
                      .map(a -> a.keyAt(record.header().locator()))
                      .collect(Collectors.joining("\n"));
        };
    return record.kind() + "\n" + record.header().platform().name() + "\n" + key;
  }

  /** What differs between two records, by path. */
  static List<FieldChange> fields(Record before, Record after) {
    Map<String, String> was = new TreeMap<>();
    Map<String, String> is = new TreeMap<>();
    flat("", RecordCodec.map(before), was);
    flat("", RecordCodec.map(after), is);
    List<FieldChange> out = new ArrayList<>();
    Map<String, String> all = new TreeMap<>(was);
    all.putAll(is);
    for (String field : all.keySet()) {
      if (!Objects.equals(was.get(field), is.get(field))) {
        out.add(new FieldChange(field, was.get(field), is.get(field)));
      }
    }
    return out;
  }

  private static void flat(String path, @Nullable Object value, Map<String, String> into) {
    switch (value) {
      case Map<?, ?> map ->
          map.forEach((name, inner) ->
              flat(path.isEmpty() ? String.valueOf(name) : path + "/" + name, inner, into));
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          flat(path + "/" + i, list.get(i), into);
        }
      }
      case null -> {}
      default -> into.put(path, value.toString());
    }
  }
}
