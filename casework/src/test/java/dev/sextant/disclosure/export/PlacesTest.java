package dev.sextant.disclosure.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.disclosure.report.Report;
import dev.sextant.disclosure.report.ReportTextTest;
import dev.sextant.findings.Citation;
import dev.sextant.findings.CitedPlace;
import dev.sextant.findings.Claim;
import dev.sextant.findings.FindingDocument;
import dev.sextant.findings.MadeUpFinding;
import dev.sextant.findings.Support;
import dev.sextant.records.RecordKind;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Digest;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Places leave as RFC 7946 and OGC KML 2.2 have it, with the digits that were read and no more. */
class PlacesTest {
  private static final ClaimedTime STATED =
      ClaimedTime.utc(
          Instant.parse("2026-03-01T18:04:05Z"), "1772388245", ClaimedTime.Precision.SECOND);

  private static Support place(int n, CitedPlace place, ClaimedTime time) {
    Support s = MadeUpFinding.support("C1/E-" + n, "place " + n, "");
    return new Support(
        Digest.ofFields("place", Integer.toString(n)),
        RecordKind.PLACE,
        s.platform(),
        s.exhibitNumber(),
        s.locator(),
        time,
        s.acquired(),
        s.author(),
        s.authorKey(),
        s.words(),
        s.excerpt(),
        s.excerptWhole(),
        s.excerptDigest(),
        s.note(),
        place,
        List.of());
  }

  /** The sample report, whose only finding cites these records. */
  private static Report report(List<Support> supports, List<Support> against) {
    Report sample = ReportTextTest.report(3);
    Report.Signed signed = sample.findings().getFirst();
    FindingDocument d = signed.document();
    Claim c = d.claim();
    Claim claim =
        new Claim(
            c.title(),
            c.text(),
            c.type(),
            c.grade(),
            c.method(),
            supports.stream().map(s -> new Citation(s.record(), s.note())).toList(),
            against.stream().map(s -> new Citation(s.record(), s.note())).toList(),
            against.isEmpty() ? c.noCounterSupport() : "",
            c.alternatives(),
            c.snapshot(),
            c.measures(),
            c.entityKeys());
    FindingDocument document =
        new FindingDocument(
            d.id(),
            d.number(),
            d.caseId(),
            d.authority(),
            d.authorityVersion(),
            d.author(),
            d.authorName(),
            d.frozen(),
            claim,
            supports,
            against,
            d.snapshot(),
            d.measures(),
            d.entities());
    return new Report(
        sample.id(),
        sample.title(),
        sample.agency(),
        sample.caseNumber(),
        sample.basis(),
        sample.recipient(),
        sample.salt(),
        sample.at(),
        sample.releasedBy(),
        sample.marking(),
        sample.persons(),
        List.of(
            new Report.Signed(
                document,
                document.digest(),
                signed.reviewer(),
                signed.reviewReasons(),
                signed.reviewedAt(),
                signed.signedAt(),
                signed.signatures())),
        sample.exhibits(),
        sample.custody(),
        sample.proof());
  }

  private static Report report(Support... supports) {
    return report(List.of(supports), List.of());
  }

  private static String file(Report report, String name) {
    return Exported.of(report).stream()
        .filter(f -> f.path().equals(ExportFile.FOLDER + name))
        .findFirst()
        .orElseThrow()
        .text();
  }

  private static JsonNode geo(Report report) {
    JsonNode collection = JsonMapper.shared().readTree(file(report, "places.geojson"));
    assertThat(faults(collection)).isEmpty();
    return collection;
  }

