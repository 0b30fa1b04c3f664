package dev.sextant.records.reader.x;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Membership.Action;
import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.records.reader.FirstOfEach;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the elements of an X archive's files into records. */
public final class XForms {
  private static final DateTimeFormatter CREATED =
      DateTimeFormatter.ofPattern("MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH);

  private static final Pattern WEEKDAY = Pattern.compile("^[A-Z][a-z]{2} ");

  private static final Set<String> DIRECT =
      Set.of(
          "messageCreate",
          "welcomeMessageCreate",
          "joinConversation",
          "participantsJoin",
          "participantsLeave",
          "conversationNameUpdate");

  private final @Nullable AccountRef owner;
  private final Shelf shelf;
  private final String root;
  private final LongPosts notes;

  /** Forms of posts that have no long ones beside them. */
  public XForms(@Nullable AccountRef owner, Shelf shelf, String root) {
    this(owner, shelf, root, new LongPosts());
  }

  /**
   * @param owner whose archive it is, if known
   * @param root folder of the data files, ending in a slash or empty
   * @param notes the long posts, whose beginnings stand among the others
   */
  XForms(@Nullable AccountRef owner, Shelf shelf, String root, LongPosts notes) {
    this.owner = owner;
    this.shelf = shelf;
    this.root = root;
    this.notes = notes;
  }

  /** The account of a number, else of a handle; null if there is neither. */
  public static @Nullable AccountRef account(
      @Nullable String id, @Nullable String handle, @Nullable String name) {
    if (id != null && !id.isBlank() && !id.equals("-1") && !id.equals("0")) {
      return AccountRef.ofId(Platform.X, id, handle, name);
    }
    return handle == null || handle.isBlank()
        ? null
        : new AccountRef(
            Platform.X, AccountRef.KeyBasis.HANDLE, handle.toLowerCase(Locale.ROOT), handle, name);
  }

  /** {@code Wed Nov 15 12:00:45 +0000 2023}. */
  public static ClaimedTime created(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return ClaimedTime.none();
    }
    try {
      return ClaimedTime.utc(
          ZonedDateTime.parse(WEEKDAY.matcher(text).replaceFirst(""), CREATED).toInstant(),
          text,
          ClaimedTime.Precision.SECOND);
    } catch (DateTimeException e) {
      return ClaimedTimes.ofIso(text); // Some files use the other form.
    }
  }

