package dev.sextant.linkage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.linkage.metric.Bits;
import org.junit.jupiter.api.Test;

/** Against posteriors summed over all ways to pair up. */
class RivalsTest {
  @Test
  void twoRivalsShareWhatOneWouldHave() {
    /* Record 0 may be 2 or 3, both at even odds; thousands of others have no partner, so that the
     * share of partnered records is next to nothing and the weights are the scores' own: none, 2 or
     * 3 are equally likely, each 1/3, odds 1/2. */
    int[] sources = new int[4000];
    int[] ranks = new int[4000];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = i;
      sources[i] = i < 2000 ? 0 : 1;
    }
    int[] weighed =
        Rivals.weighed(
            new int[] {0, 0},
            new int[] {2000, 2001},
            new int[] {0, 0},
            sources,
            ranks,
            Double.POSITIVE_INFINITY);
    assertThat(Bits.shown(weighed[0])).isCloseTo(-1, within(0.01));
    assertThat(Bits.shown(weighed[1])).isCloseTo(-1, within(0.01));
    int[] alone =
        Rivals.weighed(
            new int[] {0},
            new int[] {2000},
            new int[] {0},
            sources,
            ranks,
            Double.POSITIVE_INFINITY);
    assertThat(Bits.shown(alone[0])).isCloseTo(0, within(0.01));
  }

  @Test
  void aSecondPartnerThatCostsLittleIsNoRival() {
    int[] sources = {0, 1, 1};
    int[] ranks = {0, 1, 2};
    int[] even = {0, 0};
    int[] none = Rivals.weighed(new int[] {0, 0}, new int[] {1, 2}, even, sources, ranks, 0);
    int[] hard =
        Rivals.weighed(
            new int[] {0, 0}, new int[] {1, 2}, even, sources, ranks, Double.POSITIVE_INFINITY);
    assertThat(none[0]).isGreaterThan(hard[0]);
  }
}
