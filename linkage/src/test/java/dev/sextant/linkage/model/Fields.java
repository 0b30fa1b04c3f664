package dev.sextant.linkage.model;

import dev.sextant.linkage.block.Workers;
import dev.sextant.linkage.compare.Comparisons;
import dev.sextant.linkage.profile.Field;
import dev.sextant.linkage.table.Column;
import dev.sextant.linkage.table.Table;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields of small tables, for tests. */
final class Fields {
  private Fields() {}

  static Compared of(String name, String comparison, @Nullable String group, Column column) {
    return of(name, comparison, group, column, Field.Frequency.EXACT);
  }

  static Compared of(
      String name,
      String comparison,
      @Nullable String group,
      Column column,
      Field.Frequency frequency) {
    String[] ids = new String[column.codes().length];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = "r" + i;
    }
    Table table =
        new Table(List.of("t"), ids, ids.length, Map.of(name, column), List.of(List.of(name)));
    Field field =
        new Field(name, List.of(name), comparison, Map.of(), frequency, group, true, false, false);
    try (Workers workers = new Workers(1)) {
      return Compared.of(table, field, Comparisons.standard(), "test", workers);
    }
  }
}
