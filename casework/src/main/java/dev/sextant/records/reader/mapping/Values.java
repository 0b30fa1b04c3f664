package dev.sextant.records.reader.mapping;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What cells of a table mean as numbers, durations, coordinates, addresses. */
final class Values {
  private static final int LONGEST = 64;

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d{1,18}(?:\\.\\d{1,30})?(?:[eE][+-]?\\d{1,2})?");
  private static final Pattern CLOCK =
      Pattern.compile("(?:(\\d{1,4}):)?(\\d{1,4}):(\\d{2})(?:\\.\\d{1,9})?");
  private static final Pattern ADDRESS_PORT =
      Pattern.compile("\\[?([0-9A-Fa-f:.]{2,45}?)\\]?(?:[:#](\\d{1,5}))?");
  private static final Pattern SCIENTIFIC =
      Pattern.compile("(\\d(?:[.,](\\d{1,17}))?)[eE]\\+?(\\d{1,2})");

  private Values() {}

  /** An address with the port that may stand beside it. */
  record AddressPort(String ip, int port) {}

  /** A cell without what spreadsheets put around a text to keep it one. */
  static String plain(String cell) {
    String text = cell;
    if (text.length() > 3 && text.startsWith("=\"") && text.endsWith("\"")) {
      text = text.substring(2, text.length() - 1);
    } else if (text.length() > 1 && text.startsWith("'") && !text.endsWith("'")) {
      text = text.substring(1);
    }
    return text.strip();
  }

  /** A number, or null. */
  static @Nullable Double number(String cell, boolean decimalComma) {
    String text = cell.strip();
    if (text.length() > LONGEST) {
      return null;
    }
    text = text.replace("\u00a0", "").replace("\u202f", "").replace(" ", "").replace("'", "");
    text = decimalComma ? text.replace(".", "").replace(',', '.') : thousands(text);
    if (!NUMBER.matcher(text).matches()) {
      return null;
    }
    double value = new BigDecimal(text).doubleValue();
    return Double.isFinite(value) ? value : null;
  }

  /* 1,234,567.5: commas between groups of three. */
  private static String thousands(String text) {
    return text.matches("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?") ? text.replace(",", "") : text;
  }

  /** Degrees: a number, with a degree sign and a letter of the compass if they stand there. */
  static @Nullable Double degrees(String cell, boolean decimalComma, double most) {
    String text = Normalizer.normalize(cell, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    boolean negative = false;
    if (!text.isEmpty()) {
      char last = text.charAt(text.length() - 1);
      if ("NSEWO".indexOf(last) >= 0) {
        negative = last == 'S' || last == 'W' || last == 'O';
        text = text.substring(0, text.length() - 1).strip();
      }
    }
    if (text.endsWith("°")) {
      text = text.substring(0, text.length() - 1);
    }
    Double value = number(text, decimalComma);
    if (value == null || Math.abs(value) > most || (negative && value < 0)) {
      return null;
    }
    return negative ? (Double) (-value) : value;
  }

  /** A length of time, or null. */
  static @Nullable Duration duration(String cell, @Nullable String unit, boolean decimalComma) {
    String text = cell.strip();
    Matcher clock = CLOCK.matcher(text);
    if (clock.matches()) {
      long hours = clock.group(1) == null ? 0 : Long.parseLong(clock.group(1));
      return Duration.ofSeconds(
          hours * 3600 + Long.parseLong(clock.group(2)) * 60 + Long.parseLong(clock.group(3)));
    }
    if (text.length() < LONGEST && text.toUpperCase(Locale.ROOT).startsWith("PT")) {
      try {
        return Duration.parse(text);
      } catch (DateTimeException e) {
        return null; // Letters that only look like ISO 8601.
      }
    }
    String digits = text.replaceAll("(?i)\\s*(s|sec|secs|seconds|sek)\\.?$", "");
    Double number = number(digits, decimalComma);
    if (number == null || number < 0 || number > 1e12 || "clock".equals(unit)) {
      return null;
    }
    double millis =
        switch (unit == null ? "seconds" : unit) {
          case "milliseconds" -> number;
          case "minutes" -> number * 60_000;
          case "hours" -> number * 3_600_000;
          default -> number * 1000;
        };
    return Duration.ofMillis(Math.round(millis));
  }

  /** An IP address with or without a port; null if it is none. */
  static @Nullable AddressPort address(String cell) {
    String text = cell.strip();
    Matcher m = ADDRESS_PORT.matcher(text);
    if (!m.matches()) {
      return null;
    }
    String ip = m.group(1);
    int port = m.group(2) == null ? -1 : Integer.parseInt(m.group(2));
    boolean bracketed = text.startsWith("[");
    if (ip.chars().filter(c -> c == ':').count() > 1 || (bracketed && ip.indexOf(':') >= 0)) {
      // Without brackets the last group of an IPv6 address would be taken for a port.
      return bracketed || port < 0 ? new AddressPort(ip, port) : new AddressPort(text, -1);
    }
    return ip.matches("\\d{1,3}(\\.\\d{1,3}){3}") && port <= 65_535
        ? new AddressPort(ip, port)
        : whole(text);
  }

  private static @Nullable AddressPort whole(String text) {
    boolean six =
        text.chars().filter(c -> c == ':').count() > 1 && text.matches("[0-9A-Fa-f:.]{2,45}");
    return six ? new AddressPort(text, -1) : null;
  }

  /**
   * The digits of a number that a spreadsheet or a program wrote as a fraction or with an exponent;
   * null if digits were lost on the way.
   *
   * @param stored true if the cell is a workbook's, which stores 15 digits whatever it shows
   */
  static @Nullable String digits(String cell, boolean stored) {
    if (cell.matches("\\d{1,18}[.,]0{1,6}")) {
      return cell.substring(0, cell.indexOf(cell.indexOf('.') >= 0 ? '.' : ','));
    }
    Matcher m = SCIENTIFIC.matcher(cell);
    if (!m.matches()) {
      return cell;
    }
    int exponent = Integer.parseInt(m.group(3));
    int told = m.group(2) == null ? 0 : m.group(2).length();
    if (told < exponent && !(stored && exponent < 15)) {
      return null;
    }
    return new BigDecimal(cell.replace(',', '.'))
        .setScale(0, java.math.RoundingMode.DOWN)
        .toPlainString();
  }

  /** True if digits of a number were lost to an exponent. */
  static boolean mangled(String cell, boolean stored) {
    return digits(cell, stored) == null;
  }
}
