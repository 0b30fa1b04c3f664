package dev.sextant.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prints how fast the log is on this machine, and holds it to what its description promises. */
@Tag("heavy")
class LedgerSpeedTest {
  private static final long MILLION = 1_000_000;

  @TempDir Path folder;

  private Ledger open(String name) {
    return Ledger.open(folder.resolve(name), LedgerTest.KEY, Clock.systemUTC());
  }

  @Test
  void appendsASecond() throws InterruptedException {
    for (int threads : new int[] {1, 8, 64}) {
      try (Ledger ledger = open("append" + threads)) {
        AtomicLong count = new AtomicLong();
        long end = System.nanoTime() + Duration.ofSeconds(3).toNanos();
        List<Thread> all = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
          all.add(
              Thread.ofPlatform()
                  .start(() -> {
                    while (System.nanoTime() < end) {
                      ledger.append(new byte[300]);
                      count.incrementAndGet();
                    }
                  }));
        }
        for (Thread thread : all) {
          thread.join();
        }
        System.err.printf(
            "LedgerSpeedTest: %d threads %.0f durable appends/s%n", threads, count.get() / 3.0);
        assertThat(count.get()).isPositive();
      }
    }
  }

  @Test
  void opensAndChecksAMillionEntries() throws InterruptedException {
    long start = System.nanoTime();
    try (Ledger ledger = open("million")) {
      Appending.append(ledger, MILLION);
      ledger.checkpoint();
    }
    System.err.printf("LedgerSpeedTest: 1e6 appends by 512 callers %.1f s%n", since(start));
    start = System.nanoTime();
    try (Ledger ledger = open("million")) {
      System.err.printf("LedgerSpeedTest: opened at 1e6 in %.3f s%n", since(start));
      assertThat(since(start)).as("seconds to open").isLessThan(5);
      assertThat(ledger.size()).isEqualTo(MILLION);
      Appending.append(ledger, MILLION + 60_000);
    }
    start = System.nanoTime();
    open("million").close();
    System.err.printf(
        "LedgerSpeedTest: opened at 1e6 with 6e4 unpublished in %.3f s%n", since(start));
    start = System.nanoTime();
    CheckReport report =
        new LedgerChecker(LedgerTest.KEY.verifier(), WitnessPolicy.NONE, List.of())
            .check(LedgerView.open(folder.resolve("million")));
    System.err.printf("LedgerSpeedTest: checked 1e6 in %.1f s%n", since(start));
    assertThat(report.flaws()).isEmpty();
    assertThat(report.size()).isGreaterThanOrEqualTo(MILLION);
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
