package dev.sextant.linkage.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }

  /** Pairs (2i, 2i+1) with the given ratios; the first ones are the same. */
  private static LabelledPairs pairs(double[] same, double[] different) {
    ScoredPairs scored = new ScoredPairs();
    TruePairs truth = new TruePairs();
    int next = 0;
    for (double ratio : same) {
      scored.add(next, next + 1, log2(ratio), ratio / (1 + ratio));
      truth.add(next, next + 1);
      next += 2;
    }
    for (double ratio : different) {
      scored.add(next, next + 1, log2(ratio), ratio / (1 + ratio));
      next += 2;
    }
    return LabelledPairs.of(scored, truth);
  }

  @Test
  void ratiosThatSayNothingCostOneBit() {
    LabelledPairs pairs = pairs(new double[] {1, 1, 1}, new double[] {1, 1});
    assertThat(Calibration.of(pairs, Optional.of(0.0)).cllr()).isCloseTo(1, within(1e-12));
  }

  @Test
  void costOfKnownRatios() {
    // Same: 4, 1/2; different: 1/8, 2. By the definition of Brümmer and du Preez, by hand:
    // (log2(5/4) + log2(3)) / 2 and (log2(9/8) + log2(3)) / 2, halved and added.
    LabelledPairs pairs = pairs(new double[] {4, 0.5}, new double[] {0.125, 2});
    double byHand = ((log2(1.25) + log2(3)) / 2 + (log2(1.125) + log2(3)) / 2) / 2;
    Calibration calibration = Calibration.of(pairs, Optional.of(0.0));
    assertThat(calibration.cllr()).isCloseTo(byHand, within(1e-12));
    assertThat(calibration.cllrOfScores()).isCloseTo(byHand, within(1e-12));
    // From the lowest: different 1/8 alone (0 of 1); 1/2 same and 2 different pooled (1 of 2); same
    // 4 alone. Prior even: the middle block has ratio 1, so (0 + 1)/2 and (1 + 0)/2.
    assertThat(calibration.cllrMinimum()).isCloseTo(0.5, within(1e-12));
    assertThat(calibration.calibrationLoss()).isCloseTo(byHand - 0.5, within(1e-12));
  }

  @Test
  void priorIsTakenOff() {
    LabelledPairs pairs = pairs(new double[] {4, 0.5}, new double[] {0.125, 2, 0.125, 2});
    // Two same among six: log2(2/4) = -1.
    Calibration calibration = Calibration.of(pairs, Optional.empty());
    assertThat(calibration.priorLog2Odds()).isCloseTo(-1, within(1e-12));
    double byHand = ((log2(9 / 8.0) + log2(2)) / 2 + (log2(1.25) + log2(5)) / 2) / 2;
    assertThat(calibration.cllr()).isCloseTo(byHand, within(1e-12));
  }

  @Test
  void separatedPairsCanBeCalibratedToNothing() {
    LabelledPairs pairs = pairs(new double[] {9, 8, 7}, new double[] {1, 2, 3});
    assertThat(Calibration.of(pairs, Optional.of(0.0)).cllrMinimum()).isZero();
  }

  @Property
  void minimumIsNeverMoreThanAnyMonotoneChange(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] same = random.doubles(40, -3, 8).map(x -> Math.pow(2, x)).toArray();
    double[] different = random.doubles(60, -8, 3).map(x -> Math.pow(2, x)).toArray();
    LabelledPairs pairs = pairs(same, different);
    double minimum = Calibration.of(pairs, Optional.of(0.0)).cllrMinimum();
    for (double scale : new double[] {0.25, 0.5, 1, 1.5}) {
      for (double shift : new double[] {-2, 0, 2}) {
        double[] a = stretched(same, scale, shift);
        double[] b = stretched(different, scale, shift);
        assertThat(minimum)
            .as("seed %d", seed)
            .isLessThanOrEqualTo(Calibration.of(pairs(a, b), Optional.of(0.0)).cllr() + 1e-9);
      }
    }
  }

  private static double[] stretched(double[] ratios, double scale, double shift) {
    double[] changed = new double[ratios.length];
    for (int i = 0; i < ratios.length; i++) {
      changed[i] = Math.pow(2, scale * log2(ratios[i]) + shift);
    }
    return changed;
  }

  @Test
  void errorOfEqualBins() {
    // 30 pairs: 15 claim .25 (3 are the same: .2), 15 claim .75 (12 are: .8). Bins hold two pairs;
    // pairs of equal claim share their truth, so the one bin across both errs by 0.
    ScoredPairs scored = new ScoredPairs();
    TruePairs truth = new TruePairs();
    for (int i = 0; i < 30; i++) {
      boolean high = i >= 15;
      scored.add(2 * i, 2 * i + 1, high ? log2(3) : -log2(3), high ? 0.75 : 0.25);
      if (high ? i < 27 : i < 3) {
        truth.add(2 * i, 2 * i + 1);
      }
    }
    Calibration calibration = Calibration.of(LabelledPairs.of(scored, truth), Optional.empty());
    assertThat(calibration.bins()).hasSize(15).allMatch(bin -> bin.pairs() == 2);
    assertThat(calibration.bins().get(7).found()).isCloseTo(0.5, within(1e-12));
    assertThat(calibration.ece()).isCloseTo(0.05 * 28 / 30, within(1e-12));
  }

  @Test
  void surePairsAreHeldAgainstTheirClaim() {
    ScoredPairs scored = new ScoredPairs();
    TruePairs truth = new TruePairs();
    for (int i = 0; i < 200; i++) {
      scored.add(2 * i, 2 * i + 1, 8, 0.995);
      if (i >= 4) {
        truth.add(2 * i, 2 * i + 1);
      }
    }
    Calibration.Sure sure =
        Calibration.of(LabelledPairs.of(scored, truth), Optional.empty()).sure().orElseThrow();
    assertThat(sure.errors()).isEqualTo(4);
    assertThat(sure.claimedErrors()).isCloseTo(1, within(1e-9));
    assertThat(sure.ratio()).isCloseTo(4, within(1e-9));
    // Wilson for 4 of 200, by hand: middle (.02 + z²/400)/(1 + z²/200).
    assertThat(sure.errorShare().low()).isCloseTo(0.00781, within(5e-5));
    assertThat(sure.errorShare().high()).isCloseTo(0.05030, within(5e-5));
  }
}
