package dev.sextant.records.reader.chat.signal;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.Record.Membership.Action;
import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.records.reader.FirstOfEach;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A message as Signal Desktop's database holds it. */
final class SigtopForm {
  private final SigtopPeople people;
  private final ConversationRef in;

  SigtopForm(SigtopPeople people, ConversationRef in) {
    this.people = people;
    this.in = in;
  }

  private static ClaimedTime millis(@Nullable String said) {
    return said == null || said.isBlank()
        ? ClaimedTime.none()
        : said.matches("[0-9]{1,15}")
            ? ClaimedTimes.ofMillis(Long.valueOf(said), said)
            : ClaimedTime.unreadable(said);
  }

  /** The records; none if it says neither who, when nor what. */
  List<Record> records(Json value, Locator at) {
    Fields f = Fields.of(value);
    String type = f.textOrEmpty("type");
    String id = f.text("id");
    String sent = f.text("sent_at");
    ClaimedTime time = millis(sent == null ? f.text("timestamp") : sent);
    if (type.isEmpty() && time.text().isEmpty()) {
      return List.of();
    }
    f.known("conversationId");
    AccountRef author = author(f, type);
    if (f.object().get("callHistoryDetails") instanceof Json.Obj) {
      return List.of(call(f, at, time, id));
    }
    List<Record> more = new ArrayList<>();
    moved(f.object("groupV2Change"), at, time, more);
    List<Record> reactions = new ArrayList<>();
    for (Json one : f.array("reactions")) {
      reactions.add(reaction(Fields.of(one), at, sent, author));
    }
    more.addAll(reactions);
    Record message = message(f, at, time, type, id, sent, author);
    List<Record> records = new ArrayList<>();
    records.add(message);
    records.addAll(more);
    return records;
  }

  private @Nullable AccountRef author(Fields f, String type) {
    String account = f.text("sourceServiceId");
    String older = account == null ? f.text("sourceUuid") : account;
    String number = f.text("source");
    AccountRef named = people.account(older, number, null);
    return named == null && type.equals("outgoing") ? people.owner() : named;
  }

  private Record message(
      Fields f,
      Locator at,
      ClaimedTime time,
      String type,
      @Nullable String id,
      @Nullable String sent,
      @Nullable AccountRef author) {
    String body = f.textOrEmpty("body");
    Fields quote = f.object("quote");
    String quoted = quote.text("id");
    String words = quote.text("text");
    FirstOfEach<AccountRef> mentions = FirstOfEach.by(AccountRef::key);
    for (Json one : f.array("bodyRanges")) {
      Fields range = Fields.of(one);
      String who = range.text("mentionAci");
      mentions.add(
          people.account(
              who == null ? range.text("mentionUuid") : who, null, range.text("replacementText")));
    }
    List<Media> media = new ArrayList<>();
    for (Json one : f.array("attachments")) {
      Fields file = Fields.of(one);
      String given = file.text("fileName");
      String path = given == null || given.isBlank() ? file.text("path") : given;
      String kind = file.text("contentType");
      String name = path == null || path.isBlank() ? kind : path;
      media.add(new Media(name == null || name.isBlank() ? "attachment" : name, kind, null, null));
    }
    boolean out = type.equals("outgoing");
    boolean said = out || type.equals("incoming");
    List<AccountRef> to =
        in.kind() != ConversationRef.Kind.DIRECT || !said
            ? List.of()
            : out ? people.other(in) : List.of(people.owner());
    Map<String, String> extra = new TreeMap<>(f.rest());
    if (words != null) {
      extra.put("quote", words);
    }
    // Quotations and reactions name a message by when it was sent.
    String named = sent == null ? id : sent;
    put(extra, "id", sent == null ? null : id);
    return new Record.Message(
        new Header(SignalText.SIGNAL, at, time, extra),
        in,
        author,
        to,
        named,
        body,
        quoted,
        null,
        said ? null : type.isEmpty() ? "note" : type,
        mentions.list(),
        media);
  }

  private Record reaction(
      Fields f, Locator at, @Nullable String message, @Nullable AccountRef author) {
    String emoji = f.textOrEmpty("emoji");
    String target = f.text("targetTimestamp");
    ClaimedTime time = millis(f.text("timestamp"));
    AccountRef who = people.reactor(f.text("fromId"));
    return new Record.Activity(
        new Header(SignalText.SIGNAL, at, time, f.rest()),
        who,
        What.REACTED,
        emoji,
        target == null ? message : target,
        author);
  }

  private void moved(Fields change, Locator at, ClaimedTime time, List<Record> into) {
    AccountRef by = people.account(change.text("from"), null, null);
    for (Json one : change.array("details")) {
      Fields detail = Fields.of(one);
      String kind = Fields.look(detail.object(), "type");
      boolean came = kind.startsWith("member-add");
      if (!came && !kind.equals("member-remove")) {
        continue;
      }
      String id = detail.text("aci");
      AccountRef who = people.account(id == null ? detail.text("uuid") : id, null, null);
      if (who == null) {
        continue;
      }
      boolean self = by == null || by.key().equals(who.key()) || kind.startsWith("member-add-from");
      into.add(
          new Record.Membership(
              new Header(SignalText.SIGNAL, at, time, Map.of("change", kind)),
              who,
              in,
              came ? self ? Action.JOINED : Action.ADDED : self ? Action.LEFT : Action.REMOVED,
              self ? null : by));
    }
  }

  /* Calls up to 2023; newer ones are kept in a table of their own, which is not in the file. */
  private Record call(Fields f, Locator at, ClaimedTime time, @Nullable String id) {
    Fields call = f.object("callHistoryDetails");
    Json incoming = call.object().get("wasIncoming");
    Json declined = call.object().get("wasDeclined");
    call.known("wasIncoming", "wasDeclined");
    Long accepted = call.whole("acceptedTime");
    Long ended = call.whole("endedTime");
    boolean known = incoming instanceof Json.Bool;
    boolean inward = incoming instanceof Json.Bool b && b.value();
    List<AccountRef> other = people.other(in);
    AccountRef them = other.isEmpty() ? null : other.getFirst();
    Map<String, String> extra = new TreeMap<>(f.rest());
    put(extra, "id", id);
    put(extra, "acceptedTime", accepted == null ? null : accepted.toString());
    put(extra, "endedTime", ended == null ? null : ended.toString());
    String outcome =
        declined instanceof Json.Bool b && b.value()
            ? "declined"
            : accepted == null ? "missed" : "accepted";
    List<AccountRef> called = new ArrayList<>();
    if (inward || !known) {
      called.add(people.owner());
    }
    if (them != null && !inward) {
      called.add(them);
    }
    return new Record.Call(
        new Header(SignalText.SIGNAL, at, time, extra),
        in,
        !known ? null : inward ? them : people.owner(),
        called,
        accepted != null && ended != null && ended >= accepted
            ? Duration.ofMillis(ended - accepted)
            : null,
        outcome);
  }

  private static void put(Map<String, String> extra, String name, @Nullable String said) {
    if (said != null) {
      extra.put(name, said);
    }
  }
}
