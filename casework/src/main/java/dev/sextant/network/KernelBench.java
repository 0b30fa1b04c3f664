package dev.sextant.network;

import dev.sextant.kernels.Betweenness;
import dev.sextant.kernels.Blocks;
import dev.sextant.kernels.Closeness;
import dev.sextant.kernels.Components;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.HopDistances;
import dev.sextant.kernels.KCore;
import dev.sextant.kernels.Leiden;
import dev.sextant.kernels.PageRank;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.StructuralHoles;
import dev.sextant.kernels.Triangles;
import dev.sextant.kernels.centrality.Eigenvector;
import dev.sextant.kernels.load.EdgeList;
import dev.sextant.kernels.path.PathFinder;
import dev.sextant.kernels.sketch.HyperBall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * Times the kernels on a plain edge list, one thread, warm: each is repeated until its code is
 * compiled, and the median of the last repetitions counts. Two are run once more with two threads
 * ({@code -2t}), which says something on an idle machine only. One tab-separated line a kernel:
 * {@code library kernel seconds check-value threads cpu_s}; with two threads the processor time is
 * the whole program's. The check value is a number that any right implementation comes to, such as
 * the largest score, so that lines of several libraries can be laid side by side.
 */
public final class KernelBench {
  /** What stands in the first column. */
  private static final String LIBRARY = "sextant";

  private static final int SOURCES = 64;
  private static final int PATHS = 16;
  private static final String PIVOTS = "betw-pivot64";
  private static final String TWO_THREADS = "-2t";
  private static final String ENSEMBLE = "ensemble";

  /** Nodes times edges above which 1,000 replicas would take minutes. */
  private static final double MOST_ENSEMBLE = 5e6;

  /** Above it the peers' own driver leaves pivots out. */
  private static final int MOST_PIVOT_EDGES = 2_000_000;

  private static final double DAMPING = 0.85;
  private static final double TOLERANCE = 1e-9;
  private static final long SEED = 42;

  /* Repetitions: the compiler is done with a kernel after some two seconds of running it beside other
   * work (a tenth of a millisecond's kernel too: what counts is time, not runs); a kernel that takes
   * longer than that at a time gets four runs, a very long one a single run. */
  private static final int MOST_RUNS = 10_000;

  private static final int FEWEST_RUNS = 4;
  private static final double ENOUGH_SECONDS = 2;
  private static final double LONG_SECONDS = 6;

  /** One in so many of the runs count, the last ones. */
  private static final int COUNTED = 4;

  private final Path file;
  private final Set<String> only;
  private final double mostPairs;
  private final Consumer<String> out;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();

  /**
   * Says what to time.
   *
   * @param file two whole numbers a line, nodes numbered from 0
   * @param only the kernels' names; empty means all
   * @param mostPairs kernels over all pairs run where nodes times edges is no more than this
   * @param out told of every line as soon as it is known
   */
  public KernelBench(Path file, Set<String> only, double mostPairs, Consumer<String> out) {
    this.file = file;
    this.only = Set.copyOf(only);
    this.mostPairs = mostPairs;
    this.out = out;
  }

  /** The names of the kernels, in the order in which they run. */
  public static List<String> names() {
    List<String> names = new ArrayList<>(List.of("load"));
    names.addAll(cheap(Csr.ofRows(new int[1], new int[0], null, false)).keySet());
    names.addAll(allPairs(Csr.ofRows(new int[1], new int[0], null, false)).keySet());
    return names;
  }

