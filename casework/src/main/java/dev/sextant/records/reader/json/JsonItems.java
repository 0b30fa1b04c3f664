package dev.sextant.records.reader.json;

import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.ReaderFault;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.terms.Locator;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.ZipException;

/**
 * One JSON part read item by item into a sink. Whatever breaks, every item is closed once, and what
 * lies behind the break is one faulty item.
 */
public final class JsonItems {
  /** Walks through the part. */
  public interface Walk {
    /** Takes the whole document. */
    void take(JsonStream in) throws IOException;
  }

  /** Turns one value into records. */
  public interface Form {
    /** The records; none if the value lacks what a record cannot do without. */
    List<? extends Record> records(Json value, Locator at) throws IOException;
  }

  private final Source source;
  private final Source.Part part;
  private final Sink sink;
  private boolean open;
  private long began;

  /** Reads a part of a source. */
  public JsonItems(Source source, Source.Part part, Sink sink) {
    this.source = source;
    this.part = part;
    this.sink = sink;
  }

  /**
   * Walks through the part.
   *
   * @return false if it broke on the way
   */
  public boolean run(Walk walk) throws IOException {
    return run(walk, false);
  }

  /** Walks through a part that may assign its value to a name. */
  public boolean runAfterAssignment(Walk walk) throws IOException {
    return run(walk, true);
  }

  private boolean run(Walk walk, boolean assigned) throws IOException {
    long from = 0;
    try (JsonStream in =
        assigned
            ? JsonStream.afterAssignment(part, source.limits())
            : JsonStream.of(part, source.limits())) {
      try {
        walk.take(in);
        in.end();
      } finally {
        from = in.position();
        if (in.leniencies() > 0) {
          sink.note(
              new ReadNote(
                  "SX-NOTE-LENIENT",
                  in.leniencies() + " places were not strict JSON (escapes, byte order, bytes)"));
        }
      }
      return true;
    } catch (JsonBroken e) {
      broken(e.offset(), e.fault());
    } catch (EOFException e) {
      broken(from, new ReadFault(ReadFault.TRUNCATED, "the packed entry ends in the middle"));
    } catch (ReaderFault.Limit e) {
      broken(from, new ReadFault(e.code(), e.what()));
    } catch (ZipException e) {
      broken(from, new ReadFault(ReadFault.MALFORMED, "the packed entry is damaged"));
    }
    return false;
  }

  private void broken(long offset, ReadFault fault) {
    sink.item();
    // What stands of the item before the break is in no record either.
    long from = open ? Math.min(began, offset) : offset;
    open = false;
    sink.fault(part.at(Math.min(from, part.size()), part.size(), ""), fault);
  }

  /** Says of which unknown kind a value is. */
  public interface Unfamiliar {
    /** The section it counts under; the empty text if it is known. */
    String section(Json value);
  }

  /** Says of a value that it tells nothing new. */
  public interface Repeated {
    /** The rule by which it is passed over; the empty text if it is to be told. */
    String rule(Json value);
  }

  /** Takes the next value as one item. */
  public void item(JsonStream in, Form form) throws IOException {
    known(in, value -> "", form);
  }

  /** Takes the next value as one item, which may show itself to be of an unknown kind. */
  public void known(JsonStream in, Unfamiliar unfamiliar, Form form) throws IOException {
    known(in, value -> "", unfamiliar, form);
  }

  /** Takes the next value as one item, unless it tells nothing new. */
  public void known(JsonStream in, Repeated repeated, Unfamiliar unfamiliar, Form form)
      throws IOException {
    known(in, repeated, unfamiliar, form, false);
  }

  /** Takes the next value as the one item of a list without brackets; an empty object is none. */
  public void single(JsonStream in, Form form) throws IOException {
    known(in, value -> "", value -> "", form, true);
  }

  private void known(
      JsonStream in, Repeated repeated, Unfamiliar unfamiliar, Form form, boolean list)
      throws IOException {
    open = true;
    began = in.offset();
    String pointer = in.pointer();
    Json value = in.tree();
    Locator at = part.at(value.from(), value.to(), pointer);
    String rule = repeated.rule(value);
    if (!rule.isEmpty()) {
      open = false;
      sink.ignored(at, rule);
      return;
    }
    String section = unfamiliar.section(value);
    List<? extends Record> records =
        section.isEmpty() ? form.records(value, at) : List.<Record>of();
    open = false;
    if (records.isEmpty() && section.isEmpty() && (list || !empty(value)) && blank(value)) {
      sink.ignored(at, "an entry whose fields are all empty");
      return;
    }
    sink.item();
    if (!section.isEmpty()) {
      sink.unknown(at, section);
    } else if (records.isEmpty()) {
      sink.fault(at, new ReadFault(ReadFault.MISSING, "nothing says whom or what this is about"));
    } else {
      sink.records(records);
    }
  }

  private static boolean empty(Json value) {
    return !(value instanceof Json.Obj o) || o.fields().isEmpty();
  }

  /* Exporters write an entry with its fields empty where there is nothing to tell. */
  private static boolean blank(Json value) {
    return switch (value) {
      case Json.Null n -> true;
      case Json.Text t -> t.text().isBlank();
      case Json.Arr list -> list.items().stream().allMatch(JsonItems::blank);
      case Json.Obj o -> o.fields().values().stream().allMatch(JsonItems::blank);
      default -> false;
    };
  }

  /** Takes the next value, a small one, as an item of an unknown kind unless it says nothing. */
  public void passing(JsonStream in, Predicate<Json> nothing, String section) throws IOException {
    String pointer = in.pointer();
    Json value = in.tree();
    if (!nothing.test(value)) {
      sink.item();
      sink.unknown(part.at(value.from(), value.to(), pointer), section);
    }
  }

  /** Passes over the next value, which is known to say nothing of anybody. */
  public void ignored(JsonStream in, String rule) throws IOException {
    long from = in.offset();
    String pointer = in.pointer();
    in.skip();
    sink.ignored(part.at(from, in.position(), pointer), rule);
  }

  /** Passes over the next value as one item of an unknown kind. */
  public void unknown(JsonStream in, String section) throws IOException {
    open = true;
    long from = in.offset();
    began = from;
    String pointer = in.pointer();
    in.skip();
    open = false;
    sink.item();
    sink.unknown(part.at(from, in.position(), pointer), section);
  }

  /**
   * Takes each element of an array as an item; anything else as one unknown item. Null is an empty
   * list: exporters write it so.
   */
  public void each(JsonStream in, Form form, String section) throws IOException {
    if (in.nothing()) {
      in.skip();
    } else if (in.kind() == JsonStream.Kind.ARRAY) {
      in.array(index -> item(in, form));
    } else {
      unknown(in, section);
    }
  }

  /**
   * Passes over each element of an array as an unknown item; over anything else but null as one.
   */
  public void unknownEach(JsonStream in, String section) throws IOException {
    if (in.nothing()) {
      in.skip();
    } else if (in.kind() == JsonStream.Kind.ARRAY) {
      in.array(index -> unknown(in, section));
    } else {
      unknown(in, section);
    }
  }
}
