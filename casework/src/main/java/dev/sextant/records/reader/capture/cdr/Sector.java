package dev.sextant.records.reader.capture.cdr;

import dev.sextant.records.reader.table.NamedRow;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an antenna beams to, as the operator says; the empty text for what is not said.
 *
 * @param azimuth direction of the middle of the beam in degrees clockwise from north
 * @param beam its width in degrees
 * @param range how far it is meant to reach in metres
 */
record Sector(String azimuth, String beam, String range) {
  private static final Pattern NUMBER =
      Pattern.compile("(-?[0-9]{1,7}(?:\\.[0-9]{1,6})?) *(km|m|deg|degrees|°)?");

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  /** What a row says; cells that are no numbers are left where they are. */
  static Sector of(NamedRow row, CallColumns names) {
    String range = number(names.look(row, "range-km"), true);
    return new Sector(
        number(names.look(row, "azimuth"), false),
        number(names.look(row, "beam"), false),
        range.isEmpty() ? number(names.look(row, "range"), false) : range);
  }

  private static String number(String cell, boolean thousands) {
    Matcher found = NUMBER.matcher(cell.strip().toLowerCase(Locale.ROOT));
    if (!found.matches()) {
      return "";
    }
    BigDecimal value = new BigDecimal(found.group(1));
    boolean more = "km".equals(found.group(2)) || thousands && found.group(2) == null;
    return (more ? value.multiply(THOUSAND) : value).stripTrailingZeros().toPlainString();
  }

  /** This, and what another says where this does not. */
  Sector or(Sector other) {
    return new Sector(
        azimuth.isEmpty() ? other.azimuth : azimuth,
        beam.isEmpty() ? other.beam : beam,
        range.isEmpty() ? other.range : range);
  }

  /** Puts what is said beside a place. */
  void into(Map<String, String> extra) {
    put(extra, "azimuth", azimuth);
    put(extra, "beam", beam);
    put(extra, "range", range);
  }

  private static void put(Map<String, String> extra, String name, String value) {
    if (!value.isEmpty()) {
      extra.put(name, value);
    }
  }
}
