package dev.sextant.records.reader.chat.discord;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Membership.Action;
import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.records.reader.FirstOfEach;
import dev.sextant.records.reader.Gathered;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns one message into records, as DiscordChatExporter writes it (camel case) or as Discord's
 * interface does (snake case).
 */
final class DiscordForm {
  private final DiscordHead head;
  private final Shelf shelf;
  private final String folder;
  private final @Nullable AccountRef peer;

  /**
   * @param peer the other one of a direct chat, by whom it is not, if known
   */
  DiscordForm(DiscordHead head, Shelf shelf, String folder, @Nullable AccountRef peer) {
    this.head = head;
    this.shelf = shelf;
    this.folder = folder;
    this.peer = peer;
  }

  /** The records of a message; none if it has neither number nor author nor words. */
  List<Record> records(Json value, Locator at) throws IOException {
    Fields fields = Fields.of(value);
    String id = fields.text("id");
    Json author = fields.take("author");
    AccountRef who = DiscordPeople.of(author);
    String content = fields.textOrEmpty("content");
    if (id == null && who == null && content.isEmpty()) {
      return List.of();
    }
    Map<String, String> more = new TreeMap<>(DiscordPeople.rest("author", author));
    if (who == null && author != null) {
      more.put("author", author.raw());
    }
    ConversationRef channel = channel(fields);
    String type = DiscordTypes.word(fields.textOrEmpty("type"));
    List<AccountRef> mentions = accounts(fields.array("mentions"), more);
    ClaimedTime time = ClaimedTimes.ofIso(fields.text("timestamp"));
    String ended = DiscordPeople.first(fields, "callEndedTimestamp");
    Json call = fields.object().get("call");
    Fields reference = reference(fields);
    String answered = DiscordPeople.first(reference, "messageId", "message_id");
    boolean forward =
        reference.textOrEmpty("type").matches("Forward|1") || snapshot(fields) != null;
    List<Media> media = media(fields);
    String words = words(fields, content);
    List<Json> reactions = fields.array("reactions");
    Json interaction = fields.object().get("interaction");
    List<Record> out = new ArrayList<>();
    DiscordPeople.quiet(fields);
    tellRest(reactions, more);
    more.putAll(fields.rest());
    Header header = new Header(DiscordPeople.DISCORD, at, time, more);
    if (type.equals("Call")) {
      put(more, "id", id);
      put(more, "content", content);
      put(more, "callEndedTimestamp", ended);
      header = new Header(DiscordPeople.DISCORD, at, time, more);
      out.add(call(header, channel, who, ended, call));
    } else {
      out.add(
          new Record.Message(
              header,
              channel,
              who,
              recipients(channel, who),
              id,
              words,
              forward ? null : answered,
              forward ? from(reference) : null,
              DiscordTypes.spoken(type) ? null : type,
              mentions,
              media));
    }
    members(out, header, channel, type, who, mentions);
    reacted(out, reactions, at, id, who);
    used(out, header, interaction, id);
    return out;
  }

  private static void put(Map<String, String> more, String name, @Nullable String said) {
    if (said != null && !said.isEmpty()) {
      more.put(name, said);
    }
  }

  private ConversationRef channel(Fields fields) {
    String id = fields.text("channel_id");
    if (id == null || id.equals(head.channel().key())) {
      return head.channel();
    }
    ConversationRef.Kind kind =
        fields.has("guild_id") || fields.has("member")
            ? ConversationRef.Kind.GROUP
            : ConversationRef.Kind.UNKNOWN;
    return new ConversationRef(DiscordPeople.DISCORD, kind, id, null);
  }

  private List<AccountRef> recipients(ConversationRef channel, @Nullable AccountRef author) {
    AccountRef other = peer;
    boolean direct = channel.kind() == ConversationRef.Kind.DIRECT;
    return direct && other != null && author != null && !same(other, author)
        ? List.of(other)
        : List.of();
  }

  private static boolean same(AccountRef one, AccountRef other) {
    return one.accountKey().equals(other.accountKey());
  }

