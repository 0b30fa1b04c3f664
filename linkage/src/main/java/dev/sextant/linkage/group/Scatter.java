package dev.sextant.linkage.group;

/**
 * How far the pairs across two groups lie apart, in a whole run: what several pairs are worth
 * together. Each of k pairs across two groups is an observation of one question (are these two
 * groups one actor?). Where their scores differ, mistakes of single records made them differ, and
 * the average of several is surer than one of them; where they are alike, they are one observation
 * k times. So a block of pairs counts by its own scatter.
 *
 * <p>Log likelihood ratios of variance T between blocks and w within one: the average of k pairs
 * has the variance T + w / k, and since calibrated log likelihood ratios of one mean grow in
 * proportion as their variance falls, it is worth {@code (T + w) / (T + w / k)} of itself (van
 * Leeuwen and Brümmer 2013, arXiv:1304.1199: calibrated and normal implies a variance of twice the
 * mean, in nats; T is never taken for less than that).
 *
 * @param within variance within a block, over the whole run, in bits squared: a block that scatters
 *     more is not heard for more
 * @param between variance of the blocks' averages, in bits squared
 */
public record Scatter(double within, double between) {
  /** Of a run without any block of several pairs. */
  public static final Scatter NONE = new Scatter(0, 0);

  /** Units of a bit in which squares are summed: whole numbers, so that order has no say. */
  static final int UNITS = 256;

  private static final double ONE = 65536;

  /** Twice the mean, in bits: 2 / ln 2. */
  private static final double NORMAL = 2.8853900817779268;

  /**
   * What is heard of a block.
   *
   * @param height average log2 odds, in 1/65536 bit, or {@link Partition#BARRED} and the like
   * @param pairs how many it is the average of
   * @param own variance within the block, in 1/65536 bit squared
   * @param prior log2 odds in 1/65536 bit
   * @return log2 odds in 1/65536 bit
   */
  public int heard(int height, int pairs, int own, int prior) {
    boolean told =
        height != Partition.BARRED && height != Partition.UNTIED && height != Integer.MAX_VALUE;
    long evidence = Math.max(0, (long) height - prior);
    if (!told || pairs < 2 || own <= 0 || evidence == 0) {
      return height;
    }
    double w = Math.min(within, own / ONE);
    double total = Math.max(between, NORMAL * evidence / ONE);
    double more = evidence * (w * (1 - 1.0 / pairs) / (total + w / pairs));
    return (int) Math.min(Integer.MAX_VALUE - 1, height + Math.round(more));
  }

  /** The variance within one block in 1/65536 bit squared. */
  static int own(long sum, long squares, long pairs) {
    if (pairs < 2) {
      return 0;
    }
    double apart = squares - (double) sum * sum / pairs;
    double variance = apart / (pairs - 1) / ((double) UNITS * UNITS);
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE, Math.round(variance * ONE)));
  }

  /** Sums over blocks: whole numbers, so that their order has no say. */
  static final class Sums {
    private long blocks;
    private long pairs;
    private double squaresOfPairs;
    private long freedom;
    private double within;
    private double heights;
    private double squares;

    /* All addends are whole numbers, and sums of whole doubles below 2^53 are exact. */
    void add(int height, int count, int own) {
      if (count < 2 || height <= 0 || height == Integer.MAX_VALUE) {
        return;
      }
      long h = height / UNITS;
      blocks++;
      pairs += count;
      squaresOfPairs += (double) count * count;
      freedom += count - 1;
      within += Math.floor((double) own / UNITS) * (count - 1);
      heights += (double) h * count;
      squares += (double) (h * h >> 8) * count;
    }

    Scatter scatter() {
      if (blocks < 2) {
        return NONE;
      }
      double perPair = within / freedom * UNITS / ONE;
      double mean = heights / pairs;
      double apart = (squares * 256 - mean * heights) / ((double) UNITS * UNITS);
      double each = (pairs - squaresOfPairs / pairs) / (blocks - 1);
      return new Scatter(perPair, Math.max(0, (apart / (blocks - 1) - perPair) / each));
    }
  }
}
