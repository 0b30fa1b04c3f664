package dev.sextant.linkage.model;

import dev.sextant.linkage.metric.Bits;
import java.util.Arrays;

/**
 * Two persons who share a household, a firm or a family: not one actor, yet alike in surname,
 * address or phone together. To a model that takes fields for independent among strangers each
 * shared field would speak anew for one actor; worse, learning without labels may take whole
 * households for actors. So strangers are a mixture of two kinds (three classes in all: Winkler
 * 1993; Larsen and Rubin 2001, doi:10.1198/016214501750332956): plain ones, and relatives, who
 * share a field as records of one actor would with a chance of its own, and are strangers in it
 * otherwise.
 *
 * <p>A pair's log2 odds fall by {@code log2((1 - s) + s * product of (c 2^w + 1 - c))} over the
 * fields that say something, with s the share of relatives among strangers, c a field's chance of
 * being shared, w what the field weighs; the product over how much more often plain strangers agree
 * so than if their fields were independent.
 */
@SuppressWarnings("ArrayRecordComponent") // read in the innermost loop; never changed
public record Relatives(double share, double[] shared) {
  /** A profile that marks no field as shared knows no relatives. */
  public static final Relatives NONE = new Relatives(0, new double[0]);

  /** Whether there are any. */
  public boolean any() {
    return share > 0;
  }

  /**
   * What relatives who look so much alike take from a pair's log2 odds.
   *
   * @param weights of each field with its rarity, in 1/65536 bit; 0 where it says nothing
   * @param strangers what plain strangers' fields say together ({@link Dependence}), in 1/65536 bit
   * @return 1/65536 bit, mostly 0 or less; above 0 for a pair that is no relative for sure, by next
   *     to nothing
   */
  public int bits(int[] weights, int strangers) {
    double likelihood = StrictMath.pow(2, Bits.shown(-strangers));
    for (int f = 0; f < shared.length; f++) {
      if (weights[f] != 0 && shared[f] > 0) {
        likelihood *= shared[f] * StrictMath.pow(2, Bits.shown(weights[f])) + (1 - shared[f]);
      }
    }
    return -Bits.log2((1 - share) + share * likelihood);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Relatives that
        && share == that.share
        && Arrays.equals(shared, that.shared);
  }

  @Override
  public int hashCode() {
    return 31 * Double.hashCode(share) + Arrays.hashCode(shared);
  }
}
