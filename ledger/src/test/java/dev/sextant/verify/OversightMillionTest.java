package dev.sextant.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The overseer's check on a log of a million acts, each with its outcome, under a thousand
 * authorities: in a process of its own whose heap would not hold a tenth of them.
 */
@Tag("heavy")
class OversightMillionTest {
  private static final int HEAP_MEGABYTES = 96;

  @TempDir private Path folder;

  @Test
  void checksAMillionActsInMinutesWithASmallHeap() throws Exception {
    long acts = Long.getLong("sextant.acts", 1_000_000);
    KitMaker maker = new KitMaker(folder.resolve("kit"), 7);
    maker.work(acts, (int) Math.max(10, acts / 1000));
    Path kit = maker.finish();
    Instant begun = Instant.now();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MEGABYTES + "m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.sextant.verify.Main",
                "oversight",
                kit.toString(),
                "--seed",
                "11")
            .redirectErrorStream(true)
            .start();
    String said = said(process);
    assertThat(process.waitFor(30, TimeUnit.MINUTES)).isTrue();
    Duration took = Duration.between(begun, Instant.now());
    System.out.printf(
        "oversight of %,d acts (%,d entries): %s with a heap of %d MB%n",
        acts, maker.log().size(), took, HEAP_MEGABYTES);
    assertThat(said).startsWith("VALID");
    assertThat(process.exitValue()).isZero();
  }

  private static String said(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
