package dev.sextant.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.records.GraphTable;
import dev.sextant.terms.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileMeasuresTest {
  private static final FileMeasures.Drawn BRIDGE =
      new FileMeasures.Drawn(
          List.of("a", "b\tb", "c", "d", "e"),
          new int[] {0, 1, 2, 1, 4, 0},
          new int[] {1, 2, 3, 0, 4, 2},
          null,
          false);

  @Test
  void measuresAndPrints() {
    FileMeasures file = FileMeasures.of(BRIDGE);
    for (Method method : Method.values()) {
      file.with(method, 1, Progress.silent());
    }
    assertThat(file.ties()).isEqualTo(4);
    assertThat(file.merged()).isEqualTo(1);
    assertThat(file.loops()).isEqualTo(1);
    String[] lines = file.tsv().split("\n");
    assertThat(lines[0])
        .isEqualTo("node\tdegree\tcomponents\tbetweenness\tpagerank\tkcore\tcommunity");
    assertThat(lines).hasSize(6);
    // Communities are left open: {a,b,c,d} and {a,b}{c,d} both have modularity 0.
    assertThat(lines[3]).matches("c\t3\t0\t2\t0\\.[0-9]+\t2\t[01]");
    assertThat(lines[2]).startsWith("b b\t2\t0\t0\t");
    assertThat(lines[5]).startsWith("e\t0\t1\t0\t");
    double sum = 0;
    for (double share : file.values(Method.PAGERANK)) {
      sum += share;
    }
    assertThat(sum).isCloseTo(1, within(1e-9));
    assertThat(file.summary(Method.COMMUNITY)).containsKey("modularity");
  }

  @Test
  void takesWhatAReaderGives() {
    GraphTable table =
        new GraphTable(
            new String[] {"a", "b"},
            new int[] {0, 1},
            new int[] {1, 0},
            new double[] {2, 3},
            new boolean[2],
            true,
            true,
            List.of());
    FileMeasures oneWay =
        FileMeasures.of(table, true, true).with(Method.DEGREE, 1, Progress.silent());
    assertThat(oneWay.values(Method.DEGREE)).containsExactly(2, 2);
    assertThat(oneWay.ties()).isEqualTo(2);
    FileMeasures joined =
        FileMeasures.of(table, false, false).with(Method.DEGREE, 1, Progress.silent());
    assertThat(joined.values(Method.DEGREE)).containsExactly(1, 1);
    assertThat(joined.merged()).isEqualTo(1);
  }

  @Test
  void tiesThatRunBothWaysAreOneArcEachWay() {
    GraphTable table =
        new GraphTable(
            new String[] {"a", "b", "c"},
            new int[] {0, 2, 1},
            new int[] {1, 1, 1},
            new double[] {2, 3, 1},
            new boolean[] {true, true, true},
            false,
            false,
            List.of());
    FileMeasures arcs =
        FileMeasures.of(table, true, true)
            .with(Method.BETWEENNESS, 1, Progress.silent())
            .with(Method.PAGERANK, 1, Progress.silent());
    assertThat(arcs.ties()).isEqualTo(4);
    assertThat(arcs.merged()).isZero();
    assertThat(arcs.loops()).isEqualTo(1);
    assertThat(arcs.values(Method.BETWEENNESS)).containsExactly(0, 2, 0);
    assertThat(FileMeasures.of(table, false, true).ties()).isEqualTo(2);
  }

  @Test
  void labelsCannotSteerTheTerminal() {
    FileMeasures file =
        FileMeasures.of(
            new FileMeasures.Drawn(
                List.of(
                    "a\u001b]0;x\u0007", "b\u202egnp\u2066", "c\u009b1m\u007f", "d\u0645\u200d"),
                new int[0],
                new int[0],
                null,
                false));
    assertThat(file.tsv())
        .isEqualTo(
            "node\na\\u001b]0;x\\u0007\nb\\u202egnp\\u2066\nc\\u009b1m\\u007f\nd\u0645\u200d\n");
  }

  @Test
  void methodsAreReadAsPeopleWriteThem() {
    assertThat(Method.parse(" pagerank")).isEqualTo(Method.PAGERANK);
    assertThat(Method.parse("Component")).isEqualTo(Method.COMPONENTS);
    assertThatThrownBy(() -> Method.parse("importance"))
        .isInstanceOfSatisfying(
            BadMeasuring.class,
            e -> {
              assertThat(e.code()).isEqualTo("SX-NETWORK-METHOD");
              assertThat(e.cure()).contains("kcore");
            });
  }

  @Test
  void weightsMustBeAboveZero() {
    FileMeasures.Drawn bad =
        new FileMeasures.Drawn(
            List.of("a", "b"), new int[] {0}, new int[] {1}, new double[] {0}, true);
    assertThatThrownBy(() -> FileMeasures.of(bad))
        .isInstanceOfSatisfying(
            BadMeasuring.class,
            e -> {
              assertThat(e.code()).isEqualTo("SX-NETWORK-GRAPH");
              assertThat(e.value()).contains("0.0");
            });
  }

  @Test
  void interruptionIsAFaultWithACure() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(
              () -> FileMeasures.of(BRIDGE).with(Method.BETWEENNESS, 1, Progress.silent()))
          .isInstanceOfSatisfying(
              BadMeasuring.class, e -> assertThat(e.code()).isEqualTo("SX-NETWORK-STOPPED"));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void everyMethodHasACardThatSaysWhatMissingTiesDo() {
    for (Method method : Method.values()) {
      assertThat(method.card()).contains("When ties are missing: ").contains("not suspicion");
      assertThat(method.card().toLowerCase(java.util.Locale.ROOT)).doesNotContain("leader");
    }
  }
}
