package dev.sextant.records.reader.capture.feed;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.records.reader.capture.Forms;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Platform;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** X's posts: as its web pages load them, as version 1.1 and as version 2 of its interface. */
final class TweetForms {
  private static final DateTimeFormatter CREATED =
      DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH);

  private TweetForms() {}

  /** {@code Wed Nov 15 12:00:45 +0000 2023}, or ISO 8601. */
  static ClaimedTime created(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return ClaimedTime.none();
    }
    try {
      return ClaimedTime.utc(
          ZonedDateTime.parse(text, CREATED).toInstant(), text, ClaimedTime.Precision.SECOND);
    } catch (DateTimeException e) {
      return ClaimedTimes.ofIso(text);
    }
  }

  private static @Nullable AccountRef account(
      @Nullable String id, @Nullable String handle, @Nullable String name) {
    return Forms.account(Platform.X, id, handle, name, "post");
  }

  /** True for a post as the web pages load it. */
  static boolean web(Json.Obj data) {
    return Deep.at(data, "legacy", "full_text") != null
        || Deep.at(data, "tweet", "legacy", "full_text") != null
        || data.get("legacy") != null && data.get("rest_id") != null;
  }

  static List<Record> web(Json given, Item item) {
    Json data = Deep.at(given, "tweet", "legacy") != null ? Deep.at(given, "tweet") : given;
    Fields f = Fields.of(data);
    Json legacy = f.take("legacy");
    Fields l = Fields.of(legacy);
    Json user = Deep.at(data, "core", "user_results", "result");
    String handle = Deep.text(user, "core", "screen_name");
    String name = Deep.text(user, "core", "name");
    handle = handle == null ? Deep.text(user, "legacy", "screen_name") : handle;
    name = name == null ? Deep.text(user, "legacy", "name") : name;
    String number = Deep.text(user, "rest_id");
    String owner = l.text("user_id_str");
    String id = f.text("rest_id");
    String other = l.text("id_str");
    String words = l.text("full_text");
    String longer = Deep.text(data, "note_tweet", "note_tweet_results", "result", "text");
    AccountRef author = account(number == null ? owner : number, handle, name);
    item.author(author)
        .id(id == null ? other : id)
        .text(plain(longer == null ? words : longer))
        .time(created(l.text("created_at")));
    if (handle != null && (id != null || other != null)) {
      item.extra(
          Item.DERIVED_URL, "https://x.com/" + handle + "/status/" + (id == null ? other : id));
    }
    common(legacy, l, item);
    Json repeated = Deep.at(legacy, "retweeted_status_result", "result");
    String original = Deep.text(repeated, "rest_id");
    item.repostOf(original == null ? Deep.text(repeated, "tweet", "rest_id") : original);
    f.known("core", "__typename");
    l.known("retweeted_status_result");
    return item.rest(f).rest(l).done();
  }

  /* Both the web pages and version 1.1 keep these in the same places. */
  private static void common(@Nullable Json legacy, Fields l, Item item) {
    item.replyTo(
        l.text("in_reply_to_status_id_str"),
        account(l.text("in_reply_to_user_id_str"), l.text("in_reply_to_screen_name"), null));
    if (Deep.at(legacy, "entities", "user_mentions") instanceof Json.Arr mentions) {
      for (Json one : mentions.items()) {
        Fields m = Fields.of(one);
        item.mention(account(m.text("id_str"), m.text("screen_name"), m.text("name")));
      }
    }
    for (String holder : new String[] {"extended_entities", "entities"}) {
      if (Deep.at(legacy, holder, "media") instanceof Json.Arr media) {
        for (Json one : media.items()) {
          Fields m = Fields.of(one);
          item.media(m.text("media_url_https"), m.text("type"));
        }
      }
    }
    if (Deep.at(legacy, "coordinates", "coordinates") instanceof Json.Arr two
        && two.items().size() == 2) {
      item.place(number(two.items().get(1)), number(two.items().get(0)), null);
    }
  }

  private static @Nullable Double number(Json value) {
    return Fields.of(new Json.Obj(java.util.Map.of("n", value), 0, 0)).number("n");
  }

  /** X escapes these three characters in the text of posts. */
  private static @Nullable String plain(@Nullable String text) {
    return text == null
        ? null
        : text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  /** True for a post of version 1.1. */
  static boolean first(Json.Obj data) {
    return data.get("id_str") != null
        && data.get("user") instanceof Json.Obj
        && (data.get("full_text") != null || data.get("text") != null);
  }

  static List<Record> first(Json data, Item item) {
    Fields f = Fields.of(data);
    Fields u = f.object("user");
    String full = Deep.text(data, "extended_tweet", "full_text");
    String text = f.text("full_text");
    text = text == null ? f.text("text") : text;
    item.author(account(u.text("id_str"), u.text("screen_name"), u.text("name")))
        .id(f.text("id_str"))
        .text(plain(full == null ? text : full))
        .time(created(f.text("created_at")))
        .repostOf(Deep.text(data, "retweeted_status", "id_str"));
    common(data, f, item);
    f.known("id", "in_reply_to_status_id", "in_reply_to_user_id");
    u.rest().forEach((name, value) -> item.extra("user." + name, value));
    return item.rest(f).done();
  }

  /** True for a post of version 2. */
  static boolean second(Json.Obj data) {
    return data.get("id") != null
        && data.get("text") != null
        && (data.get("author_id") != null
            || data.get("edit_history_tweet_ids") != null
            || data.get("conversation_id") != null && data.get("public_metrics") != null);
  }

  /**
   * A post of version 2.
   *
   * @param users users of the answer by their number, whom posts name by number only
   */
  static List<Record> second(Json data, Item item, java.util.Map<String, Json> users) {
    Fields f = Fields.of(data);
    String owner = f.text("author_id");
    Json user = Deep.at(data, "author");
    user = user == null && owner != null ? users.get(owner) : user;
    String id = f.text("id");
    String handle = Deep.text(user, "username");
    item.author(
            account(owner == null ? Deep.text(user, "id") : owner, handle, Deep.text(user, "name")))
        .id(id)
        .text(
            plain(
                Deep.text(data, "note_tweet", "text") == null
                    ? f.text("text")
                    : Deep.text(data, "note_tweet", "text")))
        .time(created(f.text("created_at")));
    String answered = null;
    for (Json one : f.array("referenced_tweets")) {
      String type = Deep.text(one, "type");
      String to = Deep.text(one, "id");
      if ("replied_to".equals(type)) {
        answered = to;
      } else if ("retweeted".equals(type)) {
        item.repostOf(to);
      } else {
        item.extra("quotes", to);
      }
    }
    String asked = f.text("in_reply_to_user_id");
    Json other = asked == null ? null : users.get(asked);
    item.replyTo(answered, account(asked, Deep.text(other, "username"), Deep.text(other, "name")));
    if (Deep.at(data, "entities", "mentions") instanceof Json.Arr mentions) {
      for (Json one : mentions.items()) {
        Fields m = Fields.of(one);
        item.mention(account(m.text("id"), m.text("username"), null));
      }
    }
    if (Deep.at(data, "geo", "coordinates", "coordinates") instanceof Json.Arr two
        && two.items().size() == 2) {
      item.place(number(two.items().get(1)), number(two.items().get(0)), null);
    }
    if (handle != null && id != null) {
      item.extra(Item.DERIVED_URL, "https://x.com/" + handle + "/status/" + id);
    }
    f.known("author", "edit_history_tweet_ids");
    return item.rest(f).done();
  }
}
