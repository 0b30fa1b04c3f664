package dev.sextant.disclosure.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * GEXF 1.2 (gexf.net), the newest that all its readers know: a network that Gephi opens with its
 * columns and, where ties have times, its timeline. Days in {@code start} and {@code end}, full
 * times as columns.
 */
final class Gexf {
  private static final int DAY = "2026-01-01".length();

  private Gexf() {}

  static String write(Chart chart, Carried carried) {
    Xml xml = new Xml();
    List<String> columns = new ArrayList<>(chart.columns().keySet());
    // The schema's meta has no title: readers that validate refuse one.
    xml.raw(
            "<gexf xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\">\n<meta><creator>Sextant</creator><description>")
        .text(chart.title() + "; " + carried.line())
        .raw(
            "</description></meta>\n<graph mode=\"dynamic\" timeformat=\"date\" defaultedgetype=\"")
        .raw(chart.directed() ? "directed" : "undirected")
        .raw("\">\n<attributes class=\"node\" mode=\"static\">\n");
    for (int i = 0; i < columns.size(); i++) {
      attribute(xml, i, columns.get(i), chart.numeric(columns.get(i)) ? "double" : "string");
    }
    xml.raw("</attributes>\n<attributes class=\"edge\" mode=\"static\">\n");
    attribute(xml, 0, "kinds", "string");
    attribute(xml, 1, "first", "string");
    attribute(xml, 2, "last", "string");
    xml.raw("</attributes>\n<nodes>\n");
    chart.nodes().forEach(node -> node(xml, node, columns));
    xml.raw("</nodes>\n<edges>\n");
    for (int i = 0; i < chart.ties().size(); i++) {
      tie(xml, i, chart, chart.ties().get(i));
    }
    return xml.raw("</edges>\n</graph>\n</gexf>").end();
  }

  private static void attribute(Xml xml, int id, String title, String type) {
    xml.raw("<attribute id=\"" + id + "\" title=\"")
        .text(title)
        .raw("\" type=\"" + type + "\"/>\n");
  }

  private static void node(Xml xml, Chart.Node node, List<String> columns) {
    xml.raw("<node id=\"" + node.id() + "\" label=\"").text(node.label()).raw("\"><attvalues>");
    for (Map.Entry<String, String> value : node.values().entrySet()) {
      value(xml, columns.indexOf(value.getKey()), value.getValue());
    }
    xml.raw("</attvalues></node>\n");
  }

  private static void tie(Xml xml, int id, Chart chart, Chart.Tie tie) {
    xml.raw("<edge id=\"" + id + "\" source=\"" + chart.nodes().get(tie.from()).id())
        .raw("\" target=\"" + chart.nodes().get(tie.to()).id() + "\" weight=\"")
        .text(tie.weight())
        .raw("\"");
    day(xml, "start", tie.first());
    day(xml, "end", tie.last());
    xml.raw("><attvalues>");
    value(xml, 0, tie.kinds());
    value(xml, 1, tie.first());
    value(xml, 2, tie.last());
    xml.raw("</attvalues></edge>\n");
  }

  private static void day(Xml xml, String name, String time) {
    if (time.length() >= DAY) {
      xml.raw(" " + name + "=\"").text(time.substring(0, DAY)).raw("\"");
    }
  }

  private static void value(Xml xml, int attribute, String value) {
    if (!value.isEmpty()) {
      xml.raw("<attvalue for=\"" + attribute + "\" value=\"").text(value).raw("\"/>");
    }
  }
}
