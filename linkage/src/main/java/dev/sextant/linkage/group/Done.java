package dev.sextant.linkage.group;

import java.util.Arrays;

/**
 * What became of some components: groups that were put together, in order, and groups that stayed
 * apart. Five numbers each in one array, 20 bytes where a small array each is 40 and a list more.
 */
final class Done {
  private static final int EACH = 5;

  private int[] joined = new int[EACH * 256];
  private int[] apart = new int[EACH * 16];
  private int joins;
  private int aparts;

  /** Two groups were put together, named by a member each. */
  void joined(int one, int other, int average, int pairs, int own) {
    joined = room(joined, joins);
    put(joined, joins++, one, other, average, pairs, own);
  }

  /** Two groups that something ties stayed apart. */
  void apart(int one, int other, int average, int pairs, int own) {
    apart = room(apart, aparts);
    put(apart, aparts++, one, other, average, pairs, own);
  }

  /** Gives back what room was not needed. */
  Done end() {
    joined = Arrays.copyOf(joined, joins * EACH);
    apart = Arrays.copyOf(apart, aparts * EACH);
    return this;
  }

  int joins() {
    return joins;
  }

  int aparts() {
    return aparts;
  }

  void eachJoined(Agglomeration.Remaining seen) {
    each(joined, joins, seen);
  }

  void eachApart(Agglomeration.Remaining seen) {
    each(apart, aparts, seen);
  }

  private static void each(int[] from, int count, Agglomeration.Remaining seen) {
    for (int i = 0; i < count; i++) {
      int at = i * EACH;
      seen.apart(from[at], from[at + 1], from[at + 2], from[at + 3], from[at + 4]);
    }
  }

  private static int[] room(int[] held, int count) {
    return held.length > count * EACH ? held : Arrays.copyOf(held, held.length * 2);
  }

  private static void put(int[] to, int number, int... five) {
    System.arraycopy(five, 0, to, number * EACH, EACH);
  }
}
