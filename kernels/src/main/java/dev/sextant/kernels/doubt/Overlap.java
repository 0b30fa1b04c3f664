package dev.sextant.kernels.doubt;

import java.util.Arrays;

/**
 * How alike two groupings of the same nodes are. Nodes that either leaves in no group (-1) do not
 * count.
 */
final class Overlap {
  private final int[] one;
  private final int[] other;
  private final int[] sizeOne;
  private final int[] sizeOther;
  private final long[] cells;
  private final int[] cellSize;
  private int count;

  Overlap(int[] one, int[] other) {
    this.one = one;
    this.other = other;
    sizeOne = new int[groups(one)];
    sizeOther = new int[groups(other)];
    long[] keys = new long[one.length];
    for (int v = 0; v < one.length; v++) {
      if (one[v] >= 0 && other[v] >= 0) {
        sizeOne[one[v]]++;
        sizeOther[other[v]]++;
        keys[count++] = key(v);
      }
    }
    Arrays.sort(keys, 0, count);
    cells = new long[count];
    cellSize = new int[count];
    int at = -1;
    for (int i = 0; i < count; i++) {
      if (i == 0 || keys[i] != keys[i - 1]) {
        cells[++at] = keys[i];
      }
      cellSize[at]++;
    }
    used = at + 1;
  }

  private final int used;

  private static int groups(int[] of) {
    return Arrays.stream(of).max().orElse(-1) + 1;
  }

  private long key(int v) {
    return ((long) one[v] << 32) | other[v];
  }

  /** Shared over united members of a node's two groups; NaN if it is in none. */
  double likeness(int v) {
    if (one[v] < 0 || other[v] < 0) {
      return Double.NaN;
    }
    double shared = cellSize[Arrays.binarySearch(cells, 0, used, key(v))];
    return shared / (sizeOne[one[v]] + sizeOther[other[v]] - shared);
  }

  /** L. Hubert and P. Arabie 1985, doi:10.1007/BF01908075; 1 if the groupings are equal. */
  double adjustedRand() {
    double both = pairs(cellSize);
    double inOne = pairs(sizeOne);
    double inOther = pairs(sizeOther);
    double all = count * (count - 1.0) / 2;
    double chance = all == 0 ? 0 : inOne * inOther / all;
    double most = (inOne + inOther) / 2;
    return most == chance ? 1 : (both - chance) / (most - chance);
  }

  private static double pairs(int[] sizes) {
    double pairs = 0;
    for (int size : sizes) {
      pairs += size * (size - 1.0) / 2;
    }
    return pairs;
  }
}
