package dev.sextant.records.reader.holdout;

import dev.sextant.records.Record;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Files of graph programs, with their odder habits. */
@NullUnmarked // What is null where it must not be fails the test by itself.
class GraphsHoldOutTest {
  private static Record.Relation any(HoldOut h, String a, String b) {
    return h.trial().of(Record.Relation.class).stream()
        .filter(r ->
            Found.is(r.from(), a) && Found.is(r.to(), b)
                || Found.is(r.from(), b) && Found.is(r.to(), a))
        .findFirst()
        .orElse(null);
  }

  private static void tie(HoldOut h, String a, String b, double weight) {
    Record.Relation r = any(h, a, b);
    h.expect(
        r != null && r.weight() == weight,
        "a tie " + a + " - " + b + " of weight " + weight,
        r == null
            ? h.trial().of(Record.Relation.class).stream().limit(3).map(Found::brief).toList()
            : Found.brief(r));
  }

  @Test
  void readsGexf() {
    HoldOut h =
        HoldOut.of("gexf-dynamic")
            .file(
                "d.gexf",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\"><meta lastmodifieddate=\"2025-03-01\"><creator>zzcreator</creator></meta><graph mode=\"dynamic\" defaultedgetype=\"directed\" timeformat=\"dateTime\"><attributes class=\"node\" mode=\"dynamic\"><attribute id=\"0\" title=\"role\" type=\"string\"><default>none</default></attribute></attributes><nodes><node id=\"a\" label=\"Ana\"><attvalues><attvalue for=\"0\" value=\"zzboss\" start=\"2024-01-01T00:00:00\" end=\"2024-06-01T00:00:00\"/></attvalues><spells><spell start=\"2024-01-01T00:00:00\"/></spells></node><node id=\"b\" label=\"Bo\"/></nodes><edges><edge id=\"e1\" source=\"a\" target=\"b\" weight=\"2.5\" start=\"2024-02-01T00:00:00Z\" end=\"2024-03-01T00:00:00Z\" kind=\"zzkind\"><attvalues/></edge><edge source=\"b\" target=\"a\" type=\"undirected\" weight=\"INF\"/></edges></graph></gexf>")
            .readPlain()
            .by("gexf");
    h.relation("a", "b").weight(2.5).bytes("e1");
    h.count(Record.Relation.class, 2);
    h.kept("2024-02-01", "2024-03-01").done();
  }

  @Test
  void readsDl() {
    HoldOut h =
        HoldOut.of("ucinet-dl")
            .file(
                "x.dl",
                "dl n=3 nm=2 format=fullmatrix\nlabels:\n\"Ana S\",Bo,Cy\nmatrix labels:\ntalks,pays\ndata:\n0 1 0\n1 0 2\n0 2 0\n\n0 5 0\n0 0 0\n0 0 0\n")
            .readPlain()
            .by("dl");
    tie(h, "Ana S", "Bo", 1);
    h.the(Record.Relation.class, "pays 5", r -> r.weight() == 5).says("pays");
    h.done();
  }

  @Test
  void readsDlEdges() {
    HoldOut h =
        HoldOut.of("ucinet-dl-edgelist")
            .file(
                "x.dl",
                "DL n = 3\nformat = edgelist1\nlabels embedded:\ndata:\nAna Bo 2\nBo Cy 3\n")
            .readPlain()
            .by("dl");
    tie(h, "Ana", "Bo", 2);
    tie(h, "Bo", "Cy", 3);
    h.done();
  }

  @Test
  void readsVna() {
    HoldOut h =
        HoldOut.of("vna")
            .file(
                "x.vna",
                Made.crlf(
                    "*Node data\nID role city\n\"Ana S\" zzboss Porto\nBo aide \"Vila Nova\"\n*Node properties\nID x y color\n\"Ana S\" 10 20 255\n*Tie data\nFROM TO friends strength\n\"Ana S\" Bo 1 7\n"))
            .readPlain()
            .by("vna");
    h.relation("Ana S", "Bo");
    h.kept("Vila Nova", "7").done();
  }

  @Test
  void readsDot() {
    HoldOut h =
        HoldOut.of("dot")
            .file(
                "x.dot",
                "// zz comment\nstrict digraph \"G x\" {\n  graph [label=\"title\"];\n  node [shape=box];\n  a [label=\"Ana \\\"A\\\" S\", role=zzboss];\n  a -> b -> c [weight=3, label=<<b>pays</b>>];\n  subgraph cluster_1 { d; e } -> a;\n  \"multi word\" -> a [zz=\"zzdotattr\"];\n# tail\n}\n")
            .readPlain()
            .by("dot");
    h.relation("a", "b").weight(3);
    h.relation("b", "c").weight(3);
    h.relation("multi word", "a");
    h.relation("d", "a");
    h.relation("e", "a");
    h.count(Record.Relation.class, 5).done();
  }

