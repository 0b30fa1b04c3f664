package dev.sextant.cluster;

/**
 * What is asked of a table, the same for both engines.
 *
 * @param directed whether ties have a direction
 * @param weighted whether weights count
 * @param seed of sketches, samples and label propagation
 * @param registers logarithm of the bytes of a HyperBall counter
 * @param sample sources of the sampled betweenness
 * @param tolerance of PageRank
 * @param pieces blocks to cut the graph into; 0 for as many as suit
 */
public record Wishes(
    boolean directed,
    boolean weighted,
    long seed,
    int registers,
    int sample,
    double tolerance,
    int pieces) {
  /** Rounds of label propagation at most. */
  static final int LABEL_ROUNDS = 60;

  /** Rounds of PageRank at most. */
  static final int RANK_ROUNDS = 500;

  /** Chance that PageRank's walker goes on. */
  static final double DAMPING = 0.85;

  /** No direction, no weights, seed 1, 2^8 registers, 64 sources, 1e-9. */
  public static Wishes usual() {
    return new Wishes(false, false, 1, 8, 64, 1e-9, 0);
  }
}
