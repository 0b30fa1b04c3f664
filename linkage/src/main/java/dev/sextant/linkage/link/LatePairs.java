package dev.sextant.linkage.link;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** All scored pairs by record: those of a run in flat arrays, those that came later beside them. */
final class LatePairs {
  private final int[] starts;
  private final int[] others;
  private final int[] scores;
  private final Map<Integer, int[]> later = new HashMap<>();

  LatePairs(Linked linked) {
    int rows = linked.table().rows();
    starts = new int[rows + 1];
    linked.direct((a, b, score) -> {
      starts[a + 1]++;
      starts[b + 1]++;
    });
    for (int row = 0; row < rows; row++) {
      starts[row + 1] += starts[row];
    }
    others = new int[starts[rows]];
    scores = new int[starts[rows]];
    int[] next = Arrays.copyOf(starts, rows);
    linked.direct((a, b, score) -> {
      others[next[a]] = b;
      scores[next[a]++] = score;
      others[next[b]] = a;
      scores[next[b]++] = score;
    });
  }

  void add(int one, int other, int score) {
    append(one, other, score);
    append(other, one, score);
  }

  private void append(int to, int other, int score) {
    int[] was = later.getOrDefault(to, new int[0]);
    int[] more = Arrays.copyOf(was, was.length + 2);
    more[was.length] = other;
    more[was.length + 1] = score;
    later.put(to, more);
  }

  /** Shows the other record of each pair, and its score. */
  void of(int record, Seen seen) {
    if (record < starts.length - 1) {
      for (int i = starts[record]; i < starts[record + 1]; i++) {
        seen.pair(others[i], scores[i]);
      }
    }
    int[] more = later.getOrDefault(record, new int[0]);
    for (int i = 0; i < more.length; i += 2) {
      seen.pair(more[i], more[i + 1]);
    }
  }

  @FunctionalInterface
  interface Seen {
    void pair(int other, int score);
  }
}
