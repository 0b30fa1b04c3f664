package dev.sextant.records.reader.capture.feed;

import dev.sextant.records.Record;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.capture.Forms;
import dev.sextant.records.reader.capture.JsonExport;
import dev.sextant.records.reader.capture.web.Hosts;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the browser extension Zeeschuimer collects while somebody scrolls: an envelope a line around
 * the object that the platform's own page loaded; and the same after 4CAT took it in, with the
 * envelope under {@code __import_meta}. The time of collection is kept as {@code captured}.
 */
public final class Zeeschuimer extends JsonExport {
  /** The reader. */
  public Zeeschuimer() {
    super(
        new ReaderCard(
            "zeeschuimer",
            2,
            "Items collected with Zeeschuimer (NDJSON)",
            List.of(
                "TikTok videos and comments; Instagram in three forms; Threads; X; Facebook; Truth"
                    + " Social; Gab; LinkedIn (without a time)",
                "the same as 4CAT keeps it, with __import_meta"),
            List.of("items of other platforms are listed as unknown")),
        "Zeeschuimer item of a platform that is not read");
  }

  @Override
  protected int knows(Json.Obj first) {
    boolean envelope =
        first.get("data") instanceof Json.Obj
            && (first.get("source_platform") != null
                || first.get("source_platform_url") != null
                || first.get("timestamp_collected") != null);
    return envelope || first.get("__import_meta") instanceof Json.Obj ? 95 : 0;
  }

  @Override
  protected @Nullable List<Record> records(Json value, Locator at, Source source)
      throws IOException {
    if (!(value instanceof Json.Obj whole)) {
      return null;
    }
    Json data = whole.get("data") instanceof Json.Obj o ? o : whole;
    Fields envelope = data != whole ? new Fields(whole) : Fields.of(whole.get("__import_meta"));
    Map<String, String> around = new TreeMap<>();
    String collected = envelope.text("timestamp_collected");
    String page = envelope.text("source_platform_url");
    String from = envelope.text("source_platform");
    String other = envelope.text("source_url");
    put(around, "captured", collected);
    put(around, "captured on", page == null ? other : page);
    put(around, "collector's platform", from);
    envelope.known("data", "__import_meta");
    envelope.rest().forEach((name, text) -> around.put("envelope " + name, text));
    Platform platform = platform(from, page == null ? other : page);
    return data instanceof Json.Obj o ? form(o, platform, at, around, source) : null;
  }

  private static void put(Map<String, String> into, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      into.put(name, value);
    }
  }

  private static Platform platform(@Nullable String said, @Nullable String page) {
    if (said != null && !said.isBlank()) {
      return Forms.platform(said.replaceFirst("^www\\.", "").replaceFirst("-comments$", ""));
    }
    return page == null ? Hosts.WEB : Hosts.platform(page);
  }

  private static @Nullable List<Record> form(
      Json.Obj data, Platform platform, Locator at, Map<String, String> around, Source source)
      throws IOException {
    if (VideoForms.comment(data)) {
      return VideoForms.comment(data, new Item(VideoForms.TIKTOK, at, around));
    }
    if (VideoForms.video(data)) {
      return VideoForms.video(data, new Item(VideoForms.TIKTOK, at, around));
    }
    if (TweetForms.web(data)) {
      return TweetForms.web(data, new Item(Platform.X, at, around));
    }
    if (WallForms.facebook(data)) {
      return WallForms.facebook(data, new Item(Platform.FACEBOOK, at, around));
    }
    if (WallForms.linkedIn(data)) {
      return WallForms.linkedIn(data, new Item(new Platform("linkedin"), at, around));
    }
    if (PhotoForms.knows(data)) {
      boolean threads = platform.name().equals("threads") || data.get("text_post_app_info") != null;
      Platform where = threads ? new Platform("threads") : Platform.INSTAGRAM;
      return PhotoForms.item(data, new Item(where, at, around));
    }
    return WallForms.status(data)
        ? WallForms.status(data, new Item(platform, at, around), source.limits())
        : null;
  }
}
