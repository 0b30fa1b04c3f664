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
    return new DelimitedRows(
        new DecodedText(
            new ByteArrayInputStream(head), TextEncoding.of(head, head.length < part.size())),
        delimiter,
        false,
        limits.itemBytes());
  }

  /** The delimiter that stands most often outside quotation marks; a comma if none does. */
  public static char delimiter(Source.Part part) throws IOException {
    byte[] head = part.head();
    char[] candidates = {',', '\t', ';', '|'};
    long[] counts = new long[candidates.length];
    boolean quoted = false;
    try (DecodedText text =
        new DecodedText(
            new ByteArrayInputStream(head), TextEncoding.of(head, head.length < part.size()))) {
      for (int c = text.next(); c >= 0; c = text.next()) {
        quoted ^= c == '"';
        for (int i = 0; i < candidates.length && !quoted; i++) {
          counts[i] += c == candidates[i] ? 1 : 0;
        }
      }
    }
    int best = 0;
    for (int i = 1; i < candidates.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return candidates[best];
  }
}
