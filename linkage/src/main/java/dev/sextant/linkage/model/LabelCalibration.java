package dev.sextant.linkage.model;

import dev.sextant.linkage.metric.Bits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A map from scores to log2 odds, learned from pairs that persons judged. It never turns the order
 * of two scores.
 *
 * <ul>
 *   <li>With at least {@value #MANY} labels of either kind: isotonic regression (pool adjacent
 *       violators: Ayer and others 1955, doi:10.1214/aoms/1177728423), half a pair of either kind
 *       added to each block, straight between the blocks' mean scores.
 *   <li>With at least {@value #FEW} of either kind: bi-Gaussian, one normal distribution of scores
 *       for each kind with a variance in common, so that log odds are a straight line of the score
 *       (Brümmer, Swart and van Leeuwen 2014, arXiv:1402.2447). It may flatten, never reverse. The
 *       line is mixed with what the scores claim, half and half at {@value #HALF} labels of either
 *       kind: a few labels far out would bend it.
 *   <li>With fewer: none.
 * </ul>
 *
 * <p>Labels may be drawn by score, as {@code identity sample} does: what is learned is the
 * probability of one actor at a score, which such a choice leaves as it is. Labels that were chosen
 * for their verdict mislead.
 */
public final class LabelCalibration {
  /** Labels of either kind for isotonic regression. */
  public static final int MANY = 150;

  /** Labels of either kind for any calibration. */
  public static final int FEW = 10;

  /** Labels of either kind at which they are heard as much as the scores' own claims. */
  private static final double HALF = 50;

  /** How a map was learned. */
  public enum Kind {
    /** Pool adjacent violators. */
    ISOTONIC,
    /** Two normal distributions. */
    BI_GAUSSIAN,
    /** Too few labels: scores stay. */
    NONE
  }

  /** Scores beyond are taken for this much: outliers must not bend the line. */
  private static final double FAR = 15;

  private final Kind kind;
  private final int same;
  private final int different;
  private final double[] knots;
  private final double[] odds;

  private LabelCalibration(Kind kind, int same, int different, double[] knots, double[] odds) {
    this.kind = kind;
    this.same = same;
    this.different = different;
    this.knots = knots;
    this.odds = odds;
  }

  /**
   * Learns.
   *
   * @param same scores of pairs judged same, in 1/65536 bit
   * @param different scores of pairs judged different
   */
  public static LabelCalibration learn(int[] same, int[] different) {
    int least = Math.min(same.length, different.length);
    if (least < FEW) {
      return new LabelCalibration(
          Kind.NONE, same.length, different.length, new double[0], new double[0]);
    }
    return least >= MANY ? isotonic(same, different) : gaussian(same, different);
  }

  private static LabelCalibration isotonic(int[] same, int[] different) {
    List<double[]> pairs = new ArrayList<>();
    Arrays.stream(same).forEach(score -> pairs.add(new double[] {Bits.shown(score), 1, 1}));
    Arrays.stream(different).forEach(score -> pairs.add(new double[] {Bits.shown(score), 0, 1}));
    pairs.sort(Comparator.comparingDouble(pair -> pair[0]));
    /* Blocks of sum of scores, pairs that are same, pairs; equal scores are one observation. */
    List<double[]> tied = new ArrayList<>();
    double last = Double.NaN;
    for (double[] pair : pairs) {
      if (pair[0] != last) {
        tied.add(new double[3]);
        last = pair[0];
      }
      add(tied.getLast(), pair);
    }
    List<double[]> blocks = new ArrayList<>();
    for (double[] block : tied) {
      while (!blocks.isEmpty()
          && blocks.getLast()[1] * block[2] >= block[1] * blocks.getLast()[2]) {
        double[] before = blocks.removeLast();
        before[0] += block[0];
        before[1] += block[1];
        before[2] += block[2];
        block = before;
      }
      blocks.add(block);
    }
    double[] knots = new double[blocks.size()];
    double[] odds = new double[knots.length];
    for (int i = 0; i < knots.length; i++) {
      double[] block = blocks.get(i);
      knots[i] = block[0] / block[2];
      odds[i] = log2((block[1] + 0.5) / (block[2] - block[1] + 0.5));
      odds[i] = i == 0 ? odds[i] : Math.max(odds[i], odds[i - 1]);
    }
    return new LabelCalibration(Kind.ISOTONIC, same.length, different.length, knots, odds);
  }

  private static void add(double[] block, double[] pair) {
    block[0] += pair[0];
    block[1] += pair[1];
    block[2] += 1;
  }

  private static LabelCalibration gaussian(int[] same, int[] different) {
    double one = mean(same);
    double two = mean(different);
    double variance =
        (apart(same, one) + apart(different, two)) / (same.length + different.length - 2);
    /* In nats a unit of score is worth (mean - mean) / variance; a slope of next to nothing says
     * that the scores told these labels nothing. */
    double slope = Math.max(0, (one - two) / Math.max(0.01, variance)) / StrictMath.log(2);
    double middle = (one + two) / 2;
    double even = log2((double) same.length / different.length);
    double heard = least(same, different) / (least(same, different) + HALF);
    return new LabelCalibration(
        Kind.BI_GAUSSIAN,
        same.length,
        different.length,
        new double[] {middle - FAR, middle + FAR},
        new double[] {
          mixed(heard, even - slope * FAR, middle - FAR),
          mixed(heard, even + slope * FAR, middle + FAR)
        });
  }

  private static double least(int[] same, int[] different) {
    return Math.min(same.length, different.length);
  }

  private static double mixed(double heard, double learned, double claimed) {
    return heard * learned + (1 - heard) * claimed;
  }

  private static double held(int score) {
    return Math.max(-FAR, Math.min(FAR, Bits.shown(score)));
  }

  private static double mean(int[] scores) {
    double sum = 0;
    for (int score : scores) {
      sum += held(score);
    }
    return sum / scores.length;
  }

  private static double apart(int[] scores, double mean) {
    double sum = 0;
    for (int score : scores) {
      sum += (held(score) - mean) * (held(score) - mean);
    }
    return sum;
  }

  private static double log2(double x) {
    return StrictMath.log(x) / StrictMath.log(2);
  }

  /** How it was learned. */
  public Kind kind() {
    return kind;
  }

  /** Labels of one actor that it was learned from. */
  public int same() {
    return same;
  }

  /** Labels of two actors that it was learned from. */
  public int different() {
    return different;
  }

  /**
   * A score, calibrated: straight between the knots; beyond them as far from the last one as the
   * score is.
   *
   * @param score log2 odds in 1/65536 bit
   */
  public int of(int score) {
    if (kind == Kind.NONE) {
      return score;
    }
    double x = Bits.shown(score);
    int last = knots.length - 1;
    if (x <= knots[0]) {
      return Bits.of(Math.max(-60, odds[0] + x - knots[0]));
    }
    if (x >= knots[last]) {
      return Bits.of(Math.min(60, odds[last] + beyond(x - knots[last])));
    }
    int at = Arrays.binarySearch(knots, x);
    int low = at >= 0 ? Math.min(at, last - 1) : -at - 2;
    double part = (x - knots[low]) / (knots[low + 1] - knots[low]);
    return Bits.of(odds[low] + part * (odds[low + 1] - odds[low]));
  }

  /* The block of the highest scores is all of one kind as a rule, and its odds are the number of its
   * labels: nothing was seen of how sure the surest are, so they gain no more than their lead. */
  private double beyond(double lead) {
    return kind == Kind.ISOTONIC ? lead / 2 : lead;
  }

  /**
   * The whole map, for explanations: in bits.
   *
   * @param kind how it was learned
   * @param same labels of one actor
   * @param different labels of two
   * @param knots scores, rising
   * @param odds log2 odds by knot
   */
  public record Told(Kind kind, int same, int different, List<Double> knots, List<Double> odds) {
    /** Copies the lists. */
    public Told {
      knots = List.copyOf(knots);
      odds = List.copyOf(odds);
      if (knots.size() != odds.size() || (kind != Kind.NONE && knots.isEmpty())) {
        throw new IllegalArgumentException("each knot has odds, and a map has a knot");
      }
    }

    /** A score, calibrated; both in 1/65536 bit. */
    public int calibrated(int score) {
      return new LabelCalibration(
              kind,
              same,
              different,
              knots.stream().mapToDouble(Double::doubleValue).toArray(),
              odds.stream().mapToDouble(Double::doubleValue).toArray())
          .of(score);
    }
  }

  /** The whole map. */
  public Told told() {
    return new Told(
        kind,
        same,
        different,
        Arrays.stream(knots).boxed().toList(),
        Arrays.stream(odds).boxed().toList());
  }
}
