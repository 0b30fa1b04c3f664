package dev.sextant.records.reader.archive.takeout;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.archive.Opened;
import dev.sextant.records.reader.archive.PageWalk;
import dev.sextant.records.reader.archive.WordedTime;
import dev.sextant.records.reader.html.HtmlElement;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonBroken;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.records.reader.json.JsonStream;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the files of one Takeout, each by what it is. */
final class Products {
  private final Opened archive;
  private final @Nullable AccountRef channel;
  private final LocationForms places;
  private final DoingForms doings;
  private final PeopleForms people;
  private final VoicePages voice;

  Products(Opened archive, @Nullable AccountRef owner, @Nullable AccountRef channel)
      throws IOException {
    this.archive = archive;
    this.channel = channel;
    this.places = new LocationForms(owner);
    this.doings = new DoingForms(owner, archive.source().zone());
    this.people = new PeopleForms(owner, channel, archive);
    this.voice = new VoicePages(archive, owner);
  }

  void read(Source.Part part, Kind kind) throws IOException {
    switch (kind) {
      case LOCATIONS -> list(part, "locations", places::fix);
      case TIMELINE -> list(part, "timelineObjects", places::timeline);
      case DEVICE_TIMELINE -> elements(part, places::onDevice);
      case ANDROID_TIMELINE -> android(part);
      case ACTIVITY_JSON -> elements(part, (v, at) -> doings.activity(v, at, part));
      case ACTIVITY_PAGE, COMMENT_PAGE -> page(part, kind);
      case CHAT_MESSAGES -> chat(part);
      case CHAT_GROUP -> list(part, "members", (v, at) -> people.present(v, at, group(part)));
      case CHAT_USER -> list(part, "membership_info", people::belongs);
      case PROFILE -> one(part, people::profile);
      case PHOTO -> one(part, places::photo);
      case PLACES -> list(part, "features", places::feature);
      case VOICE -> voice.read(part);
      case HANGOUTS -> new Hangouts(archive, part).read();
      case BROWSER -> list(part, "Browser History", doings::visited);
      case SHOP -> elements(part, doings::shop);
      default -> table(part, kind);
    }
  }

  private void table(Source.Part part, Kind kind) throws IOException {
    switch (kind) {
      case ACCESS -> archive.table(part, people::access);
      case DEVICES -> archive.table(part, people::device);
      case SUBSCRIPTIONS -> archive.table(part, people::subscription);
      case COMMENTS -> archive.table(part, people::comment);
      case CHANNEL -> archive.table(part, people::channel);
      case VIDEOS -> archive.table(part, (row, at) -> people.video(row, at, part.fileName()));
      default -> archive.unknown(part, part.path());
    }
  }

  private void one(Source.Part part, JsonItems.Form form) throws IOException {
    JsonItems items = archive.json(part);
    items.run(in -> items.item(in, form));
  }

  private void elements(Source.Part part, JsonItems.Form form) throws IOException {
    JsonItems items = archive.json(part);
    items.run(in -> items.each(in, form, part.fileName()));
  }

  private void list(Source.Part part, String wanted, JsonItems.Form form) throws IOException {
    JsonItems items = archive.json(part);
    items.run(in -> {
      if (in.kind() == JsonStream.Kind.OBJECT) {
        in.object(key -> {
          if (key.equals(wanted)) {
            items.each(in, form, key);
          } else if (key.equals("type") && wanted.equals("features")) {
            in.skip(); // "FeatureCollection".
          } else if (key.equals("name")
              && wanted.equals("members")
              && in.kind() == JsonStream.Kind.SCALAR) {
            in.skip(); // The title of the conversation, which each member's record carries.
          } else {
            items.unknownEach(in, key);
          }
        });
      } else {
        items.unknownEach(in, part.fileName());
      }
    });
  }

