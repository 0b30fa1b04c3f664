package dev.sextant.kernels.centrality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.kernels.Answer;
import dev.sextant.kernels.Betweenness;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.EdgeBetweenness;
import dev.sextant.kernels.NamedMeasure;
import dev.sextant.kernels.PageRank;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.StructuralHoles;
import dev.sextant.kernels.path.Diameter;
import dev.sextant.kernels.path.DisjointPaths;
import dev.sextant.kernels.path.HopPlot;
import dev.sextant.kernels.path.LocalBridges;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Values of 200 random graphs against Debian's python3-igraph and python3-networkx, where they are
 * installed: equal within 1e-9 of the larger, or of 1 where values are near 0.
 */
class PeerTest {
  private static final String PYTHON = "/usr/bin/python3";
  private static final int GRAPHS = 200;
  private static final Progress SILENT = Progress.silent();

  /** Reads graphs "g directed nodes" and edges "u v w"; prints "g number", then "name values". */
  private static final String SCRIPT =
      """
      import sys, math, warnings
      import networkx as nx, igraph as ig
      warnings.simplefilter('ignore')
      def say(name, values):
          print(name, *[repr(float(x)) for x in values])
      def measure(number, directed, n, edges):
          print('g', number)
          g = nx.DiGraph() if directed else nx.Graph()
          g.add_nodes_from(range(n))
          for u, v, w in edges: g.add_edge(u, v, weight=w)
          i = ig.Graph(n=n, edges=[(u, v) for u, v, w in edges], directed=directed)
          w = [x[2] for x in edges]; i.es['weight'] = w
          say('between-lengths', i.betweenness(directed=directed, weights=w))
          say('edge-hops', i.edge_betweenness(directed=directed))
          say('edge-lengths', i.edge_betweenness(directed=directed, weights=w))
          say('constraint', i.constraint())
          say('constraint-weights', i.constraint(weights=w))
          try:
              say('assortativity', [i.assortativity_degree(directed)])
          except Exception: pass
          say('diameter', [i.diameter(directed=directed), i.diameter(directed=directed, weights=w)])
          h = i.path_length_hist(directed=directed)
          say('hops', [x[2] * (1 if directed else 2) for x in h.bins()])
          say('hubs', i.hub_score(weights=w, scale=True)); say('authorities', i.authority_score(weights=w, scale=True))
          if (i.is_connected('strong') if directed else i.is_connected()) and n > 2:
              say('eigenvector', i.eigenvector_centrality(directed=directed, weights=w, scale=True))
          if directed:
              say('triads', list(nx.triadic_census(g).values()))
              t = i.triad_census(); say('triads-igraph', [0 if math.isnan(x) else x for x in t])
              say('reciprocity', [i.reciprocity()] if edges else [float('nan')])
              say('pagerank-reverse', nx.pagerank(g.reverse(), tol=1e-14, max_iter=5000).values())
          say('dyads', i.dyad_census())
          p = {v: (1 if v in (0, 1) else 0) for v in range(n)}
          say('personal', nx.pagerank(g, personalization=p, tol=1e-14, max_iter=5000).values())
          states = {v: (v % 5) / 4 for v in range(n)}
          if n > 3 and sum(states.values()) > 1:
              say('percolation', nx.percolation_centrality(g, states=states, weight='weight').values())
          say('load', nx.load_centrality(g, normalized=False).values())
          if n > 3:
              C = [0, 1]
              say('group-between', [nx.group_betweenness_centrality(g, C, normalized=False, endpoints=False)])
              say('group-degree', [nx.group_out_degree_centrality(g, C) if directed else nx.group_degree_centrality(g, C)])
          try:
              k = 0.5 / max(1e-9, max(abs(nx.adjacency_spectrum(g))))
              if k < 1e6: say('katz', [k] + list(nx.katz_centrality_numpy(g, alpha=k, beta=1.0, normalized=False, weight='weight').values()))
          except Exception: pass
          say('flow', [i.vertex_disjoint_paths(0, n - 1, checks=False, neighbors='ignore') if False else len(list(nx.edge_disjoint_paths(g, 0, n - 1))) if nx.has_path(g, 0, n - 1) else 0])
          if not directed:
              say('subgraph', nx.subgraph_centrality(g).values())
              say('rich', nx.rich_club_coefficient(g, normalized=False).values())
              try: say('spans', [min(x, 1e9) for u, v, x in sorted((min(u, v), max(u, v), x) for u, v, x in nx.local_bridges(g))])
              except Exception: pass
              if n > 2 and nx.is_connected(g):
                  say('flow-between', nx.current_flow_betweenness_centrality(g, normalized=True, weight='weight').values())
                  say('flow-close', nx.current_flow_closeness_centrality(g, weight='weight').values())
          sys.stdout.flush()
      graphs = []
      for line in sys.stdin:
          f = line.split()
          if f[0] == 'g': graphs.append((f[1] == '1', int(f[2]), []))
          else: graphs[-1][2].append((int(f[0]), int(f[1]), float(f[2])))
      for number, (d, n, e) in enumerate(graphs): measure(number, d, n, e)
      """;

