package dev.sextant.kernels;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link EqualScan} with one vector register for sixteen numbers; the same places. */
final class VectorEqualScan implements EqualScan {
  private static final VectorSpecies<Integer> REGISTER = IntVector.SPECIES_512;

  /** Looked at in the time of an entry of a list (measured). */
  private static final int REGISTERS = 4;

  @Override
  public int find(int[] numbers, int wanted, int[] places) {
    IntVector first = IntVector.zero(REGISTER).addIndex(1);
    int count = 0;
    int whole = REGISTER.loopBound(numbers.length);
    for (int i = 0; i < whole; i += REGISTER.length()) {
      VectorMask<Integer> equal =
          IntVector.fromArray(REGISTER, numbers, i).compare(VectorOperators.EQ, wanted);
      if (equal.anyTrue()) {
        first.add(i).compress(equal).intoArray(places, count);
        count += equal.trueCount();
      }
    }
    return OneByOne.after(whole, count, numbers, wanted, places);
  }

  @Override
  public int stride() {
    return REGISTERS * REGISTER.length();
  }
}
