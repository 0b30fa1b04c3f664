package dev.sextant.records.reader.capture.feed;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.records.reader.capture.Forms;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Instagram's and Threads' items: the list form of its private interface, the older Graph form, and
 * the partial Polaris form, which has no time.
 */
final class PhotoForms {
  private PhotoForms() {}

  /** True for any of the forms. */
  static boolean knows(Json.Obj data) {
    String type = Deep.text(data, "__typename");
    return data.get("code") != null && (data.get("user") != null || data.get("owner") != null)
        || data.get("shortcode") != null
        || data.get("taken_at") != null && data.get("pk") != null
        || type != null && type.toLowerCase(Locale.ROOT).contains("polaris");
  }

  static List<Record> item(Json data, Item item) {
    return data instanceof Json.Obj o
            && (o.get("shortcode") != null || o.get("taken_at_timestamp") != null)
        ? graph(data, item)
        : listed(data, item);
  }

  private static @Nullable AccountRef account(Item item, @Nullable Json user) {
    Fields u = Fields.of(user);
    String pk = u.text("pk");
    String id = pk == null ? u.text("id") : pk;
    return Forms.account(item.platform(), id, u.text("username"), u.text("full_name"), "item");
  }

  private static List<Record> listed(Json data, Item item) {
    Fields f = Fields.of(data);
    Json user = f.take("user");
    AccountRef author = account(item, user != null ? user : f.take("owner"));
    String code = f.text("code");
    String pk = f.text("pk");
    Json caption = f.take("caption");
    String words = caption instanceof Json.Text t ? t.text() : Deep.text(caption, "text");
    Long taken = f.whole("taken_at");
    item.author(author)
        .id(pk != null ? pk : f.text("id"))
        .text(words)
        .time(ClaimedTimes.ofSeconds(taken, taken == null ? "" : taken.toString()))
        .extra("code", code);
    if (code != null) {
      item.extra(Item.DERIVED_URL, address(item, author, code));
    }
    pictures(data, item);
    for (Json one : f.array("carousel_media")) {
      pictures(one, item);
    }
    if (Deep.at(data, "usertags", "in") instanceof Json.Arr tagged) {
      tagged.items().forEach(t -> item.mention(account(item, Deep.at(t, "user"))));
    }
    if (Deep.at(data, "coauthor_producers") instanceof Json.Arr with) {
      with.items().forEach(c -> item.mention(account(item, c)));
    }
    Json reply = Deep.at(data, "text_post_app_info", "reply_to_author");
    if (reply != null) {
      item.replyTo(null, account(item, reply));
    }
    String reposted = Deep.text(data, "text_post_app_info", "share_info", "reposted_post", "pk");
    item.repostOf(reposted);
    place(data, item);
    f.known("usertags", "image_versions2", "video_versions");
    return item.rest(f).done();
  }

  private static String address(Item item, @Nullable AccountRef author, String code) {
    String handle = author == null ? null : author.handle();
    return item.platform().name().equals("threads")
        ? "https://www.threads.net/" + (handle == null ? "t/" : "@" + handle + "/post/") + code
        : "https://www.instagram.com/p/" + code;
  }

  private static void pictures(Json data, Item item) {
    String film = Deep.text(data, "video_versions", "0", "url");
    item.media(film, "video");
    item.media(Deep.text(data, "image_versions2", "candidates", "0", "url"), "picture");
  }

  private static void place(Json data, Item item) {
    Json where = Deep.at(data, "location");
    if (where != null) {
      Fields l = Fields.of(where);
      item.place(l.number("lat"), l.number("lng"), l.text("name"));
    }
  }

  private static List<Record> graph(Json data, Item item) {
    Fields f = Fields.of(data);
    String code = f.text("shortcode");
    Long taken = f.whole("taken_at_timestamp");
    item.author(account(item, f.take("owner")))
        .id(f.text("id"))
        .text(Deep.text(data, "edge_media_to_caption", "edges", "0", "node", "text"))
        .time(ClaimedTimes.ofSeconds(taken, taken == null ? "" : taken.toString()))
        .media(f.text("video_url"), "video")
        .media(f.text("display_url"), "picture")
        .extra("code", code);
    if (code != null) {
      item.extra(Item.DERIVED_URL, "https://www.instagram.com/p/" + code);
    }
    if (Deep.at(data, "edge_sidecar_to_children", "edges") instanceof Json.Arr children) {
      for (Json child : children.items()) {
        item.media(Deep.text(child, "node", "video_url"), "video");
        item.media(Deep.text(child, "node", "display_url"), "picture");
      }
    }
    if (Deep.at(data, "edge_media_to_tagged_user", "edges") instanceof Json.Arr tagged) {
      tagged.items().forEach(t -> item.mention(account(item, Deep.at(t, "node", "user"))));
    }
    place(data, item);
    f.known("edge_media_to_caption", "edge_sidecar_to_children", "edge_media_to_tagged_user");
    return item.rest(f).done();
  }
}
