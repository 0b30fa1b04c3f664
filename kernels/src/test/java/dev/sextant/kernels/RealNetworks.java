package dev.sextant.kernels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every network in a folder of real data; loops dropped, parallel ties merged.
 *
 * <p>A network is: METIS (.graph), Pajek (.net), lines of two numbers (.txt, directed), and a table
 * (.csv, a sheet of an .xlsx) that is one of
 *
 * <ul>
 *   <li>a list of ties: columns source and target, or ID and Tie_ID; directed if its column
 *       directed says so or, without that column, if some pair is listed both ways; with several
 *       layers, the whole and each layer;
 *   <li>a square matrix with the same names on both sides; directed if it is not symmetric;
 *   <li>a two-mode matrix: names once each, and 0 or 1 below every head;
 *   <li>a list of neighbours: source and no target; numbers are nodes of the same kind where the
 *       sheet is called a network or contacts, else of another.
 * </ul>
 *
 * <p>All else, tables of attributes among it, is no network and passed over.
 */
final class RealNetworks {
  /** A graph by the file, and the layer or sheet, that it is from. */
  record Network(String name, Csr graph) {}

  private static final Pattern TWO_NUMBERS = Pattern.compile("\\d+\\s+\\d+");

  final List<Network> networks = new ArrayList<>();
  final List<String> passedOver = new ArrayList<>();

