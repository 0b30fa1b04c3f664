package dev.sextant.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.terms.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  static final LedgerKey KEY = LedgerKey.generate("test.example/log", new SecureRandom());

  @TempDir Path folder;

  Ledger open() {
    return Ledger.open(folder, KEY, Clock.systemUTC());
  }

  static byte[] entry(long i) {
    return ("entry " + i).getBytes(UTF_8);
  }

  @Test
  void appendsAndProves() {
    try (Ledger ledger = open()) {
      for (int i = 0; i < 600; i++) {
        assertThat(ledger.append(entry(i))).isEqualTo(i);
      }
      Checkpoint checkpoint = ledger.checkpoint();
      assertThat(checkpoint.size()).isEqualTo(600);
      LedgerView view = LedgerView.open(folder);
      assertThat(view.root(600)).isEqualTo(checkpoint.root());
      for (int i = 0; i < 600; i += 37) {
        assertThat(view.entry(i)).isEqualTo(entry(i));
        List<byte[]> path = view.inclusion(i, 600).stream().map(Digest::bytes).toList();
        assertThat(
                Merkle.includes(i, 600, Merkle.leafHash(entry(i)), path, checkpoint.root().bytes()))
            .isTrue();
      }
    }
  }

  @Test
  void reopensWithUnpublishedEntries() {
    try (Ledger ledger = open()) {
      for (int i = 0; i < 300; i++) {
        ledger.append(entry(i));
      }
      ledger.checkpoint();
      for (int i = 300; i < 700; i++) {
        ledger.append(entry(i));
      }
    }
    try (Ledger ledger = open()) {
      assertThat(ledger.size()).isEqualTo(700);
      assertThat(ledger.published().size()).isEqualTo(300);
      assertThat(ledger.append(entry(700))).isEqualTo(700);
      Checkpoint checkpoint = ledger.checkpoint();
      assertThat(checkpoint.size()).isEqualTo(701);
      for (int i = 0; i <= 700; i++) {
        assertThat(ledger.view().entry(i)).isEqualTo(entry(i));
      }
    }
  }

  /** Names of files have the digits 0 to 9 where the machine writes others (Persian, here). */
  @Test
  void aLogIsTheSameInEveryLanguage() throws IOException {
    Locale machine = Locale.getDefault();
    try {
      Locale.setDefault(Locale.ROOT);
      try (Ledger ledger = open()) {
        for (int i = 0; i < 300; i++) {
          ledger.append(entry(i));
        }
        ledger.checkpoint();
        ledger.append(entry(300));
      }
      Locale.setDefault(Locale.of("fa", "IR"));
      try (Ledger ledger = open()) {
        assertThat(ledger.size()).isEqualTo(301);
        ledger.append(entry(301));
        assertThat(ledger.checkpoint().size()).isEqualTo(302);
        assertThat(ledger.view().entry(299)).isEqualTo(entry(299));
      }
      CheckReport report =
          new LedgerChecker(KEY.verifier(), new WitnessPolicy(List.of(), 0), List.of())
              .check(LedgerView.open(folder));
      assertThat(report.flaws()).isEmpty();
      try (Stream<Path> files = Files.walk(folder)) {
        assertThat(files.map(file -> folder.relativize(file).toString()))
            .allMatch(StandardCharsets.US_ASCII.newEncoder()::canEncode);
      }
    } finally {
      Locale.setDefault(machine);
    }
  }

  @Test
  void secondWriterIsRefusedAndDoesNotFreeTheFirst() {
    try (Ledger first = open()) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(this::open).isInstanceOf(LedgerFault.Locked.class);
      }
      first.append(entry(0));
    }
    open().close();
  }

  @Test
  void manyThreadsShareTheLog() throws InterruptedException {
    ConcurrentHashMap<Long, String> acknowledged = new ConcurrentHashMap<>();
    try (Ledger ledger = open()) {
      List<Thread> threads = new ArrayList<>();
      for (int t = 0; t < 8; t++) {
        int number = t;
        threads.add(
            Thread.ofPlatform()
                .start(() -> {
                  for (int i = 0; i < 200; i++) {
                    String text = number + "/" + i;
                    acknowledged.put(ledger.append(text.getBytes(UTF_8)), text);
                    if (i % 50 == 0) {
                      ledger.checkpoint();
                    }
                  }
                }));
      }
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(acknowledged).hasSize(1600);
      ledger.checkpoint();
      LedgerView view = ledger.view();
      acknowledged.forEach(
          (index, text) -> assertThat(new String(view.entry(index), UTF_8)).isEqualTo(text));
    }
  }
}
