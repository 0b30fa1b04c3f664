package dev.sextant.records;

import dev.sextant.records.reader.ExhibitSource;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.Readers;
import dev.sextant.records.reader.SilentEvents;
import dev.sextant.records.reader.json.JsonStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * How fast a JSON export is parsed, in megabytes a second of one core's time: by the reader that
 * makes records of it, by its lexer alone, and by Jackson's streaming parser, which knows no byte
 * ranges of what it gives. The three take turns on the same file, so that they share whatever else
 * the machine does; by the processor's clock, not the wall's.
 */
public final class ParseLoad {
  private static final int MESSAGES = 500_000;
  private static final int ROUNDS = 6;

  private static volatile long seen;

  private ParseLoad() {}

  /**
   * Runs it.
   *
   * @param args a file to parse, else a chat is made up; then how many rounds
   */
  public static void main(String[] args) throws IOException {
    Path file = args.length > 0 ? Path.of(args[0]) : made();
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : ROUNDS;
    PrintStream out = System.out;
    out.printf("%,d bytes%n", Files.size(file));
    for (int round = 1; round <= rounds; round++) {
      out.printf(
          "round %d: SHA-256 %.0f, records %.0f, trees %.0f, passed over %.0f, Jackson tokens %.0f,"
              + " Jackson texts %.0f MB/s%n",
          round,
          speed(file, () -> hash(file)),
          records(file),
          speed(file, () -> trees(file)),
          speed(file, () -> skip(file)),
          speed(file, () -> jackson(file, false)),
          speed(file, () -> jackson(file, true)));
    }
  }

  private static Path made() throws IOException {
    Path file = Files.createTempFile("sextant-parse", ".json");
    file.toFile().deleteOnExit();
    Chatter.write(file, MESSAGES, Instant.parse("2025-01-01T00:00:00Z"), 60);
    return file;
  }

  private interface Work {
    void run() throws IOException;
  }

  private static double speed(Path file, Work work) throws IOException {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    work.run();
    long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    return Files.size(file) * 1e3 / used;
  }

  private static void hash(Path file) throws IOException {
    try (ExhibitSource source = ExhibitSource.open(file, Limits.standard())) {
      seen = source.parts().size();
    }
  }

  /* Without the hash, which opening costs. */
  private static double records(Path file) throws IOException {
    try (ExhibitSource source = ExhibitSource.open(file, Limits.standard())) {
      return speed(
          file, () -> seen = Readers.all().read(source, new SilentEvents()).tally().records());
    }
  }

  private static InputStream opened(Path file) throws IOException {
    return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
  }

  private static void skip(Path file) throws IOException {
    try (JsonStream in = JsonStream.of(opened(file), Limits.standard())) {
      in.skip();
      seen = in.position();
    }
  }

  private static void trees(Path file) throws IOException {
    long[] count = {0};
    try (JsonStream in = JsonStream.of(opened(file), Limits.standard())) {
      in.object(name -> {
        if (in.kind() == JsonStream.Kind.ARRAY) {
          in.array(index -> count[0] += in.tree().to());
        } else {
          in.skip();
        }
      });
    }
    seen = count[0];
  }

  private static void jackson(Path file, boolean texts) throws IOException {
    long count = 0;
    try (JsonParser in = new JsonFactory().createParser(ObjectReadContext.empty(), opened(file))) {
      for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
        count += texts && token.isScalarValue() ? in.getString().length() : 1;
      }
    }
    seen = count;
  }
}
