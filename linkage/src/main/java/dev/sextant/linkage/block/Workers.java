package dev.sextant.linkage.block;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A fixed number of threads; results come in the order of the work, whatever ends first. */
public final class Workers implements AutoCloseable {
  private final ExecutorService threads;
  private final int count;

  /** Starts threads, at least one. */
  public Workers(int count) {
    this.count = Math.max(1, count);
    this.threads =
        Executors.newFixedThreadPool(
            this.count, Thread.ofPlatform().daemon().name("linkage-", 0).factory());
  }

  /** How many threads there are. */
  public int count() {
    return count;
  }

  /** Does all work and returns the results in its order; the first error ends it. */
  public <T> List<T> all(List<? extends Callable<T>> work) {
    List<Future<T>> futures = new ArrayList<>();
    for (Callable<T> each : work) {
      futures.add(threads.submit(each));
    }
    List<T> results = new ArrayList<>();
    try {
      for (Future<T> future : futures) {
        results.add(future.get());
      }
    } catch (InterruptedException e) {
      futures.forEach(future -> future.cancel(true));
      Thread.currentThread().interrupt();
      throw new IllegalStateException("linking was interrupted", e);
    } catch (ExecutionException e) {
      futures.forEach(future -> future.cancel(true));
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException("linking failed", e.getCause());
    }
    return results;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
