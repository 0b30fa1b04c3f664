package dev.sextant.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.kernels.RealNetworks.Network;
import dev.sextant.kernels.centrality.Census;
import dev.sextant.kernels.centrality.Eigenvector;
import dev.sextant.kernels.centrality.HubsAuthorities;
import dev.sextant.kernels.centrality.Mixing;
import dev.sextant.kernels.centrality.PersonalPageRank;
import dev.sextant.kernels.path.Diameter;
import dev.sextant.kernels.path.HopPlot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Compares with Debian's python3-igraph, where it is installed: whole numbers exactly, others
 * within 1e-9 of the larger.
 */
class IgraphPeerTest {
  private static final Progress SILENT = Progress.silent();
  private static final int SOURCES = 64;

  /** Whole numbers. */
  private static final Set<String> EXACT =
      Set.of(
          "edges",
          "degree",
          "coreness",
          "triangles",
          "cut",
          "bridges",
          "blocks",
          "weak",
          "strong",
          "hops",
          "spans",
          "eccentricity",
          "diameter",
          "dyads",
          "triads");

  /**
   * Differences that are none, however small the value: eigenvectors, whose largest entry is 1,
   * hold rounded sums where they should be 0, and so does a correlation; personalised PageRank adds
   * up to 1, and igraph's solver stops while scores are up to 1e-13 off, as their sums term by term
   * tell.
   */
  private static final Map<String, Double> ROUNDING =
      Map.of(
          "eigenvector",
          1e-12,
          "hubs",
          1e-12,
          "authorities",
          1e-12,
          "assortativity",
          1e-13,
          "personal",
          1e-12);

  /** Kinds of triads in igraph's order. */
  private static final List<String> TRIADS =
      List.of(
          "003", "012", "102", "021D", "021U", "021C", "111D", "111U", "030T", "030C", "201",
          "120D", "120U", "120C", "210", "300");

  /** Files beside the networks: prose, and tables of what people and codes are. */
  private static final Pattern NO_NETWORK =
      Pattern.compile(
          ".*(about|abstract|description)\\.txt|.*\\.bib|.*nodes[^/]*\\.csv|.*_attr[^/]*\\.csv"
              + "|.*zegota/[a-z_]+\\.csv|.*code_book\\.xlsx",
          Pattern.CASE_INSENSITIVE);

