package dev.sextant.records.reader.dyi;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.Mojibake;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns the elements of messages, posts, comments and follow lists into records. */
final class DyiForms {
  /** In larger groups who is in it stands with the group, not with each message. */
  private static final int MOST_RECIPIENTS = 250;

  private final Whose whose;
  private final Shelf shelf;
  private final String root;

  /** The root is the folder that addresses of media are relative to. */
  DyiForms(Whose whose, Shelf shelf, String root) {
    this.whose = whose;
    this.shelf = shelf;
    this.root = root;
  }

  /** Seconds since 1970 in a field. */
  static ClaimedTime seconds(Fields f, String field) {
    Long seconds = f.whole(field);
    return seconds == null
        ? ClaimedTime.none()
        : ClaimedTimes.ofSeconds(seconds, seconds.toString());
  }

  /* Left-over fields, repaired like everything else. */
  private Header header(Fields f, Locator at, ClaimedTime time, Map<String, String> more) {
    Map<String, String> extra = new TreeMap<>(more);
    f.rest().forEach((k, v) -> extra.put(Mojibake.repair(k), v));
    return new Header(whose.platform(), at, time, extra);
  }

  /* Takes a text, repaired; keeps the raw form where it differs. */
  private static String repaired(Fields f, String field, Map<String, String> more) {
    String raw = f.textOrEmpty(field);
    String good = Mojibake.repair(raw);
    if (!good.equals(raw)) {
      more.put("raw:" + field, raw);
    }
    return good;
  }

  /** One message of a thread, with the call it tells of. */
  List<Record> message(Json value, Locator at, ThreadHead thread) throws IOException {
    Fields f = Fields.of(value);
    Map<String, String> more = new TreeMap<>();
    String sender = repaired(f, "sender_name", more);
    boolean says = f.has("content") || f.has("timestamp_ms") || !sender.isEmpty();
    if (!says) {
      return List.of();
    }
    String text = repaired(f, "content", more);
    Long millis = f.whole("timestamp_ms");
    ClaimedTime time =
        millis == null ? ClaimedTime.none() : ClaimedTimes.ofMillis(millis, millis.toString());
    ConversationRef in = thread.conversation();
    AccountRef author = sender.isEmpty() ? null : whose.named(in.key(), sender);
    List<AccountRef> recipients = recipients(thread, sender);
    List<Media> media = media(f);
    Long call = f.whole("call_duration");
    String missed = f.object().get("missed") instanceof Json.Bool b && b.value() ? "missed" : null;
    Header header = header(f, at, time, more);
    List<Record> records = new ArrayList<>();
    records.add(
        new Record.Message(
            header, in, author, recipients, null, text, null, null, null, List.of(), media));
    if (call != null) {
      Duration length = call < 0 ? null : Duration.ofSeconds(call);
      records.add(new Record.Call(header, in, author, recipients, length, missed));
    }
    return records;
  }

  /** One message of an end-to-end encrypted thread: other names, no repair. */
  List<Record> endToEnd(Json value, Locator at, ThreadHead thread) throws IOException {
    Fields f = Fields.of(value);
    String sender = f.textOrEmpty("senderName");
    if (sender.isEmpty() && !f.has("text") && !f.has("timestamp")) {
      return List.of();
    }
    Long millis = f.whole("timestamp");
    ClaimedTime time =
        millis == null ? ClaimedTime.none() : ClaimedTimes.ofMillis(millis, millis.toString());
    List<Media> media = new ArrayList<>();
    for (Json one : f.array("media")) {
      String uri = Fields.of(one).text("uri");
      // The platform's own sentence stands where it could not pack the file.
      if (uri != null && !uri.startsWith("Failed to download")) {
        add(media, uri.startsWith("./") ? uri.substring(2) : uri, "media");
      } else if (uri != null) {
        media.add(new Media(uri, "media", null, null));
      }
    }
    String text = f.textOrEmpty("text");
    ConversationRef in = thread.conversation();
    Header header = new Header(whose.platform(), at, time, f.rest());
    return List.of(
        new Record.Message(
            header,
            in,
            sender.isEmpty() ? null : whose.named(in.key(), sender),
            recipients(thread, sender),
            null,
            text,
            null,
            null,
            null,
            List.of(),
            media));
  }

  private List<AccountRef> recipients(ThreadHead thread, String sender) {
    if (sender.isEmpty() || thread.participants().size() > MOST_RECIPIENTS) {
      return List.of();
    }
    return thread.participants().stream()
        .filter(p -> !p.equals(sender))
        .map(p -> whose.named(thread.conversation().key(), p))
        .toList();
  }

