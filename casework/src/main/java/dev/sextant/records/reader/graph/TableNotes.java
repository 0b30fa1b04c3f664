package dev.sextant.records.reader.graph;

import dev.sextant.records.reader.ReadNote;
import java.util.Locale;

/** What was assumed about a table, told before its rows. */
final class TableNotes {
  private TableNotes() {}

  static void assumptions(TableShape shape, TableSurvey survey, Scribe scribe) {
    switch (shape) {
      case TableShape.Edges edges -> edges(edges, survey, scribe);
      case TableShape.Nodes nodes ->
          scribe.note(
              "SX-NOTE-TABLE",
              "Read as a table of nodes: column "
                  + (nodes.id() + 1)
                  + " is the id, the others say something about it.");
      case TableShape.Square square -> square(square, survey, scribe);
      case TableShape.TwoMode two ->
          scribe.note(
              "SX-NOTE-TABLE",
              "Read as a table of people (rows) by events or groups (columns): every cell that is"
                  + " not zero says that the person took part.");
      case TableShape.Adjacency adjacency -> adjacency(adjacency, scribe);
      case TableShape.Affiliations pairs ->
          scribe.note(
              "SX-NOTE-TABLE",
              "Read as pairs of a person and a group, as the heading says; equal numbers in the two"
                  + " columns are different things.");
      case TableShape.None none -> {}
    }
  }

  private static void edges(TableShape.Edges edges, TableSurvey survey, Scribe scribe) {
    scribe.note(
        "SX-NOTE-TABLE",
        "Read as a list of ties, one a row: from column "
            + (edges.from() + 1)
            + " to column "
            + (edges.to() + 1)
            + (edges.weight() < 0 ? "" : ", weight in column " + (edges.weight() + 1))
            + (edges.header() ? "." : "; the first row is a tie, not a heading."));
    if (edges.direction() < 0 && !edges.directed() && !saysUndirected(survey)) {
      open(scribe);
    }
  }

  private static void open(Scribe scribe) {
    scribe.note(
        ReadNote.DIRECTION_OPEN,
        "The file does not say whether its ties run one way: they were read as running both;"
            + " measured as directed they run from first to second.");
  }

  /* KONECT's and SNAP's headings have words for it. */
  private static boolean saysUndirected(TableSurvey survey) {
    return survey.comments.stream()
        .map(c -> c.toLowerCase(Locale.ROOT))
        .anyMatch(c ->
            c.matches("sym(\\s+\\w+)?")
                || c.startsWith("undirected graph")
                || c.contains("directed: false"));
  }

  private static void square(TableShape.Square square, TableSurvey survey, Scribe scribe) {
    scribe.note(
        "SX-NOTE-TABLE",
        "Read as a matrix of "
            + (square.labelled() ? survey.body : survey.rows())
            + " by as many: a cell that is not zero is a tie from its row to its column.");
    scribe.note(
        "SX-NOTE-DIRECTION",
        square.symmetric()
            ? "Each cell equals its mirror: the ties run both ways, and each pair is told once."
            : "Some cells differ from their mirrors: the ties run from row to column.");
  }

  private static void adjacency(TableShape.Adjacency adjacency, Scribe scribe) {
    if (adjacency.affiliation()) {
      scribe.note(
          "SX-NOTE-TABLE",
          "Read as a node and its groups in each row: hardly any of the values listed lists the"
              + " row's node in turn, as neighbours would.");
      return;
    }
    scribe.note(
        "SX-NOTE-TABLE",
        "Read as a node and its neighbours in each row"
            + (adjacency.mutual() ? "; each pair is listed from both ends and told once." : "."));
    if (!adjacency.mutual()) {
      open(scribe);
    }
  }
}
