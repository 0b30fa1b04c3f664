package dev.sextant.linkage.model;

import dev.sextant.linkage.compare.Comparison;
import dev.sextant.linkage.metric.Bits;
import dev.sextant.linkage.profile.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How rare what two records agree in is: term frequency (Winkler 1989, "Frequency-based matching in
 * the Fellegi-Sunter model"), frozen for a release. Two strangers agree in a term with its
 * frequency, so agreeing in a rare one says more than the level says on average and agreeing in a
 * common one less; the difference is added, in bits.
 *
 * <p>Terms are counted once a group of records and not once a record, where groups are known:
 * twenty records of one person do not make a name common.
 */
public final class Rarity {
  /** Most bits that rarity adds or takes: beyond, frequencies are counted from too few. */
  private static final int MOST = 10 * Bits.ONE;

  private final int[][][] termOf;
  private final int[][] bits;
  private final Counted[] counted;

  private Rarity(int[][][] termOf, int[][] bits, Counted[] counted) {
    this.termOf = termOf;
    this.bits = bits;
    this.counted = counted;
  }

  /* What the bits of a field were worked out from, for explanations. By term: its count, and which
   * kind of terms it is of; by kind: how many were counted, and the chance that two agree. */
  private record Counted(long[] count, int[] kind, long[] all, double[] chance) {
    static Counted of(int terms, int kinds) {
      return new Counted(new long[terms], new int[terms], new long[kinds], new double[kinds]);
    }
  }

  /**
   * What the rarity of one term is worked out from.
   *
   * @param term that agrees, or that one of two unlike values has
   * @param count how often it was counted
   * @param all terms counted
   * @param chance that two counted terms agree
   */
  public record Told(String term, long count, long all, double chance) {
    /** Its bits in 1/65536: {@code log2(chance * all / (count + 0.5))}, held to 10 bits. */
    public int bits() {
      return count == 0 || all < 2 ? 0 : rare(chance, all, count);
    }
  }

  private static int rare(double chance, long all, long count) {
    return Math.max(-MOST, Math.min(MOST, Bits.log2(chance * all / (count + 0.5))));
  }

  /**
   * What {@link #bits} was worked out from: the terms of both values, one where they are equal,
   * none where frequency says nothing.
   */
  public List<Told> told(Compared compared, int field, int level, int valueA, int valueB) {
    int[] terms = level < termOf[field].length ? termOf[field][level] : null;
    if (terms == null || terms[valueA] < 0 || terms[valueB] < 0) {
      return List.of();
    }
    Told a = told(compared, field, level, valueA);
    return terms[valueA] == terms[valueB]
        ? List.of(a)
        : List.of(a, told(compared, field, level, valueB));
  }

  private Told told(Compared compared, int field, int level, int value) {
    int term = termOf[field][level][value];
    Counted of = counted[field];
    String text = compared.comparison().term(compared.values()[value], level);
    int kind = of.kind()[term];
    return new Told(text == null ? "" : text, of.count()[term], of.all()[kind], of.chance()[kind]);
  }

  /** The bits of two terms that differ. */
  public static int unlike(int a, int b) {
    /* The commoner one says how usual such values are, and only by half, for a rare spelling may be
     * a common name misspelt. */
    return Math.min(a, b) / 2;
  }

  /** The terms of all values; counted by {@link #counted}. */
  public static Rarity terms(List<Compared> fields) {
    int[][][] termOf = new int[fields.size()][][];
    for (int f = 0; f < termOf.length; f++) {
      termOf[f] = terms(fields.get(f));
    }
    return new Rarity(termOf, new int[termOf.length][], new Counted[0]);
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
    int[][] worked = new int[termOf.length][];
    Counted[] kept = new Counted[termOf.length];
    for (int f = 0; f < termOf.length; f++) {
      List<int[]> kinds = new ArrayList<>();
      for (int[] terms : termOf[f]) {
        if (terms != null && kinds.stream().noneMatch(kind -> kind == terms)) {
          kinds.add(terms);
        }
      }
      int most = kinds.stream().flatMapToInt(Arrays::stream).max().orElse(-1) + 1;
      kept[f] = Counted.of(most, kinds.size());
      worked[f] = bits(kinds, fields.get(f).valueOf(), groups, kept[f]);
    }
    return new Rarity(termOf, worked, kept);
  }

  private static int[] bits(List<int[]> kinds, int[] valueOf, int[] groups, Counted kept) {
    int most = kept.count().length;
    int[] bits = new int[most];
    for (int kind = 0; kind < kinds.size(); kind++) {
      long[] count = new long[most];
      long all = count(kinds.get(kind), valueOf, groups, count);
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
      kept.all()[kind] = all;
      kept.chance()[kind] = chance;
      for (int term = 0; term < most; term++) {
        if (count[term] > 0) {
          bits[term] = rare(chance, all, count[term]);
          kept.count()[term] = count[term];
          kept.kind()[term] = kind;
        }
      }
    }
    return bits;
  }

  private static long count(int[] terms, int[] valueOf, int[] groups, long[] count) {
    boolean single = groups.length == 0;
    long all = 0;
    /* Sorted rather than put in a set: ten million boxed keys are half a gigabyte. */
    long[] seen = new long[single ? 0 : valueOf.length];
    int filled = 0;
    for (int row = 0; row < valueOf.length; row++) {
      int term = valueOf[row] < 0 ? -1 : terms[valueOf[row]];
      if (term >= 0 && single) {
        count[term]++;
        all++;
      } else if (term >= 0) {
        seen[filled++] = (long) groups[row] << 32 | term;
      }
    }
    Arrays.sort(seen, 0, filled);
    for (int i = 0; i < filled; i++) {
      if (i == 0 || seen[i] != seen[i - 1]) {
        count[(int) seen[i]]++;
        all++;
      }
    }
    return all;
  }

  /**
   * The terms of a field by text, to look up those of a record that came later.
   *
   * @return number of each term
   */
  public Map<String, Integer> numbers(Compared compared, int field) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int level = 0; level < termOf[field].length; level++) {
      int[] terms = termOf[field][level];
      for (int value = 0; terms != null && value < terms.length; value++) {
        Object prepared = compared.values()[value];
        String text = prepared == null ? null : compared.comparison().term(prepared, level);
        if (terms[value] >= 0 && text != null) {
          numbers.put(text, terms[value]);
        }
      }
    }
    return numbers;
  }

  /** Whether frequency says something at a level. */
  public boolean says(int field, int level) {
    return level < termOf[field].length && termOf[field][level] != null;
  }

  /** The bits of a term by its number, in 1/65536 bit. */
  public int term(int field, int number) {
    return bits[field][number];
  }

  /** The bits of a term that was never counted: as rare as can be told. */
  public int unseen(int field) {
    Counted of = counted[field];
    return of.all().length == 0 || of.all()[0] < 2 ? 0 : rare(of.chance()[0], of.all()[0], 0);
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
    return a == b ? rare[a] : unlike(rare[a], rare[b]);
  }
}
