package dev.sextant.disclosure.redaction;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All that a text may say to whoever decodes it: as it stands, with JSON's escapes undone (RFC
 * 8259), with markup's references undone, percent-decoded (RFC 3986), with UTF-8 read back that was
 * taken for Latin-1, and with what lies in it as base64 (RFC 4648).
 */
final class Readings {
  private static final Pattern JSON = Pattern.compile("\\\\(?:u([0-9A-Fa-f]{4})|([\"\\\\/bfnrt]))");
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#x([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos|nbsp));");
  private static final Pattern PERCENT = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

  /** Sixteen signs are twelve bytes: shorter ones are words far more often than base64. */
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{16,}={0,2}");

  private Readings() {}

  /** Each reading, normalised for {@link Spelled#in}. */
  static Set<String> of(String text) {
    Set<String> all = new LinkedHashSet<>();
    add(all, text);
    add(all, base64(text));
    return all;
  }

  private static void add(Set<String> all, String text) {
    if (text.isEmpty()) {
      return;
    }
    Set<String> readings = new LinkedHashSet<>();
    readings.add(text);
    String json = json(text);
    readings.add(json);
    readings.add(json(json));
    readings.add(references(json));
    readings.add(percent(references(json)));
    for (String one : Set.copyOf(readings)) {
      readings.add(mistaken(one));
    }
    readings.forEach(one -> all.add(Spelled.normal(one)));
  }

  private static String json(String text) {
    return text.indexOf('\\') < 0
        ? text
        : JSON.matcher(text)
            .replaceAll(m ->
                Matcher.quoteReplacement(
                    m.group(1) != null
                        ? Character.toString((char) Integer.parseInt(m.group(1), 16))
                        : escaped(m.group(2).charAt(0))));
  }

  private static String escaped(char sign) {
    return switch (sign) {
      case 'b', 'f', 'n', 'r', 't' -> " ";
      default -> Character.toString(sign);
    };
  }

  private static String references(String text) {
    return text.indexOf('&') < 0
        ? text
        : REFERENCE.matcher(text).replaceAll(m -> Matcher.quoteReplacement(referred(m)));
  }

  private static String referred(java.util.regex.MatchResult m) {
    if (m.group(3) != null) {
      return switch (m.group(3)) {
        case "amp" -> "&";
        case "lt" -> "<";
        case "gt" -> ">";
        case "quot" -> "\"";
        case "apos" -> "'";
        default -> " ";
      };
    }
    int cp = m.group(1) != null ? Integer.parseInt(m.group(1), 16) : Integer.parseInt(m.group(2));
    return Character.isValidCodePoint(cp) ? Character.toString(cp) : "";
  }

  private static String percent(String text) {
    return text.indexOf('%') < 0
        ? text
        : PERCENT.matcher(text).replaceAll(m -> Matcher.quoteReplacement(decoded(m.group())));
  }

  private static String decoded(String run) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 1; i < run.length(); i += 3) {
      bytes.write(Integer.parseInt(run.substring(i, i + 2), 16));
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /* Some exports write each byte of UTF-8 as a sign of its own. */
  private static String mistaken(String text) {
    StringBuilder out = new StringBuilder();
    int i = 0;
    boolean found = false;
    while (i < text.length()) {
      int to = i;
      while (to < text.length() && text.charAt(to) >= 0x80 && text.charAt(to) <= 0xFF) {
        to++;
      }
      if (to == i) {
        out.append(text.charAt(i++));
        continue;
      }
      String run = text.substring(i, to);
      String read = strict(run.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
      found |= !read.isEmpty();
      out.append(read.isEmpty() ? run : read);
      i = to;
    }
    return found ? out.toString() : "";
  }

  private static String strict(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return ""; // Not that encoding: nothing to read in it.
    }
  }

  private static String base64(String text) {
    StringBuilder out = new StringBuilder();
    Matcher tokens = BASE64.matcher(text);
    while (tokens.find()) {
      String plain = tokens.group().replace('-', '+').replace('_', '/').replaceAll("=+$", "");
      String whole = plain.substring(0, plain.length() - (plain.length() % 4 == 1 ? 1 : 0));
      out.append(' ').append(new String(Base64.getDecoder().decode(whole), StandardCharsets.UTF_8));
    }
    return out.toString();
  }
}
