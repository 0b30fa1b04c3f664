package dev.sextant.records.reader.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.GraphFile;
import dev.sextant.records.GraphTable;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ExhibitSource;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadTrial;
import dev.sextant.records.reader.Readers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real files, where they are there; the numbers were counted by another program. */
class RealGraphsTest {
  private static ReadTrial read(String path) {
    return ReadTrial.of(
        ReadTrial.realData(path), new Readers(GraphReaders.all()), Limits.standard());
  }

  @ParameterizedTest
  @CsvSource({
    "networks-covert/caviar/phase1.csv,table,15,26,26,0",
    "networks-covert/caviar/phase2.csv,table,24,35,35,0",
    "networks-covert/caviar/phase3.csv,table,33,68,68,0",
    "networks-covert/caviar/phase4.csv,table,33,65,65,0",
    "networks-covert/corenets/ciel/CIELNET.csv,table,25,45,45,0",
    "networks-covert/corenets/cocaine_smuggling_acero/COCAINE_ACERO.csv,table,25,70,70,0",
    "networks-covert/corenets/cocaine_smuggling_jake/COCAINE_JAKE.csv,table,38,68,68,0",
    "networks-covert/corenets/cocaine_smuggling_mambo/COCAINE_MAMBO.csv,table,31,110,110,0",
    "networks-covert/corenets/montreal_street_gangs/MONTREALGANG.csv,table,35,153,153,0",
    "networks-covert/corenets/montreal_street_gangs/MONTREALGANG_ATTR.csv,table,35,0,0,0",
    "networks-covert/corenets/paul_revere/PREVERE1MODE.csv,table,254,10475,0,0",
    "networks-covert/corenets/paul_revere/PREVERE2MODE.csv,table,254,0,0,334",
    "networks-covert/corenets/anabaptists/Anabaptist_Attributes.csv,table,67,0,0,0",
    "networks-covert/corenets/anabaptists/Anabaptist_Leaders.net,pajek,67,366,0,0",
    "networks-covert/corenets/bali_bombings_2005/Bali2_Relations_Public_Version2.csv,table,27,204,0,0",
    "networks-covert/corenets/zegota/Edgelists.xlsx,xlsx-table,354,439,0,1086",
    "networks-covert/ndrangheta-infinito/NDRANGHETAMAFIA_2M.csv,table,143,0,0,443",
    "networks-covert/networkdata/35_paul_revere.edges.csv,table,261,10555,0,0",
    "networks-covert/networkdata/27_linux_terrorists.edges.csv,table,650,3743,0,0",
    "networks-covert/us-mafia-geo/DTMafiaEdges.csv,table,40,147,0,0",
    "networks-covert/us-mafia-geo/NYCMafiaNodes.csv,table,298,0,0,0",
    "networks-social/karate.graph,metis,34,78,0,0",
    "networks-social/lesmis.graph,metis,77,254,0,0",
    "networks-social/polblogs.graph,metis,1490,16715,0,0",
    "networks-social/wiki-Vote.txt,table,7115,103689,103689,0",
    "networks-social/arenas_email.nodes.csv,table,1133,0,0,0",
    "networks-social/radoslaw_email.edges.csv,table,167,5784,0,0",
    "graph-formats/networkit/foodweb-baydry.konect,table,128,2137,2137,0",
    "graph-formats/networkit/GD01_b.mtx,matrix-market,18,37,37,0",
    "graph-formats/networkit/comments.edgelist,table,10,20,0,0",
    "graph-formats/networkit/jazz2_directed.gml,gml,5,4,4,0",
    "graph-formats/networkit/dynamicTest.gexf,gexf,4,5,5,0",
    "graph-formats/gephi/spreadsheet/matrix.csv,table,5,6,6,0",
    "graph-formats/gephi/spreadsheet/adj_list.csv,table,9,7,0,0",
    "graph-formats/gephi/emptyattribute.vna,vna,3,3,3,0",
    "graph-formats/gephi/dot/adjacencylist.dot,dot,4,5,5,0"
  })
  void counts(String path, String reader, int nodes, int ties, int directed, int memberships) {
    ReadTrial trial = read(path);
    assertThat(trial.reader()).isEqualTo(reader);
    Set<String> names = new HashSet<>();
    trial.records.forEach(r -> r.accounts().forEach(a -> names.add(a.accountKey())));
    assertThat(names).hasSize(nodes);
    assertThat(trial.of(Record.Relation.class)).hasSize(ties);
    assertThat(trial.of(Record.Relation.class).stream().filter(Record.Relation::directed))
        .hasSize(directed);
    assertThat(trial.of(Record.Membership.class)).hasSize(memberships);
    assertThat(trial.faults).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"networks-covert", "graph-formats", "networks-social"})
  void everyDataFileIsReadAndEveryProseFileIsUnknown(String folder) throws IOException {
    List<String> wrong = new ArrayList<>();
    Path root = ReadTrial.realData(folder);
    List<Path> files;
    try (Stream<Path> walk = Files.walk(root)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      ReadTrial trial = ReadTrial.of(file, new Readers(GraphReaders.all()), Limits.standard());
      String name = String.valueOf(file.getFileName());
      boolean prose =
          name.endsWith(".bib") || (name.endsWith(".txt") && !name.equals("wiki-Vote.txt"));
      if (prose != trial.reader().isEmpty() || !trial.faults.isEmpty()) {
        wrong.add(name + " " + trial.reader() + " " + trial.faults);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void weightsOfCaviarAddUp() {
    assertThat(
            read("networks-covert/caviar/phase4.csv").of(Record.Relation.class).stream()
                .mapToDouble(Record.Relation::weight)
                .sum())
        .isEqualTo(456);
  }

  @Test
  void infinitoBecomesAGraphOfPeopleAndSummits() throws IOException {
    try (ExhibitSource source =
        ExhibitSource.open(
            ReadTrial.realData("networks-covert/ndrangheta-infinito/NDRANGHETAMAFIA_2M.csv"),
            Limits.standard())) {
      GraphTable graph = GraphFile.read(source);
      assertThat(graph.nodes()).isEqualTo(143 + 47);
      assertThat(graph.edges()).isEqualTo(443);
      assertThat(graph.directed()).isFalse();
      assertThat(graph.labels()).doesNotHaveDuplicates();
    }
  }
}
