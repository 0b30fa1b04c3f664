package dev.sextant.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.identity.EntityKey;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.SnapshotId;
import dev.sextant.terms.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Places for networks too large to settle from anywhere. */
class DrawingTest {
  private static final int GROUP = 80;
  private static final int COUNT = 50 * GROUP;
  private static final long SEED = 7;

  private static Snapshot grouped() {
    System.out.println("DrawingTest seed " + SEED);
    Random random = new Random(SEED);
    List<TieView> ties = new ArrayList<>();
    for (int v = 0; v < COUNT; v++) {
      for (int tie = 0; tie < 4; tie++) {
        int group = v / GROUP * GROUP;
        int other = random.nextInt(25) == 0 ? random.nextInt(COUNT) : group + random.nextInt(GROUP);
        ties.add(new TieView(v, other, Map.of(TieKind.MESSAGE, 1), 1, 1, null, null, List.of()));
      }
    }
    List<NodeView> legend =
        IntStream.range(0, COUNT)
            .mapToObj(v ->
                new NodeView(v, key(v), "n" + v, List.of("telegram/" + v), List.of("telegram")))
            .toList();
    return new Snapshot(
        SnapshotId.random(),
        TieRule.of(TieKind.MESSAGE),
        Span.always(),
        Digest.of(new byte[] {1}),
        legend,
        ties,
        new TieCounts(0, 0, Map.of(), 0, 0, 0),
        ActorId.random(),
        Instant.EPOCH);
  }

  @Test
  void groupsLieTogetherAndEverybodyInTheSquare() {
    Drawing drawn = Drawing.of(grouped(), List.of(), dev.sextant.kernels.Progress.silent());
    assertThat(drawn.x()).hasSize(COUNT);
    assertThat(IntStream.of(drawn.x()).map(Math::abs).max().orElse(0))
        .isLessThanOrEqualTo(Drawing.HALF);
    Random random = new Random(SEED);
    double within = 0;
    double between = 0;
    int pairs = 5_000;
    for (int i = 0; i < pairs; i++) {
      int v = random.nextInt(COUNT);
      within += apart(drawn, v, v / GROUP * GROUP + random.nextInt(GROUP));
      between += apart(drawn, v, random.nextInt(COUNT));
    }
    assertThat(within).isLessThan(between / 2);
  }

  private static double apart(Drawing drawn, int v, int w) {
    return Math.hypot((double) drawn.x()[v] - drawn.x()[w], (double) drawn.y()[v] - drawn.y()[w]);
  }

  private static EntityKey key(int v) {
    return EntityKey.of("telegram/" + v);
  }
}
