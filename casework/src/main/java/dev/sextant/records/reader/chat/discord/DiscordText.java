package dev.sextant.records.reader.chat.discord;

import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Gathered;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.chat.Entries;
import dev.sextant.records.reader.chat.LocalTimes;
import dev.sextant.records.reader.chat.NamedChat;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * DiscordChatExporter's plain text: a head between lines of equals signs, then {@code [time]
 * author} with the words below it.
 */
public final class DiscordText implements Reader {
  private static final Pattern BEGIN =
      Pattern.compile("^\\[([^\\]]{6,40})\\] (\\S.{0,100}?)( \\(pinned\\))?$");
  private static final Pattern HEAD =
      Pattern.compile("(?s)^={20,}\\s+Guild: ([^\\n]*)\\s+Channel: ([^\\n]*)\\s");
  private static final Pattern PROMISE =
      Pattern.compile("Exported ([0-9.,\u00a0\u202f]{1,18}) message");
  private static final Pattern BLOCK =
      Pattern.compile("\\n\\{(Attachments|Embed|Stickers|Reactions|Forwarded Message)\\}\\n");

  /**
   * What the first line of a message says.
   *
   * @param end true for the foot of the file
   */
  private record Begun(String time, String author, boolean pinned, boolean end) {
    static @Nullable Begun of(String line) {
      if (line.startsWith("====================")) {
        return new Begun("", "", false, true);
      }
      Matcher m = BEGIN.matcher(line);
      return m.matches() && m.group(1).matches(".*\\d:\\d{2}.*")
          ? new Begun(m.group(1), m.group(2).strip(), m.group(3) != null, false)
          : null;
    }
  }

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "discord-chat-exporter-text",
        2,
        "DiscordChatExporter (plain text)",
        List.of("messages with author's handle, attachments, embeds and reactions as words"),
        List.of(
            "numbers of accounts and messages are not in this output of the tool",
            "the zone is not in the file: declare it"));
  }

  private static boolean candidate(Source.Part part) {
    return part.path().isEmpty() || part.fileName().endsWith(".txt");
  }

  private static @Nullable Matcher head(Source.Part part) throws IOException {
    String head =
        new String(part.head(), StandardCharsets.UTF_8).replace("\uFEFF", "").replace("\r", "");
    Matcher m = HEAD.matcher(head);
    return m.find() ? m : null;
  }

  @Override
  public int sniff(Source source) throws IOException {
    for (Source.Part part : source.parts()) {
      if (candidate(part) && head(part) != null) {
        return 93;
      }
    }
    return 0;
  }

  @Override
  public void read(Source source, Sink sink) throws IOException {
    Shelf shelf = new Shelf(source);
    LocalTimes local = new LocalTimes(source.zone());
    for (Source.Part part : source.parts()) {
      Matcher head = candidate(part) ? head(part) : null;
      if (head != null) {
        shelf.use(part);
        text(source, part, head, sink, local);
      }
    }
    local.tell(sink);
    shelf.announceRest(sink);
  }

  private static ConversationRef channel(Source source, Source.Part part, Matcher head) {
    String guild = head.group(1).strip();
    String name = head.group(2).strip();
    boolean direct = guild.equals("Direct Messages");
    Matcher named = DiscordTable.NAME.matcher(part.fileName());
    return new ConversationRef(
        DiscordPeople.DISCORD,
        direct ? ConversationRef.Kind.UNKNOWN : ConversationRef.Kind.GROUP,
        named.matches() ? named.group(2) : NamedChat.key(source, part),
        direct ? name : guild + " / " + name);
  }

  private static void text(
      Source source, Source.Part part, Matcher head, Sink sink, LocalTimes local)
      throws IOException {
    ConversationRef chat = channel(source, part, head);
    Entries<Begun> entries = new Entries<>(part, source.limits(), Begun::of);
    DiscordTimes times = new DiscordTimes(local);
    entries.survey((begun, more, at) -> times.weigh(begun.time()));
    sink.note(new ReadNote("SX-NOTE-DATE-ORDER", times.decide()));
    long[] counts = {0, -1};
    entries.read(
        sink,
        (begun, more, at) -> {
          if (begun.end() && more.isBlank()) {
            return; // A rule between two blocks.
          }
          sink.item();
          if (begun.end()) {
            Matcher promise = PROMISE.matcher(more);
            if (promise.find()) {
              counts[1] = Long.parseLong("0" + promise.group(1).replaceAll("[^0-9]", ""));
            }
            sink.records(List.of(note(chat, more, at)));
          } else {
            counts[0]++;
            sink.records(List.of(message(chat, begun, more, times, at)));
          }
        });
    if (counts[1] != counts[0]) {
      sink.note(
          new ReadNote(
              "SX-NOTE-COUNT",
              counts[1] < 0
                  ? "the file does not say how many messages it should hold; it holds " + counts[0]
                  : "the file promises " + counts[1] + " messages and holds " + counts[0]));
    }
  }

  /* Head and foot of the file. */
  private static Record note(ConversationRef chat, String words, Locator at) {
    return new Record.Message(
        new Header(DiscordPeople.DISCORD, at, dev.sextant.terms.ClaimedTime.none(), Map.of()),
        chat,
        null,
        List.of(),
        null,
        words.strip(),
        null,
        null,
        "export",
        List.of(),
        List.of());
  }

  private static Record message(
      ConversationRef chat, Begun begun, String more, DiscordTimes times, Locator at) {
    Map<String, String> extra = new TreeMap<>();
    if (begun.pinned()) {
      extra.put("isPinned", "true");
    }
    List<Media> media = new ArrayList<>();
    Gathered beside = new Gathered();
    String words = more.startsWith("\n") ? more.substring(1) : more;
    Matcher m = BLOCK.matcher("\n" + words + "\n");
    String all = "\n" + words + "\n";
    int first = -1;
    String name = "";
    int from = 0;
    while (m.find(Math.max(0, from - 1))) {
      if (first < 0) {
        first = m.start();
      } else {
        put(beside, media, name, all.substring(from, Math.max(from, m.start())));
      }
      name = m.group(1);
      from = m.end();
    }
    if (first >= 0) {
      put(beside, media, name, all.substring(from));
      beside.into(extra);
      words = all.substring(0, first);
    }
    return new Record.Message(
        new Header(DiscordPeople.DISCORD, at, times.of(begun.time()), extra),
        chat,
        DiscordPeople.named(begun.author(), begun.author()),
        List.of(),
        null,
        words.strip(),
        null,
        null,
        null,
        List.of(),
        media);
  }

  private static void put(Gathered beside, List<Media> media, String name, String block) {
    beside.add(name, block.strip());
    if (name.equals("Attachments") || name.equals("Stickers")) {
      for (String url : block.strip().split("\\s+")) {
        String file = url.replaceFirst("\\?.*$", "").replaceFirst("^.*/", "");
        if (!file.isEmpty()) {
          media.add(new Media(file, name.equals("Stickers") ? "sticker" : null, null, null));
        }
      }
    }
  }
}
