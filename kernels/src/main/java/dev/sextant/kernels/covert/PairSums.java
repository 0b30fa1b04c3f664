package dev.sextant.kernels.covert;

import dev.sextant.kernels.Csr;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/* The sum of 1/distance over ordered pairs of what is left of a graph. 512 sources share each step
 * of one breadth-first search: a node has eight words for the sources that have met it and eight for
 * those that met it last; "or" along an arc advances all of them (M. Then et al. 2014,
 * doi:10.14778/2735496.2735507). Pairs are counted by distance as whole numbers and divided once, so
 * that the sum is the same number however the sources are batched. Only nodes that are left are
 * visited, and only those met last push. */
final class PairSums {
  private static final int WORDS = 8;
  private static final int WIDTH = WORDS * Long.SIZE;

  private final int[] offsets;
  private final int[] targets;
  private final long[] seen;
  private final long[] here;
  private final long[] ahead;
  private final int[] sources;
  private final int[] left;
  private int[] front;
  private int[] found;
  private final boolean[] listed;
  private long[] pairs = new long[16];

  PairSums(Csr graph) {
    int n = graph.nodes();
    offsets = graph.sharedOffsets();
    targets = graph.sharedTargets();
    seen = new long[WORDS * n];
    here = new long[WORDS * n];
    ahead = new long[WORDS * n];
    sources = new int[n];
    left = new int[n];
    front = new int[n];
    found = new int[n];
    listed = new boolean[n];
  }

  /** Over what is left. */
  double sum(boolean[] removed) {
    return sum(removed, null);
  }

  /**
   * Over what is left, from some sources only.
   *
   * @param from the sources; null for all
   */
  double sum(boolean[] removed, int @Nullable [] from) {
    Arrays.fill(pairs, 0);
    int rest = 0;
    for (int v = 0; v < removed.length; v++) {
      if (!removed[v]) {
        left[rest++] = v;
      }
    }
    int count = 0;
    if (from == null) {
      System.arraycopy(left, 0, sources, 0, rest);
      count = rest;
    } else {
      for (int v : from) {
        if (!removed[v]) {
          sources[count++] = v;
        }
      }
    }
    int farthest = 0;
    for (int first = 0; first < count; first += WIDTH) {
      farthest = Math.max(farthest, batch(first, Math.min(count, first + WIDTH), rest, removed));
    }
    double sum = 0;
    for (int d = farthest; d > 0; d--) {
      sum += (double) pairs[d] / d;
    }
    return sum;
  }

  private int batch(int first, int last, int rest, boolean[] removed) {
    for (int i = 0; i < rest; i++) {
      int at = WORDS * left[i];
      Arrays.fill(seen, at, at + WORDS, 0);
      Arrays.fill(here, at, at + WORDS, 0);
      Arrays.fill(ahead, at, at + WORDS, 0);
    }
    // Words beyond the sources stay 0: with few nodes left only those in use are touched.
    int words = (last - first + Long.SIZE - 1) / Long.SIZE;
    int size = 0;
    for (int i = first; i < last; i++) {
      int at = WORDS * sources[i] + (i - first) / Long.SIZE;
      long bit = 1L << (i - first);
      seen[at] |= bit;
      here[at] |= bit;
      front[size++] = sources[i];
    }
    int d = 0;
    while (size > 0) {
      d++;
      if (d == pairs.length) {
        pairs = Arrays.copyOf(pairs, 2 * d);
      }
      size = settle(push(size, words, removed), words, d);
    }
    return d;
  }

  private int push(int size, int words, boolean[] removed) {
    int met = 0;
    for (int i = 0; i < size; i++) {
      int v = front[i];
      int at = WORDS * v;
      for (int a = offsets[v]; a < offsets[v + 1]; a++) {
        int w = targets[a];
        if (removed[w]) {
          continue;
        }
        int to = WORDS * w;
        for (int k = 0; k < words; k++) {
          ahead[to + k] |= here[at + k];
        }
        if (!listed[w]) {
          listed[w] = true;
          found[met++] = w;
        }
      }
    }
    for (int i = 0; i < size; i++) {
      int at = WORDS * front[i];
      Arrays.fill(here, at, at + words, 0);
    }
    return met;
  }

  private int settle(int met, int words, int d) {
    int kept = 0;
    long fresh = 0;
    for (int i = 0; i < met; i++) {
      int w = found[i];
      listed[w] = false;
      int at = WORDS * w;
      int bits = 0;
      for (int k = 0; k < words; k++) {
        long come = ahead[at + k] & ~seen[at + k];
        ahead[at + k] = 0;
        here[at + k] = come;
        seen[at + k] |= come;
        bits += Long.bitCount(come);
      }
      if (bits > 0) {
        fresh += bits;
        front[kept++] = w;
      }
    }
    pairs[d] += fresh;
    return kept;
  }
}
