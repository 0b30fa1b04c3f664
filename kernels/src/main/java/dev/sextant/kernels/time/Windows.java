package dev.sextant.kernels.time;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import java.util.ArrayList;
import java.util.List;

/**
 * Ties cut into windows of one length, each a graph.
 *
 * <p>Window i begins at start + i step and ends before its begin + length; windows overlap if the
 * step is shorter than the length, and leave gaps if it is longer. Weights count ties. Cost: O(t +
 * w n) for t ties, windows overlapping counted again, w windows and n nodes. Deterministic. No
 * seed.
 *
 * <p>When ties are missing in some windows only (a phone seized, a platform blocked), change
 * between windows is change of what was seen.
 *
 * @param begins of each window
 * @param length of all
 * @param graphs of each window
 */
public record Windows(List<Long> begins, long length, List<Csr> graphs) {
  /** Graphs beyond this are a mistake of units. */
  private static final int MOST = 100_000;

  /** Keeps its own lists. */
  public Windows {
    begins = List.copyOf(begins);
    graphs = List.copyOf(graphs);
  }

  /**
   * Cuts from a start until the last tie is in.
   *
   * @param length at least 1
   * @param step at least 1
   * @throws BadGraph if length or step is below 1, or there would be more than 100,000 windows
   */
  public static Windows cut(TimedTies ties, long start, long length, long step, boolean directed) {
    if (length < 1 || step < 1) {
      throw new BadGraph("length " + length + " and step " + step + " need at least 1");
    }
    List<Long> begins = new ArrayList<>();
    List<Csr> graphs = new ArrayList<>();
    int all = ties.size();
    if (all > 0) {
      long last = ties.time(all - 1);
      if ((double) last - start >= (double) step * MOST) {
        throw new BadGraph("more than " + MOST + " windows of step " + step);
      }
      for (long begin = start; begin <= last; begin += step) {
        int first = ties.firstAt(begin);
        int end = ties.firstAt(begin + length);
        begins.add(begin);
        graphs.add(ties.graph(first, end, directed));
      }
    }
    return new Windows(begins, length, graphs);
  }

  /** Back to back, from the first tie. */
  public static Windows cut(TimedTies ties, long length, boolean directed) {
    return cut(ties, ties.size() == 0 ? 0 : ties.time(0), length, length, directed);
  }

  /** How many windows. */
  public int count() {
    return graphs.size();
  }
}
