package dev.sextant.disclosure.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cytoscape's exchange format CX2 (its specification, version 2.0). */
final class Cx2 {
  private Cx2() {}

  static String write(Chart chart, Carried carried) {
    List<Object> nodes = new ArrayList<>();
    for (Chart.Node node : chart.nodes()) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      values.put("name", node.label());
      node.values().forEach((c, v) -> values.put(c, chart.numeric(c) ? JsonText.Number.of(v) : v));
      nodes.add(ordered("id", node.id(), "v", values));
    }
    List<Object> edges = new ArrayList<>();
    for (int i = 0; i < chart.ties().size(); i++) {
      Chart.Tie tie = chart.ties().get(i);
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      values.put("interaction", tie.kinds());
      values.put("weight", JsonText.Number.of(tie.weight()));
      values.put("first", tie.first());
      values.put("last", tie.last());
      edges.add(
          ordered(
              "id",
              i,
              "s",
              chart.nodes().get(tie.from()).id(),
              "t",
              chart.nodes().get(tie.to()).id(),
              "v",
              values));
    }
    Map<String, @Nullable Object> network = new LinkedHashMap<>(carried.facts());
    network.put("name", chart.title());
    List<Object> parts = new ArrayList<>();
    parts.add(ordered("CXVersion", "2.0", "hasFragments", false));
    parts.add(
        Map.of(
            "metaData",
            List.of(
                counted("attributeDeclarations", 1),
                counted("networkAttributes", 1),
                counted("nodes", nodes.size()),
                counted("edges", edges.size()))));
    parts.add(Map.of("attributeDeclarations", List.of(declared(chart, network))));
    parts.add(Map.of("networkAttributes", List.of(network)));
    parts.add(Map.of("nodes", nodes));
    parts.add(Map.of("edges", edges));
    parts.add(Map.of("status", List.of(ordered("error", "", "success", true))));
    return JsonText.lines(parts);
  }

  private static Map<String, @Nullable Object> counted(String name, int count) {
    return ordered("elementCount", count, "name", name);
  }

  private static Map<String, @Nullable Object> declared(
      Chart chart, Map<String, @Nullable Object> network) {
    Map<String, @Nullable Object> ofNodes = new LinkedHashMap<>();
    ofNodes.put("name", Map.of("d", "string"));
    chart
        .columns()
        .forEach((c, number) -> ofNodes.put(c, Map.of("d", number ? "double" : "string")));
    Map<String, @Nullable Object> ofEdges = new LinkedHashMap<>();
    ofEdges.put("interaction", Map.of("d", "string"));
    ofEdges.put("weight", Map.of("d", "double"));
    ofEdges.put("first", Map.of("d", "string"));
    ofEdges.put("last", Map.of("d", "string"));
    Map<String, @Nullable Object> ofNetwork = new LinkedHashMap<>();
    network.keySet().forEach(name -> ofNetwork.put(name, Map.of("d", "string")));
    return ordered("networkAttributes", ofNetwork, "nodes", ofNodes, "edges", ofEdges);
  }

  private static Map<String, @Nullable Object> ordered(Object... namesAndValues) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
