package dev.sextant.kernels.doubt;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/* Takes out of a coarse measure what replicas assert and the record does not bear.
 *
 * A replica is a network that may be the true one. So if the stated errors strike it, what comes out
 * should look like the record (posterior prediction: D. Rubin 1984, doi:10.1214/aos/1176346785). For a
 * measure of few values it can fail to: of a network in which everybody came with two ties, the
 * record's highest core is 2; ties drawn back by degree and closure make cores of 3 among those with
 * many ties, and some of these would still be seen after a tenth was lost again. The replicas then set
 * people apart whom the truth holds equal, and no interval of ranks so made can hold: equal people's
 * places are a lot among all of them.
 *
 * So a replica's values are carried to those of the record, by shares: the value in the middle of the
 * share of people who have x in struck replicas becomes the record's value at that share (bias
 * correction by quantiles, as D. Maraun 2013, doi:10.1175/JCLI-D-12-00821.1, describes it). The map is
 * ascending, so that no order is ever turned; it can only make levels equal. Where struck replicas look
 * like the record it changes nothing, and of a measure of many values nothing could be changed: an
 * ascending map of all different values leaves all ranks. */
final class Levels {
  /** Values that differ by less than this share come from rounding. */
  private static final double EQUAL = 1e-9;

  private final double[] predicted;
  private final double[] recorded;

  private Levels(double[] recorded, double[] predicted) {
    this.recorded = recorded;
    this.predicted = predicted;
  }

  /** True if so few different values are there that levels decide. */
  static boolean coarse(double[] values) {
    double[] sorted = sorted(values);
    int different = 0;
    for (int i = 0; i < sorted.length; i = above(sorted, sorted[i])) {
      if (Double.isNaN(sorted[i])) {
        return false;
      }
      different++;
    }
    return 2 * different < sorted.length;
  }

  /**
   * The map.
   *
   * @param values of the recorded network
   * @param struck values of replicas that the errors struck; null is no answer
   * @return null if there is nothing to map by
   */
  static @Nullable Levels of(double[] values, List<double @Nullable []> struck) {
    double[] predicted =
        sorted(struck.stream().filter(Objects::nonNull).flatMapToDouble(Arrays::stream).toArray());
    boolean defined = predicted.length > 0 && !Double.isNaN(predicted[predicted.length - 1]);
    return defined ? new Levels(sorted(values), predicted) : null;
  }

  /** A replica's values as the record has them; NaN stays. */
  double[] carried(double[] values) {
    double[] carried = values.clone();
    for (int v = 0; v < values.length; v++) {
      double x = values[v];
      if (!Double.isNaN(x)) {
        double middle = 0.5 * (below(predicted, x) + above(predicted, x)) / predicted.length;
        int at = (int) (middle * recorded.length);
        carried[v] = recorded[Math.min(at, recorded.length - 1)];
      }
    }
    return carried;
  }

  private static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  /** How many are less than x. */
  private static int below(double[] sorted, double x) {
    return upTo(sorted, Math.nextDown(x - EQUAL * Math.abs(x)));
  }

  /** How many are not more than x: where those above begin. */
  private static int above(double[] sorted, double x) {
    return Double.isNaN(x) ? sorted.length : upTo(sorted, x + EQUAL * Math.abs(x));
  }

  private static int upTo(double[] sorted, double limit) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= limit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
