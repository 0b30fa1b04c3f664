package dev.sextant.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.terms.BadValue;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A clockwork outlives what its rounds throw, and does what stands behind a failure. */
class ClockworkTest {
  @Test
  void aRoundThatFailsEndsNeitherTheRoundNorTheClock() throws InterruptedException {
    CountDownLatch rounds = new CountDownLatch(3);
    AtomicInteger failures = new AtomicInteger();
    Runnable failing =
        () -> {
          if (failures.getAndIncrement() % 2 == 0) {
            throw new IllegalStateException("nobody expected this");
          }
          throw new BadValue("SX-TEST", "place", "value", "cure");
        };
    Duration soon = Duration.ofMillis(1);
    try (Clockwork clock = new Clockwork("test", soon, soon, List.of(failing, rounds::countDown))) {
      assertThat(rounds.await(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(failures).hasValueGreaterThanOrEqualTo(3);
  }

  @Test
  void closedItDoesNothingMore() throws InterruptedException {
    AtomicInteger done = new AtomicInteger();
    CountDownLatch once = new CountDownLatch(1);
    Duration soon = Duration.ofMillis(1);
    Clockwork clock =
        new Clockwork("test", soon, soon, List.of(done::incrementAndGet, once::countDown));
    assertThat(once.await(30, TimeUnit.SECONDS)).isTrue();
    clock.close();
    int then = done.get();
    Thread.sleep(50);
    assertThat(done).hasValue(then);
  }
}
