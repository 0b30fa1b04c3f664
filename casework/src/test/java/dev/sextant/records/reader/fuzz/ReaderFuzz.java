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
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.jspecify.annotations.NullUnmarked;

/**
 * One execution: the first byte chooses a reader, the others are a source. What the reader answers
 * is held to the contract; a reader that does not know the source is not asked further.
 *
 * <p>One process fuzzes the readers of a family (the package they are in): starting the fuzzer
 * costs as much as tens of thousands of executions, and readers of a family understand the same
 * words.
 */
@NullUnmarked // What is null where it must not be fails the test by itself.
public final class ReaderFuzz {
  /** More than this for a few kilobytes is a finding. */
  private static final long MOST_CPU_NANOS = 3_000_000_000L;

  /** How often the counts are written, in executions; and in time for slow readers. */
  private static final long STEP = 1 << 13;

  private static final long STEP_NANOS = 5_000_000_000L;

  /** Of so many inputs, one has its records sent the way to the parent process and back. */
  private static final int SENT = 16;

  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
  private static final List<Reader> READERS = chosen();
  private static final long[] EXECUTIONS = new long[READERS.size()];
  private static final long[] READ = new long[READERS.size()];
  private static final long[] NANOS = new long[READERS.size()];
  private static long all;
  private static long told;

  private ReaderFuzz() {}

  /**
   * Every reader, or those that the property {@code fuzz.readers} names (a regular expression over
   * {@code family/name}, or over the name alone).
   */
  private static List<Reader> chosen() {
    String wanted = System.getProperty("fuzz.readers", ".*");
    List<Reader> readers =
        new ArrayList<>(
            Readers.all().list().stream()
                .filter(r ->
                    r.card().name().matches(wanted)
                        || (family(r) + "/" + r.card().name()).matches(wanted))
                .toList());
    readers.sort(Comparator.comparing(r -> r.card().name()));
    return List.copyOf(readers);
  }

  /* The package below that of all readers. */
  private static String family(Reader reader) {
    String below = reader.getClass().getPackageName().replace(Reader.class.getPackageName(), "");
    return below.isEmpty() ? "all" : below.substring(1).replaceAll("\\..*", "");
  }

  /** The readers in the order of the first byte. */
  static List<Reader> readers() {
    return READERS;
  }

  /**
   * Given one word, a regular expression: prints family and name of the readers that match. Given
   * two, makes a corpus of seeds: each file {@code <from>/<reader>/<name>} becomes one below {@code
   * to} with the byte before it that chooses its reader.
   */
  public static void main(String[] fromAndTo) throws IOException {
    if (fromAndTo.length == 1) {
      READERS.stream()
          .map(r -> family(r) + "/" + r.card().name())
          .filter(n -> n.matches(fromAndTo[0]))
          .sorted()
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
    if (all++ == 0) {
      told = System.nanoTime();
      Runtime.getRuntime().addShutdownHook(new Thread(ReaderFuzz::tell));
    }
    int which = (data[0] & 0xff) % READERS.size();
    byte[] source = Arrays.copyOfRange(data, 1, data.length);
    long before = CLOCK.getCurrentThreadCpuTime();
    EXECUTIONS[which]++;
    boolean sent = Arrays.hashCode(data) % SENT == 0;
    if (one(READERS.get(which), FuzzSource.of(source), sent)) {
      READ[which]++;
    }
    NANOS[which] += CLOCK.getCurrentThreadCpuTime() - before;
    if (all % STEP == 0 || (all & 63) == 0 && System.nanoTime() - told > STEP_NANOS) {
      told = System.nanoTime();
      tell();
    }
  }

  /**
   * Reads a source with one reader and holds it to the contract.
   *
   * @return whether the reader knew it
   */
  static boolean one(Reader reader, FuzzSource source) {
    return one(reader, source, true);
  }

  private static boolean one(Reader reader, FuzzSource source, boolean sent) {
    long before = CLOCK.getCurrentThreadCpuTime();
    boolean known;
    try {
      known = known(reader, source);
      if (known) {
        read(reader, source, sent);
      }
    } catch (IOException e) {
      // Readers may stop with a typed fault of the container; Readers turns both into one.
      known = true;
    }
    long took = CLOCK.getCurrentThreadCpuTime() - before;
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

  private static void read(Reader reader, FuzzSource source, boolean sent) throws IOException {
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
    if (sent) {
      ReaderContract.survive(heard.records());
    }
  }

  /* Written beside and moved, so that who reads it meanwhile sees one state. */
  private static synchronized void tell() {
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
          .append('\t')
          .append(NANOS[i] / 1_000_000)
          .append('\n');
    }
    try {
      Path beside = Files.writeString(Path.of(to + ".new"), text);
      Files.move(beside, Path.of(to), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
