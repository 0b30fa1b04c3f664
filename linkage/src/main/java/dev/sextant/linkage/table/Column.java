package dev.sextant.linkage.table;

/**
 * One column, dictionary-encoded: most columns repeat, so what is done a value is done once.
 *
 * @param name the header's cell
 * @param values distinct cells, by number; trimmed of white space at both ends
 * @param codes number of each row's cell; -1 where the cell is empty
 */
public record Column(String name, String[] values, int[] codes) {
  /** The cell of a row; empty where there is none. */
  public String cell(int row) {
    return codes[row] < 0 ? "" : values[codes[row]];
  }
}
