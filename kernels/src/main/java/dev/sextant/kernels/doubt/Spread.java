package dev.sextant.kernels.doubt;

import java.util.Map;

/** How an answer varies over networks that may be the true one. Arrays belong to the spread. */
public sealed interface Spread {
  /** In how many replicas the measure could be taken; the rest of them it refused. */
  int replicas();

  /**
   * For a score of each node. Ranks are among recorded persons, 1 for the highest; equal values
   * share their ranks by lot, so that an interval covers all that a node may be drawn.
   *
   * @param replicas in how many replicas it was taken
   * @param rank best rank that the recorded network's own value can have
   * @param equal how many nodes share the recorded network's own value, the node itself among them
   * @param low rank that is better than all but a few: the lower end of the interval
   * @param high rank that is worse than all but a few: the upper end
   * @param expected mean rank
   * @param top probability of being among the first {@code k}
   * @param k how many are the top
   * @param robustness share of pairs of nodes whose order stays when the same errors strike the
   *     recorded network once more, which estimates how far its own order is the true one (C.
   *     Martin and P. Niemeyer 2019, doi:10.1017/nws.2019.12); pairs equal in either do not count
   * @param tau mean of Kendall's tau-b between the recorded order and the replicas'
   * @param overlap mean share of the recorded first {@code k} who are among a replica's
   * @param calibration how the interval was corrected
   */
  record Ranks(
      int replicas,
      int[] rank,
      int[] equal,
      int[] low,
      int[] high,
      double[] expected,
      double[] top,
      int k,
      double robustness,
      double tau,
      double overlap,
      Calibration calibration)
      implements Spread {}

  /**
   * How an interval's ends were set. The recorded network is taken as a true one, the stated errors
   * strike it, and it is seen how often the intervals so made hold the ranks that are then known;
   * the shares of replicas beyond the ends are set so that they would have held as often as asked
   * (prepivoting: R. Beran 1987, doi:10.1093/biomet/74.3.457).
   *
   * @param state whether it was done, and whether the interval holds what it says
   * @param trials how often errors struck the recorded network, each with an ensemble of its own; 0
   *     if it was not done
   * @param held share of the known ranks within the uncorrected interval; 0 if it was not done
   * @param below share of the replicas below the interval
   * @param above share of the replicas above it
   */
  record Calibration(State state, int trials, double held, double below, double above) {
    /** Whether an interval is corrected. */
    public enum State {
      /** The ends are corrected. */
      DONE,
      /**
       * The ends are corrected, but the uncorrected interval held so few of the ranks that what is
       * drawn back does not look like what was lost. The record was struck once already and has
       * lost a part of what would show it, so the corrected interval may still hold too few.
       */
      DOUBTFUL,
      /** Nobody asked, or errors change nothing. */
      NOT_ASKED,
      /** There are too few replicas to tell, or the measure refused the struck networks. */
      TOO_FEW,
      /**
       * The record cannot tell: what lies beyond a boundary, or between people who were not
       * watched, leaves no trace in it.
       */
      UNKNOWABLE
    }
  }

  /**
   * For a group of each node.
   *
   * @param replicas in how many replicas it was taken
   * @param stability mean likeness (shared over united members, Jaccard's index) of the node's
   *     recorded group and its group in a replica; NaN for a node in no group
   * @param agreement mean adjusted Rand index of the recorded groups and the replicas' (L. Hubert
   *     and P. Arabie 1985, doi:10.1007/BF01908075): 1 if the same, about 0 if alike by chance
   * @param groups how many groups there are
   * @param numbers what else is said of the whole
   */
  record Grouping(
      int replicas,
      double[] stability,
      double agreement,
      Interval groups,
      Map<String, Interval> numbers)
      implements Spread {}

  /**
   * For numbers of the whole.
   *
   * @param replicas in how many replicas it was taken
   * @param numbers by name, in the measure's order
   */
  record Numbers(int replicas, Map<String, Interval> numbers) implements Spread {}

  /**
   * For pairs of nodes.
   *
   * @param replicas in how many replicas it was taken
   * @param present by recorded pair: share of the replicas that have a value for it
   * @param values by recorded pair: its values in those
   */
  record Pairs(int replicas, double[] present, Interval[] values) implements Spread {}

  /**
   * For sets of nodes.
   *
   * @param replicas in how many replicas it was taken
   * @param member by node: share of the replicas in whose best set it is
   * @param likeness mean likeness (Jaccard's index) of the recorded best set and a replica's
   * @param best value of the best set
   */
  record Sets(int replicas, double[] member, double likeness, Interval best) implements Spread {}

  /**
   * For curves; where a replica's axis has another length, it is read at the same share of the way.
   *
   * @param replicas in how many replicas it was taken
   * @param bands by curve and place on the axis
   */
  record Bands(int replicas, Map<String, Interval[]> bands) implements Spread {}

  /**
   * A number and where it lies.
   *
   * @param value in the recorded network
   * @param low end of the interval
   * @param mean over the replicas
   * @param high end of the interval
   */
  record Interval(double value, double low, double mean, double high) {}
}
