package dev.sextant.linkage.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.linkage.block.Workers;
import dev.sextant.linkage.compare.Comparisons;
import dev.sextant.linkage.model.Comparer;
import dev.sextant.linkage.model.PatternCounts;
import dev.sextant.linkage.model.SampledPairs;
import dev.sextant.linkage.profile.Profile;
import dev.sextant.linkage.profile.ProfileReader;
import dev.sextant.linkage.table.Table;
import dev.sextant.linkage.table.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pairs drawn with unequal chances against all pairs counted one by one. */
class RandomPairsTest {
  private static final long SEED = 20_261_123;

  private static final String PROFILE =
      """
      fields:
        - {column: name, compare: exact}
        - {column: mail, compare: exact}
      blocking: [[mail]]
      """;

  /* An address is made of the name, and one in a thousand pairs has one. */
  private static List<String> rows() {
    SplittableRandom random = new SplittableRandom(SEED);
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < 4_000; row++) {
      String name = "n" + random.nextInt(40);
      String mail = random.nextInt(5) == 0 ? "" : name + "." + random.nextInt(25) + "@x";
      rows.add("r" + (100_000 + row) + "," + name + "," + mail);
    }
    return rows;
  }

  private static Table table(Path folder, List<String> rows) throws IOException {
    Path file = folder.resolve("a.csv");
    Files.writeString(file, "id,name,mail\n" + String.join("\n", rows) + "\n");
    return TableReader.read(file, null, "id");
  }

  private static Site site(Path folder, Table table, Workers workers) throws IOException {
    Profile profile = ProfileReader.read(Files.writeString(folder.resolve("p.yaml"), PROFILE));
    return Site.of(table, profile, Comparisons.standard(), workers);
  }

  private static SampledPairs draw(Path folder, Table table) throws IOException {
    try (Workers workers = new Workers(2)) {
      Site site = site(folder, table, workers);
      return RandomPairs.draw(
          table, Order.of(table).rows(), site.sides(), site.fields(), SEED, workers);
    }
  }

  @Test
  void rareAgreementsAreEstimatedWithoutBias(@TempDir Path folder) throws IOException {
    Table table = table(folder, rows());
    SampledPairs drawn = draw(folder, table);
    PatternCounts all = new PatternCounts();
    try (Workers workers = new Workers(1)) {
      Comparer comparer = new Comparer(site(folder, table, workers).fields());
      for (int a = 0; a < 4_000; a++) {
        for (int b = a + 1; b < 4_000; b++) {
          all.add(comparer.pattern(a, b), 1);
        }
      }
    }
    assertThat(drawn.patterns()).isEqualTo(all.patterns());
    for (int i = 0; i < all.patterns().length; i++) {
      double counted = all.count(all.patterns()[i]);
      assertThat(drawn.pairs()[i])
          .as("pattern %x, seed %s", all.patterns()[i], SEED)
          .isCloseTo(counted, within(0.03 * counted));
    }
  }

  @Test
  void theOrderOfRowsHasNoSay(@TempDir Path folder) throws IOException {
    List<String> rows = rows();
    SampledPairs one = draw(folder, table(folder, rows));
    Collections.shuffle(rows, new Random(SEED));
    SampledPairs other = draw(folder, table(folder, rows));
    assertThat(other.patterns()).isEqualTo(one.patterns());
    assertThat(other.pairs()).isEqualTo(one.pairs());
  }
}
