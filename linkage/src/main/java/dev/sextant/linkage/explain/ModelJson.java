package dev.sextant.linkage.explain;

import dev.sextant.linkage.model.Dependence;
import dev.sextant.linkage.model.LabelCalibration;
import dev.sextant.linkage.model.Relatives;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a run learned beside m and u, as JSON and back: every number is that number again. */
final class ModelJson {
  /** Most levels of a field. */
  private static final int LEVELS = 15;

  private ModelJson() {}

  static Object relatives(Relatives of) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("share", Double.toString(of.share()));
    map.put("shared", Arrays.stream(of.shared()).mapToObj(Double::toString).toList());
    return map;
  }

  static Relatives relatives(Node node, int fields) {
    double[] shared = node.decimals("shared");
    if (shared.length != fields) {
      throw node.fault("shared");
    }
    return new Relatives(node.decimal("share"), shared);
  }

  /** Edges; fields by their number in the evidence. */
  static Object dependence(Dependence of) {
    return of.edges().stream()
        .map(edge -> {
          Map<String, Object> map = new LinkedHashMap<>();
          map.put("one", edge.one());
          map.put("other", edge.other());
          map.put("same", flat(edge.same()));
          map.put("strangers", flat(edge.strangers()));
          return map;
        })
        .toList();
  }

  private static List<String> flat(double[][] table) {
    return Arrays.stream(table).flatMapToDouble(Arrays::stream).mapToObj(Double::toString).toList();
  }

  static Dependence dependence(Node all) {
    List<Node> evidence = all.nodes("evidence");
    List<Dependence.Edge> edges = new ArrayList<>();
    for (Node node : all.nodes("dependence")) {
      int one = field(node, "one", evidence.size());
      int other = field(node, "other", evidence.size());
      int rows = levels(evidence.get(one));
      int columns = levels(evidence.get(other));
      edges.add(
          new Dependence.Edge(
              one,
              other,
              table(node, "same", rows, columns),
              table(node, "strangers", rows, columns)));
    }
    return new Dependence(edges);
  }

  private static int field(Node node, String name, int fields) {
    int field = node.whole(name);
    if (field < 0 || field >= fields) {
      throw node.fault(name);
    }
    return field;
  }

  private static int levels(Node evidence) {
    int levels = evidence.nodes("levels").size();
    if (levels < 1 || levels > LEVELS) {
      throw evidence.fault("levels");
    }
    return levels;
  }

  private static double[][] table(Node node, String name, int rows, int columns) {
    double[] flat = node.numbers(name);
    if (flat.length != rows * columns) {
      throw node.fault(name);
    }
    double[][] table = new double[rows][columns];
    for (int i = 0; i < flat.length; i++) {
      if (flat[i] <= 0) {
        throw node.fault(name);
      }
      table[i / columns][i % columns] = flat[i];
    }
    return table;
  }

  static Object calibration(LabelCalibration.Told told) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", told.kind().name().toLowerCase(Locale.ROOT));
    map.put("judgedSame", told.same());
    map.put("judgedDifferent", told.different());
    map.put("knots", told.knots().stream().map(knot -> Double.toString(knot)).toList());
    map.put("odds", told.odds().stream().map(odds -> Double.toString(odds)).toList());
    return map;
  }

  static LabelCalibration.Told calibration(Node node) {
    LabelCalibration.Kind kind =
        Arrays.stream(LabelCalibration.Kind.values())
            .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(node.text("kind")))
            .findFirst()
            .orElseThrow(() -> node.fault("kind"));
    double[] knots = node.numbers("knots");
    double[] odds = node.numbers("odds");
    boolean rising = true;
    for (int i = 1; i < knots.length; i++) {
      rising &= knots[i - 1] < knots[i];
    }
    if (knots.length != odds.length
        || !rising
        || kind != LabelCalibration.Kind.NONE && knots.length == 0) {
      throw node.fault("knots");
    }
    return new LabelCalibration.Told(
        kind,
        node.whole("judgedSame"),
        node.whole("judgedDifferent"),
        Arrays.stream(knots).boxed().toList(),
        Arrays.stream(odds).boxed().toList());
  }
}
