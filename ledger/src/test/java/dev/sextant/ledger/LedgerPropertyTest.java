package dev.sextant.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.ledger.tiles.TilePath;
import dev.sextant.terms.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerPropertyTest {
  @TempDir Path shared;

  /** Any sequence of appending, publishing and reopening gives the tree of the plain list. */
  @Property(tries = 25)
  void anyCourseOfEventsGivesTheTreeOfTheList(
      @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 330) Integer> course)
      throws IOException {
    Path folder = Files.createTempDirectory("ledger");
    try {
      List<byte[]> list = new ArrayList<>();
      List<Checkpoint> held = new ArrayList<>();
      Ledger ledger = Ledger.open(folder, LedgerTest.KEY, Clock.systemUTC());
      try {
        for (int step : course) {
          if (step > 310) {
            ledger.close();
            ledger = Ledger.open(folder, LedgerTest.KEY, Clock.systemUTC());
          } else if (step > 280) {
            held.add(ledger.checkpoint());
          } else {
            for (int i = 0; i < step; i++) {
              byte[] entry = LedgerTest.entry(list.size());
              assertThat(ledger.append(entry)).isEqualTo(list.size());
              list.add(entry);
            }
          }
          assertThat(ledger.size()).isEqualTo(list.size());
        }
        held.add(ledger.checkpoint());
      } finally {
        ledger.close();
      }
      for (Checkpoint checkpoint : held) {
        byte[] root = NaiveTree.root(list.subList(0, (int) checkpoint.size()));
        assertThat(checkpoint.root()).isEqualTo(Digest.ofRaw(root));
      }
      CheckReport report =
          new LedgerChecker(LedgerTest.KEY.verifier(), WitnessPolicy.NONE, held)
              .check(LedgerView.open(folder));
      assertThat(report.flaws()).isEmpty();
      assertThat(report.earlier()).isEqualTo(held.size());
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @Test
  void pathsAreThoseOfTheSpecification() {
    assertThat(TilePath.hashes(3, 1234067, 256)).isEqualTo("tile/3/x001/x234/067");
    assertThat(TilePath.hashes(0, 0, 1)).isEqualTo("tile/0/000.p/1");
    assertThat(TilePath.entries(1000, 17)).isEqualTo("tile/entries/x001/000.p/17");
    // The example of c2sp.org/tlog-tiles: 70,000 entries.
    assertThat(TilePath.width(0, 272, 70_000)).isEqualTo(256);
    assertThat(TilePath.width(0, 273, 70_000)).isEqualTo(112);
    assertThat(TilePath.width(1, 0, 70_000)).isEqualTo(256);
    assertThat(TilePath.width(1, 1, 70_000)).isEqualTo(17);
    assertThat(TilePath.width(2, 0, 70_000)).isEqualTo(1);
    assertThat(TilePath.width(3, 0, 70_000)).isZero();
    assertThat(TilePath.width(1, 0, 256)).isEqualTo(1);
    assertThat(TilePath.width(0, 1, 256)).isZero();
  }

  @Test
  void readersBesideAWriterNeverSeeAnythingThatDoesNotCheck() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    try (Ledger ledger = Ledger.open(shared, LedgerTest.KEY, Clock.systemUTC());
        ExecutorService beside = Executors.newSingleThreadExecutor()) {
      CountDownLatch reading = new CountDownLatch(1);
      Future<List<Flaw>> reader =
          beside.submit(() -> {
            List<Flaw> flaws = new ArrayList<>();
            while (!done.get()) {
              reading.countDown();
              CheckReport report =
                  new LedgerChecker(LedgerTest.KEY.verifier(), WitnessPolicy.NONE, List.of())
                      .check(LedgerView.open(shared));
              flaws.addAll(report.flaws());
            }
            return flaws;
          });
      // However late its thread begins, it reads while this one writes.
      reading.await();
      try {
        for (int i = 0; i < 700; i++) {
          ledger.append(LedgerTest.entry(i));
          if (i % 3 == 0) {
            ledger.checkpoint();
          }
        }
      } finally {
        done.set(true);
      }
      assertThat(reader.get()).isEmpty();
    }
  }
}
