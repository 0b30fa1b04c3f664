package dev.sextant.verify;

import dev.sextant.terms.CanonicalJson;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an overseer's check found.
 *
 * @param subject what was checked: origin, size, root, and the rest that a reader compares, by name
 * @param checks what was done and with which result, in order
 * @param irregularities what does not check, told in full
 * @param counts how many of each kind there are
 * @param unfinished intents without an outcome, by leaf
 * @param unjudged what could not be judged, and how often
 * @param figures the figures that the log gives
 */
public record OversightReport(
    Map<String, String> subject,
    List<String> checks,
    List<Irregularity> irregularities,
    Map<Irregularity.Kind, Long> counts,
    TreeMap<Long, String> unfinished,
    Map<String, Long> unjudged,
    Figures figures) {
  /** Copies the lists. */
  public OversightReport {
    checks = List.copyOf(checks);
    irregularities = List.copyOf(irregularities);
  }

  /** Whether everything checks. */
  public boolean ok() {
    return counts.isEmpty();
  }

  /** The result as JSON. */
  public String json() {
    TreeMap<String, Object> json = new TreeMap<>();
    json.put("valid", ok());
    json.put("subject", subject);
    json.put("checks", checks);
    json.put(
        "irregularities",
        irregularities.stream()
            .map(one ->
                Map.of(
                    "kind", one.kind().name(),
                    "leaf", one.leaf(),
                    "place", one.place(),
                    "what", one.what()))
            .toList());
    TreeMap<String, Object> kinds = new TreeMap<>();
    counts.forEach((kind, count) -> kinds.put(kind.name(), count));
    json.put("counts", kinds);
    json.put("unfinished", unfinished.keySet().stream().limit(1000).toList());
    json.put("unjudged", unjudged);
    json.put("figures", figures.groups());
    return CanonicalJson.text(json);
  }
}
