package dev.sextant.records.reader.chat.imessage;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.chat.ChatFiles;
import dev.sextant.records.reader.chat.Entries;
import dev.sextant.records.reader.chat.LocalTimes;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the tool imessage-exporter: a stamp, who, the words, one empty line; announcements
 * in the stamp's line; answers a second time, indented below what they answer. Layout after the
 * tool's own tests (ReagentX/imessage-exporter, {@code exporters/txt}).
 */
public final class ImessageText extends ChatFiles {
  private static final Pattern STAMP = Pattern.compile("^(" + ImessageBody.STAMP + ")(?: (.*))?$");

  private static final Pattern RECEIPT = Pattern.compile("\\((?:Read|Delivered) by .{1,200}\\)");

  /** What the line that begins an entry says; an announcement has words. */
  private record Begun(String stamp, String receipt, String announced) {}

  /**
   * Beginnings stand behind an empty line, since an edited message has its stamp in its words. The
   * tool writes in the order of time: a stamp before the one reached was pasted into a message.
   * Only in the night, when clocks are put back, an hour comes twice.
   */
  private static final class Starts implements Entries.Start<Begun> {
    private boolean free = true;
    private @Nullable LocalDateTime reached;
    private long pasted;

    @Override
    public @Nullable Begun of(String line) {
      boolean may = free;
      free = line.isBlank();
      Matcher m = STAMP.matcher(line.replace("\uFEFF", ""));
      if (!may || !m.matches()) {
        return null;
      }
      LocalDateTime at = ImessageChat.parsed(m.group(1));
      if (at != null && reached != null && at.isBefore(reached.minusHours(night(reached)))) {
        pasted++;
        return null;
      }
      reached = at == null ? reached : at;
      String rest = m.group(2) == null ? "" : m.group(2);
      boolean receipt = RECEIPT.matcher(rest).matches();
      return new Begun(m.group(1), receipt ? rest : "", receipt ? "" : rest);
    }

    private static int night(LocalDateTime at) {
      return at.getHour() < 4 ? 1 : 0;
    }
  }

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "imessage-exporter-text",
        1,
        "iMessage, SMS and RCS written by imessage-exporter (text)",
        List.of(
            "messages with when they were read, edits, deleted and unsent ones, tapbacks, effects",
            "attachments, saved beside the text or named only; who was added, removed, left"),
        List.of(
            "an answer is told once, at its own time; the copy below what it answers stays beside that",
            "the zone is not in the file: declare it"));
  }

  private static boolean ours(Source.Part part) throws IOException {
    if (!part.path().isEmpty() && !part.fileName().endsWith(".txt")) {
      return false;
    }
    List<String> lines =
        new String(part.head(), StandardCharsets.UTF_8)
            .replace("\uFEFF", "")
            .lines()
            .dropWhile(String::isBlank)
            .limit(200)
            .toList();
    Starts starts = new Starts();
    boolean known = false;
    int entries = 0;
    for (int i = 0; i < lines.size(); i++) {
      Begun begun = starts.of(lines.get(i));
      String behind = i + 1 < lines.size() ? lines.get(i + 1).strip() : "";
      boolean whole = begun != null && begun.announced().isEmpty() != behind.isEmpty();
      if (i == 0 && !whole) {
        return false;
      }
      entries += whole ? 1 : 0;
      known |= whole && behind.matches(ImessageChat.SPEAKER);
    }
    return known || entries > 1;
  }

  @Override
  protected int fits(Source.Part part) throws IOException {
    return ours(part) ? 90 : 0;
  }

  @Override
  protected Walk begin(Source source, Shelf shelf, Sink sink) {
    return inLocalTime(
        source, sink, (part, local) -> new Chat(source, part, shelf, sink, local).read());
  }

  /** The reading of one text. */
  private static final class Chat {
    private final Source source;
    private final Source.Part part;
    private final Shelf shelf;
    private final Sink sink;
    private final ImessageChat chat;

    Chat(Source source, Source.Part part, Shelf shelf, Sink sink, LocalTimes local)
        throws IOException {
      this.source = source;
      this.part = part;
      this.shelf = shelf;
      this.sink = sink;
      Set<String> speakers = new LinkedHashSet<>();
      boolean[] moved = {false};
      entries(new Starts())
          .survey((begun, more, at) -> {
            moved[0] |= ImessageChat.moves(begun.announced());
            String who = more.lines().skip(1).findFirst().orElse("").strip();
            if (begun.announced().isEmpty() && !who.isEmpty() && speakers.size() < 3) {
              speakers.add(who);
            }
          });
      this.chat = ImessageChat.of(source, part, speakers, moved[0], local);
    }

    private Entries<Begun> entries(Starts starts) {
      return new Entries<>(part, source.limits(), starts);
    }

    void read() throws IOException {
      Starts starts = new Starts();
      long bad = entries(starts).read(sink, this::entry);
      chat.tell(sink);
      if (starts.pasted > 0) {
        sink.note(
            new ReadNote(
                "SX-NOTE-PASTED",
                starts.pasted
                    + " stamps lie before the message they stand in: taken for pasted words"));
      }
      if (bad > 0) {
        sink.note(new ReadNote("SX-NOTE-CHARSET", bad + " lines held bytes that are not UTF-8"));
      }
    }

    private void entry(Begun begun, String more, Locator at) throws IOException {
      sink.item();
      ClaimedTime time = chat.time(begun.stamp());
      sink.records(
          begun.announced().isEmpty()
              ? message(begun, more, at, time)
              : chat.announcement(begun.announced() + more, at, time));
    }

    private List<Record> message(Begun begun, String more, Locator at, ClaimedTime time)
        throws IOException {
      List<String> lines = more.lines().skip(1).toList();
      Map<String, String> extra = new TreeMap<>();
      if (!begun.receipt().isEmpty()) {
        extra.put("receipt", begun.receipt());
      }
      ImessageBody body = ImessageBody.of(lines.isEmpty() ? lines : lines.subList(1, lines.size()));
      extra.putAll(body.extra());
      AccountRef author =
          lines.isEmpty() || lines.getFirst().isBlank() ? null : chat.account(lines.getFirst());
      List<Media> media = new ArrayList<>();
      for (String path : body.files()) {
        media.add(shelf.media(Shelf.folderOf(part), path, null));
      }
      List<Record> records = new ArrayList<>();
      records.add(chat.note(at, time, extra, author, body.words(), null, media));
      for (Map.Entry<String, String> one : body.tapbacks()) {
        records.add(chat.tapback(at, one.getValue(), one.getKey(), author));
      }
      return records;
    }
  }
}
