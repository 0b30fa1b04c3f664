package dev.sextant.kernels.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Cancelled;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.SplitMix;
import org.junit.jupiter.api.Test;

class TemporalMotifsTest {
  static TimedTies random(long seed, int nodes, int ties, int moments) {
    SplitMix random = new SplitMix(seed);
    int[] from = new int[ties];
    int[] to = new int[ties];
    long[] time = new long[ties];
    for (int i = 0; i < ties; i++) {
      from[i] = random.below(nodes);
      to[i] = random.below(nodes);
      time[i] = random.below(moments) - moments / 2;
    }
    return TimedTies.of(nodes, from, to, time);
  }

  private static long[] naive(TimedTies ties, long delta) {
    long[] counts = new long[36];
    for (int i = 0; i < ties.size(); i++) {
      for (int j = 0; j < ties.size(); j++) {
        for (int k = 0; k < ties.size(); k++) {
          boolean follows = ties.time(i) < ties.time(j) && ties.time(j) < ties.time(k);
          if (follows && ties.time(k) - ties.time(i) <= delta) {
            int motif =
                MotifCount.motif(
                    ties.from(i), ties.to(i), ties.from(j), ties.to(j), ties.from(k), ties.to(k));
            if (motif >= 0) {
              counts[motif]++;
            }
          }
        }
      }
    }
    return counts;
  }

  @Test
  void countsAreThoseOfAllTriples() {
    for (int seed = 0; seed < 60; seed++) {
      TimedTies ties = random(seed, 3 + seed % 6, 10 + seed, 5 + 3 * seed);
      for (long delta : new long[] {0, 3, 20, 10_000}) {
        assertThat(
                TemporalMotifs.within(delta, 1 + seed % 2)
                    .compute(ties, Progress.silent())
                    .counts())
            .as("seed %d delta %d", seed, delta)
            .isEqualTo(naive(ties, delta));
      }
    }
  }

  @Test
  void everyPatternHasOneName() {
    // All ways to put three ties on three labelled nodes fall into 36 patterns.
    java.util.Set<Integer> motifs = new java.util.HashSet<>();
    for (int i = 0; i < 729; i++) {
      int[] e = {i % 3, i / 3 % 3, i / 9 % 3, i / 27 % 3, i / 81 % 3, i / 243};
      if (e[0] != e[1] && e[2] != e[3] && e[4] != e[5]) {
        motifs.add(MotifCount.motif(e[0], e[1], e[2], e[3], e[4], e[5]));
      }
    }
    assertThat(motifs).hasSize(36).doesNotContain(-1);
    assertThat(TemporalMotifs.Result.name(8)).isEqualTo("0>1 1>0 0>2");
  }

  @Test
  void aCycle() {
    TimedTies ties =
        TimedTies.of(3, new int[] {2, 0, 1}, new int[] {0, 1, 2}, new long[] {9, 5, 6});
    TemporalMotifs.Result found = TemporalMotifs.within(4, 1).compute(ties, Progress.silent());
    assertThat(found.count("1>2", "2>0")).isEqualTo(1);
    assertThat(found.total()).isEqualTo(1);
    assertThat(TemporalMotifs.within(3, 1).compute(ties, Progress.silent()).total()).isZero();
  }

  @Test
  void answersAreMoreThanChance() {
    // Everybody answers within one unit; pairs are ten units apart.
    int[] from = new int[120];
    int[] to = new int[120];
    long[] time = new long[120];
    SplitMix random = new SplitMix(2);
    for (int i = 0; i < 120; i += 3) {
      int u = random.below(12);
      int v = (u + 1 + random.below(11)) % 12;
      for (int j = 0; j < 3; j++) {
        from[i + j] = j == 1 ? v : u;
        to[i + j] = j == 1 ? u : v;
        time[i + j] = 10L * i + j;
      }
    }
    TimedTies ties = TimedTies.of(12, from, to, time);
    TemporalMotifs.Tested one = TemporalMotifs.tested(ties, 5, 99, 4, 1, Progress.silent());
    TemporalMotifs.Tested two = TemporalMotifs.tested(ties, 5, 99, 4, 2, Progress.silent());
    assertThat(two.verdicts()).isEqualTo(one.verdicts());
    assertThat(one.verdicts().get(6).name()).isEqualTo("0>1 1>0 0>1");
    assertThat(one.verdicts().get(6).pHigh()).isEqualTo(0.01);
    assertThat(one.verdicts().get(6).observed()).isEqualTo(40);
  }

  @Test
  void edges() {
    TimedTies none = TimedTies.of(0, new int[0], new int[0], new long[0]);
    assertThat(TemporalMotifs.within(1, 1).compute(none, Progress.silent()).total()).isZero();
    assertThatThrownBy(() -> TemporalMotifs.within(-1, 1)).isInstanceOf(BadGraph.class);
    assertThatThrownBy(
            () -> TemporalMotifs.within(5, 1).compute(random(1, 4, 30, 30), (done, total) -> false))
        .isInstanceOf(Cancelled.class);
    // A star of 10^5 leaves, one tie a unit: triples of neighbours in time, delta 2.
    int n = 100_000;
    int[] middle = new int[n];
    int[] leaf = new int[n];
    long[] time = new long[n];
    for (int i = 0; i < n; i++) {
      leaf[i] = 1 + i / 2;
      time[i] = i;
    }
    TimedTies star = TimedTies.of(n + 1, middle, leaf, time);
    assertThat(TemporalMotifs.within(2, 1).compute(star, Progress.silent()).total())
        .isEqualTo(n - 2);
  }
}