  /**
   * Reads graphs "g directed weighted nodes" and edges "u v w"; prints "g number" and "name
   * values". Distances to what is out of reach are -1.
   */
  private static final String SCRIPT =
      """
      import sys, math, warnings, igraph
      warnings.simplefilter('ignore')
      def say(name, values):
          print(name, *[repr(x) for x in values])
      def firsts(membership):
          first = {}
          return [first.setdefault(m, v) for v, m in enumerate(membership)]
      def measure(directed, weighted, n, edges, lengths):
          g = igraph.Graph(n=n, edges=edges, directed=directed)
          w = lengths if weighted else None
          say('edges', [g.ecount()])
          say('pagerank', g.pagerank(weights=w, implementation='prpack'))
          say('personal', g.personalized_pagerank(reset_vertices=[0, 1], weights=w, implementation='prpack'))
          say('betweenness', g.betweenness(directed=directed, weights=w))
          say('edge-betweenness', g.edge_betweenness(directed=directed, weights=w))
          say('constraint', g.constraint(weights=w))
          ways = (('out', ''), ('in', '-in')) if directed else (('all', ''),)
          for mode, name in ways:
              say('harmonic' + name, g.harmonic_centrality(mode=mode, normalized=False, weights=w))
              say('closeness' + name, g.closeness(mode=mode, normalized=True, weights=w))
              say('strength' + name, g.strength(mode=mode, weights=w))
          whole = g.is_connected(mode='strong') and n > 2
          if whole: say('eigenvector', g.eigenvector_centrality(directed=directed, weights=w, scale=True))
          # hubs to authorities: where that falls apart, the largest eigenvalue may have several vectors
          tied = edges if directed else edges + [(v, u) for u, v in edges]
          sides = igraph.Graph(n=2 * n, edges=[(u, n + v) for u, v in tied])
          if sum(size > 1 for size in sides.connected_components().sizes()) == 1:
              say('hubs', g.hub_score(weights=w, scale=True))
              say('authorities', g.authority_score(weights=w, scale=True))
          if weighted:
              say('longest', [g.diameter(directed=directed, weights=w)])
              return
          say('assortativity', [g.assortativity_degree(directed)])
          say('diameter', [g.diameter(directed=directed)])
          say('spans', [x[2] * (1 if directed else 2) for x in g.path_length_hist(directed=directed).bins()])
          for mode, name in ways:
              say('degree' + name, g.degree(mode=mode))
              say('eccentricity' + name, g.eccentricity(mode=mode))
          near = g.distances(source=range(min(64, n)), mode='out')
          say('hops', [-1 if math.isinf(x) else x for row in near for x in row])
          say('weak', firsts(g.connected_components(mode='weak').membership))
          if directed:
              say('strong', firsts(g.connected_components(mode='strong').membership))
              say('dyads', g.dyad_census())
              say('triads', [0 if math.isnan(x) else int(x) for x in g.triad_census()])
              say('reciprocity', [g.reciprocity()])
              return
          say('coreness', g.coreness())
          corners = [0] * n
          for three in g.list_triangles():
              for v in three: corners[v] += 1
          say('triangles', corners)
          say('clustering', g.transitivity_local_undirected(mode='zero'))
          say('transitivity', [g.transitivity_undirected(mode='zero')])
          cut = set(g.articulation_points())
          say('cut', [int(v in cut) for v in range(n)])
          say('bridges', [v for pair in sorted(sorted(edges[e]) for e in g.bridges()) for v in pair])
          say('blocks', sorted(g.biconnected_components().sizes()))
      graphs = []
      for line in sys.stdin:
          f = line.split()
          if f[0] == 'g': graphs.append((f[1] == '1', f[2] == '1', int(f[3]), [], []))
          else: graphs[-1][3].append((int(f[0]), int(f[1]))); graphs[-1][4].append(float(f[2]))
      for number, given in enumerate(graphs):
          print('g', number)
          measure(*given)
      """;

  @BeforeEach
  void igraphIsInstalled() throws IOException, InterruptedException {
    Peers.assumeThere("igraph");
  }

  @Test
  void twoHundredRandomGraphs() throws IOException, InterruptedException {
    List<Network> networks = new ArrayList<>();
    for (int seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int n = 3 + random.nextInt(90);
      CsrBuilder builder = CsrBuilder.undirected(n, CsrBuilder.Loops.DROP).edge(0, 1);
      CsrBuilder other = CsrBuilder.directed(n, CsrBuilder.Loops.DROP).edge(0, 1, 1);
      for (int i = random.nextInt(6 * n); i > 0; i--) {
        double x = random.nextDouble();
        int from = (int) (x * x * n);
        int to = random.nextInt(n);
        builder.edge(from, to);
        other.edge(from, to, 0.5 * (1 + i % 7));
      }
      networks.add(new Network("random-" + seed, builder.build().graph()));
      networks.add(new Network("random-arcs-" + seed, other.build().graph()));
    }
    compare(networks);
  }

  @Test
  void realCovertNetworks() throws IOException, InterruptedException {
    compareReal("networks-covert", 187);
  }

  @Test
  @Tag("heavy")
  void realSocialNetworks() throws IOException, InterruptedException {
    compareReal("networks-social", 9);
  }

  private static void compareReal(String name, int least) throws IOException, InterruptedException {
    String given = System.getenv("SEXTANT_DATA");
    Path folder = Path.of(given == null ? "../../shared/data" : given).resolve(name);
    Assumptions.assumeTrue(
        Files.isDirectory(folder), "skipped: no " + name + " below SEXTANT_DATA");
    RealNetworks real = new RealNetworks();
    real.read(folder);
    assertThat(real.passedOver).as("no networks").allMatch(NO_NETWORK.asMatchPredicate());
    assertThat(real.networks).as(name).hasSizeGreaterThanOrEqualTo(least);
    compare(real.networks);
  }

