package dev.sextant.records.reader.chat.mail;

import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.ClaimedTime.Precision;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates of RFC 5322, section 3.3, with the obsolete zones of section 4.3. */
final class MailDate {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final Pattern FORM =
      Pattern.compile(
          "(?:[A-Za-z]{3,9}\\.?,?\\s+)?(\\d{1,2})[\\s-]+([A-Za-z]{3})[a-z]*[\\s-]+(\\d{2,4})\\s+"
              + "(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?\\s*([+-]\\d{4}|[+-]\\d{2}:\\d{2}|[A-Za-z]{1,5})?");

  /** The longest form has under fifty characters; what follows is a comment. */
  private static final int LONGEST = 120;

  private MailDate() {}

  /** The time of a Date field. */
  static ClaimedTime of(@Nullable String text, Optional<ZoneId> declared) {
    if (text == null || text.isBlank()) {
      return ClaimedTime.none();
    }
    Matcher m = FORM.matcher(text.substring(0, Math.min(text.length(), LONGEST)).strip());
    int month = m.lookingAt() ? MONTHS.indexOf(m.group(2).toLowerCase(Locale.ROOT)) + 1 : 0;
    if (month == 0) {
      return ClaimedTime.unreadable(text);
    }
    try {
      int year = Integer.parseInt(m.group(3));
      // Two and three digits: RFC 5322, section 4.3.
      int whole = year < 50 ? year + 2000 : year < 1000 ? year + 1900 : year;
      String seconds = m.group(6);
      LocalDateTime local =
          LocalDateTime.of(
              whole,
              month,
              Integer.parseInt(m.group(1)),
              Integer.parseInt(m.group(4)),
              Integer.parseInt(m.group(5)),
              seconds == null ? 0 : Math.min(59, Integer.parseInt(seconds)));
      if (whole <= 1970) {
        return ClaimedTime.unreadable(text);
      }
      Precision precision = seconds == null ? Precision.MINUTE : Precision.SECOND;
      return ClaimedTimes.ofOffset(local, text, offset(m.group(7)), declared, precision);
    } catch (DateTimeException e) {
      return ClaimedTime.unreadable(text);
    }
  }

  private static @Nullable ZoneOffset offset(@Nullable String zone) {
    if (zone == null) {
      return null;
    }
    if (zone.startsWith("+") || zone.startsWith("-")) {
      return ZoneOffset.of(
          zone.contains(":") ? zone : zone.substring(0, 3) + ":" + zone.substring(3));
    }
    return switch (zone.toUpperCase(Locale.ROOT)) {
      case "Z", "UT", "UTC", "GMT" -> ZoneOffset.UTC;
      case "EST" -> ZoneOffset.ofHours(-5);
      case "EDT" -> ZoneOffset.ofHours(-4);
      case "CST" -> ZoneOffset.ofHours(-6);
      case "CDT" -> ZoneOffset.ofHours(-5);
      case "MST" -> ZoneOffset.ofHours(-7);
      case "MDT" -> ZoneOffset.ofHours(-6);
      case "PST" -> ZoneOffset.ofHours(-8);
      case "PDT" -> ZoneOffset.ofHours(-7);
      default -> null; // Other letters mean nothing certain (RFC 5322, section 4.3).
    };
  }
}
