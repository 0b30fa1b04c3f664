package dev.sextant.kernels.doubt;

import dev.sextant.kernels.BadGraph;
import java.util.Arrays;

/* Ranks values, highest first, places among equal ones being drawn by lot; keeps its arrays. Also
 * compares two rankings. */
final class Ranking {
  /** Values that differ by less than this share come from rounding and are equal. */
  private static final double EQUAL = 1e-9;

  /** As above, where both are next to nothing beside the largest value. */
  private static final double NOTHING = 1e-12;

  /** Above so many nodes a key has too few bits left for the value. */
  private static final int MOST = 1 << 20;

  /** Values of a byte. */
  private static final int DIGITS = 256;

  private final int[] begin = new int[DIGITS + 1]; // of each byte's keys
  private long[] keys;
  private long[] spare;
  private final int[] order;
  private final int[] shift;
  private final int[] tree;
  private final int[] byOther;
  private final int[] start;

  /** By place: how many different values are higher, after {@link #rank}. */
  final int[] level;

  Ranking(int most) {
    if (most > MOST) {
      throw new BadGraph(
          most + " nodes are too many to rank in replicas: at most " + MOST + "; take a part");
    }
    keys = new long[most];
    spare = new long[most];
    order = new int[most];
    shift = new int[most];
    tree = new int[most + 1];
    byOther = new int[most];
    start = new int[most + 1];
    level = new int[most];
  }

  /**
   * Ranks the first values.
   *
   * @param ranks takes 1 for the highest; equal values get the ranks that they share by lot, NaN is
   *     below everything
   * @return how many different values there are
   */
  int rank(double[] values, int count, int[] ranks, Chance chance) {
    sort(values, count);
    double largest = 0;
    for (int i = 0; i < count; i++) {
      double size = Math.abs(values[i]);
      largest = size > largest && size < Double.POSITIVE_INFINITY ? size : largest;
    }
    int different = 0;
    for (int i = 0; i < count; ) {
      int end = i + 1;
      while (end < count && equal(values[order[end - 1]], values[order[end]], largest)) {
        end++;
      }
      for (int j = i; j < end; j++) {
        level[order[j]] = different;
      }
      draw(order, i, end, chance);
      for (int j = i; j < end; j++) {
        ranks[order[j]] = j + 1;
      }
      different++;
      i = end;
    }
    return different;
  }

  /** Puts some of a list in an order drawn by lot. */
  static void draw(int[] list, int from, int to, Chance chance) {
    for (int j = to - 1; j > from; j--) {
      int k = from + chance.below(j - from + 1);
      int swap = list[j];
      list[j] = list[k];
      list[k] = swap;
    }
  }

  /** Where the first values stand, highest first, before lots are drawn among equal ones. */
  int[] order(double[] values, int count) {
    sort(values, count);
    return Arrays.copyOf(order, count);
  }

  private static boolean equal(double above, double here, double largest) {
    if (Double.isNaN(above) || Double.isNaN(here)) {
      return Double.isNaN(above) && Double.isNaN(here);
    }
    double apart = above - here;
    return above == here
        || apart <= EQUAL * Math.max(Math.abs(above), Math.abs(here))
        || apart <= NOTHING * largest;
  }

  /* A key is the value's leading bits over the node's number: primitive sorting, and the bits cut
   * off weigh less than what counts as equal. */
  private void sort(double[] values, int count) {
    int bits = 32 - Integer.numberOfLeadingZeros(Math.max(1, count - 1));
    long mask = (1L << bits) - 1;
    for (int i = 0; i < count; i++) {
      double value = values[i];
      long raw = Double.isNaN(value) ? Long.MIN_VALUE : Double.doubleToRawLongBits(value + 0.0);
      long ascending = Double.isNaN(value) ? raw : raw ^ ((raw >> 63) & Long.MAX_VALUE);
      keys[i] = (~ascending & ~mask) | i;
    }
    sortFrom(bits, count);
    for (int i = 0; i < count; i++) {
      order[i] = (int) (keys[i] & mask);
    }
  }

