package dev.sextant.linkage.model;

import dev.sextant.linkage.metric.Bits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntBinaryOperator;

/**
 * Scores pairs: prior, plus each field's weight, plus rarity, plus what fields that hang together
 * say together, groups of correlated fields capped, less what relatives would look alike in. All
 * sums are whole numbers of 1/65536 bit, so a score has the same bits in any order and anywhere.
 */
public final class Scorer {
  private static final long[] NO_GROUPS = {};

  private final List<Compared> fields;
  private final int[][] weights;
  private final Rarity rarity;
  private final int prior;
  private final int[] groupOf;
  private final int[] caps;
  private final Relatives relatives;
  private final Dependence dependence;

  /** By edge: bits of two levels, those of the first field times 16 and those of the second. */
  private final int[][] edges;

  /** By edge: the group that both fields are of, or -1. */
  private final int[] edgeGroups;

  /** The same as {@link #edges}, of what is said among strangers alone. */
  private final int[][] strangers;

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
    this.relatives = weights.relatives();
    this.dependence = weights.dependence();
    this.edges =
        dependence.edges().stream().map(edge -> bits(edge, edge::bits)).toArray(int[][]::new);
    this.strangers =
        dependence.edges().stream()
            .map(edge -> bits(edge, edge::strangerBits))
            .toArray(int[][]::new);
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
    this.edgeGroups =
        dependence.edges().stream()
            .mapToInt(
                edge -> groupOf[edge.one()] == groupOf[edge.other()] ? groupOf[edge.one()] : -1)
            .toArray();
  }

  private static int[] bits(Dependence.Edge edge, IntBinaryOperator of) {
    int[] bits = new int[256];
    for (int one = 0; one < edge.same().length; one++) {
      for (int other = 0; other < edge.same()[one].length; other++) {
        bits[one << 4 | other] = of.applyAsInt(one, other);
      }
    }
    return bits;
  }

  /* What the levels of a pattern say together beyond what each says. Fields of one group say it under
   * the group's cap. A missing level is 15, and no edge has bits there: a field has at most 15. */
  private long together(long pattern, long[] grouped) {
    long sum = 0;
    for (int e = 0; e < edges.length; e++) {
      int bits = edges[e][cell(e, pattern)];
      if (edgeGroups[e] >= 0) {
        grouped[edgeGroups[e]] += bits;
      } else {
        sum += bits;
      }
    }
    return sum;
  }

  private int amongStrangers(long pattern) {
    int sum = 0;
    for (int e = 0; e < strangers.length; e++) {
      sum += strangers[e][cell(e, pattern)];
    }
    return sum;
  }

  private int cell(int edge, long pattern) {
    Dependence.Edge of = dependence.edges().get(edge);
    return Pattern.level(pattern, of.one()) << 4 | Pattern.level(pattern, of.other());
  }

  /** Log2 odds of a pair in 1/65536 bit. */
  public int score(int a, int b, long pattern) {
    long[] grouped = caps.length == 0 ? NO_GROUPS : new long[caps.length];
    long sum = prior + together(pattern, grouped);
    int[] each = relatives.any() ? new int[weights.length] : null;
    for (int f = 0; f < weights.length; f++) {
      int level = Pattern.level(pattern, f);
      if (level == Pattern.MISSING) {
        continue;
      }
      int weight = weight(f, level, a, b);
      if (each != null) {
        each[f] = weight;
      }
      if (groupOf[f] >= 0) {
        grouped[groupOf[f]] += weight;
      } else {
        sum += weight;
      }
    }
    for (int g = 0; g < caps.length; g++) {
      sum += Math.min(grouped[g], caps[g]);
    }
    return (int) (each == null ? sum : sum + relatives.bits(each, amongStrangers(pattern)));
  }

  /**
   * Log2 odds from what each field weighs, as {@link #score} sums them.
   *
   * @param each weight with its rarity; 0 where a field says nothing
   * @param pattern levels of the fields
   */
  public int total(int[] each, long pattern) {
    long[] grouped = new long[caps.length];
    long sum = prior + together(pattern, grouped);
    for (int f = 0; f < each.length; f++) {
      if (groupOf[f] >= 0) {
        grouped[groupOf[f]] += each[f];
      } else {
        sum += each[f];
      }
    }
    for (int g = 0; g < caps.length; g++) {
      sum += Math.min(grouped[g], caps[g]);
    }
    return (int) (sum + relatives(each, pattern));
  }

  /**
   * What relatives who look so much alike take from a pair's log2 odds, in 1/65536 bit.
   *
   * @param each weight with its rarity; 0 where a field says nothing
   * @param pattern levels of the fields
   */
  public int relatives(int[] each, long pattern) {
    return relatives.any() ? relatives.bits(each, amongStrangers(pattern)) : 0;
  }

  /** The same of two rows. */
  public int relatives(int a, int b, long pattern) {
    if (!relatives.any()) {
      return 0;
    }
    int[] each = new int[weights.length];
    for (int f = 0; f < each.length; f++) {
      int level = Pattern.level(pattern, f);
      each[f] = level == Pattern.MISSING ? 0 : weight(f, level, a, b);
    }
    return relatives(each, pattern);
  }

  /** What a level weighs without rarity. */
  public int level(int field, int level) {
    return weights[field][level];
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
