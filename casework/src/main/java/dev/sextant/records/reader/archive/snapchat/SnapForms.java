package dev.sextant.records.reader.archive.snapchat;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.reader.archive.Accounts;
import dev.sextant.records.reader.archive.Loose;
import dev.sextant.records.reader.archive.PlainText;
import dev.sextant.records.reader.archive.Stating;
import dev.sextant.records.reader.archive.Times;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns the entries of Snapchat's sections about the account and its doings into records. */
final class SnapForms {
  static final Platform SNAPCHAT = new Platform("snapchat");

  private final @Nullable AccountRef owner;
  private final String scope;
  private final ChatMedia files;

  SnapForms(@Nullable AccountRef owner, String scope, ChatMedia files) {
    this.owner = owner;
    this.scope = scope;
    this.files = files;
  }

  /** The owner that the basic information names, or null. */
  static @Nullable AccountRef ownerOf(Json basic) {
    Loose f = new Loose(basic);
    String handle = f.said("Username", "User name");
    return handle == null
        ? null
        : Accounts.handle(SNAPCHAT, handle, f.said("Name", "Display Name"));
  }

  static ClaimedTime time(Loose f) {
    return Times.utc(
        f.said(
            "Created",
            "Date",
            "Creation Timestamp",
            "Date and time",
            "Date and time (hourly)",
            "Time",
            "Start Time",
            "Date & Time",
            "Timestamp",
            "Install Time",
            "View Date",
            "Story View Date",
            "Acceptance Date",
            "Purchase Date",
            "Created At"));
  }

  private static Header header(Loose f, Locator at, ClaimedTime time, Map<String, String> more) {
    Map<String, String> extra = new TreeMap<>(f.rest());
    extra.putAll(more);
    return new Header(SNAPCHAT, at, time, extra);
  }

  /** Basic information, the application's profile, demographics. */
  List<Record> profile(Json value, Locator at, String section) {
    AccountRef who = owner;
    if (who == null) {
      return List.of();
    }
    Loose f = new Loose(value);
    String ip = f.said("Registration IP", "Creation IP");
    String name = f.said("Name", "Display Name");
    Stating said =
        new Stating()
            .handle(SNAPCHAT, "Username", f.said("Username", "User name"))
            .also("name", name)
            .email("Email", f.said("Email", "Email Address"), false)
            .phone("Phone", f.said("Phone", "Phone Number", "Mobile Number"), false)
            .ip("Registration IP", ip);
    ClaimedTime time =
        Times.utc(f.said("Creation Date", "Creation Time", "Account Creation Date", "Created"));
    Map<String, String> rest = f.rest();
    said.all(rest);
    List<Record> records = new ArrayList<>();
    Header header = new Header(SNAPCHAT, at, time, Map.of("section", section));
    records.add(new Record.Profile(header, who, said.selectors(), said.attributes()));
    if (ip != null) {
      records.add(new Record.Login(header, who, ip, -1, null, "registration"));
    }
    return records;
  }

  List<Record> login(Json value, Locator at) {
    Loose f = new Loose(value);
    String ip = f.said("IP", "IP Address");
    ClaimedTime time = time(f);
    if (owner == null || (ip == null && time.text().isEmpty())) {
      return List.of();
    }
    String device = f.said("Device", "Device Model");
    String status = f.said("Status", "Event");
    return List.of(
        new Record.Login(
            header(f, at, time, Map.of()),
            owner,
            ip,
            -1,
            device,
            status == null ? "login" : "login " + status));
  }

  /** Anything done: what, with which word, in which section. */
  List<Record> act(Json value, Locator at, What what, String section) {
    Loose f = new Loose(value);
    if (value instanceof Json.Text text) {
      Header header = new Header(SNAPCHAT, at, ClaimedTime.none(), Map.of("section", section));
      return List.of(new Record.Activity(header, owner, what, text.text(), null, null));
    }
    if (f.fields().object().fields().isEmpty()) {
      return List.of();
    }
    ClaimedTime time = time(f);
    String words =
        what == What.SEARCHED
            ? f.text("Search Term", "Search Query", "Query", "Term", "Search")
            : section;
    String object =
        f.said(
            "Download Link",
            "Media Download Url",
            "Link",
            "Url",
            "View",
            "Story URL",
            "App",
            "App Name",
            "Name",
            "Item",
            "Product",
            "Make",
            "Model");
    String towards = f.said("Username", "Story Owner", "To", "Recipient");
    return List.of(
        new Record.Activity(
            header(f, at, time, Map.of("section", section)),
            owner,
            what,
            words,
            object,
            towards == null ? null : Accounts.handle(SNAPCHAT, towards, null)));
  }

  /** A change of the account's name, address or number. */
  List<Record> changed(Json value, Locator at, String section) {
    List<Record> records = new ArrayList<>(act(value, at, What.CHANGED, section));
    Loose f = new Loose(value);
    Stating said =
        new Stating()
            .also("name", f.said("Display Name"))
            .handle(SNAPCHAT, "Username", f.said("Username", "Old Username"))
            .email("Email", f.said("Email Address", "Email"), false)
            .phone("Phone", f.said("Mobile Number", "Phone Number"), false);
    boolean any = !said.selectors().isEmpty() || !said.attributes().isEmpty();
    if (owner != null && any && !records.isEmpty()) {
      Header header = new Header(SNAPCHAT, at, time(f), Map.of("section", section));
      records.add(new Record.Profile(header, owner, said.selectors(), said.attributes()));
    }
    return records;
  }

  /** How an entry of a friends list stands to the owner. */
  enum Listed {
    FRIEND,
    SENT,
    RECEIVED,
    BLOCKED,
    /** Deleted, hidden, ignored: there is no tie now, but a doing. */
    DROPPED
  }

