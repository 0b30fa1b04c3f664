package dev.sextant.records.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.AttributeFactory;
import org.apache.lucene.util.BytesRef;

/**
 * The words of a plain text: letters of Western Europe and digits, with blanks or signs between
 * them at which Unicode's rules always end a word (UAX 29). The whole machinery of those rules
 * comes to the same there, at five times the cost; a test holds the two together.
 *
 * <p>One stream serves one field of many documents, one after the other: making its attributes anew
 * costs as much as a short text.
 */
final class PlainWords extends TokenStream {
  /** Longer ones are cut by the general rules. */
  private static final int LONGEST_WORD = 100;

  /** Signs that join what stands on both sides of them. */
  private static final String JOINING = "'.:,;";

  /** Signs that join nothing. */
  private static final String PARTING = " \n!?\"-/()&+=%$@<>[]{}|~^`\\";

  private static final byte LETTER = 1;
  private static final byte JOINS = 2;
  private static final byte PARTS = 3;

  /** What each character of Latin-1 is; 0 for those that the general rules judge. */
  private static final byte[] KINDS = new byte[256];

  static {
    for (char c = 0; c < KINDS.length; c++) {
      boolean joins = JOINING.indexOf(c) >= 0;
      boolean parts = PARTING.indexOf(c) >= 0;
      KINDS[c] = letter(c) ? LETTER : joins ? JOINS : parts ? PARTS : 0;
    }
  }

  private final BytesTermAttribute term;
  private final OffsetAttribute offset;
  private final PositionIncrementAttribute step;
  private final BytesRef form = new BytesRef();
  private final WordForms.Row forms = new WordForms.Row();
  private final byte[] word = new byte[LONGEST_WORD];
  private WordForms words;
  private String text = "";
  private int at;
  private int from;

  /**
   * A stream over no text yet.
   *
   * @param words forms of words in any language
   */
  PlainWords(WordForms words) {
    // One attribute an object: the usual one for all of them would be a second term of its own.
    super(AttributeFactory.DEFAULT_ATTRIBUTE_FACTORY);
    this.term = addAttribute(BytesTermAttribute.class);
    this.offset = addAttribute(OffsetAttribute.class);
    this.step = addAttribute(PositionIncrementAttribute.class);
    this.words = words;
  }

  /**
   * The same stream over another text.
   *
   * @param words forms of words in this text's language
   * @param text for which {@link #plain} holds
   */
  PlainWords over(WordForms words, String text) {
    this.words = words;
    this.text = text;
    return this;
  }

  private static byte kind(char c) {
    return c < KINDS.length ? KINDS[c] : 0;
  }

  /** Whether a text can be cut into words so simply. */
  static boolean plain(String text) {
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      switch (kind(text.charAt(i))) {
        case LETTER -> {
          if (++run > LONGEST_WORD) {
            return false;
          }
        }
        case JOINS -> {
          if (run > 0 && i + 1 < text.length() && kind(text.charAt(i + 1)) == LETTER) {
            return false;
          }
          run = 0;
        }
        case PARTS -> run = 0;
        default -> {
          return false;
        }
      }
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

  /* Every attribute of the stream is set for every term: none needs to be cleared before. */
  @Override
  public boolean incrementToken() throws IOException {
    while (!forms.next(form)) {
      if (!word()) {
        return false;
      }
    }
    term.setBytesRef(form);
    offset.setOffset(from, at);
    step.setPositionIncrement(forms.step());
    return true;
  }

  private boolean word() throws IOException {
    int start = at;
    while (start < text.length() && kind(text.charAt(start)) != LETTER) {
      start++;
    }
    if (start == text.length()) {
      return false;
    }
    int end = start;
    while (end < text.length() && kind(text.charAt(end)) == LETTER) {
      word[end - start] = (byte) small(text.charAt(end));
      end++;
    }
    words.of(word, end - start, forms);
    from = start;
    at = end;
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    at = 0;
    forms.clear();
  }

  @Override
  public void end() throws IOException {
    super.end();
    offset.setOffset(text.length(), text.length());
  }
}
