package dev.sextant.records.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.sextant.records.Record;
import dev.sextant.terms.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Damages a sample in seeded ways and reads what is left. Whatever the bytes are, a reader may only
 * end in one way: a typed refusal or a balanced reading, with every locator inside its part, no
 * time made of nothing, records that survive the way to the parent process, and an end.
 *
 * <pre>{@code
 * Battering.truncate(bytes, "conversations.csv");
 * Battering.mutate(bytes, "conversations.csv", 20261122, 300);
 * Battering.truncateEntry(files, "messages/message_1.json"); // files: name to bytes, zipped here
 * Battering.mutateEntry(files, "messages/message_1.json", 7, 200);
 * }</pre>
 */
public final class Battering {
  /**
   * Cuts at structural places beyond this are spread over the file instead of all made. Every cut
   * of every seed is made by the heavy part of {@code FuzzSeedsTest}.
   */
  private static final int MOST_STRUCTURAL = 200;

  /** Cuts at places chosen by the seed. */
  private static final int RANDOM_CUTS = 40;

  /** Of so many damaged samples, one is shown to every reader; the others to that of the whole. */
  private static final int SHOWN_TO_ALL = 8;

  /** A truncation chooses its places with this. */
  private static final long CUT_SEED = 20261122;

  /** Bytes that open, close or part something in some format. */
  private static final String STRUCTURAL = "{}[]()<>\"',:;=|\t\r\n#&/\\ -";

  /** A sample of a few kilobytes takes milliseconds; this is a reader that has lost its way. */
  private static final Duration MOST_CPU = Duration.ofSeconds(20);

  /** The whole battering of one sample, on a machine that does other things as well. */
  private static final Duration MOST_TIME = Duration.ofMinutes(15);

  private static final Readers ALL = Readers.all();

  private Battering() {}

  /** Cuts a plain file at all structural and many other places. */
  public static void truncate(byte[] bytes, String name) {
    truncate(ALL, bytes, name);
  }

  /** Cuts a plain file, read by some readers only. */
  public static void truncate(Readers readers, byte[] bytes, String name) {
    Readers mostly = known(readers, bytes, name);
    guarded(() -> {
      int at = 0;
      for (int cut : cuts(bytes)) {
        Readers by = at++ % SHOWN_TO_ALL == 0 ? readers : mostly;
        attempt(by, Arrays.copyOf(bytes, cut), name, name + " cut at " + cut, false);
      }
    });
  }

  /** Cuts one file of an archive, the others whole; the archive itself is sound. */
  public static void truncateEntry(Map<String, byte[]> files, String entry) {
    byte[] bytes = needed(files, entry);
    Readers mostly = known(ALL, zip(files), "cut.zip");
    guarded(() -> {
      int at = 0;
      for (int cut : cuts(bytes)) {
        byte[] zip = zipWith(files, entry, Arrays.copyOf(bytes, cut));
        Readers by = at++ % SHOWN_TO_ALL == 0 ? ALL : mostly;
        attempt(by, zip, "cut.zip", entry + " cut at " + cut, false);
      }
    });
  }

  /** Damages a plain file in {@code rounds} ways chosen by the seed. */
  public static void mutate(byte[] bytes, String name, long seed, int rounds) {
    mutate(ALL, bytes, name, seed, rounds);
  }

  /** Damages a plain file, read by some readers only. */
  public static void mutate(Readers readers, byte[] bytes, String name, long seed, int rounds) {
    Readers mostly = known(readers, bytes, name);
    guarded(() -> {
      for (int round = 0; round < rounds; round++) {
        byte[] damaged = damaged(bytes, new Random(seed * 1_000_003 + round));
        String what = "%s seed %d round %d".formatted(name, seed, round);
        boolean toAll = round % SHOWN_TO_ALL == 0;
        attempt(toAll ? readers : mostly, damaged, name, what, toAll);
      }
    });
  }

