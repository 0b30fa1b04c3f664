package dev.sextant.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Compares with Debian's python3-networkx, where it is installed. */
class NetworkxPeerTest {
  /** Reads "directed nodes" and edges "u v w"; prints one line a node. */
  private static final String SCRIPT =
      """
      import sys, networkx as nx
      head = sys.stdin.readline().split()
      g = nx.DiGraph() if head[0] == '1' else nx.Graph()
      g.add_nodes_from(range(int(head[1])))
      for line in sys.stdin:
          u, v, w = line.split()
          g.add_edge(int(u), int(v), weight=float(w))
      hops = nx.betweenness_centrality(g, normalized=False)
      lengths = nx.betweenness_centrality(g, normalized=True, weight='weight')
      rank = nx.pagerank(g, tol=1e-14, max_iter=2000)
      plain = nx.Graph(g); plain.remove_edges_from(list(nx.selfloop_edges(plain)))
      core = nx.core_number(plain)
      close = nx.closeness_centrality(g)
      harmonic = nx.harmonic_centrality(g, distance='weight')
      degree = dict(g.degree()); strength = dict(g.degree(weight='weight'))
      weak = nx.number_weakly_connected_components(g) if g.is_directed() else nx.number_connected_components(g)
      strong = nx.number_strongly_connected_components(g) if g.is_directed() else weak
      for v in range(int(head[1])):
          print(hops[v], lengths[v], rank[v], core[v], close[v], harmonic[v], degree[v], strength[v], weak, strong)
      """;

  @BeforeEach
  void networkxIsInstalled() throws IOException, InterruptedException {
    Peers.assumeThere("networkx");
  }

  @Test
  void karate() throws IOException, InterruptedException {
    compare(Examples.karate());
  }

  @Test
  void randomGraphs() throws IOException, InterruptedException {
    for (int i = 0; i < 6; i++) {
      long seed = 20_260_101L + i;
      Random random = new Random(seed);
      CsrBuilder builder =
          i % 2 == 0
              ? CsrBuilder.directed(80, CsrBuilder.Loops.KEEP)
              : CsrBuilder.undirected(80, CsrBuilder.Loops.KEEP);
      for (int e = 0; e < 60 + 60 * i; e++) {
        builder.edge(random.nextInt(80), random.nextInt(80), 1 + random.nextInt(5));
      }
      compare(builder.build().graph());
    }
  }

  private static void compare(Csr graph) throws IOException, InterruptedException {
    List<String> lines = ask(graph);
    assertThat(lines).hasSize(graph.nodes());
    Progress silent = Progress.silent();
    Betweenness.Result hops = Betweenness.byHops().compute(graph, silent);
    Betweenness.Result lengths = Betweenness.byLengths().compute(graph, silent);
    PageRank.Result rank = PageRank.standard().compute(graph, silent);
    KCore.Result core = KCore.peeling().compute(graph, silent);
    Closeness.Result close = Closeness.byHops(Closeness.Towards.NODE).compute(graph, silent);
    Closeness.Result far = Closeness.byLengths(Closeness.Towards.NODE).compute(graph, silent);
    Degree.Result degree = Degree.counted().compute(graph, silent);
    int weak = Components.weak().compute(graph, silent).groups();
    int strong = Components.strong().compute(graph, silent).groups();
    for (int v = 0; v < graph.nodes(); v++) {
      double[] ours = {
        hops.score(v),
        lengths.normalised(v),
        rank.score(v),
        core.coreness(v),
        close.corrected(v),
        far.harmonic(v),
        degree.total(v),
        degree.strength(v),
        weak,
        strong
      };
      String[] theirs = lines.get(v).split(" ");
      for (int i = 0; i < ours.length; i++) {
        assertThat(ours[i])
            .as("node %d, column %d of %s", v, i, graph)
            .isCloseTo(Double.parseDouble(theirs[i]), within(1e-9));
      }
    }
  }

  private static List<String> ask(Csr graph) throws IOException, InterruptedException {
    StringBuilder input = new StringBuilder();
    input.append(graph.directed() ? "1 " : "0 ").append(graph.nodes()).append('\n');
    for (int v = 0; v < graph.nodes(); v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        input.append(v).append(' ').append(graph.target(a)).append(' ').append(graph.weight(a));
        input.append('\n');
      }
    }
    return Peers.lines(SCRIPT, input);
  }
}
