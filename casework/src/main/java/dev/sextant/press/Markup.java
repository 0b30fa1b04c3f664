package dev.sextant.press;

import java.util.List;

/**
 * Builds the report's XHTML. Text can only enter through methods that make it printable and escape
 * it, so that no text from evidence is ever read as markup.
 */
public final class Markup {
  private final StringBuilder out = new StringBuilder(64 * 1024);
  private final Printable printable;

  /**
   * @param printable makes every text fit for print
   */
  public Markup(Printable printable) {
    this.printable = printable;
  }

  /** Markup of our own, taken as it stands. */
  public Markup raw(String markup) {
    out.append(markup);
    return this;
  }

  /** Text, made safe. */
  public Markup text(String text) {
    out.append(escape(printable.of(text)));
    return this;
  }

  /** An element with text in it. */
  public Markup element(String name, String text) {
    return raw("<" + name + ">").text(text).raw("</" + name + ">");
  }

  /** An element of a class with text in it. */
  public Markup element(String name, String css, String text) {
    return raw("<" + name + " class=\"" + css + "\">").text(text).raw("</" + name + ">");
  }

  /** A heading of that level. */
  public Markup heading(int level, String text) {
    return element("h" + level, text);
  }

  /** A paragraph. */
  public Markup paragraph(String text) {
    return element("p", text);
  }

  /** Text of several lines, breaks kept, set as a quotation. */
  public Markup quotation(String css, String text) {
    raw("<div class=\"" + css + "\">");
    for (String line : text.split("\n", -1)) {
      raw("<div dir=\"auto\">").text(line).raw("</div>");
    }
    return raw("</div>");
  }

  /** A table of two columns: a name heads each row. */
  public Markup facts(String caption, List<Fact> facts) {
    raw("<table class=\"facts\" summary=\"").text(caption).raw("\"><tbody>");
    for (Fact fact : facts) {
      raw("<tr><th scope=\"row\">").text(fact.name()).raw("</th><td");
      raw(fact.exact() ? " class=\"exact\">" : ">").text(fact.value()).raw("</td></tr>");
    }
    return raw("</tbody></table>");
  }

  /**
   * A table with a head. Columns whose name ends in {@code *} hold exact signs, such as digests;
   * those whose name begins with {@code #} are narrow.
   */
  public Markup table(String caption, List<String> columns, List<List<String>> rows) {
    raw("<table class=\"grid\" summary=\"").text(caption).raw("\"><thead><tr>");
    for (String column : columns) {
      raw(column.startsWith("#") ? "<th scope=\"col\" class=\"narrow\">" : "<th scope=\"col\">");
      text(column.replace("*", "").replace("#", "")).raw("</th>");
    }
    raw("</tr></thead><tbody>");
    for (List<String> row : rows) {
      raw("<tr>");
      for (int i = 0; i < row.size(); i++) {
        raw(columns.get(i).endsWith("*") ? "<td class=\"exact\">" : "<td>").text(row.get(i));
        raw("</td>");
      }
      raw("</tr>");
    }
    return raw("</tbody></table>");
  }

  /** The markup so far. */
  @Override
  public String toString() {
    return out.toString();
  }

  /** A text with the signs of markup escaped. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** A text as a quoted string of a style sheet, every sign that is not plain escaped. */
  public String styleString(String text) {
    StringBuilder css = new StringBuilder("\"");
    printable
        .of(text)
        .codePoints()
        .forEach(cp -> {
          if (cp < 0x80 && (Character.isLetterOrDigit(cp) || cp == ' ' || cp == '.')) {
            css.appendCodePoint(cp);
          } else {
            css.append('\\').append(String.format("%06x ", cp));
          }
        });
    return css.append('"').toString();
  }

  /**
   * One row of a table of facts.
   *
   * @param name what it is
   * @param value what it says
   * @param exact true for digests, locators and keys, set narrow and broken anywhere
   */
  public record Fact(String name, String value, boolean exact) {
    /** Words. */
    public static Fact of(String name, String value) {
      return new Fact(name, value, false);
    }

    /** Exact signs. */
    public static Fact exact(String name, String value) {
      return new Fact(name, value, true);
    }
  }
}