  private void android(Source.Part part) throws IOException {
    JsonItems items = archive.json(part);
    items.run(in -> {
      if (in.kind() != JsonStream.Kind.OBJECT) {
        items.unknownEach(in, part.fileName());
        return;
      }
      in.object(key -> {
        boolean inner = key.equals("userLocationProfile") && in.kind() == JsonStream.Kind.OBJECT;
        if (key.equals("semanticSegments")) {
          items.each(in, places::onDevice, key);
        } else if (key.equals("rawSignals")) {
          items.each(in, places::signal, key);
        } else if (inner) {
          in.object(name -> {
            if (name.equals("frequentPlaces")) {
              items.each(in, places::frequent, name);
            } else {
              items.unknownEach(in, name);
            }
          });
        } else {
          items.unknownEach(in, key);
        }
      });
    });
  }

  /* The description of the group lies beside its messages. */
  private List<AccountRef> members(Source.Part part) throws IOException {
    List<AccountRef> members = new ArrayList<>();
    for (Json one : description(part).array("members")) {
      AccountRef member = PeopleForms.member(one);
      if (member != null) {
        members.add(member);
      }
    }
    return members;
  }

  private Fields description(Source.Part part) throws IOException {
    String path = Shelf.folderOf(part) + "group_info.json";
    Source.Part beside = archive.source().part(path).orElse(null);
    if (beside == null) {
      return Fields.of(null);
    }
    try (JsonStream in = JsonStream.of(beside, archive.source().limits())) {
      return Fields.of(in.tree());
    } catch (JsonBroken e) {
      return Fields.of(null); // The reading proper meets and reports it.
    }
  }

  private ConversationRef group(Source.Part part) throws IOException {
    Fields f = description(part);
    String name = f.text("name");
    String folder = Shelf.folderOf(part).replaceFirst("/$", "");
    String last = folder.substring(folder.lastIndexOf('/') + 1);
    boolean direct = last.startsWith("DM ") || f.array("members").size() == 2;
    boolean numbered = last.matches("(DM|Space) [A-Za-z0-9_-]{3,}");
    return new ConversationRef(
        Google.GOOGLE,
        direct ? ConversationRef.Kind.DIRECT : ConversationRef.Kind.GROUP,
        numbered ? last : archive.scope() + "/" + part.path(),
        name);
  }

  private void chat(Source.Part part) throws IOException {
    ConversationRef in = group(part);
    List<AccountRef> members = members(part);
    String folder = Shelf.folderOf(part);
    list(part, "messages", (v, at) -> people.message(v, at, in, members, folder));
  }

  private void page(Source.Part part, Kind kind) throws IOException {
    boolean activity = kind == Kind.ACTIVITY_PAGE;
    new PageWalk(archive, part, s -> activity ? s.has("outer-cell") : s.name().equals("li"))
        .read((block, at) -> activity ? doings.block(block, at, part) : comment(block, at));
  }

  /* "You added a comment at 2019-01-01 12:00:00 UTC on a video.<br>words" */
  private List<Record> comment(HtmlElement block, Locator at) {
    List<String> lines = block.text().lines().filter(l -> !l.isBlank()).toList();
    if (lines.isEmpty()) {
      return List.of();
    }
    String first = lines.getFirst();
    java.util.regex.Matcher m =
        java.util.regex.Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2} UTC")
            .matcher(first);
    ClaimedTime time =
        m.find()
            ? dev.sextant.records.reader.archive.Times.utc(m.group())
            : WordedTime.of(first, archive.source().zone());
    Map<String, String> extra = new TreeMap<>();
    extra.put("heading", first);
    List<HtmlElement> links = block.all("a");
    String id = null;
    List<String> hrefs = new ArrayList<>();
    for (HtmlElement link : links) {
      String href = link.attribute("href");
      int mark = href.indexOf("&lc=");
      if (mark >= 0) {
        id = href.substring(mark + 4).replaceFirst("&.*$", "");
      }
      hrefs.add(href);
    }
    if (!hrefs.isEmpty()) {
      extra.put("links", String.join("\n", hrefs));
    }
    String text = String.join("\n", lines.subList(1, lines.size()));
    return List.of(
        new Record.Post(
            new Header(Google.YOUTUBE, at, time, extra),
            channel,
            id,
            text,
            null,
            null,
            List.of(),
            null,
            List.of()));
  }
}
