package dev.sextant.records.reader.telegram;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Membership.Action;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns one element of a chat's {@code messages} into records. */
final class MessageForm {
  private static final List<String> CALLS =
      List.of("phone_call", "group_call", "invite_to_group_call", "conference_call");

  private static final List<String> CARRIED =
      List.of("photo", "file", "thumbnail", "contact_vcard");

  private final ChatHead chat;
  private final Shelf shelf;
  private final String folder;
  private final Optional<ZoneId> zone;
  private final Deeds deeds;

  MessageForm(ChatHead chat, Shelf shelf, String folder, Source source) {
    this.chat = chat;
    this.shelf = shelf;
    this.folder = folder;
    this.zone = source.zone();
    this.deeds = new Deeds(chat, source.zone(), source.limits());
  }

  /** The records of an element; none if it has no type. */
  List<Record> records(Json value, Locator at) throws IOException {
    Fields fields = Fields.of(value);
    return switch (fields.textOrEmpty("type")) {
      case "message", "unsupported" -> message(fields, at);
      case "service" -> service(fields, at);
      default -> List.of();
    };
  }

  /** The records of an ordinary message: itself, then the place it shares. */
  private List<Record> message(Fields fields, Locator at) throws IOException {
    String from = fields.text("from");
    AccountRef author = author(fields.text("from_id"), from);
    if (author == null) {
      fields.known("from"); // Null: the account was deleted.
    }
    Words words = Words.of(fields);
    String id = fields.text("id");
    String replyTo = fields.text("reply_to_message_id");
    String forwarded = fields.text("forwarded_from");
    List<Media> media = media(fields);
    Double latitude = null;
    Double longitude = null;
    if (fields.object().get("location_information") instanceof Json.Obj location) {
      Fields place = new Fields(location);
      latitude = place.number("latitude");
      longitude = place.number("longitude");
    }
    boolean placed =
        latitude != null
            && longitude != null
            && Math.abs(latitude) <= 90
            && Math.abs(longitude) <= 180;
    String placeName = placed ? fields.text("place_name") : null;
    if (placed) {
      fields.known("location_information");
    }
    Header header = header(fields, at);
    List<Record> records = new ArrayList<>();
    records.add(
        new Record.Message(
            header,
            chat.ref(),
            author,
            recipients(author),
            id,
            words.text().isEmpty() ? Deeds.wordsOf(fields.object()) : words.text(),
            replyTo,
            forwarded,
            null,
            words.mentions(),
            media));
    if (placed) {
      records.add(
          new Record.Place(
              header,
              author,
              Objects.requireNonNull(latitude),
              Objects.requireNonNull(longitude),
              Double.NaN,
              placeName));
    }
    records.addAll(deeds.of(fields, header, author, id));
    return records;
  }

  private Header header(Fields fields, Locator at) {
    var time = Owner.time(fields, "date", "date_unixtime", zone);
    Map<String, String> extra = fields.rest();
    if (fields.textOrEmpty("type").equals("unsupported")) {
      extra.put("type", "unsupported"); // The exporter did not know what it was.
    }
    return new Header(Platform.TELEGRAM, at, time, extra);
  }

  private @Nullable AccountRef author(@Nullable String id, @Nullable String name) {
    AccountRef known = Ids.account(id, name);
    return known != null ? known : Ids.named(chat.ref().key(), name);
  }

  private List<AccountRef> recipients(@Nullable AccountRef author) {
    AccountRef owner = chat.owner();
    AccountRef peer = chat.peer();
    if (author == null || chat.ref().kind() != ConversationRef.Kind.DIRECT || peer == null) {
      return List.of();
    }
    if (!author.accountKey().equals(peer.accountKey())) {
      return List.of(peer);
    }
    return owner == null ? List.of() : List.of(owner);
  }

  private List<Media> media(Fields fields) throws IOException {
    List<Media> media = new ArrayList<>();
    String type = fields.text("media_type");
    String mime = fields.text("mime_type");
    for (String field : CARRIED) {
      String path = fields.text(field);
      if (path == null) {
        continue;
      }
      boolean absent = path.startsWith("(") && path.endsWith(")");
      String named = absent ? fields.text("file_name") : null;
      String kind =
          mime != null && field.equals("file") ? mime : field.equals("file") ? type : field;
      // "(File not included. ...)" is Telegram's own sentence, not a name.
      media.add(
          absent
              ? new Media(named == null ? path : named, kind, null, null)
              : shelf.media(folder, path, kind));
    }
    return media;
  }

