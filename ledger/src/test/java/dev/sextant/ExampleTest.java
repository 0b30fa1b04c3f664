package dev.sextant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.ledger.Checkpoint;
import dev.sextant.ledger.Ledger;
import dev.sextant.ledger.LedgerKey;
import dev.sextant.terms.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example on the ledger's front door compiles, runs, and is the one printed there. */
class ExampleTest {
  @TempDir Path folder;

  @Test
  void ledger() throws IOException {
    LedgerKey key = LedgerKey.generate("sextant.example/log", new SecureRandom());
    try (Ledger ledger = Ledger.open(folder, key, Clock.systemUTC())) {
      long index = ledger.append("an act".getBytes(UTF_8));
      Checkpoint checkpoint = ledger.checkpoint();
      List<Digest> proof = ledger.view().inclusion(index, checkpoint.size());
      assertThat(proof).isEmpty();
    }
    String here = squeezed(Files.readString(source("test", "ExampleTest.java")));
    String door = Files.readString(source("main", "ledger/package-info.java"));
    String example = door.substring(door.indexOf("{@code\n") + 7, door.indexOf("}</pre>"));
    String code = squeezed(example.replaceAll("(?m)^ \\* ?", ""));
    // All but the closing brace, before which the test has its assertion.
    assertThat(here).contains(code.substring(0, code.lastIndexOf('}')));
  }

  private static Path source(String tree, String name) {
    return Path.of("src", tree, "java/dev/sextant").resolve(name);
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }
}
