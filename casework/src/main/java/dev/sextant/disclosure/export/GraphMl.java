package dev.sextant.disclosure.export;

import java.util.Map;

/** GraphML (graphml.graphdrawing.org): keys are named as the columns are. */
final class GraphMl {
  private GraphMl() {}

  static String write(Chart chart, Carried carried) {
    Xml xml = new Xml();
    xml.raw("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
    key(xml, "label", "node", "string");
    chart.columns().forEach((name, number) -> key(xml, name, "node", number ? "double" : "string"));
    key(xml, "weight", "edge", "double");
    key(xml, "kinds", "edge", "string");
    key(xml, "first", "edge", "string");
    key(xml, "last", "edge", "string");
    carried.facts().keySet().forEach(name -> key(xml, name, "graph", "string"));
    xml.raw("<graph id=\"").text(chart.name()).raw("\" edgedefault=\"");
    xml.raw(chart.directed() ? "directed" : "undirected").raw("\">\n");
    carried.facts().forEach((name, value) -> datum(xml, "graph", name, value));
    chart.nodes().forEach(node -> node(xml, node));
    for (int i = 0; i < chart.ties().size(); i++) {
      tie(xml, i, chart, chart.ties().get(i));
    }
    return xml.raw("</graph>\n</graphml>").end();
  }

  private static void key(Xml xml, String name, String of, String type) {
    xml.raw("<key id=\"")
        .text(of + "." + name)
        .raw("\" for=\"" + of + "\" attr.name=\"")
        .text(name)
        .raw("\" attr.type=\"" + type + "\"/>\n");
  }

  private static void datum(Xml xml, String of, String name, String value) {
    if (!value.isEmpty()) {
      xml.raw("<data key=\"").text(of + "." + name).raw("\">").text(value).raw("</data>");
    }
  }

  private static void node(Xml xml, Chart.Node node) {
    xml.raw("<node id=\"" + node.id() + "\">");
    datum(xml, "node", "label", node.label());
    for (Map.Entry<String, String> value : node.values().entrySet()) {
      datum(xml, "node", value.getKey(), value.getValue());
    }
    xml.raw("</node>\n");
  }

  private static void tie(Xml xml, int id, Chart chart, Chart.Tie tie) {
    xml.raw("<edge id=\"e" + id + "\" source=\"" + chart.nodes().get(tie.from()).id())
        .raw("\" target=\"" + chart.nodes().get(tie.to()).id() + "\">");
    datum(xml, "edge", "weight", tie.weight());
    datum(xml, "edge", "kinds", tie.kinds());
    datum(xml, "edge", "first", tie.first());
    datum(xml, "edge", "last", tie.last());
    xml.raw("</edge>\n");
  }
}
