package dev.sextant.records.reader.graph;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** One small file of each format, made here: a network of invented people. */
final class GraphSamples {
  private GraphSamples() {}

  static final String GRAPHML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
        <key id="d0" for="node" attr.name="name" attr.type="string"/>
        <key id="d1" for="node" attr.name="town" attr.type="string"><default>Lübeck</default></key>
        <key id="d2" for="edge" attr.name="weight" attr.type="double"/>
        <graph edgedefault="undirected">
          <node id="a"><data key="d0">Änne</data></node>
          <node id="b"><data key="d0">B&#233;la</data><data key="d1">K&amp;B</data>
            <port name="north"/>
            <graph edgedefault="directed"><node id="b1"/><node id="b2"/>
              <edge source="b1" target="b2"/></graph>
          </node>
          <edge source="a" target="b"><data key="d2">2.5</data></edge>
          <edge id="e1" source="a" target="b1" directed="true"/>
          <hyperedge><endpoint node="a"/><endpoint node="b"/></hyperedge>
        </graph>
      </graphml>
      """;

  static final String GEXF =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3" version="1.3">
        <graph defaultedgetype="undirected" mode="dynamic">
          <attributes class="node"><attribute id="0" title="role" type="string"/></attributes>
          <nodes>
            <node id="1" label="Änne"><attvalues><attvalue for="0" value="x"/></attvalues></node>
            <node id="2" label="Bela"><spells><spell start="2026-01-01" endopen="2026-02-01"/></spells></node>
          </nodes>
          <edges>
            <edge id="0" source="1" target="2" weight="3" type="directed"/>
            <edge id="1" source="2" target="1" weight="INF"/>
          </edges>
        </graph>
      </gexf>
      """;

  static final String GML =
      """
      # a comment
      Creator "made by hand"
      graph [
        directed 1
        node [ id 1 label "&Auml;nne" graphics [ x 1.0 y 2.0 ] ]
        node [ id 2 label "Bela" ]
        edge [ source 1 target 2 value 4 ]
        edge [ source 2 target 2 ]
      ]
      """;

  static final String PAJEK =
      """
      % a comment
      *Vertices 4
      1 "Anne Alt" 0.1 0.2 0.5
      2 "Bela"
      4 'Dora'
      *Arcs :1 "calls"
      1 2 3
      *Edges
      2 4 1 l "kin"
      *Arcslist
      1 2 4
      *Partition towns
      *Vertices 4
      7
      8
      7
      9
      """;

  static final String DOT =
      """
      /* a comment */
      strict digraph "the net" {
        node [shape=box]
        rankdir = LR
        a [label="Änne \\"A\\""];
        a -> {b; c} -> d [weight=2, label="x"] // chain
        subgraph cluster_1 { e -> f }
        "g h":p1:ne -> a
      }
      """;

  static final String VNA =
      """
      *Node data
      ID town
      1 "Bad Ems"
      2 Ulm
      *Tie data
      from to strength kind
      1 2 2.5 call
      """;

  static final String MATRIX_MARKET =
      """
      %%MatrixMarket matrix coordinate real symmetric
      % a comment
      3 3 2
      2 1 0.5
      3 3 1
      """;

  static final String METIS = "% a comment\n4 3 1\n2 5 3 1\n1 5 3 7\n2 7 1 1\n\n";

  static final String DL =
      """
      DL n=3 nm=2 format=fullmatrix
      labels: Ann,Bob,Cid
      matrix labels: calls,visits
      data:
      0 1 0
      1 0 2
      0 0 0

      0 0 1
      0 0 0
      0 0 0
      """;

  static final String EDGE_TABLE =
      "Source;Target;Type;Weight;Since\r\n"
          + "Änne;Bela;Directed;2,5;2026\r\n"
          + "\"Bela \"\"B\"\"; jr\";Cid;Undirected;1;\r\n"
          + ";Cid;Undirected;1;\r\n"
          + "\r\n";

  static final String EDGE_LIST = "# a comment\n1 2 3\n2 3 1.5\n3 1 x\n";

  static final String SQUARE = "players,b,a,c\na,1,0,2\nb,0,1,0\nc,0,2,0\n";

  static final String TWO_MODE = "\"\",\"Dinner, Ulm\",Fair\nAnne,1,0\nBela,1,2\nCid,0,0\n";

  static final String ADJACENCY = "a;b;c\nb;a\nc;a;d\nd;c\n";

  static final String NODES = "id,label,town\n1,Anne,Ulm\n2,Bela,\n,Nobody,\n";

  static final String KONECT = "% bip unweighted\n% 3 2 2\n1 1\n1 2\n2 2\n";

  /** All of them, by file name. */
  static Map<String, byte[]> all() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("a.graphml", utf8(GRAPHML));
    all.put("a.gexf", utf8(GEXF));
    all.put("a.gml", utf8(GML));
    all.put("a.net", utf8(PAJEK));
    all.put("a.dot", utf8(DOT));
    all.put("a.vna", utf8(VNA));
    all.put("a.mtx", utf8(MATRIX_MARKET));
    all.put("a.graph", utf8(METIS));
    all.put("a.dl", utf8(DL));
    all.put("edges.csv", utf8(EDGE_TABLE));
    all.put("list.txt", utf8(EDGE_LIST));
    all.put("square.csv", utf8(SQUARE));
    all.put("two.csv", utf8(TWO_MODE));
    all.put("adjacency.csv", utf8(ADJACENCY));
    all.put("nodes.csv", utf8(NODES));
    all.put("a.konect", utf8(KONECT));
    all.put("a.xlsx", xlsx());
    return all;
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A workbook of two sheets: ties with shared and inline texts, and a sheet of prose. */
  static byte[] xlsx() {
    return zip(workbookParts());
  }

  /** The workbook's parts by path. */
  static Map<String, byte[]> workbookParts() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", "<Types/>");
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Calls\" r:id=\"r1\"/>"
            + "<sheet name=\"Prose\" r:id=\"r2\"/></sheets></workbook>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/>"
            + "<Relationship Id=\"r2\" Target=\"worksheets/sheet2.xml\"/></Relationships>");
    parts.put(
        "xl/sharedStrings.xml",
        "<sst><si><t>Source</t></si><si><t>Target</t></si><si><r><t>Än</t></r><r><t>ne</t></r></si></sst>");
    parts.put(
        "xl/worksheets/sheet1.xml",
        "<worksheet><sheetData>"
            + "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
            + "<c r=\"C1\" t=\"inlineStr\"><is><t>Weight</t></is></c></row>"
            + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>2</v></c>"
            + "<c r=\"B2\" t=\"inlineStr\"><is><t>Bela</t></is></c><c r=\"C2\"><v>2</v></c></row>"
            + "<row r=\"4\"><c r=\"B4\" t=\"inlineStr\"><is><t>Cid</t></is></c>"
            + "<c r=\"A4\" t=\"inlineStr\"><is><t>late</t></is></c></row>"
            + "</sheetData></worksheet>");
    parts.put(
        "xl/worksheets/sheet2.xml",
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is>"
            + "<t>Words only.</t></is></c></row></sheetData></worksheet>");
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    parts.forEach((path, text) -> bytes.put(path, utf8(text)));
    return bytes;
  }

  /** Packs parts. */
  static byte[] zip(Map<String, byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setLastModifiedTime(FileTime.fromMillis(0));
        zip.putNextEntry(entry);
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
