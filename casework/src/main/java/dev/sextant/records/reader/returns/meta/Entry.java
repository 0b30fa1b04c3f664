package dev.sextant.records.reader.returns.meta;

import java.util.List;

/**
 * A label with its value.
 *
 * @param section what {@code id="property-<section>"} said last; empty before the first
 * @param label without a colon at its end; empty for words that stand alone
 * @param lines of the value itself, without those of labels inside it
 * @param depth how many values it stands in
 * @param group true if other labels stand inside its value
 * @param goesOn true if the value was so long that more of it follows in the next entry
 * @param from first byte of the label
 * @param to byte after the value; for a group the byte where the first label inside begins
 */
record Entry(
    String section,
    String label,
    List<Line> lines,
    int depth,
    boolean group,
    boolean goesOn,
    long from,
    long to) {
  /** Copies. */
  Entry {
    lines = List.copyOf(lines);
  }

  /**
   * One line of a value.
   *
   * @param text as a page shows it
   * @param from first byte of the first text in it
   * @param to byte after the last
   */
  record Line(String text, long from, long to) {}

  /** The whole value. */
  String value() {
    return String.join("\n", lines.stream().map(Line::text).toList());
  }

  /** True if there is no value. */
  boolean blank() {
    return lines.isEmpty();
  }
}
