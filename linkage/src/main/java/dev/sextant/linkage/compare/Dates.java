package dev.sextant.linkage.compare;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two dates of birth or of other events, which people and clerks get wrong in known ways. Cells:
 * one date (1980-05-17, 19800517, 17.05.1980, 05/17/1980, 1980-05, 1980), or year, month and day.
 */
public final class Dates implements Comparison<Dates.Day> {
  private static final List<String> LEVELS =
      List.of(
          "same day",
          "day and month swapped",
          "one digit differs or two are swapped",
          "same year and month",
          "same year, month and day unknown",
          "same day and month, another year",
          "same year",
          "a year apart",
          "different");

  private final boolean monthFirst;
  private final boolean januaryUnknown;

  private Dates(boolean monthFirst, boolean januaryUnknown) {
    this.monthFirst = monthFirst;
    this.januaryUnknown = januaryUnknown;
  }

  /**
   * Options {@code order} (dmy, mdy: how 05/06/1980 is read) and {@code january-first} (unknown,
   * known: registers put the first of January for a birthday that nobody knows).
   */
  static Dates of(Options options, Corpus corpus) {
    return new Dates(
        options.word("order", "dmy", List.of("dmy", "mdy")).equals("mdy"),
        options.word("january-first", "unknown", List.of("unknown", "known")).equals("unknown"));
  }

  @Override
  public List<String> levels() {
    return LEVELS;
  }

  @Override
  public @Nullable Day prepare(List<String> cells) {
    List<String> figures = new ArrayList<>();
    for (String cell : cells) {
      figures(cell, figures);
    }
    if (figures.size() == 1 && figures.getFirst().length() == 8) {
      String all = figures.getFirst();
      figures = List.of(all.substring(0, 4), all.substring(4, 6), all.substring(6));
    }
    if (figures.isEmpty()) {
      return null;
    }
    return figures.getFirst().length() == 4
        ? day(figures.getFirst(), figure(figures, 1), figure(figures, 2))
        : figures.size() >= 3 && figures.get(2).length() == 4 ? lastIsYear(figures) : null;
  }

  private @Nullable Day lastIsYear(List<String> figures) {
    int one = figure(figures, 0);
    int two = figure(figures, 1);
    boolean swap = monthFirst && one <= 12 || two > 12;
    return swap ? day(figures.get(2), one, two) : day(figures.get(2), two, one);
  }

  /* Time of day after a T or a blank is not part of a date. */
  private static void figures(String cell, List<String> figures) {
    String date = cell.strip();
    int time = date.indexOf('T') > 0 ? date.indexOf('T') : date.indexOf(' ');
    date = time > 7 ? date.substring(0, time) : date;
    StringBuilder figure = new StringBuilder();
    for (int i = 0; i <= date.length(); i++) {
      int digit = i < date.length() ? Character.digit(date.charAt(i), 10) : -1;
      if (digit >= 0) {
        figure.append((char) ('0' + digit));
      } else if (!figure.isEmpty()) {
        figures.add(figure.toString());
        figure.setLength(0);
      }
    }
  }

  private static int figure(List<String> figures, int at) {
    if (at >= figures.size() || figures.get(at).length() > 2) {
      return 0;
    }
    return Integer.parseInt(figures.get(at));
  }

  private @Nullable Day day(String yearText, int month, int day) {
    int year = Integer.parseInt(yearText);
    if (year == 0) {
      return null;
    }
    if (month == 0 || month > 12 || januaryUnknown && month == 1 && day == 1) {
      return new Day(year, 0, 0);
    }
    if (day > 0) {
      try {
        LocalDate.of(year, month, day);
      } catch (DateTimeException impossible) {
        return new Day(year, month, 0);
      }
    }
    return new Day(year, month, day);
  }

  @Override
  public int level(Day a, Day b) {
    int years = Math.abs(a.year - b.year);
    if (a.month == 0 || b.month == 0) {
      return years == 0 ? 4 : years == 1 ? 7 : 8;
    }
    if (a.day == 0 || b.day == 0) {
      return years == 0 ? a.month == b.month ? 3 : 6 : years == 1 ? 7 : 8;
    }
    if (a.equals(b)) {
      return 0;
    }
    if (years == 0 && a.month == b.day && a.day == b.month) {
      return 1;
    }
    if (digits(a, b)) {
      return 2;
    }
    if (years == 0) {
      return a.month == b.month ? 3 : 6;
    }
    if (a.month == b.month && a.day == b.day) {
      return 5;
    }
    return years == 1 ? 7 : 8;
  }

  /* One of the eight digits, or two neighbours in another order. */
  private static boolean digits(Day a, Day b) {
    int left = a.figures();
    int right = b.figures();
    int differ = 0;
    int first = -1;
    int last = -1;
    for (int at = 0, x = left, y = right; at < 8; at++, x /= 10, y /= 10) {
      if (x % 10 != y % 10) {
        differ++;
        first = first < 0 ? at : first;
        last = at;
      }
    }
    if (differ == 2 && last == first + 1) {
      int low = power(first);
      return left / low % 10 == right / low / 10 % 10 && left / low / 10 % 10 == right / low % 10;
    }
    return differ == 1;
  }

  private static int power(int of) {
    int power = 1;
    for (int i = 0; i < of; i++) {
      power *= 10;
    }
    return power;
  }

  @Override
  public @Nullable String term(Day value, int level) {
    return switch (level) {
      case 0 -> Integer.toString(value.figures());
      case 3 -> value.year + "-" + value.month;
      case 4, 6 -> Integer.toString(value.year);
      case 5 -> value.month + "/" + value.day;
      default -> null;
    };
  }

  /**
   * A date; 0 for what is not known.
   *
   * @param year of the common era
   * @param month 1 to 12, or 0
   * @param day 1 to 31, or 0
   */
  public record Day(int year, int month, int day) {
    int figures() {
      return year * 10_000 + month * 100 + day;
    }
  }
}
