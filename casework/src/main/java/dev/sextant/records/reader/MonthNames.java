package dev.sextant.records.reader;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of months and their short forms in English, Spanish, Portuguese, French, German, Italian,
 * Dutch and Russian, as dates are printed with them.
 */
public final class MonthNames {
  private static final Map<String, Integer> NUMBERS = numbers();

  private static final String[] ENGLISH = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };

  /* A short form may end in a dot; Spanish and Portuguese put "de" on both sides. */
  private static final Pattern NAMED =
      Pattern.compile("(?<=[0-9]) ?\\.? (?:de )?(\\p{L}{3,12})\\.?(?: de)?(?= [0-9])");

  private MonthNames() {}

  private static Map<String, Integer> numbers() {
    String[] names = {
      "jan january januar enero ene janeiro janvier janv gennaio gen januari января янв",
      "feb february februar febrero fevereiro fev février févr fevrier febbraio februari февраля фев",
      "mar march märz marz maerz mrz marzo março marco mars maart mrt марта мар",
      "apr april abril abr avril avr aprile апреля апр",
      "may mai mayo maio maggio mag mei мая май",
      "jun june juni junio junho juin giugno giu июня июн",
      "jul july juli julio julho juillet juil luglio lug июля июл",
      "aug august agosto ago août aout augustus августа авг",
      "sep sept september septiembre setembro set septembre settembre сентября сен",
      "oct october oktober okt octubre outubro out octobre ottobre ott октября окт",
      "nov november noviembre novembro novembre ноября ноя",
      "dec december dezember dez diciembre dic dezembro décembre déc decembre dicembre декабря дек"
    };
    Map<String, Integer> months = new HashMap<>();
    for (int i = 0; i < names.length; i++) {
      for (String name : names[i].split(" ", -1)) {
        months.put(name, i + 1);
      }
    }
    return months;
  }

  /** The month that a word names, 1 to 12, or 0 if it names none. */
  public static int number(String word) {
    return NUMBERS.getOrDefault(word.toLowerCase(Locale.ROOT), 0);
  }

  /** The text with a month named between two numbers in its English short form; else as it is. */
  public static String english(String text) {
    Matcher m = NAMED.matcher(text);
    int month = m.find() ? number(m.group(1)) : 0;
    return month == 0
        ? text
        : text.substring(0, m.start()) + " " + ENGLISH[month - 1] + text.substring(m.end());
  }
}
