package dev.sextant.records.store;

import dev.sextant.terms.Locator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether the items of a reading follow each other in their parts, as they do in nearly all
 * exhibits. Then no two of them are read from the same bytes, and nobody has to look for records
 * that were given twice.
 */
final class Places {
  /** Beyond so many parts nobody keeps track: the records are counted instead. */
  private static final int MOST_PARTS = 10_000;

  private final Map<String, Reach> parts = new HashMap<>();
  private boolean apart = true;
  private @Nullable String part;
  private @Nullable Reach reach;

  /** How far items have begun in a part. */
  private static final class Reach {
    private long earlier = -1;
    private long item = -1;
    private long here = -1;
  }

  /** Notes where a record of an item was read from; items come in their order. */
  void note(long item, Locator at) {
    if (!apart) {
      return;
    }
    Reach in = reach;
    if (in == null || !at.part().equals(part)) {
      in = parts.computeIfAbsent(at.part(), p -> new Reach());
      part = at.part();
      reach = in;
      apart = parts.size() <= MOST_PARTS;
    }
    if (in.item != item) {
      in.earlier = Math.max(in.earlier, in.here);
      in.item = item;
      in.here = -1;
    }
    // Within an item the place among its records tells them apart.
    apart &= at.from() > in.earlier;
    in.here = Math.max(in.here, at.from());
  }

  /** True if no two items can have been read from the same bytes. */
  boolean apart() {
    return apart;
  }
}
