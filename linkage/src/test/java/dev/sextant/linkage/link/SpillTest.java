package dev.sextant.linkage.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sextant.linkage.LinkageFault;
import dev.sextant.linkage.compare.Comparisons;
import dev.sextant.linkage.profile.Profile;
import dev.sextant.linkage.profile.ProfileReader;
import dev.sextant.linkage.table.Table;
import dev.sextant.linkage.table.TableReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpillTest {
  private static final long SEED = 20_261_122;

  private static String people(SplittableRandom random) {
    StringBuilder table = new StringBuilder("id,name,born,town,source\n");
    for (int row = 0; row < 3_000; row++) {
      table.append("r").append(row);
      table.append(",name").append(random.nextInt(700));
      table.append(",19").append(10 + random.nextInt(30));
      table.append(",town").append(random.nextInt(9));
      table.append(",s").append(random.nextInt(3)).append('\n');
    }
    return table.toString();
  }

  @Test
  void theSameBytesFromAFile(@TempDir Path folder) throws IOException {
    Path left = Files.writeString(folder.resolve("a.csv"), people(new SplittableRandom(SEED)));
    Path kept = Files.createDirectory(folder.resolve("kept"));
    for (String constraints :
        new String[] {"", "constraints: {source: source, most: 1, across: true}\n"}) {
      Profile profile =
          ProfileReader.read(
              Files.writeString(
                  folder.resolve("p.yaml"),
                  "fields:\n  - {column: name, compare: text}\n"
                      + "  - {column: born, compare: text}\n  - {column: town, compare: exact}\n"
                      + constraints
                      + "blocking: [[name], [born, town]]\n"));
      Table table = TableReader.read(left, null, "id");
      Linked inMemory = new Linker(table, profile, Comparisons.standard()).link(1);
      Path one = folder.resolve("one.tsv");
      Path other = folder.resolve("other.tsv");
      PairWriter.pairs(inMemory, one);
      try (Linker linker = new Linker(table, profile, Comparisons.standard()).spillingTo(kept)) {
        Linked spilled = linker.link(2);
        assertThat(spilled.compared()).isGreaterThan(10_000).isEqualTo(inMemory.compared());
        PairWriter.pairs(spilled, other);
        assertThatThrownBy(() -> new LiveIndex(spilled))
            .isInstanceOf(LinkageFault.class)
            .hasMessageContaining("SX-LINK-LIVE");
      }
      assertThat(other).as("seed %s", SEED).hasSameBinaryContentAs(one);
      assertThat(kept).isEmptyDirectory();
    }
  }

  @Test
  void anyTableAnyThreadsInMemoryOrNot(@TempDir Path folder) throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    Path kept = Files.createDirectory(folder.resolve("kept"));
    for (int round = 0; round < 12; round++) {
      Path left = Files.writeString(folder.resolve("a.csv"), any(random, 'l'));
      Path right =
          random.nextInt(3) > 0
              ? null
              : Files.writeString(folder.resolve("b.csv"), any(random, 'r'));
      Profile profile =
          ProfileReader.read(Files.writeString(folder.resolve("p.yaml"), profile(random)));
      Table table = TableReader.read(left, right, "id");
      String whole = linked(new Linker(table, profile, Comparisons.standard()), 1, folder);
      String also = linked(new Linker(table, profile, Comparisons.standard()), 3, folder);
      String spilled =
          linked(
              new Linker(table, profile, Comparisons.standard()).spillingTo(kept),
              1 + random.nextInt(3),
              folder);
      assertThat(whole).as("seed %s round %s", SEED, round).isNotEmpty();
      assertThat(also.equals(whole)).as("threads, seed %s round %s", SEED, round).isTrue();
      assertThat(spilled.equals(whole)).as("file, seed %s round %s", SEED, round).isTrue();
      assertThat(kept).isEmptyDirectory();
    }
  }

  private static String any(SplittableRandom random, char side) {
    StringBuilder table = new StringBuilder("id,name,born,town,source\n");
    int rows = 40 + random.nextInt(400);
    int names = 5 + random.nextInt(200);
    for (int row = 0; row < rows; row++) {
      table.append(side).append(row).append(',');
      table.append(random.nextInt(9) == 0 ? "" : "Name " + (char) ('a' + random.nextInt(26)));
      table.append(random.nextInt(names)).append(',');
      table.append(random.nextInt(9) == 0 ? "" : "19" + (10 + random.nextInt(60))).append(',');
      table.append(random.nextInt(5) == 0 ? "" : "\u00cdtown " + random.nextInt(9)).append(',');
      table.append(random.nextInt(5) == 0 ? "" : "s" + random.nextInt(3)).append('\n');
    }
    return table.toString();
  }

  private static String profile(SplittableRandom random) {
    String[] constraints = {
      "",
      "constraints: {source: source, most: 1, across: true}\n",
      "constraints: {source: source, most: 1, penalty: 3}\n"
    };
    String[] rules = {
      "blocking: [[name], [born, town]]\n",
      "blocking: [[town], [born, 'name:words']]\nlimits: {block: 20}\n",
      "blocking: [['name:words'], [born]]\n",
      ""
    };
    return "fields:\n  - {column: name, compare: text}\n  - {column: born, compare: text}\n"
        + "  - {column: town, compare: exact}\n"
        + constraints[random.nextInt(constraints.length)]
        + rules[random.nextInt(rules.length)];
  }

  private static String linked(Linker linker, int threads, Path folder) throws IOException {
    try (linker) {
      Linked linked = linker.link(threads);
      Path pairs = folder.resolve("pairs.tsv");
      Path groups = folder.resolve("groups.tsv");
      PairWriter.pairs(linked, pairs);
      PairWriter.groups(linked, groups);
      return Files.readString(pairs) + "\n" + Files.readString(groups);
    }
  }

  @Test
  void aFullDiskIsSaid() throws IOException {
    Path full = Path.of("/dev/full");
    assumeThat(full).as("a device that is always full, as Linux has it").isWritable();
    try (Spill spill =
        Spill.over(
            FileChannel.open(full, StandardOpenOption.READ, StandardOpenOption.WRITE), "here")) {
      ComparedPairs pairs = new ComparedPairs(new int[] {1}, new int[] {2}, new long[] {3});
      assertThatThrownBy(() -> spill.keep(pairs))
          .isInstanceOf(LinkageFault.class)
          .hasMessageContaining("SX-LINK-SPILL")
          .hasMessageContaining("here");
    }
  }

  @Test
  void aFolderThatIsNoneIsSaid(@TempDir Path folder) throws IOException {
    Path left = Files.writeString(folder.resolve("a.csv"), "id,name\n1,x\n2,x\n");
    Profile profile =
        ProfileReader.read(
            Files.writeString(
                folder.resolve("p.yaml"),
                "fields: [{column: name, compare: text}]\nblocking: [[name]]\n"));
    Linker linker = new Linker(TableReader.read(left, null, "id"), profile, Comparisons.standard());
    assertThatThrownBy(() -> linker.spillingTo(folder.resolve("none")))
        .isInstanceOf(LinkageFault.class)
        .hasMessageContaining("SX-LINK-SPILL");
  }
}
