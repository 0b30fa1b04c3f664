package dev.sextant.records.reader.graph;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides what a table is from its survey: which rule was met first. */
final class TableJudge {
  private static final Set<String> FROM =
      Set.of(
          "source",
          "from",
          "src",
          "sourceid",
          "fromnodeid",
          "fromid",
          "node1",
          "id1",
          "person1",
          "actor1",
          "ego",
          "sender",
          "caller",
          "u",
          "id",
          "start",
          "vertex1",
          "name1",
          "nodea");
  private static final List<List<String>> PAIRS =
      List.of(
          List.of("source", "target"),
          List.of("from", "to"),
          List.of("src", "dst"),
          List.of("src", "dest"),
          List.of("sourceid", "targetid"),
          List.of("fromnodeid", "tonodeid"),
          List.of("fromid", "toid"),
          List.of("node1", "node2"),
          List.of("nodea", "nodeb"),
          List.of("vertex1", "vertex2"),
          List.of("id1", "id2"),
          List.of("name1", "name2"),
          List.of("person1", "person2"),
          List.of("actor1", "actor2"),
          List.of("ego", "alter"),
          List.of("sender", "receiver"),
          List.of("sender", "recipient"),
          List.of("caller", "callee"),
          List.of("start", "end"),
          List.of("u", "v"),
          List.of("id", "tieid"));
  private static final Set<String> NODE =
      Set.of(
          "id", "nodeid", "node", "nodes", "label", "name", "vertex", "actor", "actors", "person",
          "key", "player", "players", "ego");
  private static final List<String> WEIGHT =
      List.of("weight", "w", "count", "strength", "value", "freq", "frequency");
  private static final List<String> LABEL =
      List.of("label", "relation", "relationship", "kind", "tie", "tietype", "layername", "type");
  private static final Set<String> PROSE =
      Set.of("text", "tweet", "message", "body", "content", "abstract", "description", "fulltext");
  private static final Set<String> WORDS = Set.of("text", "message", "body", "content");
  private static final Set<String> WHEN =
      Set.of("date", "time", "datetime", "timestamp", "sent", "sentat", "createdat", "when");

  private final TableSurvey survey;
  private final Rows.Table table;

  private TableJudge(TableSurvey survey, Rows.Table table) {
    this.survey = survey;
    this.table = table;
  }

  static TableShape judge(TableSurvey survey, Rows.Table table) throws IOException {
    return new TableJudge(survey, table).judge();
  }

  private TableShape judge() throws IOException {
    Row first = survey.first;
    if (first == null) {
      return new TableShape.None();
    }
    if (konect() != null) {
      return konectShape();
    }
    List<String> names = first.cells().stream().map(c -> normal(c.text())).toList();
    for (List<String> pair : PAIRS) {
      int from = names.indexOf(pair.get(0));
      int to = names.indexOf(pair.get(1));
      if (from >= 0 && to >= 0 && mostlyFilled(from) && mostlyFilled(to)) {
        if (messages(names)) {
          return new TableShape.None();
        }
        return edges(names, from, to);
      }
    }
    TableShape matrix = labelledMatrix(first);
    if (matrix.certainty() > 0) {
      return matrix;
    }
    TableShape nodes = nodes(names);
    if (nodes.certainty() > 0) {
      return nodes;
    }
    return withoutHeader(names);
  }

  /* From whom to whom, when, and in which words: messages, whose words a list of ties would lose. */
  private static boolean messages(List<String> names) {
    return names.stream().anyMatch(WORDS::contains) && names.stream().anyMatch(WHEN::contains);
  }

  private boolean mostlyFilled(int column) {
    return survey.body > 0
        && column < survey.columns.size()
        && survey.columns.get(column).filled * 2 >= survey.body;
  }

