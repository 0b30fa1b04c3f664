package dev.sextant.records.reader.returns;

import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.html.HtmlElement;
import dev.sextant.records.reader.html.HtmlStream;
import dev.sextant.records.reader.html.HtmlToken;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a page of a provider says, without knowing its layout: headings, lines {@code label: value},
 * rows of tables.
 */
public final class HtmlFacts implements Closeable {
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6", "title");

  private static final Set<String> UNITS = Set.of("li", "tr", "dt", "dd", "p", "caption");

  /** One thing a page says. */
  public sealed interface Fact {
    /** First byte. */
    long from();

    /** Byte after the last. */
    long to();

    /** A heading. */
    record Heading(String text, long from, long to) implements Fact {}

    /**
     * A label with its value.
     *
     * @param value may be empty
     */
    record Pair(String label, String value, long from, long to) implements Fact {}

    /**
     * A row of a table.
     *
     * @param head true if its cells are names of columns
     */
    record Cells(List<String> cells, boolean head, long from, long to) implements Fact {
      /** Copies. */
      public Cells {
        cells = List.copyOf(cells);
      }
    }

    /** Any other words. */
    record Words(String text, long from, long to) implements Fact {}
  }

  private final HtmlStream in;
  private final Limits limits;
  private final Deque<Fact> ready = new ArrayDeque<>();
  private String term = "";

  private HtmlFacts(HtmlStream in, Limits limits) {
    this.in = in;
    this.limits = limits;
  }

  /** Opens a part. */
  public static HtmlFacts of(Source.Part part, Limits limits) throws IOException {
    return new HtmlFacts(HtmlStream.of(part, limits), limits);
  }

  /** The next fact, or null at the end. */
  public @Nullable Fact next() throws IOException {
    while (ready.isEmpty()) {
      HtmlToken token = in.next();
      if (token == null) {
        return null;
      }
      if (token instanceof HtmlToken.Start s
          && (HEADINGS.contains(s.name()) || UNITS.contains(s.name()))) {
        unit(HtmlElement.read(in, s, limits));
      } else if (token instanceof HtmlToken.Text t && !t.blank()) {
        line(t.shown(), t.from(), t.to());
      }
    }
    return ready.poll();
  }

  /** True if the page ended in the middle of a tag. */
  public boolean truncated() {
    return in.truncated();
  }

  private void unit(HtmlElement e) {
    switch (e.name()) {
      case "tr" -> row(e);
      case "dt" -> term = plain(e.text());
      case "dd" -> {
        ready.add(new Fact.Pair(term, e.text(), e.from(), e.to()));
        term = "";
      }
      case "li" -> item(e);
      case "p", "caption" -> lines(e);
      default -> ready.add(new Fact.Heading(e.text(), e.from(), e.to()));
    }
  }

  private void lines(HtmlElement e) {
    for (String line : e.text().split("\n")) {
      line(line, e.from(), e.to());
    }
  }

  /* A list inside an entry belongs to the label before it. */
  private void item(HtmlElement e) {
    String own = e.ownText();
    List<HtmlElement> inner = e.all("li");
    if (inner.size() <= 1) {
      String text = e.text().replace('\n', ' ').strip();
      line(text, e.from(), e.to());
      return;
    }
    String label = plain(own);
    for (HtmlElement one : inner.subList(1, inner.size())) {
      if (one.all("li").size() == 1) {
        String text = one.text().replace('\n', ' ');
        int colon = text.indexOf(": ");
        boolean pair = colon > 0 && colon <= 60;
        ready.add(
            pair
                ? new Fact.Pair(
                    text.substring(0, colon), text.substring(colon + 2), one.from(), one.to())
                : new Fact.Pair(label, text, one.from(), one.to()));
      }
    }
  }

  private void row(HtmlElement e) {
    List<String> cells = new ArrayList<>();
    int heads = 0;
    for (HtmlElement cell : e.elements()) {
      boolean head = cell.name().equals("th");
      if (head || cell.name().equals("td")) {
        cells.add(cell.text());
        heads += head ? 1 : 0;
      }
    }
    if (cells.size() == 2 && heads == 1) {
      ready.add(new Fact.Pair(plain(cells.getFirst()), cells.get(1), e.from(), e.to()));
    } else if (!cells.isEmpty()) {
      ready.add(new Fact.Cells(cells, heads == cells.size(), e.from(), e.to()));
    }
  }

  private void line(String text, long from, long to) {
    if (text.isBlank()) {
      return;
    }
    int colon = text.indexOf(':');
    boolean pair =
        colon > 0
            && colon <= 60
            && Character.isLetter(text.codePointAt(0))
            && (colon == text.length() - 1 || text.charAt(colon + 1) == ' ')
            && !text.toLowerCase(Locale.ROOT).startsWith("http");
    ready.add(
        pair
            ? new Fact.Pair(
                text.substring(0, colon).strip(), text.substring(colon + 1).strip(), from, to)
            : new Fact.Words(text, from, to));
  }

  private static String plain(String label) {
    String said = label.strip();
    return said.endsWith(":") ? said.substring(0, said.length() - 1).strip() : said;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
