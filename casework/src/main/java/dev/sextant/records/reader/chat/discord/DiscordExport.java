package dev.sextant.records.reader.chat.discord;

import dev.sextant.records.AccountRef;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.chat.ChatFiles;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonBroken;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.records.reader.json.JsonStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * DiscordChatExporter's JSON: one channel or thread a file. Layout after the tool's {@code
 * JsonMessageWriter.cs}.
 */
public final class DiscordExport extends ChatFiles {
  /* An object without objects in it: the fields of a server or channel, in any order. */
  private static final Pattern GUILD =
      Pattern.compile("\"guild\"\\s*:\\s*\\{[^{}]{0,4000}?\"id\"\\s*:\\s*\"");
  private static final Pattern CHANNEL =
      Pattern.compile(
          "\"channel\"\\s*:\\s*\\{(?=[^{}]{0,8000}?\"type\"\\s*:)"
              + "[^{}]{0,8000}?\"id\"\\s*:\\s*\"[0-9]+\"");
  private static final Pattern MESSAGES = Pattern.compile("\"messages\"\\s*:\\s*\\[");

  /* Words of the tool's own in every message; the platform's interface has others. */
  private static final List<String> OWN =
      List.of("\"timestampEdited\"", "\"isPinned\"", "\"isBot\"", "\"inlineEmojis\"");

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "discord-chat-exporter",
        2,
        "DiscordChatExporter (JSON)",
        List.of(
            "all generations of the tool's JSON, files cut short",
            "messages, replies, forwards, calls, members, reactions with who gave them, commands",
            "attachments and stickers, saved beside the export or named only"),
        List.of("when a reaction was given is in no export", "HTML exports are not read"),
        List.of("one group chat of a public test suite"));
  }

  private static boolean candidate(Source.Part part) {
    return part.path().isEmpty() || part.fileName().endsWith(".json");
  }

  @Override
  protected int fits(Source.Part part) throws IOException {
    return candidate(part) ? sniff(part) : 0;
  }

  private static int sniff(Source.Part part) throws IOException {
    String head = new String(part.head(), StandardCharsets.UTF_8);
    if (!head.replace("\uFEFF", "").stripLeading().startsWith("{")) {
      return 0;
    }
    boolean guild = GUILD.matcher(head).find();
    boolean channel = CHANNEL.matcher(head).find();
    boolean messages = MESSAGES.matcher(head).find() && head.contains("\"author\"");
    if (guild && channel) {
      return 95;
    }
    // Where the messages stand first, server and channel may lie beyond what was looked at.
    long own = OWN.stream().filter(head::contains).count();
    return messages && (guild || channel || own >= 2) ? 85 : 0;
  }

  @Override
  protected Walk begin(Source source, Shelf shelf, Sink sink) {
    return part -> new Channel(source, part, shelf, sink).read();
  }

  /** The reading of one file. */
  private static final class Channel {
    private final Source source;
    private final Source.Part part;
    private final Shelf shelf;
    private final Sink sink;
    private final JsonItems items;
    private final DiscordHead head;
    private final Map<String, String> export = new TreeMap<>();
    private @Nullable Json channel;
    private @Nullable Json guild;
    private @Nullable AccountRef first;
    private @Nullable AccountRef second;
    private long found;
    private long promised = -1;

    Channel(Source source, Source.Part part, Shelf shelf, Sink sink) throws IOException {
      this.source = source;
      this.part = part;
      this.shelf = shelf;
      this.sink = sink;
      this.items = new JsonItems(source, part, sink);
      survey();
      String inner = part.path().isEmpty() ? "" : "/" + part.path();
      this.head = DiscordHead.of(channel, guild, source.digest().hex().substring(0, 16) + inner);
    }

    /* What the channel is may stand after the messages; who speaks in a direct chat stands in them. */
    private void survey() throws IOException {
      try (JsonStream in = JsonStream.of(part, source.limits())) {
        in.object(key -> {
          switch (key) {
            case "channel" -> channel = in.tree();
            case "guild" -> guild = in.tree();
            case "dateRange", "exportedAt" -> export.put(key, in.tree().raw());
            case "messages" -> {
              if (in.kind() == JsonStream.Kind.ARRAY) {
                in.array(index -> authors(in));
              } else {
                in.skip();
              }
            }
            default -> in.skip();
          }
        });
      } catch (JsonBroken e) {
        // The reading proper meets the same bytes and reports them; what was seen so far serves.
        return;
      }
    }

    private void authors(JsonStream in) throws IOException {
      if (second != null || in.kind() != JsonStream.Kind.OBJECT) {
        in.skip();
        return;
      }
      in.object(field -> {
        AccountRef who = null;
        if (field.equals("author")) {
          who = DiscordPeople.of(in.tree());
        } else {
          in.skip();
        }
        AccountRef known = first;
        if (who != null && known == null) {
          first = who;
        } else if (who != null && known != null && !who.accountKey().equals(known.accountKey())) {
          second = who;
        }
      });
    }

    void read() throws IOException {
      boolean whole =
          items.run(in -> {
            if (in.kind() == JsonStream.Kind.OBJECT) {
              in.object(key -> section(in, key));
            } else {
              items.unknown(in, "no object");
            }
          });
      if (promised >= 0 && promised != found) {
        sink.note(
            new ReadNote(
                "SX-NOTE-COUNT", "the file promises " + promised + " messages and holds " + found));
      } else if (promised < 0) {
        sink.note(
            new ReadNote(
                "SX-NOTE-COUNT",
                (whole ? "the file gives no number of messages" : "the file ends before its end")
                    + ": it holds "
                    + found
                    + ", there may have been more"));
      }
    }

    private void section(JsonStream in, String key) throws IOException {
      switch (key) {
        case "guild", "dateRange", "exportedAt" -> {
          if (channel == null) {
            items.unknown(in, key);
          } else {
            in.skip(); // Told with the channel.
          }
        }
        case "channel" -> items.item(in, (value, at) -> head.record(value, at, guild, export));
        case "messageCount" -> promised = count(in);
        case "messages" -> messages(in);
        default -> items.unknown(in, key);
      }
    }

    private static long count(JsonStream in) throws IOException {
      String said = in.tree().raw();
      return said.matches("[0-9]{1,15}") ? Long.parseLong(said) : -1;
    }

    private void messages(JsonStream in) throws IOException {
      if (in.kind() != JsonStream.Kind.ARRAY) {
        items.unknown(in, "messages that are no list");
        return;
      }
      String folder = Shelf.folderOf(part);
      DiscordForm one = new DiscordForm(head, shelf, folder, first);
      DiscordForm other = new DiscordForm(head, shelf, folder, second);
      AccountRef speaker = first;
      in.array(index -> {
        found++;
        items.item(
            in,
            (value, at) -> {
              AccountRef who = DiscordPeople.of(authorOf(value));
              boolean self =
                  who != null && speaker != null && who.accountKey().equals(speaker.accountKey());
              return (self ? other : one).records(value, at);
            });
      });
    }

    private static @Nullable Json authorOf(Json value) {
      return value instanceof Json.Obj object ? object.get("author") : null;
    }
  }
}
