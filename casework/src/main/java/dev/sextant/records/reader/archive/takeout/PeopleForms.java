package dev.sextant.records.reader.archive.takeout;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.reader.archive.Accounts;
import dev.sextant.records.reader.archive.CsvRow;
import dev.sextant.records.reader.archive.Loose;
import dev.sextant.records.reader.archive.Opened;
import dev.sextant.records.reader.archive.Stating;
import dev.sextant.records.reader.archive.Times;
import dev.sextant.records.reader.archive.WordedTime;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who the account is, whom it talked to, what it subscribed to, from where it was used. */
final class PeopleForms {
  private static final Pattern SAID =
      Pattern.compile("\"text\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.){0,20000}+)\"");

  private final @Nullable AccountRef owner;
  private final @Nullable AccountRef channel;
  private final Opened archive;

  /**
   * @param owner whose account it is, if known
   * @param channel the account's own channel, if known
   */
  PeopleForms(@Nullable AccountRef owner, @Nullable AccountRef channel, Opened archive) {
    this.owner = owner;
    this.channel = channel;
    this.archive = archive;
  }

  /** A member as Google Chat writes it: keyed by e-mail address. */
  static @Nullable AccountRef member(@Nullable Json value) {
    Fields f = Fields.of(value);
    String email = f.text("email");
    String name = f.text("name");
    return Accounts.of(Google.GOOGLE, null, email, name);
  }

  private AccountRef known(AccountRef account) {
    AccountRef mine = owner;
    boolean same =
        mine != null
            && mine.handle() != null
            && account.handle() != null
            && mine.handle().equalsIgnoreCase(account.handle());
    return same && mine != null ? mine : account;
  }

  /** {@code Profile.json}. */
  List<Record> profile(Json value, Locator at) {
    AccountRef who = owner;
    if (who == null) {
      return List.of();
    }
    Loose f = new Loose(value);
    Loose name = f.object("name");
    Stating said =
        new Stating()
            .also("name", f.said("displayName"))
            .also("full name", name.said("formattedName"))
            .also("given name", name.said("givenName"))
            .also("family name", name.said("familyName"))
            .also("birthday", f.said("birthday"))
            .also("gender", f.object("gender").said("type"));
    for (Json email : f.array("emails")) {
      said.email("email", new Loose(email).said("value"), false);
    }
    for (Json phone : f.array("phoneNumbers", "phones")) {
      said.phone("phone", new Loose(phone).said("value"), false);
    }
    return List.of(
        new Record.Profile(
            new Header(Google.GOOGLE, at, ClaimedTime.none(), f.rest()),
            who,
            said.selectors(),
            said.attributes()));
  }

  /** Members of a chat. */
  List<Record> present(Json value, Locator at, ConversationRef in) {
    AccountRef member = member(value);
    return member == null
        ? List.of()
        : List.of(
            new Record.Membership(
                new Header(Google.GOOGLE, at, ClaimedTime.none(), Map.of()),
                known(member),
                in,
                Record.Membership.Action.PRESENT,
                null));
  }

  /** A membership of the owner, from {@code user_info.json}. */
  List<Record> belongs(Json value, Locator at) {
    Loose f = new Loose(value);
    String id = f.said("group_id", "group_name");
    AccountRef mine = owner;
    if (id == null || mine == null) {
      return List.of();
    }
    String state = f.text("membership_state");
    Record.Membership.Action action =
        state.contains("LEFT") || state.contains("NOT_A_MEMBER")
            ? Record.Membership.Action.LEFT
            : Record.Membership.Action.PRESENT;
    return List.of(
        new Record.Membership(
            new Header(Google.GOOGLE, at, ClaimedTime.none(), f.rest()),
            mine,
            new ConversationRef(
                Google.GOOGLE, ConversationRef.Kind.UNKNOWN, id, f.said("group_name")),
            action,
            null));
  }

