package dev.sextant.linkage.model;

import dev.sextant.linkage.compare.Comparison;
import dev.sextant.linkage.metric.Bits;
import dev.sextant.linkage.profile.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How rare what two records agree in is: term frequency (Winkler 1989, "Frequency-based matching in
 * the Fellegi-Sunter model"), frozen for a release. Two strangers agree in a term with its
 * frequency, so agreeing in a rare one says more than the level says on average and agreeing in a
 * common one less; the difference is added, in bits.
 *
 * <p>Terms are counted once a group of records and not once a record, where groups are known: twenty
 * records of one person do not make a name common.
 */
public final class Rarity {
  /** Most bits that rarity adds or takes: beyond, frequencies are counted from too few. */
  private static final int MOST = 10 * Bits.ONE;

  private final int[][][] termOf;
  private final int[][] bits;

  private Rarity(int[][][] termOf, int[][] bits) {
    this.termOf = termOf;
    this.bits = bits;
  }

  /** The terms of all values; counted by {@link #counted}. */
  public static Rarity terms(List<Compared> fields) {
    int[][][] termOf = new int[fields.size()][][];
    for (int f = 0; f < termOf.length; f++) {
      termOf[f] = terms(fields.get(f));
    }
    return new Rarity(termOf, new int[termOf.length][]);
  }

  /* By level and value; -1 where frequency says nothing. All levels of a field share one numbering,
   * and levels with the same terms one array. */
  private static int[][] terms(Compared field) {
    Comparison<Object> comparison = field.comparison();
    int levels = field.levels().size();
    int[][] byLevel = new int[levels][];
    if (field.fixed() || field.field().frequency() == Field.Frequency.NONE) {
      return byLevel;
    }
    Map<String, Integer> numbers = new HashMap<>();
    int last = field.field().frequency() == Field.Frequency.EXACT ? 1 : levels - 1;
    for (int level = 0; level < last; level++) {
      int[] terms = new int[field.values().length];
      boolean any = false;
      for (int value = 0; value < terms.length; value++) {
        Object prepared = field.values()[value];
        String term = prepared == null ? null : comparison.term(prepared, level);
        terms[value] = term == null ? -1 : numbers.computeIfAbsent(term, t -> numbers.size());
        any |= term != null;
      }
      if (any) {
        byLevel[level] = terms;
        for (int other = 0; other < level; other++) {
          if (byLevel[other] != null && Arrays.equals(byLevel[other], terms)) {
            byLevel[level] = byLevel[other];
          }
        }
      }
    }
    return byLevel;
  }

  /**
   * Counts terms.
   *
   * @param groups of each row: a term counts once a group
   */
  public Rarity counted(List<Compared> fields, int[] groups) {
    int[][] counted = new int[termOf.length][];
    for (int f = 0; f < termOf.length; f++) {
      List<int[]> kinds = new ArrayList<>();
      for (int[] terms : termOf[f]) {
        if (terms != null && kinds.stream().noneMatch(kind -> kind == terms)) {
          kinds.add(terms);
        }
      }
      counted[f] = kinds.isEmpty() ? new int[0] : bits(kinds, fields.get(f).valueOf(), groups);
    }
    return new Rarity(termOf, counted);
  }

  private static int[] bits(List<int[]> kinds, int[] valueOf, int[] groups) {
    int most = 0;
    for (int[] terms : kinds) {
      for (int term : terms) {
        most = Math.max(most, term + 1);
      }
    }
    int[] bits = new int[most];
    for (int[] terms : kinds) {
      long[] count = new long[most];
      long all = count(terms, valueOf, groups, count);
      if (all < 2) {
        continue;
      }
      /* The chance that two strangers agree, which is what the level weighs on average. Half a count
       * more: a term seen once is not known to be as rare as one in all. */
      double chance = 0;
      for (long each : count) {
        double share = each / (double) all;
        chance += share * share;
      }
      for (int term = 0; term < most; term++) {
        if (count[term] > 0) {
          int rare = Bits.log2(chance * all / (count[term] + 0.5));
          bits[term] = Math.max(-MOST, Math.min(MOST, rare));
        }
      }
    }
    return bits;
  }

  private static long count(int[] terms, int[] valueOf, int[] groups, long[] count) {
    long all = 0;
    Set<Long> seen = new HashSet<>();
    boolean single = groups.length == 0;
    for (int row = 0; row < valueOf.length; row++) {
      int term = valueOf[row] < 0 ? -1 : terms[valueOf[row]];
      if (term >= 0 && (single || seen.add((long) groups[row] << 32 | term))) {
        count[term]++;
        all++;
      }
    }
    return all;
  }

  /** What the rarity of the agreement adds, in 1/65536 bit. */
  public int bits(int field, int level, int valueA, int valueB) {
    int[] terms = level < termOf[field].length ? termOf[field][level] : null;
    if (terms == null) {
      return 0;
    }
    int a = terms[valueA];
    int b = terms[valueB];
    if (a < 0 || b < 0) {
      return 0;
    }
    int[] rare = bits[field];
    /* Two terms that differ: the commoner one says how usual such values are, and only by half, for
     * a rare spelling may be a common name misspelt. */
    return a == b ? rare[a] : Math.min(rare[a], rare[b]) / 2;
  }
}
