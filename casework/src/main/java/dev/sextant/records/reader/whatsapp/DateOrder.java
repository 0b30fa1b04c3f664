package dev.sextant.records.reader.whatsapp;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** In which order a file writes day, month and year; one order holds for a whole file. */
public enum DateOrder {
  /** 31.12.2025. */
  DAY_MONTH_YEAR("day, month, year"),
  /** 12/31/2025. */
  MONTH_DAY_YEAR("month, day, year"),
  /** 2025-12-31. */
  YEAR_MONTH_DAY("year, month, day");

  private final String words;

  DateOrder(String words) {
    this.words = words;
  }

  /** The order in words. */
  public String words() {
    return words;
  }

  /**
   * The moment that a stamp means in this order, or null if there is no such day. A year of two
   * digits that the common calendar has yet to come to is taken for Thailand's, 67 for 2567.
   */
  private @Nullable LocalDateTime read(Stamp s) {
    try {
      return switch (this) {
        case DAY_MONTH_YEAR -> at(s, s.third(), s.second(), s.first());
        case MONTH_DAY_YEAR -> at(s, s.third(), s.first(), s.second());
        case YEAR_MONTH_DAY -> at(s, s.first(), s.second(), s.third());
      };
    } catch (DateTimeException e) {
      return null; // No such day: this order cannot be meant, or the line is broken.
    }
  }

  private int year(Stamp s) {
    return this == YEAR_MONTH_DAY ? s.first() : s.third();
  }

  private static LocalDateTime at(Stamp s, int year, int month, int day) {
    int full = Years.full(year);
    LocalDate date = Years.of(full).day(full, month, day);
    if (date.getYear() < 2009 || date.getYear() > 2199) {
      throw new DateTimeException("WhatsApp began in 2009");
    }
    return date.atTime(s.hour(), s.minute(), Math.max(0, s.second60()));
  }

  private Years years(Stamp s) {
    return Years.of(year(s));
  }

  /** Weighs all stamps of a file. */
  public static final class Weighing {
    private final Map<DateOrder, Integer> impossible = new EnumMap<>(DateOrder.class);
    private final Map<DateOrder, Integer> backwards = new EnumMap<>(DateOrder.class);
    private final Map<DateOrder, LocalDateTime> last = new EnumMap<>(DateOrder.class);
    private final Map<DateOrder, Years> others = new EnumMap<>(DateOrder.class);
    private final Map<DateOrder, Integer> early = new EnumMap<>(DateOrder.class);
    private final Map<DateOrder, Integer> late = new EnumMap<>(DateOrder.class);
    private boolean thai;
    private boolean american;
    private boolean padded;

    /** Weighs words beside the stamps: Thai ones tell which calendar short years are of. */
    public void hear(String words) {
      thai = thai || Years.thai(words);
    }

    /** Weighs one. */
    public void add(Stamp stamp) {
      hear(stamp.text());
      american |= stamp.american();
      padded |= stamp.padded();
      for (DateOrder order : values()) {
        LocalDateTime at = order.read(stamp);
        if (at == null) {
          impossible.merge(order, 1, Integer::sum);
          continue;
        }
        int year = order.year(stamp);
        if (year < 100) {
          (Years.lateShort(year) ? late : early).merge(order, 1, Integer::sum);
        }
        Years years = order.years(stamp);
        if (years != Years.COMMON) {
          others.put(order, years);
        }
        LocalDateTime before = last.put(order, at);
        if (before != null && at.isBefore(before)) {
          backwards.merge(order, 1, Integer::sum);
        }
      }
    }

    /** The order in which the file makes most sense, and why. */
    public Decision decide() {
      DateOrder best = values()[0];
      int rivals = 0;
      for (DateOrder order : values()) {
        if (order == best) {
          continue;
        }
        int better = Integer.compare(faults(order), faults(best));
        if (better == 0) {
          better = Integer.compare(turns(order), turns(best));
        }
        if (better < 0) {
          best = order;
          rivals = 0;
        } else if (better == 0) {
          rivals++;
        }
      }
      if (rivals > 0) {
        boolean monthFirst = american && !padded && fits(MONTH_DAY_YEAR, best);
        return decision(
            monthFirst ? MONTH_DAY_YEAR : best, "assumed: the dates fit more than one order");
      }
      int possible = 0;
      for (DateOrder order : values()) {
        possible += faults(order) == faults(best) ? 1 : 0;
      }
      return decision(
          best,
          possible == 1
              ? "the only order in which all dates exist"
              : "the order in which messages follow one another");
    }

    private Decision decision(DateOrder order, String why) {
      Years years = others.get(order);
      String said = years == null ? why : why + "; years are those of " + years.words();
      boolean shortThai = thai && !early.containsKey(order);
      if (late.containsKey(order)) {
        said +=
            shortThai
                ? "; years of two digits are those of the Buddhist calendar (67 is 2567), as words"
                    + " in Thai beside them say"
                : "; years from 52 to 87 are left unread: they may be the Buddhist calendar's (67 is"
                    + " 2567), and nothing in the file says so";
      }
      return new Decision(order, said, shortThai);
    }

    private boolean fits(DateOrder order, DateOrder best) {
      return faults(order) == faults(best) && turns(order) == turns(best);
    }

    private int faults(DateOrder order) {
      return impossible.getOrDefault(order, 0);
    }

    private int turns(DateOrder order) {
      return backwards.getOrDefault(order, 0);
    }
  }

  /**
   * What was decided.
   *
   * @param order the order
   * @param why in words, with the calendar if it is not the common one
   * @param shortThai true if years of two digits from 52 on are Thailand's; else they may be, and
   *     are not read
   */
  public record Decision(DateOrder order, String why, boolean shortThai) {
    /** The moment that a stamp means, or null if there is no such day or it is left open. */
    public @Nullable LocalDateTime read(Stamp stamp) {
      return Years.lateShort(order.year(stamp)) && !shortThai ? null : order.read(stamp);
    }
  }
}
