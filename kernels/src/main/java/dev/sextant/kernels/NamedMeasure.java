package dev.sextant.kernels;

/**
 * A measure that can be asked for by name: the catalogue's entry, from which the command line, the
 * ensembles and the benchmarks take it.
 *
 * @param name lower case, words joined by hyphens; what people type
 * @param what one sentence: what it says of a node, a group or the whole
 * @param source paper with DOI
 * @param missing how it behaves when ties are missing or wrong; one sentence
 * @param cost what it costs
 * @param method how it is computed
 */
public record NamedMeasure(
    String name, String what, String source, String missing, Cost cost, Method method) {

  /** How the time grows with n nodes and m edges; what it is run on by default follows from it. */
  public enum Cost {
    /** About n + m steps, some times over: seconds at 10^7 edges. */
    LINEAR,
    /** About m times the square root of m, or worse on dense middles. */
    TRIANGLES,
    /** About n times m steps: seconds at 10^5 edges, hours at 10^7. */
    ALL_PAIRS,
    /** Not polynomial, or n cubed: for small graphs, refused beyond its stated bound. */
    SMALL
  }

  /** Computes an answer of one graph. */
  @FunctionalInterface
  public interface Method {
    /**
     * Measures.
     *
     * @throws BadGraph if the graph cannot be measured this way; says why and what would help
     * @throws Cancelled if progress says stop
     */
    Answer measure(Csr graph, Setting setting, Progress progress);
  }

  /**
   * What may be set beside the graph.
   *
   * @param threads most threads to use, at least 1; any number gives the same bytes
   * @param seed of everything random
   * @param weighted whether weights count; if so they are strengths, and a measure that needs
   *     lengths takes 1/strength and says so in {@code what}
   */
  public record Setting(int threads, long seed, boolean weighted) {
    /** One thread, seed 1, weights ignored. */
    public static Setting usual() {
      return new Setting(1, 1, false);
    }

    /** Refuses fewer than one thread. */
    public Setting {
      if (threads < 1) {
        throw new BadGraph("threads " + threads + ": need at least 1");
      }
    }
  }
}
