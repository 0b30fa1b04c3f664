package dev.sextant.records.reader.chat.signal;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.records.reader.FirstOfEach;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One envelope: who sent it from which device when, and what is in it. People are keyed by their
 * number where it is given, since the account itself is known by nothing else; the other identifier
 * stays beside.
 */
final class SignalEnvelope {
  /** What an envelope may hold. */
  static final List<String> CONTENTS =
      List.of(
          "dataMessage",
          "syncMessage",
          "editMessage",
          "storyMessage",
          "callMessage",
          "receiptMessage",
          "typingMessage");

  private final Locator at;
  private final @Nullable AccountRef own;
  private final Fields envelope;
  private final @Nullable AccountRef sender;
  private final ClaimedTime time;

  SignalEnvelope(Locator at, @Nullable String account, Fields envelope) {
    this.at = at;
    this.own = account(account, null, null);
    this.envelope = envelope;
    this.sender = person(envelope, "source", envelope.text("sourceName"));
    this.time = time(envelope.text("timestamp"));
  }

  /**
   * The records; null if it holds nothing known.
   *
   * @param line the whole line, for what nobody takes of it
   */
  @Nullable List<Record> records(Fields line) {
    for (String name : CONTENTS) {
      if (envelope.object().get(name) instanceof Json.Obj) {
        return content(name, envelope.object(name), line);
      }
    }
    return null;
  }

  private @Nullable List<Record> content(String name, Fields content, Fields line) {
    return switch (name) {
      case "dataMessage" -> message(content, line, sender, own);
      case "editMessage" -> edited(content, line, sender, own);
      case "syncMessage" -> sync(content, line);
      case "storyMessage" -> List.of(story(content, line));
      case "callMessage" -> List.of(call(content, line));
      default -> List.of(doing(name, content, line));
    };
  }

  private static ClaimedTime time(@Nullable String millis) {
    return millis == null || !millis.matches("[0-9]{1,15}")
        ? ClaimedTime.none()
        : ClaimedTimes.ofMillis(Long.valueOf(millis), millis);
  }

  /* sourceNumber and sourceUuid; before version 0.9 only source, which may be either. */
  private static @Nullable AccountRef person(Fields f, String role, @Nullable String name) {
    String either = f.text(role);
    String number = f.text(role + "Number");
    String known = number == null ? either : number;
    // Where the number is the key the other identifier stays left over, beside the record.
    boolean numbered = known != null && known.startsWith("+");
    return account(known, numbered ? null : f.text(role + "Uuid"), name);
  }

  private static @Nullable AccountRef account(
      @Nullable String number, @Nullable String uuid, @Nullable String name) {
    String shown = name == null || name.isBlank() ? null : name;
    if (number != null && number.startsWith("+")) {
      return SignalPeople.numbered(number, shown);
    }
    String id = uuid == null || uuid.isBlank() ? number : uuid;
    return id == null || id.isBlank() ? null : AccountRef.ofId(SignalText.SIGNAL, id, null, shown);
  }

  private ConversationRef conversation(Fields group, @Nullable AccountRef other) {
    String id = group.text("groupId");
    String title = group.text("groupName");
    if (id != null && !id.isBlank()) {
      return new ConversationRef(SignalText.SIGNAL, ConversationRef.Kind.GROUP, id, title);
    }
    String mine = own == null ? "" : own.key();
    String theirs = other == null ? "" : other.key();
    String key = mine.compareTo(theirs) <= 0 ? mine + "-" + theirs : theirs + "-" + mine;
    return new ConversationRef(SignalText.SIGNAL, ConversationRef.Kind.DIRECT, key, null);
  }

  private Header header(Fields line, Map<String, String> more) {
    Map<String, String> extra = new TreeMap<>(more);
    line.rest().forEach(extra::putIfAbsent);
    return new Header(SignalText.SIGNAL, at, time, extra);
  }

  private List<Record> sync(Fields sync, Fields line) {
    if (sync.object().get("sentMessage") instanceof Json.Obj) {
      Fields sent = sync.object("sentMessage");
      AccountRef to = person(sent, "destination", null);
      return sent.object().get("editMessage") instanceof Json.Obj
          ? edited(sent.object("editMessage"), line, sender, to)
          : message(sent, line, sender, to);
    }
    return List.of(doing("sync", sync, line));
  }

  private List<Record> edited(
      Fields edit, Fields line, @Nullable AccountRef from, @Nullable AccountRef to) {
    String target = edit.text("targetSentTimestamp");
    List<Record> records = new ArrayList<>();
    for (Record one : message(edit.object("dataMessage"), line, from, to)) {
      if (one instanceof Record.Message m && target != null) {
        Map<String, String> extra = new TreeMap<>(m.header().extra());
        extra.put("edits", target);
        Header header = new Header(SignalText.SIGNAL, at, time, extra);
        records.add(
            new Record.Message(
                header,
                m.conversation(),
                m.author(),
                m.recipients(),
                m.messageId(),
                m.text(),
                m.replyTo(),
                m.forwardedFrom(),
                m.action(),
                m.mentions(),
                m.media()));
      } else {
        records.add(one);
      }
    }
    return records;
  }

