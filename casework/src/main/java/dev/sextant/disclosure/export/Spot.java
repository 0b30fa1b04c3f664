package dev.sextant.disclosure.export;

import dev.sextant.disclosure.report.Report;
import dev.sextant.findings.CitedPlace;
import dev.sextant.findings.Support;
import dev.sextant.terms.ClaimedTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A cited record of a place: what a map can show of the findings. Its digits are those that were
 * read; a place that lies nowhere on the earth is kept without a position.
 *
 * @param support the cited record
 * @param place what it says
 * @param citedBy the findings that cite it, such as {@code F-1 for, F-2 against}
 * @param role the role of whoever acted, in words; or empty
 */
record Spot(Support support, CitedPlace place, String citedBy, String role) {
  private static final BigDecimal POLE = BigDecimal.valueOf(90);
  private static final BigDecimal ANTIMERIDIAN = BigDecimal.valueOf(180);

  /** The cited places of a report, each record once, in the order of its findings. */
  static List<Spot> of(Report report) {
    Map<String, Spot> spots = new LinkedHashMap<>();
    for (Report.Signed signed : report.findings()) {
      String finding = "F-" + signed.document().number();
      signed.document().supports().forEach(s -> add(spots, report, s, finding + " for"));
      signed.document().counterSupports().forEach(s -> add(spots, report, s, finding + " against"));
    }
    return List.copyOf(spots.values());
  }

  private static void add(Map<String, Spot> spots, Report report, Support s, String citedBy) {
    CitedPlace place = s.place();
    if (place == null) {
      return;
    }
    String role = report.persons().roles().getOrDefault(s.authorKey(), "");
    spots.merge(
        s.record().hex(),
        new Spot(s, place, citedBy, role),
        (old, more) -> new Spot(old.support, old.place, old.citedBy + ", " + citedBy, role));
  }

  /**
   * Longitude and latitude in degrees, in this order as both GeoJSON and KML have it, in plain
   * decimal digits; empty if the source's numbers are no position on the earth.
   */
  List<String> position() {
    BigDecimal latitude = number(place.latitude());
    BigDecimal longitude = number(place.longitude());
    boolean onEarth =
        latitude != null
            && longitude != null
            && latitude.abs().compareTo(POLE) <= 0
            && longitude.abs().compareTo(ANTIMERIDIAN) <= 0;
    return onEarth
        ? List.of(plain(Objects.requireNonNull(longitude)), plain(Objects.requireNonNull(latitude)))
        : List.of();
  }

  /** The radius in metres in plain digits, or null if the source does not say a sensible one. */
  @Nullable String accuracy() {
    BigDecimal metres = number(place.accuracyMetres());
    return metres == null || metres.signum() < 0 ? null : plain(metres);
  }

  private static @Nullable BigDecimal number(String digits) {
    double number = digits.isEmpty() ? Double.NaN : Double.parseDouble(digits);
    return Double.isFinite(number) ? BigDecimal.valueOf(number) : null;
  }

  /* 52.0 was never more precise than 52. */
  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** What the map shows at the spot: the source's name for it, or what it is. */
  String title() {
    return place.name().isEmpty() ? "Place, exhibit " + support.exhibitNumber() : place.name();
  }

  /** How far off it may be, in words. */
  String accuracyWords() {
    String metres = accuracy();
    return metres == null ? "accuracy not stated by the source" : "within " + metres + " m";
  }

  /**
   * When, as far as the source goes: a day, or a moment; without an offset where nobody knows the
   * zone; null where it has no time.
   */
  @Nullable String when() {
    ClaimedTime time = support.claimed();
    Instant instant = time.instant();
    if (instant == null) {
      return null;
    }
    String utc = instant.toString();
    if (time.precision() == ClaimedTime.Precision.DAY) {
      return utc.substring(0, utc.indexOf('T'));
    }
    return time.basis() == ClaimedTime.ZoneBasis.UNKNOWN ? utc.substring(0, utc.length() - 1) : utc;
  }

  /** What the record says beside its position, by name, in order; absent things are left out. */
  Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    ClaimedTime time = support.claimed();
    facts.put("place", place.name());
    facts.put("account", support.author());
    facts.put("accountKey", support.authorKey());
    facts.put("role", role);
    facts.put("platform", support.platform().name());
    facts.put("citedBy", citedBy);
    String when = when();
    facts.put("time", when == null ? "" : when);
    facts.put("timeAsWritten", time.text());
    facts.put("timeZone", time.zone());
    facts.put("timeZoneBasis", time.basis().name());
    facts.put("timePrecision", time.precision().name());
    facts.put("acquired", support.acquired().toString());
    facts.put("exhibit", support.exhibitNumber());
    facts.put("exhibitSha256", support.locator().exhibit().hex());
    facts.put("bytes", bytes());
    facts.put("record", support.record().hex());
    if (position().isEmpty()) {
      facts.put("positionAsRead", place.latitude() + ", " + place.longitude());
    }
    facts.values().removeIf(String::isEmpty);
    return facts;
  }

  private String bytes() {
    var at = support.locator();
    List<String> parts = new ArrayList<>();
    if (!at.part().isEmpty()) {
      parts.add(at.part());
    }
    parts.add(at.from() + " to " + at.to());
    if (!at.pointer().isEmpty()) {
      parts.add(at.pointer());
    }
    return String.join(", ", parts);
  }
}
