package dev.sextant.records.reader.capture.feed;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.capture.Forms;
import dev.sextant.records.reader.capture.JsonExport;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Telegram's messages as programs get them through Telethon: 4CAT's NDJSON ({@code _chat}, {@code
 * _sender}) and plain {@code to_dict} or {@code to_json} objects, one a line or in a list.
 */
public final class TelegramApi extends JsonExport {
  /** The reader. */
  public TelegramApi() {
    super(
        new ReaderCard(
            "telegram-api",
            2,
            "Telegram messages from its programming interface (4CAT, Telethon)",
            List.of(
                "4CAT NDJSON with chat and sender; Telethon objects",
                "replies, forwards, service actions, media by name, reactions kept"),
            List.of("Pyrogram's objects are read by the mapping wizard")),
        "Telegram object that is no message");
  }

  @Override
  protected int knows(Json.Obj first) {
    if (first.get("_chat") != null && first.get("date") != null) {
      return 94;
    }
    String type = Deep.text(first, "_");
    type = type == null ? Deep.text(first, "_type") : type;
    boolean message = "Message".equals(type) || "MessageService".equals(type);
    return message && (first.get("peer_id") != null || first.get("to_id") != null) ? 93 : 0;
  }

  @Override
  protected @Nullable List<Record> records(Json value, Locator at, Source source) {
    if (!(value instanceof Json.Obj o) || o.get("date") == null && o.get("message") == null) {
      return null;
    }
    Fields f = new Fields(o);
    String kind = f.text("_");
    Json chat = f.take("_chat");
    Json sender = f.take("_sender");
    Json peer = f.take("peer_id");
    ConversationRef conversation = conversation(chat, peer == null ? f.take("to_id") : peer);
    AccountRef author = account(sender, f.take("from_id"));
    if (author == null && conversation.kind() == ConversationRef.Kind.CHANNEL) {
      author = account(chat, peer); // A channel speaks for itself.
    }
    String date = f.text("date");
    ClaimedTime time =
        Forms.time(
            date == null ? Deep.text(value, "date", "_value") : date, true, Optional.empty());
    String words = f.text("message");
    String id = f.text("id");
    String reply = Deep.text(value, "reply_to", "reply_to_msg_id");
    reply = reply == null ? f.text("reply_to_msg_id") : reply;
    Json forward = f.take("fwd_from");
    Json action = o.get("action");
    String acted = action == null ? null : Deep.text(action, "_");
    Map<String, String> extra = new TreeMap<>();
    if (forward != null) {
      Fields.of(forward).apart();
      extra.put("fwd_from", forward.raw());
    }
    if (chat != null) {
      Fields.of(chat).apart();
      extra.put("chat", chat.raw());
    }
    if (kind != null && !kind.equals("Message")) {
      extra.put("class", kind);
    }
    List<Media> media = media(o.get("media"));
    f.known("_type");
    extra.putAll(f.rest());
    return List.of(
        new Record.Message(
            new Header(Platform.TELEGRAM, at, time, extra),
            conversation,
            author,
            List.of(),
            id,
            words == null ? "" : words,
            reply,
            forwarded(forward),
            acted,
            List.of(),
            media));
  }

  /* {"_":"PeerChannel","channel_id":1}, {"user_id":2}, {"chat_id":3} */
  private static String number(@Nullable Json peer) {
    for (String name : new String[] {"channel_id", "chat_id", "user_id"}) {
      String id = Deep.text(peer, name);
      if (id != null) {
        return id;
      }
    }
    return peer instanceof Json.Num n ? n.text() : "";
  }

  private static ConversationRef conversation(@Nullable Json chat, @Nullable Json peer) {
    String own = Deep.text(chat, "id");
    String key = own == null ? number(peer) : own;
    String type = Deep.text(chat, "type");
    String clazz = Deep.text(chat, "_");
    boolean broadcast = Deep.at(chat, "broadcast") instanceof Json.Bool b && b.value();
    ConversationRef.Kind kind = ConversationRef.Kind.UNKNOWN;
    if (broadcast || "channel".equalsIgnoreCase(type)) {
      kind = ConversationRef.Kind.CHANNEL;
    } else if (Deep.text(peer, "user_id") != null || "User".equals(clazz)) {
      kind = ConversationRef.Kind.DIRECT;
    } else if (Deep.text(peer, "chat_id") != null || type != null || clazz != null) {
      kind = ConversationRef.Kind.GROUP;
    }
    String title = Deep.text(chat, "title");
    return new ConversationRef(
        Platform.TELEGRAM,
        kind,
        key.isEmpty() ? "unknown" : key,
        title == null ? Deep.text(chat, "username") : title);
  }

  private static @Nullable AccountRef account(@Nullable Json sender, @Nullable Json peer) {
    String id = Deep.text(sender, "id");
    String first = Deep.text(sender, "first_name");
    String last = Deep.text(sender, "last_name");
    String name = ((first == null ? "" : first) + " " + (last == null ? "" : last)).strip();
    String title = Deep.text(sender, "title");
    String number = number(peer);
    return Forms.account(
        Platform.TELEGRAM,
        id != null ? id : number.isEmpty() ? null : number,
        Deep.text(sender, "username"),
        name.isEmpty() ? title : name,
        "message");
  }

  private static @Nullable String forwarded(@Nullable Json forward) {
    if (forward == null) {
      return null;
    }
    String name = Deep.text(forward, "from_name");
    String id = number(Deep.at(forward, "from_id"));
    return name != null ? name : id.isEmpty() ? "not said" : id;
  }

  private static List<Media> media(@Nullable Json media) {
    if (!(media instanceof Json.Obj)) {
      return List.of();
    }
    String type = Deep.text(media, "document", "mime_type");
    String file = null;
    if (Deep.at(media, "document", "attributes") instanceof Json.Arr attributes) {
      for (Json one : attributes.items()) {
        String name = Deep.text(one, "file_name");
        file = name == null ? file : name;
      }
    }
    String id = Deep.text(media, "document", "id");
    String photo = Deep.text(media, "photo", "id");
    String url = Deep.text(media, "webpage", "url");
    String name = file != null ? file : id != null ? id : photo != null ? photo : url;
    String kind = Deep.text(media, "_");
    return name == null
        ? List.of()
        : List.of(new Media(name, type == null ? kind : type, null, null));
  }
}
