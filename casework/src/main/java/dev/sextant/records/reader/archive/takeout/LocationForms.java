package dev.sextant.records.reader.archive.takeout;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.reader.archive.Loose;
import dev.sextant.records.reader.archive.Times;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the account's devices were, in the five shapes that Google has written since 2013. */
final class LocationForms {
  /** {@code geo:48.1,11.5}, {@code 48.1°, 11.5°}. */
  private static final Pattern PAIR =
      Pattern.compile(
          "(?:geo:)?\\s*(-?\\d{1,3}(?:\\.\\d{1,15})?)°?\\s*,\\s*(-?\\d{1,3}(?:\\.\\d{1,15})?)°?");

  private final @Nullable AccountRef owner;

  LocationForms(@Nullable AccountRef owner) {
    this.owner = owner;
  }

  /** A point found in an object, by itself or as text. */
  private record Point(double latitude, double longitude) {
    boolean real() {
      return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    }
  }

  private Record place(
      Locator at,
      ClaimedTime time,
      Point point,
      double accuracy,
      @Nullable String name,
      Map<String, String> extra) {
    return new Record.Place(
        new Header(Google.GOOGLE, at, time, extra),
        owner,
        point.latitude(),
        point.longitude(),
        accuracy,
        name);
  }

  /* Old exports wrapped round: a value above the most that a place can have is 2^32 too high. */
  private static double degrees(double e7, double most) {
    return (e7 > most * 1e7 ? e7 - 4_294_967_296.0 : e7) / 1e7;
  }

  private static @Nullable Point e7(Loose f) {
    Double latitude = f.number("latitudeE7", "latE7");
    Double longitude = f.number("longitudeE7", "lngE7");
    if (latitude == null || longitude == null) {
      return null;
    }
    Point point = new Point(degrees(latitude, 90), degrees(longitude, 180));
    return point.real() ? point : null;
  }

  private static @Nullable Point pair(@Nullable String text) {
    Matcher m = PAIR.matcher(text == null ? "" : text);
    if (!m.lookingAt()) {
      return null;
    }
    Point point = new Point(Double.parseDouble(m.group(1)), Double.parseDouble(m.group(2)));
    return point.real() ? point : null;
  }

  private static ClaimedTime time(Loose f, String name) {
    return Times.utc(f.said(name, name + "Ms"));
  }

  /** An entry of {@code locations}, of either generation. */
  List<Record> fix(Json value, Locator at) {
    Loose f = new Loose(value);
    Point point = e7(f);
    ClaimedTime time = time(f, "timestamp");
    if (point == null) {
      // Networks in reach or a movement, without a place found for them.
      return time.text().isEmpty()
          ? List.of()
          : List.of(
              new Record.Activity(
                  new Header(Google.GOOGLE, at, time, f.rest()),
                  owner,
                  What.OTHER,
                  "signal without a place",
                  null,
                  null));
    }
    Double accuracy = f.number("accuracy");
    return List.of(
        place(at, time, point, accuracy == null ? Double.NaN : accuracy, null, f.rest()));
  }

  /** An entry of {@code timelineObjects}. */
  List<Record> timeline(Json value, Locator at) {
    Fields f = Fields.of(value);
    List<Record> records = new ArrayList<>();
    f.known("placeVisit", "activitySegment");
    Map<String, String> around = f.rest();
    if (f.object().get("placeVisit") instanceof Json.Obj visit) {
      visit(visit, within(at, visit, "/placeVisit"), around, records);
    }
    if (f.object().get("activitySegment") instanceof Json.Obj segment) {
      segment(segment, within(at, segment, "/activitySegment"), around, records);
    }
    return records;
  }

  private static Locator within(Locator at, Json value, String below) {
    return new Locator(at.exhibit(), at.part(), value.from(), value.to(), at.pointer() + below);
  }

  private void visit(Json.Obj visit, Locator at, Map<String, String> around, List<Record> into) {
    Loose f = new Loose(visit);
    Loose location = f.object("location");
    Loose duration = f.object("duration");
    Point point = e7(location);
    String name = location.said("name");
    String address = location.said("address");
    ClaimedTime start = time(duration, "startTimestamp");
    ClaimedTime end = time(duration, "endTimestamp");
    Map<String, String> extra = new TreeMap<>(around);
    extra.putAll(f.rest());
    location.rest().forEach((k, v) -> extra.put("location." + k, v));
    if (address != null) {
      extra.put("address", address);
    }
    extra.put("end", end.text());
    if (point != null) {
      into.add(place(at, start, point, Double.NaN, name == null ? address : name, extra));
    }
    if (f.fields().object().get("childVisits") instanceof Json.Arr children) {
      for (Json child : children.items()) {
        if (child instanceof Json.Obj o) {
          visit(o, within(at, o, "/childVisits"), Map.of(), into);
        }
      }
    }
  }

