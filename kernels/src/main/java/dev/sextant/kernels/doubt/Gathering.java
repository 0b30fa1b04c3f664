package dev.sextant.kernels.doubt;

import dev.sextant.kernels.Answer;
import dev.sextant.kernels.Csr;

/* Takes one measure's answers, replica by replica and from any thread, and sums them up. */
interface Gathering {
  /** Takes a replica's answer; nobody else takes one of the same number. */
  void take(int r, Answer answer, Replica replica, Ranking ranking, Chance lots);

  /** True if it also takes answers of networks struck by the errors once more. */
  default boolean wantsTurned() {
    return false;
  }

  /** Takes such an answer. */
  default void takeTurned(int r, Answer answer, Replica replica, Ranking ranking, Chance lots) {}

  /** What they come to. */
  Spread spread();

  static Gathering of(
      Answer answer,
      Csr graph,
      Doubt.Plan plan,
      int turned,
      Ranking ranking,
      Spread.Calibration calibration) {
    return switch (answer) {
      case Answer.Scores scores -> new RankGathering(scores, plan, turned, ranking, calibration);
      case Answer.Groups groups -> new GroupGathering(groups, plan);
      case Answer.Whole whole -> new NumberGathering(whole, plan);
      case Answer.Pairs pairs -> new PairGathering(pairs, graph.directed(), plan);
      case Answer.Sets sets -> new SetGathering(sets, graph.nodes(), plan);
      case Answer.Curves curves -> new CurveGathering(curves, plan);
    };
  }

  /** Memory that the answers of all replicas need. */
  static long bytes(Answer answer, Doubt.Plan plan) {
    long each =
        switch (answer) {
          case Answer.Scores scores -> 4L * scores.values().length;
          case Answer.Groups groups -> 4L * groups.groups().length;
          case Answer.Whole whole -> 8L * whole.values().size();
          case Answer.Pairs pairs -> 8L * pairs.values().length;
          case Answer.Sets sets ->
              8L + (sets.sets().isEmpty() ? 0 : 4L * sets.sets().getFirst().length);
          case Answer.Curves curves -> 8L * curves.x().length * curves.y().size();
        };
    return each * plan.replicas();
  }
}
