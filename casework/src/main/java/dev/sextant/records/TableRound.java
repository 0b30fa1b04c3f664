package dev.sextant.records;

import java.util.List;

/**
 * Rows of a table round a record, of a workbook's sheet or of separated text. What is not in scope
 * is masked by the rule by which {@link Excerpt} masks bytes: a cell is shown if every byte of it
 * would be. Of a row without any cell in scope not even the number of its cells is told.
 *
 * @param sheet name of the sheet; empty in other files
 * @param columns names of the columns, as whoever maps columns sees them; empty if the table has no
 *     heading, or if that row is a record
 * @param rows in order
 */
public record TableRound(String sheet, List<String> columns, List<Row> rows) {
  /** What stands in place of a masked cell. */
  public static final String MASK = "*";

  /** Copies. */
  public TableRound {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * One row.
   *
   * @param pointer how to name it
   * @param cells in order; empty if none of them is in scope
   */
  public record Row(String pointer, List<Cell> cells) {
    /** Copies. */
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * One cell.
   *
   * @param text what it says, or {@link #MASK}
   * @param marked true if it is the record's own
   */
  public record Cell(String text, boolean marked) {}
}
