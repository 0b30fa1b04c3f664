package dev.sextant.bench;

import dev.sextant.kernels.Betweenness;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Leiden;
import dev.sextant.kernels.PageRank;
import dev.sextant.kernels.Progress;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Kernels on seeded random graphs with ten edges a node. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class KernelsBench {
  /** Nodes. */
  @Param({"500", "2000"})
  public int nodes;

  private Csr graph = CsrBuilder.undirected(1, CsrBuilder.Loops.DROP).build().graph();

  /** Made by JMH. */
  public KernelsBench() {}

  /** Makes the graph, the same every time. */
  @Setup
  public void make() {
    Random random = new Random(20261122L + nodes);
    CsrBuilder builder = CsrBuilder.undirected(nodes, CsrBuilder.Loops.DROP);
    for (int edge = 0; edge < 5 * nodes; edge++) {
      builder.edge(random.nextInt(nodes), random.nextInt(nodes));
    }
    graph = builder.build().graph().unweighted();
  }

  /** Exact betweenness by hops. */
  @Benchmark
  public Object betweenness() {
    return Betweenness.byHops().compute(graph, Progress.silent());
  }

  /** PageRank to 1e-12. */
  @Benchmark
  public Object pageRank() {
    return PageRank.standard().compute(graph, Progress.silent());
  }

  /** Communities. */
  @Benchmark
  public Object leiden() {
    return Leiden.modularity(1.0, 1L).compute(graph, Progress.silent());
  }
}
