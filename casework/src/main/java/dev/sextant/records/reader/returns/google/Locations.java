package dev.sextant.records.reader.returns.google;

import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.records.reader.json.JsonStream;
import dev.sextant.records.reader.returns.Telling;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.util.List;

/**
 * Location history as {@code Records.json}: {@code {"locations":[{latitudeE7, longitudeE7, ...}]}}.
 */
final class Locations {
  private static final double E7 = 1e7;

  private Locations() {}

  /** Tells each fix as a place; always true. */
  static boolean tell(Source.Part part, Telling t) throws IOException {
    JsonItems items = new JsonItems(t.source(), part, t.sink());
    items.run(in -> {
      if (in.kind() == JsonStream.Kind.OBJECT) {
        in.object(name -> {
          if (name.equals("locations")) {
            items.each(in, (value, at) -> fix(value, at, t), "locations");
          } else {
            items.unknown(in, name);
          }
        });
      } else {
        items.unknownEach(in, "location history of another shape");
      }
    });
    return true;
  }

  private static List<Record> fix(Json value, Locator at, Telling t) {
    Fields f = Fields.of(value);
    Double north = f.number("latitudeE7");
    Double east = f.number("longitudeE7");
    if (north == null || east == null) {
      return List.of();
    }
    Double accuracy = f.number("accuracy");
    String iso = f.text("timestamp");
    Long millis = iso == null ? f.whole("timestampMs") : null;
    ClaimedTime time =
        iso != null
            ? ClaimedTimes.ofIso(iso)
            : millis == null
                ? ClaimedTime.none()
                : ClaimedTimes.ofMillis(millis, millis.toString());
    Header header = new Header(t.platform(), at, time, f.rest());
    return List.of(
        new Record.Place(
            header,
            t.owner(),
            north / E7,
            east / E7,
            accuracy == null ? Double.NaN : accuracy,
            null));
  }
}
