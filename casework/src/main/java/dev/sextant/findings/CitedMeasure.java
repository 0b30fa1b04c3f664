package dev.sextant.findings;

import dev.sextant.network.Robustness;
import dev.sextant.terms.MeasureId;
import dev.sextant.terms.SnapshotId;
import dev.sextant.terms.StatementType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A measure that a finding rests on, with all that is needed to compute it again.
 *
 * @param id the measure
 * @param snapshot what it was made on
 * @param method the named method
 * @param seed the seed it ran with
 * @param parameters the method's parameters by name
 * @param summary facts about the whole result by name
 * @param card what the method is, where it is published, how it behaves when ties are missing
 * @param values the values of the nodes shown, highest first
 */
public record CitedMeasure(
    MeasureId id,
    SnapshotId snapshot,
    String method,
    long seed,
    Map<String, String> parameters,
    Map<String, String> summary,
    String card,
    List<Value> values) {
  /** Name in the summary of how the intervals' ends were set. */
  static final String CALIBRATION = "calibration";

  /** Copies. */
  public CitedMeasure {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    summary = Collections.unmodifiableMap(new TreeMap<>(summary));
    values = List.copyOf(values);
  }

  /** How the ends of its intervals were set, as {@code done}; empty where nothing is said of it. */
  public String calibration() {
    return summary.getOrDefault(CALIBRATION, "");
  }

  /** Whether its intervals may hold less than they say; false too where nothing is said of it. */
  public boolean doubtful() {
    return calibration().equals(Robustness.Calibration.State.DOUBTFUL.word());
  }

  /**
   * One node's value.
   *
   * @param number the node's number in the snapshot, from 1
   * @param entityKey whose; empty if the node is not named
   * @param label the name it is shown under; empty if the node is not named
   * @param value the number, as Java prints the double
   * @param rankLow best rank (1 is highest) at the 5th percentile when ties are missing; 0 if the
   *     method has no ranks
   * @param rankHigh worst rank at the 95th percentile; 0 if the method has no ranks
   */
  public record Value(
      int number, String entityKey, String label, String value, int rankLow, int rankHigh) {
    /** As it is printed: its label, or {@code unnamed 12}. */
    public String shownAs() {
      return entityKey.isEmpty() ? CitedSnapshot.unnamedWord(number) : label;
    }

    private Map<String, @Nullable Object> json() {
      Map<String, @Nullable Object> json = new LinkedHashMap<>();
      json.put("number", number);
      if (!entityKey.isEmpty()) {
        json.put("entity", entityKey);
        json.put("label", label);
      }
      json.put("value", value);
      json.put("rankLow", rankLow);
      json.put("rankHigh", rankHigh);
      return json;
    }

    private static Value read(Fields f) {
      String entity = f.maybe("entity");
      return new Value(
          Math.toIntExact(f.number("number")),
          entity == null ? "" : entity,
          entity == null ? "" : f.text("label"),
          f.text("value"),
          Math.toIntExact(f.number("rankLow")),
          Math.toIntExact(f.number("rankHigh")));
    }
  }

  /** The measure as a map for canonical JSON. */
  public Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", id.toString());
    json.put("snapshot", snapshot.toString());
    json.put("type", StatementType.MACHINE.name());
    json.put("method", method);
    json.put("seed", Long.toString(seed));
    json.put("parameters", parameters);
    json.put("summary", summary);
    json.put("card", card);
    json.put("values", values.stream().map(Value::json).toList());
    return json;
  }

  static CitedMeasure read(Fields f) {
    long seed;
    try {
      seed = Long.parseLong(f.text("seed"));
    } catch (NumberFormatException e) {
      throw f.bad("seed", "not a whole number");
    }
    return new CitedMeasure(
        MeasureId.parse(f.text("id")),
        SnapshotId.parse(f.text("snapshot")),
        f.text("method"),
        seed,
        f.map("parameters"),
        f.map("summary"),
        f.text("card"),
        f.objects("values", Value::read));
  }
}
