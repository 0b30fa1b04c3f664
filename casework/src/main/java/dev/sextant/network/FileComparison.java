package dev.sextant.network;

import dev.sextant.kernels.Answer;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.NamedMeasure;
import dev.sextant.kernels.catalogue.Catalogue;
import dev.sextant.kernels.chance.Qap;
import dev.sextant.kernels.time.Turnover;
import dev.sextant.terms.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Questions about several graph files: how much of one is in the other, and whether ties of one go
 * with those of others. Nodes are matched by label, letter by letter. Answers are tables,
 * tab-separated, with a head line.
 */
public final class FileComparison {
  private final List<FileGraph> files;
  private final List<String> labels;
  private final List<Csr> graphs;

  private FileComparison(List<FileGraph> files, List<String> labels, List<Csr> graphs) {
    this.files = files;
    this.labels = labels;
    this.graphs = graphs;
  }

  /**
   * Files that are to be compared, over all nodes that any of them names.
   *
   * @param files two at least, all directed or none
   * @param weighted whether their numbers count
   */
  public static FileComparison of(List<FileGraph> files, boolean weighted) {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (FileGraph file : files) {
      for (String label : file.table().labels()) {
        places.putIfAbsent(label, places.size());
      }
    }
    List<Csr> graphs = new ArrayList<>();
    for (FileGraph file : files) {
      graphs.add(spread(file, weighted, places));
    }
    return new FileComparison(List.copyOf(files), List.copyOf(places.keySet()), graphs);
  }

  private static Csr spread(FileGraph file, boolean weighted, Map<String, Integer> places) {
    Csr graph = weighted ? file.weighted() : file.graph();
    int[] at = new int[graph.nodes()];
    for (int v = 0; v < at.length; v++) {
      Integer place = places.get(file.table().labels()[v]);
      if (place == null) {
        throw new IllegalStateException("every label has a place");
      }
      at[v] = place;
    }
    return Kernels.run(
        Progress.silent(),
        listener -> {
          CsrBuilder builder =
              graph.directed()
                  ? CsrBuilder.directed(places.size(), CsrBuilder.Loops.DROP)
                  : CsrBuilder.undirected(places.size(), CsrBuilder.Loops.DROP);
          for (int v = 0; v < at.length; v++) {
            for (int a = graph.first(v); a < graph.end(v); a++) {
              if (graph.directed() || v < graph.target(a)) {
                if (weighted) {
                  builder.edge(at[v], at[graph.target(a)], graph.weight(a));
                } else {
                  builder.edge(at[v], at[graph.target(a)]);
                }
              }
            }
          }
          return builder.build().graph();
        });
  }

  /** How many nodes each two files share, for people. */
  public List<String> notes() {
    int shared = 0;
    Map<String, Integer> second = files.get(1).places();
    for (String label : files.getFirst().table().labels()) {
      shared += second.containsKey(label) ? 1 : 0;
    }
    return List.of(
        shared
            + " labels are in both of the first two files, "
            + labels.size()
            + " in any; nodes are matched letter by letter.");
  }

