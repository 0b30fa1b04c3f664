package dev.sextant.linkage.model;

import java.util.Arrays;
import java.util.TreeMap;

/**
 * Patterns of pairs of a table, drawn by chance though not all with one chance: how many pairs of
 * the table have each pattern, estimated without bias (Horvitz and Thompson 1952,
 * doi:10.1080/01621459.1952.10483446), and how many of them each pair drawn stands for.
 */
public final class SampledPairs {
  private final long[] patterns;
  private final double[] pairs;
  private final double[] each;

  private SampledPairs(long[] patterns, double[] pairs, double[] each) {
    this.patterns = patterns;
    this.pairs = pairs;
    this.each = each;
  }

  /**
   * Of pairs that all had one chance to be drawn.
   *
   * @param drawn patterns of the pairs
   * @param all pairs of the table
   */
  public static SampledPairs even(PatternCounts drawn, double all) {
    long[] patterns = drawn.patterns();
    double[] counts = Arrays.stream(patterns).mapToDouble(drawn::count).toArray();
    double stands = all / Math.max(1, Arrays.stream(counts).reduce(0, Double::sum));
    double[] each = new double[counts.length];
    Arrays.fill(each, stands);
    return new SampledPairs(
        patterns, Arrays.stream(counts).map(count -> count * stands).toArray(), each);
  }

  /** The distinct patterns in numeric order. */
  public long[] patterns() {
    return patterns;
  }

  /** By pattern: pairs of the table, estimated. */
  public double[] pairs() {
    return pairs;
  }

  /** By pattern: pairs of the table that one drawn pair stands for. */
  double[] each() {
    return each;
  }

  /** Collects drawn pairs; the same pairs in the same order give the same bits. */
  public static final class Builder {
    private final TreeMap<Long, double[]> drawn = new TreeMap<>();

    /**
     * Adds a drawn pair.
     *
     * @param stands how many pairs of the table it stands for: one over the number of times that it
     *     was to be expected among those drawn
     */
    public void add(long pattern, double stands) {
      put(pattern, stands, stands * stands);
    }

    /** Adds all that another collected. */
    public void add(Builder other) {
      other.drawn.forEach((pattern, sums) -> put(pattern, sums[0], sums[1]));
    }

    private void put(long pattern, double pairs, double squares) {
      double[] sums = drawn.computeIfAbsent(pattern, p -> new double[2]);
      sums[0] += pairs;
      sums[1] += squares;
    }

    /** All that was collected. */
    public SampledPairs end() {
      long[] patterns = new long[drawn.size()];
      double[] pairs = new double[patterns.length];
      double[] each = new double[patterns.length];
      int[] at = new int[1];
      drawn.forEach((pattern, sums) -> {
        patterns[at[0]] = pattern;
        pairs[at[0]] = sums[0];
        each[at[0]++] = sums[1] / sums[0];
      });
      return new SampledPairs(patterns, pairs, each);
    }
  }
}
