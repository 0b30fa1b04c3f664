package dev.sextant.linkage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.linkage.metric.Bits;
import dev.sextant.linkage.table.Column;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rare agreements weigh more, and are counted once a group. */
class RarityTest {
  private static final Column NAMES =
      new Column("name", new String[] {"smith", "zak"}, new int[] {0, 0, 0, 0, 0, 0, 1, 1});

  @Test
  void rareTermsAddAndCommonOnesTake() {
    List<Compared> fields = List.of(Fields.of("name", "exact", null, NAMES));
    Rarity rarity = Rarity.terms(fields).counted(fields, new int[0]);
    /* Chance 0.75^2 + 0.25^2 = 0.625; smith 6.5 of 8, zak 2.5 of 8. */
    assertThat(Bits.shown(rarity.bits(0, 0, 0, 0)))
        .isCloseTo(Math.log(0.625 * 8 / 6.5) / Math.log(2), within(1e-4));
    assertThat(Bits.shown(rarity.bits(0, 0, 1, 1))).isCloseTo(1, within(1e-4));
    assertThat(rarity.bits(0, 1, 0, 1)).isZero();
  }

  @Test
  void aGroupCountsOnce() {
    List<Compared> fields = List.of(Fields.of("name", "exact", null, NAMES));
    Rarity rarity = Rarity.terms(fields).counted(fields, new int[] {0, 1, 2, 3, 4, 5, 6, 6});
    /* zak: one of seven. */
    assertThat(Bits.shown(rarity.bits(0, 0, 1, 1)))
        .isCloseTo(Math.log((36.0 / 49 + 1.0 / 49) * 7 / 1.5) / Math.log(2), within(1e-4));
  }
}
