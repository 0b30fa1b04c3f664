package dev.sextant.kernels;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link SharedBits} with one vector register a line; the same whole numbers. */
final class VectorSharedBits implements SharedBits {
  private static final VectorSpecies<Long> REGISTER = LongVector.SPECIES_512;

  @Override
  public int count(long[] one, int from, long[] other, int at, int words) {
    LongVector sum = LongVector.zero(REGISTER);
    for (int i = 0; i < words; i += LINE) {
      LongVector both =
          LongVector.fromArray(REGISTER, one, from + i)
              .and(LongVector.fromArray(REGISTER, other, at + i));
      sum = sum.add(both.lanewise(VectorOperators.BIT_COUNT));
    }
    return (int) sum.reduceLanes(VectorOperators.ADD);
  }

  @Override
  public int fewNodes() {
    return 3;
  }
}
