package dev.sextant.app;

import dev.sextant.terms.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does work again and again on a thread of its own while a server serves. Whatever a round throws
 * is logged and the next one comes: thrown further it would end the clockwork for good, and nobody
 * would hear of it.
 */
final class Clockwork implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);

  private final String name;
  private final ScheduledExecutorService rounds;

  /**
   * Starts.
   *
   * @param name of the thread, and of the work where it fails
   * @param first how long until the first round
   * @param every how long between the end of a round and the next
   * @param work done one after the other in each round; one that fails does not keep the next from
   *     being done
   */
  Clockwork(String name, Duration first, Duration every, List<Runnable> work) {
    this.name = name;
    this.rounds =
        Executors.newSingleThreadScheduledExecutor(round -> {
          Thread thread = new Thread(round, name);
          thread.setDaemon(true);
          return thread;
        });
    rounds.scheduleWithFixedDelay(
        () -> work.forEach(this::guarded),
        first.toMillis(),
        every.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (Fault e) {
      LOG.error("{} stands still: {}", name, e.line());
    } catch (RuntimeException e) {
      LOG.error("{} stands still", name, e);
    }
  }

  /** Waits for the round that is under way, a minute at most. */
  @Override
  public void close() {
    rounds.shutdown();
    try {
      if (!rounds.awaitTermination(1, TimeUnit.MINUTES)) {
        rounds.shutdownNow();
      }
    } catch (InterruptedException e) {
      rounds.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
