package dev.sextant.kernels.covert;

import dev.sextant.kernels.BadGraph;

/**
 * How likely two nodes without a tie look, judged by the ties around them. With N(u) the neighbours
 * of u, directions, weights and loops ignored. D. Liben-Nowell and J. Kleinberg 2007,
 * doi:10.1002/asi.20591, compare the first ones.
 *
 * @param kind which score
 * @param factor of {@link Kind#LOCAL_PATH} and {@link Kind#KATZ}: what a longer walk counts; of
 *     {@link Kind#PAGERANK} the chance of going on; else 0
 */
public record LinkScore(Kind kind, double factor) {
  /** The scores. */
  public enum Kind {
    /** Size of N(u) and N(v) together. */
    COMMON_NEIGHBOURS,
    /** Common neighbours over neighbours of either; P. Jaccard 1901. */
    JACCARD,
    /** Common neighbours w, each 1 / log |N(w)|; doi:10.1016/S0378-8733(03)00009-1. */
    ADAMIC_ADAR,
    /** Common neighbours w, each 1 / |N(w)|; doi:10.1140/epjb/e2009-00335-8. */
    RESOURCE_ALLOCATION,
    /** |N(u)| |N(v)|. */
    PREFERENTIAL_ATTACHMENT,
    /** Walks of two steps, and factor times walks of three; doi:10.1103/PhysRevE.80.046122. */
    LOCAL_PATH,
    /**
     * Walks of any length l, each factor^l times; the factor is a share of 1 over the largest
     * eigenvalue. Walks are followed until what is left of them is below 1e-9 of a step's worth. L.
     * Katz 1953, doi:10.1007/BF02289026.
     */
    KATZ,
    /**
     * Where a walk from u that goes on with this chance, or returns to u, is found at v, and the
     * other way round, added; to 1e-9.
     */
    PAGERANK;

    /** As people write it. */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /** Refuses a factor that the score cannot have. */
  public LinkScore {
    boolean walks = kind == Kind.KATZ || kind == Kind.PAGERANK;
    if (walks
        ? !(factor > 0 && factor < 1)
        : kind == Kind.LOCAL_PATH ? !(factor >= 0) : factor != 0) {
      throw new BadGraph("factor " + factor + " does not fit " + kind);
    }
  }

  /** The score with its usual factor: .01 of local path, half of Katz's limit, .85 of PageRank. */
  public static LinkScore usual(Kind kind) {
    return new LinkScore(
        kind,
        switch (kind) {
          case LOCAL_PATH -> 0.01;
          case KATZ -> 0.5;
          case PAGERANK -> 0.85;
          default -> 0;
        });
  }
}