  /* By one byte after another from the last (stable counting sorts), those left out in which all are
   * alike. The bits below the first, the nodes' numbers, are in order already. Thousands of replicas
   * sort some hundred keys each, where comparing costs several times as much. */
  private void sortFrom(int first, int count) {
    long[] from = keys;
    long[] to = spare;
    for (int bit = first; bit < Long.SIZE && count > 1; bit += Byte.SIZE) {
      Arrays.fill(begin, 0);
      for (int i = 0; i < count; i++) {
        begin[digit(from[i], bit) + 1]++;
      }
      if (begin[digit(from[0], bit) + 1] == count) {
        continue;
      }
      for (int d = 0; d < DIGITS; d++) {
        begin[d + 1] += begin[d];
      }
      for (int i = 0; i < count; i++) {
        to[begin[digit(from[i], bit)]++] = from[i];
      }
      long[] swap = from;
      from = to;
      to = swap;
    }
    keys = from;
    spare = to;
  }

  /* Keys have signs: the lowest is the first. */
  private static int digit(long key, int bit) {
    return (int) ((key ^ Long.MIN_VALUE) >>> bit) & (DIGITS - 1);
  }

  /**
   * Pairs of nodes that two rankings order alike and otherwise.
   *
   * @param alike pairs in the same order in both
   * @param turned pairs in opposite orders
   * @param onlyOne pairs equal in the other ranking only
   * @param onlyOther pairs equal in the one only
   */
  record Agreement(long alike, long turned, long onlyOne, long onlyOther) {
    /** Share of the pairs ordered in both that are ordered alike; 1 if there are none. */
    double robustness() {
      return alike + turned == 0 ? 1 : (double) alike / (alike + turned);
    }

    /** Kendall's tau-b; 1 if neither orders anything. */
    double tau() {
      double one = (double) alike + turned + onlyOne;
      double other = (double) alike + turned + onlyOther;
      return one == 0 && other == 0
          ? 1
          : one == 0 || other == 0 ? 0 : (alike - turned) / Math.sqrt(one) / Math.sqrt(other);
    }
  }

  /**
   * Compares, by counting inversions (W. R. Knight 1966, doi:10.1080/01621459.1966.10480879).
   *
   * @param one levels of the first ranking, from 0
   * @param other levels of the second, from 0
   */
  Agreement compare(int[] one, int levelsOfOne, int[] other, int levelsOfOther, int count) {
    long all = (long) count * (count - 1) / 2;
    long equalOther = bucket(other, levelsOfOther, count, null, byOther);
    long equalOne = bucket(one, levelsOfOne, count, byOther, shift);
    long equalBoth = 0;
    for (int i = 0; i < count; ) {
      int end = i + 1;
      int v = shift[i];
      while (end < count && one[shift[end]] == one[v] && other[shift[end]] == other[v]) {
        end++;
      }
      equalBoth += (long) (end - i) * (end - i - 1) / 2;
      i = end;
    }
    long turned = 0;
    Arrays.fill(tree, 0, levelsOfOther + 1, 0);
    for (int i = 0; i < count; i++) {
      int level = other[shift[i]];
      // Those before with a higher level stand the other way round; equals in one come ascending.
      turned += i - sum(level + 1);
      for (int at = level + 1; at <= levelsOfOther; at += at & -at) {
        tree[at]++;
      }
    }
    long ordered = all - equalOne - equalOther + equalBoth;
    return new Agreement(ordered - turned, turned, equalOther - equalBoth, equalOne - equalBoth);
  }

  private int sum(int upTo) {
    int sum = 0;
    for (int at = upTo; at > 0; at -= at & -at) {
      sum += tree[at];
    }
    return sum;
  }

  /** Sorts by level, stably; answers how many pairs are on one level. */
  private long bucket(
      int[] levels,
      int different,
      int count,
      int @org.jspecify.annotations.Nullable [] from,
      int[] to) {
    Arrays.fill(start, 0, different + 1, 0);
    for (int i = 0; i < count; i++) {
      start[levels[i] + 1]++;
    }
    long pairs = 0;
    for (int l = 0; l < different; l++) {
      long size = start[l + 1];
      pairs += size * (size - 1) / 2;
      start[l + 1] += start[l];
    }
    for (int i = 0; i < count; i++) {
      int v = from == null ? i : from[i];
      to[start[levels[v]]++] = v;
    }
    return pairs;
  }
}
