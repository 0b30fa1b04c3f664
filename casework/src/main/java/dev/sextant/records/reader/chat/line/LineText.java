package dev.sextant.records.reader.chat.line;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Membership.Action;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.chat.ChatFiles;
import dev.sextant.records.reader.chat.Entries;
import dev.sextant.records.reader.chat.LocalTimes;
import dev.sextant.records.reader.chat.NamedChat;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
 * LINE's "export chat history": a heading a day, then {@code time TAB name TAB words} from
 * telephones, {@code time name words} parted by blanks from computers, there mostly without a head.
 */
public final class LineText extends ChatFiles {
  private static final Platform LINE = new Platform("line");

  /* The wording tells a talk of two from a group's. */
  private static final Pattern DIRECT_TITLE =
      Pattern.compile(
          "^\\[LINE\\] ?(?:Chat history with \"?(.+?)\"?|(.+?)とのトーク履歴|[与與](.+?)的聊天(?:記錄|记录|紀錄)"
              + "|(.+?)님과 대화한 내용|ประวัติการสนทนากับ ?(.+?))$");

  private static final Pattern GROUP_TITLE =
      Pattern.compile(
          "^\\[LINE\\] ?(?:Chat history in \"?(.+?)\"?|(.+?)のトーク履歴|(.+?)的聊天(?:記錄|记录|紀錄))$");

  /* The computer's export: a day with its weekday, then a time, a blank, a name. */
  private static final Pattern HEADLESS =
      Pattern.compile(
          "\\A\\s{0,9}\\d{4}\\.\\d{2}\\.\\d{2} (?:[A-Z][a-z]{2,5}day|[月火水木金土日]曜日|星期[一二三四五六日]|[월화수목금토일]요일"
              + "|วัน[\u0E00-\u0E7F]{2,12})\\s{1,9}\\d{1,2}:\\d{2} [^\\t\\s]");

  private static final Pattern CALL =
      Pattern.compile("^☎ ?(.{0,40}?) ?(?:(\\d{1,3}):(\\d{2})(?::(\\d{2}))?)?$");

