package dev.sextant.records.reader.fuzz;

import dev.sextant.records.reader.CountingSink;
import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderContract;
import dev.sextant.records.reader.ReaderFault;
import dev.sextant.records.reader.Readers;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/**
 * One execution: the first byte chooses a reader, the others are a source. What the reader answers
 * is held to the contract; a reader that does not know the source is not asked further.
 */
public final class ReaderFuzz {
  /** More than this for a few kilobytes is a finding. */
  private static final long MOST_CPU_NANOS = 3_000_000_000L;

  /** How often the counts are written. */
  private static final long STEP = 1 << 14;

  private static final List<Reader> READERS = chosen();
  private static final long[] EXECUTIONS = new long[READERS.size()];
  private static final long[] READ = new long[READERS.size()];
  private static long all;

  private ReaderFuzz() {}

  /** Every reader, or those that the property {@code fuzz.readers} names (a regular expression). */
  private static List<Reader> chosen() {
    String wanted = System.getProperty("fuzz.readers", ".*");
    List<Reader> readers =
        new ArrayList<>(
            Readers.all().list().stream().filter(r -> r.card().name().matches(wanted)).toList());
    readers.sort(Comparator.comparing(r -> r.card().name()));
    return List.copyOf(readers);
  }

  /** The readers in the order of the first byte. */
  static List<Reader> readers() {
    return READERS;
  }

  /**
   * Given one word, a regular expression: prints the names of the readers that match. Given two,
   * makes a corpus of seeds: each file {@code <from>/<reader>/<name>} becomes one below {@code to}
   * with the byte before it that chooses its reader.
   */
  public static void main(String[] fromAndTo) throws IOException {
    if (fromAndTo.length == 1) {
      READERS.stream()
          .map(r -> r.card().name())
          .filter(n -> n.matches(fromAndTo[0]))
          .forEach(IO::println);
      return;
    }
    Path to = Files.createDirectories(Path.of(fromAndTo[1]));
    for (int i = 0; i < READERS.size(); i++) {
      Path of = Path.of(fromAndTo[0], READERS.get(i).card().name());
      if (Files.isDirectory(of)) {
        try (Stream<Path> seeds = Files.list(of)) {
          for (Path seed : seeds.sorted().toList()) {
            byte[] bytes = Files.readAllBytes(seed);
            byte[] chosen = new byte[bytes.length + 1];
            chosen[0] = (byte) i;
            System.arraycopy(bytes, 0, chosen, 1, bytes.length);
            Files.write(
                to.resolve(READERS.get(i).card().name() + "-" + seed.getFileName()), chosen);
          }
        }
      }
    }
  }

  /** Jazzer's entry. */
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length == 0) {
      return;
    }
    int which = (data[0] & 0xff) % READERS.size();
    EXECUTIONS[which]++;
    if (one(
        READERS.get(which), FuzzSource.of(java.util.Arrays.copyOfRange(data, 1, data.length)))) {
      READ[which]++;
    }
    if (++all % STEP == 0) {
      tell();
    } else if (all == 1) {
      Runtime.getRuntime().addShutdownHook(new Thread(ReaderFuzz::tell));
    }
  }

  /**
   * Reads a source with one reader and holds it to the contract.
   *
   * @return whether the reader knew it
   */
  static boolean one(Reader reader, FuzzSource source) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    boolean known;
    try {
      known = known(reader, source);
      if (known) {
        read(reader, source);
      }
    } catch (IOException e) {
      // Readers may stop with a typed fault of the container; Readers turns both into one.
      known = true;
    }
    long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    if (took > MOST_CPU_NANOS) {
      throw new AssertionError(reader.card().name() + " took " + took / 1_000_000 + " ms");
    }
    return known;
  }

  private static boolean known(Reader reader, FuzzSource source) throws IOException {
    try {
      return reader.sniff(source) > 0;
    } catch (ZipException | EOFException | ReaderFault.Limit e) {
      return false; // As the framework does.
    }
  }

  private static void read(Reader reader, FuzzSource source) throws IOException {
    ReaderContract heard = new ReaderContract(source);
    CountingSink sink = new CountingSink(heard);
    try {
      reader.read(source, sink);
    } catch (ReaderFault e) {
      return; // Typed; the framework closes the open item.
    }
    if (sink.itemOpen() || !sink.tally().balanced()) {
      throw new AssertionError(reader.card().name() + " is not balanced: " + sink.tally());
    }
    ReaderContract.survive(heard.records());
  }

  private static void tell() {
    String to = System.getProperty("fuzz.counts", "");
    if (to.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < READERS.size(); i++) {
      text.append(READERS.get(i).card().name())
          .append('\t')
          .append(EXECUTIONS[i])
          .append('\t')
          .append(READ[i])
          .append('\n');
    }
    try {
      Files.writeString(Path.of(to), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
