package dev.sextant.kernels.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Cancelled;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeListTest {
  @TempDir private Path folder = Path.of("");

  private EdgeList.Loaded read(String text, EdgeList.Form form) throws IOException {
    Path file = folder.resolve("edges.txt");
    Files.writeString(file, text, StandardCharsets.ISO_8859_1);
    return EdgeList.read(file, form, Progress.silent());
  }

  private EdgeList.Loaded read(String text) throws IOException {
    return read(text, EdgeList.Form.plain());
  }

  @Test
  void separatorsCommentsAndEmptyLines() throws IOException {
    EdgeList.Loaded loaded =
        read("# head\n% other\n\n  \n0 1\n1\t2\n2,3\n3 , 0\r\n  0   2  \n 1 3 0.5 more\n2 2\n1 0");
    Csr graph = loaded.graph();
    assertThat(graph.nodes()).isEqualTo(4);
    assertThat(graph.edges()).isEqualTo(6);
    assertThat(loaded.loops()).isEqualTo(1);
    assertThat(loaded.merged()).isEqualTo(1);
    assertThat(loaded.given()).isEqualTo(8);
    assertThat(loaded.passedOver()).isEqualTo(4);
    assertThat(loaded.lines()).isEqualTo(12);
    assertThat(graph.arc(1, 3)).isNotNegative();
  }

  @Test
  void emptyFiles() throws IOException {
    assertThat(read("").graph().nodes()).isZero();
    assertThat(read("").lines()).isZero();
    assertThat(read("\n").lines()).isEqualTo(1);
    assertThat(read("# only a comment").passedOver()).isEqualTo(1);
  }

  @Test
  void idsWithGaps() throws IOException {
    EdgeList.Loaded compact = read("7 3\n3 90\n12 12\n");
    assertThat(compact.graph().nodes()).isEqualTo(4);
    assertThat(compact.id(0)).isEqualTo(3);
    assertThat(compact.id(2)).isEqualTo(12);
    assertThat(compact.node(90)).isEqualTo(3);
    assertThat(compact.node(4)).isEqualTo(-1);
    assertThat(compact.graph().arc(0, 3)).isNotNegative();
    EdgeList.Loaded all = read("7 3\n3 90\n", EdgeList.Form.plain().with(EdgeList.Ids.FROM_ZERO));
    assertThat(all.graph().nodes()).isEqualTo(91);
    assertThat(all.node(90)).isEqualTo(90);
    assertThat(all.node(91)).isEqualTo(-1);
  }

  @Test
  void firstNamedFirst() throws IOException {
    EdgeList.Form form = EdgeList.Form.plain().with(EdgeList.Ids.FIRST_NAMED);
    for (String big : List.of("90", "9000000000", "2000000000")) {
      EdgeList.Loaded loaded = read("7 3\n3 " + big + "\n12 12\n0 7\n", form);
      assertThat(loaded.graph().nodes()).isEqualTo(5);
      assertThat(loaded.id(0)).isEqualTo(7);
      assertThat(loaded.id(1)).isEqualTo(3);
      assertThat(loaded.id(2)).isEqualTo(Long.parseLong(big));
      assertThat(loaded.id(3)).isEqualTo(12);
      assertThat(loaded.id(4)).isZero();
      assertThat(loaded.node(12)).isEqualTo(3);
      assertThat(loaded.node(4)).isEqualTo(-1);
      assertThat(loaded.graph().arc(1, 2)).isNotNegative();
      assertThat(loaded.graph().arc(0, 4)).isNotNegative();
    }
    assertThat(read("", form).graph().nodes()).isZero();
  }

  @Test
  void hugeIds() throws IOException {
    String text = "5 9223372036854775807\n12345678901 5\n1000000000 12345678901\n";
    EdgeList.Loaded loaded = read(text);
    assertThat(loaded.graph().nodes()).isEqualTo(4);
    assertThat(loaded.id(0)).isEqualTo(5);
    assertThat(loaded.id(1)).isEqualTo(1_000_000_000L);
    assertThat(loaded.id(3)).isEqualTo(Long.MAX_VALUE);
    assertThat(loaded.graph().arc(0, 3)).isNotNegative();
    assertThat(loaded.graph().arc(1, 2)).isNotNegative();
    assertThatThrownBy(() -> read(text, EdgeList.Form.plain().with(EdgeList.Ids.FROM_ZERO)))
        .isInstanceOf(BadGraph.class)
        .hasMessageContaining("compact");
    assertThatThrownBy(() -> read("1 2\n1 9223372036854775808\n"))
        .isInstanceOf(BadGraph.class)
        .hasMessageContaining("line 2");
  }

  @Test
  void sparseIdsThatFitIntoInts() throws IOException {
    EdgeList.Loaded loaded = read("2000000000 1\n1 1999999999\n");
    assertThat(loaded.graph().nodes()).isEqualTo(3);
    assertThat(loaded.id(2)).isEqualTo(2_000_000_000L);
  }

  @Test
  void weights() throws IOException {
    EdgeList.Form form = EdgeList.Form.plain().weighted(true);
    EdgeList.Loaded loaded =
        read("0 1 0.5\n1,2,1e-3\n0 2 123456789012345678\n2 1 .25\n0\t3\t7 x", form);
    Csr graph = loaded.graph();
    assertThat(graph.weight(graph.arc(0, 1))).isEqualTo(0.5);
    assertThat(graph.weight(graph.arc(2, 1))).isEqualTo(1e-3 + 0.25);
    assertThat(graph.weight(graph.arc(0, 2))).isEqualTo(123456789012345678.0);
    assertThat(loaded.merged()).isEqualTo(1);
    for (String bad :
        List.of("0 1", "0 1 0", "0 1 -2", "0 1 x", "0 1 NaN", "0 1 1e999", "0 1 1d")) {
      assertThatThrownBy(() -> read("0 2 1\n" + bad + "\n", form))
          .as(bad)
          .isInstanceOf(BadGraph.class)
          .hasMessageContaining("line 2");
    }
  }

  @Test
  void decimalsAreTheNearestDoubles() throws IOException {
    SplittableRandom random = new SplittableRandom(20_260_101);
    EdgeList.Form form = EdgeList.Form.plain().weighted(true);
    for (int i = 0; i < 300; i++) {
      String number =
          i % 3 == 0
              ? Double.toString(random.nextDouble(1e-9, 1e9))
              : random.nextLong(1, 1L << (1 + i % 50)) + "." + random.nextLong(1 << (i % 20));
      Csr graph = read("0 1 " + number, form).graph();
      assertThat(graph.weight(0)).as(number).isEqualTo(Double.parseDouble(number));
    }
  }

  @Test
  void refusesWhatIsNoEdgeWithItsLine() {
    for (String bad : List.of("a b", "1", "1 ", "1 b", "-1 2", "1;2", "1 2x", "1.5 2", ",1 2")) {
      assertThatThrownBy(() -> read("# c\n0 1\n" + bad + "\n4 5\n"))
          .as(bad)
          .isInstanceOf(BadGraph.class)
          .hasMessageContaining("line 3")
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain(bad));
    }
  }

  @Test
  void headLinesArePassedOver() throws IOException {
    EdgeList.Loaded loaded = read("# c\nsource,target\n0,1\n", EdgeList.Form.plain().headLines(1));
    assertThat(loaded.graph().edges()).isEqualTo(1);
    assertThat(loaded.passedOver()).isEqualTo(2);
  }

  @Test
  void linesAcrossPiecesAndLongComments() throws IOException {
    StringBuilder text = new StringBuilder("#").append("x".repeat(700_000)).append('\n');
    CsrBuilder twin = CsrBuilder.undirected(300_000, CsrBuilder.Loops.DROP);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 200_000; i++) {
      int u = i < 150_000 ? 2 * i : random.nextInt(300_000);
      int v = i < 150_000 ? 2 * i + 1 : random.nextInt(300_000);
      twin.edge(u, v);
      text.append(u).append(i % 5 == 0 ? "\t" : " ").append(v).append(i % 7 == 0 ? "\r\n" : "\n");
    }
    text.append("% ").append("y".repeat(600_000));
    EdgeList.Loaded loaded = read(text.toString());
    CsrBuilder.Built built = twin.build();
    assertThat(loaded.graph()).isEqualTo(built.graph());
    assertThat(loaded.loops()).isEqualTo(built.loops());
    assertThat(loaded.merged()).isEqualTo(built.merged());
    assertThat(loaded.lines()).isEqualTo(200_002);
    assertThat(loaded.passedOver()).isEqualTo(2);
    assertThatThrownBy(() -> read("0 1\n2 3" + " ".repeat(600_000) + "\n"))
        .isInstanceOf(BadGraph.class)
        .hasMessageContaining("line 2");
  }

  @Test
  void equalsItsNaiveTwinOnRandomFiles() throws IOException {
    for (int seed = 0; seed < 60; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      boolean directed = seed % 2 == 0;
      boolean weighted = seed % 3 == 0;
      CsrBuilder.Loops loops = seed % 5 < 2 ? CsrBuilder.Loops.KEEP : CsrBuilder.Loops.DROP;
      long spread = List.of(1L, 3L, 1_000_003L, 1L << 40).get(seed % 4);
      List<long[]> edges = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 5 * seed; i++) {
        long u = random.nextInt(40) * spread;
        long v = random.nextInt(40) * spread;
        long w = 1 + random.nextInt(9);
        edges.add(new long[] {u, v, w});
        text.append(u).append(' ').append(v).append(weighted ? " " + w : "").append('\n');
      }
      EdgeList.Form form = EdgeList.Form.plain().directed(directed).weighted(weighted).with(loops);
      EdgeList.Loaded loaded = read(text.toString(), form);
      TreeMap<Long, Integer> nodes = new TreeMap<>();
      edges.forEach(e -> {
        nodes.put(e[0], 0);
        nodes.put(e[1], 0);
      });
      nodes.replaceAll((id, zero) -> nodes.headMap(id).size());
      CsrBuilder twin =
          directed
              ? CsrBuilder.directed(nodes.size(), loops)
              : CsrBuilder.undirected(nodes.size(), loops);
      for (long[] e : edges) {
        int u = nodes.getOrDefault(e[0], -1);
        int v = nodes.getOrDefault(e[1], -1);
        if (weighted) {
          twin.edge(u, v, e[2]);
        } else {
          twin.edge(u, v);
        }
      }
      CsrBuilder.Built built = twin.build();
      if (!edges.isEmpty()) {
        assertThat(loaded.graph()).as("seed %d", seed).isEqualTo(built.graph());
      }
      assertThat(loaded.loops()).isEqualTo(built.loops());
      assertThat(loaded.merged()).isEqualTo(built.merged());
      nodes.forEach((id, node) -> assertThat(loaded.id(node)).isEqualTo(id));
    }
  }

  @Test
  void canBeStopped() throws IOException {
    Path file = folder.resolve("edges.txt");
    Files.writeString(file, "0 1\n");
    assertThatThrownBy(() -> EdgeList.read(file, EdgeList.Form.plain(), (done, total) -> false))
        .isInstanceOf(Cancelled.class);
    assertThatThrownBy(
            () -> EdgeList.read(folder.resolve("none"), EdgeList.Form.plain(), Progress.silent()))
        .isInstanceOf(IOException.class);
  }
}
