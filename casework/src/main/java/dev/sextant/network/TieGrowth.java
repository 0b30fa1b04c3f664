package dev.sextant.network;

import dev.sextant.terms.Digest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tie while it is being collected. */
final class TieGrowth {
  private final EnumMap<TieKind, Integer> kinds = new EnumMap<>(TieKind.class);
  private final List<Digest> examples = new ArrayList<>();
  private @Nullable Digest latest;
  private int records;
  private double weight;
  private @Nullable Instant first;
  private @Nullable Instant last;

  /** Adds what one record says; what it says a second time adds to the kinds only. */
  void add(TieKind kind, double by, Digest record, @Nullable Instant when) {
    kinds.merge(kind, 1, Integer::sum);
    weight += by;
    if (!record.equals(latest)) {
      records++;
      latest = record;
    }
    example(record);
    seenAt(when);
  }

  void example(Digest record) {
    if (examples.size() < TieView.MOST_EXAMPLES && !examples.contains(record)) {
      examples.add(record);
    }
  }

  void seenAt(@Nullable Instant when) {
    if (when != null) {
      first = first == null || when.isBefore(first) ? when : first;
      last = last == null || when.isAfter(last) ? when : last;
    }
  }

  int records() {
    return records;
  }

  TieView view(int from, int to) {
    return new TieView(from, to, kinds, records, weight, first, last, examples);
  }
}
