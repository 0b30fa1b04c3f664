package dev.sextant.kernels.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Leiden;
import dev.sextant.kernels.Partition;
import dev.sextant.kernels.Peers;
import dev.sextant.kernels.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Compares with Debian's python3-networkx and python3-igraph, where they are installed. */
class GroupPeerTest {
  /**
   * Reads graphs: "directed nodes edges", a label for each node, another for each node, edges "u v
   * w". Prints for each graph the same lines as {@link #ours}.
   */
  private static final String SCRIPT =
      """
      import sys, networkx as nx, igraph as ig
      def num(x): return 'nan' if x != x else repr(float(x))
      def guarded(f):
          try: return num(f())
          except ZeroDivisionError: return 'nan'
      while True:
          head = sys.stdin.readline().split()
          if not head: break
          directed, n, m = map(int, head)
          a = list(map(int, sys.stdin.readline().split())); b = list(map(int, sys.stdin.readline().split()))
          edges = []; weights = []
          for _ in range(m):
              u, v, w = sys.stdin.readline().split()
              edges.append((int(u), int(v))); weights.append(float(w))
          g = ig.Graph(n=n, edges=edges, directed=bool(directed))
          plain = nx.Graph(); plain.add_nodes_from(range(n))
          plain.add_edges_from((u, v) for u, v in edges if u != v)
          print(num(g.modularity(a, weights=weights, directed=bool(directed))) if m else '0.0')
          print(num(ig.GraphBase.modularity(g, b, weights=weights, directed=bool(directed), resolution=1.5)) if m else '0.0')
          print(num(ig.compare_communities(a, b, method='adjusted_rand')) if n > 1 else '1.0')
          print(num(ig.compare_communities(a, b, method='nmi')) if n > 1 else '1.0')
          print(guarded(lambda: g.assortativity_nominal(a, directed=bool(directed))) if m else 'nan')
          print(guarded(lambda: g.assortativity_degree(directed=bool(directed))) if m else 'nan')
          print(';'.join(','.join(map(str, c)) for c in sorted(sorted(c) for c in nx.find_cliques(plain))))
          for k in range(2, 7):
              t = nx.k_truss(plain, k)
              print(';'.join('%d,%d' % e for e in sorted(tuple(sorted(e)) for e in t.edges())))
      """;

  @BeforeEach
  void peersAreInstalled() throws IOException, InterruptedException {
    Peers.assumeThere("networkx, igraph");
  }

  private record Case(Csr graph, Partition one, Partition other) {}

  @Test
  void agree() throws IOException, InterruptedException {
    List<Case> cases = new ArrayList<>();
    for (long seed = 0; seed < 200; seed++) {
      Csr graph = Samples.any(seed, 24);
      Partition one = Leiden.modularity(1, seed).compute(graph, Progress.silent()).communities();
      int[] labels = new int[graph.nodes()];
      Random random = new Random(seed);
      Arrays.setAll(labels, v -> random.nextInt(Math.min(4, labels.length)));
      cases.add(new Case(graph, one, Partition.ofLabels(labels)));
    }
    List<String> theirs = ask(cases);
    List<String> ours = new ArrayList<>();
    cases.forEach(c -> ours(c, ours));
    assertThat(theirs).hasSameSizeAs(ours);
    for (int i = 0; i < ours.size(); i++) {
      String place = "graph " + i / 12 + ", line " + i % 12;
      boolean number = i % 12 < 6;
      if (!number) {
        assertThat(ours.get(i)).as(place).isEqualTo(theirs.get(i));
      } else {
        double mine = Double.parseDouble(ours.get(i).replace("nan", "NaN"));
        double its = Double.parseDouble(theirs.get(i).replace("nan", "NaN"));
        // What is 0/0 they leave open, and may give as anything.
        if (!Double.isNaN(mine) && !Double.isNaN(its)) {
          assertThat(mine).as(place).isCloseTo(its, within(1e-9));
        }
      }
    }
  }

  private static void ours(Case c, List<String> out) {
    Csr graph = c.graph;
    out.add("" + Mixing.modularity(graph, c.one, 1));
    out.add("" + Mixing.modularity(graph, c.other, 1.5));
    out.add("" + GroupComparison.adjustedRand(c.one, c.other));
    out.add("" + GroupComparison.mutualInformation(c.one, c.other));
    out.add("" + Mixing.assortativity(graph.unweighted(), c.one));
    out.add("" + Mixing.degreeAssortativity(graph));
    List<String> cliques = new ArrayList<>();
    List<int[]> sets =
        new ArrayList<>(Cliques.maximal(1).compute(graph, Progress.silent()).cliques());
    sets.sort(Arrays::compare);
    for (int[] set : sets) {
      cliques.add(Arrays.stream(set).mapToObj(Integer::toString).collect(Collectors.joining(",")));
    }
    out.add(String.join(";", cliques));
    Truss.Result truss = Truss.peeling().compute(graph, Progress.silent());
    for (int k = 2; k < 7; k++) {
      List<String> edges = new ArrayList<>();
      for (int e = 0; e < truss.edges(); e++) {
        if (truss.truss(e) >= k) {
          edges.add(truss.lower(e) + "," + truss.higher(e));
        }
      }
      out.add(String.join(";", edges));
    }
  }

  private static List<String> ask(List<Case> cases) throws IOException, InterruptedException {
    StringBuilder input = new StringBuilder();
    for (Case c : cases) {
      StringBuilder edges = new StringBuilder();
      int count = 0;
      Csr graph = c.graph;
      for (int v = 0; v < graph.nodes(); v++) {
        for (int a = graph.first(v); a < graph.end(v); a++) {
          if (graph.directed() || graph.target(a) >= v) {
            count++;
            edges.append(v).append(' ').append(graph.target(a)).append(' ').append(graph.weight(a));
            edges.append('\n');
          }
        }
      }
      input.append(graph.directed() ? "1 " : "0 ").append(graph.nodes()).append(' ').append(count);
      input.append('\n').append(labels(c.one)).append('\n').append(labels(c.other)).append('\n');
      input.append(edges);
    }
    return Peers.lines(SCRIPT, input);
  }

  private static String labels(Partition groups) {
    StringBuilder labels = new StringBuilder();
    for (int v = 0; v < groups.nodes(); v++) {
      labels.append(groups.groupOf(v)).append(' ');
    }
    return labels.toString();
  }
}
