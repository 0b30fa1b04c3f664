package dev.sextant.records.reader.returns.x;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.reader.returns.IpPort;
import dev.sextant.records.reader.returns.Names;
import dev.sextant.records.reader.returns.Said;
import dev.sextant.records.reader.returns.Stamps;
import dev.sextant.records.reader.x.XForms;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns the blocks of the older line files into records. */
final class BannerForms {
  private final @Nullable AccountRef owner;
  private final String file;
  private final List<Media> none = List.of();

  /**
   * @param file name of the file, lower case: it says what a list of accounts is
   */
  BannerForms(@Nullable AccountRef owner, String file) {
    this.owner = owner;
    this.file = file;
  }

  private static ClaimedTime time(@Nullable String said) {
    ClaimedTime created = XForms.created(said);
    return created.instant() == null ? Stamps.utc(said) : created;
  }

  private AccountRef who(@Nullable String id) {
    AccountRef known = owner;
    if (id == null || id.isBlank()) {
      return known == null ? Names.unnamed(Platform.X) : known;
    }
    return known != null && known.key().equals(id)
        ? known
        : AccountRef.ofId(Platform.X, id, null, null);
  }

  /** The account that an account file's block names, or null. */
  static @Nullable AccountRef named(Map<String, String> fields) {
    return fields.containsKey("username") || fields.containsKey("accountDisplayName")
        ? XForms.account(
            fields.get("accountId"), fields.get("username"), fields.get("accountDisplayName"))
        : null;
  }

  /** The records of a block; none if it is of no known kind. */
  List<Record> records(Banners.Block block, Locator at) {
    Map<String, String> left = new HashMap<>(block.fields());
    block.banner().forEach(left::putIfAbsent);
    if (left.containsKey("loginIp")) {
      return login(left, at, "loginIp", "login");
    }
    if (left.containsKey("userCreationIp")) {
      return login(left, at, "userCreationIp", "account creation");
    }
    if (left.containsKey("senderId") || left.containsKey("recipientId")) {
      return message(left, at);
    }
    if (left.containsKey("tweetId") && file.contains("like")) {
      return like(left, at);
    }
    if (left.containsKey("full_text") || left.containsKey("fullText") || file.contains("tweet")) {
      return post(left, at);
    }
    if (left.containsKey("token") || left.containsKey("clientApplicationName")) {
      return device(left, at);
    }
    if (file.contains("suspension") && left.containsKey("action")) {
      return suspended(left, at);
    }
    if (left.containsKey("userLink") || list() != null) {
      return listed(left, at);
    }
    AccountRef named = named(left);
    boolean about =
        file.contains("-account.") || file.contains("ageinfo") || file.contains("account");
    return named != null || about ? profile(left, at, named) : List.of();
  }

  private static Header header(Map<String, String> left, Locator at, ClaimedTime time) {
    Map<String, String> extra = new TreeMap<>();
    left.forEach((k, v) -> {
      if (!v.isEmpty()) {
        extra.put(k, v);
      }
    });
    return new Header(Platform.X, at, time, extra);
  }

  private List<Record> login(Map<String, String> left, Locator at, String field, String action) {
    AccountRef who = who(left.remove("accountId"));
    String said = left.remove(field);
    IpPort ip = IpPort.of(said);
    int port = IpPort.port(left.remove("loginPortNumber"));
    ClaimedTime time = time(left.remove("createdAt"));
    return List.of(
        new Record.Login(
            header(left, at, time),
            who,
            ip == null ? said : ip.address(),
            ip != null && ip.port() >= 0 ? ip.port() : port,
            null,
            action));
  }

  private List<Record> message(Map<String, String> left, Locator at) {
    String in = left.remove("conversationId");
    String sender = left.remove("senderId");
    String recipient = left.remove("recipientId");
    ClaimedTime time = time(left.remove("createdAt"));
    String text = left.getOrDefault("text", "");
    left.remove("text");
    String id = left.remove("id");
    List<Media> media = new ArrayList<>();
    String urls = left.getOrDefault("mediaUrls", "");
    for (String url : urls.replaceAll("[\\[\\]\"]", "").split("[,\\s]+")) {
      if (url.startsWith("http")) {
        media.add(new Media(url, null, null, null));
      }
    }
    if (!media.isEmpty()) {
      left.remove("mediaUrls");
    }
    AccountRef from = sender == null || sender.isBlank() ? null : who(sender);
    List<AccountRef> to =
        recipient == null || recipient.isBlank() ? List.of() : List.of(who(recipient));
    ConversationRef conversation =
        XForms.conversation(in == null || in.isBlank() ? "in/" + file : in);
    return List.of(
        new Record.Message(
            header(left, at, time),
            conversation,
            from,
            to,
            id,
            text,
            null,
            null,
            null,
            List.of(),
            media));
  }

