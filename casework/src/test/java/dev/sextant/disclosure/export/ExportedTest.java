package dev.sextant.disclosure.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sextant.disclosure.report.Report;
import dev.sextant.disclosure.report.ReportTextTest;
import dev.sextant.findings.CitedSnapshot;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadTrial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports are what the standards say, what their readers read, and the same every time. */
class ExportedTest {
  private static final int NODES = 12;

  @TempDir Path folder;

  private static Report report() {
    return ReportTextTest.report(NODES);
  }

  private static CitedSnapshot network() {
    return Objects.requireNonNull(report().findings().getFirst().document().snapshot());
  }

  private static String text(String name) {
    return Exported.of(report()).stream()
        .filter(f -> f.path().equals(ExportFile.FOLDER + name))
        .findFirst()
        .orElseThrow()
        .text();
  }

  private ReadTrial read(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text(name));
    return ReadTrial.of(file);
  }

  @Test
  void theSameReportGivesTheSameBytesAndEveryFileCarriesAuthorityAndHandling() {
    assertThat(Exported.of(report())).isEqualTo(Exported.of(report()));
    for (ExportFile file : Exported.of(report())) {
      if (file.path().endsWith(".dl")) {
        continue; // It has no place for it.
      }
      assertThat(file.text()).as(file.path()).contains("DA-2026-311").contains("H1 TLP:AMBER");
    }
    assertThat(Exported.of(report())).hasSize(14);
  }

  /** Who is a number in the finding is one in every export too. */
  @Test
  void nobodyIsNamedWhomTheFindingDoesNotName() {
    for (ExportFile file : Exported.of(report())) {
      assertThat(file.text()).as(file.path()).doesNotContain("777003");
    }
    assertThat(text("network-1-nodes.csv")).contains("unnamed 3");
  }

  @Test
  void ourOwnReadersReadEveryNetworkBackWhole() throws IOException {
    for (String name :
        List.of("network-1.gexf", "network-1.graphml", "network-1.net", "network-1.dl")) {
      try (ReadTrial trial = read(name)) {
        assertThat(trial.faults).as(name).isEmpty();
        assertThat(trial.of(Record.Relation.class)).as(name).hasSize(network().ties().size());
        if (!name.endsWith(".dl")) {
          assertThat(trial.of(Record.Profile.class)).as(name).hasSize(NODES);
        }
      }
    }
  }

  @Test
  void ourOwnReadersReadTheInterchangeFormats() throws IOException {
    for (String name :
        List.of(
            "findings.stix.json",
            "findings.ftm.jsonl",
            "findings.misp.json",
            "findings.case.jsonld")) {
      try (ReadTrial trial = read(name)) {
        assertThat(trial.faults).as(name).isEmpty();
        assertThat(trial.records).as(name + " by " + trial.reader()).isNotEmpty();
      }
    }
  }

  /** Peers' own readers, where this machine has them: networkx 2 or newer. */
  @Test
  void networkxReadsTheNetworks() throws Exception {
    Path python = Path.of("/usr/bin/python3");
    Assumptions.assumeTrue(Files.isExecutable(python), "skipped: no python3 here");
    for (String name : List.of("network-1.gexf", "network-1.graphml", "network-1.net")) {
      Files.writeString(folder.resolve(name), text(name));
    }
    String program =
        """
        import sys
        try:
            import networkx as nx
        except ImportError:
            print("absent"); sys.exit(0)
        d = sys.argv[1]
        for f, n in ((nx.read_gexf, "network-1.gexf"), (nx.read_graphml, "network-1.graphml"), (nx.read_pajek, "network-1.net")):
            g = f(d + "/" + n)
            print(n, g.is_directed(), g.number_of_nodes(), g.number_of_edges(), sum(w for _, _, w in g.edges(data="weight")))
        """;
    Process process =
        new ProcessBuilder(python.toString(), "-c", program, folder.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    Assumptions.assumeFalse(said.startsWith("absent"), "skipped: no networkx here");
    double weight =
        network().ties().stream().mapToDouble(t -> Double.parseDouble(t.weight())).sum();
    String counts = " True " + NODES + " " + network().ties().size() + " " + weight;
    assertThat(said.lines())
        .containsExactly(
            "network-1.gexf" + counts, "network-1.graphml" + counts, "network-1.net" + counts);
  }

  @Test
  void everyStixObjectIsWhatItsSchemaSays() throws IOException {
    Path schemas = ReadTrial.realData("specs/stix/schemas");
    Map<String, String> byId = new HashMap<>();
    Map<String, String> byType = new HashMap<>();
    for (Path file : files(schemas, ".json")) {
      String schema = Files.readString(file);
      String id = schema.replaceFirst("(?s).*?\"\\$id\":\\s*\"([^\"]+)\".*", "$1");
      byId.put(id, schema);
      byType.put(file.getFileName().toString().replace(".json", ""), id);
    }
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, b -> b.schemas(byId));
    tools.jackson.databind.JsonNode bundle =
        tools.jackson.databind.json.JsonMapper.shared().readTree(text("findings.stix.json"));
    List<String> types = new ArrayList<>();
    for (tools.jackson.databind.JsonNode object : bundle.get("objects")) {
      String type = object.get("type").asString();
      types.add(type);
      assertThat(errors(registry, byType.get(type), object.toString()))
          .as(object::toString)
          .isEmpty();
    }
    assertThat(types)
        .contains("report", "note", "identity", "user-account", "relationship", "file");
    assertThat(errors(registry, byType.get("report"), "{\"type\": \"report\"}")).isNotEmpty();
  }

  private static List<Error> errors(SchemaRegistry registry, @Nullable String id, String json) {
    Schema schema = registry.getSchema(SchemaLocation.of(Objects.requireNonNull(id)));
    return schema.validate(json, InputFormat.JSON);
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(p -> p.toString().endsWith(ending)).sorted().toList();
    }
  }

  @Test
  void caseIsWhatTheShapesOfCaseAndUcoSay() throws IOException {
    Graph ontology = GraphFactory.createDefaultGraph();
    for (String part : List.of("specs/uco", "specs/case/ontology")) {
      for (Path file : files(ReadTrial.realData(part), ".ttl")) {
        if (file.endsWith("owl.ttl")) {
          continue; // How ontologies are written, which is not what is exported.
        }
        // Two constraints on dictionaries group without the variable that SHACL binds beforehand;
        // Jena's parser wants it named. Their meaning stays.
        String turtle = Files.readString(file).replace("GROUP BY ?value", "GROUP BY $this ?value");
        RDFParser.fromString(turtle, Lang.TTL).parse(ontology);
      }
    }
    Shapes shapes = Shapes.parse(ontology);
    assertThat(shapes.numShapes()).isGreaterThan(300);
    assertThat(broken(shapes, ontology, text("findings.case.jsonld"))).isEmpty();
    // The same shapes do refuse.
    String wrong =
        text("findings.case.jsonld")
            .replace("\"@type\": \"xsd:hexBinary\"", "\"@type\": \"xsd:string\"");
    assertThat(broken(shapes, ontology, wrong)).isNotEmpty();
  }

  private static List<String> broken(Shapes shapes, Graph ontology, String jsonld) {
    Graph data = GraphFactory.createDefaultGraph();
    RDFParser.fromString(jsonld, Lang.JSONLD).parse(data);
    ValidationReport told = ShaclValidator.get().validate(shapes, new Union(data, ontology));
    return told.getEntries().stream()
        .filter(e -> e.severity() == Severity.Violation || e.severity() == Severity.Warning)
        .filter(e -> data.contains(e.focusNode(), null, null))
        .map(Object::toString)
        .toList();
  }

  @Test
  void hostileLabelsStayText() {
    Chart.Node evil =
        new Chart.Node(1, "=cmd|' /C calc'!A0\u0007\"<x>&\r\n", Map.of("role", "+1,\"2\""));
    Chart chart =
        new Chart(
            "network-1", "t\"\n", false, Map.of("role", false), List.of(evil, evil), List.of());
    Carried carried = new Carried(Map.of("authority", "a\"b", "handling", "h\nx"));
    assertThat(Tables.nodes(chart, carried)).contains("\"'=cmd|").contains("\"'+1,\"\"2\"\"\"");
    assertThat(Gexf.write(chart, carried))
        .contains("=cmd|' /C calc'!A0\u27E6U+0007\u27E7&quot;&lt;x&gt;&amp;&#13;&#10;");
    assertThat(Matrices.pajek(chart, carried).lines()).hasSize(5);
    assertThat(Matrices.dl(chart)).contains("<x>&_2\r\n");
    assertThat(JsonText.line(Map.of("a", "\ud800"))).isEqualTo("{\"a\":\"\ufffd\"}\n");
  }

  @Test
  void namedUuidsAreTheStandardsOwn() {
    // RFC 9562, appendix A.4: version 5 of the DNS namespace and www.example.com.
    assertThat(
            NamedUuid.of(
                java.util.UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"),
                "www.example.com"))
        .hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
  }
}
