package dev.sextant.records.reader.returns.meta;

import dev.sextant.records.reader.Gathered;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Entries that belong together: a message, a log-in, a picture with its comments. Values are taken
 * by label; what nobody took is left over for a record's {@code extra}.
 */
final class Item {
  private static final String AROUND = " / ";

  private final List<Entry> entries = new ArrayList<>();
  private final List<String> paths = new ArrayList<>();
  private final Set<Integer> taken = new HashSet<>();
  private long characters;
  private boolean over;

  /**
   * Adds an entry.
   *
   * @param group label of what it stands in within the item, or empty
   * @param limit most bytes that one item may take
   */
  void add(Entry entry, String group, int limit) {
    long size = 0;
    for (Entry.Line line : entry.lines()) {
      size += line.text().length() + 64L;
    }
    characters += size + 64;
    if (characters > limit) {
      over = true;
      return;
    }
    entries.add(entry);
    paths.add(group.isEmpty() ? entry.label() : group + AROUND + entry.label());
  }

  /** True if it was larger than the limit and its end is missing. */
  boolean over() {
    return over;
  }

  /** True if nothing was added. */
  boolean empty() {
    return entries.isEmpty();
  }

  /** First byte. */
  long from() {
    return entries.isEmpty() ? 0 : entries.getFirst().from();
  }

  /** Byte after the last. */
  long to() {
    long to = 0;
    for (Entry entry : entries) {
      to = Math.max(to, entry.to());
    }
    return to;
  }

  /** Its entries. */
  List<Entry> entries() {
    return entries;
  }

  /** True if there is an entry of that label that stands in no group. */
  boolean has(String label) {
    return paths.stream().anyMatch(p -> p.equalsIgnoreCase(label));
  }

  /** The first value of one of these labels, taken; pieces of a long value joined. Else null. */
  @Nullable String text(String... labels) {
    for (String label : labels) {
      for (int i = 0; i < entries.size(); i++) {
        if (paths.get(i).equalsIgnoreCase(label) && !taken.contains(i)) {
          return whole(i);
        }
      }
    }
    return null;
  }

  private String whole(int first) {
    StringBuilder text = new StringBuilder(entries.get(first).value());
    taken.add(first);
    int i = first;
    while (entries.get(i).goesOn() && i + 1 < entries.size()) {
      i++;
      taken.add(i);
      text.append('\n').append(entries.get(i).value());
    }
    return text.toString();
  }

  /** The same, or the empty text. */
  String textOrEmpty(String... labels) {
    String said = text(labels);
    return said == null ? "" : said;
  }

  /** Every value of a label in any group whose path ends in it, taken. */
  List<String> every(String label) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      if (ends(paths.get(i), label) && !taken.contains(i)) {
        all.add(whole(i));
      }
    }
    return all;
  }

  private static boolean ends(String path, String label) {
    String low = path.toLowerCase(Locale.ROOT);
    String wanted = label.toLowerCase(Locale.ROOT);
    return low.equals(wanted) || low.endsWith(AROUND + wanted);
  }

  /** The entries of a group with their labels in it, taken, in order. */
  List<Map.Entry<String, String>> group(String label) {
    List<Map.Entry<String, String>> all = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      String path = paths.get(i);
      if (taken.contains(i)) {
        continue;
      }
      if (path.equalsIgnoreCase(label)) {
        all.add(Map.entry("", whole(i)));
      } else if (path.toLowerCase(Locale.ROOT)
          .startsWith(label.toLowerCase(Locale.ROOT) + AROUND)) {
        all.add(Map.entry(path.substring(label.length() + AROUND.length()), whole(i)));
      }
    }
    return all;
  }

  /** What nobody took: values by path, words that stand alone as true. */
  Map<String, String> rest() {
    Gathered rest = new Gathered();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (!taken.contains(i) && !(entry.group() && entry.blank())) {
        boolean alone = entry.label().isEmpty();
        String name = alone ? alone(paths.get(i), entry) : paths.get(i);
        String value = alone ? "true" : entry.value();
        if (!value.isEmpty()) {
          rest.add(name, value);
        }
      }
    }
    return new TreeMap<>(rest.values());
  }

  private static String alone(String path, Entry entry) {
    return path + entry.value();
  }
}