  /** A message of a chat. */
  List<Record> message(
      Json value, Locator at, ConversationRef in, List<AccountRef> members, String folder)
      throws IOException {
    Loose f = new Loose(value);
    AccountRef creator = member(f.fields().object().get("creator"));
    if (f.fields().object().get("creator") instanceof Json.Obj) {
      f.fields().known("creator");
    }
    AccountRef author = creator == null ? null : known(creator);
    ClaimedTime time = WordedTime.of(f.said("created_date"), archive.source().zone());
    String id = f.said("message_id");
    if (author == null && time.text().isEmpty() && id == null) {
      return List.of();
    }
    List<Media> media = new ArrayList<>();
    for (Json file : f.array("attached_files")) {
      Loose one = new Loose(file);
      String packed = one.said("export_name");
      String own = one.said("original_name");
      String name = packed == null ? own : packed;
      if (name != null) {
        Media there = archive.media(folder, name, null);
        media.add(new Media(own == null ? name : own, there.type(), there.part(), there.digest()));
      }
    }
    String text = f.text("text");
    AccountRef by = author;
    List<AccountRef> to =
        in.kind() == ConversationRef.Kind.DIRECT && by != null
            ? members.stream().map(this::known).filter(m -> !m.key().equals(by.key())).toList()
            : List.of();
    String answered = f.object("quoted_message_metadata").said("message_id");
    List<Record> reactions = new ArrayList<>();
    for (Json one : f.array("reactions")) {
      reacted(new Loose(one), at, id, author, reactions);
    }
    List<Record> records = new ArrayList<>();
    records.add(
        new Record.Message(
            new Header(Google.GOOGLE, at, time, f.rest()),
            in,
            author,
            to,
            id,
            text,
            answered,
            null,
            null,
            List.of(),
            media));
    records.addAll(reactions);
    return records;
  }

  /* One emoji with the addresses of all who gave it; when is not said. */
  private void reacted(
      Loose reaction,
      Locator at,
      @Nullable String message,
      @Nullable AccountRef author,
      List<Record> into) {
    Loose emoji = reaction.object("emoji");
    String sign = emoji.said("unicode");
    String own = sign == null ? emoji.object("custom_emoji").said("shortcode") : sign;
    List<Json> givers = reaction.array("reactor_emails");
    if (givers.isEmpty()) {
      into.add(reaction(null, at, own, message, author));
    }
    for (Json giver : givers) {
      String email = giver instanceof Json.Text t ? t.text() : giver.raw();
      AccountRef who = Accounts.of(Google.GOOGLE, null, email, null);
      into.add(reaction(who == null ? null : known(who), at, own, message, author));
    }
  }

  private static Record reaction(
      @Nullable AccountRef who,
      Locator at,
      @Nullable String sign,
      @Nullable String message,
      @Nullable AccountRef author) {
    return new Record.Activity(
        new Header(Google.GOOGLE, at, ClaimedTime.none(), Map.of()),
        who,
        What.REACTED,
        sign == null ? "" : sign,
        message,
        author);
  }

  /** A row of the access log: each is a use of the account from an address. */
  List<Record> access(CsvRow row, Locator at) {
    String gaia = row.said("Gaia ID");
    String ip = row.said("IP Address", "IP");
    ClaimedTime time = Times.utc(row.said("Activity Timestamp", "Timestamp"));
    AccountRef who =
        owner != null && (gaia == null || gaia.equals(owner.key()))
            ? owner
            : Accounts.of(Google.GOOGLE, gaia, null, null);
    String product = row.said("Product Name");
    String agent = row.said("User Agent String");
    if (who == null || (ip == null && time.text().isEmpty())) {
      return List.of();
    }
    return List.of(
        new Record.Login(
            new Header(Google.GOOGLE, at, time, row.rest()),
            who,
            ip,
            -1,
            agent,
            product == null ? "access" : product));
  }

  /** A row of the list of devices. */
  List<Record> device(CsvRow row, Locator at) {
    String name = row.said("Marketing Name", "Device Model", "Device Type", "Brand Name");
    ClaimedTime time =
        Times.utc(row.said("Device Last Activity Time", "Last Activity", "First Seen"));
    return List.of(
        new Record.Activity(
            new Header(Google.GOOGLE, at, time, row.rest()),
            owner,
            What.INSTALLED,
            "device",
            name,
            null));
  }