  @Test
  void readsPajek() {
    HoldOut h =
        HoldOut.of("pajek")
            .file(
                "x.net",
                Made.crlf(
                    "*Network zzname\n*Vertices 4 2\n1 \"Ana S\" 0.1 0.2 0.5 ic Red\n2 \"Bo\"\n3 \"Rally\"\n4 \"Feira\"\n*Arcs :1 \"talks\"\n1 3 2\n*Edges :2 \"pays\"\n2 4 5\n*Partition zzpart\n*Vertices 4\n1\n1\n2\n2\n"))
            .readPlain()
            .by("pajek");
    h.relation("1", "3").weight(2);
    tie(h, "2", "4", 5);
    h.the(Record.Relation.class, "pays", r -> r.weight() == 5).says("pays");
    h.kept("Ana S").done();
  }

  @Test
  void readsTwoMode() {
    HoldOut h =
        HoldOut.of("two-mode")
            .file(
                "attendance.csv",
                Made.bom(
                    "person;rally 1;rally 2;meeting\nAna S;1;0;1\nBo;0;1;1\n\"Cy; C\";0;0;1\n"))
            .readPlain();
    h.count(Record.Membership.class, 5);
    h.the(
        Record.Membership.class,
        "Cy at the meeting",
        m -> Found.is(m.account(), "Cy; C") && String.valueOf(m.group()).contains("meeting"));
    h.done();
  }

  @Test
  void readsEdges() {
    HoldOut h =
        HoldOut.of("edge-list-gephi")
            .file(
                "edges.csv",
                "Source;Target;Type;Id;Label;Weight;Interval;zz\nana;bo;Directed;0;pays;2,5;<[2024.0,2025.0]>;zzedge\nbo;ana;Undirected;1;;1;;\n")
            .readPlain();
    h.the(
            Record.Relation.class,
            "ana pays bo",
            r -> Found.is(r.from(), "ana") && Found.is(r.to(), "bo") && r.directed())
        .weight(2.5)
        .says("pays");
    h.the(Record.Relation.class, "undirected", r -> Found.is(r.from(), "bo") && !r.directed());
    h.kept("2024.0").done();
  }

  @Test
  void readsMetis() {
    HoldOut h =
        HoldOut.of("metis")
            .file("x.graph", "% zz comment\n3 2 001\n2 7\n1 7 3 4\n2 4\n")
            .readPlain()
            .by("metis");
    tie(h, "1", "2", 7);
    tie(h, "2", "3", 4);
    h.count(Record.Relation.class, 2).done();
  }

  @Test
  void readsMatrixMarket() {
    HoldOut h =
        HoldOut.of("matrix-market")
            .file(
                "x.mtx",
                "%%MatrixMarket matrix coordinate real symmetric\n% zz comment\n3 3 2\n2 1 1.5\n3 2 -2e0\n")
            .readPlain()
            .by("matrix");
    tie(h, "1", "2", 1.5);
    h.count(Record.Relation.class, 2).done();
  }

  @Test
  void readsGraphMl() {
    HoldOut h =
        HoldOut.of("graphml")
            .file(
                "x.graphml",
                "<?xml version=\"1.0\"?><graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"><key id=\"d0\" for=\"node\" attr.name=\"name\" attr.type=\"string\"/><key id=\"d1\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"><default>1.0</default></key><key id=\"d2\" for=\"edge\" attr.name=\"zz\" attr.type=\"string\"/><graph edgedefault=\"undirected\"><node id=\"n0\"><data key=\"d0\"><![CDATA[Ana & S]]></data></node><node id=\"n1\"/><edge source=\"n0\" target=\"n1\"><data key=\"d1\">4</data><data key=\"d2\">zzgraphml</data></edge><edge source=\"n1\" target=\"n1\"/></graph></graphml>")
            .readPlain()
            .by("graphml");
    tie(h, "n0", "n1", 4);
    h.kept("Ana & S").count(Record.Relation.class, 2).done();
  }

  @Test
  void readsGml() {
    HoldOut h =
        HoldOut.of("gml")
            .file(
                "x.gml",
                "Creator \"zzcreator on Saturday\"\ngraph [\n  comment \"zz\"\n  directed 1\n  node [ id 1 label \"Ana &amp; S\" graphics [ x 1.0 y 2.0 ] zz \"zzgmlnode\" ]\n  node [ id 2 label \"Bo\" ]\n  # a comment\n  edge [ source 1 target 2 value 3.5 label \"pays\" ]\n  edge [ source 2 target 2 ]\n]\n")
            .readPlain()
            .by("gml");
    h.relation("1", "2").says("pays");
    h.kept("Ana & S", "3.5").count(Record.Relation.class, 2).done();
  }
}