  private static List<AccountRef> accounts(List<Json> values, Map<String, String> more) {
    FirstOfEach<AccountRef> out = FirstOfEach.accounts();
    Gathered unnamed = new Gathered();
    for (Json value : values) {
      AccountRef account = DiscordPeople.of(value);
      if (account == null) {
        unnamed.add("mentions", value.raw());
      } else {
        out.add(account);
      }
    }
    unnamed.into(more);
    return out.list();
  }

  private static Fields reference(Fields fields) {
    Json value = fields.object().get("reference");
    Json other = fields.object().get("message_reference");
    return Fields.of(value instanceof Json.Obj ? value : other);
  }

  private static String from(Fields reference) {
    String channel = DiscordPeople.first(reference, "channelId", "channel_id");
    return channel == null ? "another channel" : "channel " + channel;
  }

  /* The message that was forwarded: the exporter's object, or the first of Discord's snapshots. */
  private static @Nullable Fields snapshot(Fields fields) {
    if (fields.object().get("forwardedMessage") instanceof Json.Obj forwarded) {
      return new Fields(forwarded);
    }
    if (fields.object().get("message_snapshots") instanceof Json.Arr list
        && !list.items().isEmpty()
        && list.items().getFirst() instanceof Json.Obj first
        && first.get("message") instanceof Json.Obj message) {
      return new Fields(message);
    }
    return null;
  }

  /* The content; of a message without one, what was forwarded, or what its embeds say. */
  private static String words(Fields fields, String content) {
    if (!content.isEmpty()) {
      return content;
    }
    Fields forwarded = snapshot(fields);
    StringBuilder out =
        new StringBuilder(forwarded == null ? "" : forwarded.textOrEmpty("content"));
    if (fields.object().get("embeds") instanceof Json.Arr embeds) {
      for (Json embed : embeds.items()) {
        Fields one = Fields.of(embed);
        for (String name : List.of("title", "description")) {
          String said = one.textOrEmpty(name);
          out.append(said.isEmpty() || out.isEmpty() ? "" : "\n").append(said);
        }
      }
    }
    return out.toString();
  }

  private List<Media> media(Fields fields) throws IOException {
    List<Media> media = new ArrayList<>();
    attached(fields.object().get("attachments"), media);
    Fields forwarded = snapshot(fields);
    if (forwarded != null) {
      attached(forwarded.object().get("attachments"), media);
    }
    for (String field : List.of("stickers", "sticker_items")) {
      if (fields.object().get(field) instanceof Json.Arr list) {
        for (Json value : list.items()) {
          Fields one = Fields.of(value);
          String name = DiscordPeople.first(one, "name", "id");
          String url = DiscordPeople.first(one, "sourceUrl");
          media.add(file(url, name == null ? "sticker" : name, "sticker"));
        }
      }
    }
    return media;
  }

  private void attached(@Nullable Json list, List<Media> media) throws IOException {
    if (list instanceof Json.Arr files) {
      for (Json value : files.items()) {
        Fields one = Fields.of(value);
        String name = DiscordPeople.first(one, "fileName", "filename");
        String url = DiscordPeople.first(one, "url");
        String type = DiscordPeople.first(one, "content_type", "contentType");
        media.add(file(url, name == null ? "attachment" : name, type));
      }
    }
  }

  /* With its option for media the exporter writes the path of the file beside the export. */
  private Media file(@Nullable String url, String name, @Nullable String type) throws IOException {
    if (url != null && !url.contains("://")) {
      Media media = shelf.media(folder, url.replace('\\', '/'), type);
      if (media.part() == null && url.contains("%")) {
        media = shelf.media(folder, unescaped(url), type);
      }
      if (media.part() != null) {
        return new Media(name, type, media.part(), media.digest());
      }
    }
    return new Media(name, type, null, null);
  }

