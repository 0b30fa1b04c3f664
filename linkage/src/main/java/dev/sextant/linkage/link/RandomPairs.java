package dev.sextant.linkage.link;

import dev.sextant.linkage.block.Sides;
import dev.sextant.linkage.block.Workers;
import dev.sextant.linkage.model.Compared;
import dev.sextant.linkage.model.Comparer;
import dev.sextant.linkage.model.SampledPairs;
import dev.sextant.linkage.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;

/**
 * Patterns of random pairs: how often strangers agree. Pairs are drawn by the records' places in
 * the order of ids, so that the order of the file has no say.
 *
 * <p>Half a million pairs of all never show what one pair in ten million is. So pairs are drawn
 * from those as well that have one value in a field, field by field: a pair stands for one over the
 * number of times that it was to be expected in all draws together (the balance heuristic: Veach
 * and Guibas 1995, doi:10.1145/218380.218498). What strangers share with an e-mail address is then
 * known as well as what they share with nobody.
 */
final class RandomPairs {
  /** At this many pairs an agreement of one in 5,000 is known within 10 %. */
  private static final int PAIRS = 500_000;

  /** Pairs that have one value in a field, of each field. */
  private static final int ALIKE = 1 << 15;

  private static final int PIECES = 32;

  private final Table table;
  private final int[] byRank;
  private final Sides sides;
  private final List<Compared> fields;
  private final SplittableRandom seeds;

  /** By field: how often a pair of one value is expected among those drawn for it. */
  private final double[] chances;

  private double chance;

  private RandomPairs(
      Table table, int[] byRank, Sides sides, List<Compared> fields, SplittableRandom seeds) {
    this.table = table;
    this.byRank = byRank;
    this.sides = sides;
    this.fields = fields;
    this.seeds = seeds;
    this.chances = new double[fields.size()];
  }

  static SampledPairs draw(
      Table table, int[] byRank, Sides sides, List<Compared> fields, long seed, Workers workers) {
    return new RandomPairs(table, byRank, sides, fields, new SplittableRandom(seed)).draw(workers);
  }

  private SampledPairs draw(Workers workers) {
    int left = 0;
    for (int row : byRank) {
      left += row < table.left() ? 1 : 0;
    }
    int[] leftRows = new int[table.twoSided() ? left : byRank.length];
    int[] rightRows = table.twoSided() ? new int[byRank.length - left] : byRank;
    int l = 0;
    int r = 0;
    for (int row : byRank) {
      if (!table.twoSided() || row < table.left()) {
        leftRows[l++] = row;
      } else {
        rightRows[r++] = row;
      }
    }
    double all = (double) leftRows.length * rightRows.length;
    int each = (int) Math.min(PAIRS, 2 * all) / PIECES + 1;
    chance = (table.twoSided() ? 1 : 2) * (double) each * PIECES / Math.max(1, all);
    List<long[]> drawn = new ArrayList<>();
    List<Callable<long[]>> work = new ArrayList<>();
    for (int piece = 0; piece < PIECES; piece++) {
      SplittableRandom random = seeds.split();
      work.add(() -> {
        long[] pairs = new long[each];
        for (int i = 0; i < each && all > 0; i++) {
          int a = leftRows[random.nextInt(leftRows.length)];
          pairs[i] = (long) a << 32 | rightRows[random.nextInt(rightRows.length)];
        }
        return pairs;
      });
    }
    drawn.addAll(workers.all(work));
    for (int f = 0; f < fields.size(); f++) {
      drawn.add(alike(f));
    }
    List<Callable<SampledPairs.Builder>> compare = new ArrayList<>();
    for (long[] pairs : drawn) {
      compare.add(() -> compared(pairs));
    }
    SampledPairs.Builder sampled = new SampledPairs.Builder();
    workers.all(compare).forEach(sampled::add);
    return sampled.end();
  }

  /* Pairs of one value in a field, each with the same chance: one record with a chance that grows
   * with the number of those that have its value, another from among them. */
  private long[] alike(int field) {
    int[] valueOf = fields.get(field).valueOf();
    SplittableRandom random = seeds.split();
    int values = fields.get(field).values().length;
    int[] starts = new int[values + 1];
    for (int row : byRank) {
      if (valueOf[row] >= 0) {
        starts[valueOf[row] + 1]++;
      }
    }
    for (int v = 0; v < values; v++) {
      starts[v + 1] += starts[v];
    }
    int[] rows = new int[starts[values]];
    int[] next = Arrays.copyOf(starts, values);
    long[] sums = new long[byRank.length];
    long sum = 0;
    for (int rank = 0; rank < byRank.length; rank++) {
      int value = valueOf[byRank[rank]];
      if (value >= 0) {
        rows[next[value]++] = byRank[rank];
        sum += starts[value + 1] - starts[value];
      }
      sums[rank] = sum;
    }
    if (fields.get(field).fixed() || sum == rows.length) {
      return new long[0];
    }
    long[] pairs = new long[(int) Math.min(ALIKE, sum)];
    chances[field] = 2.0 * pairs.length / sum;
    for (int i = 0; i < pairs.length; i++) {
      int rank = first(sums, random.nextLong(sum));
      int value = valueOf[byRank[rank]];
      int other = rows[starts[value] + random.nextInt(starts[value + 1] - starts[value])];
      pairs[i] = (long) byRank[rank] << 32 | other;
    }
    return pairs;
  }

  /* The first place whose running sum is above a number. */
  private static int first(long[] sums, long above) {
    int low = 0;
    int high = sums.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sums[middle] > above) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private SampledPairs.Builder compared(long[] pairs) {
    SampledPairs.Builder compared = new SampledPairs.Builder();
    Comparer comparer = new Comparer(fields);
    for (long pair : pairs) {
      int a = (int) (pair >>> 32);
      int b = (int) pair;
      boolean across = !table.twoSided() || a < table.left() != b < table.left();
      if (a == b || !across || !sides.looked(a, b)) {
        continue;
      }
      double expected = chance;
      for (int f = 0; f < chances.length; f++) {
        int[] valueOf = fields.get(f).valueOf();
        expected += valueOf[a] >= 0 && valueOf[a] == valueOf[b] ? chances[f] : 0;
      }
      compared.add(comparer.pattern(a, b), 1 / expected);
    }
    return compared;
  }
}
