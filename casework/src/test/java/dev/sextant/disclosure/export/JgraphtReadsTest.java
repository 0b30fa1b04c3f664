package dev.sextant.disclosure.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.disclosure.report.Report;
import dev.sextant.disclosure.report.ReportTextTest;
import dev.sextant.findings.CitedSnapshot;
import java.io.StringReader;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.builder.GraphTypeBuilder;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.GraphImporter;
import org.jgrapht.nio.gexf.SimpleGEXFImporter;
import org.jgrapht.nio.graphml.GraphMLImporter;
import org.jgrapht.util.SupplierUtil;
import org.junit.jupiter.api.Test;

/**
 * What leaves as a network is read whole by JGraphT, which holds GEXF and GraphML to their schemas.
 */
class JgraphtReadsTest {
  private static final int NODES = 12;

  private static final Report REPORT = ReportTextTest.report(NODES);

  private static CitedSnapshot network() {
    return Objects.requireNonNull(REPORT.findings().getFirst().document().snapshot());
  }

  private static String text(String name) {
    return Exported.of(REPORT).stream()
        .filter(f -> f.path().equals(ExportFile.FOLDER + name))
        .findFirst()
        .orElseThrow()
        .text();
  }

  /** Each tie by the numbers of its ends, with its weight. */
  private static Map<String, Double> ties() {
    Map<String, Double> ties = new TreeMap<>();
    for (CitedSnapshot.Tie tie : network().ties()) {
      int from = network().nodes().get(tie.from()).number();
      int to = network().nodes().get(tie.to()).number();
      ties.put(from + " " + to, Double.parseDouble(tie.weight()));
    }
    return ties;
  }

  private record Read(Map<String, Double> ties, Map<String, Map<String, String>> nodes) {}

  private static Read read(GraphImporter<String, DefaultWeightedEdge> importer, String text) {
    Graph<String, DefaultWeightedEdge> graph =
        GraphTypeBuilder.<String, DefaultWeightedEdge>directed()
            .allowingMultipleEdges(true)
            .allowingSelfLoops(true)
            .weighted(true)
            .vertexSupplier(SupplierUtil.createStringSupplier())
            .edgeSupplier(SupplierUtil.createDefaultWeightedEdgeSupplier())
            .buildGraph();
    importer.importGraph(graph, new StringReader(text));
    Map<String, Double> ties = new TreeMap<>();
    for (DefaultWeightedEdge e : graph.edgeSet()) {
      ties.put(graph.getEdgeSource(e) + " " + graph.getEdgeTarget(e), graph.getEdgeWeight(e));
    }
    Map<String, Map<String, String>> nodes = new TreeMap<>();
    graph.vertexSet().forEach(v -> nodes.put(v, new TreeMap<>()));
    return new Read(ties, nodes);
  }

  @Test
  void jgraphtReadsGexf() {
    SimpleGEXFImporter<String, DefaultWeightedEdge> importer = new SimpleGEXFImporter<>();
    importer.setVertexFactory(id -> id);
    Map<String, String> labels = new TreeMap<>();
    importer.addVertexAttributeConsumer(
        (pair, value) -> attribute(labels, pair.getFirst(), pair.getSecond(), "label", value));
    Read read = read(importer, text("network-1.gexf"));
    assertThat(read.nodes()).hasSize(NODES);
    assertThat(read.ties()).isEqualTo(ties());
    assertThat(labels).containsEntry("1", "Mira Холм").containsEntry("3", "unnamed 3");
  }

  @Test
  void jgraphtReadsGraphMl() {
    GraphMLImporter<String, DefaultWeightedEdge> importer = new GraphMLImporter<>();
    importer.setVertexFactory(id -> id);
    Map<String, String> labels = new TreeMap<>();
    importer.addVertexAttributeConsumer(
        (pair, value) -> attribute(labels, pair.getFirst(), pair.getSecond(), "label", value));
    Read read = read(importer, text("network-1.graphml"));
    assertThat(read.nodes()).hasSize(NODES);
    assertThat(read.ties()).hasSize(ties().size());
    assertThat(read.ties().values().stream().mapToDouble(w -> w).sum())
        .isEqualTo(ties().values().stream().mapToDouble(w -> w).sum());
    assertThat(labels).containsValue("Mira Холм").containsValue("unnamed 3");
  }

  private static void attribute(
      Map<String, String> labels, String vertex, String name, String wanted, Attribute value) {
    if (name.equals(wanted)) {
      labels.put(vertex, value.getValue());
    }
  }
}
