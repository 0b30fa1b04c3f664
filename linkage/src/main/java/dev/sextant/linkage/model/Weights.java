package dev.sextant.linkage.model;

import dev.sextant.linkage.metric.Bits;
import java.util.List;

/**
 * A trained model: for each field and level the probability among pairs of one actor (m) and among
 * pairs of strangers (u), and what they weigh.
 *
 * @param prior probability that two records taken at random are of one actor
 * @param fields in the profile's order
 * @param relatives strangers who share what the profile marks as shared
 * @param dependence fields that hang together
 */
public record Weights(
    double prior, List<FieldWeights> fields, Relatives relatives, Dependence dependence) {
  /** Copies the list. */
  public Weights {
    fields = List.copyOf(fields);
  }

  /** A model that knows no relatives and takes fields for independent. */
  public Weights(double prior, List<FieldWeights> fields) {
    this(prior, fields, Relatives.NONE, Dependence.NONE);
  }

  /** The prior's log2 odds in 1/65536 bit. */
  public int priorBits() {
    return Bits.log2(prior / (1 - prior));
  }

  /**
   * One field.
   *
   * @param m by level
   * @param u by level
   * @param bits log2(m/u) by level, in 1/65536 bit
   */
  @SuppressWarnings("ArrayRecordComponent") // read in the innermost loop; never changed
  public record FieldWeights(double[] m, double[] u, int[] bits) {
    /** Weighs what was learned. */
    public static FieldWeights of(double[] m, double[] u) {
      int[] bits = new int[m.length];
      for (int i = 0; i < bits.length; i++) {
        bits[i] = Bits.log2(m[i] / u[i]);
      }
      return new FieldWeights(m, u, bits);
    }
  }
}
