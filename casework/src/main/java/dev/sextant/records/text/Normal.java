package dev.sextant.records.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;

/**
 * A text as search sees it, beside the original: NFKC, case folded, without zero-width and
 * bidirectional controls (NFKC_Casefold, Unicode Standard Annex 44), with the way from each of its
 * characters back to the original's.
 */
public final class Normal {
  private static final Normalizer2 FOLDED = Normalizer2.getNFKCCasefoldInstance();
  private static final Normalizer2 CASED = Normalizer2.getNFKCInstance();

  /** Below it no character joins the one before. */
  private static final char FIRST_MARK = '\u0300';

  private final String text;
  private final int[] back;

  private Normal(String text, int[] back) {
    this.text = text;
    this.back = back;
  }

  /*
   * Normalising never reaches across a boundary, so each stretch between two is done alone and all
   * that comes of it leads to where the stretch began; what stands inside leads to its end.
   */
  /** The normal form of a text. */
  public static Normal of(String original) {
    return plain(original) ? new Normal(original, new int[0]) : of(original, FOLDED);
  }

  /** The same with its case kept: for what means something else in small letters. */
  static Normal cased(String original) {
    return ascii(original) ? new Normal(original, new int[0]) : of(original, CASED);
  }

  private static Normal of(String original, Normalizer2 form) {
    StringBuilder out = new StringBuilder(original.length() + 8);
    int[] back = new int[original.length() + 9];
    int at = 0;
    boolean lower = form == FOLDED;
    while (at < original.length()) {
      char c = original.charAt(at);
      if (c < 0x80 && (at + 1 == original.length() || original.charAt(at + 1) < FIRST_MARK)) {
        // No mark follows that could join it: the common case, and the cheap one.
        back = room(back, out.length() + 2);
        back[out.length()] = at++;
        out.append(lower && c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        continue;
      }
      int end = at;
      do {
        end += Character.charCount(original.codePointAt(end));
      } while (end < original.length() && !form.hasBoundaryBefore(original.codePointAt(end)));
      int from = out.length();
      form.normalize(original.subSequence(at, end))
          .codePoints()
          .filter(x -> !UCharacter.hasBinaryProperty(x, UProperty.DEFAULT_IGNORABLE_CODE_POINT))
          .forEach(out::appendCodePoint);
      back = room(back, out.length() + 1);
      boolean same = out.length() - from == end - at;
      for (int i = from; i < out.length(); i++) {
        back[i] = same ? at + i - from : i == from ? at : end;
      }
      at = end;
    }
    back[out.length()] = original.length();
    return new Normal(out.toString(), Arrays.copyOf(back, out.length() + 1));
  }

  private static int[] room(int[] back, int needed) {
    return needed <= back.length ? back : Arrays.copyOf(back, Math.max(needed, back.length * 2));
  }

  /* Most messages are already as they would become. */
  private static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 || (c >= 'A' && c <= 'Z')) {
        return false;
      }
    }
    return true;
  }

  private static boolean ascii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** The normal form. */
  public String text() {
    return text;
  }

  /**
   * Where a place of the normal form lies in the original.
   *
   * @param place from 0 to the length of the normal form
   */
  public int original(int place) {
    return back.length == 0 ? place : back[place];
  }
}
