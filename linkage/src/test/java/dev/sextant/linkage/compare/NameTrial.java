package dev.sextant.linkage.compare;

import dev.sextant.linkage.metric.Bits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Judges pairs of names of a file (schema, name1, name2, is_match); shows misses when asked. */
final class NameTrial {
  private NameTrial() {}

  public static void main(String[] args) throws IOException {
    NameMatch match = new NameMatch();
    int[][] counts = new int[2][4];
    for (String line : Files.readAllLines(Path.of(args[0])).stream().skip(1).toList()) {
      List<String> cells = cells(line);
      boolean person = cells.get(1).equals("Person");
      boolean truth = cells.get(4).equals("true");
      int odds = match.odds(cells.get(1), cells.get(2), cells.get(3));
      boolean said = odds > 0;
      counts[person ? 0 : 1][(truth ? 0 : 1) + (said ? 0 : 2)]++;
      if (args.length > 1 && said != truth) {
        System.out.printf(
            "%s %s | %s | %s | %.1f %s%n",
            truth ? "MISSED" : "WRONG ",
            cells.get(1),
            cells.get(2),
            cells.get(3),
            Bits.shown(odds),
            match.level(cells.get(1), cells.get(2), cells.get(3)));
      }
    }
    show("persons", counts[0]);
    show("others", counts[1]);
    int[] all = new int[4];
    for (int i = 0; i < 4; i++) {
      all[i] = counts[0][i] + counts[1][i];
    }
    show("all", all);
  }

  private static void show(String what, int[] c) {
    double p = c[0] / (double) (c[0] + c[1]);
    double r = c[0] / (double) (c[0] + c[2]);
    System.out.printf("%s: P %.3f R %.3f F1 %.4f%n", what, p, r, 2 * p * r / (p + r));
  }

  static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
