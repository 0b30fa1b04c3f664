package dev.sextant.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.linkage.compare.Comparisons;
import dev.sextant.linkage.link.Linked;
import dev.sextant.linkage.link.Linker;
import dev.sextant.linkage.link.PairWriter;
import dev.sextant.linkage.profile.Profile;
import dev.sextant.linkage.profile.ProfileReader;
import dev.sextant.linkage.table.TableReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Linking on a cluster gives the bytes that linking on one machine gives. */
class ClusterLinkerTest {
  @TempDir Path folder;

  @Test
  void theClusterFindsWhatOneMachineFinds() throws IOException {
    Path records = LinkTables.records(folder, 900);
    Path profile = LinkTables.profile(folder);
    Profile read = ProfileReader.read(profile);
    Linked here =
        new Linker(TableReader.read(records, null, read.id()), read, Comparisons.standard())
            .link(2);
    Linked there = ClusterLinker.link(Spark.session(), records, null, profile, 2);
    assertThat(here.compared()).isGreaterThan(1000);
    assertThat(here.groupsOfTwo()).isGreaterThan(100);
    assertThat(written(there, "there")).isEqualTo(written(here, "here"));
  }

  private String written(Linked linked, String name) throws IOException {
    Path pairs = folder.resolve(name + ".pairs");
    Path groups = folder.resolve(name + ".groups");
    PairWriter.pairs(linked, pairs);
    PairWriter.groups(linked, groups);
    return Files.readString(pairs) + "\n" + Files.readString(groups);
  }

  @Test
  void aProfileThatAsksForAColumnThatIsNotThereIsAFault() throws IOException {
    Path records = folder.resolve("other.csv");
    Files.writeString(records, "id,colour\n1,red\n2,red\n");
    StringWriter err = new StringWriter();
    int code =
        ClusterMain.run(
            new String[] {
              "link",
              "--left",
              records.toString(),
              "--profile",
              LinkTables.profile(folder).toString(),
              "--out",
              folder.resolve("p.tsv").toString(),
              "--master",
              "local[2]"
            },
            new PrintWriter(new StringWriter()),
            new PrintWriter(err, true));
    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).startsWith("SX-LINK-COLUMN: ").contains("cure: ");
    assertThat(folder.resolve("p.tsv")).doesNotExist();
  }
}
