package dev.sextant.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.records.reader.ExhibitSource;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.ReaderFault;
import dev.sextant.records.reader.Reading;
import dev.sextant.records.reader.Target;
import dev.sextant.terms.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files become the arrays that research measures. */
class GraphFileTest {
  @TempDir Path folder;

  private GraphTable read(String name, String text) throws IOException {
    try (ExhibitSource source =
        ExhibitSource.open(Files.writeString(folder.resolve(name), text), Limits.standard())) {
      return GraphFile.read(source);
    }
  }

  private static List<String> codes(GraphTable table) {
    return table.notes().stream().map(ReadNote::code).toList();
  }

  @Test
  void nodesKeepTheirOrderAndIsolatedOnesStay() throws IOException {
    GraphTable graph =
        read(
            "a.gml",
            "graph [ node [ id 3 ] node [ id 1 label \"x\" ]"
                + " node [ id 2 label \"x\" ] edge [ source 1 target 3 weight 2.5 ] ]");
    assertThat(graph.labels()).containsExactly("3", "x (1)", "x (2)");
    assertThat(graph.from()).containsExactly(1);
    assertThat(graph.to()).containsExactly(0);
    assertThat(graph.weight()).containsExactly(2.5);
    assertThat(graph.directed()).isFalse();
  }

  @Test
  void layersMergeAndMixedDirectionsAreToldApart() throws IOException {
    GraphTable layers = read("l.csv", "layer_name,source,target\na,1,2\nb,1,2\nb,2,3\n");
    assertThat(layers.edges()).isEqualTo(3);
    assertThat(codes(layers)).contains("SX-NOTE-LAYERS");
    GraphTable mixed = read("m.csv", "source,target,type\n1,2,directed\n2,3,undirected\n");
    assertThat(mixed.directed()).isTrue();
    assertThat(mixed.saysDirected()).isTrue();
    assertThat(mixed.from()).containsExactly(0, 1);
    assertThat(mixed.to()).containsExactly(1, 2);
    assertThat(mixed.bothWays()).containsExactly(false, true);
    assertThat(codes(mixed)).contains("SX-NOTE-BOTH-WAYS");
  }

  private static final String NODES = "<node id=\"a\"/><node id=\"b\"/><node id=\"c\"/>";

  private static String graphMl(String usual, String edges) {
    return "<graphml><graph edgedefault=\"" + usual + "\">" + NODES + edges + "</graph></graphml>";
  }

  @Test
  void whatTheFileSaysOfDirectionIsKept() throws IOException {
    GraphTable symmetric = read("s.csv", ",a,b,c\na,0,1,0\nb,1,0,1\nc,0,1,0\n");
    assertThat(symmetric.bothWays()).containsExactly(true, true);
    assertThat(symmetric.directed()).isFalse();
    GraphTable halves = read("h.csv", ",a,b,c\na,0,1,0\nb,0,0,1\nc,0,1,0\n");
    assertThat(halves.directed()).isTrue();
    assertThat(halves.directionStated()).isFalse();
    GraphTable silent = read("l.csv", "source,target\na,b\nb,c\n");
    assertThat(silent.bothWays()).containsExactly(false, false);
    assertThat(silent.directed()).isFalse();
    assertThat(silent.directionStated()).isFalse();
    GraphTable snap = read("snap.txt", "# Undirected graph: x\n# FromNodeId ToNodeId\n1 2\n2 3\n");
    assertThat(snap.bothWays()).containsExactly(true, true);
    String both = "<edge source=\"a\" target=\"b\"/>";
    GraphTable plain = read("u.graphml", graphMl("undirected", both));
    assertThat(plain.bothWays()).containsExactly(true);
    assertThat(plain.directionStated()).isTrue();
    assertThat(plain.saysDirected()).isFalse();
    String mixed = both + "<edge source=\"c\" target=\"b\" directed=\"true\"/>";
    GraphTable told = read("m.graphml", graphMl("undirected", mixed));
    assertThat(told.bothWays()).containsExactly(true, false);
    assertThat(told.saysDirected()).isTrue();
    GraphTable pajek =
        read("p.net", "*Vertices 3\n1 \"a\"\n2 \"b\"\n3 \"c\"\n*Arcs\n1 2\n*Edges\n2 3\n");
    assertThat(pajek.bothWays()).containsExactly(false, true);
    assertThat(pajek.saysDirected()).isTrue();
  }

  @Test
  void silenceIsOfItsPartOnly() throws IOException {
    Path many = Files.createDirectory(folder.resolve("parts"));
    Files.writeString(many.resolve("a.csv"), "source,target\n1,2\n2,3\n");
    Files.writeString(many.resolve("b.dot"), "graph { 3 -- 4 }");
    try (ExhibitSource source = ExhibitSource.open(many, Limits.standard())) {
      assertThat(GraphFile.read(source).bothWays()).containsExactly(false, false, true);
    }
    Files.writeString(many.resolve("c.dot"), "digraph { 4 -> 5 }");
    try (ExhibitSource source = ExhibitSource.open(many, Limits.standard())) {
      GraphTable graph = GraphFile.read(source);
      assertThat(graph.saysDirected()).isTrue();
      assertThat(graph.bothWays()).containsExactly(true, true, true, false);
    }
  }

