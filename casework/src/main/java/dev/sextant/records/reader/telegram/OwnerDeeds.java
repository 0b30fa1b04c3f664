package dev.sextant.records.reader.telegram;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sections of an account's export about what its owner did: pictures, stories, frequent contacts.
 */
final class OwnerDeeds {
  private final @Nullable AccountRef owner;
  private final Shelf shelf;
  private final String folder;
  private final Optional<ZoneId> zone;

  OwnerDeeds(@Nullable AccountRef owner, Shelf shelf, String folder, Optional<ZoneId> zone) {
    this.owner = owner;
    this.shelf = shelf;
    this.folder = folder;
    this.zone = zone;
  }

  /** A profile picture that the owner set. */
  List<Record> picture(Json value, Locator at) throws IOException {
    Fields fields = Fields.of(value);
    String photo = fields.text("photo");
    ClaimedTime time = Owner.time(fields, "date", "date_unixtime", zone);
    if (photo == null && time.text().isEmpty()) {
      return List.of();
    }
    Map<String, String> extra = new TreeMap<>(fields.rest());
    Media media = photo == null ? null : shelf.media(folder, photo, "photo");
    if (media != null && media.digest() != null) {
      extra.put("photo", media.part() + " " + media.digest());
    }
    return List.of(
        new Record.Activity(
            new Header(Platform.TELEGRAM, at, time, extra),
            owner,
            Record.Activity.What.CHANGED,
            "profile picture",
            photo,
            null));
  }

  /** A story that the owner published. */
  List<Record> story(Json value, Locator at) throws IOException {
    Fields fields = Fields.of(value);
    ClaimedTime time = Owner.time(fields, "date", "date_unixtime", zone);
    Words words = Words.of(fields);
    List<Media> media = new ArrayList<>();
    for (String field : List.of("media", "photo", "file", "video", "thumbnail")) {
      String path = fields.text(field);
      if (path != null && !path.isBlank()) {
        media.add(
            path.startsWith("(")
                ? new Media(path, field, null, null)
                : shelf.media(folder, path, field));
      }
    }
    String id = fields.text("id");
    if (time.text().isEmpty() && words.text().isEmpty() && media.isEmpty() && id == null) {
      return List.of();
    }
    return List.of(
        new Record.Post(
            new Header(Platform.TELEGRAM, at, time, fields.rest()),
            owner,
            id,
            words.text(),
            null,
            null,
            words.mentions(),
            null,
            media));
  }

  /** One whom the owner writes to or calls often, as Telegram counts it. */
  List<Record> frequent(Json value, Locator at) {
    Fields fields = Fields.of(value);
    String type = fields.textOrEmpty("type");
    String id = fields.text("id");
    String name = fields.text("name");
    String prefix =
        type.equals("private_group")
            ? "chat"
            : type.isEmpty() || type.equals("user") ? "" : "channel";
    AccountRef account =
        id == null || !id.matches("[0-9]{1,20}")
            ? Ids.account(id, name)
            : Ids.account(prefix + id, name);
    if (account == null) {
      return List.of();
    }
    String category = fields.textOrEmpty("category");
    String rating = fields.text("rating");
    fields.known("type");
    Header header = new Header(Platform.TELEGRAM, at, ClaimedTime.none(), fields.rest());
    Map<String, String> said = new TreeMap<>();
    said.put("frequent_contact", category);
    if (rating != null) {
      said.put("rating", rating);
    }
    Record profile = new Record.Profile(header, account, List.of(), said);
    return owner == null
        ? List.of(profile)
        : List.of(
            new Record.Activity(
                header,
                owner,
                Record.Activity.What.OTHER,
                "frequent contact: " + category,
                rating == null ? null : "rating " + rating,
                account),
            profile);
  }

  /** An entry of other data that tells an address on the Internet; none if it does not. */
  List<Record> address(Json value, Locator at) {
    Fields fields = Fields.of(value);
    String ip = fields.text("ip");
    AccountRef account = owner;
    if (ip == null || ip.isBlank() || account == null) {
      return List.of();
    }
    ClaimedTime time = Owner.time(fields, "date", "date_unixtime", zone);
    return List.of(
        new Record.Login(
            new Header(Platform.TELEGRAM, at, time, fields.rest()),
            account,
            ip,
            -1,
            null,
            "address"));
  }

  /** True if an entry of other data tells an address. */
  boolean tellsAddress(Json value) {
    return owner != null
        && value instanceof Json.Obj object
        && object.get("ip") instanceof Json.Text text
        && !text.text().isBlank();
  }
}
