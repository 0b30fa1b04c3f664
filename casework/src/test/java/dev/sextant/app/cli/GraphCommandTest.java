package dev.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Direction, files that break off and hostile labels in {@code graph measure}. */
class GraphCommandTest {
  private static final String NODES = "<node id=\"a\"/><node id=\"b\"/><node id=\"c\"/>";

  @TempDir private Path folder;

  private Ran measure(String name, String text, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    List<String> args = new ArrayList<>(List.of("graph", "measure", file.toString()));
    args.addAll(List.of(more));
    // Everything, with intervals, takes seconds: only who asks for it here has to wait.
    if (!args.contains("--measures")) {
      args.addAll(List.of("--measures", "degree"));
    }
    if (!args.contains("--uncertainty") && !args.contains("--intervals")) {
      args.addAll(List.of("--uncertainty", "none"));
    }
    args.remove("--intervals");
    return Ran.of(args);
  }

  private static String graphMl(String edges) {
    return "<graphml><graph edgedefault=\"undirected\">" + NODES + edges + "</graph></graphml>";
  }

  private static String edge(String from, String to, String more) {
    return "<edge source=\"" + from + "\" target=\"" + to + "\"" + more + "/>";
  }

  @Test
  void tiesThatRunBothWaysDoSoInADirectedGraph() throws IOException {
    for (List<String> file :
        List.of(
            List.of("m.csv", ",a,b,c\na,0,1,0\nb,1,0,1\nc,0,1,0\n"),
            List.of("g.graphml", graphMl(edge("a", "b", "") + edge("b", "c", ""))),
            List.of("p.net", "*Vertices 3\n1 \"a\"\n2 \"b\"\n3 \"c\"\n*Edges\n1 2\n2 3\n"))) {
      Ran ran =
          measure(file.get(0), file.get(1), "--directed", "--measures", "betweenness,pagerank");
      assertThat(ran.code()).as(ran.err()).isZero();
      assertThat(ran.err()).as(file.getFirst()).contains("3 nodes, 4 ties (directed)");
      List<String[]> rows = ran.out().lines().skip(1).map(l -> l.split("\t")).toList();
      assertThat(rows).extracting(r -> r[1]).containsExactly("0", "2", "0");
      assertThat(Double.parseDouble(rows.get(0)[2]))
          .isCloseTo(Double.parseDouble(rows.get(2)[2]), within(1e-9));
    }
  }

  @Test
  void aFileIsMeasuredAsItSaysAndNotAsItLooks() throws IOException {
    String mixed = graphMl(edge("a", "b", "") + edge("c", "b", " directed=\"true\""));
    assertThat(measure("x.graphml", mixed).err()).contains("3 ties (directed)");
    assertThat(measure("x.graphml", mixed, "--undirected").err()).contains("2 ties (undirected)");
    String halves = ",a,b,c\na,0,1,0\nb,0,0,1\nc,0,1,0\n";
    assertThat(measure("h.csv", halves).err())
        .contains("2 ties (undirected)", "SX-NOTE-DIRECTION", "SX-NOTE-UNDIRECTED");
    assertThat(measure("h.csv", halves, "--directed").err()).contains("3 ties (directed)");
    String list = "source,target\na,b\nb,c\n";
    assertThat(measure("l.csv", list).err()).contains("2 ties (undirected)", "SX-NOTE-SILENT");
    assertThat(measure("l.csv", list, "--directed").err()).contains("2 ties (directed)");
  }

