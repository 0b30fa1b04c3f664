package dev.sextant.identity;

/**
 * Two different accounts, in the order of their keys, so that equal pairs are equal values.
 *
 * @param a the smaller key
 * @param b the larger key
 */
public record Pair(String a, String b) implements Comparable<Pair> {
  /**
   * Puts the keys in order.
   *
   * @throws BadJudgement {@code SX-IDENTITY-PAIR} if they are one key
   */
  public Pair {
    int order = a.compareTo(b);
    if (order == 0) {
      throw new BadJudgement(
          "SX-IDENTITY-PAIR",
          "a pair needs two accounts",
          "pair",
          "one account twice",
          "choose another account");
    }
    if (order > 0) {
      String swap = a;
      a = b;
      b = swap;
    }
  }

  @Override
  public int compareTo(Pair other) {
    int first = a.compareTo(other.a);
    return first != 0 ? first : b.compareTo(other.b);
  }
}