  private List<Record> like(Map<String, String> left, Locator at) {
    String post = left.remove("tweetId");
    String text = left.getOrDefault("fullText", "");
    left.remove("fullText");
    AccountRef who = who(left.remove("accountId"));
    return List.of(
        new Record.Activity(
            header(left, at, time(left.remove("createdAt"))), who, What.REACTED, text, post, null));
  }

  private List<Record> post(Map<String, String> left, Locator at) {
    String id = left.remove("id_str");
    id = id == null ? left.remove("tweetId") : id;
    id = id == null ? left.remove("id") : id;
    String text = left.remove("full_text");
    text = text == null ? left.remove("fullText") : text;
    text = text == null ? left.remove("text") : text;
    if (id == null && text == null) {
      return List.of();
    }
    String created = left.remove("created_at");
    ClaimedTime time = time(created == null ? left.remove("createdAt") : created);
    String reply = left.remove("in_reply_to_status_id");
    AccountRef to =
        XForms.account(
            left.remove("in_reply_to_user_id"), left.remove("in_reply_to_screen_name"), null);
    return List.of(
        new Record.Post(
            header(left, at, time),
            who(left.remove("accountId")),
            id,
            text == null ? "" : text,
            reply,
            to,
            List.of(),
            null,
            none));
  }

  private List<Record> device(Map<String, String> left, Locator at) {
    String program = left.getOrDefault("clientApplicationName", "");
    left.remove("clientApplicationName");
    String seen = left.remove("lastSeenAt");
    ClaimedTime time = time(seen == null ? left.remove("createdAt") : seen);
    AccountRef who = who(left.remove("accountId"));
    return List.of(
        new Record.Activity(
            header(left, at, time), who, What.INSTALLED, program, left.get("token"), null));
  }

  private List<Record> suspended(Map<String, String> left, Locator at) {
    String action = left.getOrDefault("action", "");
    left.remove("action");
    ClaimedTime time = time(left.remove("timeStamp"));
    return List.of(
        new Record.Activity(
            header(left, at, time),
            who(left.remove("accountId")),
            What.FLAGGED,
            action,
            null,
            null));
  }

  private @Nullable String list() {
    for (String list : List.of("-follower", "-following", "-block", "-mute")) {
      if (file.contains(list)) {
        return list.substring(1);
      }
    }
    return null;
  }

  private List<Record> listed(Map<String, String> left, Locator at) {
    String id = left.remove("accountId");
    String link = left.getOrDefault("userLink", "");
    String handle =
        link.matches("https?://(?:www\\.)?(?:x|twitter)\\.com/[A-Za-z0-9_]{1,20}/?")
            ? link.replaceFirst("/$", "").replaceFirst("^.*/", "")
            : null;
    AccountRef other = XForms.account(id, handle, null);
    String list = list();
    if (other == null || list == null) {
      return List.of();
    }
    Header header = header(left, at, time(left.remove("createdAt")));
    AccountRef subject = who(null);
    return List.of(
        switch (list) {
          case "follower" -> new Record.Follow(header, other, subject, Record.Follow.How.FOLLOWS);
          case "following" -> new Record.Follow(header, subject, other, Record.Follow.How.FOLLOWS);
          case "block" -> new Record.Follow(header, subject, other, Record.Follow.How.BLOCKS);
          default -> new Record.Activity(header, subject, What.OTHER, "muted", null, other);
        });
  }

  private List<Record> profile(Map<String, String> left, Locator at, @Nullable AccountRef named) {
    AccountRef who = named == null ? who(left.get("accountId")) : named;
    ClaimedTime time = time(left.remove("createdAt"));
    Said said = new Said(Platform.X).handle(who.handle());
    said.mail("email", left.remove("email"), false);
    said.phone("phoneNumber", left.remove("phoneNumber"), false);
    said.attribute("name", who.displayName());
    left.forEach(said::attribute);
    return said.empty()
        ? List.of()
        : List.of(
            new Record.Profile(
                new Header(Platform.X, at, time, Map.of()),
                who,
                said.selectors(),
                said.attributes()));
  }
}
