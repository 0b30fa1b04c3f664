package dev.sextant.cluster;

import java.util.Arrays;

/** Lays the arcs of one block in rows: a counting sort by tail, then each row by head. */
final class BlockBuilder {
  private BlockBuilder() {}

  /**
   * Builds a block.
   *
   * @param arcs all arcs whose tail is in the block, in any order
   * @param nodes of the whole graph
   * @param size nodes of a full block
   */
  static Block block(int index, Iterable<Arcs> arcs, int nodes, int size, boolean weighted) {
    int first = index * size;
    int count = Math.clamp(nodes - (long) first, 0, size);
    int[] offsets = new int[count + 1];
    for (Arcs some : arcs) {
      for (int tail : some.tails()) {
        offsets[tail - first + 1]++;
      }
    }
    for (int v = 0; v < count; v++) {
      offsets[v + 1] = Math.addExact(offsets[v], offsets[v + 1]);
    }
    int[] heads = new int[offsets[count]];
    double[] weights = new double[weighted ? heads.length : 0];
    int[] next = Arrays.copyOf(offsets, count);
    for (Arcs some : arcs) {
      for (int i = 0; i < some.tails().length; i++) {
        int at = next[some.tails()[i] - first]++;
        heads[at] = some.heads()[i];
        if (weighted) {
          weights[at] = some.weights()[i];
        }
      }
    }
    for (int v = 0; v < count; v++) {
      sortRow(heads, weights, offsets[v], offsets[v + 1]);
    }
    int[] guests = guests(heads, first, count);
    for (int i = 0; i < heads.length; i++) {
      int head = heads[i];
      heads[i] =
          head >= first && head < first + count
              ? head - first
              : count + Arrays.binarySearch(guests, head);
    }
    return new Block(index, first, count, size, offsets, heads, weights, guests);
  }

  private static void sortRow(int[] heads, double[] weights, int start, int end) {
    if (weights.length == 0) {
      Arrays.sort(heads, start, end);
      return;
    }
    // Heads within a row differ, so that head and place in one long sort both arrays at once.
    long[] keys = new long[end - start];
    for (int i = start; i < end; i++) {
      keys[i - start] = ((long) heads[i] << 32) | (i - start);
    }
    Arrays.sort(keys);
    double[] old = Arrays.copyOfRange(weights, start, end);
    for (int i = start; i < end; i++) {
      heads[i] = (int) (keys[i - start] >>> 32);
      weights[i] = old[(int) keys[i - start]];
    }
  }

  private static int[] guests(int[] heads, int first, int count) {
    int[] strangers = Arrays.stream(heads).filter(h -> h < first || h >= first + count).toArray();
    Arrays.sort(strangers);
    int distinct = 0;
    for (int i = 0; i < strangers.length; i++) {
      if (i == 0 || strangers[i] != strangers[i - 1]) {
        strangers[distinct++] = strangers[i];
      }
    }
    return Arrays.copyOf(strangers, distinct);
  }
}
