package dev.sextant.records.reader.chat.threema;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.reader.archive.CsvRow;
import dev.sextant.records.reader.archive.Opened;
import dev.sextant.records.reader.archive.Stating;
import dev.sextant.records.reader.archive.Times;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rows of a Threema backup as records. */
final class ThreemaForms {
  static final Platform THREEMA = new Platform("threema");

  private static final Pattern PLACE =
      Pattern.compile(
          "^\\[?(-?[0-9]{1,2}\\.[0-9]{1,12}),\\s?(-?[0-9]{1,3}\\.[0-9]{1,12})(?:,.*|])?$",
          Pattern.DOTALL);

  private final Map<String, AccountRef> people;
  private final AccountRef owner;
  private final Opened archive;

  ThreemaForms(Map<String, AccountRef> people, AccountRef owner, Opened archive) {
    this.people = people;
    this.owner = owner;
    this.archive = archive;
  }

  /** An account by its Threema ID. */
  static AccountRef person(String id, @Nullable String name) {
    return AccountRef.ofId(THREEMA, id.strip(), null, name);
  }

  /** The name that the address book has, else the one that the person chose. */
  static @Nullable String name(CsvRow row) {
    String first = row.text("firstname").strip();
    String both = (first + " " + row.text("lastname").strip()).strip();
    String nick = row.said("nick_name");
    return both.isEmpty() ? nick : both;
  }

  /** A group by its number and who made it. */
  static ConversationRef group(String id, @Nullable String creator, @Nullable String title) {
    String key = creator == null ? id : id + "-" + creator;
    return new ConversationRef(THREEMA, ConversationRef.Kind.GROUP, key, title);
  }

  private AccountRef known(String id) {
    AccountRef known = people.get(id.strip());
    return known == null ? person(id, null) : known;
  }

  /* When it was posted, else when the row was made; what neither tells is kept. */
  private static ClaimedTime time(CsvRow row, Map<String, String> extra) {
    String posted = row.said("posted_at");
    ClaimedTime time = Times.millis(posted);
    if (time.instant() != null) {
      return time;
    }
    String created = row.said("created_at");
    ClaimedTime made = Times.millis(created);
    if (posted == null) {
      return made;
    }
    if (made.instant() != null) {
      extra.put("posted_at", posted);
      return made;
    }
    if (created != null) {
      extra.put("created_at", created);
    }
    return time;
  }

  /** A row of the contacts. */
  List<Record> contact(CsvRow row, Locator at) {
    String id = row.said("identity");
    if (id == null) {
      return List.of();
    }
    Stating said =
        new Stating()
            .id(THREEMA, "identity", id)
            .also("firstname", row.said("firstname"))
            .also("lastname", row.said("lastname"))
            .also("nick_name", row.said("nick_name"))
            .also("publickey", row.said("publickey"));
    Header header = new Header(THREEMA, at, ClaimedTime.none(), row.rest());
    AccountRef who = known(id);
    return List.of(
        new Record.Profile(header, who, said.selectors(), said.attributes()),
        new Record.Follow(
            new Header(THREEMA, at, ClaimedTime.none(), Map.of()),
            owner,
            who,
            Record.Follow.How.CONTACT));
  }

  /** A row of the groups: its members. */
  List<Record> group(CsvRow row, Locator at, Map<String, ConversationRef> groups) {
    String id = row.said("id");
    if (id == null) {
      return List.of();
    }
    String creator = row.said("creator");
    String title = row.said("groupname");
    String members = row.said("members");
    ClaimedTime time = Times.millis(row.said("created_at"));
    ConversationRef in = groups.getOrDefault(id + "-" + creator, group(id, creator, title));
    AccountRef maker = creator == null ? null : known(creator);
    List<Record> records = new ArrayList<>();
    records.add(
        new Record.Message(
            new Header(THREEMA, at, time, row.rest()),
            in,
            maker,
            List.of(),
            null,
            title == null ? "" : title,
            null,
            null,
            "group",
            List.of(),
            List.of()));
    Header header = new Header(THREEMA, at, ClaimedTime.none(), Map.of());
    for (String one : members == null ? new String[0] : members.split("[;,\\s]+")) {
      if (!one.isBlank()) {
        records.add(
            new Record.Membership(header, known(one), in, Record.Membership.Action.PRESENT, null));
      }
    }
    return records;
  }

  private static boolean yes(@Nullable String said) {
    return "1".equals(said) || "true".equalsIgnoreCase(said);
  }

  /**
   * A row of messages.
   *
   * @param other whom a direct conversation is with; null in a group
   * @param media what the path of a message's file begins with
   */
  List<Record> message(
      CsvRow row, Locator at, ConversationRef in, @Nullable AccountRef other, String media)
      throws IOException {
    String id = row.said("apiid");
    String uid = row.said("uid");
    Map<String, String> extra = new TreeMap<>();
    ClaimedTime time = time(row, extra);
    String identity = row.said("identity");
    if (id == null && uid == null && time.text().isEmpty()) {
      return List.of();
    }
    boolean out = yes(row.said("isoutbox"));
    boolean status = yes(row.said("isstatusmessage"));
    String type = row.text("type").strip();
    String body = row.text("body");
    String caption = row.said("caption");
    boolean words = type.isEmpty() || type.equals("TEXT") || type.contains("STATUS") && status;
    extra.putAll(row.rest());
    if (!type.isEmpty()) {
      extra.put("type", type);
    }
    if (uid != null) {
      extra.put("uid", uid);
    }
    if (!words && !body.isBlank()) {
      extra.put("body", body);
    }
    AccountRef author = out ? owner : identity != null ? known(identity) : other;
    boolean direct = in.kind() == ConversationRef.Kind.DIRECT;
    List<AccountRef> to = new ArrayList<>();
    if (direct && !status && (!out || other != null)) {
      to.add(out && other != null ? other : owner);
    }
    List<Media> files = new ArrayList<>();
    String path = media + uid;
    if (uid != null && archive.source().part(path).isPresent()) {
      files.add(archive.media("", path, null));
    }
    Header header = new Header(THREEMA, at, time, extra);
    List<Record> records = new ArrayList<>();
    records.add(
        new Record.Message(
            header,
            in,
            status ? null : author,
            to,
            id,
            words ? body : caption == null ? "" : caption,
            row.said("quoted_message_apiid"),
            null,
            status ? "status" : words || !files.isEmpty() || caption != null ? null : type,
            List.of(),
            files));
    Matcher place = PLACE.matcher(type.equals("LOCATION") ? body.strip() : "");
    if (place.matches()) {
      double latitude = Double.parseDouble(place.group(1));
      double longitude = Double.parseDouble(place.group(2));
      if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) {
        records.add(
            new Record.Place(
                new Header(THREEMA, at, time, Map.of()),
                author,
                latitude,
                longitude,
                Double.NaN,
                null));
      }
    }
    return records;
  }
}
