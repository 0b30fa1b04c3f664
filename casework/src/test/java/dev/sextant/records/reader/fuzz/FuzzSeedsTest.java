package dev.sextant.records.reader.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.reader.Battering;
import dev.sextant.records.reader.Reader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the fuzzer once found stays found: each kept input is read in every ordinary run. */
@NullUnmarked // What is null where it must not be fails the test by itself.
class FuzzSeedsTest {
  private static final int MOST_CUTS = 300;
  private static final int INJURED = 60;
  private static final long SEED = 20261122;
  private static final Map<String, Reader> READERS =
      ReaderFuzz.readers().stream()
          .collect(Collectors.toMap(r -> r.card().name(), Function.identity()));

  private static Path kept() throws URISyntaxException {
    URL url = Objects.requireNonNull(FuzzSeedsTest.class.getResource("/fuzz"), "no kept inputs");
    return Path.of(url.toURI());
  }

  private static List<Path> inputs() throws IOException, URISyntaxException {
    try (Stream<Path> walk = Files.walk(kept())) {
      return walk.filter(p -> Files.isRegularFile(p) && p.getParent() != null).sorted().toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> keptInputsAreRead() throws IOException, URISyntaxException {
    Path kept = kept();
    return inputs().stream()
        .map(
            input -> DynamicTest.dynamicTest(kept.relativize(input).toString(), () -> read(input)));
  }

  @Test
  void everyReaderHasSeedsThatItKnows() throws IOException, URISyntaxException {
    Set<String> without = new TreeSet<>(READERS.keySet());
    for (Path input : inputs()) {
      Reader reader = READERS.get(String.valueOf(input.getParent().getFileName()));
      if (ReaderFuzz.one(reader, FuzzSource.of(Files.readAllBytes(input)))) {
        without.remove(reader.card().name());
      }
    }
    assertThat(without).isEmpty();
  }

  /* The full sweep, of which ordinary tests make a part: every place, and injuries at any. */
  @TestFactory
  @Tag("heavy")
  Stream<DynamicTest> everySeedCutEverywhereAndInjured() {
    return READERS.values().stream()
        .sorted(Comparator.comparing(r -> r.card().name()))
        .map(reader -> DynamicTest.dynamicTest(reader.card().name(), () -> sweep(reader)));
  }

  private static void sweep(Reader reader) throws IOException {
    for (Map.Entry<String, byte[]> seed : seeds(reader).entrySet()) {
      byte[] whole = seed.getValue();
      int step = 1 + whole.length / MOST_CUTS;
      for (int cut = 0; cut < whole.length; cut += step) {
        held(reader, Arrays.copyOf(whole, cut), seed.getKey() + " cut at " + cut);
      }
      for (int round = 0; round < INJURED; round++) {
        byte[] injured = Battering.damaged(whole, new Random(SEED + round));
        held(reader, injured, seed.getKey() + " injured with " + (SEED + round));
      }
    }
  }

  /** The kept inputs of a reader by their names. */
  static Map<String, byte[]> seeds(Reader reader) throws IOException {
    Map<String, byte[]> seeds = new TreeMap<>();
    try (Stream<Path> files = Files.list(kept().resolve(reader.card().name()))) {
      for (Path file : files.toList()) {
        seeds.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
      }
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
    return seeds;
  }

  private static void held(Reader reader, byte[] bytes, String what) {
    try {
      ReaderFuzz.one(reader, FuzzSource.of(bytes));
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError(what + ": " + e, e);
    }
  }

  private static void read(Path input) throws IOException {
    Reader reader = READERS.get(String.valueOf(input.getParent().getFileName()));
    assertThat(reader).as("the reader of %s", input).isNotNull();
    ReaderFuzz.one(reader, FuzzSource.of(Files.readAllBytes(input)));
  }

  @Test
  void aPlainFileAndAnArchiveAreTold() {
    byte[] plain = {'a', 'b'};
    assertThat(FuzzSource.of(plain).parts())
        .singleElement()
        .satisfies(p -> assertThat(p.path()).isEmpty());
    byte[] archive = FuzzSource.seed(Map.of("x/y.json", plain));
    assertThat(FuzzSource.of(archive).parts())
        .singleElement()
        .satisfies(p -> {
          assertThat(p.path()).isEqualTo("x/y.json");
          assertThat(p.head()).isEqualTo(plain);
        });
  }
}
