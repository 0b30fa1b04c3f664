package dev.sextant.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sextant.linkage.link.Linked;
import dev.sextant.linkage.link.Linker;
import dev.sextant.linkage.metric.Bits;
import dev.sextant.linkage.profile.Profile;
import dev.sextant.linkage.profile.ProfileReader;
import dev.sextant.linkage.table.Table;
import dev.sextant.linkage.table.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Handles and names on real sets with truth, at the default decision; skipped where they are not.
 */
@Tag("heavy")
class RealSetsTest {
  @Test
  void accountsOfOfficialsByHandle() throws IOException {
    Path accounts = real("er/uspol_handles/accounts_share.csv");
    Set<String> truth = new HashSet<>();
    for (String line : lines(real("er/uspol_handles/matches_cross_platform_share.csv"))) {
      String[] ids = line.split(",");
      truth.add(pair(ids[0], ids[1]));
    }
    Profile profile = ProfileReader.read(Path.of("../examples/identity/social-accounts.yaml"));
    Table table = TableReader.read(accounts, null, profile.id());
    Linked linked = new Linker(table, profile, Comparisons.standard()).link(2);
    List<int[]> scored = new ArrayList<>();
    linked.pairs((a, b, score) ->
        scored.add(
            new int[] {score, truth.contains(pair(table.ids()[a], table.ids()[b])) ? 1 : 0}));
    scored.sort((x, y) -> Integer.compare(y[0], x[0]));
    int hits = 0;
    double recall = 0;
    double f1 = 0;
    for (int i = 0; i < scored.size(); i++) {
      hits += scored.get(i)[1];
      recall = hits >= 0.99 * (i + 1) ? hits / (double) truth.size() : recall;
      f1 = scored.get(i)[0] > 0 ? 2.0 * hits / (i + 1 + truth.size()) : f1;
    }
    assertThat(f1).as("F1 at log2 odds 0").isGreaterThanOrEqualTo(0.90);
    assertThat(recall).as("recall at precision .99").isGreaterThanOrEqualTo(0.75);
  }

  @Test
  void twoSingleNames() throws IOException {
    NameMatch match = new NameMatch();
    int[] persons = new int[3];
    int[] all = new int[3];
    for (String line : lines(real("er/name_bench/cases_share.csv"))) {
      List<String> cells = cells(line);
      boolean same = cells.get(4).equals("true");
      boolean said = match.odds(cells.get(1), cells.get(2), cells.get(3)) > 0;
      int outcome = same && said ? 0 : same ? 1 : said ? 2 : -1;
      if (outcome >= 0) {
        all[outcome]++;
        persons[outcome] += cells.get(1).equals("Person") ? 1 : 0;
      }
    }
    assertThat(f1(all)).as("F1 of all").isGreaterThanOrEqualTo(0.85);
    assertThat(f1(persons)).as("F1 of persons").isGreaterThanOrEqualTo(0.82);
    assertThat(Bits.shown(match.odds("Person", "Jane Doe", "Jane Doe"))).isPositive();
  }

  private static double f1(int[] counts) {
    return 2.0 * counts[0] / (2.0 * counts[0] + counts[1] + counts[2]);
  }

  private static String pair(String a, String b) {
    return a.compareTo(b) < 0 ? a + " " + b : b + " " + a;
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream().skip(1).toList();
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  private static Path real(String name) {
    String folder = System.getenv("SEXTANT_DATA");
    for (Path root :
        folder != null
            ? List.of(Path.of(folder))
            : List.of(Path.of("../shared/data"), Path.of("../../shared/data"))) {
      if (Files.exists(root.resolve(name))) {
        return root.resolve(name);
      }
    }
    assumeTrue(false, name + " is not here; set SEXTANT_DATA to the folder that holds it");
    throw new IllegalStateException("not reached");
  }
}
