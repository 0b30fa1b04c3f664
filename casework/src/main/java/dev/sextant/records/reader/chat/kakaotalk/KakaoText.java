package dev.sextant.records.reader.chat.kakaotalk;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
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
import dev.sextant.records.reader.chat.NamedChat;
import dev.sextant.records.reader.chat.kakaotalk.KakaoLine.Form;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * KakaoTalk's exported chats as text: a title and when it was saved, then days and entries, in the
 * forms of Windows, Android and iOS, in Korean and English. Layouts after the tests of public
 * parsers.
 */
public final class KakaoText extends ChatFiles {
  /** KakaoTalk. */
  static final Platform KAKAO = new Platform("kakaotalk");

  private static final Pattern TITLE =
      Pattern.compile(
          "^(?:(.{1,200}?) ?(?:님과의?)? 카카오톡 대화|KakaoTalk Chats with (.{1,200}?)|(.{1,200}?) with"
              + " KakaoTalk Chats|(.{1,200}?) Talk Chats)\\s*$");

  private static final Pattern SAVED =
      Pattern.compile("^(?:저장한 ?날짜|Date Saved|Saved Date) ?: ?.{4,60}$");

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "kakaotalk-text",
        1,
        "KakaoTalk chat (text)",
        List.of(
            "exports of Windows, Android and iOS in Korean and English, 12 and 24 hour clock",
            "who was invited, came, left and was put out; files saved beside the text"),
        List.of(
            "the zone is not in the file: declare it",
            "notes of the Windows export have a day only; those it does not know are words of the"
                + " message before; those behind a message make no membership",
            "what a message answers is not in the export"));
  }

  private static List<String> lines(Source.Part part) throws IOException {
    return new String(part.head(), StandardCharsets.UTF_8)
        .replace("\uFEFF", "")
        .lines()
        .dropWhile(String::isBlank)
        .limit(40)
        .toList();
  }

  private static boolean ours(Source.Part part) throws IOException {
    if (!part.path().isEmpty() && !part.fileName().endsWith(".txt")) {
      return false;
    }
    List<String> lines = lines(part);
    boolean headed =
        lines.size() > 1
            && SAVED.matcher(lines.get(1)).matches()
            && (TITLE.matcher(lines.getFirst()).matches()
                || lines.getFirst().startsWith("Talk_")
                || lines.stream().skip(2).anyMatch(l -> KakaoLine.of(l) != null));
    return headed && lines.stream().skip(2).anyMatch(l -> l.isBlank() || KakaoLine.of(l) != null);
  }

  @Override
  protected int fits(Source.Part part) throws IOException {
    return ours(part) ? 93 : 0;
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
    private final LocalTimes local;
    private final Set<String> speakers = new LinkedHashSet<>();
    private final NamedChat chat;
    private @Nullable LocalDate day;
    private long doubtful;

    Chat(Source source, Source.Part part, Shelf shelf, Sink sink, LocalTimes local)
        throws IOException {
      this.source = source;
      this.part = part;
      this.shelf = shelf;
      this.sink = sink;
      this.local = local;
      boolean[] moved = {false, false};
      entries()
          .survey((line, more, at) -> {
            boolean doubtful = line.form() == Form.DOUBTFUL;
            moved[doubtful ? 1 : 0] |= line.name().isEmpty() && KakaoMoves.any(line.words());
            if (!line.name().isEmpty() && speakers.size() < 3) {
              speakers.add(line.name());
            }
          });
      ConversationRef.Kind kind =
          moved[0]
              ? ConversationRef.Kind.GROUP
              : moved[1] && speakers.size() < 3
                  ? ConversationRef.Kind.UNKNOWN
                  : NamedChat.kind(speakers.size());
      this.chat = NamedChat.of(KAKAO, kind, source, part, title());
    }

    private Entries<KakaoLine> entries() {
      return new Entries<>(part, source.limits(), new KakaoStarts());
    }

    private @Nullable String title() throws IOException {
      Matcher m = TITLE.matcher(lines(part).getFirst());
      for (int i = 1; m.matches() && i <= m.groupCount(); i++) {
        if (m.group(i) != null) {
          return m.group(i).strip();
        }
      }
      return null;
    }

    void read() throws IOException {
      long bad = entries().read(sink, this::entry);
      if (doubtful > 0) {
        sink.note(
            new ReadNote(
                "SX-NOTE-MEMBERSHIP",
                doubtful
                    + " lines behind a message tell who came or went; they may be its words: no"
                    + " membership is made of them"));
      }
      if (bad > 0) {
        sink.note(new ReadNote("SX-NOTE-CHARSET", bad + " lines held bytes that are not UTF-8"));
      }
    }

    private ClaimedTime time(KakaoLine line) {
      LocalDate on = line.day() == null ? day : line.day();
      LocalTime clock = line.time();
      if (on == null) {
        return line.stamp().isEmpty() ? ClaimedTime.none() : ClaimedTime.unreadable(line.stamp());
      }
      String text = line.stamp().isEmpty() ? on.toString() : line.stamp();
      return clock == null
          ? local.claimed(on.atStartOfDay(), text, ClaimedTime.Precision.DAY)
          : local.claimed(on.atTime(clock), text, ClaimedTime.Precision.MINUTE);
    }

    private void entry(KakaoLine line, String more, Locator at) throws IOException {
      sink.item();
      if (line.heading()) {
        day = line.day();
      }
      Header header = new Header(KAKAO, at, time(line), Map.of());
      String words = line.words() + more;
      boolean note = line.name().isEmpty();
      AccountRef author = note ? null : chat.account(line.name());
      List<Media> media = new ArrayList<>();
      String file = words.strip();
      if (!note
          && file.matches("[^\\s/]{1,120}\\.[A-Za-z0-9]{2,5}")
          && source.part(Shelf.folderOf(part) + file).isPresent()) {
        media.add(shelf.media(Shelf.folderOf(part), file, null));
      }
      List<Record> records = new ArrayList<>();
      records.add(
          new Record.Message(
              header,
              chat.ref(),
              author,
              note ? List.of() : chat.recipients(line.name(), speakers),
              null,
              line.heading() ? line.stamp() + more : words,
              null,
              null,
              note ? line.heading() ? "date" : "note" : null,
              List.of(),
              media));
      if (line.form() == Form.DOUBTFUL) {
        doubtful++;
      } else if (note && !line.heading()) {
        records.addAll(KakaoMoves.of(line.words(), header, chat));
      }
      sink.records(records);
    }
  }
}
