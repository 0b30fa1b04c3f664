package dev.sextant.linkage.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Learns which fields hang together in one kind of pairs, from weighted counts of patterns: the
 * forest of greatest likelihood (Chow and Liu 1968, doi:10.1109/TIT.1968.1054142), an edge standing
 * only where it gains more than its parameters cost (Schwarz 1978, doi:10.1214/aos/1176344136). How
 * much more often two levels occur together than if they were independent is shrunk towards once
 * where few pairs are expected or seen (DuMouchel 1999, doi:10.1080/00031305.1999.10474456).
 */
final class Forest {
  /** Pairs taken as seen beforehand in each cell, as often as if independent. */
  private static final double PSEUDO = 5;

  private final int[] levels;
  private final boolean[] apart;
  private List<int[]> edges = List.of();
  private double[][][] tables = new double[0][][];

  /**
   * A forest without edges.
   *
   * @param levels of each field
   * @param apart fields that hang together with none
   */
  Forest(int[] levels, boolean[] apart) {
    this.levels = levels;
    this.apart = apart;
  }

  /** Chooses the edges anew where each pair was seen. */
  void choose(long[] patterns, double[] weights, double foreign) {
    double[] each = new double[patterns.length];
    Arrays.fill(each, 1);
    choose(patterns, (i, f, g) -> weights[i], each, foreign);
  }

  /** How many pairs of this kind a pattern has, where two fields are asked of. */
  @FunctionalInterface
  interface Weight {
    /** By the pattern's number and the two fields. */
    double of(int pattern, int one, int other);
  }

  /**
   * Chooses the edges anew and learns their tables.
   *
   * @param patterns of pairs
   * @param weights how many pairs of this kind each pattern has
   * @param each by pattern, how many pairs one pair that was seen stands for
   * @param foreign how many pairs of another kind may be among them, unknown which: what so few
   *     could have made tells nothing
   */
  void choose(long[] patterns, Weight weights, double[] each, double foreign) {
    double[][] stands = stands(patterns, weights, each);
    List<int[]> all = new ArrayList<>();
    for (int f = 0; f < levels.length; f++) {
      for (int g = f + 1; g < levels.length; g++) {
        if (!apart[f] && !apart[g]) {
          all.add(new int[] {f, g});
        }
      }
    }
    double[][][] counts = counts(all, patterns, weights);
    double[] gain = new double[all.size()];
    for (int e = 0; e < gain.length; e++) {
      gain[e] = gain(counts[e], unit(all.get(e), stands), foreign);
    }
    Integer[] order = new Integer[gain.length];
    Arrays.setAll(order, e -> e);
    Arrays.sort(order, Comparator.comparingDouble((Integer e) -> -gain[e]));
    int[] tree = new int[levels.length];
    Arrays.setAll(tree, f -> f);
    List<int[]> chosen = new ArrayList<>();
    for (int e : order) {
      int one = tree[all.get(e)[0]];
      int other = tree[all.get(e)[1]];
      if (gain[e] > 0 && one != other) {
        chosen.add(all.get(e));
        for (int f = 0; f < tree.length; f++) {
          tree[f] = tree[f] == other ? one : tree[f];
        }
      }
    }
    edges = List.copyOf(chosen);
    tables = counts(edges, patterns, weights);
    for (int e = 0; e < tables.length; e++) {
      together(tables[e], unit(edges.get(e), stands), foreign);
    }
  }

  /* By field and level: how many pairs one that was seen stands for; above all where none was. */
  private double[][] stands(long[] patterns, Weight weights, double[] each) {
    double[][] stands = new double[levels.length][];
    for (int f = 0; f < levels.length; f++) {
      double[] sums = new double[levels[f]];
      stands[f] = new double[levels[f]];
      for (int i = 0; i < patterns.length; i++) {
        int level = Pattern.level(patterns[i], f);
        if (level != Pattern.MISSING) {
          double weight = weights.of(i, f, f);
          sums[level] += weight;
          stands[f][level] += weight * each[i];
        }
      }
      for (int l = 0; l < levels[f]; l++) {
        stands[f][l] = sums[l] > 0 ? stands[f][l] / sums[l] : Double.MAX_VALUE;
      }
    }
    return stands;
  }

