package dev.sextant.linkage.explain;

import dev.sextant.linkage.metric.Bits;
import dev.sextant.linkage.model.Rarity;
import java.util.List;
import java.util.Optional;

/**
 * What one field says of a pair.
 *
 * @param field its name
 * @param comparison name of the comparison
 * @param group of correlated fields whose total is capped, if it is in one
 * @param columns headers; empty where the tables lack them
 * @param left raw cells of the left record, in the order of the columns
 * @param right raw cells of the right record
 * @param levels all levels of the comparison, best first
 * @param said what the field weighs; empty where a record says nothing
 */
public record Evidence(
    String field,
    String comparison,
    Optional<String> group,
    List<String> columns,
    List<String> left,
    List<String> right,
    List<Level> levels,
    Optional<Said> said) {
  /** Copies the lists. */
  public Evidence {
    columns = List.copyOf(columns);
    left = List.copyOf(left);
    right = List.copyOf(right);
    levels = List.copyOf(levels);
  }

  /**
   * One level of a field.
   *
   * @param name what holds at it
   * @param m share of pairs of one actor that are at this level
   * @param u share of pairs of two actors that are
   */
  public record Level(String name, double m, double u) {
    /** log2(m/u) in 1/65536 bit. */
    public int bits() {
      return Bits.log2(m / u);
    }
  }

  /**
   * What a field weighs.
   *
   * @param level index into the levels
   * @param fixed whether the comparison itself says the weight, and m and u were not asked
   * @param bits of the level, log2(m/u), or what the comparison says; in 1/65536 bit
   * @param rarity terms whose frequency counts: none, the shared one, or both unlike ones
   * @param rarityBits what frequency adds
   */
  public record Said(int level, boolean fixed, int bits, List<Rarity.Told> rarity, int rarityBits) {
    /** Copies the list. */
    public Said {
      rarity = List.copyOf(rarity);
    }

    /** Level and rarity, before the group's cap. */
    public int weight() {
      return bits + rarityBits;
    }
  }

  /** What the field weighs before its group's cap; 0 where it says nothing. */
  public int weight() {
    return said.map(Said::weight).orElse(0);
  }
}
