package dev.sextant.disclosure.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cited places as KML 2.2 (OGC 07-147r2): a placemark a record, longitude before latitude, clamped
 * to the ground, since no source gives a height. Children stand in the order of the schema. Nothing
 * in it is loaded from elsewhere: no style, icon or link.
 */
final class Kml {
  private Kml() {}

  static String write(List<Spot> spots, String title, Carried carried) {
    Xml xml = new Xml();
    xml.raw("<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n <Document>\n");
    element(xml, "  ", "name", title + ": places");
    xml.raw("  <open>1</open>\n");
    element(xml, "  ", "description", carried.line());
    data(xml, "  ", carried.facts());
    spots.forEach(spot -> placemark(xml, spot, carried));
    return xml.raw(" </Document>\n</kml>").end();
  }

  private static void placemark(Xml xml, Spot spot, Carried carried) {
    // An xml:id begins with a letter; a digest may begin with a digit.
    xml.raw("  <Placemark id=\"r" + spot.support().record().hex() + "\">\n");
    element(xml, "   ", "name", spot.title());
    xml.raw("   <Snippet maxLines=\"2\">");
    xml.text(spot.accuracyWords() + "; " + carried.handling()).raw("</Snippet>\n");
    element(xml, "   ", "description", description(spot, carried));
    String when = spot.when();
    if (when != null) {
      xml.raw("   <TimeStamp><when>" + when + "</when></TimeStamp>\n");
    }
    Map<String, String> facts = new LinkedHashMap<>(spot.facts());
    String metres = spot.accuracy();
    facts.put("accuracyMetres", metres == null ? "not stated" : metres);
    facts.put("authority", carried.authority());
    facts.put("handling", carried.handling());
    data(xml, "   ", facts);
    List<String> position = spot.position();
    if (!position.isEmpty()) {
      xml.raw("   <Point><coordinates>" + String.join(",", position) + "</coordinates></Point>\n");
    }
    xml.raw("  </Placemark>\n");
  }

  /* Programs of the field take a description for HTML; words of evidence must stay words there:
   * escaped once for HTML and, by the writer, once more for XML. */
  private static String description(Spot spot, Carried carried) {
    String time = spot.when() == null ? "no time" : spot.when() + zone(spot);
    String words =
        spot.support().author()
            + (spot.role().isEmpty() ? "" : " [" + spot.role() + "]")
            + "; "
            + time
            + "; "
            + spot.accuracyWords()
            + "; exhibit "
            + spot.support().exhibitNumber()
            + "; cited by "
            + spot.citedBy()
            + ". Under "
            + carried.authority()
            + ". Handling: "
            + carried.handling();
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String zone(Spot spot) {
    return switch (spot.support().claimed().basis()) {
      case STATED -> " (zone stated: " + spot.support().claimed().zone() + ")";
      case ASSUMED -> " (zone assumed: " + spot.support().claimed().zone() + ")";
      case UNKNOWN -> " (zone unknown)";
    };
  }

  private static void data(Xml xml, String indent, Map<String, String> facts) {
    xml.raw(indent + "<ExtendedData>\n");
    facts.forEach((name, value) ->
        xml.raw(indent + " <Data name=\"")
            .text(name)
            .raw("\"><value>")
            .text(value)
            .raw("</value></Data>\n"));
    xml.raw(indent + "</ExtendedData>\n");
  }

  private static void element(Xml xml, String indent, String name, String text) {
    xml.raw(indent + "<" + name + ">").text(text).raw("</" + name + ">\n");
  }
}
