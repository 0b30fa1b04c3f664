package dev.sextant.records.reader.chat.matrix;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns an event of Matrix into records. */
final class MatrixForm {
  static final Platform MATRIX = new Platform("matrix");

  /** 2000-01-01: Matrix began in 2014, an earlier number is another unit. */
  private static final long FIRST_MILLIS = 946_684_800_000L;

  /* RFC 5870. */
  private static final Pattern GEO =
      Pattern.compile(
          "geo:(-?[0-9]{1,3}(?:\\.[0-9]{1,15})?),(-?[0-9]{1,3}(?:\\.[0-9]{1,15})?)[^;]{0,40}"
              + "(?:;[^u;][^;]{0,40}){0,4}(?:;u=([0-9]{1,7}(?:\\.[0-9]{1,9})?))?.{0,80}");

  /** Of these nothing stands once they are redacted, not even that they could not be read. */
  private static final Set<String> TAKEN_BACK =
      Set.of(
          "m.room.encrypted",
          "m.reaction",
          "m.poll.response",
          "org.matrix.msc3381.poll.response",
          "m.location",
          "m.beacon",
          "org.matrix.msc3672.beacon");

  private final Source.Part part;
  private final MatrixSurvey survey;
  private final MatrixFiles files;
  private final MatrixTold told;
  private final String unknown;
  private long sealed;

  MatrixForm(Source.Part part, MatrixSurvey survey, MatrixFiles files, MatrixTold told) {
    this.part = part;
    this.survey = survey;
    this.files = files;
    this.told = told;
    this.unknown = survey.unknown(part);
  }

  /** Why an event is passed over; the empty text if it is to be told. */
  String repeated(Json event, @Nullable String named) {
    return told.rule(part, event, named);
  }

  /** How many events could not be decrypted so far. */
  long sealed() {
    return sealed;
  }

  /** What all records of an event share. */
  record Event(
      Fields fields,
      Fields content,
      Locator at,
      ClaimedTime time,
      long millis,
      String type,
      @Nullable String id,
      String sender,
      ConversationRef room) {
    /** The header with what nobody took, and more. */
    Header header(Map<String, String> more) {
      Map<String, String> extra = new TreeMap<>(more);
      fields
          .rest()
          .forEach((name, value) -> {
            String free = name;
            while (extra.containsKey(free)) {
              free = "event." + free;
            }
            extra.put(free, value);
          });
      return new Header(MATRIX, at, time, extra);
    }

    /** The header of a record that follows from the event, whose fields are with the first. */
    Header further() {
      return new Header(MATRIX, at, time, Map.of());
    }
  }

  private ConversationRef room(Json event, @Nullable String named) {
    String key = survey.room(part, event, named);
    return key.equals(unknown)
        ? new ConversationRef(MATRIX, ConversationRef.Kind.UNKNOWN, key, null)
        : new ConversationRef(MATRIX, survey.kind(key), key, survey.title(key));
  }

  /** Somebody by the name shown in that room at that time, or null. */
  @Nullable AccountRef account(@Nullable String id, ConversationRef room, long millis) {
    return id == null || id.isBlank()
        ? null
        : AccountRef.ofId(MATRIX, id, null, survey.name(room.key(), id, millis));
  }

  /** A line of the head of Element's export: a note of the room; none if it says nothing. */
  List<Record> head(String name, Json value, Locator at) {
    String said = value instanceof Json.Null ? "" : value.raw();
    return said.isBlank()
        ? List.of()
        : List.of(
            note(
                new Header(MATRIX, at, ClaimedTime.none(), Map.of()),
                room(value, null),
                null,
                null,
                said,
                null,
                name));
  }