  List<Record> friend(Json value, Locator at, Listed how, String section) {
    Loose f = new Loose(value);
    String handle = value instanceof Json.Text t ? t.text() : f.said("Username", "User name");
    if (handle == null || handle.isBlank()) {
      return List.of();
    }
    AccountRef other = Accounts.handle(SNAPCHAT, handle, f.said("Display Name"));
    Header header = header(f, at, time(f), Map.of("section", section));
    AccountRef mine = owner;
    if (mine == null) {
      return List.of(new Record.Profile(header, other, List.of(), Map.of()));
    }
    return List.of(
        switch (how) {
          case FRIEND -> new Record.Follow(header, mine, other, Record.Follow.How.FRIEND);
          case SENT -> new Record.Follow(header, mine, other, Record.Follow.How.FOLLOWS);
          case RECEIVED -> new Record.Follow(header, other, mine, Record.Follow.How.FOLLOWS);
          case BLOCKED -> new Record.Follow(header, mine, other, Record.Follow.How.BLOCKS);
          case DROPPED ->
              new Record.Activity(header, mine, What.OTHER, section, other.handle(), other);
        });
  }

  /** A call. */
  List<Record> call(Json value, Locator at, String section) {
    Loose f = new Loose(value);
    ClaimedTime time = time(f);
    if (time.text().isEmpty()) {
      return List.of();
    }
    Double seconds = f.number("Length (sec)", "Length", "Duration", "Duration (sec)");
    String with = f.said("Username", "To", "From", "Recipient");
    boolean incoming = section.toLowerCase(Locale.ROOT).contains("incoming");
    AccountRef other = with == null ? null : Accounts.handle(SNAPCHAT, with, null);
    List<AccountRef> called = new ArrayList<>();
    AccountRef to = incoming ? owner : other;
    if (to != null) {
      called.add(to);
    }
    Duration length =
        seconds == null || seconds < 0 ? null : Duration.ofMillis((long) (seconds * 1000));
    return List.of(
        new Record.Call(
            header(f, at, time, Map.of("section", section)),
            null,
            incoming ? other : owner,
            called,
            length,
            f.said("Result", "Status", "Type")));
  }

  /** One message or snap of a conversation; of the old shape if the conversation is null. */
  List<Record> message(Json value, Locator at, @Nullable String with, String section)
      throws IOException {
    Loose f = new Loose(value);
    String from = f.said("From");
    String to = f.said("To");
    ClaimedTime time = time(f);
    Boolean sender = f.yes("IsSender");
    if (from == null && to == null && time.text().isEmpty()) {
      return List.of();
    }
    String title = f.said("Conversation Title");
    String partner = with != null ? with : from != null ? from : to;
    AccountRef other =
        title == null && partner != null ? Accounts.handle(SNAPCHAT, partner, null) : null;
    AccountRef author = from == null ? null : Accounts.handle(SNAPCHAT, from, null);
    boolean own = Boolean.TRUE.equals(sender) || (from == null && to != null);
    if (own || same(author, owner)) {
      author = owner == null ? author : owner;
    }
    List<AccountRef> recipients = recipients(author, other, own, to);
    Map<String, String> more = new TreeMap<>();
    more.put("section", section);
    String type = f.said("Media Type");
    String raw = f.text("Content", "Text", "Message");
    String words = PlainText.kept(raw, "content", more);
    List<Media> media = files.of(f.said("Media IDs", "Media ID"), type);
    if (type != null) {
      more.put("Media Type", type);
    }
    ClaimedTime precise = precise(f, time);
    return List.of(
        new Record.Message(
            header(f, at, precise, more),
            conversation(partner == null ? "" : partner, title, other),
            author,
            recipients,
            null,
            words,
            null,
            null,
            null,
            List.of(),
            media));
  }

  private static boolean same(@Nullable AccountRef a, @Nullable AccountRef b) {
    return a != null && b != null && a.key().equals(b.key());
  }

  private List<AccountRef> recipients(
      @Nullable AccountRef author, @Nullable AccountRef other, boolean own, @Nullable String to) {
    if (to != null) {
      return List.of(Accounts.handle(SNAPCHAT, to, null));
    }
    if (other == null) {
      return List.of();
    }
    if (own || same(author, owner)) {
      return List.of(other);
    }
    return owner == null ? List.of() : List.of(owner);
  }

  /* "Created(microseconds)" holds milliseconds in every file described; its size tells. */
  private static ClaimedTime precise(Loose f, ClaimedTime time) {
    String exact = f.said("Created(microseconds)");
    if (exact == null || !exact.matches("[0-9]{12,17}")) {
      return time;
    }
    String text = time.text().isBlank() ? exact : time.text();
    ClaimedTime fine = Times.epoch(Long.parseLong(exact), text);
    return fine.instant() == null ? time : fine;
  }

  private ConversationRef conversation(
      String key, @Nullable String title, @Nullable AccountRef other) {
    AccountRef mine = owner;
    if (other == null) {
      boolean number = key.matches("[0-9a-fA-F-]{32,36}");
      return new ConversationRef(
          SNAPCHAT, ConversationRef.Kind.GROUP, number ? key : scope + "/" + key, title);
    }
    String pair = scope + "/" + other.key();
    if (mine != null) {
      pair =
          other.key().compareTo(mine.key()) < 0
              ? "direct/" + other.key() + "/" + mine.key()
              : "direct/" + mine.key() + "/" + other.key();
    }
    return new ConversationRef(SNAPCHAT, ConversationRef.Kind.DIRECT, pair, title);
  }
}
