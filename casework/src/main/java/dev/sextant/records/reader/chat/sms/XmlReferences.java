package dev.sextant.records.reader.chat.sms;

import dev.sextant.records.reader.LoneSurrogates;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Character references of XML, and those of its kind that XML forbids: halves of a surrogate pair,
 * one reference each, which together are one character.
 */
final class XmlReferences {
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#([0-9]{1,9})|#[xX]([0-9a-fA-F]{1,7})|(amp|lt|gt|quot|apos));");

  private static final char UNKNOWN = '\uFFFD';

  private XmlReferences() {}

  /** The characters meant. What no character is, half a pair among it, shows as U+FFFD. */
  static String decoded(String raw) {
    if (raw.indexOf('&') < 0) {
      return raw;
    }
    StringBuilder out = new StringBuilder(raw.length());
    Matcher m = REFERENCE.matcher(raw);
    int from = 0;
    while (m.find()) {
      out.append(raw, from, m.start());
      from = m.end();
      if (m.group(3) != null) {
        out.append(named(m.group(3)));
      } else {
        append(
            out,
            m.group(1) != null ? Integer.parseInt(m.group(1)) : Integer.parseInt(m.group(2), 16));
      }
    }
    LoneSurrogates.show(out.append(raw, from, raw.length()));
    return out.toString();
  }

  private static char named(String name) {
    return switch (name) {
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot" -> '"';
      default -> '\'';
    };
  }

  private static void append(StringBuilder out, int code) {
    boolean control = code < ' ' && code != '\t' && code != '\n' && code != '\r';
    if (control || code > Character.MAX_CODE_POINT || (code & 0xFFFE) == 0xFFFE) {
      out.append(UNKNOWN);
    } else {
      out.appendCodePoint(code); // A half stands as such until its other half follows.
    }
  }
}
