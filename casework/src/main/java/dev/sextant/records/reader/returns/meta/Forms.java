package dev.sextant.records.reader.returns.meta;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.reader.returns.IpPort;
import dev.sextant.records.reader.returns.Said;
import dev.sextant.records.reader.returns.Stamps;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.SelectorType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns the items of a business record's sections, other than conversations, into records. */
final class Forms {
  /** Sections whose items are things published. */
  private static final Set<String> PUBLISHED =
      Set.of(
          "photos",
          "videos",
          "live_videos",
          "archived_live_videos",
          "notes",
          "archived_stories",
          "unarchived_stories",
          "archived_quicksnap",
          "status_updates",
          "posts",
          "wallposts",
          "threads_posts_and_replies",
          "threads_archived_stories",
          "stories",
          "reels",
          "community_notes",
          "threads_community_notes",
          "shares",
          "albums",
          "profile_picture",
          "threads_profile_picture");

  /** Sections whose items are uses of the account. */
  private static final Set<String> USES =
      Set.of(
          "logins",
          "ip_addresses",
          "active_sessions",
          "account_status_history",
          "sessions",
          "recent_activities",
          "registration_ip",
          "logouts");

  private final Told told;

  Forms(Told told) {
    this.told = told;
  }

  /** True if the items of a section are known. */
  static boolean knows(String section) {
    return PUBLISHED.contains(section)
        || USES.contains(section)
        || switch (section) {
          case "devices",
              "machine_cookies",
              "comments",
              "likes",
              "searches",
              "search_history",
              "ncmec_reports",
              "last_location",
              "last_location_area",
              "encrypted_groups_info",
              "shared_access",
              "account_owner_shared_access",
              "groups",
              "events",
              "payments",
              "linked_accounts",
              "message_log",
              "message_logs",
              "mobile_devices" ->
              true;
          default -> false;
        };
  }

  /** The records of an item; none if it lacks what they cannot do without. */
  List<Record> records(String section, Item item) throws IOException {
    if (PUBLISHED.contains(section)) {
      return published(section, item, false);
    }
    if (USES.contains(section)) {
      return use(section, item);
    }
    return switch (section) {
      case "comments" -> published(section, item, true);
      case "devices", "machine_cookies", "mobile_devices" ->
          activity(section, item, What.INSTALLED, "Id", "Type");
      case "likes" -> activity(section, item, What.REACTED, "Id", "Title", "Url");
      case "searches", "search_history" ->
          activity(section, item, What.SEARCHED, "Id", "Search Query", "Query", "Text", "Search");
      case "payments" -> activity(section, item, What.PAID, "Amount", "Note", "Description");
      case "ncmec_reports" -> flagged(section, item);
      case "message_log", "message_logs" -> MessageLog.records(told, section, item);
      case "last_location", "last_location_area" -> place(section, item);
      default -> activity(section, item, What.OTHER, "Id", "Type", "Name", "Title", "Status");
    };
  }

  private static ClaimedTime time(Item item) {
    return Stamps.utc(
        item.text(
            "Time",
            "Date Created",
            "Created",
            "Upload Time",
            "Uploaded",
            "Timestamp",
            "Taken",
            "Date",
            "Sent",
            "Posted"));
  }

  private List<Record> use(String section, Item item) {
    String address = item.text("IP Address", "Ip", "Registration Ip", "Address", "IP");
    IpPort ip = IpPort.of(address);
    String action = item.text("Action", "Event", "Type", "Activity", "Status");
    if (section.equals("registration_ip")) {
      action = "registration";
    }
    ClaimedTime time = time(item);
    if (address == null && time.text().isEmpty() && action == null) {
      return List.of();
    }
    String device = item.text("User Agent", "Device", "Browser");
    int port = IpPort.port(item.text("Port", "Source Port"));
    return List.of(
        new Record.Login(
            told.header(section, item, time, Map.of()),
            told.owner(),
            ip == null ? address : ip.address(),
            ip != null && ip.port() >= 0 ? ip.port() : port,
            device,
            action));
  }

