package dev.sextant.disclosure.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Pajek's network file (de Nooy, Mrvar, Batagelj, Exploratory Social Network Analysis with Pajek,
 * doi:10.1017/9781108565691) and UCINET's DL in edge list form (UCINET's help, "DL file format").
 * Neither has a place for columns. Pajek's carries its authority in the network's name; DL has no
 * place for it that UCINET is known to skip, so that what lies beside it has to say it.
 */
final class Matrices {
  private Matrices() {}

  static String pajek(Chart chart, Carried carried) {
    StringBuilder out = new StringBuilder();
    out.append("*Network ").append(quoted(chart.title() + "; " + carried.line())).append("\r\n");
    out.append("*Vertices ").append(chart.nodes().size()).append("\r\n");
    for (int i = 0; i < chart.nodes().size(); i++) {
      out.append(i + 1).append(' ').append(quoted(chart.nodes().get(i).label())).append("\r\n");
    }
    out.append(chart.directed() ? "*Arcs" : "*Edges").append("\r\n");
    for (Chart.Tie tie : chart.ties()) {
      out.append(tie.from() + 1).append(' ').append(tie.to() + 1).append(' ');
      out.append(tie.weight()).append("\r\n");
    }
    return out.toString();
  }

  /* Labels have to be one word and differ from each other there, or ties go astray. */
  static String dl(Chart chart) {
    StringBuilder out = new StringBuilder("dl n=").append(chart.nodes().size());
    out.append(" format=edgelist1\r\nlabels:\r\n");
    Set<String> taken = new HashSet<>();
    List<String> labels = new ArrayList<>();
    for (Chart.Node node : chart.nodes()) {
      String label = word(node.label());
      String free = label;
      for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
        free = label + "_" + i;
      }
      labels.add(free);
    }
    // In one line with commas: UCINET takes lines or commas, Gephi commas alone.
    out.append(String.join(",", labels)).append("\r\n");
    out.append("data:\r\n");
    for (Chart.Tie tie : both(chart)) {
      out.append(tie.from() + 1).append(' ').append(tie.to() + 1).append(' ');
      out.append(tie.weight()).append("\r\n");
    }
    return out.toString();
  }

  /* DL knows no undirected tie: it is written in both directions. */
  private static List<Chart.Tie> both(Chart chart) {
    if (chart.directed()) {
      return chart.ties();
    }
    return chart.ties().stream()
        .flatMap(t ->
            java.util.stream.Stream.of(
                t, new Chart.Tie(t.to(), t.from(), t.weight(), t.kinds(), t.first(), t.last())))
        .toList();
  }

  private static String word(String label) {
    String word = label.strip().replaceAll("[\\s\\p{Cntrl},;:\"'=]+", "_");
    return word.isEmpty() ? "_" : word;
  }

  private static String quoted(String text) {
    return '"' + text.replaceAll("[\\p{Cntrl}\\s]+", " ").replace('"', '\'') + '"';
  }
}
