package dev.sextant.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The written parts of the fiction, kept as tab-separated files beside the code. */
final class Sheet {
  private Sheet() {}

  /** The rows of a sheet, comments and empty lines left out; missing cells are empty. */
  static List<String[]> rows(String name, int columns) throws IOException {
    List<String[]> rows = new ArrayList<>();
    for (String line : lines(name)) {
      String[] cells = line.split("\t", -1);
      String[] row = new String[columns];
      for (int i = 0; i < columns; i++) {
        row[i] = i < cells.length ? cells[i].strip() : "";
      }
      rows.add(row);
    }
    return rows;
  }

  /** The lines of a sheet, comments and empty lines left out. */
  static List<String> lines(String name) throws IOException {
    try (InputStream in = Sheet.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("the program's own file " + name + " is missing");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return reader.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
    }
  }
}