  private static String unescaped(String url) {
    try {
      return URLDecoder.decode(url.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return url; // A percent sign of the name itself.
    }
  }

  private Record call(
      Header header,
      ConversationRef channel,
      @Nullable AccountRef caller,
      @Nullable String ended,
      @Nullable Json call) {
    Fields fields = Fields.of(call);
    String until = ended == null ? DiscordPeople.first(fields, "ended_timestamp") : ended;
    Instant from = header.claimed().instant();
    Instant to = ClaimedTimes.ofIso(until).instant();
    Duration duration =
        from == null || to == null || to.isBefore(from) ? null : Duration.between(from, to);
    List<AccountRef> called = new ArrayList<>();
    for (Json one : fields.array("participants")) {
      if (caller == null || !one.raw().equals(caller.key())) {
        called.add(AccountRef.ofId(DiscordPeople.DISCORD, one.raw(), null, null));
      }
    }
    called.removeIf(a -> a.key().isBlank());
    return new Record.Call(
        header,
        channel,
        caller,
        called.isEmpty() ? recipients(channel, caller) : called,
        duration,
        null);
  }

  private void members(
      List<Record> out,
      Header header,
      ConversationRef channel,
      String type,
      @Nullable AccountRef who,
      List<AccountRef> mentions) {
    ConversationRef guild = head.guild();
    if (type.equals("GuildMemberJoin") && who != null) {
      ConversationRef group = guild == null ? channel : guild;
      out.add(new Record.Membership(header, who, group, Action.JOINED, null));
    }
    boolean added = type.equals("RecipientAdd");
    if (!added && !type.equals("RecipientRemove")) {
      return;
    }
    List<AccountRef> moved = mentions.isEmpty() && who != null ? List.of(who) : mentions;
    for (AccountRef one : moved) {
      boolean self = who != null && same(one, who);
      Action action =
          added ? self ? Action.JOINED : Action.ADDED : self ? Action.LEFT : Action.REMOVED;
      out.add(new Record.Membership(header, one, channel, action, self ? null : who));
    }
  }

  /* Who reacted is listed by newer exports only; when they did, by none. */
  private static void reacted(
      List<Record> out,
      List<Json> reactions,
      Locator at,
      @Nullable String message,
      @Nullable AccountRef author) {
    for (int i = 0; i < reactions.size(); i++) {
      Fields reaction = Fields.of(reactions.get(i));
      String emoji = emoji(reaction);
      List<Json> users = reaction.array("users");
      for (int j = 0; j < users.size(); j++) {
        AccountRef who = DiscordPeople.of(users.get(j));
        if (who != null) {
          Json user = users.get(j);
          String pointer = at.pointer() + "/reactions/" + i + "/users/" + j;
          Locator where = new Locator(at.exhibit(), at.part(), user.from(), user.to(), pointer);
          Header header =
              new Header(
                  DiscordPeople.DISCORD,
                  where,
                  ClaimedTime.none(),
                  DiscordPeople.rest("user", user));
          out.add(
              new Record.Activity(
                  header, who, Record.Activity.What.REACTED, emoji, message, author));
        }
      }
    }
  }

  private static String emoji(Fields reaction) {
    Fields emoji = reaction.object("emoji");
    String name = DiscordPeople.first(emoji, "name", "code", "id");
    return name == null ? "" : name;
  }

  private static void tellRest(List<Json> reactions, Map<String, String> more) {
    List<String> told = new ArrayList<>();
    for (Json value : reactions) {
      Fields reaction = Fields.of(value);
      Long count = reaction.whole("count");
      reaction.known("users"); // Records of their own.
      DiscordPeople.quiet(reaction.object("emoji"));
      reaction.object("emoji").known("code", "imageUrl", "isAnimated");
      told.add(emoji(reaction) + " x " + (count == null ? "?" : count.toString()));
    }
    if (!told.isEmpty()) {
      more.put("reactions", String.join(", ", told));
    }
  }

  /* A command: who gave it is not the author, which is the program that answered. */
  private static void used(
      List<Record> out, Header header, @Nullable Json interaction, @Nullable String message) {
    Fields fields = Fields.of(interaction);
    AccountRef user = DiscordPeople.of(fields.object().get("user"));
    if (user != null) {
      out.add(
          new Record.Activity(
              header,
              user,
              Record.Activity.What.OTHER,
              "command " + fields.textOrEmpty("name"),
              message,
              null));
    }
  }
}