  private static final Pattern MOVE =
      Pattern.compile(
          "^(.{1,100}?) (joined|left)(?: the (?:group|chat))?\\.?$|^(.{1,100}?) (?:invited|added) (.{1,100}?)(?: to the (?:group|chat))?\\.?$");

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "line-text",
        3,
        "LINE chat history (text)",
        List.of(
            "telephones' exports, 12 and 24 hour clock, calls; titles in English, Japanese, Chinese,"
                + " Korean and Thai, which tell a group from a talk of two",
            "computers' exports, which part names and words by blanks: a name is what at least three"
                + " lines share before their words differ, decided over the whole file"),
        List.of(
            "where a computer's export does not show a name's end, the line stays whole, has no author and"
                + " is counted",
            "the zone is not in the file: declare it"));
  }

  @Override
  protected int fits(Source.Part part) throws IOException {
    if (!part.path().isEmpty() && !part.fileName().endsWith(".txt")) {
      return 0;
    }
    String head = new String(part.head(), StandardCharsets.UTF_8).replace("\uFEFF", "");
    return head.startsWith("[LINE]")
        ? 92
        : !HEADLESS.matcher(head).find() ? 0 : part.fileName().startsWith("[LINE]") ? 88 : 74;
  }

  @Override
  protected Walk begin(Source source, Shelf shelf, Sink sink) {
    return inLocalTime(source, sink, (part, local) -> new Chat(source, part, sink, local).read());
  }

  /** The reading of one text. */
  private static final class Chat {
    private final Sink sink;
    private final LocalTimes local;
    private final Source.Part part;
    private final Limits limits;
    private final Set<String> speakers = new LinkedHashSet<>();
    private final NamedChat chat;
    private @Nullable LineNames names;
    private @Nullable LocalDate day;
    private long whole;
    private long spoken;

    Chat(Source source, Source.Part part, Sink sink, LocalTimes local) throws IOException {
      this.sink = sink;
      this.local = local;
      this.part = part;
      this.limits = source.limits();
      boolean[] moved = {false};
      boolean[] tabs = {false};
      entries()
          .survey((begun, more, at) -> {
            tabs[0] |= begun.day() == null;
            moved[0] |= begun.name().isEmpty() && MOVE.matcher(begun.words()).matches();
            if (!begun.name().isEmpty() && speakers.size() < 3) {
              speakers.add(begun.name());
            }
          });
      String first =
          new String(part.head(), StandardCharsets.UTF_8)
              .replace("\uFEFF", "")
              .lines()
              .findFirst()
              .orElse("");
      String direct = title(DIRECT_TITLE, first.strip());
      String group = direct == null ? title(GROUP_TITLE, first.strip()) : null;
      String title = direct == null ? group : direct;
      if (!tabs[0]) {
        names = byBlanks(direct, moved);
      }
      ConversationRef.Kind kind =
          moved[0] || group != null
              ? ConversationRef.Kind.GROUP
              : direct != null && speakers.size() < 3
                  ? ConversationRef.Kind.DIRECT
                  // Whom no line shows may be there as well.
                  : names != null && speakers.size() < 3
                      ? ConversationRef.Kind.UNKNOWN
                      : NamedChat.kind(speakers.size());
      this.chat = NamedChat.of(LINE, kind, source, part, title);
    }

    /* A part without a single tab: the computer's. */
    private LineNames byBlanks(@Nullable String with, boolean[] moved) throws IOException {
      LineNames found = new LineNames(with);
      this.names = found;
      entries()
          .survey((begun, more, at) -> {
            if (begun.day() == null && MOVE.matcher(begun.words()).matches()) {
              moved[0] = true;
            } else if (begun.day() == null) {
              found.begins(begun.words());
            }
          });
      entries()
          .survey((begun, more, at) -> {
            if (begun.day() == null && !MOVE.matcher(begun.words()).matches()) {
              found.goesOn(begun.words());
            }
          });
      speakers.addAll(found.names());
      if (with != null) {
        speakers.add(with);
      }
      return found;
    }

    private Entries<Begun> entries() {
      return new Entries<>(part, limits, names == null ? Begun::of : Begun.inOrder());
    }

    private static @Nullable String title(Pattern form, String line) {
      Matcher m = form.matcher(line);
      for (int i = 1; m.matches() && i <= m.groupCount(); i++) {
        if (m.group(i) != null) {
          return m.group(i);
        }
      }
      return null;
    }

    void read() throws IOException {
      long bad = entries().read(sink, this::entry);
      if (whole > 0) {
        sink.note(
            new ReadNote(
                "SX-NOTE-NAMES",
                whole
                    + " of "
                    + spoken
                    + " lines do not show where the name ends and the words begin: they are kept whole,"
                    + " with no author"));
      }
      if (bad > 0) {
        sink.note(new ReadNote("SX-NOTE-CHARSET", bad + " lines held bytes that are not UTF-8"));
      }
    }

    private void entry(Begun begun, String more, Locator at) {
      sink.item();
      LocalDate told = begun.day();
      if (told != null) {
        day = told;
        ClaimedTime time =
            local.claimed(told.atStartOfDay(), begun.stamp(), ClaimedTime.Precision.DAY);
        sink.records(List.of(note(begun.stamp() + more, "date", at, time)));
        return;
      }
      LocalDate today = day;
      LocalTime clock = begun.time();
      ClaimedTime time =
          today == null || clock == null
              ? ClaimedTime.unreadable(begun.stamp())
              : local.claimed(today.atTime(clock), begun.stamp(), ClaimedTime.Precision.MINUTE);
      sink.records(records(named(begun), more, at, time));
    }

    /* Of the computer's export: the name taken out of the words, where it shows. */
    private Begun named(Begun begun) {
      LineNames found = names;
      if (found == null || !begun.name().isEmpty() || MOVE.matcher(begun.words()).matches()) {
        return begun;
      }
      spoken++;
      String said = begun.words();
      String name = found.name(said);
      if (name == null) {
        whole++;
        return begun;
      }
      String words = said.length() > name.length() ? said.substring(name.length() + 1) : "";
      return new Begun(null, begun.stamp(), begun.time(), name, words);
    }

    private Record note(String words, String action, Locator at, ClaimedTime time) {
      return new Record.Message(
          new Header(LINE, at, time, Map.of()),
          chat.ref(),
          null,
          List.of(),
          null,
          words,
          null,
          null,
          action,
          List.of(),
          List.of());
    }

    private List<Record> records(Begun begun, String more, Locator at, ClaimedTime time) {
      Header header = new Header(LINE, at, time, Map.of());
      List<Record> out = new ArrayList<>();
      if (begun.name().isEmpty()) {
        // Of the computer's export it does not show whether somebody said it.
        out.add(note(begun.words() + more, names == null ? "note" : "line", at, time));
        Matcher m = MOVE.matcher(begun.words());
        if (m.matches()) {
          boolean alone = m.group(1) != null;
          Action action =
              !alone ? Action.ADDED : m.group(2).equals("left") ? Action.LEFT : Action.JOINED;
          AccountRef who = chat.account(alone ? m.group(1) : m.group(4));
          out.add(
              new Record.Membership(
                  header, who, chat.ref(), action, alone ? null : chat.account(m.group(3))));
        }
        return out;
      }
      AccountRef author = chat.account(begun.name());
      List<AccountRef> others = chat.recipients(begun.name(), speakers);
      Matcher call = CALL.matcher(begun.words());
      if (call.matches() && more.isEmpty()) {
        return List.of(
            new Record.Call(header, chat.ref(), author, others, span(call), begun.words()));
      }
      out.add(
          new Record.Message(
              header,
              chat.ref(),
              author,
              others,
              null,
              unquoted(begun.words() + more),
              null,
              null,
              null,
              List.of(),
              List.of()));
      return out;
    }

    /* Words over several lines stand in quotation marks. */
    private static String unquoted(String words) {
      boolean several = words.indexOf('\n') >= 0;
      return several && words.startsWith("\"") && words.endsWith("\"") && words.length() > 1
          ? words.substring(1, words.length() - 1)
          : words;
    }

    private static @Nullable Duration span(Matcher m) {
      if (m.group(2) == null) {
        return null;
      }
      long first = Long.parseLong(m.group(2));
      long second = Long.parseLong(m.group(3));
      String third = m.group(4);
      return third == null
          ? Duration.ofSeconds(first * 60 + second)
          : Duration.ofSeconds(first * 3600 + second * 60 + Long.parseLong(third));
    }
  }
}
