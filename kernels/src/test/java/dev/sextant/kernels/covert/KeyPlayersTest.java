package dev.sextant.kernels.covert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Cancelled;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPlayersTest {
  private static final KeyPlayers.Search USUAL = KeyPlayers.Search.usual();
  private static final KeyPlayers.Search CLIMB = new KeyPlayers.Search(8, 10, 100, 0, 1, 1);

  private static KeyPlayers.Goal goal(KeyPlayers.Aim aim) {
    return new KeyPlayers.Goal(aim, aim == KeyPlayers.Aim.REACH ? 1 : 0);
  }

  /** The paper's definitions, written down. */
  private static double worth(Csr graph, KeyPlayers.Aim aim, boolean[] in, int size) {
    int n = graph.nodes();
    boolean fragments =
        aim == KeyPlayers.Aim.FRAGMENT || aim == KeyPlayers.Aim.FRAGMENT_BY_DISTANCE;
    Csr seen = aim == KeyPlayers.Aim.FRAGMENT ? graph.ignoringDirection() : graph;
    double[][] d = Samples.hops(seen, fragments ? in : new boolean[n]);
    double sum = 0;
    for (int u = 0; u < n; u++) {
      double near = Double.POSITIVE_INFINITY;
      for (int v = 0; v < n; v++) {
        if (fragments && u != v && d[u][v] < Double.POSITIVE_INFINITY) {
          sum += aim == KeyPlayers.Aim.FRAGMENT ? 1 : 1 / d[u][v];
        }
        near = in[v] ? Math.min(near, d[v][u]) : near;
      }
      if (!fragments) {
        sum += near == 0 ? 1 : aim == KeyPlayers.Aim.REACH ? (near <= 1 ? 1 : 0) : 1 / near;
      }
    }
    int rest = n - size;
    return fragments ? rest < 2 ? 1 : 1 - sum / (rest * (rest - 1.0)) : sum / n;
  }

  private static List<Double> allWorths(Csr graph, KeyPlayers.Aim aim, int size) {
    List<Double> worths = new ArrayList<>();
    for (int mask = 0; mask < 1 << graph.nodes(); mask++) {
      if (Integer.bitCount(mask) == size) {
        boolean[] in = new boolean[graph.nodes()];
        for (int v = 0; v < in.length; v++) {
          in[v] = (mask >> v & 1) != 0;
        }
        worths.add(worth(graph, aim, in, size));
      }
    }
    worths.sort((a, b) -> Double.compare(b, a));
    return worths;
  }

  @ParameterizedTest
  @EnumSource(KeyPlayers.Aim.class)
  void branchAndBoundFindsTheBestSetsOfAll(KeyPlayers.Aim aim) {
    for (int seed = 0; seed < 24; seed++) {
      Csr graph = Samples.random(seed, 3 + seed % 8, 2 + seed, seed % 2 == 0, seed % 3 == 0);
      for (int size = 1; size <= Math.min(3, graph.nodes() - 1); size++) {
        KeyPlayers.Result found =
            KeyPlayers.ofSize(goal(aim), size, USUAL).compute(graph, Progress.silent());
        List<Double> all = allWorths(graph, aim, size);
        assertThat(found.proved()).isTrue();
        assertThat(found.count()).isEqualTo(Math.min(10, all.size()));
        for (int i = 0; i < found.count(); i++) {
          assertThat(found.value(i))
              .as("%s seed %d size %d place %d", aim, seed, size, i)
              .isCloseTo(all.get(i), within(1e-9));
          boolean[] in = new boolean[graph.nodes()];
          for (int v : found.set(i)) {
            in[v] = true;
          }
          assertThat(found.value(i)).isCloseTo(worth(graph, aim, in, size), within(1e-9));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(KeyPlayers.Aim.class)
  void climbingComesNearWhatIsProved(KeyPlayers.Aim aim) {
    for (int seed = 100; seed < 106; seed++) {
      Csr graph = Samples.random(seed, 30, 45, seed % 2 == 0, false);
      KeyPlayers.Result climbed =
          KeyPlayers.ofSize(goal(aim), 3, CLIMB).compute(graph, Progress.silent());
      KeyPlayers.Result proved =
          KeyPlayers.ofSize(goal(aim), 3, USUAL).compute(graph, Progress.silent());
      assertThat(proved.proved()).isTrue();
      assertThat(climbed.proved()).isFalse();
      assertThat(climbed.value(0)).isCloseTo(proved.value(0), within(0.02));
      assertThat(climbed.value(0)).isLessThanOrEqualTo(proved.value(0) + 1e-12);
    }
  }

  @Test
  void theKite() {
    // Without node 7 the kite is a piece of 7 and a pair: 42 + 2 of 72 ordered pairs stay together.
    KeyPlayers.Result found =
        KeyPlayers.ofSize(KeyPlayers.Goal.fragment(), 1, USUAL)
            .compute(Samples.kite(), Progress.silent());
    assertThat(found.set(0)).containsExactly(7);
    assertThat(found.value(0)).isCloseTo(1 - 44.0 / 72, within(1e-12));
    assertThat(found.before()).isZero();
    // 3 is adjacent to 0, 1, 2, 4, 5, 6, and 8 to 7 and 9: everybody is reached in one step.
    KeyPlayers.Result reach =
        KeyPlayers.ofSize(KeyPlayers.Goal.reach(1), 2, USUAL)
            .compute(Samples.kite(), Progress.silent());
    assertThat(reach.set(0)).containsExactly(3, 8);
    assertThat(reach.value(0)).isEqualTo(1);
    assertThat(reach.value(1)).isLessThan(1);
    assertThat(reach.share(8)).isGreaterThan(0.2);
  }

  @Test
  void smallestSets() {
    KeyPlayers.Result reach =
        KeyPlayers.smallest(KeyPlayers.Goal.reach(1), 1, USUAL)
            .compute(Samples.kite(), Progress.silent());
    assertThat(reach.set(0)).containsExactly(3, 8);
    assertThat(reach.proved()).isTrue();
    KeyPlayers.Result star =
        KeyPlayers.smallest(KeyPlayers.Goal.fragment(), 1, USUAL)
            .compute(Samples.star(200), Progress.silent());
    assertThat(star.set(0)).containsExactly(0);
    KeyPlayers.Result already =
        KeyPlayers.smallest(KeyPlayers.Goal.fragment(), 0, USUAL)
            .compute(Samples.kite(), Progress.silent());
    assertThat(already.set(0)).isEmpty();
    Csr larger = Samples.random(7, 300, 500, false, false);
    KeyPlayers.Result half =
        KeyPlayers.smallest(KeyPlayers.Goal.reachByDistance(), 0.5, USUAL)
            .compute(larger, Progress.silent());
    assertThat(half.value(0)).isGreaterThanOrEqualTo(0.5);
    int size = half.set(0).length;
    assertThat(
            KeyPlayers.ofSize(KeyPlayers.Goal.reachByDistance(), size - 1, USUAL)
                .compute(larger, Progress.silent())
                .value(0))
        .isLessThan(0.5);
  }

  @ParameterizedTest
  @EnumSource(KeyPlayers.Aim.class)
  void sameSetsAtAnyNumberOfThreads(KeyPlayers.Aim aim) {
    Csr graph = Samples.random(5, 150, 260, false, false);
    KeyPlayers.Result one =
        KeyPlayers.ofSize(goal(aim), 3, CLIMB).compute(graph, Progress.silent());
    KeyPlayers.Result two =
        KeyPlayers.ofSize(goal(aim), 3, CLIMB.on(2)).compute(graph, Progress.silent());
    assertThat(two.count()).isEqualTo(one.count());
    for (int i = 0; i < one.count(); i++) {
      assertThat(two.set(i)).isEqualTo(one.set(i));
      assertThat(two.value(i)).isEqualTo(one.value(i));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void oneWalkSaysWhatEveryRemovalLeaves(long seed) {
    Csr graph = Samples.random(seed, 40, 50, false, false);
    boolean[] removed = new boolean[40];
    removed[3] = seed % 2 == 0;
    CutWalk walk = new CutWalk(graph);
    walk.walk(removed);
    CutWalk fresh = new CutWalk(graph);
    for (int v = 0; v < 40; v++) {
      if (!removed[v]) {
        boolean[] more = removed.clone();
        more[v] = true;
        fresh.walk(more);
        assertThat(walk.squaresWithout[v]).isEqualTo(fresh.squares);
      }
    }
  }

  @Test
  void edges() {
    Csr none = Samples.undirected(3, "");
    KeyPlayers.Result found =
        KeyPlayers.ofSize(KeyPlayers.Goal.fragment(), 1, USUAL).compute(none, Progress.silent());
    assertThat(found.value(0)).isEqualTo(1);
    assertThatThrownBy(() ->
            KeyPlayers.ofSize(KeyPlayers.Goal.fragment(), 1, USUAL)
                .compute(Samples.undirected(0, ""), Progress.silent()))
        .isInstanceOf(BadGraph.class);
    assertThatThrownBy(() ->
            KeyPlayers.ofSize(KeyPlayers.Goal.fragment(), 3, USUAL)
                .compute(none, Progress.silent()))
        .isInstanceOf(BadGraph.class)
        .hasMessageContaining("at most 2");
    assertThatThrownBy(() -> new KeyPlayers.Goal(KeyPlayers.Aim.REACH, 0))
        .isInstanceOf(BadGraph.class);
    assertThatThrownBy(() ->
            KeyPlayers.ofSize(KeyPlayers.Goal.fragmentByDistance(), 2, CLIMB)
                .compute(Samples.karate(), (done, total) -> false))
        .isInstanceOf(Cancelled.class);
  }

  @Test
  void largeGraphs() {
    KeyPlayers.Search once = new KeyPlayers.Search(1, 3, 100, 0, 1, 1);
    int million = 1_000_000;
    assertThat(
            KeyPlayers.ofSize(KeyPlayers.Goal.fragment(), 1, once)
                .compute(Samples.star(million), Progress.silent())
                .set(0))
        .containsExactly(0);
    assertThat(
            KeyPlayers.ofSize(KeyPlayers.Goal.fragment(), 1, once)
                .compute(Samples.path(million, false), Progress.silent())
                .set(0)[0])
        .isBetween(million / 2 - 1, million / 2);
  }
}
