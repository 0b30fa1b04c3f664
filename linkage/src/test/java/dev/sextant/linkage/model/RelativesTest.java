package dev.sextant.linkage.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.linkage.metric.Bits;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RelativesTest {
  @Test
  void takeWhatTheyWouldShare() {
    // A tenth of strangers share the first field as one actor would, for sure, and never the
    // second.
    Relatives relatives = new Relatives(0.1, new double[] {1, 0});
    // 10 bits in the first field: log2(.9 + .1 * 1024) = 6.6906 are theirs.
    assertThat(Bits.shown(relatives.bits(new int[] {Bits.of(10), 0}, 0)))
        .isCloseTo(-6.6906, Offset.offset(1e-3));
    // What they never share takes nothing more.
    assertThat(relatives.bits(new int[] {Bits.of(10), Bits.of(12)}, 0))
        .isEqualTo(relatives.bits(new int[] {Bits.of(10), 0}, 0));
    // Who differs in what they share is none: log2(.9 + .1 / 16).
    assertThat(Bits.shown(relatives.bits(new int[] {Bits.of(-4), 0}, 0)))
        .isCloseTo(0.1420, Offset.offset(1e-3));
    // What plain strangers share as often as that is no sign of relatives: log2(.9 + .1 * 1024 /
    // 64).
    assertThat(Bits.shown(relatives.bits(new int[] {Bits.of(10), 0}, Bits.of(6))))
        .isCloseTo(-1.3219, Offset.offset(1e-3));
    assertThat(Relatives.NONE.any()).isFalse();
  }
}
