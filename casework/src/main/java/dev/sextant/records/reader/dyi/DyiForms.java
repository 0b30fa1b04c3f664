package dev.sextant.records.reader.dyi;

import dev.sextant.records.AccountRef;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the elements of posts, comments and follow lists into records. */
final class DyiForms {
  private static final Pattern MENTION =
      Pattern.compile("@\\[([0-9]{1,20}):[0-9]{1,6}:([^\\]\\n]{1,200})\\]");

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

  private Header header(Fields f, Locator at, ClaimedTime time, Map<String, String> more) {
    return header(whose, f, at, time, more);
  }

  /** A header with what is left over in the fields, repaired like everything else. */
  static Header header(
      Whose whose, Fields f, Locator at, ClaimedTime time, Map<String, String> more) {
    Map<String, String> extra = Mojibake.repair(f.rest());
    extra.putAll(more);
    return new Header(whose.platform(), at, time, extra);
  }

  /** Takes a text, repaired; keeps the raw form where it differs. */
  static String repaired(Fields f, String field, Map<String, String> more) {
    String raw = f.textOrEmpty(field);
    String good = Mojibake.repair(raw);
    if (!good.equals(raw)) {
      more.put("raw:" + field, raw);
    }
    return good;
  }

  private void add(List<Media> media, @Nullable String uri, String kind) throws IOException {
    if (uri != null && !uri.isBlank()) {
      media.add(shelf.media(root, uri, kind));
    }
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
    ClaimedTime time = seconds(f, "timestamp");
    String title = repaired(f, "title", more);
    if (!title.isEmpty()) {
      more.put("title", title);
    }
    List<AccountRef> mentions = new ArrayList<>();
    for (Json tag : f.array("tags")) {
      String name = tag instanceof Json.Text t ? t.text() : Fields.of(tag).textOrEmpty("name");
      if (!name.isBlank()) {
        mentions.add(whose.named(whose.scope() + "/friends", Mojibake.repair(name)));
      }
    }
    Json attachments = f.object().get("attachments");
    Header header = header(f, at, time, more);
    List<Media> media = new ArrayList<>();
    List<Record> places = new ArrayList<>();
    if (attachments instanceof Json.Arr list) {
      attachments(list, media, places, words, header);
    }
    List<Record> records = new ArrayList<>();
    String text = mentioned(String.join("\n", words), mentions);
    records.add(
        new Record.Post(header, whose.owner(), null, text, null, null, mentions, null, media));
    records.addAll(places);
    return records;
  }

  /* Facebook writes who is mentioned as @[number:2048:name]; the number is the account's. */
  private String mentioned(String text, List<AccountRef> mentions) {
    Matcher m = MENTION.matcher(text);
    while (m.find()) {
      mentions.add(
          new AccountRef(
              whose.platform(), AccountRef.KeyBasis.PLATFORM_ID, m.group(1), null, m.group(2)));
    }
    return m.replaceAll(found -> Matcher.quoteReplacement(found.group(2)));
  }

  private void attachments(
      Json.Arr list, List<Media> media, List<Record> places, List<String> words, Header header)
      throws IOException {
    Set<String> said = new HashSet<>(words);
    for (Json attachment : list.items()) {
      for (Json datum : Fields.of(attachment).array("data")) {
        Fields d = Fields.of(datum);
        add(media, d.object("media").text("uri"), "media");
        say(d.object("media").text("description"), words, said);
        say(d.object("life_event").text("title"), words, said);
        say(d.object("life_event").text("description"), words, said);
        say(d.object("external_context").text("url"), words, said);
        say(d.text("text"), words, said);
        place(d.object("place"), places, header);
        place(d.object("life_event").object("place"), places, header);
      }
    }
  }

  /* Each text once; a text that merely stands within another one's words is another text. */
  private static void say(@Nullable String raw, List<String> words, Set<String> said) {
    String good = raw == null ? "" : Mojibake.repair(raw);
    if (!good.isBlank() && said.add(good)) {
      words.add(good);
    }
  }

  private void place(Fields place, List<Record> places, Header header) {
    Double latitude = place.object("coordinate").number("latitude");
    Double longitude = place.object("coordinate").number("longitude");
    String name = place.text("name");
    if (latitude != null && longitude != null) {
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
