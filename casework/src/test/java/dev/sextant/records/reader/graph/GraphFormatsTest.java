package dev.sextant.records.reader.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.Record;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.ReadTrial;
import dev.sextant.records.reader.Readers;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each format's reader says of a small file that was made here. */
class GraphFormatsTest {
  @TempDir Path folder;

  private ReadTrial read(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    return ReadTrial.of(file, new Readers(GraphReaders.all()), Limits.standard());
  }

  private ReadTrial read(String name, String text) throws IOException {
    return read(name, GraphSamples.utf8(text));
  }

  private static List<String> ties(ReadTrial trial) {
    return trial.of(Record.Relation.class).stream()
        .map(r ->
            r.from().key()
                + (r.directed() ? ">" : "-")
                + r.to().key()
                + " "
                + r.weight()
                + (r.label() == null ? "" : " " + r.label()))
        .toList();
  }

  private static List<String> nodes(ReadTrial trial) {
    return trial.of(Record.Profile.class).stream()
        .map(p -> p.account().key() + "=" + p.account().shownAs() + p.attributes())
        .toList();
  }

  private static List<String> part(ReadTrial trial) {
    return trial.of(Record.Membership.class).stream()
        .map(m -> m.account().key() + " at " + m.group().title())
        .toList();
  }

  private static List<String> codes(ReadTrial trial) {
    return trial.notes.stream().map(ReadNote::code).distinct().toList();
  }

  @Test
  void graphml() throws IOException {
    ReadTrial t = read("a.graphml", GraphSamples.GRAPHML);
    assertThat(t.reader()).isEqualTo("graphml");
    assertThat(nodes(t))
        .containsExactly(
            "a=Änne{town=Lübeck}", "b1=b1{town=Lübeck}", "b2=b2{town=Lübeck}", "b=Béla{town=K&B}");
    assertThat(ties(t)).containsExactly("b1>b2 1.0", "a-b 2.5", "a>b1 1.0");
    assertThat(t.unknowns).isEmpty();
    assertThat(part(t)).isNotEmpty();
    assertThat(t.records)
        .allSatisfy(r -> assertThat(t.text(r.header().locator())).startsWith("<").endsWith(">"));
    Record.Profile b = t.of(Record.Profile.class).getLast();
    assertThat(t.text(b.header().locator())).startsWith("<node id=\"b\">").endsWith("</node>");
    assertThat(b.header().extra()).containsEntry("port", "north");
    assertThat(t.of(Record.Profile.class).get(1).header().extra()).containsEntry("within", "b");
  }

  @Test
  void gexf() throws IOException {
    ReadTrial t = read("a.gexf", GraphSamples.GEXF);
    assertThat(nodes(t)).containsExactly("1=Änne{role=x}", "2=Bela{}");
    assertThat(ties(t)).containsExactly("1>2 3.0", "2-1 1.0");
    assertThat(t.of(Record.Profile.class).getLast().header().extra())
        .containsEntry("spell", "2026-01-01..<2026-02-01");
    assertThat(t.of(Record.Relation.class).getLast().header().extra())
        .containsEntry("weight", "INF");
    assertThat(codes(t)).contains("SX-NOTE-WEIGHT");
  }

  @Test
  void gml() throws IOException {
    ReadTrial t = read("a.gml", GraphSamples.GML);
    assertThat(t.reader()).isEqualTo("gml");
    assertThat(nodes(t)).containsExactly("1=Änne{graphics.x=1.0, graphics.y=2.0}", "2=Bela{}");
    assertThat(ties(t)).containsExactly("1>2 4.0", "2>2 1.0");
    assertThat(t.unknowns).extracting(ReadTrial.Unfamiliar::section).containsExactly("creator");
    assertThat(t.text(t.records.get(1).header().locator()))
        .isEqualTo("node [ id 2 label \"Bela\" ]");
  }

  @Test
  void pajek() throws IOException {
    ReadTrial t = read("a.net", GraphSamples.PAJEK);
    assertThat(ties(t)).containsExactly("1>2 3.0 calls", "2-4 1.0 kin", "1>2 1.0", "1>4 1.0");
    assertThat(nodes(t))
        .containsExactly(
            "1=Anne Alt{}",
            "2=Bela{}",
            "4=Dora{}",
            "3=3{}",
            "1=1{towns=7}",
            "2=2{towns=8}",
            "3=3{towns=7}",
            "4=4{towns=9}");
    assertThat(t.ignored).hasSize(1);
  }

