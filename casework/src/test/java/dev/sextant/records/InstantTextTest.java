package dev.sextant.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is done by hand is what the general formatter says. */
class InstantTextTest {
  private static String parsed(String text, boolean byHand) {
    try {
      return String.valueOf(byHand ? InstantText.parse(text) : Instant.parse(text));
    } catch (DateTimeException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void momentsOfAllAgesComeOutAlike() {
    long seed = System.nanoTime();
    System.out.println("InstantTextTest seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      long around = random.nextBoolean() ? 4_000_000_000L : 400_000_000_000L;
      Instant moment =
          Instant.ofEpochSecond(
              random.nextLong(-around, around),
              random.nextInt(3) == 0 ? random.nextInt(9) * 100_000_007L : 0);
      String text = InstantText.of(moment);
      assertThat(text).as("seed %d", seed).isEqualTo(moment.toString());
      assertThat(InstantText.parse(text)).isEqualTo(moment);
    }
    for (String edge : new String[] {"0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z"}) {
      Instant at = Instant.parse(edge);
      for (long step = -1; step <= 1; step++) {
        assertThat(InstantText.of(at.plusSeconds(step))).isEqualTo(at.plusSeconds(step).toString());
      }
    }
  }

  @Test
  void whatIsNoMomentIsRefusedAlike() {
    long seed = System.nanoTime();
    System.out.println("InstantTextTest seed " + seed);
    Random random = new Random(seed);
    String signs = "0123456789-:TZtz+. /\u0661\uff11";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder("2024-02-29T23:59:58Z");
      for (int j = 1 + random.nextInt(3); j > 0; j--) {
        text.setCharAt(random.nextInt(text.length()), signs.charAt(random.nextInt(signs.length())));
      }
      assertThat(parsed(text.toString(), true))
          .as("seed %d", seed)
          .isEqualTo(parsed(text.toString(), false));
    }
    for (String text :
        new String[] {
          "2023-02-29T00:00:00Z",
          "2024-04-31T00:00:00Z",
          "2024-01-01T24:00:00Z",
          "2024-12-31T23:59:60Z",
          "2024-13-01T00:00:00Z",
          "2024-00-10T00:00:00Z",
          "1900-02-29T10:00:00Z",
          "",
          "Z"
        }) {
      assertThat(parsed(text, true)).isEqualTo(parsed(text, false));
    }
  }
}
