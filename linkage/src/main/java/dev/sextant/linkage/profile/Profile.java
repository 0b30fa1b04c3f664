package dev.sextant.linkage.profile;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a kind of table is linked; what {@code docs/formats/linkage.md} describes.
 *
 * @param name of the file, for messages
 * @param id header of the column that names a row
 * @param fields what is compared, at least one, at most 16
 * @param rules blocking, in order; empty: derived from the fields
 * @param caps most bits that a group of correlated fields may weigh, by group
 * @param source how many records of one source an entity may have, or null: any number
 * @param settings numbers
 */
public record Profile(
    String name,
    String id,
    List<Field> fields,
    List<BlockRule> rules,
    Map<String, Double> caps,
    @Nullable SourceRule source,
    Settings settings) {
  /** Copies the collections. */
  public Profile {
    fields = List.copyOf(fields);
    rules = List.copyOf(rules);
    caps = Map.copyOf(caps);
  }

  /**
   * Numbers with defaults.
   *
   * @param prior probability that two records taken at random are of one actor; 0: learned
   * @param seed of the random pairs that say how often strangers agree
   * @param mostBlock records in a block before it is sub-keyed
   * @param generic share of all records above which a value of a strong key is generic and makes no
   *     pairs; 0: no value is
   * @param unscored log2 odds of a pair inside a component that no rule met, for clustering
   * @param threshold log2 odds of two groups from which they are put together
   * @param floor log2 odds below which a pair is not written
   * @param grouped whether the evidence of the group is part of a pair's score
   */
  public record Settings(
      double prior,
      long seed,
      int mostBlock,
      double generic,
      double unscored,
      double threshold,
      double floor,
      boolean grouped) {
    /** What holds where the profile is silent. */
    public static final Settings DEFAULT =
        new Settings(0, 20_261_122, 1_000, 0, -0.5, 0, -10, true);
  }
}
