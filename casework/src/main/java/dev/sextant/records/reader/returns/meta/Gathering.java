package dev.sextant.records.reader.returns.meta;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gathers a section's entries into items. Records do not say where one item ends: the next begins
 * where its first label, or one that an item has once only, comes again at the same depth.
 */
final class Gathering {
  /** Labels that an item has once. */
  private static final Set<String> ONCE =
      Set.of(
          "time",
          "ip address",
          "id",
          "author",
          "date created",
          "sent",
          "cybertip id",
          "message id",
          "timestamp",
          "url",
          "type",
          "upload ip");

  private record Around(String label, int depth) {}

  private final int limit;
  private Item item = new Item();
  private int depth = -1;
  private String first = "";
  private final Set<String> seen = new HashSet<>();
  private final Deque<Around> groups = new ArrayDeque<>();

  Gathering(int limit) {
    this.limit = limit;
  }

  /**
   * Adds an entry.
   *
   * @return the item that ended before it, or null
   */
  @Nullable Item add(Entry entry) {
    Item ended = null;
    boolean shell = entry.group() && entry.blank();
    String label = entry.label().toLowerCase(Locale.ROOT);
    if (!item.empty() && begins(entry, label, shell)) {
      ended = end();
    }
    while (!groups.isEmpty() && groups.element().depth() >= entry.depth()) {
      groups.pop();
    }
    boolean title = depth < 0 && entry.blank(); // In some records titles have an empty value.
    if (title || (shell && entry.depth() < depth)) {
      return ended; // The shell of the section or of one item: it says nothing by itself.
    }
    boolean opens = depth < 0;
    if (opens) {
      depth = entry.depth();
      first = label;
    }
    StringBuilder path = new StringBuilder();
    groups
        .descendingIterator()
        .forEachRemaining(g -> path.append(path.isEmpty() ? "" : " / ").append(g.label()));
    if (entry.depth() == depth) {
      seen.add(label);
    }
    item.add(entry, path.toString(), limit);
    if (entry.group() && !opens) {
      groups.push(new Around(entry.label(), entry.depth()));
    }
    return ended;
  }

  private boolean begins(Entry entry, String label, boolean shell) {
    if (label.isEmpty() || goesOn()) {
      return false;
    }
    if (entry.depth() < depth) {
      return true;
    }
    return entry.depth() == depth
        && !shell
        && (label.equals(first) || (seen.contains(label) && ONCE.contains(label)));
  }

  private boolean goesOn() {
    return item.entries().getLast().goesOn();
  }

  /** Ends the item that was being gathered. */
  Item end() {
    Item ended = item;
    item = new Item();
    depth = -1;
    first = "";
    seen.clear();
    groups.clear();
    return ended;
  }
}
