package dev.sextant.records.reader.archive.blog;

import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.graph.XmlCursor;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A small XML element with what is in it and the bytes it stands in. */
final class XmlNode {
  private final String name;
  private final Map<String, String> attributes;
  private final long from;
  private final StringBuilder raw = new StringBuilder();
  private final List<XmlNode> children = new ArrayList<>();
  private String text = "";
  private long to;
  private boolean used;
  private boolean told;
  private final Set<String> takenAttributes = new HashSet<>();

  private XmlNode(XmlCursor at) {
    this.name = at.prefix() + at.name();
    this.attributes = at.attributes();
    this.from = at.start();
    this.to = at.end();
  }

  /**
   * Reads the element whose start the cursor is at, up to its end.
   *
   * @param longest most bytes it may have
   */
  static XmlNode read(XmlCursor at, int longest) throws IOException, XmlCursor.Broken {
    XmlNode top = new XmlNode(at);
    Deque<XmlNode> open = new ArrayDeque<>();
    open.push(top);
    while (!open.isEmpty()) {
      XmlCursor.Next next = at.next();
      if (at.end() - top.from > longest) {
        throw new XmlCursor.Broken(
            new ReadFault(ReadFault.LIMIT, "an element longer than " + longest + " bytes"),
            at.end());
      }
      XmlNode here = open.element();
      switch (next) {
        case START -> {
          XmlNode child = new XmlNode(at);
          here.children.add(child);
          open.push(child);
        }
        case TEXT -> here.raw.append(at.rawText());
        case END -> {
          here.to = at.end();
          here.text = at.decode(here.raw.toString());
          open.pop();
        }
        case FINISH -> open.clear();
      }
    }
    return top;
  }

  /** Name with its prefix, as written. */
  String name() {
    return name;
  }

  /** First byte. */
  long from() {
    return from;
  }

  /** Byte after the last. */
  long to() {
    return to;
  }

  /** The characters directly inside. */
  String text() {
    return text;
  }

  /** An attribute, or the empty text. */
  String attribute(String wanted) {
    takenAttributes.add(wanted);
    return attributes.getOrDefault(wanted, "");
  }

  /** The elements directly inside of a name, taken. */
  List<XmlNode> all(String wanted) {
    List<XmlNode> found = children.stream().filter(c -> c.name.equals(wanted)).toList();
    found.forEach(c -> c.used = true);
    return found;
  }

  /** The first element directly inside of a name, taken; null if there is none. */
  @Nullable XmlNode first(String wanted) {
    List<XmlNode> found = children.stream().filter(c -> c.name.equals(wanted)).toList();
    if (found.isEmpty()) {
      return null;
    }
    found.getFirst().used = true;
    return found.getFirst();
  }

  /** The text of the first element of a name, taken; null if there is none or it is blank. */
  @Nullable String said(String wanted) {
    XmlNode found = first(wanted);
    return found == null || found.text.isBlank() ? null : found.text.strip();
  }

  /** Its rest is kept by itself, or it says nothing more: it is not left over around it. */
  XmlNode apart() {
    told = true;
    return this;
  }

  /**
   * Attributes and text of elements that nobody took, by name; of those with elements inside, all
   * they hold; of what was taken, what nobody took within, by all names on the way.
   */
  Map<String, String> rest() {
    told = true;
    Map<String, String> rest = new java.util.TreeMap<>();
    rest("", rest);
    return rest;
  }

  private void rest(String path, Map<String, String> rest) {
    attributes.forEach((attribute, value) -> {
      if (!takenAttributes.contains(attribute) && !frame(attribute, value)) {
        put(rest, path + attribute, value);
      }
    });
    for (XmlNode child : children) {
      if (!child.used) {
        put(rest, path + child.name, child.whole());
      } else if (!child.told) {
        child.rest(path + child.name + ".", rest);
      }
    }
  }

  private static void put(Map<String, String> rest, String name, String value) {
    String free = name;
    while (rest.containsKey(free)) {
      free += " (again)";
    }
    if (!value.isBlank()) {
      rest.put(free, value);
    }
  }

  /* How the text is written, and whose names these are. */
  private static boolean frame(String attribute, String value) {
    return attribute.startsWith("xml")
        || attribute.equals("scheme")
        || (attribute.equals("type") && value.matches("text|x?html"));
  }

  private String whole() {
    StringBuilder out = new StringBuilder(text.strip());
    attributes.forEach((k, v) -> out.append(out.isEmpty() ? "" : "; ").append(k + "=" + v));
    for (XmlNode child : children) {
      out.append(out.isEmpty() ? "" : "; ").append(child.name).append(": ").append(child.whole());
    }
    return out.toString();
  }
}
