package dev.sextant.linkage.model;

import dev.sextant.linkage.metric.Bits;
import java.util.ArrayList;
import java.util.List;

/** Bands of fixed weights: what stands in for levels where a comparison weighs by itself. */
final class WeightBand {
  /** The least bits of each band but the last, which holds all that weighs less. */
  private static final int[] LEAST = {28, 24, 21, 18, 16, 14, 12, 10, 8, 6, 4, 2, 0, -3};

  static final List<String> NAMES = names();

  private WeightBand() {}

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (int least : LEAST) {
      names.add("weighs " + least + " bits or more");
    }
    names.add("weighs less than " + LEAST[LEAST.length - 1] + " bits");
    return List.copyOf(names);
  }

  static int of(int weight) {
    int band = 0;
    while (band < LEAST.length && weight < LEAST[band] * Bits.ONE) {
      band++;
    }
    return band;
  }

  /** The middle of each band as a likelihood ratio. */
  static double[] ratios() {
    double[] ratios = new double[LEAST.length + 1];
    for (int band = 0; band < ratios.length; band++) {
      double middle =
          band == 0
              ? LEAST[0] + 2
              : band == LEAST.length ? LEAST[band - 1] - 2 : (LEAST[band] + LEAST[band - 1]) / 2.0;
      ratios[band] = StrictMath.pow(2, middle);
    }
    return ratios;
  }
}
