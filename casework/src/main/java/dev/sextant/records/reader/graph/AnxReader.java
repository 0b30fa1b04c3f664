package dev.sextant.records.reader.graph;

import dev.sextant.terms.ClaimedTime;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads charts of i2 Analyst's Notebook saved as XML (ANX): entities, links, their attributes,
 * cards and times. Layout after the chart schema that ANX files refer to, as public converters use
 * it ({@code Chart > ChartItemCollection > ChartItem > End > Entity} and {@code Link}).
 */
public final class AnxReader extends XmlReader {
  /* What says how a chart looks and nothing about anybody. */
  private static final Set<String> LOOKS =
      Set.of(
          "ApplicationVersion",
          "CIStyle",
          "CIStyleCollection",
          "Connection",
          "ConnectionCollection",
          "ConnectionStyle",
          "Corner",
          "CurrentStyleCollection",
          "DateTimeFormatCollection",
          "DateTimeFormat",
          "Font",
          "FrameStyle",
          "GradeOne",
          "GradeTwo",
          "GradeThree",
          "StrengthCollection",
          "LegendDefinition",
          "LegendItem",
          "PrintSettings",
          "Palette",
          "PaletteCollection",
          "PaletteBar",
          "Snapshot",
          "SnapshotCollection",
          "SubItem",
          "SubItemCollection",
          "TimeBar",
          "TimeZoneCollection",
          "ViewOptions",
          "IconPicture",
          "OriginatingUser",
          "LegendItemCollection",
          "LibraryCatalogue",
          "PaletteBarCollection",
          "Fonts",
          "CustomImageCollection",
          "StringCollection");

  private static final Set<String> OWN =
      Set.of(
          "EntityId",
          "Identity",
          "EntityReference",
          "LabelIsIdentity",
          "Type",
          "End1Id",
          "End2Id",
          "End1Reference",
          "End2Reference",
          "Strength",
          "ArrowStyle",
          "LabelPos",
          "LabelSegment",
          "Offset");

  /** A reader. */
  public AnxReader() {
    super(
        "i2-anx",
        2,
        "i2 Analyst's Notebook XML (ANX)",
        List.of(
            "entities with type, identity and attributes",
            "links with direction, strength and attributes",
            "dates and times of chart items",
            "cards, sources and descriptions kept beside them"),
        List.of(
            "the binary .anb is closed and is not read: save it as XML",
            "themes, text blocks and drawings are listed as unknown",
            "XML in UTF-16"),
        List.of(),
        "Chart");
  }

  @Override
  void tell(XmlCursor xml, Scribe scribe, long size) throws IOException, XmlCursor.Broken {
    new Telling(xml, scribe).all();
  }

  private static final class Telling {
    private final XmlCursor xml;
    private final Scribe scribe;
    private final Map<String, String> strengths = new HashMap<>();

    Telling(XmlCursor xml, Scribe scribe) {
      this.xml = xml;
      this.scribe = scribe;
    }

    void all() throws IOException, XmlCursor.Broken {
      while (true) {
        switch (xml.next()) {
          case START -> start();
          case END, TEXT -> {}
          case FINISH -> {
            return;
          }
        }
      }
    }

    private void start() throws IOException, XmlCursor.Broken {
      switch (xml.name()) {
        case "Chart",
            "ChartItemCollection",
            "EntityTypeCollection",
            "LinkTypeCollection",
            "AttributeClassCollection",
            "StrengthCollection",
            "SummaryCollection",
            "Summary" -> {}
        case "EntityType", "LinkType", "AttributeClass" -> xml.textOfElement();
        case "Strength" -> {
          strengths.put(xml.attribute("Id"), xml.attribute("Name"));
          xml.textOfElement();
        }
        case "ChartItem" -> item();
        default -> {
          if (LOOKS.contains(xml.name())) {
            xml.textOfElement();
          } else {
            skipUnknown(xml, scribe, xml.name());
          }
        }
      }
    }

    /** One chart item, gathered up to its end. */
    private void item() throws IOException, XmlCursor.Broken {
      XmlFrame item = new XmlFrame(true, xml.start(), xml.attributes());
      Map<String, String> entity = null;
      Map<String, String> link = null;
      String what = "item without content";
      int depth = xml.depth();
      String within = "";
      boolean open = true;
      while (open) {
        switch (xml.next()) {
          case START -> {
            String name = xml.name();
            within = name;
            switch (name) {
              case "Entity" -> {
                further(item);
                entity = merged(entity);
              }
              case "Link" -> {
                further(item);
                link = merged(link);
              }
              case "Attribute" ->
                  item.keepValue(xml.attribute("AttributeClass"), xml.attribute("Value"));
              case "Card" -> card(item);
              case "IconStyle",
                  "LinkStyle",
                  "BoxStyle",
                  "CircleStyle",
                  "EventStyle",
                  "ThemeStyle" -> {
                Map<String, String> style =
                    link == null || !name.equals("LinkStyle") ? entity : link;
                if (style != null) {
                  xml.attributes().forEach(style::putIfAbsent);
                }
              }
              case "TextBlock", "OleItem", "Theme", "Event", "Label" -> what = name;
              case "TimeZone" -> item.keepExtra("time zone", xml.attribute("Name"));
              default -> {}
            }
          }
          case END -> open = xml.depth() >= depth;
          case TEXT -> {
            String text = xml.decode(xml.rawText()).strip();
            if (!text.isEmpty()) {
              item.keepExtra(within, text);
            }
          }
          case FINISH -> open = false;
        }
      }
      Scribe.Place at =
          new Scribe.Place(
              item.from, Math.max(item.from, xml.end()), item.attributes.getOrDefault("Id", ""));
      if (link != null) {
        link(item, link, at);
      } else if (entity != null) {
        entity(item, entity, at);
      } else {
        scribe.unknown(at, "chart item: " + what);
      }
    }

