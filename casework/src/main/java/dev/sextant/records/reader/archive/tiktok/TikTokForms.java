package dev.sextant.records.reader.archive.tiktok;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.reader.archive.Accounts;
import dev.sextant.records.reader.archive.Loose;
import dev.sextant.records.reader.archive.Stating;
import dev.sextant.records.reader.archive.Times;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns the entries of TikTok's sections into records. Which section an entry is in is known by the
 * names that lead to it; those drift between versions, so words in them decide.
 */
final class TikTokForms {
  static final Platform TIKTOK = new Platform("tiktok");

  private static final Pattern CHAT =
      Pattern.compile(
          "^\\s*(?:>+\\s*)?chat history with\\s+(.*?)\\s*:*\\s*$", Pattern.CASE_INSENSITIVE);

  private final @Nullable AccountRef owner;
  private final String scope;

  TikTokForms(@Nullable AccountRef owner, String scope) {
    this.owner = owner;
    this.scope = scope;
  }

  /** The owner as a profile names it, or null. */
  static @Nullable AccountRef ownerOf(Json profileMap) {
    Loose f = new Loose(profileMap);
    String handle = f.said("userName", "Username");
    String name = f.said("nickName", "displayName", "name");
    return handle == null ? null : Accounts.handle(TIKTOK, handle, name);
  }

  /** The form for a section, or null if the section is not understood. */
  JsonItems.@Nullable Form form(List<String> path) {
    String all = String.join(" / ", path).toLowerCase(Locale.ROOT);
    String last = path.isEmpty() ? "" : flat(path.getLast());
    if (!path.isEmpty() && CHAT.matcher(path.getLast()).matches()) {
      return chat(path.getLast()); // Until 2021 conversations lay in no list of their own.
    }
    return switch (last) {
      case "profilemap" -> this::profile;
      case "loginhistorylist" -> this::login;
      case "statuslist" -> (v, at) -> act(v, at, new Doing(What.INSTALLED, "device", all));
      case "fanslist", "followerlist", "followerslist" -> (v, at) -> listed(v, at, true, all);
      case "following", "followinglist" -> (v, at) -> listed(v, at, false, all);
      case "blocklist", "blockeduserlist" -> this::blocked;
      case "itemfavoritelist", "likelist" ->
          (v, at) -> act(v, at, new Doing(What.REACTED, "like", all));
      case "searchlist" -> (v, at) -> searched(v, at);
      case "sharehistorylist" -> (v, at) -> act(v, at, new Doing(What.REACTED, "share", all));
      case "commentslist" -> this::comment;
      case "hashtaglist" -> (v, at) -> act(v, at, new Doing(What.OTHER, "hashtag", all));
      case "offtiktokactivitydatalist" ->
          (v, at) -> act(v, at, new Doing(What.OTHER, "off-platform activity", all));
      default -> other(all, last);
    };
  }

  private JsonItems.@Nullable Form other(String all, String last) {
    if (last.equals("videolist")) {
      return all.contains("brows") || all.contains("watch")
          ? (v, at) -> act(v, at, new Doing(What.VIEWED, "video", all))
          : (v, at) -> post(v, at, all);
    }
    if (last.startsWith("favorite") && last.endsWith("list")) {
      return (v, at) -> act(v, at, new Doing(What.REACTED, "favourite", all));
    }
    if (last.matches(".*(order(histor|list)|purchase|gifts|transaction).*")) {
      return (v, at) -> act(v, at, new Doing(What.PAID, "", all));
    }
    if (last.matches(".*(brows(ing|e)|watchlive).*(list|histor(y|ies))")) {
      return (v, at) -> act(v, at, new Doing(What.VIEWED, "", all));
    }
    if (last.matches("contactslist|contactlist|facebookfriendslist")) {
      return this::contact;
    }
    if (last.matches("locationdata|reviewlist|locationreviewlist")) {
      return (v, at) -> act(v, at, new Doing(What.OTHER, "location", all));
    }
    return last.matches("(post|repost|story|stories)list") ? (v, at) -> post(v, at, all) : null;
  }

