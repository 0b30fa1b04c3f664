package dev.sextant.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Whether somebody looks at the error stream. */
final class Terminal {
  private Terminal() {}

  /**
   * True if the error stream is a terminal, even where the output goes into a file: that is when a
   * long command's progress is wanted most. Java has no question for it; Linux names what file
   * descriptor 2 leads to.
   */
  static boolean watches(@Nullable String term) {
    if (term == null || term.equals("dumb")) {
      return false;
    }
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException e) {
      return false; // Not Linux, or no such descriptor: nobody is known to watch.
    }
  }
}
