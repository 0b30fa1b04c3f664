package dev.sextant.records.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * The words of a plain text: letters of Western Europe and digits, with blanks or signs between
 * them at which Unicode's rules always end a word (UAX 29). The whole machinery of those rules
 * comes to the same there, at five times the cost; a test holds the two together.
 */
final class PlainWords extends TokenStream {
  /** Longer ones are cut by the general rules. */
  private static final int LONGEST_WORD = 100;

  /** Signs that join what stands on both sides of them. */
  private static final String JOINING = "'.:,;";

  /** Signs that join nothing. */
  private static final String PARTING = " \n!?\"-/()&+=%$@<>[]{}|~^`\\";

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final WordForms words;
  private final String text;
  private int at;
  private List<WordForms.Form> forms = List.of();
  private int next;
  private int from;

  /**
   * @param words forms of words in this text's language
   * @param text for which {@link #plain} holds
   */
  PlainWords(WordForms words, String text) {
    this.words = words;
    this.text = text;
  }

  /** Whether a text can be cut into words so simply. */
  static boolean plain(String text) {
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (letter(c)) {
        if (++run > LONGEST_WORD) {
          return false;
        }
        continue;
      }
      if (PARTING.indexOf(c) < 0) {
        boolean between = run > 0 && i + 1 < text.length() && letter(text.charAt(i + 1));
        if (between || JOINING.indexOf(c) < 0) {
          return false;
        }
      }
      run = 0;
    }
    return true;
  }

  /* Of Latin-1 those that become one small letter; sharp s becomes two. */
  private static boolean letter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || (c >= '\u00c0' && c <= '\u00ff' && c != '\u00d7' && c != '\u00f7' && c != '\u00df');
  }

  private static char small(char c) {
    boolean capital = (c >= 'A' && c <= 'Z') || (c >= '\u00c0' && c <= '\u00de');
    return capital ? (char) (c + 0x20) : c;
  }

  @Override
  public boolean incrementToken() throws IOException {
    while (next >= forms.size()) {
      if (!word()) {
        return false;
      }
    }
    WordForms.Form form = forms.get(next);
    clearAttributes();
    term.append(form.term());
    offset.setOffset(from, at);
    step.setPositionIncrement(form.step());
    next++;
    return true;
  }

  private boolean word() throws IOException {
    int start = at;
    while (start < text.length() && !letter(text.charAt(start))) {
      start++;
    }
    if (start == text.length()) {
      return false;
    }
    int end = start;
    boolean same = true;
    while (end < text.length() && letter(text.charAt(end))) {
      char c = text.charAt(end++);
      same &= small(c) == c;
    }
    String word = text.substring(start, end);
    forms = words.of(same ? word : small(word));
    next = 0;
    from = start;
    at = end;
    return true;
  }

  private static String small(String word) {
    char[] out = word.toCharArray();
    for (int i = 0; i < out.length; i++) {
      out[i] = small(out[i]);
    }
    return new String(out);
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    at = 0;
    forms = List.of();
    next = 0;
  }

  @Override
  public void end() throws IOException {
    super.end();
    offset.setOffset(text.length(), text.length());
  }
}
