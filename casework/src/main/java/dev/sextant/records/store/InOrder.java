package dev.sextant.records.store;

import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Does a connection's work on a thread of its own, in the order it was given, so that whoever gives
 * it need not wait for the database. Nobody else may use the connection between the first {@link
 * #then} and the end of {@link #finish} or {@link #close}. After a failure nothing further is done.
 * What waits is bounded in steps and in bytes.
 */
final class InOrder implements AutoCloseable {
  private static final int MOST_WAITING = 64;

  /** A second of the fastest reading; a step that is larger alone waits until nothing else does. */
  private static final int MOST_BYTES = 1 << 24;

  private final BlockingQueue<Step> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Semaphore room = new Semaphore(MOST_BYTES);
  private final Step last = new Step(() -> {}, 0);
  private @Nullable Thread thread;
  private volatile @Nullable Throwable failed;
  private volatile boolean abandoned;

  /** One step. */
  interface Work {
    /** Does it. */
    void run() throws SQLException;
  }

  private record Step(Work work, int bytes) {}

  /* Nobody interrupts this thread; it ends when it is given the last step. */
  private void work() {
    boolean more = true;
    while (more) {
      try {
        Step next = waiting.take();
        more = next != last;
        if (failed == null && !abandoned) {
          attempt(next.work());
        }
        room.release(next.bytes());
      } catch (InterruptedException e) {
        failed = e;
      }
    }
  }

  /* Whatever goes wrong is the giver's to hear: nobody looks after this thread. */
  private void attempt(Work next) {
    try {
      next.run();
    } catch (SQLException | RuntimeException | Error e) {
      failed = e;
    }
  }

  /** Gives a step; waits while too much is waiting. */
  void then(Work work) throws SQLException {
    then(0, work);
  }

  /**
   * Gives a step that holds memory; waits while too much is waiting.
   *
   * @param bytes how much it holds
   */
  void then(int bytes, Work work) throws SQLException {
    rethrow();
    if (thread == null) {
      thread = Thread.ofPlatform().name("records-into-store").daemon().start(this::work);
    }
    int taken = Math.min(bytes, MOST_BYTES);
    try {
      room.acquire(taken);
      waiting.put(new Step(work, taken));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted while records went into the store", e);
    }
  }

  /** Waits until all is done. */
  void finish() throws SQLException {
    end();
    rethrow();
  }

  /**
   * Leaves undone what was not begun; to be called in any case. When it returns, nobody but the
   * caller uses the connection, even if the caller was interrupted meanwhile.
   */
  @Override
  public void close() {
    abandoned = true;
    end();
  }

  /* Waits through interrupts, and lets them stand afterwards: a transaction that is rolled back
   * while a step of it runs would be worse than coming late. */
  private void end() {
    Thread worker = thread;
    boolean interrupted = false;
    boolean told = false;
    while (worker != null && worker.isAlive()) {
      try {
        if (!told) {
          waiting.put(last);
          told = true;
        }
        worker.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void rethrow() throws SQLException {
    Throwable why = failed;
    switch (why) {
      case null -> {}
      case SQLException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new SQLException(why);
    }
  }
}
