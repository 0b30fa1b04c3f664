package dev.sextant.kernels.time;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.Replicas;
import java.util.Arrays;

/* Three counts that share nothing, after the paper's division: triples on one pair, on two pairs that
 * share a node (stars), on three pairs (triangles).
 *
 * One pair and triangles: a queue of the ties within delta, with counts of single ties and of ordered
 * pairs by label; a new tie closes every pair that is waiting. Ties of one moment ask first, then
 * enter as pairs, then as single ties, so that none precedes another.
 *
 * Stars: see StarCount. Sums are whole numbers, so stripes of nodes, pairs and triangles may be added
 * in any order. */
final class MotifCount {
  private static final int STRIPES = 64;

  private final long delta;
  private final int threads;
  private final Progress progress;
  private final int n;
  private final Csr pairs; // undirected, without weights
  private final int[] pairOf; // arc to pair
  private final int[] pairStart;
  private final long[] pairTime;
  private final byte[] pairBack; // 1 if from the larger node to the smaller
  private final StarCount.Events events;

  MotifCount(TimedTies ties, long delta, int threads, Progress progress) {
    this.delta = delta;
    this.threads = threads;
    this.progress = progress;
    n = ties.nodes();
    pairs = ties.graph(0, ties.size(), false).unweighted();
    pairOf = new int[pairs.arcs()];
    int count = 0;
    for (int v = 0; v < n; v++) {
      for (int a = pairs.first(v); a < pairs.end(v); a++) {
        int w = pairs.target(a);
        pairOf[a] = v < w ? count++ : pairOf[pairs.arc(w, v)];
      }
    }
    pairStart = new int[count + 1];
    int[] pair = new int[ties.size()];
    for (int i = 0; i < pair.length; i++) {
      pair[i] = pairOf[pairs.arc(ties.from(i), ties.to(i))];
      pairStart[pair[i] + 1]++;
    }
    for (int p = 0; p < count; p++) {
      pairStart[p + 1] += pairStart[p];
    }
    pairTime = new long[pair.length];
    pairBack = new byte[pair.length];
    int[] next = Arrays.copyOf(pairStart, count);
    for (int i = 0; i < pair.length; i++) {
      int at = next[pair[i]]++;
      pairTime[at] = ties.time(i);
      pairBack[at] = (byte) (ties.from(i) > ties.to(i) ? 1 : 0);
    }
    events = new StarCount.Events(ties);
  }

  /** The pattern of three ties given by their nodes, or -1 if they are not two or three nodes. */
  static int motif(int a, int b, int c, int d, int e, int f) {
    int third = c != a && c != b ? c : d != a && d != b ? d : e != a && e != b ? e : f;
    int row = arc(role(c, a, b, third), role(d, a, b, third));
    int column = arc(role(e, a, b, third), role(f, a, b, third));
    return row < 0 || column < 0 ? -1 : 6 * row + column;
  }

  private static int role(int node, int a, int b, int third) {
    return node == a ? 0 : node == b ? 1 : node == third ? 2 : -1;
  }

  private static int arc(int from, int to) {
    return from < 0 || to < 0 || from == to ? -1 : TemporalMotifs.ARCS.indexOf(from + ">" + to);
  }

  TemporalMotifs.Result result() {
    long[][] sums = new long[STRIPES][36];
    Replicas.run(
        STRIPES,
        threads,
        Space::new,
        (stripe, space) -> {
          long[] counts = sums[stripe];
          for (int v = stripe; v < n; v += STRIPES) {
            space.stars.count(v, delta, counts);
            for (int a = pairs.first(v); a < pairs.end(v); a++) {
              if (v < pairs.target(a)) {
                space.pair(pairOf[a], counts);
              }
            }
            space.triangles(v, counts);
            space.ask();
          }
        },
        progress);
    long[] all = new long[36];
    for (long[] counts : sums) {
      for (int m = 0; m < 36; m++) {
        all[m] += counts[m];
      }
    }
    return new TemporalMotifs.Result(all);
  }

  /** Patterns of labels 0 to 5 on the three pairs 0-1, 0-2, 1-2 of a triangle; -1 if not on all. */
  private static final int[] TRIANGLE = triangles();

  private static int[] triangles() {
    int[] ends = {0, 1, 1, 0, 0, 2, 2, 0, 1, 2, 2, 1};
    int[] table = new int[216];
    for (int i = 0; i < 216; i++) {
      int a = i / 36;
      int b = i / 6 % 6;
      int c = i % 6;
      boolean all = a / 2 != b / 2 && a / 2 != c / 2 && b / 2 != c / 2;
      table[i] =
          all
              ? motif(
                  ends[2 * a],
                  ends[2 * a + 1],
                  ends[2 * b],
                  ends[2 * b + 1],
                  ends[2 * c],
                  ends[2 * c + 1])
              : -1;
    }
    return table;
  }

  private final class Space {
    final StarCount stars = new StarCount(events, n);
    private final Progress quiet = Replicas.quiet(progress);
    private final int[] arcTo = new int[n]; // arc from the node at hand, or -1
    private long[] time = new long[16];
    private byte[] label = new byte[16];
    private final long[] one = new long[6];
    private final long[] two = new long[36];
    private int asked;

