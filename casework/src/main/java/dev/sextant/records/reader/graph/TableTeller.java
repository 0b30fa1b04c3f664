package dev.sextant.records.reader.graph;

import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.terms.ClaimedTime;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells a table's rows as records, once it is known what the table is. */
final class TableTeller {
  private static final Pattern SNAP = Pattern.compile("Nodes:\\s*(\\d+)\\s+Edges:\\s*(\\d+)");

  private static final Set<String> TIMES =
      Set.of(
          "time",
          "date",
          "datetime",
          "timestamp",
          "start",
          "starttime",
          "startdate",
          "interval",
          "timeset",
          "created",
          "createdat",
          "when",
          "unixtime",
          "ts",
          "sent",
          "sentat");

  private static final Pattern INTERVAL = Pattern.compile("^<?[\\[(]([^,;\\])]{4,40})");

  private final Scribe scribe;
  private final TableSurvey survey;
  private final TableShape shape;
  private final Map<String, Integer> rowOf = new HashMap<>();
  private List<Row.Cell> header = List.of();
  private long told;
  private long emptyEvents;

  private TableTeller(Scribe scribe, TableSurvey survey, TableShape shape) {
    this.scribe = scribe;
    this.survey = survey;
    this.shape = shape;
  }

  /** Reads a table: surveys it, decides, notes what was assumed, tells every row. */
  static TableShape tell(Rows.Table table, Scribe scribe) throws IOException {
    TableSurvey survey = TableSurvey.of(table);
    TableShape shape = TableJudge.judge(survey, table);
    if (!(shape instanceof TableShape.None)) {
      new TableTeller(scribe, survey, shape).tell(table);
    }
    return shape;
  }

  private void tell(Rows.Table table) throws IOException {
    TableNotes.assumptions(shape, survey, scribe);
    Row first = survey.first;
    if (first != null && !hasHeader()) {
      rowOf.put(first.text(0), 0);
    }
    for (String label : survey.rowLabels) {
      rowOf.putIfAbsent(label, rowOf.size());
    }
    long replaced;
    try (Rows rows = table.open()) {
      for (Row row = rows.next(); row != null; row = rows.next()) {
        row(row);
      }
      replaced = rows.replaced();
    }
    if (replaced > 0) {
      scribe.note("SX-NOTE-CHARSET", replaced + " characters could not be read.");
    }
    if (emptyEvents > 0) {
      scribe.note("SX-NOTE-EMPTY-ROW", emptyEvents + " rows name nobody's part in anything.");
    }
    compareWithStatedCounts();
  }

  private void row(Row row) {
    if (row.comment() != null) {
      scribe.ignored(row.place(), "comment");
      return;
    }
    ReadFault fault = row.fault();
    if (fault != null) {
      scribe.fault(row.place(), fault.code(), fault.what());
      return;
    }
    if (row.blank()) {
      if (row.to() > row.from()) {
        scribe.ignored(row.place(), "empty row");
      }
      return;
    }
    if (header.isEmpty() && hasHeader()) {
      header = row.cells();
      return;
    }
    told++;
    switch (shape) {
      case TableShape.Edges edges -> edge(row, edges);
      case TableShape.Nodes nodes -> node(row, nodes);
      case TableShape.Square square -> square(row, square);
      case TableShape.TwoMode two -> twoMode(row);
      case TableShape.Adjacency adjacency -> adjacency(row, adjacency);
      case TableShape.Affiliations pairs -> affiliation(row);
      case TableShape.None none -> throw new AssertionError("nothing to tell");
    }
  }

  private boolean hasHeader() {
    return switch (shape) {
      case TableShape.Edges edges -> edges.header();
      case TableShape.Adjacency adjacency -> adjacency.header();
      case TableShape.Square square -> square.labelled();
      case TableShape.Nodes nodes -> true;
      case TableShape.TwoMode two -> true;
      case TableShape.Affiliations pairs -> false;
      case TableShape.None none -> false;
    };
  }

  /** What a row says beside the columns that were understood, by column name. */
  private Map<String, String> others(Row row, int... understood) {
    Map<String, String> others = new TreeMap<>();
    for (int i = 0; i < row.cells().size(); i++) {
      int at = i;
      if (!row.text(i).isEmpty()
          && java.util.Arrays.stream(understood).noneMatch(column -> column == at)) {
        String name = i < header.size() ? header.get(i).text() : "";
        String key = name.isEmpty() ? "column " + (i + 1) : name;
        if (others.putIfAbsent(key, row.text(i)) != null) {
          others.put(key + " (column " + (i + 1) + ")", row.text(i));
        }
      }
    }
    return others;
  }

  private void edge(Row row, TableShape.Edges edges) {
    boolean directed = edges.directed();
    if (edges.direction() >= 0 && !row.text(edges.direction()).isEmpty()) {
      directed =
          switch (row.text(edges.direction()).toLowerCase(Locale.ROOT)) {
            case "1", "1.0", "true", "yes", "directed" -> true;
            default -> false;
          };
    }
    String from = row.text(edges.from());
    String to = row.text(edges.to());
    if (from.isEmpty() || to.isEmpty()) {
      scribe.fault(row.place(), ReadFault.MISSING, "a tie without one of its ends");
      return;
    }
    Map<String, String> extra =
        others(row, edges.from(), edges.to(), edges.weight(), edges.label(), edges.direction());
    String weight = edges.weight() < 0 ? null : row.text(edges.weight());
    String label = edges.label() < 0 ? null : row.text(edges.label());
    scribe.edge(row.place(), new Edge(from, to, label, weight, directed, extra, time(row)));
  }