  private void segment(
      Json.Obj segment, Locator at, Map<String, String> around, List<Record> into) {
    Loose f = new Loose(segment);
    Loose duration = f.object("duration");
    ClaimedTime start = time(duration, "startTimestamp");
    ClaimedTime end = time(duration, "endTimestamp");
    Loose from = f.object("startLocation");
    Loose to = f.object("endLocation");
    Point begun = e7(from);
    Point ended = e7(to);
    Map<String, String> last = new TreeMap<>(to.rest());
    Map<String, String> extra = new TreeMap<>(around);
    extra.putAll(f.rest());
    end(into, at, start, begun, "start", extra);
    String type = f.said("activityType");
    if (type != null) {
      last.put("activityType", type);
    }
    end(into, at, end, ended, "end", last);
    Json path = f.fields().object().get("simplifiedRawPath");
    for (Json one : new Loose(path).array("points")) {
      Loose p = new Loose(one);
      Point point = e7(p);
      ClaimedTime time = time(p, "timestamp");
      Double accuracy = p.number("accuracyMeters");
      if (point != null && time.instant() != null) {
        double radius = accuracy == null ? Double.NaN : accuracy;
        Locator where = within(at, one, "/simplifiedRawPath/points");
        into.add(place(where, time, point, radius, null, p.rest()));
      }
    }
  }

  private void end(
      List<Record> into,
      Locator at,
      ClaimedTime time,
      @Nullable Point point,
      String which,
      Map<String, String> extra) {
    if (point != null) {
      Map<String, String> more = new TreeMap<>(extra);
      more.put("segment", which);
      into.add(place(at, time, point, Double.NaN, null, more));
    }
  }

  /** An entry of a timeline kept on the device: of an iPhone, or a semantic segment of Android. */
  List<Record> onDevice(Json value, Locator at) {
    Loose f = new Loose(value);
    ClaimedTime start = Times.utc(f.said("startTime"));
    ClaimedTime end = Times.utc(f.said("endTime"));
    List<Record> records = new ArrayList<>();
    Json visit = f.fields().object().get("visit");
    Json activity = f.fields().object().get("activity");
    Json path = f.fields().object().get("timelinePath");
    Map<String, String> extra = new TreeMap<>(f.rest());
    extra.remove("timelinePath"); // Its points are records of their own.
    extra.put("end", end.text());
    Loose top = new Loose(visit).object("topCandidate");
    Point there = latLng(top.take("placeLocation"));
    if (there != null) {
      String name = top.said("semanticType");
      records.add(place(at, start, there, Double.NaN, name, extra));
    }
    Loose moved = new Loose(activity);
    end(records, at, start, latLng(moved.take("start")), "start", extra);
    end(records, at, end, latLng(moved.take("end")), "end", Map.of());
    Map<String, String> around = records.isEmpty() ? extra : Map.of();
    if (path instanceof Json.Arr points) {
      for (Json one : points.items()) {
        pathPoint(one, within(at, one, "/timelinePath"), start, around, records);
        around = records.isEmpty() ? around : Map.of();
      }
    }
    if (records.isEmpty() && !start.text().isEmpty()) {
      // A memory of a journey or a segment without a place: kept as a doing.
      Header header = new Header(Google.GOOGLE, at, start, extra);
      records.add(new Record.Activity(header, owner, What.OTHER, "timeline", null, null));
    }
    return records;
  }

  /* "geo:.." or "48.1°, 11.5°" as text, or {latLng: ..}. */
  private static @Nullable Point latLng(@Nullable Json value) {
    return value instanceof Json.Text t ? pair(t.text()) : pair(new Loose(value).said("latLng"));
  }

