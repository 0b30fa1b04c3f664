package dev.sextant.kernels;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Work cut into stripes whose number does not depend on the threads. Each thread has a workspace of
 * its own and takes the next stripe that nobody has taken; what a stripe leaves behind must not
 * depend on who did it. With one thread everything runs in the caller.
 */
public final class Stripes {
  private Stripes() {}

  /** One stripe. */
  @FunctionalInterface
  public interface Work<S> {
    /** Does the stripe's work. */
    void run(S space, Ticker ticker);
  }

  /** Hears of steps done, from any thread. */
  @FunctionalInterface
  public interface Ticker {
    /** Adds steps done; throws {@link Cancelled} if the work is to stop. */
    void tick(long steps);
  }

  /**
   * Runs all stripes.
   *
   * @param works the stripes
   * @param space makes a thread's workspace
   * @param threads most threads to use
   * @param heard told of all steps done so far, by one thread at a time; may throw to stop
   */
  public static <S> void run(
      List<Work<S>> works, Supplier<S> space, int threads, LongConsumer heard) {
    Steps steps = new Steps(heard);
    AtomicInteger next = new AtomicInteger();
    AtomicReference<Throwable> failed = new AtomicReference<>();
    Runnable worker =
        () -> {
          try {
            S own = space.get();
            for (int i = next.getAndIncrement(); i < works.size(); i = next.getAndIncrement()) {
              works.get(i).run(own, steps);
            }
          } catch (RuntimeException | Error e) {
            failed.compareAndSet(null, e);
            next.set(works.size());
            steps.stop();
          }
        };
    Thread[] others = new Thread[Math.max(0, Math.min(threads, works.size()) - 1)];
    for (int i = 0; i < others.length; i++) {
      others[i] = Thread.ofPlatform().daemon().name("kernel-", i).start(worker);
    }
    worker.run();
    boolean interrupted = false;
    for (Thread other : others) {
      while (other.isAlive()) {
        try {
          other.join();
        } catch (InterruptedException e) {
          // The others use this computation's arrays: they end first, then the flag is set again.
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    Throwable first = failed.get();
    if (first instanceof Error error) {
      throw error;
    }
    if (first != null) {
      throw (RuntimeException) first;
    }
  }

  private static final class Steps implements Ticker {
    private final LongConsumer heard;
    private long done;
    private volatile boolean stopped;

    Steps(LongConsumer heard) {
      this.heard = heard;
    }

    void stop() {
      stopped = true;
    }

    @Override
    public synchronized void tick(long steps) {
      if (stopped) {
        throw new Cancelled(done, -1);
      }
      done += steps;
      heard.accept(done);
    }
  }
}
