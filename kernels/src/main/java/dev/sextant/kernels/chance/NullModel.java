package dev.sextant.kernels.chance;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Cancelled;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.SplitMix;

/**
 * Networks drawn at random among all those that have something in common with a given one.
 *
 * <p>Every draw starts from the given graph, has its nodes and its direction, and depends on the
 * seed alone. Cost for n nodes and m edges: O(n + m) for each draw of {@link #edges} and {@link
 * #dyads}; O(s m) for s switches an edge, with some 40 bytes an edge. Deterministic.
 *
 * <p>When ties are missing: what is kept (degrees, dyads) is kept as observed; if ties are missing
 * unevenly, so are they in every draw, and the test does not see it.
 */
@FunctionalInterface
public interface NullModel {
  /**
   * Draws one.
   *
   * @throws BadGraph if the graph is not of the kind that the model needs
   * @throws Cancelled if progress says stop
   */
  Csr draw(Csr graph, long seed, Progress progress);

  /**
   * Keeps the number of edges: all graphs with as many edges between different nodes are equally
   * likely (P. Erdos and A. Renyi 1959, Publicationes Mathematicae 6). Loops are left out; weights
   * are dealt out anew at random.
   */
  static NullModel edges() {
    return (graph, seed, progress) -> Draws.edges(graph, new SplitMix(seed));
  }

  /**
   * Keeps how many pairs are tied both ways, one way and not at all: U|MAN (P. Holland and S.
   * Leinhardt 1976, doi:10.2307/270703). In an undirected graph the same as {@link #edges}. Loops
   * and weights are left out.
   */
  static NullModel dyads() {
    return (graph, seed, progress) -> Draws.dyads(graph, new SplitMix(seed));
  }

  /**
   * Keeps every node's degree, in a directed graph both in and out: two edges exchange their ends,
   * over and over, wherever no loop and no parallel edge comes of it (S. Maslov and K. Sneppen
   * 2002, doi:10.1126/science.1065103); in directed graphs now and then a cycle of three is turned
   * round, without which some graphs could not be reached (A. Rao et al. 1996, Sankhya A 58).
   * Refused switches count, so that in the long run all such simple graphs are equally likely.
   * Loops stay. A weight stays with its edge's first end: in a directed graph strengths out are
   * kept.
   *
   * @param perEdge switches tried for each edge; 10 is usual
   */
  static NullModel switched(double perEdge) {
    if (!(perEdge > 0 && perEdge <= 1e6)) {
      throw new BadGraph("switches an edge " + perEdge + ": need above 0, at most 10^6");
    }
    return (graph, seed, progress) ->
        new Switching(graph).draw(perEdge, new SplitMix(seed), progress);
  }

  /**
   * Keeps every node's strength, in a directed graph both in and out; ties and degrees are free. A
   * weight is a number of units, and any two units exchange their ends unless a loop came of it (M.
   * Newman 2004, doi:10.1103/PhysRevE.70.056131: weights as parallel edges). Loops stay.
   *
   * @param perUnit switches tried for each unit of weight; 10 is usual
   * @throws BadGraph from draw, if a weight is not whole or all of them are above 2^26
   */
  static NullModel strengths(double perUnit) {
    if (!(perUnit > 0 && perUnit <= 1e6)) {
      throw new BadGraph("switches a unit " + perUnit + ": need above 0, at most 10^6");
    }
    return (graph, seed, progress) -> Draws.strengths(graph, perUnit, new SplitMix(seed), progress);
  }

  /**
   * Keeps how many events each person went to and how many persons each event had: two persons
   * trade the events that only one of them went to (Curveball: G. Strona et al. 2014,
   * doi:10.1038/ncomms5114; all tables equally likely: C. Carstens 2015,
   * doi:10.1103/PhysRevE.91.042812). Weights are left out.
   *
   * @param persons the first so many nodes; every edge joins one of them to one of the others
   * @param perPerson trades for each person; 5 is usual
   */
  static NullModel twoMode(int persons, double perPerson) {
    if (!(perPerson > 0 && perPerson <= 1e6)) {
      throw new BadGraph("trades a person " + perPerson + ": need above 0, at most 10^6");
    }
    return (graph, seed, progress) ->
        Draws.twoMode(graph, persons, perPerson, new SplitMix(seed), progress);
  }
}
