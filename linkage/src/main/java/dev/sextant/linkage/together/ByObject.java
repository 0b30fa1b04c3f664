package dev.sextant.linkage.together;

import java.util.Arrays;

/**
 * The shares of accounts that are active enough, grouped by object and in order of time. Parallel
 * arrays of the object's own; the shares of group {@code g} are at {@code start[g]} up to {@code
 * start[g + 1]}.
 */
final class ByObject {
  final int[] start;
  final int[] group;
  final int[] account;
  final int[] content;
  final int[] thing;
  final long[] millis;
  final int[] activity;
  final int actives;

  /* Counting by object, then a sort of each group by time: most groups have a handful of shares, so
   * this is linear but for viral ones. */
  ByObject(Shares shares, int leastActivity) {
    int[] all = new int[shares.accounts()];
    for (int i = 0; i < shares.size(); i++) {
      all[shares.account(i)]++;
    }
    int[] count = new int[shares.things() + 1];
    int kept = 0;
    for (int i = 0; i < shares.size(); i++) {
      if (all[shares.account(i)] >= leastActivity) {
        count[shares.object(i) + 1]++;
        kept++;
      }
    }
    int groups = 0;
    int[] groupOf = new int[shares.things()];
    int[] starts = new int[shares.things() + 1];
    for (int thing = 0; thing < groupOf.length; thing++) {
      groupOf[thing] = count[thing + 1] > 0 ? groups : -1;
      if (count[thing + 1] > 0) {
        starts[groups + 1] = starts[groups] + count[thing + 1];
        groups++;
      }
    }
    start = Arrays.copyOf(starts, groups + 1);
    account = new int[kept];
    content = new int[kept];
    thing = new int[kept];
    group = new int[kept];
    millis = new long[kept];
    int[] order = ordered(shares, all, leastActivity, groupOf);
    activity = new int[shares.accounts()];
    int people = 0;
    for (int i = 0; i < kept; i++) {
      int row = order[i];
      account[i] = shares.account(row);
      content[i] = shares.content(row);
      thing[i] = shares.object(row);
      group[i] = groupOf[thing[i]];
      millis[i] = shares.millis(row);
      people += activity[account[i]]++ == 0 ? 1 : 0;
    }
    actives = people;
  }

  private int[] ordered(Shares shares, int[] all, int least, int[] groupOf) {
    int[] next = start.clone();
    int[] order = new int[account.length];
    for (int i = 0; i < shares.size(); i++) {
      if (all[shares.account(i)] >= least) {
        order[next[groupOf[shares.object(i)]]++] = i;
      }
    }
    for (int g = 0; g < groups(); g++) {
      if (start[g + 1] - start[g] > 1) {
        sort(shares, order, start[g], start[g + 1]);
      }
    }
    return order;
  }

  /* Time and row in one long where a group spans less than 24 days, else boxed. */
  private static void sort(Shares shares, int[] order, int from, int to) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (int i = from; i < to; i++) {
      first = Math.min(first, shares.millis(order[i]));
      last = Math.max(last, shares.millis(order[i]));
    }
    if (last - first <= Integer.MAX_VALUE) {
      long[] keys = new long[to - from];
      for (int i = from; i < to; i++) {
        keys[i - from] = shares.millis(order[i]) - first << 32 | order[i];
      }
      Arrays.sort(keys);
      for (int i = from; i < to; i++) {
        order[i] = (int) keys[i - from];
      }
      return;
    }
    Integer[] rows = new Integer[to - from];
    for (int i = from; i < to; i++) {
      rows[i - from] = order[i];
    }
    Arrays.sort(
        rows,
        (x, y) -> {
          int byTime = Long.compare(shares.millis(x), shares.millis(y));
          return byTime != 0 ? byTime : Integer.compare(x, y);
        });
    for (int i = from; i < to; i++) {
      order[i] = rows[i - from];
    }
  }

  int groups() {
    return start.length - 1;
  }

  /**
   * Whether two shares of a group can be an act together: other account, other post, no original.
   */
  boolean act(int i, int j) {
    return account[i] != account[j]
        && content[i] != content[j]
        && content[i] != thing[i]
        && content[j] != thing[j];
  }
}