  /** The records of an event; none if it says neither who, when nor what. */
  List<Record> records(Json value, Locator at, @Nullable String named) throws IOException {
    Fields f = Fields.of(value);
    String type = f.textOrEmpty("type");
    String given = f.text("sender");
    String sender = given == null ? f.textOrEmpty("user_id") : given;
    if (sender.equals(Fields.look(value, "user_id"))) {
      f.known("user_id"); // Clients' events named the sender so once, and some still say both.
    }
    String id = f.text("event_id");
    String stamp = f.text("origin_server_ts");
    f.text("room_id");
    if (sender.isBlank() && stamp == null && !f.has("content")) {
      return List.of();
    }
    // How servers put events in order; it stays behind the locator.
    f.known("auth_events", "prev_events", "prev_state", "depth");
    Event e =
        new Event(
            f,
            f.object("content"),
            at,
            time(stamp),
            MatrixSurvey.millis(value),
            type,
            id,
            sender,
            room(value, named));
    if (TAKEN_BACK.contains(type) && redacted(value)) {
      return List.of(note(e, "", null, "redacted"));
    }
    return switch (type) {
      case "m.room.message", "m.sticker" -> message(e);
      case "m.room.encrypted" -> {
        sealed++;
        yield List.of(note(e, "", null, type));
      }
      case "m.reaction" -> List.of(reaction(e));
      case "m.room.redaction" -> List.of(redaction(e));
      case "m.room.member" -> MatrixMembers.records(this, survey, e);
      case "m.poll.start", "org.matrix.msc3381.poll.start" ->
          List.of(said(e, MatrixPolls.words(e.content().object()), null, Map.of(), List.of()));
      case "m.poll.response", "org.matrix.msc3381.poll.response" -> List.of(vote(e));
      case "m.location", "m.beacon", "org.matrix.msc3672.beacon" -> place(e);
      case "m.call.invite" -> List.of(MatrixCalls.call(this, survey, e));
      case "m.call.candidates" -> MatrixCalls.candidates(this, e);
      default -> List.of(note(e, words(e), null, type));
    };
  }

  private static ClaimedTime time(@Nullable String stamp) {
    if (stamp == null || stamp.isBlank()) {
      return ClaimedTime.none();
    }
    long millis = stamp.matches("[0-9]{1,15}") ? Long.parseLong(stamp) : 0;
    return millis < FIRST_MILLIS
        ? ClaimedTime.unreadable(stamp)
        : ClaimedTimes.ofMillis(millis, stamp);
  }

  private static String words(Event e) {
    for (String name : List.of("name", "topic", "body", "alias", "reason")) {
      String said = e.content().text(name);
      if (said != null) {
        return said;
      }
    }
    return "";
  }

  private static Record note(
      Header header,
      ConversationRef room,
      @Nullable AccountRef author,
      @Nullable String id,
      String text,
      @Nullable String about,
      String action) {
    return new Record.Message(
        header, room, author, List.of(), id, text, about, null, action, List.of(), List.of());
  }

  /** A note of an event: what happened in the room, by whom. */
  Record note(Event e, String text, @Nullable String about, String action) {
    AccountRef author = account(e.sender(), e.room(), e.millis());
    return note(e.header(Map.of()), e.room(), author, e.id(), text, about, action);
  }

  private List<AccountRef> recipients(Event e) {
    List<AccountRef> to = new ArrayList<>();
    if (e.room().kind() == ConversationRef.Kind.DIRECT) {
      for (String one : survey.people(e.room().key())) {
        AccountRef who = one.equals(e.sender()) ? null : account(one, e.room(), e.millis());
        if (who != null) {
          to.add(who);
        }
      }
    }
    return to;
  }

  private Record.Message said(
      Event e, String text, @Nullable String replyTo, Map<String, String> more, List<Media> media) {
    Map<String, AccountRef> mentions = new LinkedHashMap<>();
    for (Json one : e.content().object("m.mentions").array("user_ids")) {
      AccountRef who = account(one.raw(), e.room(), e.millis());
      if (who != null) {
        mentions.putIfAbsent(who.key(), who);
      }
    }
    boolean gone = text.isEmpty() && media.isEmpty() && redacted(e.fields().object());
    return new Record.Message(
        e.header(more),
        e.room(),
        account(e.sender(), e.room(), e.millis()),
        recipients(e),
        e.id(),
        text,
        replyTo,
        null,
        gone ? "redacted" : null,
        List.copyOf(mentions.values()),
        media);
  }

  /* The server takes the content away and leaves why; the event itself stays. */
  static boolean redacted(Json event) {
    return event instanceof Json.Obj o
        && (o.get("redacted_because") instanceof Json.Obj
            || (o.get("unsigned") instanceof Json.Obj unsigned
                && unsigned.get("redacted_because") instanceof Json.Obj));
  }

