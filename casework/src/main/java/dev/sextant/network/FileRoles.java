package dev.sextant.network;

import dev.sextant.kernels.Partition;
import dev.sextant.kernels.centrality.Brokerage;
import dev.sextant.kernels.centrality.Mixing;
import dev.sextant.kernels.chance.AttributeTies;
import dev.sextant.kernels.chance.Verdict;
import dev.sextant.kernels.group.Blockmodel;
import dev.sextant.kernels.group.Concor;
import dev.sextant.kernels.group.RegularLikeness;
import dev.sextant.terms.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Questions about roles and groups in a graph file: brokers between groups that an attribute makes,
 * whether like ties to like, and positions. Answers are tables, tab-separated, with a head line.
 */
public final class FileRoles {
  private final FileGraph file;

  private FileRoles(FileGraph file) {
    this.file = file;
  }

  /** Questions about a file's graph. */
  public static FileRoles of(FileGraph file) {
    return new FileRoles(file);
  }

  /** A line a node: its group, how many pairs it brokers in each role, and the z value of each. */
  public String brokerage(FileAttribute by, Progress progress) {
    return Kernels.run(
        progress,
        listener -> {
          Brokerage.Result found =
              Brokerage.between(by.groupsWithUnknown()).compute(file.graph(), listener);
          StringBuilder out = new StringBuilder("node\tgroup\ttotal");
          for (Brokerage.Role role : Brokerage.Role.values()) {
            String name = role.name().toLowerCase(Locale.ROOT);
            out.append('\t').append(name).append('\t').append(name).append(".z");
          }
          for (int v = 0; v < file.nodes(); v++) {
            out.append('\n').append(file.name(v)).append('\t').append(by.name(by.group(v)));
            out.append('\t').append(found.total(v));
            for (Brokerage.Role role : Brokerage.Role.values()) {
              out.append('\t').append(found.count(v, role));
              out.append('\t').append(Figures.of(found.z(v, role)));
            }
          }
          return out.append('\n').toString();
        });
  }

  /**
   * Whether like ties to like: figures with what permutations of the attribute give, then after an
   * empty line how many ties run between any two groups.
   *
   * @param permutations at least 1
   */
  public String mixing(
      FileAttribute by, int permutations, long seed, int threads, Progress progress) {
    return Kernels.run(
        progress,
        listener -> {
          StringBuilder out = new StringBuilder("figure\tvalue\tby.chance\tlow\thigh\tz\tp\n");
          double all = Mixing.byGroups(by.groupsWithUnknown()).compute(file.graph(), listener);
          out.append("assortativity\t").append(Figures.of(all)).append("\t\t\t\t\t\n");
          List<Verdict> verdicts =
              new ArrayList<>(
                  AttributeTies.groups(by.groups(), permutations, seed, threads)
                      .compute(file.graph(), listener));
          if (by.numeric()) {
            verdicts.addAll(
                AttributeTies.numbers(by.numbers(), permutations, seed, threads)
                    .compute(file.graph(), listener));
          }
          verdicts.forEach(verdict -> line(out, verdict));
          return out.append('\n').append(matrix(by)).toString();
        });
  }

  private static void line(StringBuilder out, Verdict verdict) {
    out.append(verdict.name());
    double[] figures = {
      verdict.observed(), verdict.mean(), verdict.low(), verdict.high(), verdict.z(), verdict.p()
    };
    for (double figure : figures) {
      out.append('\t').append(Figures.of(figure));
    }
    out.append('\n');
  }

  private String matrix(FileAttribute by) {
    int groups = by.names().size() + 1;
    long[][] ties = new long[groups][groups];
    int[] group = by.groupsWithUnknown();
    var graph = file.graph();
    boolean unknown = false;
    for (int v = 0; v < graph.nodes(); v++) {
      unknown |= group[v] == groups - 1;
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int w = graph.target(a);
        boolean twice = !graph.directed() && group[v] == group[w] && v > w;
        ties[group[v]][group[w]] += twice ? 0 : 1;
      }
    }
    int shown = unknown ? groups : groups - 1;
    StringBuilder out = new StringBuilder("ties.from");
    for (int g = 0; g < shown; g++) {
      out.append('\t').append(by.name(g));
    }
    for (int g = 0; g < shown; g++) {
      out.append('\n').append(by.name(g));
      for (int h = 0; h < shown; h++) {
        out.append('\t').append(ties[g][h]);
      }
    }
    return out.append('\n').toString();
  }

  /**
   * Positions.
   *
   * @param method fit (fewest inconsistencies: positions and their image), concor (iterated
   *     correlations: positions) or rege (likeness of any two nodes, for at most 5,000)
   * @param positions most positions of fit; concor splits until there are as many or more
   */
  public String positions(String method, int positions, long seed, Progress progress) {
    return Kernels.run(
        progress,
        listener ->
            switch (method.toLowerCase(Locale.ROOT)) {
              case "fit" ->
                  image(
                      Blockmodel.of(positions, Blockmodel.USUAL_STARTS, seed)
                          .compute(file.graph(), listener));
              case "concor" -> {
                int splits = 32 - Integer.numberOfLeadingZeros(Math.max(1, positions) - 1);
                yield positions(Concor.split(file.graph(), splits, listener)).toString();
              }
              case "rege" ->
                  likeness(
                      RegularLikeness.compute(
                          file.graph(), RegularLikeness.USUAL_ROUNDS, listener));
              default ->
                  throw FileWords.unknown(
                      "no method is called so", "--method", method, "fit, concor, rege");
            });
  }

  private StringBuilder positions(Partition found) {
    StringBuilder out = new StringBuilder("node\tposition\n");
    for (int v = 0; v < file.nodes(); v++) {
      out.append(file.name(v)).append('\t').append(found.groupOf(v)).append('\n');
    }
    return out;
  }

  private String image(Blockmodel.Result found) {
    StringBuilder out = positions(found.positions());
    out.append("\nfrom\tto\tties\troom\tdensity\timage\n");
    int groups = found.positions().groups();
    for (int g = 0; g < groups; g++) {
      for (int h = 0; h < groups; h++) {
        out.append(g).append('\t').append(h).append('\t').append(found.ties(g, h));
        out.append('\t').append(found.room(g, h)).append('\t');
        out.append(Figures.of(found.density(g, h))).append('\t');
        out.append(found.image(g, h) ? "tied" : "not").append('\n');
      }
    }
    return out.toString();
  }

  private String likeness(RegularLikeness found) {
    StringBuilder out = new StringBuilder("node\tother\tlikeness\n");
    for (int v = 0; v < found.nodes(); v++) {
      for (int w = v + 1; w < found.nodes(); w++) {
        if (found.likeness(v, w) > 0) {
          out.append(file.name(v)).append('\t').append(file.name(w)).append('\t');
          out.append(Figures.of(found.likeness(v, w))).append('\n');
        }
      }
    }
    return out.toString();
  }
}
