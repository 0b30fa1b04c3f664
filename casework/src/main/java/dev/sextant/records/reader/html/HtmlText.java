package dev.sextant.records.reader.html;

/** How a page shows characters. */
public final class HtmlText {
  private HtmlText() {}

  /** Each run of blanks made one space, none at the ends. A no-break space stays. */
  public static String squeezed(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean due = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f') {
        due = !out.isEmpty();
      } else {
        if (due) {
          out.append(' ');
          due = false;
        }
        out.append(c);
      }
    }
    return out.toString();
  }
}
