package dev.sextant.records.reader.returns;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Labels of a printed return with their values: {@code label: value} on one line, or, in Meta's and
 * WhatsApp's records, a label with its value beside it or on the lines below, breaks of pages
 * between them or not.
 */
final class PrintedLabels {
  /**
   * A label with its value.
   *
   * @param label as written
   * @param value as written, lines parted by LF where there are several
   * @param below how many lines below the label's belong to it
   */
  record Fact(String label, String value, int below) {}

  private static final Pattern FACT = Pattern.compile("(\\p{L}[^:\\t]{0,70}):(?:\\s+(.*))?");

  private static final Pattern STACKED =
      Pattern.compile(
          "(Service|Internal Ticket Number|Target|Account Identifier|Account Type|Generated|Date"
              + " Range|Time|IP Address|Registration Date|Registration Ip|Vanity Name|Account End"
              + " Date)(?:\\s+(\\S.*))?");

  /** Labels that are everyday words too: their values are known by their form, or stand below. */
  private static final Pattern LISTED =
      Pattern.compile("(Registered Email Addresses|Emails|Phone Numbers)(?:\\s+(\\S.*))?");

  private static final Pattern NAMED = Pattern.compile("(First|Middle|Last)");

  private static final Pattern ENTRY =
      Pattern.compile(
          "[^\\s@]{1,200}@[^\\s@]{1,200}(?: .{0,80})?|\\+?[0-9][0-9 ().-]{5,24}[0-9](?: Verified.*)?"
              + "|No responsive records.*");

  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private static final Pattern CLOCK = Pattern.compile("[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?: UTC)?");

  private final boolean stacked;
  private final List<String> lines;

  /**
   * The labels of a text.
   *
   * @param stacked true for Meta's and WhatsApp's records
   * @param lines all its lines, without blanks at their ends
   */
  PrintedLabels(boolean stacked, List<String> lines) {
    this.stacked = stacked;
    this.lines = lines;
  }

  /** The label that a line begins, or null. */
  @Nullable Fact at(int line) {
    String text = lines.get(line);
    if (!stacked) {
      Matcher m = FACT.matcher(text);
      return m.matches()
          ? new Fact(m.group(1).strip(), m.group(2) == null ? "" : m.group(2).strip(), 0)
          : null;
    }
    Matcher m = STACKED.matcher(text);
    if (m.matches()) {
      return m.group(2) == null ? below(line) : dated(m.group(1), m.group(2).strip(), line, line);
    }
    m = LISTED.matcher(text);
    if (m.matches()) {
      return listed(m.group(1), m.group(2), line);
    }
    return NAMED.matcher(text).matches() ? below(line) : null;
  }

  private static boolean label(String text) {
    return STACKED.matcher(text).matches()
        || LISTED.matcher(text).matches()
        || NAMED.matcher(text).matches();
  }

  /* The next line that is neither empty nor a page's, or -1. */
  private int next(int line) {
    for (int i = line + 1; i < lines.size(); i++) {
      if (!lines.get(i).isEmpty() && !PrintedBreaks.whole(lines.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private @Nullable Fact below(int line) {
    int at = next(line);
    return at < 0 || label(lines.get(at)) ? null : dated(lines.get(line), lines.get(at), line, at);
  }

  /* A page may break between a day and its time. */
  private Fact dated(String label, String value, int line, int last) {
    int at = DAY.matcher(value).matches() ? next(last) : -1;
    return at >= 0 && CLOCK.matcher(lines.get(at)).matches()
        ? new Fact(label, value + " " + lines.get(at), at - line)
        : new Fact(label, value, last - line);
  }

  private @Nullable Fact listed(String label, @Nullable String beside, int line) {
    if (beside != null && !ENTRY.matcher(beside).matches()) {
      return null;
    }
    StringBuilder values = new StringBuilder(beside == null ? "" : beside.strip());
    int last = line;
    for (int at = next(line); at >= 0 && ENTRY.matcher(lines.get(at)).matches(); at = next(at)) {
      values.append(values.isEmpty() ? "" : "\n").append(lines.get(at));
      last = at;
    }
    return values.isEmpty() ? null : new Fact(label, values.toString(), last - line);
  }
}
