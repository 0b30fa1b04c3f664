package dev.sextant.records.reader.returns;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.table.Columns;
import dev.sextant.records.reader.table.NamedRow;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Snapchat's answer to legal process: CSV files that begin with a legend in prose, a row of equals
 * signs, a head, and may hold several such sections. The layout is known from the public modules of
 * RLEAPP; no real return is public.
 */
public final class SnapchatReturn extends TableReturn {
  private static final Pattern TOKEN = Pattern.compile("b~[A-Za-z0-9_-]{4,200}");

  /** A reader. */
  public SnapchatReturn() {
    super(new Platform("snapchat"));
  }

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "snapchat-return",
        1,
        "Snapchat return",
        List.of(
            "subscriber sections, account changes, conversations with media by their tokens, lists of"
                + " conversations, calls, AI and reported conversations, memories, stories, friends,"
                + " places (three layouts), addresses, communications, privacy settings",
            "both forms of time, PDT and PST of last_active, new and missing columns"),
        List.of("no real return was available; sections without a known head are unknown"));
  }

  @Override
  protected List<TableForm> forms() {
    List<TableForm> forms = new ArrayList<>();
    forms.add(TableForm.of("calls", 88, SnapchatReturn::call, "call_start", "call_end"));
    forms.add(
        new TableForm(
            "conversations",
            92,
            (c, p) ->
                c.hasAny("sender_username", "sender_user_id")
                    && c.hasAny(
                        "recipient_username",
                        "recipient_user_id",
                        "conversation_id",
                        "message_type"),
            SnapchatReturn::message));
    forms.add(
        new TableForm(
            "subscriber",
            90,
            (c, p) ->
                c.hasAny("username", "user_id")
                    && c.hasAny(
                        "creation_ip", "email_status", "phone_status", "pending_email_address"),
            SnapchatReturn::subscriber));
    forms.add(
        TableForm.of(
            "changes", 85, SnapchatReturn::change, "date", "action", "old_value", "new_value"));
    forms.add(
        new TableForm(
            "account",
            88,
            (c, p) ->
                c.hasAny(
                    "last_active",
                    "2fa_status",
                    "snap_privacy",
                    "story_privacy",
                    "is_bitmoji_user"),
            SnapchatReturn::about));
    forms.add(
        new TableForm(
            "conversation list",
            85,
            (c, p) ->
                c.has("last_event_timestamp")
                    || (c.has("creation_time") && c.hasAny("conversation_id", "participants")),
            SnapchatReturn::listed));
    forms.add(TableForm.of("places", 0, AnyTable::place, "latitude", "longitude"));
    forms.add(TableForm.of("regions", 70, SnapchatReturn::region, "country", "region", "city"));
    forms.add(
        new TableForm(
            "addresses",
            80,
            (c, p) -> c.has("ip") && c.hasAny("first_seen_time", "last_seen_time", "asn"),
            SnapchatReturn::address));
    forms.add(
        new TableForm(
            "communications",
            0,
            (c, p) -> p.contains("communications") && AnyTable.head(c),
            SnapchatReturn::communication));
    forms.add(
        new TableForm(
            "friends",
            0,
            (c, p) ->
                p.contains("friend")
                    && c.hasAny("username", "friend_username", "friend", "friends"),
            SnapchatReturn::friend));
    forms.add(
        new TableForm(
            "memories",
            0,
            (c, p) ->
                (p.contains("memories") || p.contains("story") || p.contains("stories"))
                    && c.hasAny("media_id", "id", "timestamp"),
            SnapchatReturn::published));
    forms.addAll(AnyTable.forms());
    return forms;
  }

  @Override
  protected int named(String path) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    return switch (file) {
      case "subscriber_info.csv",
          "subscriber_account_change_history.csv",
          "geo_locations.csv",
          "snap_inc_communications.csv",
          "loc_priv_sets.csv",
          "ai_conversations.csv",
          "reported_conversations.csv",
          "conversation_list.csv" ->
          82;
      default -> 0;
    };
  }

  /* The list of friends is plain lines below its legend. */
  @Override
  protected @Nullable Columns columns(Source.Part part, String path) throws IOException {
    if (!path.endsWith("friends_list.csv")) {
      return null;
    }
    String head = new String(part.head(), StandardCharsets.UTF_8);
    boolean rule = head.contains("====");
    String below = rule ? head.substring(head.lastIndexOf("====") + 4) : head;
    String first = below.strip().lines().findFirst().orElse("");
    return first.indexOf(',') < 0 && !first.toLowerCase(Locale.ROOT).contains("user")
        ? Columns.of(List.of("friend"))
        : null;
  }

  @Override
  protected Map<String, String> files(Source source) {
    Map<String, String> files = new HashMap<>();
    for (Source.Part part : source.parts()) {
      Matcher m = TOKEN.matcher(part.fileName());
      while (m.find()) {
        files.putIfAbsent(m.group(), part.path());
      }
    }
    return files;
  }

  @Override
  protected @Nullable AccountRef owner(TableForm form, NamedRow row) {
    return form.section().equals("subscriber") ? account(row) : null;
  }

  private @Nullable AccountRef account(NamedRow row) {
    return Names.of(
        platform(), row.look("user_id"), row.look("username"), row.look("display_name"));
  }

  /* Snapchat names people by handle everywhere but in the subscriber section. */
  private static @Nullable AccountRef handle(Telling t, @Nullable String said) {
    if (said == null || Stamps.nothing(said)) {
      return null;
    }
    AccountRef known = t.known();
    return known != null && said.equalsIgnoreCase(known.handle())
        ? known
        : Names.of(t.platform(), null, said, null);
  }

  private static List<Record> message(NamedRow row, Locator at, Telling t) throws IOException {
    ClaimedTime time = t.utc(row, "timestamp", "time", "created", "sent_time");
    AccountRef sender = handle(t, row.text("sender_username", "sender_user_id"));
    List<AccountRef> to = new ArrayList<>();
    for (String one :
        row.textOrEmpty("recipient_username", "recipient_usernames", "recipient_user_id")
            .split("[;, ]+")) {
      AccountRef who = handle(t, one);
      if (who != null) {
        to.add(who);
      }
    }
    String channel = row.text("conversation_id");
    String title = row.text("conversation_title", "group_name");
    String text = row.textOrEmpty("text", "message", "content");
    String id = row.text("message_id", "id");
    String reply = row.text("reply_to_message_id");
    List<Media> media = media(row, t);
    ConversationRef in = AnyTable.conversation(t, channel, sender, to);
    if (sender == null && to.isEmpty() && text.isEmpty() && media.isEmpty() && channel == null) {
      return List.of();
    }
    ConversationRef titled =
        title == null ? in : new ConversationRef(in.platform(), in.kind(), in.key(), title);
    Header header = t.header(row, at, time);
    return List.of(
        new Record.Message(
            header, titled, sender, to, id, text, reply, null, null, List.of(), media));
  }

  private static List<Media> media(NamedRow row, Telling t) throws IOException {
    List<Media> media = new ArrayList<>();
    for (String one : row.textOrEmpty("media_id", "media_ids").split("[;\\s]+")) {
      if (!Stamps.nothing(one)) {
        String path = t.files().get(one);
        media.add(
            path == null ? new Media(one, null, null, null) : t.shelf().media("", path, null));
      }
    }
    return media;
  }

  private static List<Record> call(NamedRow row, Locator at, Telling t) {
    ClaimedTime start = t.utc(row, "call_start");
    ClaimedTime end = Stamps.utc(row.look("call_end"));
    Duration length =
        start.instant() == null || end.instant() == null || end.instant().isBefore(start.instant())
            ? null
            : Duration.between(start.instant(), end.instant());
    AccountRef caller =
        handle(
            t, row.text("caller_username", "caller", "sender_username", "initiator", "username"));
    List<AccountRef> called = new ArrayList<>();
    for (String one :
        row.textOrEmpty(
                "recipient_username", "callee_username", "callee", "recipients", "participants")
            .split("[;, ]+")) {
      AccountRef who = handle(t, one);
      if (who != null && !who.equals(caller)) {
        called.add(who);
      }
    }
    String channel = row.text("conversation_id");
    String outcome = row.text("call_result", "call_status", "status", "result");
    if (start.text().isEmpty() && caller == null) {
      return List.of();
    }
    ConversationRef in =
        channel == null && (caller == null || called.isEmpty())
            ? null
            : AnyTable.conversation(t, channel, caller, called);
    return List.of(new Record.Call(t.header(row, at, start), in, caller, called, length, outcome));
  }

  private static List<Record> subscriber(NamedRow row, Locator at, Telling t) {
    AccountRef account =
        Names.of(t.platform(), row.text("user_id"), row.text("username"), row.text("display_name"));
    if (account == null) {
      return List.of();
    }
    ClaimedTime created = t.utc(row, "created", "creation_time", "created_at");
    IpPort ip = IpPort.of(row.look("creation_ip"));
    Said said = new Said(t.platform()).handle(account.handle());
    said.mail("email_address", row.text("email_address", "email"), verified(row, "email_status"));
    said.mail("pending_email_address", row.text("pending_email_address"), false);
    said.phone("phone_number", row.text("phone_number"), verified(row, "phone_status"));
    said.phone("pending_phone_number", row.text("pending_phone_number"), false);
    said.phone("former_phone_number", row.text("former_phone_number"), false);
    said.attribute("name", account.displayName());
    row.rest().forEach(said::attribute);
    List<Record> records = new ArrayList<>();
    Header header = new Header(t.platform(), at, created, Map.of());
    records.add(new Record.Profile(header, account, said.selectors(), said.attributes()));
    if (ip != null) {
      records.add(
          new Record.Login(header, account, ip.address(), ip.port(), null, "account creation"));
    }
    return records;
  }

  private static boolean verified(NamedRow row, String column) {
    String said = row.look(column).toLowerCase(Locale.ROOT);
    return said.startsWith("verified") || said.equals("true") || said.equals("yes");
  }

  private static List<Record> change(NamedRow row, Locator at, Telling t) {
    ClaimedTime time = t.utc(row, "date");
    String action = row.textOrEmpty("action");
    String before = row.look("old_value");
    String after = row.look("new_value");
    return List.of(
        new Record.Activity(
            t.header(row, at, time),
            t.owner(),
            What.CHANGED,
            action,
            before.isEmpty() && after.isEmpty() ? null : before + " -> " + after,
            null));
  }

  private static List<Record> about(NamedRow row, Locator at, Telling t) {
    ClaimedTime active = Stamps.utc(row.look("last_active"));
    Said said = new Said(t.platform());
    row.rest().forEach(said::attribute);
    List<Record> records = new ArrayList<>();
    Header header = new Header(t.platform(), at, ClaimedTime.none(), Map.of());
    records.add(new Record.Profile(header, t.owner(), said.selectors(), said.attributes()));
    if (active.instant() != null) {
      Header last = new Header(t.platform(), at, active, Map.of());
      records.add(new Record.Login(last, t.owner(), null, -1, null, "last active"));
    }
    return records;
  }

  private static List<Record> listed(NamedRow row, Locator at, Telling t) {
    String channel = row.text("conversation_id", "id");
    String title = row.text("conversation_title", "title", "name", "group_name");
    List<AccountRef> people = new ArrayList<>();
    for (String one :
        row.textOrEmpty(
                "participants",
                "members",
                "usernames",
                "participant_usernames",
                "recipient_username")
            .split("[;, ]+")) {
      AccountRef who = handle(t, one);
      if (who != null) {
        people.add(who);
      }
    }
    ClaimedTime time = t.utc(row, "creation_time", "created");
    if (people.isEmpty()) {
      people.add(t.owner());
    }
    ConversationRef in =
        channel == null
            ? AnyTable.conversation(t, null, null, people)
            : new ConversationRef(t.platform(), ConversationRef.Kind.UNKNOWN, channel, title);
    Header header = t.header(row, at, time);
    List<Record> records = new ArrayList<>();
    people.forEach(p ->
        records.add(new Record.Membership(header, p, in, Record.Membership.Action.PRESENT, null)));
    return records;
  }

  private static List<Record> region(NamedRow row, Locator at, Telling t) {
    String city = row.textOrEmpty("city");
    String region = row.textOrEmpty("region");
    String country = row.textOrEmpty("country");
    ClaimedTime time = t.utc(row, "timestamp", "time", "date");
    return List.of(
        new Record.Activity(
            t.header(row, at, time),
            t.owner(),
            What.OTHER,
            "seen in a region",
            String.join(", ", city, region, country),
            null));
  }

  private static List<Record> address(NamedRow row, Locator at, Telling t) {
    String said = row.text("ip", "ip_address");
    IpPort ip = IpPort.of(said);
    ClaimedTime time = t.utc(row, "first_seen_time", "timestamp", "time", "date", "last_seen_time");
    int port = IpPort.port(row.text("port", "source_port"));
    String device = row.text("device", "user_agent");
    String action = row.text("action", "type");
    return List.of(
        new Record.Login(
            t.header(row, at, time),
            t.owner(),
            ip == null ? said : ip.address(),
            ip != null && ip.port() >= 0 ? ip.port() : port,
            device,
            action));
  }

  private static List<Record> communication(NamedRow row, Locator at, Telling t) {
    ClaimedTime time = t.time(row);
    String subject = row.text("subject", "title", "email_subject");
    String body = Roles.TEXT.takeOrEmpty(row);
    return List.of(
        new Record.Activity(
            t.header(row, at, time, Map.of("table", t.file())),
            t.owner(),
            What.FLAGGED,
            body.isEmpty() && subject != null ? subject : body,
            body.isEmpty() ? null : subject,
            null));
  }

  private static List<Record> friend(NamedRow row, Locator at, Telling t) {
    AccountRef friend =
        handle(t, row.text("friend_username", "friend", "friends", "username", "user_name"));
    String shown = row.text("display_name");
    if (friend == null) {
      return List.of();
    }
    AccountRef named =
        new AccountRef(
            friend.platform(),
            friend.basis(),
            friend.basis() == KeyBasis.HANDLE ? friend.key().strip() : friend.key(),
            friend.handle(),
            shown);
    ClaimedTime time = t.time(row);
    return List.of(
        new Record.Follow(t.header(row, at, time), t.owner(), named, Record.Follow.How.FRIEND));
  }

  private static List<Record> published(NamedRow row, Locator at, Telling t) throws IOException {
    List<Media> media = media(row, t);
    ClaimedTime time =
        t.utc(row, "timestamp", "created", "create_time", "time", "date", "capture_time");
    String id = row.text("id", "memory_id", "story_id", "snap_id");
    String text = row.textOrEmpty("caption", "text", "title");
    boolean placed = !row.look("latitude").isEmpty() && !row.look("longitude").isEmpty();
    List<Record> records = new ArrayList<>();
    records.add(
        new Record.Post(
            t.header(row, at, time), t.owner(), id, text, null, null, List.of(), null, media));
    if (placed) {
      for (Record place : AnyTable.place(row, at, t)) {
        if (place instanceof Record.Place p) {
          Header header = new Header(t.platform(), at, time, Map.of());
          records.add(
              new Record.Place(
                  header, t.owner(), p.latitude(), p.longitude(), p.accuracyMetres(), p.name()));
        }
      }
    }
    return records;
  }
}
