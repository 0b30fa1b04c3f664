package dev.sextant.records.reader.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.reader.Reader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the fuzzer once found stays found: each kept input is read in every ordinary run. */
@NullUnmarked // What is null where it must not be fails the test by itself.
class FuzzSeedsTest {
  private static final Map<String, Reader> READERS =
      ReaderFuzz.readers().stream()
          .collect(Collectors.toMap(r -> r.card().name(), Function.identity()));

  private static Path kept() throws URISyntaxException {
    URL url = Objects.requireNonNull(FuzzSeedsTest.class.getResource("/fuzz"), "no kept inputs");
    return Path.of(url.toURI());
  }

  @TestFactory
  Stream<DynamicTest> keptInputsAreRead() throws IOException, URISyntaxException {
    Path kept = kept();
    List<Path> inputs;
    try (Stream<Path> walk = Files.walk(kept)) {
      inputs =
          walk.filter(p ->
                  Files.isRegularFile(p)
                      && p.getParent() != null
                      && !p.getFileName().toString().endsWith(".md"))
              .sorted()
              .toList();
    }
    return inputs.stream()
        .map(
            input -> DynamicTest.dynamicTest(kept.relativize(input).toString(), () -> read(input)));
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
