package dev.sextant.records.reader.returns;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.reader.FirstOfEach;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.table.Columns;
import dev.sextant.records.reader.table.NamedRow;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tables whose layout nobody published, read by what their columns' names say: places, payments,
 * messages, posts, log-ins, profiles, else deeds with a time.
 */
public final class AnyTable {
  private static final Pattern DEGREES = Pattern.compile("-?[0-9]{1,3}(?:\\.[0-9]{1,20})?");

  private static final Pattern METRES =
      Pattern.compile("(?:±|\\+/-)? ?([0-9]{1,9}(?:\\.[0-9]{1,9})?) ?(?:m|meters|metres)?");

  private AnyTable() {}

  /** Whether the names of a row can be the head of any such table. */
  public static boolean head(Columns columns) {
    long words =
        columns.names().stream()
            .filter(n -> !n.isBlank() && n.length() <= 60 && Character.isLetter(n.charAt(0)))
            .count();
    long all = columns.names().stream().filter(n -> !n.isBlank()).count();
    return all >= 2
        && words >= all * 0.9
        && (Roles.TIME.in(columns)
            || Roles.IP.in(columns)
            || Roles.MAIL.in(columns)
            || Roles.HANDLE.in(columns)
            || Roles.ACCOUNT.in(columns)
            || (Roles.LATITUDE.in(columns) && Roles.LONGITUDE.in(columns)));
  }

  /** The forms, the most telling first. */
  public static List<TableForm> forms() {
    return List.of(
        form("places", AnyTable::place, Roles.LATITUDE, Roles.LONGITUDE),
        form("payments", AnyTable::payment, Roles.AMOUNT, Roles.TIME),
        form("messages", AnyTable::message, Roles.TEXT, Roles.SENDER, Roles.RECIPIENT),
        form("messages", AnyTable::message, Roles.TEXT, Roles.SENDER, Roles.CHANNEL),
        form("messages", AnyTable::message, Roles.TEXT, Roles.CHANNEL, Roles.TIME),
        form("posts", AnyTable::post, Roles.TEXT, Roles.TIME, Roles.ID),
        form("log-ins", AnyTable::login, Roles.IP, Roles.TIME),
        form("profiles", AnyTable::profile, Roles.MAIL),
        form("profiles", AnyTable::profile, Roles.PHONE),
        form("posts", AnyTable::post, Roles.TEXT, Roles.TIME),
        form("log-ins", AnyTable::login, Roles.IP),
        form("devices", AnyTable::device, Roles.DEVICE),
        form("deeds", AnyTable::deed, Roles.TIME),
        form("profiles", AnyTable::profile, Roles.ACCOUNT),
        form("profiles", AnyTable::profile, Roles.HANDLE));
  }

  private static TableForm form(String section, TableForm.Maker maker, Roles... roles) {
    return new TableForm(
        section,
        0,
        (columns, path) -> head(columns) && Arrays.stream(roles).allMatch(r -> r.in(columns)),
        maker);
  }

  /** The account a row is about by its own columns; else the return's. */
  static @Nullable AccountRef own(NamedRow row, Telling t) {
    AccountRef own = Names.of(t.platform(), Roles.ACCOUNT.take(row), Roles.HANDLE.take(row), null);
    AccountRef known = t.known();
    if (own == null || (known != null && own.key().equalsIgnoreCase(known.handle()))) {
      return own == null ? null : known;
    }
    return own;
  }

  private static AccountRef ownOr(NamedRow row, Telling t) {
    AccountRef own = own(row, t);
    return own == null ? t.owner() : own;
  }

  /** A use of the account. */
  public static List<Record> login(NamedRow row, Locator at, Telling t) {
    String said = Roles.IP.take(row);
    IpPort ip = IpPort.of(said);
    int port = IpPort.port(Roles.PORT.take(row));
    ClaimedTime time = t.time(row);
    String action = Roles.ACTION.take(row);
    String device = Roles.DEVICE.take(row);
    AccountRef who = ownOr(row, t);
    if (said == null && time.text().isEmpty() && device == null) {
      return List.of();
    }
    return List.of(
        new Record.Login(
            t.header(row, at, time),
            who,
            ip == null ? said : ip.address(),
            ip != null && ip.port() >= 0 ? ip.port() : port,
            device,
            action));
  }

