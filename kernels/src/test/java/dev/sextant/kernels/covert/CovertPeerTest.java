package dev.sextant.kernels.covert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Peers;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.SplitMix;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Compares with Debian's python3-networkx, where it is installed. */
class CovertPeerTest {
  private static final Progress SILENT = Progress.silent();

  /** Prints three lines of scores by node and a fourth of the whole. */
  private static final String TABLE =
      """
      import sys, networkx as nx
      from networkx.algorithms import bipartite as b
      n, persons = map(int, sys.stdin.readline().split())
      g = nx.Graph(); g.add_nodes_from(range(n))
      g.add_edges_from(tuple(map(int, line.split())) for line in sys.stdin)
      top = list(range(persons))
      def show(d): print(*[d[v] for v in range(n)])
      show(b.degree_centrality(g, top)); show(b.closeness_centrality(g, top))
      show(b.betweenness_centrality(g, top)); show(b.clustering(g))
      r = b.node_redundancy(g, [v for v in g if len(g[v]) > 1])
      print(*[r.get(v, 'nan') for v in range(n)])
      print(b.robins_alexander_clustering(g))
      """;

  private static final String TIES =
      """
      import sys, networkx as nx
      n, directed = map(int, sys.stdin.readline().split())
      g = nx.DiGraph() if directed else nx.Graph(); g.add_nodes_from(range(n))
      g.add_edges_from(tuple(map(int, line.split())) for line in sys.stdin)
      if directed:
          print(*[nx.local_reaching_centrality(g, v) for v in range(n)])
          print(nx.global_reaching_centrality(g)); print(nx.flow_hierarchy(g))
      else:
          pairs = [(u, v) for u in range(n) for v in range(u + 1, n) if not g.has_edge(u, v)]
          for f in (nx.jaccard_coefficient, nx.adamic_adar_index, nx.resource_allocation_index,
                    nx.preferential_attachment):
              print(*[p for u, v, p in f(g, pairs)])
      """;

  @BeforeEach
  void networkxIsInstalled() throws IOException, InterruptedException {
    Peers.assumeThere("networkx");
  }

  private static double[][] ask(String script, String head, Csr graph)
      throws IOException, InterruptedException {
    StringBuilder input = new StringBuilder(head).append('\n');
    for (int v = 0; v < graph.nodes(); v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        if (graph.directed() || v < graph.target(a)) {
          input.append(v).append(' ').append(graph.target(a)).append('\n');
        }
      }
    }
    List<String> lines = Peers.lines(script, input);
    double[][] numbers = new double[lines.size()][];
    for (int i = 0; i < numbers.length; i++) {
      String[] words = lines.get(i).split(" ");
      numbers[i] = new double[words.length];
      for (int j = 0; j < words.length; j++) {
        numbers[i][j] = words[j].equals("nan") ? Double.NaN : Double.parseDouble(words[j]);
      }
    }
    return numbers;
  }

  private static void same(double[] ours, double[] theirs, String what) {
    assertThat(ours).as(what).hasSize(theirs.length);
    for (int v = 0; v < ours.length; v++) {
      if (Double.isNaN(theirs[v])) {
        assertThat(ours[v]).as(what).isNaN();
      } else {
        assertThat(ours[v]).as("%s of node %d", what, v).isCloseTo(theirs[v], within(1e-9));
      }
    }
  }

  @Test
  void personsAndEvents() throws IOException, InterruptedException {
    for (int seed = 0; seed < 4; seed++) {
      SplitMix random = new SplitMix(seed);
      int persons = 18 + seed;
      int events = 9;
      CsrBuilder builder = CsrBuilder.undirected(persons + events, CsrBuilder.Loops.DROP);
      for (int i = 0; i < 30 + 15 * seed; i++) {
        builder.edge(random.below(persons), persons + random.below(events));
      }
      Csr graph = builder.build().graph();
      double[][] theirs = ask(TABLE, graph.nodes() + " " + persons, graph);
      TwoMode table = TwoMode.of(graph, persons);
      TwoMode.Centralities ours = table.centralities(1, SILENT);
      TwoMode.Clustering clustering = table.clustering(SILENT);
      same(ours.degree(), theirs[0], "degree");
      same(ours.closeness(), theirs[1], "closeness");
      same(ours.betweenness(), theirs[2], "betweenness");
      same(clustering.local(), theirs[3], "clustering");
      same(clustering.redundancy(), theirs[4], "redundancy");
      assertThat(clustering.closed()).isCloseTo(theirs[5][0], within(1e-12));
    }
  }

  @Test
  void scoresAndReach() throws IOException, InterruptedException {
    for (int seed = 0; seed < 4; seed++) {
      Csr arcs = Samples.random(seed, 40, 60, true, false);
      double[][] theirs = ask(TIES, "40 1", arcs);
      Reaching.Result reach = Reaching.byHops(1).compute(arcs, SILENT);
      same(reach.local(), theirs[0], "reaching");
      assertThat(reach.global()).isCloseTo(theirs[1][0], within(1e-12));
      assertThat(reach.flow()).isCloseTo(theirs[2][0], within(1e-12));
      CsrBuilder builder = CsrBuilder.undirected(40, CsrBuilder.Loops.DROP);
      SplitMix random = new SplitMix(seed);
      for (int i = 0; i < 90; i++) {
        builder.edge(random.below(40), random.below(40));
      }
      Csr ties = builder.build().graph();
      double[][] scores = ask(TIES, "40 0", ties);
      LinkScore.Kind[] kinds = {
        LinkScore.Kind.JACCARD,
        LinkScore.Kind.ADAMIC_ADAR,
        LinkScore.Kind.RESOURCE_ALLOCATION,
        LinkScore.Kind.PREFERENTIAL_ATTACHMENT
      };
      for (int k = 0; k < kinds.length; k++) {
        LinkRows rows = new LinkRows(ties, LinkScore.usual(kinds[k]), 0);
        int at = 0;
        for (int u = 0; u < 40; u++) {
          rows.compute(u);
          for (int v = u + 1; v < 40; v++) {
            if (ties.arc(u, v) < 0) {
              assertThat(rows.row[v])
                  .as("%s of %d-%d", kinds[k], u, v)
                  .isCloseTo(scores[k][at++], within(1e-9));
            }
          }
        }
      }
    }
  }
}
