package dev.sextant.linkage.table;

import java.util.Arrays;

/**
 * Numbers for distinct strings, in order of first sight. Open addressing, for a boxed map costs
 * three times the memory at ten million records. Not safe from many threads while it grows.
 */
final class Dictionary {
  private String[] values = new String[64];
  private int[] hashes = new int[64];
  private int[] slots = new int[128];
  private int size;

  Dictionary() {
    Arrays.fill(slots, -1);
  }

  int size() {
    return size;
  }

  String value(int number) {
    return values[number];
  }

  /** All values, by number. */
  String[] values() {
    return Arrays.copyOf(values, size);
  }

  /** The number of a slice of text, new where it was not seen. */
  int number(char[] text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text[i];
    }
    int mixed = hash * 0x9E3779B9;
    int at = (mixed ^ (mixed >>> 15)) & (slots.length - 1);
    while (slots[at] >= 0) {
      int held = slots[at];
      if (hashes[held] == hash && same(values[held], text, from, to)) {
        return held;
      }
      at = (at + 1) & (slots.length - 1);
    }
    return add(new String(text, from, to - from), hash, at);
  }

  private static boolean same(String value, char[] text, int from, int to) {
    if (value.length() != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (value.charAt(i - from) != text[i]) {
        return false;
      }
    }
    return true;
  }

  private int add(String value, int hash, int at) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    values[size] = value;
    hashes[size] = hash;
    slots[at] = size++;
    if (size * 2 > slots.length) {
      grow();
    }
    return size - 1;
  }

  private void grow() {
    slots = new int[slots.length * 2];
    Arrays.fill(slots, -1);
    for (int i = 0; i < size; i++) {
      int mixed = hashes[i] * 0x9E3779B9;
      int at = (mixed ^ (mixed >>> 15)) & (slots.length - 1);
      while (slots[at] >= 0) {
        at = (at + 1) & (slots.length - 1);
      }
      slots[at] = i;
    }
  }
}
