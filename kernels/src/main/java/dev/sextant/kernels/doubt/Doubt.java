package dev.sextant.kernels.doubt;

import dev.sextant.kernels.Answer;
import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Cancelled;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.NamedMeasure;
import dev.sextant.kernels.Progress;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * How far measures can be trusted, given what may be wrong with the network.
 *
 * <p>What: many networks that may be the true one are drawn, given the recorded one and stated
 * {@link Errors}: wrong ties go, as many missing ones as the stated share implies come back where
 * the stated model puts them, and so on; each is measured as the recorded one is. The interval of a
 * node's rank therefore is one of its rank in the <i>true</i> network, not of what would be seen if
 * the recorded one were watched as badly once more; that second question is asked too, for {@link
 * Spread.Ranks#robustness}. Papers: C. Martin and P. Niemeyer 2019, doi:10.1017/nws.2019.12; S. P.
 * Borgatti, K. M. Carley and D. Krackhardt 2006, doi:10.1016/j.socnet.2005.05.001; J. A. Smith and
 * J. Moody 2013, doi:10.1016/j.socnet.2013.09.003. Intervals of ranks are corrected by trying them
 * where the truth is known ({@link Spread.Calibration}). Cost: twice the replicas (once,
 * uncorrected) times the measures' own, plus O(n log n) a measure and replica for n nodes; 4 bytes
 * a node, replica and ranked measure, and O(n + m) for each thread. Sampled: with R replicas an end
 * of an interval is off by some 0.22/sqrt(R) in probability. Deterministic for a seed, which is in
 * the {@link Plan}; the same bytes at any number of threads.
 *
 * <p>When ties are missing in other ways than stated, intervals hold less than they promise: ties
 * hidden on purpose are not missing by chance.
 */
@FunctionalInterface
public interface Doubt {
  /**
   * Measures the recorded network and its replicas.
   *
   * @throws BadGraph if a measure refuses the recorded network, errors do not fit it, or ranks need
   *     more memory than there is; says how much
   * @throws Cancelled if progress says stop; it hears of every replica
   */
  Result compute(Csr graph, Progress progress);

  /**
   * By replicas.
   *
   * @param measures to be taken
   * @param errors what may be wrong
   * @param plan how many replicas, and so on
   */
  static Doubt of(List<NamedMeasure> measures, Errors errors, Plan plan) {
    List<NamedMeasure> all = List.copyOf(measures);
    return (graph, progress) -> new Ensemble(graph, all, errors, plan, progress).result();
  }

  /**
   * How replicas are measured.
   *
   * @param replicas how many, at least 1
   * @param seed of everything random
   * @param threads most threads to use, at least 1
   * @param weighted whether weights count
   * @param level share of the replicas within an interval, above 0 and below 1
   * @param top how many nodes are the top, at least 1
   * @param calibrated whether intervals of ranks are corrected by {@link Spread.Calibration}, which
   *     costs as much again as the replicas
   */
  record Plan(
      int replicas,
      long seed,
      int threads,
      boolean weighted,
      double level,
      int top,
      boolean calibrated) {
    /** Refuses what is out of range. */
    public Plan {
      if (replicas < 1 || threads < 1 || top < 1 || !(level > 0 && level < 1)) {
        throw new BadGraph(
            "replicas "
                + replicas
                + ", threads "
                + threads
                + ", top "
                + top
                + ", level "
                + level
                + ": need replicas, threads and top of at least 1, and 0 < level < 1");
      }
    }

    /** Calibrated. */
    public Plan(int replicas, long seed, int threads, boolean weighted, double level, int top) {
      this(replicas, seed, threads, weighted, level, top, true);
    }

    /** 1,000 replicas, seed 1, one thread, weights ignored, 90 %, the first 10. */
    public static Plan usual() {
      return new Plan(1000, 1, 1, false, 0.9, 10);
    }

    /** As this, with other replicas. */
    public Plan replicas(int many) {
      return new Plan(many, seed, threads, weighted, level, top, calibrated);
    }

    /** As this, with another seed. */
    public Plan seed(long other) {
      return new Plan(replicas, other, threads, weighted, level, top, calibrated);
    }

    /** As this, with other threads. */
    public Plan threads(int most) {
      return new Plan(replicas, seed, most, weighted, level, top, calibrated);
    }

    /** As this, with weights counted or not. */
    public Plan weighted(boolean count) {
      return new Plan(replicas, seed, threads, count, level, top, calibrated);
    }

    /** As this, with another number of nodes that are the top. */
    public Plan top(int first) {
      return new Plan(replicas, seed, threads, weighted, level, first, calibrated);
    }

    /** As this, with intervals corrected or not. */
    public Plan calibrated(boolean correct) {
      return new Plan(replicas, seed, threads, weighted, level, top, correct);
    }
  }

  /**
   * A measure of the recorded network, and how it varies.
   *
   * @param measure which
   * @param answer of the recorded network
   * @param spread over the replicas
   */
  record Measured(NamedMeasure measure, Answer answer, Spread spread) {}

  /**
   * All measures.
   *
   * @param errors that were stated
   * @param plan that was followed
   * @param measured in the order asked for
   */
  record Result(Errors errors, Plan plan, List<Measured> measured) {
    /** Copies. */
    public Result {
      measured = List.copyOf(measured);
    }

    /**
     * The measure of a name.
     *
     * @throws NoSuchElementException if it was not taken
     */
    public Measured of(String name) {
      return measured.stream()
          .filter(m -> m.measure().name().equals(name))
          .findFirst()
          .orElseThrow(() -> new NoSuchElementException(name + " was not measured"));
    }

    /**
     * Ranks by a score.
     *
     * @throws NoSuchElementException if no score of this name was taken
     */
    public Spread.Ranks ranks(String name) {
      if (of(name).spread() instanceof Spread.Ranks ranks) {
        return ranks;
      }
      throw new NoSuchElementException(name + " is no score");
    }
  }
}
