package dev.sextant.press;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;
import org.jspecify.annotations.Nullable;

/**
 * Sets Arabic, Hebrew and their kin as they are read: runs from right to left (Unicode Standard
 * Annex 9), Arabic letters in their joined forms.
 */
public final class RightToLeft implements BidiReorderer {
  private static final int SHAPE =
      ArabicShaping.LETTERS_SHAPE
          | ArabicShaping.TEXT_DIRECTION_LOGICAL
          | ArabicShaping.LENGTH_GROW_SHRINK;
  private static final int UNSHAPE =
      ArabicShaping.LETTERS_UNSHAPE
          | ArabicShaping.TEXT_DIRECTION_LOGICAL
          | ArabicShaping.LENGTH_GROW_SHRINK;

  @Override
  public String reorderRTLTextToLTR(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int[] points = text.codePoints().toArray();
    for (int i = points.length - 1; i >= 0; i--) {
      out.appendCodePoint(com.ibm.icu.lang.UCharacter.getMirror(points[i]));
    }
    return out.toString();
  }

  @Override
  public String shapeText(String text) {
    return shaped(text, SHAPE);
  }

  @Override
  public String deshapeText(String text) {
    return shaped(text, UNSHAPE);
  }

  private static String shaped(String text, int options) {
    try {
      return new ArabicShaping(options).shape(text);
    } catch (ArabicShapingException e) {
      throw new IllegalStateException("options of our own are never refused", e);
    }
  }

  @Override
  public boolean isLiveImplementation() {
    return true;
  }

  /** One line in the order in which its signs stand on paper. */
  public String visual(String line) {
    Bidi bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
    if (bidi.isLeftToRight()) {
      return line;
    }
    int runs = bidi.getRunCount();
    byte[] levels = new byte[runs];
    String[] texts = new String[runs];
    for (int i = 0; i < runs; i++) {
      levels[i] = (byte) bidi.getRunLevel(i);
      String run = line.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
      texts[i] = levels[i] % 2 == 1 ? reorderRTLTextToLTR(shapeText(run)) : run;
    }
    Bidi.reorderVisually(levels, 0, texts, 0, runs);
    return String.join("", texts);
  }

  /** Splits a paragraph into runs of one direction. */
  static final class Splitter implements BidiSplitter {
    private @Nullable Bidi bidi;

    @Override
    public void setParagraph(String paragraph, byte defaultDirection) {
      bidi =
          new Bidi(
              paragraph,
              defaultDirection == RTL
                  ? Bidi.DIRECTION_DEFAULT_RIGHT_TO_LEFT
                  : Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
    }

    private Bidi paragraph() {
      if (bidi == null) {
        throw new IllegalStateException("set a paragraph first");
      }
      return bidi;
    }

    @Override
    public int countTextRuns() {
      return paragraph().getRunCount();
    }

    @Override
    public BidiTextRun getVisualRun(int run) {
      Bidi b = paragraph();
      return new BidiTextRun(
          b.getRunStart(run),
          b.getRunLimit(run) - b.getRunStart(run),
          b.getRunLevel(run) % 2 == 1 ? RTL : LTR);
    }

    @Override
    public byte getBaseDirection(String paragraph) {
      for (int i = 0; i < paragraph.length(); i++) {
        byte d = Character.getDirectionality(paragraph.charAt(i));
        if (d == Character.DIRECTIONALITY_LEFT_TO_RIGHT) {
          return LTR;
        }
        if (d == Character.DIRECTIONALITY_RIGHT_TO_LEFT
            || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC) {
          return RTL;
        }
      }
      return NEUTRAL;
    }
  }
}
