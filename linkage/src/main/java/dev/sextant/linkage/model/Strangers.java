package dev.sextant.linkage.model;

import java.util.Arrays;
import java.util.function.LongToDoubleFunction;

/**
 * Learns from random pairs how often strangers agree in a field, and which fields hang together
 * among them. Random pairs hold some of one actor and some of relatives, and where they agree in an
 * e-mail address, mostly such: what the model so far takes for those is taken out.
 */
final class Strangers {
  private final int[] levels;
  private final SampledPairs random;
  private final Kinship kinship;
  private final Forest forest;

  /** Most pairs that one random pair stands for: one of those drawn from all. */
  private final double most;

  /** Of each random pattern, the share of its pairs that are plain strangers. */
  private final double[] plain;

  Strangers(int[] levels, boolean[] fixed, SampledPairs random, Kinship kinship) {
    this.levels = levels;
    this.random = random;
    this.kinship = kinship;
    this.forest = new Forest(levels, fixed);
    this.plain = new double[random.patterns().length];
    this.most = Arrays.stream(random.each()).max().orElse(1);
    Arrays.fill(plain, 1);
  }

  Forest forest() {
    return forest;
  }

  /** The share of plain strangers among pairs of a pattern. */
  private double plain(long pattern, double[][] ratio, LongToDoubleFunction odds) {
    double together = forest.ratio(pattern);
    double strangers = kinship.strangers(pattern, ratio, together);
    return kinship.plain(together) / (strangers + odds.applyAsDouble(pattern));
  }

  /**
   * Asks the model of each random pair.
   *
   * @param ratio m/u by field and level
   * @param odds of a pattern to be of one actor, to how likely it is among independent strangers
   */
  void see(double[][] ratio, LongToDoubleFunction odds) {
    for (int i = 0; i < plain.length; i++) {
      long pattern = random.patterns()[i];
      plain[i] = plain(pattern, ratio, odds);
    }
  }

  /** How often plain strangers are at each level of each field. */
  double[][] shares() {
    double[][] u = new double[levels.length][];
    for (int f = 0; f < levels.length; f++) {
      u[f] = share(f, plain);
    }
    return u;
  }

  private double[] share(int field, double[] of) {
    double[] u = new double[levels[field]];
    for (int i = 0; i < of.length; i++) {
      int level = Pattern.level(random.patterns()[i], field);
      if (level != Pattern.MISSING) {
        u[level] += random.pairs()[i] * of[i];
      }
    }
    double sum = 0;
    for (int l = 0; l < u.length; l++) {
      /* Half a pair of those drawn from all more. Pairs drawn for one value would tell far rarer
       * agreements, were their fields independent; who shares a rare value by chance mostly shares
       * what it was made of, and that is not seen in so few. */
      u[l] += 0.5 * Math.max(1, most);
      /* A few pairs that differ, beforehand: what counts in tables of ten records. */
      u[l] += l == u.length - 1 ? Trainer.PSEUDO * most : 0;
      sum += u[l];
    }
    for (int l = 0; l < u.length; l++) {
      u[l] /= sum;
    }
    return u;
  }

  /**
   * Chooses which fields hang together before anything is known of who is a stranger.
   *
   * @param oneActor how many pairs may be of one actor
   */
  void choose(double oneActor) {
    forest.choose(random.patterns(), (i, f, g) -> random.pairs()[i], random.each(), oneActor);
  }

  /** Chooses which fields hang together among plain strangers. */
  void choose() {
    forest.choose(random.patterns(), (i, f, g) -> random.pairs()[i] * plain[i], random.each(), 0);
  }
}
