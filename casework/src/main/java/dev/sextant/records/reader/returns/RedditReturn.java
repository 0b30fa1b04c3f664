package dev.sextant.records.reader.returns;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.table.NamedRow;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reddit's tables, the same in returns and in what members download themselves: posts, comments,
 * messages, chats, addresses, votes, saved things, drafts, subscriptions. Known from RLEAPP.
 */
public final class RedditReturn extends TableReturn {
  private static final Pattern EXPORT_OF = Pattern.compile("export_([a-z0-9_-]{3,20})_[0-9]{8}");

  /** A reader. */
  public RedditReturn() {
    super(new Platform("reddit"));
  }

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "reddit-return",
        1,
        "Reddit return and member's download (CSV)",
        List.of(
            "posts, comments, messages, chat history, addresses with the registration's, votes,"
                + " saved and hidden things, drafts, subscribed subreddits, friends, account tables"),
        List.of("no real return was available", "the JSON of Reddit's API is another reader's"));
  }

  @Override
  protected List<TableForm> forms() {
    List<TableForm> forms = new ArrayList<>();
    forms.add(
        TableForm.of(
            "chat", 88, RedditReturn::chat, "message_id", "username", "message", "subreddit"));
    forms.add(
        TableForm.of("messages", 88, RedditReturn::message, "thread_id", "from", "to", "body"));
    forms.add(
        TableForm.of(
            "comments", 88, RedditReturn::comment, "permalink", "subreddit", "link", "body"));
    forms.add(TableForm.of("posts", 88, RedditReturn::post, "permalink", "subreddit", "title"));
    forms.add(
        new TableForm(
            "votes", 80, (c, p) -> c.hasAll("permalink", "direction"), RedditReturn::vote));
    forms.add(
        new TableForm(
            "marked",
            0,
            (c, p) -> c.has("permalink") && c.hasAny("id", "date"),
            RedditReturn::marked));
    forms.add(
        new TableForm("addresses", 0, (c, p) -> c.hasAll("date", "ip"), RedditReturn::address));
    forms.add(
        new TableForm(
            "statistics", 0, (c, p) -> c.hasAll("statistic", "value"), RedditReturn::statistic));
    forms.add(
        new TableForm(
            "subscriptions",
            0,
            (c, p) -> c.has("subreddit") && c.keys().size() <= 3 && p.contains("subreddit"),
            RedditReturn::subscription));
    forms.add(
        new TableForm(
            "friends",
            0,
            (c, p) -> c.has("username") && (p.contains("friend") || p.contains("following")),
            RedditReturn::friend));
    forms.addAll(AnyTable.forms());
    return forms;
  }

  @Override
  protected int named(String path) {
    return switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "post_votes.csv",
          "comment_votes.csv",
          "saved_posts.csv",
          "subscribed_subreddits.csv",
          "ip_logs.csv",
          "chat_history.csv",
          "post_headers.csv",
          "message_headers.csv" ->
          80;
      default -> 0;
    };
  }

  @Override
  protected @Nullable AccountRef owner(TableForm form, NamedRow row) {
    boolean name = row.look("statistic").equalsIgnoreCase("account name");
    return form.section().equals("statistics") && name
        ? Names.of(platform(), null, row.look("value"), null)
        : null;
  }

  @Override
  protected @Nullable AccountRef ownerOf(String path) {
    Matcher m = EXPORT_OF.matcher(path);
    return m.find() ? Names.of(platform(), null, m.group(1), null) : null;
  }

  private static @Nullable AccountRef handle(Telling t, @Nullable String said) {
    String name = said == null ? "" : said.strip().replaceFirst("^/?u/", "");
    if (name.isEmpty()
        || name.equals("[deleted]")
        || name.startsWith("/r/")
        || name.startsWith("r/")) {
      return null;
    }
    return Names.of(t.platform(), null, name, null);
  }

  private static ClaimedTime time(NamedRow row, Telling t) {
    return t.utc(row, "date", "created_at", "created", "updated_at");
  }

  private static void use(
      List<Record> into, NamedRow row, @Nullable String said, @Nullable AccountRef who, Header h) {
    IpPort ip = IpPort.of(said);
    if (ip != null && who != null) {
      Header header = new Header(h.platform(), h.locator(), h.claimed(), Map.of());
      into.add(new Record.Login(header, who, ip.address(), ip.port(), null, "post"));
    }
  }

  private static List<Record> post(NamedRow row, Locator at, Telling t) throws IOException {
    ClaimedTime time = time(row, t);
    String title = row.textOrEmpty("title");
    String body = row.textOrEmpty("body");
    String id = row.text("id");
    String ip = row.text("ip");
    String text = title.isEmpty() || body.isEmpty() ? title + body : title + "\n" + body;
    AccountRef who = t.owner();
    Header header = t.header(row, at, time);
    List<Record> records = new ArrayList<>();
    records.add(new Record.Post(header, who, id, text, null, null, List.of(), null, media(row, t)));
    use(records, row, ip, who, header);
    return records;
  }

  private static List<Media> media(NamedRow row, Telling t) throws IOException {
    String said = row.look("media");
    return said.isEmpty() ? List.of() : AnyTable.media(row, t, "media");
  }

  private static List<Record> comment(NamedRow row, Locator at, Telling t) throws IOException {
    ClaimedTime time = time(row, t);
    String id = row.text("id");
    String ip = row.text("ip");
    String parent = row.text("parent");
    String link = row.look("link");
    AccountRef who = t.owner();
    List<Media> media = media(row, t);
    String text = row.textOrEmpty("body");
    Header header = t.header(row, at, time);
    List<Record> records = new ArrayList<>();
    records.add(
        new Record.Post(
            header,
            who,
            id,
            text,
            parent == null ? (link.isEmpty() ? null : link) : parent,
            null,
            List.of(),
            null,
            media));
    use(records, row, ip, who, header);
    return records;
  }

  private static List<Record> message(NamedRow row, Locator at, Telling t) {
    ClaimedTime time = time(row, t);
    AccountRef from = handle(t, row.text("from"));
    List<AccountRef> to = new ArrayList<>();
    AccountRef one = handle(t, row.text("to"));
    if (one != null) {
      to.add(one);
    }
    String thread = row.text("thread_id");
    String id = row.text("id");
    String ip = row.text("ip");
    String text = row.textOrEmpty("body");
    ConversationRef in = AnyTable.conversation(t, thread, from, to);
    Header header = t.header(row, at, time);
    List<Record> records = new ArrayList<>();
    records.add(
        new Record.Message(header, in, from, to, id, text, null, null, null, List.of(), List.of()));
    use(records, row, ip, from, header);
    return records;
  }

  private static List<Record> chat(NamedRow row, Locator at, Telling t) {
    ClaimedTime time = t.utc(row, "created_at", "date");
    AccountRef from = handle(t, row.text("username"));
    String channel = row.text("channel", "channel_url");
    String title = row.text("channel_name");
    String type = row.look("conversation_type").toLowerCase(Locale.ROOT);
    ConversationRef.Kind kind =
        type.contains("direct")
            ? ConversationRef.Kind.DIRECT
            : type.contains("group") ? ConversationRef.Kind.GROUP : ConversationRef.Kind.UNKNOWN;
    ConversationRef in =
        new ConversationRef(
            t.platform(), kind, channel == null ? "in/" + t.path() : channel, title);
    String id = row.text("message_id");
    String text = row.textOrEmpty("message");
    return List.of(
        new Record.Message(
            t.header(row, at, time),
            in,
            from,
            List.of(),
            id,
            text,
            null,
            null,
            null,
            List.of(),
            List.of()));
  }

  private static List<Record> vote(NamedRow row, Locator at, Telling t) {
    String link = row.text("permalink");
    String id = row.text("id");
    String way = row.textOrEmpty("direction");
    ClaimedTime time = time(row, t);
    return List.of(
        new Record.Activity(
            t.header(row, at, time), t.owner(), What.REACTED, way, link == null ? id : link, null));
  }

  private static List<Record> marked(NamedRow row, Locator at, Telling t) {
    String link = row.text("permalink");
    String id = row.look("id");
    ClaimedTime time = time(row, t);
    boolean saved =
        t.file().contains("saved") || t.file().contains("hidden") || t.file().contains("poll");
    if (saved) {
      return List.of(
          new Record.Activity(
              t.header(row, at, time), t.owner(), What.REACTED, t.file(), link, null));
    }
    return List.of(
        new Record.Post(
            t.header(row, at, time),
            t.owner(),
            id.isEmpty() ? link : id,
            row.look("body", "title"),
            null,
            null,
            List.of(),
            null,
            List.of()));
  }

  private static List<Record> address(NamedRow row, Locator at, Telling t) {
    String date = row.look("date");
    boolean registration = date.toLowerCase(Locale.ROOT).contains("registration");
    ClaimedTime time = registration ? ClaimedTime.none() : t.utc(row, "date");
    String said = row.text("ip");
    IpPort ip = IpPort.of(said);
    return List.of(
        new Record.Login(
            t.header(row, at, time),
            t.owner(),
            ip == null ? said : ip.address(),
            ip == null ? -1 : ip.port(),
            null,
            registration ? "registration" : null));
  }

  private static List<Record> statistic(NamedRow row, Locator at, Telling t) {
    String name = row.textOrEmpty("statistic");
    String value = row.textOrEmpty("value");
    Said said = new Said(t.platform());
    if (name.toLowerCase(Locale.ROOT).contains("email")) {
      said.mail(name, value, false);
    } else {
      said.attribute(name.isEmpty() ? "statistic" : name, value);
    }
    return List.of(
        new Record.Profile(
            t.header(row, at, ClaimedTime.none()), t.owner(), said.selectors(), said.attributes()));
  }

  private static List<Record> subscription(NamedRow row, Locator at, Telling t) {
    String name = row.text("subreddit");
    if (name == null) {
      return List.of();
    }
    ConversationRef group =
        new ConversationRef(
            t.platform(), ConversationRef.Kind.GROUP, "r/" + name.replaceFirst("^/?r/", ""), name);
    return List.of(
        new Record.Membership(
            t.header(row, at, t.time(row), Map.of("table", t.file())),
            t.owner(),
            group,
            Record.Membership.Action.PRESENT,
            null));
  }

  private static List<Record> friend(NamedRow row, Locator at, Telling t) {
    AccountRef other = handle(t, row.text("username"));
    if (other == null) {
      return List.of();
    }
    ClaimedTime time = t.time(row);
    return List.of(
        new Record.Follow(
            t.header(row, at, time, Map.of("table", t.file())),
            t.owner(),
            other,
            Record.Follow.How.FOLLOWS));
  }
}
