package dev.sextant.records;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a file says of nodes, by its name for it. */
final class NodeAttributes {
  /** Columns beyond these are left out: a table so wide is no list of people's attributes. */
  private static final int MOST = 200;

  private final Map<String, String[]> columns = new LinkedHashMap<>();

  /** Takes what is said of a node; what was said first stands. */
  void put(int node, Map<String, String> said) {
    said.forEach((name, text) -> {
      String[] column = columns.get(name);
      if (column == null && columns.size() < MOST) {
        column = new String[Math.max(16, node + 1)];
        columns.put(name, column);
      }
      if (column != null) {
        if (node >= column.length) {
          column = Arrays.copyOf(column, Math.max(node + 1, 2 * column.length));
          columns.put(name, column);
        }
        if (column[node] == null) {
          column[node] = text;
        }
      }
    });
  }

  /** By name, a text for each of so many nodes, empty where nothing was said. */
  Map<String, String[]> of(int nodes) {
    Map<String, String[]> all = new LinkedHashMap<>();
    columns.forEach((name, column) -> {
      String[] texts = new String[nodes];
      for (int v = 0; v < nodes; v++) {
        String text = v < column.length ? column[v] : null;
        texts[v] = text == null ? "" : text;
      }
      all.put(name, texts);
    });
    return all;
  }
}
