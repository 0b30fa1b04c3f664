package dev.sextant.kernels.covert;

import dev.sextant.kernels.SplitMix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/* The best so many pairs, as a heap with the worst on top. Equal scores go by a number drawn from
 * the seed and the pair itself, so that no node's number gives it an advantage and the choice does
 * not depend on the order in which pairs come. */
final class BestPairs {
  private final int most;
  private final long seed;
  private int[] from = new int[16];
  private int[] to = new int[16];
  private double[] score = new double[16];
  private long[] lot = new long[16];
  private int size;

  BestPairs(int most, long seed) {
    this.most = most;
    this.seed = seed;
  }

  int size() {
    return size;
  }

  boolean wants(double value) {
    return size < most || value >= score[0];
  }

  void add(int u, int v, double value) {
    add(u, v, value, new SplitMix(seed ^ ((long) u << 32 | v) * 0x9e3779b97f4a7c15L).next());
  }

  private void add(int u, int v, double value, long drawn) {
    if (size < most) {
      if (size == from.length) {
        int larger = (int) Math.min(most, 2L * size);
        from = Arrays.copyOf(from, larger);
        to = Arrays.copyOf(to, larger);
        score = Arrays.copyOf(score, larger);
        lot = Arrays.copyOf(lot, larger);
      }
      int at = size++;
      put(at, u, v, value, drawn);
      while (at > 0 && worse(at, (at - 1) / 2)) {
        swap(at, (at - 1) / 2);
        at = (at - 1) / 2;
      }
    } else if (value > score[0] || value == score[0] && drawn > lot[0]) {
      put(0, u, v, value, drawn);
      int at = 0;
      while (true) {
        int child = 2 * at + 1;
        if (child + 1 < size && worse(child + 1, child)) {
          child++;
        }
        if (child >= size || !worse(child, at)) {
          return;
        }
        swap(child, at);
        at = child;
      }
    }
  }

  void addAll(BestPairs other) {
    for (int i = 0; i < other.size; i++) {
      if (wants(other.score[i])) {
        add(other.from[i], other.to[i], other.score[i], other.lot[i]);
      }
    }
  }

  private void put(int at, int u, int v, double value, long drawn) {
    from[at] = u;
    to[at] = v;
    score[at] = value;
    lot[at] = drawn;
  }

  private boolean worse(int a, int b) {
    return score[a] != score[b] ? score[a] < score[b] : lot[a] < lot[b];
  }

  private void swap(int a, int b) {
    int u = from[a];
    int v = to[a];
    double value = score[a];
    long drawn = lot[a];
    put(a, from[b], to[b], score[b], lot[b]);
    put(b, u, v, value, drawn);
  }

  /** Best first; nothing may be added after. */
  void sort() {
    int[] order =
        IntStream.range(0, size)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer i) -> -score[i])
                    .thenComparing((a, b) -> Long.compare(lot[b], lot[a])))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] u = Arrays.stream(order).map(i -> from[i]).toArray();
    int[] v = Arrays.stream(order).map(i -> to[i]).toArray();
    double[] values = Arrays.stream(order).mapToDouble(i -> score[i]).toArray();
    from = u;
    to = v;
    score = values;
  }

  int from(int place) {
    return from[place];
  }

  int to(int place) {
    return to[place];
  }

  double score(int place) {
    return score[place];
  }

  int[] from() {
    return from.clone();
  }

  int[] to() {
    return to.clone();
  }

  double[] scores() {
    return score.clone();
  }
}
