package dev.sextant.app;

import dev.sextant.ledger.VerifierKey;
import dev.sextant.ledger.WitnessFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The witness of a training home: the very program that an overseer runs elsewhere, as a process of
 * its own with its own folder and key, so that training goes the way that earnest goes. It ends
 * with the process that started it.
 */
final class WitnessProcess implements AutoCloseable {
  /** Another program's witness on this folder may just be ending. */
  private static final int TRIES = 20;

  private static final long PAUSE_MILLIS = 250;

  private final Process process;
  private final URI url;

  private WitnessProcess(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  /**
   * Starts it.
   *
   * @param folder the witness's folder, made if there is none
   * @param log whose checkpoints it cosigns
   * @throws HomeFault {@code SX-HOME-WITNESS} if it does not start
   */
  static WitnessProcess start(WitnessFolder folder, VerifierKey log) {
    String said = "";
    try {
      for (int i = 0; i < TRIES; i++) {
        Process process =
            new ProcessBuilder(command(folder.path(), log)).redirectErrorStream(true).start();
        StringBuilder lines = new StringBuilder();
        Optional<URI> url = listening(process, lines);
        if (url.isPresent()) {
          return new WitnessProcess(process, url.get());
        }
        process.destroyForcibly();
        said = lines.toString();
        if (!said.contains("SX-LEDGER-LOCKED")) {
          break;
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new HomeFault(
        "SX-HOME-WITNESS",
        "the training witness does not start",
        folder.path().toString(),
        said.strip(),
        "end what else works on this home, or mend what the value says");
  }

  private static List<String> command(Path folder, VerifierKey log) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("dev.sextant.verify.Main", "witness", folder.toString()));
    command.addAll(List.of("--name", Program.ORIGIN + "/training-witness"));
    command.addAll(List.of("--log", log.text(), "--port", "0", "--with-parent"));
    return command;
  }

  private static Optional<URI> listening(Process process, StringBuilder said) throws IOException {
    BufferedReader lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("listening ")) {
        return Optional.of(URI.create(line.substring("listening ".length())));
      }
      said.append(line).append('\n');
    }
    return Optional.empty();
  }

  /** Where it is asked. */
  URI url() {
    return url;
  }

  /** Its process, for a test that kills it. */
  ProcessHandle handle() {
    return process.toHandle();
  }

  @Override
  public void close() {
    try {
      // Its standard input ends, and so does it; each answer was on disk before it was given.
      process.getOutputStream().close();
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
