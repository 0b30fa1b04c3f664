package dev.sextant.records.reader.returns;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address with the port that was used from it. The port matters: behind a carrier's translation
 * many subscribers share an address.
 *
 * @param address as written, without brackets
 * @param port 0 to 65535, or -1 if not said
 */
public record IpPort(String address, int port) {
  private static final Pattern FOUR =
      Pattern.compile("(?:::ffff:)?([0-9]{1,3}(?:\\.[0-9]{1,3}){3})(?:[:/ ]+([0-9]{1,5}))?");

  private static final Pattern BRACKETED =
      Pattern.compile("\\[([0-9A-Fa-f:.]{2,45})(?:%[A-Za-z0-9]+)?](?::([0-9]{1,5}))?");

  private static final Pattern SIX = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

  /** The address in a text, or null if it is none. */
  public static @Nullable IpPort of(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String said = text.strip();
    Matcher four = FOUR.matcher(said);
    if (four.matches()) {
      return new IpPort(four.group(1), port(four.group(2)));
    }
    Matcher six = BRACKETED.matcher(said);
    if (six.matches()) {
      return new IpPort(six.group(1), port(six.group(2)));
    }
    boolean colons = said.indexOf(':') != said.lastIndexOf(':');
    return colons && SIX.matcher(said).matches() ? new IpPort(said, -1) : null;
  }

  /** A port in digits; -1 if there is none. */
  public static int port(@Nullable String digits) {
    if (digits == null || !digits.strip().matches("[0-9]{1,5}")) {
      return -1;
    }
    int port = Integer.parseInt(digits.strip());
    return port <= 65_535 ? port : -1;
  }
}
