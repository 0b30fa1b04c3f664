package dev.sextant.records.reader.archive.activitypub;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.reader.FirstOfEach;
import dev.sextant.records.reader.Gathered;
import dev.sextant.records.reader.archive.Accounts;
import dev.sextant.records.reader.archive.Opened;
import dev.sextant.records.reader.archive.PlainText;
import dev.sextant.records.reader.archive.Stating;
import dev.sextant.records.reader.archive.Times;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Things that are published, and accounts (W3C ActivityStreams 2.0 vocabulary). */
final class ObjectForms {
  private final Opened archive;
  private final String scope;
  private final String folder;

  /**
   * @param scope what keeps shown names of one file from meeting another's
   * @param folder folder that attached files are relative to, ending in a slash or empty
   */
  ObjectForms(Opened archive, String scope, String folder) {
    this.archive = archive;
    this.scope = scope;
    this.folder = folder;
  }

  /** What keeps shown names apart. */
  String scope() {
    return scope;
  }

  /** When something happened. */
  ClaimedTime time(@Nullable String text) {
    return Times.local(text, archive.source().zone());
  }

  /** Something published. */
  List<Record> publication(
      Json value, Locator at, @Nullable AccountRef by, ClaimedTime done, Map<String, String> more)
      throws IOException {
    Fields f = Fields.of(value);
    Map<String, String> extra = new TreeMap<>(more);
    String type = f.textOrEmpty("type");
    f.known("@context");
    extra.put("type", type);
    String html = f.text("content");
    String text = html == null ? "" : PlainText.kept(html, "content", extra);
    if (html == null || !type.equals("Note")) {
      String name = f.text("name");
      text = PlainText.joined("\n", List.of(name == null ? "" : name, text));
    }
    String warning = f.text("summary");
    if (warning != null) {
      extra.put("summary", PlainText.kept(warning, "summary", extra));
    }
    AccountRef author = Fediverse.account(f.take("attributedTo"), scope);
    author = author == null ? by : author;
    ClaimedTime said = time(f.text("published"));
    ClaimedTime time = said.text().isEmpty() ? done : said;
    String reply = Fediverse.address(f.object().get("inReplyTo"));
    if (f.object().get("inReplyTo") instanceof Json.Text) {
      f.known("inReplyTo");
    }
    String visibility = Fediverse.visibility(f);
    if (!visibility.isEmpty()) {
      extra.put("visibility", visibility);
    }
    String id = f.text("id");
    id = id == null ? Fediverse.address(f.object().get("url")) : id;
    List<AccountRef> mentions = mentions(f);
    List<Media> media = media(f);
    f.rest().forEach(extra::put);
    Header header = new Header(Fediverse.MASTODON, at, time, extra);
    List<Record> records = new ArrayList<>();
    records.add(new Record.Post(header, author, id, text, reply, null, mentions, null, media));
    place(f, header, author, records);
    return records;
  }

  private List<AccountRef> mentions(Fields f) {
    FirstOfEach<AccountRef> mentions = FirstOfEach.by(AccountRef::key);
    Json tags = f.object().get("tag");
    List<Json> all =
        tags instanceof Json.Arr a ? a.items() : tags == null ? List.of() : List.of(tags);
    for (Json tag : all) {
      Fields t = Fields.of(tag);
      String type = t.textOrEmpty("type");
      if (type.equals("Mention") || Fediverse.account(type)) {
        String href = Fediverse.address(tag);
        String name = t.textOrEmpty("name");
        mentions.add(
            href == null
                ? name.isBlank() ? null : Accounts.handle(Fediverse.MASTODON, name, null)
                : AccountRef.ofId(Fediverse.MASTODON, href, called(name, href), null));
      }
    }
    return mentions.list();
  }

  /* "@alice@host", or "@alice" where both are on one host. */
  private static @Nullable String called(String name, String href) {
    String bare = name.startsWith("@") ? name.substring(1) : name;
    String byAddress = Fediverse.handleOf(href);
    return bare.contains("@")
        ? bare
        : byAddress == null ? (bare.isBlank() ? null : bare) : byAddress;
  }

  private List<Media> media(Fields f) throws IOException {
    FirstOfEach<Media> media = FirstOfEach.by(Media::name);
    for (String field : List.of("attachment", "image")) {
      Json found = f.object().get(field);
      List<Json> all =
          found instanceof Json.Arr a ? a.items() : found == null ? List.of() : List.of(found);
      for (Json one : all) {
        Fields m = Fields.of(one);
        String url = Fediverse.address(one instanceof Json.Obj o ? o.get("url") : one);
        url = url == null ? Fediverse.address(one) : url;
        String type = m.text("mediaType");
        if (url != null && !media.has(url)) {
          media.add(medium(url, type == null ? m.text("type") : type));
        }
      }
    }
    return media.list();
  }

  /* In an archive the address is "/media_attachments/files/...", from its top. */
  private Media medium(String url, @Nullable String type) throws IOException {
    return url.startsWith("/")
        ? named(archive.media(folder, url.substring(1), type), url)
        : archive.media(folder, url, type);
  }

  private static Media named(Media media, String name) {
    return new Media(name, media.type(), media.part(), media.digest());
  }

  private static void place(
      Fields f, Header header, @Nullable AccountRef who, List<Record> records) {
    Fields place = Fields.of(f.object().get("location"));
    Double latitude = place.number("latitude");
    Double longitude = place.number("longitude");
    if (latitude != null && longitude != null) {
      records.add(
          new Record.Place(header, who, latitude, longitude, Double.NaN, place.text("name")));
    }
  }

  /** An account. */
  List<Record> account(Json value, Locator at) throws IOException {
    AccountRef account = Fediverse.account(value, scope);
    if (account == null) {
      return List.of();
    }
    Fields f = Fields.of(value);
    Map<String, String> extra = new TreeMap<>();
    f.known("@context");
    f.text("id");
    f.text("preferredUsername");
    Stating said =
        new Stating()
            .also("name", f.text("name"))
            .handle(Fediverse.MASTODON, "handle", account.handle());
    if (account.basis() == AccountRef.KeyBasis.PLATFORM_ID) {
      said.id(Fediverse.MASTODON, "id", account.key());
    }
    String summary = f.text("summary");
    if (summary != null) {
      said.also("bio", PlainText.kept(summary, "summary", extra));
    }
    if (f.object().get("url") instanceof Json.Text) {
      said.url("url", f.text("url"));
    }
    Gathered raw = new Gathered();
    for (Json one : f.array("attachment")) {
      Fields field = Fields.of(one);
      said.also(field.textOrEmpty("name"), PlainText.of(field.textOrEmpty("value")));
      raw.add("raw:attachment", one.raw());
    }
    raw.into(extra);
    for (String picture : List.of("icon", "image")) {
      Json url = Fields.of(f.object().get(picture)).take("url");
      if (url instanceof Json.Text t) {
        archive.media(folder, t.text(), picture);
      }
    }
    ClaimedTime time = time(f.text("published"));
    f.rest().forEach(extra::put);
    Header header = new Header(Fediverse.MASTODON, at, time, extra);
    return List.of(new Record.Profile(header, account, said.selectors(), said.attributes()));
  }
}
