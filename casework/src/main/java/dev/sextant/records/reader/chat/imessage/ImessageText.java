package dev.sextant.records.reader.chat.imessage;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.Record.Membership.Action;
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
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
public final class ImessageText implements Reader {
  private static final Platform APPLE = new Platform("apple");

  private static final Pattern STAMP =
      Pattern.compile(
          "^([A-Z][a-z]{2} [0-9]{1,2}, [0-9]{4} {1,2}[0-9]{1,2}:[0-9]{2}:[0-9]{2} [AP]M)(?: (.*))?$");

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("MMM d, uuuu h:mm:ss a", Locale.ENGLISH);

  private static final Pattern RECEIPT = Pattern.compile("\\((?:Read|Delivered) by .{1,200}\\)");

  /** What the line that begins an entry says; an announcement has words. */
  private record Begun(String stamp, String receipt, String announced) {}

  /** Beginnings stand behind an empty line, since an edited message has its stamp in its words. */
  private static final class Starts implements Entries.Start<Begun> {
    private boolean free = true;

    @Override
    public @Nullable Begun of(String line) {
      boolean may = free;
      free = line.isBlank();
      Matcher m = STAMP.matcher(line.replace("\uFEFF", ""));
      if (!may || !m.matches()) {
        return null;
      }
      String rest = m.group(2) == null ? "" : m.group(2);
      boolean receipt = RECEIPT.matcher(rest).matches();
      return new Begun(m.group(1), receipt ? rest : "", receipt ? "" : rest);
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
            "the zone is not in the file: declare it",
            "its HTML is not read: export text of the same database"));
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
            .limit(2)
            .toList();
    Begun first = lines.isEmpty() ? null : new Starts().of(lines.getFirst());
    if (first == null) {
      return false;
    }
    boolean behind = lines.size() > 1 && !lines.get(1).isBlank();
    return first.announced().isEmpty() ? behind : !behind;
  }

  @Override
  public int sniff(Source source) throws IOException {
    for (Source.Part part : source.parts()) {
      if (ours(part)) {
        return 90;
      }
    }
    return 0;
  }

  @Override
  public void read(Source source, Sink sink) throws IOException {
    Shelf shelf = new Shelf(source);
    LocalTimes local = new LocalTimes(source.zone());
    for (Source.Part part : source.parts()) {
      if (ours(part)) {
        shelf.use(part);
        new Chat(source, part, shelf, sink, local).read();
      }
    }
    local.tell(sink);
    shelf.announceRest(sink);
  }

  /** The reading of one text. */
  private static final class Chat {
    private static final Pattern MOVED =
        Pattern.compile(
            "(.{1,200}?) (?:(left) the conversation\\.|(added|removed) (.{1,200}?) (?:to|from) the"
                + " conversation\\.)");

    private final Source source;
    private final Source.Part part;
    private final Shelf shelf;
    private final Sink sink;
    private final LocalTimes local;
    private final Set<String> speakers = new LinkedHashSet<>();
    private final NamedChat chat;

    Chat(Source source, Source.Part part, Shelf shelf, Sink sink, LocalTimes local)
        throws IOException {
      this.source = source;
      this.part = part;
      this.shelf = shelf;
      this.sink = sink;
      this.local = local;
      boolean[] moved = {false};
      entries()
          .survey((begun, more, at) -> {
            moved[0] |= MOVED.matcher(begun.announced()).matches();
            String who = more.lines().skip(1).findFirst().orElse("").strip();
            if (begun.announced().isEmpty() && !who.isEmpty() && speakers.size() < 3) {
              speakers.add(who);
            }
          });
      ConversationRef.Kind kind =
          moved[0] ? ConversationRef.Kind.GROUP : NamedChat.kind(speakers.size());
      String file = part.fileName();
      String title = part.path().isEmpty() ? null : file.substring(0, file.length() - 4);
      this.chat = NamedChat.of(APPLE, kind, source, part, title);
    }

    private Entries<Begun> entries() {
      return new Entries<>(part, source.limits(), new Starts());
    }

    void read() throws IOException {
      long bad = entries().read(sink, this::entry);
      if (bad > 0) {
        sink.note(new ReadNote("SX-NOTE-CHARSET", bad + " lines held bytes that are not UTF-8"));
      }
    }

    private AccountRef account(String said) {
      String name = said.strip();
      return name.matches("[^@\\s]{1,100}@[^@\\s]{1,200}\\.[^@\\s.]{1,60}")
          ? new AccountRef(APPLE, KeyBasis.HANDLE, name.toLowerCase(Locale.ROOT), name, null)
          : chat.account(name);
    }

    private ClaimedTime time(String stamp) {
      try {
        LocalDateTime at = LocalDateTime.parse(stamp.replaceAll(" {2,}", " "), FORM);
        return at.getYear() <= 1970
            ? ClaimedTime.unreadable(stamp)
            : local.claimed(at, stamp, ClaimedTime.Precision.SECOND);
      } catch (DateTimeException e) {
        return ClaimedTime.unreadable(stamp);
      }
    }

    private void entry(Begun begun, String more, Locator at) throws IOException {
      sink.item();
      ClaimedTime time = time(begun.stamp());
      sink.records(
          begun.announced().isEmpty()
              ? message(begun, more, at, time)
              : announcement(begun.announced() + more, at, time));
    }

    private Record note(
        Header header,
        @Nullable AccountRef author,
        String words,
        @Nullable String action,
        List<Media> media) {
      List<AccountRef> to =
          author == null || action != null
              ? List.of()
              : speakers.stream()
                  .map(this::account)
                  .filter(a -> !a.key().equals(author.key()))
                  .toList();
      boolean direct = chat.ref().kind() == ConversationRef.Kind.DIRECT;
      return new Record.Message(
          header,
          chat.ref(),
          author,
          direct ? to : List.of(),
          null,
          words,
          null,
          null,
          action,
          List.of(),
          media);
    }

    private List<Record> announcement(String words, Locator at, ClaimedTime time) {
      Header header = new Header(APPLE, at, time, Map.of());
      List<Record> records = new ArrayList<>();
      records.add(note(header, null, words, "announcement", List.of()));
      Matcher m = MOVED.matcher(words);
      if (m.matches()) {
        AccountRef who = account(own(m.group(1)));
        boolean left = m.group(2) != null;
        AccountRef whom = left ? who : account(own(m.group(4)));
        Action action =
            left ? Action.LEFT : m.group(3).equals("added") ? Action.ADDED : Action.REMOVED;
        records.add(new Record.Membership(header, whom, chat.ref(), action, left ? null : who));
      }
      return records;
    }

    /* In announcements whoever exported is addressed. */
    private static String own(String name) {
      return name.equals("You") ? "Me" : name;
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
          lines.isEmpty() || lines.getFirst().isBlank() ? null : account(lines.getFirst());
      List<Media> media = new ArrayList<>();
      for (String path : body.files()) {
        media.add(shelf.media(Shelf.folderOf(part), path, null));
      }
      List<Record> records = new ArrayList<>();
      records.add(note(new Header(APPLE, at, time, extra), author, body.words(), null, media));
      for (Map.Entry<String, String> one : body.tapbacks()) {
        records.add(
            new Record.Activity(
                new Header(APPLE, at, ClaimedTime.none(), Map.of()),
                account(one.getValue()),
                What.REACTED,
                one.getKey(),
                null,
                author));
      }
      return records;
    }
  }
}