  private List<Record> message(Event e) throws IOException {
    Fields content = e.content();
    String kind = Fields.look(content.object(), "msgtype");
    if (kind.equals("m.bad.encrypted")) {
      if (redacted(e.fields().object())) {
        return List.of(note(e, "", null, "redacted"));
      }
      sealed++;
      return List.of(note(e, "", null, "m.room.encrypted")); // Its words are the program's excuse.
    }
    Map<String, String> extra = new TreeMap<>();
    Fields relates = content.object("m.relates_to");
    String relation = relates.textOrEmpty("rel_type");
    String target = relates.text("event_id");
    String answered = relates.object("m.in_reply_to").text("event_id");
    boolean edit =
        relation.equals("m.replace") && content.object().get("m.new_content") instanceof Json.Obj;
    boolean thread = relation.equals("m.thread");
    boolean fallback =
        thread
            && relates.object().get("is_falling_back") instanceof Json.Bool falls
            && falls.value();
    relates.known("is_falling_back");
    if (target != null) {
      extra.put(edit ? "edits" : thread ? "thread" : "relates " + relation, target);
    }
    Fields said = edit ? content.object("m.new_content") : content;
    if (kind.equals("m.text") || kind.equals("m.sticker")) {
      content.known("msgtype");
      said.known("msgtype");
    }
    String body = said.textOrEmpty("body");
    if (answered != null && body.startsWith("> ")) {
      int end = quoteEnd(body);
      extra.put("quote", body.substring(0, end).strip());
      body = body.substring(end);
    }
    List<Media> media = new ArrayList<>();
    boolean sticker = e.type().equals("m.sticker");
    if (sticker || kind.matches("m\\.(?:image|file|audio|video)")) {
      String named = said.text("filename");
      String name = named == null || named.isBlank() ? body : named;
      String type = said.object("info").text("mimetype");
      // A body beside a file's name is its caption; a sticker's describes the picture.
      body = name.equals(body) && !sticker ? "" : body;
      media.add(
          files.media(Shelf.folderOf(part), name.isBlank() ? "file" : name, type, e.millis()));
    }
    String replyTo = answered != null && !fallback ? answered : thread ? target : null;
    List<Record> out = new ArrayList<>();
    Record.Place place = kind.equals("m.location") ? geo(e, said, body) : null;
    out.add(said(e, body, replyTo, extra, media));
    if (place != null) {
      out.add(place);
    }
    return out;
  }

  /* Older programs repeat what is answered in the words, each line led by a sign (specification,
   * "Fallbacks for rich replies"). */
  private static int quoteEnd(String body) {
    int at = 0;
    while (body.startsWith(">", at)) {
      int end = body.indexOf('\n', at);
      if (end < 0) {
        return body.length();
      }
      at = end + 1;
    }
    return body.startsWith("\n", at) ? at + 1 : at;
  }

  private List<Record> place(Event e) {
    Fields c = e.content();
    Fields named =
        c.object().get("m.location") instanceof Json.Obj
            ? c.object("m.location")
            : c.object("org.matrix.msc3488.location");
    Record.Place place = geo(e, named, named.textOrEmpty("description"));
    Record note = note(e, words(e), null, e.type());
    return place == null ? List.of(note) : List.of(note, place);
  }

  /* Leaves the address where it is, so that it is kept as it was written. */
  private Record.@Nullable Place geo(Event e, Fields holder, String name) {
    String uri = Fields.look(holder.object(), "geo_uri");
    Matcher m = GEO.matcher(uri.isEmpty() ? Fields.look(holder.object(), "uri") : uri);
    if (!m.matches()) {
      return null;
    }
    double north = Double.parseDouble(m.group(1));
    double east = Double.parseDouble(m.group(2));
    if (Math.abs(north) > 90 || Math.abs(east) > 180) {
      return null;
    }
    return new Record.Place(
        e.further(),
        account(e.sender(), e.room(), e.millis()),
        north,
        east,
        m.group(3) == null ? Double.NaN : Double.parseDouble(m.group(3)),
        name.isBlank() ? null : name);
  }

  private Record reaction(Event e) {
    Fields relates = e.content().object("m.relates_to");
    String target = relates.text("event_id");
    String sign = relates.textOrEmpty("key");
    relates.known("rel_type");
    return activity(e, sign, target, target == null ? null : survey.author(target));
  }

  private Record vote(Event e) {
    String poll = e.content().object("m.relates_to").text("event_id");
    Map<String, String> answers = survey.answers(poll == null ? "" : poll);
    List<String> chosen = new ArrayList<>();
    for (String one : MatrixPolls.votes(e.content().object())) {
      chosen.add(answers.getOrDefault(one, one));
    }
    return activity(e, String.join("\n", chosen), poll, null);
  }

  private Record activity(Event e, String text, @Nullable String target, @Nullable String towards) {
    Map<String, String> more = new TreeMap<>();
    if (e.id() != null) {
      more.put("event_id", e.id());
    }
    more.put("room", e.room().key());
    return new Record.Activity(
        e.header(more),
        account(e.sender(), e.room(), e.millis()),
        What.REACTED,
        text,
        target,
        account(towards, e.room(), e.millis()));
  }

  private Record redaction(Event e) {
    String beside = e.fields().text("redacts");
    String within = e.content().text("redacts"); // Since room version 11.
    return note(e, e.content().textOrEmpty("reason"), beside == null ? within : beside, e.type());
  }
}
