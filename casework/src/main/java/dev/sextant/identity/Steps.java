package dev.sextant.identity;

import dev.sextant.linkage.link.Announcement;
import dev.sextant.linkage.link.Watch;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Says how far a run is, where it takes so long that somebody might ask: nothing in its first
 * seconds, then a line every few. Safe from many threads.
 */
final class Steps implements Watch {
  /** Whoever waits longer than this for a line begins to doubt. */
  private static final long EVERY = TimeUnit.SECONDS.toNanos(5);

  private final FileLinkage.Said said;
  private final LongSupplier nanos;
  private final long started;
  private long last;

  /**
   * Begins.
   *
   * @param nanos that passed, since whenever
   */
  Steps(FileLinkage.Said said, LongSupplier nanos) {
    this.said = said;
    this.nanos = nanos;
    this.started = nanos.getAsLong();
    this.last = started;
  }

  @Override
  public void announced(Announcement announcement) {
    said.text(FileLinkage.announcement(announcement));
  }

  @Override
  public void at(Stage stage, int done, int of) {
    String name = stage.name().toLowerCase(Locale.ROOT);
    if (of == 0) {
      say(name);
    } else {
      say(name + ", " + done + " of " + of + " pieces");
    }
  }

  /** Says a step, if it is time to. */
  synchronized void say(String step) {
    long now = nanos.getAsLong();
    if (now - last < EVERY) {
      return;
    }
    last = now;
    said.progress(TimeUnit.NANOSECONDS.toSeconds(now - started) + " s: " + step);
  }
}
