package dev.sextant.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.terms.Digest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every view of a log must do, wherever its bytes lie. */
abstract class LedgerViewContract {
  static final int SIZE = 1000;

  /** A view of a log of {@link #SIZE} entries, entry i being {@code LedgerTest.entry(i)}. */
  abstract LedgerView view();

  private static List<byte[]> entries(int n) {
    List<byte[]> entries = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      entries.add(LedgerTest.entry(i));
    }
    return entries;
  }

  private static List<Digest> digests(List<byte[]> hashes) {
    return hashes.stream().map(Digest::ofRaw).toList();
  }

  @Test
  void checkpointIsSignedAndItsRootIsThatOfTheEntries() {
    Checkpoint checkpoint = Checkpoint.parse(view().checkpoint()).verify(LedgerTest.KEY.verifier());
    assertThat(checkpoint.size()).isEqualTo(SIZE);
    assertThat(view().size()).isEqualTo(SIZE);
    assertThat(checkpoint.root()).isEqualTo(Digest.ofRaw(NaiveTree.root(entries(SIZE))));
  }

  @Test
  void rootsAndProofsOfEarlierSizesAreThoseOfTheNaiveTwin() {
    for (int size : new int[] {1, 2, 255, 256, 257, 511, 512, 513, 767, 999, SIZE}) {
      List<byte[]> part = entries(size);
      assertThat(view().root(size)).isEqualTo(Digest.ofRaw(NaiveTree.root(part)));
      assertThat(view().inclusion(size / 3, size))
          .isEqualTo(digests(NaiveTree.path(size / 3, part)));
      int old = Math.max(1, size / 2);
      assertThat(view().consistency(old, size))
          .isEqualTo(digests(NaiveTree.consistency(old, part)));
      assertThat(view().consistency(size, size)).isEmpty();
      assertThat(view().consistency(0, size)).isEmpty();
    }
    assertThat(view().root(0)).isEqualTo(Digest.of(new byte[0]));
  }

  @Test
  void entriesAndTilesAreThoseOfTheFormat() {
    for (int i : new int[] {0, 255, 256, 999}) {
      assertThat(view().entry(i)).isEqualTo(LedgerTest.entry(i));
    }
    assertThat(view().tile(0, 0, 256)).hasSize(256 * 32);
    assertThat(view().tile(0, 3, 232)).hasSize(232 * 32);
    assertThat(view().tile(1, 0, 3)).hasSize(3 * 32);
    assertThat(ByteBuffer.wrap(view().tile(1, 0, 3)).slice(32, 32))
        .isEqualTo(ByteBuffer.wrap(NaiveTree.root(entries(512).subList(256, 512))));
    ByteBuffer bundle = ByteBuffer.wrap(view().entries(3, 232));
    for (int i = 768; i < SIZE; i++) {
      byte[] entry = new byte[Short.toUnsignedInt(bundle.getShort())];
      bundle.get(entry);
      assertThat(entry).isEqualTo(LedgerTest.entry(i));
    }
    assertThat(bundle.hasRemaining()).isFalse();
    // A reader of an older checkpoint asks for fewer than there are now.
    assertThat(view().tile(0, 0, 7)).hasSize(7 * 32);
  }

  @Test
  void whatIsNotInTheTreeIsRefused() {
    assertThatThrownBy(() -> view().entry(SIZE)).isInstanceOf(LedgerFault.OutOfRange.class);
    assertThatThrownBy(() -> view().entry(-1)).isInstanceOf(LedgerFault.OutOfRange.class);
    assertThatThrownBy(() -> view().inclusion(0, SIZE + 1))
        .isInstanceOf(LedgerFault.OutOfRange.class);
    assertThatThrownBy(() -> view().inclusion(5, 5)).isInstanceOf(LedgerFault.OutOfRange.class);
    assertThatThrownBy(() -> view().consistency(6, 5)).isInstanceOf(LedgerFault.OutOfRange.class);
    assertThatThrownBy(() -> view().tile(0, 99, 256)).isInstanceOf(LedgerFault.class);
    assertThatThrownBy(() -> view().entries(99, 1)).isInstanceOf(LedgerFault.class);
  }

  @Test
  void checkerAgrees() {
    CheckReport report =
        new LedgerChecker(LedgerTest.KEY.verifier(), WitnessPolicy.NONE, List.of()).check(view());
    assertThat(report.flaws()).isEmpty();
    assertThat(report.size()).isEqualTo(SIZE);
  }
}
