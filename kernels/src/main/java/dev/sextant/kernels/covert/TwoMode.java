package dev.sextant.kernels.covert;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Betweenness;
import dev.sextant.kernels.Cancelled;
import dev.sextant.kernels.Closeness;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Progress;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Persons and events: who was where, with whom.
 *
 * <p>The graph is undirected, without loops, and every edge joins a person, one of the nodes 0 to
 * below {@link #persons()}, to an event, one of the others. Weights are kept and ignored.
 *
 * <p>Duality: persons who share events are tied, and so are events that share persons; the two
 * networks come of one table, multiplied by itself turned over (R. Breiger 1974,
 * doi:10.2307/2576011). A crowd at one event ties everybody to everybody, so ties of the one-mode
 * network say less the larger the events: {@link Tie} weighs them.
 *
 * <p>When attendance is missing: shared events are undercounted by the square of the share seen;
 * large events hide it.
 */
public final class TwoMode {
  /** What a tie between two of one side weighs, from what they share. */
  public enum Tie {
    /** How many they share. */
    SHARED,
    /** Shared over had by either; P. Jaccard 1901. */
    JACCARD,
    /** Shared over the root of the product of what both have (A. Ochiai 1957). */
    COSINE,
    /**
     * Each shared one counts 1 / (its size - 1): who meets in a small circle meets closely (M.
     * Newman 2001, doi:10.1103/PhysRevE.64.016132).
     */
    NEWMAN
  }

  private final Csr graph;
  private final int persons;

  private TwoMode(Csr graph, int persons) {
    this.graph = graph;
    this.persons = persons;
  }

  /**
   * Checks a graph.
   *
   * @param persons the first so many nodes are persons, the others events
   * @throws BadGraph if the graph is directed, or an edge joins two of one side
   */
  public static TwoMode of(Csr graph, int persons) {
    if (graph.directed() || persons < 0 || persons > graph.nodes()) {
      throw new BadGraph(
          "a table of persons and events is an undirected graph with 0.."
              + graph.nodes()
              + " persons, not "
              + persons
              + " in a "
              + graph);
    }
    for (int v = 0; v < graph.nodes(); v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        if (v < persons == graph.target(a) < persons) {
          throw new BadGraph("edge " + v + "-" + graph.target(a) + " joins two of one side");
        }
      }
    }
    return new TwoMode(graph, persons);
  }

  /** The graph. */
  public Csr graph() {
    return graph;
  }

  /** How many nodes are persons. */
  public int persons() {
    return persons;
  }

  /** How many nodes are events. */
  public int events() {
    return graph.nodes() - persons;
  }

  /** The same table with events first: persons and events change places. */
  public TwoMode turned() {
    CsrBuilder builder = CsrBuilder.undirected(graph.nodes(), CsrBuilder.Loops.DROP);
    for (int v = 0; v < persons; v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int event = graph.target(a) - persons;
        if (graph.weighted()) {
          builder.edge(events() + v, event, graph.weight(a));
        } else {
          builder.edge(events() + v, event);
        }
      }
    }
    return new TwoMode(builder.build().graph(), events());
  }

  /**
   * The network of persons who share events, weighted. Cost: the sum over events of size squared;
   * said beforehand and refused above 2^30.
   *
   * @throws BadGraph if the events are too large
   * @throws Cancelled if progress says stop; it hears of every person
   */
  public Csr coAttendance(Tie tie, Progress progress) {
    long pairs = 0;
    for (int e = persons; e < graph.nodes(); e++) {
      long size = graph.end(e) - graph.first(e);
      pairs += size * size;
    }
    if (pairs > 1L << 30) {
      throw new BadGraph(
          pairs
              + " pairs of persons at the same event are more than 2^30; leave out the largest"
              + " events, which say least");
    }
    CsrBuilder builder = CsrBuilder.undirected(persons, CsrBuilder.Loops.DROP);
    double[] shared = new double[persons];
    int[] met = new int[persons];
    for (int u = 0; u < persons; u++) {
      int count = 0;
      for (int a = graph.first(u); a < graph.end(u); a++) {
        int event = graph.target(a);
        double worth = tie == Tie.NEWMAN ? 1.0 / (degree(event) - 1) : 1;
        for (int b = graph.first(event); b < graph.end(event); b++) {
          int v = graph.target(b);
          if (v > u) {
            if (shared[v] == 0) {
              met[count++] = v;
            }
            shared[v] += worth;
          }
        }
      }
      for (int i = 0; i < count; i++) {
        int v = met[i];
        builder.edge(u, v, weight(tie, u, v, shared[v]));
        shared[v] = 0;
      }
      progress.step(u + 1L, persons);
    }
    return builder.build().graph();
  }

  /**
   * The network of events that share persons, as {@link #coAttendance} of the table turned over.
   */
  public Csr eventOverlap(Tie tie, Progress progress) {
    return turned().coAttendance(tie, progress);
  }

  private double weight(Tie tie, int u, int v, double shared) {
    return switch (tie) {
      case SHARED, NEWMAN -> shared;
      case JACCARD -> shared / (degree(u) + degree(v) - shared);
      case COSINE -> shared / Math.sqrt((double) degree(u) * degree(v));
    };
  }

  private int degree(int v) {
    return graph.end(v) - graph.first(v);
  }

  /**
   * Centralities of persons and events on one scale each, since a person's limit is the number of
   * events and an event's that of persons (S. Borgatti and M. Everett 1997,
   * doi:10.1016/S0378-8733(96)00301-2). Arrays are by node of the graph.
   *
   * @param degree share of the other side that the node is tied to
   * @param closeness least possible sum of distances over the sum there is, times the share of
   *     nodes that is reached; 0 for a node alone
   * @param betweenness over the most that a node of its side could have
   * @param dual eigenvector: persons as central as their events, events as their persons; the
   *     singular vector of the table, largest entry of each side 1
   */
  public record Centralities(
      double[] degree, double[] closeness, double[] betweenness, double[] dual) {}

  /**
   * Computes the centralities. Cost for n nodes and m edges: O(n m).
   *
   * @throws Cancelled if progress says stop
   */
  public Centralities centralities(int threads, Progress progress) {
    int n = graph.nodes();
    double[] degree = new double[n];
    double[] close = new double[n];
    double[] between = Betweenness.byHops(threads).compute(graph, progress).scores();
    Closeness.Result near =
        Closeness.byHops(Closeness.Towards.OTHERS, threads).compute(graph, progress);
    for (int v = 0; v < n; v++) {
      double own = v < persons ? persons : events();
      double other = n - own;
      degree[v] = other > 0 ? degree(v) / other : 0;
      double least = other + 2 * (own - 1);
      close[v] = near.sum(v) > 0 ? least / near.sum(v) * ((near.reached(v) - 1) / (n - 1.0)) : 0;
      double most = mostBetween(own, other);
      between[v] = most > 0 ? between[v] / most : 0;
    }
    return new Centralities(degree, close, between, dual(progress));
  }

  /* The most that a node among own, facing other, can lie between: Borgatti and Everett's formula. */
  private static double mostBetween(double own, double other) {
    if (own < 1 || other < 1) {
      return 0;
    }
    double s = Math.floor((own - 1) / other);
    double t = (own - 1) % other;
    return (other * other * (s + 1) * (s + 1)
            + other * (s + 1) * (2 * t - s - 1)
            - t * (2 * s - t + 3))
        / 2;
  }

  /* Power iteration on the table times itself turned over, plus one, from all ones: the largest
   * piece by eigenvalue wins, the others fade to 0. */
  private double[] dual(Progress progress) {
    int n = graph.nodes();
    double[] x = new double[n];
    Arrays.fill(x, 0, persons, 1);
    double[] y = new double[n];
    for (int round = 0; round < 10_000; round++) {
      double change = 0;
      spread(x, y, persons, n);
      double[] z = new double[persons];
      double most = 0;
      for (int v = 0; v < persons; v++) {
        double sum = 0;
        for (int a = graph.first(v); a < graph.end(v); a++) {
          sum += y[graph.target(a)];
        }
        z[v] = sum;
        most = Math.max(most, sum);
      }
      for (int v = 0; v < persons; v++) {
        double next = most > 0 ? z[v] / most : 0;
        change += Math.abs(next - x[v]);
        x[v] = next;
      }
      progress.step(round, -1);
      if (change < 1e-12) {
        break;
      }
    }
    spread(x, y, persons, n);
    double most = 0;
    for (int e = persons; e < n; e++) {
      most = Math.max(most, y[e]);
    }
    for (int e = persons; e < n; e++) {
      x[e] = most > 0 ? y[e] / most : 0;
    }
    return x;
  }

  private void spread(double[] x, double[] y, int first, int end) {
    for (int v = first; v < end; v++) {
      double sum = 0;
      for (int a = graph.first(v); a < graph.end(v); a++) {
        sum += x[graph.target(a)];
      }
      y[v] = sum;
    }
  }

  /**
   * How closed the table is.
   *
   * @param local by node: mean over the nodes two steps away of shared neighbours over neighbours
   *     of either; 0 for a node without any (M. Latapy et al. 2008,
   *     doi:10.1016/j.socnet.2007.04.006)
   * @param redundancy by node: share of pairs of its neighbours that are also tied through somebody
   *     else; NaN below two neighbours (the same paper)
   * @param closed share of paths of three edges that are closed by a fourth; NaN without such paths
   *     (G. Robins and M. Alexander 2004, doi:10.1023/B:CMOT.0000032580.12184.c0)
   */
  public record Clustering(double[] local, double[] redundancy, double closed) {}

  /**
   * Computes the clustering. Cost: the sum over nodes of degree squared, and for redundancy that
   * sum times the mean degree.
   *
   * @throws Cancelled if progress says stop; it hears of every node
   */
  public Clustering clustering(Progress progress) {
    int n = graph.nodes();
    double[] local = new double[n];
    double[] redundancy = new double[n];
    int[] shared = new int[n];
    int[] met = new int[n];
    double squares = 0; // ordered pairs of one side, over both ways to close them
    double paths = 0;
    for (int u = 0; u < n; u++) {
      int count = 0;
      for (int a = graph.first(u); a < graph.end(u); a++) {
        int w = graph.target(a);
        for (int b = graph.first(w); b < graph.end(w); b++) {
          int v = graph.target(b);
          if (v != u) {
            if (shared[v]++ == 0) {
              met[count++] = v;
            }
          }
        }
        paths += (degree(u) - 1.0) * (degree(w) - 1.0);
      }
      double sum = 0;
      for (int i = 0; i < count; i++) {
        int v = met[i];
        sum += (double) shared[v] / (degree(u) + degree(v) - shared[v]);
        squares += shared[v] * (shared[v] - 1.0) / 2;
      }
      local[u] = count > 0 ? sum / count : 0;
      redundancy[u] = redundancy(u, shared);
      for (int i = 0; i < count; i++) {
        shared[met[i]] = 0;
      }
      progress.step(u + 1L, n);
    }
    // Each square is met from its four nodes; each path of three edges from both ends of its
    // middle.
    double closed = paths > 0 ? 4 * (squares / 4) / (paths / 2) : Double.NaN;
    return new Clustering(local, redundancy, closed);
  }

  /** With shared counts of u's side filled in: are two neighbours tied through one of that side? */
  private double redundancy(int u, int[] shared) {
    int degree = degree(u);
    if (degree < 2) {
      return Double.NaN;
    }
    long pairs = 0;
    BitSet with = new BitSet();
    for (int i = graph.first(u); i < graph.end(u); i++) {
      int w = graph.target(i);
      with.clear();
      for (int b = graph.first(w); b < graph.end(w); b++) {
        int v = graph.target(b);
        if (v != u && shared[v] > 1) {
          for (int c = graph.first(v); c < graph.end(v); c++) {
            if (graph.target(c) > w) {
              with.set(graph.target(c));
            }
          }
        }
      }
      for (int j = i + 1; j < graph.end(u); j++) {
        pairs += with.get(graph.target(j)) ? 1 : 0;
      }
    }
    return pairs / (degree * (degree - 1.0) / 2);
  }
}
