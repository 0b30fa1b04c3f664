package dev.sextant.records.reader.chat.signal;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.chat.Entries;
import dev.sextant.records.reader.chat.LocalTimes;
import dev.sextant.records.reader.chat.NamedChat;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
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
 * Signal chats as text: {@code [2019-12-24, 12:23] Jane Doe: Hello}, also as the tool signal-export
 * writes them to {@code chat.md} (without the comma, with pictures and reactions).
 */
public final class SignalText implements Reader {
  static final Platform SIGNAL = new Platform("signal");

  private static final Pattern LINE =
      Pattern.compile(
          "^\\[(\\d{4})-(\\d{2})-(\\d{2}),? (\\d{2}):(\\d{2})(?::(\\d{2}))?\\] ?([^:\n]{1,140}?): ?(.*)$",
          Pattern.DOTALL);

  private static final Pattern FILE =
      Pattern.compile("!?\\[([^\\]\n]{0,300})\\]\\((\\.?/?[^)\n]{1,400}+)\\)");

  private static final Pattern REACTIONS = Pattern.compile("\\(- ?([^\n]{1,2000}?) ?-\\)\\s*$");

  /** Reactions stand at the end; looking for them elsewhere costs time only. */
  private static final int TAIL = 2500;

  /**
   * What a line that begins a message says.
   *
   * @param time null if there is no such day
   */
  private record Begun(
      @Nullable LocalDateTime time, boolean seconds, String stamp, String author, String words) {
    static @Nullable Begun of(String line) {
      Matcher m = LINE.matcher(line);
      if (!m.matches()) {
        return null;
      }
      int[] n = new int[6];
      for (int i = 0; i < 6; i++) {
        String digits = m.group(i + 1);
        n[i] = digits == null ? 0 : Integer.parseInt(digits);
      }
      LocalDateTime time;
      try {
        time = n[0] <= 1970 ? null : LocalDateTime.of(n[0], n[1], n[2], n[3], n[4], n[5]);
      } catch (DateTimeException e) {
        time = null; // No such day or hour: the message stays, without a time.
      }
      String stamp = line.substring(1, line.indexOf(']'));
      return new Begun(time, m.group(6) != null, stamp, m.group(7).strip(), m.group(8));
    }
  }

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "signal-text",
        1,
        "Signal chat (text or markdown)",
        List.of(
            "[date, time] name: words over one or more lines",
            "pictures, files and reactions as signal-export writes them"),
        List.of(
            "the zone of the device is not in the file: declare it",
            "nothing says who came and went"),
        List.of("one chat of a public test suite"));
  }

  private static boolean candidate(Source.Part part) {
    String name = part.fileName();
    return part.path().isEmpty() || name.endsWith(".txt") || name.endsWith(".md");
  }

  private static int sniff(Source.Part part) throws IOException {
    List<String> lines = new String(part.head(), StandardCharsets.UTF_8).lines().limit(60).toList();
    if (lines.isEmpty() || Begun.of(lines.getFirst().replace("\uFEFF", "")) == null) {
      return 0;
    }
    // A line with seconds in brackets is WhatsApp's form on iOS in some countries.
    long seconds = lines.stream().map(Begun::of).filter(b -> b != null && b.seconds()).count();
    return seconds > 0 ? 60 : 82;
  }

  @Override
  public int sniff(Source source) throws IOException {
    int best = 0;
    for (Source.Part part : source.parts()) {
      if (candidate(part)) {
        best = Math.max(best, sniff(part));
      }
    }
    return best;
  }

  @Override
  public void read(Source source, Sink sink) throws IOException {
    Shelf shelf = new Shelf(source);
    for (Source.Part part : source.parts()) {
      if (candidate(part) && sniff(part) > 0) {
        shelf.use(part);
        read(source, part, shelf, sink);
      }
    }
    shelf.announceRest(sink);
  }

  private static void read(Source source, Source.Part part, Shelf shelf, Sink sink)
      throws IOException {
    Entries<Begun> entries =
        new Entries<>(part, source.limits(), line -> Begun.of(line.replace("\uFEFF", "")));
    Set<String> speakers = new LinkedHashSet<>();
    entries.survey((begun, more, at) -> {
      if (speakers.size() < 3) {
        speakers.add(begun.author());
      }
    });
    String folder = part.path().contains("/") ? Shelf.folderOf(part) : "";
    String title = folder.isEmpty() ? null : folder.replaceAll("^.*/([^/]+)/$|/$", "$1");
    NamedChat chat = NamedChat.of(SIGNAL, NamedChat.kind(speakers.size()), source, part, title);
    LocalTimes local = new LocalTimes(source.zone());
    long bad =
        entries.read(
            sink,
            (begun, more, at) -> {
              sink.item();
              sink.records(message(local, part, shelf, chat, speakers, begun, more, at));
            });
    local.tell(sink);
    if (bad > 0) {
      sink.note(new ReadNote("SX-NOTE-CHARSET", bad + " lines held bytes that are not UTF-8"));
    }
  }

  private static List<Record> message(
      LocalTimes times,
      Source.Part part,
      Shelf shelf,
      NamedChat chat,
      Set<String> speakers,
      Begun begun,
      String more,
      Locator at)
      throws IOException {
    LocalDateTime local = begun.time();
    ClaimedTime time =
        local == null
            ? ClaimedTime.unreadable(begun.stamp())
            : times.claimed(
                local,
                begun.stamp(),
                begun.seconds() ? ClaimedTime.Precision.SECOND : ClaimedTime.Precision.MINUTE);
    String words = begun.words() + more;
    Map<String, String> extra = new TreeMap<>();
    AccountRef author = chat.account(begun.author());
    Header header = new Header(SIGNAL, at, time, extra);
    List<Record> given = new ArrayList<>();
    Matcher reactions = REACTIONS.matcher(words.substring(Math.max(0, words.length() - TAIL)));
    if (reactions.find()) {
      for (String one : reactions.group(1).split(", ")) {
        int colon = one.lastIndexOf(':');
        if (colon > 0 && !one.substring(0, colon).isBlank()) {
          given.add(
              new Record.Activity(
                  new Header(SIGNAL, at, ClaimedTime.none(), Map.of()),
                  chat.account(one.substring(0, colon)),
                  Record.Activity.What.REACTED,
                  one.substring(colon + 1).strip(),
                  null,
                  author));
        }
      }
    }
    List<Record> out = new ArrayList<>();
    out.add(
        new Record.Message(
            header,
            chat.ref(),
            author,
            chat.recipients(begun.author(), speakers),
            null,
            words,
            null,
            null,
            null,
            List.of(),
            media(part, shelf, words)));
    out.addAll(given);
    return out;
  }

  private static List<Media> media(Source.Part part, Shelf shelf, String words) throws IOException {
    List<Media> media = new ArrayList<>();
    Matcher m = FILE.matcher(words);
    while (m.find()) {
      String path = m.group(2).strip();
      if (!path.contains("://")) {
        media.add(shelf.media(Shelf.folderOf(part), path, null));
      }
    }
    return media;
  }
}
