package dev.sextant.records;

import dev.sextant.records.reader.Events;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.terms.Locator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers nodes and edges from records as they are read. */
final class GraphGathering implements Events {
  private static final int START = 1024;

  private final Map<String, Integer> indexOf = new HashMap<>();
  private final List<String> keys = new ArrayList<>();
  private final Map<Integer, String> shown = new HashMap<>();
  private final Set<ReadNote> notes = new LinkedHashSet<>();
  private final Set<String> layers = new HashSet<>();
  private int[] from = new int[START];
  private int[] to = new int[START];
  private double[] weight = new double[START];
  private boolean[] oneWay = new boolean[START];
  private int edges;
  private int arcs;
  private long memberships;

  int nodes() {
    return keys.size();
  }

  @Override
  public void item() {}

  @Override
  public void records(List<? extends Record> records) {
    for (Record record : records) {
      switch (record) {
        case Record.Profile profile -> node(profile.account());
        case Record.Relation tie -> {
          if (tie.label() != null && layers.size() < 100) {
            layers.add(tie.label());
          }
          edge(node(tie.from()), node(tie.to()), tie.weight(), tie.directed());
        }
        case Record.Follow follow -> edge(node(follow.from()), node(follow.to()), 1, true);
        case Record.Membership membership -> {
          memberships++;
          int event =
              node("event/" + membership.group().conversationKey(), membership.group().title());
          double strength = strength(membership.header().extra().get("weight"));
          edge(node(membership.account()), event, strength, false);
        }
        case Record.Message m -> {}
        case Record.Post p -> {}
        case Record.Login l -> {}
        case Record.Call c -> {}
        case Record.Place p -> {}
      }
    }
  }

  private static double strength(@Nullable String written) {
    if (written == null) {
      return 1;
    }
    try {
      double value = Double.parseDouble(written);
      return Double.isFinite(value) ? value : 1;
    } catch (NumberFormatException e) {
      return 1; // A membership without a readable number still is one.
    }
  }

  private int node(AccountRef account) {
    return node(account.accountKey(), account.displayName());
  }

  private int node(String key, @Nullable String name) {
    Integer known = indexOf.get(key);
    int index;
    if (known == null) {
      index = keys.size();
      indexOf.put(key, index);
      keys.add(key);
    } else {
      index = known;
    }
    if (name != null && !name.isBlank()) {
      shown.putIfAbsent(index, name);
    }
    return index;
  }

  private void edge(int start, int end, double strength, boolean directed) {
    if (edges == from.length) {
      int larger = Math.multiplyExact(edges, 2);
      from = Arrays.copyOf(from, larger);
      to = Arrays.copyOf(to, larger);
      weight = Arrays.copyOf(weight, larger);
      oneWay = Arrays.copyOf(oneWay, larger);
    }
    from[edges] = start;
    to[edges] = end;
    weight[edges] = strength;
    oneWay[edges] = directed;
    arcs += directed ? 1 : 0;
    edges++;
  }

  GraphTable table() {
    boolean directed = arcs > 0;
    if (layers.size() > 1) {
      notes.add(
          new ReadNote(
              "SX-NOTE-LAYERS",
              "Ties of "
                  + (layers.size() == 100 ? "100 or more" : layers.size())
                  + " labels (layers, periods, relations) are merged into one graph."));
    }
    if (memberships > 0) {
      notes.add(
          new ReadNote(
              "SX-NOTE-TWO-MODE",
              "People and the events or groups they belong to are both nodes of this graph."));
    }
    if (directed && arcs < edges) {
      notes.add(
          new ReadNote(
              "SX-NOTE-DIRECTION",
              (edges - arcs) + " ties run both ways in a directed graph; they stand twice."));
      mirror();
    }
    return new GraphTable(
        labels(),
        Arrays.copyOf(from, edges),
        Arrays.copyOf(to, edges),
        Arrays.copyOf(weight, edges),
        directed,
        List.copyOf(notes));
  }

  private void mirror() {
    int stated = edges;
    for (int i = 0; i < stated; i++) {
      if (!oneWay[i] && from[i] != to[i]) {
        edge(to[i], from[i], weight[i], true);
      }
    }
  }

  private String[] labels() {
    Map<String, Integer> times = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      times.merge(label(i), 1, Integer::sum);
    }
    String[] labels = new String[keys.size()];
    for (int i = 0; i < labels.length; i++) {
      String label = label(i);
      labels[i] = times.getOrDefault(label, 1) == 1 ? label : label + " (" + bareKey(i) + ")";
    }
    return labels;
  }

  private String label(int index) {
    return shown.getOrDefault(index, bareKey(index));
  }

  /* Without what all keys of tables begin with. */
  private String bareKey(int index) {
    String key = keys.get(index);
    return key.startsWith("table/label/") ? key.substring("table/label/".length()) : key;
  }

  @Override
  public void fault(Locator where, ReadFault fault) {}

  @Override
  public void unknown(Locator where, String section) {}

  @Override
  public void ignored(Locator where, String rule) {}

  @Override
  public void note(ReadNote note) {
    notes.add(note);
  }
}
