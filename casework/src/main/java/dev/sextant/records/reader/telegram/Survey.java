package dev.sextant.records.reader.telegram;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonBroken;
import dev.sextant.records.reader.json.JsonStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A first pass over an export, since whose it is and what a chat is may stand after the messages
 * that need to know it.
 */
final class Survey {
  /** What a chat says of itself, gathered field by field. */
  private static final class Gathered {
    private String type = "";
    private @Nullable String id;
    private @Nullable String name;
    private @Nullable AccountRef first;
    private @Nullable AccountRef second;

    /** In a direct chat there are two authors: the peer, and whose export it is. */
    @Nullable AccountRef authorBesidesPeer() {
      AccountRef one = first;
      return one != null && !one.key().equals(id) ? one : second;
    }
  }

  private final Map<String, Gathered> chats = new HashMap<>();
  private final String exhibit;
  private @Nullable AccountRef owner;

  /** Everything that a survey is after was seen. */
  private static final class Enough extends IOException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super("seen enough");
    }
  }

  private Survey(String exhibit) {
    this.exhibit = exhibit;
  }

  static Survey of(Source source, Source.Part part) throws IOException {
    String folder = part.path().isEmpty() ? "" : "/" + part.path();
    Survey survey = new Survey(source.digest().hex().substring(0, 16) + folder);
    try (JsonStream in = JsonStream.of(part, source.limits())) {
      survey.look(in);
    } catch (Enough e) {
      return survey;
    } catch (JsonBroken e) {
      // The reading proper meets the same bytes and reports them; what was seen so far serves.
      return survey;
    }
    return survey;
  }

  /** Whose export it is, if the file says. */
  @Nullable AccountRef owner() {
    return owner;
  }

  /** The head of the chat at a JSON pointer. */
  ChatHead head(String pointer) {
    Gathered g = chats.getOrDefault(pointer, new Gathered());
    return ChatHead.of(g.type, g.id, g.name, owner, g.authorBesidesPeer(), exhibit, pointer);
  }

  private void look(JsonStream in) throws IOException {
    if (in.kind() != JsonStream.Kind.OBJECT) {
      in.skip();
      return;
    }
    in.object(key -> {
      switch (key) {
        case "personal_information" ->
            owner = in.kind() == JsonStream.Kind.OBJECT ? Owner.of(in.tree()) : null;
        case "chats", "left_chats" -> list(in);
        default -> chatField(in, "", key);
      }
    });
  }

  private void list(JsonStream in) throws IOException {
    if (in.kind() != JsonStream.Kind.OBJECT) {
      in.skip();
      return;
    }
    in.object(key -> {
      if (key.equals("list") && in.kind() == JsonStream.Kind.ARRAY) {
        in.array(index -> chat(in));
      } else {
        in.skip();
      }
    });
  }

  private void chat(JsonStream in) throws IOException {
    String pointer = in.pointer();
    if (in.kind() == JsonStream.Kind.OBJECT) {
      in.object(field -> chatField(in, pointer, field));
    } else {
      in.skip();
    }
  }

  private void chatField(JsonStream in, String pointer, String field) throws IOException {
    Gathered chat = chats.computeIfAbsent(pointer, p -> new Gathered());
    switch (field) {
      case "name" -> chat.name = scalar(in);
      case "id" -> chat.id = scalar(in);
      case "type" -> {
        String type = scalar(in);
        chat.type = type == null ? "" : type;
      }
      case "messages" -> {
        boolean direct =
            chat.type.isEmpty() || ChatHead.kind(chat.type) == ConversationRef.Kind.DIRECT;
        // A file of one chat has nothing behind its messages: it need not be gone through twice.
        boolean last = pointer.isEmpty() && chat.id != null && chat.name != null;
        if (direct && in.kind() == JsonStream.Kind.ARRAY) {
          in.array(index -> authors(in, chat, last));
        } else if (last && !chat.type.isEmpty()) {
          throw new Enough();
        } else {
          in.skip();
        }
      }
      default -> in.skip();
    }
  }

  private static void authors(JsonStream in, Gathered chat, boolean last) throws IOException {
    if (chat.second != null && last) {
      throw new Enough();
    }
    if (in.kind() != JsonStream.Kind.OBJECT || chat.second != null) {
      in.skip();
      return;
    }
    Map<String, String> seen = new HashMap<>();
    in.object(field -> {
      switch (field) {
        case "from", "from_id" -> {
          String value = scalar(in);
          if (value != null) {
            seen.put(field, value);
          }
        }
        default -> in.skip();
      }
    });
    AccountRef author = Ids.account(seen.get("from_id"), seen.get("from"));
    if (author == null) {
      return;
    }
    if (chat.first == null) {
      chat.first = author;
    } else if (!author.accountKey().equals(chat.first.accountKey())) {
      chat.second = author;
    }
  }

  private static @Nullable String scalar(JsonStream in) throws IOException {
    if (in.kind() != JsonStream.Kind.SCALAR) {
      in.skip();
      return null;
    }
    Json value = in.tree();
    return value instanceof Json.Null ? null : value.raw();
  }
}
