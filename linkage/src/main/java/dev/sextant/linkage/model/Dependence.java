package dev.sextant.linkage.model;

import dev.sextant.linkage.metric.Bits;
import java.util.Arrays;
import java.util.List;

/**
 * Fields that hang together, among pairs of one actor (a poor clerk gets several cells wrong at
 * once) or among strangers (who was born in a village mostly lives near it): what two levels say
 * together beyond what each says alone. A model that takes fields for independent counts such
 * evidence twice.
 *
 * <p>Among either kind of pairs the fields that hang together form a forest (Chow and Liu 1968,
 * doi:10.1109/TIT.1968.1054142; mixtures of such: Meilă and Jordan 2000, JMLR 1), so a pattern's
 * likelihood is a product over fields and over the forest's edges, and each edge adds whole bits of
 * its own to a score. Dependence in record linkage: Thibaudeau 1993; Larsen and Rubin 2001,
 * doi:10.1198/016214501750332956; Xu and others 2019, doi:10.1093/jamia/ocz126.
 *
 * @param edges pairs of fields, in order
 */
public record Dependence(List<Edge> edges) {
  /** Fields are independent. */
  public static final Dependence NONE = new Dependence(List.of());

  /** Copies the list. */
  public Dependence {
    edges = List.copyOf(edges);
  }

  /**
   * Two fields.
   *
   * @param one number of the first
   * @param other number of the second, larger
   * @param same by level of the first and of the second: how much more often both occur together
   *     among pairs of one actor than if they were independent
   * @param strangers the same among strangers
   */
  @SuppressWarnings("ArrayRecordComponent") // read in the innermost loop; never changed
  public record Edge(int one, int other, double[][] same, double[][] strangers) {
    /** What two levels weigh together beyond what each weighs, in 1/65536 bit. */
    public int bits(int level, int otherLevel) {
      return Bits.log2(same[level][otherLevel] / strangers[level][otherLevel]);
    }

    /** What two levels weigh together among strangers alone, in 1/65536 bit. */
    public int strangerBits(int level, int otherLevel) {
      return Bits.log2(strangers[level][otherLevel]);
    }

    @Override
    public boolean equals(Object object) {
      return object instanceof Edge that
          && one == that.one
          && other == that.other
          && Arrays.deepEquals(same, that.same)
          && Arrays.deepEquals(strangers, that.strangers);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * one + other) + Arrays.deepHashCode(same);
    }
  }
}
