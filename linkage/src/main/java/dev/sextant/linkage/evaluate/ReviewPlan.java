package dev.sextant.linkage.evaluate;

import dev.sextant.linkage.LinkageFault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Which pairs a person should judge so as to estimate precision and recall where no truth is known.
 * Pairs are cut by score into strata, the default decision being always a cut; each stratum has its
 * own simple random sample without replacement.
 *
 * <p>Cuts and sizes use the probabilities that the scores claim, since nothing else is known: cuts
 * at equal parts of the sum of sqrt(p(1-p)) (T. Dalenius, J. L. Hodges, JASA 54, 1959,
 * doi:10.1080/01621459.1959.10501501), sizes in proportion to a stratum's pairs times its
 * sqrt(p(1-p)) (J. Neyman 1934). If the claims are wrong, the estimate is less sharp, but not
 * biased.
 *
 * @param strata from the highest scores to the lowest
 */
public record ReviewPlan(List<Stratum> strata) {
  /** Cuts on each side of the decision: more of them gain little (Cochran, Sampling Techniques). */
  private static final int A_SIDE = 5;

  /**
   * Never fewer from a stratum: two are the least that say how it varies, five that say it well.
   */
  private static final int LEAST = 5;

  /**
   * Claims are not believed below this distance from 0 and 1: a stratum whose pairs claim to be
   * certain is looked at all the same.
   */
  private static final double DOUBT = 0.005;

  /**
   * Pairs of neighbouring scores.
   *
   * @param decidedSame whether they lie at or above the default decision
   * @param lowest their lowest score, log2 odds
   * @param highest their highest
   * @param pairs how many
   * @param drawn those to judge
   */
  public record Stratum(
      boolean decidedSame, double lowest, double highest, int pairs, List<Drawn> drawn) {}

  /**
   * A pair to judge.
   *
   * @param left number of its first record
   * @param right number of its second
   * @param log2Odds its score
   */
  public record Drawn(int left, int right, double log2Odds) {}

  /**
   * Draws. Cost: n log n.
   *
   * @param judge how many pairs a person will judge; all of them if there are no more
   * @param seed the same seed draws the same pairs
   * @throws LinkageFault {@code SX-LINK-SAMPLE} if fewer than 20 are to be judged
   */
  public static ReviewPlan of(ScoredPairs pairs, int judge, long seed) {
    if (judge < 20) {
      throw new LinkageFault(
          "SX-LINK-SAMPLE",
          "too few pairs to judge",
          "--judge",
          Integer.toString(judge),
          "judge at least 20; 200 and more give useful intervals");
    }
    int[] order = order(pairs);
    int decided = 0;
    while (decided < order.length
        && pairs.log2Odds(order[decided]) >= Evaluation.DEFAULT_DECISION) {
      decided++;
    }
    List<int[]> cut = new ArrayList<>();
    cut(pairs, order, 0, decided, cut);
    cut(pairs, order, decided, order.length, cut);
    int[] sizes = sizes(pairs, cut, judge);
    SplittableRandom random = new SplittableRandom(seed);
    List<Stratum> strata = new ArrayList<>();
    for (int i = 0; i < cut.size(); i++) {
      strata.add(stratum(pairs, cut.get(i), sizes[i], random));
    }
    return new ReviewPlan(List.copyOf(strata));
  }

  private static int[] order(ScoredPairs pairs) {
    return IntStream.range(0, pairs.size())
        .boxed()
        .sorted((x, y) -> {
          int byScore = Double.compare(pairs.log2Odds(y), pairs.log2Odds(x));
          return byScore != 0 ? byScore : Integer.compare(x, y);
        })
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double spread(double p) {
    double held = Math.clamp(p, DOUBT, 1 - DOUBT);
    return Math.sqrt(held * (1 - held));
  }

  private static void cut(ScoredPairs pairs, int[] order, int from, int to, List<int[]> cut) {
    double all = 0;
    for (int i = from; i < to; i++) {
      all += spread(pairs.probability(order[i]));
    }
    double sum = 0;
    int start = from;
    int part = 1;
    for (int i = from; i < to; i++) {
      sum += spread(pairs.probability(order[i]));
      boolean last = i + 1 == to;
      boolean scoreEnds = last || pairs.log2Odds(order[i + 1]) != pairs.log2Odds(order[i]);
      boolean wide = i + 1 - start >= LEAST && to - i - 1 >= LEAST;
      if (last || scoreEnds && wide && sum >= all * part / A_SIDE) {
        cut.add(Arrays.copyOfRange(order, start, i + 1));
        start = i + 1;
        while (sum >= all * part / A_SIDE) {
          part++;
        }
      }
    }
  }

  private static int[] sizes(ScoredPairs pairs, List<int[]> cut, int judge) {
    double[] want = new double[cut.size()];
    double all = 0;
    for (int i = 0; i < want.length; i++) {
      for (int pair : cut.get(i)) {
        want[i] += spread(pairs.probability(pair));
      }
      all += want[i];
    }
    int[] sizes = new int[want.length];
    int left = judge;
    int least = Math.min(LEAST, judge / Math.max(1, sizes.length)); // At least two: see of().
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = Math.min(cut.get(i).length, least);
      left -= sizes[i];
    }
    // What remains goes, pair by pair, to the stratum that lacks most of its share.
    for (; left > 0; left--) {
      int most = -1;
      double lack = 0;
      for (int i = 0; i < sizes.length; i++) {
        double here = want[i] / all * judge - sizes[i];
        if (sizes[i] < cut.get(i).length && (most < 0 || here > lack)) {
          most = i;
          lack = here;
        }
      }
      if (most < 0) {
        break;
      }
      sizes[most]++;
    }
    return sizes;
  }

  private static Stratum stratum(
      ScoredPairs pairs, int[] members, int size, SplittableRandom random) {
    int[] deck = members.clone();
    List<Drawn> drawn = new ArrayList<>();
    for (int i = 0; i < size; i++) { // Fisher and Yates, as far as needed.
      int other = random.nextInt(i, deck.length);
      int pair = deck[other];
      deck[other] = deck[i];
      deck[i] = pair;
      drawn.add(new Drawn(pairs.left(pair), pairs.right(pair), pairs.log2Odds(pair)));
    }
    double highest = pairs.log2Odds(members[0]);
    return new Stratum(
        highest >= Evaluation.DEFAULT_DECISION,
        pairs.log2Odds(members[members.length - 1]),
        highest,
        members.length,
        List.copyOf(drawn));
  }

  /**
   * As a comma-separated table: id_a, id_b, verdict (empty), stratum, stratum_pairs, decided (same,
   * different). The score is left out on purpose: who judges should not know what the machine
   * thinks. Within the table the pairs are ordered by id, not by score, for the same reason.
   */
  public String table(IdNumbers ids) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < strata.size(); i++) {
      Stratum stratum = strata.get(i);
      for (Drawn pair : stratum.drawn()) {
        rows.add(
            cell(ids.name(pair.left()))
                + ","
                + cell(ids.name(pair.right()))
                + ",,"
                + (i + 1)
                + ","
                + stratum.pairs()
                + ","
                + (stratum.decidedSame() ? "same" : "different")
                + "\n");
      }
    }
    rows.sort(null);
    return "id_a,id_b,verdict,stratum,stratum_pairs,decided\n" + String.join("", rows);
  }

  private static String cell(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
