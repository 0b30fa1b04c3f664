package dev.sextant.records.reader.capture;

import dev.sextant.records.Record;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonBroken;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.records.reader.json.JsonStream;
import dev.sextant.terms.Locator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tool's answer in JSON: an object a line, an array of objects, or one object. Which of them it
 * is shows in the bytes.
 */
public abstract class JsonExport extends ByPart {
  /** Objects at the start of a part that are looked at. */
  private static final int LOOKED_AT = 3;

  private final String section;

  /**
   * @param section what objects of no known kind count under
   */
  protected JsonExport(ReaderCard card, String section) {
    super(card);
    this.section = section;
  }

  /** How sure, 0 to 100, that an object is of this tool. */
  protected abstract int knows(Json.Obj first);

  /**
   * The records of one object; none if it lacks what a record cannot do without; null if it is of
   * no known kind.
   */
  protected abstract @Nullable List<? extends Record> records(Json value, Locator at, Source source)
      throws IOException;

  @Override
  protected final int fits(Source source, Source.Part part) throws IOException {
    int best = 0;
    for (Json.Obj first : first(source, part)) {
      best = Math.max(best, knows(first));
    }
    return best;
  }

  private static List<Json.Obj> first(Source source, Source.Part part) throws IOException {
    byte[] head = part.head();
    int at = 0;
    while (at < head.length && (head[at] <= ' ') && at < 64) {
      at++; // A byte order mark counts as below the blank, since bytes are signed.
    }
    List<Json.Obj> found = new ArrayList<>();
    if (at < head.length && head[at] == '[') {
      array(source, head, found);
    } else if (at < head.length && head[at] == '{') {
      String text = new String(head, StandardCharsets.UTF_8);
      text.lines()
          .map(line -> line.replace("\0", "").strip().replaceFirst("^\uFEFF", ""))
          .filter(line -> line.startsWith("{"))
          .limit(LOOKED_AT)
          .forEach(line -> whole(source, line, found));
      if (found.isEmpty()) {
        fields(source, head, found);
      }
    }
    return found;
  }

  private static void whole(Source source, String line, List<Json.Obj> into) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    try (JsonStream in = JsonStream.of(new ByteArrayInputStream(bytes), source.limits())) {
      if (in.tree() instanceof Json.Obj o) {
        into.add(o);
      }
    } catch (IOException e) {
      return; // Not an object a line, or cut by the head's end.
    }
  }

  private static void array(Source source, byte[] head, List<Json.Obj> into) throws IOException {
    try (JsonStream in = JsonStream.of(new ByteArrayInputStream(head), source.limits())) {
      in.array(index -> {
        if (in.tree() instanceof Json.Obj o && into.size() < LOOKED_AT) {
          into.add(o);
        }
      });
    } catch (JsonBroken e) {
      return; // The head ends in the middle; what came before is known.
    }
  }

  /* One object over many lines: as many of its fields as the head holds. */
  private static void fields(Source source, byte[] head, List<Json.Obj> into) throws IOException {
    java.util.Map<String, Json> fields = new java.util.LinkedHashMap<>();
    try (JsonStream in = JsonStream.of(new ByteArrayInputStream(head), source.limits())) {
      in.object(name -> {
        fields.put(name, new Json.Null(0, 0));
        fields.put(name, in.tree());
      });
    } catch (JsonBroken e) {
      if (fields.isEmpty()) {
        return;
      }
    }
    into.add(new Json.Obj(fields, 0, head.length));
  }

  @Override
  protected void read(Source source, Source.Part part, Shelf shelf, Sink sink) throws IOException {
    if (JsonLines.first(part, source.limits()) != null) {
      new JsonLines(source, part, sink, section).read((value, at) -> records(value, at, source));
      return;
    }
    JsonItems items = new JsonItems(source, part, sink);
    items.run(in -> {
      if (in.kind() == JsonStream.Kind.ARRAY) {
        in.array(index -> one(items, in, source));
      } else {
        one(items, in, source);
      }
    });
  }

  /* Whether a value is known shows only when it is formed; it is formed twice then. */
  private void one(JsonItems items, JsonStream in, Source source) throws IOException {
    items.known(
        in,
        value -> strange(value, source) ? section : "",
        (value, at) -> {
          List<? extends Record> records = records(value, at, source);
          return records == null ? List.of() : records;
        });
  }

  private boolean strange(Json value, Source source) {
    try {
      Locator nowhere = source.parts().getFirst().at(0, 0, "");
      return records(value, nowhere, source) == null;
    } catch (IOException e) {
      return false; // Told when it is formed in earnest.
    }
  }
}
