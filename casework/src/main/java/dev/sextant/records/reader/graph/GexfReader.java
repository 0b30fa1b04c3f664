package dev.sextant.records.reader.graph;

import dev.sextant.records.reader.ReadFault;
import dev.sextant.terms.ClaimedTime;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads GEXF 1.1, 1.2 and 1.3 (gexf.net): nodes and edges with attributes, hierarchy, and the spans
 * in which they or their values hold. A tie's first start is its claimed time where the file counts
 * in dates, or in seconds or milliseconds since 1970; steps of a model stay text.
 */
public final class GexfReader extends XmlReader {
  /** A reader. */
  public GexfReader() {
    super(
        "gexf",
        3,
        "GEXF",
        List.of(
            "nodes",
            "edges",
            "attributes with defaults",
            "hierarchy",
            "spells, starts and ends: the first start is the tie's claimed time"),
        List.of("ends, further spells and values that change are kept as extra fields"),
        List.of("Gephi's own test files of GEXF 1.1 to 1.3, dynamic ones among them"),
        "gexf");
  }

  @Override
  void tell(XmlCursor xml, Scribe scribe, long size) throws IOException, XmlCursor.Broken {
    new Telling(xml, scribe).all();
  }

  /**
   * An attribute's declaration.
   *
   * @param title what it is called
   * @param preset value where none is given, or null
   */
  private record Declared(String title, @Nullable String preset) {}

  private static final class Telling {
    private final XmlCursor xml;
    private final Scribe scribe;
    private final Map<String, Declared> nodeAttributes = new HashMap<>();
    private final Map<String, Declared> edgeAttributes = new HashMap<>();
    private final Deque<XmlFrame> open = new ArrayDeque<>();
    private Map<String, Declared> declaring = nodeAttributes;
    private String defaultType = "undirected";
    private Optional<ZoneId> zone = Optional.empty();

    Telling(XmlCursor xml, Scribe scribe) {
      this.xml = xml;
      this.scribe = scribe;
    }

    void all() throws IOException, XmlCursor.Broken {
      while (true) {
        switch (xml.next()) {
          case START -> start();
          case END -> end();
          case TEXT -> {}
          case FINISH -> {
            return;
          }
        }
      }
    }

    private void start() throws IOException, XmlCursor.Broken {
      switch (xml.name()) {
        case "gexf", "nodes", "edges", "attvalues", "spells", "slices", "parents" -> {}
        case "graph" -> {
          String type = xml.attribute("defaultedgetype");
          defaultType = type.isEmpty() ? defaultType : type;
          zone = zone(xml.attribute("timezone"));
        }
        case "attributes" ->
            declaring = "edge".equals(xml.attribute("class")) ? edgeAttributes : nodeAttributes;
        case "attribute" -> declare();
        case "node" -> open.push(new XmlFrame(true, xml.start(), xml.attributes()));
        case "edge" -> open.push(new XmlFrame(false, xml.start(), xml.attributes()));
        default -> within();
      }
    }

    private void declare() throws IOException, XmlCursor.Broken {
      String id = xml.attribute("id");
      String title = xml.attribute("title");
      String preset = preset(xml, scribe);
      declaring.put(id, new Declared(title.isEmpty() ? id : title, preset));
    }

    private void within() throws IOException, XmlCursor.Broken {
      XmlFrame frame = open.peek();
      if (frame == null) {
        skipUnknown(xml, scribe, xml.name());
        return;
      }
      Map<String, String> attributes = xml.attributes();
      switch (xml.name()) {
        case "attvalue" -> value(frame, attributes);
        case "spell", "slice" -> {
          frame.keepExtra("spell", span(attributes));
          String from = attributes.getOrDefault("start", attributes.getOrDefault("startopen", ""));
          if (!from.isEmpty()) {
            frame.starts.add(from);
          }
        }
        case "parent" -> frame.keepExtra("parent", attributes.getOrDefault("for", ""));
        default -> {
          String name = xml.name();
          String text = xml.textOfElement().strip();
          String said = shown(attributes);
          boolean both = !said.isEmpty() && !text.isEmpty();
          frame.keepExtra(name, said + (both ? " " : "") + text);
          return;
        }
      }
      xml.textOfElement();
    }

