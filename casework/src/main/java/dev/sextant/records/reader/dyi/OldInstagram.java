package dev.sextant.records.reader.dyi;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.reader.ReaderFault;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.archive.Stating;
import dev.sextant.records.reader.archive.Times;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonBroken;
import dev.sextant.records.reader.json.JsonHead;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.records.reader.json.JsonStream;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Instagram's downloads of 2018 to 2020: flat files at the root, people by handle, times as ISO
 * texts, lists of lists. Its texts are sound UTF-8.
 */
final class OldInstagram {
  private static final Pattern LISTS =
      Pattern.compile(
          "\"(media_likes|comment_likes|media_comments|live_comments|saved_media)\"\\s*:\\s*\\[\\s*(\\[|\\])");

  private static final Pattern CONNECTIONS =
      Pattern.compile(
          "\"(follow_requests_sent|permanent_follow_requests|followers|following|close_friends)\"\\s*:\\s*\\{");

  private final Whose whose;
  private final Shelf shelf;
  private final String root;

  OldInstagram(Whose whose, Shelf shelf, String root) {
    this.whose = whose;
    this.shelf = shelf;
    this.root = root;
  }

  /** True if a file begins as one of this generation does. */
  static boolean known(String head) {
    return threads(head)
        || LISTS.matcher(head).find()
        || connections(head)
        || profile(head)
        || (head.contains("\"taken_at\"")
            && head.contains("\"path\"")
            && head.contains("\"caption\""));
  }

  static boolean threads(String head) {
    if (!head.contains("\"conversation\"")) {
      return false;
    }
    JsonHead seen = JsonHead.of(head);
    return seen.array()
        && seen.has("conversation")
        && (seen.has("participants") || seen.holds("sender", "created_at"));
  }

  static boolean connections(String head) {
    return CONNECTIONS.matcher(head).find();
  }

  static boolean profile(String head) {
    return head.contains("\"username\"")
        && (head.contains("\"private_account\"") || head.contains("\"date_joined\""));
  }

  static boolean pair(Json value) {
    return value instanceof Json.Arr a && a.items().size() >= 2 && a.items().size() <= 4;
  }

  /** The owner that the profile names, or null. */
  static @Nullable AccountRef ownerOf(Json profile) {
    Fields f = Fields.of(profile);
    String handle = f.text("username");
    String name = f.text("name");
    return handle == null || handle.isBlank()
        ? null
        : Whose.handle(Platform.INSTAGRAM, handle, name == null || name.isBlank() ? null : name);
  }

  /** {@code profile.json}. */
  List<Record> profile(Json value, Locator at) {
    AccountRef owner = ownerOf(value);
    if (owner == null) {
      return List.of();
    }
    Fields f = Fields.of(value);
    f.known("username");
    Stating said =
        new Stating()
            .handle(Platform.INSTAGRAM, "username", owner.handle())
            .email("email", f.text("email"), false)
            .phone("phone_number", f.text("phone_number"), false)
            .also("name", f.text("name"))
            .also("bio", f.text("biography"))
            .also("gender", f.text("gender"))
            .url("website", f.text("website"));
    ClaimedTime time = Times.utc(f.text("date_joined"));
    return List.of(
        new Record.Profile(
            new Header(Platform.INSTAGRAM, at, time, f.rest()),
            owner,
            said.selectors(),
            said.attributes()));
  }

  /** A pair of time and handle, or time, words and handle. */
  List<Record> pair(Json value, Locator at, String section) {
    if (!(value instanceof Json.Arr a) || a.items().size() < 2) {
      return List.of();
    }
    ClaimedTime time = Times.utc(a.items().getFirst().raw());
    String who = a.items().getLast().raw();
    AccountRef other = who.isBlank() ? null : Whose.handle(Platform.INSTAGRAM, who, null);
    Header header = new Header(Platform.INSTAGRAM, at, time, Map.of("section", section));
    if (section.contains("comments") && a.items().size() >= 3) {
      return List.of(
          new Record.Post(
              header,
              whose.owner(),
              null,
              a.items().get(1).raw(),
              null,
              other,
              List.of(),
              null,
              List.of()));
    }
    return List.of(new Record.Activity(header, whose.owner(), What.REACTED, section, null, other));
  }

  /** The lists of connections: an object of handles with the time of each. */
  void connections(JsonStream in, JsonItems items) throws IOException {
    in.object(list -> {
      if (in.kind() == JsonStream.Kind.OBJECT) {
        in.object(handle -> items.item(in, (v, at) -> connection(handle, v, at, list)));
      } else {
        items.unknownEach(in, list);
      }
    });
  }

