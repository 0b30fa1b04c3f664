package dev.sextant.records.reader.html;

import dev.sextant.records.reader.Limits;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A small element with what is in it: a message, a table row, a settings block. Made from the
 * stream on demand, so that only one of them is in memory.
 */
public final class HtmlElement {
  /** An end tag of these, where no such element was begun inside, ends the element around it. */
  private static final Set<String> STRUCTURE =
      Set.of(
          "html", "body", "main", "section", "article", "div", "table", "thead", "tbody", "tr",
          "td", "th", "ul", "ol", "li", "dl");

  /** Which open elements a start tag closes, with the elements that shield them. */
  private static final Map<String, Set<String>> CLOSES =
      Map.of(
          "li", Set.of("li"),
          "dt", Set.of("dt", "dd"),
          "dd", Set.of("dt", "dd"),
          "tr", Set.of("tr", "td", "th"),
          "td", Set.of("td", "th"),
          "th", Set.of("td", "th"),
          "option", Set.of("option"),
          "p", Set.of("p"));

  private static final Set<String> LINE_BREAKS =
      Set.of(
          "br",
          "div",
          "p",
          "tr",
          "li",
          "ul",
          "ol",
          "table",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "blockquote",
          "pre",
          "dt",
          "dd",
          "section",
          "article",
          "header",
          "footer");

  private final HtmlToken.Start start;
  private final List<Object> children = new ArrayList<>(); // HtmlElement or HtmlToken.Text
  private long to;
  private boolean whole = true;

  private HtmlElement(HtmlToken.Start start) {
    this.start = start;
    this.to = start.to();
  }

  /**
   * Reads the rest of an element whose start tag was just read.
   *
   * @return the element; not {@link #whole} if it is longer than the limit on one item, then what
   *     follows in the stream is the rest of its content
   */
  public static HtmlElement read(HtmlStream in, HtmlToken.Start start, Limits limits)
      throws IOException {
    HtmlElement top = new HtmlElement(start);
    if (start.empty()) {
      return top;
    }
    Deque<HtmlElement> open = new ArrayDeque<>();
    open.push(top);
    while (!open.isEmpty()) {
      HtmlToken token = in.next();
      if (token == null) {
        top.whole = false;
        close(open, in.position());
        return top;
      }
      if (token.to() - start.from() > limits.itemBytes()) {
        in.unread(token);
        top.whole = false;
        close(open, token.from());
        return top;
      }
      switch (token) {
        case HtmlToken.Text t -> last(open).children.add(t);
        case HtmlToken.Start s -> begin(open, s, limits.nesting());
        case HtmlToken.End e -> {
          if (!end(open, e)) {
            in.unread(e); // It ends something around this element.
            close(open, e.from());
          }
        }
      }
    }
    return top;
  }

  private static HtmlElement last(Deque<HtmlElement> open) {
    return open.element();
  }

  private static void begin(Deque<HtmlElement> open, HtmlToken.Start s, int deepest) {
    Set<String> closes = CLOSES.getOrDefault(s.name(), Set.of());
    while (open.size() > 1 && closes.contains(last(open).name())) {
      open.pop().to = s.from();
    }
    HtmlElement element = new HtmlElement(s);
    last(open).children.add(element);
    if (!s.empty() && open.size() < deepest) { // Deeper ones lie side by side; no text is lost.
      open.push(element);
    }
  }

  /** Takes an end tag; false if it ends nothing here but must end something outside. */
  private static boolean end(Deque<HtmlElement> open, HtmlToken.End e) {
    if (open.stream().noneMatch(o -> o.name().equals(e.name()))) {
      return !STRUCTURE.contains(e.name());
    }
    while (true) {
      HtmlElement closed = open.pop();
      boolean meant = closed.name().equals(e.name());
      closed.to = meant ? e.to() : e.from();
      if (meant) {
        return true;
      }
    }
  }