  private static Document kml(Report report) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    Document document =
        factory
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(file(report, "places.kml"))));
    assertThat(faults(document)).isEmpty();
    return document;
  }

  // ------------------------------------------------------------------ naive checkers of the rules

  /** The rules of RFC 7946 that a collection of points can break. */
  private static List<String> faults(JsonNode collection) {
    List<String> faults = new ArrayList<>();
    if (!"FeatureCollection".equals(collection.path("type").asString())
        || !collection.path("features").isArray()) {
      faults.add("3.3: no FeatureCollection");
    }
    for (String taken : List.of("coordinates", "geometries", "geometry", "properties", "crs")) {
      if (collection.has(taken)) {
        faults.add("7.1 or 4: member " + taken);
      }
    }
    for (JsonNode feature : collection.path("features")) {
      JsonNode id = feature.path("id");
      if (!id.isString() && !id.isNumber()) {
        faults.add("3.2: id");
      }
      if (!"Feature".equals(feature.path("type").asString())
          || !feature.has("geometry")
          || !feature.path("properties").isObject()) {
        faults.add("3.2: not a Feature");
      }
      JsonNode geometry = feature.path("geometry");
      if (geometry.isNull()) {
        continue;
      }
      JsonNode at = geometry.path("coordinates");
      boolean point = "Point".equals(geometry.path("type").asString());
      if (!point || at.size() != 2 || !at.get(0).isNumber() || !at.get(1).isNumber()) {
        faults.add("3.1.1: position");
      } else if (Math.abs(at.get(0).asDouble()) > 180 || Math.abs(at.get(1).asDouble()) > 90) {
        faults.add("4: not WGS 84 longitude, latitude");
      } else if (!inside(collection.path("bbox"), at.get(0).asDouble(), at.get(1).asDouble())) {
        faults.add("5: outside the bbox");
      }
    }
    return faults;
  }

  private static boolean inside(JsonNode box, double east, double north) {
    double w = box.get(0).asDouble();
    double e = box.get(2).asDouble();
    boolean across = w > e;
    boolean between = across ? east >= w || east <= e : east >= w && east <= e;
    return between && north >= box.get(1).asDouble() && north <= box.get(3).asDouble();
  }

  private static final List<String> ORDER =
      List.of(
          "name",
          "visibility",
          "open",
          "address",
          "Snippet",
          "description",
          "TimeStamp",
          "styleUrl",
          "ExtendedData",
          "Point",
          "Placemark");

  /** The rules of OGC 07-147r2 that placemarks of points can break. */
  private static List<String> faults(Document kml) {
    List<String> faults = new ArrayList<>();
    Element root = kml.getDocumentElement();
    if (!"http://www.opengis.net/kml/2.2".equals(root.getNamespaceURI())
        || !"kml".equals(root.getLocalName())) {
      faults.add("root");
    }
    Set<String> ids = new HashSet<>();
    NodeList all = kml.getElementsByTagNameNS("*", "*");
    for (int i = 0; i < all.getLength(); i++) {
      Element e = (Element) all.item(i);
      if (e.hasAttribute("id")
          && !(e.getAttribute("id").matches("[A-Za-z_][-.\\w]*")
              && ids.add(e.getAttribute("id")))) {
        faults.add("id " + e.getAttribute("id"));
      }
      if (Set.of("Document", "Placemark").contains(e.getLocalName())) {
        ordered(e, faults);
      }
      if (e.getLocalName().equals("coordinates")) {
        String[] at = e.getTextContent().split(",", -1);
        boolean two = at.length == 2 && Math.abs(Double.parseDouble(at[0])) <= 180;
        if (!two || Math.abs(Double.parseDouble(at[1])) > 90) {
          faults.add("coordinates " + e.getTextContent());
        }
      }
      if (e.getLocalName().equals("when")
          && !e.getTextContent()
              .matches("\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z?)?")) {
        faults.add("when " + e.getTextContent());
      }
    }
    return faults;
  }

  private static void ordered(Element e, List<String> faults) {
    int last = -1;
    for (Node child = e.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        int place = ORDER.indexOf(inner.getLocalName());
        if (place < last || place < 0) {
          faults.add("order: " + inner.getLocalName());
        }
        last = place;
      }
    }
  }

  private static @Nullable String value(JsonNode feature, String name) {
    JsonNode value = feature.path("properties").path(name);
    return value.isMissingNode() || value.isNull() ? null : value.asString();
  }

  // ------------------------------------------------------------------ tests

  @Test
  void longitudeComesFirstAndNoDigitIsInvented() throws Exception {
    Report report =
        report(place(1, new CitedPlace("52.5", "13.0", "30.0", "Pier <7> & \"co\""), STATED));
    JsonNode feature = geo(report).path("features").get(0);
    assertThat(file(report, "places.geojson")).contains("13,\n").contains("52.5\n");
    assertThat(feature.path("geometry").path("coordinates").get(0).asDouble()).isEqualTo(13);
    assertThat(value(feature, "accuracyMetres")).isEqualTo("30");
    assertThat(value(feature, "authority")).contains("DA-2026-311");
    assertThat(value(feature, "handling")).contains("H1 TLP:AMBER").contains("return after trial");
    assertThat(value(feature, "time")).isEqualTo("2026-03-01T18:04:05Z");
    assertThat(value(feature, "timeZone")).isEqualTo("UTC");
    assertThat(value(feature, "timeZoneBasis")).isEqualTo("STATED");
    assertThat(value(feature, "citedBy")).isEqualTo("F-1 for");
    Document kml = kml(report);
    assertThat(text(kml, "coordinates")).containsExactly("13,52.5");
    assertThat(text(kml, "Snippet").getFirst()).startsWith("within 30 m").contains("H1 TLP:AMBER");
    assertThat(text(kml, "name")).contains("Pier <7> & \"co\"");
  }

  private static List<String> text(Document kml, String name) {
    List<String> texts = new ArrayList<>();
    NodeList all = kml.getElementsByTagNameNS("http://www.opengis.net/kml/2.2", name);
    for (int i = 0; i < all.getLength(); i++) {
      texts.add(all.item(i).getTextContent());
    }
    return texts;
  }

  @Test
  void aTimeSaysNoMoreThanItsSource() throws Exception {
    Instant at = Instant.parse("2026-03-01T18:04:05Z");
    CitedPlace spot = new CitedPlace("1.0", "2.0", "", "");
    Report report =
        report(
            place(1, spot, ClaimedTime.none()),
            place(
                2,
                spot,
                new ClaimedTime(
                    at, "x", ClaimedTime.ZoneBasis.UNKNOWN, "", ClaimedTime.Precision.SECOND)),
            place(
                3,
                spot,
                new ClaimedTime(
                    at,
                    "y",
                    ClaimedTime.ZoneBasis.ASSUMED,
                    "Europe/Berlin",
                    ClaimedTime.Precision.DAY)));
    JsonNode features = geo(report).path("features");
    assertThat(value(features.get(0), "time")).isNull();
    assertThat(value(features.get(1), "time")).isEqualTo("2026-03-01T18:04:05");
    assertThat(value(features.get(2), "time")).isEqualTo("2026-03-01");
    assertThat(value(features.get(2), "timeZone")).isEqualTo("Europe/Berlin");
    assertThat(value(features.get(0), "accuracyMetres")).isNull();
    assertThat(text(kml(report), "when")).containsExactly("2026-03-01T18:04:05", "2026-03-01");
    assertThat(file(report, "places.kml")).contains("accuracy not stated by the source");
    assertThat(file(report, "places.kml")).doesNotContain("1970");
  }

  @Test
  void theBoxCrossesTheAntimeridianAndUnlocatedPlacesStay() throws Exception {
    Report report =
        report(
            List.of(
                place(1, new CitedPlace("-17.5", "179.25", "", "Fiji"), STATED),
                place(2, new CitedPlace("-16.0", "-179.5", "", "Taveuni"), STATED),
                place(3, new CitedPlace("91.0", "10.0", "5.0", "nowhere"), STATED)),
            List.of(place(4, new CitedPlace("NaN", "10.0", "-1.0", ""), STATED)));
    JsonNode collection = geo(report);
    assertThat(collection.path("bbox").toString()).isEqualTo("[179.25,-17.5,-179.5,-16]");
    assertThat(collection.path("features")).hasSize(4);
    JsonNode nowhere = collection.path("features").get(2);
    assertThat(nowhere.path("geometry").isNull()).isTrue();
    assertThat(value(nowhere, "positionAsRead")).isEqualTo("91.0, 10.0");
    assertThat(value(collection.path("features").get(3), "citedBy")).isEqualTo("F-1 against");
    assertThat(value(collection.path("features").get(3), "accuracyMetres")).isNull();
    assertThat(text(kml(report), "coordinates")).containsExactly("179.25,-17.5", "-179.5,-16");
    assertThat(text(kml(report), "name")).hasSize(5);
  }

  /** Against a naive twin: of all boxes that begin at one of the places, none is narrower. */
  @Test
  void anyPlacesAreHeldByTheNarrowestBox() {
    long seed = 20261122;
    System.out.println("PlacesTest draws places with seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      int n = 1 + random.nextInt(6);
      double[] east = new double[n];
      Support[] supports = new Support[n];
      for (int i = 0; i < n; i++) {
        east[i] = Math.round((random.nextDouble() * 360 - 180) * 1e4) / 1e4;
        double north = random.nextDouble() * 180 - 90;
        supports[i] =
            place(
                i,
                new CitedPlace(Double.toString(north), Double.toString(east[i]), "", ""),
                STATED);
      }
      JsonNode box = geo(report(supports)).path("bbox");
      double width = (box.get(2).asDouble() - box.get(0).asDouble() + 360) % 360;
      double least = 360;
      for (double west : east) {
        double needed = 0;
        for (double other : east) {
          needed = Math.max(needed, (other - west + 360) % 360);
        }
        least = Math.min(least, needed);
      }
      assertThat(width).isCloseTo(least, org.assertj.core.data.Offset.offset(1e-9));
    }
  }

  @Test
  void withoutPlacesTheFilesSaySoAndCarryTheirAuthority() throws Exception {
    Report report = ReportTextTest.report(3);
    assertThat(geo(report).path("features")).isEmpty();
    assertThat(geo(report).path("sextant").path("handling").asString()).contains("H1");
    assertThat(geo(report).has("bbox")).isFalse();
    assertThat(text(kml(report), "name")).hasSize(1);
  }
}
