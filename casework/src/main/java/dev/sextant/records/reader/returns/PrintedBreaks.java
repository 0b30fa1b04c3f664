package dev.sextant.records.reader.returns;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What providers print above and below each page, which may stand within a row or a value. */
final class PrintedBreaks {
  private static final String RECORD =
      "(?:Meta Platforms|WhatsApp) Business Record(?: Page [0-9]{1,6})?";

  private static final Pattern WHOLE =
      Pattern.compile(
          RECORD
              + "|(?:[^:]{0,80}(?: {2,}|\\t))?Page [0-9]{1,6}(?: of [0-9]{1,6})?"
              + "|Google Confidential and Proprietary");

  /** Names and seats of TikTok's companies, and a page's number by itself. */
  private static final Pattern TIKTOK =
      Pattern.compile(
          "TikTok (?:Pte|Inc|Technology|Information Technologies).{0,60}|One Raffles Quay.{0,120}"
              + "|[0-9]{1,4}");

  private static final Pattern WITHIN =
      Pattern.compile("(?:Meta Platforms|WhatsApp) Business Record Page [0-9]{1,6}");

  private PrintedBreaks() {}

  /** True if the line is nothing else. */
  static boolean whole(String line) {
    return WHOLE.matcher(line).matches();
  }

  /** True if the line is nothing else in that provider's print. */
  static boolean whole(Paper paper, String line) {
    return whole(line) || (paper == Paper.TIKTOK && TIKTOK.matcher(line).matches());
  }

  /** The line without a record's break in its midst. */
  static String out(String line) {
    if (whole(line)) {
      return line;
    }
    // Blanks round a break are taken off by themselves: looking for them would begin anew at each.
    Matcher m = WITHIN.matcher(line);
    StringBuilder out = new StringBuilder();
    int from = 0;
    while (m.find()) {
      out.append(line.substring(from, m.start()).strip()).append(' ');
      from = m.end();
    }
    return (from == 0 ? line : out.append(line.substring(from).strip()).toString()).strip();
  }
}
