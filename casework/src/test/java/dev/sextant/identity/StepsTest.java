package dev.sextant.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.linkage.link.Watch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepsTest {
  private static final long SECOND = 1_000_000_000;

  private final List<String> lines = new ArrayList<>();
  private long now;

  private final FileLinkage.Said said =
      new FileLinkage.Said() {
        @Override
        public void text(String text) {
          throw new AssertionError("nothing of the result: " + text);
        }

        @Override
        public void progress(String line) {
          lines.add(line);
        }
      };

  @Test
  void aShortRunSaysNothingAndALongOneALineEveryFewSeconds() {
    Steps steps = new Steps(said, () -> now);
    for (int piece = 0; piece < 1_200; piece++) {
      now = piece * SECOND / 100;
      steps.at(Watch.Stage.COMPARING, piece, 1_200);
    }
    now = 12 * SECOND;
    steps.at(Watch.Stage.GROUPING, 0, 0);
    now = 16 * SECOND;
    steps.at(Watch.Stage.SCORING, 0, 0);
    assertThat(lines)
        .containsExactly(
            "5 s: comparing, 500 of 1200 pieces",
            "10 s: comparing, 1000 of 1200 pieces",
            "16 s: scoring");
  }
}
