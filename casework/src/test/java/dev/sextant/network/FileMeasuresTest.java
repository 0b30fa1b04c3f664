package dev.sextant.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.NamedMeasure;
import dev.sextant.kernels.catalogue.Catalogue;
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

  private static FileMeasures measured(FileMeasures file, String... names) {
    return file.measure(new FileMeasures.Asked(List.of(names), null, 1, 1), Progress.silent());
  }

  @Test
  void intervalsFollowTheValues() {
    Uncertainty some = Uncertainty.parse("missing=0.2,replicas=60,top=2", 7);
    FileMeasures file =
        FileMeasures.of(BRIDGE)
            .measure(
                new FileMeasures.Asked(List.of("degree", "community", "overview"), some, 1, 2),
                Progress.silent());
    String[] lines = file.tsv().split("\n");
    assertThat(lines[0])
        .isEqualTo(
            "node\tdegree\tcommunity\tdegree.rank\tdegree.low\tdegree.high\tdegree.top2"
                + "\tcommunity.stability");
    assertThat(lines[3]).startsWith("c\t3\t").contains("\t1\t1\t");
    assertThat(file.tsv()).contains("\n\n# overview\nname\tvalue\tlow\thigh\nnodes\t5\t5\t5\n");
    assertThat(file.robustness()).hasSize(3);
    assertThat(file.robustness().getFirst()).contains("60 replicas", "0.2 of the true ties");
  }

  @Test
  void everythingMeansWhatTheSizeAllowsAndSaysWhatItLeftOut() {
    FileMeasures file = measured(FileMeasures.of(BRIDGE));
    assertThat(file.titles()).contains("degree", "harmonic", "overview", "blocks");
    assertThat(file.notInTable()).contains("overview", "blocks").doesNotContain("degree");
    assertThat(file.tsv().split("\n")).hasSize(6);
    // 300,000 nodes, each to be asked for its way to all others.
    Affordable large =
        new Affordable(CsrBuilder.undirected(300_000, CsrBuilder.Loops.DROP).build().graph());
    NamedMeasure betweenness = Catalogue.all().named("betweenness");
    assertThat(large.unasked(betweenness)).isFalse();
    assertThat(large.why(betweenness)).contains("45e9 steps");
    NamedMeasure degree = Catalogue.all().named("degree");
    assertThat(large.unasked(degree)).isTrue();
    assertThat(large.replicable(List.of(degree, betweenness))).containsExactly(degree);
  }

  @Test
  void uncertaintyIsReadAsPeopleWriteIt() {
    Uncertainty read = Uncertainty.parse("spurious=0.02, replicas=5,seed=9,model=degree", 1);
    assertThat(read).isEqualTo(new Uncertainty(0, "degree", 0.02, 0, 5, 9, 0.9, 10));
    assertThat(Uncertainty.parse("replicas=5", 3).missing()).isEqualTo(0.1);
    for (String wrong :
        List.of(
            "missing",
            "missing=1",
            "missing=a",
            "lost=0.1",
            "replicas=0",
            "model=odd",
            "seed=1,seed=2",
            "level=0")) {
      assertThatThrownBy(() -> Uncertainty.parse(wrong, 1))
          .isInstanceOfSatisfying(
              BadMeasuring.class,
              e -> assertThat(e.code()).as(wrong).isEqualTo("SX-NETWORK-UNCERTAINTY"));
    }
  }

  @Test
  void measuresAndPrints() {
    FileMeasures file =
        measured(
            FileMeasures.of(BRIDGE),
            "degree",
            "components",
            "betweenness",
            "pagerank",
            "kcore",
            "community");
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
    for (double share : file.values("pagerank")) {
      sum += share;
    }
    assertThat(sum).isCloseTo(1, within(1e-9));
    assertThat(file.summary("community")).containsKey("modularity");
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
    FileMeasures oneWay = measured(FileMeasures.of(table, true, true), "degree");
    assertThat(oneWay.values("degree")).containsExactly(2, 2);
    assertThat(oneWay.ties()).isEqualTo(2);
    FileMeasures joined = measured(FileMeasures.of(table, false, false), "degree");
    assertThat(joined.values("degree")).containsExactly(1, 1);
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
    FileMeasures arcs = measured(FileMeasures.of(table, true, false), "betweenness", "pagerank");
    assertThat(arcs.ties()).isEqualTo(4);
    assertThat(arcs.merged()).isZero();
    assertThat(arcs.loops()).isEqualTo(1);
    assertThat(arcs.values("betweenness")).containsExactly(0, 2, 0);
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
      assertThatThrownBy(() -> measured(FileMeasures.of(BRIDGE), "betweenness"))
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
