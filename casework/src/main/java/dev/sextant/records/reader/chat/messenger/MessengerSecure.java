package dev.sextant.records.reader.chat.messenger;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.chat.NamedChat;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonBroken;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.records.reader.json.JsonStream;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Messenger's end-to-end encrypted chats as the account's owner downloads them from the secure
 * storage: {@code {participants: [name], threadName, messages: [{senderName, timestamp, text,
 * isUnsent, media: [{uri}]}]}}. Texts are plain UTF-8 here, unlike in Meta's other downloads.
 */
public final class MessengerSecure implements Reader {
  private static final Pattern SENDER = Pattern.compile("\"senderName\"\\s*:");
  private static final Pattern THREAD = Pattern.compile("\"threadName\"\\s*:");
  private static final Pattern PEOPLE = Pattern.compile("\"participants\"\\s*:\\s*\\[\\s*(\"|\\])");

  /** Enough to tell a folder of threads from another download. */
  private static final int MOST_LOOKED_AT = 40;

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "messenger-secure",
        2,
        "Messenger, end-to-end encrypted chats (JSON)",
        List.of("messages, unsent ones, reactions, media beside the file or lost", "participants"),
        List.of("people are named only, by the names shown"));
  }

  private static boolean candidate(Source.Part part) {
    return part.path().isEmpty() || part.fileName().endsWith(".json");
  }

  private static boolean ours(Source.Part part) throws IOException {
    String head = new String(part.head(), StandardCharsets.UTF_8);
    int tells = 0;
    for (Pattern one : List.of(SENDER, THREAD, PEOPLE)) {
      tells += one.matcher(head).find() ? 1 : 0;
    }
    return tells >= 2 && head.replace("\uFEFF", "").stripLeading().startsWith("{");
  }

  /* Such threads beside other sections are part of a whole download, which has its own reader. */
  @Override
  public int sniff(Source source) throws IOException {
    int threads = 0;
    int looked = 0;
    for (Source.Part part : source.parts()) {
      if (candidate(part) && looked++ < MOST_LOOKED_AT) {
        if (!ours(part)) {
          return 0;
        }
        threads++;
      }
    }
    return threads > 0 ? 91 : 0;
  }

  @Override
  public void read(Source source, Sink sink) throws IOException {
    Shelf shelf = new Shelf(source);
    for (Source.Part part : source.parts()) {
      if (candidate(part) && ours(part)) {
        shelf.use(part);
        new SecureThread(source, part, shelf, sink).read();
      }
    }
    shelf.announceRest(sink);
  }

  /** The reading of one file. */
  private static final class SecureThread {
    private final Source.Part part;
    private final Shelf shelf;
    private final JsonItems items;
    private final Set<String> people = new LinkedHashSet<>();
    private final NamedChat chat;
    private @Nullable String title;

    SecureThread(Source source, Source.Part part, Shelf shelf, Sink sink) throws IOException {
      this.part = part;
      this.shelf = shelf;
      this.items = new JsonItems(source, part, sink);
      survey(source);
      this.chat =
          NamedChat.of(Platform.FACEBOOK, NamedChat.kind(people.size()), source, part, title);
    }

    private void survey(Source source) throws IOException {
      try (JsonStream in = JsonStream.of(part, source.limits())) {
        in.object(key -> {
          Json value =
              switch (key) {
                case "participants", "threadName" -> in.tree();
                default -> null;
              };
          if (value == null) {
            in.skip();
          } else if (value instanceof Json.Arr names) {
            names.items().forEach(n -> add(name(n)));
          } else if (value instanceof Json.Text text && key.equals("threadName")) {
            title = text.text();
          }
        });
      } catch (JsonBroken e) {
        // The reading proper meets the same bytes and reports them; what was seen so far serves.
        return;
      }
    }

    private void add(@Nullable String name) {
      if (name != null && !name.isBlank()) {
        people.add(name.strip());
      }
    }

    /* Names are texts; a newer file might wrap them. */
    private static @Nullable String name(Json value) {
      return value instanceof Json.Text text ? text.text() : Fields.of(value).text("name");
    }

    void read() throws IOException {
      items.run(in -> {
        if (in.kind() == JsonStream.Kind.OBJECT) {
          in.object(key -> section(in, key));
        } else {
          items.unknown(in, "no object");
        }
      });
    }

    private void section(JsonStream in, String key) throws IOException {
      switch (key) {
        case "threadName" -> in.skip();
        case "participants" -> items.each(in, this::participant, key);
        case "messages" -> items.each(in, this::message, key);
        default -> items.unknown(in, key);
      }
    }

    private List<Record> participant(Json value, Locator at) {
      String name = name(value);
      if (name == null || name.isBlank()) {
        return List.of();
      }
      Map<String, String> extra =
          value instanceof Json.Obj object ? new Fields(object).rest() : Map.of();
      return List.of(
          new Record.Membership(
              new Header(Platform.FACEBOOK, at, ClaimedTime.none(), extra),
              chat.account(name),
              chat.ref(),
              Record.Membership.Action.PRESENT,
              null));
    }

    private List<Record> message(Json value, Locator at) throws IOException {
      Fields fields = Fields.of(value);
      String sender = fields.text("senderName");
      boolean named = sender != null && !sender.isBlank();
      AccountRef author = named ? chat.account(String.valueOf(sender)) : null;
      Long millis = fields.whole("timestamp");
      ClaimedTime time = ClaimedTimes.ofMillis(millis, millis == null ? "" : millis.toString());
      String text = fields.textOrEmpty("text");
      List<Media> media = media(fields);
      List<Record> reactions = new ArrayList<>();
      List<Json> given = fields.array("reactions");
      for (int i = 0; i < given.size(); i++) {
        reaction(given.get(i), i, at, author, reactions);
      }
      if (!named && (millis == null || millis <= 0) && text.isEmpty() && media.isEmpty()) {
        return List.of();
      }
      if (fields.object().get("isUnsent") instanceof Json.Bool unsent && !unsent.value()) {
        fields.known("isUnsent");
      }
      Map<String, String> extra = new TreeMap<>(fields.rest());
      List<Record> out = new ArrayList<>();
      out.add(
          new Record.Message(
              new Header(Platform.FACEBOOK, at, time, extra),
              chat.ref(),
              author,
              named ? chat.recipients(String.valueOf(sender).strip(), people) : List.of(),
              null,
              text,
              null,
              null,
              null,
              List.of(),
              media));
      out.addAll(reactions);
      return out;
    }

    private void reaction(
        Json value, int index, Locator at, @Nullable AccountRef author, List<Record> out) {
      Fields fields = Fields.of(value);
      String actor = fields.text("actor");
      String emoji = fields.textOrEmpty("reaction");
      Long millis = fields.whole("timestamp");
      Locator where =
          new Locator(
              at.exhibit(),
              at.part(),
              value.from(),
              value.to(),
              at.pointer() + "/reactions/" + index);
      out.add(
          new Record.Activity(
              new Header(
                  Platform.FACEBOOK,
                  where,
                  ClaimedTimes.ofMillis(millis, millis == null ? "" : millis.toString()),
                  fields.rest()),
              actor == null || actor.isBlank() ? null : chat.account(actor),
              Record.Activity.What.REACTED,
              emoji,
              null,
              author));
    }

    /* Where the download of a file failed, its address is the sentence that says so. */
    private List<Media> media(Fields fields) throws IOException {
      List<Media> media = new ArrayList<>();
      for (Json one : fields.array("media")) {
        Fields file = Fields.of(one);
        String uri = one instanceof Json.Text text ? text.text() : file.textOrEmpty("uri");
        String type = file.text("type");
        if (uri.isBlank()) {
          uri = "media";
        }
        Media found = shelf.media(Shelf.folderOf(part), uri, type);
        media.add(found.part() != null ? found : shelf.media("", uri, type));
      }
      return media;
    }
  }
}
