package dev.sextant.records.reader.whatsapp;

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
 * @param bracketed true in the form of iOS
 * @param clockFirst true if the time stands before the date
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
    boolean bracketed,
    boolean clockFirst,
    String text,
    String rest) {
  /* Any word that could name a half of the day; which it names, DayHalf says. */
  private static final String HALF = "[\\p{L}][\\p{L}\\p{M}.\"״'’\u200c ]{0,18}?";

  private static final String DATE =
      "(?<a>\\d{1,4})(?<dot>[./-]) ?(?<b>\\d{1,2})\\k<dot> ?(?<c>\\d{1,4})\\.?(?: (?:г\\.|هـ))?";

  /* In Canada's French 15 h 04 min 10 s, in Bulgarian 15:04 ч. */
  private static final String CLOCK =
      ("(?:(?<before>HALF) ?)?(?<hour>\\d{1,2})(?:[:.]| h )(?<minute>\\d{2})"
              + "(?:(?:[:.]| min )(?<second>\\d{2})(?: s)?)?(?: ч\\.)?(?: ?(?<after>HALF))?")
          .replace("HALF", HALF);

  private static final Pattern DATE_FIRST =
      Pattern.compile(
          "^(?<open>\\[?)"
              + DATE
              + "[,،]? ?(?:(?:at|um|às|à|alle|a las|om|kl\\.|в|klo|o|lúc) )?"
              + CLOCK
              + "(?<end>\\] ?| [-–] |: )",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /**
   * Vietnamese telephones', and what the browser's WhatsApp puts before messages that it copies.
   */
  private static final Pattern CLOCK_FIRST =
      Pattern.compile(
          "^(?<open>\\[?)" + CLOCK + "[,،]? " + DATE + "(?<end>\\] ?| [-–] )",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern AMERICAN =
      Pattern.compile("(?:^|[^0-9/])[1-9]\\d?/.*[AP]M|[AP]M.*[^0-9/][1-9]\\d?/");

  private static final Pattern PADDED = Pattern.compile("(?:^|[^0-9/])0\\d/");

  private static final int LONGEST_STAMP = 60;

  /** Reads a line's stamp, or null if the line has none. */
  public static @Nullable Stamp of(String line) {
    int marks = 0;
    while (marks < line.length() && mark(line.charAt(marks))) {
      marks++;
    }
    if (marks == line.length()
        || (line.charAt(marks) != '[' && Character.digit(line.charAt(marks), 10) < 0)) {
      return null; // Most lines without a stamp are known by their first character.
    }
    int[] places = new int[LONGEST_STAMP + 1];
    String start = plain(line, marks, places);
    Matcher m = DATE_FIRST.matcher(start);
    boolean found = m.find();
    if (!found) {
      m = CLOCK_FIRST.matcher(start);
      found = m.find();
    }
    return found ? of(m, line, marks, places[m.end()]) : null;
  }

  private static @Nullable Stamp of(Matcher m, String line, int from, int end) {
    boolean bracketed = !m.group("open").isEmpty();
    boolean closed = m.group("end").startsWith("]");
    int hour = Integer.parseInt(m.group("hour"));
    int minute = Integer.parseInt(m.group("minute"));
    int seconds = m.group("second") == null ? -1 : Integer.parseInt(m.group("second"));
    boolean old = m.group("end").startsWith(":"); // iOS before 2017: no brackets, always seconds.
    String half = m.group("before") != null ? m.group("before") : m.group("after");
    int noon = DayHalf.hours(half);
    if (bracketed != closed
        || (old && seconds < 0)
        || noon < 0
        || hour > 24
        || minute > 59
        || seconds > 60) {
      return null;
    }
    return new Stamp(
        Integer.parseInt(m.group("a")),
        Integer.parseInt(m.group("b")),
        Integer.parseInt(m.group("c")),
        half == null || hour > 12 ? hour % 24 : hour % 12 + noon,
        minute,
        Math.min(seconds, 59),
        bracketed,
        m.start("hour") < m.start("a"),
        stampText(line.substring(from, end)),
        line.substring(end));
  }

  /**
   * True if written as in the United States, 3/5/21 with AM or PM in capitals and no zero before
   * the first number; elsewhere the 12-hour clock has small letters, dots, other words or padded
   * days.
   */
  boolean american() {
    return AMERICAN.matcher(text).find();
  }

  /**
   * True if two stamps can be of one file: in brackets both or neither, what comes first the same.
   */
  boolean likewise(Stamp other) {
    return bracketed == other.bracketed && clockFirst == other.clockFirst;
  }

  /** True if a zero stands before the first number of the date. */
  boolean padded() {
    return PADDED.matcher(text).find();
  }

  private static String stampText(String raw) {
    int end = raw.length();
    while (end > 0 && (mark(raw.charAt(end - 1)) || Character.isWhitespace(raw.charAt(end - 1)))) {
      end--;
    }
    String text = raw.substring(0, end).strip();
    if (text.endsWith("-") || text.endsWith("–") || text.endsWith(":")) {
      text = text.substring(0, text.length() - 1).strip();
    }
    return text;
  }

  /* Special spaces become spaces, other scripts' digits ASCII's, marks fall away (Arabic telephones
   * put them around each number); places holds where each character stands in the line. */
  private static String plain(String line, int from, int[] places) {
    StringBuilder out = new StringBuilder();
    int i = from;
    for (; i < line.length() && out.length() < LONGEST_STAMP; i++) {
      char c = line.charAt(i);
      int digit = Character.digit(c, 10);
      if (i > from && mark(c)) {
        continue;
      }
      places[out.length()] = i;
      if (c == '\u00a0' || c == '\u202f' || c == '\u2009') {
        out.append(' ');
      } else {
        out.append(digit >= 0 ? (char) ('0' + digit) : c);
      }
    }
    places[out.length()] = i;
    return out.toString();
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
