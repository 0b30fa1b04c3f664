package dev.sextant.kernels.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.SplitMix;
import dev.sextant.kernels.group.Projection;
import dev.sextant.kernels.group.TwoMode;
import org.junit.jupiter.api.Test;

class BackboneTest {
  /** A table of people (first) by events as a graph. */
  private static Csr table(boolean[][] cells) {
    CsrBuilder builder =
        CsrBuilder.undirected(cells.length + cells[0].length, CsrBuilder.Loops.DROP);
    for (int i = 0; i < cells.length; i++) {
      for (int k = 0; k < cells[0].length; k++) {
        if (cells[i][k]) {
          builder.edge(i, cells.length + k);
        }
      }
    }
    return builder.build().graph();
  }

  private static boolean[] people(int persons, int events) {
    boolean[] people = new boolean[persons + events];
    java.util.Arrays.fill(people, 0, persons, true);
    return people;
  }

  private static boolean[][] random(int persons, int events, double share, long seed) {
    SplitMix random = new SplitMix(seed);
    boolean[][] cells = new boolean[persons][events];
    for (boolean[] row : cells) {
      for (int k = 0; k < events; k++) {
        row[k] = random.unit() < share;
      }
    }
    return cells;
  }

  /** The fitted cells by plain iteration, and the tail by listing all outcomes. */
  private static double twin(boolean[][] cells, int i, int j, int shared) {
    int events = cells[0].length;
    double[] x = new double[cells.length];
    double[] y = new double[events];
    java.util.Arrays.fill(x, 1);
    java.util.Arrays.fill(y, 1);
    for (int round = 0; round < 20_000; round++) {
      for (int a = 0; a < cells.length; a++) {
        double sum = 0;
        int degree = 0;
        for (int k = 0; k < events; k++) {
          sum += y[k] / (1 + x[a] * y[k]);
          degree += cells[a][k] ? 1 : 0;
        }
        x[a] = degree / sum;
      }
      for (int k = 0; k < events; k++) {
        double sum = 0;
        int degree = 0;
        for (int a = 0; a < cells.length; a++) {
          sum += x[a] / (1 + x[a] * y[k]);
          degree += cells[a][k] ? 1 : 0;
        }
        y[k] = degree / sum;
      }
    }
    double tail = 0;
    for (int outcome = 0; outcome < 1 << events; outcome++) {
      double p = 1;
      for (int k = 0; k < events; k++) {
        double both = x[i] * y[k] / (1 + x[i] * y[k]) * (x[j] * y[k] / (1 + x[j] * y[k]));
        p *= (outcome >> k & 1) == 1 ? both : 1 - both;
      }
      tail += Integer.bitCount(outcome) >= shared ? p : 0;
    }
    return tail;
  }

  @Test
  void stochasticEqualsItsTwin() {
    boolean[][] cells = random(9, 8, 0.4, 5);
    Csr graph = table(cells);
    boolean[] people = people(9, 8);
    Projection pairs = TwoMode.project(graph, people, Progress.silent());
    double[] tails = Backbone.stochastic().compute(graph, people, pairs, Progress.silent());
    assertThat(tails).hasSizeGreaterThan(15);
    for (int i = 0; i < tails.length; i++) {
      double twin = twin(cells, pairs.lower(i), pairs.higher(i), pairs.shared(i));
      assertThat(tails[i]).as("pair %d", i).isCloseTo(twin, within(1e-8));
    }
  }

  @Test
  void whereSumsLeaveNoChoiceNothingIsSurprising() {
    // Everybody was at the first event, the first person at all; nobody was at the last.
    boolean[][] cells = random(6, 7, 0.5, 3);
    for (int i = 0; i < 6; i++) {
      cells[i][0] = true;
      cells[i][6] = false;
    }
    for (int k = 0; k < 6; k++) {
      cells[0][k] = true;
    }
    Csr graph = table(cells);
    boolean[] people = people(6, 7);
    Projection pairs = TwoMode.project(graph, people, Progress.silent());
    double[] tails = Backbone.stochastic().compute(graph, people, pairs, Progress.silent());
    double[] drawn = Backbone.fixed(50, 1, 1).compute(graph, people, pairs, Progress.silent());
    for (int i = 0; i < tails.length; i++) {
      if (pairs.shared(i) == 1) {
        assertThat(tails[i]).isCloseTo(1, within(1e-12));
        assertThat(drawn[i]).isEqualTo(1);
      }
      assertThat(tails[i]).isBetween(0.0, 1.0);
    }
  }

  /** The smallest table with a choice: two persons, two events, one each. They share or do not. */
  @Test
  void fixedOfTheSmallestTable() {
    Csr graph =
        table(
            new boolean[][] {
              {true, true, false, false}, {true, true, false, false}, {false, false, true, true}
            });
    boolean[] people = people(3, 4);
    Projection pairs = TwoMode.project(graph, people, Progress.silent());
    assertThat(pairs.pairs()).isEqualTo(1);
    // Sums 2, 2, 2 by 2, 2, 1, 1: of the tables with these sums few let persons 0 and 1 share two.
    double p = Backbone.fixed(2000, 7, 1).compute(graph, people, pairs, Progress.silent())[0];
    double exact = sharing(new int[] {2, 2, 1, 1});
    assertThat(p).isCloseTo(exact, within(0.04));
  }

  /**
   * Share of the 3 by 4 tables with row sums 2 and these column sums in which 0 and 1 share two.
   */
  private static double sharing(int[] sums) {
    int all = 0;
    int both = 0;
    for (int code = 0; code < 1 << 12; code++) {
      int[] column = new int[4];
      boolean right = true;
      for (int i = 0; i < 3; i++) {
        int row = code >> 4 * i & 15;
        right &= Integer.bitCount(row) == 2;
        for (int k = 0; k < 4; k++) {
          column[k] += row >> k & 1;
        }
      }
      if (right && java.util.Arrays.equals(column, sums)) {
        all++;
        both += Integer.bitCount(code & code >> 4 & 15) >= 2 ? 1 : 0;
      }
    }
    return (double) both / all;
  }

  @Test
  void sameBytesAtAnyNumberOfThreadsAndUniformWhereNothingIsThere() {
    Csr graph = table(random(40, 30, 0.3, 11));
    boolean[] people = people(40, 30);
    Projection pairs = TwoMode.project(graph, people, Progress.silent());
    double[] one = Backbone.fixed(99, 4, 1).compute(graph, people, pairs, Progress.silent());
    double[] two = Backbone.fixed(99, 4, 2).compute(graph, people, pairs, Progress.silent());
    assertThat(two).isEqualTo(one);
    double[] exact = Backbone.stochastic().compute(graph, people, pairs, Progress.silent());
    long rare = java.util.Arrays.stream(exact).filter(p -> p < 0.05).count();
    assertThat((double) rare / exact.length).isLessThan(0.06);
    double apart = 0;
    for (int i = 0; i < one.length; i++) {
      apart += Math.abs(one[i] - exact[i]) / one.length;
    }
    assertThat(apart).isLessThan(0.08);
  }

  @Test
  void refuses() {
    assertThatThrownBy(() -> Backbone.fixed(0, 1, 1)).isInstanceOf(BadGraph.class);
  }
}
