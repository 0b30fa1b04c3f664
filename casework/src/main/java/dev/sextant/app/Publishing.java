package dev.sextant.app;

import dev.sextant.ledger.Ledger;
import dev.sextant.terms.Fault;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the log publish and be cosigned once a minute and once more at the end, so that no act waits
 * longer to be seen from outside. What goes wrong is kept until a later publication succeeds.
 */
final class Publishing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);

  /** The longest that an act may wait (a minute, as the log's design says). */
  private static final int PERIOD_SECONDS = 30;

  /** How long the end waits for a publication under way. */
  private static final int LAST_SECONDS = 15;

  private final Ledger ledger;
  private volatile Optional<Fault> fault = Optional.empty();
  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "publishing");
        thread.setDaemon(true);
        return thread;
      });

  Publishing(Ledger ledger) {
    this.ledger = ledger;
    clockwork.scheduleWithFixedDelay(
        this::publish, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
  }

  private void publish() {
    try {
      ledger.checkpoint();
      fault = Optional.empty();
    } catch (Fault e) {
      fault = Optional.of(e);
      LOG.error("the log cannot be published: {}", e.line());
    }
  }

  Optional<Fault> fault() {
    Optional<Fault> own = fault;
    return own.isPresent() ? own : ledger.publishFault().map(Fault.class::cast);
  }

  @Override
  public void close() {
    clockwork.shutdown();
    try {
      // A publication under way asks witnesses; cutting it off would leave the last acts
      // uncosigned.
      clockwork.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    clockwork.shutdownNow();
    publish();
  }
}
