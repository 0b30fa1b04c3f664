package dev.sextant.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class HopDistancesTest {
  @Provide
  Arbitrary<Csr> graphs() {
    return Examples.graphs(40);
  }

  @Property(tries = 300)
  void equalsSingleSearches(@ForAll("graphs") Csr graph, @ForAll long seed) {
    check(graph, 1 + (int) (Math.abs(seed % 200)), seed);
  }

  @Test
  void largerGraphs() {
    for (int seed = 0; seed < 6; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      CsrBuilder builder =
          seed % 2 == 0
              ? CsrBuilder.directed(3_000, CsrBuilder.Loops.KEEP)
              : CsrBuilder.undirected(3_000, CsrBuilder.Loops.KEEP);
      for (int i = 0; i < 2_000 + 3_000 * seed; i++) {
        double x = random.nextDouble();
        builder.edge((int) (x * x * 3_000), random.nextInt(3_000));
      }
      check(builder.build().graph(), 70, seed);
    }
  }

  private static void check(Csr graph, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] sources = new int[count];
    for (int i = 0; i < count; i++) {
      sources[i] = random.nextInt(graph.nodes());
    }
    HopDistances.Result result =
        HopDistances.bitParallel().compute(graph, sources, Progress.silent());
    PathSearch search = new PathSearch(graph, false);
    for (int i = 0; i < count; i++) {
      search.from(sources[i]);
      long sum = 0;
      int farthest = 0;
      for (int v = 0; v < graph.nodes(); v++) {
        double d = search.distance[v];
        assertThat(result.distance(i, v)).isEqualTo(Double.isInfinite(d) ? -1 : (int) d);
        sum += Double.isInfinite(d) ? 0 : (long) d;
        farthest = Double.isInfinite(d) ? farthest : Math.max(farthest, (int) d);
      }
      assertThat(result.reached(i)).isEqualTo(search.reached);
      assertThat(result.sum(i)).isEqualTo(sum);
      assertThat(result.farthest(i)).isEqualTo(farthest);
    }
  }

  @Test
  void distancesBeyondAByte() {
    Csr path = Examples.path(100_000);
    HopDistances.Result result =
        HopDistances.bitParallel().compute(path, new int[] {0, 99_999, 500}, Progress.silent());
    assertThat(result.distance(0, 254)).isEqualTo(254);
    assertThat(result.distance(0, 255)).isEqualTo(255);
    assertThat(result.distance(0, 99_999)).isEqualTo(99_999);
    assertThat(result.distance(1, 0)).isEqualTo(99_999);
    assertThat(result.distances(2)[0]).isEqualTo(500);
    assertThat(result.farthest(2)).isEqualTo(99_499);
    assertThat(result.sum(0)).isEqualTo(99_999L * 100_000 / 2);
  }

  @Test
  void edges() {
    Csr empty = CsrBuilder.undirected(0, CsrBuilder.Loops.DROP).build().graph();
    assertThat(HopDistances.bitParallel().compute(empty, new int[0], Progress.silent()).sources())
        .isZero();
    Csr star = Examples.star(100_000);
    HopDistances.Result result =
        HopDistances.bitParallel().compute(star, new int[] {5, 0, 5}, Progress.silent());
    assertThat(result.distances(0)).isEqualTo(result.distances(2));
    assertThat(result.sum(1)).isEqualTo(100_000);
    assertThat(result.sum(0)).isEqualTo(1 + 2 * 99_999);
    assertThatThrownBy(
            () -> HopDistances.bitParallel().compute(star, new int[] {-1}, Progress.silent()))
        .isInstanceOf(BadGraph.class);
    assertThatThrownBy(
            () -> HopDistances.bitParallel().compute(star, new int[] {1}, (done, total) -> false))
        .isInstanceOf(Cancelled.class);
  }
}