  private List<Record> message(
      Fields data, Fields line, @Nullable AccountRef from, @Nullable AccountRef to) {
    if (data.object().get("reaction") instanceof Json.Obj) {
      return List.of(reaction(data.object("reaction"), line, from));
    }
    // What was sent from a linked device goes to somebody else than the account.
    boolean received = to == own;
    ConversationRef where = conversation(data.object("groupInfo"), received ? from : to);
    boolean direct = where.kind() == ConversationRef.Kind.DIRECT;
    String sent = data.text("timestamp");
    String text = data.textOrEmpty("message");
    Fields quote = data.object("quote");
    String quoted = quote.text("id");
    Map<String, String> more = new TreeMap<>();
    put(more, "quote", quote.text("text"));
    String deleted = data.object("remoteDelete").text("timestamp");
    List<Media> media = media(data.array("attachments"));
    List<AccountRef> mentions = mentions(data.array("mentions"));
    String action = action(data, deleted != null, text.isEmpty() && media.isEmpty());
    return List.of(
        new Record.Message(
            header(line, more),
            where,
            from,
            direct && to != null ? List.of(to) : List.of(),
            sent,
            text,
            deleted == null ? quoted : deleted,
            null,
            action,
            mentions,
            media));
  }

  private static @Nullable String action(Fields data, boolean deleted, boolean silent) {
    String group = data.object("groupInfo").text("type");
    for (String name : List.of("expiresInSeconds", "viewOnce", "isExpirationUpdate")) {
      Json said = data.object().get(name);
      if ((said instanceof Json.Bool b && !b.value())
          || (said instanceof Json.Num n && n.text().equals("0"))) {
        data.known(name);
      }
    }
    if (deleted) {
      return "delete";
    }
    if (silent && "UPDATE".equals(group)) {
      return "group update";
    }
    return silent && data.has("expiresInSeconds") && !data.has("sticker") ? "expiry" : null;
  }

  private Record reaction(Fields reaction, Fields line, @Nullable AccountRef from) {
    AccountRef towards = person(reaction, "targetAuthor", null);
    String target = reaction.text("targetSentTimestamp");
    String emoji = reaction.textOrEmpty("emoji");
    boolean taken = reaction.object().get("isRemove") instanceof Json.Bool b && b.value();
    reaction.known("isRemove");
    Header header = header(line, taken ? Map.of("removed", "true") : Map.of());
    return new Record.Activity(header, from, What.REACTED, emoji, target, towards);
  }

  private static List<AccountRef> mentions(List<Json> all) {
    FirstOfEach<AccountRef> mentions = FirstOfEach.by(AccountRef::key);
    for (Json one : all) {
      Fields m = Fields.of(one);
      mentions.add(account(m.text("number"), m.text("uuid"), m.text("name")));
    }
    return mentions.list();
  }

  private static List<Media> media(List<Json> all) {
    List<Media> media = new ArrayList<>();
    for (Json one : all) {
      Fields file = Fields.of(one);
      String named = file.text("filename");
      String id = file.text("id");
      String name = named == null || named.isBlank() ? id : named;
      media.add(
          new Media(
              name == null || name.isBlank() ? "attachment" : name,
              file.text("contentType"),
              null,
              null));
    }
    return media;
  }

  private Record story(Fields story, Fields line) {
    String text = story.object("textAttachment").textOrEmpty("text");
    List<Media> media =
        story.object().get("fileAttachment") instanceof Json.Obj
            ? media(List.of(story.object("fileAttachment").object()))
            : List.of();
    story.known("fileAttachment");
    return new Record.Post(
        header(line, Map.of("section", "story")),
        sender,
        null,
        text,
        null,
        null,
        List.of(),
        null,
        media);
  }

  /* A call shows only by what the telephones tell one another: offered, taken, ended. */
  private Record call(Fields call, Fields line) {
    String step = "call";
    for (String name : List.of("offer", "answer", "hangup", "busy")) {
      if (call.object().get(name + "Message") instanceof Json.Obj) {
        step = name;
      }
    }
    if (!step.equals("offer")) {
      return doing("call " + step, call, line);
    }
    String type = call.object("offerMessage").text("type");
    return new Record.Call(
        header(line, Map.of()),
        conversation(Fields.of(null), sender),
        sender,
        own == null ? List.of() : List.of(own),
        null,
        type == null ? "offered" : "offered " + type);
  }

  private Record doing(String name, Fields content, Fields line) {
    String word = name.replaceFirst("Message$", "");
    if (content.object().get("isRead") instanceof Json.Bool b && b.value()) {
      word = "receipt: read";
    } else if (content.object().get("isDelivery") instanceof Json.Bool b && b.value()) {
      word = "receipt: delivered";
    } else if (name.equals("typingMessage")) {
      word = "typing " + content.textOrEmpty("action");
    }
    return new Record.Activity(header(line, Map.of()), sender, What.OTHER, word.strip(), null, own);
  }

  private static void put(Map<String, String> more, String name, @Nullable String said) {
    if (said != null && !said.isBlank()) {
      more.put(name, said);
    }
  }
}