  /** Damages one file of an archive; the archive itself is sound. */
  public static void mutateEntry(Map<String, byte[]> files, String entry, long seed, int rounds) {
    byte[] bytes = needed(files, entry);
    Readers mostly = known(ALL, zip(files), "mutated.zip");
    guarded(() -> {
      for (int round = 0; round < rounds; round++) {
        byte[] damaged = damaged(bytes, new Random(seed * 1_000_003 + round));
        String what = "%s seed %d round %d".formatted(entry, seed, round);
        boolean toAll = round % SHOWN_TO_ALL == 0;
        attempt(toAll ? ALL : mostly, zipWith(files, entry, damaged), "mutated.zip", what, toAll);
      }
    });
  }

  /** Every file of an archive in turn is cut and damaged, and each in turn is left out. */
  public static void batterAll(Map<String, byte[]> files, long seed, int rounds) {
    for (String entry : files.keySet()) {
      truncateEntry(files, entry);
      mutateEntry(files, entry, seed, rounds);
      Map<String, byte[]> fewer = new LinkedHashMap<>(files);
      fewer.remove(entry);
      attempt(ALL, zip(fewer), "fewer.zip", "without " + entry, true);
    }
  }

  /** A zip of files given as bytes, in their order, the same bytes every time. */
  public static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        // Of no zone: the same bytes wherever the machine stands.
        entry.setTimeLocal(LocalDateTime.of(2023, 11, 14, 22, 13, 20));
        out.putNextEntry(entry);
        out.write(file.getValue());
        out.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Files given as texts, as UTF-8 bytes in the same order. */
  public static Map<String, byte[]> texts(Map<String, String> files) {
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return bytes;
  }

  private static byte[] needed(Map<String, byte[]> files, String entry) {
    byte[] bytes = files.get(entry);
    if (bytes == null) {
      throw new AssertionError("no file " + entry + " in the sample");
    }
    return bytes;
  }

  private static byte[] zipWith(Map<String, byte[]> files, String entry, byte[] bytes) {
    Map<String, byte[]> changed = new LinkedHashMap<>(files);
    changed.put(entry, bytes);
    return zip(changed);
  }

  /* The reader of the sound sample alone; all of them if none knows it. */
  private static Readers known(Readers readers, byte[] bytes, String name) {
    try (ExhibitSource source = source(bytes, name)) {
      return readers
          .choose(source)
          .map(chosen -> new Readers(List.of(chosen.reader())))
          .orElse(readers);
    } catch (IOException e) {
      return readers; // No sound sample: whoever looks at it may look at its ruins.
    }
  }

  private static ExhibitSource source(byte[] bytes, String name) throws IOException {
    return ExhibitSource.open(
        new SeekableInMemoryByteChannel(bytes), name, Digest.of(bytes), Limits.standard());
  }

  private static void guarded(Runnable work) {
    assertTimeoutPreemptively(MOST_TIME, work::run);
  }