  /**
   * What the second file kept, lost and gained over the first, and whose rank changed most:
   * figures, then after an empty line a line a node in both.
   *
   * @param measure name of a measure with a number for each node
   */
  public String turnover(String measure, long seed, int threads, Progress progress) {
    NamedMeasure named = MeasureCard.measure(Catalogue.all(), measure);
    return Kernels.run(
        progress,
        listener -> {
          Turnover found = Turnover.between(graphs.get(0), graphs.get(1));
          StringBuilder out = new StringBuilder("figure\tvalue\n");
          out.append("kept\t").append(found.kept()).append("\nlost\t").append(found.lost());
          out.append("\nfresh\t").append(found.fresh()).append("\njaccard\t");
          out.append(Figures.of(found.jaccard())).append("\nneighbour-overlap\t");
          out.append(Figures.of(found.correlation())).append('\n');
          NamedMeasure.Setting setting =
              new NamedMeasure.Setting(threads, seed, graphs.getFirst().weighted());
          Map<String, Integer> first = files.get(0).places();
          Map<String, Integer> second = files.get(1).places();
          int[] both =
              IntStream.range(0, labels.size())
                  .filter(
                      v -> first.containsKey(labels.get(v)) && second.containsKey(labels.get(v)))
                  .toArray();
          double[] before = scores(named, graphs.get(0), setting, listener);
          double[] after = scores(named, graphs.get(1), setting, listener);
          int[] rankBefore = ranks(before, both);
          int[] rankAfter = ranks(after, both);
          out.append("\nnode\tbefore\tafter\trank.before\trank.after\tchange\n");
          IntStream.range(0, both.length)
              .boxed()
              .sorted(
                  Comparator.comparingInt((Integer i) -> -Math.abs(rankBefore[i] - rankAfter[i]))
                      .thenComparingInt(i -> rankAfter[i]))
              .forEach(i -> {
                int v = both[i];
                out.append(FileGraph.cell(labels.get(v))).append('\t');
                out.append(Figures.of(before[v])).append('\t').append(Figures.of(after[v]));
                out.append('\t').append(rankBefore[i]).append('\t').append(rankAfter[i]);
                out.append('\t').append(rankBefore[i] - rankAfter[i]).append('\n');
              });
          return out.toString();
        });
  }

  private static double[] scores(
      NamedMeasure measure,
      Csr graph,
      NamedMeasure.Setting setting,
      dev.sextant.kernels.Progress progress) {
    if (measure.method().measure(graph, setting, progress) instanceof Answer.Scores scores) {
      return scores.values();
    }
    throw new BadMeasuring(
        "SX-NETWORK-METHOD",
        "this measure has no number for each node",
        "--measure",
        measure.name(),
        "take one that has, such as degree, betweenness or pagerank");
  }

  /* Best rank that each may have among those given: 1 and how many are higher. */
  private static int[] ranks(double[] values, int[] among) {
    Integer[] order = IntStream.range(0, among.length).boxed().toArray(Integer[]::new);
    java.util.Arrays.sort(
        order,
        (i, j) -> {
          double x = values[among[i]];
          double y = values[among[j]];
          return Double.compare(
              Double.isNaN(y) ? Double.NEGATIVE_INFINITY : y,
              Double.isNaN(x) ? Double.NEGATIVE_INFINITY : x);
        });
    int[] ranks = new int[among.length];
    for (int i = 0; i < order.length; i++) {
      boolean tied = i > 0 && values[among[order[i]]] == values[among[order[i - 1]]];
      ranks[order[i]] = tied ? ranks[order[i - 1]] : i + 1;
    }
    return ranks;
  }

  /**
   * Whether ties of the first file go with those of the others (QAP; with several others MRQAP): a
   * line each of the others, and one for the constant.
   *
   * @param names of the other files, for the lines
   * @param permutations at least 1
   */
  public String qap(
      List<String> names, int permutations, long seed, int threads, Progress progress) {
    return Kernels.run(
        progress,
        listener -> {
          Qap.Result found =
              Qap.permuted(permutations, seed, threads)
                  .compute(graphs.getFirst(), graphs.subList(1, graphs.size()), listener);
          StringBuilder out = new StringBuilder("network\tcoefficient\tcorrelation\tt\tp\n");
          for (int i = 0; i < found.terms().size(); i++) {
            Qap.Term term = found.terms().get(i);
            out.append(FileGraph.cell(names.get(i))).append('\t');
            out.append(Figures.of(term.coefficient())).append('\t');
            out.append(Figures.of(term.correlation())).append('\t');
            out.append(Figures.of(term.t())).append('\t');
            out.append(Figures.of(term.test().p())).append('\n');
          }
          out.append("(constant)\t").append(Figures.of(found.constant())).append("\t\t\t\n");
          out.append("(explained)\t").append(Figures.of(found.explained())).append("\t\t\t\n");
          return out.append("(pairs)\t").append(found.pairs()).append("\t\t\t\n").toString();
        });
  }
}