  /**
   * Runs the kernels one after another.
   *
   * @throws BadMeasuring if a kernel refuses the graph
   * @throws IOException if the file cannot be read
   */
  public void run() throws IOException {
    try {
      Kernels.run(
          dev.sextant.terms.Progress.silent(),
          listener -> {
            run(listener);
            return true;
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void run(Progress listener) {
    Csr graph = load();
    Map<String, DoubleSupplier> kernels = cheap(graph);
    if (graph.nodes() < SOURCES || graph.edges() > MOST_PIVOT_EDGES) {
      kernels.remove(PIVOTS);
    }
    kernels.forEach((name, kernel) -> time(name, kernel, listener));
    double pairs = (double) graph.nodes() * graph.edges();
    if (pairs <= mostPairs) {
      Map<String, DoubleSupplier> all = allPairs(graph);
      if (pairs > MOST_ENSEMBLE) {
        all.remove(ENSEMBLE);
      }
      all.forEach((name, kernel) -> time(name, kernel, listener));
    }
  }

  private static Map<String, DoubleSupplier> cheap(Csr graph) {
    Progress p = Progress.silent();
    Map<String, DoubleSupplier> kernels = new LinkedHashMap<>();
    kernels.put(
        "pagerank", () -> most(PageRank.solved(DAMPING, TOLERANCE).compute(graph, p).scores()));
    kernels.put("components", () -> Components.weak().compute(graph, p).groups());
    kernels.put("kcore", () -> KCore.peeling().compute(graph, p).deepest());
    kernels.put("triangles", () -> Triangles.listed().compute(graph, p).total());
    kernels.put("clustering", () -> Triangles.listed().compute(graph, p).averageClustering());
    kernels.put("articulation", () -> Blocks.biconnected().compute(graph, p).articulations());
    kernels.put("eigenvector", () -> Eigenvector.principal().compute(graph, p).eigenvalue());
    kernels.put("bfs64", () -> distances(graph));
    kernels.put("path16", () -> paths(graph));
    kernels.put(
        "leiden",
        () -> Leiden.modularity(1.0, SEED, Leiden.QUICK_ROUNDS).compute(graph, p).modularity());
    kernels.put("leiden-conv", () -> Leiden.modularity(1.0, SEED).compute(graph, p).modularity());
    kernels.put(PIVOTS, () -> pivots(graph));
    kernels.put(
        "hyperball", () -> sum(HyperBall.withRegisters(8, SEED).compute(graph, p).harmonic()));
    kernels.put("constraint", () -> sum(StructuralHoles.byTies().compute(graph, p).constraints()));
    return kernels;
  }

  private static Map<String, DoubleSupplier> allPairs(Csr graph) {
    Progress p = Progress.silent();
    Closeness closeness = Closeness.byHops(Closeness.Towards.OTHERS);
    Closeness twice = Closeness.byHops(Closeness.Towards.OTHERS, 2);
    Map<String, DoubleSupplier> kernels = new LinkedHashMap<>();
    kernels.put("harmonic", () -> harmonicSum(closeness, graph));
    kernels.put("harmonic" + TWO_THREADS, () -> harmonicSum(twice, graph));
    kernels.put(
        "closeness",
        () -> {
          Closeness.Result result = closeness.compute(graph, p);
          double sum = 0;
          for (int v = 0; v < graph.nodes(); v++) {
            sum += result.classic(v);
          }
          return sum;
        });
    kernels.put("betweenness", () -> most(Betweenness.byHops().compute(graph, p).scores()));
    kernels.put(
        "betweenness" + TWO_THREADS, () -> most(Betweenness.byHops(2).compute(graph, p).scores()));
    kernels.put(ENSEMBLE, () -> EnsembleTrial.replicas(graph));
    return kernels;
  }

  private static double harmonicSum(Closeness closeness, Csr graph) {
    Closeness.Result result = closeness.compute(graph, Progress.silent());
    double sum = 0;
    for (int v = 0; v < graph.nodes(); v++) {
      sum += result.harmonic(v);
    }
    return sum;
  }

  /* As a sum over the pivots themselves, not scaled to all sources. */
  private static double pivots(Csr graph) {
    int n = graph.nodes();
    int[] sources = new int[SOURCES];
    Arrays.setAll(sources, i -> i * (n / SOURCES));
    double[] scores = Betweenness.fromPivots(sources, 1).compute(graph, Progress.silent()).scores();
    return most(scores) * SOURCES / n;
  }

  private static double distances(Csr graph) {
    int[] sources = new int[graph.nodes() == 0 ? 0 : SOURCES];
    for (int i = 0; i < sources.length; i++) {
      sources[i] = i * (graph.nodes() / SOURCES);
    }
    HopDistances.Result result =
        HopDistances.bitParallel().compute(graph, sources, Progress.silent());
    double sum = 0;
    for (int i = 0; i < sources.length; i++) {
      sum += result.sum(i);
    }
    return sum;
  }

  private static double paths(Csr graph) {
    int n = graph.nodes();
    PathFinder finder = PathFinder.byHops(graph);
    double nodes = 0;
    for (int i = 0; n > 0 && i < PATHS; i++) {
      int source = i * (n / PATHS);
      int target = n - 1 - i * (n / PATHS);
      nodes +=
          finder
              .find(source, target, Progress.silent())
              .map(route -> route.nodes().length)
              .orElse(0);
    }
    return nodes;
  }

  private static double most(double[] values) {
    double most = 0;
    for (double value : values) {
      most = Math.max(most, value);
    }
    return most;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += Double.isNaN(value) ? 0 : value;
    }
    return sum;
  }

  /* The graph is wanted whatever is asked for; it is timed where loading is. */
  private Csr load() {
    EdgeList.Form form = EdgeList.Form.plain().with(EdgeList.Ids.FROM_ZERO);
    if (!wanted("load")) {
      return read(form);
    }
    Times times = new Times(false);
    long before = heap();
    Csr graph = read(form);
    long after = heap();
    while (times.goOn()) {
      times.start();
      graph = read(form);
      times.stop();
    }
    String check =
        String.format(
            Locale.ROOT,
            "n=%d m=%d heap=%.1fMiB peak=%dMiB",
            graph.nodes(),
            graph.edges(),
            (after - before) / 1048576.0,
            peak());
    out.accept(line("load", check, times));
    return graph;
  }

  private Csr read(EdgeList.Form form) {
    try {
      return EdgeList.read(file, form, Progress.silent()).graph();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean wanted(String name) {
    return only.isEmpty() || only.contains(name);
  }

  private void time(String name, DoubleSupplier kernel, Progress listener) {
    if (!wanted(name)) {
      return;
    }
    boolean two = name.endsWith(TWO_THREADS);
    Times times = new Times(two);
    double check = 0;
    while (times.goOn()) {
      listener.step(-1, -1);
      times.start();
      check = kernel.getAsDouble();
      times.stop();
    }
    out.accept(line(name, tenDigits(check), times));
  }

  /** As C prints it with %.10g, whole numbers without a fraction. */
  private static String tenDigits(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    return new java.math.BigDecimal(value)
        .round(new java.math.MathContext(10))
        .stripTrailingZeros()
        .toString();
  }

  private static String line(String kernel, String check, Times times) {
    return String.format(
        Locale.ROOT,
        "%s\t%s\t%.6f\t%s\t%d\t%.6f",
        LIBRARY,
        kernel,
        times.middle(times.wall),
        check,
        times.all ? 2 : 1,
        times.middle(times.processor));
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) { // what the first two leave behind, the third takes
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Most memory that this process has held, in MiB; 0 where the system does not say. */
  private static long peak() {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
        if (line.startsWith("VmHWM")) {
          return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        }
      }
    } catch (IOException e) {
      return 0; // no such file but on Linux; the figure is an extra
    }
    return 0;
  }

  /** Seconds of every run. */
  private final class Times {
    private final boolean all;
    private final List<Double> wall = new ArrayList<>();
    private final List<Double> processor = new ArrayList<>();
    private double total;
    private long wallStart;
    private long processorStart;

    Times(boolean allThreads) {
      this.all = allThreads;
    }

    private long processorTime() {
      return all && system instanceof com.sun.management.OperatingSystemMXBean counting
          ? counting.getProcessCpuTime()
          : threads.getCurrentThreadCpuTime();
    }

    boolean goOn() {
      int runs = wall.size();
      boolean enough = runs >= FEWEST_RUNS && total > ENOUGH_SECONDS;
      boolean tooLong = runs > 0 && processor.getLast() > LONG_SECONDS;
      return !enough && !tooLong && runs < MOST_RUNS;
    }

    void start() {
      processorStart = processorTime();
      wallStart = System.nanoTime();
    }

    void stop() {
      wall.add((System.nanoTime() - wallStart) * 1e-9);
      double seconds = (processorTime() - processorStart) * 1e-9;
      processor.add(seconds);
      total += seconds;
    }

    double middle(List<Double> seconds) {
      int counted =
          seconds.size() < FEWEST_RUNS ? 1 : Math.max(COUNTED - 1, seconds.size() / COUNTED);
      double[] last =
          seconds.subList(seconds.size() - counted, seconds.size()).stream()
              .mapToDouble(Double::doubleValue)
              .toArray();
      Arrays.sort(last);
      return last[last.length / 2];
    }
  }
}
