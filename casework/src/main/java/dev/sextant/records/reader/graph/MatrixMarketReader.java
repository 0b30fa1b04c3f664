package dev.sextant.records.reader.graph;

import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads MatrixMarket (math.nist.gov/MatrixMarket/formats.html): a square matrix is a network whose
 * ties run from row to column, any other is people by groups.
 */
public final class MatrixMarketReader extends PartReader {
  /** A reader. */
  public MatrixMarketReader() {
    super(
        "matrix-market",
        "MatrixMarket",
        List.of("coordinate and array", "pattern, integer, real", "general and symmetric"),
        List.of("complex numbers"));
  }

  @Override
  int sniff(Source.Part part, Head head) {
    return head.text().startsWith("%%MatrixMarket matrix") ? 99 : 0;
  }

  @Override
  void read(Source.Part part, Limits limits, Sink sink) throws IOException {
    TextEncoding encoding = encoding(part, sink);
    Scribe scribe = new Scribe(part, sink);
    try (LineCursor lines = lines(part, encoding, limits)) {
      Telling telling = new Telling(scribe, part.size());
      for (LineCursor.Line line = lines.next(); line != null; line = lines.next()) {
        telling.line(line);
      }
      telling.finish();
    }
    scribe.close();
  }

  private static final class Telling {
    private final Scribe scribe;
    private final long size;
    private boolean dense;
    private boolean symmetric;
    private boolean skewed;
    private boolean complex;
    private boolean sized;
    private long rows;
    private long columns;
    private long stated;
    private long told;

    Telling(Scribe scribe, long size) {
      this.scribe = scribe;
      this.size = size;
    }

    void line(LineCursor.Line line) {
      Scribe.Place place = new Scribe.Place(line.from(), line.to(), Long.toString(line.number()));
      List<String> words = line.words();
      if (line.number() == 1) {
        String kinds = line.text().toLowerCase(Locale.ROOT);
        dense = kinds.contains(" array");
        complex = kinds.contains(" complex");
        skewed = kinds.contains(" skew-symmetric");
        symmetric = !skewed && (kinds.contains(" symmetric") || kinds.contains(" hermitian"));
      } else if (line.cut()) {
        scribe.fault(place, ReadFault.LIMIT, "a line too long");
      } else if (line.text().startsWith("%")) {
        scribe.ignored(place, "comment");
      } else if (!words.isEmpty() && !sized) {
        sizes(words, place);
      } else if (!words.isEmpty()) {
        entry(words, place);
      }
    }

    private void sizes(List<String> words, Scribe.Place place) {
      sized = true;
      rows = words.size() > 1 ? Numbers.count(words.get(0)) : -1;
      columns = words.size() > 1 ? Numbers.count(words.get(1)) : -1;
      stated = dense ? rows * columns : words.size() > 2 ? Numbers.count(words.get(2)) : -1;
      if (rows < 0 || columns < 0) {
        scribe.fault(place, ReadFault.MALFORMED, "the sizes are missing");
        return;
      }
      if (rows > Math.max(1_000, size)) {
        scribe.note("SX-NOTE-VERTICES", "The heading declares more rows than the file holds.");
        return;
      }
      for (long i = 1; i <= rows; i++) {
        String id = Long.toString(i);
        scribe.node(new Scribe.Place(place.from(), place.to(), id), id, null, Map.of());
      }
    }

    private void entry(List<String> words, Scribe.Place place) {
      told++;
      long row = dense ? (told - 1) % Math.max(1, rows) + 1 : Numbers.count(words.get(0));
      long column =
          dense
              ? (told - 1) / Math.max(1, rows) + 1
              : words.size() > 1 ? Numbers.count(words.get(1)) : -1;
      if (row < 1 || column < 1 || row > rows || column > columns || complex) {
        scribe.fault(place, ReadFault.MALFORMED, "an entry outside the matrix or not a number");
        return;
      }
      String weight = dense ? words.get(0) : words.size() > 2 ? words.get(2) : null;
      String from = Long.toString(row);
      String to = Long.toString(column);
      if (dense && weight != null && Double.valueOf(0).equals(Numbers.finite(weight))) {
        scribe.ignored(place, "zero");
      } else if (rows != columns) {
        scribe.together(List.of(scribe.membership(place, from, to, weight)));
      } else {
        scribe.edge(place, new Edge(from, to, null, weight, !symmetric, Map.of()));
      }
    }

    void finish() {
      if (skewed) {
        scribe.note(
            "SX-NOTE-DIRECTION", "A skew-symmetric matrix: only the entries given are told.");
      }
      if (dense && (symmetric || skewed)) {
        scribe.note(
            "SX-NOTE-COUNT", "A symmetric array is not laid out by columns of full length.");
      }
      if (stated >= 0 && stated != told && !(dense && (symmetric || skewed))) {
        scribe.note(
            "SX-NOTE-COUNT",
            "The heading states " + stated + " entries; the file has " + told + ".");
      }
    }
  }
}