  /** The records of a note by Telegram: a call, or what happened and whom it made a member. */
  private List<Record> service(Fields fields, Locator at) throws IOException {
    String action = fields.textOrEmpty("action");
    AccountRef actor = author(fields.text("actor_id"), fields.text("actor"));
    if (CALLS.contains(action)) {
      return List.of(call(fields, at, actor, action));
    }
    String id = fields.text("id");
    Words words = Words.of(fields);
    String title = fields.text("title");
    String information = fields.text("information_text");
    String replyTo = fields.text("reply_to_message_id");
    String pinned = action.equals("pin_message") ? fields.text("message_id") : null;
    String inviter = fields.text("inviter");
    List<String> members = new ArrayList<>();
    for (Json member : fields.array("members")) {
      if (!(member instanceof Json.Null)) {
        members.add(member.raw());
      }
    }
    List<AccountRef> mentions = new ArrayList<>(words.mentions());
    if (action.equals("proximity_reached")) {
      near(fields, mentions);
    }
    List<Media> media = media(fields);
    Header header = header(fields, at);
    List<Record> records = new ArrayList<>();
    records.add(
        new Record.Message(
            header,
            chat.ref(),
            actor,
            List.of(),
            id,
            joined(title, information, words.text()),
            replyTo == null ? pinned : replyTo,
            null,
            action.isEmpty() ? "unnamed" : action,
            mentions,
            media));
    records.addAll(memberships(header, action, actor, members, inviter));
    Record payment = deeds.payment(action, fields, header, actor);
    if (payment != null) {
      records.add(payment);
    }
    return records;
  }

  private static String joined(@Nullable String... pieces) {
    StringBuilder out = new StringBuilder();
    for (String piece : pieces) {
      if (piece != null && !piece.isEmpty()) {
        out.append(out.isEmpty() ? "" : "\n").append(piece);
      }
    }
    return out.toString();
  }

  /* Two who shared their places came near one another. */
  private void near(Fields fields, List<AccountRef> mentions) {
    for (String end : List.of("from", "to")) {
      AccountRef one = author(fields.text(end + "_id"), fields.text(end));
      if (one != null) {
        mentions.add(one);
      }
    }
  }

  private Record call(Fields fields, Locator at, @Nullable AccountRef caller, String action) {
    Long seconds = fields.whole("duration_seconds");
    if (seconds == null) {
      seconds = fields.whole("duration");
    }
    String reason = fields.text("discard_reason");
    String outcome = reason == null && !action.equals("phone_call") ? action : reason;
    List<AccountRef> called = new ArrayList<>(recipients(caller));
    for (Json member : fields.array("members")) {
      AccountRef one =
          member instanceof Json.Null ? null : Ids.named(chat.ref().key(), member.raw());
      if (one != null) {
        called.add(one);
      }
    }
    fields.known("action");
    if (Words.of(fields).text().isEmpty()) {
      fields.known("text", "text_entities");
    }
    return new Record.Call(
        header(fields, at),
        chat.ref(),
        caller,
        called,
        seconds == null || seconds < 0 ? null : Duration.ofSeconds(seconds),
        outcome);
  }

  private List<Record> memberships(
      Header header,
      String action,
      @Nullable AccountRef actor,
      List<String> members,
      @Nullable String inviter) {
    List<Record> out = new ArrayList<>();
    switch (action) {
      case "create_group", "create_channel", "migrate_from_group" ->
          add(out, header, actor, Action.JOINED, null);
      case "join_group_by_link", "join_group_by_request" ->
          add(out, header, actor, Action.JOINED, Ids.named(chat.ref().key(), inviter));
      default -> {
        // The rest names its members, or makes nobody one.
      }
    }
    if (!List.of("create_group", "invite_members", "remove_members").contains(action)) {
      return out;
    }
    boolean removed = action.equals("remove_members");
    for (String name : members) {
      boolean self = actor != null && name.equals(actor.displayName());
      AccountRef member = self ? actor : Ids.named(chat.ref().key(), name);
      if (self && action.equals("create_group")) {
        continue; // Already counted as having come in.
      }
      Action how =
          removed ? self ? Action.LEFT : Action.REMOVED : self ? Action.JOINED : Action.ADDED;
      add(out, header, member, how, self ? null : actor);
    }
    return out;
  }

  private void add(
      List<Record> out,
      Header header,
      @Nullable AccountRef account,
      Action action,
      @Nullable AccountRef by) {
    if (account != null) {
      out.add(new Record.Membership(header, account, chat.ref(), action, by));
    }
  }
}
