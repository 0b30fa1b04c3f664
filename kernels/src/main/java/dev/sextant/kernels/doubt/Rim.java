package dev.sextant.kernels.doubt;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import java.util.Arrays;

/* Pairs of people who were not watched and share contacts, and how likely each is tied: as often as
 * pairs that share as many contacts and of whom one was watched. */
final class Rim {
  /** Shared contacts beyond these make no difference; pairs become few. */
  private static final int MOST_SHARED = 3;

  /** 80 MB; more is no covert network's rim. */
  private static final int MOST_PAIRS = 10_000_000;

  private int[] from = new int[64];
  private int[] to = new int[64];
  private byte[] shared = new byte[64];
  private int pairs;
  private final double[] tied = new double[MOST_SHARED + 1];

  Rim(Csr plain, boolean[] watched) {
    int n = plain.nodes();
    if (watched.length != n) {
      throw new BadGraph(watched.length + " watched or not, for " + n + " nodes");
    }
    long[] open = new long[MOST_SHARED + 1];
    long[] closed = new long[MOST_SHARED + 1];
    int[] times = new int[n];
    int[] met = new int[n];
    for (int u = 0; u < n; u++) {
      int count = 0;
      for (int a = plain.first(u); a < plain.end(u); a++) {
        int over = plain.target(a);
        for (int b = plain.first(over); over != u && b < plain.end(over); b++) {
          int w = plain.target(b);
          if (w > u && w != over && times[w]++ == 0) {
            met[count++] = w;
          }
        }
      }
      Arrays.sort(met, 0, count);
      for (int i = 0; i < count; i++) {
        int w = met[i];
        int k = Math.min(MOST_SHARED, times[w]);
        times[w] = 0;
        if (watched[u] || watched[w]) {
          open[k]++;
          closed[k] += plain.arc(u, w) >= 0 ? 1 : 0;
        } else if (plain.arc(u, w) < 0) {
          put(u, w, k);
        }
      }
    }
    for (int k = 1; k <= MOST_SHARED; k++) {
      tied[k] = open[k] == 0 ? tied[k - 1] : (double) closed[k] / open[k];
    }
  }

  private void put(int u, int w, int k) {
    if (pairs == MOST_PAIRS) {
      throw new BadGraph(
          "more than "
              + MOST_PAIRS
              + " pairs of people who were not watched share contacts: ask without the rim, or of"
              + " a part");
    }
    if (pairs == from.length) {
      from = Arrays.copyOf(from, 2 * pairs);
      to = Arrays.copyOf(to, 2 * pairs);
      shared = Arrays.copyOf(shared, 2 * pairs);
    }
    from[pairs] = u;
    to[pairs] = w;
    shared[pairs++] = (byte) k;
  }

  /** Takes a tie; which way it runs is by lot where ties have a direction. */
  interface Ties {
    /** Adds one. */
    void add(int from, int to);
  }

  void draw(Chance chance, boolean directed, Ties ties) {
    for (int i = 0; i < pairs; i++) {
      if (chance.happens(tied[shared[i]])) {
        boolean turned = directed && chance.below(2) == 0;
        ties.add(turned ? to[i] : from[i], turned ? from[i] : to[i]);
      }
    }
  }

  /** Probability of a tie, by shared contacts. */
  double tied(int contacts) {
    return tied[Math.min(MOST_SHARED, contacts)];
  }

  int pairs() {
    return pairs;
  }
}
