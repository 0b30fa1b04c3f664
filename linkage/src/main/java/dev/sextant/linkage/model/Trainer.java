package dev.sextant.linkage.model;

import dev.sextant.linkage.model.Weights.FieldWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Learns a Fellegi-Sunter model (doi:10.1080/01621459.1969.10501049) without labels: u from random
 * pairs, m by expectation maximisation (Dempster, Laird and Rubin 1977,
 * doi:10.1111/j.2517-6161.1977.tb01600.x; Winkler 1988) over counts of patterns.
 *
 * <p>The likelihood is that of <i>all</i> pairs of the table, not of the candidates alone: pairs
 * that no blocking rule meets count as strangers. So the candidates need not be a fair sample,
 * fields used in blocking can be learned like any other, and the prior comes out as the share of
 * all pairs.
 *
 * <p>Random pairs hold some of one actor (in small tables many). Their share, the prior times m, is
 * taken out of u at every step. Where the profile says what relatives share, strangers are of two
 * kinds ({@link Relatives}), and how much relatives share is learned along.
 *
 * <p>Fields may hang together ({@link Dependence}): among plain strangers by the random pairs,
 * first by all of them (shrunk by how many may be of one actor), then by what the model so far
 * takes for neither one actor nor relatives; among records of one actor by pairs that are held to
 * be such, where they are most of those expected. With that the rest is learned once more, and all
 * again.
 */
public final class Trainer {
  private static final int MOST_ROUNDS = 200;
  private static final double STILL = 1e-7;

  /** How often it is chosen anew which fields hang together. */
  private static final int STAGES = 2;

  /** Pairs of one actor that are taken as seen beforehand, spread as {@link #expected} says. */
  static final double PSEUDO = 4;

  private final int[] levels;
  private final long[] patterns;
  private final double[] counts;
  private final double[] clamped;

  /** Of each pattern, expected pairs of one actor, by the last step. */
  private final double[] expected;

  private final double allPairs;
  private final double fixedPrior;
  private final boolean[] fixed;
  private final Kinship kinship;
  private final Forest same;
  private final Strangers strangers;

  /**
   * Prepares training.
   *
   * @param fields what is compared
   * @param candidates patterns of all pairs that a rule meets
   * @param labelled patterns of pairs that a person judged, one set same, the other different; they
   *     are among the candidates as well
   * @param random patterns of random pairs
   * @param allPairs of the table
   * @param fixedPrior 0, or a prior that is given
   */
  public Trainer(
      List<Compared> fields,
      PatternCounts candidates,
      Labelled labelled,
      SampledPairs random,
      double allPairs,
      double fixedPrior) {
    this.levels = fields.stream().mapToInt(field -> field.levels().size()).toArray();
    this.fixed = new boolean[levels.length];
    for (int f = 0; f < levels.length; f++) {
      fixed[f] = fields.get(f).fixed();
    }
    this.kinship = new Kinship(fields, allPairs);
    this.same = new Forest(levels, fixed);
    this.strangers = new Strangers(levels, fixed, random, kinship);
    this.patterns = candidates.patterns();
    this.counts = new double[patterns.length];
    this.clamped = new double[patterns.length];
    this.expected = new double[patterns.length];
    for (int i = 0; i < patterns.length; i++) {
      clamped[i] = labelled.same().count(patterns[i]);
      counts[i] =
          Math.max(
              0,
              candidates.count(patterns[i]) - clamped[i] - labelled.different().count(patterns[i]));
    }
    this.allPairs = allPairs;
    this.fixedPrior = fixedPrior;
  }

  /** Learns; the same input gives the same bits. */
  public Weights train() {
    double[][] m = new double[levels.length][];
    for (int f = 0; f < levels.length; f++) {
      m[f] = expected(levels[f]);
    }
    double prior = fixedPrior > 0 ? fixedPrior : Math.min(0.01, 0.1 * sum(counts) / allPairs);
    kinship.begin(prior);
    /* At most all pairs that a rule meets are of one actor: so many random pairs may be. */
    double met = Math.min(allPairs, sum(counts) + sum(clamped));
    strangers.choose(met);
    Model model = learn(new Model(m, strangers.shares(), prior));
    for (int stage = 0; stage < STAGES; stage++) {
      chooseForests(model);
      model = learn(model);
    }
    List<FieldWeights> fields = new ArrayList<>();
    for (int f = 0; f < levels.length; f++) {
      fields.add(fixed[f] ? given() : FieldWeights.of(model.m[f], model.u[f]));
    }
    return new Weights(
        model.prior, fields, kinship.relatives(), Forest.both(same, strangers.forest()));
  }

  private record Model(double[][] m, double[][] u, double prior) {}

