package dev.sextant.kernels.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Cancelled;
import dev.sextant.kernels.Closeness;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Progress;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HyperBallTest {
  private static Csr random(long seed, int nodes, int edges, boolean directed) {
    Random random = new Random(seed);
    CsrBuilder builder =
        directed
            ? CsrBuilder.directed(nodes, CsrBuilder.Loops.DROP)
            : CsrBuilder.undirected(nodes, CsrBuilder.Loops.DROP);
    for (int i = 0; i < edges; i++) {
      builder.edge(random.nextInt(nodes), random.nextInt(nodes));
    }
    return builder.build().graph();
  }

  @Test
  void isNearTheExactOneWithinItsError() {
    for (boolean directed : new boolean[] {false, true}) {
      Csr graph = random(5, 800, 2400, directed);
      Closeness.Result exact =
          Closeness.byHops(Closeness.Towards.OTHERS).compute(graph, Progress.silent());
      HyperBall.Result ball = HyperBall.withRegisters(12, 3).compute(graph, Progress.silent());
      double error = 0;
      for (int v = 0; v < graph.nodes(); v++) {
        double wanted = exact.harmonic(v);
        double off = Math.abs(ball.harmonic(v) - wanted);
        assertThat(off).as("node " + v).isLessThan(0.08 * Math.max(wanted, 1)); // 5 deviations
        error += off / Math.max(wanted, 1) / graph.nodes();
      }
      assertThat(error).isLessThan(0.0163); // one deviation of 2^12 registers
    }
  }

  @Test
  void smallSetsAreCountedNearlyExactly() {
    CsrBuilder chain = CsrBuilder.undirected(6, CsrBuilder.Loops.DROP);
    for (int i = 0; i < 4; i++) {
      chain.edge(i, i + 1);
    }
    HyperBall.Result ball =
        HyperBall.withRegisters(14, 1).compute(chain.build().graph(), Progress.silent());
    assertThat(ball.harmonic(0)).isBetween(2.07, 2.09); // 1 + 1/2 + 1/3 + 1/4
    assertThat(ball.harmonic(2)).isBetween(2.99, 3.01);
    assertThat(ball.harmonic(5)).isZero();
    assertThat(ball.reached(5)).isBetween(0.99, 1.01);
    assertThat(ball.farthest()).isEqualTo(4);
  }

  @Test
  void theSameSeedGivesTheSameBytes() {
    Csr graph = random(8, 300, 700, false);
    double[] one = HyperBall.withRegisters(6, 42).compute(graph, Progress.silent()).harmonic();
    double[] two = HyperBall.withRegisters(6, 42).compute(graph, Progress.silent()).harmonic();
    double[] other = HyperBall.withRegisters(6, 43).compute(graph, Progress.silent()).harmonic();
    assertThat(one).isEqualTo(two).isNotEqualTo(other);
  }

  @Test
  void unionDoesNotDependOnOrder() {
    Registers registers = new Registers(7, 1);
    byte[] three = new byte[3 * registers.width()];
    for (int thing = 0; thing < 3000; thing++) {
      registers.add(three, (thing % 2) * registers.width(), thing);
      registers.add(three, 2 * registers.width(), thing);
    }
    assertThat(registers.union(three, 0, three, registers.width())).isTrue();
    assertThat(registers.union(three, 0, three, registers.width())).isFalse();
    assertThat(registers.size(three, 0)).isEqualTo(registers.size(three, 2 * registers.width()));
    assertThat(registers.size(three, 0)).isBetween(2400.0, 3600.0);
  }

  @Test
  void refusesAndStops() {
    assertThatThrownBy(() -> HyperBall.withRegisters(3, 1)).isInstanceOf(BadGraph.class);
    Csr many = CsrBuilder.undirected(40_000, CsrBuilder.Loops.DROP).build().graph();
    HyperBall large = HyperBall.withRegisters(16, 1);
    assertThatThrownBy(() -> large.compute(many, Progress.silent()))
        .isInstanceOf(BadGraph.class)
        .hasMessageContaining("fewer registers");
    HyperBall small = HyperBall.withRegisters(4, 1);
    assertThatThrownBy(() -> small.compute(many, (done, total) -> false))
        .isInstanceOf(Cancelled.class);
    Csr nobody = CsrBuilder.undirected(0, CsrBuilder.Loops.DROP).build().graph();
    assertThat(small.compute(nobody, Progress.silent()).harmonic()).isEmpty();
  }
}
