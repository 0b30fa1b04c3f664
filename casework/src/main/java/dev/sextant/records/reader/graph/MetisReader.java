package dev.sextant.records.reader.graph;

import dev.sextant.records.Record;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads METIS and Chaco graphs (Karypis, METIS manual 5.1, section 4.1.1): after a heading {@code n
 * m [fmt [ncon]]}, line i lists the neighbours of vertex i, counted from 1; an empty line is a
 * vertex without any.
 */
public final class MetisReader extends PartReader {
  /** A reader. */
  public MetisReader() {
    super(
        "metis", "METIS", List.of("weights of vertices and edges", "isolated vertices"), List.of());
  }

  @Override
  int sniff(Source.Part part, Head head) {
    String text = head.text();
    int cut = head.whole() ? text.length() : text.lastIndexOf('\n') + 1;
    String[] lines = text.substring(0, cut).split("\r\n|\n|\r", -1);
    Heading heading = null;
    long vertices = 0;
    long numbers = 0;
    boolean ragged = false;
    int width = -1;
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (line.startsWith("%") || (heading == null && line.isEmpty())) {
        continue;
      }
      String[] words = line.isEmpty() ? new String[0] : line.split("\\s+", -1);
      if (heading == null) {
        heading = Heading.of(List.of(words));
        if (heading == null) {
          return 0;
        }
      } else if (vertices < heading.vertices) {
        vertices++;
        for (String word : words) {
          if (Numbers.count(word) < 0
              || (heading.plain() && Numbers.count(word) > heading.vertices)) {
            return 0;
          }
        }
        numbers += words.length;
        ragged |= width >= 0 && words.length != width;
        width = words.length;
      } else if (!line.isEmpty()) {
        return 0;
      }
    }
    if (heading == null) {
      return 0;
    }
    long perEdge = heading.edgeWeights ? 2 : 1;
    long own = heading.ownNumbers() * heading.vertices;
    if (head.whole()) {
      boolean fits =
          vertices >= heading.vertices - 1 && numbers == 2 * heading.edges * perEdge + own;
      return fits ? 88 : ragged && vertices == heading.vertices ? 60 : 0;
    }
    return ragged ? 70 : 0;
  }

  /**
   * The first line.
   *
   * @param vertices how many
   * @param edges how many, each counted once
   * @param edgeWeights true if each neighbour is followed by a weight
   * @param vertexWeights how many weights begin a line
   * @param vertexSizes true if a size begins a line
   */
  private record Heading(
      long vertices, long edges, boolean edgeWeights, int vertexWeights, boolean vertexSizes) {
    static @Nullable Heading of(List<String> words) {
      if (words.size() < 2 || words.size() > 4) {
        return null;
      }
      long n = Numbers.count(words.get(0));
      long m = Numbers.count(words.get(1));
      String format = words.size() > 2 ? words.get(2) : "0";
      if (n < 1 || m < 0 || !format.matches("[01]{1,3}")) {
        return null;
      }
      boolean weights = format.length() > 1 && format.charAt(format.length() - 2) == '1';
      long of = words.size() > 3 ? Numbers.count(words.get(3)) : 1;
      if (of < 0 || of > 1000) {
        return null;
      }
      return new Heading(
          n,
          m,
          format.endsWith("1"),
          weights ? (int) of : 0,
          format.length() == 3 && format.charAt(0) == '1');
    }

    int ownNumbers() {
      return vertexWeights + (vertexSizes ? 1 : 0);
    }

    boolean plain() {
      return !edgeWeights && ownNumbers() == 0;
    }
  }

  @Override
  void read(Source.Part part, Limits limits, Sink sink) throws IOException {
    TextEncoding encoding = encoding(part, sink);
    Scribe scribe = new Scribe(part, sink);
    Telling telling = new Telling(scribe);
    try (LineCursor lines = lines(part, encoding, limits)) {
      for (LineCursor.Line line = lines.next(); line != null; line = lines.next()) {
        telling.survey(line);
      }
    }
    telling.judge();
    try (LineCursor lines = lines(part, encoding, limits)) {
      for (LineCursor.Line line = lines.next(); line != null; line = lines.next()) {
        telling.tell(line);
      }
    }
    telling.finish(part.size());
    scribe.close();
  }

  private static final class Telling {
    private final Scribe scribe;
    private @Nullable Heading heading;
    private long vertex;
    private long listed;
    private long upper;
    private long lower;
    private boolean mirrored;

    Telling(Scribe scribe) {
      this.scribe = scribe;
    }

    /** True if this line is of a vertex; the vertex is counted. */
    private boolean vertexLine(LineCursor.Line line) {
      if (line.text().startsWith("%") || (heading == null && line.text().isBlank())) {
        return false;
      }
      Heading known = heading;
      if (known == null) {
        heading = Heading.of(line.words());
        return false;
      }
      if (vertex >= known.vertices && line.text().isBlank()) {
        return false;
      }
      vertex++;
      return true;
    }

    void survey(LineCursor.Line line) {
      Heading known = heading;
      if (!vertexLine(line) || known == null || line.cut()) {
        return;
      }
      List<String> words = line.words();
      int step = known.edgeWeights ? 2 : 1;
      for (int i = known.ownNumbers(); i < words.size(); i += step) {
        long other = Numbers.count(words.get(i));
        listed++;
        long weight = step == 2 && i + 1 < words.size() ? Numbers.hash(words.get(i + 1)) : 0;
        upper += other > vertex ? Numbers.mix(Numbers.mix(vertex, other), weight) : 0;
        lower += other < vertex ? Numbers.mix(Numbers.mix(other, vertex), weight) : 0;
      }
    }

    void judge() {
      mirrored = upper == lower;
      Heading known = heading;
      if (known != null && listed != 2 * known.edges) {
        scribe.note(
            "SX-NOTE-COUNT",
            "The heading states "
                + known.edges
                + " edges, which is "
                + 2 * known.edges
                + " neighbours; the file lists "
                + listed
                + ".");
      }
      if (!mirrored) {
        scribe.note(
            "SX-NOTE-DIRECTION",
            "Some ties are listed from one end only: each listing was read as a tie running one"
                + " way.");
      }
      heading = null;
      vertex = 0;
    }

    void tell(LineCursor.Line line) {
      Heading known = heading;
      Scribe.Place place = new Scribe.Place(line.from(), line.to(), Long.toString(line.number()));
      if (!vertexLine(line) || known == null) {
        if (line.text().startsWith("%")) {
          scribe.ignored(place, "comment");
        }
        return;
      }
      if (line.cut()) {
        scribe.fault(place, ReadFault.LIMIT, "a line too long");
        return;
      }
      if (vertex > known.vertices) {
        scribe.fault(place, ReadFault.MALFORMED, "more lines than the heading has vertices");
        return;
      }
      List<Record> records = records(known, line, place);
      if (records == null) {
        scribe.fault(place, ReadFault.MALFORMED, "a neighbour that is no vertex number");
      } else {
        scribe.together(records);
      }
    }

    private @Nullable List<Record> records(
        Heading known, LineCursor.Line line, Scribe.Place place) {
      List<String> words = line.words();
      Map<String, String> own = new TreeMap<>();
      for (int i = 0; i < Math.min(known.ownNumbers(), words.size()); i++) {
        boolean isSize = known.vertexSizes && i == 0;
        own.put(isSize ? "size" : "weight " + (known.vertexSizes ? i : i + 1), words.get(i));
      }
      String from = Long.toString(vertex);
      List<Record> records = Scribe.gathering();
      records.add(scribe.profile(place, from, null, own, Map.of()));
      int step = known.edgeWeights ? 2 : 1;
      for (int i = known.ownNumbers(); i < words.size(); i += step) {
        long other = Numbers.count(words.get(i));
        if (other < 1 || other > known.vertices) {
          return null;
        }
        if (mirrored && other < vertex) {
          continue; // Told from its other end.
        }
        String weight = step == 2 && i + 1 < words.size() ? words.get(i + 1) : null;
        Scribe.Place at =
            new Scribe.Place(place.from(), place.to(), place.pointer() + ":" + (i + 1));
        records.add(
            scribe.relation(at, new Edge(from, words.get(i), null, weight, !mirrored, Map.of())));
      }
      return records;
    }

    void finish(long size) {
      Heading known = heading;
      if (known == null) {
        scribe.unknown(new Scribe.Place(0, size, ""), "no METIS heading");
      } else if (vertex < known.vertices) {
        scribe.fault(
            new Scribe.Place(size, size, ""),
            ReadFault.TRUNCATED,
            "the heading has more vertices than the file has lines");
      }
    }
  }
}
