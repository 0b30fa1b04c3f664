package dev.sextant.records.reader.table;

import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.graph.DecodedText;
import dev.sextant.records.reader.graph.DelimitedRows;
import dev.sextant.records.reader.graph.Rows;
import dev.sextant.records.reader.graph.TextEncoding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Opens delimited text: any of its encodings, any of its delimiters. */
public final class DelimitedPart {
  private DelimitedPart() {}

  /** The rows of a part under the delimiter that its first rows suggest. */
  public static Rows open(Source.Part part, Limits limits) throws IOException {
    return open(part, delimiter(part), limits);
  }

  /** The rows of a part under a delimiter. */
  public static Rows open(Source.Part part, char delimiter, Limits limits) throws IOException {
    TextEncoding encoding;
    try (InputStream in = part.open()) {
      encoding = TextEncoding.of(in, false);
    }
    return new DelimitedRows(
        new DecodedText(part.open(), encoding), delimiter, false, limits.itemBytes());
  }

  /** The rows of the first bytes of a part, to decide by. */
  public static Rows head(Source.Part part, char delimiter, Limits limits) throws IOException {
    byte[] head = part.head();
    return rows(head, TextEncoding.of(head, head.length < part.size()), delimiter, limits);
  }

  /** The same under the delimiter that they suggest. */
  public static Rows head(Source.Part part, Limits limits) throws IOException {
    byte[] head = part.head();
    TextEncoding encoding = TextEncoding.of(head, head.length < part.size());
    return rows(head, encoding, delimiter(head, encoding), limits);
  }

  private static Rows rows(byte[] head, TextEncoding encoding, char delimiter, Limits limits)
      throws IOException {
    return new DelimitedRows(
        new DecodedText(new ByteArrayInputStream(head), encoding),
        delimiter,
        false,
        limits.itemBytes());
  }

  /** The delimiter that stands most often outside quotation marks; a comma if none does. */
  public static char delimiter(Source.Part part) throws IOException {
    byte[] head = part.head();
    return delimiter(head, TextEncoding.of(head, head.length < part.size()));
  }

  private static char delimiter(byte[] head, TextEncoding encoding) throws IOException {
    Tally tally = new Tally();
    TextEncoding.Form form = encoding.form();
    boolean wide = form == TextEncoding.Form.UTF_16LE || form == TextEncoding.Form.UTF_16BE;
    if (wide) {
      try (DecodedText text = new DecodedText(new ByteArrayInputStream(head), encoding)) {
        for (int c = text.next(); c >= 0; c = text.next()) {
          tally.take(c);
        }
      }
    } else {
      for (byte b : head) {
        tally.take(b); // Marks of this kind are single bytes in UTF-8 and in 1252, and no part.
      }
    }
    return tally.most();
  }

  /** Counts delimiters outside quotation marks. */
  private static final class Tally {
    private static final String MARKS = ",\t;|";

    private final long[] counts = new long[MARKS.length()];
    private boolean quoted;

    void take(int c) {
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted) {
        switch (c) {
          case ',' -> counts[0]++;
          case '\t' -> counts[1]++;
          case ';' -> counts[2]++;
          case '|' -> counts[3]++;
          default -> {}
        }
      }
    }

    char most() {
      int best = 0;
      for (int i = 1; i < counts.length; i++) {
        best = counts[i] > counts[best] ? i : best;
      }
      return MARKS.charAt(best);
    }
  }
}
