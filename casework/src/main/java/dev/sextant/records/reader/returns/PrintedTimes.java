package dev.sextant.records.reader.returns;

import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.records.reader.MonthNames;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.whatsapp.DateOrder;
import dev.sextant.records.reader.whatsapp.Stamp;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.ClaimedTime.Precision;
import dev.sextant.terms.ClaimedTime.ZoneBasis;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The times of a printed return: mostly year first and in UTC; TikTok's with slashes, whose order
 * of day and month is decided over the whole text.
 */
final class PrintedTimes {
  private static final Pattern SLASHED =
      Pattern.compile(
          "([0-9]{1,2}/[0-9]{1,2}/[0-9]{4} [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})? ?(?:[AaPp][Mm])?)"
              + "(?: ?\\(?UTC ?(?:([+-][0-9]{1,2})(?::?([0-9]{2}))?)?\\)?)?");

  private final DateOrder.@Nullable Decision decision;

  private PrintedTimes(DateOrder.@Nullable Decision decision) {
    this.decision = decision;
  }

  /** Decides over all lines. */
  static PrintedTimes of(List<String> lines) {
    DateOrder.Weighing weighing = new DateOrder.Weighing();
    boolean any = false;
    for (String line : lines) {
      Matcher m = SLASHED.matcher(line);
      Stamp stamp = m.find() ? stamp(m.group(1)) : null;
      if (stamp != null) {
        weighing.add(stamp);
        any = true;
      }
    }
    return new PrintedTimes(any ? weighing.decide() : null);
  }

  private static @Nullable Stamp stamp(String text) {
    return Stamp.of("[" + text + "] ");
  }

  /** Says how dates were read, if that had to be decided. */
  void note(Sink sink) {
    DateOrder.Decision made = decision;
    if (made != null) {
      sink.note(
          new ReadNote(
              "SX-NOTE-DATE-ORDER",
              "dates are read as " + made.order().words() + ": " + made.why()));
    }
  }

  /** A time whose zone may stand in its text or in the label before it. */
  ClaimedTime of(String text, String label, Optional<ZoneId> declared) {
    Matcher m = SLASHED.matcher(text);
    DateOrder.Decision made = decision;
    if (made != null && m.matches()) {
      Stamp stamp = stamp(m.group(1));
      LocalDateTime local = stamp == null ? null : made.read(stamp);
      if (local == null) {
        return ClaimedTime.unreadable(text);
      }
      return text.contains("UTC")
          ? stated(local, text, m.group(2), m.group(3))
          : ClaimedTimes.ofLocal(local, text, declared, Precision.SECOND);
    }
    String plain = MonthNames.english(text);
    if (!label.contains("UTC") && plain.equals(text)) {
      return Stamps.of(text, declared);
    }
    ClaimedTime time = Stamps.of(label.contains("UTC") ? plain + " UTC" : plain, declared);
    return new ClaimedTime(time.instant(), text, time.basis(), time.zone(), time.precision());
  }

  private static ClaimedTime stated(
      LocalDateTime local, String text, @Nullable String hours, @Nullable String minutes) {
    try {
      int h = hours == null ? 0 : Integer.parseInt(hours);
      int m = minutes == null ? 0 : Integer.parseInt(minutes);
      boolean west = hours != null && hours.startsWith("-");
      ZoneOffset offset = ZoneOffset.ofHoursMinutes(h, west ? -m : m);
      String zone = offset.equals(ZoneOffset.UTC) ? "UTC" : offset.getId();
      return new ClaimedTime(
          local.toInstant(offset), text, ZoneBasis.STATED, zone, Precision.SECOND);
    } catch (DateTimeException e) {
      return ClaimedTime.unreadable(text); // No such offset.
    }
  }
}
