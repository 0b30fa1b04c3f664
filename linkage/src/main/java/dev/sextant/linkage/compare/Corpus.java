package dev.sextant.linkage.compare;

import java.util.List;

/**
 * The values that a comparison is to be used on: what is usual and what is rare among them. Walked
 * while the comparison is made; it keeps what it learned, frozen, and not the values.
 */
public interface Corpus {
  /** Nothing known: comparisons then fall back to what they hold themselves, or to no rarity. */
  Corpus NONE = visitor -> {};

  /**
   * Shows every record's cells of the field, in the order of the tables; the outcome of learning
   * must not depend on that order.
   */
  void walk(Visitor visitor);

  /** A corpus of plain rows of cells. */
  static Corpus of(List<List<String>> rows) {
    return visitor -> rows.forEach(cells -> visitor.see(cells, 1));
  }

  /** Takes one value. */
  interface Visitor {
    /**
     * Takes the cells of one value.
     *
     * @param cells the columns of the field, in the order of the profile; a missing cell is empty
     * @param times how many records hold it, at least 1
     */
    void see(List<String> cells, int times);
  }
}
