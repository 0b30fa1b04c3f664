package dev.sextant.records.reader.archive.takeout;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Membership.Action;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.archive.Opened;
import dev.sextant.records.reader.archive.Stating;
import dev.sextant.records.reader.archive.Times;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One conversation of Hangouts: who takes part, and its events. */
final class HangoutsForm {
  private final Opened archive;
  private final Source.Part part;
  private final Map<String, String> names = new LinkedHashMap<>();
  private final ConversationRef ref;

  /**
   * @param said the conversation's own description
   * @param otherwise its key if it has no number
   */
  HangoutsForm(Opened archive, Source.Part part, Fields said, String otherwise) {
    this.archive = archive;
    this.part = part;
    Fields inner = inner(said);
    for (Json one : inner.array("participant_data")) {
      Fields who = Fields.of(one);
      String id = number(who.object("id"));
      if (id != null) {
        names.put(id, who.textOrEmpty("fallback_name"));
      }
    }
    String outer = said.object("conversation_id").text("id");
    String id = outer == null ? inner.object("id").text("id") : outer;
    String name = inner.text("name");
    this.ref =
        new ConversationRef(
            Google.GOOGLE,
            Hangouts.kind(inner.textOrEmpty("type")),
            id == null || id.isBlank() ? otherwise : id,
            name == null || name.isBlank() ? null : name);
  }

  private static Fields inner(Fields said) {
    return said.object().get("conversation") instanceof Json.Obj
        ? said.object("conversation")
        : said;
  }

  /* Both numbers are one account's; some have the second only. */
  private static @Nullable String number(Fields id) {
    String gaia = id.text("gaia_id");
    String chat = id.text("chat_id");
    return gaia == null || gaia.isBlank() ? chat == null || chat.isBlank() ? null : chat : gaia;
  }

  private @Nullable AccountRef account(Fields id) {
    String number = number(id);
    String name = number == null ? null : names.get(number);
    return number == null
        ? null
        : AccountRef.ofId(
            Google.GOOGLE, number, null, name == null || name.isBlank() ? null : name);
  }

  /** The description: a note of it, and who takes part. */
  List<Record> head(Json value, Locator at) {
    Fields said = Fields.of(value);
    Fields inner = inner(said);
    said.object("conversation_id").known("id");
    inner.object("id").known("id");
    String type = inner.textOrEmpty("type");
    String name = inner.textOrEmpty("name");
    List<Record> people = new ArrayList<>();
    for (Json one : inner.array("participant_data")) {
      Fields who = Fields.of(one);
      AccountRef account = account(who.object("id"));
      who.known("fallback_name");
      String phone = who.object("phone_number").text("e164");
      if (account == null) {
        continue;
      }
      Header header = new Header(Google.GOOGLE, at, ClaimedTime.none(), Map.of());
      people.add(new Record.Membership(header, account, ref, Action.PRESENT, null));
      if (phone != null) {
        Stating stated = new Stating().phone("phone_number", phone, false);
        people.add(new Record.Profile(header, account, stated.selectors(), stated.attributes()));
      }
    }
    Map<String, String> extra = said.rest();
    if (!type.isEmpty()) {
      extra.put("type", type);
    }
    List<Record> records = new ArrayList<>();
    records.add(
        note(
            new Header(Google.GOOGLE, at, ClaimedTime.none(), extra),
            null,
            null,
            name,
            "conversation"));
    records.addAll(people);
    return records;
  }

  private Record note(
      Header header,
      @Nullable AccountRef by,
      @Nullable String id,
      String text,
      @Nullable String action) {
    return new Record.Message(
        header, ref, by, List.of(), id, text, null, null, action, List.of(), List.of());
  }

  /** An event; none if it says neither who nor when. */
  List<Record> event(Json value, Locator at) throws IOException {
    Fields f = Fields.of(value);
    String id = f.text("event_id");
    String stamp = f.text("timestamp");
    AccountRef sender = account(f.object("sender_id"));
    if (sender == null && stamp == null && id == null) {
      return List.of();
    }
    ClaimedTime time =
        stamp == null
            ? ClaimedTime.none()
            : stamp.matches("[0-9]{1,17}")
                ? Times.epoch(Long.parseLong(stamp), stamp)
                : ClaimedTime.unreadable(stamp);
    f.object("conversation_id").known("id");
    String type = f.textOrEmpty("event_type");
    if (f.object().get("chat_message") instanceof Json.Obj) {
      return List.of(message(f, at, time, sender, id));
    }
    if (f.object().get("hangout_event") instanceof Json.Obj) {
      return List.of(call(f, at, time, sender, id));
    }
    if (f.object().get("membership_change") instanceof Json.Obj change) {
      Boolean left = left(Fields.look(change, "type"), type);
      List<Record> moved = left == null ? List.of() : moved(f, at, time, sender, left);
      if (!moved.isEmpty()) {
        return moved;
      }
    }
    String renamed = f.object("conversation_rename").textOrEmpty("new_name");
    Header header = new Header(Google.GOOGLE, at, time, f.rest());
    return List.of(note(header, sender, id, renamed, type.isEmpty() ? "event" : type));
  }

