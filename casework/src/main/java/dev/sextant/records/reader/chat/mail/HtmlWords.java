package dev.sextant.records.reader.chat.mail;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The words of an HTML body, with its line breaks; nothing in it is run or fetched. */
final class HtmlWords {
  private HtmlWords() {}

  static String of(String html) {
    StringBuilder out = new StringBuilder();
    var body = Jsoup.parse(html).body();
    body.select("script, style, head, template").remove();
    body.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
              out.append(text.getWholeText().replaceAll("[ \\t\\r\\n\\f]+", " "));
            } else if (node.nodeName().equals("br")) {
              out.append('\n');
            }
          }

          @Override
          public void tail(Node node, int depth) {
            boolean row = node.nodeName().equals("tr");
            if (row || (node instanceof Element e && e.isBlock() && !out.isEmpty())) {
              if (out.isEmpty() || out.charAt(out.length() - 1) != '\n') {
                out.append('\n');
              }
            } else if (node.nodeName().equals("td")) {
              out.append(' ');
            }
          }
        });
    return tidy(out);
  }

  /* No blanks around line breaks, no more than one empty line; by hand, since the text is hostile and
   * patterns with two runs of blanks take a time that grows with the square of its length. */
  private static String tidy(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length());
    int breaks = 0;
    boolean blank = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        breaks++;
      } else if (c == ' ' || c == '\u00a0') {
        blank = true;
      } else {
        if (!out.isEmpty()) {
          out.append(breaks > 0 ? "\n".repeat(Math.min(2, breaks)) : blank ? " " : "");
        }
        breaks = 0;
        blank = false;
        out.append(c);
      }
    }
    return out.toString();
  }
}
