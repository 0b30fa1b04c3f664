package dev.sextant.network;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.chance.Backbone;
import dev.sextant.kernels.group.Correction;
import dev.sextant.kernels.group.Projection;
import dev.sextant.kernels.group.TwoMode;
import dev.sextant.records.GraphTable;
import dev.sextant.terms.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A two-mode graph file (people by events, accounts by groups) made into ties among one side, with
 * what chance would give. The answer is a table, tab-separated, with a head line.
 */
public final class FileProjection {
  private final FileGraph file;

  private FileProjection(FileGraph file) {
    this.file = file;
  }

  /** Of a file's graph; directions are ignored. */
  public static FileProjection of(FileGraph file) {
    return new FileProjection(file);
  }

  /**
   * What is wanted.
   *
   * @param side first (the side of the file's first node), second
   * @param test hypergeometric, sdsm, fdsm or none
   * @param correction none, holm or fdr
   * @param level of the error that the correction bounds
   * @param draws of fdsm
   * @param everything whether pairs that are no more than chance are listed too
   */
  public record Wanted(
      String side, String test, String correction, double level, int draws, boolean everything) {}

  /** How many pairs there are and how many are significant; a line a pair. */
  public record Ties(List<String> notes, String table) {}

  /**
   * Projects.
   *
   * @throws BadMeasuring {@code SX-NETWORK-GRAPH} if the graph has not two sides
   */
  public Ties project(Wanted wanted, long seed, int threads, Progress progress) {
    return Kernels.run(
        progress,
        listener -> {
          Csr graph = file.graph().ignoringDirection();
          boolean[] people = side(graph, wanted.side);
          Projection pairs = TwoMode.project(graph, people, listener);
          double[] chance =
              switch (wanted.test.toLowerCase(Locale.ROOT)) {
                case "none", "hypergeometric" -> pairs.chances();
                case "sdsm" -> Backbone.stochastic().compute(graph, people, pairs, listener);
                case "fdsm" ->
                    Backbone.fixed(wanted.draws, seed, threads)
                        .compute(graph, people, pairs, listener);
                default ->
                    throw FileWords.unknown(
                        "no test is called so",
                        "--test",
                        wanted.test,
                        "hypergeometric, sdsm, fdsm, none");
              };
          boolean tested = !wanted.test.equalsIgnoreCase("none");
          boolean[] keep =
              correction(wanted.correction).significant(chance, pairs.candidates(), wanted.level);
          return ties(pairs, chance, tested ? keep : null, wanted);
        });
  }

  private boolean[] side(Csr graph, String side) {
    TwoMode.Colours colours = TwoMode.colours(graph);
    if (!colours.found()) {
      throw new BadMeasuring(
          "SX-NETWORK-GRAPH",
          "the graph has not two sides",
          "projection",
          file.name(colours.odd()[0]) + " - " + file.name(colours.odd()[1]),
          "give a table of people by events, or pairs of person and event whose labels differ");
    }
    boolean first =
        switch (side.toLowerCase(Locale.ROOT)) {
          case "first" -> true;
          case "second" -> false;
          default ->
              throw FileWords.unknown("no side is called so", "--side", side, "first, second");
        };
    int[] of = sides(graph, colours.side());
    boolean[] people = new boolean[of.length];
    for (int v = 0; v < of.length; v++) {
      people[v] = of[v] == (of.length == 0 || first ? of[0] : 1 - of[0]);
    }
    return people;
  }

  /* Within a piece the graph tells the sides apart; which side of one piece goes with which of the
   * next, only the file does: its ties' first ends are one kind, and so are their second ones. */
  private int[] sides(Csr graph, int[] found) {
    GraphTable table = file.table();
    int[] of = found.clone();
    int[] ends = new int[of.length];
    for (int i = 0; i < table.edges(); i++) {
      ends[table.from()[i]]++;
      ends[table.to()[i]]--;
    }
    boolean[] seen = new boolean[of.length];
    int[] queue = new int[of.length];
    for (int s = 0; s < of.length; s++) {
      int size = 0;
      if (!seen[s]) {
        seen[s] = true;
        queue[size++] = s;
      }
      int balance = 0;
      for (int head = 0; head < size; head++) {
        int v = queue[head];
        balance += found[v] == 0 ? ends[v] : -ends[v];
        for (int a = graph.first(v); a < graph.end(v); a++) {
          int w = graph.target(a);
          if (!seen[w]) {
            seen[w] = true;
            queue[size++] = w;
          }
        }
      }
      for (int i = 0; i < size && balance < 0; i++) {
        of[queue[i]] = 1 - found[queue[i]];
      }
    }
    return of;
  }

  private static Correction correction(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "none" -> Correction.NONE;
      case "holm" -> Correction.HOLM;
      case "fdr" -> Correction.FALSE_DISCOVERY;
      default ->
          throw FileWords.unknown(
              "no correction is called so", "--correction", name, "none, holm, fdr");
    };
  }

  private Ties ties(
      Projection pairs,
      double[] chance,
      boolean @org.jspecify.annotations.Nullable [] keep,
      Wanted wanted) {
    StringBuilder out = new StringBuilder("node\tother\tshared\tnewman\tp\tbackbone\n");
    int kept = 0;
    for (int i = 0; i < pairs.pairs(); i++) {
      kept += keep != null && keep[i] ? 1 : 0;
      if (keep == null || keep[i] || wanted.everything) {
        out.append(file.name(pairs.lower(i))).append('\t');
        out.append(file.name(pairs.higher(i))).append('\t').append(pairs.shared(i)).append('\t');
        out.append(pairs.newman(i)).append('\t');
        out.append(keep == null ? "" : Figures.of(chance[i])).append('\t');
        out.append(keep == null ? "" : keep[i] ? "yes" : "no").append('\n');
      }
    }
    List<String> notes = new ArrayList<>();
    notes.add(pairs.pairs() + " pairs share something, of " + pairs.candidates() + " that could.");
    if (keep != null) {
      notes.add(
          kept
              + " share more than chance would have it ("
              + wanted.test
              + ", "
              + wanted.correction
              + " at "
              + wanted.level
              + ").");
    }
    return new Ties(notes, out.toString());
  }
}
