package dev.sextant.kernels.chance;

import dev.sextant.kernels.Components;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Partition;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.Triangles;
import java.util.List;

/**
 * A number that describes a whole graph.
 *
 * @param name lower case, words joined by hyphens
 * @param method computes it; NaN where it is not defined
 */
public record Statistic(String name, Method method) {
  /** Computes the number. */
  @FunctionalInterface
  public interface Method {
    /** Of one graph. */
    double of(Csr graph, Progress progress);
  }

  /** All that are here. */
  public static List<Statistic> all() {
    return List.of(
        transitivity(), reciprocity(), assortativity(), largestPiece(), strongPieces(), spread());
  }

  /**
   * Share of paths of two edges that are closed by a third, 0 without such paths; directions
   * ignored.
   */
  public static Statistic transitivity() {
    return new Statistic(
        "transitivity",
        (graph, progress) -> Triangles.listed().compute(graph, progress).transitivity());
  }

  /** Share of arcs that are answered; loops left out; 1 in an undirected graph. */
  public static Statistic reciprocity() {
    return new Statistic(
        "reciprocity",
        (graph, progress) -> {
          double arcs = 0;
          double answered = 0;
          for (int v = 0; v < graph.nodes(); v++) {
            for (int a = graph.first(v); a < graph.end(v); a++) {
              int w = graph.target(a);
              arcs += w == v ? 0 : 1;
              answered += w != v && graph.arc(w, v) >= 0 ? 1 : 0;
            }
          }
          return arcs == 0 ? Double.NaN : answered / arcs;
        });
  }

  /**
   * Correlation of the degrees at the two ends of an edge, directions and loops ignored (M. Newman
   * 2002, doi:10.1103/PhysRevLett.89.208701).
   */
  public static Statistic assortativity() {
    return new Statistic(
        "assortativity",
        (graph, progress) -> {
          Csr plain = graph.ignoringDirection();
          double arcs = 0;
          double sum = 0;
          double squares = 0;
          double products = 0;
          for (int v = 0; v < plain.nodes(); v++) {
            for (int a = plain.first(v); a < plain.end(v); a++) {
              int w = plain.target(a);
              if (w != v) {
                double own = degree(plain, v);
                arcs++;
                sum += own;
                squares += own * own;
                products += own * degree(plain, w);
              }
            }
          }
          double variance = arcs * squares - sum * sum;
          return variance > 0 ? (arcs * products - sum * sum) / variance : Double.NaN;
        });
  }

  private static double degree(Csr plain, int v) {
    return plain.end(v) - plain.first(v) - (plain.loops() > 0 && plain.arc(v, v) >= 0 ? 1 : 0);
  }

  /** Share of nodes in the largest piece, directions ignored. */
  public static Statistic largestPiece() {
    return new Statistic(
        "largest-piece", (graph, progress) -> largest(Components.weak(), graph, progress));
  }

  /** Share of nodes in the largest strong piece. */
  public static Statistic strongPieces() {
    return new Statistic(
        "largest-strong-piece", (graph, progress) -> largest(Components.strong(), graph, progress));
  }

  private static double largest(Components pieces, Csr graph, Progress progress) {
    Partition found = pieces.compute(graph, progress);
    return found.groups() == 0 ? Double.NaN : (double) found.size(0) / graph.nodes();
  }

  /**
   * Coefficient of variation of strength (degree without weights), in and out together: how
   * unequally ties are spread.
   */
  public static Statistic spread() {
    return new Statistic(
        "spread",
        (graph, progress) -> {
          int n = graph.nodes();
          double[] strength = new double[n];
          double sum = 0;
          for (int v = 0; v < n; v++) {
            for (int a = graph.first(v); a < graph.end(v); a++) {
              strength[v] += graph.weight(a);
              if (graph.directed()) {
                strength[graph.target(a)] += graph.weight(a);
              }
            }
          }
          for (double s : strength) {
            sum += s;
          }
          double squares = 0;
          for (double s : strength) {
            squares += (s - sum / n) * (s - sum / n);
          }
          return sum > 0 ? Math.sqrt(squares / n) / (sum / n) : Double.NaN;
        });
  }
}
