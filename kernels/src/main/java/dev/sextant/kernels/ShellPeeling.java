package dev.sextant.kernels;

/* Peels shell by shell: at depth k every node with no more than k neighbours left goes, and so do those
 * that come down to k because of it, until all that remain have more. A node's coreness is the depth at
 * which it goes, which is what Batagelj and Zaversnik's order by remaining degree finds too: both take
 * away only nodes that no deeper core can hold. No order of the nodes is kept: an arc costs one number
 * counted down, not four moved about. A node that goes keeps its number for good, which by then is its
 * coreness: only numbers above the depth are counted down.
 *
 * Who is at a depth when it begins is found by looking at everybody's number, many at a time, as long as
 * so many remain that this is quicker than going through a list of them; then by that list. Either way
 * a depth costs no more than a step for each node that remains at it, and since a node remains at no
 * more depths than it has neighbours, and one, all depths together cost no more than all rows. */
final class ShellPeeling {
  private final int[] offsets;
  private final int[] targets;
  private final int[] left; // neighbours left, then coreness
  private final int[] going;

  private ShellPeeling(Csr graph) {
    this.offsets = graph.offsets;
    this.targets = graph.targets;
    this.left = Orientation.degrees(graph);
    this.going = new int[graph.nodes() + EqualScan.SLACK];
  }

  static KCore.Result compute(Csr given, Progress progress) {
    return compute(given, EqualScan.fastest(), progress);
  }

  static KCore.Result compute(Csr given, EqualScan scan, Progress progress) {
    ShellPeeling peeling = new ShellPeeling(given.ignoringDirection());
    int n = given.nodes();
    int few = n / scan.stride();
    int k = 0;
    int gone = 0;
    for (; n - gone > few; k++) {
      gone += peeling.peel(scan.find(peeling.left, k, peeling.going), k);
      progress.step(gone, n);
    }
    int[] rest = peeling.atLeast(k, n - gone);
    for (; gone < n; k++) {
      gone += peeling.peel(peeling.leaving(rest, n - gone, k), k);
      progress.step(gone, n);
    }
    return new KCore.Result(peeling.left);
  }

  /** Those with so many neighbours left or more; one is written beyond them. */
  private int[] atLeast(int depth, int count) {
    int[] rest = new int[count + 1];
    int kept = 0;
    for (int v = 0; kept < count; v++) {
      rest[kept] = v;
      kept += left[v] >= depth ? 1 : 0;
    }
    return rest;
  }

  /** Takes those at this depth out of the list, and those who have gone; returns how many go. */
  private int leaving(int[] rest, int remain, int k) {
    int[] left = this.left;
    int[] going = this.going;
    int kept = 0;
    int count = 0;
    for (int i = 0; count + kept < remain; i++) {
      int v = rest[i];
      int d = left[v];
      rest[kept] = v;
      kept += d > k ? 1 : 0;
      going[count] = v;
      count += d == k ? 1 : 0;
    }
    return count;
  }

  /* Which neighbours remain is as good as random, so no branch hangs on it: who does not join the list
   * is written over by the next. */
  private int peel(int first, int k) {
    int[] targets = this.targets;
    int[] left = this.left;
    int[] going = this.going;
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
      }
    }
    return tail;
  }
}
