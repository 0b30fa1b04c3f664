package dev.sextant.records.reader.graph;

/** What a table is, decided over all of it. */
sealed interface TableShape {
  /** How sure, 0 to 100. */
  int certainty();

  /**
   * Each row is a tie.
   *
   * @param header true if the first row names the columns
   * @param from column of one end
   * @param to column of the other
   * @param weight column of the weight, or -1
   * @param label column of the word for the tie, or -1
   * @param direction column that says whether the tie is directed, or -1
   * @param directed what holds where no column says
   */
  record Edges(
      boolean header,
      int from,
      int to,
      int weight,
      int label,
      int direction,
      boolean directed,
      int certainty)
      implements TableShape {}

  /**
   * Each row is a node.
   *
   * @param id column of the id
   * @param label column of the label, or -1
   */
  record Nodes(int id, int label, int certainty) implements TableShape {}

  /**
   * Row and column name the same nodes.
   *
   * @param labelled true if the first row and the first column are labels
   * @param symmetric true if every cell equals its mirror
   */
  record Square(boolean labelled, boolean symmetric, int certainty) implements TableShape {}

  /** Rows are people, columns are events or groups. */
  record TwoMode(int certainty) implements TableShape {}

  /**
   * Each row is a node followed by its neighbours.
   *
   * @param header true if the first row names the columns
   * @param affiliation true if what follows are groups, not nodes of the same set
   * @param mutual true if every tie is listed from both ends
   */
  record Adjacency(boolean header, boolean affiliation, boolean mutual, int certainty)
      implements TableShape {}

  /** Pairs of a person and a group: KONECT's bipartite lists, whose two sets are numbered apart. */
  record Affiliations(int certainty) implements TableShape {}

  /** None of these. */
  record None() implements TableShape {
    @Override
    public int certainty() {
      return 0;
    }
  }
}
