package dev.sextant.records.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places in degrees: decimal, in minutes and seconds, geo: (RFC 5870), Open Location Code. */
final class PlaceRules {
  /** Four places are ten metres; fewer are any two numbers with a comma between. */
  private static final Pattern DECIMAL =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.,])([-+]?[0-9]{1,2}\\.[0-9]{4,12})\\s{0,2}[,;/ ]\\s{0,2}([-+]?[0-9]{1,3}\\.[0-9]{4,12})(?![\\p{N}]|[.,][0-9])");

  private static final Pattern GEO =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])geo:([-+]?[0-9]{1,2}(?:\\.[0-9]{1,12})?),([-+]?[0-9]{1,3}(?:\\.[0-9]{1,12})?)(?![0-9])",
          Pattern.CASE_INSENSITIVE);
  private static final String ANGLE =
      "([0-9]{1,3})\\s?[°º]\\s?([0-9]{1,2}(?:\\.[0-9]{1,6})?)\\s?['’′]\\s?(?:([0-9]{1,2}(?:[.,][0-9]{1,6})?)\\s?(?:\"|”|″|''|′′)\\s?)?";
  private static final Pattern SEXAGESIMAL =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])" + ANGLE + "([NS])[,;\\s]{0,3}" + ANGLE + "([EWO])(?![\\p{L}])");
  private static final String CODE = "23456789CFGHJMPQRVWX";
  private static final Pattern PLUS =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}+])([2-9CFGHJMPQRV][2-9CFGHJMPQRVWX]{7})\\+([2-9CFGHJMPQRVWX]{2})(?![\\p{L}\\p{N}])");

  private PlaceRules() {}

  static void look(Scan scan, Shape shape) {
    if (shape.digits() > 1 && shape.colons() > 0) {
      scan.each(GEO, m -> number(scan, "geo:", m));
    }
    if (shape.digits() > 9 && shape.dots() > 1) {
      scan.each(DECIMAL, m -> number(scan, "decimal degrees", m));
    }
    if (shape.degrees()) {
      scan.each(SEXAGESIMAL, m -> sexagesimal(scan, m));
    }
    if (shape.plus()) {
      scan.each(PLUS, m -> plus(scan, m));
    }
  }

  private static void number(Scan scan, String rule, Matcher m) {
    place(scan, rule, m, Double.parseDouble(m.group(1)), Double.parseDouble(m.group(2)));
  }

  private static void place(Scan scan, String rule, Matcher m, double north, double east) {
    if (Math.abs(north) <= 90 && Math.abs(east) <= 180 && scan.free(m.start(), m.end())) {
      String value = String.format(Locale.ROOT, "%.6f,%.6f", north + 0.0, east + 0.0);
      scan.add(SelectorKind.COORDINATES, rule, m.start(), m.end(), value, Check.NONE);
    }
  }

  private static void sexagesimal(Scan scan, Matcher m) {
    double north = angle(m, 1) * (m.group(4).equals("S") ? -1 : 1);
    // O is west in the Romance languages and east in German: only E and W say for sure.
    if (!m.group(8).equals("O")) {
      double east = angle(m, 5) * (m.group(8).equals("W") ? -1 : 1);
      place(scan, "degrees, minutes, seconds", m, north, east);
    }
  }

  private static double angle(Matcher m, int group) {
    double minutes = Double.parseDouble(m.group(group + 1));
    String written = m.group(group + 2);
    double seconds = written == null ? 0 : Double.parseDouble(written.replace(',', '.'));
    return minutes >= 60 || seconds >= 60
        ? Double.NaN
        : Integer.parseInt(m.group(group)) + minutes / 60 + seconds / 3600;
  }

  /* Pairs of digits to the base 20, latitude first; the place is the middle of the named field. */
  private static void plus(Scan scan, Matcher m) {
    String digits = m.group(1) + m.group(2);
    double north = -90;
    double east = -180;
    double size = 20;
    for (int i = 0; i < digits.length(); i += 2) {
      north += CODE.indexOf(digits.charAt(i)) * size;
      east += CODE.indexOf(digits.charAt(i + 1)) * size;
      size /= 20;
    }
    double half = size * 20 / 2;
    if (m.group(1).chars().noneMatch(Character::isDigit)) {
      return; // A word with a plus sign behind.
    }
    place(scan, "open location code", m, north + half, east + half);
  }
}
