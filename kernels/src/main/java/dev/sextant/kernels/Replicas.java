package dev.sextant.kernels;

import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Numbered pieces of work that do not depend on each other, such as the replicas of a permutation
 * test, shared out to threads. What replica i leaves behind must depend on i alone: it draws from
 * {@code new SplitMix(Replicas.seed(seed, i))} and writes to places that are its own; then any
 * number of threads gives the same bytes.
 */
public final class Replicas {
  private Replicas() {}

  /** One replica. */
  @FunctionalInterface
  public interface Work<S> {
    /**
     * Runs it.
     *
     * @param replica its number, from 0
     * @param space the thread's own workspace, as the last replica on this thread left it
     */
    void run(int replica, S space);
  }

  /**
   * The seed of one replica. Mixed twice, so that neighbouring replicas and neighbouring seeds do
   * not share a stretch of SplitMix's one long sequence.
   */
  public static long seed(long seed, int replica) {
    long first = new SplitMix(seed).next();
    return new SplitMix(first ^ (replica + 1L) * 0xd1342543de82ef95L).next();
  }

  /**
   * What a replica hands to the kernels that it calls: they can be stopped, from any thread, but
   * their steps are not told as if they were the whole's.
   */
  public static Progress quiet(Progress progress) {
    return (done, total) -> {
      synchronized (progress) {
        return progress.reached(0, -1);
      }
    };
  }

  /**
   * Runs replicas 0 to below count.
   *
   * @param threads most threads to use; with 1 everything runs in the caller
   * @param space makes a thread's workspace
   * @throws Cancelled if progress says stop; it hears of every finished replica, from whichever
   *     thread finished it, one at a time
   */
  public static <S> void run(
      int count, int threads, Supplier<S> space, Work<S> work, Progress progress) {
    Stripes.Work<Turn<S>> one =
        (turn, ticker) -> {
          for (int i = turn.next(); i < count; i = turn.next()) {
            work.run(i, turn.space);
            ticker.tick(1);
          }
        };
    AtomicInteger next = new AtomicInteger();
    int workers = Math.max(1, Math.min(threads, count));
    Stripes.run(
        Collections.nCopies(workers, one),
        () -> new Turn<>(next, space.get()),
        workers,
        done -> {
          synchronized (progress) {
            progress.step(done, count);
          }
        });
  }

  private record Turn<S>(AtomicInteger counter, S space) {
    int next() {
      return counter.getAndIncrement();
    }
  }
}
