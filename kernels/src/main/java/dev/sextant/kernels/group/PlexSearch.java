package dev.sextant.kernels.group;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/* Branches on one node at a time: with it, or without it. If those chosen and the candidates
 * together form a plex it is the only maximal one below. Otherwise somebody lacks too many ties;
 * branching on that node, or on one it lacks, ends soonest. A node decided against is kept among the
 * barred, which show that a plex could have been joined, and so is not maximal.
 *
 * Two rules leave nodes out for good: a plex of s members gives each at least s - k ties inside, so
 * who has fewer left cannot be in one that is large enough, nor join one. */
final class PlexSearch {
  private final PlainRows rows;
  private final int k;
  private final int smallest;
  private final Progress progress;
  private final List<int[]> found = new ArrayList<>();
  private int[] kept = new int[0];
  private long[][] tied = new long[0][];
  private int words;
  private long steps;

  PlexSearch(PlainRows rows, int k, int smallest, Progress progress) {
    this.rows = rows;
    this.k = k;
    this.smallest = smallest;
    this.progress = progress;
  }

  Plexes.Result compute() {
    kept = middle();
    if (kept.length > Plexes.MOST_NODES) {
      throw new BadGraph(
          kept.length
              + " nodes have "
              + (smallest - k)
              + " ties among themselves, more than "
              + Plexes.MOST_NODES
              + ": ask for larger plexes, or measure a part of the graph");
    }
    words = (kept.length + 63) >>> 6;
    tied = new long[kept.length][words];
    int[] place = new int[rows.nodes()];
    Arrays.fill(place, -1);
    for (int i = 0; i < kept.length; i++) {
      place[kept[i]] = i;
    }
    long[] all = new long[words];
    for (int i = 0; i < kept.length; i++) {
      all[i >> 6] |= 1L << i;
      for (int a = rows.offsets()[kept[i]]; a < rows.offsets()[kept[i] + 1]; a++) {
        int j = place[rows.targets()[a]];
        if (j >= 0) {
          tied[i][j >> 6] |= 1L << j;
        }
      }
    }
    branch(new long[words], all, new long[words]);
    found.sort(CliqueSearch.LARGEST_FIRST);
    return new Plexes.Result(found, k);
  }

  /** Nodes left when those with fewer than smallest - k ties are taken away again and again. */
  private int[] middle() {
    int n = rows.nodes();
    int[] degree = new int[n];
    int[] queue = new int[n];
    boolean[] gone = new boolean[n];
    int tail = 0;
    for (int v = 0; v < n; v++) {
      degree[v] = rows.degree(v);
      if (degree[v] < smallest - k) {
        gone[v] = true;
        queue[tail++] = v;
      }
    }
    for (int head = 0; head < tail; head++) {
      int v = queue[head];
      for (int a = rows.offsets()[v]; a < rows.offsets()[v + 1]; a++) {
        int w = rows.targets()[a];
        if (--degree[w] < smallest - k && !gone[w]) {
          gone[w] = true;
          queue[tail++] = w;
        }
      }
    }
    int[] left = new int[n - tail];
    int at = 0;
    for (int v = 0; v < n; v++) {
      if (!gone[v]) {
        left[at++] = v;
      }
    }
    return left;
  }

  /* The branch without the node is a turn of the loop, so that the depth is that of the set. */
  private void branch(long[] chosen, long[] candidates, long[] barred) {
    while (true) {
      count();
      long[] both = chosen.clone();
      for (int x = 0; x < words; x++) {
        both[x] |= candidates[x];
      }
      int total = ones(both);
      if (total < smallest || total == 0) {
        return;
      }
      int poorest = -1;
      int fewest = Integer.MAX_VALUE;
      boolean dropped = false;
      for (int x = 0; x < words; x++) {
        for (long bits = both[x]; bits != 0; bits &= bits - 1) {
          int v = (x << 6) + Long.numberOfTrailingZeros(bits);
          int degree = common(tied[v], both);
          if (degree < smallest - k) {
            if (has(chosen, v)) {
              return;
            }
            candidates[x] &= ~(1L << v);
            dropped = true;
          } else if (degree < fewest) {
            fewest = degree;
            poorest = v;
          }
        }
      }
      if (dropped) {
        continue;
      }
      if (fewest >= total - k) {
        report(both, barred);
        return;
      }
      int node = has(chosen, poorest) ? lacking(poorest, candidates) : poorest;
      candidates[node >> 6] &= ~(1L << node);
      long[] with = chosen.clone();
      with[node >> 6] |= 1L << node;
      branch(with, joinable(with, candidates), joinable(with, barred));
      barred[node >> 6] |= 1L << node;
    }
  }

  private void count() {
    if (++steps > Plexes.MOST_STEPS) {
      throw new BadGraph(
          "the search for "
              + k
              + "-plexes of at least "
              + smallest
              + " among "
              + kept.length
              + " nodes takes more than "
              + Plexes.MOST_STEPS
              + " steps: ask for larger plexes, or for k-trusses");
    }
    if ((steps & 1023) == 0) {
      progress.step(steps, -1);
    }
  }

  private int lacking(int v, long[] candidates) {
    for (int x = 0; x < words; x++) {
      long bits = candidates[x] & ~tied[v][x];
      if (bits != 0) {
        return (x << 6) + Long.numberOfTrailingZeros(bits);
      }
    }
    throw new IllegalStateException("the chosen nodes are no plex");
  }

  /** Those of a set who could join. */
  private long[] joinable(long[] members, long[] others) {
    int size = ones(members);
    long[] full = new long[words]; // members that may lack nobody more
    for (int x = 0; x < words; x++) {
      for (long bits = members[x]; bits != 0; bits &= bits - 1) {
        int v = (x << 6) + Long.numberOfTrailingZeros(bits);
        if (size - common(tied[v], members) == k) {
          full[x] |= 1L << v;
        }
      }
    }
    long[] able = new long[words];
    for (int x = 0; x < words; x++) {
      for (long bits = others[x]; bits != 0; bits &= bits - 1) {
        int v = (x << 6) + Long.numberOfTrailingZeros(bits);
        boolean tiedToFull = true;
        for (int y = 0; y < words && tiedToFull; y++) {
          tiedToFull = (full[y] & ~tied[v][y]) == 0;
        }
        if (tiedToFull && size - common(tied[v], members) <= k - 1) {
          able[x] |= 1L << v;
        }
      }
    }
    return able;
  }

  private void report(long[] members, long[] barred) {
    if (ones(joinable(members, barred)) > 0) {
      return;
    }
    if (found.size() == Cliques.USUAL_LIMIT) {
      throw new BadGraph(
          "more than " + Cliques.USUAL_LIMIT + " maximal plexes: ask for larger ones");
    }
    int[] plex = new int[ones(members)];
    int at = 0;
    for (int x = 0; x < words; x++) {
      for (long bits = members[x]; bits != 0; bits &= bits - 1) {
        plex[at++] = kept[(x << 6) + Long.numberOfTrailingZeros(bits)];
      }
    }
    found.add(plex);
  }

  private static boolean has(long[] set, int v) {
    return (set[v >> 6] >>> v & 1) != 0;
  }

  private static int ones(long[] set) {
    int ones = 0;
    for (long word : set) {
      ones += Long.bitCount(word);
    }
    return ones;
  }

  private static int common(long[] one, long[] other) {
    int common = 0;
    for (int x = 0; x < one.length; x++) {
      common += Long.bitCount(one[x] & other[x]);
    }
    return common;
  }
}
