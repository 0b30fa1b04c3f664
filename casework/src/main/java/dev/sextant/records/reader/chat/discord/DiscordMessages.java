package dev.sextant.records.reader.chat.discord;

import dev.sextant.records.ConversationRef;
import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.records.reader.json.JsonStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Bare messages of Discord's interface ({@code GET /channels/{id}/messages} and search), as caches
 * and scripts keep them: an array of messages, or of arrays of them, or an object that holds such
 * arrays under {@code messages}.
 */
public final class DiscordMessages implements Reader {
  private static final Pattern CHANNEL = Pattern.compile("\"channel_id\"\\s*:\\s*\"[0-9]{15,21}\"");
  private static final Pattern AUTHOR = Pattern.compile("\"author\"\\s*:\\s*\\{");
  private static final Pattern NAME = Pattern.compile("\"username\"\\s*:");
  private static final Pattern START = Pattern.compile("^[\\s\uFEFF]*(\\[|\\{)");

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "discord-messages",
        1,
        "Discord messages as its interface gives them (JSON)",
        List.of("arrays of messages and search results, as caches and scripts keep them"),
        List.of("which channel is a direct one is not in them"));
  }

  private static boolean candidate(Source.Part part) {
    String name = part.fileName();
    return part.path().isEmpty() || name.endsWith(".json") || !name.contains(".");
  }

  @Override
  public int sniff(Source source) throws IOException {
    for (Source.Part part : source.parts()) {
      if (candidate(part) && ours(part)) {
        return 80;
      }
    }
    return 0;
  }

  private static boolean ours(Source.Part part) throws IOException {
    String head = new String(part.head(), StandardCharsets.UTF_8);
    return START.matcher(head).find()
        && CHANNEL.matcher(head).find()
        && AUTHOR.matcher(head).find()
        && NAME.matcher(head).find()
        && head.contains("\"timestamp\"");
  }

  @Override
  public void read(Source source, Sink sink) throws IOException {
    Shelf shelf = new Shelf(source);
    for (Source.Part part : source.parts()) {
      if (candidate(part) && ours(part)) {
        shelf.use(part);
        String inner = part.path().isEmpty() ? "" : "/" + part.path();
        String place = source.digest().hex().substring(0, 16) + inner;
        DiscordHead head =
            new DiscordHead(
                new ConversationRef(
                    DiscordPeople.DISCORD, ConversationRef.Kind.UNKNOWN, place, null),
                null);
        DiscordForm form = new DiscordForm(head, shelf, Shelf.folderOf(part), null);
        JsonItems items = new JsonItems(source, part, sink);
        items.run(in -> document(items, in, form));
      }
    }
    shelf.announceRest(sink);
  }

  private static void document(JsonItems items, JsonStream in, DiscordForm form)
      throws IOException {
    if (in.kind() == JsonStream.Kind.OBJECT) {
      in.object(key -> {
        if (key.equals("messages")) {
          list(items, in, form);
        } else {
          items.unknown(in, key);
        }
      });
    } else {
      list(items, in, form);
    }
  }

  private static void list(JsonItems items, JsonStream in, DiscordForm form) throws IOException {
    if (in.kind() != JsonStream.Kind.ARRAY) {
      items.unknown(in, "no list");
      return;
    }
    in.array(index -> {
      if (in.kind() == JsonStream.Kind.ARRAY) {
        list(items, in, form); // Search gives each hit with what stands around it.
      } else {
        items.item(in, form::records);
      }
    });
  }
}
