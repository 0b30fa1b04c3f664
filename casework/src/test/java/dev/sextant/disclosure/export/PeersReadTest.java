package dev.sextant.disclosure.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.disclosure.report.Report;
import dev.sextant.disclosure.report.ReportTextTest;
import dev.sextant.findings.CitedSnapshot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What leaves as a network is read whole by the programs that people have. */
class PeersReadTest {
  private static final int NODES = 12;

  @TempDir Path folder;

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

  // ---------------------------------------------------------------- Gephi, a process of its own

  private static final String GEPHI =
      """
      import java.io.File;
      import org.gephi.graph.api.*;
      import org.gephi.io.importer.api.*;
      import org.gephi.io.processor.plugin.DefaultProcessor;
      import org.gephi.project.api.ProjectController;
      import org.openide.util.Lookup;

      public class Probe {
        public static void main(String[] files) throws Exception {
          ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
          ImportController imports = Lookup.getDefault().lookup(ImportController.class);
          for (String name : files) {
            projects.newProject();
            Container container = imports.importFile(new File(name));
            String issues = "";
            for (Issue issue : container.getReport().getIssuesList(1000)) {
              if (issue.getLevel() != Issue.Level.INFO && !issue.getMessage().startsWith("Graph attributes '")) issues += " " + issue.getLevel() + " " + issue.getMessage();
            }
            imports.process(container, new DefaultProcessor(), projects.getCurrentWorkspace());
            Graph graph = Lookup.getDefault().lookup(GraphController.class).getGraphModel().getGraph();
            double weight = 0;
            for (Edge edge : graph.getEdges().toArray()) weight += edge.getWeight();
            boolean labelled = false;
            for (Node node : graph.getNodes().toArray()) labelled |= "Mira Холм".equals(node.getLabel().replace('_', ' '));
            System.out.println("READ " + new File(name).getName() + " " + graph.getNodeCount() + " " + graph.getEdgeCount() + " " + weight + " " + labelled + issues);
            projects.closeCurrentProject();
          }
          System.exit(0);
        }
      }
      """;

  /**
   * The Gephi toolkit is GPL or CDDL: it is no library of this project, and is asked as a program
   * where the variable {@code GEPHI_TOOLKIT} names its jar.
   */
  @Test
  void gephiReadsTheNetworks() throws Exception {
    String jar = System.getenv("GEPHI_TOOLKIT");
    Assumptions.assumeTrue(
        jar != null && Files.isReadable(Path.of(jar)), "skipped: GEPHI_TOOLKIT names no jar");
    Path probe = folder.resolve("Probe.java");
    Files.writeString(probe, GEPHI);
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dnetbeans.user=" + folder,
                "-cp",
                Objects.requireNonNull(jar),
                probe.toString()));
    List<String> names =
        List.of("network-1.gexf", "network-1.graphml", "network-1.net", "network-1.dl");
    for (String name : names) {
      Files.writeString(folder.resolve(name), text(name));
      command.add(folder.resolve(name).toString());
    }
    Process process =
        new ProcessBuilder(command).redirectError(folder.resolve("errors").toFile()).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    double weight = ties().values().stream().mapToDouble(w -> w).sum();
    String counts = " " + NODES + " " + ties().size() + " " + weight + " ";
    assertThat(said.lines().filter(line -> line.startsWith("READ ")).toList())
        .as(Files.readString(folder.resolve("errors")))
        // What Gephi has no place for, it says; nothing else may be amiss.
        .containsExactly(
            "READ network-1.gexf" + counts + "true",
            "READ network-1.graphml" + counts + "true",
            "READ network-1.net" + counts + "true",
            "READ network-1.dl" + counts + "true");
  }

  // ---------------------------------------------------------------- structure, where no reader is

  /** UCINET DL (Borgatti, Everett and Freeman 2002): header, labels, as many as it says, edges. */
  @Test
  void ucinetDlIsWhatItsGuideSays() {
    List<String> lines = text("network-1.dl").lines().toList();
    String head = String.join(" ", lines.subList(0, lines.indexOf("labels:")));
    assertThat(head.toLowerCase(java.util.Locale.ROOT))
        .matches("dl n ?= ?" + NODES + ",? format ?= ?edgelist1.*");
    int data = lines.indexOf("data:");
    assertThat(data).isPositive();
    assertThat(data).isEqualTo(lines.indexOf("labels:") + 2);
    List<String> labels = List.of(lines.get(data - 1).split(",", -1));
    assertThat(labels).hasSize(NODES).doesNotHaveDuplicates();
    for (String edge : lines.subList(data + 1, lines.size())) {
      String[] parts = edge.strip().split("\\s+");
      assertThat(parts).as(edge).hasSize(3);
      assertThat(Integer.parseInt(parts[0])).isBetween(1, NODES);
      assertThat(Integer.parseInt(parts[1])).isBetween(1, NODES);
      assertThat(Double.parseDouble(parts[2])).isPositive();
    }
  }

  /** CX2 2.0: descriptor first, status last, aspects known, edges between nodes that are there. */
  @Test
  void cx2IsWhatItsSpecificationSays() {
    JsonNode cx2 = JsonMapper.shared().readTree(text("network-1.cx2"));
    assertThat(cx2.get(0).get("CXVersion").asString()).isEqualTo("2.0");
    assertThat(cx2.get(0).has("hasFragments")).isTrue();
    JsonNode status = cx2.get(cx2.size() - 1).get("status").get(0);
    assertThat(status.get("success").asBoolean()).isTrue();
    Set<String> aspects = new HashSet<>();
    Set<Long> nodes = new HashSet<>();
    Set<Long> edges = new HashSet<>();
    Set<String> declared = new HashSet<>();
    for (JsonNode part : cx2) {
      for (Map.Entry<String, JsonNode> aspect : part.properties()) {
        aspects.add(aspect.getKey());
        if (aspect.getKey().equals("attributeDeclarations")) {
          declared.addAll(aspect.getValue().get(0).get("nodes").propertyNames());
        }
        if (aspect.getKey().equals("nodes")) {
          for (JsonNode node : aspect.getValue()) {
            assertThat(nodes.add(node.get("id").asLong())).isTrue();
            assertThat(declared).containsAll(node.get("v").propertyNames());
          }
        }
        if (aspect.getKey().equals("edges")) {
          for (JsonNode edge : aspect.getValue()) {
            assertThat(edges.add(edge.get("id").asLong())).isTrue();
            assertThat(nodes).contains(edge.get("s").asLong(), edge.get("t").asLong());
          }
        }
      }
    }
    assertThat(aspects).contains("metaData", "attributeDeclarations", "networkAttributes", "nodes");
    assertThat(nodes).hasSize(NODES);
    assertThat(edges).hasSize(ties().size());
    for (JsonNode meta : cx2.get(1).get("metaData")) {
      assertThat(aspects).contains(meta.get("name").asString());
    }
  }
}
