package dev.sextant.records.reader.archive;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The words of a piece of HTML: tags gone, line breaks and paragraphs kept, entities resolved. */
public final class PlainText {
  private static final Set<String> BLOCKS =
      Set.of("p", "div", "li", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "tr");

  private PlainText() {}

  /** The words. Nothing in the HTML is run or fetched. */
  public static String of(String html) {
    if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
      return html;
    }
    StringBuilder out = new StringBuilder();
    Element body = Jsoup.parseBodyFragment(html).body();
    body.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
              out.append(text.getWholeText());
            } else if (node.nameIs("br")) {
              out.append('\n');
            } else if (BLOCKS.contains(node.nodeName()) && !out.isEmpty()) {
              breakLine(out);
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (node.nameIs("p") && node.nextSibling() != null) {
              out.append("\n\n");
            }
          }
        });
    return out.toString().strip();
  }

  private static void breakLine(StringBuilder out) {
    if (out.charAt(out.length() - 1) != '\n') {
      out.append('\n');
    }
  }

  /** The words; the HTML itself goes into the extra fields where it says more. */
  public static String kept(String html, String name, Map<String, String> extra) {
    String words = of(html);
    if (!words.equals(html)) {
      extra.put("raw:" + name, html);
    }
    return words;
  }

  /** Several words in one line, blank ones left out. */
  public static String joined(String between, List<String> words) {
    return String.join(between, words.stream().filter(w -> !w.isBlank()).toList());
  }
}
