package dev.sextant.records.reader.table;

import dev.sextant.records.reader.graph.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table by name. Names are compared without case, blanks and marks: {@code First
 * Seen-Time} is {@code first_seen_time}.
 */
public final class Columns {
  private final List<String> names;
  private final Map<String, Integer> places = new HashMap<>();

  private Columns(List<String> names) {
    this.names = List.copyOf(names);
    for (int i = 0; i < names.size(); i++) {
      String key = key(names.get(i));
      if (!key.isEmpty()) {
        places.putIfAbsent(key, i); // Of two of a name the first stands; the other is kept as rest.
      }
    }
  }

  /** The names that stand in a row. */
  public static Columns of(Row head) {
    return new Columns(head.cells().stream().map(Row.Cell::text).toList());
  }

  /** Names given elsewhere, for a table without a head. */
  public static Columns of(List<String> names) {
    return new Columns(names);
  }

  /** How names are compared: letters and digits in lower case, one low line for all else. */
  public static String key(String name) {
    if (plain(name)) {
      return name;
    }
    StringBuilder out = new StringBuilder();
    boolean due = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        if (due && !out.isEmpty()) {
          out.append('_');
        }
        due = false;
        out.append(c);
      } else {
        due = true;
      }
    }
    return out.toString().toLowerCase(Locale.ROOT);
  }

  /* Names that readers ask for are keys already. */
  private static boolean plain(String name) {
    char before = '_';
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean mark = c == '_';
      if (mark ? before == '_' : (c < 'a' || c > 'z') && (c < '0' || c > '9')) {
        return false;
      }
      before = c;
    }
    return before != '_' || name.isEmpty();
  }

  /** The names as they stand. */
  public List<String> names() {
    return names;
  }

  /** The names as they are compared, without the empty ones. */
  public Set<String> keys() {
    return Collections.unmodifiableSet(places.keySet());
  }

  /** True if a column of that name is there. */
  public boolean has(String name) {
    return places.containsKey(key(name));
  }

  /** True if columns of all these names are there. */
  public boolean hasAll(String... wanted) {
    for (String name : wanted) {
      if (!has(name)) {
        return false;
      }
    }
    return true;
  }

  /** True if a column of one of these names is there. */
  public boolean hasAny(String... wanted) {
    for (String name : wanted) {
      if (has(name)) {
        return true;
      }
    }
    return false;
  }

  /** The place of a column from 0, or null. */
  @Nullable Integer place(String name) {
    return places.get(key(name));
  }

  /** The name of a column; for one without a name its number from 1. */
  String name(int place) {
    String name = place < names.size() ? names.get(place) : "";
    return name.isBlank() ? "column " + (place + 1) : name;
  }

  /** The first of these names that a column has, in the order asked; null if none. */
  public @Nullable String firstOf(String... wanted) {
    for (String name : wanted) {
      if (has(name)) {
        return name;
      }
    }
    return null;
  }

  /** Rows of this table may be read as named ones. */
  public NamedRow read(Row row) {
    return new NamedRow(this, row);
  }

  @Override
  public String toString() {
    return String.join(", ", new ArrayList<>(names));
  }
}