  /** X escapes these three characters in the text of posts. */
  private static String unescaped(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  private static Header header(
      Fields fields, Locator at, ClaimedTime time, Map<String, String> more) {
    Map<String, String> extra = new TreeMap<>(fields.rest());
    extra.putAll(more);
    return new Header(Platform.X, at, time, extra);
  }

  /** A post, with the place it was sent from if it says one. */
  public List<Record> tweet(Json value, Locator at, String section) throws IOException {
    Fields f = Fields.of(value);
    String id = f.text("id_str");
    String bare = f.text("id");
    String header = f.text("tweet_id");
    id = id == null ? (bare == null ? header : bare) : id;
    String raw = f.text("full_text");
    String shorter = raw == null ? f.text("text") : null;
    String text = raw != null ? raw : shorter;
    if (id == null && text == null) {
      return List.of();
    }
    ClaimedTime time = created(f.text("created_at"));
    String replyToPost = f.text("in_reply_to_status_id_str");
    AccountRef replyTo =
        account(f.text("in_reply_to_user_id_str"), f.text("in_reply_to_screen_name"), null);
    f.known("in_reply_to_status_id", "in_reply_to_user_id");
    String repost = f.text("retweeted_status_id_str");
    List<Media> media = media(f, id, "tweets_media/");
    List<AccountRef> mentions = mentions(f);
    Map<String, String> more = new TreeMap<>();
    more.put("section", section);
    String words = text == null ? "" : unescaped(text);
    if (text != null && !words.equals(text)) {
      more.put("raw:full_text", text);
    }
    LongPosts.Post whole = notes.of(time, words);
    if (whole != null) {
      more.put("noteTweetId", whole.id());
      more.put("cut:full_text", words);
      words = whole.text();
    }
    double[] point = point(f);
    Header said = header(f, at, time, more);
    List<Record> records = new ArrayList<>();
    records.add(
        new Record.Post(said, owner, id, words, replyToPost, replyTo, mentions, repost, media));
    if (point.length == 2) {
      records.add(new Record.Place(said, owner, point[0], point[1], Double.NaN, null));
    }
    return records;
  }

  /* "geo" writes latitude first, "coordinates" (GeoJSON) longitude first. */
  private static double[] point(Fields f) {
    for (String field : new String[] {"geo", "coordinates"}) {
      if (f.object().get(field) instanceof Json.Obj shape
          && shape.get("coordinates") instanceof Json.Arr two
          && two.items().size() == 2) {
        try {
          double first = Double.parseDouble(two.items().get(0).raw());
          double second = Double.parseDouble(two.items().get(1).raw());
          return field.equals("geo") ? new double[] {first, second} : new double[] {second, first};
        } catch (NumberFormatException e) {
          continue; // Not a pair of numbers: it stays in the extra fields.
        }
      }
    }
    return new double[0];
  }

  private static List<AccountRef> mentions(Fields tweet) {
    FirstOfEach<AccountRef> mentions = FirstOfEach.accounts();
    if (tweet.object().get("entities") instanceof Json.Obj entities
        && entities.get("user_mentions") instanceof Json.Arr list) {
      for (Json one : list.items()) {
        Fields f = Fields.of(one);
        mentions.add(account(f.text("id_str"), f.text("screen_name"), f.text("name")));
      }
    }
    return mentions.list();
  }

  private List<Media> media(Fields tweet, @Nullable String id, String folder) throws IOException {
    Json found = tweet.object().get("extended_entities");
    Json plain = tweet.object().get("entities");
    List<Media> media = new ArrayList<>();
    for (Json holder : new Json[] {found, plain}) {
      if (media.isEmpty()
          && holder instanceof Json.Obj o
          && o.get("media") instanceof Json.Arr list) {
        for (Json one : list.items()) {
          Fields f = Fields.of(one);
          String url = f.text("media_url_https");
          url = url == null ? f.text("media_url") : url;
          if (url != null) {
            media.add(kept(folder, id, url, f.text("type")));
          }
        }
      }
    }
    return media;
  }

  /* The archive keeps a medium as <post or message>-<last segment of its address>. */
  private Media kept(String folder, @Nullable String id, String url, @Nullable String type)
      throws IOException {
    String file = url.substring(url.lastIndexOf('/') + 1);
    String name = (id == null ? "" : id + "-") + file;
    Media media = shelf.media(root + folder, name, type);
    return media.part() == null ? new Media(url, type, null, null) : media;
  }

  /** A long post. */
  public List<Record> note(Json value, Locator at) {
    Fields f = Fields.of(value);
    Fields core = LongPosts.words(f);
    String id = f.text("noteTweetId");
    String text = core.text("text");
    if (id == null && text == null) {
      return List.of();
    }
    FirstOfEach<AccountRef> mentions = FirstOfEach.accounts();
    for (Json one : core.array("mentions")) {
      Fields m = Fields.of(one);
      mentions.add(account(m.text("id"), m.text("screenName"), m.text("name")));
    }
    ClaimedTime time = ClaimedTimes.ofIso(f.text("createdAt"));
    Map<String, String> more = new TreeMap<>(core.rest());
    more.put("section", "note_tweet");
    return List.of(
        new Record.Post(
            header(f, at, time, more),
            owner,
            id,
            text == null ? "" : text,
            null,
            null,
            mentions.list(),
            null,
            List.of()));
  }

  /** The conversation of a number: two accounts' numbers for a direct one, else a group's own. */
  public static ConversationRef conversation(String id) {
    return new ConversationRef(
        Platform.X,
        id.matches("[0-9]+-[0-9]+") ? ConversationRef.Kind.DIRECT : ConversationRef.Kind.GROUP,
        id,
        null);
  }

  /** The section that an entry of a conversation counts under if it is of no known kind. */
  public static String unknownDirect(Json value) {
    if (value instanceof Json.Obj o && !o.fields().isEmpty()) {
      String name = kindOf(o);
      return DIRECT.contains(name) ? "" : "message of kind " + name;
    }
    return "";
  }

  /* The field that names what the entry is: the only one in every archive seen, but fields are added
   * to formats. */
  private static String kindOf(Json.Obj entry) {
    Set<String> names = entry.fields().keySet();
    return names.stream().filter(DIRECT::contains).findFirst().orElse(names.iterator().next());
  }

  /** One entry of a conversation's messages: {@code {messageCreate: {...}}} and its kin. */
  public List<Record> direct(Json value, Locator at, ConversationRef in) throws IOException {
    if (!(value instanceof Json.Obj o) || o.fields().isEmpty()) {
      return List.of();
    }
    String kind = kindOf(o);
    Fields f = withSiblings(o, kind);
    ClaimedTime time = ClaimedTimes.ofIso(f.text("createdAt"));
    return switch (kind) {
      case "messageCreate", "welcomeMessageCreate" -> List.of(message(f, at, in, time));
      case "joinConversation" ->
          moved(f, at, in, time, "joinConversation", Action.ADDED, "participantsSnapshot");
      case "participantsJoin" ->
          moved(f, at, in, time, "participantsJoin", Action.ADDED, "userIds");
      case "participantsLeave" ->
          moved(f, at, in, time, "participantsLeave", Action.LEFT, "userIds");
      default -> moved(f, at, in, time, kind, Action.PRESENT, "");
    };
  }

  /* The fields of what an entry is, and those that stand beside it, which nobody takes. */
  private static Fields withSiblings(Json.Obj entry, String kind) {
    if (entry.fields().size() == 1 || !(entry.get(kind) instanceof Json.Obj within)) {
      return Fields.of(entry.get(kind));
    }
    Map<String, Json> all = new LinkedHashMap<>(within.fields());
    entry
        .fields()
        .forEach((name, value) -> {
          if (!name.equals(kind)) {
            all.putIfAbsent(name, value);
          }
        });
    return new Fields(new Json.Obj(all, within.from(), within.to()));
  }

  private Record message(Fields f, Locator at, ConversationRef in, ClaimedTime time)
      throws IOException {
    String id = f.text("id");
    AccountRef sender = account(f.text("senderId"), null, null);
    AccountRef recipient = account(f.text("recipientId"), null, null);
    String text = f.textOrEmpty("text");
    String folder =
        in.kind() == ConversationRef.Kind.DIRECT
            ? "direct_messages_media/"
            : "direct_messages_group_media/";
    List<Media> media = new ArrayList<>();
    for (Json url : f.array("mediaUrls")) {
      media.add(kept(folder, id, url.raw(), null));
    }
    return new Record.Message(
        header(f, at, time, Map.of()),
        in,
        orOwner(sender),
        recipient == null ? List.of() : List.of(named(recipient)),
        id,
        text,
        null,
        null,
        null,
        List.of(),
        media);
  }

  /* Messages carry numbers only; the owner's name is known from elsewhere in the archive. */
  private @Nullable AccountRef orOwner(@Nullable AccountRef account) {
    return account != null && owner != null && owner.key().equals(account.key()) ? owner : account;
  }

  private AccountRef named(AccountRef account) {
    AccountRef known = orOwner(account);
    return known == null ? account : known;
  }

  private List<Record> moved(
      Fields f,
      Locator at,
      ConversationRef in,
      ClaimedTime time,
      String what,
      Action action,
      String listed) {
    AccountRef by = orOwner(account(f.text("initiatingUserId"), null, null));
    String name = f.textOrEmpty("name");
    List<Json> members = listed.isEmpty() ? List.of() : f.array(listed);
    String id = f.text("id");
    Header header = header(f, at, time, Map.of());
    List<Record> records = new ArrayList<>();
    records.add(
        new Record.Message(
            header, in, by, List.of(), id, name, null, null, what, List.of(), List.of()));
    for (Json member : members) {
      AccountRef account = orOwner(account(member.raw(), null, null));
      if (account != null) {
        boolean self = by != null && by.key().equals(account.key());
        Action how = self && action == Action.ADDED ? Action.JOINED : action;
        records.add(new Record.Membership(header, account, in, how, self ? null : by));
      }
    }
    return records;
  }

  /** One account of the lists of followers, followed and blocked. */
  public List<Record> listed(Json value, Locator at, String list) {
    Fields f = Fields.of(value);
    AccountRef other = account(f.text("accountId"), null, null);
    if (other == null) {
      return List.of();
    }
    Header header = header(f, at, ClaimedTime.none(), Map.of("section", list));
    if (owner == null) {
      // Whose list it is, nobody knows: all it says is that the account exists.
      return List.of(new Record.Profile(header, other, List.of(), Map.of()));
    }
    return List.of(
        switch (list) {
          case "follower" -> new Record.Follow(header, other, owner, Record.Follow.How.FOLLOWS);
          case "blocking" -> new Record.Follow(header, owner, other, Record.Follow.How.BLOCKS);
          default -> new Record.Follow(header, owner, other, Record.Follow.How.FOLLOWS);
        });
  }

  /** {@code account.js}. */
  public List<Record> accountFile(Json value, Locator at) {
    Fields f = Fields.of(value);
    AccountRef account =
        account(f.text("accountId"), f.text("username"), f.text("accountDisplayName"));
    if (account == null) {
      return List.of();
    }
    List<Record.Stated> selectors = new ArrayList<>();
    Map<String, String> attributes = new TreeMap<>();
    if (account.handle() != null) {
      handle(account.handle(), selectors, attributes);
    }
    state(f, "email", SelectorType.EMAIL, selectors, attributes);
    state(f, "phoneNumber", SelectorType.PHONE, selectors, attributes);
    if (account.displayName() != null) {
      attributes.put("name", account.displayName());
    }
    ClaimedTime time = ClaimedTimes.ofIso(f.text("createdAt"));
    return List.of(
        new Record.Profile(header(f, at, time, Map.of()), account, selectors, attributes));
  }

  private static void handle(
      String handle, List<Record.Stated> selectors, Map<String, String> attributes) {
    try {
      selectors.add(new Record.Stated(Selector.of(SelectorType.HANDLE, Platform.X, handle), true));
    } catch (BadValue e) {
      attributes.put("username", handle); // No name at all, or longer than any: kept as it stands.
    }
  }

  private static void state(
      Fields f,
      String field,
      SelectorType type,
      List<Record.Stated> selectors,
      Map<String, String> attributes) {
    String value = f.text(field);
    if (value == null || value.isBlank()) {
      return;
    }
    try {
      selectors.add(new Record.Stated(Selector.of(type, value), false));
    } catch (BadValue e) {
      attributes.put(field, value); // Not of that form: kept as it stands.
    }
  }

  /** {@code profile.js}; needs the owner, whom it does not name. */
  public List<Record> profile(Json value, Locator at) {
    if (owner == null) {
      return List.of();
    }
    Fields f = Fields.of(value);
    Fields description = f.object("description");
    Map<String, String> attributes = new TreeMap<>();
    for (String field : new String[] {"bio", "website", "location"}) {
      String said = description.text(field);
      if (said != null && !said.isEmpty()) {
        attributes.put(field, said);
      }
    }
    return List.of(
        new Record.Profile(
            header(f, at, ClaimedTime.none(), description.rest()), owner, List.of(), attributes));
  }

  /** {@code ip-audit.js}, {@code account-creation-ip.js}, {@code device-token.js}. */
  public List<Record> login(Json value, Locator at, String action) {
    Fields f = Fields.of(value);
    AccountRef account = orOwner(account(f.text("accountId"), null, null));
    account = account == null ? owner : account;
    if (account == null) {
      return List.of();
    }
    String ip = f.text("loginIp");
    ip = ip == null ? f.text("userCreationIp") : ip;
    Long port = f.whole("loginPortNumber");
    String seen = f.text("lastSeenAt");
    ClaimedTime time = ClaimedTimes.ofIso(seen == null ? f.text("createdAt") : seen);
    String device = f.text("clientApplicationName");
    return List.of(
        new Record.Login(
            header(f, at, time, Map.of()),
            account,
            ip,
            port == null || port < 0 || port > 65_535 ? -1 : port.intValue(),
            device,
            action));
  }
}
