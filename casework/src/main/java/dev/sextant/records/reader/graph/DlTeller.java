package dev.sextant.records.reader.graph;

import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows a DL text: its heading, its labels, its data. */
final class DlTeller {
  private static final long MOST_LABELS = 1_000_000;

  private final Scribe scribe;
  private final long size;
  private long rows;
  private long columns;
  private long matrices = 1;
  private String format = "fullmatrix";
  private boolean embedded;
  private boolean diagonal = true;
  private boolean twoMode;
  private final List<String> rowLabels = new ArrayList<>();
  private final List<String> columnLabels = new ArrayList<>();
  private final List<String> matrixLabels = new ArrayList<>();
  private boolean told;

  DlTeller(Scribe scribe, long size) {
    this.scribe = scribe;
    this.size = size;
  }

  /** True if no data were told. */
  boolean nothingTold() {
    return !told;
  }

  void tell(DlTokens tokens) throws IOException, DlTokens.Broken {
    tokens.need("the word DL");
    heading(tokens);
    switch (format) {
      case "fullmatrix", "fm", "lowerhalf", "lh", "upperhalf", "uh" -> {
        format = format.equals("lh") ? "lowerhalf" : format.equals("uh") ? "upperhalf" : format;
        matrices(tokens);
      }
      case "edgelist1", "el1", "nodelist1", "nl1" -> lists(tokens, false);
      case "edgelist2", "el2", "nodelist2", "nl2" -> lists(tokens, true);
      default ->
          throw DlReader.broken(
              ReadFault.MALFORMED, "a format of DL that this reader does not know", 0);
    }
  }

  private void heading(DlTokens tokens) throws IOException, DlTokens.Broken {
    while (true) {
      DlTokens.Token token = tokens.need("data:");
      String word = token.text().toLowerCase(Locale.ROOT);
      switch (word) {
        case "n" -> {
          rows = number(tokens);
          columns = rows;
        }
        case "nr" -> {
          rows = number(tokens);
          twoMode = true;
        }
        case "nc" -> {
          columns = number(tokens);
          twoMode = true;
        }
        case "nm" -> matrices = number(tokens);
        case "format" -> format = tokens.need("the format").text().toLowerCase(Locale.ROOT);
        case "diagonal" -> {
          diagonal = !tokens.need("diagonal").text().equalsIgnoreCase("absent");
        }
        case "row", "column", "col", "matrix", "level" -> labelsOf(word, tokens);
        case "labels", "labels:" -> labels(rowLabels, rows, tokens, word);
        case "data:" -> {
          return;
        }
        case "data" -> {
          tokens.need(":");
          return;
        }
        default ->
            throw DlReader.broken(
                ReadFault.MALFORMED, "a word in the heading that DL does not know", token.from());
      }
    }
  }

  private void labelsOf(String what, DlTokens tokens) throws IOException, DlTokens.Broken {
    String word = tokens.need("labels").text().toLowerCase(Locale.ROOT);
    switch (what) {
      case "row" -> labels(rowLabels, rows, tokens, word);
      case "column", "col" -> labels(columnLabels, columns, tokens, word);
      default -> labels(matrixLabels, matrices, tokens, word);
    }
  }

  private void labels(List<String> into, long count, DlTokens tokens, String word)
      throws IOException, DlTokens.Broken {
    DlTokens.Token next = tokens.peek();
    if (next != null && next.text().toLowerCase(Locale.ROOT).startsWith("embedded")) {
      tokens.next();
      embedded = true;
      return;
    }
    if (!word.endsWith(":") && next != null && next.text().equals(":")) {
      tokens.next();
    }
    for (long i = 0; i < count; i++) {
      into.add(tokens.need("a label").text());
    }
  }

  private long number(DlTokens tokens) throws IOException, DlTokens.Broken {
    DlTokens.Token token = tokens.need("a number");
    long number = Numbers.count(token.text());
    if (number < 0 || number > Math.min(MOST_LABELS, Math.max(1000, size))) {
      throw DlReader.broken(
          number < 0 ? ReadFault.MALFORMED : ReadFault.LIMIT,
          "a size that is no number or larger than the file could hold",
          token.from());
    }
    return number;
  }

  private String label(List<String> labels, long index) {
    return index < labels.size() ? labels.get((int) index) : Long.toString(index + 1);
  }

  private void matrices(DlTokens tokens) throws IOException, DlTokens.Broken {
    scribe.note(
        "SX-NOTE-DIRECTION",
        twoMode
            ? "Rows are people, columns are events or groups."
            : half()
                ? "A half matrix: a cell that is not zero is a tie both ways."
                : "A cell that is not zero is a tie from its row to its column.");
    for (long matrix = 0; matrix < matrices; matrix++) {
      if (embedded && (matrix == 0 || tokens.peek() != null)) {
        columnLabels.clear();
        for (long i = 0; i < columns; i++) {
          columnLabels.add(tokens.need("a column's label").text());
        }
      }
      String layer = matrices == 1 ? null : layer(matrix);
      for (long row = 0; row < rows; row++) {
        row(tokens, row, layer, matrix == 0);
      }
    }
  }

