package dev.sextant.records.reader.whatsapp;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The date and time before a message, and what follows it; other chats of telephones write theirs
 * in the same manner.
 *
 * @param first first number of the date
 * @param second second number
 * @param third third number
 * @param hour 0 to 23
 * @param minute 0 to 59
 * @param second60 0 to 59, or -1 if not given
 * @param half true if written with the 12-hour clock
 * @param dots true if the date is written with dots
 * @param bracketed true in the form of iOS
 * @param text the stamp as it stands
 * @param rest the line after the stamp
 */
public record Stamp(
    int first,
    int second,
    int third,
    int hour,
    int minute,
    int second60,
    boolean half,
    boolean dots,
    boolean bracketed,
    String text,
    String rest) {
  private static final String HALF =
      "(a\\.? ?m\\.?|p\\.? ?m\\.?|上午|下午|凌晨|早上|清晨|中午|傍晚|晚上|午前|午後|오전|오후|vorm\\.|nachm\\.|"
          + "ص|م|ق\\.ظ\\.?|ب\\.ظ\\.?|לפנה[״\"]צ|אחה[״\"]צ|π\\.μ\\.|μ\\.μ\\.|öö|ös|de\\.|du\\.|"
          + "fm|em|ap\\.|ip\\.|sa|ch|पूर्वाह्न|अपराह्न|пр\\. ?об\\.|сл\\. ?об\\.|дп|пп)";

  private static final Pattern FORM =
      Pattern.compile(
          "^(\\[?)(\\d{1,4})([./-]) ?(\\d{1,2})\\3 ?(\\d{1,4})\\.?(?: г\\.)?[,،]? ?"
              + "(?:(?:at|um|às|à|alle|a las|om|kl\\.|в|klo|o) )?"
              + HALF
              + "? ?(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?(?: ?"
              + HALF
              + ")?(\\] ?| [-–] |: )",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** The words for the second half of the day, without dots and blanks. */
  private static final Set<String> AFTERNOON =
      Set.of(
          "pm", "下午", "中午", "傍晚", "晚上", "午後", "오후", "nachm", "م", "بظ", "אחה״צ", "אחה\"צ", "μμ",
          "ös", "du", "em", "ip", "ch", "अपराह्न", "слоб", "пп");

  private static final int LONGEST_STAMP = 60;

  /** Reads a line's stamp, or null if the line has none. */
  public static @Nullable Stamp of(String line) {
    int marks = 0;
    while (marks < line.length() && mark(line.charAt(marks))) {
      marks++;
    }
    String start = plain(line, marks);
    Matcher m = FORM.matcher(start);
    if (!m.find()) {
      return null;
    }
    boolean bracketed = !m.group(1).isEmpty();
    boolean closed = m.group(11).startsWith("]");
    int hour = Integer.parseInt(m.group(7));
    int minute = Integer.parseInt(m.group(8));
    int seconds = m.group(9) == null ? -1 : Integer.parseInt(m.group(9));
    boolean old = m.group(11).startsWith(":"); // iOS before 2017: no brackets, always seconds.
    if (bracketed != closed || (old && seconds < 0) || hour > 24 || minute > 59 || seconds > 60) {
      return null;
    }
    String half = m.group(6) != null ? m.group(6) : m.group(10);
    int end = marks + m.end();
    return new Stamp(
        Integer.parseInt(m.group(2)),
        Integer.parseInt(m.group(4)),
        Integer.parseInt(m.group(5)),
        hour(hour, half),
        minute,
        Math.min(seconds, 59),
        half != null,
        m.group(3).equals("."),
        bracketed,
        stampText(line.substring(marks, end)),
        line.substring(end));
  }

  private static String stampText(String raw) {
    String text = raw.strip();
    if (text.endsWith("-") || text.endsWith("–") || text.endsWith(":")) {
      text = text.substring(0, text.length() - 1).strip();
    }
    return text;
  }

  /* One character for one, so that positions stay: special spaces become spaces, other scripts'
   * digits become ASCII's, marks become U+0000. */
  private static String plain(String line, int from) {
    StringBuilder out = new StringBuilder();
    for (int i = from; i < Math.min(line.length(), from + LONGEST_STAMP); i++) {
      char c = line.charAt(i);
      int digit = Character.digit(c, 10);
      if (c == '\u00a0' || c == '\u202f' || c == '\u2009') {
        out.append(' ');
      } else if (digit >= 0) {
        out.append((char) ('0' + digit));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static int hour(int hour, @Nullable String half) {
    if (half == null || hour > 12) {
      return hour % 24;
    }
    boolean after = AFTERNOON.contains(half.toLowerCase(Locale.ROOT).replaceAll("[. ]", ""));
    return hour % 12 + (after ? 12 : 0);
  }

  /** True for the invisible marks of writing direction that WhatsApp strews. */
  public static boolean mark(char c) {
    return c == '\u200e'
        || c == '\u200f'
        || (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069')
        || c == '\uFEFF';
  }

  /** A text without marks. */
  public static String withoutMarks(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (!mark(text.charAt(i))) {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }
}
