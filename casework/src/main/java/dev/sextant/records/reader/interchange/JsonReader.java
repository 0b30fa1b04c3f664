package dev.sextant.records.reader.interchange;

import dev.sextant.records.AccountRef;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderFault;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonBroken;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.records.reader.json.JsonStream;
import dev.sextant.terms.Platform;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A reader of things in JSON that name one another by ids: goes through a part twice, once to learn
 * what each id is called, once to tell.
 */
abstract class JsonReader implements Reader {
  /** So many parts of an archive are looked at. */
  private static final int PARTS_SNIFFED = 200;

  /**
   * So many names are remembered, to show them beside ids; about 200 bytes each, a quarter of the
   * child's heap.
   */
  private static final int MOST_NAMES = 500_000;

  /** What happens to each thing of a document. */
  interface Taker {
    /** Takes the next value, exactly once. */
    void take(JsonStream in) throws IOException;
  }

  /** How sure the reader is of a part, by its first characters. */
  abstract int certainty(String head);

  /**
   * What happens to the values of a document.
   *
   * @param thing to each thing
   * @param rest to what is none
   * @param frame to what only says how things are written, such as a context of names
   */
  record Takers(Taker thing, Taker rest, Taker frame) {}

  /** Goes through a document. */
  abstract void walk(JsonStream in, Takers to) throws IOException;

  /** Learns from a thing what it is called. */
  abstract void learn(Json thing, Names names);

  /** Tells a thing. */
  abstract void tell(JsonItems items, JsonStream in, Names names, Sink sink) throws IOException;

  /** Labels, and markings, by id. */
  static final class Names {
    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, Supplier<@Nullable AccountRef>> accounts = new HashMap<>();

    /** Remembers what an id is called. */
    void put(@Nullable String id, @Nullable String label) {
      if (id != null && label != null && !label.isBlank() && labels.size() < MOST_NAMES) {
        labels.putIfAbsent(id, label);
      }
    }

    /** Remembers the account that an id stands for; it is made when asked for, with all names. */
    void account(@Nullable String id, Supplier<@Nullable AccountRef> made) {
      if (id != null && accounts.size() < MOST_NAMES) {
        accounts.putIfAbsent(id, made);
      }
    }

    /** The account that an id stands for, or null. */
    @Nullable AccountRef account(String id) {
      Supplier<@Nullable AccountRef> made = accounts.get(id);
      return made == null ? null : made.get();
    }

    /** What an id is called, or null. */
    @Nullable String get(String id) {
      return labels.get(id);
    }

    /** The thing of an id as an end of a tie: its account if it is one. */
    AccountRef ref(Platform platform, String id) {
      AccountRef account = account(id);
      if (account != null) {
        return account;
      }
      return AccountRef.ofId(platform, id, null, labels.get(id));
    }
  }

  @Override
  public int sniff(Source source) throws IOException {
    int best = 0;
    int looked = 0;
    for (Source.Part part : source.parts()) {
      if (looked++ < PARTS_SNIFFED) {
        best = Math.max(best, certainty(head(part)));
      }
    }
    return best;
  }

  /** The first characters of a part without a byte order mark and blanks. */
  static String head(Source.Part part) throws IOException {
    String head = new String(part.head(), StandardCharsets.UTF_8);
    return (head.startsWith("\uFEFF") ? head.substring(1) : head).stripLeading();
  }

  @Override
  public void read(Source source, Sink sink) throws IOException {
    Shelf shelf = new Shelf(source);
    for (Source.Part part : source.parts()) {
      if (certainty(head(part)) > 0) {
        shelf.use(part);
        part(source, part, sink);
      }
    }
    shelf.announceRest(sink);
  }

  /** Reads one part. */
  void part(Source source, Source.Part part, Sink sink) throws IOException {
    Names names = learned(part, source.limits());
    JsonItems items = new JsonItems(source, part, sink);
    items.run(in ->
        walk(
            in,
            new Takers(
                thing -> tell(items, thing, names, sink),
                rest -> items.unknown(rest, rest.pointer()),
                frame -> items.ignored(frame, "how the document is written"))));
  }

  /** What things are called, as far as the part can be followed. */
  final Names learned(Source.Part part, Limits limits) throws IOException {
    Names names = new Names();
    try (JsonStream in = JsonStream.of(part, limits)) {
      walk(in, new Takers(thing -> learn(thing.tree(), names), JsonStream::skip, JsonStream::skip));
    } catch (JsonBroken | EOFException | ReaderFault.Limit | ZipException e) {
      return names; // The second walk meets the same damage and tells of it.
    }
    return names;
  }
}
