package dev.sextant.records.reader.chat.matrix;

import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.capture.JsonLines;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonBroken;
import dev.sextant.records.reader.json.JsonHead;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.records.reader.json.JsonStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Events of Matrix: what Element's "export chat" writes as JSON (element-hq/element-web, {@code
 * JSONExport.ts}), answers of the client-server interface, and an event a line, as Synapse's {@code
 * export-data} writes them. Events after the Matrix specification, Client-Server API v1.13.
 */
public final class MatrixExport implements Reader {
  private static final String STRANGE = "Matrix data without a type";

  /** How a part holds its events. */
  private enum Shape {
    NONE,
    LINES,
    EVENT,
    DOCUMENT
  }

  /** Takes an event, to look at. */
  private interface Look {
    void at(Source.Part part, Json value, @Nullable String room);
  }

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "matrix-events",
        1,
        "Matrix events (Element's export, answers of the interface, Synapse's export-data)",
        List.of(
            "messages by permanent account and room, replies, threads, reactions, files in the zip or by"
                + " their mxc address, places, polls with votes",
            "edits as messages of their own that name what they change, redactions with what they"
                + " took away named",
            "who invited, joined, left, was removed or banned; names shown, each at its time; calls"
                + " with their duration, addresses that a call's devices offered",
            "events that could not be decrypted are kept and counted"),
        List.of(
            "times are those of the sender's server",
            "accounts' own data, receipts, typing, presence are listed as unknown",
            "of Synapse's user_data, connections and devices are listed as unknown"));
  }

  private static Shape shape(Source source, Source.Part part) throws IOException {
    JsonHead head = JsonHead.of(new String(part.head(), StandardCharsets.UTF_8));
    if (head.array()) {
      return head.has("type", "sender", "content", "origin_server_ts")
          ? Shape.DOCUMENT
          : Shape.NONE;
    }
    if (!head.object()) {
      return Shape.NONE;
    }
    if (head.has("type", "sender", "content", "origin_server_ts")) {
      return JsonLines.first(part, source.limits()) != null ? Shape.LINES : Shape.EVENT;
    }
    boolean element =
        head.has("room_name", "messages")
            && head.hasAny("room_creator", "exported_by", "export_date");
    boolean answer =
        head.hasAny(
                "chunk",
                "event",
                "events",
                "events_before",
                "events_after",
                "messages",
                "state",
                "timeline",
                "rooms",
                "search_categories")
            && head.holds("type", "sender", "content", "origin_server_ts");
    return element || answer ? Shape.DOCUMENT : Shape.NONE;
  }

  @Override
  public int sniff(Source source) throws IOException {
    for (Source.Part part : source.parts()) {
      if (shape(source, part) != Shape.NONE) {
        return 93;
      }
    }
    return 0;
  }

  @Override
  public void read(Source source, Sink sink) throws IOException {
    MatrixSurvey survey = new MatrixSurvey(source);
    look(source, survey::see);
    if (survey.asks()) {
      look(source, survey::answer);
    }
    Shelf shelf = new Shelf(source);
    MatrixFiles files = new MatrixFiles(source, shelf);
    MatrixTold told = new MatrixTold(survey);
    long sealed = 0;
    boolean any = false;
    for (Source.Part part : source.parts()) {
      Shape shape = shape(source, part);
      if (shape != Shape.NONE) {
        shelf.use(part);
        any = true;
        MatrixForm form = new MatrixForm(part, survey, files, told);
        switch (shape) {
          case LINES ->
              new JsonLines(source, part, sink, STRANGE)
                  .read(
                      value -> form.repeated(value, null),
                      (value, at) -> strange(value) ? null : form.records(value, at, null));
          case EVENT -> {
            JsonItems items = new JsonItems(source, part, sink);
            items.run(in -> event(items, in, form, null));
          }
          default -> document(new JsonItems(source, part, sink), form);
        }
        sealed += form.sealed();
      }
    }
    if (any) {
      sink.note(
          new ReadNote(
              "SX-NOTE-TIME",
              "times are in UTC as the server of each sender set them; whoever runs a server can set"
                  + " them at will"));
    }
    if (sealed > 0) {
      sink.note(
          new ReadNote(
              "SX-NOTE-ENCRYPTED",
              sealed
                  + " events could not be decrypted by whoever exported them; who and when is read"));
    }
    if (told.full()) {
      sink.note(
          new ReadNote(
              "SX-NOTE-REPEATED",
              "there are more events than are compared with one another: late ones may stand twice"));
    }
    shelf.announceRest(sink);
  }

  /* Element writes an empty topic where a room has none. */
  private static boolean says(Json value) {
    return !(value instanceof Json.Null || value instanceof Json.Text t && t.text().isBlank());
  }

  private static boolean strange(Json value) {
    return Fields.look(value, "type").isBlank();
  }

  private static void event(JsonItems items, JsonStream in, MatrixForm form, @Nullable String room)
      throws IOException {
    items.known(
        in,
        value -> form.repeated(value, room),
        value -> strange(value) ? STRANGE : "",
        (value, at) -> form.records(value, at, room));
  }

  private static void document(JsonItems items, MatrixForm form) throws IOException {
    MatrixWalk walk =
        new MatrixWalk(
            new MatrixWalk.Taker() {
              @Override
              public void event(JsonStream in, @Nullable String room) throws IOException {
                MatrixExport.event(items, in, form, room);
              }

              @Override
              public void head(JsonStream in, String name) throws IOException {
                switch (name) {
                  case "room_name", "room_creator", "topic", "export_date", "exported_by" ->
                      items.known(
                          in,
                          value -> says(value) ? "" : "a room without that",
                          value -> "",
                          (value, at) -> form.head(name, value, at));
                  case "start", "end", "prev_batch", "next_batch", "limited", "count" ->
                      items.ignored(in, "a place in the pages of the interface");
                  default -> items.passing(in, value -> value instanceof Json.Null, name);
                }
              }

              @Override
              public void other(JsonStream in, String name) throws IOException {
                items.unknown(in, name);
              }
            });
    items.run(walk::document);
  }

  /* Everything once, without telling of what is broken: the reading proper meets the same bytes. */
  private static void look(Source source, Look look) throws IOException {
    for (Source.Part part : source.parts()) {
      Shape shape = shape(source, part);
      if (shape != Shape.NONE) {
        look(source, part, shape, look);
      }
    }
  }

  private static void look(Source source, Source.Part part, Shape shape, Look look)
      throws IOException {
    if (shape == Shape.LINES) {
      lines(source, part, look);
      return;
    }
    try (JsonStream in = JsonStream.of(part, source.limits())) {
      if (shape == Shape.DOCUMENT) {
        new MatrixWalk(
                new MatrixWalk.Taker() {
                  @Override
                  public void event(JsonStream events, @Nullable String room) throws IOException {
                    look.at(part, events.tree(), room);
                  }

                  @Override
                  public void head(JsonStream events, String name) throws IOException {
                    events.skip();
                  }

                  @Override
                  public void other(JsonStream events, String name) throws IOException {
                    events.skip();
                  }
                })
            .document(in);
      } else {
        while (in.more()) {
          look.at(part, in.tree(), null);
        }
      }
    } catch (JsonBroken | EOFException | ZipException e) {
      return; // What was seen so far serves.
    }
  }

  private static void lines(Source source, Source.Part part, Look look) throws IOException {
    try {
      JsonLines.survey(part, source.limits(), value -> look.at(part, value, null));
    } catch (EOFException | ZipException e) {
      return; // The rest of the packed entry is lost to the reading proper too.
    }
  }
}
