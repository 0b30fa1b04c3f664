package dev.sextant.network;

import dev.sextant.kernels.chance.Verdict;
import dev.sextant.kernels.time.ChangePoints;
import dev.sextant.kernels.time.Rhythm;
import dev.sextant.kernels.time.TemporalMotifs;
import dev.sextant.kernels.time.TimedTies;
import dev.sextant.kernels.time.WindowDistance;
import dev.sextant.kernels.time.Windows;
import dev.sextant.records.GraphTable;
import dev.sextant.terms.Progress;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Questions about when ties of a graph file happened: patterns of three, bursts, changes between
 * windows. Ties without a time are left out and counted. Answers are tables, tab-separated, with a
 * head line. Times of dated files are printed in UTC.
 */
public final class FileTimes {
  private static final long MILLIS = 1000;

  private final FileGraph file;
  private final TimedTies ties;
  private final boolean dated;
  private final int untimed;

  private FileTimes(FileGraph file, TimedTies ties, boolean dated, int untimed) {
    this.file = file;
    this.ties = ties;
    this.dated = dated;
    this.untimed = untimed;
  }

  /**
   * Questions about a file's ties.
   *
   * @throws BadMeasuring {@code SX-NETWORK-TIME} if no tie has a time
   */
  public static FileTimes of(FileGraph file) {
    GraphTable table = file.table();
    GraphTable.Times times = table.times();
    if (times == null || times.known() == 0) {
      throw new BadMeasuring(
          "SX-NETWORK-TIME",
          "no tie of the file has a time",
          "times",
          table.edges() + " ties",
          "name the column of times with --time");
    }
    int[] from = new int[times.known()];
    int[] to = new int[from.length];
    long[] at = new long[from.length];
    int kept = 0;
    for (int i = 0; i < table.edges(); i++) {
      if (times.at()[i] != GraphTable.NO_TIME) {
        from[kept] = table.from()[i];
        to[kept] = table.to()[i];
        at[kept++] = times.at()[i];
      }
    }
    TimedTies ties =
        Kernels.run(Progress.silent(), listener -> TimedTies.of(table.nodes(), from, to, at));
    return new FileTimes(file, ties, times.dated(), table.edges() - kept);
  }

  /** Ties that the file gives no time for, left out. */
  public int untimed() {
    return untimed;
  }

  /**
   * True if times are dates, so that spans are in seconds; else they are the file's own numbers.
   */
  public boolean dated() {
    return dated;
  }

  private long span(long asked) {
    return dated ? Math.multiplyExact(asked, MILLIS) : asked;
  }

  private String moment(long at) {
    return dated ? Instant.ofEpochMilli(at).toString() : Long.toString(at);
  }

  /**
   * Patterns of three ties within a span, beside those of shuffled times.
   *
   * @param within seconds if dated, else the file's own unit
   * @param draws shuffles; 0 for counts alone
   */
  public String motifs(long within, int draws, long seed, int threads, Progress progress) {
    long delta = span(within);
    return Kernels.run(
        progress,
        listener -> {
          if (draws == 0) {
            StringBuilder out = new StringBuilder("pattern\tcount\n");
            long[] counts = TemporalMotifs.within(delta, threads).compute(ties, listener).counts();
            for (int m = 0; m < counts.length; m++) {
              out.append(TemporalMotifs.Result.name(m)).append('\t').append(counts[m]).append('\n');
            }
            return out.toString();
          }
          TemporalMotifs.Tested found =
              TemporalMotifs.tested(ties, delta, draws, seed, threads, listener);
          StringBuilder out = new StringBuilder("pattern\tcount\tby.chance\tlow\thigh\tz\tp\tq\n");
          for (int m = 0; m < found.verdicts().size(); m++) {
            Verdict verdict = found.verdicts().get(m);
            out.append(verdict.name());
            double[] figures = {
              verdict.observed(),
              verdict.mean(),
              verdict.low(),
              verdict.high(),
              verdict.z(),
              verdict.p(),
              found.q()[m]
            };
            Arrays.stream(figures).forEach(x -> out.append('\t').append(Figures.of(x)));
            out.append('\n');
          }
          return out.toString();
        });
  }

  /**
   * The rhythm of some nodes' ties and their bursts: a line a node, then after an empty line a line
   * a burst.
   *
   * @param labels of the nodes; empty for all ties together
   * @param gamma the higher, the fewer bursts
   * @throws BadMeasuring {@code SX-NETWORK-NODE} for a label that no node has
   */
  public String bursts(List<String> labels, double gamma, Progress progress) {
    return Kernels.run(
        progress,
        listener -> {
          StringBuilder out = new StringBuilder("node\tties\tmean.gap\tburstiness\tmemory\n");
          StringBuilder bursts = new StringBuilder("\nnode\tbegin\tend\tties\tweight\n");
          if (labels.isEmpty()) {
            rhythm("(all)", ties.times(), gamma, out, bursts);
          }
          for (String label : labels) {
            int node = file.place(label);
            rhythm(file.name(node), ties.timesOf(node), gamma, out, bursts);
          }
          return out.append(bursts).toString();
        });
  }

  private void rhythm(
      String name, long[] times, double gamma, StringBuilder out, StringBuilder bursts) {
    Rhythm rhythm = Rhythm.of(times, 2, gamma);
    double gap = dated ? rhythm.mean() / MILLIS : rhythm.mean();
    out.append(name).append('\t').append(times.length).append('\t').append(Figures.of(gap));
    out.append('\t').append(Figures.of(rhythm.corrected()));
    out.append('\t').append(Figures.of(rhythm.memory())).append('\n');
    for (Rhythm.Burst burst : rhythm.bursts()) {
      bursts.append(name).append('\t').append(moment(burst.begin())).append('\t');
      bursts.append(moment(burst.end())).append('\t').append(burst.last() - burst.first() + 1);
      bursts.append('\t').append(burst.weight()).append('\n');
    }
  }

  /**
   * Windows, and the significant changes between them: a line a window with its ties, how far it is
   * from the one before, and whether a change comes with it.
   *
   * @param window length; seconds if dated, else the file's own unit
   * @param level significance at which a change counts
   */
  public String changes(long window, double level, long seed, int threads, Progress progress) {
    return Kernels.run(
        progress,
        listener -> {
          Windows windows = Windows.cut(ties, span(window), file.directed());
          double[][] distance = WindowDistance.SHARES.matrix(windows.graphs(), listener);
          List<ChangePoints.Change> changes =
              ChangePoints.divisive(
                  distance, new ChangePoints.Plan(3, 199, level, seed, threads), listener);
          StringBuilder out = new StringBuilder("window\tbegin\tties\tdistance\tchange.p\n");
          for (int i = 0; i < windows.count(); i++) {
            int at = i;
            out.append(i).append('\t').append(moment(windows.begins().get(i))).append('\t');
            out.append(windows.graphs().get(i).edges()).append('\t');
            out.append(i == 0 ? "" : Figures.of(distance[i - 1][i])).append('\t');
            changes.stream()
                .filter(change -> change.at() == at)
                .forEach(change -> out.append(Figures.of(change.p())));
            out.append('\n');
          }
          return out.toString();
        });
  }
}
