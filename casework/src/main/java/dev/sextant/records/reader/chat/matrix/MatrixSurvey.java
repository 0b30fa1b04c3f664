package dev.sextant.records.reader.chat.matrix;

import dev.sextant.records.ConversationRef;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.chat.NamedChat;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a first look over all events tells: names of rooms and people with their times, who was in a
 * room before, what became of calls, what a poll's answers say. Answers of the interface run from
 * new to old, so that none of this is known where it is needed.
 */
final class MatrixSurvey {
  /** More people than this make no talk of two. */
  private static final int FEW = 3;

  /** Who leaves and is asked again has no name in between; more such events in a row are no use. */
  private static final int MOST_BACK = 16;

  /**
   * What a room says of somebody from a time on.
   *
   * @param membership join, leave, invite, ban, knock
   * @param name the name shown, or null
   * @param by who said so
   */
  record Standing(String membership, @Nullable String name, String by) {}

  /** What became of a call; times in milliseconds, 0 if not seen. */
  static final class CallEnd {
    private long answered;
    private long ended;
    private @Nullable String answeredBy;
    private @Nullable String reason;
    private boolean rejected;

    long answered() {
      return answered;
    }

    long ended() {
      return ended;
    }

    @Nullable String answeredBy() {
      return answeredBy;
    }

    /** The source's word for the end; else what the events say of it. */
    @Nullable String outcome() {
      String said = reason;
      return said != null && !said.isBlank()
          ? said
          : rejected
              ? "rejected"
              : answered > 0 ? "answered" : ended > 0 ? "ended without an answer" : null;
    }
  }

