package dev.sextant.kernels.doubt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.SplitMix;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BoundaryTest {
  /** What a snowball shows: ties with a watched end; the others' nodes stay, untied. */
  private static Csr seen(Csr truth, boolean[] watched) {
    CsrBuilder builder = CsrBuilder.undirected(truth.nodes(), CsrBuilder.Loops.DROP);
    for (int v = 0; v < truth.nodes(); v++) {
      for (int a = truth.first(v); a < truth.end(v); a++) {
        int w = truth.target(a);
        if (v < w && (watched[v] || watched[w])) {
          builder.edge(v, w);
        }
      }
    }
    return builder.build().graph();
  }

  private static boolean[] first(int watched, int nodes) {
    boolean[] flags = new boolean[nodes];
    Arrays.fill(flags, 0, watched, true);
    return flags;
  }

  @Test
  void whoIsTiedToNobodyWatchedIsGone() {
    // 0 and 1 were watched: 0-2, 0-3, 1-3, 1-4.
    Csr graph =
        CsrBuilder.undirected(5, CsrBuilder.Loops.DROP)
            .edge(0, 2)
            .edge(0, 3)
            .edge(1, 3)
            .edge(1, 4)
            .build()
            .graph();
    Boundary boundary = new Boundary(first(2, 5), 0.5, false);
    Errors errors = Errors.none().boundary(boundary);
    Truths truths = new Truths(new Recorded(graph, errors), errors);
    boolean oneAlone = false;
    for (int seed = 0; seed < 40; seed++) {
      Replica replica = truths.draw(seed);
      int[] nodeOf = Objects.requireNonNull(replica.nodeOf());
      if (nodeOf[2] >= 0 && nodeOf[4] < 0) {
        oneAlone = true;
        assertThat(replica.graph().nodes()).isEqualTo(3);
        assertThat(replica.graph().edges()).isEqualTo(2);
        assertThat(nodeOf[1]).isNegative();
        assertThat(nodeOf[3]).isNotNegative();
      }
    }
    assertThat(oneAlone).isTrue();
  }

  @Test
  void theRimClosesAsOftenAsWhatWasSeen() {
    SplitMix random = new SplitMix(5);
    Csr truth = Networks.grown(400, 4, 0.8, random);
    boolean[] watched = new boolean[400];
    for (int v = 0; v < 400; v++) {
      watched[v] = random.unit() < 0.5;
    }
    Csr seen = seen(truth, watched);
    Errors errors = Errors.none().boundary(new Boundary(watched, 0, true));
    Truths truths = new Truths(new Recorded(seen, errors), errors);
    double edges = 0;
    for (int seed = 0; seed < 50; seed++) {
      edges += truths.draw(seed).graph().edges() / 50.0;
    }
    // Unseen ties that share no contact stay out, so some of the hidden ones, not all of them.
    int hidden = truth.edges() - seen.edges();
    assertThat(hidden).isGreaterThan(200);
    assertThat(edges - seen.edges()).isBetween(0.5 * hidden, 1.15 * hidden);
  }

  @Test
  void intervalsCountReplicasInWhichSomebodyIsThere() {
    Csr graph = Networks.grown(60, 2, 0.5, new SplitMix(3));
    Errors errors = Errors.none().boundary(Boundary.narrower(60, 0.3));
    Doubt.Plan plan = Doubt.Plan.usual().replicas(60);
    Doubt.Result one =
        Doubt.of(Networks.measures("degree", "betweenness"), errors, plan)
            .compute(graph, Progress.silent());
    Doubt.Result two =
        Doubt.of(Networks.measures("degree", "betweenness"), errors, plan.threads(2))
            .compute(graph, Progress.silent());
    Spread.Ranks ranks = one.ranks("betweenness");
    assertThat(ranks.low()).isEqualTo(two.ranks("betweenness").low());
    assertThat(ranks.expected()).isEqualTo(two.ranks("betweenness").expected());
    int widened = 0;
    for (int v = 0; v < 60; v++) {
      assertThat(ranks.low()[v]).isBetween(1, 60).isLessThanOrEqualTo(ranks.high()[v]);
      widened += ranks.low()[v] < ranks.high()[v] ? 1 : 0;
    }
    assertThat(widened).isGreaterThan(40);
  }

  @Test
  void nothingChangesWhereNobodyAsks() {
    Errors still = Errors.none().boundary(Boundary.narrower(3, 0));
    assertThat(still.nothing()).isTrue();
    Csr star = Networks.star(4);
    assertThat(
            new Truths(new Recorded(star, still.boundary(Boundary.narrower(5, 0))), still)
                .draw(1)
                .graph()
                .edges())
        .isEqualTo(4);
    assertThatThrownBy(() -> Boundary.narrower(3, 1)).isInstanceOf(BadGraph.class);
    assertThatThrownBy(() -> new Recorded(star, still)).isInstanceOf(BadGraph.class);
    Rim rim = new Rim(star, first(1, 5));
    assertThat(rim.pairs()).isEqualTo(6);
    assertThat(rim.tied(1)).isCloseTo(0, within(0.0));
  }
}