  private List<Record> connection(String handle, Json value, Locator at, String list) {
    if (handle.isBlank()) {
      return List.of();
    }
    AccountRef other = Whose.handle(Platform.INSTAGRAM, handle, null);
    ClaimedTime time = Times.utc(value.raw());
    Header header = new Header(Platform.INSTAGRAM, at, time, Map.of("section", list));
    AccountRef mine = whose.owner();
    if (mine == null) {
      return List.of(new Record.Profile(header, other, List.of(), Map.of()));
    }
    return List.of(
        switch (list) {
          case "followers" -> new Record.Follow(header, other, mine, Record.Follow.How.FOLLOWS);
          case "following", "follow_requests_sent", "permanent_follow_requests" ->
              new Record.Follow(header, mine, other, Record.Follow.How.FOLLOWS);
          case "close_friends" -> new Record.Follow(header, mine, other, Record.Follow.How.FRIEND);
          case "blocked_users" -> new Record.Follow(header, mine, other, Record.Follow.How.BLOCKS);
          default -> new Record.Activity(header, mine, What.OTHER, list, handle, other);
        });
  }

  /**
   * Who is in each thread of {@code messages.json}: looked for in a first pass, since it may stand
   * after the words.
   */
  static List<List<String>> people(Source source, Source.Part part) throws IOException {
    List<List<String>> threads = new ArrayList<>();
    try (JsonStream in = JsonStream.of(part, source.limits())) {
      in.array(index -> {
        List<String> people = new ArrayList<>();
        threads.add(people);
        if (in.kind() != JsonStream.Kind.OBJECT) {
          in.skip();
          return;
        }
        in.object(key -> {
          if (key.equals("participants") && in.kind() == JsonStream.Kind.ARRAY) {
            in.array(i -> people.add(in.tree().raw()));
          } else {
            in.skip();
          }
        });
      });
    } catch (JsonBroken | EOFException | ZipException | ReaderFault.Limit e) {
      return threads; // The reading proper meets and reports it.
    }
    return threads;
  }

  /** {@code messages.json}: all threads in one list. */
  void threads(JsonStream in, JsonItems items, List<List<String>> people) throws IOException {
    in.array(index -> {
      if (in.kind() != JsonStream.Kind.OBJECT) {
        items.unknown(in, "thread");
        return;
      }
      List<String> who = index < people.size() ? people.get((int) index) : List.of();
      ConversationRef thread = thread(who);
      in.object(key -> {
        if (key.equals("participants") && in.kind() == JsonStream.Kind.ARRAY) {
          in.skip(); // Told with each message.
        } else if (key.equals("conversation")) {
          items.each(in, (v, at) -> message(v, at, thread, who), key);
        } else {
          items.unknown(in, "thread field " + key);
        }
      });
    });
  }

  /* A thread has no number: it is known by who is in it. */
  private ConversationRef thread(List<String> people) {
    List<String> sorted = people.stream().sorted().toList();
    return new ConversationRef(
        Platform.INSTAGRAM,
        people.size() == 2 ? ConversationRef.Kind.DIRECT : ConversationRef.Kind.GROUP,
        "people/" + String.join("/", sorted),
        null);
  }

  private List<Record> message(Json value, Locator at, ConversationRef in, List<String> people)
      throws IOException {
    Fields f = Fields.of(value);
    String sender = f.textOrEmpty("sender");
    ClaimedTime time = Times.utc(f.text("created_at"));
    if (sender.isEmpty() && time.text().isEmpty()) {
      return List.of();
    }
    String text = f.textOrEmpty("text");
    List<Media> media = new ArrayList<>();
    for (String field : List.of("media", "media_url", "media_share_url", "voice_media")) {
      String file = f.text(field);
      if (file != null && !file.isBlank()) {
        media.add(shelf.media(root, file, field));
      }
    }
    List<AccountRef> to =
        in.kind() == ConversationRef.Kind.DIRECT && !sender.isEmpty()
            ? people.stream()
                .filter(p -> !p.equals(sender))
                .map(p -> Whose.handle(Platform.INSTAGRAM, p, null))
                .toList()
            : List.of();
    return List.of(
        new Record.Message(
            new Header(Platform.INSTAGRAM, at, time, f.rest()),
            in,
            sender.isEmpty() ? null : Whose.handle(Platform.INSTAGRAM, sender, null),
            to,
            null,
            text,
            null,
            null,
            null,
            List.of(),
            media));
  }
}
