package dev.sextant.records.reader.mapping;

import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.mapping.DelimitedGrid.Dialect;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out what separates the cells of a delimited text. */
final class Dialects {
  /* In this order a tie is decided. A blank is never guessed: it makes a table of any prose. */
  private static final int[] DELIMITERS = {',', ';', '\t', '|'};

  private static final int ROWS = 500;

  private Dialects() {}

  /** How regular the rows are under one dialect. */
  private record Fit(Dialect dialect, double regular, int width) {
    double worth() {
      return width < 2 ? 0 : regular * (1 + Math.min(width, 12) / 100.0);
    }
  }

  /** The start of a part as text, cut after its last whole line. */
  static String start(Source.Part part, Charsets charset) throws IOException {
    byte[] head = part.head();
    StringBuilder out = new StringBuilder();
    try (CharText text =
        new CharText(new ByteArrayInputStream(head), charset.charset(), charset.mark())) {
      for (int c = text.next(); c >= 0; c = text.next()) {
        out.appendCodePoint(c);
      }
    }
    int last = out.lastIndexOf("\n");
    return head.length < part.size() && last > 0 ? out.substring(0, last + 1) : out.toString();
  }

  /** The delimiter that Excel states in a first line of its own, or null. */
  static @Nullable Integer stated(String start) {
    return start.length() > 5
            && start.regionMatches(true, 0, "sep=", 0, 4)
            && (start.charAt(5) == '\r' || start.charAt(5) == '\n')
        ? (Integer) (int) start.charAt(4)
        : null;
  }

  /**
   * The dialect under which the start of a text is most regular; what the form says stands.
   *
   * @return null if the text is no table: no delimiter makes rows of several cells
   */
  static @Nullable Dialect of(String start, TableForm form) throws IOException {
    Integer stated = stated(start);
    String delimiter = form.delimiter();
    String quote = form.quote();
    if (stated != null && delimiter == null) {
      delimiter = Character.toString(stated);
    }
    Fit best = null;
    int[] delimiters = delimiter == null ? DELIMITERS : new int[] {delimiter.charAt(0)};
    int[] quotes =
        quote == null
            ? new int[] {'"', '\'', -1}
            : new int[] {quote.isEmpty() ? -1 : quote.charAt(0)};
    for (int d : delimiters) {
      for (int q : quotes) {
        Fit fit = fit(start, new Dialect(d, q), form);
        // Another quotation mark must show itself to be worth more, and clearly.
        double bar = best == null ? 0 : best.worth() + (q == '"' ? 0.001 : 0.05);
        best = best == null || fit.worth() > bar ? fit : best;
      }
    }
    if (best == null) {
      return null;
    }
    boolean said = delimiter != null;
    return said || (best.width() >= 2 && best.regular() >= 0.5) ? best.dialect() : null;
  }

  private static Fit fit(String text, Dialect dialect, TableForm form) throws IOException {
    Map<Integer, Integer> widths = new HashMap<>();
    int rows = 0;
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (Grid grid =
        new DelimitedGrid(
            new CharText(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8, 0),
            dialect,
            form.comments(),
            bytes.length + 1)) {
      int skipped = 0;
      for (Grid.Line row = grid.next(); row != null && rows < ROWS; row = grid.next()) {
        if (skipped++ < form.skip() || row.comment() || row.blank()) {
          continue;
        }
        rows++;
        // A quotation that runs to the end of the text closes nothing: it was none.
        widths.merge(row.fault() == null ? row.cells().size() : 1, 1, Integer::sum);
      }
    }
    int width = 0;
    int most = 0;
    for (Map.Entry<Integer, Integer> e : widths.entrySet()) {
      if (e.getValue() > most || (e.getValue() == most && e.getKey() > width)) {
        most = e.getValue();
        width = e.getKey();
      }
    }
    return new Fit(dialect, most / (double) Math.max(1, rows), width);
  }
}
