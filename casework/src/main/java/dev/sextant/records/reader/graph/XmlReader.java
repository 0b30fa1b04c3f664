package dev.sextant.records.reader.graph;

import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A reader of one XML vocabulary, known by its first element. */
abstract class XmlReader extends PartReader {
  private final Pattern root;

  XmlReader(String name, String title, List<String> covers, List<String> gaps, String element) {
    this(name, 1, title, covers, gaps, List.of(), element);
  }

  XmlReader(
      String name,
      int version,
      String title,
      List<String> covers,
      List<String> gaps,
      List<String> confirmed,
      String element) {
    super(name, version, title, covers, gaps, confirmed);
    this.root =
        Pattern.compile(
            "\\A\\s*(?:<\\?.*?\\?>\\s*|<!--.*?-->\\s*|<!DOCTYPE[^\\[>]*(?:\\[.*?\\])?[^>]*>\\s*)*+"
                + "<(?:[\\w.-]+:)?"
                + element
                + "[\\s/>]",
            Pattern.DOTALL);
  }

  @Override
  final int sniff(Source.Part part, Head head) {
    String start = head.text().length() > 8192 ? head.text().substring(0, 8192) : head.text();
    return root.matcher(start).find() ? 95 : 0;
  }

  @Override
  final void read(Source.Part part, Limits limits, Sink sink) throws IOException {
    Scribe scribe = new Scribe(part, sink);
    TextEncoding encoding = encoding(part, sink);
    try (XmlCursor xml = XmlCursor.open(part, encoding, limits)) {
      tell(xml, scribe, part.size());
    } catch (XmlCursor.Broken e) {
      scribe.fault(
          new Scribe.Place(Math.min(e.at(), part.size()), part.size(), ""),
          e.fault().code(),
          e.fault().what());
    }
    scribe.close();
  }

  /**
   * Tells the document.
   *
   * @param size of the part in bytes
   * @throws XmlCursor.Broken where it cannot be followed; no item may be open then
   */
  abstract void tell(XmlCursor xml, Scribe scribe, long size) throws IOException, XmlCursor.Broken;

  /**
   * The text of the element {@code default} within a declaration that just began, up to the
   * declaration's end; null if there is none. Elements that nobody knows are told as unknown.
   */
  static @Nullable String preset(XmlCursor xml, Scribe scribe)
      throws IOException, XmlCursor.Broken {
    int open = xml.depth();
    String preset = null;
    while (true) {
      switch (xml.next()) {
        case START -> {
          switch (xml.name()) {
            case "default" -> {
              String text = xml.textOfElement().strip();
              preset = text.isEmpty() ? null : text;
            }
            case "options", "desc" -> xml.textOfElement(); // What values there may be.
            default -> skipUnknown(xml, scribe, xml.name());
          }
        }
        case END -> {
          if (xml.depth() < open) {
            return preset;
          }
        }
        case TEXT -> {}
        case FINISH -> {
          return preset;
        }
      }
    }
  }

  /** Tells the element that just began, with all in it, as unknown. */
  static void skipUnknown(XmlCursor xml, Scribe scribe, String section)
      throws IOException, XmlCursor.Broken {
    long from = xml.start();
    xml.textOfElement();
    scribe.unknown(new Scribe.Place(from, xml.end(), ""), section);
  }
}
