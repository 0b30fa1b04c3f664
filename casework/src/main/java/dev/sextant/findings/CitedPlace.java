package dev.sextant.findings;

import dev.sextant.records.Record;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a cited record of a place says that somebody was. Numbers are texts, as Java prints the
 * double: the digits that were read, no more, and canonical JSON has no fractions.
 *
 * @param latitude degrees north, WGS 84
 * @param longitude degrees east, WGS 84
 * @param accuracyMetres radius in metres; empty if the source does not say
 * @param name what the source calls the place; empty if it has no name for it
 */
public record CitedPlace(String latitude, String longitude, String accuracyMetres, String name) {
  /** Checks that numbers are numbers. */
  public CitedPlace {
    for (String digits :
        List.of(latitude, longitude, accuracyMetres.isEmpty() ? "0" : accuracyMetres)) {
      try {
        Double.parseDouble(digits);
      } catch (NumberFormatException e) {
        throw new FindingFault.Damaged("support.place", "not a number: " + digits);
      }
    }
  }

  static @Nullable CitedPlace of(Record record) {
    return record instanceof Record.Place p
        ? new CitedPlace(
            Double.toString(p.latitude()),
            Double.toString(p.longitude()),
            Double.isNaN(p.accuracyMetres()) ? "" : Double.toString(p.accuracyMetres()),
            p.name() == null ? "" : p.name())
        : null;
  }

  Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("latitude", latitude);
    json.put("longitude", longitude);
    json.put("accuracyMetres", accuracyMetres);
    json.put("name", name);
    return json;
  }

  static CitedPlace read(Fields f) {
    return new CitedPlace(
        f.text("latitude"), f.text("longitude"), f.text("accuracyMetres"), f.text("name"));
  }
}
