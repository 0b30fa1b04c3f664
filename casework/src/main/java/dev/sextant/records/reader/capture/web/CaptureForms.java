package dev.sextant.records.reader.capture.web;

import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.PictureHash;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.media.Likeness;
import dev.sextant.records.reader.media.MediaType;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Locator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * WARC records as records. A captured page is a post of nobody with its words; the time of capture
 * is the tool's, so it is kept as {@code captured} and never taken for the time of writing.
 */
final class CaptureForms {
  /** A page of more bytes than this is read no further for its words. */
  private static final int MOST_PAGE = 8 << 20;

  private static final Set<String> KNOWN =
      Set.of(
          "warc-type",
          "warc-target-uri",
          "warc-date",
          "content-length",
          "content-type",
          "warc-record-id",
          "warc-payload-digest",
          "warc-block-digest");

  private final Limits limits;

  CaptureForms(Limits limits) {
    this.limits = limits;
  }

  /** A record of a response, resource or conversion, and how its payload's digest came out. */
  record Formed(Record record, Capture.Check payload) {}

  /** A page, picture or file that was captured. */
  Formed content(Capture capture, Locator at) throws IOException {
    String type = capture.header("Content-Type");
    HttpBlock sent = HttpBlock.looks(capture.block()) ? HttpBlock.of(capture.block()) : null;
    byte[] body = sent == null ? capture.block() : sent.unpacked(MOST_PAGE);
    Capture.Check payload =
        capture.payload(sent == null || !capture.whole() ? null : sent.joined());
    Map<String, String> extra = extra(capture);
    if (sent != null) {
      extra.put("http status", Integer.toString(sent.status()));
      put(extra, "http location", sent.header("location"));
    }
    String said = plain(sent == null ? type : sent.header("content-type"));
    String identified = capture.header("WARC-Identified-Payload-Type");
    String kind = said.isEmpty() ? plain(identified) : said;
    put(extra, "media type", kind);
    put(extra, "digest check", told(capture.sealed(), payload));
    String text = "";
    Media media = null;
    if (kind.contains("html")) {
      PageText page = PageText.of(body, limits);
      text = page.text();
      put(extra, "title", page.title());
      extra.putAll(page.said());
      if (page.cut()) {
        extra.put("words", "more than " + PageText.LONGEST + " characters; the rest is not kept");
      }
    } else if (kind.equals("text/plain") || kind.endsWith("json")) {
      text = cut(new String(body, StandardCharsets.UTF_8));
    } else if (body.length > 0) {
      media = media(capture, kind, body);
    }
    return new Formed(post(capture, at, extra, text, media), payload);
  }

  private static @Nullable Media media(Capture capture, String kind, byte[] body)
      throws IOException {
    String found = MediaType.of(body);
    if (found == null
        && !kind.startsWith("image/")
        && !kind.startsWith("video/")
        && !kind.startsWith("audio/")
        && !kind.equals("application/pdf")) {
      return null;
    }
    Optional<PictureHash> likeness =
        MediaType.picture(found) ? Likeness.of(new ByteArrayInputStream(body)) : Optional.empty();
    return new Media(
        capture.target(),
        found == null ? kind : found,
        null,
        capture.whole() ? Digest.of(body) : null,
        likeness.orElse(null));
  }

  private static Record post(
      Capture capture, Locator at, Map<String, String> extra, String text, @Nullable Media media) {
    return new Record.Post(
        new Header(Hosts.platform(capture.target()), at, ClaimedTime.none(), extra),
        null,
        null,
        text,
        null,
        null,
        List.of(),
        null,
        media == null ? List.of() : List.of(media));
  }

  /** A capture that was the same as an earlier one and is not stored again. */
  Record revisit(Capture capture, Locator at) {
    return post(capture, at, extra(capture), "", null);
  }

  /** What the tool noted about a capture. */
  Record metadata(Capture capture, Locator at) {
    Map<String, String> extra = extra(capture);
    put(extra, "media type", plain(capture.header("Content-Type")));
    String target = capture.target();
    return new Record.Activity(
        new Header(Hosts.platform(target), at, ClaimedTime.none(), extra),
        null,
        Record.Activity.What.OTHER,
        cut(new String(capture.block(), StandardCharsets.UTF_8)),
        target.isEmpty() ? null : target,
        null);
  }

  private static Map<String, String> extra(Capture capture) {
    Map<String, String> extra = new TreeMap<>();
    extra.put("section", "warc " + capture.type());
    put(extra, "url", capture.target());
    put(extra, "captured", capture.header("WARC-Date"));
    put(extra, "warc record", capture.header("WARC-Record-ID"));
    put(extra, "block digest", capture.header("WARC-Block-Digest"));
    put(extra, "payload digest", capture.header("WARC-Payload-Digest"));
    capture
        .headers()
        .forEach((name, values) -> {
          if (!KNOWN.contains(name.toLowerCase(Locale.ROOT))) {
            put(extra, name, String.join(", ", values));
          }
        });
    return extra;
  }

  private static String told(Capture.Check block, Capture.Check payload) {
    if (payload == Capture.Check.BAD) {
      return "the payload's digest is not that of its bytes";
    }
    return block == Capture.Check.GOOD || payload == Capture.Check.GOOD ? "good" : "";
  }

  private static void put(Map<String, String> into, String name, String value) {
    if (!value.isBlank()) {
      into.put(name, value);
    }
  }

  private static String plain(String type) {
    int semicolon = type.indexOf(';');
    return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
  }

  private static String cut(String text) {
    String shown = text.replace("\0", "").strip();
    return shown.length() > PageText.LONGEST ? shown.substring(0, PageText.LONGEST) : shown;
  }
}