    private void value(XmlFrame frame, Map<String, String> attributes) {
      String id = attributes.getOrDefault("for", attributes.getOrDefault("id", ""));
      Declared declared = (frame.node ? nodeAttributes : edgeAttributes).get(id);
      String title = declared == null ? id : declared.title();
      String value = attributes.getOrDefault("value", "");
      String span = span(attributes);
      if (span.equals("..")) {
        frame.keepValue(title, value);
      } else {
        frame.keepExtra(title + " " + span, value);
      }
    }

    /* start..end as written; an open end excludes its moment. */
    private static String span(Map<String, String> a) {
      String from = a.containsKey("startopen") ? ">" + a.get("startopen") : a.get("start");
      String to = a.containsKey("endopen") ? "<" + a.get("endopen") : a.get("end");
      return (from == null ? "" : from) + ".." + (to == null ? "" : to);
    }

    private static String shown(Map<String, String> attributes) {
      StringBuilder out = new StringBuilder();
      new TreeMap<>(attributes)
          .forEach((k, v) -> out.append(out.isEmpty() ? "" : " ").append(k).append('=').append(v));
      return out.toString();
    }

    private void end() {
      if (!xml.name().equals("node") && !xml.name().equals("edge")) {
        return;
      }
      XmlFrame frame = open.pop();
      Scribe.Place place = new Scribe.Place(frame.from, xml.end(), "");
      for (Declared declared : (frame.node ? nodeAttributes : edgeAttributes).values()) {
        String preset = declared.preset();
        if (preset != null) {
          frame.values.putIfAbsent(declared.title(), preset);
        }
      }
      if (frame.node) {
        node(frame, place);
      } else {
        edge(frame, place);
      }
    }

    private static Optional<ZoneId> zone(String name) {
      try {
        return name.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(name));
      } catch (DateTimeException e) {
        return Optional.empty(); // No zone of that name: times are told as without one.
      }
    }

    /* The earliest moment at which the tie is said to hold. What stays text is in the extra fields
     * already, and no claim. */
    private ClaimedTime time(XmlFrame frame) {
      List<String> starts = new ArrayList<>(frame.starts);
      for (String name : new String[] {"start", "startopen", "timestamp"}) {
        String own = frame.attributes.get(name);
        if (own != null && !own.isBlank()) {
          starts.add(own);
        }
      }
      ClaimedTime first = ClaimedTime.none();
      for (String start : starts) {
        ClaimedTime time = GraphTimes.of(start, zone, false);
        Instant at = time.instant();
        Instant before = first.instant();
        if (at != null && (before == null || at.isBefore(before))) {
          first = time;
        }
      }
      return first;
    }

    private void node(XmlFrame frame, Scribe.Place place) {
      String id = frame.take("id");
      String label = frame.take("label");
      XmlFrame outer = open.peek();
      if (outer != null) {
        frame.extra.put("within", String.valueOf(outer.attributes.get("id")));
      }
      Map<String, String> said = new TreeMap<>(frame.values);
      frame.values.clear();
      scribe.node(place, id, label, said, frame.rest());
    }

    private void edge(XmlFrame frame, Scribe.Place place) {
      String from = frame.take("source");
      String to = frame.take("target");
      String weight = frame.take("weight");
      String label = frame.take("label");
      String type = frame.take("type");
      String how = type.isEmpty() ? defaultType : type;
      if (how.equals("mutual")) {
        frame.extra.put("type", how);
      }
      if (from.isEmpty() || to.isEmpty()) {
        scribe.fault(place, ReadFault.MISSING, "an edge without one of its ends");
        return;
      }
      if (weight.isEmpty()) {
        String value = frame.takeValue("weight");
        weight = value == null ? "" : value;
      }
      ClaimedTime time = time(frame);
      scribe.edge(
          place, new Edge(from, to, label, weight, how.equals("directed"), frame.rest(), time));
    }
  }
}
