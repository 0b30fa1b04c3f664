package dev.sextant.network;

import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Measures as canonical JSON, and back. Fractions are texts, exact to the last bit. */
final class MeasureCodec {
  /** Without an order; as measures taken by earlier versions are stored. */
  private static final String FIRST = "sextant-measure/1";

  /** With an order, and nothing of how intervals were set. */
  private static final String SECOND = "sextant-measure/2";

  /** As the second, and how intervals were set. */
  private static final String THIRD = "sextant-measure/3";

  private MeasureCodec() {}

  /** What a measure holds, without name, author and time. */
  record Content(
      Digest snapshot,
      Method method,
      long seed,
      Measuring.Computed computed,
      Robustness robustness,
      String card) {}

  static byte[] bytes(Content content) {
    Robustness robustness = content.robustness();
    Double agreement = robustness.agreement();
    Map<String, @Nullable Object> map = new TreeMap<>();
    Robustness.Order order = robustness.order();
    Robustness.Calibration calibration = robustness.calibration();
    map.put("format", order == null ? FIRST : calibration == null ? SECOND : THIRD);
    map.put("snapshot", content.snapshot().hex());
    map.put("method", content.method().name());
    map.put("seed", content.seed());
    map.put("parameters", content.computed().parameters());
    map.put("summary", content.computed().summary());
    map.put("card", content.card());
    List<Object> values = new ArrayList<>();
    for (double value : content.computed().values()) {
      values.add(Double.toString(value));
    }
    map.put("values", values);
    map.put("replicas", robustness.replicas());
    map.put("removed", Double.toString(robustness.removed()));
    map.put("agreement", agreement == null ? null : Double.toString(agreement));
    map.put(
        "ranks",
        robustness.ranks().stream()
            .map(r -> Map.of("rank", r.rank(), "low", r.low(), "high", r.high()))
            .toList());
    if (order != null) {
      map.put("model", order.model());
      map.put("coefficient", Double.toString(order.coefficient()));
      map.put("first", order.first());
      map.put("top", order.top().stream().map(top -> Double.toString(top)).toList());
    }
    if (calibration != null) {
      map.put(
          "calibration",
          Map.of(
              "state", calibration.state().word(),
              "trials", calibration.trials(),
              "held", Double.toString(calibration.held())));
    }
    return CanonicalJson.write(map);
  }

  static Content read(byte[] bytes) {
    Fields map = new Fields(CanonicalJson.readObject(bytes));
    double[] values = map.texts("values").stream().mapToDouble(Double::parseDouble).toArray();
    List<RankInterval> ranks =
        map.objects("ranks").stream()
            .map(r ->
                new RankInterval(
                    (int) r.number("rank"), (int) r.number("low"), (int) r.number("high")))
            .toList();
    Double agreement = map.has("agreement") ? Double.valueOf(map.text("agreement")) : null;
    Robustness robustness =
        new Robustness(
            (int) map.number("replicas"),
            Double.parseDouble(map.text("removed")),
            ranks,
            agreement,
            order(map));
    return new Content(
        new Digest(map.text("snapshot")),
        Method.valueOf(map.text("method")),
        map.number("seed"),
        new Measuring.Computed(
            values, texts(map.object("parameters")), texts(map.object("summary"))),
        robustness,
        map.text("card"));
  }

  private static Robustness.@Nullable Order order(Fields map) {
    return map.text("format").equals(FIRST)
        ? null
        : new Robustness.Order(
            map.text("model"),
            Double.parseDouble(map.text("coefficient")),
            (int) map.number("first"),
            map.texts("top").stream().map(Double::valueOf).toList(),
            map.has("calibration") ? calibration(map.object("calibration")) : null);
  }

  private static Robustness.Calibration calibration(Fields map) {
    return new Robustness.Calibration(
        Robustness.Calibration.State.of(map.text("state")),
        (int) map.number("trials"),
        Double.parseDouble(map.text("held")));
  }

  private static SortedMap<String, String> texts(Fields map) {
    TreeMap<String, String> texts = new TreeMap<>();
    map.names().forEach(name -> texts.put(name, map.text(name)));
    return texts;
  }
}
