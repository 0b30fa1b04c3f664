package dev.sextant.network;

import java.util.Locale;

/**
 * Text from evidence made safe to print: whoever chose a label must not steer the terminal of
 * whoever reads it (CWE-150), nor reorder the line around it (CVE-2021-42574).
 */
public final class VisibleText {
  private VisibleText() {}

  /** Control characters, line separators and bidirectional controls as {@code \\u} and 4 digits. */
  public static String of(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (steers(c)) {
        out = out == null ? new StringBuilder(text.substring(0, i)) : out;
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else if (out != null) {
        out.append(c);
      }
    }
    return out == null ? text : out.toString();
  }

  /* C0, DEL and C1; ALM, LRM, RLM; the line and paragraph separators and the embeddings and
   * overrides after them; the isolates (UAX 9). */
  private static boolean steers(char c) {
    return Character.isISOControl(c)
        || c == '\u061c'
        || c == '\u200e'
        || c == '\u200f'
        || (c >= '\u2028' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069');
  }
}
