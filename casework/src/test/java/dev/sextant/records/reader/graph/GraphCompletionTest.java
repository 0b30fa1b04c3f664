package dev.sextant.records.reader.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.Record;
import dev.sextant.records.reader.Battering;
import dev.sextant.records.reader.Golden;
import dev.sextant.records.reader.ReadTrial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphCompletionTest {
  private static final String ANX =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Chart IdReferenceLinking="false" xmlns="http://www.i2group.com/Schemas/2001-12-07/LCXSchema">
        <StrengthCollection><Strength Id="s1" Name="Confirmed" DotStyle="DotStyleSolid"/></StrengthCollection>
        <AttributeClassCollection><AttributeClass Name="Phone" Type="AttText"/></AttributeClassCollection>
        <EntityTypeCollection><EntityType Name="Person" IconFile="person"/></EntityTypeCollection>
        <LinkTypeCollection><LinkType Name="Call"/></LinkTypeCollection>
        <ChartItemCollection>
          <ChartItem Label="Anna Example" Description="seen at the quay" XPosition="1" DateSet="false" DateTime="1899-12-30T00:00:00">
            <End X="1" Y="2"><Entity EntityId="1" Identity="P1" LabelIsIdentity="false"><Icon><IconStyle Type="Person"/></Icon></Entity></End>
            <AttributeCollection><Attribute AttributeClass="Phone" Value="+447700900123"/></AttributeCollection>
            <CardCollection><Card Summary="Source A" Text="Seen twice"/></CardCollection>
          </ChartItem>
          <ChartItem Label="Ben"><End><Entity EntityId="2" Identity="P2"><Icon><IconStyle Type="Person"/></Icon></Entity></End></ChartItem>
          <ChartItem Label="2 calls" DateSet="true" TimeSet="true" DateTime="2026-01-02T03:04:05.000">
            <Link End1Id="1" End2Id="2"><LinkStyle Type="Call" ArrowStyle="ArrowOnHead" Strength="s1"/></Link>
          </ChartItem>
          <ChartItem Label="back"><Link End1Id="1" End2Id="2"><LinkStyle Type="Call" ArrowStyle="ArrowOnTail"/></Link></ChartItem>
          <ChartItem Label="a note"><TextBlock/></ChartItem>
        </ChartItemCollection>
      </Chart>
      """;

  @TempDir Path folder;

  private ReadTrial read(String name, String text) throws IOException {
    return ReadTrial.of(Files.writeString(folder.resolve(name), text));
  }

  private static List<String> ties(ReadTrial t) {
    return t.of(Record.Relation.class).stream()
        .map(r ->
            r.from().key()
                + (r.directed() ? ">" : "-")
                + r.to().key()
                + " "
                + r.label()
                + " "
                + r.weight()
                + " "
                + r.header().claimed().instant())
        .toList();
  }

  @Test
  void chartsOfAnalystsNotebook() throws IOException {
    try (ReadTrial t = read("c.anx", ANX)) {
      assertThat(t.reader()).isEqualTo("i2-anx");
      Golden.check("i2-anx", t);
      assertThat(ties(t))
          .containsExactly("1>2 2 calls 1.0 2026-01-02T03:04:05Z", "2>1 back 1.0 null");
      Record.Profile anna = t.of(Record.Profile.class).getFirst();
      assertThat(anna.account().displayName()).isEqualTo("Anna Example");
      assertThat(anna.attributes())
          .containsEntry("Phone", "+447700900123")
          .containsEntry("type", "Person");
      assertThat(anna.header().claimed().instant()).isNull();
      assertThat(anna.header().extra().get("card")).contains("Seen twice");
      assertThat(t.of(Record.Relation.class).getFirst().header().extra())
          .containsEntry("strength", "Confirmed")
          .containsEntry("type", "Call");
      assertThat(t.unknowns)
          .extracting(ReadTrial.Unfamiliar::section)
          .containsExactly("chart item: TextBlock");
      assertThat(t.records)
          .allSatisfy(r ->
              assertThat(t.text(r.header().locator()))
                  .startsWith("<ChartItem")
                  .endsWith("</ChartItem>"));
    }
    Battering.truncate(ANX.getBytes(StandardCharsets.UTF_8), "c.anx");
    Battering.mutate(ANX.getBytes(StandardCharsets.UTF_8), "c.anx", 20261122, 80);
  }

  @Test
  void spellsAreClaimedTimes() throws IOException {
    String gexf =
        """
        <gexf xmlns="http://www.gexf.net/1.2draft" version="1.2"><graph mode="dynamic" defaultedgetype="directed" timeformat="date">
        <nodes><node id="a" label="A"/><node id="b" label="B"/></nodes>
        <edges><edge id="0" source="a" target="b"><spells><spell start="2026-02-01" end="2026-02-03"/><spell start="2026-01-01"/></spells></edge>
        <edge id="1" source="b" target="a" start="2026-01-05T10:00:00Z"/><edge id="2" source="b" target="a" start="3"/></edges></graph></gexf>
        """;
    try (ReadTrial t = read("d.gexf", gexf)) {
      assertThat(ties(t))
          .containsExactly(
              "a>b null 1.0 2026-01-01T00:00:00Z",
              "b>a null 1.0 2026-01-05T10:00:00Z",
              "b>a null 1.0 null");
      assertThat(t.of(Record.Relation.class).getLast().header().extra())
          .containsEntry("start", "3");
    }
  }

  @Test
  void halvesAndDiagonals() throws IOException {
    try (ReadTrial t =
        read("l.dl", "dl n=3 format=lowerhalf diagonal=absent\nlabels:\na,b,c\ndata:\n1\n0 2\n")) {
      assertThat(ties(t)).containsExactly("b-a null 1.0 null", "c-b null 2.0 null");
    }
    try (ReadTrial t =
        read("u.dl", "dl n=3 format=upperhalf\nlabels:\na,b,c\ndata:\n0 1 0\n0 2\n0\n")) {
      assertThat(ties(t)).containsExactly("a-b null 1.0 null", "b-c null 2.0 null");
    }
    try (ReadTrial t =
        read(
            "f.dl",
            "dl n=3 format=fullmatrix diagonal=absent\nlabels:\na,b,c\ndata:\n1 0\n0 2\n3 0\n")) {
      assertThat(ties(t))
          .containsExactly("a>b null 1.0 null", "b>c null 2.0 null", "c>a null 3.0 null");
    }
  }

  @Test
  void severalTieColumnsAreSeveralTies() throws IOException {
    try (ReadTrial t =
        read(
            "v.vna",
            "*node data\nid\na\nb\n*tie data\nfrom to friends works\na b 1 2\nb a 0 3\nb b 0 0\n")) {
      assertThat(ties(t))
          .containsExactly("a>b friends 1.0 null", "a>b works 2.0 null", "b>a works 3.0 null");
    }
  }

  @Test
  void columnsOfTimesAreClaimed() throws IOException {
    String table =
        "Source,Target,Weight,Interval,Timestamp\n"
            + "a,b,1,\"<[2026-01-02,2026-01-05)>\",\n"
            + "b,c,2,,1767323045\n"
            + "c,a,1,,7\n";
    try (ReadTrial t = read("t.csv", table)) {
      assertThat(ties(t))
          .containsExactly(
              "a-b null 1.0 2026-01-02T00:00:00Z",
              "b-c null 2.0 2026-01-02T03:04:05Z",
              "c-a null 1.0 null");
    }
  }
}
