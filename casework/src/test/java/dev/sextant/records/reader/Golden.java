package dev.sextant.records.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.Record;
import dev.sextant.records.RecordCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares a trial with its golden file under {@code src/test/resources/golden}. Run with {@code
 * -Dgolden.write=true} to write the file anew, then read the difference before committing it.
 */
public final class Golden {
  private Golden() {}

  /**
   * Checks a trial against {@code golden/<name>.jsonl}, and that the bytes behind each of its
   * records say what the record says.
   */
  public static void check(String name, ReadTrial trial) {
    trial.bytesSayWhatRecordsSay();
    List<String> lines = new ArrayList<>();
    lines.add(trial.outcome().reader().map(ReaderCard::id).orElse("none"));
    for (List<Record> item : trial.items) {
      for (int i = 0; i < item.size(); i++) {
        String body = new String(RecordCodec.bytes(item.get(i)), StandardCharsets.UTF_8);
        lines.add((i == 0 ? "" : "+ ") + body);
      }
    }
    trial.faults.forEach(f -> lines.add("fault " + f.fault().code() + " " + f.where()));
    trial.unknowns.forEach(u -> lines.add("unknown " + u.section() + " " + u.where()));
    trial.ignored.forEach(i -> lines.add("ignored " + i));
    trial.notes.forEach(n -> lines.add("note " + n.code() + " " + n.what()));
    if (Boolean.getBoolean("golden.write")) {
      write(name, lines);
    }
    assertThat(lines).containsExactlyElementsOf(read(name));
  }

  private static void write(String name, List<String> lines) {
    try {
      Path file = Path.of("src/test/resources/golden", name + ".jsonl");
      Files.createDirectories(file.getParent());
      Files.writeString(file, String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> read(String name) {
    Path written = Path.of("src/test/resources/golden", name + ".jsonl");
    try (InputStream in =
        Boolean.getBoolean("golden.write")
            ? Files.newInputStream(written)
            : Golden.class.getResourceAsStream("/golden/" + name + ".jsonl")) {
      assertThat(in).as("golden file %s", name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
