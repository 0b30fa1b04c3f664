package dev.sextant.records.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.text.Languages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.junit.jupiter.api.Test;

/** What is remembered while many texts are indexed is what the general rules say of each. */
class RememberedTest {
  private static final int TEXTS = 4000;

  private static final String[] PIECES = {
    "Hafen",
    "schiffe",
    "the",
    "Running",
    "coches",
    "Über",
    "größe",
    "l0ve",
    "раssword",
    "привет",
    "日本",
    "can't",
    "3.5",
    "1,000",
    "a",
    "I",
    "São",
    "ÿ",
    "x_y",
    "@name",
    "www.example.org",
    "😂",
    "ﬁne",
    "Ⅷ",
    "e\u0301",
    "zu\u200bsammen",
    "U.S.A",
    "12:30",
    "b2b",
    "#tag",
    "*",
    "4711",
    "ŀ",
    "İstanbul",
    "σίγμας",
    "O'Neil",
    "×",
    "½",
    "donaudampfschifffahrt"
  };

  private static final String[] BETWEEN = {
    " ", " ", " ", " ", ". ", ", ", "? ", "\n", "-", "/", " (", ") ", "'", ":", ".", "", "\t", "…",
    " – ", "; ", "\"", "+", "="
  };

  private record Token(String term, int step, int from, int to) {}

  private static List<Token> tokens(TokenStream stream) throws IOException {
    List<Token> out = new ArrayList<>();
    try (stream) {
      TermToBytesRefAttribute term = stream.getAttribute(TermToBytesRefAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        out.add(
            new Token(
                term.getBytesRef().utf8ToString(),
                step.getPositionIncrement(),
                offset.startOffset(),
                offset.endOffset()));
      }
      stream.end();
      out.add(new Token("", 0, offset.startOffset(), offset.endOffset()));
    }
    return out;
  }

  private static String text(Random random) {
    StringBuilder out = new StringBuilder();
    for (int i = random.nextInt(9); i >= 0; i--) {
      // Half of the texts are of the plainest words only.
      int most = random.nextBoolean() ? 6 : PIECES.length;
      out.append(PIECES[random.nextInt(most)]);
      out.append(BETWEEN[random.nextInt(most == 6 ? 10 : BETWEEN.length)]);
    }
    return out.toString();
  }

  @Test
  void theTermsAreTheSameEachTime() throws IOException {
    long seed = System.nanoTime();
    System.out.println("RememberedTest seed " + seed);
    Random random = new Random(seed);
    Terms general = new Terms();
    Terms remembering = Terms.remembering();
    PlainWords stream = remembering.plain();
    int plain = 0;
    for (int i = 0; i < TEXTS; i++) {
      String text = text(random);
      String language = List.of("", "de", "en", "es", "el", "ru", "tr").get(random.nextInt(7));
      Terms own = remembering.in(language);
      plain += PlainWords.plain(text) ? 1 : 0;
      assertThat(tokens(own.stream("text", text, stream)))
          .as("%s: %s", language, text)
          .isEqualTo(tokens(general.in(language).tokenStream("text", text)));
    }
    assertThat(plain).isBetween(TEXTS / 10, TEXTS * 9 / 10);
  }

  @Test
  void theLanguageIsTheSame() {
    Random random = new Random(7);
    Languages.Memory memory = new Languages.Memory();
    for (int i = 0; i < TEXTS; i++) {
      String text = text(random);
      assertThat(Languages.of(text, memory)).as(text).isEqualTo(Languages.of(text));
    }
  }
}
