package dev.sextant.records.reader.capture.feed;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.records.reader.capture.Forms;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Platform;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** TikTok's videos and comments as its web pages load them. */
final class VideoForms {
  static final Platform TIKTOK = new Platform("tiktok");

  private VideoForms() {}

  /** True for a comment. */
  static boolean comment(Json.Obj data) {
    return data.get("cid") != null && data.get("text") != null;
  }

  /** True for a video. */
  static boolean video(Json.Obj data) {
    return data.get("createTime") != null
        && (data.get("desc") != null || data.get("author") != null);
  }

  private static ClaimedTime seconds(Fields f, String name) {
    Long seconds = f.whole(name);
    return ClaimedTimes.ofSeconds(seconds, seconds == null ? "" : seconds.toString());
  }

  static List<Record> video(Json data, Item item) {
    Fields f = Fields.of(data);
    Json who = f.take("author");
    AccountRef author = null;
    if (who instanceof Json.Obj) {
      Fields a = Fields.of(who);
      author = Forms.account(TIKTOK, a.text("id"), a.text("uniqueId"), a.text("nickname"), "video");
    } else if (who instanceof Json.Text handle) {
      author =
          Forms.account(TIKTOK, f.text("authorId"), handle.text(), f.text("nickname"), "video");
    }
    String id = f.text("id");
    item.author(author).id(id).text(f.text("desc")).time(seconds(f, "createTime"));
    for (Json one : f.array("textExtra")) {
      Fields tag = Fields.of(one);
      String handle = tag.text("userUniqueId");
      if (handle != null && !handle.isBlank()) {
        item.mention(Forms.account(TIKTOK, tag.text("userId"), handle, null, "video"));
      }
    }
    StringBuilder tags = new StringBuilder();
    for (Json one : f.array("challenges")) {
      String title = Deep.text(one, "title");
      tags.append(title == null ? "" : (tags.isEmpty() ? "" : ", ") + title);
    }
    item.extra("hashtags", tags.toString());
    Json video = data instanceof Json.Obj o ? o.get("video") : null;
    item.media(Deep.text(video, "playAddr"), "video");
    item.media(Deep.text(video, "cover"), "picture");
    String duet = Deep.text(data, "duetInfo", "duetFromId");
    item.repostOf(duet == null || duet.equals("0") || duet.isEmpty() ? null : duet);
    if (author != null && author.handle() != null && id != null) {
      item.extra(Item.DERIVED_URL, "https://www.tiktok.com/@" + author.handle() + "/video/" + id);
    }
    item.extra("locationCreated", f.text("locationCreated"));
    return item.rest(f).done();
  }

  static List<Record> comment(Json data, Item item) {
    Fields f = Fields.of(data);
    Fields u = f.object("user");
    @Nullable AccountRef author =
        Forms.account(TIKTOK, u.text("uid"), u.text("unique_id"), u.text("nickname"), "comment");
    String reply = f.text("reply_id");
    String video = f.text("aweme_id");
    boolean top = reply == null || reply.equals("0") || reply.isEmpty();
    item.author(author)
        .id(f.text("cid"))
        .text(f.text("text"))
        .time(seconds(f, "create_time"))
        .replyTo(top ? video : reply, null)
        .extra("section", "comment")
        .extra("video", video);
    return item.rest(f).done();
  }
}
