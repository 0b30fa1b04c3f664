package dev.sextant.records.reader.whatsapp;

import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.chrono.ThaiBuddhistDate;

/**
 * The calendar that a telephone counts its years by. The years in which WhatsApp has existed lie so
 * far apart in these calendars that a year alone tells which is meant.
 */
enum Years {
  /** The common calendar, years from 2009 on, written with four digits or two. */
  COMMON("the common calendar"),
  /** Thailand's, 543 years ahead. */
  BUDDHIST("the Buddhist calendar"),
  /** Iran's and Afghanistan's, the years of the sun since the Hijra. */
  PERSIAN("the Persian calendar"),
  /** Umm al-Qura, the years of the moon since the Hijra, the civil calendar of Saudi Arabia. */
  ISLAMIC("the Islamic calendar of Umm al-Qura");

  /** The first day of the Persian year 1388, the year in which WhatsApp began. */
  private static final LocalDate PERSIAN_1388 = LocalDate.of(2009, 3, 21);

  private static final int FIRST_PERSIAN = 1388;

  private final String words;

  Years(String words) {
    this.words = words;
  }

  /** The calendar in words. */
  String words() {
    return words;
  }

  /**
   * True for a year of two digits that WhatsApp's time has in Thailand's calendar, 2552 to 2587,
   * and has not in the common one yet.
   */
  static boolean lateShort(int year) {
    return year >= 52 && year <= 87;
  }

  /** A year with its century. */
  static int full(int year) {
    return year >= 100 ? year : lateShort(year) ? 2500 + year : 2000 + year;
  }

  /** True if there are Thai letters in a text's beginning. */
  static boolean thai(String text) {
    return text.chars().limit(200).anyMatch(c -> c >= 0x0e01 && c <= 0x0e5b);
  }

  /** The calendar that has a year of this number within WhatsApp's time. */
  static Years of(int year) {
    if (year >= 2552 && year <= 2742) {
      return BUDDHIST;
    }
    if (year >= FIRST_PERSIAN && year < 1430) {
      return PERSIAN;
    }
    return year >= 1430 && year <= 1500 ? ISLAMIC : COMMON;
  }

  /**
   * The day in the common calendar.
   *
   * @throws java.time.DateTimeException if there is no such day
   */
  LocalDate day(int year, int month, int day) {
    return switch (this) {
      case COMMON -> LocalDate.of(year, month, day);
      case BUDDHIST -> LocalDate.from(ThaiBuddhistDate.of(year, month, day));
      case ISLAMIC -> LocalDate.from(HijrahDate.of(year, month, day));
      case PERSIAN -> persian(year, month, day);
    };
  }

  private static LocalDate persian(int year, int month, int day) {
    int length = month <= 6 ? 31 : month <= 11 || leap(year) ? 30 : 29;
    if (month < 1 || month > 12 || day < 1 || day > length) {
      throw new java.time.DateTimeException("no such day of the Persian calendar");
    }
    long days = Math.min(month - 1, 6) * 31L + Math.max(0, month - 7) * 30L + day - 1;
    for (int y = FIRST_PERSIAN; y < year; y++) {
      days += leap(y) ? 366 : 365;
    }
    return PERSIAN_1388.plusDays(days);
  }

  /* The cycle of 33 years, which agrees with the observed equinox from 1178 to 1633. */
  private static boolean leap(int year) {
    return switch (year % 33) {
      case 1, 5, 9, 13, 17, 22, 26, 30 -> true;
      default -> false;
    };
  }
}