  private List<Record> activity(
      String section, Item item, What what, String object, String... texts) {
    ClaimedTime time = time(item);
    String id = item.text(object);
    String text = item.text(texts);
    if (text == null) {
      text = alone(item);
    }
    AccountRef towards = who(section, item.text("User", "Author", "Account"));
    Header header = told.header(section, item, time, Map.of("section", section));
    return List.of(
        new Record.Activity(header, told.owner(), what, text == null ? "" : text, id, towards));
  }

  private @Nullable AccountRef who(String section, @Nullable String text) {
    return text == null || text.isBlank()
        ? null
        : Person.one(told.platform(section), "return/" + section, text);
  }

  /* A section may be one label with nothing but a value. */
  private static @Nullable String alone(Item item) {
    return item.entries().size() == 1 ? item.text(item.entries().getFirst().label()) : null;
  }

  private List<Record> flagged(String section, Item item) throws IOException {
    String id = item.text("CyberTip ID", "Cybertip Id", "Report Id");
    ClaimedTime time = time(item);
    String responsible = item.text("Responsible Id", "Responsible ID", "User Id");
    AccountRef account =
        responsible == null || !responsible.strip().matches("[0-9]{3,30}")
            ? who(section, responsible)
            : AccountRef.ofId(told.platform(section), responsible.strip(), null, null);
    List<Media> media = media(item);
    Map<String, String> more = new TreeMap<>(Map.of("section", section));
    for (int i = 0; i < media.size(); i++) {
      Media one = media.get(i);
      more.put("media " + (i + 1), one.name());
      if (one.digest() != null) {
        more.put("media " + (i + 1) + " digest", one.digest().toString());
      }
    }
    Header header = told.header(section, item, time, more);
    return List.of(
        new Record.Activity(
            header,
            account == null ? told.owner() : account,
            What.FLAGGED,
            "reported to NCMEC",
            id == null ? null : "CyberTip " + id,
            null));
  }

  private List<Media> media(Item item) throws IOException {
    List<Media> media = new ArrayList<>();
    for (String label :
        new String[] {"Linked Media File", "Image", "Video", "Photo", "Media", "Url"}) {
      for (String file : item.every(label)) {
        for (String line : file.split("\n")) {
          if (!line.isBlank() && !line.startsWith("No responsive")) {
            media.add(told.linked(line, item.text("Media Type")));
          }
        }
      }
    }
    return media;
  }

  private List<Record> published(String section, Item item, boolean comment) throws IOException {
    ClaimedTime time = time(item);
    String id = item.text("Id", "Post Id", "Photo Id", "Video Id", "Comment Id", "Media Id");
    String text = item.textOrEmpty("Text", "Caption", "Body", "Title", "Comment", "Description");
    String author = item.text("Author", "User", "Owner");
    AccountRef by = author == null ? told.owner() : who(section, author);
    String on = item.text("Reply To", "Parent Id", "Media Content Id", "Content Id", "Object Id");
    List<Media> media = media(item);
    if (text.isEmpty() && media.isEmpty() && id == null && time.text().isEmpty()) {
      text = comment ? "" : String.valueOf(alone(item));
      if (text.isEmpty() || text.equals("null")) {
        return List.of();
      }
    }
    IpPort ip = IpPort.of(item.text("Upload Ip", "IP Address"));
    Header header = told.header(section, item, time, Map.of("section", section));
    List<Record> records = new ArrayList<>();
    records.add(new Record.Post(header, by, id, text, on, null, List.of(), null, media));
    if (ip != null && by != null) {
      Header upload = new Header(header.platform(), header.locator(), time, Map.of());
      records.add(new Record.Login(upload, by, ip.address(), ip.port(), null, "upload"));
    }
    return records;
  }

  private List<Record> place(String section, Item item) {
    ClaimedTime time = time(item);
    Double latitude = number(item.text("Latitude"));
    Double longitude = number(item.text("Longitude"));
    String name = item.text("Name", "Area", "City", "Location", "Last Location");
    if (latitude != null && longitude != null) {
      Double radius = number(item.text("Accuracy", "Radius"));
      return List.of(
          new Record.Place(
              told.header(section, item, time, Map.of()),
              told.owner(),
              latitude,
              longitude,
              radius == null ? Double.NaN : radius,
              name));
    }
    String said = name == null ? alone(item) : name;
    Said profile = new Said(told.platform(section)).attribute(section, said);
    return profile.empty() && item.rest().isEmpty()
        ? List.of()
        : List.of(
            new Record.Profile(
                told.header(section, item, time, Map.of()),
                told.owner(),
                List.of(),
                profile.attributes()));
  }

