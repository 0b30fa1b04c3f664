package dev.sextant.records.reader.fuzz;

import dev.sextant.records.RecordKind;
import dev.sextant.records.reader.CountingSink;
import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderContract;
import dev.sextant.records.reader.Tally;
import dev.sextant.terms.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;

/**
 * Chooses seeds from what the tests of a reader read (kept with {@code -Dfuzz.seeds=FOLDER}), and
 * makes them small: lines and clauses are left out as long as the reader still makes records of the
 * same kinds, without a fault more. A fuzzer lives on small inputs.
 */
@NullUnmarked // What is null where it must not be fails the test by itself.
public final class FuzzSeeds {
  private static final int MOST_BYTES = 4000;
  private static final int ENOUGH = 1200;
  private static final int WHOLE = 3000;
  private static final int MOST_SEEDS = 5;
  private static final int MOST_TRIES = 1500;
  private static final byte[] PLACES = {'\n', (byte) 0xF8, '}', '>', ','};

  private FuzzSeeds() {}

  /* What a reading was good for: kinds of records and the names of unknown sections; and its faults. */
  private record Worth(Set<RecordKind> kinds, Set<String> sections, long faults) {
    boolean keeps(Worth other) {
      return kinds.containsAll(other.kinds)
          && faults <= other.faults
          && sections.isEmpty() == other.sections.isEmpty();
    }
  }

  /** Given the folder with one folder a reader, and where the chosen seeds go. */
  public static void main(String[] fromAndTo) throws IOException {
    for (Reader reader : ReaderFuzz.readers()) {
      Path of = Path.of(fromAndTo[0], reader.card().name());
      if (!Files.isDirectory(of)) {
        IO.println(reader.card().name() + ": no sample");
        continue;
      }
      Path to = Files.createDirectories(Path.of(fromAndTo[1], reader.card().name()));
      long bytes = 0;
      List<byte[]> chosen = chosen(reader, of);
      for (byte[] seed : chosen) {
        bytes += seed.length;
        Files.write(to.resolve("seed-" + Digest.of(seed).hex().substring(0, 12)), seed);
      }
      IO.println(reader.card().name() + ": " + chosen.size() + " seeds, " + bytes + " bytes");
    }
  }

  /* Small ones first, as long as each adds a kind of record, then any up to a few. */
  private static List<byte[]> chosen(Reader reader, Path of) throws IOException {
    List<byte[]> samples = new ArrayList<>();
    try (Stream<Path> files = Files.list(of)) {
      for (Path file : files.sorted().toList()) {
        samples.add(Files.readAllBytes(file));
      }
    }
    samples.sort(Comparator.comparingInt(s -> s.length));
    Set<RecordKind> covered = new TreeSet<>();
    Set<String> shapes = new HashSet<>();
    List<byte[]> chosen = new ArrayList<>();
    for (byte[] sample : samples) {
      Worth worth = worth(reader, sample);
      if (worth == null || chosen.size() >= MOST_SEEDS) {
        continue;
      }
      boolean adds = !covered.containsAll(worth.kinds());
      if (adds || chosen.isEmpty() || shapes.add(worth.kinds() + "" + worth.sections())) {
        byte[] small = small(reader, sample, worth);
        if (small.length <= MOST_BYTES) {
          chosen.add(small);
          covered.addAll(worth.kinds());
        }
      }
    }
    // One as rich as they come, left whole.
    samples.stream()
        .filter(s -> s.length <= WHOLE && chosen.stream().noneMatch(c -> Arrays.equals(c, s)))
        .filter(s -> worth(reader, s) != null)
        .max(
            Comparator.comparingInt((byte[] s) -> worth(reader, s).kinds().size())
                .thenComparing(s -> s.length))
        .ifPresent(chosen::add);
    return chosen;
  }

  private static byte[] small(Reader reader, byte[] sample, Worth worth) {
    byte[] now = sample;
    int tries = 0;
    for (byte place : PLACES) {
      if (now.length <= ENOUGH) {
        return now;
      }
      List<byte[]> pieces = pieces(now, place);
      for (int size = Math.max(1, pieces.size() / 2); size >= 1; size /= 2) {
        int at = 0;
        while (at < pieces.size() && tries++ < MOST_TRIES) {
          List<byte[]> fewer = new ArrayList<>(pieces);
          fewer.subList(at, Math.min(pieces.size(), at + size)).clear();
          Worth left = fewer.isEmpty() ? null : worth(reader, joined(fewer));
          if (left != null && left.keeps(worth)) {
            pieces = fewer;
          } else {
            at += size;
          }
        }
      }
      now = joined(pieces);
    }
    return now;
  }

  /* Each piece ends with the place; a part of an archive begins with it. */
  private static List<byte[]> pieces(byte[] bytes, byte place) {
    List<byte[]> pieces = new ArrayList<>();
    boolean before = place == (byte) 0xF8;
    int from = 0;
    for (int i = 0; i < bytes.length; i++) {
      int end = before ? i : i + 1;
      if (bytes[i] == place && end > from) {
        pieces.add(Arrays.copyOfRange(bytes, from, end));
        from = end;
      }
    }
    pieces.add(Arrays.copyOfRange(bytes, from, bytes.length));
    return pieces;
  }

  private static byte[] joined(List<byte[]> pieces) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    pieces.forEach(out::writeBytes);
    return out.toByteArray();
  }

  /* Null if the reader does not know it, or it is no good reading. */
  private static Worth worth(Reader reader, byte[] bytes) {
    FuzzSource source = FuzzSource.of(bytes);
    try {
      if (reader.sniff(source) <= 0) {
        return null;
      }
      CountingSink sink = new CountingSink(new ReaderContract(source));
      reader.read(source, sink);
      Tally tally = sink.tally();
      return new Worth(
          new TreeSet<>(tally.byKind().keySet()),
          new TreeSet<>(tally.sections().keySet()),
          tally.faults());
    } catch (IOException | RuntimeException e) {
      return null; // Damaged on purpose, by the test it came from or by being made small.
    }
  }
}