  private Model learn(Model from) {
    double[][] m = from.m;
    double[][] u = from.u;
    double prior = from.prior;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double[][] next = new double[levels.length][];
      for (int f = 0; f < levels.length; f++) {
        next[f] = expected(levels[f]);
        for (int l = 0; l < next[f].length; l++) {
          next[f][l] *= PSEUDO;
        }
      }
      double matched = expect(m, u, prior, next);
      double moved = 0;
      for (int f = 0; f < levels.length; f++) {
        normalise(next[f]);
        for (int l = 0; l < next[f].length; l++) {
          moved = Math.max(moved, Math.abs(next[f][l] - m[f][l]));
        }
      }
      m = next;
      if (fixedPrior <= 0) {
        double was = prior;
        /* Half a pair beforehand: a table of ten records teaches little, and not that none is. */
        prior = Math.min(0.5, (matched + 0.5) / (allPairs + 1));
        moved = Math.max(moved, Math.abs(prior - was) / was);
      }
      moved = Math.max(moved, kinship.learned(matched));
      see(m, u, prior);
      u = strangers.shares();
      if (moved < STILL) {
        break;
      }
    }
    return new Model(m, u, prior);
  }

  /* What hangs together among records of one actor is learned from pairs that are held: groups' or
   * labelled ones. Among patterns alone it would be learned from whatever independent fields explain
   * worst, which may be households. */
  private void chooseForests(Model model) {
    if (2 * sum(clamped) > sum(expected)) {
      same.choose(patterns, clamped, 0);
    }
    see(model.m, model.u, model.prior);
    strangers.choose();
  }

  private void see(double[][] m, double[][] u, double prior) {
    double[][] ratio = ratios(m, u);
    strangers.see(ratio, pattern -> odds(pattern, ratio, prior));
  }

  private double odds(long pattern, double[][] ratio, double prior) {
    double likelihood = prior / (1 - prior);
    for (int f = 0; f < levels.length; f++) {
      int level = Pattern.level(pattern, f);
      if (level != Pattern.MISSING) {
        likelihood *= ratio[f][level];
      }
    }
    return likelihood * same.ratio(pattern);
  }

  /* Only the ratio is known; the larger of both is written as 1. */
  private static FieldWeights given() {
    double[] ratios = WeightBand.ratios();
    double[] m = new double[ratios.length];
    double[] u = new double[ratios.length];
    for (int i = 0; i < ratios.length; i++) {
      m[i] = Math.min(1, ratios[i]);
      u[i] = Math.min(1, 1 / ratios[i]);
    }
    return FieldWeights.of(m, u);
  }

  /* The step of expectation: adds each pattern's expected pairs of one actor to its levels. */
  private double expect(double[][] m, double[][] u, double prior, double[][] next) {
    double[][] ratio = ratios(m, u);
    double matched = 0;
    for (int i = 0; i < patterns.length; i++) {
      double likelihood = odds(patterns[i], ratio, prior);
      double others = kinship.strangers(patterns[i], ratio, strangers.forest().ratio(patterns[i]));
      expected[i] = counts[i] * (likelihood / (others + likelihood)) + clamped[i];
      kinship.seen(patterns[i], ratio, counts[i] / (others + likelihood));
      matched += expected[i];
      for (int f = 0; f < levels.length; f++) {
        int level = Pattern.level(patterns[i], f);
        if (level != Pattern.MISSING) {
          next[f][level] += expected[i];
        }
      }
    }
    return matched;
  }

  private double[][] ratios(double[][] m, double[][] u) {
    double[][] ratio = new double[levels.length][];
    for (int f = 0; f < levels.length; f++) {
      ratio[f] = new double[levels[f]];
      for (int l = 0; l < levels[f]; l++) {
        ratio[f][l] = m[f][l] / u[f][l];
      }
      if (fixed[f]) {
        ratio[f] = WeightBand.ratios();
      }
    }
    return ratio;
  }

  /** Most pairs of one actor agree; the rest spread over the lower levels. */
  static double[] expected(int levels) {
    double[] m = new double[levels];
    double left = 1;
    for (int l = 0; l < levels; l++) {
      m[l] = l == levels - 1 ? left : left * (l == 0 ? 0.7 : 0.4);
      left -= m[l];
    }
    return m;
  }

  private static void normalise(double[] shares) {
    double sum = sum(shares);
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= sum;
    }
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).reduce(0, Double::sum);
  }

  /**
   * Pairs that a person judged: they count for what they were judged, whatever the model thinks.
   *
   * @param same patterns of pairs judged same
   * @param different patterns of pairs judged different
   */
  public record Labelled(PatternCounts same, PatternCounts different) {
    /** No judged pairs. */
    public static Labelled none() {
      return new Labelled(new PatternCounts(), new PatternCounts());
    }
  }
}
