package dev.sextant.records.reader.graph;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes a graph file's nodes, ties and memberships as records of one part. */
final class Scribe {
  /**
   * So many labels are remembered, to show them beside ids in ties; a label costs about 150 bytes,
   * so this is a quarter of the child's heap. Later nodes are shown by id in ties.
   */
  private static final int MOST_LABELS = 800_000;

  private final Source.Part part;
  private final Sink sink;
  private final @Nullable String layer;
  private final Map<String, String> labels = new HashMap<>();
  private long unreadableWeights;
  private long selfTies;
  private boolean labelsFull;

  Scribe(Source.Part part, Sink sink) {
    this(part, sink, null);
  }

  /**
   * @param part what the records are read from
   * @param sink where they go
   * @param layer name of the sheet or layer: the word for ties that have none of their own, and
   *     what keeps equally named groups of different layers apart; or null
   */
  Scribe(Source.Part part, Sink sink, @Nullable String layer) {
    this.part = part;
    this.sink = sink;
    this.layer = layer;
  }

  /**
   * A place in the part.
   *
   * @param from first byte
   * @param to byte after the last
   * @param pointer {@code row:column}, an XML id, or empty
   */
  record Place(long from, long to, String pointer) {}

  /** One item: a node with what the file says of it. */
  void node(Place at, String id, @Nullable String label, Map<String, String> attributes) {
    node(at, id, label, attributes, Map.of());
  }

  /** One item: a node with what the file says of it and how it is drawn or placed. */
  void node(
      Place at,
      String id,
      @Nullable String label,
      Map<String, String> attributes,
      Map<String, String> extra) {
    sink.item();
    if (id.isBlank()) {
      sink.fault(locator(at), new ReadFault(ReadFault.MISSING, "a node without an id"));
      return;
    }
    sink.records(List.of(profile(at, id, label, attributes, extra)));
  }

  /** One item: a tie. */
  void edge(Place at, Edge edge) {
    sink.item();
    if (edge.from().isBlank() || edge.to().isBlank()) {
      sink.fault(locator(at), new ReadFault(ReadFault.MISSING, "a tie without one of its ends"));
      return;
    }
    sink.records(List.of(relation(at, edge)));
  }

  /** One item: several records that belong together, such as a row of a matrix. */
  void together(List<Record> records) {
    sink.item();
    sink.records(records);
  }

  /** One item that is broken. */
  void fault(Place at, String code, String what) {
    sink.item();
    sink.fault(locator(at), new ReadFault(code, what));
  }

  /** One item of an unknown kind. */
  void unknown(Place at, String section) {
    sink.item();
    sink.unknown(locator(at), section);
  }

  /** A stretch that is noise by rule. */
  void ignored(Place at, String rule) {
    sink.ignored(locator(at), rule);
  }

  /** Something about the whole file. */
  void note(String code, String what) {
    sink.note(new ReadNote(code, what));
  }

  /** A node's record. */
  Record.Profile profile(
      Place at,
      String id,
      @Nullable String label,
      Map<String, String> attributes,
      Map<String, String> extra) {
    if (label != null && !label.isBlank() && !label.equals(id)) {
      if (labels.size() < MOST_LABELS) {
        labels.put(id, label);
      } else {
        labelsFull = true;
      }
    }
    return new Record.Profile(
        header(at, extra), account(id, label), List.of(), new TreeMap<>(attributes));
  }

  /** A tie's record. */
  Record.Relation relation(Place at, Edge edge) {
    Map<String, String> extra = edge.extra();
    double weight = 1;
    String written = edge.weight();
    if (written != null && !written.isBlank()) {
      Double read = Numbers.finite(written);
      if (read == null) {
        unreadableWeights++;
        extra = new TreeMap<>(extra);
        extra.put("weight", written);
      } else {
        weight = read;
      }
    }
    if (edge.from().equals(edge.to())) {
      selfTies++;
    }
    String label = blankToNull(edge.label());
    return new Record.Relation(
        new Header(Platform.TABLE, locator(at), edge.time(), extra),
        account(edge.from()),
        account(edge.to()),
        label == null ? layer : label,
        weight,
        edge.directed());
  }

  /** A membership's record: a person took part in an event or belongs to a group. */
  Record.Membership membership(Place at, String person, String event, @Nullable String weight) {
    return membership(at, person, event, weight, Map.of());
  }

  /** The same, with what else the file says about it. */
  Record.Membership membership(
      Place at, String person, String event, @Nullable String weight, Map<String, String> further) {
    Map<String, String> extra = new TreeMap<>(further);
    if (weight != null && !"1".equals(weight)) {
      extra.put("weight", weight);
    }
    return new Record.Membership(
        header(at, extra),
        account(person),
        new ConversationRef(
            Platform.TABLE,
            ConversationRef.Kind.EVENT,
            layer == null ? event : layer + "/" + event,
            event),
        Record.Membership.Action.PRESENT,
        null);
  }

  /** Tells what was noticed on the way; called once at the end. */
  void close() {
    if (unreadableWeights > 0) {
      note(
          "SX-NOTE-WEIGHT",
          unreadableWeights + " ties have a weight that is no finite number; they count as 1.");
    }
    if (selfTies > 0) {
      note("SX-NOTE-SELF-TIE", selfTies + " ties run from a node to itself.");
    }
    if (labelsFull) {
      note(
          "SX-NOTE-LABELS",
          "The file has more than " + MOST_LABELS + " labels; later ties show ids only.");
    }
  }

  private AccountRef account(String id) {
    return account(id, labels.get(id));
  }

  private static AccountRef account(String id, @Nullable String label) {
    return new AccountRef(Platform.TABLE, AccountRef.KeyBasis.LABEL, id, null, blankToNull(label));
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private Header header(Place at, Map<String, String> extra) {
    return new Header(Platform.TABLE, locator(at), ClaimedTime.none(), extra);
  }

  private Locator locator(Place at) {
    return part.at(at.from(), at.to(), at.pointer());
  }

  /** A list to gather the records of one item in. */
  static List<Record> gathering() {
    return new ArrayList<>();
  }
}
