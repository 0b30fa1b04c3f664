package dev.sextant.records.reader.graph;

import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a delimited text separates its cells.
 *
 * @param delimiter comma, semicolon, tab, bar or blank
 * @param comments true if the first line that is not empty begins with {@code #} or {@code %}, so
 *     that all such lines are comments
 */
record Dialect(char delimiter, boolean comments) {
  /* In this order a tie is decided: a comma list may well have blanks in its cells. */
  private static final char[] DELIMITERS = {',', ';', '\t', '|', ' '};

  /** Rows looked at; a dialect shows in the first few. */
  private static final int ROWS = 2000;

  /** How regular the rows are under one delimiter. */
  private record Fit(char delimiter, double regular, int width, double split, long rows) {}

  /** The dialect that fits the start of a text best, or null if none fits. */
  static @Nullable Dialect of(PartReader.Head head) throws IOException {
    String text = head.text();
    if (!head.whole() && text.indexOf('\n') >= 0) {
      text = text.substring(0, text.lastIndexOf('\n'));
    }
    String start = text.stripLeading();
    boolean comments = start.startsWith("#") || start.startsWith("%");
    Fit best = null;
    for (char delimiter : DELIMITERS) {
      Fit fit = fit(text, delimiter, comments);
      if (fit.width() >= 2 && fit.regular() >= 0.9 && (best == null || better(fit, best))) {
        best = fit;
      }
    }
    if (best == null) {
      best = ragged(text, comments);
    }
    if (best == null && fit(text, ',', comments).width() == 1) {
      return new Dialect(',', comments);
    }
    return best == null ? null : new Dialect(best.delimiter(), comments);
  }

  private static boolean better(Fit fit, Fit best) {
    /* Blanks separate words in any prose and in any label: they win only where nothing else does. */
    return fit.delimiter() != ' '
        && (fit.regular() > best.regular() + 0.05 || fit.width() > best.width());
  }

  /** An adjacency list has rows of many lengths: the delimiter that splits the most rows. */
  private static @Nullable Fit ragged(String text, boolean comments) throws IOException {
    Fit best = null;
    for (char delimiter : DELIMITERS) {
      Fit fit = fit(text, delimiter, comments);
      if (fit.split() >= 0.5 && (best == null || fit.split() > best.split() + 0.01)) {
        best = fit;
      }
    }
    return best;
  }

  private static Fit fit(String text, char delimiter, boolean comments) throws IOException {
    Map<Integer, Integer> widths = new HashMap<>();
    long rows = 0;
    long split = 0;
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (Rows all =
        new DelimitedRows(
            new DecodedText(
                new ByteArrayInputStream(bytes), new TextEncoding(TextEncoding.Form.UTF_8, 0)),
            delimiter,
            comments,
            Limits.standard().itemBytes())) {
      for (Row row = all.next(); row != null && rows < ROWS; row = all.next()) {
        if (row.comment() == null && !row.blank()) {
          rows++;
          widths.merge(row.cells().size(), 1, Integer::sum);
          split += row.width() > 1 ? 1 : 0;
        }
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
    double of = Math.max(1, rows);
    return new Fit(delimiter, most / of, width, split / of, rows);
  }

  /** Opens the rows of a part in this dialect. */
  Rows rows(Source.Part part, TextEncoding encoding, Limits limits) throws IOException {
    return new DelimitedRows(
        new DecodedText(part.open(), encoding), delimiter, comments, limits.itemBytes());
  }
}