  /* Each network as a simple undirected graph, with its directions, and with its weights. */
  private static void compare(List<Network> networks) throws IOException, InterruptedException {
    Map<Csr, String> names = new LinkedHashMap<>();
    StringBuilder input = new StringBuilder();
    for (Network network : networks) {
      Csr given = network.graph();
      Csr plain = given.unweighted();
      for (Csr graph : List.of(plain.ignoringDirection(), plain, given)) {
        if (names.putIfAbsent(graph, network.name()) == null) {
          write(graph, input);
        }
      }
    }
    List<Csr> graphs = List.copyOf(names.keySet());
    Map<String, double[]> own = new HashMap<>();
    Set<String> compared = new HashSet<>();
    List<String> apart = new ArrayList<>();
    int number = -1;
    for (String line : Peers.lines(SCRIPT, input, Duration.ofMinutes(15))) {
      String[] fields = line.split(" ");
      if (fields[0].equals("g")) {
        number = Integer.parseInt(fields[1]);
        own = measured(graphs.get(number));
        continue;
      }
      double[] theirs = Arrays.stream(fields).skip(1).mapToDouble(IgraphPeerTest::number).toArray();
      double[] ours = own.getOrDefault(fields[0], new double[0]);
      String difference = difference(fields[0], ours, theirs);
      compared.add(fields[0]);
      if (!difference.isEmpty()) {
        Csr graph = graphs.get(number);
        apart.add(names.get(graph) + " " + graph + ", " + fields[0] + difference);
      }
    }
    assertThat(number).isEqualTo(graphs.size() - 1);
    assertThat(compared).hasSize(36);
    assertThat(apart).as("%d differences", apart.size()).isEmpty();
  }

