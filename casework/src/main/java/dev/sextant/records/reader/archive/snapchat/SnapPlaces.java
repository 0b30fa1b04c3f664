package dev.sextant.records.reader.archive.snapchat;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.reader.archive.Loose;
import dev.sextant.records.reader.archive.Stating;
import dev.sextant.records.reader.archive.Times;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Places: where the account was, where a picture was taken. */
final class SnapPlaces {
  /** {@code 34.47 ± 39.66, -118.2 ± 39.66}, also with words before and without the accuracy. */
  private static final Pattern PAIR =
      Pattern.compile(
          "(-?\\d{1,3}\\.\\d{1,12})\\s*(?:±\\s*(\\d{1,9}(?:\\.\\d{1,12})?))?(?:\\s*meters)?\\s*,\\s*"
              + "(-?\\d{1,3}\\.\\d{1,12})\\s*(?:±\\s*(\\d{1,9}(?:\\.\\d{1,12})?))?");

  private final @Nullable AccountRef owner;

  SnapPlaces(@Nullable AccountRef owner) {
    this.owner = owner;
  }

  /** A place the account was at. An entry may be an object or a list of time and place. */
  List<Record> visited(Json value, Locator at, String section) {
    if (value instanceof Json.Arr two) {
      return two.items().size() < 2
          ? List.of()
          : place(
              Times.utc(two.items().getFirst().raw()),
              two.items().get(1).raw(),
              at,
              Map.of("section", section));
    }
    Loose f = new Loose(value);
    String pair = f.said("Latitude, Longitude", "Location", "Coordinates");
    Double latitude = f.number("Latitude");
    Double longitude = f.number("Longitude");
    ClaimedTime time = SnapForms.time(f);
    Map<String, String> extra = new TreeMap<>(f.rest());
    extra.put("section", section);
    if (latitude != null && longitude != null) {
      return List.of(
          new Record.Place(
              new Header(SnapForms.SNAPCHAT, at, time, extra),
              owner,
              latitude,
              longitude,
              Double.NaN,
              f.said("Name")));
    }
    if (pair != null) {
      List<Record> placed = place(time, pair, at, extra);
      if (!placed.isEmpty()) {
        return placed;
      }
      extra.put("location", pair);
    }
    String named =
        java.util.stream.Stream.of(
                f.said("Name"), f.said("City"), f.said("Region"), f.said("Country"))
            .filter(s -> !Stating.nothing(s))
            .reduce((a, b) -> a + ", " + b)
            .orElse("");
    return named.isEmpty() && pair == null && time.text().isEmpty()
        ? List.of()
        : List.of(
            new Record.Activity(
                new Header(SnapForms.SNAPCHAT, at, time, extra),
                owner,
                What.OTHER,
                section,
                named.isEmpty() ? pair : named,
                null));
  }

  /** A saved picture or film: a doing, and the place it was taken at. */
  List<Record> memory(Json value, Locator at, String section) {
    Loose f = new Loose(value);
    ClaimedTime time = SnapForms.time(f);
    if (time.text().isEmpty() && f.fields().object().fields().isEmpty()) {
      return List.of();
    }
    String link = f.said("Download Link", "Media Download Url");
    String where = f.said("Location");
    Map<String, String> extra = new TreeMap<>(f.rest());
    extra.put("section", section);
    Header header = new Header(SnapForms.SNAPCHAT, at, time, extra);
    Record saved = new Record.Activity(header, owner, What.OTHER, "saved media", link, null);
    List<Record> place = where == null ? List.of() : place(time, where, at, Map.of());
    return place.isEmpty() ? List.of(saved) : List.of(saved, place.getFirst());
  }

  private List<Record> place(ClaimedTime time, String text, Locator at, Map<String, String> extra) {
    Matcher m = PAIR.matcher(text);
    if (!m.find()) {
      return List.of();
    }
    double latitude = Double.parseDouble(m.group(1));
    double longitude = Double.parseDouble(m.group(3));
    boolean nowhere = latitude == 0 && longitude == 0; // What is written where nothing is known.
    if (nowhere || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
      return List.of();
    }
    double accuracy = m.group(2) == null ? Double.NaN : Double.parseDouble(m.group(2));
    Map<String, String> more = new TreeMap<>(extra);
    more.put("raw:place", text);
    return List.of(
        new Record.Place(
            new Header(SnapForms.SNAPCHAT, at, time, more),
            owner,
            latitude,
            longitude,
            accuracy,
            null));
  }
}
