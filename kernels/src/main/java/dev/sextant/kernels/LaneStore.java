package dev.sextant.kernels;

/* Writes distances into lines of a table, and sums what they come to. In plain code. */
class LaneStore {
  /** Writes a distance for the sources whose bits are set. */
  void write(HopTable table, long line, long bits, int distance) {
    table.write(line, bits, distance);
  }

  /** For each source of a batch: how many nodes it reaches, how far in all, and the farthest. */
  void tally(HopTable table, int batch) {
    int first = batch * HopTable.LINE;
    int last = Math.min(table.reached.length, first + HopTable.LINE);
    for (int v = 0; v < table.nodes; v++) {
      for (int i = first; i < last; i++) {
        int d = table.get(i, v);
        if (d >= 0) {
          table.reached[i]++;
          table.sum[i] += d;
          table.farthest[i] = Math.max(table.farthest[i], d);
        }
      }
    }
  }
}