  @Test
  void dot() throws IOException {
    ReadTrial t = read("a.dot", GraphSamples.DOT);
    assertThat(t.reader()).isEqualTo("dot");
    assertThat(ties(t))
        .containsExactly(
            "a>b 2.0 x", "a>c 2.0 x", "b>d 2.0 x", "c>d 2.0 x", "e>f 1.0", "g h>a 1.0");
    assertThat(nodes(t)).contains("a=Änne \"A\"{}");
    assertThat(t.faults).isEmpty();
    assertThat(t.text(t.of(Record.Relation.class).getFirst().header().locator()))
        .isEqualTo("a -> {b; c} -> d [weight=2, label=\"x\"]");
  }

  @Test
  void vnaAndMatrixMarketAndMetisAndDl() throws IOException {
    ReadTrial vna = read("a.vna", GraphSamples.VNA);
    assertThat(nodes(vna)).containsExactly("1=1{town=Bad Ems}", "2=2{town=Ulm}");
    assertThat(ties(vna)).containsExactly("1>2 2.5");
    ReadTrial mtx = read("a.mtx", GraphSamples.MATRIX_MARKET);
    assertThat(ties(mtx)).containsExactly("2-1 0.5", "3-3 1.0");
    assertThat(nodes(mtx)).containsExactly("1=1{}", "2=2{}", "3=3{}");
    ReadTrial metis = read("a.graph", GraphSamples.METIS);
    assertThat(metis.reader()).isEqualTo("metis");
    assertThat(ties(metis)).containsExactly("1-2 5.0", "1-3 1.0", "2-3 7.0");
    ReadTrial dl = read("a.dl", GraphSamples.DL);
    assertThat(ties(dl))
        .containsExactly(
            "Ann>Bob 1.0 calls", "Bob>Ann 1.0 calls", "Bob>Cid 2.0 calls", "Ann>Cid 1.0 visits");
  }

  @Test
  void edgeTable() throws IOException {
    ReadTrial t = read("edges.csv", GraphSamples.EDGE_TABLE);
    assertThat(ties(t)).containsExactly("Änne>Bela 2.5", "Bela \"B\"; jr-Cid 1.0");
    assertThat(t.of(Record.Relation.class).getFirst().header().extra())
        .containsEntry("Since", "2026");
    assertThat(t.faults).hasSize(1);
    assertThat(t.faults.getFirst().fault().code()).isEqualTo(ReadFault.MISSING);
    assertThat(t.text(t.records.get(1).header().locator()))
        .isEqualTo("\"Bela \"\"B\"\"; jr\";Cid;Undirected;1;");
    assertThat(t.records.get(1).header().locator().pointer()).isEqualTo("3");
  }

  @Test
  void edgeListWithoutHeading() throws IOException {
    ReadTrial t = read("list.txt", GraphSamples.EDGE_LIST);
    assertThat(t.reader()).isEqualTo("table");
    assertThat(t.of(Record.Relation.class)).hasSize(3);
    assertThat(codes(t)).contains("SX-NOTE-TABLE", "SX-NOTE-SILENT");
    ReadTrial three = read("montagna.txt", "10\t11\t2\n10\t12\t1\n12\t11\t5\n");
    assertThat(ties(three)).containsExactly("10-11 2.0", "10-12 1.0", "12-11 5.0");
  }

  @Test
  void squareMatrixInAnyOrderOfLabels() throws IOException {
    ReadTrial t = read("square.csv", GraphSamples.SQUARE);
    assertThat(ties(t)).containsExactly("a-b 1.0", "a-c 2.0");
    assertThat(nodes(t)).containsExactly("a=a{}", "b=b{}", "c=c{}");
    Record.Relation second = t.of(Record.Relation.class).getLast();
    assertThat(second.header().locator().pointer()).isEqualTo("2:4");
    assertThat(t.text(second.header().locator())).isEqualTo("2");
    ReadTrial oneWay = read("oneway.csv", GraphSamples.SQUARE.replace("c,0,2,0", "c,0,1,0"));
    assertThat(ties(oneWay)).containsExactly("a>b 1.0", "a>c 2.0", "b>a 1.0", "c>a 1.0");
  }

  @Test
  void peopleByEvents() throws IOException {
    ReadTrial t = read("two.csv", GraphSamples.TWO_MODE);
    assertThat(part(t))
        .containsExactly("Anne at Dinner, Ulm", "Bela at Dinner, Ulm", "Bela at Fair");
    assertThat(nodes(t)).containsExactly("Anne=Anne{}", "Bela=Bela{}", "Cid=Cid{}");
    assertThat(codes(t)).contains("SX-NOTE-TABLE", "SX-NOTE-EMPTY-ROW");
    ReadTrial konect = read("a.konect", GraphSamples.KONECT);
    assertThat(part(konect)).containsExactly("1 at 1", "1 at 2", "2 at 2");
  }

