package dev.sextant.linkage.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sextant.linkage.compare.Comparisons;
import dev.sextant.linkage.profile.Profile;
import dev.sextant.linkage.profile.ProfileReader;
import dev.sextant.linkage.table.Table;
import dev.sextant.linkage.table.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The shipped profiles on tables with known truth (FEBRL, cora's kin, handles of public office
 * holders): floors below what was measured, at the default decision. Skipped where the folder named
 * by SEXTANT_DATA, or ../shared/data, is absent.
 */
@Tag("heavy")
class RealTablesTest {
  @Test
  void febrl() throws IOException {
    assertFinds("febrl2/records.csv", null, "febrl2/matches.csv", "febrl", 0.999);
    assertFinds("febrl3/records.csv", null, "febrl3/matches.csv", "febrl", 0.999);
  }

  @Test
  void historicalPersons() throws IOException {
    assertFinds(
        "historical_25k_share/records.csv",
        null,
        "historical_25k_share/matches.csv",
        "historical",
        0.88);
  }

  @Test
  void publications() throws IOException {
    assertFinds("dblp_acm/a.csv", "dblp_acm/b.csv", "dblp_acm/matches.csv", "bibliographic", 0.988);
  }

  @Test
  void handles() throws IOException {
    assertFinds(
        "uspol_handles/accounts_share.csv",
        null,
        "uspol_handles/matches_cross_platform_share.csv",
        "social-accounts",
        0.89);
  }

  private static void assertFinds(
      String left,
      @org.jspecify.annotations.Nullable String right,
      String truth,
      String profileName,
      double least)
      throws IOException {
    Path folder = data();
    Profile profile =
        ProfileReader.read(root().resolve("examples/identity/" + profileName + ".yaml"));
    Table table =
        TableReader.read(
            folder.resolve(left), right == null ? null : folder.resolve(right), profile.id());
    Linked linked = new Linker(table, profile, Comparisons.standard()).link(2);
    Set<String> same = new HashSet<>();
    List<String> lines = Files.readAllLines(folder.resolve(truth));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      same.add(cells[0] + " " + cells[1]);
    }
    long[] counts = new long[2];
    linked.pairs((a, b, score) -> {
      if (score > 0) {
        String one = table.ids()[a];
        String other = table.ids()[b];
        boolean right1 = same.contains(one + " " + other) || same.contains(other + " " + one);
        counts[right1 ? 0 : 1]++;
      }
    });
    double precision = (double) counts[0] / (counts[0] + counts[1]);
    double recall = (double) counts[0] / same.size();
    assertThat(2 * precision * recall / (precision + recall))
        .as("%s: precision %.4f, recall %.4f", left, precision, recall)
        .isGreaterThan(least);
  }

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("examples"))
        ? here
        : java.util.Objects.requireNonNull(here.getParent());
  }

  private static Path data() {
    String named = System.getenv("SEXTANT_DATA");
    Path folder = (named == null ? root().resolve("../shared/data") : Path.of(named)).resolve("er");
    assumeTrue(Files.isDirectory(folder), "no folder of tables with truth: " + folder);
    return folder;
  }
}
