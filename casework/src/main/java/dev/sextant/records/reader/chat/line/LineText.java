package dev.sextant.records.reader.chat.line;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Membership.Action;
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
import java.time.DateTimeException;
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
 * LINE's "export chat history" of telephones: a heading a day, then {@code time TAB name TAB
 * words}.
 */
public final class LineText extends ChatFiles {
  private static final Platform LINE = new Platform("line");

  private static final Pattern YEAR_FIRST =
      Pattern.compile("^(\\d{4})[/.-](\\d{1,2})[/.-](\\d{1,2})(?: ?\\(.{1,12}\\)| \\S{1,12})?$");

  private static final Pattern YEAR_LAST =
      Pattern.compile("^\\S{2,12}, (\\d{1,2})/(\\d{1,2})/(\\d{4})$");

  private static final Pattern SAID =
      Pattern.compile(
          "^((?:(?:午前|午後|오전|오후|上午|下午) ?)?(\\d{1,2}):(\\d{2}) ?(?:[AaPp][Mm])?)\\t([^\\t]{0,100})(?:\\t(.*))?$",
          Pattern.DOTALL);

  /* The wording tells a talk of two from a group's. */
  private static final Pattern DIRECT_TITLE =
      Pattern.compile(
          "^\\[LINE\\] ?(?:Chat history with \"?(.+?)\"?|(.+?)とのトーク履歴|[与與](.+?)的聊天(?:記錄|记录|紀錄)"
              + "|(.+?)님과 대화한 내용|ประวัติการสนทนากับ ?(.+?))$");

  private static final Pattern GROUP_TITLE =
      Pattern.compile(
          "^\\[LINE\\] ?(?:Chat history in \"?(.+?)\"?|(.+?)のトーク履歴|(.+?)的聊天(?:記錄|记录|紀錄))$");

  private static final Pattern CALL =
      Pattern.compile("^☎ ?(.{0,40}?) ?(?:(\\d{1,3}):(\\d{2})(?::(\\d{2}))?)?$");

  private static final Pattern MOVE =
      Pattern.compile(
          "^(.{1,100}?) (joined|left)(?: the (?:group|chat))?\\.?$|^(.{1,100}?) (?:invited|added) (.{1,100}?)(?: to the (?:group|chat))?\\.?$");

  /** What a line that begins an entry says; a day's heading has no name. */
  private record Begun(
      @Nullable LocalDate day, String stamp, @Nullable LocalTime time, String name, String words) {
    static @Nullable Begun of(String raw) {
      String line = raw.replace("\uFEFF", "");
      Matcher m = YEAR_FIRST.matcher(line);
      if (m.matches()) {
        return heading(line, m.group(1), m.group(2), m.group(3));
      }
      m = YEAR_LAST.matcher(line);
      if (m.matches()) {
        return heading(line, m.group(3), m.group(1), m.group(2));
      }
      m = SAID.matcher(line);
      if (!m.matches()) {
        return null;
      }
      String words = m.group(5);
      String name = words == null ? "" : m.group(4).strip();
      return new Begun(
          null,
          m.group(1),
          clock(m.group(1), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3))),
          name,
          words == null ? m.group(4) : words);
    }

    private static @Nullable Begun heading(String line, String year, String month, String day) {
      try {
        LocalDate date =
            LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        return date.getYear() < 2011 ? null : new Begun(date, line, null, "", "");
      } catch (DateTimeException e) {
        return null; // No such day: words that look like one.
      }
    }

    private static @Nullable LocalTime clock(String text, int hour, int minute) {
      boolean half = !text.matches("[0-9:]+");
      boolean after = text.matches("(?s).*(?:午後|오후|下午|[Pp][Mm]).*");
      int whole = half ? hour % 12 + (after ? 12 : 0) : hour % 24;
      return hour > 24 || minute > 59 ? null : LocalTime.of(whole, minute);
    }
  }

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "line-text",
        2,
        "LINE chat history (text)",
        List.of(
            "telephones' exports, 12 and 24 hour clock, calls; titles in English, Japanese, Chinese,"
                + " Korean and Thai, which tell a group from a talk of two"),
        List.of(
            "the computer's export separates by blanks: names and words cannot be told apart in it",
            "the zone is not in the file: declare it"));
  }

  @Override
  protected int fits(Source.Part part) throws IOException {
    boolean text = part.path().isEmpty() || part.fileName().endsWith(".txt");
    return text
            && new String(part.head(), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .startsWith("[LINE]")
        ? 92
        : 0;
  }

  @Override
  protected Walk begin(Source source, Shelf shelf, Sink sink) {
    return inLocalTime(source, sink, (part, local) -> new Chat(source, part, sink, local).read());
  }

  /** The reading of one text. */
  private static final class Chat {
    private final Sink sink;
    private final LocalTimes local;
    private final Entries<Begun> entries;
    private final Set<String> speakers = new LinkedHashSet<>();
    private final NamedChat chat;
    private @Nullable LocalDate day;

    Chat(Source source, Source.Part part, Sink sink, LocalTimes local) throws IOException {
      this.sink = sink;
      this.local = local;
      this.entries = new Entries<>(part, source.limits(), Begun::of);
      boolean[] moved = {false};
      entries.survey((begun, more, at) -> {
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
      ConversationRef.Kind kind =
          moved[0] || group != null
              ? ConversationRef.Kind.GROUP
              : direct != null && speakers.size() < 3
                  ? ConversationRef.Kind.DIRECT
                  : NamedChat.kind(speakers.size());
      this.chat = NamedChat.of(LINE, kind, source, part, title);
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
      long bad = entries.read(sink, this::entry);
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
      sink.records(records(begun, more, at, time));
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
        out.add(note(begun.words() + more, "note", at, time));
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
