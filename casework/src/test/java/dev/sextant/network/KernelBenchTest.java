package dev.sextant.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelBenchTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void printsTheColumnsOfAComparison() throws IOException {
    // A triangle 0-1-2 with a tail 2-3-4; node 5 has only an edge to itself.
    Path file = Files.writeString(folder.resolve("g.txt"), "0 1\n1 2\n2 0\n2 3\n3 4\n5 5\n");
    List<String> lines = new ArrayList<>();
    new KernelBench(
            file,
            Set.of(
                "load",
                "components",
                "kcore",
                "triangles",
                "clustering",
                "articulation",
                "harmonic",
                "betweenness",
                "bfs64"),
            1e9,
            lines::add)
        .run();
    Map<String, String> checks = new HashMap<>();
    for (String line : lines) {
      String[] columns = line.split("\t");
      assertThat(columns).hasSize(6);
      assertThat(columns[0]).isEqualTo("sextant");
      assertThat(Double.parseDouble(columns[2])).isNotNegative();
      assertThat(columns[4]).isEqualTo("1");
      assertThat(Double.parseDouble(columns[5])).isNotNegative();
      checks.put(columns[1], columns[3]);
    }
    assertThat(checks.get("load")).startsWith("n=6 m=5 heap=");
    assertThat(checks)
        .containsEntry("components", "2")
        .containsEntry("kcore", "2")
        .containsEntry("triangles", "1")
        .containsEntry("clustering", "0.3888888889") // (1 + 1 + 1/3) / 6
        .containsEntry("articulation", "2")
        .containsEntry("betweenness", "4")
        // Pairs: five at 1, three at 2, two at 3, each from both ends.
        .containsEntry("harmonic", "14.33333333");
    assertThat(KernelBench.names()).containsAll(checks.keySet()).contains("pagerank", "leiden");
  }

  @Test
  void leavesAllPairsOutWhereTheyTakeTooLong() throws IOException {
    Path file = Files.writeString(folder.resolve("g.txt"), "0 1\n1 2\n");
    List<String> lines = new ArrayList<>();
    new KernelBench(file, Set.of("harmonic", "kcore"), 5, lines::add).run();
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst()).startsWith("sextant\tkcore\t");
  }
}