  /** A column's name as compared: lower case letters and digits only. */
  static String normal(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static int indexOf(List<String> names, List<String> wanted, int... taken) {
    for (String want : wanted) {
      for (int i = 0; i < names.size(); i++) {
        int at = i;
        if (names.get(i).equals(want) && java.util.Arrays.stream(taken).noneMatch(t -> t == at)) {
          return i;
        }
      }
    }
    return -1;
  }

  private TableShape edges(List<String> names, int from, int to) throws IOException {
    int weight = indexOf(names, WEIGHT, from, to);
    int direction = indexOf(names, List.of("directed"), from, to);
    int type = names.indexOf("type");
    if (direction < 0 && type >= 0 && columnSaysDirection(type)) {
      direction = type;
    }
    int label = indexOf(names, LABEL, from, to, weight, direction);
    return new TableShape.Edges(true, from, to, weight, label, direction, saysDirected(), 80);
  }

  /* A column named "type" is Gephi's direction if it holds only these words; else a tie's kind. */
  private boolean columnSaysDirection(int column) throws IOException {
    try (Rows rows = table.open()) {
      long said = 0;
      for (Row row = rows.next(); row != null; row = rows.next()) {
        if (row.comment() != null || row.blank() || sameRow(row)) {
          continue;
        }
        String word = row.text(column).toLowerCase(Locale.ROOT);
        if (!word.isEmpty() && !Set.of("directed", "undirected", "mutual").contains(word)) {
          return false;
        }
        said += word.isEmpty() ? 0 : 1;
      }
      return said > 0;
    }
  }

  private boolean sameRow(Row row) {
    return survey.first != null && row.from() == survey.first.from();
  }

  private boolean saysDirected() {
    return survey.comments.stream()
        .map(c -> c.toLowerCase(Locale.ROOT))
        .anyMatch(c -> c.startsWith("directed graph") || c.contains("directed: true"));
  }

  private TableShape labelledMatrix(Row first) {
    int width = first.cells().size();
    if (width < 3 || survey.body < 2 || survey.width() != width || survey.regular() < 0.95) {
      return new TableShape.None();
    }
    if (!numericBody(width)) {
      return new TableShape.None();
    }
    if (survey.sameLabels()) {
      return new TableShape.Square(true, survey.labelledSymmetric(), 90);
    }
    String corner = first.text(0);
    if (first.cells().subList(1, width).stream().allMatch(c -> Numbers.finite(c.text()) != null)) {
      return new TableShape.None();
    }
    if (incidence(width) && (corner.isEmpty() || (width > 3 && onlyZeroOrOne(width)))) {
      return new TableShape.TwoMode(75);
    }
    return corner.isEmpty() && prose() == 0
        ? new TableShape.Nodes(0, -1, 40)
        : new TableShape.None();
  }

  private boolean numericBody(int width) {
    for (int i = 1; i < width; i++) {
      TableSurvey.Column column = survey.columns.get(i);
      if (column.numeric < column.filled * 0.95) {
        return false;
      }
    }
    return survey.columns.subList(1, width).stream().anyMatch(c -> c.filled > 0);
  }

  private boolean onlyZeroOrOne(int width) {
    return survey.columns.subList(1, width).stream().allMatch(c -> c.zeros + c.ones == c.filled);
  }

  /* A table of who took part in what is mostly zeros, and nothing was joined by all: attributes
   * coded as numbers (a tradition from 1 to 9) have neither. */
  private boolean incidence(int width) {
    if (onlyZeroOrOne(width)) {
      return true;
    }
    long zeros = 0;
    long filled = 0;
    for (TableSurvey.Column column : survey.columns.subList(1, width)) {
      if (column.zeros == 0 || column.counts < column.filled) {
        return false;
      }
      zeros += column.zeros;
      filled += column.filled;
    }
    return zeros * 2 >= filled;
  }

  private TableShape nodes(List<String> names) {
    if (survey.body < 1 || names.stream().anyMatch(PROSE::contains) || prose() > 0) {
      return new TableShape.None();
    }
    int id = indexOf(names, List.of("id", "nodeid", "node", "vertex", "key"));
    int label = indexOf(names, List.of("label", "name", "actor", "person", "player"), id);
    if (id < 0 && !names.isEmpty() && names.getFirst().isEmpty()) {
      id = survey.columns.getFirst().filled >= survey.body * 0.9 && othersNamed(names) ? 0 : -1;
    }
    if (id < 0) {
      id = label >= 0 ? label : indexOf(names, List.copyOf(NODE));
      label = -1;
    }
    if (id < 0 || names.stream().allMatch(n -> Numbers.count(n) >= 0)) {
      return new TableShape.None();
    }
    int others = 0;
    for (int i = 0; i < names.size(); i++) {
      others += Numbers.finite(names.get(i)) != null ? 1 : 0;
    }
    boolean known = NODE.contains(names.get(id)) || names.get(id).isEmpty();
    return known && others < names.size()
        ? new TableShape.Nodes(id, label, names.size() == 1 ? 35 : 40)
        : new TableShape.None();
  }

  /* Lists side by side on one sheet have values under no name. */
  private boolean othersNamed(List<String> names) {
    for (int i = 1; i < survey.columns.size(); i++) {
      if (survey.columns.get(i).filled > 0 && (i >= names.size() || names.get(i).isEmpty())) {
        return false;
      }
    }
    return true;
  }

  /** How many columns hold sentences rather than values. */
  private long prose() {
    return survey.columns.stream()
        .filter(c -> c.filled > 0 && (double) c.characters / c.filled > 80)
        .count();
  }

  private TableShape withoutHeader(List<String> names) throws IOException {
    Row first = survey.first;
    if (first == null || prose() > 0) {
      return new TableShape.None();
    }
    int width = survey.width();
    if (width >= 3
        && survey.rows() == width
        && survey.regular() == 1
        && survey.firstUnlabelledNumeric
        && (survey.diagonal == 0 || survey.unlabelledSymmetric() || width > 4)
        && survey.columns.stream().allMatch(c -> c.numeric == survey.body)) {
      return new TableShape.Square(false, survey.unlabelledSymmetric(), 60);
    }
    if (!names.isEmpty() && FROM.contains(names.getFirst()) && names.size() > 2) {
      TableShape listed = adjacency(true);
      if (listed.certainty() > 0) {
        return listed;
      }
    }
    if (width >= 2 && width <= 4 && survey.regular() >= 0.9) {
      TableShape edges = edgesWithoutHeader(first, width);
      if (edges.certainty() > 0) {
        return edges;
      }
    }
    return adjacency(false);
  }

  private TableShape edgesWithoutHeader(Row first, int width) {
    boolean numbers = Numbers.count(first.text(0)) >= 0 && Numbers.count(first.text(1)) >= 0;
    TableSurvey.Column a = survey.columns.get(0);
    TableSurvey.Column b = survey.columns.get(1);
    numbers &= a.counts >= a.filled * 0.95 && b.counts >= b.filled * 0.95;
    boolean overlapping = survey.overlap() >= 0.1 && longest(a, b) <= 40;
    if (!numbers && !overlapping) {
      return new TableShape.None();
    }
    boolean third = width > 2 && Numbers.finite(first.text(2)) != null;
    if (third) {
      TableSurvey.Column c = survey.columns.get(2);
      third = c.numeric >= c.filled * 0.95;
    }
    return new TableShape.Edges(
        false,
        0,
        1,
        third ? 2 : -1,
        width > 2 && !third ? 2 : -1,
        -1,
        saysDirected(),
        numbers ? 55 : 45);
  }

  private static double longest(TableSurvey.Column a, TableSurvey.Column b) {
    return Math.max(
        (double) a.characters / Math.max(1, a.filled),
        (double) b.characters / Math.max(1, b.filled));
  }

  private TableShape adjacency(boolean header) throws IOException {
    if (survey.laterValues.isEmpty() || survey.rows() < 2 || survey.valuesCut) {
      return new TableShape.None();
    }
    Set<String> listed = new HashSet<>(survey.laterValues);
    Row first = survey.first;
    if (!header && first != null) {
      first.cells().stream().skip(1).map(Row.Cell::text).forEach(listed::add);
      listed.remove("");
    }
    long known = listed.stream().filter(survey.firstValues::contains).count();
    boolean shorts =
        survey.columns.stream().allMatch(c -> c.filled == 0 || c.characters / c.filled <= 40);
    if (!shorts || known * 4 < listed.size()) {
      return new TableShape.None();
    }
    double mutual = survey.mutual(table, header);
    return new TableShape.Adjacency(header, header && mutual < 0.2, mutual == 1, header ? 60 : 40);
  }

  private @Nullable String konect() {
    return survey.comments.stream()
        .findFirst()
        .filter(c -> c.matches("(sym|asym|bip)(\\s+\\w+)?"))
        .orElse(null);
  }

  private TableShape konectShape() {
    String kind = String.valueOf(konect());
    if (kind.startsWith("bip")) {
      return new TableShape.Affiliations(85);
    }
    int weight = survey.width() > 2 ? 2 : -1;
    return new TableShape.Edges(false, 0, 1, weight, -1, -1, kind.startsWith("asym"), 85);
  }
}