  /** A moment; of one millisecond, what was seen first. */
  private record Moment(long millis, long order) implements Comparable<Moment> {
    @Override
    public int compareTo(Moment other) {
      int byTime = Long.compare(millis, other.millis);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  /** Stands for the room of a part that holds several. */
  private static final String SEVERAL = "";

  private final Source source;

  /** The rooms of parts, by their paths. */
  private final Map<String, String> rooms = new HashMap<>();

  private final Map<String, Moment> moments = new HashMap<>();
  private boolean roomless;
  private long order;
  private final Map<String, String> titles = new HashMap<>();
  private final Map<String, Long> titled = new HashMap<>();
  private final Map<String, TreeMap<Moment, Standing>> standings = new HashMap<>();
  private final Map<String, Set<String>> people = new HashMap<>();
  private final Set<String> direct = new HashSet<>();
  private final Map<String, CallEnd> calls = new HashMap<>();
  private final Map<String, Map<String, String>> answers = new HashMap<>();
  private final Map<String, @Nullable String> authors = new HashMap<>();

  /* Ids hold no line feed that could join two. */
  private static String key(String room, String id) {
    return room + "\n" + id;
  }

  MatrixSurvey(Source source) {
    this.source = source;
  }

  private static @Nullable String said(Json event, @Nullable String named) {
    String said = Fields.look(event, "room_id");
    return !said.isBlank() ? said : named == null || named.isBlank() ? null : named;
  }

  /**
   * The key of an event's room: as the event or the document says, else the only room of its part;
   * where there is none or several, {@link #unknown}.
   */
  String room(Source.Part part, Json event, @Nullable String named) {
    String said = said(event, named);
    String known = said == null ? rooms.getOrDefault(part.path(), SEVERAL) : said;
    return known.equals(SEVERAL) ? unknown(part) : known;
  }

  /** The key of the room of a part's events that do not show where they belong. */
  String unknown(Source.Part part) {
    return NamedChat.key(source, part);
  }

  /** The milliseconds of an event, or 0. */
  static long millis(Json event) {
    String said = Fields.look(event, "origin_server_ts");
    return said.matches("[0-9]{1,15}") ? Long.parseLong(said) : 0;
  }

  /** Looks at an event of a part. */
  void see(Source.Part part, Json event, @Nullable String named) {
    String room = said(event, named);
    if (room == null) {
      roomless = true; // Which room it is shows when the part was seen whole.
    } else {
      rooms.merge(part.path(), room, (one, other) -> one.equals(other) ? one : SEVERAL);
    }
    if (event instanceof Json.Obj o && o.get("content") instanceof Json.Obj content) {
      switch (Fields.look(event, "type")) {
        case "m.poll.start", "org.matrix.msc3381.poll.start" ->
            answers.put(Fields.look(event, "event_id"), MatrixPolls.answers(content));
        case "m.reaction" -> {
          if (content.get("m.relates_to") instanceof Json.Obj relates) {
            authors.put(Fields.look(relates, "event_id"), null);
          }
        }
        default -> {
          // Nothing that is asked for wherever it stands.
        }
      }
      if (room != null) {
        see(event, room, content);
      }
    }
  }

  private void see(Json event, String room, Json.Obj content) {
    String sender = Fields.look(event, "sender");
    long at = millis(event);
    String type = Fields.look(event, "type");
    switch (type) {
      case "m.room.member" -> member(event, room, sender, at, content);
      case "m.room.name" -> {
        if (titled.getOrDefault(room, -1L) <= at) {
          titled.put(room, at);
          titles.put(room, Fields.look(content, "name"));
        }
      }
      case "m.call.answer", "m.call.hangup", "m.call.reject" ->
          call(type, room, sender, at, content);
      default -> {
        // Nothing that others need.
      }
    }
    if (!sender.isBlank() && !type.equals("m.room.member")) {
      met(room, sender);
    }
  }

  private void member(Json event, String room, String by, long at, Json.Obj content) {
    String who = Fields.look(event, "state_key");
    String id = Fields.look(event, "event_id");
    Moment moment = new Moment(at, order++);
    if (!id.isBlank() && moments.putIfAbsent(key(room, id), moment) != null) {
      return; // Seen already: answers repeat the state.
    }
    String membership = Fields.look(content, "membership");
    String name = Fields.look(content, "displayname");
    standings
        .computeIfAbsent(key(room, who), k -> new TreeMap<>())
        .put(moment, new Standing(membership, name.isBlank() ? null : name, by));
    if (membership.equals("join") || membership.equals("invite")) {
      met(room, who);
    }
    if (content.get("is_direct") instanceof Json.Bool is && is.value()) {
      direct.add(room);
    }
  }

  private void met(String room, String who) {
    Set<String> met = people.computeIfAbsent(room, r -> new LinkedHashSet<>());
    if (met.size() < FEW && !who.isBlank()) {
      met.add(who);
    }
  }

  private void call(String type, String room, String sender, long at, Json.Obj content) {
    if (Fields.look(content, "call_id").isBlank()) {
      return;
    }
    CallEnd end =
        calls.computeIfAbsent(key(room, Fields.look(content, "call_id")), k -> new CallEnd());
    if (type.equals("m.call.answer")) {
      boolean first = end.answered == 0 || at < end.answered;
      end.answered = first ? at : end.answered;
      end.answeredBy = first ? sender : end.answeredBy;
      return;
    }
    // Each side may hang up: the call ended with the first.
    if (end.ended == 0 || at < end.ended) {
      end.ended = at;
      end.reason = Fields.look(content, "reason");
      end.rejected = type.equals("m.call.reject");
    }
  }

  /**
   * True if it must be looked who wrote the messages that somebody reacted to, or in which room
   * events are that do not say so.
   */
  boolean asks() {
    return !authors.isEmpty() || roomless;
  }

  /** Looks a second time, for who wrote what was reacted to and for events without a room. */
  void answer(Source.Part part, Json event, @Nullable String named) {
    boolean several = SEVERAL.equals(rooms.get(part.path()));
    if (said(event, named) == null
        && !several
        && event instanceof Json.Obj o
        && o.get("content") instanceof Json.Obj content) {
      see(event, room(part, event, named), content);
    }
    String id = Fields.look(event, "event_id");
    if (!id.isBlank() && authors.containsKey(id)) {
      authors.put(id, Fields.look(event, "sender"));
    }
  }

  /** Who wrote an event that was reacted to, or null. */
  @Nullable String author(String event) {
    return authors.get(event);
  }

  /** The name shown for somebody in a room at a time: the last one before, else the first after. */
  @Nullable String name(String room, String who, long at) {
    TreeMap<Moment, Standing> all = standings.get(key(room, who));
    if (all == null) {
      return null;
    }
    int looked = 0;
    for (Standing one :
        all.headMap(new Moment(at, Long.MAX_VALUE), true).descendingMap().values()) {
      if (one.name() != null) {
        return one.name();
      }
      if (one.membership().equals("join") || ++looked == MOST_BACK) {
        return null; // Came without a name.
      }
    }
    Map.Entry<Moment, Standing> first = all.firstEntry();
    return first == null || first.getKey().millis() <= at ? null : first.getValue().name();
  }

  /** What a room said of somebody before an event of a time, or null. */
  @Nullable Standing before(String room, String who, long at, @Nullable String event) {
    TreeMap<Moment, Standing> all = standings.get(key(room, who));
    Moment seen = event == null ? null : moments.get(key(room, event));
    Moment moment = seen == null || seen.millis() != at ? new Moment(at, -1) : seen;
    Map.Entry<Moment, Standing> entry = all == null ? null : all.lowerEntry(moment);
    return entry == null ? null : entry.getValue();
  }

  /** What became of a call; empty if nothing was seen. */
  CallEnd call(String room, String id) {
    CallEnd end = calls.get(key(room, id));
    return end == null ? new CallEnd() : end;
  }

  /** The words of a poll's answers by their ids. */
  Map<String, String> answers(String poll) {
    return answers.getOrDefault(poll, Map.of());
  }

  /** The last name of a room, or null. */
  @Nullable String title(String room) {
    String title = titles.get(room);
    return title == null || title.isBlank() ? null : title;
  }

  /** Two people in a room that was made for two, or unknown; more make a group. */
  ConversationRef.Kind kind(String room) {
    int met = people.getOrDefault(room, Set.of()).size();
    return met >= FEW
        ? ConversationRef.Kind.GROUP
        : direct.contains(room) ? ConversationRef.Kind.DIRECT : ConversationRef.Kind.UNKNOWN;
  }

  /** Who is in a room of few, in the order they were met. */
  Set<String> people(String room) {
    return people.getOrDefault(room, Set.of());
  }
}
