package dev.sextant.disclosure.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TermsTest {
  private static Terms of(String... words) {
    Terms terms = new Terms();
    for (String word : words) {
      terms.add(word, "[X]");
    }
    return terms;
  }

  @Test
  void replacesWholeWordsInAnyCaseAndForm() {
    Terms terms = of("José Peña", "Li");
    assertThat(terms.swept("ask josé  peña, JOSÉ\u00a0PEÑA or José\u200b Peña."))
        .isEqualTo("ask [X], [X] or [X].");
    assertThat(terms.swept(Normalizer.normalize("José Peña", Normalizer.Form.NFD)))
        .isEqualTo("[X]");
    assertThat(terms.swept("Li in the police of Lima, li92"))
        .isEqualTo("[X] in the police of Lima, [X]92");
  }

  @Test
  void findsWhatIsWrittenInOtherWaysAndGivesNothingOfIt() {
    Terms terms = of("José Peña");
    for (String hidden :
        new String[] {
          "\"Jos\\u00e9 Pe\\u00F1a\"",
          "Jos&#233; Pe&#xF1;a",
          "q=Jos%C3%A9%20Pe%C3%B1a",
          "Jos\\u00c3\\u00a9 Pe\\u00c3\\u00b1a",
          Base64.getEncoder().encodeToString("it was José Peña".getBytes(StandardCharsets.UTF_8)),
        }) {
      assertThat(terms.in(hidden)).as(hidden).isTrue();
      assertThat(terms.swept(hidden)).as(hidden).isEqualTo(Redactor.WITHHELD);
    }
    assertThat(terms.swept("Pena of José")).isEqualTo("Pena of José");
  }

  @Test
  void findsNamesThatJoinTheirParticles() {
    assertThat(of("مريم").swept("قال لمريم")).doesNotContain("مريم");
    assertThat(of("さくら").swept("さくらさんは")).isEqualTo("[X]さんは");
  }

  @Test
  void whatIsSweptSaysNoneOfThem() {
    long seed = System.nanoTime();
    System.out.println("TermsTest draws texts with seed " + seed);
    Random random = new Random(seed);
    String[] words = {
      "Ana", "ana maria", "Жанна", "x_y.z", "90 21", "Ö", "and", "\\u0041na", "\n", "🙂"
    };
    for (int run = 0; run < 400; run++) {
      Terms terms = of(words[random.nextInt(5)], words[random.nextInt(5)]);
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 12; i++) {
        text.append(words[random.nextInt(words.length)]).append(random.nextBoolean() ? " " : "-");
      }
      assertThat(terms.in(terms.swept(text.toString()))).as(text.toString()).isFalse();
    }
  }

  @Test
  void widensToWholeWords() {
    assertThat(Whole.around("ask Maria92 now", 5, 8)).isEqualTo(new Whole(4, 11));
    assertThat(Whole.around("ask Maria now", 3, 10)).isEqualTo(new Whole(4, 9));
    assertThat(Whole.around("さくらさん", 0, 3)).isEqualTo(new Whole(0, 3));
    assertThat(new Whole(1, 1).findable("abc")).isFalse();
  }
}
