package dev.sextant.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a crash or a hand in the folder leaves, made here byte by byte. */
class RecoveryTest {
  private static final int PUBLISHED = 5;
  private static final int ALL = 9;

  @TempDir Path folder;
  private Path base;

  private static Ledger open(Path folder) {
    return Ledger.open(folder, LedgerTest.KEY, Clock.systemUTC());
  }

  @BeforeEach
  void fill() {
    base = folder.resolve("base");
    try (Ledger ledger = open(base)) {
      for (int i = 0; i < ALL; i++) {
        ledger.append(LedgerTest.entry(i));
        if (i + 1 == PUBLISHED) {
          ledger.checkpoint();
        }
      }
    }
  }

  private Path copy(String name) throws IOException {
    Path copy = folder.resolve(name);
    WitnessTest.copyFolder(base, copy);
    return copy;
  }

  private static Path segment(Path ledger) throws IOException {
    try (Stream<Path> files = Files.list(ledger.resolve("journal"))) {
      return files
          .filter(f -> f.getFileName().toString().matches("[0-9]{19}"))
          .max(Path::compareTo)
          .orElseThrow();
    }
  }

  @Test
  void unacknowledgedTailIsCutBackWhereverItIsTorn() throws IOException {
    byte[] whole = Files.readAllBytes(segment(base));
    // One more frame than was acknowledged, as a crash between force and answer leaves it.
    Path longer = copy("longer");
    try (Ledger ledger = open(longer)) {
      ledger.append(LedgerTest.entry(ALL));
    }
    byte[] extended = Files.readAllBytes(segment(longer));
    assertThat(extended).startsWith(whole);
    for (int length = whole.length; length <= extended.length; length++) {
      Path torn = copy("torn" + length);
      try (RandomAccessFile file = new RandomAccessFile(segment(torn).toFile(), "rw")) {
        file.seek(whole.length);
        file.write(extended, whole.length, length - whole.length);
      }
      int expected = length == extended.length ? ALL + 1 : ALL;
      try (Ledger ledger = open(torn)) {
        assertThat(ledger.size()).as("torn at byte " + length).isEqualTo(expected);
        assertThat(ledger.append(LedgerTest.entry(expected))).isEqualTo(expected);
        Checkpoint checkpoint = ledger.checkpoint();
        assertThat(checkpoint.size()).isEqualTo(expected + 1);
        for (int i = 0; i <= expected; i++) {
          assertThat(ledger.view().entry(i)).isEqualTo(LedgerTest.entry(i));
        }
      }
    }
  }

  @Test
  void garbageAfterTheLastFrameIsCutBack() throws IOException {
    Path garbage = copy("garbage");
    try (RandomAccessFile file = new RandomAccessFile(segment(garbage).toFile(), "rw")) {
      file.seek(file.length());
      file.write(new byte[100]);
    }
    try (Ledger ledger = open(garbage)) {
      assertThat(ledger.size()).isEqualTo(ALL);
    }
  }

  @Test
  void acknowledgedEntryThatWasCutOffIsDamageAndNothingIsChanged() throws IOException {
    int whole = (int) Files.size(segment(base));
    for (int length = whole - 1; length > whole - 60; length--) {
      Path cut = copy("cut" + length);
      try (RandomAccessFile file = new RandomAccessFile(segment(cut).toFile(), "rw")) {
        file.setLength(length);
      }
      assertThatThrownBy(() -> open(cut)).isInstanceOf(LedgerFault.Damaged.class);
      assertThat(Files.size(segment(cut))).isEqualTo(length);
    }
  }

  @Test
  void alteredByteAnywhereInTheJournalIsDamageAndNothingIsChanged() throws IOException {
    Path segment = segment(base);
    byte[] whole = Files.readAllBytes(segment);
    for (int at = 0; at < whole.length; at++) {
      byte[] bytes = whole.clone();
      bytes[at] ^= 0x10;
      Files.write(segment, bytes);
      assertThatThrownBy(() -> open(base)).as("byte " + at).isInstanceOf(LedgerFault.Damaged.class);
      assertThat(Files.readAllBytes(segment)).isEqualTo(bytes);
    }
  }

  @Test
  void alteredFrameWithAFrameBehindItIsDamageEvenWithoutTheMark() throws IOException {
    byte[] whole = Files.readAllBytes(segment(base));
    Path altered = copy("altered");
    Files.delete(altered.resolve("journal/acknowledged"));
    byte[] bytes = whole.clone();
    bytes[whole.length / 2] ^= 1;
    Files.write(segment(altered), bytes);
    assertThatThrownBy(() -> open(altered)).isInstanceOf(LedgerFault.Damaged.class);
  }

