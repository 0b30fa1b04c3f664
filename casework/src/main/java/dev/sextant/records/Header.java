package dev.sextant.records;

import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.util.Map;
import java.util.TreeMap;

/**
 * What every record carries, whatever its kind.
 *
 * @param platform where it comes from
 * @param locator the bytes it was read from
 * @param claimed when it happened, as the source says
 * @param extra fields of the source that the record model has no place for, by name, as raw text;
 *     kept and shown, never dropped
 */
public record Header(
    Platform platform, Locator locator, ClaimedTime claimed, Map<String, String> extra) {
  /** Copies the map, sorted by name. */
  public Header {
    extra =
        extra.isEmpty() ? Map.of() : java.util.Collections.unmodifiableMap(new TreeMap<>(extra));
  }
}
