package dev.sextant.records.reader.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.Record;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadTrial;
import dev.sextant.records.reader.Readers;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cut, scrambled and hostile files give typed faults, balanced counts and nothing else. */
class HostileGraphsTest {
  private static final Readers READERS = new Readers(GraphReaders.all());

  @TempDir Path folder;

  /* ReadTrial itself checks that counts balance, places lie inside, and two readings agree. */
  private ReadTrial read(String name, byte[] bytes) throws IOException {
    return read(name, bytes, Limits.standard());
  }

  private ReadTrial read(String name, byte[] bytes, Limits limits) throws IOException {
    return ReadTrial.of(Files.write(folder.resolve(name), bytes), READERS, limits);
  }

  @Test
  void cutAnywhere() throws IOException {
    for (Map.Entry<String, byte[]> sample : GraphSamples.all().entrySet()) {
      if (sample.getKey().endsWith(".xlsx")) {
        continue; // A cut zip has no directory: the framework's affair.
      }
      byte[] whole = sample.getValue();
      for (int i = 1; i < 50; i++) {
        ReadTrial cut = read(sample.getKey(), Arrays.copyOf(whole, whole.length * i / 50));
        assertThat(cut.faults)
            .as("%s cut at %s/50", sample.getKey(), i)
            .allSatisfy(f -> assertThat(f.fault().code()).startsWith("SX-READ-"));
      }
    }
  }

  @Test
  void scrambled() throws IOException {
    long seed = 20261121;
    System.out.println("HostileGraphsTest.scrambled seed " + seed);
    Random random = new Random(seed);
    for (Map.Entry<String, byte[]> sample : GraphSamples.all().entrySet()) {
      if (sample.getKey().endsWith(".xlsx")) {
        continue; // Its parts are scrambled below; a scrambled zip is the framework's affair.
      }
      for (int round = 0; round < 60; round++) {
        byte[] bytes = sample.getValue().clone();
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes; i++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        read(sample.getKey(), bytes);
      }
    }
  }

  @Test
  void scrambledWorkbooks() throws IOException {
    long seed = 20261122;
    System.out.println("HostileGraphsTest.scrambledWorkbooks seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      Map<String, byte[]> parts = GraphSamples.workbookParts();
      for (byte[] part : parts.values()) {
        if (random.nextBoolean()) {
          part[random.nextInt(part.length)] = (byte) random.nextInt(256);
        }
      }
      read("a.xlsx", GraphSamples.zip(parts));
    }
  }

  @Test
  void entitiesAreRefusedAndNothingIsFetched() throws IOException {
    String bomb =
        "<?xml version=\"1.0\"?><!DOCTYPE g [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b"
            + " \"&a;&a;&a;&a;\">]><graphml><graph><node id=\"&b;\"/></graph></graphml>";
    ReadTrial trial = read("bomb.graphml", GraphSamples.utf8(bomb));
    assertThat(trial.reader()).isEqualTo("graphml");
    assertThat(trial.records).isEmpty();
    assertThat(trial.faults).hasSize(1);
    Path secret = Files.writeString(folder.resolve("secret"), "secret words");
    String external =
        "<!DOCTYPE g [<!ENTITY x SYSTEM \""
            + secret.toUri()
            + "\">]><gexf><graph><nodes><node id=\"1\" label=\"&x;\"/></nodes></graph></gexf>";
    ReadTrial refused = read("xxe.gexf", GraphSamples.utf8(external));
    assertThat(refused.records).isEmpty();
    assertThat(refused.faults).hasSize(1);
    String named =
        "<!DOCTYPE graphml SYSTEM \"graphml.dtd\"><graphml><graph><node id=\"1\"/></graph></graphml>";
    assertThat(read("dtd.graphml", GraphSamples.utf8(named)).records).hasSize(1);
  }

  @Test
  void deepNestingMeetsItsLimit() throws IOException {
    String xml = "<graphml>" + "<graph>".repeat(100_000);
    assertThat(read("deep.graphml", GraphSamples.utf8(xml)).faults)
        .extracting(f -> f.fault().code())
        .containsExactly(ReadFault.LIMIT);
    String gml = "graph [ " + "node [ id 1 x [ ".repeat(1) + "x [ ".repeat(100_000);
    assertThat(read("deep.gml", GraphSamples.utf8(gml)).faults)
        .extracting(f -> f.fault().code())
        .containsExactly(ReadFault.LIMIT);
    String dot = "graph x { " + "subgraph { ".repeat(100_000);
    assertThat(read("deep.dot", GraphSamples.utf8(dot)).faults)
        .extracting(f -> f.fault().code())
        .containsExactly(ReadFault.LIMIT);
  }

  @Test
  void aLineBeyondTheLimitIsAFaultAndTheNextIsRead() throws IOException {
    Path file = folder.resolve("long.csv");
    byte[] block = new byte[1 << 20];
    Arrays.fill(block, (byte) 'x');
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(GraphSamples.utf8("source,target\na,b\nc,"));
      for (int i = 0; i < 16; i++) {
        out.write(block);
      }
      out.write(GraphSamples.utf8("\nd,e\n"));
    }
    ReadTrial trial = ReadTrial.of(file, READERS, Limits.standard().withItemBytes(1 << 20));
    assertThat(trial.of(Record.Relation.class)).hasSize(2);
    assertThat(trial.faults).extracting(f -> f.fault().code()).containsExactly(ReadFault.LIMIT);
  }

  @Test
  void hugeDeclaredSizesCostNothing() throws IOException {
    assertThat(read("huge.net", GraphSamples.utf8("*Vertices 999999999999\n*Edges\n1 2\n")).records)
        .hasSize(1);
    String mtx = "%%MatrixMarket matrix coordinate pattern general\n999999999999 9 1\n1 1\n";
    assertThat(read("huge.mtx", GraphSamples.utf8(mtx)).records).hasSize(1);
    String dl = "dl n=999999999 format=fullmatrix\ndata:\n0 1\n";
    assertThat(read("huge.dl", GraphSamples.utf8(dl)).faults)
        .extracting(f -> f.fault().code())
        .containsExactly(ReadFault.LIMIT);
  }

  @Test
  void cutXmlNamesTheCut() throws IOException {
    byte[] whole = GraphSamples.utf8(GraphSamples.GRAPHML);
    ReadTrial trial = read("cut.graphml", Arrays.copyOf(whole, whole.length - 60));
    assertThat(trial.faults).extracting(f -> f.fault().code()).containsExactly(ReadFault.TRUNCATED);
    assertThat(trial.of(Record.Relation.class)).isNotEmpty();
  }
}
