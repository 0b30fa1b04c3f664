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
 * record holds are between records, or broken, or unknown: nobody has judged them.
 */
final class Masks {
  private Masks() {}

  /** Ranges by length that hold the place at which a sweep stands. */
  private static final class Holding {
    private final TreeMap<Long, Integer> lengths = new TreeMap<>();

    void change(long[] range, int by) {
      lengths.merge(range[1] - range[0], by, Integer::sum);
      lengths.values().removeIf(count -> count == 0);
    }

    /** Length of the innermost, or more than any if there is none. */
    long innermost() {
      return lengths.isEmpty() ? Long.MAX_VALUE : lengths.firstKey();
    }
  }

  /** The ranges of the frame that must be masked, in order. */
  static List<Range> of(Ranges ranges, Locator own, Range frame) {
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
      if (place > before && !shown(open, closed)) {
        join(masked, new Range(before, place));
      }
      changes.headMap(place, true).values().forEach(list -> list.forEach(Runnable::run));
      changes.headMap(place, true).clear();
      before = place;
    }
    return masked;
  }

  private static boolean shown(Holding open, Holding closed) {
    return open.innermost() != Long.MAX_VALUE && open.innermost() <= closed.innermost();
  }

  private static void enter(long[] range, Holding into, TreeMap<Long, List<Runnable>> changes) {
    if (range[1] > range[0]) {
      changes.computeIfAbsent(range[0], p -> new ArrayList<>()).add(() -> into.change(range, 1));
      changes.computeIfAbsent(range[1], p -> new ArrayList<>()).add(() -> into.change(range, -1));
    }
  }

  private static void join(List<Range> masked, Range next) {
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
