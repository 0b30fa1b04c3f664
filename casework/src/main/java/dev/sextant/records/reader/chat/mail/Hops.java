package dev.sextant.records.reader.chat.mail;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a mail came from by its trace fields (RFC 5321, section 4.4): every host on the way writes
 * its Received field on top, so the lowest is the earliest. Whoever sends a mail can forge the
 * lower ones: what is found is a lead, not a log-in.
 */
final class Hops {
  private static final Pattern BRACKETED =
      Pattern.compile("[\\[(](?:IPv6:)?([0-9A-Fa-f:.]{3,45})[\\])]");

  private static final Pattern V4 =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

  private Hops() {}

  /** The address outside private networks nearest to the sender, or null. */
  static @Nullable String firstExternal(Headers headers) {
    for (String field : List.of("X-Originating-IP", "X-Sender-IP", "X-Source-IP")) {
      String said = headers.get(field);
      String bare = said == null ? "" : said.replaceAll("[\\[\\]()\\s]", "");
      if (external(bare)) {
        return bare;
      }
    }
    for (String hop : headers.all("Received").reversed()) {
      int by = hop.indexOf(" by ");
      Matcher m = BRACKETED.matcher(by > 0 ? hop.substring(0, by) : hop);
      while (m.find()) {
        if (external(m.group(1))) {
          return m.group(1);
        }
      }
    }
    return null;
  }

  /** True for an address that is routed on the Internet (RFC 1918, 3927, 4193, 4291, 6598). */
  static boolean external(String address) {
    Matcher m = V4.matcher(address);
    if (m.matches()) {
      int a = Integer.parseInt(m.group(1));
      int b = Integer.parseInt(m.group(2));
      int c = Integer.parseInt(m.group(3));
      int d = Integer.parseInt(m.group(4));
      boolean local =
          a == 0
              || a == 10
              || a == 127
              || a >= 224
              || (a == 172 && b >= 16 && b < 32)
              || (a == 192 && b == 168)
              || (a == 169 && b == 254)
              || (a == 100 && b >= 64 && b < 128);
      return !local && a < 256 && b < 256 && c < 256 && d < 256;
    }
    String low = address.toLowerCase(Locale.ROOT);
    return low.matches("[0-9a-f]{1,4}(:[0-9a-f]{0,4}){2,7}")
        && !low.startsWith("fc")
        && !low.startsWith("fd")
        && !low.startsWith("fe8");
  }
}
