package dev.sextant.kernels;

/* Finds where a number stands in a row of numbers. */
interface EqualScan {
  /** So much longer than the numbers the list of places has to be: more is written than counts. */
  int SLACK = 16;

  /**
   * Lists the places of a number, in order.
   *
   * @return how many there are
   */
  int find(int[] numbers, int wanted, int[] places);

  /** How many numbers are looked at in the time that one entry of a list takes. */
  int stride();

  static EqualScan fastest() {
    return VectorSupport.lanesOfEight() ? new VectorEqualScan() : new OneByOne();
  }

  /** Without vectors, and without a branch that hangs on a number. */
  final class OneByOne implements EqualScan {
    @Override
    public int find(int[] numbers, int wanted, int[] places) {
      return after(0, 0, numbers, wanted, places);
    }

    @Override
    public int stride() {
      return 2;
    }

    /** From a place on, where so many were found before. */
    static int after(int from, int before, int[] numbers, int wanted, int[] places) {
      int count = before;
      for (int i = from; i < numbers.length; i++) {
        places[count] = i;
        count += numbers[i] == wanted ? 1 : 0;
      }
      return count;
    }
  }
}
