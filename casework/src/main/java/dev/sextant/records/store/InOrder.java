package dev.sextant.records.store;

import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Does a connection's work on a thread of its own, in the order it was given, so that whoever gives
 * it need not wait for the database. Nobody else may use the connection between the first {@link
 * #then} and {@link #finish} or {@link #close}. After a failure nothing further is done.
 */
final class InOrder implements AutoCloseable {
  /** Pieces of a copy of 128 KiB: 8 MiB, a second of the fastest reading. */
  private static final int MOST_WAITING = 64;

  private final BlockingQueue<Work> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Work last = () -> {};
  private final Thread thread;
  private volatile @Nullable Throwable failed;
  private volatile boolean abandoned;

  /** One step. */
  interface Work {
    /** Does it. */
    void run() throws SQLException;
  }

  InOrder() {
    this.thread = Thread.ofPlatform().name("records-into-store").daemon().start(this::work);
  }

  private void work() {
    try {
      for (Work next = waiting.take(); next != last; next = waiting.take()) {
        if (failed == null && !abandoned) {
          attempt(next);
        }
      }
    } catch (InterruptedException e) {
      failed = e;
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
    rethrow();
    give(work);
  }

  /** Waits until all is done. */
  void finish() throws SQLException {
    stop();
    rethrow();
  }

  /** Leaves undone what was not begun; to be called in any case. */
  @Override
  public void close() throws SQLException {
    abandoned = true;
    if (thread.isAlive()) {
      stop();
    }
  }

  private void stop() throws SQLException {
    give(last);
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private void give(Work work) throws SQLException {
    try {
      waiting.put(work);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static SQLException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new SQLException("interrupted while records went into the store", e);
  }

  private void rethrow() throws SQLException {
    Throwable why = failed;
    switch (why) {
      case null -> {}
      case SQLException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new SQLException(Objects.requireNonNull(why));
    }
  }
}
