package dev.sextant.records.reader.whatsapp;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.chat.LocalTimes;
import dev.sextant.records.reader.chat.vcard.VCards;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * WhatsApp's "export chat": {@code _chat.txt} of iOS and {@code WhatsApp Chat with X.txt} of
 * Android, alone or in a zip or folder with the media.
 */
public final class WhatsAppText implements Reader {
  private static final Pattern ATTACHED =
      Pattern.compile(
          "[\u200e\u200f]*<(?:attached|adjunto|archivo adjunto|anexado|anexo|ficheiro anexado|Anhang|"
              + "pièce jointe|fichier joint|allegato|bijgevoegd|прикреплено|вложение|ekli dosya|eklendi)"
              + "\\s?: (.+?)>",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern FILE_ATTACHED =
      Pattern.compile(
          "^[\u200e\u200f]*(\\S.{0,250}?\\.[A-Za-z0-9]{2,5}) \\([^()]{4,40}\\)(?:\n|$)");

  private static final Pattern OMITTED =
      Pattern.compile(
          "(?i)^[\u200e\u200f]*(<[^<>]{4,60}>|[^\n<>]{2,40} (?:omitted|weggelassen|omitid[oa]|ocultad[oa]|"
              + "absente?|omess[oai]|weggelaten|отсутству\\S{1,6}|пропущен\\S{0,4}|dahil edilmedi|"
              + "não revelad[oa]))$",
          Pattern.UNICODE_CASE);

  private static final Pattern PLACE =
      Pattern.compile(
          "https://maps\\.google\\.com/\\?q=(-?[0-9]{1,2}\\.[0-9]+),(-?[0-9]{1,3}\\.[0-9]+)");

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "whatsapp-text",
        4,
        "WhatsApp chat export (text)",
        List.of(
            "Android and iOS, 12 and 24 hour clock, day, month or year first, digits and words for the"
                + " halves of the day in the languages of WhatsApp; Buddhist, Persian and Islamic years",
            "what was copied from the browser's WhatsApp (the time before the date)",
            "who came and went, calls, deleted, edited and once-only messages in English, Spanish,"
                + " Portuguese, German, French, Italian, Dutch, Russian, Turkish",
            "polls, places, contact cards, media in the zip"),
        List.of(
            "notes in other languages are kept as they stand",
            "the zone of the phone is not in the file: declare it"),
        List.of("two chats of a public test suite (Android, English and Spanish clock)"));
  }

  @Override
  public int sniff(Source source) throws IOException {
    for (Source.Part part : source.parts()) {
      if (candidate(part)) {
        int score = sniff(part);
        if (score > 0) {
          return score;
        }
      }
    }
    return 0;
  }

  private static boolean candidate(Source.Part part) {
    return part.path().isEmpty() || part.fileName().endsWith(".txt");
  }

  /* Signal's text export has brackets without seconds; iOS always writes seconds, and what is copied
   * from the browser's WhatsApp begins with the time. */
  private static int sniff(Source.Part part) throws IOException {
    int stamped = 0;
    int authored = 0;
    int lines = 0;
    byte[] head = part.head();
    if (head.length > 1 && (head[0] == 0 || head[1] == 0)) {
      return 0;
    }
    for (String line : new String(head, StandardCharsets.UTF_8).lines().limit(50).toList()) {
      lines++;
      Stamp stamp = Stamp.of(line);
      if (stamp != null && (!stamp.bracketed() || stamp.second60() >= 0 || stamp.clockFirst())) {
        stamped++;
        authored += Entry.authorOf(stamp.rest()) != null ? 1 : 0;
        if (lines == 1) {
          stamped += 2;
        }
      }
    }
    return stamped >= 3 && authored > 0 ? 80 : 0;
  }

  @Override
  public void read(Source source, Sink sink) throws IOException {
    Shelf shelf = new Shelf(source);
    for (Source.Part part : source.parts()) {
      if (candidate(part) && sniff(part) > 0) {
        shelf.use(part);
        new Chat(source, part, shelf, sink).read();
      } else if (part.fileName().endsWith(".vcf") && VCards.sniff(part) > 0) {
        shelf.use(part);
        VCards.read(
            source, part, null, sink); // A contact somebody shared; whose it is is not said.
      }
    }
    shelf.announceRest(sink);
  }

  /** The reading of one text. */
  private static final class Chat implements Transcript.Visitor {
    private final Source source;
    private final Source.Part part;
    private final Shelf shelf;
    private final Sink sink;
    private final ChatShape shape;
    private final Transcript transcript;
    private final ConversationRef conversation;
    private final DateOrder.Decision dates;
    private final LocalTimes times;

    Chat(Source source, Source.Part part, Shelf shelf, Sink sink) throws IOException {
      this.source = source;
      this.part = part;
      this.shelf = shelf;
      this.sink = sink;
      this.times = new LocalTimes(source.zone());
      String inner = part.path().isEmpty() ? "" : "/" + part.path();
      String name = part.fileName().equals("_chat.txt") ? source.name() : part.fileName();
      this.shape = new ChatShape(source.digest().hex().substring(0, 16) + inner, name);
      this.transcript = new Transcript(part, source.limits());
      transcript.walk(shape::add);
      this.conversation = shape.conversation();
      this.dates = shape.order();
      sink.note(
          new ReadNote(
              "SX-NOTE-DATE-ORDER",
              "dates are read as " + dates.order().words() + ": " + dates.why()));
    }

    void read() throws IOException {
      if (source.zone().isEmpty()) {
        times.tell(sink);
      }
      if (conversation.kind() == ConversationRef.Kind.DIRECT) {
        sink.note(
            new ReadNote(
                "SX-NOTE-DIRECT", "taken for a direct chat: two authors and no note of a group"));
      }
      long bad = transcript.walk(this);
      if (source.zone().isPresent()) {
        times.tell(sink);
      }
      long unlike = transcript.unlike();
      if (unlike > 0) {
        sink.note(
            new ReadNote(
                "SX-NOTE-STAMP",
                unlike
                    + (unlike == 1 ? " line begins" : " lines begin")
                    + " with a time in another form than the first message's and"
                    + (unlike == 1 ? " is" : " are")
                    + " kept as words of the message above, as of something pasted; if two exports"
                    + " were joined to this file, part them there (first: line "
                    + transcript.firstUnlike()
                    + ")"));
      }
      if (bad > 0) {
        sink.note(new ReadNote("SX-NOTE-CHARSET", bad + " lines held bytes that are not UTF-8"));
      }
    }

    @Override
    public void preamble(long from, long to) {
      sink.item();
      sink.unknown(part.at(from, to, ""), "text before the first message");
    }

    @Override
    public void tooLong(long from, long to, long line) {
      sink.item();
      sink.fault(
          part.at(from, to, line + ":1"),
          new ReadFault(ReadFault.LIMIT, "a message over the limit"));
    }

    @Override
    public void entry(Entry entry) throws IOException {
      sink.item();
      Locator at = part.at(entry.from(), entry.to(), entry.line() + ":1");
      ClaimedTime time = time(entry.stamp());
      String author = entry.author();
      // On Android calls are notes; on iOS and in newer versions they stand where words would.
      boolean may = author == null || entry.words().startsWith("\u200e");
      Said.Rung rung = may ? Said.call(Stamp.withoutMarks(entry.words()).strip()) : null;
      if (rung != null) {
        sink.records(List.of(call(rung, author, at, time)));
      } else if (author == null || Notes.iosNote(entry.words())) {
        sink.records(note(entry, new Header(Platform.WHATSAPP, at, time, Map.of())));
      } else {
        sink.records(message(entry, author, at, time));
      }
    }

    private Record call(Said.Rung rung, @Nullable String author, Locator at, ClaimedTime time) {
      return new Record.Call(
          new Header(Platform.WHATSAPP, at, time, Map.of()),
          conversation,
          author == null ? null : shape.account(author),
          author == null ? List.of() : shape.recipients(author),
          rung.duration(),
          rung.outcome());
    }

    private ClaimedTime time(Stamp stamp) {
      LocalDateTime local = dates.read(stamp);
      ClaimedTime.Precision precision =
          stamp.second60() < 0 ? ClaimedTime.Precision.MINUTE : ClaimedTime.Precision.SECOND;
      return local == null
          ? ClaimedTime.unreadable(stamp.text())
          : times.claimed(local, stamp.text(), precision);
    }

    private List<Record> note(Entry entry, Header header) {
      List<Record> records = new ArrayList<>();
      String author = entry.author();
      records.add(
          new Record.Message(
              header,
              conversation,
              author == null ? null : shape.account(author),
              List.of(),
              null,
              Stamp.withoutMarks(entry.words()),
              null,
              null,
              Notes.kind(entry.words()),
              List.of(),
              List.of()));
      Notes.Moved moved = Notes.newNumber(entry.words());
      if (moved != null) {
        AccountRef now = shape.account(moved.to());
        records.add(
            new Record.Activity(
                header,
                shape.account(moved.from()),
                Record.Activity.What.CHANGED,
                "telephone number",
                now.key(),
                now));
      }
      for (Notes.Move move : Notes.moves(entry.words())) {
        String by = move.by();
        records.add(
            new Record.Membership(
                header,
                shape.account(move.who()),
                conversation,
                move.action(),
                by == null ? null : shape.account(by)));
      }
      return records;
    }

    private List<Record> message(Entry entry, String author, Locator at, ClaimedTime time)
        throws IOException {
      String words = entry.words();
      // A photograph to be seen once leaves a full stop directly after the colon.
      boolean once = words.equals(".") && entry.stamp().rest().endsWith(":.");
      Map<String, String> signs = Said.signs(words);
      if (once) {
        signs.put("view_once", ":.");
      }
      Header header = new Header(Platform.WHATSAPP, at, time, signs);
      AccountRef account = shape.account(author);
      List<Record> records = new ArrayList<>();
      records.add(
          new Record.Message(
              header,
              conversation,
              account,
              shape.recipients(author),
              null,
              once ? "" : Stamp.withoutMarks(Said.withoutEdit(words)),
              null,
              null,
              null,
              List.of(),
              media(words)));
      Matcher place = PLACE.matcher(words);
      if (place.find()
          && Math.abs(Double.parseDouble(place.group(1))) <= 90
          && Math.abs(Double.parseDouble(place.group(2))) <= 180) {
        records.add(
            new Record.Place(
                header,
                account,
                Double.parseDouble(place.group(1)),
                Double.parseDouble(place.group(2)),
                Double.NaN,
                null));
      }
      return records;
    }

    private List<Media> media(String words) throws IOException {
      Matcher attached = ATTACHED.matcher(words);
      if (attached.find()) {
        return List.of(shelf.media(Shelf.folderOf(part), attached.group(1), null));
      }
      Matcher file = FILE_ATTACHED.matcher(words);
      if (file.find()) {
        String name = Stamp.withoutMarks(file.group(1));
        Media media = shelf.media(Shelf.folderOf(part), name, null);
        if (media.part() != null || name.matches("[A-Z]{2,4}-[0-9]{8}-WA[0-9]+\\..*")) {
          return List.of(media);
        }
      }
      String plain = Stamp.withoutMarks(words).strip();
      return OMITTED.matcher(plain).matches()
          ? List.of(new Media(plain, null, null, null))
          : List.of();
    }
  }
}
