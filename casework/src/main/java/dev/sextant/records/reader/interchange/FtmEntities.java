package dev.sextant.records.reader.interchange;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.TextLines;
import dev.sextant.records.reader.json.Fields;
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
import java.util.regex.Pattern;

/**
 * FollowTheMoney entities (followthemoney.tech): JSON lines as {@code ftm} and Aleph export them,
 * an array or an object of them, and Aleph's network diagrams ({@code .vis}).
 */
final class FtmEntities implements Reader {
  private static final int PARTS_SNIFFED = 200;

  private static final Pattern ENTITY =
      Pattern.compile(
          "\\A(?:\\[\\s*)?\\{(?=(?s:.{0,60000}?)\"schema\"\\s*:\\s*\"[A-Z][A-Za-z]{2,40}\")"
              + "(?=(?s:.{0,60000}?)\"properties\"\\s*:\\s*\\{)(?=(?s:.{0,60000}?)\"id\"\\s*:)");

  private static final Pattern DIAGRAM =
      Pattern.compile("\\A\\{(?s:.{0,2000}?)\"(?:layout|entities)\"\\s*:");

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "follow-the-money",
        2,
        "FollowTheMoney entities and Aleph diagrams",
        List.of(
            "JSON lines, arrays, objects with entities",
            "people, companies and all other things as profiles with their selectors",
            "ownership, directorships, memberships, family, payments and every other edge of the"
                + " schema",
            "user accounts, messages, e-mails, calls, documents, places",
            ".vis diagrams: entities inside one another, groupings"),
        List.of(
            "properties of things are kept as attributes by their names",
            "how a diagram is drawn is not kept"),
        List.of(
            "OpenSanctions' party donations (JSON lines); a family's network diagram of Aleph"));
  }

  @Override
  public int sniff(Source source) throws IOException {
    int best = 0;
    int looked = 0;
    for (Source.Part part : source.parts()) {
      if (looked++ < PARTS_SNIFFED) {
        best = Math.max(best, certainty(JsonReader.head(part)));
      }
    }
    return best;
  }

  private static int certainty(String head) {
    if (!head.startsWith("{") && !head.startsWith("[")) {
      return 0;
    }
    String first =
        head.indexOf('\n') > 0 && head.startsWith("{\"")
            ? head.substring(0, head.indexOf('\n'))
            : head;
    if (ENTITY.matcher(first).find() && FtmSchema.names(first)) {
      return 92;
    }
    return DIAGRAM.matcher(head).find() && head.contains("\"schema\"") && FtmSchema.names(head)
        ? 85
        : 0;
  }

  @Override
  public void read(Source source, Sink sink) throws IOException {
    Shelf shelf = new Shelf(source);
    for (Source.Part part : source.parts()) {
      String head = JsonReader.head(part);
      if (certainty(head) > 0) {
        shelf.use(part);
        if (lines(head)) {
          lines(source, part, sink);
        } else {
          document(source, part, sink);
        }
      }
    }
    shelf.announceRest(sink);
  }

  /* Lines: the first line is a whole entity. */
  private static boolean lines(String head) {
    int end = head.indexOf('\n');
    String first = (end < 0 ? head : head.substring(0, end)).strip();
    return first.startsWith("{") && first.endsWith("}") && ENTITY.matcher(first).find();
  }

  private static void lines(Source source, Source.Part part, Sink sink) throws IOException {
    JsonReader.Names names = new JsonReader.Names();
    walk(source, part, (value, at) -> learn(value, names), (at, fault) -> {});
    walk(
        source,
        part,
        (value, at) -> {
          sink.item();
          List<Record> records = new FtmForms(names, at).records(value);
          if (records.isEmpty()) {
            sink.fault(at, new ReadFault(ReadFault.MISSING, "an entity without id or schema"));
          } else {
            sink.records(records);
          }
        },
        (at, fault) -> {
          sink.item();
          sink.fault(at, fault);
        });
  }

  private static void learn(Json value, JsonReader.Names names) {
    Fields f = Fields.of(value);
    Fields properties = f.object("properties");
    for (String name : new String[] {"name", "title", "username", "fileName", "subject", "full"}) {
      Forms.texts(properties, name).stream().findFirst().ifPresent(n -> names.put(f.text("id"), n));
    }
    String id = f.text("id");
    names.put(id, f.text("caption"));
    if (id != null && !id.isBlank() && "UserAccount".equals(f.text("schema"))) {
      AccountRef account = FtmForms.accountOf(properties, id);
      names.account(id, () -> account);
    }
  }

  private interface Line {
    void take(Json value, Locator at);
  }

  private interface Broken {
    void take(Locator at, ReadFault fault);
  }

  private static void walk(Source source, Source.Part part, Line line, Broken broken)
      throws IOException {
    try (TextLines lines = new TextLines(part.open(), source.limits().itemBytes())) {
      for (TextLines.Line one = lines.line(); one != null; one = lines.line()) {
        Locator whole = part.at(one.from(), one.to(), "line " + one.number());
        if (!one.whole()) {
          broken.take(
              whole, new ReadFault(ReadFault.LIMIT, "a line longer than the limit on one item"));
        } else if (!one.text().isBlank()) {
          try (JsonStream in =
              JsonStream.of(
                  new ByteArrayInputStream(one.text().getBytes(StandardCharsets.UTF_8)),
                  source.limits())) {
            Json value = in.tree();
            in.end();
            line.take(value, whole);
          } catch (JsonBroken e) {
            broken.take(whole, e.fault());
          }
        }
      }
    } catch (EOFException e) {
      broken.take(
          part.at(0, part.size(), ""),
          new ReadFault(ReadFault.TRUNCATED, "the packed entry ends in the middle"));
    }
  }

  private static void document(Source source, Source.Part part, Sink sink) throws IOException {
    JsonReader.Names names = new JsonReader.Names();
    try (JsonStream in = JsonStream.of(part, source.limits())) {
      entities(in, value -> learn(value.tree(), names), JsonStream::skip, JsonStream::skip);
    } catch (JsonBroken | EOFException e) {
      sink.note(new ReadNote("SX-NOTE-PART", "What follows is about a part that breaks off."));
    }
    JsonItems items = new JsonItems(source, part, sink);
    items.run(in ->
        entities(
            in,
            thing -> items.item(thing, (value, at) -> new FtmForms(names, at).records(value)),
            rest -> items.unknown(rest, rest.pointer()),
            drawn -> items.ignored(drawn, "how a diagram is drawn")));
  }

  private static void entities(
      JsonStream in, JsonReader.Taker thing, JsonReader.Taker rest, JsonReader.Taker drawn)
      throws IOException {
    if (in.kind() == JsonStream.Kind.ARRAY) {
      in.array(index -> thing.take(in));
      return;
    }
    in.object(name -> {
      switch (name) {
        case "layout" -> {
          if (in.kind() == JsonStream.Kind.OBJECT) {
            entities(in, thing, rest, drawn);
          } else {
            rest.take(in);
          }
        }
        case "entities", "groupings" -> {
          if (in.kind() == JsonStream.Kind.ARRAY) {
            in.array(index -> thing.take(in));
          } else {
            rest.take(in);
          }
        }
        // How it is drawn: the entities say everything that it shows.
        case "vertices", "edges", "selection", "viewport", "version" -> drawn.take(in);
        default -> rest.take(in);
      }
    });
  }
}
