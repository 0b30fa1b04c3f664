package dev.sextant.records.reader;

/**
 * NULs in what is otherwise text: one, left by a broken disk or a careless program, costs the row
 * it stands in; many mean that the bytes are no text.
 */
public final class StrayNuls {
  /** Binary files have one in every few bytes. */
  private static final int CHARACTERS_EACH = 1_000;

  private StrayNuls() {}

  /** True if a text has no NUL, or so few that it is still a text: one, and one in a thousand. */
  public static boolean few(String text) {
    int most = 1 + text.length() / CHARACTERS_EACH;
    int at = text.indexOf('\0');
    while (at >= 0 && most > 0) {
      most--;
      at = text.indexOf('\0', at + 1);
    }
    return at < 0;
  }

  /**
   * The fault of a row that holds one.
   *
   * @param cell the cell it stands in, counted from 1
   */
  public static ReadFault fault(int cell) {
    return new ReadFault(ReadFault.MALFORMED, "a NUL in cell " + cell + " of the row");
  }
}
