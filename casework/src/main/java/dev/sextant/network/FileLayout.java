package dev.sextant.network;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.layout.Layout;
import dev.sextant.terms.Progress;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** A graph file drawn: where its nodes are placed, as a table or as a picture (SVG). */
public final class FileLayout {
  private final FileGraph file;

  private FileLayout(FileGraph file) {
    this.file = file;
  }

  /** Of a file's graph; directions are ignored. */
  public static FileLayout of(FileGraph file) {
    return new FileLayout(file);
  }

  /**
   * What is wanted.
   *
   * @param method force (ForceAtlas2), stress (distances along ties) or multilevel (large graphs)
   * @param iterations at most
   * @param weighted whether the file's numbers count as strengths
   * @param pinned places by label that stay as they are, each as {@code {x, y}}; nodes without one
   *     are placed among them
   */
  public record Wanted(
      String method, int iterations, boolean weighted, Map<String, double[]> pinned) {}

  /** Places by node. */
  public static final class Drawn {
    private final FileGraph file;
    private final double[] x;
    private final double[] y;

    private Drawn(FileGraph file, double[] x, double[] y) {
      this.file = file;
      this.x = x;
      this.y = y;
    }

    /** {@code node x y}, a line a node, tab-separated. */
    public String tsv() {
      StringBuilder out = new StringBuilder("node\tx\ty\n");
      for (int v = 0; v < x.length; v++) {
        out.append(file.name(v)).append('\t').append(x[v]).append('\t').append(y[v]).append('\n');
      }
      return out.toString();
    }

    /** A picture, self-contained, without scripts and outer references. */
    public String svg() {
      return DrawnSvg.of(file, x, y);
    }
  }

  /**
   * Draws.
   *
   * @throws BadMeasuring {@code SX-NETWORK-METHOD} for a method that is none; {@code
   *     SX-NETWORK-NODE} for a pinned label that no node has
   */
  public Drawn draw(Wanted wanted, long seed, int threads, Progress progress) {
    return Kernels.run(
        progress,
        listener -> {
          Csr graph = wanted.weighted ? file.weighted() : file.graph();
          Layout.Setting setting =
              new Layout.Setting(
                  wanted.iterations, seed, threads, wanted.weighted, start(wanted.pinned));
          Layout layout =
              switch (wanted.method.toLowerCase(Locale.ROOT)) {
                case "force" -> Layout.forces(setting);
                case "stress" -> Layout.distances(setting);
                case "multilevel" -> Layout.levels(setting);
                default ->
                    throw FileWords.unknown(
                        "no layout is called so",
                        "--method",
                        wanted.method,
                        "force, stress, multilevel");
              };
          Layout.Result drawn =
              layout.compute(graph, (done, total, x, y) -> listener.reached(done, total));
          return new Drawn(file, drawn.x(), drawn.y());
        });
  }

  private Layout.@org.jspecify.annotations.Nullable Start start(Map<String, double[]> pinned) {
    if (pinned.isEmpty()) {
      return null;
    }
    double[] x = new double[file.nodes()];
    double[] y = new double[file.nodes()];
    boolean[] fixed = new boolean[file.nodes()];
    Arrays.fill(x, Double.NaN);
    Arrays.fill(y, Double.NaN);
    Map<String, Integer> places = file.places();
    pinned.forEach((label, place) -> {
      Integer at = places.get(label);
      int v = at == null ? file.place(label) : at;
      x[v] = place[0];
      y[v] = place[1];
      fixed[v] = true;
    });
    return new Layout.Start(x, y, fixed);
  }
}
