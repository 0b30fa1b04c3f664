package dev.sextant.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input gets a code, a place, the value and a cure; nothing is left half-done. */
class FaultsTest {
  @TempDir Path folder;
  private Path text = Path.of("");

  @BeforeEach
  void write() throws IOException {
    text = folder.resolve("ties.txt");
    Files.write(text, List.of("# people of nowhere", "1\t2", "2 3", "", "3,1"));
  }

  private static String told(int code, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int ended = ClusterMain.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
    assertThat(ended).as(err.toString()).isEqualTo(code);
    return code == 0 ? out.toString() : err.toString();
  }

  private String ties() {
    String table = folder.resolve("table").toString();
    told(0, "ties", text.toString(), table, "--master", "local[2]");
    return table;
  }

  @Test
  void measuresAreListedByNode() {
    String table = ties();
    for (String engine : List.of("local", "cluster", "auto")) {
      String found =
          told(
              0,
              "measure",
              table,
              "--measures",
              "kcore,components",
              "--engine",
              engine,
              "--master",
              "local[2]");
      assertThat(found.lines())
          .containsExactly("id\tkcore\tcomponent", "1\t2\t1", "2\t2\t1", "3\t2\t1");
    }
  }

  @Test
  void aBadLineIsShown() throws IOException {
    Files.writeString(text, "1 2\n1 two\n");
    String table = folder.resolve("table").toString();
    assertThat(told(2, "ties", text.toString(), table, "--master", "local[2]"))
        .contains("SX-CLUSTER-LINE")
        .contains("1 two")
        .contains("cure:");
    assertThat(Path.of(table)).doesNotExist();
  }

  @Test
  void aWeightIsAboveZero() throws IOException {
    Files.writeString(text, "1 2 0.5\n1 3 -1\n");
    String table = folder.resolve("table").toString();
    assertThat(told(2, "ties", text.toString(), table, "--weighted", "--master", "local[2]"))
        .contains("SX-CLUSTER-LINE")
        .contains("1 3 -1");
  }

  @Test
  void whatIsThereIsNotWrittenOver() {
    String table = ties();
    assertThat(told(2, "ties", text.toString(), table, "--master", "local[2]"))
        .contains("SX-CLUSTER-EXISTS");
  }

  @Test
  void wrongNamesAndNumbersAreRefused() {
    String table = ties();
    assertThat(told(2, "measure", table, "--measures", "charm", "--master", "local[2]"))
        .contains("SX-CLUSTER-MEASURE");
    assertThat(told(2, "measure", table, "--registers", "40", "--master", "local[2]"))
        .contains("SX-CLUSTER-OPTION");
    assertThat(told(2, "measure", table, "--weighted", "--master", "local[2]"))
        .contains("SX-CLUSTER-WEIGHT");
    assertThat(told(2, "measure", folder.resolve("none").toString(), "--master", "local[2]"))
        .contains("SX-CLUSTER-TABLE");
    assertThat(told(2, "measure", table, "--spark", "heap", "--master", "local[2]"))
        .contains("SX-CLUSTER-OPTION");
    assertThat(told(2, "ties", "none.txt", "x", "--master", "local[2]"))
        .contains("SX-CLUSTER-FILE");
  }
}