    /* What an entity or link says of itself beyond what becomes of it and how it looks. */
    private void further(XmlFrame item) {
      xml.attributes()
          .forEach((name, value) -> {
            if (!OWN.contains(name) && !value.isBlank()) {
              item.keepExtra(xml.name() + "." + name, value);
            }
          });
    }

    private Map<String, String> merged(
        @org.jspecify.annotations.Nullable Map<String, String> before) {
      Map<String, String> all = before == null ? new TreeMap<>() : before;
      xml.attributes().forEach(all::putIfAbsent);
      return all;
    }

    private void card(XmlFrame item) throws IOException, XmlCursor.Broken {
      Map<String, String> attributes = xml.attributes();
      String inside = xml.textOfElement().strip();
      StringBuilder card = new StringBuilder();
      attributes.forEach((name, value) -> {
        if (!value.isBlank() && !name.endsWith("Set")) {
          card.append(card.isEmpty() ? "" : "; ").append(name).append(": ").append(value);
        }
      });
      String told =
          inside.isEmpty() ? card.toString() : card + (card.isEmpty() ? "" : "; ") + inside;
      item.keepExtra("card", told);
    }

    /* A date that is not set stands there as a default of the program: it is no time. */
    private static ClaimedTime time(XmlFrame item) {
      String text = item.take("DateTime");
      boolean date = !item.take("DateSet").toLowerCase(Locale.ROOT).equals("false");
      boolean clock = !item.take("TimeSet").toLowerCase(Locale.ROOT).equals("false");
      if (text.isBlank() || !date) {
        return ClaimedTime.none();
      }
      String shown = clock || text.length() < 10 ? text : text.substring(0, 10);
      ClaimedTime time =
          GraphTimes.of(
              shown.replaceFirst("(T\\d{2}:\\d{2}:\\d{2})\\.0+$", "$1"), Optional.empty(), false);
      return new ClaimedTime(time.instant(), text, time.basis(), time.zone(), time.precision());
    }

    private void entity(XmlFrame item, Map<String, String> entity, Scribe.Place at) {
      String label = item.take("Label");
      String id = entity.getOrDefault("EntityId", "");
      String identity = entity.getOrDefault("Identity", "");
      String key = id.isBlank() ? identity : id;
      ClaimedTime time = time(item);
      Map<String, String> values = new TreeMap<>(item.values);
      put(values, "type", entity.get("Type"));
      put(values, "identity", identity);
      put(values, "bio", item.take("Description"));
      item.values.clear();
      looks(item);
      if (!time.text().isEmpty()) {
        item.keepExtra("DateTime", time.text());
      }
      scribe.node(at, key, label, values, item.rest());
    }

    private void link(XmlFrame item, Map<String, String> link, Scribe.Place at) {
      String one = first(link, "End1Id", "End1Reference");
      String other = first(link, "End2Id", "End2Reference");
      String arrow = link.getOrDefault("ArrowStyle", "").toLowerCase(Locale.ROOT);
      boolean back = arrow.contains("tail");
      boolean directed = back || arrow.contains("head");
      String label = item.take("Label");
      String type = link.getOrDefault("Type", "");
      ClaimedTime time = time(item);
      looks(item);
      Map<String, String> extra = new TreeMap<>(item.rest());
      put(extra, "type", type);
      String strength = link.getOrDefault("Strength", "");
      put(extra, "strength", strengths.getOrDefault(strength, strength));
      scribe.edge(
          at,
          new Edge(
              back ? other : one,
              back ? one : other,
              label.isBlank() ? type : label,
              null,
              directed,
              extra,
              time));
    }

    private static void looks(XmlFrame item) {
      for (String name :
          new String[] {"XPosition", "Shown", "Selected", "Ordered", "SelectedInGroup"}) {
        item.take(name);
      }
      item.attributes.values().removeIf(String::isBlank);
    }

    private static String first(Map<String, String> map, String... names) {
      for (String name : names) {
        String value = map.getOrDefault(name, "");
        if (!value.isBlank()) {
          return value;
        }
      }
      return "";
    }

    private static void put(
        Map<String, String> map, String name, @org.jspecify.annotations.Nullable String value) {
      if (value != null && !value.isBlank()) {
        map.putIfAbsent(name, value);
      }
    }
  }
}
