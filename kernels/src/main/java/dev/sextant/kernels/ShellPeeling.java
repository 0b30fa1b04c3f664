package dev.sextant.kernels;

/* Peels shell by shell: at depth k every node with no more than k neighbours left goes, and so do those
 * that come down to k because of it, until all that remain have more. A node's coreness is the depth at
 * which it goes, which is what Batagelj and Zaversnik's order by remaining degree finds too: both take
 * away only nodes that no deeper core can hold. No order of the nodes is kept: an arc costs one number
 * counted down, not four moved about. A node that goes keeps its number for good, which by then is its
 * coreness: only numbers above the depth are counted down.
 *
 * Who is at a depth is found without looking at all that remain: a window of some depths has a list of
 * the nodes within it, which those join that come down to its highest; when the window is done, nobody
 * within is left, and the rest are looked through for the next. */
final class ShellPeeling {
  /**
   * Depths of a window, at least; deep down, where few remain, a quarter of the depth (measured).
   */
  private static final int WIDTH = 4;

  private final int[] offsets;
  private final int[] targets;
  private final int[] left; // neighbours left, then coreness
  private final int[] far; // nodes that were beyond the window when it began
  private final int[]
      near; // nodes that came into the window; one is written beyond those that count
  private final int[] going; // one is written beyond those that count
  private int beyond;
  private int within;

  private ShellPeeling(Csr graph) {
    int n = graph.nodes();
    this.offsets = graph.offsets;
    this.targets = graph.targets;
    this.left = Orientation.degrees(graph);
    this.far = new int[n + 1];
    this.near = new int[n + 1];
    this.going = new int[n + 1];
    this.beyond = n;
    for (int v = 0; v < n; v++) {
      far[v] = v;
    }
  }

  static KCore.Result compute(Csr given, Progress progress) {
    ShellPeeling peeling = new ShellPeeling(given.ignoringDirection());
    int n = given.nodes();
    int top = 0;
    while (peeling.beyond > 0) {
      int k = top;
      top = k + Math.max(WIDTH, k / 4);
      int least = peeling.open(k, top);
      if (peeling.within == 0) {
        top = least; // the window is empty: the next begins where there is somebody
        continue;
      }
      for (; k < top; k++) {
        peeling.peel(peeling.atDepth(k), k, top);
      }
      progress.step(n - (long) peeling.beyond, n);
    }
    return new KCore.Result(peeling.left);
  }

  /** Lists who is in the window; returns the least number of neighbours beyond it. */
  private int open(int from, int top) {
    int[] left = this.left;
    int[] far = this.far;
    int[] near = this.near;
    int kept = 0;
    int count = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < beyond; i++) {
      int v = far[i];
      int d = left[v];
      near[count] = v;
      count += d >= from & d < top ? 1 : 0;
      far[kept] = v;
      kept += d >= top ? 1 : 0;
      least = Math.min(least, d < top ? Integer.MAX_VALUE : d);
    }
    beyond = kept;
    within = count;
    return least;
  }

  /**
   * Takes those at this depth out of the window's list, and those who have gone; returns how many
   * go.
   */
  private int atDepth(int k) {
    int[] left = this.left;
    int[] near = this.near;
    int[] going = this.going;
    int kept = 0;
    int count = 0;
    for (int i = 0; i < within; i++) {
      int v = near[i];
      int d = left[v];
      near[kept] = v;
      kept += d > k ? 1 : 0;
      going[count] = v;
      count += d == k ? 1 : 0;
    }
    within = kept;
    return count;
  }

  /* Which neighbours remain is as good as random, so no branch hangs on it: who does not join a list is
   * written over by the next. */
  private void peel(int first, int k, int top) {
    int[] targets = this.targets;
    int[] left = this.left;
    int[] near = this.near;
    int[] going = this.going;
    int joined = within;
    int tail = first;
    for (int head = 0; head < tail; head++) {
      int v = going[head];
      int end = offsets[v + 1];
      for (int a = offsets[v]; a < end; a++) {
        int w = targets[a];
        int before = left[w];
        left[w] = before - (k - before >>> 31);
        going[tail] = w;
        tail += before == k + 1 ? 1 : 0;
        near[joined] = w;
        joined += before == top ? 1 : 0;
      }
    }
    within = joined;
  }
}
