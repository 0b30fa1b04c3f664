package dev.sextant.kernels.doubt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Cancelled;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.SplitMix;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DoubtTest {
  private static final Errors SOME = Errors.none().missing(0.1, Errors.Return.BY_CLOSURE);

  private static Doubt.Result doubt(Csr graph, Errors errors, int replicas, String... measures) {
    return Doubt.of(
            Networks.measures(measures), errors, Doubt.Plan.usual().replicas(replicas).top(3))
        .compute(graph, Progress.silent());
  }

  @Test
  void nothingWrongNothingDoubtful() {
    Csr graph = Networks.random(40, 90, false, new SplitMix(3));
    Doubt.Result result = doubt(graph, Errors.none(), 50, "harmonic", "components", "overview");
    Spread.Ranks ranks = result.ranks("harmonic");
    assertThat(ranks.robustness()).isEqualTo(1);
    assertThat(ranks.tau()).isCloseTo(1, within(1e-12));
    for (int v = 0; v < 40; v++) {
      assertThat(ranks.low()[v]).isGreaterThanOrEqualTo(ranks.rank()[v]);
      assertThat(ranks.high()[v]).isLessThan(ranks.rank()[v] + ranks.equal()[v]);
    }
    assertThat(((Spread.Grouping) result.of("components").spread()).agreement()).isEqualTo(1);
    Spread.Interval ties =
        Objects.requireNonNull(
            ((Spread.Numbers) result.of("overview").spread()).numbers().get("ties"));
    assertThat(ties.low()).isEqualTo(ties.high()).isEqualTo(graph.edges());
  }

  @Test
  void theMiddleOfAStarStaysFirst() {
    Spread.Ranks ranks = doubt(Networks.star(30), SOME, 300, "betweenness").ranks("betweenness");
    assertThat(ranks.low()[0]).isEqualTo(1);
    assertThat(ranks.high()[0]).isEqualTo(1);
    assertThat(ranks.top()[0]).isEqualTo(1);
    assertThat(ranks.equal()[7]).isEqualTo(30);
    // The places of the top are dealt out among all: their probabilities add up to their number.
    double sum = 0;
    for (double top : ranks.top()) {
      sum += top;
    }
    assertThat(sum).isCloseTo(3, within(1e-9));
  }

  /* Nearly all ranks stand fast: what holds of them must not take from the few that do not. */
  @Test
  void whatIsStatedOfFewIsNotDrawnIn() {
    Csr graph = Networks.random(120, 360, false, new SplitMix(5));
    for (Errors errors :
        List.of(
            Errors.none().possible(0, 60, 0.5),
            Errors.none().same(0, 60, 0.3),
            Errors.none().missing(0.002, Errors.Return.BY_CLOSURE))) {
      Doubt.Plan plan = Doubt.Plan.usual().replicas(400).top(3);
      Spread.Ranks plain = pageRanks(graph, errors, plan.calibrated(false));
      Spread.Ranks ranks = pageRanks(graph, errors, plan);
      for (int v = 0; v < 120; v++) {
        assertThat(ranks.low()[v]).isLessThanOrEqualTo(plain.low()[v]);
        assertThat(ranks.high()[v]).isGreaterThanOrEqualTo(plain.high()[v]);
      }
      assertThat(ranks.calibration().state())
          .isEqualTo(
              errors.missing() > 0
                  ? Spread.Calibration.State.DONE
                  : Spread.Calibration.State.DOUBTFUL);
    }
  }

  private static Spread.Ranks pageRanks(Csr graph, Errors errors, Doubt.Plan plan) {
    return Doubt.of(Networks.measures("pagerank"), errors, plan)
        .compute(graph, Progress.silent())
        .ranks("pagerank");
  }

  /* In a ring all have two ties: what is stated of single ties tells some apart all the same. */
  @Test
  void whatIsStatedOfSingleTiesCountsForMeasuresOfFewValues() {
    int n = 20;
    CsrBuilder builder = CsrBuilder.undirected(n, CsrBuilder.Loops.KEEP);
    for (int v = 0; v < n; v++) {
      builder.edge(v, (v + 1) % n);
    }
    Csr ring = builder.build().graph();
    Spread.Ranks more =
        doubt(ring, Errors.none().possible(3, 12, 1), 200, "degree").ranks("degree");
    assertThat(more.high()[3]).isLessThanOrEqualTo(2);
    assertThat(more.high()[12]).isLessThanOrEqualTo(2);
    double[] wrong = new double[n];
    wrong[0] = 1; // The first tie is that of 0 and 1.
    Spread.Ranks fewer = doubt(ring, Errors.none().spurious(wrong), 200, "degree").ranks("degree");
    assertThat(fewer.low()[0]).isGreaterThanOrEqualTo(n - 1);
    assertThat(fewer.low()[1]).isGreaterThanOrEqualTo(n - 1);
  }

  @Test
  void asManyTiesComeBackAsAreMissing() {
    Csr graph = Networks.grown(150, 3, 0.6, new SplitMix(8));
    Csr arcs = Networks.random(100, 400, true, new SplitMix(9));
    // In a star every two leaves share the middle, and the middle is tied to all.
    Csr star = Networks.star(60);
    for (Errors.Return back : Errors.Return.values()) {
      for (Csr of : List.of(graph, arcs, star, Networks.stars(4, 25), Networks.bipartite(3, 40))) {
        Errors errors = Errors.none().missing(0.2, back).spurious(0.1);
        Spread.Numbers numbers =
            (Spread.Numbers) doubt(of, errors, 300, "overview").of("overview").spread();
        Spread.Interval ties = Objects.requireNonNull(numbers.numbers().get("ties"));
        assertThat(ties.mean())
            .as("%s of %s", back, of)
            .isCloseTo(of.edges() * 0.9 / 0.8, within(0.05 * of.edges()));
      }
    }
  }

  @Test
  void tiesComeBackWhereTheyAreLost() {
    SplitMix random = new SplitMix(4);
    Csr truth = Networks.grown(400, 3, 0.7, random);
    Csr seen = Networks.recorded(truth, 0.2, 0, random);
    Errors errors = Errors.none().missing(0.2, Errors.Return.BY_CLOSURE);
    Spread.Interval found = transitivity(doubt(seen, errors, 60, "overview"));
    double right = transitivity(doubt(truth, Errors.none(), 1, "overview")).value();
    Errors anywhere = Errors.none().missing(0.2, Errors.Return.UNIFORM);
    double without = transitivity(doubt(seen, anywhere, 60, "overview")).mean();
    assertThat(Math.abs(found.mean() - right)).isLessThan(Math.abs(without - right));
  }

  private static Spread.Interval transitivity(Doubt.Result result) {
    Spread.Interval found =
        ((Spread.Numbers) result.of("overview").spread()).numbers().get("transitivity");
    if (found == null) {
      throw new AssertionError("no transitivity");
    }
    return found;
  }

  @Test
  void identitiesAndTiesInDoubt() {
    Csr path =
        CsrBuilder.undirected(5, CsrBuilder.Loops.KEEP)
            .edge(0, 1)
            .edge(1, 2)
            .edge(3, 4)
            .build()
            .graph();
    Doubt.Result joined = doubt(path, Errors.none().same(2, 3, 1), 20, "degree", "reach");
    // One person of two accounts: two ties, four others within reach, one rank for both.
    assertThat(joined.ranks("degree").expected()[2])
        .isEqualTo(joined.ranks("degree").expected()[3]);
    // Four persons, so there is no fifth rank.
    for (int rank : joined.ranks("reach").high()) {
      assertThat(rank).isBetween(1, 4);
    }
    Doubt.Result apart = doubt(Networks.star(40), Errors.none().two(0, 1), 20, "degree");
    // The half that keeps more ties stands for the node, and is still far ahead of all others.
    assertThat(apart.ranks("degree").high()[0]).isEqualTo(1);
    Doubt.Result more = doubt(path, Errors.none().possible(2, 3, 0.5), 400, "components");
    Spread.Grouping pieces = (Spread.Grouping) more.of("components").spread();
    assertThat(pieces.groups().mean()).isCloseTo(1.5, within(0.1));
    double[] wrong = {1, 0, 0};
    Doubt.Result less = doubt(path, Errors.none().spurious(wrong), 10, "components");
    assertThat(((Spread.Grouping) less.of("components").spread()).groups().low()).isEqualTo(3);
  }

  @Test
  void unseenPeopleAreNotRanked() {
    Csr graph = Networks.grown(60, 2, 0.3, new SplitMix(2));
    Doubt.Result result = doubt(graph, Errors.none().unseen(0.3), 100, "harmonic", "overview");
    assertThat(result.ranks("harmonic").high()).hasSize(60);
    for (int rank : result.ranks("harmonic").high()) {
      assertThat(rank).isBetween(1, 60);
    }
    Spread.Interval nodes =
        Objects.requireNonNull(
            ((Spread.Numbers) result.of("overview").spread()).numbers().get("nodes"));
    assertThat(nodes.mean()).isCloseTo(60 / 0.7, within(3.0));
  }

  @Test
  void sameBytesAtAnyNumberOfThreads() {
    Csr graph = Networks.grown(80, 3, 0.5, new SplitMix(5));
    Errors errors = SOME.spurious(0.05).unseen(0.1).same(3, 4, 0.5).two(5, 0.5);
    Doubt.Plan plan = Doubt.Plan.usual().replicas(100).seed(12);
    List<String> names =
        List.of("betweenness", "k-core", "pagerank", "community", "overview", "blocks");
    Doubt.Result one =
        Doubt.of(Networks.measures(names.toArray(String[]::new)), errors, plan)
            .compute(graph, Progress.silent());
    Doubt.Result two =
        Doubt.of(Networks.measures(names.toArray(String[]::new)), errors, plan.threads(3))
            .compute(graph, Progress.silent());
    assertThat(two.measured())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("measure", "answer")
        .isEqualTo(one.measured());
  }

  @Test
  void emptyAndLoneGraphs() {
    for (int n = 0; n < 3; n++) {
      Csr graph = CsrBuilder.undirected(n, CsrBuilder.Loops.KEEP).build().graph();
      Doubt.Result result =
          doubt(graph, SOME.unseen(0.2).spurious(0.1), 10, "degree", "components", "blocks");
      assertThat(result.ranks("degree").low()).hasSize(n);
    }
  }

  @Test
  void refusals() {
    Csr graph = Networks.star(3);
    assertThatThrownBy(() -> Errors.none().missing(1, Errors.Return.UNIFORM))
        .isInstanceOf(BadGraph.class);
    assertThatThrownBy(() -> doubt(graph, Errors.none().spurious(new double[9]), 1, "degree"))
        .isInstanceOf(BadGraph.class)
        .hasMessageContaining("9 probabilities");
    assertThatThrownBy(() -> doubt(graph, Errors.none().possible(0, 9, 0.5), 1, "degree"))
        .isInstanceOf(BadGraph.class);
    assertThatThrownBy(() ->
            Doubt.of(Networks.measures("degree"), SOME, Doubt.Plan.usual())
                .compute(graph, (done, total) -> done < 5))
        .isInstanceOf(Cancelled.class);
  }
}
