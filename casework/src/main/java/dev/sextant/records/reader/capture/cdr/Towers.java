package dev.sextant.records.reader.capture.cdr;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Places of towers that stand in one cell of a table, in the ways in which operators write them.
 */
final class Towers {
  private static final String NUMBER = "(-?[0-9]{1,3}[.][0-9]{1,12})";

  /** {@code [area/cell:longitude:latitude:azimuth:beam]}, longitude first, as AT&T writes it. */
  private static final Pattern BRACKETED =
      Pattern.compile("\\[[^:\\[\\]]{0,60}:" + NUMBER + ":" + NUMBER + "(?::[^\\]]{0,40})?\\]");

  /** {@code 21.29/72.88}, {@code Lat: 22.57 Long: 88.36}. */
  private static final Pattern PAIR =
      Pattern.compile(
          "(?i)^(?:lat[a-z]{0,6}[:= ]{1,3})?"
              + NUMBER
              + "(?:[/,; ]{1,3}|[,; ]{0,3}lon[a-z]{0,8}[:= ]{1,3})"
              + NUMBER
              + "$");

  private Towers() {}

  /** Latitude and longitude, or null if the cell has no place. */
  static double @Nullable [] place(String cell) {
    Matcher bracketed = BRACKETED.matcher(cell);
    if (bracketed.find()) {
      return CallForm.place(bracketed.group(2), bracketed.group(1));
    }
    Matcher pair = PAIR.matcher(cell.strip());
    return pair.matches() ? CallForm.place(pair.group(1), pair.group(2)) : null;
  }
}
