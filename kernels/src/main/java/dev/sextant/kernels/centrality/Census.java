package dev.sextant.kernels.centrality;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.List;

/**
 * How pairs and triples of nodes are tied.
 *
 * <p>What: of all pairs, how many are tied both ways, one way or not at all; <i>reciprocity</i> is
 * the share of arcs that are returned. Of all triples, how many are of each of the 16 kinds, named
 * by their mutual, asymmetric and null pairs. Loops and weights are ignored; an undirected tie is
 * mutual. Papers: P. W. Holland and S. Leinhardt 1970, doi:10.1086/224954; triples in linear time
 * on sparse networks: V. Batagelj and A. Mrvar 2001, doi:10.1016/S0378-8733(01)00035-1. Cost for n
 * nodes, m edges and the largest degree d: O(m d) time, usually far less, and O(n + m) memory.
 * Exact up to 2^63. Deterministic. No seed.
 *
 * <p>When ties are missing: mutual pairs turn into one-way ones twice as fast as ties are lost;
 * closed triples vanish three times as fast.
 */
@FunctionalInterface
public interface Census {
  /** Names of the kinds of triples, in the order of {@link Result#triads()}. */
  List<String> KINDS =
      List.of(
          "003", "012", "102", "021D", "021U", "021C", "111D", "111U", "030T", "030C", "201",
          "120D", "120U", "120C", "210", "300");

  /**
   * Counts.
   *
   * @throws dev.sextant.kernels.BadGraph if there are 2^63 triples or more
   * @throws dev.sextant.kernels.Cancelled if progress says stop; it hears of every few hundred
   *     nodes
   */
  Result compute(Csr graph, Progress progress);

  /** Counts pairs and triples. */
  static Census counted() {
    return (graph, progress) -> new TriadCount(graph).compute(progress);
  }

  /**
   * The share of arcs that are returned, alone, which needs no triples and works beyond 2^63 of
   * them; NaN without arcs.
   */
  static Share reciprocity() {
    return (graph, progress) -> {
      long arcs = 0;
      long returned = 0;
      for (int v = 0; v < graph.nodes(); v++) {
        for (int a = graph.first(v); a < graph.end(v); a++) {
          int w = graph.target(a);
          if (w != v) {
            arcs++;
            returned += !graph.directed() || graph.arc(w, v) >= 0 ? 1 : 0;
          }
        }
      }
      progress.step(graph.nodes(), graph.nodes());
      return arcs == 0 ? Double.NaN : (double) returned / arcs;
    };
  }

  /** One share of the whole. */
  @FunctionalInterface
  interface Share {
    /** Computes the share. */
    double compute(Csr graph, Progress progress);
  }

  /**
   * The counts.
   *
   * @param mutual pairs tied both ways
   * @param asymmetric pairs tied one way
   * @param empty pairs not tied
   * @param triads triples of each of {@link #KINDS}
   */
  record Result(long mutual, long asymmetric, long empty, long[] triads) {
    /** Share of arcs that are returned; NaN without arcs. */
    public double reciprocity() {
      long arcs = 2 * mutual + asymmetric;
      return arcs == 0 ? Double.NaN : 2.0 * mutual / arcs;
    }

    /** Triples of a kind, such as "030T". */
    public long triads(String kind) {
      return triads[KINDS.indexOf(kind)];
    }
  }
}
