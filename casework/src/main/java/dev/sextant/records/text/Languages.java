package dev.sextant.records.text;

import com.github.pemistahl.lingua.api.IsoCode639_1;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Says in which language a text is written. The models are read once, when the first text is asked
 * about, and only those of the languages that come into question.
 */
public final class Languages {
  /** Fewer letters say nothing reliable. */
  private static final int LEAST_LETTERS = 12;

  /** More words do not make it surer, only slower. */
  private static final int MOST_CHARACTERS = 90;

  /** What a letter says of the language: less than its trigram does, since trigrams overlap. */
  private static final double NATS_A_LETTER = 2;

  /** Below it a text is of unknown language. */
  private static final double THRESHOLD = 0.7;

  /** Languages that come into question: those of Europe and of the large platforms. */
  private static final List<String> CODES =
      List.of(
          "ar", "bg", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hr", "hu",
          "id", "it", "ja", "ko", "lt", "lv", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sq", "sr",
          "sv", "th", "tr", "uk", "ur", "vi", "zh");

  /* The holder idiom: the detector is made when it is first asked, once, by whichever thread. */
  private static final class Detector {
    static final LanguageDetector ONE =
        LanguageDetectorBuilder.fromIsoCodes639_1(
                CODES.stream()
                    .map(c -> IsoCode639_1.valueOf(c.toUpperCase(Locale.ROOT)))
                    .toArray(IsoCode639_1[]::new))
            .withLowAccuracyMode()
            .build();
  }

  private Languages() {}

  /** The language of a text, with how sure the machine is. */
  public static Language of(String text) {
    String some = words(text);
    if (letters(some) < LEAST_LETTERS) {
      return Language.NONE;
    }
    Map<com.github.pemistahl.lingua.api.Language, Double> ranked =
        Detector.ONE.computeLanguageConfidenceValues(some);
    if (ranked.isEmpty()) {
      return Language.NONE;
    }
    double confidence = confidence(ranked.values(), letters(some));
    String code = ranked.keySet().iterator().next().getIsoCode639_1().toString();
    return new Language(confidence < THRESHOLD ? Language.UNKNOWN : code, confidence);
  }

  /*
   * The detector says of each language the ratio of the best one's log-likelihood to its own: 1 for
   * the best, however little lies between. With the number of letters that gives back how much
   * likelier the best one is, and its share of all.
   */
  private static double confidence(Collection<Double> ratios, int letters) {
    double all = 0;
    for (double ratio : ratios) {
      all += ratio <= 0 ? 0 : Math.exp(-NATS_A_LETTER * letters * (1 / ratio - 1));
    }
    return all < 1 ? 1 : 1 / all;
  }

  /* Addresses and names of accounts are in no language. */
  private static String words(String text) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length() && out.length() < MOST_CHARACTERS) {
      int end = at;
      boolean word = true;
      while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
        char c = text.charAt(end++);
        word &= c != '@' && c != '/' && c != '#' && c != '_';
      }
      if (word && end > at) {
        out.append(text, at, Math.min(end, at + MOST_CHARACTERS)).append(' ');
      }
      at = end + 1;
    }
    return out.toString();
  }

  private static int letters(String text) {
    int letters = 0;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      // A sign that is a word of its own says more than a letter.
      letters += Character.isIdeographic(c) ? 3 : Character.isLetter(c) ? 1 : 0;
    }
    return letters;
  }
}
