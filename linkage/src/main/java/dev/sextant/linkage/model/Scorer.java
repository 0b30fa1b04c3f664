package dev.sextant.linkage.model;

import dev.sextant.linkage.metric.Bits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores pairs: prior, plus each field's weight, plus rarity, groups of correlated fields capped.
 * All sums are whole numbers of 1/65536 bit, so a score has the same bits in any order and
 * anywhere.
 */
public final class Scorer {
  private final List<Compared> fields;
  private final int[][] weights;
  private final Rarity rarity;
  private final int prior;
  private final int[] groupOf;
  private final int[] caps;

  /**
   * A scorer.
   *
   * @param caps most bits of a group of correlated fields, by name
   */
  public Scorer(List<Compared> fields, Weights weights, Rarity rarity, Map<String, Double> caps) {
    this.fields = fields;
    this.weights = weights.fields().stream().map(Weights.FieldWeights::bits).toArray(int[][]::new);
    this.rarity = rarity;
    this.prior = weights.priorBits();
    Map<String, Integer> numbers = new HashMap<>();
    List<Integer> most = new ArrayList<>();
    this.groupOf = new int[fields.size()];
    for (int f = 0; f < groupOf.length; f++) {
      String group = fields.get(f).field().group();
      if (group == null) {
        groupOf[f] = -1;
        continue;
      }
      Integer number = numbers.get(group);
      if (number == null) {
        number = most.size();
        numbers.put(group, number);
        most.add(Bits.of(caps.getOrDefault(group, 100.0)));
      }
      groupOf[f] = number;
    }
    this.caps = most.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Log2 odds of a pair in 1/65536 bit. */
  public int score(int a, int b, long pattern) {
    long sum = prior;
    long[] grouped = caps.length == 0 ? null : new long[caps.length];
    for (int f = 0; f < weights.length; f++) {
      int level = Pattern.level(pattern, f);
      if (level == Pattern.MISSING) {
        continue;
      }
      int weight = weight(f, level, a, b);
      if (grouped != null && groupOf[f] >= 0) {
        grouped[groupOf[f]] += weight;
      } else {
        sum += weight;
      }
    }
    for (int g = 0; g < caps.length && grouped != null; g++) {
      sum += Math.min(grouped[g], caps[g]);
    }
    return (int) sum;
  }

  /** What one field weighs with its rarity, before its group's cap. */
  public int weight(int field, int level, int a, int b) {
    Compared compared = fields.get(field);
    if (compared.fixed()) {
      return compared.weight(compared.valueOf()[a], compared.valueOf()[b]);
    }
    return weights[field][level]
        + rarity.bits(field, level, compared.valueOf()[a], compared.valueOf()[b]);
  }
}
