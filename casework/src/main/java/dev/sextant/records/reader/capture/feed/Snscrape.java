package dev.sextant.records.reader.capture.feed;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.capture.Forms;
import dev.sextant.records.reader.capture.JsonExport;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What snscrape writes with {@code --jsonl}: an item a line, its class under {@code _type}. */
public final class Snscrape extends JsonExport {
  /** The reader. */
  public Snscrape() {
    super(
        new ReaderCard(
            "snscrape",
            2,
            "Items scraped with snscrape (JSON lines)",
            List.of("posts of Twitter, Telegram, Mastodon, VK, Weibo, Reddit, Facebook, Instagram"),
            List.of("items without _type (before 0.3.5) are read by the mapping wizard")),
        "snscrape item that is no post");
  }

  @Override
  protected int knows(Json.Obj first) {
    String type = Deep.text(first, "_type");
    return type != null && type.startsWith("snscrape.modules.") ? 96 : 0;
  }

  @Override
  protected @Nullable List<Record> records(Json value, Locator at, Source source) {
    String type = Deep.text(value, "_type");
    if (type == null || !type.startsWith("snscrape.modules.")) {
      return null;
    }
    String module = type.substring("snscrape.modules.".length());
    Platform platform = Forms.platform(module.replaceFirst("\\..*$", ""));
    Fields f = Fields.of(value);
    f.known("_type", "snscrape");
    Json user = f.take("user");
    user = user == null ? f.take("author") : user;
    AccountRef author =
        user instanceof Json.Text name
            ? Forms.account(platform, null, name.text(), null, "item")
            : account(platform, user);
    String url = f.text("url");
    if (author == null && platform.equals(Platform.TELEGRAM)) {
      author = account(platform, f.take("channel"));
      author = author == null ? channel(url) : author;
    }
    Item item = new Item(platform, at, Map.of("class", module));
    String raw = f.text("rawContent");
    String content = f.text("content");
    String body = f.text("body");
    String words = raw != null ? raw : content != null ? content : body;
    String date = f.text("date");
    date = date == null ? f.text("created") : date;
    String id = f.text("id");
    if (id == null && url != null && platform.equals(Platform.TELEGRAM)) {
      id = url.replaceFirst("[?#].*$", "").replaceFirst("^.*/", "");
    }
    item.author(author)
        .id(id)
        .text(words == null ? f.text("title") : words)
        .time(Forms.time(date, false, Optional.empty()))
        .replyTo(f.text("inReplyToTweetId"), account(platform, f.take("inReplyToUser")))
        .repostOf(Deep.text(value, "retweetedTweet", "id"))
        .extra("url", url)
        .extra("quotes", Deep.text(value, "quotedTweet", "id"));
    for (Json one : f.array("mentionedUsers")) {
      item.mention(account(platform, one));
    }
    for (Json one : f.array("media")) {
      String film = Deep.text(one, "variants", "0", "url");
      String picture = Deep.text(one, "fullUrl");
      item.media(film != null ? film : picture, Deep.text(one, "_type"));
    }
    Json where = f.take("coordinates");
    if (where != null) {
      Fields w = Fields.of(where);
      item.place(
          w.number("latitude"), w.number("longitude"), Deep.text(value, "place", "fullName"));
    }
    return url == null && words == null ? null : item.rest(f).done();
  }

  private static @Nullable AccountRef account(Platform platform, @Nullable Json user) {
    Fields u = Fields.of(user);
    String shown = u.text("displayname");
    String title = u.text("title");
    return Forms.account(
        platform, u.text("id"), u.text("username"), shown == null ? title : shown, "item");
  }

  /* https://t.me/s/channel/123 */
  private static @Nullable AccountRef channel(@Nullable String url) {
    if (url == null || !url.matches("https://t\\.me/(s/)?[A-Za-z0-9_]{3,40}/[0-9]+.*")) {
      return null;
    }
    String name = url.replaceFirst("^https://t\\.me/(s/)?", "").replaceFirst("/.*$", "");
    return Forms.account(Platform.TELEGRAM, null, name, null, "item");
  }
}
