package dev.sextant.records.reader.capture.feed;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.reader.FirstOfEach;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A post being put together from a platform's object. */
final class Item {
  /** An address put together here of a handle and a number; the source does not give it. */
  static final String DERIVED_URL = "url (derived)";

  private final Platform platform;
  private final Locator at;
  private final Map<String, String> extra = new TreeMap<>();
  private final FirstOfEach<AccountRef> mentions = FirstOfEach.accounts();
  private final FirstOfEach<Media> media = FirstOfEach.by(Media::name);
  private final List<Record> more = new ArrayList<>();
  private ClaimedTime time = ClaimedTime.none();
  private @Nullable AccountRef author;
  private @Nullable String id;
  private String text = "";
  private @Nullable String replyToPost;
  private @Nullable AccountRef replyTo;
  private @Nullable String repostOf;

  /**
   * @param around fields of the envelope, kept beside the post
   */
  Item(Platform platform, Locator at, Map<String, String> around) {
    this.platform = platform;
    this.at = at;
    extra.putAll(around);
  }

  Platform platform() {
    return platform;
  }

  Item author(@Nullable AccountRef account) {
    author = account;
    return this;
  }

  Item id(@Nullable String number) {
    id = number;
    return this;
  }

  Item text(@Nullable String words) {
    text = words == null ? "" : words;
    return this;
  }

  Item time(ClaimedTime when) {
    time = when;
    return this;
  }

  Item replyTo(@Nullable String post, @Nullable AccountRef account) {
    replyToPost = post;
    replyTo = account;
    return this;
  }

  Item repostOf(@Nullable String post) {
    repostOf = post;
    return this;
  }

  Item mention(@Nullable AccountRef account) {
    mentions.add(account);
    return this;
  }

  Item media(@Nullable String address, @Nullable String type) {
    if (address != null && !address.isBlank()) {
      media.add(new Media(address, type, null, null));
    }
    return this;
  }

  Item extra(String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      extra.put(name, value);
    }
    return this;
  }

  /** Keeps what nobody took of the object. */
  Item rest(Fields fields) {
    fields.rest().forEach((name, value) -> extra.putIfAbsent(name, value));
    return this;
  }

  /** Adds the place that the post says it is from. */
  Item place(@Nullable Double latitude, @Nullable Double longitude, @Nullable String name) {
    boolean valid =
        latitude != null
            && longitude != null
            && Math.abs(latitude) <= 90
            && Math.abs(longitude) <= 180;
    if (valid && latitude != null && longitude != null) {
      more.add(
          new Record.Place(
              new Header(platform, at, time, Map.of()),
              author,
              latitude,
              longitude,
              Double.NaN,
              name));
    } else {
      extra("place", name);
    }
    return this;
  }

  /** The post, and the place if it has one; none if nothing says what it is. */
  List<Record> done() {
    if (id == null && author == null && text.isBlank()) {
      return List.of();
    }
    List<Record> records = new ArrayList<>();
    records.add(
        new Record.Post(
            new Header(platform, at, time, extra),
            author,
            id,
            text,
            replyToPost,
            replyTo,
            mentions.list(),
            repostOf,
            media.list()));
    records.addAll(more);
    return records;
  }
}
