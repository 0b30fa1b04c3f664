package dev.sextant.disclosure.export;

import dev.sextant.network.SheetText;
import java.util.ArrayList;
import java.util.List;

/**
 * Nodes and ties as CSV (RFC 4180, UTF-8), safe to open in a spreadsheet. Each line carries the
 * authority and the handling, since lines are copied out of tables.
 */
final class Tables {
  private Tables() {}

  static String nodes(Chart chart, Carried carried) {
    StringBuilder out = new StringBuilder();
    List<String> head = new ArrayList<>(List.of("id", "label"));
    head.addAll(chart.columns().keySet());
    head.addAll(List.of("authority", "handling"));
    line(out, head);
    for (Chart.Node node : chart.nodes()) {
      List<String> cells = new ArrayList<>(List.of(Integer.toString(node.id()), node.label()));
      chart.columns().keySet().forEach(c -> cells.add(node.values().getOrDefault(c, "")));
      cells.addAll(List.of(carried.authority(), carried.handling()));
      line(out, cells);
    }
    return out.toString();
  }

  static String ties(Chart chart, Carried carried) {
    StringBuilder out = new StringBuilder();
    line(
        out,
        List.of(
            "from",
            "to",
            "fromLabel",
            "toLabel",
            "weight",
            "kinds",
            "first",
            "last",
            "authority",
            "handling"));
    for (Chart.Tie tie : chart.ties()) {
      Chart.Node from = chart.nodes().get(tie.from());
      Chart.Node to = chart.nodes().get(tie.to());
      line(
          out,
          List.of(
              Integer.toString(from.id()),
              Integer.toString(to.id()),
              from.label(),
              to.label(),
              tie.weight(),
              tie.kinds(),
              tie.first(),
              tie.last(),
              carried.authority(),
              carried.handling()));
    }
    return out.toString();
  }

  private static void line(StringBuilder out, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      String cell = SheetText.of(cells.get(i));
      boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
      out.append(i == 0 ? "" : ",");
      out.append(plain ? cell : '"' + cell.replace("\"", "\"\"") + '"');
    }
    out.append("\r\n");
  }
}
