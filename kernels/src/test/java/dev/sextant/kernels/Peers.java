package dev.sextant.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * Other libraries, asked by scripts; a test that needs one that is not there is skipped, saying so.
 */
public final class Peers {
  private static final String PYTHON = "/usr/bin/python3";

  private Peers() {}

  /**
   * Skips the test if a library is missing.
   *
   * @param modules names, parted by commas
   */
  public static void assumeThere(String modules) throws IOException, InterruptedException {
    boolean works = false;
    if (Files.isExecutable(Path.of(PYTHON))) {
      Process process =
          new ProcessBuilder(PYTHON, "-c", "import " + modules)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      works = process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
    Assumptions.assumeTrue(
        works,
        "skipped: " + PYTHON + " cannot import " + modules + " (apt-get install python3-...)");
  }

  /** What a script says of an input, within two minutes. */
  public static List<String> lines(String script, CharSequence input)
      throws IOException, InterruptedException {
    return lines(script, input, Duration.ofMinutes(2));
  }

  /** What a script says of an input, within a time. */
  public static List<String> lines(String script, CharSequence input, Duration most)
      throws IOException, InterruptedException {
    Path in = Files.createTempFile("graph", ".txt");
    Path out = Files.createTempFile("answer", ".txt");
    try {
      Files.writeString(in, input, StandardCharsets.US_ASCII);
      Process process =
          new ProcessBuilder(PYTHON, "-c", script)
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      boolean ended = process.waitFor(most);
      process.destroy();
      assertThat(ended).as("an answer within %s", most).isTrue();
      assertThat(process.exitValue()).isZero();
      return Files.readAllLines(out);
    } finally {
      Files.delete(in);
      Files.delete(out);
    }
  }
}
