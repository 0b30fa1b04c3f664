package dev.sextant.kernels.group;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/* Bron and Kerbosch. Each node in degeneracy order is the first member of the cliques among its
 * later neighbours, of which there are at most d; its earlier neighbours are those already done
 * with. Candidates and done-with are bit sets over that node's neighbourhood, so that the recursion,
 * never deeper than d, works on words. The pivot is who has most neighbours among the candidates:
 * a maximal clique that lacks it must hold somebody it is not tied to. */
final class CliqueSearch {
  private final PlainRows rows;
  private final int smallest;
  private final int limit;
  private final List<int[]> found = new ArrayList<>();
  private int[] local = new int[0]; // later neighbours, then earlier ones
  private long[][] tied = new long[0][]; // bits over local, by local
  private int words;
  private int[] chosen = new int[16];

  CliqueSearch(PlainRows rows, int smallest, int limit) {
    this.rows = rows;
    this.smallest = smallest;
    this.limit = limit;
  }

  /** Orders sets by size, largest first, then by members. */
  static final Comparator<int[]> LARGEST_FIRST =
      (a, b) -> a.length != b.length ? Integer.compare(b.length, a.length) : Arrays.compare(a, b);

  Cliques.Result compute(Progress progress) {
    int n = rows.nodes();
    int[] order = new int[n];
    int degeneracy = degeneracyOrder(order);
    int[] rank = new int[n];
    for (int i = 0; i < n; i++) {
      rank[order[i]] = i;
    }
    int[] place = new int[n]; // 1 + place in local
    chosen = new int[degeneracy + 2];
    for (int i = 0; i < n; i++) {
      startAt(order[i], rank, place);
      progress.step(i + 1, n);
    }
    found.sort(LARGEST_FIRST);
    return new Cliques.Result(found, degeneracy);
  }

  private void startAt(int v, int[] rank, int[] place) {
    int degree = rows.degree(v);
    int later = 0;
    local = new int[degree];
    int earlier = degree;
    for (int a = rows.offsets()[v]; a < rows.offsets()[v + 1]; a++) {
      int w = rows.targets()[a];
      if (rank[w] > rank[v]) {
        local[later++] = w;
      } else {
        local[--earlier] = w;
      }
    }
    if (later + 1 < smallest) {
      return;
    }
    chosen[0] = v;
    if (later == 0) {
      if (degree == 0) {
        report(1);
      }
      return;
    }
    words = (later + 63) >>> 6;
    tieLocals(later, place);
    long[] candidates = new long[words];
    for (int i = 0; i < later; i++) {
      candidates[i >> 6] |= 1L << i;
    }
    int[] done = new int[degree];
    for (int i = later; i < degree; i++) {
      done[i - later] = i;
    }
    extend(1, candidates, done, degree - later);
  }

  /* A row much longer than the later neighbours are many is searched for them, not read: otherwise
   * every node tied to a hub would read the hub's row. */
  private void tieLocals(int later, int[] place) {
    for (int i = 0; i < later; i++) {
      place[local[i]] = 1 + i;
    }
    tied = new long[local.length][words];
    for (int i = 0; i < local.length; i++) {
      int w = local[i];
      if (rows.degree(w) > 16L * later) {
        for (int j = 0; j < later; j++) {
          if (rows.arc(w, local[j]) >= 0) {
            tied[i][j >> 6] |= 1L << j;
          }
        }
      } else {
        for (int a = rows.offsets()[w]; a < rows.offsets()[w + 1]; a++) {
          int j = place[rows.targets()[a]] - 1;
          if (j >= 0) {
            tied[i][j >> 6] |= 1L << j;
          }
        }
      }
    }
    for (int i = 0; i < later; i++) {
      place[local[i]] = 0;
    }
  }

  private void extend(int size, long[] candidates, int[] done, int doneCount) {
    int left = 0;
    for (long word : candidates) {
      left += Long.bitCount(word);
    }
    if (left == 0) {
      if (doneCount == 0) {
        report(size);
      }
      return;
    }
    if (size + left < smallest) {
      return;
    }
    long[] tiedToPivot = tied[pivot(candidates, done, doneCount)];
    long[] open = candidates.clone();
    int[] closed = Arrays.copyOf(done, doneCount + left);
    int closedCount = doneCount;
    for (int word = 0; word < words; word++) {
      for (long bits = candidates[word] & ~tiedToPivot[word]; bits != 0; bits &= bits - 1) {
        int i = (word << 6) + Long.numberOfTrailingZeros(bits);
        long[] next = new long[words];
        for (int x = 0; x < words; x++) {
          next[x] = open[x] & tied[i][x];
        }
        int[] stillDone = new int[closedCount];
        int stillCount = 0;
        for (int x = 0; x < closedCount; x++) {
          if ((tied[closed[x]][i >> 6] >>> i & 1) != 0) {
            stillDone[stillCount++] = closed[x];
          }
        }
        chosen[size] = local[i];
        extend(size + 1, next, stillDone, stillCount);
        open[word] &= ~(1L << i);
        closed[closedCount++] = i;
      }
    }
  }

  private int pivot(long[] candidates, int[] done, int doneCount) {
    int best = -1;
    int most = -1;
    for (int x = 0; x < doneCount; x++) {
      int common = common(candidates, done[x]);
      if (common > most) {
        most = common;
        best = done[x];
      }
    }
    for (int word = 0; word < words; word++) {
      for (long bits = candidates[word]; bits != 0; bits &= bits - 1) {
        int i = (word << 6) + Long.numberOfTrailingZeros(bits);
        int common = common(candidates, i);
        if (common > most) {
          most = common;
          best = i;
        }
      }
    }
    return best;
  }

  private int common(long[] candidates, int i) {
    int common = 0;
    for (int x = 0; x < words; x++) {
      common += Long.bitCount(candidates[x] & tied[i][x]);
    }
    return common;
  }

  private void report(int size) {
    if (size < smallest) {
      return;
    }
    if (found.size() == limit) {
      throw new BadGraph(
          "more than "
              + limit
              + " maximal cliques of at least "
              + smallest
              + ": ask for larger ones, or for k-trusses");
    }
    int[] clique = Arrays.copyOf(chosen, size);
    Arrays.sort(clique);
    found.add(clique);
  }

  /** Fills the order in which the node with fewest neighbours left is taken; returns d. */
  private int degeneracyOrder(int[] order) {
    int n = rows.nodes();
    int[] degree = new int[n];
    int most = 0;
    for (int v = 0; v < n; v++) {
      degree[v] = rows.degree(v);
      most = Math.max(most, degree[v]);
    }
    int[] start = new int[most + 2];
    for (int d : degree) {
      start[d + 1]++;
    }
    for (int d = 0; d <= most; d++) {
      start[d + 1] += start[d];
    }
    int[] place = new int[n];
    int[] next = start.clone();
    for (int v = 0; v < n; v++) {
      place[v] = next[degree[v]]++;
      order[place[v]] = v;
    }
    int degeneracy = 0;
    for (int i = 0; i < n; i++) {
      int v = order[i];
      degeneracy = Math.max(degeneracy, degree[v]);
      for (int a = rows.offsets()[v]; a < rows.offsets()[v + 1]; a++) {
        int w = rows.targets()[a];
        if (degree[w] > degree[v]) {
          int first = start[degree[w]]++;
          int other = order[first];
          order[first] = w;
          order[place[w]] = other;
          place[other] = place[w];
          place[w] = first;
          degree[w]--;
        }
      }
    }
    return degeneracy;
  }
}
