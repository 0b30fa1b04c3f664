package dev.sextant.records.reader.archive;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A row whose cells are taken by the names of their columns; what nobody took is left over. */
public final class CsvRow {
  private final List<String> names;
  private final List<String> cells;
  private final Set<Integer> taken = new HashSet<>();

  /** A row under a header. */
  public CsvRow(List<String> names, List<String> cells) {
    this.names = names;
    this.cells = cells;
  }

  /** The column of one of several names, in any case, or -1. */
  private int column(String... wanted) {
    for (String name : wanted) {
      for (int i = 0; i < names.size(); i++) {
        if (flat(names.get(i)).equals(flat(name))) {
          return i;
        }
      }
    }
    return -1;
  }

  private static String flat(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** True if one of the columns is there. */
  public boolean has(String... wanted) {
    return column(wanted) >= 0;
  }

  /** Takes a cell; the empty text if there is no such column. */
  public String text(String... wanted) {
    int at = column(wanted);
    if (at < 0 || at >= cells.size()) {
      return "";
    }
    taken.add(at);
    return cells.get(at);
  }

  /** Takes a cell; null if there is no such column or it is blank. */
  public @Nullable String said(String... wanted) {
    String text = text(wanted);
    return text.isBlank() ? null : text.strip();
  }

  /** The cell of a place, counted from 0, taken; the empty text beyond the last. */
  public String cell(int place) {
    if (place < 0 || place >= cells.size()) {
      return "";
    }
    taken.add(place);
    return cells.get(place);
  }

  /** How many cells. */
  public int width() {
    return cells.size();
  }

  /** What nobody took and is not blank, by column name. */
  public Map<String, String> rest() {
    Map<String, String> rest = new TreeMap<>();
    for (int i = 0; i < cells.size(); i++) {
      if (!taken.contains(i) && !cells.get(i).isBlank()) {
        String name = i < names.size() && !names.get(i).isBlank() ? names.get(i).strip() : "";
        String free = name.isEmpty() ? "column " + (i + 1) : name;
        while (rest.containsKey(free)) {
          free += " (again)";
        }
        rest.put(free, cells.get(i));
      }
    }
    return rest;
  }
}