  @Test
  void codedAttributesAreNoEvents() throws IOException {
    ReadTrial t = read("attr.csv", ",Violent,Tradition\nAnne,0,7\nBela,1,3\nCid,0,2\n");
    assertThat(part(t)).isEmpty();
    assertThat(nodes(t))
        .containsExactly(
            "Anne=Anne{Tradition=7, Violent=0}",
            "Bela=Bela{Tradition=3, Violent=1}",
            "Cid=Cid{Tradition=2, Violent=0}");
  }

  @Test
  void adjacencyList() throws IOException {
    ReadTrial t = read("adjacency.csv", GraphSamples.ADJACENCY);
    assertThat(ties(t)).containsExactlyInAnyOrder("a-b 1.0", "a-c 1.0", "c-d 1.0");
  }

  @Test
  void nodeTable() throws IOException {
    ReadTrial t = read("nodes.csv", GraphSamples.NODES);
    assertThat(nodes(t)).containsExactly("1=Anne{town=Ulm}", "2=Bela{}");
    assertThat(t.faults).hasSize(1);
  }

  @Test
  void workbook() throws IOException {
    ReadTrial t = read("a.xlsx", GraphSamples.xlsx());
    assertThat(t.reader()).isEqualTo("xlsx-table");
    assertThat(ties(t)).containsExactly("Änne-Bela 2.0 Calls", "late-Cid 1.0 Calls");
    assertThat(t.text(t.records.getFirst().header().locator()))
        .startsWith("<row r=\"2\">")
        .endsWith("</row>");
    assertThat(t.records.getFirst().header().locator().pointer()).isEqualTo("2");
    assertThat(t.unknowns).extracting(ReadTrial.Unfamiliar::section).containsExactly("sheet Prose");
  }

  @Test
  void encodings() throws IOException {
    String text = "source,target\nÄnne,Béla\nBéla,Cid\n";
    for (Charset charset :
        List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16,
            StandardCharsets.UTF_16LE,
            Charset.forName("windows-1252"))) {
      ReadTrial t = read("e.csv", text.getBytes(charset));
      assertThat(ties(t)).as("%s", charset).containsExactly("Änne-Béla 1.0", "Béla-Cid 1.0");
      assertThat(new String(t.bytes(t.records.getFirst().header().locator()), charset))
          .isEqualTo("Änne,Béla");
      assertThat(codes(t).contains("SX-NOTE-CHARSET")).isEqualTo(charset != StandardCharsets.UTF_8);
    }
    ReadTrial marked = read("bom.csv", "\uFEFF" + text);
    assertThat(marked.text(marked.records.getFirst().header().locator())).isEqualTo("Änne,Béla");
  }

  @Test
  void statedCountsAreCompared() throws IOException {
    assertThat(codes(read("s.txt", "# Nodes: 3 Edges: 3\n1\t2\n2\t3\n"))).contains("SX-NOTE-COUNT");
    assertThat(codes(read("s.txt", "# Nodes: 3 Edges: 2\n1\t2\n2\t3\n")))
        .doesNotContain("SX-NOTE-COUNT");
    assertThat(codes(read("m.graph", "3 9\n2\n1 3\n2\n"))).contains("SX-NOTE-COUNT");
  }

  @Test
  void aTableThatIsNoNetworkAsksForAMapping() throws IOException {
    ReadTrial t = read("t.csv", "timestamp,text\n2026-01-01,hello there\n");
    assertThat(t.reader()).isEmpty();
    assertThat(t.outcome().stopped().orElseThrow().code()).isEqualTo("SX-READ-UNMAPPED");
  }

  @Test
  void proseIsUnknown() throws IOException {
    for (String prose :
        List.of(
            "This network, which was drawn in 2004, has 27 people.\nIt is small, and dense.\n",
            "@article{x,\n  author = {A, B},\n  year = {2001}\n}\n",
            "{\"a\": [1, 2]}\n",
            "one word\n")) {
      ReadTrial t = read("prose.txt", prose);
      assertThat(t.reader()).as(prose).isEmpty();
      assertThat(t.outcome().stopped().orElseThrow().code()).isEqualTo("SX-READ-UNKNOWN");
    }
  }

  /** A mark of exclamation ends DL's block of ties; it is no tie. */
  @Test
  void theMarkThatEndsABlockOfDl() throws IOException {
    String dl = "dl n=3 format=edgelist1\nlabels embedded\ndata:\nann bob 2\nbob cy\n!\n";
    try (ReadTrial trial = read("ends.dl", dl)) {
      assertThat(trial.faults).isEmpty();
      assertThat(trial.of(Record.Relation.class)).hasSize(2);
    }
  }
}
