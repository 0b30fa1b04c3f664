package dev.sextant.records.text;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says in which language a text is written. The models are read once, when the first text is asked
 * about, and only those of the languages that come into question.
 */
public final class Languages {
  /** Fewer letters say nothing reliable. */
  private static final int LEAST_LETTERS = 12;

  /** More words do not make it surer, only slower. */
  private static final int MOST_CHARACTERS = 90;

  /** Letters up to here are Latin. */
  private static final int LAST_LATIN = 0x24F;

  private static final Map<Character.UnicodeScript, String> ALONE =
      Map.of(
          Character.UnicodeScript.HANGUL, "ko",
          Character.UnicodeScript.THAI, "th",
          Character.UnicodeScript.GREEK, "el",
          Character.UnicodeScript.HEBREW, "he",
          Character.UnicodeScript.DEVANAGARI, "hi");

  /** Below it a text is of unknown language. */
  private static final double THRESHOLD = 0.5;

  /**
   * Languages that come into question beside those that {@link #byScript} tells: of Europe and of
   * the large platforms.
   */
  private static final List<String> CODES =
      List.of(
          "ar", "bg", "cs", "da", "de", "en", "es", "fa", "fi", "fr", "hr", "hu", "id", "it", "lt",
          "lv", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sq", "sr", "sv", "tr", "uk", "ur", "vi");

  /* The holder idiom: the models are read when they are first asked, once, by whichever thread. */
  private static final class Models {
    static final Trigrams ONE = Trigrams.of(CODES);
  }

  private Languages() {}

  /** Remembers words while many texts are asked about, by one thread; the answers are the same. */
  public static final class Memory {
    private final Trigrams.Memory words = new Trigrams.Memory();
  }

  /** The language of a text, with how sure the machine is. */
  public static Language of(String text) {
    return of(text, null);
  }

  /** As {@link #of(String)}, asking the memory first. */
  public static Language of(String text, @Nullable Memory memory) {
    String some = words(text);
    if (letters(some) < LEAST_LETTERS) {
      return Language.NONE;
    }
    Language written = byScript(some);
    if (written != null) {
      return written;
    }
    double[] shares =
        Models.ONE.shares(some.toLowerCase(Locale.ROOT), memory == null ? null : memory.words);
    int best = 0;
    for (int i = 1; i < shares.length; i++) {
      best = shares[i] > shares[best] ? i : best;
    }
    return new Language(
        shares[best] < THRESHOLD ? Language.UNKNOWN : CODES.get(best), shares[best]);
  }

  /* Some languages are the only ones of ours in their script, and the signs of Chinese and Japanese
   * are too many for triples. Null where the script does not settle it. */
  private static @Nullable Language byScript(String text) {
    if (latin(text)) {
      return null;
    }
    Map<Character.UnicodeScript, Integer> counts = new EnumMap<>(Character.UnicodeScript.class);
    int letters = 0;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (Character.isLetter(c)) {
        letters++;
        if (c > LAST_LATIN) {
          counts.merge(Character.UnicodeScript.of(c), 1, Integer::sum);
        }
      }
    }
    if (counts.isEmpty()) {
      return null;
    }
    int kana =
        counts.getOrDefault(Character.UnicodeScript.HIRAGANA, 0)
            + counts.getOrDefault(Character.UnicodeScript.KATAKANA, 0);
    int han = counts.getOrDefault(Character.UnicodeScript.HAN, 0);
    if (2 * (kana + han) > letters) {
      return new Language(8 * kana > han ? "ja" : "zh", (double) (kana + han) / letters);
    }
    for (Map.Entry<Character.UnicodeScript, String> one : ALONE.entrySet()) {
      int count = counts.getOrDefault(one.getKey(), 0);
      if (2 * count > letters) {
        return new Language(one.getValue(), (double) count / letters);
      }
    }
    return null;
  }

  private static boolean latin(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > LAST_LATIN) {
        return false;
      }
    }
    return true;
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
      int c = text.charAt(at);
      if (c < 0x80) {
        letters += (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? 1 : 0;
        at++;
        continue;
      }
      c = text.codePointAt(at);
      at += Character.charCount(c);
      // A sign that is a word of its own says more than a letter.
      letters += Character.isIdeographic(c) ? 3 : Character.isLetter(c) ? 1 : 0;
    }
    return letters;
  }
}