  private List<Media> media(Fields f) throws IOException {
    List<Media> media = new ArrayList<>();
    for (String kind : List.of("photos", "videos", "audio_files", "files", "gifs")) {
      for (Json one : f.array(kind)) {
        add(media, Fields.of(one).text("uri"), kind);
      }
    }
    if (f.object().get("sticker") instanceof Json.Obj) {
      add(media, f.object("sticker").text("uri"), "sticker");
    }
    return media;
  }

  private void add(List<Media> media, @Nullable String uri, String kind) throws IOException {
    if (uri != null && !uri.isBlank()) {
      media.add(shelf.media(root, uri, kind));
    }
  }

  /** A member of a thread, listed without a time. */
  List<Record> participant(Json value, Locator at, ThreadHead thread) {
    Fields f = Fields.of(value);
    Map<String, String> more = new TreeMap<>();
    String name = value instanceof Json.Text t ? t.text() : repaired(f, "name", more);
    if (name.isBlank()) {
      return List.of();
    }
    ConversationRef in = thread.conversation();
    return List.of(
        new Record.Membership(
            header(f, at, ClaimedTime.none(), more),
            whose.named(in.key(), name),
            in,
            Record.Membership.Action.PRESENT,
            null));
  }

  /** How an entry of a list relates to the owner. */
  enum Listed {
    FOLLOWER,
    FOLLOWING,
    BLOCKED
  }

  /** An entry of Instagram's lists: {@code string_list_data[0].{href,value,timestamp}}. */
  List<Record> listed(Json value, Locator at, Listed list) {
    Fields f = Fields.of(value);
    String title = Mojibake.repair(f.textOrEmpty("title"));
    List<Json> data = f.array("string_list_data");
    Fields first = data.isEmpty() ? Fields.of(null) : Fields.of(data.getFirst());
    String handle = Mojibake.repair(first.textOrEmpty("value"));
    String href = first.textOrEmpty("href");
    if (handle.isBlank()) {
      // Since 2024 the handle stands in the title, or only in the address.
      handle = title.isBlank() ? href.replaceFirst("^.*instagram\\.com/(_u/)?", "") : title;
    }
    if (handle.isBlank() || handle.contains("/")) {
      return List.of();
    }
    ClaimedTime time = seconds(first, "timestamp");
    Map<String, String> more = new TreeMap<>();
    if (!href.isEmpty()) {
      more.put("href", href);
    }
    Header header = header(f, at, time, more);
    AccountRef other = Whose.handle(whose.platform(), handle, null);
    AccountRef owner = whose.owner();
    if (owner == null) {
      return List.of(new Record.Profile(header, other, List.of(), Map.of()));
    }
    return List.of(
        switch (list) {
          case FOLLOWER -> new Record.Follow(header, other, owner, Record.Follow.How.FOLLOWS);
          case FOLLOWING -> new Record.Follow(header, owner, other, Record.Follow.How.FOLLOWS);
          case BLOCKED -> new Record.Follow(header, owner, other, Record.Follow.How.BLOCKS);
        });
  }

  /** An entry of Facebook's friends. */
  List<Record> friend(Json value, Locator at) {
    Fields f = Fields.of(value);
    Map<String, String> more = new TreeMap<>();
    String name = repaired(f, "name", more);
    if (name.isBlank()) {
      return List.of();
    }
    Header header = header(f, at, seconds(f, "timestamp"), more);
    AccountRef friend = whose.named(whose.scope() + "/friends", name);
    AccountRef owner = whose.owner();
    return List.of(
        owner == null
            ? new Record.Profile(header, friend, List.of(), Map.of())
            : new Record.Follow(header, owner, friend, Record.Follow.How.FRIEND));
  }

  /** One of Instagram's posts: pictures with a title, and where they were taken. */
  List<Record> instagramPost(Json value, Locator at) throws IOException {
    Fields f = Fields.of(value);
    Map<String, String> more = new TreeMap<>();
    String text = repaired(f, "title", more);
    ClaimedTime time = seconds(f, "creation_timestamp");
    List<Media> media = new ArrayList<>();
    List<double[]> points = new ArrayList<>();
    for (Json one : f.array("media")) {
      Fields m = Fields.of(one);
      add(media, m.text("uri"), "media");
      if (text.isEmpty()) {
        text = repaired(m, "title", more);
      }
      if (time.instant() == null) {
        time = seconds(m, "creation_timestamp");
      }
      points(m, points);
    }
    if (media.isEmpty() && text.isEmpty() && time.instant() == null) {
      return List.of();
    }
    Header header = header(f, at, time, more);
    List<Record> records = new ArrayList<>();
    records.add(post(header, text, media));
    points.forEach(
        p -> records.add(new Record.Place(header, whose.owner(), p[0], p[1], Double.NaN, null)));
    return records;
  }