  private static void write(Csr graph, StringBuilder input) {
    input.append("g ").append(graph.directed() ? 1 : 0).append(' ');
    input.append(graph.weighted() ? 1 : 0).append(' ').append(graph.nodes()).append('\n');
    for (int v = 0; v < graph.nodes(); v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        if (graph.directed() || graph.target(a) > v) {
          input.append(v).append(' ').append(graph.target(a)).append(' ');
          input.append(graph.weight(a)).append('\n');
        }
      }
    }
  }

  private static double number(String text) {
    return switch (text) {
      case "nan" -> Double.NaN;
      case "inf" -> Double.POSITIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  private static String difference(String name, double[] ours, double[] theirs) {
    if (ours.length != theirs.length) {
      return ": " + ours.length + " values for " + theirs.length;
    }
    double tolerance = EXACT.contains(name.replace("-in", "")) ? 0 : 1e-9;
    double least = ROUNDING.getOrDefault(name, 0.0);
    // igraph has no closeness where nobody else is within reach, and we 0
    boolean closeness = name.startsWith("closeness");
    for (int i = 0; i < ours.length; i++) {
      double most = Math.max(least, tolerance * Math.max(Math.abs(ours[i]), Math.abs(theirs[i])));
      boolean none = Double.isNaN(theirs[i]) && (closeness ? ours[i] == 0 : Double.isNaN(ours[i]));
      if (!none && !(Math.abs(ours[i] - theirs[i]) <= most)) {
        return ": [" + i + "] " + ours[i] + " for " + theirs[i];
      }
    }
    return "";
  }

  private static Map<String, double[]> measured(Csr graph) {
    int n = graph.nodes();
    boolean directed = graph.directed();
    boolean weighted = graph.weighted();
    Map<String, double[]> m = new HashMap<>();
    m.put("edges", new double[] {graph.edges()});
    m.put("pagerank", PageRank.standard().compute(graph, SILENT).scores());
    int[] homes = {0, 1};
    m.put("personal", PersonalPageRank.power(homes, 0.85, 1e-14).compute(graph, SILENT).scores());
    m.put("betweenness", Betweenness.byLengths().compute(graph, SILENT).scores());
    m.put("edge-betweenness", EdgeBetweenness.byLengths(1).compute(graph, SILENT).scores());
    StructuralHoles holes =
        directed || weighted ? StructuralHoles.byWeights() : StructuralHoles.byTies();
    m.put("constraint", holes.compute(graph, SILENT).constraints());
    Degree.Result degree = Degree.counted().compute(graph, SILENT);
    for (Closeness.Towards towards : Closeness.Towards.values()) {
      boolean out = towards == Closeness.Towards.OTHERS;
      String way = out ? "" : "-in";
      Closeness.Result close =
          (weighted ? Closeness.byLengths(towards) : Closeness.byHops(towards))
              .compute(graph, SILENT);
      m.put("harmonic" + way, column(n, close::harmonic));
      m.put("closeness" + way, column(n, close::classic));
      m.put("eccentricity" + way, column(n, close::farthest));
      m.put("strength" + way, column(n, out ? degree::outStrength : degree::inStrength));
      m.put("degree" + way, column(n, out ? degree::out : degree::in));
    }
    m.put("eigenvector", Eigenvector.principal().compute(graph, SILENT).scores());
    HubsAuthorities.Result hits = HubsAuthorities.principal().compute(graph, SILENT);
    m.put("hubs", hits.hubs());
    m.put("authorities", hits.authorities());
    if (weighted) {
      m.put("longest", new double[] {Diameter.byLengths().compute(graph, SILENT).length()});
      return m;
    }
    m.put("assortativity", new double[] {Mixing.byDegree().compute(graph, SILENT)});
    m.put("diameter", new double[] {Diameter.byHops().compute(graph, SILENT).length()});
    HopPlot.Result plot = HopPlot.exact().compute(graph, SILENT);
    m.put("spans", column(plot.farthest(), d -> plot.pairs(d + 1)));
    int[] sources = IntStream.range(0, Math.min(SOURCES, n)).toArray();
    HopDistances.Result hops = HopDistances.bitParallel().compute(graph, sources, SILENT);
    m.put("hops", column(sources.length * n, i -> hops.distance(i / n, i % n)));
    m.put("weak", firsts(Components.weak().compute(graph, SILENT), n));
    if (directed) {
      m.put("strong", firsts(Components.strong().compute(graph, SILENT), n));
      Census.Result census = Census.counted().compute(graph, SILENT);
      m.put("dyads", new double[] {census.mutual(), census.asymmetric(), census.empty()});
      m.put("triads", TRIADS.stream().mapToDouble(census::triads).toArray());
      m.put("reciprocity", new double[] {census.reciprocity()});
      return m;
    }
    m.put("coreness", column(n, KCore.peeling().compute(graph, SILENT)::coreness));
    Triangles.Result triangles = Triangles.listed().compute(graph, SILENT);
    m.put("triangles", column(n, triangles::of));
    m.put("clustering", column(n, triangles::clustering));
    m.put("transitivity", new double[] {triangles.transitivity()});
    Blocks.Result blocks = Blocks.biconnected().compute(graph, SILENT);
    m.put("cut", column(n, v -> blocks.articulation(v) ? 1 : 0));
    m.put("bridges", bridges(blocks));
    m.put("blocks", Arrays.stream(column(blocks.count(), blocks::size)).sorted().toArray());
    return m;
  }

  private static double[] bridges(Blocks.Result blocks) {
    List<int[]> pairs = new ArrayList<>();
    for (int b = 0; b < blocks.count(); b++) {
      if (blocks.bridge(b)) {
        int[] pair = blocks.members(b);
        Arrays.sort(pair);
        pairs.add(pair);
      }
    }
    pairs.sort(Arrays::compare);
    return pairs.stream().flatMapToInt(Arrays::stream).asDoubleStream().toArray();
  }

  /* The smallest member of everyone's group. */
  private static double[] firsts(Partition groups, int n) {
    Map<Integer, Integer> first = new HashMap<>();
    return column(n, v -> first.computeIfAbsent(groups.groupOf(v), key -> v));
  }

  private static double[] column(int n, IntToDoubleFunction value) {
    double[] out = new double[n];
    Arrays.setAll(out, value);
    return out;
  }
}