  private List<AccountRef> others(@Nullable AccountRef but) {
    List<AccountRef> all = new ArrayList<>();
    names.forEach((number, name) -> {
      if (but != null && !number.equals(but.key())) {
        all.add(AccountRef.ofId(Google.GOOGLE, number, null, name.isBlank() ? null : name));
      }
    });
    return all;
  }

  private Record message(
      Fields f, Locator at, ClaimedTime time, @Nullable AccountRef sender, @Nullable String id)
      throws IOException {
    Fields content = f.object("chat_message").object("message_content");
    StringBuilder text = new StringBuilder();
    for (Json one : content.array("segment")) {
      Fields segment = Fields.of(one);
      String kind = segment.textOrEmpty("type");
      String words = segment.textOrEmpty("text");
      text.append(kind.equals("LINE_BREAK") && words.isBlank() ? "\n" : words);
    }
    List<Media> media = new ArrayList<>();
    for (Json one : content.array("attachment")) {
      Fields photo = Fields.of(one).object("embed_item").object("plus_photo");
      String url = photo.text("url");
      if (url != null && !url.isBlank()) {
        String bare = url.replaceFirst("[?#].*$", "");
        String name = bare.substring(bare.lastIndexOf('/') + 1);
        Media found = archive.media(Shelf.folderOf(part), name, photo.text("media_type"));
        media.add(new Media(url, found.type(), found.part(), found.digest(), found.likeness()));
      }
    }
    boolean direct = ref.kind() == ConversationRef.Kind.DIRECT;
    Map<String, String> extra = f.rest();
    String type = f.textOrEmpty("event_type");
    if (!type.isEmpty() && !type.equals("REGULAR_CHAT_MESSAGE")) {
      extra.put("event_type", type); // An SMS, say.
    }
    return new Record.Message(
        new Header(Google.GOOGLE, at, time, extra),
        ref,
        sender,
        direct ? others(sender) : List.of(),
        id,
        text.toString(),
        null,
        null,
        null,
        List.of(),
        media);
  }

  private Record call(
      Fields f, Locator at, ClaimedTime time, @Nullable AccountRef sender, @Nullable String id) {
    Fields hangout = f.object("hangout_event");
    String step = hangout.text("event_type");
    Long seconds = hangout.whole("hangout_duration_secs");
    List<AccountRef> called = new ArrayList<>();
    for (Json one : hangout.array("participant_id")) {
      AccountRef who = account(Fields.of(one));
      if (who != null && (sender == null || !who.key().equals(sender.key()))) {
        called.add(who);
      }
    }
    Map<String, String> extra = f.rest();
    if (id != null) {
      extra.put("event_id", id);
    }
    boolean direct = ref.kind() == ConversationRef.Kind.DIRECT;
    return new Record.Call(
        new Header(Google.GOOGLE, at, time, extra),
        ref,
        sender,
        called.isEmpty() && direct ? others(sender) : called,
        seconds == null || seconds < 0 ? null : Duration.ofSeconds(seconds),
        step);
  }

  /* What the change says, else what the event says; null if neither tells coming from going. */
  private static @Nullable Boolean left(String change, String event) {
    return switch (change) {
      case "LEAVE" -> Boolean.TRUE;
      case "JOIN" -> Boolean.FALSE;
      default ->
          switch (event) {
            case "REMOVE_USER" -> Boolean.TRUE;
            case "ADD_USER" -> Boolean.FALSE;
            default -> null;
          };
    };
  }

  private List<Record> moved(
      Fields f, Locator at, ClaimedTime time, @Nullable AccountRef sender, boolean left) {
    Fields change = f.object("membership_change");
    String type = change.textOrEmpty("type");
    List<AccountRef> whom = new ArrayList<>();
    for (Json one : change.array("participant_id")) {
      AccountRef who = account(Fields.of(one));
      if (who != null) {
        whom.add(who);
      }
    }
    if (whom.isEmpty() && sender != null) {
      whom.add(sender);
    }
    Map<String, String> extra = f.rest();
    if (!type.equals("LEAVE") && !type.equals("JOIN") && !type.isEmpty()) {
      extra.put("membership_change.type", type);
    }
    List<Record> records = new ArrayList<>();
    for (AccountRef who : whom) {
      boolean self = sender == null || sender.key().equals(who.key());
      records.add(
          new Record.Membership(
              new Header(Google.GOOGLE, at, time, records.isEmpty() ? extra : Map.of()),
              who,
              ref,
              left ? self ? Action.LEFT : Action.REMOVED : self ? Action.JOINED : Action.ADDED,
              self ? null : sender));
    }
    return records;
  }
}
