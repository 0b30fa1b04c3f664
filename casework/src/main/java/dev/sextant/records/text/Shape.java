package dev.sextant.records.text;

/**
 * What stands in a text, by one pass over its characters. Most messages hold no selector at all,
 * and most rules need a sign or a number of digits that is not there.
 *
 * @param longestRun longest run of letters and digits of ASCII
 * @param digits how many digits
 * @param dots how many full stops before something other than a blank
 * @param colons how many colons
 * @param at an at-sign stands there
 * @param slashes a slash stands there
 * @param brackets something opens a bracket
 * @param plus a plus sign stands there
 * @param degrees a degree sign stands there
 */
record Shape(
    int longestRun,
    int digits,
    int dots,
    int colons,
    boolean at,
    boolean slashes,
    boolean brackets,
    boolean plus,
    boolean degrees) {
  /** So long is the shortest run of letters that any rule looks at without a digit or sign. */
  private static final int LONG_RUN = Math.min(40, ChainRules.SHORTEST);

  /**
   * Whether no rule can see anything in a text: letters of Western Europe, as they stand, between
   * blanks and the signs that end sentences; most messages are like that. A quicker look than the
   * shape itself, which says the same.
   */
  static boolean barren(String text) {
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
        if (++run >= LONG_RUN) {
          return false;
        }
        continue;
      }
      run = 0;
      boolean letter = c >= '\u00c0' && c <= '\u00ff'; // Nothing among them has another form.
      boolean end = c == '.' && (i + 1 == text.length() || text.charAt(i + 1) == ' ');
      if (!letter && !end && " \n,!?\"'-;".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  static Shape of(String text) {
    int run = 0;
    int longest = 0;
    int digits = 0;
    int dots = 0;
    int colons = 0;
    int signs = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (digit || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
        digits += digit ? 1 : 0;
        longest = Math.max(longest, ++run);
        continue;
      }
      run = 0;
      switch (c) {
        case '.' ->
            dots += i + 1 < text.length() && !Character.isWhitespace(text.charAt(i + 1)) ? 1 : 0;
        case ':' -> colons++;
        case '@' -> signs |= 1;
        case '/' -> signs |= 2;
        case '[', '(', '{', '<' -> signs |= 4;
        case '+' -> signs |= 8;
        case '\u00b0', '\u00ba' -> signs |= 16;
        default -> digits += c > 0x7f && Character.isDigit(c) ? 1 : 0;
      }
    }
    return new Shape(
        longest,
        digits,
        dots,
        colons,
        (signs & 1) != 0,
        (signs & 2) != 0,
        (signs & 4) != 0,
        (signs & 8) != 0,
        (signs & 16) != 0);
  }
}
