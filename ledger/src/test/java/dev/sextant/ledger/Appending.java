package dev.sextant.ledger;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Fills a log quickly: many callers at once, so that one force serves hundreds of entries. */
final class Appending {
  private Appending() {}

  /** Appends until the log has so many entries; those equal to "entry i" as far as order allows. */
  static void append(Ledger ledger, long to) throws InterruptedException {
    long from = ledger.size();
    int callers = (int) Math.min(512, to - from);
    if (callers <= 1) {
      for (long i = from; i < to; i++) {
        ledger.append(LedgerTest.entry(i));
      }
      return;
    }
    ReentrantLock lock = new ReentrantLock();
    long[] next = {from};
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int c = 0; c < callers; c++) {
        pool.execute(() -> {
          while (true) {
            long mine;
            lock.lock();
            try {
              mine = next[0]++;
            } finally {
              lock.unlock();
            }
            if (mine >= to) {
              return;
            }
            ledger.append(LedgerTest.entry(mine));
          }
        });
      }
      pool.shutdown();
      if (!pool.awaitTermination(10, TimeUnit.MINUTES)) {
        throw new IllegalStateException("appending took more than ten minutes");
      }
    }
  }
}
