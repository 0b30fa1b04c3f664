package dev.sextant.kernels.covert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.SplitMix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HiddenTiesTest {
  private static final Progress SILENT = Progress.silent();

  /** The definitions with matrices. */
  private static double[][] naive(Csr graph, LinkScore score, double beta) {
    int n = graph.nodes();
    double[][] a = new double[n][n];
    double[] degree = new double[n];
    for (int u = 0; u < n; u++) {
      for (int v = 0; v < n; v++) {
        a[u][v] = u != v && graph.arc(u, v) >= 0 ? 1 : 0;
        degree[u] += a[u][v];
      }
    }
    double[][] out = new double[n][n];
    for (int u = 0; u < n; u++) {
      for (int v = 0; v < n; v++) {
        double common = 0;
        double adamic = 0;
        double share = 0;
        for (int w = 0; w < n; w++) {
          common += a[u][w] * a[w][v];
          adamic += a[u][w] * a[w][v] > 0 ? 1 / Math.log(degree[w]) : 0;
          share += a[u][w] * a[w][v] > 0 ? 1 / degree[w] : 0;
        }
        out[u][v] =
            switch (score.kind()) {
              case COMMON_NEIGHBOURS, LOCAL_PATH -> common;
              case JACCARD -> common == 0 ? 0 : common / (degree[u] + degree[v] - common);
              case ADAMIC_ADAR -> adamic;
              case RESOURCE_ALLOCATION -> share;
              case PREFERENTIAL_ATTACHMENT -> degree[u] * degree[v];
              default -> 0;
            };
      }
    }
    double[][] power = a;
    double[][] two = times(a, a);
    if (score.kind() == LinkScore.Kind.LOCAL_PATH) {
      addAll(out, times(two, a), score.factor());
    }
    if (score.kind() == LinkScore.Kind.KATZ) {
      double share = beta;
      for (int l = 1; l < 200; l++) {
        addAll(out, power, share);
        power = times(power, a);
        share *= beta;
      }
    }
    if (score.kind() == LinkScore.Kind.PAGERANK) {
      double[][] walk = new double[n][n];
      double[][] at = new double[n][n];
      for (int u = 0; u < n; u++) {
        at[u][u] = 1;
        for (int v = 0; v < n; v++) {
          walk[u][v] = degree[u] > 0 ? a[u][v] / degree[u] : 0;
        }
      }
      double[][] sum = new double[n][n];
      double share = 1 - score.factor();
      for (int l = 0; l < 400; l++) {
        addAll(sum, at, share);
        at = times(at, walk);
        share *= score.factor();
      }
      for (int u = 0; u < n; u++) {
        for (int v = 0; v < n; v++) {
          out[u][v] = sum[u][v] + sum[v][u];
        }
      }
    }
    return out;
  }

  private static double[][] times(double[][] a, double[][] b) {
    double[][] c = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < a.length; k++) {
        for (int j = 0; j < a.length; j++) {
          c[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return c;
  }

  private static void addAll(double[][] to, double[][] what, double times) {
    for (int i = 0; i < to.length; i++) {
      for (int j = 0; j < to.length; j++) {
        to[i][j] += times * what[i][j];
      }
    }
  }

  @ParameterizedTest
  @EnumSource(LinkScore.Kind.class)
  void scoresAreWhatTheDefinitionsSay(LinkScore.Kind kind) {
    LinkScore score = LinkScore.usual(kind);
    for (int seed = 0; seed < 8; seed++) {
      Csr given = Samples.random(seed, 14, 22, seed % 3 == 0, seed % 2 == 0);
      CsrBuilder builder = CsrBuilder.undirected(14, CsrBuilder.Loops.DROP);
      for (int v = 0; v < 14; v++) {
        for (int a = given.first(v); a < given.end(v); a++) {
          builder.edge(v, given.target(a));
        }
      }
      Csr plain = builder.build().graph();
      double largest = LinkRows.largestEigenvalue(plain, SILENT);
      double[][] right = naive(plain, score, score.factor() / largest);
      HiddenTies.Plan plan = new HiddenTies.Plan(score, 1000, 0, 0.1, 1, 1);
      HiddenTies.Result found = HiddenTies.ranked(plan).compute(given, SILENT);
      int expected = 0;
      for (int u = 0; u < 14; u++) {
        for (int v = u + 1; v < 14; v++) {
          expected += plain.arc(u, v) < 0 && right[u][v] > 1e-12 ? 1 : 0;
        }
      }
      assertThat(found.from()).hasSize(expected);
      for (int i = 0; i < expected; i++) {
        assertThat(plain.arc(found.from()[i], found.to()[i])).isNegative();
        assertThat(found.score()[i]).isCloseTo(right[found.from()[i]][found.to()[i]], within(2e-9));
        assertThat(i == 0 || found.score()[i] <= found.score()[i - 1]).isTrue();
        assertThat(found.share()[i]).isNaN();
      }
    }
  }

  @Test
  void theLargestEigenvalueIsBounded() {
    // A star of 9 leaves has 3, a clique of 6 has 5, the karate club 6.7257 (to four places).
    assertThat(LinkRows.largestEigenvalue(Samples.star(9), SILENT)).isCloseTo(3, within(3e-3));
    assertThat(LinkRows.largestEigenvalue(Samples.karate(), SILENT)).isBetween(6.7256, 6.7325);
  }

  /** Four groups of 15, ties within three times of five. */
  private static Csr groups() {
    SplitMix random = new SplitMix(3);
    CsrBuilder builder = CsrBuilder.undirected(60, CsrBuilder.Loops.DROP);
    for (int u = 0; u < 60; u++) {
      for (int v = u + 1; v < 60; v++) {
        if (random.unit() < (u / 15 == v / 15 ? 0.6 : 0.02)) {
          builder.edge(u, v);
        }
      }
    }
    return builder.build().graph();
  }

  @ParameterizedTest
  @EnumSource(LinkScore.Kind.class)
  void hiddenTiesOfGroupsAreFound(LinkScore.Kind kind) {
    HiddenTies.Plan plan = HiddenTies.Plan.usual(LinkScore.usual(kind));
    HiddenTies.Result one = HiddenTies.ranked(plan).compute(groups(), SILENT);
    HiddenTies.Result two =
        HiddenTies.ranked(new HiddenTies.Plan(plan.score(), 100, 20, 0.1, 1, 2))
            .compute(groups(), SILENT);
    assertThat(two).usingRecursiveComparison().isEqualTo(one);
    if (kind != LinkScore.Kind.PREFERENTIAL_ATTACHMENT) {
      assertThat(one.auc().mean()).isGreaterThan(0.8);
      assertThat(one.share()[0]).isGreaterThan(one.share()[99]);
      assertThat(one.precision().low()).isLessThanOrEqualTo(one.precision().mean());
    }
    for (int i = 1; i < one.share().length; i++) {
      assertThat(one.share()[i]).isLessThanOrEqualTo(one.share()[i - 1]);
    }
  }

  @Test
  void calibratedSharesHold() {
    // Ties hidden by somebody else, as many as the trials hide: the promised share is found.
    Csr all = groups();
    double promised = 0;
    double found = 0;
    for (int trial = 0; trial < 40; trial++) {
      SplitMix random = new SplitMix(900 + trial);
      CsrBuilder builder = CsrBuilder.undirected(60, CsrBuilder.Loops.DROP);
      for (int v = 0; v < 60; v++) {
        for (int a = all.first(v); a < all.end(v); a++) {
          if (all.target(a) > v && random.unit() >= 0.1) {
            builder.edge(v, all.target(a));
          }
        }
      }
      HiddenTies.Result ranks =
          HiddenTies.ranked(
                  new HiddenTies.Plan(
                      LinkScore.usual(LinkScore.Kind.ADAMIC_ADAR), 40, 40, 0.1, trial, 1))
              .compute(builder.build().graph(), SILENT);
      for (int i = 0; i < 40; i++) {
        promised += ranks.share()[i];
        found += all.arc(ranks.from()[i], ranks.to()[i]) >= 0 ? 1 : 0;
      }
    }
    assertThat(promised / found).isBetween(0.8, 1.25);
  }

  @Test
  void edges() {
    LinkScore score = LinkScore.usual(LinkScore.Kind.KATZ);
    for (int n : new int[] {0, 1, 2}) {
      HiddenTies.Result none =
          HiddenTies.ranked(HiddenTies.Plan.usual(score))
              .compute(Samples.undirected(n, n == 2 ? "0-1" : ""), SILENT);
      assertThat(none.from()).isEmpty();
      assertThat(none.auc().mean()).isNaN();
    }
    HiddenTies.Result clique =
        HiddenTies.ranked(HiddenTies.Plan.usual(score))
            .compute(Samples.undirected(3, "0-1 1-2 2-0"), SILENT);
    assertThat(clique.from()).isEmpty();
    assertThatThrownBy(() -> new LinkScore(LinkScore.Kind.KATZ, 1)).isInstanceOf(BadGraph.class);
    HiddenTies.Result star =
        HiddenTies.ranked(
                new HiddenTies.Plan(LinkScore.usual(LinkScore.Kind.ADAMIC_ADAR), 10, 0, 0.1, 1, 1))
            .compute(Samples.star(2_000), SILENT);
    assertThat(star.from()).hasSize(10);
  }
}
