package dev.sextant.records.reader.chat.discord;

import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.chat.LocalTimes;
import dev.sextant.records.reader.graph.Row;
import dev.sextant.records.reader.graph.Rows;
import dev.sextant.records.reader.table.Columns;
import dev.sextant.records.reader.table.DelimitedPart;
import dev.sextant.records.reader.whatsapp.DateOrder;
import dev.sextant.records.reader.whatsapp.Stamp;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.ClaimedTime.Precision;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The times that the tool writes where it does not write ISO 8601: {@code 17-Jan-23 07:33 PM} in
 * its older versions, else in the manner of the computer that it ran on.
 */
final class DiscordTimes {
  private static final Pattern NAMED_MONTH =
      Pattern.compile(
          "(\\d{1,2})-([A-Za-z]{3})-(\\d{2}|\\d{4}) (\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?: ?([AaPp])\\.?[Mm]\\.?)?");

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  private final DateOrder.Weighing weighing = new DateOrder.Weighing();
  private final LocalTimes local;
  private DateOrder.Decision decision = weighing.decide();

  DiscordTimes(LocalTimes local) {
    this.local = local;
  }

  /** Decides the order of dates over the whole of a CSV. */
  static DiscordTimes survey(Source source, Source.Part part, LocalTimes local) throws IOException {
    DiscordTimes times = new DiscordTimes(local);
    try (Rows rows = DelimitedPart.open(part, ',', source.limits())) {
      Row head = rows.next();
      Columns columns = head == null ? null : Columns.of(head);
      for (Row row = rows.next(); row != null && columns != null; row = rows.next()) {
        times.weigh(columns.read(row).look("Date"));
      }
    }
    times.decide();
    return times;
  }

  private static @Nullable Stamp stamp(String text) {
    return Stamp.of("[" + text + "] ");
  }

  /** Takes a time into account. */
  void weigh(String text) {
    Stamp stamp = text.length() > 40 || text.contains("T") ? null : stamp(text);
    if (stamp != null) {
      weighing.add(stamp);
    }
  }

  /** Decides after all were weighed; in words. */
  String decide() {
    decision = weighing.decide();
    return "dates are read as " + decision.order().words() + ": " + decision.why();
  }

  /** The claimed time of a text. */
  ClaimedTime of(String text) {
    if (text.isBlank()) {
      return ClaimedTime.none();
    }
    if (text.matches("\\d{4}-\\d{2}-\\d{2}T.*")) {
      return ClaimedTimes.ofIso(text);
    }
    LocalDateTime at = named(text);
    Stamp stamp = at == null && text.length() <= 40 ? stamp(text) : null;
    if (stamp != null) {
      at = decision.read(stamp);
    }
    boolean seconds = text.matches(".*\\d:\\d{2}[:.]\\d{2}.*");
    return at == null || at.getYear() <= 1970
        ? ClaimedTime.unreadable(text)
        : local.claimed(at, text, seconds ? Precision.SECOND : Precision.MINUTE);
  }

  private static @Nullable LocalDateTime named(String text) {
    Matcher m = NAMED_MONTH.matcher(text.strip());
    if (!m.matches()) {
      return null;
    }
    int month = MONTHS.indexOf(m.group(2).toLowerCase(Locale.ROOT));
    int year = Integer.parseInt(m.group(3));
    int hour = Integer.parseInt(m.group(4));
    String half = m.group(7);
    if (half != null) {
      hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }
    try {
      return month < 0 || month % 3 != 0
          ? null
          : LocalDateTime.of(
              year < 100 ? 2000 + year : year,
              month / 3 + 1,
              Integer.parseInt(m.group(1)),
              hour,
              Integer.parseInt(m.group(5)),
              m.group(6) == null ? 0 : Integer.parseInt(m.group(6)));
    } catch (DateTimeException e) {
      return null; // No such day.
    }
  }
}
