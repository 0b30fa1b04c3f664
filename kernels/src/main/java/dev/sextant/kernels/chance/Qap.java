package dev.sextant.kernels.chance;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Cancelled;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.List;

/**
 * Whether ties of one network go with those of others among the same people.
 *
 * <p>What: a least-squares regression over pairs of different nodes (ordered ones if any graph is
 * directed), of the weight of one network's tie (1 without weights, 0 where there is none) on the
 * weights of others' and a constant. Pairs hang together, since each node is in many, so
 * significance comes of permuting nodes: double semi-partialling takes from each explaining network
 * what the others explain, permutes the nodes of what is left, and compares its t with that of the
 * network itself (D. Dekker, D. Krackhardt, T. Snijders 2007, doi:10.1007/s11336-007-9016-1). With
 * one explaining network this is the quadratic assignment procedure of D. Krackhardt 1988,
 * doi:10.1016/0378-8733(88)90004-4, and the correlation is its coefficient.
 *
 * <p>Cost for n nodes, x explaining networks and r permutations: O(r x^2 n^2) time; 8 (2 x + 3) n^2
 * bytes, said beforehand and refused where it does not fit. Exact but for the permutations drawn.
 * Deterministic at any number of threads.
 *
 * <p>When ties are missing: coefficients shrink towards 0 where they are missing at random; where
 * both networks come of one source they may grow, since what nobody watched is missing in both.
 */
@FunctionalInterface
public interface Qap {
  /**
   * Compares.
   *
   * @param tie the network to explain
   * @param by those that may explain it, one at least
   * @throws BadGraph if the graphs differ in nodes, the pairs are fewer than the coefficients and
   *     two, or the memory does not suffice
   * @throws Cancelled if progress says stop
   */
  Result compute(Csr tie, List<Csr> by, Progress progress);

  /**
   * By permutations.
   *
   * @param permutations at least 1; p cannot be below 1 / (permutations + 1)
   */
  static Qap permuted(int permutations, long seed, int threads) {
    if (permutations < 1 || threads < 1) {
      throw new BadGraph(
          "permutations " + permutations + " and threads " + threads + " need at least 1");
    }
    return (tie, by, progress) ->
        new QapRegression(tie, by).test(permutations, seed, threads, progress);
  }

  /**
   * One explaining network.
   *
   * @param coefficient of the regression; NaN if the others, or a constant, explain it wholly
   * @param t coefficient over its standard error
   * @param correlation of this network alone with the one to explain
   * @param test of t against permutations; its p is two-sided
   */
  record Term(double coefficient, double t, double correlation, Verdict test) {}

  /**
   * The regression.
   *
   * @param terms in the order of the networks given
   * @param constant the intercept
   * @param explained share of the variance, R squared
   * @param pairs how many pairs of nodes
   */
  record Result(List<Term> terms, double constant, double explained, long pairs) {
    /** Keeps its own list. */
    public Result {
      terms = List.copyOf(terms);
    }
  }
}