  private String layer(long matrix) {
    return matrix < matrixLabels.size() ? matrixLabels.get((int) matrix) : "matrix " + (matrix + 1);
  }

  private void row(DlTokens tokens, long row, @Nullable String layer, boolean first)
      throws IOException, DlTokens.Broken {
    told = true;
    DlTokens.Token start = tokens.peek();
    String from = embedded ? tokens.need("a row's label").text() : label(rowLabels, row);
    List<DlTokens.Token> cells = new ArrayList<>();
    int begins = (int) firstColumn(row);
    long ends = lastColumn(row);
    boolean hole = !diagonal && !half();
    for (long i = begins; i < ends - (hole ? 1 : 0); i++) {
      cells.add(tokens.need("a cell"));
    }
    long begin = start == null ? size : start.from();
    long end = cells.isEmpty() ? begin : cells.getLast().to();
    Scribe.Place place = new Scribe.Place(begin, end, Long.toString(row + 1));
    List<Record> records = Scribe.gathering();
    if (!from.isBlank()) {
      records.add(scribe.profile(place, from, null, Map.of(), Map.of()));
    }
    for (int cell = 0; cell < cells.size(); cell++) {
      int i = cell + begins + (hole && cell >= row ? 1 : 0);
      Double value = Numbers.finite(cells.get(cell).text());
      String to = embedded || twoMode ? label(columnLabels, i) : label(rowLabels, i);
      if (value == null || from.isBlank() || to.isBlank()) {
        scribe.fault(place, ReadFault.MALFORMED, "a cell that is no number or a missing label");
        return;
      }
      if (value != 0) {
        Scribe.Place at =
            new Scribe.Place(
                cells.get(cell).from(), cells.get(cell).to(), place.pointer() + ":" + (i + 1));
        String weight = cells.get(cell).text();
        records.add(
            twoMode
                ? scribe.membership(at, from, to, weight)
                : scribe.relation(at, new Edge(from, to, layer, weight, !half(), Map.of())));
      }
    }
    scribe.together(first || records.size() > 1 ? records : records.subList(0, 1));
  }

  private boolean half() {
    return format.startsWith("lower") || format.startsWith("upper");
  }

  /* A half matrix has the cells on one side of the diagonal, and the diagonal itself if it is
   * there. */
  private long firstColumn(long row) {
    return format.startsWith("upper") ? row + (diagonal ? 0 : 1) : 0;
  }

  private long lastColumn(long row) {
    return format.startsWith("lower") ? row + (diagonal ? 1 : 0) : columns;
  }

  private void lists(DlTokens tokens, boolean two) throws IOException, DlTokens.Broken {
    boolean nodes = format.startsWith("n");
    if (!two && !twoMode) {
      scribe.note("SX-NOTE-DIRECTION", "DL's ties run from the first of a line to the others.");
    }
    DlTokens.Token token = tokens.next();
    long line = 0;
    while (token != null) {
      List<DlTokens.Token> words = new ArrayList<>();
      long of = token.line();
      while (token != null && token.line() == of) {
        words.add(token);
        token = tokens.next();
      }
      told = true;
      if (words.size() > 1 || !words.getFirst().text().equals("!")) { // The mark ends a block.
        listed(words, ++line, nodes, two || twoMode);
      }
    }
  }

  private void listed(List<DlTokens.Token> words, long line, boolean nodes, boolean two) {
    Scribe.Place place =
        new Scribe.Place(
            words.getFirst().from(), words.getLast().to(), Long.toString(words.getFirst().line()));
    if (words.size() < 2) {
      scribe.fault(place, ReadFault.MISSING, "a tie without one of its ends");
      return;
    }
    String from = named(rowLabels, words.getFirst().text());
    String weight = !nodes && words.size() > 2 ? words.get(2).text() : null;
    int last = nodes ? words.size() : 2;
    List<Record> records = Scribe.gathering();
    for (int i = 1; i < last; i++) {
      String to = named(two ? columnLabels : rowLabels, words.get(i).text());
      if (from.isBlank() || to.isBlank()) {
        scribe.fault(place, ReadFault.MISSING, "a tie with an empty label");
        return;
      }
      records.add(
          two
              ? scribe.membership(place, from, to, weight)
              : scribe.relation(place, new Edge(from, to, null, weight, true, Map.of())));
    }
    scribe.together(records);
  }

  /* Unless labels are embedded, the data count nodes from 1. */
  private String named(List<String> labels, String word) {
    long number = Numbers.count(word);
    return !embedded && number >= 1 && number <= labels.size()
        ? labels.get((int) number - 1)
        : word;
  }
}