  /* Columns of times by the names that graph programs give them; Gephi's interval is
   * <[start, end)>. The cells stay in the extra fields; what is no date and no epoch is no claim. */
  private ClaimedTime time(Row row) {
    for (int i = 0; i < header.size(); i++) {
      if (TIMES.contains(TableJudge.normal(header.get(i).text())) && !row.text(i).isEmpty()) {
        String text = row.text(i);
        Matcher interval = INTERVAL.matcher(text);
        ClaimedTime time =
            GraphTimes.of(interval.find() ? interval.group(1) : text, Optional.empty(), false);
        if (time.instant() != null) {
          return time;
        }
      }
    }
    return ClaimedTime.none();
  }

  private void node(Row row, TableShape.Nodes nodes) {
    String id = row.text(nodes.id());
    String label = nodes.label() < 0 ? null : row.text(nodes.label());
    scribe.node(row.place(), id, label, others(row, nodes.id(), nodes.label()));
  }

  private void square(Row row, TableShape.Square square) {
    int labels = square.labelled() ? 1 : 0;
    int width = square.labelled() ? header.size() : (int) survey.rows();
    int index = (int) (told - 1);
    if (row.cells().size() != width) {
      scribe.fault(
          row.place(),
          ReadFault.MALFORMED,
          "a row of " + row.cells().size() + " cells in " + width);
      return;
    }
    String from = square.labelled() ? row.text(0) : Long.toString(told);
    if (from.isEmpty()) {
      scribe.fault(row.place(), ReadFault.MISSING, "a row without a label");
      return;
    }
    List<Record> records = Scribe.gathering();
    records.add(scribe.profile(row.place(), from, null, Map.of(), Map.of()));
    for (int i = labels; i < width; i++) {
      String to = square.labelled() ? header.get(i).text() : Integer.toString(i + 1);
      Double value = cell(row, i);
      if (value == null) {
        return;
      }
      int column = square.labelled() ? rowOf.getOrDefault(to, i) : i;
      if (value != 0 && (!square.symmetric() || index <= column)) {
        Edge edge = new Edge(from, to, null, row.text(i), !square.symmetric(), Map.of());
        records.add(scribe.relation(row.place(i), edge));
      }
    }
    scribe.together(records);
  }

  /** The number in a cell, 0 for an empty one; null if the row was closed as faulty. */
  private @Nullable Double cell(Row row, int column) {
    if (row.text(column).isEmpty()) {
      return 0.0;
    }
    Double value = Numbers.finite(row.text(column));
    if (value == null) {
      scribe.fault(row.place(column), ReadFault.MALFORMED, "a cell of a matrix is no number");
    }
    return value;
  }

  private void twoMode(Row row) {
    String person = row.text(0);
    if (row.cells().size() > header.size()) {
      scribe.fault(row.place(), ReadFault.MALFORMED, "a row longer than the heading");
      return;
    }
    if (person.isEmpty()) {
      scribe.fault(row.place(), ReadFault.MISSING, "a row without a label");
      return;
    }
    List<Record> records = Scribe.gathering();
    records.add(scribe.profile(row.place(), person, null, Map.of(), Map.of()));
    for (int i = 1; i < row.cells().size(); i++) {
      Double value = cell(row, i);
      if (value == null) {
        return;
      }
      if (value != 0) {
        String event = header.get(i).text();
        event = event.isEmpty() ? "column " + (i + 1) : event;
        records.add(scribe.membership(row.place(i), person, event, row.text(i)));
      }
    }
    emptyEvents += records.size() == 1 ? 1 : 0;
    scribe.together(records);
  }

  private void adjacency(Row row, TableShape.Adjacency adjacency) {
    String from = row.text(0);
    if (from.isEmpty()) {
      scribe.fault(row.place(), ReadFault.MISSING, "a row without its first cell");
      return;
    }
    List<Record> records = Scribe.gathering();
    records.add(scribe.profile(row.place(), from, null, Map.of(), Map.of()));
    int index = rowOf.getOrDefault(from, -1);
    for (int i = 1; i < row.cells().size(); i++) {
      String to = row.text(i);
      if (to.isEmpty()) {
        continue;
      }
      if (adjacency.affiliation()) {
        records.add(scribe.membership(row.place(i), from, to, null));
      } else if (!adjacency.mutual() || index <= rowOf.getOrDefault(to, Integer.MAX_VALUE)) {
        records.add(scribe.relation(row.place(i), Edge.plain(from, to, false)));
      }
    }
    scribe.together(records);
  }

  private void affiliation(Row row) {
    if (row.text(0).isEmpty() || row.text(1).isEmpty()) {
      scribe.fault(row.place(), ReadFault.MISSING, "a pair without one of its ends");
      return;
    }
    String weight = row.text(2).isEmpty() ? null : row.text(2);
    scribe.together(List.of(scribe.membership(row.place(), row.text(0), row.text(1), weight)));
  }

  private void compareWithStatedCounts() {
    for (String comment : survey.comments) {
      Matcher snap = SNAP.matcher(comment);
      if (snap.find()) {
        compare(Numbers.count(snap.group(2)));
      }
    }
    if (shape.certainty() == 85 && survey.comments.size() > 1) {
      String[] counts = survey.comments.get(1).split("\\s+", -1);
      compare(Numbers.count(counts[0]));
    }
  }

  private void compare(long stated) {
    if (stated >= 0 && stated != told) {
      scribe.note(
          "SX-NOTE-COUNT", "The heading states " + stated + " ties; the file has " + told + ".");
    }
  }
}
