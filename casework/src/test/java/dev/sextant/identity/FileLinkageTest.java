package dev.sextant.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLinkageTest {
  private static final int ROWS = 60_000;

  private static Path table(Path folder) throws IOException {
    StringBuilder table = new StringBuilder("id,name,note\n");
    for (int row = 0; row < ROWS; row++) {
      table.append("r").append(row).append(",name").append(row / 2).append(',');
      table.append("a note that nobody else has ".repeat(4)).append(row).append('\n');
    }
    return Files.writeString(folder.resolve("a.csv"), table);
  }

  private static Path profile(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("p.yaml"),
        "fields:\n  - {column: name, compare: text}\n  - {column: note, compare: text}\n"
            + "blocking: [[name]]\n");
  }

  @Test
  void pairsAndGroupsAreWrittenAndTheResultIsSaid(@TempDir Path folder) throws IOException {
    Path pairs = folder.resolve("pairs.tsv");
    Path groups = folder.resolve("groups.tsv");
    StringBuilder said = new StringBuilder();
    FileLinkage.link(
        asked(folder, table(folder), profile(folder)), pairs, Optional.of(groups), said::append);
    assertThat(said.toString())
        .contains("rule 1     name: 30000 pairs")
        .contains("compared   30000 pairs");
    assertThat(groups).content().hasLineCount(ROWS);
    assertThat(pairs).isNotEmptyFile();
  }

  /* In a virtual machine of its own, for nobody else may go without memory. */
  @Test
  void aTableThatDoesNotFitIntoMemoryIsSaidAndLeavesNothing(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path pairs = folder.resolve("pairs.tsv");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                List.of(
                    java,
                    "-Xmx24m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Little.class.getName(),
                    table(folder).toString(),
                    profile(folder).toString(),
                    pairs.toString()))
            .redirectErrorStream(true)
            .start();
    String output;
    try (var out = process.getInputStream()) {
      output = new String(out.readAllBytes(), StandardCharsets.UTF_8);
    }
    process.waitFor();
    assertThat(output).contains("SX-LINK-MEMORY").contains("--spill").contains("a.csv");
    assertThat(pairs).doesNotExist();
  }

  private static FileLinkage.Asked asked(Path folder, Path table, Path profile) {
    return new FileLinkage.Asked(
        table, Optional.empty(), profile, Optional.empty(), Optional.of(folder), 2);
  }

  /** Links in another virtual machine, and prints why it could not. */
  static final class Little {
    private Little() {}

    public static void main(String[] args) throws IOException {
      Path table = Path.of(args[0]);
      try {
        FileLinkage.link(
            asked(
                Objects.requireNonNull(table.toAbsolutePath().getParent()),
                table,
                Path.of(args[1])),
            Path.of(args[2]),
            Optional.empty(),
            text -> {});
      } catch (BadLinkage e) {
        System.out.println(e.code() + " " + e.place() + " " + e.cure());
      }
    }
  }
}
