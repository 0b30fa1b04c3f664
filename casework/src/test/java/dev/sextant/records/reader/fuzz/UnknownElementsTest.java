package dev.sextant.records.reader.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * XML formats grow. Each element of each seed is given an attribute that nobody knows, and each
 * that holds elements one more of them: no other value moves, and what was added is kept.
 */
@NullUnmarked // What is null where it must not be fails the test by itself.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnknownElementsTest {
  private static final Pattern XML =
      Pattern.compile("\\A\\uFEFF?\\s*(<\\?xml|<(?!!|html|\\?)[A-Za-z:]+[\\s>])");

  /** A comment, a section of plain text, an instruction, an end or a start of an element. */
  private static final Pattern PIECE =
      Pattern.compile(
          "<!--(?s:.*?)-->|<!\\[CDATA\\[(?s:.*?)]]>|<[?!][^>]*>|</[^>]*>"
              + "|<(?<name>[A-Za-z_][\\w:.-]*)(?<attributes>(?:\\s+[\\w:.-]+\\s*=\\s*(?:\"[^\"]*\"|'[^']*'))*)"
              + "\\s*(?<alone>/?)>(?<inner>\\s*<(?![/!?]))?");

  /** Formats of XML that data is interchanged in; pages and workbooks are written otherwise. */
  private static final Set<String> FORMATS =
      Set.of(
          "blogger-atom",
          "gexf",
          "graph-folder",
          "graphml",
          "i2-anx",
          "maltego-mtgx",
          "sms-backup",
          "ufdr",
          "wordpress-wxr");

  private final Set<String> met = new ConcurrentSkipListSet<>();

  /** How something is planted at the start of an element. */
  private interface Planting {
    /** The start with what is planted in it, or null to leave it. */
    String at(Matcher start, int number);
  }

  /** Elements that stand for somebody or something; the others hold them together. */
  private static final Set<String> THINGS =
      Set.of(
          "entry",
          "item",
          "wp:comment",
          "wp:author",
          "node",
          "edge",
          "hyperedge",
          "ChartItem",
          "Entity",
          "Link",
          "mtg:MaltegoEntity",
          "mtg:MaltegoLink",
          "model",
          "sms",
          "mms",
          "part",
          "addr",
          "call");

  private static String attribute(Matcher start, int number) {
    boolean named =
        start.group("name").equals("item") && start.group("attributes").contains("name");
    if (!THINGS.contains(start.group("name")) || named) { // A named item is a line of a list.
      return null;
    }
    return "<%s%s zzq=\"%s\"%s>%s"
        .formatted(
            start.group("name"),
            start.group("attributes"),
            Retelling.value(number),
            start.group("alone"),
            start.group("inner") == null ? "" : start.group("inner"));
  }

  private static String element(Matcher start, int number) {
    return start.group("inner") == null || !start.group("alone").isEmpty()
        ? null
        : "<%s%s><zzq>%s</zzq>%s"
            .formatted(
                start.group("name"),
                start.group("attributes"),
                Retelling.value(number),
                start.group("inner"));
  }

  /* What begins the inner element was matched with the outer one: it is looked at again. */
  private static String planted(String xml, Planting planting, Map<Integer, Integer> places) {
    StringBuilder out = new StringBuilder();
    Matcher m = PIECE.matcher(xml);
    int at = 0;
    int number = 1;
    while (m.find(at)) {
      out.append(xml, at, m.start());
      String made = m.group("name") == null ? null : planting.at(m, number);
      String whole = made == null ? m.group() : made;
      int again = m.group("inner") == null ? 0 : 1;
      int begin = out.length();
      out.append(whole, 0, whole.length() - again);
      if (made != null) {
        places.put(number, begin + made.indexOf(Retelling.value(number)));
        number++;
      }
      at = m.end() - again;
    }
    return out.append(xml.substring(at)).toString();
  }

  private static FuzzSource with(FuzzSource whole, String path, byte[] bytes) throws IOException {
    if (path.isEmpty()) {
      return FuzzSource.of(bytes);
    }
    Map<String, byte[]> files = new TreeMap<>();
    for (Source.Part part : whole.parts()) {
      files.put(part.path(), part.path().equals(path) ? bytes : part.head());
    }
    return FuzzSource.of(FuzzSource.seed(files));
  }

  @TestFactory
  Stream<DynamicTest> anAttributeThatNobodyKnowsIsKeptAndMovesNothing() {
    return ReaderFuzz.readers().stream()
        .filter(r -> FORMATS.contains(r.card().name()))
        .map(r ->
            DynamicTest.dynamicTest(
                r.card().name(), () -> grown(r, UnknownElementsTest::attribute)));
  }

  @TestFactory
  Stream<DynamicTest> anElementThatNobodyKnowsIsKeptAndMovesNothing() {
    return ReaderFuzz.readers().stream()
        .filter(r -> FORMATS.contains(r.card().name()))
        .map(r ->
            DynamicTest.dynamicTest(r.card().name(), () -> grown(r, UnknownElementsTest::element)));
  }

  private void grown(Reader reader, Planting planting) throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, byte[]> seed : FuzzSeedsTest.seeds(reader).entrySet()) {
      FuzzSource whole = FuzzSource.of(seed.getValue());
      if (!seed.getKey().startsWith("seed-") || reader.sniff(whole) <= 0) {
        continue; // Damaged, as it was found.
      }
      for (Source.Part part : whole.parts()) {
        String xml = new String(part.head(), StandardCharsets.ISO_8859_1);
        if (XML.matcher(new String(part.head(), StandardCharsets.UTF_8)).find()) {
          grown(reader, whole, part, planting, xml, wrong);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private void grown(
      Reader reader,
      FuzzSource whole,
      Source.Part part,
      Planting planting,
      String xml,
      List<String> wrong)
      throws IOException {
    Map<Integer, Integer> places = new LinkedHashMap<>();
    String more = planted(xml, planting, places);
    met.add(reader.card().name());
    Retelling was = Retelling.of(reader, whole);
    byte[] bytes = more.getBytes(StandardCharsets.ISO_8859_1);
    Retelling is = Retelling.of(reader, with(whole, part.path(), bytes));
    if (is == null) {
      wrong.add("not known any more: " + part.path() + " " + more);
      return;
    }
    if (!is.gist().equals(was.gist())) {
      wrong.add(
          "says otherwise: " + part.path() + "\n  " + was.beyond(is) + "\n  " + is.beyond(was));
    }
    // A telephone's index of files is passed over: it says of no one what they did.
    int from = more.indexOf("<taggedFiles");
    int to = more.indexOf("</taggedFiles>");
    places.forEach((number, at) -> {
      if (!(from >= 0 && at > from && at < to) && !is.keeps(number, part.path(), at)) {
        wrong.add(
            "not kept: "
                + part.path()
                + " "
                + more.substring(Math.max(0, at - 60), Math.min(more.length(), at + 20)));
      }
    });
  }

  @AfterAll
  void severalReadersReadXml() {
    assertThat(met).containsAll(FORMATS);
  }
}
