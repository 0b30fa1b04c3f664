package dev.sextant.records.reader.capture.feed;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.capture.Forms;
import dev.sextant.records.reader.capture.web.PageText;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.ClaimedTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Facebook, Truth Social, Gab and LinkedIn as their web pages load them. */
final class WallForms {
  private WallForms() {}

  /** True for a story of Facebook. */
  static boolean facebook(Json.Obj data) {
    return data.get("comet_sections") != null
        || data.get("post_id") != null && data.get("feedback") != null;
  }

  /* The nesting changes from month to month; the names of the leaves do not. */
  static List<Record> facebook(Json data, Item item) {
    Fields f = Fields.of(data);
    Json message =
        Deep.find(data, "message", v -> v instanceof Json.Obj o && o.get("text") != null);
    Json actors = Deep.find(data, "actors", v -> v instanceof Json.Arr a && !a.items().isEmpty());
    Fields actor = Deep.fields(actors, "0");
    String made = Deep.findText(data, "creation_time");
    String url = Deep.findText(data, "wwwURL");
    String id = f.text("post_id");
    item.author(
            Forms.account(
                item.platform(),
                actor.text("id"),
                handle(actor.text("url")),
                actor.text("name"),
                "story"))
        .id(id == null ? Deep.findText(data, "post_id") : id)
        .text(Deep.text(message, "text"))
        .time(Forms.time(made, false, java.util.Optional.empty()))
        .extra("url", url == null ? Deep.findText(data, "permalink_url") : url);
    Json picture = Deep.find(data, "photo_image", v -> v instanceof Json.Obj);
    item.media(Deep.text(picture, "uri"), "picture");
    return item.rest(f).done();
  }

  /* facebook.com/anna.example, but not profile.php?id=100. */
  private static @Nullable String handle(@Nullable String url) {
    if (url == null) {
      return null;
    }
    String path = url.replaceFirst("^https?://[^/]+/", "").replaceFirst("[?/].*$", "");
    return path.isBlank() || path.endsWith(".php") || path.equals("people") ? null : path;
  }

  /** True for a status in the manner of Mastodon, as Truth Social and Gab have them. */
  static boolean status(Json.Obj data) {
    return data.get("content") != null && data.get("account") instanceof Json.Obj
        || data.get("c") != null && (data.get("ca") != null || data.get("i") != null);
  }

  static List<Record> status(Json data, Item item, Limits limits) throws IOException {
    Fields f = Fields.of(data);
    Fields a = account(f);
    String html = first(f, "content", "c");
    String words = html == null ? "" : words(html, limits);
    String id = first(f, "id", "i");
    String made = first(f, "created_at", "ca");
    AccountRef author =
        Forms.account(
            item.platform(),
            first(a, "id", "i"),
            firstOf(first(a, "acct", "username", "un"), f.text("un")),
            first(a, "display_name", "dn"),
            "status");
    ClaimedTime time = ClaimedTimes.ofIso(made);
    time =
        time.instant() == null && made != null
            ? Forms.time(made, false, java.util.Optional.empty())
            : time;
    item.author(author)
        .id(id)
        .text(words)
        .time(time)
        .replyTo(
            first(f, "in_reply_to_id", "irti"),
            Forms.account(item.platform(), f.text("in_reply_to_account_id"), null, null, ""))
        .extra("url", first(f, "url", "ul"))
        .repostOf(Deep.text(data, "reblog", "id"));
    for (Json one : f.array("mentions")) {
      Fields m = Fields.of(one);
      item.mention(
          Forms.account(item.platform(), m.text("id"), first(m, "acct", "username"), null, ""));
    }
    for (Json one : f.array("media_attachments")) {
      item.media(Deep.text(one, "url"), Deep.text(one, "type"));
    }
    if (html != null && !html.equals(words)) {
      item.extra("raw:content", html);
    }
    return item.rest(f).done();
  }

  private static Fields account(Fields f) {
    for (String name : new String[] {"account", "a", "author_info"}) {
      Fields account = f.object(name);
      if (!account.object().fields().isEmpty()) {
        return account;
      }
    }
    return Fields.of(null);
  }

  private static @Nullable String first(Fields f, String... names) {
    String found = null;
    for (String name : names) {
      String text = f.text(name);
      found = found == null ? text : found;
    }
    return found;
  }

  private static @Nullable String firstOf(@Nullable String one, @Nullable String two) {
    return one == null ? two : one;
  }

  private static String words(String html, Limits limits) throws IOException {
    return html.contains("<") || html.contains("&")
        ? PageText.of(html.getBytes(StandardCharsets.UTF_8), limits).text()
        : html;
  }

  /** True for an update of LinkedIn. */
  static boolean linkedIn(Json.Obj data) {
    return Deep.at(data, "actor", "name", "text") != null
        || data.get("commentary") != null && data.get("updateMetadata") != null;
  }

  /* LinkedIn says "18h" or "2w": no time, but its own words are kept. */
  static List<Record> linkedIn(Json data, Item item) {
    Fields f = Fields.of(data);
    String urn = Deep.text(data, "updateMetadata", "urn");
    for (String name : new String[] {"preDashEntityUrn", "entityUrn"}) {
      urn = urn == null ? f.text(name) : urn;
    }
    String target = Deep.text(data, "actor", "navigationContext", "actionTarget");
    target = target == null ? Deep.text(data, "actor", "navigationUrl") : target;
    String ago = Deep.text(data, "actor", "subDescription", "text");
    String words = Deep.text(data, "commentary", "text", "text");
    item.author(
            Forms.account(
                item.platform(),
                null,
                vanity(target),
                Deep.text(data, "actor", "name", "text"),
                "update"))
        .id(urn == null ? null : urn.replaceFirst("^.*urn:li:activity:([0-9]+).*$", "$1"))
        .text(words == null ? Deep.text(data, "commentary", "text") : words)
        .time(ago == null ? ClaimedTime.none() : ClaimedTime.unreadable(ago.strip()))
        .extra("actor url", target)
        .extra("actor", Deep.text(data, "actor", "description", "text"));
    if (urn != null && urn.toLowerCase(Locale.ROOT).contains("activity")) {
      item.extra("urn", urn);
    }
    return item.rest(f).done();
  }

  private static @Nullable String vanity(@Nullable String url) {
    if (url == null || !url.matches(".*linkedin\\.com/(in|company|school)/[^/?]+.*")) {
      return null;
    }
    return url.replaceFirst("^.*linkedin\\.com/((?:in|company|school)/[^/?]+).*$", "$1")
        .replaceFirst("^in/", "");
  }
}
