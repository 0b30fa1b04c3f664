package dev.sextant.records.reader.fuzz;

import dev.sextant.records.Record;
import dev.sextant.records.RecordCodec;
import dev.sextant.records.reader.CountingSink;
import dev.sextant.records.reader.Events;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.Source;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;

/**
 * What a reader told of a source into which values were planted, to be held against what it told
 * without them.
 */
@NullUnmarked // What is null where it must not be fails the test by itself.
final class Retelling implements Events {
  private static final Pattern PLANTED = Pattern.compile("zzw[0-9]+z(?:; zzw[0-9]+z)*");

  /** A planted value among others in one text, as {@code zzq: zzw7z; }. */
  private static final Pattern AMONG =
      Pattern.compile("(?:(?:; ?| |\\n)?zzq[:=] ?zzw[0-9]+z)|(?:zzq[:=] ?zzw[0-9]+z(?:; ?| )?)");

  private final StringBuilder words = new StringBuilder();
  private final List<Locator> outside = new ArrayList<>();
  private final List<Object> records = new ArrayList<>();
  private final List<String> others = new ArrayList<>();

  private Retelling() {}

  /** Reads; null if the reader does not know the source. */
  static Retelling of(Reader reader, Source source) throws IOException {
    if (reader.sniff(source) <= 0) {
      return null;
    }
    Retelling told = new Retelling();
    reader.read(source, new CountingSink(told));
    return told;
  }

  /** A planted value. */
  static String value(int number) {
    return "zzw" + number + "z";
  }

  /** Whether a planted value is in a record, or in what was told as not understood. */
  boolean keeps(int number, String part, int at) {
    return words.indexOf(value(number)) >= 0
        || outside.stream()
            .anyMatch(l ->
                (l.part().equals(part) || l.part().startsWith(part + "!/"))
                    && l.from() <= at
                    && (at < l.to() || l.part().length() > part.length()));
  }

  /**
   * The records but for where they stand and what was planted, then how many were told as what
   * else.
   */
  List<Object> gist() {
    List<Object> gist = new ArrayList<>(records);
    gist.addAll(others);
    return gist;
  }

  /** The first of the {@link #gist} that the other has not; the empty text if it has all. */
  String beyond(Retelling other) {
    List<Object> left = gist();
    other.gist().forEach(left::remove);
    return left.isEmpty() ? "" : String.valueOf(left.getFirst());
  }

  @Override
  public void item() {}

  @Override
  public void records(List<? extends Record> read) {
    for (Record record : read) {
      byte[] bytes = RecordCodec.bytes(record);
      words.append(new String(bytes, StandardCharsets.UTF_8));
      Map<String, Object> fields = new TreeMap<>(CanonicalJson.readObject(bytes));
      fields.remove("locator");
      records.add(bare(fields));
    }
  }

  private static String without(String text) {
    // What has no name is called by where it stands, and so is a file within a text.
    String placed =
        text.replaceFirst("(hyperedge at )[0-9]+", "$1").replaceFirst("@[0-9]+-[0-9]+$", "@");
    String left = AMONG.matcher(placed).replaceAll("");
    return left.startsWith("; ") ? left.substring(2) : left;
  }

  private static Object bare(Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    Map<String, Object> bare = new TreeMap<>();
    map.forEach((name, said) -> {
      boolean planted = said instanceof String text && PLANTED.matcher(text).matches();
      Object kept =
          said instanceof String text
              ? without(text)
              : said instanceof List<?> list
                  ? list.stream()
                      .map(one -> one instanceof String text ? without(text) : bare(one))
                      .toList()
                  : bare(said);
      if (!planted && !Map.of().equals(kept)) {
        bare.put(String.valueOf(name), kept);
      }
    });
    return bare;
  }

  @Override
  public void fault(Locator where, ReadFault fault) {
    outside.add(where);
    others.add("fault " + fault.code());
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
}
