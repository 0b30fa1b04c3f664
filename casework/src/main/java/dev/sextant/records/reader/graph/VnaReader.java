package dev.sextant.records.reader.graph;

import dev.sextant.records.Record;
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

/** Reads VNA, the text format of NetDraw (Borgatti 2002): node data, node properties, tie data. */
public final class VnaReader extends PartReader {
  private static final Pattern START =
      Pattern.compile(
          "\\A\\s*\\*(node data|node properties|tie data)\\b", Pattern.CASE_INSENSITIVE);

  /** A reader. */
  public VnaReader() {
    super(
        "vna",
        2,
        "VNA (NetDraw)",
        List.of("node data", "node properties", "tie data", "several tie columns as several ties"),
        List.of(),
        List.of());
  }

  @Override
  int sniff(Source.Part part, Head head) {
    return START.matcher(head.text()).find() ? 90 : 0;
  }

  @Override
  void read(Source.Part part, Limits limits, Sink sink) throws IOException {
    TextEncoding encoding = encoding(part, sink);
    Scribe scribe = new Scribe(part, sink);
    scribe.note("SX-NOTE-DIRECTION", "NetDraw's ties run from their first end to their second.");
    try (LineCursor lines = lines(part, encoding, limits)) {
      String section = "";
      List<String> names = List.of();
      for (LineCursor.Line line = lines.next(); line != null; line = lines.next()) {
        String text = line.text().strip();
        Scribe.Place place = new Scribe.Place(line.from(), line.to(), Long.toString(line.number()));
        if (line.cut()) {
          scribe.fault(place, ReadFault.LIMIT, "a line too long");
        } else if (text.startsWith("*")) {
          section = text.substring(1).strip().toLowerCase(Locale.ROOT);
          names = List.of();
        } else if (!text.isEmpty() && names.isEmpty()) {
          names = List.copyOf(Words.of(text));
        } else if (!text.isEmpty()) {
          row(scribe, section, names, Words.of(text), place);
        }
      }
      noteReplaced(lines.replaced(), sink);
    }
    scribe.close();
  }

  private static void row(
      Scribe scribe, String section, List<String> names, List<String> words, Scribe.Place place) {
    if (words.size() > names.size()) {
      scribe.fault(place, ReadFault.MALFORMED, "a row with more words than its heading");
      return;
    }
    Map<String, String> values = new TreeMap<>();
    for (int i = 0; i < words.size(); i++) {
      if (!words.get(i).isEmpty()) {
        values.put(names.get(i), words.get(i));
      }
    }
    switch (section) {
      case "node data" -> {
        values.remove(names.getFirst());
        scribe.node(place, words.getFirst(), null, values);
      }
      case "node properties" -> {
        values.remove(names.getFirst());
        String label = take(values, "shortlabel");
        scribe.node(place, words.getFirst(), label, Map.of(), values);
      }
      case "tie data" -> ties(scribe, place, values);
      default -> scribe.unknown(place, section);
    }
  }

  /* Columns of numbers beside the two ends are relations; one of them is the strength of the only
   * one, several are ties of their own, of which a zero is none. */
  private static void ties(Scribe scribe, Scribe.Place place, Map<String, String> values) {
    String from = take(values, "from");
    String to = take(values, "to");
    String weight = take(values, "strength");
    if (weight.isEmpty()) {
      weight = take(values, "weight");
    }
    Map<String, String> relations = new TreeMap<>();
    Map<String, String> extra = new TreeMap<>();
    values.forEach(
        (name, value) -> (Numbers.finite(value) == null ? extra : relations).put(name, value));
    if (from.isEmpty() || to.isEmpty() || relations.isEmpty() || !weight.isEmpty()) {
      extra.putAll(relations);
      scribe.edge(place, new Edge(from, to, null, weight, true, extra));
      return;
    }
    List<Record> records = Scribe.gathering();
    relations.forEach((name, value) -> {
      if (!Double.valueOf(0).equals(Numbers.finite(value))) {
        records.add(scribe.relation(place, new Edge(from, to, name, value, true, extra)));
      }
    });
    if (records.isEmpty()) {
      scribe.ignored(place, "a row without a tie");
    } else {
      scribe.together(records);
    }
  }

  private static String take(Map<String, String> values, String name) {
    for (String key : values.keySet()) {
      if (key.equalsIgnoreCase(name)) {
        return String.valueOf(values.remove(key));
      }
    }
    return "";
  }
}
