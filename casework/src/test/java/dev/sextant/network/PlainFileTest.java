package dev.sextant.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.GraphFile;
import dev.sextant.records.GraphTable;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.Reading;
import dev.sextant.records.reader.Target;
import dev.sextant.terms.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large pairs of numbers come out as a reader gives them, and all else is the reader's. */
class PlainFileTest {
  @TempDir private Path folder;

  private static GraphTable read(Path file) throws IOException {
    return GraphFile.read(Reading.prepare(), Target.plain(file), Limits.standard());
  }

  private Path pairs(String head, String separator, String end) throws IOException {
    Random random = new Random(3);
    StringBuilder text = new StringBuilder(head);
    for (int i = 0; i < 120_000; i++) {
      text.append(random.nextInt(30_000)).append(separator);
      text.append(random.nextInt(900_000)).append(end);
    }
    return Files.writeString(folder.resolve("pairs.txt"), text);
  }

  private static String measured(FileMeasures file) {
    return file.measure(
            new FileMeasures.Asked(List.of("degree", "kcore", "community"), null, 1, 1),
            Progress.silent())
        .tsv();
  }

  @Test
  void sameAsTheReader() throws IOException {
    List<String> heads =
        List.of("", "# Directed graph\n# Nodes: 5 Edges: 7\n", "# Nodes: 5 Edges: 120000\n");
    for (String head : heads) {
      Path file = pairs(head, head.isEmpty() ? "\t" : " ", head.isEmpty() ? "\r\n" : "\n");
      GraphTable table = read(file);
      PlainFile plain =
          java.util.Objects.requireNonNull(PlainFile.of(file, PlainFileTest::read), head);
      boolean oneWay = table.saysDirected();
      assertThat(plain.saysDirected()).isEqualTo(oneWay).isEqualTo(head.contains("Directed"));
      FileMeasures fast = plain.measures(oneWay, Progress.silent());
      FileMeasures slow = FileMeasures.of(table, oneWay, false);
      assertThat(plain.notes())
          .as(head)
          .isEqualTo(table.notes().stream().map(n -> n.code() + ": " + n.what()).toList());
      assertThat(fast.loops()).isEqualTo(slow.loops());
      assertThat(fast.merged()).isEqualTo(slow.merged());
      assertThat(measured(fast)).isEqualTo(measured(slow));
    }
  }

  @Test
  void whatIsNotWhollyPlainIsTheReaders() throws IOException {
    for (String end : List.of(" 1\n", " \n", "x\n", "\n\n")) {
      assertThat(PlainFile.of(pairs("", " ", end), PlainFileTest::read)).as(end).isNull();
    }
    for (String late : List.of("a b\n", "007 8\n", "1,2\n", "5\n", "1234567890123456789 1\n")) {
      Path file = pairs("", " ", "\n");
      Files.writeString(file, Files.readString(file) + late);
      assertThat(PlainFile.of(file, PlainFileTest::read)).as(late).isNull();
    }
    Path small = Files.writeString(folder.resolve("small.txt"), "1 2\n");
    assertThat(PlainFile.of(small, PlainFileTest::read)).isNull();
    assertThat(PlainFile.of(pairs("# Undirected graph\n", " ", "\n"), PlainFileTest::read))
        .isNull();
  }
}
