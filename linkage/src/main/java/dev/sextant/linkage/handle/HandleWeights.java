package dev.sextant.linkage.handle;

import dev.sextant.linkage.metric.Bits;
import dev.sextant.linkage.name.Nicknames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How often two strangers' handles reach a given evidence, learned from a table without labels, and
 * from it the likelihood ratio of an evidence.
 *
 * <p>Names are not drawn letter by letter: who shares a given name often shares a people, a time,
 * an office. So chance agreement falls off more slowly than surprisal says. Pairs of one platform
 * are nearly all of strangers, and show how fast; but some people have a second account there. What
 * share they are is seen where the evidence is so strong that strangers are none ({@value #SURE}
 * bits): the pairs inside platforms there to those across. That share of the pairs across is taken
 * from the pairs inside at every step. Pairs with the same handle are left out on both sides, since
 * no platform gives a handle twice. The straight line through the logarithms carries on beyond.
 * Evidence of one person's handles is taken to be spread evenly over {@value #SPREAD} bits, as it
 * depends on how rare his name is.
 */
public final class HandleWeights {
  private static final int SPREAD = 32;
  private static final int SURE = 14;
  private static final int[] STEPS = {2, 3, 4, 5, 6, 7, 8, 9, 10, SURE, Integer.MIN_VALUE};

  /** Places in {@link #STEPS}. */
  private static final int TOP = 9;

  private static final int ALL = 10;

  /** Handles looked at: a million pairs, about a second. */
  private static final int MOST = 1_500;

  /** Pairs below which a table says too little of chance. */
  private static final int LEAST_PAIRS = 40_000;

  /** Strangers at a step from which their share is known within a third or so. */
  private static final double LEAST_HITS = 10;

  /* Where a table is too small: what tables of some thousand handles of officials come to. */
  private static final double USUAL_START = 8.7;
  private static final double USUAL_FALL = 0.7;

  /** Evidence below which it is not told apart how little is shared. */
  private static final double LOWEST = 2;

  private final double start;
  private final double fall;

  private HandleWeights(double start, double fall) {
    this.start = start;
    this.fall = fall;
  }

  /** The line that is used where nothing can be learned. */
  public static HandleWeights usual() {
    return new HandleWeights(USUAL_START, USUAL_FALL);
  }

  /**
   * Learns the weights of a table.
   *
   * @param seen handles in any order; the outcome does not depend on it
   */
  public static HandleWeights learn(
      List<WordModel.Seen> seen, HandleReader reader, Nicknames nicknames) {
    /* Spread over the alphabet by a hash: neighbours in the alphabet are namesakes. */
    List<WordModel.Seen> order = new ArrayList<>(seen);
    order.sort(
        Comparator.comparingInt((WordModel.Seen x) -> x.shape().whole().hashCode() * 0x9E3779B1)
            .thenComparing(x -> x.shape().whole())
            .thenComparing(WordModel.Seen::platform));
    List<WordModel.Seen> looked = order.subList(0, Math.min(MOST, order.size()));
    List<HandleText> handles = new ArrayList<>();
    List<String> platforms = new ArrayList<>();
    for (WordModel.Seen each : looked) {
      HandleText handle = reader.read(each.shape(), each.platform());
      if (handle != null) {
        handles.add(handle);
        platforms.add(each.platform());
      }
    }
    return learn(handles, platforms, new HandleChain(nicknames));
  }

  private static HandleWeights learn(
      List<HandleText> handles, List<String> platforms, HandleChain chain) {
    long[] inside = new long[STEPS.length];
    long[] across = new long[STEPS.length];
    for (int i = 0; i < handles.size(); i++) {
      for (int j = i + 1; j < handles.size(); j++) {
        if (!handles.get(i).plain.equals(handles.get(j).plain)) {
          int bits = chain.evidence(handles.get(i), handles.get(j)) / Bits.ONE;
          count(platforms.get(i).equals(platforms.get(j)) ? inside : across, bits);
        }
      }
    }
    return Math.min(inside[ALL], across[ALL]) < LEAST_PAIRS ? usual() : line(inside, across);
  }

  private static void count(long[] counts, int bits) {
    for (int step = 0; step < STEPS.length; step++) {
      counts[step] += bits >= STEPS[step] ? 1 : 0;
    }
  }

  /* Least squares over the steps that enough strangers reach. */
  private static HandleWeights line(long[] inside, long[] across) {
    double second = across[TOP] < LEAST_HITS ? 0 : inside[TOP] / (double) across[TOP];
    double ratio = across[ALL] / (double) inside[ALL];
    second = Math.min(second, 0.5 / ratio);
    int points = 0;
    double sumX = 0;
    double sumY = 0;
    double sumXx = 0;
    double sumXy = 0;
    for (int step = 0; step < TOP; step++) {
      double strangers = (inside[step] - second * across[step]) / (1 - second * ratio);
      if (strangers >= LEAST_HITS) {
        double rarity = Bits.shown(-Bits.log2(strangers / inside[ALL]));
        points++;
        sumX += STEPS[step];
        sumY += rarity;
        sumXx += (double) STEPS[step] * STEPS[step];
        sumXy += STEPS[step] * rarity;
      }
    }
    if (points < 3) {
      return usual();
    }
    double fall = (points * sumXy - sumX * sumY) / (points * sumXx - sumX * sumX);
    /* A fall above 1 would be rarer than surprisal allows; one near 0 would be a table of one name. */
    double within = Math.clamp(fall, 0.2, 1);
    return new HandleWeights((sumY - within * sumX) / points, within);
  }

  /**
   * The likelihood ratio of an evidence.
   *
   * @param evidence 1/65536 bits
   * @return log2, 1/65536 bits; rises with the evidence
   */
  public int ratio(int evidence) {
    double bits = Bits.shown(evidence);
    if (bits >= LOWEST) {
      return Bits.of(density(bits));
    }
    /* Hardly anything is shared: down to one in 250 for nothing, and a bit for each bit of clash. */
    double at = density(LOWEST);
    return Bits.of(bits <= 0 ? -8 + Math.max(-12, bits) : -8 + (at + 8) * bits / LOWEST);
  }

  /* Strangers per bit: the tail's slope, tail x fall x ln 2; one person's handles per bit: 1 / SPREAD. */
  private double density(double bits) {
    double strangers = start + fall * bits - Bits.shown(Bits.log2(fall * StrictMath.log(2)));
    return strangers - Bits.shown(Bits.log2(SPREAD));
  }
}
