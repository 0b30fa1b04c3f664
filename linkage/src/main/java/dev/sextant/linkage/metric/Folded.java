package dev.sextant.linkage.metric;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Texts as they are compared: small letters, no marks, one space between words. */
public final class Folded {
  private Folded() {}

  /** Folds case, marks (NFKD) and white space; keeps punctuation. */
  public static String text(String raw) {
    return fold(raw, false);
  }

  /** Folds and keeps letters and digits only, one space between words. */
  public static String words(String raw) {
    return fold(raw, true);
  }

  /** The words: runs of letters or digits of the folded text, in order. */
  public static List<String> split(String raw) {
    String folded = words(raw);
    List<String> words = new ArrayList<>();
    int from = 0;
    while (from < folded.length()) {
      int to = folded.indexOf(' ', from);
      to = to < 0 ? folded.length() : to;
      words.add(folded.substring(from, to));
      from = to + 1;
    }
    return words;
  }

  /** The cells of a field as one text, a space between them; one cell is itself, not a copy. */
  public static String joined(List<String> cells) {
    return cells.size() == 1 ? cells.getFirst() : String.join(" ", cells);
  }

  private static String fold(String raw, boolean lettersOnly) {
    if (folded(raw, lettersOnly)) {
      return raw;
    }
    String text = plain(raw) ? raw : Normalizer.normalize(raw, Normalizer.Form.NFKD);
    text = text.toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      int type = Character.getType(c);
      if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
        continue;
      }
      /* An apostrophe joins what it stands between: o'neill is oneill. */
      if (lettersOnly && (c == '\'' || c == '\u2019')) {
        continue;
      }
      if (Character.isWhitespace(c)
          || Character.isSpaceChar(c)
          || (lettersOnly && !Character.isLetterOrDigit(c))) {
        gap = true;
        continue;
      }
      if (gap && !folded.isEmpty()) {
        folded.append(' ');
      }
      gap = false;
      folded.appendCodePoint(c);
    }
    return folded.toString();
  }

  /* A text that folding leaves as it is, is handed back itself: of ten million phone numbers no copy
   * is kept. Only what is surely so: printable ASCII without capitals, single spaces inside. */
  private static boolean folded(String raw, boolean lettersOnly) {
    char before = ' ';
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      boolean kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (!lettersOnly) {
        kept |= c > ' ' && c < 127 && (c < 'A' || c > 'Z');
      }
      if (!kept && (c != ' ' || before == ' ')) {
        return false;
      }
      before = c;
    }
    return before != ' ' || raw.isEmpty();
  }

  private static boolean plain(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }
}
