package dev.sextant.records.reader.graph;

import dev.sextant.records.reader.FreeNames;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads GML (Himsolt, "GML: A portable Graph File Format", 1997): nodes and edges with all their
 * keys; lists within them are told by dotted names.
 */
public final class GmlReader extends PartReader {
  private static final Pattern START =
      Pattern.compile(
          "\\A(?:\\s|#[^\\n]*+\\n|(?!graph\\b)[A-Za-z]\\w*+\\s++(?:\"[^\"]*+\"|[-+.\\w]++)\\s)*+"
              + "graph\\s*\\[",
          Pattern.CASE_INSENSITIVE);

  /** A reader. */
  public GmlReader() {
    super(
        "gml",
        "GML",
        List.of("nodes", "edges", "nested keys", "comments", "character entities"),
        List.of("graphs within graphs are read as one"));
  }

  @Override
  int sniff(Source.Part part, Head head) {
    String start = head.text().length() > 8192 ? head.text().substring(0, 8192) : head.text();
    return START.matcher(start).find() ? 85 : 0;
  }

  @Override
  void read(Source.Part part, Limits limits, Sink sink) throws IOException {
    TextEncoding encoding = encoding(part, sink);
    Scribe scribe = new Scribe(part, sink);
    try (DecodedText text = new DecodedText(part.open(), encoding)) {
      new Telling(text, scribe, limits, part.size()).all();
      noteReplaced(text.replaced(), sink);
    }
    scribe.close();
  }

  /** A word, a quotation, or a bracket. */
  private record Token(String text, boolean quoted, long from, long to) {
    boolean is(String bracket) {
      return !quoted && text.equals(bracket);
    }
  }

  private static final class Telling {
    private final DecodedText text;
    private final Scribe scribe;
    private final Limits limits;
    private final long size;
    private boolean directed;
    private boolean tooLong;

    Telling(DecodedText text, Scribe scribe, Limits limits, long size) {
      this.text = text;
      this.scribe = scribe;
      this.limits = limits;
      this.size = size;
    }

    void all() throws IOException {
      int depth = 0;
      for (Token key = token(); key != null; key = token()) {
        if (key.is("]")) {
          depth--;
          continue;
        }
        String name = key.text().toLowerCase(Locale.ROOT);
        Token value = token();
        if (value == null || key.is("[") || tooLong) {
          broken(key.from(), value == null && !tooLong);
          return;
        }
        if (value.is("[") && name.equals("graph")) {
          depth++;
        } else if (value.is("[")) {
          if (!list(name, key.from())) {
            return;
          }
        } else if (depth > 0 && name.equals("directed")) {
          directed = value.text().equals("1");
        } else {
          scribe.unknown(new Scribe.Place(key.from(), value.to(), ""), name);
        }
      }
      if (depth > 0) {
        broken(size, true);
      }
    }

    private void broken(long from, boolean cut) {
      String code = cut ? ReadFault.TRUNCATED : tooLong ? ReadFault.LIMIT : ReadFault.MALFORMED;
      scribe.fault(
          new Scribe.Place(Math.min(from, size), size, ""), code, "brackets or keys out of order");
    }

    /** Reads a list that has begun; false if the file cannot be followed further. */
    private boolean list(String name, long from) throws IOException {
      Map<String, String> values = new TreeMap<>();
      if (!gather("", values, new FreeNames(), 1)) {
        broken(from, text.peek() < 0);
        return false;
      }
      Scribe.Place place = new Scribe.Place(from, text.at(), "");
      switch (name) {
        case "node" -> node(place, values);
        case "edge" -> edge(place, values);
        default -> scribe.unknown(place, name);
      }
      return true;
    }

    private boolean gather(String prefix, Map<String, String> values, FreeNames free, int depth)
        throws IOException {
      if (depth > limits.nesting()) {
        tooLong = true;
        return false;
      }
      while (true) {
        Token key = token();
        if (key == null || key.is("[") || tooLong) {
          return false;
        }
        if (key.is("]")) {
          return true;
        }
        Token value = token();
        if (value == null || value.is("]") || tooLong) {
          return false;
        }
        String name = prefix + key.text();
        if (value.is("[")) {
          if (!gather(name + ".", values, free, depth + 1)) {
            return false;
          }
        } else {
          values.put(free.of(name, values::containsKey), value.text());
        }
      }
    }

    private void node(Scribe.Place place, Map<String, String> values) {
      String id = take(values, "id");
      String label = take(values, "label");
      String name = label == null ? values.get("name") : label;
      scribe.node(place, id == null ? "" : id, name, values);
    }

    private void edge(Scribe.Place place, Map<String, String> values) {
      String from = take(values, "source");
      String to = take(values, "target");
      String label = take(values, "label");
      String weight = take(values, "weight");
      if (weight == null) {
        weight = take(values, "value");
      }
      scribe.edge(
          place,
          new Edge(
              from == null ? "" : from, to == null ? "" : to, label, weight, directed, values));
    }

    private static @Nullable String take(Map<String, String> values, String name) {
      for (String key : values.keySet()) {
        if (key.equalsIgnoreCase(name)) {
          return values.remove(key);
        }
      }
      return null;
    }

    private @Nullable Token token() throws IOException {
      skip();
      long from = text.at();
      int c = text.peek();
      if (c < 0) {
        return null;
      }
      text.next();
      if (c == '[' || c == ']') {
        return new Token(Character.toString(c), false, from, text.at());
      }
      StringBuilder word = new StringBuilder();
      if (c == '"') {
        for (c = text.next(); c != '"'; c = text.next()) {
          if (c < 0) {
            return null;
          }
          keep(word, c);
        }
        return new Token(Entities.decoded(word.toString()), true, from, text.at());
      }
      keep(word, c);
      while (text.peek() >= 0
          && !Character.isWhitespace(text.peek())
          && "[]\"".indexOf(text.peek()) < 0) {
        keep(word, text.next());
      }
      return new Token(word.toString(), false, from, text.at());
    }

    private void keep(StringBuilder word, int c) {
      if (word.length() < limits.itemBytes()) {
        word.appendCodePoint(c);
      } else {
        tooLong = true;
      }
    }

    private void skip() throws IOException {
      boolean lineStart = text.at() == 0;
      while (text.peek() >= 0) {
        int c = text.peek();
        if (c == '#' && lineStart) {
          while (text.peek() >= 0 && text.peek() != '\n') {
            text.next();
          }
        } else if (Character.isWhitespace(c)) {
          lineStart = c == '\n' || c == '\r' || lineStart;
          text.next();
        } else {
          return;
        }
      }
    }
  }
}
