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

  private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");

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
    return six(said) ? new IpPort(said, -1) : null;
  }

  /* Eight groups, or fewer with one gap (RFC 4291, 2.2); 04:34:32 is a time of day. */
  private static boolean six(String said) {
    if (!SIX.matcher(said).matches()) {
      return false;
    }
    int gap = said.indexOf("::");
    String[] groups = said.replaceFirst("^::", "").replaceFirst("::$", "").split("::|:", -1);
    int count = groups.length;
    for (int i = 0; i < groups.length; i++) {
      boolean four = i == groups.length - 1 && groups[i].indexOf('.') > 0;
      if (four ? !FOUR.matcher(groups[i]).matches() : !GROUP.matcher(groups[i]).matches()) {
        return said.equals("::");
      }
      count += four ? 1 : 0;
    }
    return gap < 0 ? count == 8 : count <= 7 && said.indexOf("::", gap + 2) < 0;
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
