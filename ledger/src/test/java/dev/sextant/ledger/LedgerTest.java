package dev.sextant.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.terms.Digest;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
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
