package dev.sextant.records.reader.whatsapp;

import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
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

/**
 * WhatsApp as the tool WhatsApp-Chat-Exporter writes a telephone's database to JSON: chats by their
 * WhatsApp address, messages by their row. Fields after KnugiHK/WhatsApp-Chat-Exporter ({@code
 * data_model.py}, {@code android_handler.py}, {@code ios_handler.py}) and its tests.
 */
public final class ExporterJson implements Reader {
  private static final String ADDRESS =
      "[0-9A-Za-z_.-]{1,60}@(?:s\\.whatsapp\\.net|g\\.us|lid|broadcast|newsletter|status_me)";

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "whatsapp-exporter",
        1,
        "WhatsApp written by WhatsApp-Chat-Exporter (JSON)",
        List.of(
            "chats of two by telephone number, groups by their address, messages with time, files in"
                + " the zip, captions, replies, reactions, deleted ones",
            "names, statuses and pictures of contacts, notes of the program; one file or one a chat"),
        List.of(
            "whose telephone it was is not in it",
            "the tool writes a name in place of a number: it is the contact of that name, if one"
                + " contact has it, else a name within the chat",
            "calls and who came and went are notes in the tool's words; its HTML is not read"));
  }

  private static boolean ours(Source.Part part) throws IOException {
    if (!part.path().isEmpty() && !part.fileName().endsWith(".json")) {
      return false;
    }
    JsonHead head = JsonHead.of(new String(part.head(), StandardCharsets.UTF_8));
    return head.object()
        && head.holds("name", "messages")
        && (head.holds("from_me", "timestamp", "key_id", "media", "meta", "data")
            || (head.holds("my_avatar", "their_avatar")
                && head.keys().stream().anyMatch(key -> key.matches(ADDRESS))));
  }

  @Override
  public int sniff(Source source) throws IOException {
    for (Source.Part part : source.parts()) {
      if (ours(part)) {
        return 93;
      }
    }
    return 0;
  }

  @Override
  public void read(Source source, Sink sink) throws IOException {
    ExporterPeople people = new ExporterPeople(source.digest().hex().substring(0, 16));
    for (Source.Part part : source.parts()) {
      if (ours(part)) {
        survey(source, part, people);
      }
    }
    Shelf shelf = new Shelf(source);
    for (Source.Part part : source.parts()) {
      if (ours(part)) {
        shelf.use(part);
        JsonItems items = new JsonItems(source, part, sink);
        items.run(in -> {
          if (in.kind() == JsonStream.Kind.OBJECT) {
            in.object(address ->
                chat(items, in, new ExporterForm(people, shelf, Shelf.folderOf(part), address)));
          } else {
            items.unknown(in, "no object");
          }
        });
      }
    }
    if (people.ambiguous() > 0) {
      sink.note(
          new ReadNote(
              "SX-NOTE-REFERENCE",
              people.ambiguous()
                  + " senders and reactions are named as no contact or several are: they are names"
                  + " within their chat"));
    }
    shelf.announceRest(sink);
  }

  private static void chat(JsonItems items, JsonStream in, ExporterForm form) throws IOException {
    if (in.kind() != JsonStream.Kind.OBJECT) {
      items.unknown(in, "chat that is no object");
      return;
    }
    in.object(field -> {
      switch (field) {
        case "messages" -> {
          if (in.kind() == JsonStream.Kind.OBJECT) {
            in.object(row -> items.item(in, (value, at) -> form.message(row, value, at)));
          } else {
            items.unknown(in, field);
          }
        }
        case "name", "status", "my_avatar", "their_avatar", "their_avatar_thumb" -> {
          if (in.nothing()) {
            in.skip();
          } else {
            items.item(in, (value, at) -> form.about(field, value, at));
          }
        }
        case "type", "media_base" -> items.ignored(in, "how the tool was run");
        default -> items.passing(in, value -> value instanceof Json.Null, "chat field " + field);
      }
    });
  }

  private static void survey(Source source, Source.Part part, ExporterPeople people)
      throws IOException {
    try (JsonStream in = JsonStream.of(part, source.limits())) {
      in.object(address -> {
        if (in.kind() != JsonStream.Kind.OBJECT) {
          in.skip();
          return;
        }
        in.object(field -> {
          if (field.equals("name") && in.kind() == JsonStream.Kind.SCALAR) {
            people.named(address, in.tree());
          } else if (field.equals("media_base") && in.kind() == JsonStream.Kind.SCALAR) {
            people.based(address, in.tree());
          } else {
            in.skip();
          }
        });
      });
    } catch (JsonBroken | EOFException | ZipException e) {
      return; // The reading proper meets the same bytes; what was seen so far serves.
    }
  }
}
