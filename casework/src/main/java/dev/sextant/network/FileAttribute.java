package dev.sextant.network;

import dev.sextant.records.GraphTable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a file says of its nodes under one name, as groups: nodes of which it says nothing are in
 * none.
 */
public final class FileAttribute {
  private final String[] texts;
  private final int[] group;
  private final List<String> names;

  private FileAttribute(String[] texts) {
    this.texts = texts;
    TreeMap<String, Integer> order = new TreeMap<>();
    Arrays.stream(texts).filter(text -> !text.isBlank()).forEach(text -> order.put(text, 0));
    this.names = List.copyOf(order.keySet());
    int number = 0;
    for (String name : names) {
      order.put(name, number++);
    }
    this.group = new int[texts.length];
    for (int v = 0; v < texts.length; v++) {
      group[v] = texts[v].isBlank() ? -1 : order.getOrDefault(texts[v], -1);
    }
  }

  /**
   * An attribute of the nodes of a graph.
   *
   * @param file the graph
   * @param from the table that has the attribute: the graph's own, or one of nodes with equal
   *     labels
   * @param name of the attribute, in any case
   * @throws BadMeasuring {@code SX-NETWORK-ATTRIBUTE} if no node has it
   */
  public static FileAttribute of(FileGraph file, GraphTable from, String name) {
    String[] column =
        from.attributes().entrySet().stream()
            .filter(entry -> entry.getKey().equalsIgnoreCase(name.strip()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(new String[0]);
    String[] texts = new String[file.nodes()];
    Arrays.fill(texts, "");
    Map<String, Integer> places = file.places();
    for (int v = 0; v < column.length; v++) {
      Integer at = from == file.table() ? Integer.valueOf(v) : places.get(from.labels()[v]);
      if (at != null) {
        texts[at] = column[v].strip();
      }
    }
    if (Arrays.stream(texts).allMatch(String::isEmpty)) {
      String there = String.join(", ", new TreeMap<>(from.attributes()).keySet());
      throw new BadMeasuring(
          "SX-NETWORK-ATTRIBUTE",
          "no node of the graph has this attribute",
          "--by",
          VisibleText.of(name),
          there.isEmpty()
              ? "the file says nothing of its nodes; give a table of nodes with --nodes, its first"
                  + " column named id and holding the graph's labels"
              : "there are " + VisibleText.of(there) + "; labels must be the graph's");
    }
    return new FileAttribute(texts);
  }

  /** How many nodes have it. */
  public int known() {
    return (int) Arrays.stream(group).filter(g -> g >= 0).count();
  }

  /** Its different texts, in their order: the groups' names. */
  List<String> names() {
    return names;
  }

  /** Group of a node, -1 for none. */
  int group(int node) {
    return group[node];
  }

  /** Group of every node, -1 for none; a copy. */
  int[] groups() {
    return group.clone();
  }

  /** Groups in which nodes without the attribute are one more, the last. */
  int[] groupsWithUnknown() {
    return Arrays.stream(group).map(g -> g < 0 ? names.size() : g).toArray();
  }

  /** A group's name, safe for a cell; the group of the nodes without the attribute has a dash. */
  String name(int group) {
    return group < 0 || group == names.size() ? "-" : FileGraph.cell(names.get(group));
  }

  /** Its numbers, NaN where a node has none; null-free only if {@link #numeric}. */
  double[] numbers() {
    Map<String, Double> read = new HashMap<>();
    for (String name : names) {
      try {
        read.put(name, Double.valueOf(name.toLowerCase(Locale.ROOT)));
      } catch (NumberFormatException e) {
        read.put(name, Double.NaN); // no number: not known as one
      }
    }
    return Arrays.stream(texts).mapToDouble(text -> read.getOrDefault(text, Double.NaN)).toArray();
  }

  /** True if every text is a finite number. */
  boolean numeric() {
    double[] numbers = numbers();
    for (int v = 0; v < group.length; v++) {
      if (group[v] >= 0 && !Double.isFinite(numbers[v])) {
        return false;
      }
    }
    return true;
  }
}