  /* Before and after each structural byte and in the middle of each character of several bytes. */
  private static Iterable<Integer> cuts(byte[] bytes) {
    TreeSet<Integer> structural = new TreeSet<>();
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] < 0 || STRUCTURAL.indexOf(bytes[i]) >= 0) {
        structural.add(i);
        structural.add(i + 1);
      }
    }
    TreeSet<Integer> cuts = new TreeSet<>();
    int step = Math.max(1, structural.size() / MOST_STRUCTURAL);
    int at = 0;
    for (int cut : structural) {
      if (at++ % step == 0) {
        cuts.add(cut);
      }
    }
    Random random = new Random(CUT_SEED);
    for (int i = 0; i < RANDOM_CUTS; i++) {
      cuts.add(random.nextInt(bytes.length + 1));
    }
    cuts.add(0);
    cuts.add(Math.min(1, bytes.length));
    cuts.remove(bytes.length);
    return cuts;
  }

  /** One to four injuries. */
  public static byte[] damaged(byte[] bytes, Random random) {
    byte[] now = bytes;
    int injuries = 1 + random.nextInt(4);
    for (int i = 0; i < injuries; i++) {
      now = injured(now, random);
    }
    return now;
  }

  private static byte[] injured(byte[] b, Random random) {
    int at = b.length == 0 ? 0 : random.nextInt(b.length);
    int length = Math.min(b.length - at, 1 + random.nextInt(random.nextInt(4) == 0 ? 400 : 12));
    return switch (random.nextInt(11)) {
      case 0, 1 -> {
        byte[] flipped = b.clone();
        if (flipped.length > 0) {
          flipped[at] ^= (byte) (1 << random.nextInt(8));
        }
        yield flipped;
      }
      case 2 -> {
        byte[] other = b.clone();
        if (other.length > 0) {
          other[at] = (byte) STRUCTURAL.charAt(random.nextInt(STRUCTURAL.length()));
        }
        yield other;
      }
      case 3 -> spliced(b, at, at + length, new byte[0]);
      case 4 -> spliced(b, at, at, Arrays.copyOfRange(b, at, at + length));
      case 5 -> spliced(b, at, at, new byte[1 + random.nextInt(4)]);
      case 6 -> spliced(b, at, at, new byte[] {(byte) 0xc3, (byte) 0x28, (byte) 0xff, (byte) 0xed});
      case 7 -> {
        byte[] run = new byte[random.nextInt(4) == 0 ? 70_000 : 1500];
        Arrays.fill(run, b.length == 0 ? (byte) 'x' : b[at]);
        yield spliced(b, at, at, run);
      }
      case 8 -> spliced(b, at, at + digits(b, at), number(random));
      case 9 -> lineTwice(b, at, random.nextBoolean());
      default -> {
        int other = b.length == 0 ? 0 : random.nextInt(b.length);
        yield spliced(b, at, at, Arrays.copyOfRange(b, other, Math.min(b.length, other + length)));
      }
    };
  }

  private static byte[] spliced(byte[] b, int from, int to, byte[] middle) {
    byte[] made = new byte[b.length - (to - from) + middle.length];
    System.arraycopy(b, 0, made, 0, from);
    System.arraycopy(middle, 0, made, from, middle.length);
    System.arraycopy(b, to, made, from + middle.length, b.length - to);
    return made;
  }

  private static int digits(byte[] b, int at) {
    int end = at;
    while (end < b.length && b[end] >= '0' && b[end] <= '9') {
      end++;
    }
    return end - at;
  }

  private static byte[] number(Random random) {
    List<String> numbers =
        List.of(
            "0",
            "-1",
            "null",
            "1e400",
            "NaN",
            "9223372036854775808",
            "-9223372036854775808",
            "99999999999999999999999999999999",
            "4294967296",
            "2147483648",
            "0.5",
            "true",
            "[]",
            "{}",
            "\"\"");
    return numbers.get(random.nextInt(numbers.size())).getBytes(StandardCharsets.UTF_8);
  }

  /* The line around a place once more, or not at all. */
  private static byte[] lineTwice(byte[] b, int at, boolean twice) {
    int from = at;
    while (from > 0 && b[from - 1] != '\n') {
      from--;
    }
    int to = at;
    while (to < b.length && b[to] != '\n') {
      to++;
    }
    to = Math.min(b.length, to + 1);
    byte[] line = Arrays.copyOfRange(b, from, to);
    return twice ? spliced(b, to, to, line) : spliced(b, from, to, new byte[0]);
  }

  /** Reads damaged bytes once, twice if asked, and checks all that must hold whatever they are. */
  public static void attempt(
      Readers readers, byte[] bytes, String name, String what, boolean twice) {
    try {
      List<Record> records = once(readers, bytes, name);
      if (twice) {
        assertThat(once(readers, bytes, name)).as("read again").isEqualTo(records);
        ReaderContract.survive(records);
      }
    } catch (IOException | RuntimeException | Error e) {
      throw new AssertionError(what + ": " + e, e);
    }
  }

  private static List<Record> once(Readers readers, byte[] bytes, String name) throws IOException {
    try (ExhibitSource source = source(bytes, name)) {
      return ReaderContract.read(readers, source, MOST_CPU).records();
    } catch (ReaderFault e) {
      // The container itself is refused, with a type: nothing was announced, nothing is lost.
      assertThat(e.code()).startsWith("SX-");
      return List.of();
    }
  }
}
