package dev.sextant.kernels.doubt;

import dev.sextant.kernels.Answer;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.NamedMeasure;
import dev.sextant.kernels.doubt.Spread.Calibration;
import dev.sextant.kernels.doubt.Spread.Calibration.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/* Where the ends of rank intervals must lie to hold what they promise (prepivoting, or the iterated
 * bootstrap: R. Beran 1987, doi:10.1093/biomet/74.3.457; P. Hall and M. Martin 1988,
 * doi:10.1093/biomet/75.4.661).
 *
 * Replicas say where a rank may be, and an interval between fixed shares of them holds the true rank as
 * often as said if replicas differ from the record as the truth does. Whether they do can be tried
 * where the truth is known: the record is struck by the stated errors (Mirror), an ensemble is made of
 * what is left, and each person's rank in the record itself has a place among that person's ranks in
 * the ensemble: which share of them lies below. Over all persons and a few such trials, these places
 * would be spread evenly from 0 to 1; where they are not, their own quantiles are the shares to put the
 * ends at. Both ends are set by themselves, so that a lean to one side is righted too. Persons are
 * pooled: a person's own places are too few. */
final class Prepivoting {
  /** How often the record is struck. */
  static final int TRIALS = 10;

  /** Fewest replicas of each: an end is one in twenty of them. */
  private static final int FEWEST = 40;

  /** With fewer replicas than these no end can be moved. */
  private static final int LEAST = 100;

  /** Below this much of the level the ends rest on what the record has lost. */
  private static final double DOUBTFUL = 0.03;

  /** Shares of places that a measure's intervals must leave out, for one that is not corrected. */
  static Calibration plain(State state, double level) {
    return new Calibration(state, 0, Double.NaN, (1 - level) / 2, (1 - level) / 2);
  }

  /** Replicas of each trial. */
  static int replicas(int replicas) {
    return Math.max(FEWEST, replicas / TRIALS);
  }

  /** Why it is not done; null if it can be. */
  static @Nullable State refusal(Errors errors, Doubt.Plan plan) {
    if (!plan.calibrated() || errors.nothing()) {
      return State.NOT_ASKED;
    }
    if (errors.boundary() != null) {
      return State.UNKNOWABLE;
    }
    return plan.replicas() < LEAST ? State.TOO_FEW : null;
  }

  /** Places of all persons' known ranks in one trial, from 0 to 1; empty if the measure refused. */
  static double[] places(
      RankGathering gathered, Answer truth, Mirror mirror, Ranking ranking, Chance lots) {
    int[] known = gathered.ranks(truth, mirror.truth(), ranking, lots);
    double[] places = new double[known.length];
    int count = 0;
    for (int v = 0; v < known.length; v++) {
      int below = 0;
      int equal = 0;
      int all = 0;
      for (int[] row : gathered.rows()) {
        int rank = row == null ? RankGathering.NONE : row[v];
        if (rank != RankGathering.NONE) {
          below += rank < known[v] ? 1 : 0;
          equal += rank == known[v] ? 1 : 0;
          all++;
        }
      }
      if (all > 0 && known[v] != RankGathering.NONE) {
        places[count++] = (below + lots.unit() * (equal + 1)) / (all + 1);
      }
    }
    return Arrays.copyOf(places, count);
  }

  /** The ends by all trials' places. */
  static Calibration of(List<double[]> trials, double level) {
    double[] all = trials.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
    if (all.length == 0) {
      return plain(State.TOO_FEW, level);
    }
    double tail = (1 - level) / 2;
    int beyond = (int) (tail * all.length);
    int in = 0;
    for (double place : all) {
      in += place >= tail && place <= 1 - tail ? 1 : 0;
    }
    double held = (double) in / all.length;
    return new Calibration(
        held < level - DOUBTFUL ? State.DOUBTFUL : State.DONE,
        trials.size(),
        held,
        all[beyond],
        1 - all[all.length - 1 - beyond]);
  }

  private Prepivoting() {}
}
