package dev.sextant.records.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Steps are done in their order by another thread, failures are heard, and nothing outlives the
 * end.
 */
@Timeout(60)
class InOrderTest {
  @Test
  void stepsAreDoneInTheirOrderByAnotherThread() throws SQLException {
    List<Integer> done = new ArrayList<>();
    Thread here = Thread.currentThread();
    try (InOrder order = new InOrder()) {
      for (int i = 0; i < 1_000; i++) {
        int step = i;
        order.then(() -> {
          assertThat(Thread.currentThread()).isNotSameAs(here);
          done.add(step);
        });
      }
      order.finish();
    }
    assertThat(done).hasSize(1_000).isSorted();
  }

  @Test
  void aFailureIsHeardAndNothingIsDoneAfterIt() {
    AtomicInteger after = new AtomicInteger();
    assertThatThrownBy(
            () -> {
              try (InOrder order = new InOrder()) {
                order.then(() -> {
                  throw new SQLException("refused");
                });
                for (int i = 0; i < 10_000; i++) {
                  order.then(after::incrementAndGet);
                }
                order.finish();
              }
            })
        .isInstanceOf(SQLException.class)
        .hasMessage("refused");
    assertThat(after).hasValue(0);
  }

  @Test
  void closingLeavesUndoneWhatWasNotBegun() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger later = new AtomicInteger();
    InOrder order = new InOrder();
    order.then(() -> {
      begun.countDown();
      waitFor(go);
    });
    order.then(later::incrementAndGet);
    begun.await();
    Thread closing = Thread.ofPlatform().start(order::close);
    waits(closing);
    assertThat(closing.isAlive()).as("waits for the step that was begun").isTrue();
    go.countDown();
    closing.join(TimeUnit.SECONDS.toMillis(20));
    assertThat(closing.isAlive()).isFalse();
    assertThat(later).hasValue(0);
  }

  /* The connection is rolled back after close: no step may still be at it, interrupted or not. */
  @Test
  void whoeverClosesInterruptedStillWaitsAndStaysInterrupted() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    AtomicReference<Boolean> interrupted = new AtomicReference<>();
    InOrder order = new InOrder();
    order.then(() -> {
      begun.countDown();
      waitFor(go);
    });
    begun.await();
    Thread closing =
        Thread.ofPlatform()
            .start(() -> {
              Thread.currentThread().interrupt();
              order.close();
              interrupted.set(Thread.currentThread().isInterrupted());
            });
    waits(closing);
    assertThat(closing.isAlive()).isTrue();
    go.countDown();
    closing.join(TimeUnit.SECONDS.toMillis(20));
    assertThat(interrupted).hasValue(true);
  }

  /* Sixteen steps of the size of the largest item would be half a gigabyte. */
  @Test
  void whatWaitsIsBoundedInBytes() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger given = new AtomicInteger();
    InOrder order = new InOrder();
    order.then(() -> waitFor(go));
    Thread giving =
        Thread.ofPlatform()
            .start(() -> {
              try {
                for (int i = 0; i < 16; i++) {
                  order.then(32 << 20, () -> {});
                  given.incrementAndGet();
                }
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            });
    giving.join(500);
    assertThat(given).hasValueLessThanOrEqualTo(1);
    go.countDown();
    giving.join(TimeUnit.SECONDS.toMillis(20));
    assertThat(given).hasValue(16);
    order.finish();
  }

  @Test
  void oneThatWasGivenNothingEndsAtOnce() throws SQLException {
    try (InOrder order = new InOrder()) {
      order.finish();
    }
  }

  /* Until it has come to where it waits for another, or has ended, however slow the machine is. */
  private static void waits(Thread thread) {
    while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
