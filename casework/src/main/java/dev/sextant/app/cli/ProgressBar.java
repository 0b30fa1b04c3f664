package dev.sextant.app.cli;

import dev.sextant.terms.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Shows how far work has come on the terminal's error stream, once it has taken two seconds. Says
 * nothing where nobody watches (a pipe, a file, CI).
 */
final class ProgressBar implements Progress, AutoCloseable {
  private static final long PATIENCE_NANOS = 2_000_000_000L;
  private static final long PAUSE_NANOS = 200_000_000L;
  private static final int WIDTH = 30;

  private final PrintWriter err;
  private final boolean watched;
  private final long began = System.nanoTime();
  private long shown;
  private boolean drawn;

  private ProgressBar(PrintWriter err, boolean watched) {
    this.err = err;
    this.watched = watched;
  }

  /** A bar on a command's error stream. */
  static ProgressBar on(CommandSpec spec) {
    return new ProgressBar(spec.commandLine().getErr(), Terminal.watches(System.getenv("TERM")));
  }

  @Override
  public synchronized void at(long done, long total, String unit) {
    long now = System.nanoTime();
    if (!watched || now - began < PATIENCE_NANOS || now - shown < PAUSE_NANOS) {
      return;
    }
    shown = now;
    drawn = true;
    double seconds = (now - began) / 1e9;
    double rate = done / seconds;
    StringBuilder line = new StringBuilder("\r");
    if (total > 0) {
      int full = (int) Math.min(WIDTH, WIDTH * done / total);
      line.append('[').append("#".repeat(full)).append("-".repeat(WIDTH - full)).append("] ");
      line.append(100 * done / total).append("% ");
    }
    line.append(String.format(Locale.ROOT, "%,d %s, %,.0f/s", done, unit, rate));
    if (total > 0 && rate > 0) {
      line.append(String.format(Locale.ROOT, ", %.0f s left", (total - done) / rate));
    }
    err.print(line.append("\u001b[K"));
    err.flush();
  }

  @Override
  public synchronized void close() {
    if (drawn) {
      err.print("\r\u001b[K");
      err.flush();
      drawn = false;
    }
  }
}
