package dev.sextant.records;

import dev.sextant.records.reader.Events;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Progress;
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
  private static final int PROGRESS_STEP = 1000;

  /* How a tie runs. */
  private static final byte BOTH_WAYS = 0;
  private static final byte ONE_WAY = 1;
  private static final byte OPEN = 2;
  private static final byte MEMBERSHIP = 3;

  private final Map<String, Integer> indexOf = new HashMap<>();
  private final List<String> keys = new ArrayList<>();
  private final Map<Integer, String> shown = new HashMap<>();
  private final Set<ReadNote> notes = new LinkedHashSet<>();
  private final Set<String> layers = new HashSet<>();
  private int[] from = new int[START];
  private int[] to = new int[START];
  private double[] weight = new double[START];
  private byte[] way = new byte[START];
  private int edges;
  private int arcs;
  private long memberships;

  private int partBegan;
  private boolean partDeduced;
  private boolean partOpen;
  private boolean directionStated;

  private final Progress progress;
  private final EdgeTimes times;
  private final NodeAttributes attributes = new NodeAttributes();
  private final BreakOff breakOff = new BreakOff();
  private long items;
  private long bytes = -1;
  private long earlierParts;
  private long reached;
  private String part = "";

  /**
   * @param progress told how many bytes were read
   * @param times where edges' times stand
   */
  GraphGathering(Progress progress, EdgeTimes times) {
    this.progress = progress;
    this.times = times;
  }

  /** Where the content breaks off or overruns a limit. */
  BreakOff breakOff() {
    return breakOff;
  }

  int nodes() {
    return keys.size();
  }

  @Override
  public void opened(long unpackedBytes) {
    bytes = unpackedBytes;
  }

  @Override
  public void item() {
    if (++items % PROGRESS_STEP == 0) {
      long done = earlierParts + reached;
      progress.at(bytes < 0 ? done : Math.min(done, bytes), bytes, "bytes");
    }
  }

  private void reached(Locator at) {
    if (!at.part().equals(part)) {
      part = at.part();
      earlierParts += reached;
      reached = 0;
    }
    reached = Math.max(reached, at.to());
    breakOff.readOn(at);
  }

  @Override
  public void records(List<? extends Record> records) {
    for (Record record : records) {
      reached(record.header().locator());
      switch (record) {
        case Record.Profile profile ->
            attributes.put(node(profile.account()), profile.attributes());
        case Record.Relation tie -> {
          if (tie.label() != null && layers.size() < 100) {
            layers.add(tie.label());
          }
          times.edge(tie.header(), tie.weight());
          edge(
              node(tie.from()), node(tie.to()), tie.weight(), tie.directed() ? ONE_WAY : BOTH_WAYS);
        }
        case Record.Follow follow -> {
          times.edge(follow.header(), 1);
          edge(node(follow.from()), node(follow.to()), 1, ONE_WAY);
        }
        case Record.Membership membership -> {
          memberships++;
          int event =
              node("event/" + membership.group().conversationKey(), membership.group().title());
          double strength = strength(membership.header().extra().get("weight"));
          times.edge(membership.header(), strength);
          edge(node(membership.account()), event, strength, MEMBERSHIP);
        }
        case Record.Message m -> {}
        case Record.Activity a -> {}
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

  private void edge(int start, int end, double strength, byte runs) {
    if (edges == from.length) {
      int larger = Math.multiplyExact(edges, 2);
      from = Arrays.copyOf(from, larger);
      to = Arrays.copyOf(to, larger);
      weight = Arrays.copyOf(weight, larger);
      way = Arrays.copyOf(way, larger);
    }
    from[edges] = start;
    to[edges] = end;
    weight[edges] = strength;
    way[edges] = runs;
    arcs += runs == ONE_WAY ? 1 : 0;
    edges++;
  }

  /* Notes may stand before or after a part's ties, so what they say is applied at its end. */
  private void endPart() {
    for (int i = partBegan; i < edges; i++) {
      if (way[i] == BOTH_WAYS && partOpen) {
        way[i] = OPEN;
      }
      directionStated |= way[i] != MEMBERSHIP && !partOpen && !partDeduced;
    }
    partBegan = edges;
    partOpen = false;
    partDeduced = false;
  }

  GraphTable table() {
    endPart();
    boolean directed = arcs > 0;
    boolean[] bothWays = new boolean[edges];
    for (int i = 0; i < edges; i++) {
      // Beside ties that state their direction, a silent one is not given any.
      boolean silent = way[i] == OPEN && !(directed && directionStated);
      bothWays[i] = way[i] != ONE_WAY && !silent;
    }
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
              "SX-NOTE-BOTH-WAYS",
              (edges - arcs)
                  + " ties do not run one way as others do; measured as directed, those that run"
                  + " both ways count twice."));
    }
    return new GraphTable(
        labels(),
        Arrays.copyOf(from, edges),
        Arrays.copyOf(to, edges),
        Arrays.copyOf(weight, edges),
        bothWays,
        directed,
        directionStated,
        List.copyOf(notes),
        times.times(),
        attributes.of(keys.size()));
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
  public void fault(Locator where, ReadFault fault) {
    breakOff.fault(where, fault);
  }

  @Override
  public void unknown(Locator where, String section) {}

  @Override
  public void ignored(Locator where, String rule) {}

  @Override
  public void note(ReadNote note) {
    switch (note.code()) {
      case ReadNote.PART, ReadNote.SHEET -> endPart();
      case ReadNote.DIRECTION_DEDUCED -> partDeduced = true;
      case ReadNote.DIRECTION_OPEN -> partOpen = true;
      default -> {} // Says nothing about direction.
    }
    notes.add(note);
  }
}