  private static void close(Deque<HtmlElement> open, long at) {
    while (!open.isEmpty()) {
      HtmlElement closed = open.pop();
      closed.to = Math.max(closed.start.to(), at);
    }
  }

  /** Name in lower case. */
  public String name() {
    return start.name();
  }

  /** The start tag. */
  public HtmlToken.Start start() {
    return start;
  }

  /** An attribute, or the empty text. */
  public String attribute(String name) {
    return start.value(name);
  }

  /** First byte, that of the start tag. */
  public long from() {
    return start.from();
  }

  /** Byte after the end tag. */
  public long to() {
    return to;
  }

  /** False if it was cut: by the end of the bytes or by the limit on one item. */
  public boolean whole() {
    return whole;
  }

  /** The elements directly inside. */
  public List<HtmlElement> elements() {
    List<HtmlElement> elements = new ArrayList<>();
    for (Object child : children) {
      if (child instanceof HtmlElement e) {
        elements.add(e);
      }
    }
    return elements;
  }

  /** The characters directly inside, not those of inner elements, as a page shows them. */
  public String ownText() {
    StringBuilder out = new StringBuilder();
    for (Object child : children) {
      out.append(child instanceof HtmlToken.Text t ? t.text() : " ");
    }
    return HtmlText.squeezed(out.toString());
  }

  /** All characters inside, lines broken where a page breaks them. */
  public String text() {
    StringBuilder out = new StringBuilder();
    StringBuilder line = new StringBuilder();
    walk(
        e -> {
          if (LINE_BREAKS.contains(e.name())) {
            flush(line, out);
          }
        },
        t -> line.append(t.text()),
        e -> {
          if (LINE_BREAKS.contains(e.name()) && !e.start.empty()) {
            flush(line, out);
          } else if (e.name().equals("td") || e.name().equals("th")) {
            line.append(' ');
          }
        });
    flush(line, out);
    return out.toString();
  }

  private static void flush(StringBuilder line, StringBuilder out) {
    String said = HtmlText.squeezed(line.toString());
    line.setLength(0);
    if (!said.isEmpty()) {
      out.append(out.isEmpty() ? "" : "\n").append(said);
    }
  }

  /** Every element inside, this one first, in the order of their start tags. */
  public List<HtmlElement> all() {
    List<HtmlElement> all = new ArrayList<>();
    walk(all::add, t -> {}, e -> {});
    return all;
  }

  /** Every element inside of this name; the name {@code *} means any. */
  public List<HtmlElement> all(String name) {
    return all().stream().filter(e -> name.equals("*") || e.name().equals(name)).toList();
  }

  /** Every element inside that has this class. */
  public List<HtmlElement> withClass(String styleClass) {
    return all().stream().filter(e -> e.start.has(styleClass)).toList();
  }

  /** The first element inside that has this class, or null. */
  public @Nullable HtmlElement firstWithClass(String styleClass) {
    return withClass(styleClass).stream().findFirst().orElse(null);
  }

  /** The first element inside of this name, or null. */
  public @Nullable HtmlElement first(String name) {
    return all(name).stream().findFirst().orElse(null);
  }

  /* With a stack of its own: hostile nesting must not overflow the thread's. */
  private void walk(
      Consumer<HtmlElement> begins, Consumer<HtmlToken.Text> says, Consumer<HtmlElement> ends) {
    Deque<HtmlElement> open = new ArrayDeque<>();
    Deque<Integer> places = new ArrayDeque<>();
    begins.accept(this);
    open.push(this);
    places.push(0);
    while (!open.isEmpty()) {
      HtmlElement here = open.element();
      int i = places.pop();
      if (i == here.children.size()) {
        ends.accept(here);
        open.pop();
        continue;
      }
      places.push(i + 1);
      Object child = here.children.get(i);
      if (child instanceof HtmlToken.Text t) {
        says.accept(t);
      } else if (child instanceof HtmlElement e) {
        begins.accept(e);
        open.push(e);
        places.push(0);
      }
    }
  }
}
