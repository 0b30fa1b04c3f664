package dev.sextant.app;

import dev.sextant.authority.AuthorityRoom;
import dev.sextant.authority.Reconciliation;
import dev.sextant.terms.Fault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reconciles what the database says was read with what the acts account for, once in the pack's
 * time. When it was done last stands in the log, so that a restart neither skips nor repeats it.
 */
final class Reconciling implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Reconciling.class);

  /** How often it is looked whether it is due; the first look waits for the house to be open. */
  private static final int LOOK_SECONDS = 60;

  private final AuthorityRoom authority;
  private final Clock clock;
  private final Duration every;
  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "reconciling");
        thread.setDaemon(true);
        return thread;
      });

  Reconciling(AuthorityRoom authority, Clock clock) {
    this.authority = authority;
    this.clock = clock;
    this.every = authority.pack().duration("access.reconcileEvery");
    clockwork.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  private void look() {
    try {
      Instant now = clock.instant();
      boolean due =
          authority.reconciliation().last().map(at -> !now.isBefore(at.plus(every))).orElse(true);
      if (!due) {
        return;
      }
      Reconciliation.Report report = authority.reconciliation().run(null);
      if (report.excess() > 0) {
        LOG.error(
            "{}: {} rows of case tables, see leaf {}",
            report.word(),
            report.excess(),
            report.leaf());
      }
    } catch (Fault e) {
      LOG.error("reads cannot be reconciled: {}", e.line());
    }
  }

  @Override
  public void close() {
    clockwork.shutdownNow();
  }
}