    Space() {
      Arrays.fill(arcTo, -1);
    }

    void ask() {
      if ((++asked & 255) == 0) {
        quiet.step(0, -1);
      }
    }

    void pair(int p, long[] counts) {
      int size = pairStart[p + 1] - pairStart[p];
      if (size < 3) {
        return;
      }
      room(size);
      for (int i = 0; i < size; i++) {
        time[i] = pairTime[pairStart[p] + i];
        label[i] = pairBack[pairStart[p] + i];
      }
      sweep(size, 2, counts, false);
    }

    /** Triangles of which v is the node with the smallest degree, then number. */
    void triangles(int v, long[] counts) {
      for (int a = pairs.first(v); a < pairs.end(v); a++) {
        if (before(v, pairs.target(a))) {
          arcTo[pairs.target(a)] = a;
        }
      }
      for (int a = pairs.first(v); a < pairs.end(v); a++) {
        int u = pairs.target(a);
        if (!before(v, u)) {
          continue;
        }
        for (int b = pairs.first(u); b < pairs.end(u); b++) {
          int w = pairs.target(b);
          if (arcTo[w] >= 0 && before(u, w)) {
            triangle(v, u, w, a, b, counts);
          }
        }
        ask();
      }
      for (int a = pairs.first(v); a < pairs.end(v); a++) {
        arcTo[pairs.target(a)] = -1;
      }
    }

    private boolean before(int v, int w) {
      int own = pairs.end(v) - pairs.first(v);
      int other = pairs.end(w) - pairs.first(w);
      return own != other ? own < other : v < w;
    }

    private void triangle(int v, int u, int w, int vu, int uw, long[] counts) {
      int p = pairOf[vu];
      int q = pairOf[arcTo[w]];
      int r = pairOf[uw];
      int i = pairStart[p];
      int j = pairStart[q];
      int k = pairStart[r];
      int size = pairStart[p + 1] - i + pairStart[q + 1] - j + pairStart[r + 1] - k;
      room(size);
      // v, u, w play 0, 1, 2; a pair's direction is by node number.
      int turnP = v > u ? 1 : 0;
      int turnQ = v > w ? 1 : 0;
      int turnR = u > w ? 1 : 0;
      for (int at = 0; at < size; at++) {
        long x = i < pairStart[p + 1] ? pairTime[i] : Long.MAX_VALUE;
        long y = j < pairStart[q + 1] ? pairTime[j] : Long.MAX_VALUE;
        long z = k < pairStart[r + 1] ? pairTime[k] : Long.MAX_VALUE;
        if (i < pairStart[p + 1] && x <= y && x <= z) {
          time[at] = x;
          label[at] = (byte) (pairBack[i++] ^ turnP);
        } else if (j < pairStart[q + 1] && y <= z) {
          time[at] = y;
          label[at] = (byte) (2 + (pairBack[j++] ^ turnQ));
        } else {
          time[at] = z;
          label[at] = (byte) (4 + (pairBack[k++] ^ turnR));
        }
      }
      sweep(size, 6, counts, true);
    }

    private void room(int size) {
      if (size > time.length) {
        time = new long[Math.max(size, 2 * time.length)];
        label = new byte[time.length];
      }
    }

    private void sweep(int size, int labels, long[] counts, boolean triangle) {
      Arrays.fill(one, 0);
      Arrays.fill(two, 0);
      int start = 0;
      for (int begin = 0; begin < size; ) {
        int end = begin + 1;
        while (end < size && time[end] == time[begin]) {
          end++;
        }
        while (time[start] < time[begin] && time[begin] - time[start] > delta) {
          start = leave(start, begin, labels);
        }
        for (int k = begin; k < end; k++) {
          if (triangle) {
            closeTriangle(label[k], counts);
          } else {
            closePair(label[k], counts);
          }
        }
        for (int j = begin; j < end; j++) {
          for (int l = 0; l < labels; l++) {
            two[6 * l + label[j]] += one[l];
          }
        }
        for (int j = begin; j < end; j++) {
          one[label[j]]++;
        }
        begin = end;
      }
    }

    /** Takes the moment out that begins here; answers where the next begins. */
    private int leave(int start, int limit, int labels) {
      int end = start;
      while (end < limit && time[end] == time[start]) {
        one[label[end++]]--;
      }
      for (int i = start; i < end; i++) {
        for (int l = 0; l < labels; l++) {
          two[6 * label[i] + l] -= one[l];
        }
      }
      return end;
    }

    private void closePair(int k, long[] counts) {
      for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 2; j++) {
          // Directions relative to the first tie's.
          counts[6 * (i ^ j) + (i ^ k)] += two[6 * i + j];
        }
      }
    }

    private void closeTriangle(int k, long[] counts) {
      for (int i = 0; i < 6; i++) {
        for (int j = 0; j < 6; j++) {
          int motif = TRIANGLE[36 * i + 6 * j + k];
          if (motif >= 0) {
            counts[motif] += two[6 * i + j];
          }
        }
      }
    }
  }
}
