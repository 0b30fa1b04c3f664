package dev.sextant.kernels.chance;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.group.Projection;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/* The probability of each cell of a table with given expected sums, and of what two rows share.
 * Rows of equal sums are one class, so are columns. Where a sum leaves no choice (a person who was
 * at every event, an event nobody was at) the cells are 1 or 0 and the rest is a smaller table: such
 * classes are taken off one after the other until none is left, and whichever of a cell's row and
 * column went first says what the cell is. What remains has a unique solution (the likelihood is
 * strictly concave in the logarithms), found by solving each class for itself in turn. */
final class CellModel {
  private static final int ROUNDS = 20_000;
  private static final double CLOSE = 1e-11;
  private static final int NEVER = Integer.MAX_VALUE;

  private final int[] rowOf;
  private final Side rows;
  private final Side columns;

  /** One side's classes: sum, how many there are, multiplier, when taken off and with what. */
  private static final class Side {
    final int[] sum;
    final int[] count;
    final double[] multiplier;
    final int[] takenOff;
    final double[] forced;

    Side(int[] sums) {
      this.sum = Arrays.stream(sums).distinct().sorted().toArray();
      this.count = new int[sum.length];
      this.multiplier = new double[sum.length];
      this.takenOff = new int[sum.length];
      this.forced = new double[sum.length];
      Arrays.fill(takenOff, NEVER);
      for (int s : sums) {
        count[Arrays.binarySearch(sum, s)]++;
      }
    }
  }

  CellModel(Csr graph, boolean[] people, Progress progress) {
    int n = graph.nodes();
    if (people.length != n) {
      throw new BadGraph(people.length + " sides for " + n + " nodes");
    }
    int[] personSums = new int[n];
    int[] eventSums = new int[n];
    int persons = 0;
    int events = 0;
    for (int v = 0; v < n; v++) {
      if (people[v]) {
        personSums[persons++] = graph.end(v) - graph.first(v);
      } else {
        eventSums[events++] = graph.end(v) - graph.first(v);
      }
    }
    this.rows = new Side(Arrays.copyOf(personSums, persons));
    this.columns = new Side(Arrays.copyOf(eventSums, events));
    this.rowOf = new int[n];
    for (int v = 0; v < n; v++) {
      int sum = graph.end(v) - graph.first(v);
      rowOf[v] = people[v] ? Arrays.binarySearch(rows.sum, sum) : -1;
    }
    fit(persons, events, progress);
  }

  private void fit(int persons, int events, Progress progress) {
    int[] rowLeft = rows.sum.clone();
    int[] columnLeft = columns.sum.clone();
    int turn = 0;
    int p = persons;
    int e = events;
    for (boolean again = true; again; ) {
      again = false;
      for (int side = 0; side < 2; side++) {
        Side own = side == 0 ? rows : columns;
        int[] left = side == 0 ? rowLeft : columnLeft;
        int[] across = side == 0 ? columnLeft : rowLeft;
        for (int c = 0; c < left.length; c++) {
          int full = side == 0 ? e : p;
          if (own.takenOff[c] != NEVER || (left[c] != 0 && left[c] != full)) {
            continue;
          }
          own.takenOff[c] = turn++;
          own.forced[c] = left[c] == 0 ? 0 : 1;
          if (left[c] != 0) {
            Side other = side == 0 ? columns : rows;
            for (int d = 0; d < across.length; d++) {
              across[d] -= other.takenOff[d] == NEVER ? own.count[c] : 0;
            }
          }
          p -= side == 0 ? own.count[c] : 0;
          e -= side == 1 ? own.count[c] : 0;
          again = true;
        }
      }
    }
    solve(rowLeft, columnLeft, progress);
  }

