package dev.sextant.records.reader;

/**
 * Halves of a surrogate pair that stand alone: escapes and character references can write one. It
 * has no form in UTF-8, so it is shown as U+FFFD where it is read, once for all, so that every
 * later copy of the text is the same.
 */
public final class LoneSurrogates {
  private LoneSurrogates() {}

  /** Shows each as U+FFFD, in place; says how many there were. */
  public static int show(StringBuilder text) {
    int shown = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        shown++;
        text.setCharAt(i, '\uFFFD');
      }
    }
    return shown;
  }
}