  @Test
  void intervalsAreThereUnlessNotWanted() throws IOException {
    String path = "source,target\na,b\nb,c\nc,d\n";
    Ran usual = measure("p.csv", path, "--measures", "harmonic,kcore", "--intervals");
    assertThat(usual.code()).as(usual.err()).isZero();
    assertThat(usual.out())
        .startsWith(
            "node\tharmonic\tkcore\tharmonic.rank\tharmonic.low\tharmonic.high\tharmonic.top4"
                + "\tkcore.rank\tkcore.low\tkcore.high\tkcore.top4\n");
    assertThat(usual.err())
        .contains("90 %, 1000 replicas", "0.1 of the true ties missing", "harmonic: robustness");
    Ran again =
        measure("p.csv", path, "--measures", "harmonic,kcore", "--intervals", "--threads", "2");
    assertThat(again.out()).isEqualTo(usual.out());
    Ran plain = measure("p.csv", path, "--measures", "harmonic", "--uncertainty", "none");
    assertThat(plain.out().lines().findFirst()).contains("node\tharmonic");
    Ran json =
        measure(
            "p.csv",
            path,
            "--measures",
            "harmonic,overview",
            "--uncertainty",
            "missing=0.1,spurious=0.02,replicas=50,seed=4",
            "--format",
            "json");
    JsonNode doc = JsonMapper.builder().build().readTree(json.out());
    assertThat(doc.at("/measures/harmonic")).hasSize(4);
    assertThat(doc.at("/answers/overview/whole/nodes").asInt()).isEqualTo(4);
    assertThat(doc.at("/uncertainty/replicas").asInt()).isEqualTo(50);
    assertThat(doc.at("/uncertainty/spreads/harmonic/low")).hasSize(4);
    assertThat(doc.at("/uncertainty/spreads/harmonic/robustness").asString()).isNotEmpty();
  }

  @Test
  void badUncertaintyAndUnknownMeasuresAreFaultsWithACure() throws IOException {
    String path = "source,target\na,b\n";
    Ran share = measure("p.csv", path, "--uncertainty", "missing=2");
    assertThat(share.code()).isEqualTo(ExitCode.FAULT);
    assertThat(share.err()).startsWith("SX-NETWORK-UNCERTAINTY: ").contains("missing=2");
    Ran name = measure("p.csv", path, "--measures", "betweeness");
    assertThat(name.code()).isEqualTo(ExitCode.FAULT);
    assertThat(name.err()).startsWith("SX-NETWORK-METHOD: ").contains("betweenness");
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        SextantCommand.run(
            new String[] {"graph", "measures", "constraint"},
            new PrintWriter(out, true),
            new PrintWriter(err, true));
    assertThat(code).as(err.toString()).isZero();
    assertThat(out.toString()).contains("Burt", "When ties are missing", "Cost: ");
  }

  @Test
  void bothDirectionsAtOnceAreWrongUsage() throws IOException {
    Ran ran = measure("l.csv", "source,target\na,b\n", "--directed", "--undirected");
    assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).startsWith("SX-CLI-USAGE: ");
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void aFileThatBreaksOffIsNotMeasuredUnlessAsked() throws IOException {
    String cut = graphMl(edge("a", "b", "")).replace("</graph></graphml>", "<edge sour");
    Ran refused = measure("cut.graphml", cut);
    assertThat(refused.code()).isEqualTo(ExitCode.FAULT);
    assertThat(refused.err()).startsWith("SX-READ-TRUNCATED: ").contains("--partial");
    assertThat(refused.out()).isEmpty();
    Ran part = measure("cut.graphml", cut, "--partial");
    assertThat(part.code()).as(part.err()).isZero();
    assertThat(part.err()).contains("SX-NOTE-PARTIAL", "everything after byte");
    assertThat(part.out().lines()).hasSize(4);
  }

  @Test
  void labelsCannotSteerTheTerminal() throws IOException {
    String list = "source,target\na\u001b[2J,b\u202egnp\nb\u202egnp,c\u0085\u007f\n";
    Ran tsv = measure("l.csv", list, "--measures", "degree");
    assertThat(tsv.code()).as(tsv.err()).isZero();
    assertThat(tsv.out()).contains("a\\u001b[2J\t1", "b\\u202egnp\t2");
    Ran json = measure("l.csv", list, "--measures", "degree", "--format", "json");
    for (String shown : List.of(tsv.out(), tsv.err(), json.out(), json.err())) {
      assertThat(shown).doesNotContainPattern("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u202a-\\u202e]");
    }
    JsonNode nodes = JsonMapper.builder().build().readTree(json.out()).get("nodes");
    assertThat(nodes.get(0).asString()).isEqualTo("a\u001b[2J");
    assertThat(nodes.get(1).asString()).isEqualTo("b\u202egnp");
  }
}
