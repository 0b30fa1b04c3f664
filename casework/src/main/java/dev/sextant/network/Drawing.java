package dev.sextant.network;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Leiden;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.layout.Layout;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A snapshot with a place for each entity, so that large ones need not be laid out where they are
 * looked at. Nearness in a drawing is no evidence.
 *
 * @param snapshot what is drawn
 * @param parts by node: which disc it belongs to when many are drawn as one, 0 the largest; the
 *     communities measured last if there are any, else dense parts found for the drawing alone
 * @param measured whether the parts are measured communities
 * @param x by node, within {@value #HALF} of 0
 * @param y as x
 */
public record Drawing(Snapshot snapshot, int[] parts, boolean measured, int[] x, int[] y) {
  /** Half the side of the square in which places lie; whole numbers are shorter to send. */
  public static final int HALF = 1_000_000;

  private static final long SEED = 1;

  /** Below this, distances along ties are drawn; beyond, parts are placed first, then forces. */
  private static final int FEW = 3_000;

  /* The golden angle: members laid along it fill a disc evenly (H. Vogel 1979,
   * doi:10.1016/0025-5564(79)90080-4). */
  private static final double GOLDEN = Math.PI * (3 - Math.sqrt(5));

  /** Room of one member in the first places, in units of the forces' own distances. */
  private static final double ROOM = 4;

  static Drawing of(Snapshot snapshot, List<Measure> measures, Progress progress) {
    Csr graph = Network.graph(snapshot);
    int[] communities =
        measures.stream()
            .filter(m -> m.method() == Method.COMMUNITY)
            .max(Comparator.comparing(Measure::at))
            .map(m -> m.values().stream().mapToInt(Double::intValue).toArray())
            .orElse(null);
    int[] parts = communities == null ? dense(graph, progress) : communities;
    Layout.Result laid = laid(graph, parts);
    double side = Math.max(extent(laid.x()), extent(laid.y()));
    return new Drawing(
        snapshot, parts, communities != null, scaled(laid.x(), side), scaled(laid.y(), side));
  }

  private static int[] dense(Csr graph, Progress progress) {
    return Leiden.modularity(1, SEED).compute(graph, progress).communities().groupOf();
  }

  private static Layout.Result laid(Csr graph, int[] parts) {
    int threads = Math.min(4, Runtime.getRuntime().availableProcessors());
    Layout.Setting setting = Layout.Setting.usual().seed(SEED).threads(threads);
    int nodes = graph.nodes();
    if (nodes <= FEW) {
      return Layout.distances(setting.iterations(300)).compute(graph, Layout.Watch.none());
    }
    Layout.Setting going = setting.from(first(graph, parts));
    // A round costs n log n; from places that are nearly right, few rounds do.
    int rounds = nodes <= 20_000 ? 60 : 6;
    return Layout.forces(going.iterations(rounds)).compute(graph, Layout.Watch.none());
  }

  /* Parts are laid out as single nodes, then their members round them. */
  private static Layout.Start first(Csr graph, int[] parts) {
    int count = Arrays.stream(parts).max().orElse(-1) + 1;
    int[] sizes = new int[count];
    for (int part : parts) {
      sizes[part]++;
    }
    double[] radii = new double[count];
    Arrays.setAll(radii, part -> ROOM * Math.sqrt(sizes[part]));
    CsrBuilder between = CsrBuilder.undirected(count, CsrBuilder.Loops.DROP);
    for (int v = 0; v < graph.nodes(); v++) {
      for (int arc = graph.first(v); arc < graph.end(v); arc++) {
        int other = parts[graph.target(arc)];
        if (parts[v] != other) {
          between.edge(Math.min(parts[v], other), Math.max(parts[v], other), 1);
        }
      }
    }
    Layout.Forces apart = new Layout.Forces(2, 1, false, false, false, 1.2, radii);
    Layout.Result centres =
        Layout.forces(Layout.Setting.usual().seed(SEED), apart)
            .compute(between.build().graph(), Layout.Watch.none());
    double[] x = new double[parts.length];
    double[] y = new double[parts.length];
    int[] placed = new int[count];
    for (int v = 0; v < parts.length; v++) {
      int nth = placed[parts[v]]++;
      double from = ROOM * Math.sqrt(nth + 0.5);
      x[v] = centres.x()[parts[v]] + from * Math.cos(nth * GOLDEN);
      y[v] = centres.y()[parts[v]] + from * Math.sin(nth * GOLDEN);
    }
    return new Layout.Start(x, y, new boolean[parts.length]);
  }

  private static double extent(double[] places) {
    var range = Arrays.stream(places).summaryStatistics();
    return places.length == 0 ? 0 : range.getMax() - range.getMin();
  }

  /* The middle of what is drawn comes to 0. */
  private static int[] scaled(double[] places, double side) {
    var range = Arrays.stream(places).summaryStatistics();
    double middle = places.length == 0 ? 0 : (range.getMax() + range.getMin()) / 2;
    double scale = side > 0 ? 2 * HALF / side : 1;
    return Arrays.stream(places).mapToInt(p -> (int) Math.round((p - middle) * scale)).toArray();
  }
}