  private static Csr graph(int number) {
    SplittableRandom random = new SplittableRandom(31_000L + number);
    int n = 3 + random.nextInt(number % 10 == 0 ? 60 : 25);
    boolean directed = number % 2 == 0;
    CsrBuilder builder =
        directed
            ? CsrBuilder.directed(n, CsrBuilder.Loops.DROP)
            : CsrBuilder.undirected(n, CsrBuilder.Loops.DROP);
    int edges = 2 + random.nextInt(4 * n);
    for (int e = 0; e < edges; e++) {
      double x = random.nextDouble();
      builder.edge((int) (x * x * n), random.nextInt(n), 0.5 * (1 + random.nextInt(8)));
    }
    if (number % 3 == 0) {
      for (int v = 0; v < n; v++) {
        builder.edge(v, (v + 1) % n, 1);
      }
    }
    return builder.build().graph();
  }

  private static Map<String, double[]> ours(Csr graph) {
    Csr plain = graph.unweighted();
    boolean directed = graph.directed();
    int n = graph.nodes();
    Map<String, double[]> m = new HashMap<>();
    m.put("between-lengths", Betweenness.byLengths(2).compute(graph, SILENT).scores());
    m.put("edge-hops", EdgeBetweenness.byHops(1).compute(graph, SILENT).scores());
    m.put("edge-lengths", EdgeBetweenness.byLengths(2).compute(graph, SILENT).scores());
    m.put("constraint", StructuralHoles.byWeights().compute(plain, SILENT).constraints());
    m.put("constraint-weights", StructuralHoles.byWeights().compute(graph, SILENT).constraints());
    m.put("assortativity", new double[] {Mixing.byDegree().compute(graph, SILENT)});
    m.put(
        "diameter",
        new double[] {
          Diameter.byHops().compute(graph, SILENT).length(),
          Diameter.byLengths().compute(graph, SILENT).length()
        });
    HopPlot.Result plot = HopPlot.exact().compute(graph, SILENT);
    double[] hops = new double[plot.farthest()];
    Arrays.setAll(hops, d -> plot.pairs(d + 1));
    m.put("hops", hops);
    HubsAuthorities.Result hits = HubsAuthorities.principal().compute(graph, SILENT);
    m.put("hubs", hits.hubs());
    m.put("authorities", hits.authorities());
    m.put("eigenvector", Eigenvector.principal().compute(graph, SILENT).scores());
    Census.Result census = Census.counted().compute(graph, SILENT);
    double[] triads = Arrays.stream(census.triads()).mapToDouble(x -> x).toArray();
    m.put("triads", triads);
    m.put("triads-igraph", igraphs(triads));
    m.put("reciprocity", new double[] {census.reciprocity()});
    m.put("pagerank-reverse", PageRank.standard().compute(graph.reverse(), SILENT).scores());
    m.put("dyads", new double[] {census.mutual(), census.asymmetric(), census.empty()});
    int[] homes = {0, 1};
    m.put("personal", PersonalPageRank.power(homes, 0.85, 1e-13).compute(graph, SILENT).scores());
    double[] states = new double[n];
    Arrays.setAll(states, v -> v % 5 / 4.0);
    double[] percolation = Passing.percolation(states).compute(graph, SILENT);
    m.put("percolation", percolation);
    m.put("load", Passing.load().compute(plain, SILENT));
    GroupCentrality.Result group = GroupCentrality.of(0, 1).compute(plain, SILENT);
    m.put("group-between", new double[] {group.betweenness()});
    m.put("group-degree", new double[] {group.normalisedDegree()});
    m.put("flow", new double[] {DisjointPaths.byEdges(0, n - 1).compute(graph, SILENT).count()});
    if (!directed) {
      m.put("subgraph", SubgraphCentrality.closedWalks().compute(plain, SILENT).scores());
      m.put("rich", RichClub.counted().compute(graph, SILENT));
      LocalBridges.Result spans = LocalBridges.spans().compute(graph, SILENT);
      m.put(
          "spans",
          Arrays.stream(spans.span()).filter(x -> x > 2).map(x -> Math.min(x, 1e9)).toArray());
      CurrentFlow.Result flow = CurrentFlow.exact().compute(graph, SILENT);
      double pairs = (n - 1.0) * (n - 2.0) / 2;
      m.put("flow-between", Arrays.stream(flow.betweenness()).map(x -> x / pairs).toArray());
      m.put("flow-close", Arrays.stream(flow.closeness()).map(x -> x / (n - 1)).toArray());
    }
    return m;
  }