  /** A message; whom it reached may be one account or several. */
  public static List<Record> message(NamedRow row, Locator at, Telling t) throws IOException {
    ClaimedTime time = t.time(row);
    String text = Roles.TEXT.takeOrEmpty(row);
    AccountRef sender = t.who(Roles.SENDER.take(row));
    if (sender == null) {
      sender = own(row, t);
    }
    FirstOfEach<AccountRef> named = FirstOfEach.equal();
    for (String one : Roles.RECIPIENT.takeOrEmpty(row).split("[;,\n]")) {
      named.add(t.who(one));
    }
    List<AccountRef> to = named.list();
    String channel = Roles.CHANNEL.take(row);
    String id = Roles.ID.take(row);
    List<Media> media =
        media(row, t, "media", "media_id", "attachments", "attachment", "media_url");
    if (text.isEmpty() && media.isEmpty() && time.text().isEmpty()) {
      return List.of();
    }
    ConversationRef in = conversation(t, channel, sender, to);
    return List.of(
        new Record.Message(
            t.header(row, at, time), in, sender, to, id, text, null, null, null, List.of(), media));
  }

  /** The conversation of that number, or the one between those accounts. */
  public static ConversationRef conversation(
      Telling t, @Nullable String channel, @Nullable AccountRef sender, List<AccountRef> to) {
    if (channel != null) {
      ConversationRef.Kind kind =
          to.size() == 1 ? ConversationRef.Kind.UNKNOWN : ConversationRef.Kind.GROUP;
      return new ConversationRef(
          t.platform(), to.isEmpty() ? ConversationRef.Kind.UNKNOWN : kind, channel, null);
    }
    List<String> keys = new ArrayList<>();
    if (sender != null) {
      keys.add(sender.key());
    }
    to.forEach(r -> keys.add(r.key()));
    keys.sort(null);
    boolean two = keys.size() == 2;
    String key = keys.isEmpty() ? "in/" + t.path() : String.join(":", keys);
    return new ConversationRef(
        t.platform(),
        two
            ? ConversationRef.Kind.DIRECT
            : keys.size() > 2 ? ConversationRef.Kind.GROUP : ConversationRef.Kind.UNKNOWN,
        key,
        null);
  }

  /** Files that a row names, separated by semicolons or lines. */
  public static List<Media> media(NamedRow row, Telling t, String... columns) throws IOException {
    List<Media> media = new ArrayList<>();
    for (String one : row.textOrEmpty(columns).split("[;\n]")) {
      if (!Stamps.nothing(one.strip())) {
        media.add(t.shelf().media(Shelf.folderOf(t.part()), one.strip(), null));
      }
    }
    return media;
  }

  /** Something published. */
  public static List<Record> post(NamedRow row, Locator at, Telling t) throws IOException {
    ClaimedTime time = t.time(row);
    String text = Roles.TEXT.takeOrEmpty(row);
    String id = Roles.ID.take(row);
    AccountRef sender = t.who(Roles.SENDER.take(row));
    AccountRef own = sender == null ? own(row, t) : sender;
    String reply = row.text("in_reply_to_id", "parent_id", "parent", "reply_to");
    IpPort ip = IpPort.of(Roles.IP.take(row));
    int port = IpPort.port(Roles.PORT.take(row));
    List<Media> media = media(row, t, "media", "media_url", "attachments", "filename");
    if (text.isEmpty() && id == null && time.text().isEmpty() && media.isEmpty()) {
      return List.of();
    }
    AccountRef author = own == null ? t.owner() : own;
    List<Record> records = new ArrayList<>();
    records.add(
        new Record.Post(
            t.header(row, at, time), author, id, text, reply, null, List.of(), null, media));
    if (ip != null) {
      records.add(
          new Record.Login(
              new Header(t.platform(), at, time, Map.of()),
              author,
              ip.address(),
              ip.port() >= 0 ? ip.port() : port,
              null,
              "post"));
    }
    return records;
  }

  /** Money. */
  public static List<Record> payment(NamedRow row, Locator at, Telling t) {
    ClaimedTime time = t.time(row);
    String amount = Roles.AMOUNT.takeOrEmpty(row);
    String currency = row.textOrEmpty("currency", "currency_code", "amount_currency");
    AccountRef sender = t.who(Roles.SENDER.take(row));
    AccountRef to = t.who(Roles.RECIPIENT.take(row));
    String note = row.textOrEmpty("note", "memo", "description", "subject", "message");
    if (amount.isEmpty() && time.text().isEmpty()) {
      return List.of();
    }
    AccountRef own = sender == null ? own(row, t) : sender;
    return List.of(
        new Record.Activity(
            t.header(row, at, time),
            own == null ? t.owner() : own,
            What.PAID,
            note,
            amount.isEmpty() ? null : (amount + " " + currency).strip(),
            to));
  }

