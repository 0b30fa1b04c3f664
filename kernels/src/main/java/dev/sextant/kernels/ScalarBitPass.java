package dev.sextant.kernels;

import java.util.Arrays;

/** {@link BitPass} in plain code. */
final class ScalarBitPass extends BitPass {
  private final long[] seen;
  private final long[] here;
  private final long[] next;

  ScalarBitPass(Csr graph, Csr reverse) {
    super(graph, reverse);
    int longs = Math.multiplyExact(LONGS, graph.nodes());
    this.seen = new long[longs];
    this.here = new long[longs];
    this.next = new long[longs];
  }

  @Override
  void reset() {
    Arrays.fill(seen, 0);
    Arrays.fill(here, 0);
  }

  @Override
  void begin(int node, int bit) {
    seen[LONGS * node + bit / Long.SIZE] |= 1L << bit;
    here[LONGS * node + bit / Long.SIZE] |= 1L << bit;
  }

  @Override
  int push(int v, int[] list, int size, boolean[] listed) {
    int end = size;
    for (int a = offsets[v]; a < offsets[v + 1]; a++) {
      int w = targets[a];
      for (int i = 0; i < LONGS; i++) {
        next[LONGS * w + i] |= here[LONGS * v + i];
      }
      if (!listed[w]) {
        listed[w] = true;
        list[end++] = w;
      }
    }
    return end;
  }

  @Override
  boolean pull(int w) {
    long any = 0;
    for (int a = inOffsets[w]; a < inOffsets[w + 1]; a++) {
      int v = inTargets[a];
      for (int i = 0; i < LONGS; i++) {
        next[LONGS * w + i] |= here[LONGS * v + i];
      }
    }
    for (int i = 0; i < LONGS; i++) {
      any |= next[LONGS * w + i];
    }
    return any != 0;
  }

  @Override
  int settle(int w) {
    int fresh = 0;
    for (int i = LONGS * w; i < LONGS * w + LONGS; i++) {
      long bits = next[i] & ~seen[i];
      next[i] = 0;
      here[i] = bits;
      seen[i] |= bits;
      fresh += Long.bitCount(bits);
    }
    return fresh;
  }

  @Override
  void clearHere(int v) {
    Arrays.fill(here, LONGS * v, LONGS * v + LONGS, 0);
  }
}