  private Record post(Header header, String text, List<Media> media) {
    return new Record.Post(header, whose.owner(), null, text, null, null, List.of(), null, media);
  }

  /* media_metadata.<photo or video>_metadata.exif_data[].{latitude, longitude} */
  private static void points(Fields medium, List<double[]> points) {
    for (Json kind : medium.object("media_metadata").object().fields().values()) {
      for (Json exif : Fields.of(kind).array("exif_data")) {
        Fields f = Fields.of(exif);
        Double latitude = f.number("latitude");
        Double longitude = f.number("longitude");
        if (latitude != null && longitude != null) {
          points.add(new double[] {latitude, longitude});
        }
      }
    }
  }

  /** One of Facebook's posts: {@code {timestamp, title, data[].post, attachments[]}}. */
  List<Record> facebookPost(Json value, Locator at) throws IOException {
    Fields f = Fields.of(value);
    Map<String, String> more = new TreeMap<>();
    List<String> words = new ArrayList<>();
    for (Json one : f.array("data")) {
      Fields d = Fields.of(one);
      String raw = d.text("post");
      if (raw != null) {
        String good = Mojibake.repair(raw);
        words.add(good);
        if (!good.equals(raw)) {
          more.put("raw:post", raw);
        }
      }
    }
    List<Media> media = new ArrayList<>();
    List<Record> places = new ArrayList<>();
    ClaimedTime time = seconds(f, "timestamp");
    String title = repaired(f, "title", more);
    if (!title.isEmpty()) {
      more.put("title", title);
    }
    Json attachments = f.object().get("attachments");
    Header header = header(f, at, time, more);
    if (attachments instanceof Json.Arr list) {
      attachments(list, media, places, header);
    }
    List<Record> records = new ArrayList<>();
    records.add(post(header, String.join("\n", words), media));
    records.addAll(places);
    return records;
  }

  private void attachments(Json.Arr list, List<Media> media, List<Record> places, Header header)
      throws IOException {
    for (Json attachment : list.items()) {
      for (Json datum : Fields.of(attachment).array("data")) {
        Fields d = Fields.of(datum);
        add(media, d.object("media").text("uri"), "media");
        Fields place = d.object("place");
        Fields coordinate = place.object("coordinate");
        Double latitude = coordinate.number("latitude");
        Double longitude = coordinate.number("longitude");
        if (latitude != null && longitude != null) {
          String name = place.text("name");
          places.add(
              new Record.Place(
                  header,
                  whose.owner(),
                  latitude,
                  longitude,
                  Double.NaN,
                  name == null ? null : Mojibake.repair(name)));
        }
      }
    }
  }

  /** A comment: Facebook's {@code data[].comment} or Instagram's {@code string_map_data}. */
  List<Record> comment(Json value, Locator at) {
    Fields f = Fields.of(value);
    Map<String, String> more = new TreeMap<>();
    String text = "";
    ClaimedTime time = seconds(f, "timestamp");
    for (Json one : f.array("data")) {
      Fields c = Fields.of(one).object("comment");
      text = repaired(c, "comment", more);
      if (time.instant() == null) {
        time = seconds(c, "timestamp");
      }
    }
    StringMap map = StringMap.of(f.object("string_map_data"));
    if (text.isEmpty()) {
      text = map.value("Comment");
    }
    boolean translated = text.isEmpty() && !map.said().isEmpty();
    if (translated) {
      text = map.said().getFirst(); // The words come first, then whose medium it was.
    }
    if (time.instant() == null) {
      time = map.time();
    }
    String ownerOfMedia =
        translated && map.said().size() > 1 ? map.said().get(1) : map.value("Media Owner");
    if (text.isEmpty() && time.instant() == null) {
      return List.of();
    }
    String title = repaired(f, "title", more);
    if (!title.isEmpty()) {
      more.put("title", title);
    }
    for (Map.Entry<String, String> one : map.values().entrySet()) {
      String said = one.getValue();
      if (!said.isBlank() && !said.equals(text) && !said.equals(ownerOfMedia)) {
        more.put(one.getKey(), said);
      }
    }
    AccountRef to =
        ownerOfMedia.isBlank() ? null : Whose.handle(whose.platform(), ownerOfMedia, null);
    Header header = header(f, at, time, more);
    return List.of(
        new Record.Post(header, whose.owner(), null, text, null, to, List.of(), null, List.of()));
  }
}
