package dev.sextant.kernels.time;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Cancelled;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.Replicas;
import dev.sextant.kernels.chance.ManyTests;
import dev.sextant.kernels.chance.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * How often three ties among two or three nodes follow each other in a pattern, within a span.
 *
 * <p>What: all triples of ties at three different times, the last at most delta after the first,
 * that involve two or three nodes, told apart by pattern: the first tie is 0>1 by definition, and
 * the second and third are each one of 0>1, 1>0, 0>2, 2>0, 1>2, 2>1, which makes 36 patterns. A tie
 * can be in many triples. Paper: A. Paranjape, A. Benson, J. Leskovec 2017,
 * doi:10.1145/3018661.3018731. Exact. Cost for t ties, n nodes and T triangles of the graph without
 * times: O(t) for patterns of two nodes and for stars, and the sum over triangles of the ties on
 * their three sides; 40 bytes a tie, and 112 a node and thread. Deterministic at any number of
 * threads.
 *
 * <p>Significance: the same counts with times dealt out to the ties anew at random, which keeps who
 * met whom and how busy each moment was.
 *
 * <p>When ties are missing: a pattern of three survives with the cube of the share seen; compare
 * counts of one source with its own shuffles only.
 */
@FunctionalInterface
public interface TemporalMotifs {
  /** What a tie can be, in the order of rows and columns. */
  List<String> ARCS = List.of("0>1", "1>0", "0>2", "2>0", "1>2", "2>1");

  /**
   * Counts.
   *
   * @throws Cancelled if progress says stop
   */
  Result compute(TimedTies ties, Progress progress);

  /**
   * Within a span.
   *
   * @param delta at least 0
   */
  static TemporalMotifs within(long delta, int threads) {
    if (delta < 0 || threads < 1) {
      throw new BadGraph("delta " + delta + " needs at least 0, threads " + threads + " 1");
    }
    return (ties, progress) -> new MotifCount(ties, delta, threads, progress).result();
  }

  /**
   * Counts beside those of shuffled times, one verdict a pattern in the order of rows and columns,
   * with p-values to be read through {@link Tested#q}.
   *
   * @param draws at least 1
   */
  static Tested tested(
      TimedTies ties, long delta, int draws, long seed, int threads, Progress progress) {
    if (draws < 1) {
      throw new BadGraph("draws " + draws + ": need at least 1");
    }
    Result observed = within(delta, threads).compute(ties, Replicas.quiet(progress));
    double[][] drawn = new double[36][draws];
    Replicas.run(
        draws,
        threads,
        () -> drawn,
        (i, all) -> {
          TimedTies other = ties.shuffled(Replicas.seed(seed, i));
          Result found = within(delta, 1).compute(other, Replicas.quiet(progress));
          for (int m = 0; m < 36; m++) {
            all[m][i] = found.counts()[m];
          }
        },
        progress);
    List<Verdict> verdicts = new ArrayList<>();
    for (int m = 0; m < 36; m++) {
      verdicts.add(Verdict.of(Result.name(m), observed.counts()[m], drawn[m]));
    }
    double[] p = verdicts.stream().mapToDouble(Verdict::p).toArray();
    return new Tested(List.copyOf(verdicts), ManyTests.benjaminiHochberg(p));
  }

  /**
   * Counts by pattern, six rows by the second tie of six columns by the third.
   *
   * @param counts belongs to the result
   */
  record Result(long[] counts) {
    /** How often 0>1, then these two. */
    public long count(String second, String third) {
      int row = ARCS.indexOf(second);
      int column = ARCS.indexOf(third);
      if (row < 0 || column < 0) {
        throw new BadGraph("a tie of a pattern is one of " + ARCS);
      }
      return counts[6 * row + column];
    }

    /** All of them. */
    public long total() {
      long sum = 0;
      for (long count : counts) {
        sum += count;
      }
      return sum;
    }

    /** A pattern's three ties. */
    public static String name(int motif) {
      return "0>1 " + ARCS.get(motif / 6) + " " + ARCS.get(motif % 6);
    }
  }

  /**
   * Patterns beside chance.
   *
   * @param verdicts one a pattern
   * @param q two-sided p corrected for there being 36; belongs to the result
   */
  record Tested(List<Verdict> verdicts, double[] q) {}
}
