package dev.sextant.kernels.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.covert.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
  private static final Progress SILENT = Progress.silent();

  /** Distinct (from, to, time), both ways if asked. */
  private static List<long[]> arcs(TimedTies ties, boolean bothWays) {
    TreeSet<long[]> set = new TreeSet<>(Arrays::compare);
    for (int i = 0; i < ties.size(); i++) {
      set.add(new long[] {ties.from(i), ties.to(i), ties.time(i)});
      if (bothWays) {
        set.add(new long[] {ties.to(i), ties.from(i), ties.time(i)});
      }
    }
    return new ArrayList<>(set);
  }

  /** All time-respecting paths from a source that visit no node twice, each as its nodes. */
  private static void paths(
      List<long[]> arcs, List<Integer> path, long now, List<List<Integer>> out, long[] arrival) {
    int at = path.get(path.size() - 1);
    for (long[] arc : arcs) {
      int to = (int) arc[1];
      if (arc[0] == at && arc[2] > now && !path.contains(to)) {
        List<Integer> longer = new ArrayList<>(path);
        longer.add(to);
        out.add(longer);
        arrival[to] = Math.min(arrival[to], arc[2]);
        paths(arcs, longer, arc[2], out, arrival);
      }
    }
  }

  @Test
  void whatAllPathsSay() {
    for (int seed = 0; seed < 40; seed++) {
      int n = 3 + seed % 5;
      boolean bothWays = seed % 2 == 0;
      TimedTies ties = TemporalMotifsTest.random(seed, n, 12, 9);
      List<long[]> arcs = arcs(ties, bothWays);
      double[] between = new double[n];
      int[] reaches = new int[n];
      int[] reachedBy = new int[n];
      for (int s = 0; s < n; s++) {
        long[] arrival = new long[n];
        Arrays.fill(arrival, Arrivals.NEVER);
        arrival[s] = Long.MIN_VALUE;
        List<List<Integer>> all = new ArrayList<>();
        paths(arcs, List.of(s), Long.MIN_VALUE, all, arrival);
        assertThat(Arrivals.earliest(ties, s, Long.MIN_VALUE, bothWays)).isEqualTo(arrival);
        for (int z = 0; z < n; z++) {
          int end = z;
          List<List<Integer>> to = all.stream().filter(p -> p.get(p.size() - 1) == end).toList();
          int fewest = to.stream().mapToInt(List::size).min().orElse(0);
          List<List<Integer>> shortest = to.stream().filter(p -> p.size() == fewest).toList();
          reaches[s] += shortest.isEmpty() ? 0 : 1;
          reachedBy[z] += shortest.isEmpty() ? 0 : 1;
          for (List<Integer> p : shortest) {
            for (int v : p.subList(1, p.size() - 1)) {
              between[v] += 1.0 / shortest.size();
            }
          }
        }
      }
      Arrivals.Reach reach = Arrivals.reach(ties, bothWays, SILENT);
      assertThat(reach.reaches()).isEqualTo(reaches);
      assertThat(reach.reachedBy()).isEqualTo(reachedBy);
      double[] found = Arrivals.betweenness(ties, bothWays, SILENT);
      for (int v = 0; v < n; v++) {
        assertThat(found[v]).as("seed %d node %d", seed, v).isCloseTo(between[v], within(1e-9));
      }
    }
  }

  @Test
  void orderMatters() {
    TimedTies ties = TimedTies.of(3, new int[] {0, 1}, new int[] {1, 2}, new long[] {2, 1});
    assertThat(Arrivals.earliest(ties, 0, 0, false)[2]).isEqualTo(Arrivals.NEVER);
    assertThat(Arrivals.earliest(ties, 2, 0, true)[0]).isEqualTo(2);
    assertThat(Arrivals.reach(ties, true, SILENT).share()).isCloseTo(5.0 / 6, within(1e-12));
    assertThatThrownBy(() -> Arrivals.earliest(ties, 3, 0, false)).isInstanceOf(BadGraph.class);
    TimedTies none = TimedTies.of(0, new int[0], new int[0], new long[0]);
    assertThat(Arrivals.reach(none, true, SILENT).share()).isZero();
  }

  @Test
  void windowsAndTurnover() {
    TimedTies ties =
        TimedTies.of(
            4,
            new int[] {0, 0, 1, 1, 2, 3},
            new int[] {1, 1, 2, 0, 3, 3},
            new long[] {0, 4, 5, 10, 19, 3});
    assertThat(ties.loops()).isEqualTo(1);
    Windows windows = Windows.cut(ties, 10, false);
    assertThat(windows.count()).isEqualTo(2);
    assertThat(windows.graphs().get(0).weight(windows.graphs().get(0).arc(0, 1))).isEqualTo(2);
    Turnover turnover = Turnover.between(windows.graphs().get(0), windows.graphs().get(1));
    assertThat(turnover.kept()).isEqualTo(1);
    assertThat(turnover.lost()).isEqualTo(1);
    assertThat(turnover.fresh()).isEqualTo(1);
    assertThat(turnover.jaccard()).isCloseTo(1.0 / 3, within(1e-12));
    // 0: one shared of one and one; 1: of two and one; 2: none; 3: none.
    assertThat(turnover.correlation()).isCloseTo((1 + 1 / Math.sqrt(2)) / 4, within(1e-12));
    assertThat(WindowDistance.JACCARD.series(windows.graphs())[0])
        .isCloseTo(2.0 / 3, within(1e-12));
    assertThat(WindowDistance.WEIGHTED.series(windows.graphs())[0]).isCloseTo(0.75, within(1e-12));
    assertThat(WindowDistance.HAMMING.series(windows.graphs())[0])
        .isCloseTo(2.0 / 6, within(1e-12));
    Csr self = Samples.karate();
    for (WindowDistance distance : WindowDistance.values()) {
      assertThat(distance.between(self, self)).isZero();
    }
    assertThatThrownBy(() -> Windows.cut(ties, 0, false)).isInstanceOf(BadGraph.class);
    assertThat(Windows.cut(ties, -5, 8, 4, true).count()).isEqualTo(7);
  }
}
