package dev.sextant.linkage.model;

import dev.sextant.linkage.metric.Bits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Corrects scores by pairs that cannot be of one actor. Where a source has each actor once, pairs
 * inside a source are strangers, met by the same rules and scored by the same model: they show how
 * often strangers reach a score. What pairs across sources there are beyond that number are of one
 * actor. (Known from proteomics as target-decoy search: Elias and Gygi 2007, doi:10.1038/nmeth1019;
 * the share is a local false discovery rate: Efron 2001, doi:10.1198/016214501753382129.)
 *
 * <p>The correction is a shift in bits that depends on the score alone and never turns the order of
 * two scores. It is read off where both kinds of pairs are many, and carried on unchanged beyond.
 */
public final class Decoys {
  /** No correction. */
  public static final Decoys NONE = new Decoys(new int[0], new int[0]);

  /** Pairs of either kind in a step, so that its share is known within a fifth or so. */
  private static final double LEAST = 25;

  /** Scores further from even than this are of no doubt, and too many to look at. */
  private static final int FLOOR = -12 * Bits.ONE;

  /** Most bits of correction: more would mean that the model is not worth correcting. */
  private static final int MOST = 6 * Bits.ONE;

  private final int[] knots;
  private final int[] shifts;

  private Decoys(int[] knots, int[] shifts) {
    this.knots = knots;
    this.shifts = shifts;
  }

  /**
   * Learns the correction.
   *
   * @param across scores of pairs across sources
   * @param inside scores of pairs inside a source
   * @param ratio all pairs across sources to all pairs inside
   */
  public static Decoys learn(int[] across, int[] inside, double ratio) {
    int[] targets = sorted(across);
    int[] strangers = sorted(inside);
    List<double[]> steps = steps(targets, strangers, ratio);
    List<Integer> knots = new ArrayList<>();
    List<Integer> shifts = new ArrayList<>();
    for (double[] step : steps) {
      double expected = step[1] * ratio;
      double beyond = step[0] - expected;
      if (step[1] < LEAST || beyond < LEAST) {
        continue;
      }
      int knot = (int) Math.round(step[2] / step[0]);
      int shift = Bits.log2(beyond / expected) - knot;
      knots.add(knot);
      shifts.add(Math.max(-MOST, Math.min(MOST, shift)));
    }
    int[] at = knots.stream().mapToInt(Integer::intValue).toArray();
    int[] by = shifts.stream().mapToInt(Integer::intValue).toArray();
    /* A corrected score never falls behind that of a lower score. */
    for (int i = 1; i < at.length; i++) {
      by[i] = Math.max(by[i], at[i - 1] + by[i - 1] - at[i] + 1);
    }
    return new Decoys(at, by);
  }

  private static int[] sorted(int[] scores) {
    return Arrays.stream(scores).filter(score -> score >= FLOOR).sorted().toArray();
  }

  /* Steps upwards, each with at least LEAST of both kinds; then neighbours whose shares fall are put
   * together (pool adjacent violators), as a higher score cannot mean less. */
  private static List<double[]> steps(int[] targets, int[] strangers, double ratio) {
    List<double[]> steps = new ArrayList<>();
    double[] step = new double[3];
    int s = 0;
    for (int t = 0; t < targets.length; t++) {
      step[0]++;
      step[2] += targets[t];
      while (s < strangers.length && strangers[s] <= targets[t]) {
        step[1]++;
        s++;
      }
      boolean tied = t + 1 < targets.length && targets[t + 1] == targets[t];
      if (!tied && step[0] >= 2 * LEAST && step[1] >= LEAST) {
        push(steps, step);
        step = new double[3];
      }
    }
    return steps;
  }

  private static void push(List<double[]> steps, double[] step) {
    double[] last = step;
    while (!steps.isEmpty() && steps.getLast()[0] / steps.getLast()[1] >= last[0] / last[1]) {
      double[] before = steps.removeLast();
      last = new double[] {before[0] + last[0], before[1] + last[1], before[2] + last[2]};
    }
    steps.add(last);
  }

  /** Whether there was enough to learn from. */
  public boolean learned() {
    return knots.length > 0;
  }

  /** A score, corrected; in 1/65536 bit. */
  public int corrected(int score) {
    if (knots.length == 0) {
      return score;
    }
    int at = Arrays.binarySearch(knots, score);
    if (at >= 0) {
      return score + shifts[at];
    }
    int above = -at - 1;
    if (above == 0) {
      return score + shifts[0];
    }
    if (above == knots.length) {
      return score + shifts[above - 1];
    }
    long width = knots[above] - knots[above - 1];
    long part = (long) (shifts[above] - shifts[above - 1]) * (score - knots[above - 1]);
    return score + shifts[above - 1] + (int) Math.floorDiv(part, width);
  }

  /**
   * The whole correction, for explanations: knots rising, all in 1/65536 bit.
   *
   * @param knots scores at which a shift was learned
   * @param shifts by knot
   */
  public record Told(List<Integer> knots, List<Integer> shifts) {
    /** Copies the lists. */
    public Told {
      knots = List.copyOf(knots);
      shifts = List.copyOf(shifts);
      if (knots.size() != shifts.size()) {
        throw new IllegalArgumentException("each knot has a shift");
      }
    }

    /** A score, corrected. */
    public int corrected(int score) {
      return new Decoys(
              knots.stream().mapToInt(Integer::intValue).toArray(),
              shifts.stream().mapToInt(Integer::intValue).toArray())
          .corrected(score);
    }
  }

  /** The whole correction. */
  public Told told() {
    return new Told(Arrays.stream(knots).boxed().toList(), Arrays.stream(shifts).boxed().toList());
  }
}