  private void solve(int[] rowLeft, int[] columnLeft, Progress progress) {
    double ties = 1;
    for (int c = 0; c < rowLeft.length; c++) {
      ties += rows.takenOff[c] == NEVER ? (double) rows.count[c] * rowLeft[c] : 0;
    }
    start(rows, rowLeft, ties);
    start(columns, columnLeft, ties);
    for (int round = 0; round < ROUNDS; round++) {
      settle(rows, rowLeft, columns);
      double off = settle(columns, columnLeft, rows);
      progress.step(round, -1);
      if (off < CLOSE) {
        return;
      }
    }
    throw new BadGraph(
        "the sums of this table could not be fitted to 1e-11; take the fixed model instead");
  }

  private static void start(Side side, int[] left, double ties) {
    for (int c = 0; c < left.length; c++) {
      side.multiplier[c] = left[c] / Math.sqrt(ties);
    }
  }

  /**
   * Solves every class of a side for itself.
   *
   * @return by how much the worst was off before, as a share of its sum
   */
  private static double settle(Side side, int[] left, Side other) {
    double worst = 0;
    for (int c = 0; c < left.length; c++) {
      if (side.takenOff[c] != NEVER) {
        continue;
      }
      double low = 0;
      double high = Double.POSITIVE_INFINITY;
      double x = side.multiplier[c];
      for (int step = 0; step < 100; step++) {
        double sum = 0;
        double slope = 0;
        for (int d = 0; d < other.sum.length; d++) {
          if (other.takenOff[d] == NEVER) {
            double p = x * other.multiplier[d] / (1 + x * other.multiplier[d]);
            sum += other.count[d] * p;
            slope += other.count[d] * p * (1 - p);
          }
        }
        double off = sum - left[c];
        if (step == 0) {
          worst = Math.max(worst, Math.abs(off) / left[c]);
        }
        if (Math.abs(off) <= CLOSE / 100 * left[c]) {
          break;
        }
        low = off < 0 ? x : low;
        high = off > 0 ? x : high;
        // Newton's step in the logarithm, kept between what is too low and what is too high.
        double next = x * StrictMath.exp(Math.max(-3, Math.min(3, -off / slope)));
        boolean within = next > low && next < high;
        x = within ? next : high == Double.POSITIVE_INFINITY ? 2 * x : (low + high) / 2;
      }
      side.multiplier[c] = x;
    }
    return worst;
  }

  private double cell(int row, int column) {
    int first = Math.min(rows.takenOff[row], columns.takenOff[column]);
    if (first == NEVER) {
      double odds = rows.multiplier[row] * columns.multiplier[column];
      return odds / (1 + odds);
    }
    return rows.takenOff[row] == first ? rows.forced[row] : columns.forced[column];
  }

  /** What two persons share, as far as it tells pairs apart. */
  private record Shape(int one, int other, int shared) {}

  double[] tails(Projection pairs, Progress progress) {
    Map<Shape, Double> known = new HashMap<>();
    double[] tails = new double[pairs.pairs()];
    for (int i = 0; i < tails.length; i++) {
      int a = rowOf[pairs.lower(i)];
      int b = rowOf[pairs.higher(i)];
      if (a < 0 || b < 0) {
        throw new BadGraph("pair " + i + " is not of this side");
      }
      Shape shape = new Shape(Math.min(a, b), Math.max(a, b), pairs.shared(i));
      tails[i] = known.computeIfAbsent(shape, this::tail);
      if ((i & 1023) == 1023) {
        progress.step(i + 1L, tails.length);
      }
    }
    return tails;
  }

  /* Event by event, how likely so many have been shared so far; reaching the count is for good, so
   * that the tail is a sum of positive terms and small ones keep their digits. */
  private double tail(Shape shape) {
    int most = shape.shared;
    double[] reached = new double[most + 1];
    reached[0] = 1;
    for (int d = 0; d < columns.sum.length; d++) {
      double p = cell(shape.one, d) * cell(shape.other, d);
      for (int times = 0; p > 0 && times < columns.count[d]; times++) {
        reached[most] += reached[most - 1] * p;
        for (int s = most - 1; s > 0; s--) {
          reached[s] = reached[s] * (1 - p) + reached[s - 1] * p;
        }
        reached[0] *= 1 - p;
      }
    }
    return Math.min(1, reached[most]);
  }
}
