package dev.sextant.linkage.block;

import dev.sextant.linkage.table.Column;
import dev.sextant.linkage.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Columns as profiles name them. */
public final class Columns {
  private Columns() {}

  /** The column, or the first of {@code "title|name"} that there is; null where there is none. */
  public static @Nullable Column named(Table table, String name) {
    if (name.indexOf('|') < 0) {
      return table.column(name);
    }
    Column merged = null;
    for (String each : name.split("\\|", -1)) {
      Column column = table.column(each.strip());
      if (column != null) {
        merged = merged == null ? column : merged(name, merged, column);
      }
    }
    return merged;
  }

  /* The two files may call one thing by two names: each row takes the first that it has. */
  private static Column merged(String name, Column first, Column second) {
    int count = first.values().length;
    java.util.HashMap<String, Integer> numbers = new java.util.HashMap<>();
    List<String> values = new ArrayList<>(List.of(first.values()));
    for (int i = 0; i < count; i++) {
      numbers.put(first.values()[i], i);
    }
    int[] renumbered = new int[second.values().length];
    for (int i = 0; i < renumbered.length; i++) {
      Integer held = numbers.get(second.values()[i]);
      if (held == null) {
        held = values.size();
        values.add(second.values()[i]);
      }
      renumbered[i] = held;
    }
    int[] codes = first.codes().clone();
    for (int row = 0; row < codes.length; row++) {
      if (codes[row] < 0 && second.codes()[row] >= 0) {
        codes[row] = renumbered[second.codes()[row]];
      }
    }
    return new Column(name, values.toArray(String[]::new), codes);
  }

  /** Columns by how rarely two records agree in them by chance, the most telling first. */
  public static List<Column> telling(List<Column> columns) {
    record Told(Column column, double chance) {}
    List<Told> told = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Column column : columns) {
      if (seen.add(column.name())) {
        told.add(new Told(column, chance(column)));
      }
    }
    told.sort(Comparator.comparingDouble(Told::chance).thenComparing(t -> t.column().name()));
    return told.stream().map(Told::column).toList();
  }

  private static double chance(Column column) {
    long[] times = new long[column.values().length];
    long filled = 0;
    for (int code : column.codes()) {
      if (code >= 0) {
        times[code]++;
        filled++;
      }
    }
    double chance = 0;
    for (long each : times) {
      chance += (double) each * (each - 1);
    }
    return filled < 2 ? 1 : chance / ((double) filled * (filled - 1));
  }
}