  /** A device. */
  public static List<Record> device(NamedRow row, Locator at, Telling t) {
    String device = Roles.DEVICE.take(row);
    String id = row.text("device_id", "imei", "serial_number", "serial", "udid", "android_id");
    if (device == null && id == null) {
      return List.of();
    }
    AccountRef who = ownOr(row, t);
    ClaimedTime time = t.time(row);
    return List.of(
        new Record.Activity(
            t.header(row, at, time), who, What.INSTALLED, device == null ? "" : device, id, null));
  }

  /** Something done at a time. */
  public static List<Record> deed(NamedRow row, Locator at, Telling t) {
    AccountRef who = ownOr(row, t);
    ClaimedTime time = t.time(row);
    String action = Roles.ACTION.take(row);
    String object = Roles.ID.take(row);
    return List.of(
        new Record.Activity(
            t.header(row, at, time, Map.of("table", t.file())),
            who,
            What.OTHER,
            action == null ? "" : action,
            object,
            null));
  }

  /** What is said of an account. */
  public static List<Record> profile(NamedRow row, Locator at, Telling t) {
    AccountRef own =
        Names.of(
            t.platform(), Roles.ACCOUNT.take(row), Roles.HANDLE.take(row), Roles.NAME.take(row));
    AccountRef who = own == null ? t.owner() : own;
    Said said = new Said(t.platform());
    if (who.handle() != null) {
      said.handle(who.handle());
    }
    if (who.displayName() != null) {
      said.attribute("name", who.displayName());
    }
    for (String column : Roles.MAIL.of(row.columns())) {
      said.mail(column, row.text(column), false);
    }
    for (String column : Roles.PHONE.of(row.columns())) {
      said.phone(column, row.text(column), false);
    }
    List<Record> records = new ArrayList<>();
    IpPort ip = IpPort.of(row.look(Roles.IP.of(row.columns()).toArray(String[]::new)));
    String[] begun = {
      "created",
      "created_at",
      "creation_date",
      "created_time",
      "registration_date",
      "registered",
      "account_creation_date",
      "join_date"
    };
    ClaimedTime time = Stamps.utc(row.text(begun));
    row.rest().forEach(said::attribute);
    if (said.empty() && own == null) {
      return List.of();
    }
    records.add(
        new Record.Profile(
            new Header(t.platform(), at, time, Map.of()),
            who,
            said.selectors(),
            said.attributes()));
    if (ip != null) {
      records.add(
          new Record.Login(
              new Header(t.platform(), at, time, Map.of()),
              who,
              ip.address(),
              ip.port(),
              null,
              "account creation"));
    }
    return records;
  }

  /** A place; a radius may stand beside the degrees: {@code 34.47359 ± 39.66 meters}. */
  public static List<Record> place(NamedRow row, Locator at, Telling t) {
    String north = Roles.LATITUDE.takeOrEmpty(row);
    String east = Roles.LONGITUDE.takeOrEmpty(row);
    Double latitude = degrees(north, 90);
    Double longitude = degrees(east, 180);
    if (latitude == null || longitude == null) {
      return List.of();
    }
    String radius = Roles.ACCURACY.takeOrEmpty(row);
    double beside = Math.max(beside(north), beside(east));
    double metres = !radius.isEmpty() ? metres(radius) : beside < 0 ? Double.NaN : beside;
    ClaimedTime time = t.time(row);
    AccountRef who = ownOr(row, t);
    String name = row.text("place", "address", "location_name", "name", "city");
    return List.of(
        new Record.Place(t.header(row, at, time), who, latitude, longitude, metres, name));
  }

  private static double beside(String text) {
    int sign = Math.max(text.indexOf('±'), text.indexOf("+/-"));
    return sign < 0 ? Double.NEGATIVE_INFINITY : metres(text.substring(sign));
  }

  private static double metres(String text) {
    Matcher m = METRES.matcher(text.strip());
    return m.matches() ? Double.parseDouble(m.group(1)) : Double.NaN;
  }

  private static @Nullable Double degrees(String text, int most) {
    Matcher m = DEGREES.matcher(text.strip());
    if (!m.lookingAt()) {
      return null;
    }
    double value = Double.parseDouble(m.group());
    return Math.abs(value) <= most ? value : null;
  }
}
