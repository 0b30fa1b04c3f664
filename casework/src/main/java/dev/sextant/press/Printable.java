package dev.sextant.press;

/**
 * Makes any text fit for print without losing a sign: what the face cannot draw, and what would
 * change how other signs are read (controls, direction marks), is written as its code point in
 * white brackets, {@code ⟦U+4E2D⟧}. Joiners and variation selectors only refine the sign before
 * them and are left out.
 */
public final class Printable {
  private final Typeface face;
  private int replaced;

  /**
   * @param face that must draw every sign
   */
  public Printable(Typeface face) {
    this.face = face;
  }

  /** How many signs were written as code points so far. */
  public int replaced() {
    return replaced;
  }

  /** The text as it can be printed; line breaks and tabs stay. */
  public String of(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(cp -> append(out, cp));
    return out.toString();
  }

  private void append(StringBuilder out, int cp) {
    if (cp == '\n' || cp == '\t') {
      out.appendCodePoint(cp);
    } else if (refines(cp) || cp == '\r') {
      return;
    } else if (isolated(cp) || !face.draws(cp)) {
      replaced++;
      out.append("⟦U+").append(String.format("%04X", cp)).append('⟧');
    } else {
      out.appendCodePoint(cp);
    }
  }

  private static boolean refines(int cp) {
    return cp == 0x200D || cp == 0x200C || (cp >= 0xFE00 && cp <= 0xFE0F);
  }

  private static boolean isolated(int cp) {
    int type = Character.getType(cp);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.UNASSIGNED
        || type == Character.PRIVATE_USE
        || cp == 0xFFFE
        || cp == 0xFFFF;
  }
}
