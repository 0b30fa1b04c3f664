package dev.sextant.records.reader.whatsapp;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Turns the messages of one chat of WhatsApp-Chat-Exporter into records. */
final class ExporterForm {
  /** 2000-01-01: WhatsApp began in 2009, an earlier number is another unit. */
  private static final long FIRST_SECOND = 946_684_800L;

  private static final Pattern SECONDS = Pattern.compile("([0-9]{9,11})(?:\\.[0-9]{1,20})?");

  private final ExporterPeople people;
  private final Shelf shelf;
  private final String folder;
  private final String address;
  private final ConversationRef in;

  /**
   * @param folder that of the file, ending in a slash or empty
   * @param address the chat's
   */
  ExporterForm(ExporterPeople people, Shelf shelf, String folder, String address) {
    this.people = people;
    this.shelf = shelf;
    this.folder = folder;
    this.address = address;
    this.in = people.conversation(address);
  }

  /* The tool divides milliseconds by a thousand. */
  private static ClaimedTime time(@Nullable String said) {
    Matcher m = SECONDS.matcher(said == null ? "" : said);
    if (said == null || said.isBlank()) {
      return ClaimedTime.none();
    }
    if (!m.matches() || Long.parseLong(m.group(1)) < FIRST_SECOND) {
      return ClaimedTime.unreadable(said);
    }
    return m.group(1).length() == said.length()
        ? ClaimedTimes.ofSeconds(Long.valueOf(said), said)
        : ClaimedTimes.ofMillis(new BigDecimal(said).movePointRight(3).longValue(), said);
  }

  /** What the chat's head says of a contact, or of a group as a note. */
  List<Record> about(String field, Json value, Locator at) throws IOException {
    String said = value.raw();
    if (said.isBlank()) {
      return List.of();
    }
    Header header = new Header(Platform.WHATSAPP, at, ClaimedTime.none(), Map.of());
    AccountRef contact = field.equals("my_avatar") ? people.owner() : people.at(address);
    if (field.endsWith("avatar") || field.endsWith("avatar_thumb")) {
      media(said, null); // So that the picture is announced as mentioned.
    }
    return contact == null
        ? List.of(note(header, said, field))
        : List.of(new Record.Profile(header, contact, List.of(), Map.of(field, said)));
  }

  private Record note(Header header, String words, String action) {
    return new Record.Message(
        header, in, null, List.of(), null, words, null, null, action, List.of(), List.of());
  }

  /* Paths stand from the folder where the tool ran, with or without the folder of the files. */
  private Media media(String path, @Nullable String type) throws IOException {
    String name = path.replace('\\', '/');
    Media there = shelf.media(folder, name, type);
    if (there.part() == null) {
      String base = people.base(address).replace('\\', '/');
      Media based = shelf.media(folder, base + name, type);
      there = based.part() == null ? there : based;
    }
    return new Media(path, there.type(), there.part(), there.digest(), there.likeness());
  }

  /* SQLite knows no truth values: copies of the tool's tables say 0 and 1. */
  private static @Nullable Boolean said(Json.Obj object, String name) {
    return switch (object.get(name)) {
      case Json.Bool b -> b.value();
      case Json.Num n when n.text().equals("1") -> true;
      case Json.Num n when n.text().equals("0") -> false;
      case null, default -> null;
    };
  }

  /* What is not understood is kept with the record. */
  private static @Nullable Boolean take(Fields f, String name) {
    Boolean said = said(f.object(), name);
    if (said != null) {
      f.known(name);
    }
    return said;
  }

  private static boolean yes(Fields f, String name) {
    return Boolean.TRUE.equals(take(f, name));
  }

  /* Whoever the event names; of what the tool tells in its own words only that. */
  private @Nullable AccountRef author(
      @Nullable Boolean mine, @Nullable String sender, boolean note) {
    if (Boolean.TRUE.equals(mine)) {
      return note ? null : people.owner();
    }
    return sender != null && !sender.isBlank()
        ? people.said(sender, in)
        : note || mine == null ? null : people.at(address);
  }

  /**
   * A message with who reacted to it.
   *
   * @param row its number in the telephone's database
   */
  List<Record> message(String row, Json value, Locator at) throws IOException {
    Fields f = Fields.of(value);
    Boolean mine = take(f, "from_me");
    boolean media = yes(f, "media");
    boolean meta = yes(f, "meta");
    String stamp = f.text("timestamp");
    String data = f.textOrEmpty("data");
    String sender = f.text("sender");
    String caption = f.textOrEmpty("caption");
    if (stamp == null && data.isEmpty() && caption.isEmpty()) {
      return List.of();
    }
    String id = f.text("key_id");
    String reply = f.text("reply");
    String quoted = f.text("quoted_data");
    String type = f.text("mime");
    List<Record> reactions = new ArrayList<>();
    ClaimedTime time = time(stamp);
    boolean note = meta && !media;
    AccountRef author = author(mine, sender, note);
    if (f.object().get("reactions") instanceof Json.Obj given) {
      f.known("reactions");
      given
          .fields()
          .forEach((who, sign) ->
              reactions.add(reaction(at, people.said(who, in), sign.raw(), id, author)));
    }
    Map<String, String> extra = new TreeMap<>();
    extra.put("row", row);
    if (quoted != null) {
      extra.put("quote", quoted);
    }
    if (f.object().get("thumb") instanceof Json.Text thumb) {
      f.known("thumb"); // A picture of the picture; its bytes are behind the locator.
      extra.put("thumb", thumb.text().length() + " characters in base 64");
    }
    // A file's place; or the tool's own words, of cards in it or that it is missing.
    boolean missing = media && meta && "media".equals(type);
    List<Media> files = media && !meta && !data.isEmpty() ? List.of(media(data, type)) : List.of();
    if (files.isEmpty() && type != null) {
      extra.put("mime", type);
    }
    String words = files.isEmpty() ? words(data, f, extra) : words(caption, f, extra);
    if (files.isEmpty() && !caption.isEmpty()) {
      words = words.isEmpty() ? caption : words + "\n" + caption;
    }
    yes(f, "safe");
    f.known("time");
    extra.putAll(f.rest());
    boolean direct = in.kind() == ConversationRef.Kind.DIRECT;
    AccountRef other = mine == null ? null : mine ? people.at(address) : people.owner();
    List<Record> out = new ArrayList<>();
    out.add(
        new Record.Message(
            new Header(Platform.WHATSAPP, at, time, extra),
            in,
            author,
            direct && !note && other != null ? List.of(other) : List.of(),
            id,
            words,
            reply,
            null,
            note ? "note" : missing ? "media missing" : null,
            List.of(),
            files));
    out.addAll(reactions);
    return out;
  }

  /* The tool writes line ends as <br>, and in its own notes links as HTML. */
  private static String words(String data, Fields f, Map<String, String> extra) {
    boolean html = Boolean.TRUE.equals(said(f.object(), "safe"));
    String words =
        html
            ? Jsoup.parseBodyFragment(data.replace("<br>", "\n")).body().wholeText().strip()
            : data.replace("<br>", "\n");
    if (!words.equals(data)) {
      extra.put("data", data);
    }
    return words;
  }

  private Record reaction(
      Locator at, AccountRef who, String sign, @Nullable String id, @Nullable AccountRef author) {
    return new Record.Activity(
        new Header(Platform.WHATSAPP, at, ClaimedTime.none(), Map.of("chat", address)),
        who,
        What.REACTED,
        sign,
        id,
        author);
  }
}
