package dev.sextant.records.reader;

/**
 * Something about the whole reading that the analyst should know: an assumption, a leniency, a
 * count that disagrees.
 *
 * @param code stable, such as {@code SX-NOTE-DATE-ORDER}
 * @param what in a sentence; no evidence content
 */
public record ReadNote(String code, String what) {
  /** What follows is about another part of the source. */
  public static final String PART = "SX-NOTE-PART";

  /** What follows is about another sheet of a workbook. */
  public static final String SHEET = "SX-NOTE-SHEET";

  /**
   * Which way this part's ties run was deduced or follows from convention; the file has no word.
   */
  public static final String DIRECTION_DEDUCED = "SX-NOTE-DIRECTION";

  /** Nothing tells which way this part's ties run: they were told as running both ways. */
  public static final String DIRECTION_OPEN = "SX-NOTE-SILENT";
}