  /** Reads all files below a folder. */
  void read(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      String name = String.valueOf(folder.relativize(file));
      int before = networks.size();
      switch (name.substring(name.lastIndexOf('.') + 1)) {
        case "graph" -> metis(name, Tables.text(file));
        case "net" -> pajek(name, Tables.text(file));
        case "txt" -> numbers(name, Tables.text(file));
        case "csv" -> table(name, Tables.commas(Tables.text(file)));
        case "xlsx" ->
            Tables.sheets(file).forEach((sheet, rows) -> table(name + ":" + sheet, rows));
        default -> {}
      }
      if (networks.size() == before) {
        passedOver.add(name);
      }
    }
  }

  private void metis(String name, String text) {
    List<String> lines = text.lines().filter(line -> !line.startsWith("%")).toList();
    String[] head = lines.getFirst().strip().split("\\s+");
    boolean weighted = head.length > 2 && head[2].endsWith("1");
    Ties ties = new Ties();
    int nodes = Integer.parseInt(head[0]);
    for (int v = 1; v <= nodes; v++) {
      ties.node(String.valueOf(v));
    }
    for (int v = 1; v <= nodes; v++) {
      String line = v < lines.size() ? lines.get(v).strip() : "";
      String[] cells = line.isEmpty() ? new String[0] : line.split("\\s+");
      for (int i = 0; i < cells.length; i += weighted ? 2 : 1) {
        if (Integer.parseInt(cells[i]) > v) { // each edge stands at both its ends
          ties.add(String.valueOf(v), cells[i], weighted ? cells[i + 1] : "");
        }
      }
    }
    ties.finish(name, false);
  }

  private void pajek(String name, String text) {
    Ties ties = new Ties();
    String section = "";
    for (String line : text.lines().map(String::strip).filter(s -> !s.isEmpty()).toList()) {
      String[] cells = line.split("\\s+");
      if (line.startsWith("*")) {
        section = cells[0].toLowerCase(Locale.ROOT);
      } else if (section.equals("*vertices")) {
        ties.node(cells[0]);
      } else {
        ties.add(cells[0], cells[1], cells.length > 2 ? cells[2] : "");
      }
    }
    ties.finish(name, section.equals("*arcs"));
  }

  private void numbers(String name, String text) {
    List<String> lines = text.lines().filter(line -> !line.startsWith("#")).toList();
    if (lines.isEmpty() || !TWO_NUMBERS.matcher(lines.getFirst()).matches()) {
      return;
    }
    Ties ties = new Ties();
    lines.stream().map(line -> line.split("\\s+")).forEach(c -> ties.add(c[0], c[1], ""));
    ties.finish(name, true);
  }

  private void table(String name, List<List<String>> rows) {
    List<String> names = rows.getFirst();
    List<String> head = names.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
    List<List<String>> body = rows.subList(1, rows.size());
    int from = head.contains("tie_id") ? head.indexOf("id") : head.indexOf("source");
    int to = head.contains("tie_id") ? head.indexOf("tie_id") : head.indexOf("target");
    if (from >= 0 && to >= 0) {
      ties(name, head, from, to, body);
    } else if (from == 0) {
      neighbours(name, body);
    } else if (body.stream().allMatch(row -> row.size() == head.size())) {
      matrix(name, names.subList(1, names.size()), body);
    }
  }

  private void ties(String name, List<String> head, int from, int to, List<List<String>> body) {
    int weight = head.indexOf("weight");
    int layer = head.indexOf("layer_name");
    int way = head.indexOf("directed");
    Map<String, Ties> parts = new LinkedHashMap<>();
    Ties whole = new Ties();
    for (List<String> row : body) {
      String value = weight < 0 ? "" : row.get(weight);
      whole.add(row.get(from), row.get(to), value);
      parts
          .computeIfAbsent(layer < 0 ? "" : row.get(layer), key -> new Ties())
          .add(row.get(from), row.get(to), value);
    }
    boolean directed =
        way < 0 ? whole.someBothWays() : body.stream().anyMatch(row -> row.get(way).equals("1"));
    whole.finish(name, directed);
    if (parts.size() > 1) {
      parts.forEach((part, own) -> own.finish(name + ":" + part, directed));
    }
  }

  private void neighbours(String name, List<List<String>> body) {
    boolean oneMode = name.endsWith("Network") || name.endsWith("Contacts");
    Ties ties = new Ties();
    body.forEach(row -> ties.node(row.getFirst()));
    for (List<String> row : body) {
      for (String cell : row.subList(1, row.size())) {
        if (!cell.isEmpty()) {
          ties.add(row.getFirst(), oneMode ? cell : "event " + cell, "");
        }
      }
    }
    ties.finish(name, false);
  }

  private void matrix(String name, List<String> columns, List<List<String>> body) {
    List<String> people = body.stream().map(List::getFirst).toList();
    boolean square = people.equals(columns);
    List<List<String>> cells = body.stream().map(row -> row.subList(1, row.size())).toList();
    boolean marks =
        columns.size() > 1
            && cells.stream().allMatch(row -> row.stream().allMatch(c -> c.matches("[01]")));
    if (!square && !(marks && new HashSet<>(people).size() == people.size())) {
      return;
    }
    boolean directed = false;
    for (int i = 0; square && i < people.size(); i++) {
      for (int j = 0; j < i; j++) {
        directed |= !cells.get(i).get(j).equals(cells.get(j).get(i));
      }
    }
    List<String> others = square ? columns : columns.stream().map(c -> "event " + c).toList();
    Ties ties = new Ties();
    people.forEach(ties::node);
    others.forEach(ties::node);
    for (int i = 0; i < people.size(); i++) {
      for (int j = square && !directed ? i : 0; j < others.size(); j++) {
        String cell = cells.get(i).get(j);
        if (Double.parseDouble(cell) != 0) {
          ties.add(people.get(i), others.get(j), marks ? "" : cell);
        }
      }
    }
    ties.finish(name, directed);
  }

  /** Ties between names; those without a weight weigh 1. */
  private final class Ties {
    private record Tie(int from, int to, double weight) {}

    private final Map<String, Integer> ids = new LinkedHashMap<>();
    private final List<Tie> ties = new ArrayList<>();
    private boolean weighted;

    int node(String name) {
      return ids.computeIfAbsent(name, key -> ids.size());
    }

    void add(String from, String to, String weight) {
      double value = weight.isEmpty() ? 1 : Double.parseDouble(weight);
      weighted |= value != 1;
      ties.add(new Tie(node(from), node(to), value));
    }

    boolean someBothWays() {
      Set<Long> seen = new HashSet<>();
      ties.forEach(tie -> seen.add((long) tie.from << 32 | tie.to));
      return ties.stream()
          .anyMatch(t -> t.from != t.to && seen.contains((long) t.to << 32 | t.from));
    }

    void finish(String name, boolean directed) {
      CsrBuilder.Loops drop = CsrBuilder.Loops.DROP;
      CsrBuilder builder =
          directed
              ? CsrBuilder.directed(ids.size(), drop)
              : CsrBuilder.undirected(ids.size(), drop);
      for (Tie tie : ties) {
        if (weighted) {
          builder.edge(tie.from, tie.to, tie.weight);
        } else {
          builder.edge(tie.from, tie.to);
        }
      }
      networks.add(new Network(name, builder.build().graph()));
    }
  }
}
