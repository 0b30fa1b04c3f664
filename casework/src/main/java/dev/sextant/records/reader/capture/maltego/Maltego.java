package dev.sextant.records.reader.capture.maltego;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.graph.TextEncoding;
import dev.sextant.records.reader.graph.XmlCursor;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Maltego's charts: {@code .mtgx}, a zip with {@code Graphs/*.graphml}, or such a GraphML file
 * itself. The elements are as public tools that read and write them have them.
 */
public final class Maltego implements Reader {
  private static final ReaderCard CARD =
      new ReaderCard(
          "maltego-mtgx",
          2,
          "Chart of Maltego (mtgx, GraphML)",
          List.of("entities of every type with their properties; links with label and properties"),
          List.of(
              "mtgl (compressed charts of newer versions) is not read",
              "icons, entity definitions and layout are listed as noise"));

  @Override
  public ReaderCard card() {
    return CARD;
  }

  private static boolean chart(Source.Part part) throws IOException {
    String head = new String(part.head(), StandardCharsets.ISO_8859_1);
    return head.contains("<graphml")
        && (head.contains("MaltegoEntity") || head.contains("maltego.paterva.com"));
  }

  @Override
  public int sniff(Source source) throws IOException {
    boolean alone = source.parts().size() == 1;
    for (Source.Part part : source.parts()) {
      if ((alone || part.path().endsWith(".graphml")) && chart(part)) {
        return 97;
      }
    }
    return 0;
  }

  @Override
  public void read(Source source, Sink sink) throws IOException {
    Shelf shelf = new Shelf(source);
    boolean alone = source.parts().size() == 1;
    for (Source.Part part : source.parts()) {
      String path = part.path();
      if ((alone || path.endsWith(".graphml")) && chart(part)) {
        shelf.use(part);
        new Chart(source, part, sink).read();
      } else if (frame(path)) {
        shelf.use(part);
        sink.ignored(part.at(0, part.size(), ""), "Maltego's own definitions and icons");
      }
    }
    shelf.announceRest(sink);
  }

  private static boolean frame(String path) {
    return path.matches("(?:.*/)?(?:Entities|EntityCategories|Icons|TransformSets|Machines)/.*")
        || path.matches("(?:.*/)?version\\.properties")
        || path.endsWith(".entity")
        || path.endsWith(".category");
  }

  private static final Set<String> FRAME = Set.of("graphml", "graph", "key", "VersionInfo");

  private static final Set<String> OWN = Set.of("id", "source", "target", "type");

  /** One GraphML file: read once for who is who, once to tell. */
  private static final class Chart {
    private final Source source;
    private final Source.Part part;
    private final Sink sink;
    private final Map<String, AccountRef> nodes = new HashMap<>();
    private long reached;

    Chart(Source source, Source.Part part, Sink sink) {
      this.source = source;
      this.part = part;
      this.sink = sink;
    }

    void read() throws IOException {
      try {
        walk(false);
      } catch (XmlCursor.Broken e) {
        reached = 0; // The second reading tells of it.
      }
      try {
        walk(true);
      } catch (XmlCursor.Broken e) {
        long at = Math.min(Math.max(reached, 0), part.size());
        sink.item();
        sink.fault(part.at(at, part.size(), ""), e.fault());
      }
    }

    private void walk(boolean tell) throws IOException, XmlCursor.Broken {
      TextEncoding encoding = TextEncoding.of(part.head(), part.size() > part.head().length);
      try (XmlCursor xml = XmlCursor.open(part, encoding, source.limits())) {
        XmlCursor.Next next = xml.next();
        while (next != XmlCursor.Next.FINISH) {
          boolean element = next == XmlCursor.Next.START;
          if (element && (xml.name().equals("node") || xml.name().equals("edge"))) {
            element(xml, tell);
          } else if (element && !FRAME.contains(xml.name())) {
            other(xml, tell);
          }
          reached = xml.end();
          next = xml.next();
        }
      }
    }

