package dev.sextant.records.reader.chat.viber;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a row of Viber's history: {@code day,time,name,number,words}. The words may hold
 * commas and line ends without quotation marks.
 *
 * @param stamp day and time as written
 * @param first the day's first number
 * @param second its second number
 * @param year its year
 * @param time of day
 * @param name who said it, as shown
 * @param number their telephone number, or empty
 * @param words the words as written
 */
record ViberLine(
    String stamp,
    int first,
    int second,
    int year,
    @Nullable LocalTime time,
    String name,
    String number,
    String words) {
  private static final Pattern ROW =
      Pattern.compile(
          "^\"?([0-9]{1,2})([/.-])([0-9]{1,2})\\2([0-9]{4})\"?,\\s?\"?([0-9]{1,2}):([0-9]{2}):([0-9]{2})\"?,"
              + "(\"(?:[^\"]|\"\"){0,200}\"|[^,\"]{0,200}),\"?(\\+?[0-9]{5,15}|)\"?,(.*)$",
          Pattern.DOTALL);

  /** What the line says; null if no row begins with it. */
  static @Nullable ViberLine of(String raw) {
    Matcher m = ROW.matcher(raw.replace("\uFEFF", ""));
    if (!m.matches()) {
      return null;
    }
    int hour = Integer.parseInt(m.group(5));
    int minute = Integer.parseInt(m.group(6));
    int second = Integer.parseInt(m.group(7));
    boolean valid = hour < 24 && minute < 60 && second < 60;
    return new ViberLine(
        m.group().substring(m.start(), m.end(7)).replace("\"", ""),
        Integer.parseInt(m.group(1)),
        Integer.parseInt(m.group(3)),
        Integer.parseInt(m.group(4)),
        valid ? LocalTime.of(hour, minute, second) : null,
        unquoted(m.group(8)).strip(),
        m.group(9),
        m.group(10));
  }

  /** The day, or null if there is none such. */
  @Nullable LocalDate day(boolean monthFirst) {
    try {
      return LocalDate.of(year, monthFirst ? first : second, monthFirst ? second : first);
    } catch (DateTimeException e) {
      return null; // Told as unreadable, with the words.
    }
  }

  /** A cell without its quotation marks, if it has any. */
  static String unquoted(String cell) {
    return cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"")
        ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"")
        : cell;
  }
}
