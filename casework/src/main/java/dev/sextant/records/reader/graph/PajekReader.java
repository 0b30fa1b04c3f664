package dev.sextant.records.reader.graph;

import dev.sextant.records.Record;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads Pajek networks and projects (Batagelj and Mrvar, Pajek Reference Manual): vertices, arcs
 * and edges one a line or as lists, matrices, several relations, partitions and vectors.
 */
public final class PajekReader extends PartReader {
  private static final Pattern START =
      Pattern.compile(
          "\\A(?:\\s|%[^\\n]*+\\n)*+\\*(network|vertices|arcs|edges|partition)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern RELATION =
      Pattern.compile(":\\s*(\\d+)\\s*(?:[\"']([^\"']*)[\"'])?");

  /** A reader. */
  public PajekReader() {
    super(
        "pajek",
        "Pajek",
        List.of(
            "vertices",
            "arcs",
            "edges",
            "arcslist",
            "edgeslist",
            "matrix",
            "several relations",
            "partitions",
            "vectors"),
        List.of("permutations, clusters, hierarchies", "times of ties (kept as extra fields)"));
  }

  @Override
  int sniff(Source.Part part, Head head) {
    return START.matcher(head.text()).find() ? 90 : 0;
  }

  @Override
  void read(Source.Part part, Limits limits, Sink sink) throws IOException {
    TextEncoding encoding = encoding(part, sink);
    Scribe scribe = new Scribe(part, sink);
    try (LineCursor lines = lines(part, encoding, limits)) {
      Telling telling = new Telling(scribe, part.size());
      for (LineCursor.Line line = lines.next(); line != null; line = lines.next()) {
        telling.line(line);
      }
      telling.finish();
      noteReplaced(lines.replaced(), sink);
    }
    scribe.close();
  }

  private enum Section {
    NONE,
    VERTICES,
    VALUES,
    ARCS,
    EDGES,
    ARCS_LIST,
    EDGES_LIST,
    MATRIX,
    UNKNOWN
  }

  private static final class Telling {
    /** So many vertices may be declared and nowhere named, however short the file is. */
    private static final long FREE_VERTICES = 1_000;

    private final Scribe scribe;
    private final long size;
    private final Map<String, Integer> seen = new HashMap<>();
    private Section section = Section.NONE;
    private String unknown = "";
    private long unknownFrom;
    private long unknownTo;
    private @Nullable String relation;
    private @Nullable String partition;
    private String network = "";
    private long vertices;
    private long declaredOnly;
    private long firstMode;
    private Scribe.Place declared = new Scribe.Place(0, 0, "");
    private long row;

    Telling(Scribe scribe, long size) {
      this.scribe = scribe;
      this.size = size;
    }

    void line(LineCursor.Line line) {
      Scribe.Place place = new Scribe.Place(line.from(), line.to(), Long.toString(line.number()));
      if (line.cut()) {
        scribe.fault(place, ReadFault.LIMIT, "a line too long");
        return;
      }
      String text = line.text().strip();
      if (text.isEmpty()) {
        return;
      }
      if (text.startsWith("%")) {
        scribe.ignored(place, "comment");
      } else if (text.startsWith("*")) {
        heading(text, place);
      } else {
        content(text, place);
      }
    }

    private void heading(String text, Scribe.Place place) {
      closeUnknown();
      List<String> words = Words.of(text);
      String name = words.getFirst().toLowerCase(Locale.ROOT);
      Matcher named = RELATION.matcher(text);
      relation = null;
      if (named.find()) {
        relation = named.group(2) == null ? "relation " + named.group(1) : named.group(2);
      }
      row = 0;
      switch (name) {
        case "*network" -> {
          missingVertices();
          partition = null;
          network = text.substring("*network".length()).strip();
          section = Section.NONE;
        }
        case "*vertices" -> vertices(words, place);
        case "*arcs" -> section = Section.ARCS;
        case "*edges" -> section = Section.EDGES;
        case "*arcslist" -> section = Section.ARCS_LIST;
        case "*edgeslist" -> section = Section.EDGES_LIST;
        case "*matrix" -> section = Section.MATRIX;
        case "*partition", "*vector" -> {
          missingVertices();
          partition = words.size() > 1 ? words.get(1) : name.substring(1);
          section = Section.NONE;
        }
        default -> {
          section = Section.UNKNOWN;
          unknown = name;
          unknownFrom = place.from();
          unknownTo = place.to();
        }
      }
    }

    private void vertices(List<String> words, Scribe.Place place) {
      if (partition != null) {
        section = Section.VALUES;
        return;
      }
      missingVertices();
      section = Section.VERTICES;
      vertices = words.size() > 1 ? Numbers.count(words.get(1)) : -1;
      firstMode = words.size() > 2 ? Math.max(0, Numbers.count(words.get(2))) : 0;
      declared = place;
      if (vertices < 0) {
        scribe.fault(place, ReadFault.MISSING, "the number of vertices is missing");
      }
      if (firstMode > 0) {
        scribe.note(
            "SX-NOTE-TWO-MODE",
            "The first " + firstMode + " vertices are of one kind, the others of another.");
      }
    }

    private void content(String text, Scribe.Place place) {
      switch (section) {
        case VERTICES -> vertex(Words.of(text), place);
        case VALUES -> value(text, place);
        case ARCS, EDGES -> tie(Words.of(text), place);
        case ARCS_LIST, EDGES_LIST -> list(Words.of(text), place);
        case MATRIX -> matrixRow(Words.of(text), place);
        case UNKNOWN -> unknownTo = place.to();
        case NONE -> scribe.unknown(place, "line outside any section");
      }
    }

    private void vertex(List<String> words, Scribe.Place place) {
      String id = words.getFirst();
      long number = Numbers.count(id);
      if (number < 1 || (vertices >= 0 && number > vertices)) {
        scribe.fault(place, ReadFault.MALFORMED, "a vertex number out of its range");
        return;
      }
      seen.put(id, 1);
      Map<String, String> said = new TreeMap<>();
      if (firstMode > 0) {
        said.put("mode", number <= firstMode ? "1" : "2");
      }
      Map<String, String> extra = beside();
      if (words.size() > 2) {
        extra.put("drawing", String.join(" ", words.subList(2, words.size())));
      }
      scribe.node(place, id, words.size() > 1 ? words.get(1) : null, said, extra);
    }

    /* A project holds several networks whose numbers are not of the same vertices. */
    private Map<String, String> beside() {
      Map<String, String> extra = new TreeMap<>();
      if (!network.isEmpty()) {
        extra.put("network", network);
      }
      return extra;
    }

    private void value(String text, Scribe.Place place) {
      row++;
      scribe.node(place, Long.toString(row), null, Map.of(String.valueOf(partition), text));
    }

    private boolean outOfRange(String id) {
      long number = Numbers.count(id);
      return number < 1 || (vertices > 0 && number > vertices);
    }

    private void tie(List<String> words, Scribe.Place place) {
      // Undone ties of Pajek's time networks are negative numbers; they are broken here.
      if (words.size() < 2) {
        scribe.fault(place, ReadFault.MISSING, "a tie without one of its ends");
        return;
      }
      if (outOfRange(words.get(0)) || outOfRange(words.get(1))) {
        scribe.fault(place, ReadFault.MALFORMED, "a tie to a vertex number out of its range");
        return;
      }
      String weight = null;
      int next = 2;
      if (words.size() > 2 && Numbers.finite(words.get(2)) != null) {
        weight = words.get(2);
        next = 3;
      }
      String label = relation;
      Map<String, String> extra = beside();
      for (int i = next; i < words.size(); i++) {
        String word = words.get(i);
        if (word.equals("l") && i + 1 < words.size()) {
          label = words.get(++i);
        } else if (word.startsWith("[")) {
          extra.put("time", word);
        } else {
          extra.merge("drawing", word, (a, b) -> a + " " + b);
        }
      }
      boolean oneWay = section == Section.ARCS;
      scribe.edge(place, new Edge(words.get(0), words.get(1), label, weight, oneWay, extra));
    }

    private void list(List<String> words, Scribe.Place place) {
      if (words.stream().anyMatch(this::outOfRange) || words.size() < 2) {
        scribe.fault(place, ReadFault.MALFORMED, "a list with a vertex number out of its range");
        return;
      }
      List<Record> records = Scribe.gathering();
      boolean oneWay = section == Section.ARCS_LIST;
      for (String to : words.subList(1, words.size())) {
        Edge edge = new Edge(words.getFirst(), to, relation, null, oneWay, beside());
        records.add(scribe.relation(place, edge));
      }
      scribe.together(records);
    }

    private void matrixRow(List<String> words, Scribe.Place place) {
      row++;
      List<Record> records = Scribe.gathering();
      String from = Long.toString(row);
      records.add(scribe.profile(place, from, null, Map.of(), beside()));
      for (int i = 0; i < words.size(); i++) {
        Double value = Numbers.finite(words.get(i));
        if (value == null || outOfRange(from) || (vertices > 0 && i >= vertices)) {
          scribe.fault(place, ReadFault.MALFORMED, "a matrix row that does not fit");
          return;
        }
        if (value != 0) {
          String to = Long.toString(firstMode > 0 ? firstMode + i + 1 : i + 1L);
          Edge edge = new Edge(from, to, relation, words.get(i), firstMode == 0, beside());
          Scribe.Place cell =
              new Scribe.Place(place.from(), place.to(), place.pointer() + ":" + (i + 1));
          records.add(scribe.relation(cell, edge));
        }
      }
      scribe.together(records);
    }

    /* Pajek lets a file leave out vertices that have no label: they are declared by their count. In
     * all of a file's networks together they are no more than its bytes could tie together. */
    private void missingVertices() {
      if (vertices > Math.max(FREE_VERTICES, size) - declaredOnly) {
        scribe.note("SX-NOTE-VERTICES", "The heading declares more vertices than the file holds.");
      } else {
        for (long i = 1; i <= vertices; i++) {
          String id = Long.toString(i);
          if (!seen.containsKey(id)) {
            Scribe.Place at = new Scribe.Place(declared.from(), declared.to(), id);
            scribe.node(at, id, null, Map.of(), beside());
            declaredOnly++;
          }
        }
      }
      seen.clear();
      vertices = 0;
    }

    private void closeUnknown() {
      if (section == Section.UNKNOWN) {
        scribe.unknown(new Scribe.Place(unknownFrom, unknownTo, ""), unknown);
      }
    }

    void finish() {
      closeUnknown();
      missingVertices();
    }
  }
}