  @Test
  void lostJournalIsDamage() throws IOException {
    Path lost = copy("lost");
    Files.delete(segment(lost));
    assertThatThrownBy(() -> open(lost)).isInstanceOf(LedgerFault.Damaged.class);
  }

  @Test
  void lostJournalOfPublishedEntriesIsNot() throws IOException {
    try (Ledger ledger = open(base)) {
      ledger.checkpoint();
    }
    Path lost = copy("lost");
    Files.delete(segment(lost));
    try (Ledger ledger = open(lost)) {
      assertThat(ledger.append(LedgerTest.entry(ALL))).isEqualTo(ALL);
      assertThat(ledger.checkpoint().size()).isEqualTo(ALL + 1);
    }
    open(lost).close();
  }

  @Test
  void lostOrForeignOrContradictedCheckpointIsRefused() throws IOException {
    Path lost = copy("lost");
    Files.delete(lost.resolve("checkpoint"));
    assertThatThrownBy(() -> open(lost)).isInstanceOf(LedgerFault.Damaged.class);
    LedgerKey stranger = LedgerKey.generate("test.example/log", new SecureRandom());
    assertThatThrownBy(() -> Ledger.open(base, stranger, Clock.systemUTC()))
        .isInstanceOf(LedgerFault.BadSignature.class);
    Path altered = copy("altered");
    Path tile = altered.resolve("tile/0/000.p/" + PUBLISHED);
    byte[] hashes = Files.readAllBytes(tile);
    hashes[40] ^= 1;
    Files.write(tile, hashes);
    assertThatThrownBy(() -> open(altered)).isInstanceOf(LedgerFault.Damaged.class);
    open(base).close();
  }

  @Test
  void leftOverFilesOfACrashDoNoHarm() throws IOException {
    Path left = copy("left");
    Files.write(left.resolve("checkpoint.new"), new byte[] {1, 2});
    Files.write(left.resolve("tile/0/000.p/7.new"), new byte[] {3});
    Files.write(left.resolve("writer-1-1"), new byte[0]);
    try (Ledger ledger = open(left)) {
      assertThat(ledger.checkpoint().size()).isEqualTo(ALL);
    }
    assertThat(left.resolve("writer-1-1")).doesNotExist();
  }

  @Test
  void journalIsRolledAndDropped() throws IOException {
    Path big = folder.resolve("big");
    byte[] entry = new byte[60_000];
    try (Ledger ledger = open(big)) {
      for (int i = 0; i < 200; i++) {
        ledger.append(entry);
        if (i % 20 == 0) {
          ledger.checkpoint();
        }
      }
    }
    try (Stream<Path> files = Files.list(big.resolve("journal"))) {
      // 12 MB went in; segments below the last checkpoint are gone.
      assertThat(files.mapToLong(f -> f.toFile().length()).sum()).isLessThan(9L << 20);
    }
    try (Ledger ledger = open(big)) {
      assertThat(ledger.size()).isEqualTo(200);
      assertThat(ledger.checkpoint().size()).isEqualTo(200);
    }
  }

  @Test
  void entriesThatDoNotFitAreRefusedAndTheLongestFits() {
    try (Ledger ledger = open(base)) {
      assertThatThrownBy(() -> ledger.append(new byte[Ledger.MAX_ENTRY_BYTES + 1]))
          .isInstanceOf(LedgerFault.BadEntry.class);
      long longest = ledger.append(new byte[Ledger.MAX_ENTRY_BYTES]);
      long empty = ledger.append(new byte[0]);
      ledger.checkpoint();
      assertThat(ledger.view().entry(longest)).hasSize(Ledger.MAX_ENTRY_BYTES);
      assertThat(ledger.view().entry(empty)).isEmpty();
      ledger.close();
      assertThatThrownBy(() -> ledger.append(new byte[1])).isInstanceOf(LedgerFault.Closed.class);
      assertThatThrownBy(ledger::checkpoint).isInstanceOf(LedgerFault.Closed.class);
    }
  }

  @Test
  void interruptedCallersStillGetTheirIndexAndHarmNobody() throws InterruptedException {
    try (Ledger ledger = open(base)) {
      Thread interrupted =
          Thread.ofPlatform()
              .start(() -> {
                for (int i = 0; i < 50; i++) {
                  Thread.currentThread().interrupt();
                  ledger.append(LedgerTest.entry(i));
                  ledger.checkpoint();
                }
              });
      interrupted.join();
      assertThat(ledger.append(LedgerTest.entry(1))).isEqualTo(ALL + 50);
      assertThat(ledger.checkpoint().size()).isEqualTo(ALL + 51);
    }
  }
}
