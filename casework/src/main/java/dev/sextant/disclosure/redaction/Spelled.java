package dev.sextant.disclosure.redaction;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text to be taken out, found however a file may write it: in any case, composed or decomposed
 * (Unicode Standard Annex 15), with other blanks or invisible signs in between. A term is found as
 * words, not within a longer word: a letter may not join another letter at its ends, nor a digit
 * another digit. In scripts that write words together, or join particles to them, it is found
 * anywhere.
 */
final class Spelled {
  /** A shorter text would be found everywhere and say nothing. */
  static final int SHORTEST = 2;

  /** Scripts with blanks between words and no joined particles. */
  private static final Set<UnicodeScript> SPACED =
      EnumSet.of(
          UnicodeScript.LATIN,
          UnicodeScript.CYRILLIC,
          UnicodeScript.GREEK,
          UnicodeScript.ARMENIAN,
          UnicodeScript.GEORGIAN);

  private static final String INVISIBLE = "[\\p{Cf}\\uFE00-\\uFE0F]*";
  private static final Pattern INVISIBLES = Pattern.compile("[\\p{Cf}\\uFE00-\\uFE0F]+");
  private static final Pattern BLANKS =
      Pattern.compile("[\\s\\u00A0\\u2000-\\u200A\\u202F\\u3000]+");

  private final Pattern written;
  private final Pattern normal;

  private Spelled(Pattern written, Pattern normal) {
    this.written = written;
    this.normal = normal;
  }

  /** Whether a script writes blanks between words and joins no particles. */
  static boolean spaced(UnicodeScript script) {
    return SPACED.contains(script);
  }

  /** Whether a text is long enough to be looked for: two letters or digits. */
  static boolean findable(String term) {
    return normal(term).codePoints().filter(Character::isLetterOrDigit).count() >= SHORTEST;
  }

  static Spelled of(String term, boolean anyCase) {
    String plain = normal(term).strip();
    return new Spelled(
        Pattern.compile(
            bounded(plain, loose(Normalizer.normalize(term.strip(), Normalizer.Form.NFC))),
            anyCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0),
        Pattern.compile(bounded(plain, Pattern.quote(plain))));
  }

  private static String bounded(String plain, String pattern) {
    int first = plain.codePointAt(0);
    int last = plain.codePointBefore(plain.length());
    return edge(first, "(?<!") + pattern + edge(last, "(?!");
  }

  private static String edge(int cp, String look) {
    if (Character.isDigit(cp)) {
      return look + "\\p{Nd})";
    }
    return Character.isLetter(cp) && SPACED.contains(UnicodeScript.of(cp)) ? look + "\\p{L})" : "";
  }

  private static String loose(String term) {
    StringBuilder pattern = new StringBuilder();
    boolean blank = false;
    for (int cp : term.codePoints().toArray()) {
      if (BLANKS.matcher(Character.toString(cp)).matches()) {
        pattern.append(blank ? "" : INVISIBLE + BLANKS.pattern());
        blank = true;
        continue;
      }
      blank = false;
      String sign = Character.toString(cp);
      String apart = Normalizer.normalize(sign, Normalizer.Form.NFD);
      pattern.append(pattern.isEmpty() ? "" : INVISIBLE);
      pattern.append(
          apart.equals(sign)
              ? Pattern.quote(sign)
              : "(?:" + Pattern.quote(sign) + "|" + Pattern.quote(apart) + ")");
    }
    return pattern.toString();
  }

  /** A text without what does not change how it is read. */
  static String normal(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
    String visible = INVISIBLES.matcher(composed).replaceAll("");
    return BLANKS.matcher(visible).replaceAll(" ").toLowerCase(Locale.ROOT);
  }

  /** Puts something else in its place wherever it is written. */
  String replaced(String text, String with) {
    return written.matcher(text).replaceAll(java.util.regex.Matcher.quoteReplacement(with));
  }

  /**
   * Whether a text holds it.
   *
   * @param normal what {@link #normal} made of the text
   */
  boolean in(String normal) {
    return this.normal.matcher(normal).find();
  }
}
