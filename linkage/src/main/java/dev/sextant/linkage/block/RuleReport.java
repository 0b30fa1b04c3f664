package dev.sextant.linkage.block;

import java.util.List;

/**
 * What a rule announces before its pairs are looked at.
 *
 * @param rule as the profile has it
 * @param keyed records with a key
 * @param pairs that meet the rule, those of earlier rules included
 * @param largest records in the largest block
 * @param subKeyed blocks that were too large and were keyed further
 * @param leftOut pairs of such blocks that share no further key, and are not looked at by this rule
 * @param cut how many records had more keys than are kept ({@value RowKeys#MOST})
 * @param generic values far too frequent for a strong key, with the number of records; they make no
 *     pairs here
 */
public record RuleReport(
    String rule,
    long keyed,
    long pairs,
    int largest,
    int subKeyed,
    long leftOut,
    int cut,
    List<Generic> generic) {
  /** Copies the list. */
  public RuleReport {
    generic = List.copyOf(generic);
  }

  /**
   * A generic value.
   *
   * @param value the cell
   * @param records that hold it
   */
  public record Generic(String value, int records) {}
}
