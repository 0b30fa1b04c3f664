package dev.sextant.network;

import dev.sextant.kernels.covert.Absence;
import dev.sextant.kernels.path.AllShortest;
import dev.sextant.kernels.path.KShortest;
import dev.sextant.kernels.path.Route;
import dev.sextant.terms.Progress;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Questions about named nodes of a graph file: how two of them are joined, and what the network
 * would be without some. Answers are tables, tab-separated, with a head line.
 */
public final class FilePaths {
  /** Nodes printed of those who would step in. */
  private static final int STEP_IN = 20;

  private final FileGraph file;

  private FilePaths(FileGraph file) {
    this.file = file;
  }

  /** Questions about a file's graph. */
  public static FilePaths of(FileGraph file) {
    return new FilePaths(file);
  }

  /**
   * Paths between two nodes.
   *
   * @param from label of the one
   * @param to label of the other
   * @param which shortest, all (every shortest path) or k (the k shortest, longer ones too)
   * @param most most paths to list
   * @param weighted whether the file's numbers count, as strengths: a tie's length is then 1/number
   */
  public record Between(String from, String to, String which, int most, boolean weighted) {}

  /** What there is to say of the paths, and a line a path: rank, steps, length, nodes. */
  public record Paths(List<String> notes, String table) {}

  /**
   * Finds paths.
   *
   * @throws BadMeasuring {@code SX-NETWORK-NODE} for a label that no node has
   */
  public Paths between(Between asked, Progress progress) {
    int source = file.place(asked.from);
    int target = file.place(asked.to);
    var graph =
        asked.weighted ? file.weighted().reweighted(strength -> 1 / strength) : file.graph();
    return Kernels.run(
        progress,
        listener ->
            switch (asked.which.toLowerCase(Locale.ROOT)) {
              case "shortest", "all" -> {
                int most = asked.which.equalsIgnoreCase("all") ? asked.most : 1;
                AllShortest.Result found =
                    (asked.weighted
                            ? AllShortest.byLengths(source, target, most)
                            : AllShortest.byHops(source, target, most))
                        .compute(graph, listener);
                String count =
                    found.count() == 0
                        ? "No path leads from one to the other in what was recorded."
                        : found.count() + " shortest paths; " + found.routes().size() + " listed.";
                yield new Paths(List.of(count), table(found.routes()));
              }
              case "k" -> {
                List<Route> routes =
                    (asked.weighted
                            ? KShortest.byLengths(source, target, asked.most)
                            : KShortest.byHops(source, target, asked.most))
                        .compute(graph, listener);
                yield new Paths(List.of(), table(routes));
              }
              default ->
                  throw FileWords.unknown(
                      "no paths are called so", "--which", asked.which, "shortest, all, k");
            });
  }

  private String table(List<Route> routes) {
    StringBuilder out = new StringBuilder("rank\tsteps\tlength\tnodes\n");
    for (int i = 0; i < routes.size(); i++) {
      Route route = routes.get(i);
      out.append(i + 1).append('\t').append(route.hops()).append('\t');
      out.append(route.length()).append('\t').append(file.names(route.nodes())).append('\n');
    }
    return out.toString();
  }

  /**
   * The network with and without some nodes: figures of the whole ({@code figure before after}),
   * then after an empty line who would be cut off and whose betweenness would grow most ({@code
   * node effect}).
   *
   * @throws BadMeasuring {@code SX-NETWORK-NODE} for a label that no node has
   */
  public String without(List<String> labels, Progress progress) {
    int[] gone = labels.stream().mapToInt(file::place).distinct().toArray();
    return Kernels.run(
        progress,
        listener -> {
          Absence.Result found = Absence.of(gone).compute(file.graph(), listener);
          StringBuilder out = new StringBuilder("figure\tbefore\tafter\n");
          var before = found.before();
          var after = found.after();
          line(out, "nodes", before.nodes(), after.nodes());
          line(out, "pieces", before.pieces(), after.pieces());
          line(out, "largest", before.largest(), after.largest());
          line(out, "fragmentation", before.fragmentation(), after.fragmentation());
          line(
              out,
              "distance-fragmentation",
              before.distanceFragmentation(),
              after.distanceFragmentation());
          line(out, "efficiency", before.efficiency(), after.efficiency());
          out.append("\nnode\teffect\n");
          for (int v : found.cutOff()) {
            out.append(file.name(v)).append("\tcut off\n");
          }
          steppingIn(out, found.gain());
          return out.toString();
        });
  }

  private void steppingIn(StringBuilder out, double[] gain) {
    IntStream.range(0, gain.length)
        .filter(v -> gain[v] > 0)
        .boxed()
        .sorted(
            (v, w) -> gain[v] == gain[w] ? Integer.compare(v, w) : Double.compare(gain[w], gain[v]))
        .limit(STEP_IN)
        .forEach(
            v -> out.append(file.name(v)).append("\tbetweenness +").append(gain[v]).append('\n'));
  }

  private static void line(StringBuilder out, String figure, double before, double after) {
    out.append(figure).append('\t').append(Figures.of(before)).append('\t');
    out.append(Figures.of(after)).append('\n');
  }
}