  /* Pairs that one in a cell stands for: a cell is seen as well as the better seen of its levels. */
  private static double[][] unit(int[] edge, double[][] stands) {
    double[] one = stands[edge[0]];
    double[] other = stands[edge[1]];
    double[][] unit = new double[one.length][other.length];
    for (int i = 0; i < one.length; i++) {
      for (int j = 0; j < other.length; j++) {
        double least = Math.min(one[i], other[j]);
        unit[i][j] = least < Double.MAX_VALUE ? least : 1;
      }
    }
    return unit;
  }

  private double[][][] counts(List<int[]> pairs, long[] patterns, Weight weights) {
    double[][][] counts = new double[pairs.size()][][];
    for (int e = 0; e < counts.length; e++) {
      counts[e] = new double[levels[pairs.get(e)[0]]][levels[pairs.get(e)[1]]];
    }
    for (int i = 0; i < patterns.length; i++) {
      for (int e = 0; e < counts.length; e++) {
        int one = Pattern.level(patterns[i], pairs.get(e)[0]);
        int other = Pattern.level(patterns[i], pairs.get(e)[1]);
        if (one != Pattern.MISSING && other != Pattern.MISSING) {
          counts[e][one][other] += weights.of(i, pairs.get(e)[0], pairs.get(e)[1]);
        }
      }
    }
    return counts;
  }

  /* Log likelihood of Poisson counts gained in nats, less what the parameters cost. */
  private static double gain(double[][] counts, double[][] unit, double foreign) {
    double[] rows = rows(counts);
    double[] columns = columns(counts);
    double all = Arrays.stream(rows).reduce(0, Double::sum);
    double gain = 0;
    double pairs = 0;
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        double seen = counts[i][j];
        double expected = rows[i] * columns[j] / Math.max(1e-9, all);
        double pseudo = PSEUDO * unit[i][j] + foreign;
        double more = seen * StrictMath.log((seen + pseudo) / (expected + pseudo));
        gain += (more - (seen - expected)) / unit[i][j];
        pairs += seen / unit[i][j];
      }
    }
    double parameters = (rows.length - 1.0) * (columns.length - 1);
    return gain - parameters / 2 * StrictMath.log(Math.max(1, pairs));
  }

  private static double[] rows(double[][] counts) {
    return Arrays.stream(counts)
        .mapToDouble(row -> Arrays.stream(row).reduce(0, Double::sum))
        .toArray();
  }

  private static double[] columns(double[][] counts) {
    double[] sums = new double[counts[0].length];
    for (double[] row : counts) {
      for (int j = 0; j < sums.length; j++) {
        sums[j] += row[j];
      }
    }
    return sums;
  }

  /* Counts become how much more often than if independent. */
  private static void together(double[][] counts, double[][] unit, double foreign) {
    double[] rows = rows(counts);
    double[] columns = columns(counts);
    double all = Math.max(1e-9, Arrays.stream(rows).reduce(0, Double::sum));
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        double expected = rows[i] * columns[j] / all;
        double pseudo = PSEUDO * unit[i][j] + foreign;
        counts[i][j] = (counts[i][j] + pseudo) / (expected + pseudo);
      }
    }
  }

  /** How much more often the levels of a pattern occur together than if independent. */
  double ratio(long pattern) {
    double ratio = 1;
    for (int e = 0; e < tables.length; e++) {
      int one = Pattern.level(pattern, edges.get(e)[0]);
      int other = Pattern.level(pattern, edges.get(e)[1]);
      if (one != Pattern.MISSING && other != Pattern.MISSING) {
        ratio *= tables[e][one][other];
      }
    }
    return ratio;
  }

  /** The edges of one kind of pairs and of the other. */
  static Dependence both(Forest same, Forest strangers) {
    List<Dependence.Edge> edges = new ArrayList<>();
    int fields = same.levels.length;
    for (int f = 0; f < fields; f++) {
      for (int g = f + 1; g < fields; g++) {
        double[][] one = same.table(f, g);
        double[][] other = strangers.table(f, g);
        if (one.length > 0 || other.length > 0) {
          edges.add(
              new Dependence.Edge(
                  f,
                  g,
                  one.length > 0 ? one : same.once(f, g),
                  other.length > 0 ? other : same.once(f, g)));
        }
      }
    }
    return new Dependence(edges);
  }

  private double[][] table(int f, int g) {
    for (int e = 0; e < tables.length; e++) {
      if (edges.get(e)[0] == f && edges.get(e)[1] == g) {
        return tables[e];
      }
    }
    return new double[0][];
  }

  private double[][] once(int f, int g) {
    double[][] once = new double[levels[f]][levels[g]];
    for (double[] row : once) {
      Arrays.fill(row, 1);
    }
    return once;
  }
}
