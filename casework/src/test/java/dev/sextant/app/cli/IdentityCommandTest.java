package dev.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityCommandTest {
  private static final String PROFILE =
      "fields: [{column: name, compare: text}, {column: city, compare: exact}]\n"
          + "blocking: [[city]]\n";

  @TempDir Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String people() throws IOException {
    StringBuilder rows = new StringBuilder("id,name,city\n");
    for (int i = 0; i < 40; i++) {
      rows.append("a%d,person number%d,city%d\n".formatted(i, i * 7919, i % 5));
      rows.append("b%d,person number%d,city%d\n".formatted(i, i * 7919, i % 5));
    }
    return file("people.csv", rows.toString());
  }

  /** A table that goes to the standard output stands there alone, and what is told is not lost. */
  @Test
  void theTableMayBeTheStandardOutput() throws IOException, InterruptedException {
    assumeThat(Path.of("/dev/stdout")).exists();
    String people = people();
    String profile = file("profile.yaml", PROFILE);
    Path pairs = folder.resolve("pairs.tsv");
    Ran apart =
        Ran.of(
            "identity", "link", "--left", people, "--profile", profile, "--out", pairs.toString());
    assertThat(apart.code()).as(apart.err()).isZero();
    for (String place : new String[] {"/dev/stdout", folder.resolve("out.tsv").toString()}) {
      Path out = Files.writeString(folder.resolve("out.tsv"), "");
      Path err = folder.resolve("err.txt");
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  "dev.sextant.app.Main",
                  "identity",
                  "link",
                  "--left",
                  people,
                  "--profile",
                  profile,
                  "--out",
                  place)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()))
              .redirectError(err.toFile())
              .start();
      assertThat(process.waitFor()).as(Files.readString(err)).isZero();
      assertThat(out).hasSameTextualContentAs(pairs);
      assertThat(err).content().contains("written");
    }
  }

  @Test
  void recordsAreAddedInAnyOrderWithTheSameResult() throws IOException {
    String header = "id,name,city\n";
    String one = "late1,person number7919,city1\n";
    String other = "late2,nobody like it,city1\n";
    String profile = file("add.yaml", PROFILE);
    Path pairs = folder.resolve("added.tsv");
    Path groups = folder.resolve("groups.tsv");
    String written = "";
    String grouped = "";
    for (String rows : new String[] {one + other, other + one}) {
      Ran ran =
          Ran.of(
              "identity",
              "add",
              "--left",
              people(),
              "--records",
              file("late.csv", header + rows),
              "--profile",
              profile,
              "--out",
              pairs.toString(),
              "--clusters",
              groups.toString());
      assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCode.OK);
      assertThat(ran.out())
          .contains("late1: possibly one actor with a1 b1 (", "late2: on its own (")
          .contains("records    80, then 2 added");
      assertThat(groups).content().hasLineCount(82).contains("late1\ta1\n", "late2\tlate2\n");
      String sorted = sorted(pairs);
      assertThat(sorted).contains("late1\ta1\t", "late1\tb1\t");
      assertThat(sorted).isEqualTo(written.isEmpty() ? sorted : written);
      written = sorted;
      assertThat(sorted(groups)).isEqualTo(grouped.isEmpty() ? sorted(groups) : grouped);
      grouped = sorted(groups);
    }
    Ran twice =
        Ran.of(
            "identity",
            "add",
            "--left",
            people(),
            "--records",
            people(),
            "--profile",
            profile,
            "--out",
            pairs.toString());
    assertThat(twice.code()).isEqualTo(ExitCode.FAULT);
    assertThat(twice.err()).startsWith("SX-LINK-TWICE: ");
    assertThat(twice.out()).isEmpty();
  }

  private static String sorted(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .sorted()
        .collect(java.util.stream.Collectors.joining("\n"));
  }

  @Test
  void evaluatesWithPlotAndJson() throws IOException {
    String pairs = file("p.tsv", "b\ta\t5\t0.969697\nc\td\t-2\t0.2\ne\tf\t-4\t0.058824\n");
    String truth = file("t.csv", "id_a,id_b\na,b\nc,d\n");
    String plot = folder.resolve("t.svg").toString();
    Ran text = Ran.of("identity", "evaluate", pairs, "--truth", truth, "--tippett", plot);
    assertThat(text.err()).isEmpty();
    assertThat(text.out())
        .contains("precision              1.0000", "recall                 0.5000");
    assertThat(Path.of(plot)).content().startsWith("<svg ");
    Ran json = Ran.of("identity", "evaluate", pairs, "--truth", truth, "--format", "json");
    assertThat(json.out()).startsWith("{").contains("\"calibration\":{").endsWith("}\n");
    Ran fault = Ran.of("identity", "evaluate", truth, "--truth", truth);
    assertThat(fault.code()).isEqualTo(ExitCode.FAULT);
    assertThat(fault.err()).startsWith("SX-LINK-PAIR: ").contains(" | at: t.csv, line 1");
    assertThat(Ran.of("identity", "evaluate", pairs).code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void samplesAndEstimates() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = -50; i < 50; i++) {
      double odds = i / 5.0;
      rows.append("a%d\tb%d\t%s\t%s\n".formatted(i, i, odds, 1 / (1 + Math.pow(2, -odds))));
    }
    String pairs = file("p.tsv", rows.toString());
    Path sample = folder.resolve("s.csv");
    assertThat(
            Ran.of("identity", "sample", pairs, "--judge", "40", "--out", sample.toString()).code())
        .isZero();
    Files.writeString(sample, Files.readString(sample).replace(",,", ",same,"));
    Ran judged = Ran.of("identity", "evaluate", "--judged", sample.toString());
    assertThat(judged.out()).contains("precision                    1.0000", "40 same");
  }

  @Test
  void findsWhoActsTogether() throws IOException {
    String shares =
        file(
            "s.csv",
            "link,who,post,at\no,a,1,0\no,b,2,30\np,a,3,1000\np,b,4,1060\nq,a,5,9000\nq,c,6,9100\n");
    Path out = folder.resolve("pairs.tsv");
    Ran ran =
        Ran.of(
            "identity",
            "together",
            shares,
            "--window",
            "1m",
            "--acts",
            "2",
            "--out",
            out.toString(),
            "--object",
            "link",
            "--account",
            "who",
            "--content",
            "post",
            "--time",
            "at");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).contains("pairs 1, of which leads", "not for    merging accounts");
    assertThat(Files.readString(out)).startsWith("a\tb\t2\t2\t");
    assertThat(Ran.of("identity", "together", shares, "--window", "soon", "--out", "x").code())
        .isEqualTo(ExitCode.USAGE);
    Ran column = Ran.of("identity", "together", shares, "--out", out.toString());
    assertThat(column.err()).startsWith("SX-LINK-COLUMN: ").contains("name one of: link, who");
  }

  @Test
  void findsSharedKeys() throws IOException {
    String keys = file("k.csv", "account,kind,value\nv1,device,d-1\nv2,device,d-1\n");
    Path out = folder.resolve("leads.tsv");
    Ran ran = Ran.of("identity", "alike", "--keys", keys, "--out", out.toString());
    assertThat(ran.out()).contains("pairs 1", "method       Shared keys");
    assertThat(Files.readString(out)).startsWith("v1\tv2\tdevice\tlead\t");
    assertThat(Ran.of("identity", "alike", "--out", "x").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void explainsInEveryFormAndRecomputes() throws IOException {
    String profile = file("p.yaml", PROFILE);
    String table = people();
    Ran text =
        Ran.of(
            "identity",
            "explain",
            "--left",
            table,
            "--profile",
            profile,
            "--pair",
            "a1",
            "b1",
            "--language",
            "es");
    assertThat(text.err()).isEmpty();
    assertThat(text.out()).contains("¿Pueden a1 y b1 ser un mismo actor?", "sí, por la regla city");
    Ran json =
        Ran.of(
            "identity",
            "explain",
            "--left",
            table,
            "--profile",
            profile,
            "--pair",
            "a1",
            "b1",
            "--format",
            "json");
    String document = file("why.json", json.out());
    Ran valid = Ran.of("identity", "explain", "--recompute", document);
    assertThat(valid.out()).isEqualTo("VALID" + System.lineSeparator());
    assertThat(valid.code()).isZero();
    String altered =
        file("altered.json", json.out().replaceFirst("\"priorBits\":-?\\d+", "\"priorBits\":7"));
    Ran invalid = Ran.of("identity", "explain", "--recompute", altered);
    assertThat(invalid.out()).contains("explanation.priorBits: ", "INVALID");
    assertThat(invalid.code()).isEqualTo(ExitCode.INVALID);
    Ran svg =
        Ran.of(
            "identity",
            "explain",
            "--left",
            table,
            "--profile",
            profile,
            "--pair",
            "a1",
            "a2",
            "--format",
            "svg");
    assertThat(svg.out()).startsWith("<svg ");
    Ran group =
        Ran.of("identity", "explain", "--left", table, "--profile", profile, "--group", "a1");
    assertThat(group.out()).startsWith("Group of ");
    Ran nobody =
        Ran.of("identity", "explain", "--left", table, "--profile", profile, "--pair", "a1", "zz");
    assertThat(nobody.err()).startsWith("SX-LINK-ID: ");
  }
}
