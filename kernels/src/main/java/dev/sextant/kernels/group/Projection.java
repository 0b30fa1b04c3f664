package dev.sextant.kernels.group;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;

/** Pairs of one side of a two-mode graph that share somebody of the other; by number of ends. */
public final class Projection {
  private final int nodes;
  private final long candidates;
  private final int[] lower;
  private final int[] higher;
  private final int[] shared;
  private final double[] newman;
  private final double[] chance;

  Projection(
      int nodes,
      long candidates,
      int[] lower,
      int[] higher,
      int[] shared,
      double[] newman,
      double[] chance) {
    this.nodes = nodes;
    this.candidates = candidates;
    this.lower = lower;
    this.higher = higher;
    this.shared = shared;
    this.newman = newman;
    this.chance = chance;
  }

  /** Pairs that share anything. */
  public int pairs() {
    return shared.length;
  }

  /** All pairs of the side, whether they share anything or not: the number of tests. */
  public long candidates() {
    return candidates;
  }

  /** The pair's node with the lower number. */
  public int lower(int pair) {
    return lower[pair];
  }

  /** The pair's node with the higher number. */
  public int higher(int pair) {
    return higher[pair];
  }

  /** How many nodes of the other side both are tied to. */
  public int shared(int pair) {
    return shared[pair];
  }

  /** Newman's weight. */
  public double newman(int pair) {
    return newman[pair];
  }

  /** Probability of sharing as many or more by chance. */
  public double chance(int pair) {
    return chance[pair];
  }

  /** All of {@link #chance}; a copy. */
  public double[] chances() {
    return chance.clone();
  }

  /**
   * Which pairs are more than chance.
   *
   * @param level of the error, above 0 and below 1; which error, the correction says
   */
  public boolean[] backbone(double level, Correction correction) {
    if (!(level > 0 && level < 1)) {
      throw new BadGraph("level " + level + ": need a number between 0 and 1");
    }
    return correction.significant(chance, candidates, level);
  }

  /** What a pair's tie weighs. */
  public enum Weight {
    /** Number of shared nodes. */
    SHARED,
    /** Newman's. */
    NEWMAN
  }

  /**
   * The ties as a graph over all nodes of the two-mode graph, those of the other side without ties.
   * Pairs whose Newman weight is 0 cannot be: who shares somebody is at least two.
   */
  public Csr graph(Weight weight, boolean[] keep) {
    if (keep.length != shared.length) {
      throw new BadGraph(keep.length + " choices for " + shared.length + " pairs");
    }
    CsrBuilder builder = CsrBuilder.undirected(nodes, CsrBuilder.Loops.DROP);
    for (int i = 0; i < shared.length; i++) {
      if (keep[i]) {
        builder.edge(lower[i], higher[i], weight == Weight.SHARED ? shared[i] : newman[i]);
      }
    }
    return builder.build().graph();
  }
}
