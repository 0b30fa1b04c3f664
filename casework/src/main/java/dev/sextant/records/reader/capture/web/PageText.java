package dev.sextant.records.reader.capture.web;

import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.html.HtmlStream;
import dev.sextant.records.reader.html.HtmlText;
import dev.sextant.records.reader.html.HtmlToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a reader of a captured page sees: its title and its words, and what it says of itself. */
public final class PageText {
  /** Characters of a page's words that are kept; the bytes stay in the exhibit. */
  static final int LONGEST = 100_000;

  private static final int HEAD = 64 * 1024;

  private static final Set<String> UNSEEN =
      Set.of("script", "style", "noscript", "template", "svg", "head");

  private static final Set<String> BREAKS =
      Set.of(
          "p",
          "div",
          "br",
          "li",
          "tr",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "article",
          "section",
          "header",
          "footer",
          "blockquote",
          "pre",
          "ul",
          "ol",
          "table",
          "td",
          "th",
          "dt",
          "dd");

  private static final Set<String> SAID =
      Set.of(
          "description",
          "author",
          "og:title",
          "og:description",
          "og:site_name",
          "og:type",
          "article:published_time",
          "article:author");

  private final StringBuilder words = new StringBuilder();
  private final StringBuilder title = new StringBuilder();
  private final Map<String, String> said = new TreeMap<>();
  private boolean cut;

  private PageText() {}

  /** Reads a page's bytes. */
  public static PageText of(byte[] html, Limits limits) throws IOException {
    PageText page = new PageText();
    byte[] head = Arrays.copyOf(html, Math.min(HEAD, html.length));
    try (HtmlStream in = HtmlStream.of(new ByteArrayInputStream(html), head, limits)) {
      page.walk(in);
    }
    return page;
  }

  private void walk(HtmlStream in) throws IOException {
    String unseen = "";
    boolean inTitle = false;
    for (HtmlToken token = in.next(); token != null; token = in.next()) {
      switch (token) {
        case HtmlToken.Start s -> {
          inTitle = s.name().equals("title") && title.isEmpty();
          meta(s);
          if (unseen.isEmpty() && UNSEEN.contains(s.name()) && !s.empty()) {
            unseen = s.name();
          }
          if (s.name().equals("body") && unseen.equals("head")) {
            unseen = ""; // A head that nobody closed.
          }
          line(s.name());
        }
        case HtmlToken.End e -> {
          inTitle = false;
          if (e.name().equals(unseen)) {
            unseen = "";
          }
          line(e.name());
        }
        case HtmlToken.Text t -> {
          if (inTitle) {
            title.append(t.text(), 0, Math.min(t.text().length(), 1000));
          } else if (unseen.isEmpty()) {
            add(t.shown());
          }
        }
      }
    }
  }

  private void meta(HtmlToken.Start s) {
    if (s.name().equals("meta")) {
      String name = s.value("property").isEmpty() ? s.value("name") : s.value("property");
      if (SAID.contains(name) && !s.value("content").isBlank()) {
        said.putIfAbsent("page:" + name, s.value("content"));
      }
    } else if (s.name().equals("link") && s.value("rel").equals("canonical")) {
      said.putIfAbsent("page:canonical", s.value("href"));
    }
  }

  private void line(String name) {
    if (BREAKS.contains(name) && !words.isEmpty() && words.charAt(words.length() - 1) != '\n') {
      words.append('\n');
    }
  }

  private void add(String shown) {
    if (shown.isEmpty()) {
      return;
    }
    if (words.length() + shown.length() > LONGEST) {
      cut = true;
      return;
    }
    if (!words.isEmpty() && words.charAt(words.length() - 1) != '\n') {
      words.append(' ');
    }
    words.append(shown);
  }

  /** The title, or the empty text. */
  String title() {
    return HtmlText.squeezed(title.toString());
  }

  /** Title and words. */
  public String text() {
    String body = words.toString().strip();
    return title().isEmpty() ? body : (title() + "\n\n" + body).strip();
  }

  /** What the page says of itself. */
  Map<String, String> said() {
    return said;
  }

  /** True if the page has more words than are kept. */
  boolean cut() {
    return cut;
  }
}
