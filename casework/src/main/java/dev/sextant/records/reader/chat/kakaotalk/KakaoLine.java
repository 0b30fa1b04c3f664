package dev.sextant.records.reader.chat.kakaotalk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a line that begins an entry of a KakaoTalk text says.
 *
 * @param form which form the line has; a file keeps to one
 * @param day its day, or null where it stands under a day's heading
 * @param stamp as written
 * @param time its time of day, or null for a heading and for notes of the computer's export
 * @param name who said it; empty for a note or a heading
 * @param words the words; of a heading none
 */
record KakaoLine(
    Form form,
    @Nullable LocalDate day,
    String stamp,
    @Nullable LocalTime time,
    String name,
    String words) {
  /** The forms that a line can have. */
  enum Form {
    /** A day. */
    HEADING,
    /** {@code [who] [clock] words}. */
    BRACKETS,
    /** Day and clock, who, words. */
    STAMPED,
    /** Clock, who, words. */
    TIMED,
    /** Words without a clock about who came or went. */
    NOTE,
    /** Such words behind a message: they may be its second line. */
    DOUBTFUL
  }

  private static final String CLOCK =
      "(?:(?:오전|오후|[AP]M) )?[0-9]{1,2}:[0-9]{2}(?:[ \\u00a0\\u202f]?(?:[AaPp]\\.?[Mm]\\.?))?";

  private static final String DAY =
      "[0-9]{4}년 [0-9]{1,2}월 [0-9]{1,2}일|[0-9]{4}\\. ?[0-9]{1,2}\\. ?[0-9]{1,2}\\.|\\p{L}{3,9}\\.? [0-9]{1,2}, [0-9]{4}";

  private static final Pattern HEADING =
      Pattern.compile(
          "^(?:-{5,} ?)?(?:\\p{L}{6,9}, )?("
              + DAY
              + ")(?: \\S{1,3}요일| ("
              + CLOCK
              + "))?(?: ?-{5,})?$");

  private static final Pattern BRACKETS =
      Pattern.compile("^\\[(.{1,100}?)\\] \\[(" + CLOCK + ")\\](?: (.*))?$", Pattern.DOTALL);

  private static final Pattern STAMPED =
      Pattern.compile(
          "^((" + DAY + ")(?:,| at)?[ \\u00a0\\u202f](" + CLOCK + ")) ?([,:]) ?(.*)$",
          Pattern.DOTALL);

  private static final Pattern TIMED = Pattern.compile("^(" + CLOCK + "), (.*)$", Pattern.DOTALL);

  private static final Pattern NAMED = Pattern.compile("^(.{0,100}?) : (.*)$", Pattern.DOTALL);

  private static final Pattern NOTED =
      Pattern.compile("^.{1,300}님[이을] .{0,300}(?:들어왔습니다|나갔습니다|초대(?:했|하였)습니다|내보냈습니다)\\.?.{0,60}$");

  private static final Pattern NUMBERS = Pattern.compile("[0-9]+");

  /** What the line says; null if it begins nothing. */
  static @Nullable KakaoLine of(String raw) {
    String line = raw.replace("\uFEFF", "");
    Matcher m = HEADING.matcher(line);
    if (m.matches()) {
      LocalDate day = day(m.group(1));
      return day == null ? null : new KakaoLine(Form.HEADING, day, line, null, "", "");
    }
    m = BRACKETS.matcher(line);
    if (m.matches()) {
      String words = m.group(3) == null ? "" : m.group(3);
      return new KakaoLine(
          Form.BRACKETS, null, m.group(2), clock(m.group(2)), m.group(1).strip(), words);
    }
    m = STAMPED.matcher(line);
    if (m.matches()) {
      return said(
          Form.STAMPED,
          day(m.group(2)),
          m.group(1),
          m.group(3),
          m.group(5),
          m.group(4).equals(":"));
    }
    m = TIMED.matcher(line);
    if (m.matches()) {
      return said(Form.TIMED, null, m.group(1), m.group(1), m.group(2), false);
    }
    return NOTED.matcher(line).matches()
        ? new KakaoLine(Form.NOTE, null, "", null, "", line)
        : null;
  }

  private static KakaoLine said(
      Form form, @Nullable LocalDate day, String stamp, String clock, String rest, boolean note) {
    Matcher m = NAMED.matcher(rest);
    boolean named = !note && m.matches();
    return new KakaoLine(
        form, day, stamp, clock(clock), named ? m.group(1).strip() : "", named ? m.group(2) : rest);
  }

  /** True for the heading of a day. */
  boolean heading() {
    return form == Form.HEADING;
  }

  /** A heading's words without its numbers' values: what the headings of one file have alike. */
  String shape() {
    Matcher m = HEADING.matcher(stamp);
    return !m.matches()
        ? ""
        : (stamp.startsWith("-") ? "dashes " : "")
            + (stamp.endsWith("요일") || stamp.contains("요일 -") ? "weekday " : "")
            + (m.start(1) > 2 && stamp.charAt(m.start(1) - 2) == ',' ? "named " : "")
            + (m.group(2) == null ? "" : "clock");
  }

  /** The same line, as one that may belong to the message before. */
  KakaoLine doubtful() {
    return new KakaoLine(Form.DOUBTFUL, day, stamp, time, name, words);
  }

  private static @Nullable LocalDate day(String text) {
    Matcher m = NUMBERS.matcher(text);
    int[] found = new int[3];
    int n = 0;
    while (n < 3 && m.find()) {
      found[n++] = Integer.parseInt(m.group());
    }
    try {
      LocalDate day =
          n == 3
              ? LocalDate.of(found[0], found[1], found[2])
              : LocalDate.of(found[1], month(text), found[0]);
      return day.getYear() < 2010 ? null : day; // There was no KakaoTalk.
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Month month(String text) {
    String start = text.substring(0, 3).toUpperCase(Locale.ROOT);
    for (Month month : Month.values()) {
      if (month.name().startsWith(start)) {
        return month;
      }
    }
    throw new DateTimeException("no month");
  }

  private static @Nullable LocalTime clock(String text) {
    Matcher m = NUMBERS.matcher(text);
    if (!m.find()) {
      return null;
    }
    int hour = Integer.parseInt(m.group());
    if (!m.find()) {
      return null;
    }
    int minute = Integer.parseInt(m.group());
    String low = text.toLowerCase(Locale.ROOT);
    boolean after = low.contains("오후") || low.contains("p");
    boolean half = after || low.contains("오전") || low.contains("a");
    int whole = half ? hour % 12 + (after ? 12 : 0) : hour % 24;
    return hour > 24 || minute > 59 ? null : LocalTime.of(whole, minute);
  }
}
