package dev.sextant.records.reader.graph;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Character entities in GML strings, which may hold any ISO 8859-1 character by its HTML name. */
final class Entities {
  private static final Pattern ENTITY =
      Pattern.compile("&(#\\d{1,7}|#[xX]\\p{XDigit}{1,6}|\\w{2,8});");
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", "\u00a0"),
          Map.entry("auml", "\u00e4"),
          Map.entry("ouml", "\u00f6"),
          Map.entry("uuml", "\u00fc"),
          Map.entry("Auml", "\u00c4"),
          Map.entry("Ouml", "\u00d6"),
          Map.entry("Uuml", "\u00dc"),
          Map.entry("szlig", "\u00df"),
          Map.entry("agrave", "\u00e0"),
          Map.entry("aacute", "\u00e1"),
          Map.entry("atilde", "\u00e3"),
          Map.entry("ccedil", "\u00e7"),
          Map.entry("egrave", "\u00e8"),
          Map.entry("eacute", "\u00e9"),
          Map.entry("ecirc", "\u00ea"),
          Map.entry("iacute", "\u00ed"),
          Map.entry("ntilde", "\u00f1"),
          Map.entry("oacute", "\u00f3"),
          Map.entry("otilde", "\u00f5"),
          Map.entry("uacute", "\u00fa"));

  private Entities() {}

  /** The text with its entities as characters; an unknown entity stays as written. */
  static String decoded(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    Matcher matcher = ENTITY.matcher(text);
    return matcher.replaceAll(m -> Matcher.quoteReplacement(one(m.group(), m.group(1))));
  }

  private static String one(String whole, String name) {
    if (name.charAt(0) != '#') {
      return NAMED.getOrDefault(name, whole);
    }
    boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
    int c = hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
    return Character.isValidCodePoint(c) ? Character.toString(c) : whole;
  }
}
