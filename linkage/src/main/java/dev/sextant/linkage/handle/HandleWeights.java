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
 * <p>Names are not drawn letter by letter: who shares a given name often shares a people, a time, an
 * office. So chance agreement falls off more slowly than surprisal says. Strangers are by far the
 * most of all pairs, and in one platform nearly all; the share of pairs at or above 2, 4, 6 and 8
 * bits is taken from them, and the straight line through its logarithms carries on beyond, where the
 * few pairs of one person would blur it. Evidence of one person's handles is taken to be spread
 * evenly over {@value #SPREAD} bits, as it depends on how rare his name is.
 */
public final class HandleWeights {
  private static final int SPREAD = 32;
  private static final int[] STEPS = {2, 4, 6, 8};

  /** Handles looked at: half a million pairs, about a second. */
  private static final int MOST = 1_000;

  /** Pairs below which a table says too little of chance. */
  private static final int LEAST_PAIRS = 40_000;

  /** Pairs at a step from which its share is known within a fifth or so. */
  private static final int LEAST_HITS = 25;

  /* Where a table is too small: what tables of some thousand handles of officials come to. */
  private static final double USUAL_START = 9;
  private static final double USUAL_FALL = 0.5;

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
    long[] inside = new long[STEPS.length + 1];
    long[] all = new long[STEPS.length + 1];
    for (int i = 0; i < handles.size(); i++) {
      for (int j = i + 1; j < handles.size(); j++) {
        int bits = chain.evidence(handles.get(i), handles.get(j)) / Bits.ONE;
        count(all, bits);
        if (platforms.get(i).equals(platforms.get(j))) {
          count(inside, bits);
        }
      }
    }
    return line(inside[STEPS.length] >= LEAST_PAIRS ? inside : all);
  }

  private static void count(long[] counts, int bits) {
    for (int step = 0; step < STEPS.length; step++) {
      counts[step] += bits >= STEPS[step] ? 1 : 0;
    }
    counts[STEPS.length]++;
  }

  /* Least squares over the steps that enough pairs reach. */
  private static HandleWeights line(long[] counts) {
    int points = 0;
    double sumX = 0;
    double sumY = 0;
    double sumXx = 0;
    double sumXy = 0;
    for (int step = 0; step < STEPS.length; step++) {
      if (counts[step] >= LEAST_HITS) {
        double rarity =
            Bits.shown(-Bits.log2(counts[step] / (double) Math.max(1, counts[STEPS.length])));
        points++;
        sumX += STEPS[step];
        sumY += rarity;
        sumXx += (double) STEPS[step] * STEPS[step];
        sumXy += STEPS[step] * rarity;
      }
    }
    if (points < 3 || counts[STEPS.length] < LEAST_PAIRS) {
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
    double lowest = STEPS[0];
    if (bits >= lowest) {
      return Bits.of(density(bits));
    }
    /* Hardly anything is shared: down to one in 250 for nothing, and a bit for each bit of clash. */
    double at = density(lowest);
    return Bits.of(bits <= 0 ? -8 + Math.max(-12, bits) : -8 + (at + 8) * bits / lowest);
  }

  /* Strangers per bit: the tail's slope, tail x fall x ln 2; one person's handles per bit: 1 / SPREAD. */
  private double density(double bits) {
    double strangers = start + fall * bits - Bits.shown(Bits.log2(fall * StrictMath.log(2)));
    return strangers - Bits.shown(Bits.log2(SPREAD));
  }
}
