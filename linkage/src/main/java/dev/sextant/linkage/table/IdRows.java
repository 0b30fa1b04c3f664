package dev.sextant.linkage.table;

import java.util.Arrays;

/**
 * The ids of a file that were met: rows by the hash of their ids. Open addressing over the ids that
 * the table holds anyway, for a set of ten million strings is half a gigabyte more.
 */
final class IdRows {
  private final int first;
  private int[] slots = new int[1 << 11];
  private int size;

  /**
   * Of a file.
   *
   * @param first row of the file: those before are another file's
   */
  IdRows(int first) {
    this.first = first;
    Arrays.fill(slots, -1);
  }

  /**
   * Takes the next row of the file.
   *
   * @param ids by row
   * @return false if a row of this file has this id already
   */
  boolean add(String[] ids, int row) {
    int at = slot(ids[row]);
    while (slots[at] >= 0) {
      if (ids[slots[at]].equals(ids[row])) {
        return false;
      }
      at = (at + 1) & (slots.length - 1);
    }
    slots[at] = row;
    if (++size * 2L > slots.length) {
      grow(ids);
    }
    return true;
  }

  private int slot(String id) {
    int mixed = id.hashCode() * 0x9E3779B9;
    return (mixed ^ (mixed >>> 15)) & (slots.length - 1);
  }

  private void grow(String[] ids) {
    slots = new int[slots.length * 2];
    Arrays.fill(slots, -1);
    for (int row = first; row < first + size; row++) {
      int at = slot(ids[row]);
      while (slots[at] >= 0) {
        at = (at + 1) & (slots.length - 1);
      }
      slots[at] = row;
    }
  }
}