  private static @Nullable Double number(@Nullable String text) {
    String said = text == null ? "" : text.strip();
    return said.matches("-?[0-9]{1,3}(\\.[0-9]{1,20})?") ? Double.valueOf(said) : null;
  }

  /** A section that says something of the account itself. */
  List<Record> profile(String section, Item item) {
    Said said = new Said(told.platform(section));
    AccountRef owner = told.owner();
    ClaimedTime time = ClaimedTime.none();
    boolean registration = section.contains("registration_date");
    if (owner.handle() != null && section.startsWith("request_parameters")) {
      said.handle(owner.handle());
    }
    for (Entry entry : item.entries()) {
      String label = entry.label().toLowerCase(Locale.ROOT);
      for (Entry.Line line : entry.lines()) {
        String value = Person.plain(line.text());
        boolean verified = value.toLowerCase(Locale.ROOT).contains("verified");
        if (label.contains("email") || section.equals("emails")) {
          said.mail(entry.label(), value, verified);
        } else if (label.contains("phone") || section.equals("phone_numbers")) {
          said.phone(
              entry.label(), value.replaceFirst("(?i) *(cell )?verified on.*$", ""), verified);
          said.attribute("phone verified", verified ? value : null);
        } else if (label.startsWith("vanity") || label.equals("username")) {
          said.handle(value);
        } else if (label.contains("identifier") && value.startsWith("+")) {
          said.phone(entry.label(), value, false);
        } else if (label.startsWith("website")) {
          said.selector(entry.label(), SelectorType.URL, value);
        } else {
          said.attribute(entry.label().isEmpty() ? section : entry.label(), value);
        }
        if (time.text().isEmpty() && (registration || label.contains("registration date"))) {
          time = Stamps.utc(value);
        }
      }
    }
    if (said.empty()) {
      return List.of();
    }
    Header header =
        new Header(
            told.platform(section),
            told.at(section, item.from(), item.to()),
            time,
            section.isEmpty() ? Map.of() : Map.of("section", section));
    return List.of(new Record.Profile(header, owner, said.selectors(), said.attributes()));
  }

  /** One line of a list of accounts. */
  List<Record> listed(String section, Entry.Line line) {
    AccountRef other = Person.one(told.platform(section), "return/" + section, line.text());
    if (other == null) {
      return List.of();
    }
    Header header =
        new Header(
            told.platform(section),
            told.at(section, line.from(), line.to()),
            ClaimedTime.none(),
            Map.of("section", section, "line", line.text()));
    AccountRef owner = told.owner();
    return List.of(
        switch (Lists.of(section)) {
          case FOLLOWER -> new Record.Follow(header, other, owner, Record.Follow.How.FOLLOWS);
          case FOLLOWED -> new Record.Follow(header, owner, other, Record.Follow.How.FOLLOWS);
          case FRIEND -> new Record.Follow(header, owner, other, Record.Follow.How.FRIEND);
          case BLOCKED -> new Record.Follow(header, owner, other, Record.Follow.How.BLOCKS);
          case CONTACT -> new Record.Follow(header, owner, other, Record.Follow.How.CONTACT);
          case REQUEST ->
              new Record.Activity(header, other, What.OTHER, "asked to follow", null, owner);
          case NONE -> new Record.Profile(header, other, List.of(), Map.of());
        });
  }

  /** What a list of accounts means. */
  enum Lists {
    FOLLOWER,
    FOLLOWED,
    FRIEND,
    BLOCKED,
    CONTACT,
    REQUEST,
    NONE;

    static Lists of(String section) {
      return switch (section.replaceFirst("^threads_", "")) {
        case "followers" -> FOLLOWER;
        case "following" -> FOLLOWED;
        case "friends" -> FRIEND;
        case "popular_block", "blocked_users", "blocked", "blocks" -> BLOCKED;
        case "contacts", "address_book", "imported_contacts", "symmetric_contacts" -> CONTACT;
        case "incoming_follow_requests", "follow_requests", "friend_requests" -> REQUEST;
        default -> NONE;
      };
    }
  }
}
