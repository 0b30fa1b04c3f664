package dev.sextant.records.reader.dyi;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.reader.PhoneNumbers;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.archive.Stating;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns entries of all other sections into records, by what their section is about. */
final class SectionForms {
  private static final Pattern GUESSED = Pattern.compile("(?i)possible|inferred");
  private static final Pattern ADDRESS =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F]{0,4}(:[0-9a-fA-F]{0,4}){2,7}");

  private static final Pattern PROGRAM =
      Pattern.compile("(?:Mozilla/|Instagram |Barcelona |Dalvik/|\\[FBAN).{0,2000}");

  private static final Pattern INSTAGRAM_PAGE =
      Pattern.compile(
          "https?://(?:www\\.)?(?:instagram\\.com|threads\\.(?:net|com))/(?:_u/|@)?([A-Za-z0-9._]{1,40})/?");

  private static final String MAILBOX = "[^@\\s]{1,80}@[^@\\s]{1,80}\\.[^@\\s]{1,20}";
  private static final String NUMBER = "\\+?[0-9][0-9 ()./-]{5,20}";

  /** Labels of telephone numbers in most languages of Meta. */
  private static final Pattern CALLED =
      Pattern.compile("(?i)phone|tel[eé]f|t[eé]l[eé]ph|handy|mobil|cell|m[oó]vil|телефон|telefoon");

  private static final Pattern DEGREES = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{1,20})?");

  private final Whose whose;
  private final Shelf shelf;
  private final String root;

  /** The root is the folder that addresses of media are relative to. */
  SectionForms(Whose whose, Shelf shelf, String root) {
    this.whose = whose;
    this.shelf = shelf;
    this.root = root;
  }

  /** One entry. */
  List<Record> records(Json value, Locator at, SectionKind kind, String section)
      throws IOException {
    return records(Gist.of(value), at, kind, section);
  }

  /** One entry, already taken apart. */
  List<Record> records(Gist gist, Locator at, SectionKind kind, String section) throws IOException {
    if (gist.values().isEmpty()) {
      return List.of();
    }
    Map<String, String> extra = new TreeMap<>(gist.values());
    extra.put("section", section);
    Header header = new Header(whose.platform(), at, gist.time(), extra);
    return switch (kind) {
      case FRIEND -> listed(gist, header, Record.Follow.How.FRIEND, true);
      case REQUEST_SENT, FOLLOWING -> listed(gist, header, Record.Follow.How.FOLLOWS, true);
      case REQUEST_RECEIVED, FOLLOWER -> listed(gist, header, Record.Follow.How.FOLLOWS, false);
      case BLOCKED -> listed(gist, header, Record.Follow.How.BLOCKS, true);
      case CONTACT -> contact(gist, header);
      case ABOUT -> about(gist, header, section);
      case LOGIN -> login(gist, header, section);
      case PLACE -> place(gist, header, section);
      case GROUP -> member(gist, header, ConversationRef.Kind.GROUP, section);
      case EVENT -> member(gist, header, ConversationRef.Kind.EVENT, section);
      case COMMENT, GROUP_WORDS, MEDIA -> words(gist, header);
      case DROPPED -> act(gist, header, What.OTHER, section);
      case STATUS, CHANGED -> act(gist, header, What.CHANGED, section);
      case FLAGGED -> act(gist, header, What.FLAGGED, section);
      case DEVICE, PROGRAM -> act(gist, header, What.INSTALLED, section);
      case PAID -> paid(gist, header);
      case VIEWED -> act(gist, header, What.VIEWED, section);
      case SEARCHED -> searched(gist, header);
      case REACTED -> act(gist, header, What.REACTED, section);
      case OFF_PLATFORM, OTHER_DOING, LISTED -> act(gist, header, What.OTHER, section);
    };
  }

  /* Instagram gives a handle, in a list, as a title, or only in an address; Facebook a name. */
  private @Nullable AccountRef other(Gist gist, String place) {
    String href = gist.href();
    java.util.regex.Matcher page = INSTAGRAM_PAGE.matcher(href == null ? "" : href);
    boolean instagram = !whose.platform().equals(Platform.FACEBOOK);
    if (instagram && page.matches()) {
      return Whose.handle(whose.platform(), page.group(1), null);
    }
    String handle =
        instagram
            ? gist.any(
                "string_list_data.value", "value", "username", "Username", "Media Owner", "author")
            : "";
    String title = instagram ? gist.title() : "";
    handle = handle.isBlank() ? title : handle;
    if (!handle.isBlank() && handle.matches("[A-Za-z0-9._]{1,40}")) {
      return Whose.handle(whose.platform(), handle, null);
    }
    String name = gist.any("name", "Name", "full_name", "Full name");
    return name.isBlank() ? null : whose.named(whose.scope() + "/" + place, name);
  }

  private List<Record> listed(Gist gist, Header header, Record.Follow.How how, boolean from) {
    AccountRef other = other(gist, "friends");
    AccountRef mine = whose.owner();
    if (other == null) {
      return List.of();
    }
    if (mine == null) {
      return List.of(new Record.Profile(header, other, List.of(), Map.of()));
    }
    return List.of(new Record.Follow(header, from ? mine : other, from ? other : mine, how));
  }

  /* The owner's, under the labels that the file gives; an account nobody names stays a doing. */
  private List<Record> about(Gist gist, Header header, String section) {
    AccountRef mine = whose.owner();
    if (mine == null) {
      return act(gist, header, What.OTHER, section);
    }
    Stating said = new Stating();
    // What the platform believes of the owner is kept, and is no selector that anybody stated.
    boolean guessed = GUESSED.matcher(section).find();
    gist.values()
        .forEach((name, value) -> {
          if (guessed && !name.equals("timestamp")) {
            said.also(name, value);
          } else if (value.matches(MAILBOX)) {
            said.email(name, value, false);
          } else if (value.matches(NUMBER)
              && (value.startsWith("+") || CALLED.matcher(name).find())) {
            said.phone(
                name, value, false); // Birthdays, post codes and numbers of accounts look alike.
          } else if (!name.equals("timestamp")) {
            said.also(name, value);
          }
        });
    return List.of(new Record.Profile(header, mine, said.selectors(), said.attributes()));
  }

  private static Stating stating(Gist gist) {
    Stating said = new Stating();
    for (String value : gist.values().values()) {
      if (value.matches(MAILBOX)) {
        said.email("email", value, false);
      } else if (value.matches(NUMBER) && !value.matches("1[0-9]{9}([0-9]{3})?")) {
        said.phone("phone", value, false);
      }
    }
    return said;
  }

  private List<Record> contact(Gist gist, Header header) {
    Stating said = stating(gist);
    String first = gist.any("First Name", "first_name");
    String last = gist.any("Last Name", "last_name", "Surname");
    String name = gist.any("name");
    name = name.isBlank() ? (first + " " + last).strip() : name;
    AccountRef other = contactOf(said, name);
    if (other == null) {
      return List.of();
    }
    said.also("name", name);
    Record profile = new Record.Profile(header, other, said.selectors(), said.attributes());
    AccountRef mine = whose.owner();
    return mine == null
        ? List.of(profile)
        : List.of(new Record.Follow(header, mine, other, Record.Follow.How.CONTACT), profile);
  }

  private @Nullable AccountRef contactOf(Stating said, String name) {
    String shown = name.isBlank() ? null : name;
    for (Record.Stated one : said.selectors()) {
      Selector selector = one.selector();
      return switch (selector.type()) {
        case PHONE ->
            new AccountRef(PhoneNumbers.PHONE, KeyBasis.PHONE, selector.value(), null, shown);
        default ->
            new AccountRef(
                PhoneNumbers.EMAIL, KeyBasis.HANDLE, selector.value(), selector.value(), shown);
      };
    }
    String number = said.attributes().getOrDefault("phone", "");
    String key = shown == null ? number : shown;
    return key.isBlank() ? null : whose.named(whose.scope() + "/contacts", key);
  }

  private List<Record> login(Gist gist, Header header, String section) {
    AccountRef mine = whose.owner();
    String ip = gist.like(ADDRESS);
    String named = gist.any("IP Address", "ip_address", "ip");
    ip = named.isBlank() ? ip : named.replaceFirst("^IP Address: ", "");
    String program = gist.any("User Agent", "user_agent");
    program = program.isBlank() ? gist.like(PROGRAM) : program;
    String device = program == null ? gist.any("device", "name") : program;
    String action = gist.any("action", "event", "Action");
    if (mine == null || (ip == null && gist.time().instant() == null)) {
      return mine == null ? act(gist, header, What.OTHER, section) : List.of();
    }
    return List.of(
        new Record.Login(
            header,
            mine,
            ip == null || ip.isBlank() ? null : ip,
            -1,
            device == null || device.isBlank() ? null : device,
            action.isBlank() ? section : action));
  }

  private List<Record> place(Gist gist, Header header, String section) {
    double[] point = point(gist);
    String name = gist.any("name");
    return point.length == 2
        ? List.of(
            new Record.Place(
                header,
                whose.owner(),
                point[0],
                point[1],
                Double.NaN,
                name.isBlank() ? null : name))
        : act(gist, header, What.OTHER, section);
  }

  /* By its English names, else by names in which most languages have lat and lon. */
  private static double[] point(Gist gist) {
    double[] point = degrees(gist.any("latitude", "Latitude"), gist.any("longitude", "Longitude"));
    if (point.length == 2) {
      return point;
    }
    String latitude = "";
    for (Map.Entry<String, String> one : gist.values().entrySet()) {
      String name = one.getKey().toLowerCase(Locale.ROOT);
      if (name.contains("latit") || name.contains("breiteng") || name.contains("szerokość")) {
        latitude = one.getValue();
      } else if (name.contains("longit") || name.contains("längeng") || name.contains("długość")) {
        point = degrees(latitude, one.getValue());
        if (point.length == 2) {
          return point;
        }
      }
    }
    return point;
  }

  private static double[] degrees(String latitude, String longitude) {
    if (!DEGREES.matcher(latitude).matches() || !DEGREES.matcher(longitude).matches()) {
      return new double[0];
    }
    double north = Double.parseDouble(latitude);
    double east = Double.parseDouble(longitude);
    return Math.abs(north) <= 90 && Math.abs(east) <= 180
        ? new double[] {north, east}
        : new double[0];
  }

  private List<Record> member(Gist gist, Header header, ConversationRef.Kind kind, String section) {
    AccountRef mine = whose.owner();
    String name = gist.any("name", "group", "Group name", "Name", "Event name");
    name = name.isBlank() ? gist.title() : name;
    if (name.isBlank()) {
      return List.of();
    }
    String lower = section.toLowerCase(Locale.ROOT);
    boolean left = lower.contains("declined") || gist.title().contains(" left ");
    boolean only = lower.contains("interested") || lower.contains("invit");
    if (mine == null || only || left && kind == ConversationRef.Kind.EVENT) {
      return List.of(new Record.Activity(header, mine, What.OTHER, section, name, null));
    }
    ConversationRef group =
        new ConversationRef(whose.platform(), kind, whose.scope() + "/" + name, name);
    Record.Membership.Action action =
        left ? Record.Membership.Action.LEFT : Record.Membership.Action.JOINED;
    return List.of(new Record.Membership(header, mine, group, action, null));
  }

  private List<Record> words(Gist gist, Header header) throws IOException {
    String text = gist.any("comment", "post", "text", "message", "caption", "description");
    text = text.isBlank() ? gist.title() : text;
    List<Media> media = new ArrayList<>();
    for (Map.Entry<String, String> one : gist.values().entrySet()) {
      String name = one.getKey();
      boolean file = name.endsWith("uri") || name.endsWith("path") || name.endsWith("uri (again)");
      if (file && !one.getValue().startsWith("http")) {
        media.add(shelf.media(root, one.getValue(), "media"));
      }
    }
    if (text.isBlank() && media.isEmpty() && gist.time().instant() == null) {
      return List.of();
    }
    String to = gist.any("Media Owner");
    AccountRef replyTo = to.isBlank() ? null : Whose.handle(whose.platform(), to, null);
    List<Record> records = new ArrayList<>();
    AccountRef mine = whose.owner();
    records.add(new Record.Post(header, mine, null, text, null, replyTo, List.of(), null, media));
    double[] point = point(gist);
    if (point.length == 2) {
      records.add(new Record.Place(header, mine, point[0], point[1], Double.NaN, null));
    }
    return records;
  }

  private List<Record> searched(Gist gist, Header header) {
    String words =
        gist.any("text", "search_click", "query", "Search", "Busca", "Búsqueda", "Suche");
    if (words.isBlank()) {
      words = gist.any("value");
    }
    if (words.isBlank()) {
      words =
          gist.values().entrySet().stream()
              .filter(e -> !e.getKey().contains("time") && !e.getValue().matches("[0-9]{9,13}"))
              .filter(e -> !e.getKey().equals("title") && !e.getValue().startsWith("http"))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElse(gist.title());
    }
    return List.of(
        new Record.Activity(header, whose.owner(), What.SEARCHED, words, gist.href(), null));
  }

  private List<Record> paid(Gist gist, Header header) {
    String amount = gist.any("amount", "Amount", "price");
    String currency = gist.any("currency", "Currency");
    String receiver = gist.any("receiver", "Receiver");
    String sender = gist.any("sender", "Sender");
    AccountRef mine = whose.owner();
    boolean incoming = mine != null && receiver.equals(mine.displayName());
    String partner = incoming ? sender : receiver;
    AccountRef towards =
        partner.isBlank() ? null : whose.named(whose.scope() + "/payments", partner);
    String sum = (amount + " " + currency).strip();
    String words = gist.title().isBlank() ? gist.any("type", "description") : gist.title();
    return List.of(
        new Record.Activity(
            header, mine, What.PAID, words, sum.isEmpty() ? gist.href() : sum, towards));
  }

  private List<Record> act(Gist gist, Header header, What what, String section) {
    String reaction = gist.any("reaction");
    String title = gist.title();
    String words = !reaction.isBlank() ? reaction : title.isBlank() ? section : title;
    String object = gist.href();
    if (object == null) {
      object = gist.any("name", "Name", "url", "type");
    }
    AccountRef towards = null;
    boolean person = what == What.REACTED || what == What.VIEWED || what == What.OTHER;
    if (person && !whose.platform().equals(Platform.FACEBOOK)) {
      String who = gist.any("Author", "Media Owner", "username", "Username");
      who = who.isBlank() ? title : who;
      towards =
          who.matches("[A-Za-z0-9._]{1,40}") ? Whose.handle(whose.platform(), who, null) : null;
    }
    return List.of(
        new Record.Activity(
            header, whose.owner(), what, words, object.isBlank() ? null : object, towards));
  }
}
