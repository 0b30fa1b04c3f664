package dev.sextant.records.reader.chat.line;

import dev.sextant.records.reader.chat.Entries;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a line that begins an entry says; a day's heading has no name, and where blanks part the
 * line its name stands in the words still.
 */
record Begun(
    @Nullable LocalDate day, String stamp, @Nullable LocalTime time, String name, String words) {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("^(\\d{4})[/.-](\\d{1,2})[/.-](\\d{1,2})(?: ?\\(.{1,12}\\)| \\S{1,12})?$");

  private static final Pattern YEAR_LAST =
      Pattern.compile("^\\S{2,12}, (\\d{1,2})/(\\d{1,2})/(\\d{4})$");

  private static final Pattern SAID =
      Pattern.compile(
          "^((?:(?:午前|午後|오전|오후|上午|下午) ?)?(\\d{1,2}):(\\d{2}) ?(?:[AaPp][Mm])?)\\t([^\\t]{0,100})(?:\\t(.*))?$",
          Pattern.DOTALL);

  private static final Pattern BY_BLANKS =
      Pattern.compile(
          "^((?:(?:午前|午後|오전|오후|上午|下午) ?)?(\\d{1,2}):(\\d{2})(?: ?[AaPp][Mm])?) ([^\\t]*)$",
          Pattern.DOTALL);

  static @Nullable Begun of(String raw) {
    String line = raw.replace("\uFEFF", "");
    Matcher m = YEAR_FIRST.matcher(line);
    if (m.matches()) {
      return heading(line, m.group(1), m.group(2), m.group(3));
    }
    m = YEAR_LAST.matcher(line);
    if (m.matches()) {
      return heading(line, m.group(3), m.group(1), m.group(2));
    }
    m = SAID.matcher(line);
    if (!m.matches()) {
      return null;
    }
    String words = m.group(5);
    String name = words == null ? "" : m.group(4).strip();
    return new Begun(
        null,
        m.group(1),
        clock(m.group(1), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3))),
        name,
        words == null ? m.group(4) : words);
  }

  private static @Nullable Begun heading(String line, String year, String month, String day) {
    try {
      LocalDate date =
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
      return date.getYear() < 2011 ? null : new Begun(date, line, null, "", "");
    } catch (DateTimeException e) {
      return null; // No such day: words that look like one.
    }
  }

  private static @Nullable LocalTime clock(String text, int hour, int minute) {
    boolean half = !text.matches("[0-9:]+");
    boolean after = text.matches("(?s).*(?:午後|오후|下午|[Pp][Mm]).*");
    int whole = half ? hour % 12 + (after ? 12 : 0) : hour % 24;
    return hour > 24 || minute > 59 ? null : LocalTime.of(whole, minute);
  }

  /** What a line of the computer's export begins, or null. */
  static @Nullable Begun byBlanks(String raw) {
    Begun tabbed = of(raw);
    if (tabbed != null) {
      return tabbed;
    }
    Matcher m = BY_BLANKS.matcher(raw.replace("\uFEFF", ""));
    return m.matches()
        ? new Begun(
            null,
            m.group(1),
            clock(m.group(1), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3))),
            "",
            m.group(4))
        : null;
  }

  /**
   * The beginnings of the computer's export, which is in the order of time: what goes back in it
   * was pasted and belongs to the entry before. One for each pass over a file.
   */
  static Entries.Start<Begun> inOrder() {
    return new Entries.Start<>() {
      private @Nullable LocalDate day;
      private @Nullable LocalTime reached;

      @Override
      public @Nullable Begun of(String line) {
        Begun begun = byBlanks(line);
        if (begun == null) {
          return null;
        }
        LocalDate today = day;
        LocalDate told = begun.day();
        if (told != null) {
          if (today != null && told.isBefore(today)) {
            return null;
          }
          day = told;
          reached = null;
          return begun;
        }
        LocalTime time = begun.time();
        LocalTime last = reached;
        if (time == null || (last != null && time.isBefore(last))) {
          return null;
        }
        reached = time;
        return begun;
      }
    };
  }
}
