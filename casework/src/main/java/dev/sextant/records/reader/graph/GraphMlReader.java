package dev.sextant.records.reader.graph;

import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadFault;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads GraphML (Brandes et al., "GraphML Progress Report", DOI 10.1007/3-540-45848-4_59): nodes
 * and edges with their data by key, nested graphs, ports; hyperedges are unknown items.
 */
public final class GraphMlReader extends XmlReader {
  /** A reader. */
  public GraphMlReader() {
    super(
        "graphml",
        3,
        "GraphML",
        List.of(
            "nodes",
            "edges",
            "hyperedges as something that all ends took part in",
            "keys with defaults",
            "nested graphs",
            "ports",
            "yEd labels"),
        List.of("drawing of yEd files beyond labels"),
        List.of(),
        "graphml");
  }

  @Override
  void tell(XmlCursor xml, Scribe scribe, long size) throws IOException, XmlCursor.Broken {
    new Telling(xml, scribe).all();
  }

  /**
   * A key's declaration.
   *
   * @param name of the attribute it stands for
   * @param preset value where none is given, or null
   */
  private record Key(String name, @Nullable String preset) {}

  private static final class Telling {
    private final XmlCursor xml;
    private final Scribe scribe;
    private final Map<String, Key> nodeKeys = new HashMap<>();
    private final Map<String, Key> edgeKeys = new HashMap<>();
    private final Deque<XmlFrame> open = new ArrayDeque<>();
    private final Deque<Boolean> directed = new ArrayDeque<>();
    private boolean hyper;

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
        case "graphml" -> {}
        case "key" -> key();
        case "graph" -> directed.push("directed".equals(xml.attribute("edgedefault")));
        case "node" -> open.push(new XmlFrame(true, xml.start(), xml.attributes()));
        case "edge" -> open.push(new XmlFrame(false, xml.start(), xml.attributes()));
        case "hyperedge" -> {
          open.push(new XmlFrame(false, xml.start(), xml.attributes()));
          hyper = true;
        }
        case "endpoint" -> endpoint();
        case "data" -> data();
        case "port" -> port();
        default -> other();
      }
    }

    private void key() throws IOException, XmlCursor.Broken {
      String id = xml.attribute("id");
      String named = xml.attribute("attr.name");
      String yfiles = xml.attribute("yfiles.type");
      String name = named.isEmpty() ? (yfiles.isEmpty() ? id : yfiles) : named;
      String of = xml.attribute("for");
      Key key = new Key(name, preset(xml, scribe));
      if (of.isEmpty() || of.equals("all") || of.equals("node")) {
        nodeKeys.put(id, key);
      }
      if (of.isEmpty() || of.equals("all") || of.equals("edge")) {
        edgeKeys.put(id, key);
      }
    }

    private void data() throws IOException, XmlCursor.Broken {
      XmlFrame frame = open.peek();
      if (frame == null) {
        skipUnknown(xml, scribe, "data of the whole graph");
        return;
      }
      String id = xml.attribute("key");
      Key key = (frame.node ? nodeKeys : edgeKeys).get(id);
      String text = xml.textOfElement().strip();
      String name = key == null ? id : key.name();
      if (!text.isEmpty()) {
        frame.keepValue(name.isEmpty() ? "data" : name, text);
      }
    }

    private void endpoint() throws IOException, XmlCursor.Broken {
      XmlFrame frame = open.peek();
      if (frame == null || !hyper) {
        skipUnknown(xml, scribe, "endpoint outside a hyperedge");
        return;
      }
      String type = xml.attribute("type");
      frame.ends.add(xml.attribute("node"));
      if (type.equals("in") || type.equals("out")) {
        frame.keepExtra("endpoint " + xml.attribute("node"), type);
      }
      xml.textOfElement();
    }

    /* A tie of more than two ends is something that all of them took part in. */
    private void hyperedge(XmlFrame frame, Scribe.Place place) {
      hyper = false;
      presets(frame, edgeKeys);
      List<String> ends = frame.ends.stream().filter(e -> !e.isBlank()).distinct().toList();
      if (ends.isEmpty()) {
        scribe.fault(place, ReadFault.MISSING, "a hyperedge without ends");
        return;
      }
      String id = frame.take("id");
      String label = frame.takeValue("label", "edgelabel", "relation");
      String name = label != null ? label : id.isEmpty() ? "hyperedge at " + frame.from : id;
      String weight = frame.takeValue("weight");
      Map<String, String> extra = frame.rest();
      List<Record> records = Scribe.gathering();
      ends.forEach(end -> records.add(scribe.membership(place, end, name, weight, extra)));
      scribe.together(records);
    }

    private void port() throws IOException, XmlCursor.Broken {
      XmlFrame frame = open.peek();
      if (frame == null || !frame.node) {
        skipUnknown(xml, scribe, "port outside a node");
        return;
      }
      frame.keepExtra("port", xml.attribute("name"));
      String text = xml.textOfElement().strip();
      if (!text.isEmpty()) {
        frame.keepExtra("port data", text);
      }
    }

    private void other() throws IOException, XmlCursor.Broken {
      XmlFrame frame = open.peek();
      String name = xml.name();
      if (frame == null || !(name.equals("desc") || name.equals("locator"))) {
        skipUnknown(xml, scribe, name);
        return;
      }
      String address = xml.attribute("href");
      String text = xml.textOfElement().strip();
      frame.keepExtra(name, address.isEmpty() ? text : address);
    }

    private void end() {
      switch (xml.name()) {
        case "graph" -> directed.poll();
        case "hyperedge" -> {
          XmlFrame frame = open.pop();
          hyperedge(frame, new Scribe.Place(frame.from, xml.end(), ""));
        }
        case "node", "edge" -> {
          XmlFrame frame = open.pop();
          Scribe.Place place = new Scribe.Place(frame.from, xml.end(), "");
          if (frame.node) {
            node(frame, place);
          } else {
            edge(frame, place);
          }
        }
        default -> {}
      }
    }

    private void presets(XmlFrame frame, Map<String, Key> keys) {
      for (Key key : keys.values()) {
        String preset = key.preset();
        if (preset != null) {
          frame.values.putIfAbsent(key.name(), preset);
        }
      }
    }

    private void node(XmlFrame frame, Scribe.Place place) {
      presets(frame, nodeKeys);
      String id = frame.take("id");
      if (open.peek() != null) {
        frame.extra.put("within", String.valueOf(open.peek().attributes.get("id")));
      }
      String label = frame.takeValue("label", "name", "nodegraphics", "nodelabel");
      Map<String, String> said = new TreeMap<>(frame.values);
      frame.values.clear();
      scribe.node(place, id, label, said, frame.rest());
    }

    private void edge(XmlFrame frame, Scribe.Place place) {
      presets(frame, edgeKeys);
      String from = frame.take("source");
      String to = frame.take("target");
      String stated = frame.take("directed");
      boolean oneWay =
          stated.isEmpty() ? Boolean.TRUE.equals(directed.peek()) : stated.equals("true");
      String label =
          frame.takeValue("label", "edgelabel", "relation", "relationship", "edgegraphics");
      String weight = frame.takeValue("weight");
      if (from.isEmpty() || to.isEmpty()) {
        scribe.fault(place, ReadFault.MISSING, "an edge without one of its ends");
        return;
      }
      scribe.edge(place, new Edge(from, to, label, weight, oneWay, frame.rest()));
    }
  }
}
