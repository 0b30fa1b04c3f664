package dev.sextant.records;

import dev.sextant.records.Excerpt.Range;
import dev.sextant.records.store.RecordRows.Ranges;
import dev.sextant.terms.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Decides which bytes around a record may be shown. The innermost record that holds a byte decides;
 * where one in scope and one sealed off hold exactly the same bytes, they are shown. Bytes that no
 * record holds are between records, or broken, or unknown: nobody has judged them, so of these only
 * blanks, commas and brackets are shown, which say nothing but how the file is built.
 */
final class Masks {
  private static final String GLUE = " \t\r\n,[]{}";

  private Masks() {}

  /** Ranges by length that hold the place at which a sweep stands. */
  private static final class Holding {
    private final TreeMap<Long, Integer> lengths = new TreeMap<>();

    void change(long[] range, int by) {
      lengths.merge(range[1] - range[0], by, Integer::sum);
      lengths.values().removeIf(count -> count == 0);
    }

    boolean none() {
      return lengths.isEmpty();
    }

    /** Length of the innermost, or more than any if there is none. */
    long innermost() {
      return lengths.isEmpty() ? Long.MAX_VALUE : lengths.firstKey();
    }
  }

  /**
   * The ranges that must be masked, in order.
   *
   * @param own the record that is looked at
   * @param bytes the bytes around it
   * @param from where these begin within the part
   */
  static List<Range> of(Ranges ranges, Locator own, byte[] bytes, long from) {
    Range frame = new Range(from, from + bytes.length);
    List<long[]> seen = new ArrayList<>(ranges.seen());
    seen.add(new long[] {own.from(), own.to()});
    TreeSet<Long> places = new TreeSet<>(List.of(frame.from(), frame.to()));
    TreeMap<Long, List<Runnable>> changes = new TreeMap<>();
    Holding open = new Holding();
    Holding closed = new Holding();
    seen.forEach(range -> enter(range, open, changes));
    ranges.sealed().forEach(range -> enter(range, closed, changes));
    changes.keySet().stream()
        .filter(place -> place > frame.from() && place < frame.to())
        .forEach(places::add);
    List<Range> masked = new ArrayList<>();
    long before = frame.from();
    for (long place : places) {
      Range stretch = new Range(before, place);
      if (open.none() && closed.none()) {
        between(stretch, bytes, from, masked);
      } else if (open.innermost() > closed.innermost()) {
        join(masked, stretch);
      }
      changes.headMap(place, true).values().forEach(list -> list.forEach(Runnable::run));
      changes.headMap(place, true).clear();
      before = place;
    }
    return masked;
  }

  private static void between(Range stretch, byte[] bytes, long from, List<Range> masked) {
    for (long at = stretch.from(); at < stretch.to(); at++) {
      if (GLUE.indexOf(bytes[(int) (at - from)]) < 0) {
        join(masked, new Range(at, at + 1));
      }
    }
  }

  private static void enter(long[] range, Holding into, TreeMap<Long, List<Runnable>> changes) {
    if (range[1] > range[0]) {
      changes.computeIfAbsent(range[0], p -> new ArrayList<>()).add(() -> into.change(range, 1));
      changes.computeIfAbsent(range[1], p -> new ArrayList<>()).add(() -> into.change(range, -1));
    }
  }

  private static void join(List<Range> masked, Range next) {
    if (next.from() == next.to()) {
      return;
    }
    Range last = masked.isEmpty() ? null : masked.getLast();
    if (last != null && last.to() == next.from()) {
      masked.set(masked.size() - 1, new Range(last.from(), next.to()));
    } else {
      masked.add(next);
    }
  }

  /** The bytes with what is masked replaced. */
  static byte[] apply(byte[] bytes, long from, List<Range> masked) {
    for (Range range : masked) {
      int to = (int) (range.to() - from);
      for (int i = (int) (range.from() - from); i < to; i++) {
        bytes[i] = Excerpt.MASK;
      }
    }
    return bytes;
  }
}
