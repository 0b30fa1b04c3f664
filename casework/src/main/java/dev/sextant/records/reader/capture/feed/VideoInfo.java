package dev.sextant.records.reader.capture.feed;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.capture.Forms;
import dev.sextant.records.reader.capture.JsonExport;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What yt-dlp and youtube-dl write beside a film ({@code .info.json}), comments included. */
public final class VideoInfo extends JsonExport {
  /** The reader. */
  public VideoInfo() {
    super(
        new ReaderCard(
            "yt-dlp-info",
            1,
            "Description of a film by yt-dlp (.info.json)",
            List.of("the film's post, its comments, uploader and channel, tags, counts"),
            List.of("addresses of formats are not kept: they end within hours")),
        "yt-dlp object that is no film");
  }

  @Override
  protected int knows(Json.Obj first) {
    boolean named = first.get("extractor") != null || first.get("extractor_key") != null;
    boolean film =
        first.get("webpage_url") != null
            || first.get("formats") != null
            || first.get("_type") != null;
    return named && film && first.get("id") != null ? 94 : 0;
  }

  @Override
  protected @Nullable List<Record> records(Json value, Locator at, Source source) {
    Fields f = Fields.of(value);
    String extractor = f.text("extractor_key");
    extractor = extractor == null ? f.text("extractor") : extractor;
    String id = f.text("id");
    if (extractor == null || id == null) {
      return null;
    }
    String word = extractor.toLowerCase(Locale.ROOT).replaceFirst(":.*$", "");
    Platform platform = Forms.platform(word.startsWith("youtube") ? "youtube" : word);
    String channelId = f.text("channel_id");
    String uploaderId = f.text("uploader_id");
    String uploader = f.text("uploader");
    String channel = f.text("channel");
    boolean handle = uploaderId != null && uploaderId.startsWith("@");
    AccountRef author =
        Forms.account(
            platform,
            channelId != null ? channelId : handle ? null : uploaderId,
            handle ? uploaderId : null,
            uploader != null ? uploader : channel,
            "film");
    Item item = new Item(platform, at, Map.of());
    String title = f.textOrEmpty("title");
    item.author(author)
        .id(id)
        .text((title + "\n\n" + f.textOrEmpty("description")).strip())
        .time(time(f))
        .extra("url", f.text("webpage_url"))
        .media(f.text("thumbnail"), "picture");
    String file = f.text("_filename");
    item.media(file == null ? f.text("filename") : file, "video");
    List<Json> comments = f.array("comments");
    // Many and large, and dead within hours.
    f.known(
        "formats",
        "requested_formats",
        "thumbnails",
        "automatic_captions",
        "subtitles",
        "requested_downloads",
        "http_headers",
        "heatmap",
        "url",
        "fragments",
        "title");
    List<Record> records = new ArrayList<>(item.rest(f).done());
    for (Json one : comments) {
      records.addAll(comment(one, platform, id, at));
    }
    return records;
  }

  private static ClaimedTime time(Fields f) {
    Long seconds = f.whole("timestamp");
    String day = f.text("upload_date");
    if (seconds != null) {
      return ClaimedTimes.ofSeconds(seconds, seconds.toString());
    }
    if (day == null || !day.matches("[0-9]{8}")) {
      return day == null ? ClaimedTime.none() : ClaimedTime.unreadable(day);
    }
    try {
      Instant at =
          LocalDate.of(
                  Integer.parseInt(day.substring(0, 4)),
                  Integer.parseInt(day.substring(4, 6)),
                  Integer.parseInt(day.substring(6)))
              .atStartOfDay()
              .toInstant(ZoneOffset.UTC);
      return new ClaimedTime(
          at, day, ClaimedTime.ZoneBasis.ASSUMED, "UTC", ClaimedTime.Precision.DAY);
    } catch (DateTimeException e) {
      return ClaimedTime.unreadable(day);
    }
  }

  private static List<Record> comment(Json one, Platform platform, String film, Locator at) {
    Fields c = Fields.of(one);
    String parent = c.text("parent");
    Long seconds = c.whole("timestamp");
    String name = c.text("author");
    boolean handle = name != null && name.startsWith("@");
    return new Item(platform, at, Map.of("section", "comment"))
        .author(Forms.account(platform, c.text("author_id"), handle ? name : null, name, "comment"))
        .id(c.text("id"))
        .text(c.text("text"))
        .time(ClaimedTimes.ofSeconds(seconds, seconds == null ? "" : seconds.toString()))
        .replyTo(parent == null || parent.equals("root") ? film : parent, null)
        .rest(c)
        .done();
  }
}
