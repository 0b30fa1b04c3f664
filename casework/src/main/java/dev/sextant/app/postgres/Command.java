package dev.sextant.app.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs PostgreSQL's programs, as somebody else than root where need be. */
final class Command {
  private Command() {}

  static void run(Path folder, List<String> command, Duration patience) throws IOException {
    int exit = attempt(folder, command, patience);
    if (exit != 0) {
      throw EmbeddedPostgres.unreachable(
          folder, "exit " + exit + ": " + tail(folder.resolve("command.log")));
    }
  }

  static int attempt(Path folder, List<String> command, Duration patience) throws IOException {
    List<String> whole = new ArrayList<>(prefix(folder));
    whole.addAll(command);
    Process process =
        new ProcessBuilder(whole)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("command.log").toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    try {
      if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue();
      }
      process.destroyForcibly();
      return -1;
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  /* PostgreSQL refuses to run as root. In a user namespace without a mapping, root is nobody to
   * the program while the files stay the owner's. */
  private static List<String> prefix(Path folder) throws IOException {
    if (!"root".equals(System.getProperty("user.name"))) {
      return List.of();
    }
    Process probe =
        new ProcessBuilder("unshare", "-U", "true")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (probe.waitFor() == 0) {
        return List.of("unshare", "-U");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new DatabaseFault(
        "SX-DB-ROOT",
        "PostgreSQL does not run as root and this machine allows no user namespace",
        folder.toString(),
        "unshare -U",
        "run Sextant as an ordinary user");
  }

  static String tail(Path log) throws IOException {
    if (!Files.exists(log)) {
      return "no log";
    }
    List<String> lines = Files.readAllLines(log);
    return String.join(" / ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
  }
}