  /** A row of the channels subscribed to. */
  List<Record> subscription(CsvRow row, Locator at) {
    String id = row.cell(0).strip();
    String url = row.cell(1);
    String title = row.cell(2);
    if (id.isEmpty()) {
      return List.of();
    }
    AccountRef to = AccountRef.ofId(Google.YOUTUBE, id, null, title.isBlank() ? null : title);
    AccountRef from = channel != null ? channel : owner;
    Map<String, String> extra = new TreeMap<>(row.rest());
    extra.put("url", url);
    Header header = new Header(Google.YOUTUBE, at, ClaimedTime.none(), extra);
    return List.of(
        from == null
            ? new Record.Profile(header, to, List.of(), Map.of())
            : new Record.Follow(header, from, to, Record.Follow.How.FOLLOWS));
  }

  /** A row of comments or of words in live chats. */
  List<Record> comment(CsvRow row, Locator at) {
    String id = row.said("Comment ID", "Live Chat ID");
    String by = row.said("Channel ID");
    String raw = row.text("Comment Text", "Live Chat Text");
    ClaimedTime time =
        Times.utc(row.said("Comment Create Timestamp", "Live Chat Create Timestamp"));
    if (id == null && time.text().isEmpty()) {
      return List.of();
    }
    String parent = row.said("Parent Comment ID", "Top-Level Comment ID");
    String video = row.said("Video ID", "Post ID");
    Map<String, String> extra = new TreeMap<>(row.rest());
    String text = spoken(raw);
    if (!text.equals(raw)) {
      extra.put("raw:text", raw);
    }
    if (video != null) {
      extra.put("video", video);
    }
    AccountRef author = by == null ? channel : AccountRef.ofId(Google.YOUTUBE, by, null, null);
    return List.of(
        new Record.Post(
            new Header(Google.YOUTUBE, at, time, extra),
            author,
            id,
            text,
            parent == null ? video : parent,
            null,
            List.of(),
            null,
            List.of()));
  }

  /* One or several {"text":"..."} one after the other. */
  private static String spoken(String raw) {
    Matcher m = SAID.matcher(raw);
    StringBuilder out = new StringBuilder();
    while (m.find()) {
      out.append(
          m.group(1)
              .replace("\\n", "\n")
              .replace("\\\"", "\"")
              .replace("\\/", "/")
              .replace("\\\\", "\\"));
    }
    return out.isEmpty() ? raw : out.toString();
  }

  /** The account's own channel. */
  List<Record> channel(CsvRow row, Locator at) {
    String id = row.cell(0).strip();
    String title = row.cell(1);
    if (id.isEmpty()) {
      return List.of();
    }
    AccountRef account = AccountRef.ofId(Google.YOUTUBE, id, null, title.isBlank() ? null : title);
    Stating said = new Stating().id(Google.YOUTUBE, "Channel ID", id).also("name", title);
    return List.of(
        new Record.Profile(
            new Header(Google.YOUTUBE, at, ClaimedTime.none(), row.rest()),
            account,
            said.selectors(),
            said.attributes()));
  }

  /** A video in a playlist, or one of the account's own. */
  List<Record> video(CsvRow row, Locator at, String file) {
    String id = row.said("Video ID");
    if (id == null) {
      return List.of();
    }
    String made =
        row.said(
            "Playlist Video Creation Timestamp",
            "Time Added",
            "Video Create Timestamp",
            "Video Publish Timestamp");
    boolean own = row.has("Video Title (Original)", "Video Title", "Privacy", "Video Privacy");
    String title = row.text("Video Title (Original)", "Video Title");
    Map<String, String> extra = new TreeMap<>(row.rest());
    extra.put("section", file.toLowerCase(Locale.ROOT));
    Header header = new Header(Google.YOUTUBE, at, Times.utc(made), extra);
    AccountRef who = channel != null ? channel : owner;
    return List.of(
        own
            ? new Record.Post(header, who, id, title, null, null, List.of(), null, List.of())
            : new Record.Activity(header, who, What.REACTED, "playlist", id, null));
  }
}
