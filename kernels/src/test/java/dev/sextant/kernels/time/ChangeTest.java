package dev.sextant.kernels.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.SplitMix;
import dev.sextant.kernels.covert.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeTest {
  @Test
  void rhythmOfAClockAndOfBursts() {
    long[] clock = {0, 5, 10, 15, 20};
    Rhythm regular = Rhythm.of(clock);
    assertThat(regular.burstiness()).isEqualTo(-1);
    // The corrected measure of a clock is -1 too, whatever the number of events.
    assertThat(regular.corrected()).isCloseTo(-1, within(1e-12));
    assertThat(regular.memory()).isNaN();
    assertThat(regular.bursts()).isEmpty();
    Rhythm uneven = Rhythm.of(new long[] {0, 1, 2, 103, 104, 105, 206});
    // Gaps 1 1 101 1 1 101: mean 206/6, and each 101 is followed by 1.
    assertThat(uneven.mean()).isCloseTo(206 / 6.0, within(1e-12));
    assertThat(uneven.burstiness()).isPositive();
    assertThat(uneven.memory()).isNegative();
    assertThat(Rhythm.of(new long[0]).gaps()).isEmpty();
    assertThat(Rhythm.of(new long[] {3, 3, 3}).burstiness()).isNaN();
    assertThatThrownBy(() -> Rhythm.of(clock, 1, 1)).isInstanceOf(BadGraph.class);
  }

  @Test
  void burstsAreTheCheapestStates() {
    for (int seed = 0; seed < 40; seed++) {
      SplitMix random = new SplitMix(seed);
      int n = 4 + random.below(9);
      long[] times = new long[n];
      for (int i = 1; i < n; i++) {
        times[i] = times[i - 1] + 1 + (random.below(3) == 0 ? random.below(60) : random.below(3));
      }
      Rhythm rhythm = Rhythm.of(times, 2, 1);
      double mean = rhythm.mean();
      double least = Double.POSITIVE_INFINITY;
      int best = 0;
      for (int mask = 0; mask < 1 << (n - 1); mask++) {
        double cost = 0;
        boolean fast = false;
        for (int i = 0; i < n - 1; i++) {
          boolean next = (mask >> i & 1) == 1;
          double rate = (next ? 2 : 1) / mean;
          cost += (next && !fast ? Math.log(n - 1) : 0) + rate * rhythm.gaps()[i] - Math.log(rate);
          fast = next;
        }
        if (cost < least - 1e-12) {
          least = cost;
          best = mask;
        }
      }
      int found = 0;
      for (Rhythm.Burst burst : rhythm.bursts()) {
        assertThat(burst.begin()).isEqualTo(times[burst.first()]);
        assertThat(burst.end()).isEqualTo(times[burst.last()]);
        for (int i = burst.first(); i < burst.last(); i++) {
          found |= 1 << i;
        }
      }
      assertThat(found).as("seed %d", seed).isEqualTo(best);
    }
  }

  /** Windows of two regimes: ties within one half of the nodes, then within the other. */
  private static List<Csr> regimes(int before, int after) {
    List<Csr> graphs = new ArrayList<>();
    for (int w = 0; w < before + after; w++) {
      SplitMix random = new SplitMix(w + 77);
      int[] from = new int[15];
      int[] to = new int[15];
      for (int i = 0; i < 15; i++) {
        int shift = w < before ? 0 : 5;
        from[i] = random.below(8) + shift;
        to[i] = random.below(8) + shift;
      }
      graphs.add(TimedTies.of(13, from, to, new long[15]).graph(0, 0, false));
      TimedTies ties = TimedTies.of(13, from, to, new long[15]);
      graphs.set(w, ties.graph(0, ties.size(), false));
    }
    return graphs;
  }

  @Test
  void aPlantedChangeIsFound() {
    List<Csr> graphs = regimes(12, 10);
    double[][] distance = WindowDistance.JACCARD.matrix(graphs, Progress.silent());
    List<ChangePoints.Change> changes =
        ChangePoints.divisive(distance, ChangePoints.Plan.usual(), Progress.silent());
    assertThat(changes).hasSize(1);
    assertThat(changes.get(0).at()).isEqualTo(12);
    assertThat(changes.get(0).p()).isEqualTo(0.005);
    List<ChangePoints.Change> two =
        ChangePoints.divisive(
            distance, new ChangePoints.Plan(3, 199, 0.05, 1, 2), Progress.silent());
    assertThat(two).isEqualTo(changes);
    assertThat(
            ChangePoints.divisive(new double[2][2], ChangePoints.Plan.usual(), Progress.silent()))
        .isEmpty();
    assertThat(
            ChangePoints.divisive(new double[0][0], ChangePoints.Plan.usual(), Progress.silent()))
        .isEmpty();
  }

  @Test
  void falseAlarmsAreAsRareAsTheLevelSays() {
    int alarms = 0;
    for (int trial = 0; trial < 60; trial++) {
      SplitMix random = new SplitMix(trial);
      double[] x = new double[16];
      for (int i = 0; i < 16; i++) {
        x[i] = random.unit();
      }
      double[][] distance = new double[16][16];
      for (int i = 0; i < 16; i++) {
        for (int j = 0; j < 16; j++) {
          distance[i][j] = Math.abs(x[i] - x[j]);
        }
      }
      ChangePoints.Plan plan = new ChangePoints.Plan(3, 99, 0.05, trial, 1);
      alarms += ChangePoints.divisive(distance, plan, Progress.silent()).isEmpty() ? 0 : 1;
    }
    // 3 of 60 expected; 9 or more would come once in 500.
    assertThat(alarms).isLessThan(9);
  }

  @Test
  void prunedSearchIsTheWholeSearch() {
    for (int seed = 0; seed < 40; seed++) {
      SplitMix random = new SplitMix(seed);
      int n = 1 + random.below(40);
      double[][] series = new double[n][2];
      for (int i = 0; i < n; i++) {
        series[i][0] = random.unit() + (i > n / 3 ? 2 : 0) + (i > 2 * n / 3 ? seed % 3 : 0);
        series[i][1] = random.unit();
      }
      double penalty = 2 + seed % 5;
      int[] found = ChangePoints.pelt(series, penalty);
      assertThat(cost(series, found, penalty)).isCloseTo(least(series, penalty), within(1e-9));
    }
    assertThat(ChangePoints.pelt(new double[0][0], 1)).isEmpty();
    assertThat(ChangePoints.pelt(new double[][] {{1}, {1}, {1}}, 1)).isEmpty();
  }

  private static double[] deviations(double[][] series) {
    double[] out = new double[series[0].length];
    for (int c = 0; c < out.length; c++) {
      for (int i = 1; i < series.length; i++) {
        out[c] += Math.pow(series[i][c] - series[i - 1][c], 2) / 2 / (series.length - 1);
      }
    }
    return out;
  }

  private static double error(double[][] series, int first, int end) {
    double sum = 0;
    double[] variance = deviations(series);
    for (int c = 0; c < series[0].length; c++) {
      double mean = 0;
      for (int i = first; i < end; i++) {
        mean += series[i][c] / (end - first);
      }
      for (int i = first; i < end; i++) {
        sum += variance[c] > 0 ? Math.pow(series[i][c] - mean, 2) / variance[c] : 0;
      }
    }
    return sum;
  }

  private static double cost(double[][] series, int[] changes, double penalty) {
    double sum = penalty * changes.length;
    int first = 0;
    for (int change : changes) {
      sum += error(series, first, change);
      first = change;
    }
    return sum + error(series, first, series.length);
  }

  private static double least(double[][] series, double penalty) {
    double[] best = new double[series.length + 1];
    best[0] = -penalty;
    for (int t = 1; t < best.length; t++) {
      best[t] = Double.POSITIVE_INFINITY;
      for (int s = 0; s < t; s++) {
        best[t] = Math.min(best[t], best[s] + penalty + error(series, s, t));
      }
    }
    return best[series.length];
  }

  @Test
  void refusals() {
    assertThatThrownBy(() ->
            ChangePoints.divisive(
                new double[][] {{0, 1}, {2, 0}}, ChangePoints.Plan.usual(), Progress.silent()))
        .isInstanceOf(BadGraph.class);
    assertThatThrownBy(() -> WindowDistance.JACCARD.between(Samples.kite(), Samples.karate()))
        .isInstanceOf(BadGraph.class);
  }
}
