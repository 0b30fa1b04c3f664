package dev.sextant.records;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * Moments as texts in the form of ISO 8601 that {@link Instant#toString} gives, and back. Every
 * record has one, written and read several times on its way in; the general formatter takes longer
 * for it than for all else of the record together. Whole seconds of four-digit years, which are
 * nearly all, are done by hand; all else is left to {@link Instant}, and a test holds the two
 * together.
 */
public final class InstantText {
  /** 0000-01-01T00:00:00Z. */
  private static final long FIRST = LocalDate.of(0, 1, 1).toEpochDay() * 86_400;

  /** The second after 9999-12-31T23:59:59Z. */
  private static final long END = LocalDate.of(10_000, 1, 1).toEpochDay() * 86_400;

  /** What a text of that form is as long as. */
  private static final int LENGTH = "2025-01-01T00:00:00Z".length();

  private InstantText() {}

  /** As {@link Instant#toString}. */
  @SuppressWarnings("deprecation") // The bytes are ASCII, each a character.
  public static String of(Instant moment) {
    long seconds = moment.getEpochSecond();
    if (moment.getNano() != 0 || seconds < FIRST || seconds >= END) {
      return moment.toString();
    }
    LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(seconds, 86_400));
    int rest = Math.floorMod(seconds, 86_400);
    byte[] out = new byte[LENGTH];
    two(out, 0, day.getYear() / 100);
    two(out, 2, day.getYear() % 100);
    out[4] = '-';
    two(out, 5, day.getMonthValue());
    out[7] = '-';
    two(out, 8, day.getDayOfMonth());
    out[10] = 'T';
    two(out, 11, rest / 3600);
    out[13] = ':';
    two(out, 14, rest / 60 % 60);
    out[16] = ':';
    two(out, 17, rest % 60);
    out[19] = 'Z';
    return new String(out, 0);
  }

  private static void two(byte[] out, int at, int value) {
    out[at] = (byte) ('0' + value / 10);
    out[at + 1] = (byte) ('0' + value % 10);
  }

  /**
   * As {@link Instant#parse}.
   *
   * @throws DateTimeParseException if it is no such text
   */
  public static Instant parse(String text) {
    if (text.length() == LENGTH
        && text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && text.charAt(10) == 'T'
        && text.charAt(13) == ':'
        && text.charAt(16) == ':'
        && text.charAt(19) == 'Z') {
      int year = 100 * two(text, 0) + two(text, 2);
      int month = two(text, 5);
      int day = two(text, 8);
      int hour = two(text, 11);
      int minute = two(text, 14);
      int second = two(text, 17);
      // A day beyond the 28th wants the calendar; 24:00 and leap seconds the general rules.
      boolean digits = (year | month | day | hour | minute | second) >= 0;
      boolean within = month >= 1 && month <= 12 && day >= 1 && hour < 24 && minute < 60;
      if (digits && within && second < 60 && (day <= 28 || day <= length(year, month))) {
        long days = LocalDate.of(year, month, day).toEpochDay();
        return Instant.ofEpochSecond(days * 86_400 + hour * 3600 + minute * 60 + second);
      }
    }
    return Instant.parse(text);
  }

  private static int length(int year, int month) {
    return LocalDate.of(year, month, 1).lengthOfMonth();
  }

  /* Two digits, or a number below zero that stays below whatever is done with it. */
  private static int two(String text, int at) {
    int ten = text.charAt(at) - '0';
    int one = text.charAt(at + 1) - '0';
    return ten < 0 || ten > 9 || one < 0 || one > 9 ? Integer.MIN_VALUE / 200 : 10 * ten + one;
  }
}
