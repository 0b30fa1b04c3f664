package dev.sextant.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.kernels.load.EdgeList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares with Debian's python3-igraph, where it is installed, on undirected graphs. */
class IgraphPeerTest {
  private static final String PYTHON = "/usr/bin/python3";

  /** Reads files of edges given as arguments; prints one line a node, with NaN for what is none. */
  private static final String SCRIPT =
      """
      import sys, igraph
      for name in sys.argv[1:]:
          pairs = [tuple(map(int, line.split()[:2])) for line in open(name)]
          g = igraph.Graph(n=1 + max(max(p) for p in pairs), edges=pairs)
          rank = g.pagerank(implementation='prpack')
          core = g.coreness()
          local = g.transitivity_local_undirected(mode='zero')
          whole = g.transitivity_undirected(mode='zero')
          cut = set(g.articulation_points())
          bridges = len(g.bridges())
          pieces = g.connected_components()
          constraint = g.constraint()
          harmonic = g.harmonic_centrality(normalized=False)
          close = g.closeness(normalized=True)
          between = g.betweenness()
          hops = g.distances(source=0)[0]
          print(name, g.vcount(), g.ecount())
          for v in range(g.vcount()):
              print(rank[v], core[v], local[v], whole, int(v in cut), bridges, len(pieces),
                    pieces.sizes()[pieces.membership[v]], constraint[v], harmonic[v], close[v],
                    between[v], hops[v])
      """;

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void igraphIsInstalled() throws IOException, InterruptedException {
    boolean works = false;
    if (Files.isExecutable(Path.of(PYTHON))) {
      Process process =
          new ProcessBuilder(PYTHON, "-c", "import igraph")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      works = process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
    Assumptions.assumeTrue(
        works, "skipped: /usr/bin/python3 has no igraph (apt-get install python3-igraph)");
  }

  @Test
  void twoHundredRandomGraphs() throws IOException, InterruptedException {
    List<Path> files = new ArrayList<>();
    for (int seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int n = 3 + random.nextInt(90);
      CsrBuilder builder = CsrBuilder.undirected(n, CsrBuilder.Loops.DROP).edge(0, 1);
      for (int i = random.nextInt(6 * n); i > 0; i--) {
        double x = random.nextDouble();
        builder.edge((int) (x * x * n), random.nextInt(n));
      }
      files.add(written(builder.build().graph(), "random-" + seed));
    }
    compare(files);
  }

  @Test
  void realGraphs() throws IOException, InterruptedException {
    List<Path> files = new ArrayList<>();
    String given = System.getenv("SEXTANT_DATA");
    Path social = Path.of(given == null ? "../../shared/data" : given).resolve("networks-social");
    Assumptions.assumeTrue(
        Files.isRegularFile(social.resolve("wiki-Vote.txt")),
        "skipped: no networks-social below SEXTANT_DATA");
    EdgeList.Form plain = EdgeList.Form.plain();
    Csr votes = EdgeList.read(social.resolve("wiki-Vote.txt"), plain, Progress.silent()).graph();
    files.add(written(votes, "wiki-Vote"));
    try (Stream<Path> all = Files.list(social)) {
      for (Path file : all.filter(f -> f.toString().endsWith("email.edges.csv")).toList()) {
        Csr mail = EdgeList.read(file, plain.headLines(1), Progress.silent()).graph();
        files.add(written(mail, String.valueOf(file.getFileName())));
      }
    }
    assertThat(files).hasSizeGreaterThan(1);
    compare(files);
  }

  private Path written(Csr graph, String name) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int v = 0; v < graph.nodes(); v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        if (graph.target(a) > v) {
          text.append(v).append(' ').append(graph.target(a)).append('\n');
        }
      }
    }
    return Files.writeString(folder.resolve(name), text, StandardCharsets.US_ASCII);
  }

  private void compare(List<Path> files) throws IOException, InterruptedException {
    Path out = folder.resolve("scores");
    List<String> command = new ArrayList<>(List.of(PYTHON, "-c", SCRIPT));
    files.forEach(file -> command.add(file.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    List<String> lines = Files.readAllLines(out);
    int at = 0;
    for (Path file : files) {
      EdgeList.Form form = EdgeList.Form.plain().with(EdgeList.Ids.FROM_ZERO);
      Csr graph = EdgeList.read(file, form, Progress.silent()).graph();
      assertThat(lines.get(at++)).endsWith(" " + graph.nodes() + " " + graph.edges());
      double[][] ours = measured(graph);
      for (int v = 0; v < graph.nodes(); v++) {
        String[] theirs = lines.get(at++).split(" ");
        for (int i = 0; i < ours.length; i++) {
          equal(
              ours[i][v], number(theirs[i]), file.getFileName() + ", node " + v + ", column " + i);
        }
      }
    }
  }

  private static double number(String text) {
    return text.equals("inf") ? -1 : Double.parseDouble(text.replace("nan", "NaN"));
  }

  private static void equal(double ours, double theirs, String where) {
    boolean same =
        Double.isNaN(theirs)
            ? Double.isNaN(ours) || ours == 0
            : Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(theirs));
    assertThat(same).as("%s: %s, igraph %s", where, ours, theirs).isTrue();
  }

  private static double[][] measured(Csr graph) {
    Progress silent = Progress.silent();
    int n = graph.nodes();
    PageRank.Result rank = PageRank.standard().compute(graph, silent);
    KCore.Result core = KCore.peeling().compute(graph, silent);
    Triangles.Result triangles = Triangles.listed().compute(graph, silent);
    Blocks.Result blocks = Blocks.biconnected().compute(graph, silent);
    Partition pieces = Components.weak().compute(graph, silent);
    StructuralHoles.Result holes = StructuralHoles.byTies().compute(graph, silent);
    Closeness.Result close = Closeness.byHops(Closeness.Towards.OTHERS).compute(graph, silent);
    Betweenness.Result between = Betweenness.byHops().compute(graph, silent);
    HopDistances.Result hops = HopDistances.bitParallel().compute(graph, new int[] {0}, silent);
    return new double[][] {
      column(n, rank::score),
      column(n, core::coreness),
      column(n, triangles::clustering),
      column(n, v -> triangles.transitivity()),
      column(n, v -> blocks.articulation(v) ? 1 : 0),
      column(n, v -> blocks.bridges()),
      column(n, v -> pieces.groups()),
      column(n, v -> pieces.size(pieces.groupOf(v))),
      column(n, holes::constraint),
      column(n, close::harmonic),
      column(n, close::classic),
      column(n, between::score),
      column(n, v -> hops.distance(0, v))
    };
  }

  private static double[] column(int n, IntToDoubleFunction value) {
    double[] out = new double[n];
    Arrays.setAll(out, value);
    return out;
  }
}
