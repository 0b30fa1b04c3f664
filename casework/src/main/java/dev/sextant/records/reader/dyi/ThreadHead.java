package dev.sextant.records.reader.dyi;

import dev.sextant.records.ConversationRef;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonBroken;
import dev.sextant.records.reader.json.JsonHead;
import dev.sextant.records.reader.json.JsonStream;
import dev.sextant.records.reader.json.Mojibake;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a thread's file says besides its messages; part of it stands after them, so it is looked for
 * in a first pass.
 *
 * @param participants shown names
 * @param conversation the thread
 */
record ThreadHead(List<String> participants, ConversationRef conversation) {
  private static final Pattern NUMBER = Pattern.compile("_([0-9]{6,})/?$");

  /** True if a file that begins so is a thread. */
  static boolean thread(String head) {
    if (!head.contains("\"sender_name\"") && !head.contains("\"thread_path\"")) {
      return false;
    }
    JsonHead seen = JsonHead.of(head);
    boolean empty = seen.has("participants", "messages", "thread_path");
    return seen.object()
        && seen.hasAny("messages", "participants")
        && (empty || seen.holds("sender_name", "timestamp_ms"));
  }

  /** True of Messenger's own export of sealed threads: names of its own and sound UTF-8. */
  static boolean sealed(String head) {
    if (!head.contains("\"senderName\"")) {
      return false;
    }
    JsonHead seen = JsonHead.of(head);
    return seen.object()
        && seen.hasAny("messages", "participants", "threadName")
        && seen.holds("senderName", "timestamp")
        && (seen.has("threadName") || seen.holds("isUnsent"));
  }

  static ThreadHead of(Source source, Source.Part part, Whose whose) throws IOException {
    Looking looking = new Looking();
    try (JsonStream in = JsonStream.of(part, source.limits())) {
      looking.look(in);
    } catch (JsonBroken e) {
      // The reading proper meets and reports it; what was seen so far serves.
      return looking.head(part, whose);
    }
    return looking.head(part, whose);
  }

  private static final class Looking {
    private final List<String> participants = new ArrayList<>();
    private @Nullable String title;
    private @Nullable String path;

    void look(JsonStream in) throws IOException {
      in.object(key -> {
        switch (key) {
          case "participants" -> {
            if (in.kind() == JsonStream.Kind.ARRAY) {
              in.array(index -> {
                Json one = in.tree();
                boolean sound = one instanceof Json.Text;
                String name = one instanceof Json.Text t ? t.text() : Fields.of(one).text("name");
                if (name != null && !name.isBlank()) {
                  participants.add(sound ? name : Mojibake.repair(name));
                }
              });
            } else {
              in.skip();
            }
          }
          case "title", "threadName" -> title = scalar(in);
          case "thread_path" -> path = scalar(in);
          default -> in.skip();
        }
      });
    }

    private static @Nullable String scalar(JsonStream in) throws IOException {
      if (in.kind() != JsonStream.Kind.SCALAR) {
        in.skip();
        return null;
      }
      return in.tree() instanceof Json.Text t ? Mojibake.repair(t.text()) : null;
    }

    /* The number at the end of a thread's folder is the platform's own; names are not. */
    ThreadHead head(Source.Part part, Whose whose) {
      String folder = part.path().contains("/") ? part.path().replaceFirst("/[^/]*$", "") : "";
      String said = path == null ? folder : path;
      Matcher m = NUMBER.matcher(said);
      String key =
          m.find()
              ? "thread" + m.group(1)
              : whose.scope() + "/" + (said.isEmpty() ? "thread" : said);
      ConversationRef.Kind kind =
          participants.size() == 2
              ? ConversationRef.Kind.DIRECT
              : participants.size() > 2 ? ConversationRef.Kind.GROUP : ConversationRef.Kind.UNKNOWN;
      return new ThreadHead(
          List.copyOf(participants), new ConversationRef(whose.platform(), kind, key, title));
    }
  }
}
