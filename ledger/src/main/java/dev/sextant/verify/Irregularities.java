package dev.sextant.verify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects what does not check: counts all, tells the first of each kind in full. */
final class Irregularities {
  /** Of each kind; the counts go on. A log full of them is told by its counts. */
  private static final int MOST_A_KIND = 200;

  private final Map<Irregularity.Kind, List<Irregularity>> told =
      new EnumMap<>(Irregularity.Kind.class);
  private final Map<Irregularity.Kind, Long> counts = new EnumMap<>(Irregularity.Kind.class);

  void add(Irregularity one) {
    counts.merge(one.kind(), 1L, Long::sum);
    List<Irregularity> kept = told.computeIfAbsent(one.kind(), kind -> new ArrayList<>());
    if (kept.size() < MOST_A_KIND) {
      kept.add(one);
    }
  }

  void add(Irregularity.Kind kind, long leaf, String what) {
    add(new Irregularity(kind, leaf, "leaf " + leaf, what));
  }

  void add(Irregularity.Kind kind, String place, String what) {
    add(new Irregularity(kind, -1, place, what));
  }

  /** How many of a kind. */
  Map<Irregularity.Kind, Long> counts() {
    return counts;
  }

  /** Those told in full, by kind and in the order found. */
  List<Irregularity> told() {
    return told.values().stream().flatMap(List::stream).toList();
  }
}
