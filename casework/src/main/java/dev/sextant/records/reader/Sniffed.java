package dev.sextant.records.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which reader knows a source, how sure it says it is, and what it looked at to say so. Nothing is
 * worded here that did not happen: the entries are those that the reader asked for.
 *
 * @param reader the chosen reader's id, with its version; empty if none knows the source
 * @param certainty of it, 1 to 100
 * @param others readers that know it too, surest first, each as {@code id certainty}
 * @param parts how many parts the source has
 * @param named paths of entries that it asked for by name and found, at most {@value #MOST}
 * @param begun paths of entries whose first bytes it looked at, at most {@value #MOST}; the empty
 *     path is the file itself
 * @param opened paths of entries that it opened and read of, at most {@value #MOST}
 */
public record Sniffed(
    String reader,
    int certainty,
    List<String> others,
    int parts,
    List<String> named,
    List<String> begun,
    List<String> opened) {
  /** Enough to see by what a reader tells. */
  static final int MOST = 6;

  /** Copies. */
  public Sniffed {
    others = List.copyOf(others);
    named = List.copyOf(named);
    begun = List.copyOf(begun);
    opened = List.copyOf(opened);
  }

  /** As {@link #of} reads it. */
  Map<String, Object> map() {
    return new TreeMap<>(
        Map.of(
            "reader", reader,
            "certainty", (long) certainty,
            "others", others,
            "parts", (long) parts,
            "named", named,
            "begun", begun,
            "opened", opened));
  }

  /**
   * What {@link #map} made.
   *
   * @throws IllegalStateException if nothing that this class writes looks so
   */
  static Sniffed of(Map<?, ? extends @Nullable Object> map) {
    if (map.get("reader") instanceof String reader
        && map.get("certainty") instanceof Long certainty
        && map.get("parts") instanceof Long parts) {
      return new Sniffed(
          reader,
          Math.toIntExact(certainty),
          texts(map.get("others")),
          Math.toIntExact(parts),
          texts(map.get("named")),
          texts(map.get("begun")),
          texts(map.get("opened")));
    }
    throw new IllegalStateException("no look at the readers");
  }

  private static List<String> texts(@Nullable Object value) {
    List<String> all = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(one -> all.add(String.valueOf(one)));
      return all;
    }
    throw new IllegalStateException("no list");
  }
}
