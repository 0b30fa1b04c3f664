package dev.sextant.records.reader.archive.takeout;

import dev.sextant.records.ConversationRef;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.archive.Opened;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonBroken;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.records.reader.json.JsonStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * {@code Hangouts.json}: {@code conversations[]} with {@code conversation} and {@code events[]},
 * and the generation before with {@code conversation_state[]} around them.
 */
final class Hangouts {
  private final Opened archive;
  private final Source.Part part;
  private final JsonItems items;
  private final Map<String, Fields> heads = new HashMap<>();

  Hangouts(Opened archive, Source.Part part) throws IOException {
    this.archive = archive;
    this.part = part;
    this.items = archive.json(part);
    survey();
  }

  /* Who takes part stands before the events or after them. */
  private void survey() throws IOException {
    try (JsonStream in = JsonStream.of(part, archive.source().limits())) {
      in.object(key -> {
        if (list(key, in)) {
          in.array(index -> {
            String pointer = in.pointer();
            if (in.kind() == JsonStream.Kind.OBJECT) {
              in.object(name -> look(in, name, pointer));
            } else {
              in.skip();
            }
          });
        } else {
          in.skip();
        }
      });
    } catch (JsonBroken e) {
      return; // The reading proper meets the same bytes; what was seen so far serves.
    }
  }

  private static boolean list(String key, JsonStream in) throws IOException {
    return (key.equals("conversations") || key.equals("conversation_state"))
        && in.kind() == JsonStream.Kind.ARRAY;
  }

  private void look(JsonStream in, String name, String pointer) throws IOException {
    if (name.equals("conversation")) {
      heads.put(pointer, Fields.of(in.tree()));
    } else if (name.equals("conversation_state") && in.kind() == JsonStream.Kind.OBJECT) {
      in.object(inner -> look(in, inner, pointer));
    } else {
      in.skip();
    }
  }

  void read() throws IOException {
    items.run(in -> {
      if (in.kind() != JsonStream.Kind.OBJECT) {
        items.unknown(in, part.fileName());
        return;
      }
      in.object(key -> {
        if (list(key, in)) {
          in.array(index -> conversation(in));
        } else if (key.equals("continuation_end_timestamp")) {
          items.ignored(in, "where the answer would go on");
        } else {
          items.unknownEach(in, key);
        }
      });
    });
  }

  private void conversation(JsonStream in) throws IOException {
    String pointer = in.pointer();
    if (in.kind() != JsonStream.Kind.OBJECT) {
      items.unknown(in, "conversation that is no object");
      return;
    }
    HangoutsForm form =
        new HangoutsForm(
            archive, part, heads.getOrDefault(pointer, Fields.of(null)), archive.scope() + pointer);
    in.object(name -> field(in, name, form));
  }

  private void field(JsonStream in, String name, HangoutsForm form) throws IOException {
    switch (name) {
      case "conversation" -> items.item(in, form::head);
      case "event", "events" -> items.each(in, form::event, name);
      case "conversation_id", "response_header" ->
          items.passing(in, value -> plain(value), "conversation field " + name);
      case "conversation_state" -> {
        if (in.kind() == JsonStream.Kind.OBJECT) {
          in.object(inner -> field(in, inner, form));
        } else {
          items.unknown(in, name);
        }
      }
      default -> items.unknown(in, "conversation field " + name);
    }
  }

  /* The number alone, which the events and the head repeat. */
  private static boolean plain(Json value) {
    return value instanceof Json.Obj o && o.fields().keySet().stream().allMatch("id"::equals);
  }

  /** The kind that Hangouts' word for it means. */
  static ConversationRef.Kind kind(String word) {
    return switch (word) {
      case "STICKY_ONE_TO_ONE", "ONE_TO_ONE" -> ConversationRef.Kind.DIRECT;
      case "GROUP" -> ConversationRef.Kind.GROUP;
      default -> ConversationRef.Kind.UNKNOWN;
    };
  }
}
