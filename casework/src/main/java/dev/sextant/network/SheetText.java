package dev.sextant.network;

/**
 * Text from evidence made safe for a spreadsheet: whoever chose a label must not have a formula run
 * on the machine of whoever opens the export (CWE-1236).
 */
public final class SheetText {
  private SheetText() {}

  /**
   * The text with an apostrophe before it if a spreadsheet would take it for a formula: if it
   * begins with {@code = + - @}, a tab or a line end, after blanks too. A plain number is none.
   */
  public static String of(String text) {
    int i = 0;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    if (i == text.length() || "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20".indexOf(text.charAt(i)) < 0) {
      return text;
    }
    return text.matches("[+-]?\\d{1,18}(\\.\\d{1,18})?([eE][+-]?\\d{1,3})?")
            && text.charAt(0) == '-'
        ? text
        : "'" + text;
  }
}
