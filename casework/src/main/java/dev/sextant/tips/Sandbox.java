package dev.sextant.tips;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/* Bubblewrap shows the child the system's programs, the Java runtime and the class path, read-only,
 * and nothing else; unshare leaves it the files that this user may read, but no network to send them
 * over. Where neither works there is no sandbox, and nothing is opened. */
/** The command that takes the network away from a child process. */
final class Sandbox {
  private static final List<String> SYSTEM =
      List.of("/usr", "/bin", "/sbin", "/lib", "/lib64", "/etc/fonts", "/etc/alternatives");

  private Sandbox() {}

  /** The first of the ways that works on this machine, tried by running {@code true} in it. */
  static Optional<List<String>> prefix(List<Path> needed) {
    for (List<String> way : List.of(bubblewrap(needed), unshare())) {
      if (works(way)) {
        return Optional.of(way);
      }
    }
    return Optional.empty();
  }

  private static List<String> bubblewrap(List<Path> needed) {
    List<String> command =
        new ArrayList<>(List.of("bwrap", "--unshare-all", "--die-with-parent", "--new-session"));
    command.addAll(List.of("--clearenv", "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"));
    for (String folder : SYSTEM) {
      command.addAll(List.of("--ro-bind-try", folder, folder));
    }
    for (Path path : needed) {
      command.addAll(List.of("--ro-bind-try", path.toString(), path.toString()));
    }
    return command;
  }

  private static List<String> unshare() {
    return List.of(
        "unshare",
        "--user",
        "--map-root-user",
        "--net",
        "--ipc",
        "--uts",
        "--pid",
        "--fork",
        "--kill-child");
  }

  private static boolean works(List<String> way) {
    List<String> command = new ArrayList<>(way);
    command.add("true");
    try {
      Process tried =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = tried.waitFor(1, TimeUnit.MINUTES);
      tried.destroyForcibly();
      return ended && tried.exitValue() == 0;
    } catch (IOException e) {
      return false; // Not installed: the next way is tried, and without one nothing is opened.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What the child needs to read: the runtime and the class path. */
  static List<Path> needed() {
    List<Path> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home")));
    for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
      Path path = Path.of(entry).toAbsolutePath().normalize();
      if (Files.exists(path)) {
        all.add(path);
      }
    }
    return all;
  }
}
