package dev.sextant.kernels.group;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Partition;
import dev.sextant.kernels.Progress;
import java.util.Arrays;

/**
 * Positions by convergence of iterated correlations (CONCOR).
 *
 * <p>What: a node's profile is its row of the matrix of weights followed, in a directed graph, by
 * its column, the diagonal included. Profiles of a block's nodes are correlated with each other,
 * then the rows of the matrix of correlations, over and over, until every correlation is 1 or -1;
 * that splits the block in two, and each part is split again, so many times over. Nodes whose
 * profile does not vary (those without ties) have no correlation: they form a position of their
 * own, and so do, within a block, rows that no longer vary. Paper: R. L. Breiger, S. A. Boorman and
 * P. Arabie 1975, doi:10.1016/0022-2496(75)90028-0. A heuristic with no stated aim: {@link
 * Blockmodel} says what it minimises.
 *
 * <p>Cost for n nodes and some 10 to 30 rounds a split: O(n^3) a round, 16 n^2 bytes; refused
 * beyond {@link #MOST_NODES}. Deterministic, one thread, no seed.
 *
 * <p>When ties are missing: correlations shrink towards 0, where a few ties decide on which side of
 * a split a node falls; the first split is the firmest.
 */
public final class Concor {
  /** Nodes whose first split takes about a minute. */
  public static final int MOST_NODES = 1_500;

  private static final int ROUNDS = 100;
  private static final double CLOSE = 1e-9;

  private final double[][] profiles;
  private final int[] label;
  private final Progress progress;
  private int labels;
  private long rounds;

  private Concor(double[][] profiles, Progress progress) {
    this.profiles = profiles;
    this.progress = progress;
    this.label = new int[profiles.length];
  }

  /**
   * Splits so many times over.
   *
   * @param splits at least 0; at most 2 to so many positions, and one for nodes without ties
   * @throws BadGraph if there are too many nodes
   * @throws dev.sextant.kernels.Cancelled if progress says stop; it hears of every round
   */
  public static Partition split(Csr graph, int splits, Progress progress) {
    int n = graph.nodes();
    if (splits < 0 || n > MOST_NODES) {
      throw new BadGraph(
          "splits "
              + splits
              + ", nodes "
              + n
              + ": need splits of at least 0 and at most "
              + MOST_NODES
              + " nodes (time grows with their cube); take the blockmodel search instead");
    }
    int width = graph.directed() ? 2 * n : n;
    double[][] profiles = new double[n][width];
    for (int v = 0; v < n; v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        profiles[v][graph.target(a)] = graph.weight(a);
        if (graph.directed()) {
          profiles[graph.target(a)][n + v] = graph.weight(a);
        }
      }
    }
    Concor concor = new Concor(profiles, progress);
    int[] all = new int[n];
    Arrays.setAll(all, v -> v);
    concor.divide(all, splits);
    return Partition.ofLabels(concor.label);
  }

  private void divide(int[] block, int splits) {
    if (splits == 0 || block.length < 2) {
      name(block);
      return;
    }
    double[][] rows = new double[block.length][];
    Arrays.setAll(rows, i -> profiles[block[i]]);
    int[] side = sides(correlations(rows));
    for (int s = 0; s < 3; s++) {
      int wanted = s;
      int[] part = new int[block.length];
      int count = 0;
      for (int i = 0; i < block.length; i++) {
        if (side[i] == wanted) {
          part[count++] = block[i];
        }
      }
      if (count > 0) {
        // What does not vary, and what does not split, will not split later either.
        divide(Arrays.copyOf(part, count), s == 2 || count == block.length ? 0 : splits - 1);
      }
    }
  }

  private void name(int[] block) {
    for (int v : block) {
      label[v] = labels;
    }
    labels++;
  }

  /** 0 with the first node that varies, 1 against it, 2 for what does not vary. */
  private int[] sides(double[][] start) {
    double[][] now = start;
    for (int round = 0; round < ROUNDS && !settled(now); round++) {
      now = correlations(now);
      progress.step(++rounds, -1);
    }
    int[] side = new int[now.length];
    int first = -1;
    for (int i = 0; i < now.length; i++) {
      if (Double.isNaN(now[i][i])) {
        side[i] = 2;
      } else {
        first = first < 0 ? i : first;
        side[i] = now[first][i] >= 0 ? 0 : 1;
      }
    }
    return side;
  }

  private static boolean settled(double[][] now) {
    for (double[] row : now) {
      for (double value : row) {
        if (!Double.isNaN(value) && 1 - Math.abs(value) > CLOSE) {
          return false;
        }
      }
    }
    return true;
  }

  /* Rows that do not vary have NaN with everything; columns of such rows do not count. */
  private static double[][] correlations(double[][] rows) {
    int n = rows.length;
    double[][] unit = new double[n][];
    for (int i = 0; i < n; i++) {
      unit[i] = standardised(rows[i]);
    }
    double[][] out = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = unit[i].length == 0 || unit[j].length == 0 ? Double.NaN : 0;
        for (int k = 0; k < unit[i].length && k < unit[j].length; k++) {
          sum += unit[i][k] * unit[j][k];
        }
        out[i][j] = Math.max(-1, Math.min(1, sum));
        out[j][i] = out[i][j];
      }
    }
    return out;
  }

  /** Mean 0 and length 1, or empty if it does not vary. */
  private static double[] standardised(double[] row) {
    double mean = 0;
    int count = 0;
    for (double value : row) {
      if (!Double.isNaN(value)) {
        mean += value;
        count++;
      }
    }
    mean /= Math.max(1, count);
    double squares = 0;
    double size = 0;
    double[] out = new double[row.length];
    for (int k = 0; k < row.length; k++) {
      out[k] = Double.isNaN(row[k]) ? 0 : row[k] - mean;
      squares += out[k] * out[k];
      size = Math.max(size, Double.isNaN(row[k]) ? 0 : Math.abs(row[k]));
    }
    double length = Math.sqrt(squares);
    if (length <= 1e-12 * size * Math.sqrt(row.length) || length == 0) {
      return new double[0];
    }
    for (int k = 0; k < row.length; k++) {
      out[k] /= length;
    }
    return out;
  }
}
