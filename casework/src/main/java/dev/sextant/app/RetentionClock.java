package dev.sextant.app;

import dev.sextant.app.flow.RetentionRun;
import dev.sextant.terms.Fault;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the schedule of retention while a server serves: soon after its start and once a day. Whose
 * time is over is hidden without it, by the clock; this removes the rows.
 */
final class RetentionClock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RetentionClock.class);

  private static final long DAY_MINUTES = 24 * 60;

  private final RetentionRun run;
  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "retention");
        thread.setDaemon(true);
        return thread;
      });

  RetentionClock(RetentionRun run) {
    this.run = run;
    clockwork.scheduleWithFixedDelay(this::once, 1, DAY_MINUTES, TimeUnit.MINUTES);
  }

  private void once() {
    try {
      run.run();
    } catch (Fault e) {
      LOG.error("the schedule of retention stopped: {}", e.line());
    } catch (RuntimeException e) {
      // Thrown further, it would end the clockwork for good, and nobody would hear of it.
      LOG.error("the schedule of retention stopped", e);
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
