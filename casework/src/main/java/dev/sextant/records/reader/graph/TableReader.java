package dev.sextant.records.reader.graph;

import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.StrayNuls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads delimited text that states a network: lists of ties with or without a heading, matrices,
 * people-by-event tables, adjacency lists, tables of nodes, and the headings of KONECT ({@code %
 * asym}) and SNAP ({@code # Nodes: 5 Edges: 7}). What the table is is decided over the whole file
 * and noted.
 */
public final class TableReader extends PartReader {
  /** A reader. */
  public TableReader() {
    super(
        "table",
        3,
        "Network tables (CSV, TSV, edge lists, matrices)",
        List.of(
            "lists of ties",
            "square matrices",
            "people-by-event matrices",
            "adjacency lists",
            "node tables",
            "KONECT",
            "SNAP",
            "times of ties by the column's name, Gephi's intervals among them"),
        List.of(
            "several tables in one file", "times of ties in other forms than ISO 8601 and epochs"),
        List.of());
  }

  @Override
  int sniff(Source.Part part, Head head) throws IOException {
    String start = head.text().stripLeading();
    if (start.isEmpty() || otherFormat(start) || !StrayNuls.few(head.text())) {
      return 0;
    }
    Dialect dialect = Dialect.of(head);
    if (dialect == null) {
      return 0;
    }
    String text = head.text();
    if (!head.whole() && text.indexOf('\n') >= 0) {
      text = text.substring(0, text.lastIndexOf('\n') + 1);
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Rows.Table table =
        () ->
            new DelimitedRows(
                new DecodedText(
                    new ByteArrayInputStream(bytes), new TextEncoding(TextEncoding.Form.UTF_8, 0)),
                dialect.delimiter(),
                dialect.comments(),
                Limits.standard().itemBytes());
    TableShape shape = TableJudge.judge(TableSurvey.of(table), table);
    if (shape instanceof TableShape.None && !head.whole()) {
      // A matrix shows only as a whole: look at all of it.
      Rows.Table all = () -> dialect.rows(part, head.encoding(), Limits.standard());
      return TableJudge.judge(TableSurvey.of(all), all).certainty();
    }
    return shape.certainty();
  }

  /* Begins as a format of its own does, or as JSON, XML, BibTeX and the like. */
  private static boolean otherFormat(String start) {
    return start.startsWith("{")
        || start.startsWith("[")
        || start.startsWith("<")
        || start.startsWith("*")
        || start.startsWith("@")
        || start.startsWith("%%MatrixMarket");
  }

  @Override
  void read(Source.Part part, Limits limits, Sink sink) throws IOException {
    Dialect dialect = Dialect.of(Head.of(part));
    TextEncoding encoding = encoding(part, sink);
    Scribe scribe = new Scribe(part, sink);
    TableShape shape = new TableShape.None();
    if (dialect != null) {
      shape = TableTeller.tell(() -> dialect.rows(part, encoding, limits), scribe);
    }
    if (shape instanceof TableShape.None) {
      scribe.unknown(new Scribe.Place(0, part.size(), ""), "a table of no known kind");
    }
    scribe.close();
  }
}
