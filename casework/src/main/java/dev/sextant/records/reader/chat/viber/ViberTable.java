package dev.sextant.records.reader.chat.viber;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.reader.PhoneNumbers;
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
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Viber's message history as its telephones mail it: tables without a head, one file a
 * conversation. Layout after a public analyser of such files; the program documents none.
 */
public final class ViberTable extends ChatFiles {
  private static final Platform VIBER = new Platform("viber");
  private static final int LOOKED_AT = 12;

  /** A comma of a table; in a sentence a blank follows. */
  private static final Pattern COLUMN = Pattern.compile(",(?! )");

  private static final Pattern CODES = Pattern.compile("[A-Z0-9_.:;,+\"/-]*");

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "viber-csv",
        1,
        "Viber message history (CSV)",
        List.of(
            "day, time, name, number, words; commas and line ends in words; day or month first,"
                + " decided over the whole file"),
        List.of(
            "nothing in the file names the program: it is told by its shape, and a file with one"
                + " speaker whose number is not in the international form is not taken",
            "the zone is not in the file: declare it",
            "calls, files and the computer's database are not in it",
            "layout known from one public program only"));
  }

  private static boolean ours(Source.Part part) throws IOException {
    if (!part.path().isEmpty() && !part.fileName().matches("(?i).*\\.(csv|txt)")) {
      return false;
    }
    List<String> lines =
        new String(part.head(), StandardCharsets.UTF_8)
            .replace("\uFEFF", "")
            .lines()
            .limit(LOOKED_AT)
            .toList();
    if (lines.isEmpty() || ViberLine.of(lines.getFirst()) == null) {
      return false;
    }
    List<ViberLine> rows = new ArrayList<>();
    for (String line : lines) {
      ViberLine row = ViberLine.of(line);
      if (row != null) {
        rows.add(row);
      }
    }
    return conversation(rows) && !records(rows);
  }

  /* Somebody with a number in the international form, or two who speak. */
  private static boolean conversation(List<ViberLine> rows) {
    List<ViberLine> named =
        rows.stream().filter(r -> !r.number().isEmpty() && !r.name().isEmpty()).toList();
    return named.stream().anyMatch(r -> r.number().startsWith("+"))
        || named.stream().map(ViberLine::number).distinct().count() > 1;
  }

  /* Records of calls and devices begin alike: there every row has the same columns, more than five,
   * or what would be words are numbers and codes. */
  private static boolean records(List<ViberLine> rows) {
    List<Integer> columns =
        rows.stream().map(r -> COLUMN.splitAsStream(r.words()).toList().size()).distinct().toList();
    boolean table = rows.size() > 1 && columns.size() == 1 && columns.getFirst() > 1;
    return table || rows.stream().allMatch(r -> CODES.matcher(r.words()).matches());
  }

  @Override
  protected int fits(Source.Part part) throws IOException {
    return ours(part) ? 82 : 0;
  }

  @Override
  protected Walk begin(Source source, Shelf shelf, Sink sink) {
    return inLocalTime(source, sink, (part, local) -> new Chat(source, part, sink, local).read());
  }

  /** The reading of one file. */
  private static final class Chat {
    private final Sink sink;
    private final LocalTimes local;
    private final Entries<ViberLine> entries;
    private final Map<String, AccountRef> speakers = new LinkedHashMap<>();
    private final NamedChat names;
    private final ConversationRef in;
    private final boolean monthFirst;

    Chat(Source source, Source.Part part, Sink sink, LocalTimes local) throws IOException {
      this.sink = sink;
      this.local = local;
      this.entries = new Entries<>(part, source.limits(), ViberLine::of);
      this.names = NamedChat.of(VIBER, ConversationRef.Kind.UNKNOWN, source, part, null);
      int[] over = {0, 0};
      entries.survey((line, more, at) -> {
        over[0] += line.first() > 12 ? 1 : 0;
        over[1] += line.second() > 12 ? 1 : 0;
        AccountRef who = account(line);
        if (who != null && speakers.size() < 3) {
          speakers.putIfAbsent(who.accountKey(), who);
        }
      });
      this.monthFirst = over[1] > over[0];
      if (over[0] == 0 && over[1] == 0 || over[0] > 0 && over[1] > 0) {
        sink.note(
            new ReadNote(
                "SX-NOTE-DATE-ORDER",
                "the order of day and month is assumed: "
                    + (monthFirst ? "month" : "day")
                    + " first; no day of the file decides it alone"));
      }
      this.in =
          new ConversationRef(VIBER, NamedChat.kind(speakers.size()), names.ref().key(), null);
    }

    void read() throws IOException {
      long bad = entries.read(sink, this::entry);
      if (bad > 0) {
        sink.note(new ReadNote("SX-NOTE-CHARSET", bad + " lines held bytes that are not UTF-8"));
      }
    }

    private @Nullable AccountRef account(ViberLine line) {
      String shown = line.name().isEmpty() ? null : line.name();
      AccountRef phone =
          line.number().startsWith("+") ? PhoneNumbers.account(VIBER, line.number(), shown) : null;
      if (phone != null) {
        return phone;
      }
      if (!line.number().isEmpty()) {
        return new AccountRef(VIBER, KeyBasis.LABEL, line.number(), null, shown);
      }
      return shown == null ? null : names.account(shown);
    }

    private void entry(ViberLine line, String more, Locator at) {
      sink.item();
      LocalDate day = line.day(monthFirst);
      LocalTime clock = line.time();
      ClaimedTime time =
          day == null || clock == null || day.getYear() < 2010 // There was no Viber.
              ? ClaimedTime.unreadable(line.stamp())
              : local.claimed(day.atTime(clock), line.stamp(), ClaimedTime.Precision.SECOND);
      AccountRef author = account(line);
      List<AccountRef> to =
          author != null && in.kind() == ConversationRef.Kind.DIRECT
              ? speakers.values().stream().filter(s -> !s.key().equals(author.key())).toList()
              : List.of();
      sink.records(
          List.of(
              new Record.Message(
                  new Header(VIBER, at, time, Map.of()),
                  in,
                  author,
                  to,
                  null,
                  ViberLine.unquoted((line.words() + more).strip()),
                  null,
                  null,
                  author == null ? "note" : null,
                  List.of(),
                  List.of())));
    }
  }
}
