package dev.sextant.findings;

import dev.sextant.terms.Digest;
import dev.sextant.terms.SnapshotId;
import dev.sextant.terms.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The frozen network a finding rests on, or that part of it which the finding can show.
 *
 * @param id the snapshot
 * @param digest digest of the whole snapshot
 * @param rule the tie rule in words and numbers, by the rule's own field names
 * @param window content window in which ties were counted
 * @param recordsUsed records that made ties
 * @param recordsNotUsed records in the window that made none
 * @param nodeCount nodes of the whole snapshot
 * @param tieCount ties of the whole snapshot
 * @param nodes the nodes shown
 * @param ties the ties between nodes shown
 */
public record CitedSnapshot(
    SnapshotId id,
    Digest digest,
    Map<String, String> rule,
    Span window,
    long recordsUsed,
    long recordsNotUsed,
    int nodeCount,
    int tieCount,
    List<Node> nodes,
    List<Tie> ties) {
  /** Copies. */
  public CitedSnapshot {
    rule = Collections.unmodifiableMap(new TreeMap<>(rule));
    nodes = List.copyOf(nodes);
    ties = List.copyOf(ties);
  }

  /**
   * One entity in the network. Who a finding does not need is in it without a name: a number, and
   * nothing by which anybody outside the house could tell who it is.
   *
   * @param number its place in the whole snapshot, from 1; the same in every copy
   * @param entityKey its key; empty if it is not named
   * @param label the name it is shown under; empty if it is not named
   * @param accounts keys of its accounts; none if it is not named
   */
  public record Node(int number, String entityKey, String label, List<String> accounts) {
    /** Copies. */
    public Node {
      accounts = List.copyOf(accounts);
      if (entityKey.isEmpty() && !(label.isEmpty() && accounts.isEmpty())) {
        throw new FindingFault.Damaged("nodes", "an unnamed entity with a name or accounts");
      }
    }

    /** One without a name. */
    public static Node unnamed(int number) {
      return new Node(number, "", "", List.of());
    }

    /** Whether it says who it is. */
    public boolean named() {
      return !entityKey.isEmpty();
    }

    /** As it is printed: its label, or {@code unnamed 12}. */
    public String shownAs() {
      return named() ? label : unnamedWord(number);
    }

    private Map<String, @Nullable Object> json() {
      return named()
          ? Map.of("number", number, "entity", entityKey, "label", label, "accounts", accounts)
          : Map.of("number", number);
    }

    private static Node read(Fields f) {
      int number = Math.toIntExact(f.number("number"));
      return f.maybe("entity") == null
          ? unnamed(number)
          : new Node(number, f.text("entity"), f.text("label"), f.texts("accounts"));
    }
  }

  /**
   * One tie.
   *
   * @param from index into {@code nodes}
   * @param to index into {@code nodes}
   * @param weight the tie's weight, as Java prints the double
   * @param kinds how many records of which kind made it
   * @param first earliest claimed time, ISO 8601, or empty
   * @param last latest claimed time, ISO 8601, or empty
   * @param records some of the records that made it; none if an end is not named
   */
  public record Tie(
      int from,
      int to,
      String weight,
      Map<String, Long> kinds,
      String first,
      String last,
      List<Digest> records) {
    /** Copies. */
    public Tie {
      kinds = Collections.unmodifiableMap(new TreeMap<>(kinds));
      records = List.copyOf(records);
    }

    private Map<String, @Nullable Object> json() {
      Map<String, @Nullable Object> json = new LinkedHashMap<>();
      json.put("from", from);
      json.put("to", to);
      json.put("weight", weight);
      json.put("kinds", kinds);
      json.put("first", first);
      json.put("last", last);
      json.put("records", records.stream().map(Digest::hex).toList());
      return json;
    }

    private static Tie read(Fields f) {
      return new Tie(
          Math.toIntExact(f.number("from")),
          Math.toIntExact(f.number("to")),
          f.text("weight"),
          f.counts("kinds"),
          f.text("first"),
          f.text("last"),
          f.texts("records").stream().map(Digest::new).toList());
    }
  }

  static String unnamedWord(int number) {
    return "unnamed " + number;
  }

  /** How many of the nodes shown say who they are. */
  public int namedCount() {
    return (int) nodes.stream().filter(Node::named).count();
  }

  /** The snapshot as a map for canonical JSON. */
  public Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", id.toString());
    json.put("sha256", digest.hex());
    json.put("rule", rule);
    json.put("from", window.from() == null ? null : window.from().toString());
    json.put("to", window.to() == null ? null : window.to().toString());
    json.put("recordsUsed", recordsUsed);
    json.put("recordsNotUsed", recordsNotUsed);
    json.put("nodeCount", nodeCount);
    json.put("tieCount", tieCount);
    json.put("nodes", nodes.stream().map(Node::json).toList());
    json.put("ties", ties.stream().map(Tie::json).toList());
    return json;
  }

  static CitedSnapshot read(Fields f) {
    CitedSnapshot snapshot =
        new CitedSnapshot(
            SnapshotId.parse(f.text("id")),
            new Digest(f.text("sha256")),
            f.map("rule"),
            new Span(f.maybeInstant("from"), f.maybeInstant("to")),
            f.number("recordsUsed"),
            f.number("recordsNotUsed"),
            Math.toIntExact(f.number("nodeCount")),
            Math.toIntExact(f.number("tieCount")),
            f.objects("nodes", Node::read),
            f.objects("ties", Tie::read));
    int n = snapshot.nodes.size();
    for (Tie tie : snapshot.ties) {
      if (tie.from < 0 || tie.from >= n || tie.to < 0 || tie.to >= n) {
        throw f.bad("ties", "a tie to a node that is not shown");
      }
    }
    return snapshot;
  }
}
