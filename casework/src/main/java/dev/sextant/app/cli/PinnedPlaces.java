package dev.sextant.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Places of nodes as {@code graph layout} prints them: {@code node x y}, tab-separated. */
final class PinnedPlaces {
  private PinnedPlaces() {}

  /**
   * Reads a table.
   *
   * @throws CliFault {@code SX-CLI-PLACES} for a line that is none; says which
   */
  static Map<String, double[]> read(Path file) throws IOException {
    Map<String, double[]> places = new LinkedHashMap<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      String[] cells = lines.get(i).split("\t", -1);
      if (i == 0 && lines.getFirst().equals("node\tx\ty") || lines.get(i).isBlank()) {
        continue;
      }
      double[] place = cells.length == 3 ? place(cells[1], cells[2]) : new double[0];
      if (place.length == 0) {
        throw new CliFault(
            "SX-CLI-PLACES",
            "a line is no place of a node",
            file + ":" + (i + 1),
            lines.get(i).length() > 80 ? lines.get(i).substring(0, 80) : lines.get(i),
            "give three cells: node, x, y, as `sextant graph layout` prints them");
      }
      places.put(label(cells[0]), place);
    }
    return places;
  }

  private static double[] place(String x, String y) {
    try {
      double[] place = {Double.parseDouble(x), Double.parseDouble(y)};
      return Double.isFinite(place[0]) && Double.isFinite(place[1]) ? place : new double[0];
    } catch (NumberFormatException e) {
      return new double[0]; // the caller says which line
    }
  }

  /** The apostrophe that keeps a spreadsheet from running a label is none of the label's. */
  private static String label(String cell) {
    boolean kept =
        cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@".indexOf(cell.charAt(1)) >= 0;
    return kept ? cell.substring(1) : cell;
  }
}
