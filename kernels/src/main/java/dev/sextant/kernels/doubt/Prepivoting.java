package dev.sextant.kernels.doubt;

import dev.sextant.kernels.Answer;
import dev.sextant.kernels.doubt.Spread.Calibration;
import dev.sextant.kernels.doubt.Spread.Calibration.State;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
 * pooled: a person's own places are too few.
 *
 * Pooled places say nothing of the few whose ranks are in doubt where nearly everybody's stand fast, or
 * where errors are stated of single ties and persons: there ends go outwards only. */
final class Prepivoting {
  /** How often the record is struck, at least and, where it has few nodes, at most. */
  private static final int LEAST_TRIALS = 10;

  private static final int MOST_TRIALS = 25;

  /** So many places are wanted: an end's share is then off by some .007. */
  private static final int PLACES = 1000;

  /** Fewest replicas of each: an end is one in twenty of them. */
  private static final int FEWEST = 40;

  /** With fewer replicas than these no end can be moved. */
  private static final int LEAST = 100;

  /** So much below the level, what is drawn back does not look like what was lost. */
  private static final double DOUBTFUL = 0.03;

  /** The ends of an interval that is not corrected. */
  static Calibration plain(State state, double level) {
    return new Calibration(state, 0, 0, (1 - level) / 2, (1 - level) / 2);
  }

  /** How often the record is struck. */
  static int trials(int nodes) {
    return Math.clamp(PLACES / Math.max(1, nodes), LEAST_TRIALS, MOST_TRIALS);
  }

  /** Replicas of each trial. */
  static int replicas(int replicas, int nodes) {
    return Math.max(FEWEST, replicas / trials(nodes));
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

  /**
   * Places of persons' known ranks among their ranks in the replicas.
   *
   * @param under share of the replicas below, by person
   * @param at share of the replicas at the known rank itself
   */
  record Places(double[] under, double[] at) {}

  /** Places in one trial. */
  static Places places(
      RankGathering gathered, Answer truth, Mirror mirror, Ranking ranking, Chance lots) {
    int[] known = gathered.ranks(truth, mirror.truth(), ranking, lots);
    double[] under = new double[known.length];
    double[] at = new double[known.length];
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
        // The known rank is one more draw: where it lies between two others is a lot.
        under[count] = (below + lots.unit()) / (all + 1);
        at[count++] = (double) equal / (all + 1);
      }
    }
    return new Places(Arrays.copyOf(under, count), Arrays.copyOf(at, count));
  }

  /** Whether all are in doubt alike, so that what holds of all holds of each. */
  static boolean alike(Errors errors) {
    return errors.spuriousOf() == null
        && errors.possible().isEmpty()
        && errors.same().isEmpty()
        && errors.two().isEmpty();
  }

  /**
   * The ends by all trials' places.
   *
   * @param trials null is a trial that the measure refused
   * @param level of the intervals
   * @param inwards whether an end may be drawn in, where ranks are fine enough to tell; where not,
   *     what all together hold is no promise for each, and the intervals are doubtful
   */
  static Calibration of(List<@Nullable Places> trials, double level, boolean inwards) {
    List<Places> told = trials.stream().filter(Objects::nonNull).toList();
    double[] under = told.stream().flatMapToDouble(p -> Arrays.stream(p.under)).toArray();
    double[] at = told.stream().flatMapToDouble(p -> Arrays.stream(p.at)).toArray();
    if (under.length == 0) {
      return plain(State.TOO_FEW, level);
    }
    double tail = (1 - level) / 2;
    int in = 0;
    // An interval holds a rank that its end is at.
    double[] fromBelow = new double[under.length];
    double[] fromAbove = new double[under.length];
    for (int i = 0; i < under.length; i++) {
      fromBelow[i] = under[i] + at[i];
      fromAbove[i] = 1 - under[i];
      in += fromBelow[i] >= tail && fromAbove[i] >= tail ? 1 : 0;
    }
    double held = (double) in / under.length;
    int beyond = (int) (tail * under.length);
    boolean doubtful = held < level - DOUBTFUL;
    if (doubtful) {
      // Too few were held, and more may be missed than shows: to the wide side.
      for (int i = 0; i < under.length; i++) {
        fromBelow[i] = under[i];
        fromAbove[i] -= at[i];
      }
    }
    Arrays.sort(fromBelow);
    Arrays.sort(fromAbove);
    // Ranks that stand fast, or steps coarser than the share outside, have no place to draw an end
    // to.
    boolean drawn = inwards && Arrays.stream(at).average().orElseThrow() <= tail;
    double most = drawn ? 0.5 : tail;
    return new Calibration(
        doubtful || !inwards ? State.DOUBTFUL : State.DONE,
        told.size(),
        held,
        Math.min(most, fromBelow[beyond]),
        Math.min(most, fromAbove[beyond]));
  }

  private Prepivoting() {}
}
