package dev.sextant.records.reader.capture;

import dev.sextant.records.Record;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.TextLines;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonBroken;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.records.reader.json.JsonStream;
import dev.sextant.terms.Locator;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value a line, each line an item. A line that breaks is one fault and the next is read; NUL
 * bytes, which some capture tools leave in, count for nothing.
 */
public final class JsonLines {
  /** What a line turned out to be. */
  public interface Form {
    /**
     * The records; none if the value lacks what a record cannot do without; null if it is of a kind
     * that is not known.
     */
    @Nullable List<? extends Record> records(Json value, Locator at) throws IOException;
  }

  private final Source.Part part;
  private final Limits limits;
  private final Sink sink;
  private final String section;
  private long leniencies;

  /**
   * @param section what values of no known kind count under
   */
  public JsonLines(Source source, Source.Part part, Sink sink, String section) {
    this.part = part;
    this.limits = source.limits();
    this.sink = sink;
    this.section = section;
  }

  /** Reads every line. */
  public void read(Form form) throws IOException {
    read(value -> "", form);
  }

  /** Reads every line but those that tell nothing new. */
  public void read(JsonItems.Repeated repeated, Form form) throws IOException {
    long reached = 0;
    try (TextLines lines = new TextLines(part.open(), limits.itemBytes())) {
      for (TextLines.Line line = lines.line(); line != null; line = lines.line()) {
        reached = line.to();
        if (!line.text().replace("\0", "").isBlank()) {
          line(line, repeated, form);
        }
      }
      leniencies += lines.badLines();
    } catch (EOFException | ZipException e) {
      sink.item();
      sink.fault(
          part.at(Math.min(reached, part.size()), part.size(), ""),
          new ReadFault(ReadFault.TRUNCATED, "the packed entry ends in the middle"));
    }
    if (leniencies > 0) {
      sink.note(
          new ReadNote(
              "SX-NOTE-LENIENT",
              leniencies + " places were not strict JSON (escapes, byte order, bytes)"));
    }
  }

  private void line(TextLines.Line line, JsonItems.Repeated repeated, Form form)
      throws IOException {
    Locator at = part.at(line.from(), line.to(), "line " + line.number());
    if (!line.whole()) {
      sink.item();
      sink.fault(
          at,
          new ReadFault(ReadFault.LIMIT, "a line longer than " + limits.itemBytes() + " bytes"));
      return;
    }
    Json value;
    try {
      value = value(line.text());
    } catch (JsonBroken e) {
      boolean last = line.to() >= part.size();
      sink.item();
      sink.fault(
          at,
          last && e.fault().code().equals(ReadFault.MALFORMED)
              ? new ReadFault(ReadFault.TRUNCATED, "the last line is cut")
              : e.fault());
      return;
    }
    String rule = repeated.rule(value);
    if (!rule.isEmpty()) {
      sink.ignored(at, rule);
      return;
    }
    List<? extends Record> records = form.records(value, at);
    sink.item();
    if (records == null) {
      sink.unknown(at, section);
    } else if (records.isEmpty()) {
      sink.fault(at, new ReadFault(ReadFault.MISSING, "nothing says whom or what this is about"));
    } else {
      sink.records(records);
    }
  }

  private Json value(String text) throws IOException {
    byte[] bytes = text.replace("\0", "").getBytes(StandardCharsets.UTF_8);
    try (JsonStream in = JsonStream.of(new ByteArrayInputStream(bytes), limits)) {
      Json value = in.tree();
      in.end();
      leniencies += in.leniencies();
      return value;
    }
  }

  /**
   * The first value of a part whose first line is one, for telling what a part is; null if it does
   * not begin with one that fits in the part's head.
   */
  public static @Nullable Json first(Source.Part part, Limits limits) throws IOException {
    byte[] head = part.head();
    String text = new String(head, StandardCharsets.UTF_8);
    int from = text.startsWith("\uFEFF") ? 1 : 0;
    while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    int to = text.indexOf('\n', from);
    String line = to < 0 ? text.substring(from) : text.substring(from, to);
    if (!line.startsWith("{")) {
      return null;
    }
    return whole(line, limits);
  }

  /**
   * Shows every line's value without announcing anything, to decide by; lines that break are passed
   * over, as the reading proper tells of them.
   */
  public static void survey(Source.Part part, Limits limits, Consumer<Json> look)
      throws IOException {
    try (TextLines lines = new TextLines(part.open(), limits.itemBytes())) {
      for (TextLines.Line line = lines.line(); line != null; line = lines.line()) {
        Json value = line.whole() && !line.text().isBlank() ? whole(line.text(), limits) : null;
        if (value != null) {
          look.accept(value);
        }
      }
    }
  }

  /* The one value of a line, or null. */
  private static @Nullable Json whole(String line, Limits limits) throws IOException {
    byte[] bytes = line.replace("\0", "").getBytes(StandardCharsets.UTF_8);
    try (JsonStream in = JsonStream.of(new ByteArrayInputStream(bytes), limits)) {
      Json value = in.tree();
      in.end();
      return value;
    } catch (JsonBroken e) {
      return null;
    }
  }
}
