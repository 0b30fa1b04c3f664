package dev.sextant.disclosure.export;

import dev.sextant.disclosure.report.Report;
import dev.sextant.findings.CitedEntity;
import dev.sextant.findings.CitedEntity.CitedAccount;
import dev.sextant.findings.CitedMeasure;
import dev.sextant.findings.CitedSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One network of a report, with what its nodes carry: columns that every format writes in its own
 * way. Nobody is named here whom the findings do not name.
 *
 * @param name of the files
 * @param title for people
 * @param directed whether ties have a direction
 * @param columns of nodes, by name, in order; true where all values are numbers
 * @param nodes in the snapshot's order
 * @param ties in the snapshot's order
 */
record Chart(
    String name,
    String title,
    boolean directed,
    Map<String, Boolean> columns,
    List<Node> nodes,
    List<Tie> ties) {
  /**
   * A node.
   *
   * @param id its number in the snapshot, from 1
   * @param label as printed
   * @param values by column; a column may be missing
   */
  record Node(int id, String label, Map<String, String> values) {}

  /**
   * A tie.
   *
   * @param from place of a node in the list
   * @param to place of a node in the list
   * @param weight as Java prints the double
   * @param kinds in words, "MESSAGE 3"
   * @param first earliest claimed time, or empty
   * @param last latest claimed time, or empty
   */
  record Tie(int from, int to, String weight, String kinds, String first, String last) {}

  /** Whether all values of a column are numbers. */
  boolean numeric(String column) {
    return Boolean.TRUE.equals(columns.get(column));
  }

  /** The networks of a report, each once, in the order of its findings. */
  static List<Chart> of(Report report) {
    Map<String, CitedSnapshot> snapshots = new LinkedHashMap<>();
    for (Report.Signed signed : report.findings()) {
      CitedSnapshot snapshot = signed.document().snapshot();
      if (snapshot != null) {
        snapshots.putIfAbsent(snapshot.id().toString(), snapshot);
      }
    }
    List<Chart> charts = new ArrayList<>();
    for (CitedSnapshot snapshot : snapshots.values()) {
      charts.add(chart(report, snapshot, charts.size() + 1));
    }
    return charts;
  }

  private static Chart chart(Report report, CitedSnapshot snapshot, int number) {
    Map<String, Boolean> columns = new LinkedHashMap<>();
    Map<Integer, Map<String, String>> values = new TreeMap<>();
    Map<String, CitedEntity> entities = entities(report);
    for (CitedSnapshot.Node node : snapshot.nodes()) {
      Map<String, String> own = values.computeIfAbsent(node.number(), n -> new LinkedHashMap<>());
      if (node.named()) {
        put(own, columns, "entity", node.entityKey(), false);
        put(own, columns, "accounts", String.join(" ", node.accounts()), false);
        put(
            own,
            columns,
            "role",
            report.persons().roles().getOrDefault(node.entityKey(), ""),
            false);
        CitedEntity entity = entities.get(node.entityKey());
        if (entity != null) {
          put(own, columns, "platforms", platforms(entity), false);
        }
      }
    }
    measures(report, snapshot).forEach(measure -> measured(measure, columns, values));
    return new Chart(
        "network-" + number,
        report.title() + ": network " + number,
        "true".equals(snapshot.rule().get("directed")),
        columns,
        snapshot.nodes().stream()
            .map(n -> new Node(n.number(), n.shownAs(), values.getOrDefault(n.number(), Map.of())))
            .toList(),
        snapshot.ties().stream().map(Chart::tie).toList());
  }

  private static Map<String, CitedEntity> entities(Report report) {
    Map<String, CitedEntity> entities = new LinkedHashMap<>();
    report
        .findings()
        .forEach(f -> f.document().entities().forEach(e -> entities.putIfAbsent(e.key(), e)));
    return entities;
  }

  private static String platforms(CitedEntity entity) {
    return String.join(
        " ", entity.accounts().stream().map(CitedAccount::platform).distinct().sorted().toList());
  }

  private static List<CitedMeasure> measures(Report report, CitedSnapshot snapshot) {
    Map<String, CitedMeasure> measures = new LinkedHashMap<>();
    for (Report.Signed signed : report.findings()) {
      for (CitedMeasure measure : signed.document().measures()) {
        if (measure.snapshot().equals(snapshot.id())) {
          measures.putIfAbsent(measure.id().toString(), measure);
        }
      }
    }
    return List.copyOf(measures.values());
  }

  /* A value never goes out without the interval of its rank: that is what the report prints. */
  private static void measured(
      CitedMeasure measure,
      Map<String, Boolean> columns,
      Map<Integer, Map<String, String>> values) {
    String name = free(measure.method().toLowerCase(java.util.Locale.ROOT), columns);
    for (CitedMeasure.Value value : measure.values()) {
      Map<String, String> own = values.get(value.number());
      if (own != null) {
        put(own, columns, name, value.value(), true);
        if (value.rankLow() > 0) {
          put(own, columns, name + ".rankLow", Integer.toString(value.rankLow()), true);
          put(own, columns, name + ".rankHigh", Integer.toString(value.rankHigh()), true);
          put(own, columns, name + ".calibration", measure.calibration(), false);
        }
      }
    }
  }

  private static String free(String name, Map<String, Boolean> columns) {
    String free = name;
    for (int i = 2; columns.containsKey(free); i++) {
      free = name + "-" + i;
    }
    return free;
  }

  private static void put(
      Map<String, String> own,
      Map<String, Boolean> columns,
      String column,
      String value,
      boolean number) {
    if (!value.isEmpty()) {
      own.put(column, value);
      columns.merge(column, number && finite(value), Boolean::logicalAnd);
    }
  }

  private static boolean finite(String number) {
    return Double.isFinite(Double.parseDouble(number));
  }

  private static Tie tie(CitedSnapshot.Tie tie) {
    String kinds =
        String.join(
            ", ",
            tie.kinds().entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList());
    return new Tie(tie.from(), tie.to(), tie.weight(), kinds, tie.first(), tie.last());
  }
}
