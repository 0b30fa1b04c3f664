package dev.sextant.records.reader.chat.irc;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Membership.Action;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.TextLines;
import dev.sextant.records.reader.chat.LocalTimes;
import dev.sextant.records.reader.chat.NamedChat;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/** Logs of IRC clients and bouncers, one channel or private talk a file. */
public final class IrcLog implements Reader {
  static final Platform IRC = new Platform("irc");

  private static final int LOOK = 200;

  private static final Pattern ADDRESS =
      Pattern.compile("@((?:\\d{1,3}\\.){3}\\d{1,3}|[0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{0,4}){2,7})$");

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "irc-log",
        1,
        "IRC log",
        List.of(
            "irssi, WeeChat, ZNC, mIRC and HexChat styles; days from the log or the file's name",
            "words, actions, notices, joins, parts, quits, kicks, changes of nick, hosts"),
        List.of(
            "which network it was is not in the file: a nick is taken for the same everywhere",
            "the zone is not in the file: declare it",
            "a time of day without a day is kept as text"));
  }

  private static boolean candidate(Source.Part part) {
    String name = part.fileName().toLowerCase(Locale.ROOT);
    return part.path().isEmpty()
        || name.endsWith(".log")
        || name.endsWith(".txt")
        || name.endsWith(".weechatlog")
        || name.startsWith("#");
  }

  private static int sniff(Source.Part part) throws IOException {
    byte[] head = part.head();
    for (int i = 0; i < Math.min(head.length, 4096); i++) {
      if (head[i] == 0) {
        return 0;
      }
    }
    int lines = 0;
    int telling = 0;
    int spoken = 0;
    int log = 0;
    List<String> all = new String(head, StandardCharsets.UTF_8).lines().limit(LOOK).toList();
    for (String line : all) {
      if (line.isBlank() || line.length() > 4000) {
        continue;
      }
      IrcLine read = IrcLine.of(line.replace("\uFEFF", ""));
      lines++;
      telling += read.telling() ? 1 : 0;
      spoken +=
          read.nick() != null
                  && (!line.contains("\t") || read.kind() != IrcLine.Kind.SAID || tabs(line))
              ? 1
              : 0;
      log += read.kind() == IrcLine.Kind.LOG ? 1 : 0;
    }
    if (lines == 0 || telling * 10 < lines * 8 || spoken + log == 0) {
      return 0;
    }
    return log > 0 ? 90 : spoken >= 2 ? 84 : 62;
  }

  /* WeeChat's lines have two tabs after a whole date; other tables with times do not count. */
  private static boolean tabs(String line) {
    return line.matches("^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}\\t\\S{1,66}\\t.*")
        || line.contains("<");
  }

  @Override
  public int sniff(Source source) throws IOException {
    int best = 0;
    int looked = 0;
    for (Source.Part part : source.parts()) {
      if (candidate(part) && looked++ < 20) {
        best = Math.max(best, sniff(part));
      }
    }
    return best;
  }

  @Override
  public void read(Source source, Sink sink) throws IOException {
    Shelf shelf = new Shelf(source);
    LocalTimes local = new LocalTimes(source.zone());
    for (Source.Part part : source.parts()) {
      if (candidate(part) && sniff(part) > 0) {
        shelf.use(part);
        new Log(source, part, sink, local).read();
      }
    }
    local.tell(sink);
    shelf.announceRest(sink);
  }

  /** The reading of one log. */
  private static final class Log {
    private final Source source;
    private final Source.Part part;
    private final Sink sink;
    private final IrcClock clock;
    private final ConversationRef chat;
    private final Set<String> speakers = new LinkedHashSet<>();

    Log(Source source, Source.Part part, Sink sink, LocalTimes local) throws IOException {
      this.source = source;
      this.part = part;
      this.sink = sink;
      this.clock = new IrcClock(local, part.fileName());
      String channel = survey();
      boolean open = channel != null && (channel.startsWith("#") || channel.startsWith("&"));
      ConversationRef.Kind kind =
          open ? ConversationRef.Kind.GROUP : NamedChat.kind(speakers.size());
      this.chat = new ConversationRef(IRC, kind, NamedChat.key(source, part), channel);
    }

    /* The channel is named by the file, by those who join it, or by mIRC's heading. */
    private @Nullable String survey() throws IOException {
      String channel = IrcLine.channelOf(part.fileName());
      try (TextLines lines = new TextLines(part.open(), source.limits().itemBytes())) {
        TextLines.Line line = lines.line();
        while (line != null && (channel == null || speakers.size() < 3)) {
          IrcLine read = IrcLine.of(line.text());
          if (channel == null && read.channel() != null) {
            channel = read.channel();
          } else if (channel == null && read.text().startsWith("Session Ident: ")) {
            channel = read.text().substring("Session Ident: ".length()).strip();
          } else if (channel == null && read.text().startsWith("Now talking on ")) {
            channel = read.text().substring("Now talking on ".length()).strip();
          }
          String nick = read.nick();
          if (nick != null && read.kind() == IrcLine.Kind.SAID && speakers.size() < 3) {
            speakers.add(nick);
          }
          line = lines.line();
        }
      }
      return channel;
    }

    void read() throws IOException {
      try (TextLines lines = new TextLines(part.open(), source.limits().itemBytes())) {
        TextLines.Line line = lines.line();
        while (line != null) {
          if (!line.text().isBlank()) {
            take(line);
          }
          line = lines.line();
        }
        if (lines.badLines() > 0) {
          sink.note(
              new ReadNote(
                  "SX-NOTE-CHARSET", lines.badLines() + " lines held bytes that are not UTF-8"));
        }
      }
    }

    private void take(TextLines.Line line) {
      Locator at = part.at(line.from(), Math.max(line.from(), line.to()), line.number() + ":1");
      sink.item();
      if (!line.whole()) {
        sink.fault(at, new ReadFault(ReadFault.LIMIT, "a line over the limit"));
        return;
      }
      IrcLine read = IrcLine.of(line.text());
      if (read.kind() == IrcLine.Kind.OTHER) {
        sink.unknown(at, "line of no known form");
        return;
      }
      ClaimedTime time =
          read.kind() == IrcLine.Kind.LOG ? clock.log(read.text()) : clock.of(read.stamp());
      Map<String, String> extra = new TreeMap<>();
      if (read.host() != null) {
        extra.put("host", read.host());
      }
      if (read.kind() == IrcLine.Kind.DID) {
        extra.put("form", "action");
      } else if (read.kind() == IrcLine.Kind.NOTICE) {
        extra.put("form", "notice");
      }
      sink.records(records(read, new Header(IRC, at, time, extra)));
    }

    private static AccountRef account(String nick) {
      return new AccountRef(IRC, KeyBasis.HANDLE, nick.toLowerCase(Locale.ROOT), nick, null);
    }

    private List<Record> records(IrcLine read, Header header) {
      String nick = read.nick();
      AccountRef who = nick == null ? null : account(nick);
      AccountRef other = read.other() == null ? null : account(String.valueOf(read.other()));
      String action =
          switch (read.kind()) {
            case SAID, DID, NOTICE -> null;
            default -> read.kind().name().toLowerCase(Locale.ROOT);
          };
      List<Record> out = new ArrayList<>();
      AccountRef author = read.kind() == IrcLine.Kind.KICK ? other : who;
      out.add(
          new Record.Message(
              header,
              chat,
              author,
              recipients(read),
              null,
              read.text(),
              null,
              null,
              action,
              List.of(),
              List.of()));
      if (who == null) {
        return out;
      }
      switch (read.kind()) {
        case JOIN -> out.add(new Record.Membership(header, who, chat, Action.JOINED, null));
        case PART, QUIT -> out.add(new Record.Membership(header, who, chat, Action.LEFT, null));
        case KICK -> out.add(new Record.Membership(header, who, chat, Action.REMOVED, other));
        case NICK ->
            out.add(
                new Record.Activity(
                    header, who, Record.Activity.What.CHANGED, "nick", read.other(), other));
        default -> {
          // Words and notes move nobody.
        }
      }
      Matcher address = ADDRESS.matcher(read.host() == null ? "" : String.valueOf(read.host()));
      if (address.find()) {
        out.add(new Record.Login(header, who, address.group(1), -1, null, action));
      }
      return out;
    }

    private List<AccountRef> recipients(IrcLine read) {
      String nick = read.nick();
      return chat.kind() == ConversationRef.Kind.DIRECT
              && nick != null
              && read.kind() == IrcLine.Kind.SAID
          ? speakers.stream().filter(s -> !s.equals(nick)).map(Log::account).toList()
          : List.of();
    }
  }
}
