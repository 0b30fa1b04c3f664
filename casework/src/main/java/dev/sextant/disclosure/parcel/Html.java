package dev.sextant.disclosure.parcel;

import java.util.List;

/**
 * HTML as text. Words of evidence stay words: they are escaped, kept apart from the direction of
 * what stands around them, and signs that would change how others are read, or that HTML cannot
 * hold, are written as their number in brackets, as reports do.
 */
final class Html {
  private static final String UNREADABLE =
      "[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069\\uFEFF\\uFFFE\\uFFFF]";
  private static final java.util.regex.Pattern SIGN = java.util.regex.Pattern.compile(UNREADABLE);

  private final StringBuilder out = new StringBuilder();

  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  Html text(String text) {
    out.append(escaped(shown(text)));
    return this;
  }

  /** An element with our own words. */
  Html element(String name, String words) {
    return raw("<" + name + ">").text(words).raw("</" + name + ">");
  }

  /** Words from outside: a name, a title, evidence. */
  Html foreign(String words) {
    return raw("<bdi>").text(words).raw("</bdi>");
  }

  /**
   * Words that the page's check compares with what was signed.
   *
   * @param name of the element
   * @param pointer where they stand in {@code findings.json} (RFC 6901)
   */
  Html signed(String name, String pointer, String words) {
    return raw("<" + name + " dir=\"auto\" class=\"words\" data-says=\"" + escaped(pointer) + "\">")
        .text(words)
        .raw("</" + name + ">");
  }

  /** A fact of a list of facts. */
  record Fact(String name, String value, boolean exact) {
    static Fact of(String name, String value) {
      return new Fact(name, value, false);
    }

    static Fact exact(String name, String value) {
      return new Fact(name, value, true);
    }
  }

  /** A list of facts; those without a value are left out. */
  Html facts(List<Fact> facts) {
    raw("<dl>");
    for (Fact fact : facts) {
      if (!fact.value().isBlank()) {
        raw("<div>").element("dt", fact.name());
        raw(fact.exact() ? "<dd class=\"exact\">" : "<dd>")
            .foreign(fact.value())
            .raw("</dd></div>");
      }
    }
    return raw("</dl>");
  }

  /**
   * A table in a frame that scrolls by itself.
   *
   * @param caption says what it is
   * @param head of the columns
   * @param rows a cell each
   */
  Html table(String caption, List<String> head, List<List<String>> rows) {
    begin(caption, head);
    for (List<String> row : rows) {
      raw("<tr>");
      row.forEach(cell -> raw("<td>").foreign(cell).raw("</td>"));
      raw("</tr>");
    }
    return end();
  }

  Html begin(String caption, List<String> head) {
    raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
    text(caption).raw("\"><table>").element("caption", caption).raw("<thead><tr>");
    head.forEach(name -> raw("<th scope=\"col\">").text(name).raw("</th>"));
    return raw("</tr></thead><tbody>");
  }

  Html end() {
    return raw("</tbody></table></div>\n");
  }

  /** As the page shows a text; the script of the page does the same to what was signed. */
  static String shown(String text) {
    StringBuilder whole = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c ->
            whole.appendCodePoint(Character.isSurrogate((char) c) && c < 0x10000 ? 0xFFFD : c));
    return SIGN.matcher(whole)
        .replaceAll(m -> String.format("\u27E6U+%04X\u27E7", (int) m.group().charAt(0)));
  }

  /** JSON with signs that could end a script element or mislead a reader as their number. */
  static String numbered(String json) {
    return SIGN.matcher(json.replace("<", "\\u003c"))
        .replaceAll(m -> String.format("\\\\u%04x", (int) m.group().charAt(0)));
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
