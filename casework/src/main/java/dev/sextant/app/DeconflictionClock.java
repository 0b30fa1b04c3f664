package dev.sextant.app;

import dev.sextant.deconfliction.Deconfliction;
import dev.sextant.terms.Fault;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the deconfliction index with the authorities in force while a server serves, and tells the
 * leads of cases of questions that met: at its own time, so that whoever asks sees nothing of it.
 */
final class DeconflictionClock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeconflictionClock.class);

  /** Soon enough to speak to each other before a door is forced, too late to be timed. */
  private static final int EVERY_SECONDS = 10;

  private final Deconfliction deconfliction;
  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "deconfliction");
        thread.setDaemon(true);
        return thread;
      });

  DeconflictionClock(Deconfliction deconfliction) {
    this.deconfliction = deconfliction;
    clockwork.scheduleWithFixedDelay(this::once, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  private void once() {
    guarded(deconfliction::refresh);
    guarded(deconfliction.courier()::deliver);
  }

  /* What is thrown further would end the clockwork for good, and nobody would hear of it. */
  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (Fault e) {
      LOG.error("deconfliction stands still: {}", e.line());
    } catch (RuntimeException e) {
      LOG.error("deconfliction stands still", e);
    }
  }

  @Override
  public void close() {
    clockwork.shutdown();
    try {
      if (!clockwork.awaitTermination(1, TimeUnit.MINUTES)) {
        clockwork.shutdownNow();
      }
    } catch (InterruptedException e) {
      clockwork.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
