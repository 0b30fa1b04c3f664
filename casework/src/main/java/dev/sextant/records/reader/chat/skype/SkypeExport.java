package dev.sextant.records.reader.chat.skype;

import dev.sextant.records.ConversationRef;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.chat.ChatFiles;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonBroken;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.records.reader.json.JsonStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Skype's {@code messages.json}: {@code {userId, exportDate, conversations: [{id, displayName,
 * threadProperties, MessageList: [...]}]}}.
 */
public final class SkypeExport extends ChatFiles {
  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "skype-export",
        1,
        "Skype chat history (messages.json)",
        List.of(
            "messages, calls with duration, who was added and removed, members of groups",
            "files of a message by name"),
        List.of("endpoints.json and the media folder's sidecars are listed as unknown"));
  }

  private static boolean ours(Source.Part part) throws IOException {
    if (!part.path().isEmpty() && !part.fileName().endsWith(".json")) {
      return false;
    }
    String head = new String(part.head(), StandardCharsets.UTF_8);
    return head.contains("\"conversations\"")
        && (head.contains("\"MessageList\"") || head.contains("\"exportDate\""))
        && (head.contains("\"userId\"") || head.contains("\"messagetype\""));
  }

  @Override
  protected int fits(Source.Part part) throws IOException {
    return ours(part) ? 90 : 0;
  }

  @Override
  protected Walk begin(Source source, Shelf shelf, Sink sink) {
    return part -> new History(source, part, sink).read();
  }

  /** The reading of one file. */
  private static final class History {
    private final Source source;
    private final Source.Part part;
    private final JsonItems items;
    private final Map<String, Fields> heads = new HashMap<>();
    private @Nullable String owner;

    History(Source source, Source.Part part, Sink sink) throws IOException {
      this.source = source;
      this.part = part;
      this.items = new JsonItems(source, part, sink);
      survey();
    }

    /* What a conversation is stands before its messages or after them. */
    private void survey() throws IOException {
      try (JsonStream in = JsonStream.of(part, source.limits())) {
        in.object(key -> {
          if (key.equals("userId")) {
            owner = in.tree().raw();
          } else if (key.equals("conversations") && in.kind() == JsonStream.Kind.ARRAY) {
            in.array(index -> head(in));
          } else {
            in.skip();
          }
        });
      } catch (JsonBroken e) {
        // The reading proper meets the same bytes and reports them; what was seen so far serves.
        return;
      }
    }

    private void head(JsonStream in) throws IOException {
      String pointer = in.pointer();
      if (in.kind() != JsonStream.Kind.OBJECT) {
        in.skip();
        return;
      }
      Map<String, Json> seen = new HashMap<>();
      in.object(key -> {
        if (key.equals("MessageList")) {
          in.skip();
        } else {
          seen.put(key, in.tree());
          heads.put(pointer, new Fields(new Json.Obj(seen, 0, 0)));
        }
      });
    }

    void read() throws IOException {
      items.run(in -> {
        if (in.kind() != JsonStream.Kind.OBJECT) {
          items.unknown(in, "no object");
          return;
        }
        in.object(key -> {
          if (key.equals("userId") || key.equals("exportDate")) {
            in.skip(); // Whose it is is the owner of every direct talk; the date is the file's.
          } else if (key.equals("conversations") && in.kind() == JsonStream.Kind.ARRAY) {
            in.array(index -> conversation(in));
          } else {
            items.unknown(in, key);
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
      Fields head = heads.getOrDefault(pointer, Fields.of(null));
      SkypeForm form = new SkypeForm(ref(head, pointer), owner);
      in.object(key -> {
        switch (key) {
          case "id", "displayName", "version" -> in.skip();
          case "MessageList" -> items.each(in, form::message, "MessageList");
          case "threadProperties" -> thread(in, form);
          default -> items.unknown(in, "conversation field " + key);
        }
      });
    }

    private void thread(JsonStream in, SkypeForm form) throws IOException {
      if (in.kind() == JsonStream.Kind.OBJECT) {
        items.item(in, form::thread);
      } else {
        in.skip(); // Null: a direct talk.
      }
    }

    private ConversationRef ref(Fields head, String pointer) {
      String id = head.text("id");
      String title = head.text("displayName");
      if (title == null) {
        title = head.object("threadProperties").text("topic");
      }
      if (id == null || id.isBlank()) {
        return new ConversationRef(
            SkypeForm.SKYPE,
            ConversationRef.Kind.UNKNOWN,
            source.digest().hex().substring(0, 16) + pointer,
            title);
      }
      boolean group = id.startsWith("19:");
      String mine = owner;
      String key =
          group || mine == null ? id : mine.compareTo(id) <= 0 ? mine + "-" + id : id + "-" + mine;
      return new ConversationRef(
          SkypeForm.SKYPE,
          group ? ConversationRef.Kind.GROUP : ConversationRef.Kind.DIRECT,
          key,
          title);
    }
  }
}
