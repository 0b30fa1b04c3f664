package dev.sextant.records.reader.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.Record;
import dev.sextant.records.RecordCodec;
import dev.sextant.records.reader.CountingSink;
import dev.sextant.records.reader.Events;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.Source;
import dev.sextant.terms.Locator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Formats grow. Each JSON object of each seed is given a field that nobody knows: its value must
 * turn up in a record, or the field or its object must be told as unknown; the records stay as
 * many.
 */
@NullUnmarked // What is null where it must not be fails the test by itself.
class UnknownFieldsTest {
  /**
   * Readers that drop what nobody knows of some objects within an item (an emoji, an attachment, an
   * end of a tie): a gap. One that drops nothing any more must leave this list.
   */
  private static final Set<String> DROPS_WITHIN = Set.of();

  private static final String KEY = "zzq";
  private static final String VALUE = "zzw";

  /** What was told, as one text, and the ranges that were told as not understood. */
  private static final class Told implements Events {
    final StringBuilder words = new StringBuilder();
    final List<Locator> outside = new ArrayList<>();
    int records;

    @Override
    public void item() {}

    @Override
    public void records(List<? extends Record> read) {
      records += read.size();
      read.forEach(r -> words.append(new String(RecordCodec.bytes(r), StandardCharsets.UTF_8)));
    }

    @Override
    public void fault(Locator where, ReadFault fault) {
      outside.add(where);
    }

    @Override
    public void unknown(Locator where, String section) {
      outside.add(where);
      words.append(section).append('\n');
    }

    @Override
    public void ignored(Locator where, String rule) {
      outside.add(where);
    }

    @Override
    public void note(ReadNote note) {
      words.append(note.what()).append('\n');
    }

    boolean covers(String part, int at) {
      return outside.stream()
          .anyMatch(l ->
              (l.part().equals(part) || l.part().startsWith(part + "!/"))
                  && l.from() <= at
                  && (at < l.to() || l.part().length() > part.length()));
    }
  }

  private static Told read(Reader reader, Source source) throws IOException {
    Told told = new Told();
    assertThat(reader.sniff(source)).as("known with fields more").isPositive();
    reader.read(source, new CountingSink(told));
    return told;
  }

  @TestFactory
  Stream<DynamicTest> fieldsThatNobodyKnowsAreKept() {
    return ReaderFuzz.readers().stream()
        .map(r -> DynamicTest.dynamicTest(r.card().name(), () -> kept(r)));
  }

  private static void kept(Reader reader) throws IOException {
    List<String> lost = new ArrayList<>();
    List<String> fewer = new ArrayList<>();
    for (Map.Entry<String, byte[]> seed : FuzzSeedsTest.seeds(reader).entrySet()) {
      if (!seed.getKey().startsWith("seed-")) {
        continue; // Damaged, as it was found.
      }
      FuzzSource whole = FuzzSource.of(seed.getValue());
      for (Source.Part part : whole.parts()) {
        Map<Integer, Integer> places = new LinkedHashMap<>();
        byte[] more = planted(part.head(), places);
        if (places.isEmpty() || reader.sniff(whole) <= 0) {
          continue;
        }
        FuzzSource grown = FuzzSource.of(with(whole, part.path(), more));
        Told was = read(reader, whole);
        Told is = read(reader, grown);
        places.forEach((number, at) -> {
          boolean kept = is.words.indexOf(VALUE + number + "z") >= 0 || is.covers(part.path(), at);
          if (!kept) {
            lost.add(seed.getKey() + " " + part.path() + ": " + around(more, at));
          }
        });
        if (is.records < was.records) {
          fewer.add(
              seed.getKey() + " " + part.path() + ": " + was.records + ", then " + is.records);
        }
      }
    }
    assertThat(fewer).as("records as before").isEmpty();
    if (DROPS_WITHIN.contains(reader.card().name())) {
      assertThat(lost).as("it drops nothing: take it off the list").isNotEmpty();
    } else {
      assertThat(lost).isEmpty();
    }
  }

  private static final Pattern OLD =
      Pattern.compile("\"time\":\\{\"at\":\"-?(0*[0-9]+)-[^}]*?\"text\":\"([^\"]*)\"");

  /* A time long before there were such platforms is one that stands there in words or digits. */
  @Test
  void noGoldenRecordHasATimeBefore1990ThatItsTextDoesNotSay()
      throws IOException, URISyntaxException {
    URL golden = Objects.requireNonNull(UnknownFieldsTest.class.getResource("/golden"));
    List<String> old = new ArrayList<>();
    int times = 0;
    try (Stream<Path> files = Files.walk(Path.of(golden.toURI()))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Matcher m = OLD.matcher(Files.readString(file));
        while (m.find()) {
          times++;
          String year = m.group(1);
          boolean said = m.group(2).contains(year) || m.group(2).contains(year.substring(2));
          if (Integer.parseInt(year) < 1990 && !said) {
            old.add(file.getFileName() + ": " + m.group());
          }
        }
      }
    }
    assertThat(times).isGreaterThan(300);
    assertThat(old).isEmpty();
  }

  private static String around(byte[] bytes, int at) {
    int from = Math.max(0, at - 60);
    return new String(bytes, from, Math.min(bytes.length, at + 60) - from, StandardCharsets.UTF_8)
        .replace('\n', ' ');
  }

  private static byte[] with(FuzzSource whole, String path, byte[] bytes) throws IOException {
    if (path.isEmpty()) {
      return bytes;
    }
    Map<String, byte[]> files = new TreeMap<>();
    for (Source.Part part : whole.parts()) {
      files.put(part.path(), part.path().equals(path) ? bytes : part.head());
    }
    return FuzzSource.seed(files);
  }

  /* A field before the others of every JSON object; nothing if this is no JSON. */
  private static byte[] planted(byte[] bytes, Map<Integer, Integer> places) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int start = 0;
    while (start < bytes.length && bytes[start] != '{' && bytes[start] != '[') {
      start++;
    }
    String before = new String(bytes, 0, start, StandardCharsets.UTF_8);
    if (start == bytes.length || !before.matches("(?s)\\uFEFF?\\s*(window\\.[A-Za-z.0-9_]+ = )?")) {
      return bytes;
    }
    boolean inText = false;
    int number = 1;
    for (int i = 0; i < bytes.length; i++) {
      out.write(bytes[i]);
      if (inText) {
        if (bytes[i] == '\\' && i + 1 < bytes.length) {
          out.write(bytes[++i]);
        } else if (bytes[i] == '"') {
          inText = false;
        }
      } else if (bytes[i] == '"') {
        inText = true;
      } else if (bytes[i] == '{' && quoteFollows(bytes, i + 1)) {
        out.writeBytes("\"%s%d\":".formatted(KEY, number).getBytes(StandardCharsets.UTF_8));
        places.put(number, out.size());
        out.writeBytes("\"%s%dz\",".formatted(VALUE, number).getBytes(StandardCharsets.UTF_8));
        number++;
      }
    }
    return out.toByteArray();
  }

  private static boolean quoteFollows(byte[] bytes, int at) {
    int i = at;
    while (i < bytes.length && Character.isWhitespace(bytes[i])) {
      i++;
    }
    return i < bytes.length && bytes[i] == '"';
  }
}
