package dev.sextant.records.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NormalTest {
  private static final String[] PIECES = {
    "a",
    "B",
    "é",
    "e\u0301",
    "\u200b",
    "\u200d",
    "\u202e",
    "\u00ad",
    "ß",
    "ﬁ",
    "Ａ",
    "①",
    "ﷺ",
    "👨\u200d👩",
    "й",
    "И\u0306",
    "가",
    "\u1100\u1161",
    " ",
    ".",
    "İ",
    "\ud800",
    "\udc00",
    "\ufeff",
    "１",
    "ﾊﾟ",
    "\u0345"
  };

  private static String random(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  @Test
  void isWhatTheWholeTextWouldBecome() {
    long seed = System.nanoTime();
    System.out.println("NormalTest seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      String text = random(random);
      Normal folded = Normal.of(text);
      assertThat(folded.text())
          .as(escaped(text))
          .isEqualTo(visible(Normalizer2.getNFKCCasefoldInstance().normalize(text)));
      Normal cased = Normal.cased(text);
      assertThat(cased.text())
          .as(escaped(text))
          .isEqualTo(visible(Normalizer2.getNFKCInstance().normalize(text)));
      leadsBack(text, folded);
      leadsBack(text, cased);
    }
  }

  private static String visible(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .filter(c -> !UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT))
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.chars().forEach(c -> out.append(String.format("\\u%04x", c)));
    return out.toString();
  }

  /* Never backwards, never outside, from the whole to the whole. */
  private static void leadsBack(String text, Normal normal) {
    int before = 0;
    for (int i = 0; i <= normal.text().length(); i++) {
      int place = normal.original(i);
      assertThat(place).as(escaped(text)).isBetween(before, text.length());
      before = place;
    }
    assertThat(normal.original(normal.text().length())).isEqualTo(text.length());
  }

  @Test
  void leadsToTheCharactersThatWereWritten() {
    String text = "x pa\u200byPａl y";
    Normal normal = Normal.of(text);
    int at = normal.text().indexOf("paypal");
    assertThat(at).isEqualTo(2);
    assertThat(text.substring(normal.original(at), normal.original(at + 6)))
        .isEqualTo("pa\u200byPａl");
  }

  @Test
  void onlyWhatMixesIsFolded() {
    assertThat(LookAlikes.folded("paypal")).isNull();
    assertThat(LookAlikes.folded("привет")).isNull();
    assertThat(LookAlikes.folded("сор")).isNull();
    assertThat(LookAlikes.folded("東京タワー")).isNull();
    assertThat(LookAlikes.folded("abc123")).isNull();
    assertThat(LookAlikes.folded("р\u0430yp\u0430l")).isEqualTo(LookAlikes.skeleton("paypal"));
    assertThat(LookAlikes.folded("mоdem")).isEqualTo(LookAlikes.skeleton("modem"));
    assertThat(LookAlikes.folded("p0lice")).isEqualTo(LookAlikes.skeleton("police"));
  }
}
