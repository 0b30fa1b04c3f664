package dev.sextant.kernels.doubt;

import java.util.Arrays;

/* How many ties of a node are missing, given how many were recorded: its true degree is seen
 * through binomial thinning, and how true degrees are distributed is learnt from all nodes
 * (empirical Bayes; H. Robbins 1956): a degree distribution that fits the recorded one, by a few
 * steps of the EM algorithm from a flat start (N. Laird 1978, doi:10.2307/2286521). Few steps,
 * since the best fit is a handful of spikes, which would make intervals too narrow.
 *
 * Where degrees run thin, the algorithm's steps are smoothed (B. Silverman, M. Jones, J. Wilson, D.
 * Nychka 1990, J. R. Statist. Soc. B 52, 271), over as many degrees as hold FEW nodes. Else a hub,
 * alone at its degree, is taken as its own evidence that nobody has more, and too few of its ties come back: its missing ones
 * had half their variance. Hubs are what ways lead over, so that closeness and eigenvector ranks of
 * everybody depend on it. Low degrees hold many nodes, and their edge (nobody came with one tie) is
 * to stay. Above SMALL recorded ties the distribution within reach is taken as flat, which leaves a
 * negative binomial. */
final class MissingTies {
  private static final int SMALL = 48;
  private static final int STEPS = 25;

  /** A degree of fewer nodes, above the median, is thin. */
  private static final int FEW = 8;

  private final double share;
  private final double[][] cumulative = new double[SMALL + 1][];
  private final double[] means = new double[SMALL + 1];

  MissingTies(int[] degrees, double share) {
    this.share = share;
    int largest = Math.min(SMALL, Arrays.stream(degrees).max().orElse(0));
    double mean = (largest + 1) * share / (1 - share);
    // As many missing ones as six standard deviations above what the largest leads to expect.
    int most = largest + (int) Math.ceil(mean + 6 * Math.sqrt(mean / (1 - share)) + 3);
    double[] nodes = new double[largest + 1];
    for (int d : degrees) {
      if (d <= largest) {
        nodes[d]++;
      }
    }
    double[][] seen = likelihood(largest, most);
    double[] prior = new double[most + 1];
    Arrays.fill(prior, 1.0 / (most + 1));
    for (int step = 0; step < STEPS; step++) {
      prior = smoothed(next(prior, nodes, seen), nodes);
    }
    for (int d = 0; d <= largest; d++) {
      double[] sums = new double[most - d + 1];
      double sum = 0;
      for (int t = d; t <= most; t++) {
        sum += prior[t] * seen[d][t];
        sums[t - d] = sum;
        means[d] += (t - d) * prior[t] * seen[d][t];
      }
      means[d] /= sum;
      cumulative[d] = sum > 0 ? sums : null;
    }
  }

  /** Probability of seeing d of t ties. */
  private double[][] likelihood(int largest, int most) {
    double[][] seen = new double[largest + 1][most + 1];
    double[] row = {1};
    for (int t = 0; t <= most; t++) {
      for (int d = 0; d <= Math.min(t, largest); d++) {
        seen[d][t] = row[d];
      }
      double[] longer = new double[t + 2];
      for (int d = 0; d <= t; d++) {
        longer[d] += row[d] * share;
        longer[d + 1] += row[d] * (1 - share);
      }
      row = longer;
    }
    return seen;
  }

  private static double[] next(double[] prior, double[] nodes, double[][] seen) {
    double[] after = new double[prior.length];
    double all = 0;
    for (int d = 0; d < nodes.length; d++) {
      double sum = 0;
      for (int t = d; t < prior.length; t++) {
        sum += prior[t] * seen[d][t];
      }
      for (int t = d; sum > 0 && t < prior.length; t++) {
        after[t] += nodes[d] * prior[t] * seen[d][t] / sum;
      }
      all += nodes[d];
    }
    for (int t = 0; all > 0 && t < after.length; t++) {
      after[t] /= all;
    }
    return all > 0 ? after : prior;
  }

  /* Each thin degree gets the mean over the narrowest reach around it that holds FEW nodes. */
  private static double[] smoothed(double[] prior, double[] nodes) {
    double all = Arrays.stream(nodes).sum();
    int thin = 0;
    for (double below = 0; thin < nodes.length && (2 * below < all || nodes[thin] >= FEW); thin++) {
      below += nodes[thin];
    }
    double[] sums = new double[prior.length + 1];
    for (int t = 0; t < prior.length; t++) {
      sums[t + 1] = sums[t] + prior[t];
    }
    double[] after = prior.clone();
    for (int t = thin; t < prior.length; t++) {
      int low = t;
      int high = t + 1;
      while ((sums[high] - sums[low]) * all < FEW && high - low < prior.length) {
        low = Math.max(0, low - 1);
        high = Math.min(prior.length, high + 1);
      }
      after[t] = (sums[high] - sums[low]) / (high - low);
    }
    double sum = Arrays.stream(after).sum();
    for (int t = 0; sum > 0 && t < after.length; t++) {
      after[t] /= sum;
    }
    return after;
  }

  /** How many are missing on average at a node of so many recorded ties. */
  double mean(int degree) {
    return degree <= SMALL && cumulative[degree] != null
        ? means[degree]
        : (degree + 1) * share / (1 - share);
  }

  /** Draws how many are missing at a node of so many recorded ties. */
  int draw(int degree, Chance chance) {
    double[] sums = degree <= SMALL ? cumulative[degree] : null;
    if (sums == null) {
      return chance.poisson(chance.gamma(degree + 1) * share / (1 - share));
    }
    double at = chance.unit() * sums[sums.length - 1];
    int missing = 0;
    while (missing < sums.length - 1 && sums[missing] <= at) {
      missing++;
    }
    return missing;
  }
}
