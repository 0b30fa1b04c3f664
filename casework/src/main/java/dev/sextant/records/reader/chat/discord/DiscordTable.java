package dev.sextant.records.reader.chat.discord;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.chat.LocalTimes;
import dev.sextant.records.reader.chat.NamedChat;
import dev.sextant.records.reader.graph.Row;
import dev.sextant.records.reader.graph.Rows;
import dev.sextant.records.reader.table.Columns;
import dev.sextant.records.reader.table.DelimitedPart;
import dev.sextant.records.reader.table.NamedRow;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** DiscordChatExporter's CSV: {@code AuthorID,Author,Date,Content,Attachments,Reactions}. */
public final class DiscordTable implements Reader {
  /** The tool names files {@code server - category - channel [number].csv}. */
  static final Pattern NAME = Pattern.compile("^(.*?)\\s*\\[(\\d{15,21})\\](?:.*)?\\.[a-z]{3}$");

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "discord-chat-exporter-csv",
        2,
        "DiscordChatExporter (CSV)",
        List.of("messages with author's number, time, attachments, counts of reactions"),
        List.of("answers, mentions and message numbers are not in this output of the tool"));
  }

  private static boolean candidate(Source.Part part) {
    return part.path().isEmpty() || part.fileName().toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  private static boolean ours(Source source, Source.Part part) throws IOException {
    try (Rows rows = DelimitedPart.head(part, ',', source.limits())) {
      Row first = rows.next();
      return first != null
          && Columns.of(first)
              .hasAll("AuthorID", "Author", "Date", "Content", "Attachments", "Reactions");
    }
  }

  @Override
  public int sniff(Source source) throws IOException {
    for (Source.Part part : source.parts()) {
      if (candidate(part) && ours(source, part)) {
        return 92;
      }
    }
    return 0;
  }

  @Override
  public void read(Source source, Sink sink) throws IOException {
    Shelf shelf = new Shelf(source);
    LocalTimes local = new LocalTimes(source.zone());
    boolean zoneless = false;
    for (Source.Part part : source.parts()) {
      if (candidate(part) && ours(source, part)) {
        shelf.use(part);
        zoneless |= table(source, part, shelf, sink, local);
      }
    }
    if (zoneless) {
      local.tell(sink);
    }
    shelf.announceRest(sink);
  }

  /** The conversation that a file's name tells. */
  static ConversationRef channel(Source source, Source.Part part) {
    Matcher m = NAME.matcher(part.fileName());
    return m.matches()
        ? new ConversationRef(
            DiscordPeople.DISCORD,
            m.group(1).startsWith("Direct Messages")
                ? ConversationRef.Kind.UNKNOWN
                : ConversationRef.Kind.GROUP,
            m.group(2),
            m.group(1).isBlank() ? null : m.group(1))
        : new ConversationRef(
            DiscordPeople.DISCORD, ConversationRef.Kind.UNKNOWN, NamedChat.key(source, part), null);
  }

  private static boolean table(
      Source source, Source.Part part, Shelf shelf, Sink sink, LocalTimes local)
      throws IOException {
    ConversationRef chat = channel(source, part);
    DiscordTimes times = DiscordTimes.survey(source, part, local);
    boolean zoneless = false;
    try (Rows rows = DelimitedPart.open(part, ',', source.limits())) {
      Row head = rows.next();
      Columns columns = head == null ? Columns.of(List.of()) : Columns.of(head);
      for (Row row = rows.next(); row != null; row = rows.next()) {
        if (row.blank() && row.fault() == null) {
          continue;
        }
        NamedRow named = columns.read(row);
        Locator at = named.at(part, "");
        sink.item();
        ReadFault fault = row.fault();
        if (fault != null) {
          sink.fault(at, fault);
          continue;
        }
        Record message = message(named, at, chat, times, shelf, Shelf.folderOf(part));
        if (message == null) {
          sink.fault(
              at, new ReadFault(ReadFault.MISSING, "nothing says whom or what this is about"));
        } else {
          zoneless |= message.header().claimed().basis() == ClaimedTime.ZoneBasis.UNKNOWN;
          sink.records(List.of(message));
        }
      }
    }
    return zoneless;
  }

  private static @org.jspecify.annotations.Nullable Record message(
      NamedRow row,
      Locator at,
      ConversationRef chat,
      DiscordTimes times,
      Shelf shelf,
      String folder)
      throws IOException {
    String id = row.text("AuthorID");
    String name = row.text("Author");
    String date = row.textOrEmpty("Date");
    String content = row.textOrEmpty("Content");
    if (id == null && name == null && content.isEmpty()) {
      return null;
    }
    AccountRef author =
        id != null && id.matches("\\d{5,21}")
            ? DiscordPeople.numbered(id, name)
            : name == null ? null : DiscordPeople.named(name, name);
    List<Media> media = new ArrayList<>();
    for (String url : row.look("Attachments").split(",")) {
      if (!url.isBlank()) {
        String bare = url.strip();
        String file = bare.replaceFirst("\\?.*$", "").replaceFirst("^.*/", "");
        Media found = shelf.media(folder, bare.replace('\\', '/'), null);
        media.add(
            found.part() != null
                ? found
                : new Media(file.isEmpty() ? bare : file, null, null, null));
      }
    }
    Map<String, String> extra = new TreeMap<>(row.rest());
    if (author == null) {
      extra.put("Author", id + " " + name);
    }
    return new Record.Message(
        new Header(DiscordPeople.DISCORD, at, times.of(date), extra),
        chat,
        author,
        List.of(),
        null,
        content,
        null,
        null,
        null,
        List.of(),
        media);
  }
}