  private static String flat(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static ClaimedTime time(Loose f) {
    return Times.utc(f.said("Date", "Time", "Timestamp", "CreateTime", "createDate"));
  }

  private Header header(Loose f, Locator at, ClaimedTime time, Map<String, String> more) {
    Map<String, String> extra = new TreeMap<>(f.rest());
    extra.putAll(more);
    return new Header(TIKTOK, at, time, extra);
  }

  /** What was done, with a word where the entry has none, in which section. */
  private record Doing(What what, String word, String section) {}

  private List<Record> act(Json value, Locator at, Doing doing) {
    Loose f = new Loose(value);
    if (f.fields().object().fields().isEmpty()) {
      return List.of();
    }
    ClaimedTime time = time(f);
    String object =
        f.said(
            "Link",
            "VideoLink",
            "HashtagLink",
            "Url",
            "EffectLink",
            "SoundLink",
            "ProductName",
            "Source",
            "DeviceModel",
            "OrderId");
    return List.of(
        new Record.Activity(
            header(f, at, time, Map.of("section", doing.section())),
            owner,
            doing.what(),
            doing.word(),
            object,
            null));
  }

  private List<Record> searched(Json value, Locator at) {
    Loose f = new Loose(value);
    String term = f.said("SearchTerm", "Term", "Query");
    ClaimedTime time = time(f);
    return term == null && time.text().isEmpty()
        ? List.of()
        : List.of(
            new Record.Activity(
                header(f, at, time, Map.of()),
                owner,
                What.SEARCHED,
                term == null ? "" : term,
                null,
                null));
  }

  private List<Record> listed(Json value, Locator at, boolean follower, String section) {
    Loose f = new Loose(value);
    String handle = f.said("UserName", "User");
    if (handle == null) {
      return List.of();
    }
    AccountRef other = Accounts.handle(TIKTOK, handle, null);
    Header header = header(f, at, time(f), Map.of("section", section));
    if (owner == null) {
      return List.of(new Record.Profile(header, other, List.of(), Map.of()));
    }
    return List.of(
        new Record.Follow(
            header, follower ? other : owner, follower ? owner : other, Record.Follow.How.FOLLOWS));
  }

  private List<Record> blocked(Json value, Locator at) {
    Loose f = new Loose(value);
    String handle = f.said("UserName", "User");
    if (handle == null) {
      return List.of();
    }
    AccountRef other = Accounts.handle(TIKTOK, handle, null);
    Header header = header(f, at, time(f), Map.of());
    return List.of(
        owner == null
            ? new Record.Profile(header, other, List.of(), Map.of())
            : new Record.Follow(header, owner, other, Record.Follow.How.BLOCKS));
  }

  private List<Record> contact(Json value, Locator at) {
    Loose f = new Loose(value);
    String name = f.said("Name", "UserName", "ContactName");
    Stating said =
        new Stating()
            .phone("phone", f.said("PhoneNumber", "Phone"), false)
            .email("email", f.said("Email", "EmailAddress"), false);
    String key = said.selectors().isEmpty() ? name : said.selectors().getFirst().selector().value();
    if (key == null) {
      return List.of();
    }
    AccountRef other = Accounts.shown(TIKTOK, scope + "/contacts", key);
    Header header = header(f, at, time(f), Map.of());
    Record profile =
        new Record.Profile(header, other, said.selectors(), said.also("name", name).attributes());
    return owner == null
        ? List.of(profile)
        : List.of(new Record.Follow(header, owner, other, Record.Follow.How.CONTACT), profile);
  }

  private List<Record> login(Json value, Locator at) {
    Loose f = new Loose(value);
    ClaimedTime time = time(f);
    String ip = f.said("IP", "IPAddress");
    if (owner == null || (ip == null && time.text().isEmpty())) {
      return List.of();
    }
    String model = f.said("DeviceModel");
    String system = f.said("DeviceSystem");
    String device = model == null ? system : system == null ? model : model + ", " + system;
    return List.of(new Record.Login(header(f, at, time, Map.of()), owner, ip, -1, device, "login"));
  }

  private List<Record> comment(Json value, Locator at) {
    Loose f = new Loose(value);
    String text = f.said("Comment", "Text");
    ClaimedTime time = time(f);
    if (text == null && time.text().isEmpty()) {
      return List.of();
    }
    String of = f.said("Url", "Link");
    return List.of(
        new Record.Post(
            header(f, at, time, Map.of("section", "comments")),
            owner,
            null,
            text == null ? "" : text,
            of,
            null,
            List.of(),
            null,
            List.of()));
  }

  private List<Record> post(Json value, Locator at, String section) {
    Loose f = new Loose(value);
    String link = f.said("Link", "Url");
    ClaimedTime time = time(f);
    if (link == null && time.text().isEmpty()) {
      return List.of();
    }
    String text = f.text("Title", "Caption", "Description", "Text");
    return List.of(
        new Record.Post(
            header(f, at, time, Map.of("section", section)),
            owner,
            link,
            text,
            null,
            null,
            List.of(),
            null,
            link == null ? List.of() : List.of(new Media(link, "video", null, null))));
  }

  /** The profile's own entry. */
  private List<Record> profile(Json value, Locator at) {
    AccountRef who = owner;
    if (who == null) {
      return List.of();
    }
    Loose f = new Loose(value);
    Stating said =
        new Stating()
            .handle(TIKTOK, "userName", f.said("userName"))
            .email("emailAddress", f.said("emailAddress", "email"), false)
            .phone("telephoneNumber", f.said("telephoneNumber", "phoneNumber", "phone"), false)
            .also("birthDate", f.said("birthDate", "birthday"))
            .also("name", f.said("displayName", "name", "nickName"))
            .also("bio", f.said("bioDescription", "bio", "signature"))
            .also("accountRegion", f.said("accountRegion", "region"));
    return List.of(
        new Record.Profile(
            header(f, at, ClaimedTime.none(), Map.of()), who, said.selectors(), said.attributes()));
  }

  /** Messages of a conversation that a heading names. */
  JsonItems.Form chat(String heading) {
    Matcher m = CHAT.matcher(heading);
    String with = m.matches() ? m.group(1) : heading.strip().replaceFirst(":+$", "");
    boolean group = !m.matches() || with.toLowerCase(Locale.ROOT).startsWith("group");
    AccountRef other = group || with.isBlank() ? null : Accounts.handle(TIKTOK, with, null);
    ConversationRef in = conversation(with, other, group);
    return (v, at) -> message(v, at, in, other);
  }

  private ConversationRef conversation(String with, @Nullable AccountRef other, boolean group) {
    AccountRef mine = owner;
    String key = scope + "/" + with;
    if (other != null && mine != null) {
      key =
          other.key().compareTo(mine.key()) < 0
              ? "direct/" + other.key() + "/" + mine.key()
              : "direct/" + mine.key() + "/" + other.key();
    }
    return new ConversationRef(
        TIKTOK, group ? ConversationRef.Kind.GROUP : ConversationRef.Kind.DIRECT, key, with);
  }

  private List<Record> message(
      Json value, Locator at, ConversationRef in, @Nullable AccountRef other) {
    Loose f = new Loose(value);
    String from = f.said("From", "Sender");
    ClaimedTime time = time(f);
    if (from == null && time.text().isEmpty()) {
      return List.of();
    }
    String text = f.text("Content", "Message", "Text");
    AccountRef author = from == null ? null : Accounts.handle(TIKTOK, from, null);
    AccountRef mine = owner;
    if (author != null && mine != null && author.key().equals(mine.key())) {
      author = mine;
    }
    List<AccountRef> to = List.of();
    if (author != null && other != null) {
      to = author.key().equals(other.key()) ? (mine == null ? to : List.of(mine)) : List.of(other);
    }
    return List.of(
        new Record.Message(
            header(f, at, time, Map.of()),
            in,
            author,
            to,
            null,
            text,
            null,
            null,
            null,
            List.of(),
            List.of()));
  }
}