  @Test
  void aFileThatBreaksOffIsRefusedOrTakenInPart() throws IOException {
    String whole = graphMl("directed", "<edge source=\"a\" target=\"b\"/>");
    String cut = whole.substring(0, whole.indexOf("</graph>"));
    assertThatThrownBy(() -> read("cut.graphml", cut))
        .isInstanceOfSatisfying(
            ReaderFault.class,
            e -> {
              assertThat(e.code()).isEqualTo("SX-READ-TRUNCATED");
              assertThat(e.cure()).contains("--partial");
            });
    GraphTable part =
        GraphFile.read(
            Reading.prepare(),
            Target.plain(folder.resolve("cut.graphml")),
            Limits.standard(),
            true,
            Progress.silent());
    assertThat(part.edges()).isEqualTo(1);
    assertThat(part.notes())
        .filteredOn(n -> n.code().equals("SX-NOTE-PARTIAL"))
        .singleElement()
        .satisfies(n -> assertThat(n.what()).contains("everything after byte"));
  }

  @Test
  void readingTellsHowFarItHasCome() throws IOException {
    StringBuilder ties = new StringBuilder("source,target\n");
    for (int i = 0; i < 2500; i++) {
      ties.append(i).append(',').append(i + 1).append('\n');
    }
    Path file = Files.writeString(folder.resolve("long.csv"), ties);
    List<Long> heard = new ArrayList<>();
    GraphFile.read(
        Reading.prepare(),
        Target.plain(file),
        Limits.standard(),
        false,
        (done, total, unit) -> {
          assertThat(total).isEqualTo(ties.length());
          heard.add(done);
        });
    assertThat(heard).hasSize(2).isSorted().allMatch(done -> done > 0 && done <= ties.length());
  }

  @Test
  void peopleAndEventsStayApart() throws IOException {
    GraphTable two = read("t.csv", ",x,y,z\na,1,0,0\nx,1,1,0\nb,0,3,0\n");
    assertThat(two.nodes()).isEqualTo(5);
    assertThat(two.edges()).isEqualTo(4);
    assertThat(two.weight()).containsExactly(1, 1, 1, 3);
    assertThat(codes(two)).contains("SX-NOTE-TWO-MODE");
  }

  @Test
  void whatIsLostIsTold() throws IOException {
    GraphTable graph = read("f.csv", "source,target\n1,2\n3,\n");
    assertThat(graph.edges()).isEqualTo(1);
    assertThat(codes(graph)).contains("SX-NOTE-LOST");
  }

  @Test
  void anArchiveOfTablesIsOneGraph() throws IOException {
    Path many = Files.createDirectory(folder.resolve("many"));
    Files.writeString(many.resolve("nodes.csv"), "id,label\n1,Anne\n2,Bela\n3,Cid\n");
    Files.writeString(many.resolve("ties.dot"), "graph { 1 -- 2 }");
    Files.writeString(many.resolve("words.txt"), "Nothing to see here.\n");
    try (ExhibitSource source = ExhibitSource.open(many, Limits.standard())) {
      GraphTable graph = GraphFile.read(source);
      assertThat(graph.labels()).containsExactly("Anne", "Bela", "Cid");
      assertThat(graph.edges()).isEqualTo(1);
    }
  }

  @Test
  void otherFilesAreRefused() {
    assertThatThrownBy(() -> read("x.txt", "Nothing of the kind.\n"))
        .isInstanceOf(ReaderFault.class)
        .extracting(e -> ((ReaderFault) e).code())
        .isEqualTo("SX-READ-UNKNOWN");
    assertThatThrownBy(() -> read("e.gexf", "<gexf version=\"1.3\"><meta/></gexf>"))
        .isInstanceOf(ReaderFault.class)
        .extracting(e -> ((ReaderFault) e).code())
        .isEqualTo("SX-READ-NO-NETWORK");
  }

  @Test
  void theChildProcessGivesTheSame() throws IOException {
    Path file = Files.writeString(folder.resolve("c.csv"), "source,target,weight\n1,2,5\n2,3,1\n");
    GraphTable there = GraphFile.read(Reading.prepare(), Target.plain(file), Limits.standard());
    GraphTable here = read("c.csv", Files.readString(file));
    assertThat(there.labels()).isEqualTo(here.labels());
    assertThat(there.from()).isEqualTo(here.from());
    assertThat(there.to()).isEqualTo(here.to());
    assertThat(there.weight()).isEqualTo(here.weight());
    assertThat(there.notes()).isEqualTo(here.notes());
  }
}
