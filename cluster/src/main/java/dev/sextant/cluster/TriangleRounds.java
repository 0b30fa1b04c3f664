package dev.sextant.cluster;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.api.java.JavaPairRDD;

/**
 * Triangles of every node. Every tie runs from the end with fewer ties to the other (equal ones by
 * number), so that no row is longer than sqrt(2 m); a round shows the blocks these shortened rows,
 * and a triangle is found once, in the block of its lowest corner, by two sorted rows having a node
 * in common. What is found for nodes of other blocks is sent home. Papers: N. Chiba, T. Nishizeki
 * 1985, doi:10.1137/0214017; S. Suri, S. Vassilvitskii 2011, doi:10.1145/1963405.1963491. Exact.
 * Directions, weights and loops are ignored.
 */
final class TriangleRounds {
  private TriangleRounds() {}

  /** Degrees first, then the numbers of the higher neighbours, ascending. */
  private record State(int[] degree, int[][] higher, long[] found) implements Serializable {
    private static final long serialVersionUID = 1;
  }

  /** Triangles by block, then by own node. */
  static JavaPairRDD<Integer, double[]> triangles(ClusterGraph graph) {
    Blocks around = graph.around();
    JavaPairRDD<Integer, State> degrees = around.start(TriangleRounds::begin);
    JavaPairRDD<Integer, State> rows =
        around.round(
            degrees, State::degree, 1, (block, old, column) -> orient(block, (int[]) column));
    JavaPairRDD<Integer, State> found =
        around.round(rows, State::higher, 1, (block, old, column) -> list(block, (int[][]) column));
    return around
        .home(found.mapValues(State::found))
        .mapValues(counts -> Arrays.stream(counts).asDoubleStream().toArray());
  }

  private static State begin(Block block) {
    int[] degree = new int[block.count()];
    for (int v = 0; v < degree.length; v++) {
      degree[v] = block.degree(v);
    }
    return new State(degree, new int[0][], new long[0]);
  }

  private static State orient(Block block, int[] degree) {
    int[][] higher = new int[block.count()][];
    for (int v = 0; v < higher.length; v++) {
      int[] row = new int[block.degree(v)];
      int size = 0;
      for (int a = block.offsets()[v]; a < block.offsets()[v + 1]; a++) {
        int u = block.places()[a];
        int other = block.number(u);
        if (degree[u] > degree[v] || (degree[u] == degree[v] && other > block.first() + v)) {
          row[size++] = other;
        }
      }
      higher[v] = Arrays.copyOf(row, size); // rows are in order of numbers already
    }
    return new State(new int[0], higher, new long[0]);
  }

  private static State list(Block block, int[][] higher) {
    long[] found = new long[block.count() + block.guests().length];
    for (int v = 0; v < block.count(); v++) {
      int[] mine = higher[v];
      for (int a = block.offsets()[v]; a < block.offsets()[v + 1]; a++) {
        int u = block.places()[a];
        if (Arrays.binarySearch(mine, block.number(u)) >= 0) {
          meet(block, v, u, mine, higher[u], found);
        }
      }
    }
    return new State(new int[0], new int[0][], found);
  }

  private static void meet(Block block, int v, int u, int[] mine, int[] theirs, long[] found) {
    int i = 0;
    int j = 0;
    while (i < mine.length && j < theirs.length) {
      if (mine[i] < theirs[j]) {
        i++;
      } else if (mine[i] > theirs[j]) {
        j++;
      } else {
        found[v]++;
        found[u]++;
        found[place(block, mine[i])]++; // a neighbour of v, so own or guest
        i++;
        j++;
      }
    }
  }

  private static int place(Block block, int number) {
    int own = number - block.first();
    return own >= 0 && own < block.count()
        ? own
        : block.count() + Arrays.binarySearch(block.guests(), number);
  }
}