  private void pathPoint(
      Json value, Locator at, ClaimedTime start, Map<String, String> around, List<Record> into) {
    Loose f = new Loose(value);
    Point point = pair(f.said("point"));
    String own = f.said("time");
    String offset = f.said("durationMinutesOffsetFromStartTime");
    ClaimedTime time = own == null ? later(start, offset) : Times.utc(own);
    if (point != null) {
      Map<String, String> extra = new TreeMap<>(around);
      extra.putAll(f.rest());
      into.add(place(at, time, point, Double.NaN, null, extra));
    }
  }

  private static ClaimedTime later(ClaimedTime start, @Nullable String minutes) {
    Instant from = start.instant();
    if (from == null || minutes == null || !minutes.matches("[0-9]{1,7}(\\.[0-9]{1,6})?")) {
      return start;
    }
    Duration after = Duration.ofSeconds(Math.round(Double.parseDouble(minutes) * 60));
    return new ClaimedTime(
        from.plus(after),
        start.text() + " + " + minutes + " min",
        start.basis(),
        start.zone(),
        ClaimedTime.Precision.MINUTE);
  }

  /** A raw signal of Android: a position, networks in reach, a guess at the movement. */
  List<Record> signal(Json value, Locator at) {
    Loose f = new Loose(value);
    Loose position = f.object("position");
    Point point = pair(position.said("LatLng"));
    ClaimedTime time = Times.utc(position.said("timestamp"));
    if (point != null) {
      Double accuracy = position.number("accuracyMeters");
      double radius = accuracy == null ? Double.NaN : accuracy;
      Map<String, String> extra = new TreeMap<>(position.rest());
      extra.putAll(f.rest());
      return List.of(place(at, time, point, radius, null, extra));
    }
    Json other = f.fields().object().get("wifiScan");
    Loose scan = new Loose(other == null ? f.take("activityRecord") : other);
    ClaimedTime seen = Times.utc(scan.said("deliveryTime", "timestamp"));
    return f.fields().object().fields().isEmpty()
        ? List.of()
        : List.of(
            new Record.Activity(
                new Header(Google.GOOGLE, at, seen, f.rest()),
                owner,
                What.OTHER,
                other == null ? "movement" : "networks in reach",
                null,
                null));
  }

  /** A place that the account is often at. */
  List<Record> frequent(Json value, Locator at) {
    Loose f = new Loose(value);
    Point point = latLng(f.take("placeLocation"));
    return point == null
        ? List.of()
        : List.of(place(at, ClaimedTime.none(), point, Double.NaN, f.said("label"), f.rest()));
  }

  /** A saved, labelled or reviewed place (GeoJSON: longitude first). */
  List<Record> feature(Json value, Locator at) {
    Fields f = Fields.of(value);
    Loose properties = new Loose(f.take("properties"));
    List<Json> pair = f.object("geometry").array("coordinates");
    Loose location = properties.object("location");
    String name = location.said("name", "Business Name");
    name = name == null ? properties.said("name", "Title") : name;
    ClaimedTime time = Times.utc(properties.said("date", "Published"));
    Map<String, String> extra = new TreeMap<>(properties.rest());
    location.rest().forEach((k, v) -> extra.put("location." + k, v));
    if (pair.size() < 2) {
      return List.of();
    }
    Point point = pair(pair.get(1).raw() + "," + pair.get(0).raw());
    return point == null || (point.latitude() == 0 && point.longitude() == 0)
        ? List.of(
            new Record.Activity(
                new Header(Google.GOOGLE, at, time, extra),
                owner,
                What.OTHER,
                "saved place",
                name,
                null))
        : List.of(place(at, time, point, Double.NaN, name, extra));
  }

  /** A photograph's data sheet. */
  List<Record> photo(Json value, Locator at) {
    Fields f = Fields.of(value);
    String stamp = f.object("photoTakenTime").text("timestamp");
    Fields geo = f.object("geoData");
    Double latitude = geo.number("latitude");
    Double longitude = geo.number("longitude");
    String title = f.text("title");
    ClaimedTime time = Times.utc(stamp);
    Header header = new Header(Google.GOOGLE, at, time, f.rest());
    List<Record> records = new ArrayList<>();
    records.add(new Record.Activity(header, owner, What.OTHER, "photograph", title, null));
    if (latitude != null && longitude != null && (latitude != 0 || longitude != 0)) {
      Point point = new Point(latitude, longitude);
      if (point.real()) {
        records.add(place(at, time, point, Double.NaN, null, Map.of()));
      }
    }
    return records;
  }
}
