package dev.sextant.records.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;

/**
 * The forms of words, as a chain of filters makes them: each word is given to the chain once, and
 * what came of it is remembered. Right for chains that look at one word at a time. For one thread.
 *
 * <p>An index is asked for a dozen words a message, and each is likely in none of the processor's
 * near caches: what counts is how many places of memory a word touches. So a word, its forms as
 * they are indexed (UTF-8) and their steps lie in one stretch of one array, found by one place of a
 * table; a map of texts to lists of texts is six or seven places, and the index encodes each text
 * again.
 */
final class WordForms {
  /** Words of people follow Zipf: so many are nine of ten that are said. */
  static final int MOST_WORDS = 20_000;

  private static final int LONGEST_WORD = 40;

  /** Of the table more than half stays free, so that a word is found at once. */
  private static final int PLACES = 1 << 16;

  /* A stretch: length of the word in bytes (1; the highest bit set if its characters take two each),
   * the word, how many forms (1), and each of them: step (1), length (3), bytes. */
  private static final int WIDE = 0x80;

  private static final int MOST_STEP = 0x7f;
  private static final int MOST_FORMS = 0x7f;

  private final One one = new One();
  private final TokenStream chain;
  private final CharTermAttribute formed;
  private final PositionIncrementAttribute step;

  /** Hash in the high half, place of the stretch and one in the low half; 0 where nothing is. */
  private long[] table = new long[PLACES];

  private byte[] stretches = new byte[1 << 16];
  private int used;
  private int known;
  private final byte[] wide = new byte[2 * LONGEST_WORD];

  /** A stream of one word. */
  private static final class One extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private String word = "";
    private boolean given;

    @Override
    public boolean incrementToken() {
      if (given) {
        return false;
      }
      clearAttributes();
      term.append(word);
      given = true;
      return true;
    }
  }

  /**
   * The forms of one word, one after the other. What it goes through is never changed once written,
   * so that a row outlives whatever is asked for meanwhile.
   */
  static final class Row {
    private byte[] stretch = new byte[0];
    private int at;
    private int left;
    private int step;

    /** Nothing is in it. */
    void clear() {
      left = 0;
    }

    /**
     * Goes to the next form.
     *
     * @param term is made to point at its bytes
     * @return false if there is none
     */
    boolean next(BytesRef term) {
      if (left == 0) {
        return false;
      }
      left--;
      step = stretch[at++];
      int length =
          (stretch[at] & 0xff) << 16 | (stretch[at + 1] & 0xff) << 8 | stretch[at + 2] & 0xff;
      at += 3;
      term.bytes = stretch;
      term.offset = at;
      term.length = length;
      at += length;
      return true;
    }

    /** How many places the form stands after what came before it; 1 for most words' first. */
    int step() {
      return step;
    }
  }

  /**
   * @param chain what makes forms of words, one word at a time
   */
  WordForms(UnaryOperator<TokenStream> chain) {
    this.chain = chain.apply(one);
    this.formed = this.chain.addAttribute(CharTermAttribute.class);
    this.step = this.chain.addAttribute(PositionIncrementAttribute.class);
  }

  /** The forms of a word in its normal form, in the order in which they are indexed. */
  void of(CharSequence word, Row row) throws IOException {
    int length = word.length();
    if (length > LONGEST_WORD) {
      make(word.toString(), new byte[0], row);
      return;
    }
    int bits = 0;
    for (int i = 0; i < length; i++) {
      bits |= word.charAt(i);
    }
    boolean narrow = bits < 0x100;
    int bytes = 0;
    for (int i = 0; i < length; i++) {
      char c = word.charAt(i);
      if (!narrow) {
        wide[bytes++] = (byte) (c >> 8);
      }
      wide[bytes++] = (byte) c;
    }
    of(wide, bytes, narrow, row);
  }

  /**
   * The forms of a word all of whose characters lie below U+0100, as {@link #of(CharSequence,
   * Row)}.
   *
   * @param latin holds one character a byte
   */
  void of(byte[] latin, int length, Row row) throws IOException {
    if (length > LONGEST_WORD) {
      make(text(latin, length, true), new byte[0], row);
    } else {
      of(latin, length, true, row);
    }
  }

  private void of(byte[] word, int length, boolean narrow, Row row) throws IOException {
    int head = narrow ? length : length | WIDE;
    int hash = head;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + word[i];
    }
    hash *= 0x9E3779B9; // Spreads what differs in the last letters only.
    for (int slot = hash >>> 16; table[slot] != 0; slot = slot + 1 & PLACES - 1) {
      long there = table[slot];
      int from = (int) there - 1;
      if ((int) (there >>> 32) == hash
          && (stretches[from] & 0xff) == head
          && Arrays.equals(stretches, from + 1, from + 1 + length, word, 0, length)) {
        open(stretches, from + 1 + length, row);
        return;
      }
    }
    keep(make(text(word, length, narrow), lead(head, word, length), row), hash);
  }

  private static byte[] lead(int head, byte[] word, int length) {
    byte[] lead = new byte[1 + length];
    lead[0] = (byte) head;
    System.arraycopy(word, 0, lead, 1, length);
    return lead;
  }

  private static String text(byte[] word, int length, boolean narrow) {
    StringBuilder out = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      out.append((char) (narrow ? word[i] & 0xff : (word[i++] & 0xff) << 8 | word[i] & 0xff));
    }
    return out.toString();
  }

  private static void open(byte[] stretch, int at, Row row) {
    row.stretch = stretch;
    row.left = stretch[at];
    row.at = at + 1;
  }

  /* Asks the chain, and opens what it says: the lead, then the forms. */
  private byte[] make(String word, byte[] lead, Row row) throws IOException {
    byte[] out = Arrays.copyOf(lead, lead.length + 1 + 4 * word.length() + 64);
    int count = lead.length;
    int at = count + 1;
    one.word = word;
    one.given = false;
    chain.reset();
    while (chain.incrementToken()) {
      int length = formed.length();
      int step = this.step.getPositionIncrement();
      if (out[count] == MOST_FORMS || step > MOST_STEP) {
        throw new IllegalStateException("no filter makes so much of one word");
      }
      int most = at + 4 + UnicodeUtil.maxUTF8Length(length);
      out = out.length < most ? Arrays.copyOf(out, 2 * most) : out;
      int end = UnicodeUtil.UTF16toUTF8(formed, 0, length, out, at + 4);
      int bytes = end - at - 4;
      out[at] = (byte) step;
      out[at + 1] = (byte) (bytes >> 16);
      out[at + 2] = (byte) (bytes >> 8);
      out[at + 3] = (byte) bytes;
      at = end;
      out[count]++;
    }
    chain.end();
    open(out, count, row);
    return Arrays.copyOf(out, at);
  }

  private void keep(byte[] made, int hash) {
    if (known >= MOST_WORDS) {
      // Rows may still go through the old ones.
      table = new long[PLACES];
      stretches = new byte[1 << 16];
      used = 0;
      known = 0;
    }
    if (stretches.length < used + made.length) {
      stretches = Arrays.copyOf(stretches, Math.max(used + made.length, 2 * stretches.length));
    }
    System.arraycopy(made, 0, stretches, used, made.length);
    int slot = hash >>> 16;
    while (table[slot] != 0) {
      slot = slot + 1 & PLACES - 1;
    }
    table[slot] = (long) hash << 32 | used + 1;
    used += made.length;
    known++;
  }
}
