package dev.sextant.authority.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One statement of a policy text.
 *
 * @param annotations its annotations by name
 * @param body the statement without annotations and comments, blanks made one, without its
 *     semicolon
 */
public record PolicyStatement(Map<String, String> annotations, String body) {
  private static final Pattern ANNOTATION =
      Pattern.compile("\\A@([a-z_A-Z0-9]+)\\s*\\(\\s*\"((?:[^\"\\\\]|\\\\.)*+)\"\\s*\\)\\s*");

  /** Copies in order. */
  public PolicyStatement {
    annotations = Collections.unmodifiableMap(new TreeMap<>(annotations));
  }

  /** Its identifier, as the log names it; empty if it has none. */
  public String id() {
    return annotations.getOrDefault("id", "");
  }

  /** True if it can only refuse. */
  public boolean forbids() {
    return body.matches("forbid\\b.*");
  }

  /** The text that Cedar reads, annotations left out. */
  public String source() {
    return body + ";";
  }

  /** The statements of a text, in order. */
  public static List<PolicyStatement> of(String text) {
    List<PolicyStatement> all = new ArrayList<>();
    for (String piece : pieces(text)) {
      TreeMap<String, String> annotations = new TreeMap<>();
      String rest = piece;
      Matcher matcher = ANNOTATION.matcher(rest);
      while (matcher.find()) {
        annotations.put(matcher.group(1), matcher.group(2));
        rest = rest.substring(matcher.end());
        matcher = ANNOTATION.matcher(rest);
      }
      all.add(new PolicyStatement(annotations, rest.strip()));
    }
    return all;
  }

  /* Splits at semicolons outside strings; comments run from // to the line's end. Blanks outside
   * strings become one, so that a statement that was only laid out anew is the same statement. */
  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        piece.append(c);
        if (c == '\\' && i + 1 < text.length()) {
          piece.append(text.charAt(++i));
        } else if (c == '"') {
          quoted = false;
        }
      } else if (c == '/' && i + 1 < text.length() && text.charAt(i + 1) == '/') {
        int end = text.indexOf('\n', i);
        i = end < 0 ? text.length() : end - 1;
      } else if (c == ';') {
        pieces.add(piece.toString().strip());
        piece.setLength(0);
      } else if (Character.isWhitespace(c)) {
        if (!piece.isEmpty() && piece.charAt(piece.length() - 1) != ' ') {
          piece.append(' ');
        }
      } else {
        quoted = c == '"';
        piece.append(c);
      }
    }
    if (!piece.toString().isBlank()) {
      pieces.add(piece.toString().strip());
    }
    return pieces;
  }
}
