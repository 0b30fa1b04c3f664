package dev.sextant.records.reader.mapping;

import org.jspecify.annotations.Nullable;

/**
 * How a table lies in its file. Null means: as the content shows.
 *
 * @param form which kind of file
 * @param charset name of the character set
 * @param delimiter between cells
 * @param quote quotation mark, or the empty text if there is none
 * @param skip rows passed over before the heading, or before the first row
 * @param header how the columns are named
 * @param sheet name of the sheet, or null for every sheet that has the columns
 * @param comments what a line begins with that is none of the table, or null
 * @param decimalComma true if a comma stands before the fraction
 */
public record TableForm(
    @Nullable Kind form,
    @Nullable String charset,
    @Nullable String delimiter,
    @Nullable String quote,
    int skip,
    Heading header,
    @Nullable String sheet,
    @Nullable String comments,
    boolean decimalComma) {
  /** Kinds of files that hold tables. */
  public enum Kind {
    /** Text with something between the cells. */
    DELIMITED,
    /** An Office Open XML workbook. */
    WORKBOOK,
    /** A JSON object a line, or an array of objects. */
    JSONL
  }

  /** How the columns are named. */
  public enum Heading {
    /** By the first row. */
    FIRST,
    /** By the first row that has every column that the profile names. */
    FIND,
    /** By nothing: {@code #1}, {@code #2}, ... */
    NONE
  }

  /** As the content shows, with a heading in the first row. */
  public static TableForm detected() {
    return new TableForm(null, null, null, null, 0, Heading.FIRST, null, null, false);
  }
}