    /* What the whole graph carries is Maltego's own; an element that nobody knows is listed. */
    private void other(XmlCursor xml, boolean tell) throws IOException, XmlCursor.Broken {
      long from = xml.start();
      String name = xml.name();
      int open = xml.depth();
      XmlCursor.Next next = xml.next();
      while (next != XmlCursor.Next.FINISH && (next != XmlCursor.Next.END || xml.depth() >= open)) {
        next = xml.next();
      }
      if (tell && !name.equals("data") && !name.equals("default") && !name.equals("desc")) {
        sink.item();
        sink.unknown(
            part.at(from, Math.min(xml.end(), part.size()), ""),
            "element " + (name.matches("[A-Za-z]{1,40}") ? name : "?"));
      }
    }

    private void element(XmlCursor xml, boolean tell) throws IOException, XmlCursor.Broken {
      long from = xml.start();
      reached = from;
      boolean node = xml.name().equals("node");
      String id = xml.attribute("id");
      String one = xml.attribute("source");
      String two = xml.attribute("target");
      ChartEntity entity = content(xml);
      if (node) {
        AccountRef account = entity.account();
        if (account != null) {
          nodes.put(id, account);
        }
      }
      if (tell) {
        Locator at = part.at(from, Math.min(xml.end(), part.size()), id);
        tell(node, entity, nodes.get(id), nodes.get(one), nodes.get(two), at);
      }
    }

    /* Properties carry their values in elements; everything else of the element is layout. */
    private static ChartEntity content(XmlCursor xml) throws IOException, XmlCursor.Broken {
      int open = xml.depth();
      ChartEntity entity = new ChartEntity("");
      String property = "";
      String within = xml.name();
      further(xml, entity);
      while (true) {
        switch (xml.next()) {
          case START -> {
            within = xml.name();
            switch (xml.name()) {
              case "MaltegoEntity", "MaltegoLink" -> {
                entity = typed(xml, entity);
                further(xml, entity);
              }
              case "Property" -> property = xml.attribute("name");
              case "Value" -> entity.property(property, xml.textOfElement().strip());
              case "Notes" -> entity.property("notes", xml.textOfElement().strip());
              default -> {}
            }
          }
          case END -> {
            if (xml.depth() < open) {
              return entity;
            }
          }
          case FINISH ->
              throw new XmlCursor.Broken(
                  new ReadFault(ReadFault.TRUNCATED, "an element without an end"), xml.end());
          case TEXT -> entity.beside(within, xml.decode(xml.rawText()).strip());
        }
      }
    }

    private static ChartEntity typed(XmlCursor xml, ChartEntity before) {
      ChartEntity entity = new ChartEntity(xml.attribute("type"));
      before.properties().forEach(entity::property);
      before.beside().forEach(entity::beside);
      return entity;
    }

    private static void further(XmlCursor xml, ChartEntity entity) {
      xml.attributes()
          .forEach((name, value) -> {
            if (!OWN.contains(name) && !name.startsWith("xml")) {
              entity.beside(name, value);
            }
          });
    }

    private void tell(
        boolean node,
        ChartEntity entity,
        @Nullable AccountRef own,
        @Nullable AccountRef one,
        @Nullable AccountRef two,
        Locator at) {
      sink.item();
      Map<String, String> extra = new TreeMap<>(entity.beside());
      extra.put("type", entity.type());
      if (node && own != null) {
        Header header = new Header(own.platform(), at, ClaimedTime.none(), extra);
        sink.records(
            List.of(new Record.Profile(header, own, entity.selectors(), entity.properties())));
      } else if (!node && one != null && two != null) {
        entity.properties().forEach(extra::putIfAbsent);
        String label = entity.properties().get("maltego.link.manual.type");
        String said = label == null ? entity.properties().get("maltego.link.label") : label;
        Header header = new Header(Platform.TABLE, at, ClaimedTime.none(), extra);
        sink.records(
            List.of(
                new Record.Relation(
                    header, one, two, said == null ? entity.type() : said, 1, true)));
      } else {
        sink.fault(
            at,
            new ReadFault(
                ReadFault.MISSING, node ? "an entity without content" : "a link to no entity"));
      }
    }
  }
}