  /* igraph puts the kinds in another order and leaves out nothing else. */
  private static double[] igraphs(double[] t) {
    List<String> order =
        List.of(
            "003", "012", "102", "021D", "021U", "021C", "111D", "111U", "030T", "030C", "201",
            "120D", "120U", "120C", "210", "300");
    return order.stream().mapToDouble(k -> t[Census.KINDS.indexOf(k)]).toArray();
  }

  @Test
  void equalToPeers() throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of(PYTHON)) && run("import networkx, igraph", "").isPresent(),
        "skipped: no igraph and networkx (apt-get install python3-igraph python3-networkx)");
    StringBuilder input = new StringBuilder();
    List<Csr> graphs = new ArrayList<>();
    for (int i = 0; i < GRAPHS; i++) {
      Csr graph = graph(i);
      graphs.add(graph);
      input.append("g ").append(graph.directed() ? 1 : 0).append(' ').append(graph.nodes());
      input.append('\n');
      for (int v = 0; v < graph.nodes(); v++) {
        for (int a = graph.first(v); a < graph.end(v); a++) {
          if (graph.directed() || graph.target(a) >= v) {
            input.append(v + " " + graph.target(a) + " " + graph.weight(a) + "\n");
          }
        }
      }
    }
    Map<String, double[]> own = Map.of();
    Map<String, Integer> compared = new LinkedHashMap<>();
    List<String> apart = new ArrayList<>();
    int number = -1;
    for (String line : run(SCRIPT, input.toString()).orElseThrow()) {
      String[] fields = line.split(" ");
      if (fields[0].equals("g")) {
        number = Integer.parseInt(fields[1]);
        own = ours(graphs.get(number));
        continue;
      }
      double[] theirs = Arrays.stream(fields).skip(1).mapToDouble(PeerTest::number).toArray();
      double[] mine = own.get(fields[0]);
      if (fields[0].equals("katz")) {
        mine = Katz.of(theirs[0]).compute(graphs.get(number), SILENT).scores();
        theirs = Arrays.copyOfRange(theirs, 1, theirs.length);
      }
      String difference = difference(mine, theirs);
      compared.merge(fields[0], 1, Integer::sum);
      if (!difference.isEmpty()) {
        apart.add("graph " + number + " " + graphs.get(number) + " " + fields[0] + difference);
      }
    }
    assertThat(number).isEqualTo(GRAPHS - 1);
    assertThat(compared).hasSizeGreaterThanOrEqualTo(28);
    assertThat(apart).isEmpty();
  }

  private static double number(String text) {
    return text.equals("nan")
        ? Double.NaN
        : text.equals("inf") ? 1 / 0.0 : Double.parseDouble(text);
  }

  private static String difference(double[] mine, double[] theirs) {
    if (mine == null || mine.length != theirs.length) {
      return ": " + Arrays.toString(mine) + " for " + Arrays.toString(theirs);
    }
    for (int i = 0; i < mine.length; i++) {
      double scale = Math.max(1, Math.abs(theirs[i]));
      boolean alike = Double.isNaN(mine[i]) && Double.isNaN(theirs[i]);
      if (!alike && !(Math.abs(mine[i] - theirs[i]) <= 1e-9 * scale)) {
        return ": [" + i + "] " + mine[i] + " for " + theirs[i];
      }
    }
    return "";
  }

  private static java.util.Optional<List<String>> run(String script, String input)
      throws IOException, InterruptedException {
    Path in = Files.createTempFile("graphs", ".txt");
    Path out = Files.createTempFile("values", ".txt");
    try {
      Files.writeString(in, input, StandardCharsets.US_ASCII);
      Process process =
          new ProcessBuilder(PYTHON, "-c", script)
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      boolean ended = process.waitFor(300, TimeUnit.SECONDS);
      if (!ended) {
        process.destroy();
      }
      return ended && process.exitValue() == 0
          ? java.util.Optional.of(Files.readAllLines(out))
          : java.util.Optional.empty();
    } finally {
      Files.delete(in);
      Files.delete(out);
    }
  }

  @Test
  void everyNamedMeasureAnswers() {
    for (int i = 0; i < 12; i++) {
      Csr graph = graph(i);
      for (NamedMeasure measure : CentralityMeasures.all()) {
        for (boolean weighted : new boolean[] {false, true}) {
          NamedMeasure.Setting setting = new NamedMeasure.Setting(2, 7, weighted);
          Answer answer = measure.method().measure(graph, setting, SILENT);
          if (answer instanceof Answer.Scores scores) {
            assertThat(scores.values()).as(measure.name()).hasSize(graph.nodes());
          }
        }
      }
    }
  }
}
