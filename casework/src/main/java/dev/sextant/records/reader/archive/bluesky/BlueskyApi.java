package dev.sextant.records.reader.archive.bluesky;

import dev.sextant.records.Record;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.archive.ArchiveReader;
import dev.sextant.records.reader.archive.Opened;
import dev.sextant.records.reader.archive.bluesky.ViewForms.Subject;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonBroken;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.records.reader.json.JsonStream;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * JSON as Bluesky's programming interface answers it and as libraries dump it: feeds, threads,
 * posts, accounts, followers, likes, lists, single records; one document or one a line.
 */
public final class BlueskyApi extends ArchiveReader {
  private static final Pattern TYPED =
      Pattern.compile("\"(?:\\$type|py_type)\"\\s*:\\s*\"(?:app|chat)\\.bsky\\.");

  private static final Pattern NAMED =
      Pattern.compile("\"(?:did|id|subject|uri)\"\\s*:\\s*\"(?:at://)?did:(?:plc|web):");

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "bluesky-api",
        2,
        "Bluesky, answers of the programming interface (JSON)",
        List.of(
            "feeds, threads, posts, accounts, followers, followed, likes, reposts, lists, search,"
                + " notifications, single records, described repositories; also one document a line"
                + " and dumps of the Python library"),
        List.of(
            "pictures and films are named by their content identifiers",
            "labels, thread gates and preferences stay in the extra fields or are listed"),
        List.of("12 recorded answers of the interface", "14 records made by the granary library"));
  }

  @Override
  protected boolean candidate(String path) {
    return path.endsWith(".json") || path.endsWith(".ndjson") || path.endsWith(".jsonl");
  }

  @Override
  protected int sniff(Source.Part part, String head) {
    String start = head.stripLeading();
    if (!start.startsWith("{") && !start.startsWith("[")) {
      return 0;
    }
    return TYPED.matcher(head).find() ? 92 : NAMED.matcher(head).find() ? 82 : 0;
  }

  @Override
  protected void read(Opened archive) throws IOException {
    for (Source.Part part : archive.parts()) {
      if ((part.path().isEmpty() || candidate(part.path())) && sniff(part, head(part)) > 0) {
        new Answer(archive, part).read();
      }
    }
  }

  /** The reading of one file. */
  private static final class Answer {
    private final Opened archive;
    private final Source.Part part;
    private final ViewForms views;
    private final RecordForms forms;
    private final JsonItems items;
    private long listed;
    private @Nullable Long promised;

    Answer(Opened archive, Source.Part part) {
      this.archive = archive;
      this.part = part;
      this.forms = new RecordForms(archive.source().zone(), archive.scope() + "/" + part.path());
      this.views = new ViewForms(forms);
      this.items = archive.json(part);
    }

    void read() throws IOException {
      Subject subject = subject();
      items.run(in -> {
        do {
          document(in, subject);
        } while (in.more());
      });
      Long most = promised;
      if (most != null) {
        archive.compare("the list in " + part.fileName(), most, listed);
      }
    }

    private void document(JsonStream in, Subject subject) throws IOException {
      if (in.kind() == JsonStream.Kind.ARRAY) {
        in.array(index -> whole(in));
      } else if (in.kind() == JsonStream.Kind.OBJECT && list()) {
        in.object(key -> section(in, key, subject));
      } else {
        whole(in);
      }
    }

    /* An answer with a list in it streams; anything else is one thing, taken whole. */
    private boolean list() throws IOException {
      boolean[] found = {false};
      try (JsonStream in = JsonStream.of(part, archive.source().limits())) {
        if (in.kind() == JsonStream.Kind.OBJECT) {
          in.object(key -> {
            boolean one = section(key) != Section.OTHER;
            found[0] |= one && (in.kind() == JsonStream.Kind.ARRAY || section(key).alone());
            in.skip();
          });
        }
      } catch (JsonBroken e) {
        return found[0]; // The reading proper meets and reports it.
      }
      return found[0];
    }

    private Subject subject() throws IOException {
      Fields[] who = {Fields.of(null)};
      Fields[] list = {Fields.of(null)};
      String[] uri = {null};
      try (JsonStream in = JsonStream.of(part, archive.source().limits())) {
        if (in.kind() == JsonStream.Kind.OBJECT && list()) {
          in.object(key -> {
            switch (key) {
              case "subject" -> who[0] = Fields.of(in.tree());
              case "list" -> list[0] = Fields.of(in.tree());
              case "uri" ->
                  uri[0] = in.kind() == JsonStream.Kind.SCALAR ? in.tree().raw() : skip(in);
              default -> in.skip();
            }
          });
        }
      } catch (JsonBroken e) {
        return new Subject(null, uri[0], null); // The reading proper meets and reports it.
      }
      String listUri = list[0].text("uri");
      if (listUri != null) {
        Long count = list[0].whole("listItemCount");
        promised = count;
        return new Subject(Names.actor(list[0].object("creator")), listUri, list[0].text("name"));
      }
      return new Subject(Names.actor(who[0]), uri[0], null);
    }

    private static @Nullable String skip(JsonStream in) throws IOException {
      in.skip();
      return null;
    }

    private enum Section {
      FEED,
      POSTS,
      PROFILES,
      FOLLOWERS,
      FOLLOWS,
      LIKES,
      REPOSTS,
      LISTS,
      LIST,
      ITEMS,
      THREAD,
      NOTIFICATIONS,
      RECORDS,
      OTHER;

      boolean alone() {
        return this == THREAD;
      }
    }

    private static Section section(String key) {
      return switch (key) {
        case "feed" -> Section.FEED;
        case "posts", "quotes" -> Section.POSTS;
        case "profiles", "actors", "blocks", "mutes", "suggestions", "relationships" ->
            Section.PROFILES;
        case "followers", "knownFollowers" -> Section.FOLLOWERS;
        case "follows" -> Section.FOLLOWS;
        case "likes" -> Section.LIKES;
        case "repostedBy", "reposted_by" -> Section.REPOSTS;
        case "lists", "feeds", "starterPacks" -> Section.LISTS;
        case "list" -> Section.LIST;
        case "items" -> Section.ITEMS;
        case "thread" -> Section.THREAD;
        case "notifications" -> Section.NOTIFICATIONS;
        case "records" -> Section.RECORDS;
        default -> Section.OTHER;
      };
    }

    private void section(JsonStream in, String key, Subject subject) throws IOException {
      switch (section(key)) {
        case FEED -> items.each(in, views::feedEntry, key);
        case POSTS -> items.each(in, (v, at) -> views.postView(v, at, java.util.Map.of()), key);
        case PROFILES -> items.each(in, views::profile, key);
        case FOLLOWERS ->
            items.each(in, (v, at) -> views.listed(v, at, subject.account(), true), key);
        case FOLLOWS ->
            items.each(in, (v, at) -> views.listed(v, at, subject.account(), false), key);
        case LIKES -> items.each(in, (v, at) -> views.reaction(v, at, subject.uri(), "like"), key);
        case REPOSTS ->
            items.each(in, (v, at) -> views.reaction(v, at, subject.uri(), "repost"), key);
        case LISTS -> items.each(in, views::kept, key);
        case LIST -> items.item(in, views::kept);
        case ITEMS -> items.each(in, (v, at) -> item(v, at, subject), key);
        case THREAD -> items.item(in, views::thread);
        case NOTIFICATIONS -> items.each(in, views::notification, key);
        case RECORDS -> items.each(in, views::stored, key);
        case OTHER -> other(in, key);
      }
    }

    private List<Record> item(Json value, Locator at, Subject subject) {
      listed++;
      return views.listItem(value, at, subject);
    }

    private void other(JsonStream in, String key) throws IOException {
      if (key.equals("subject") && in.kind() == JsonStream.Kind.OBJECT) {
        items.item(in, views::profile);
      } else if (key.equals("uri") || key.equals("cid")) {
        in.skip(); // What the page is of: the records carry it.
      } else {
        if (key.equals("cursor") && !in.nothing()) {
          archive.note("SX-NOTE-MORE", "the answer is one page of several: it ends with a cursor");
        }
        items.unknown(in, key);
      }
    }

    /** One thing by itself: known by its type or its fields. */
    private void whole(JsonStream in) throws IOException {
      items.known(in, Answer::unfamiliar, this::thing);
    }

    private static String unfamiliar(Json value) {
      Fields f = Fields.of(value);
      String type = Names.type(f);
      boolean shaped =
          f.has("post")
              || f.has("record")
              || f.has("did")
              || f.has("handle")
              || f.has("thread")
              || f.has("value")
              || f.has("verificationMethod");
      if (type.isEmpty() || type.contains("#")) {
        return shaped ? "" : type.isEmpty() ? "object" : type;
      }
      return RecordForms.knows(type) ? "" : type;
    }

    private List<Record> thing(Json value, Locator at) {
      Fields f = Fields.of(value);
      String type = Names.type(f);
      if (RecordForms.knows(type)) {
        return forms.records(value, at, type, null, null);
      }
      if (f.object().get("thread") instanceof Json.Obj thread) {
        return views.thread(thread, Names.within(at, thread, "/thread"));
      }
      if (f.has("post") && (f.has("replies") || f.has("parent") || type.endsWith("ViewPost"))) {
        return type.endsWith("feedViewPost") ? views.feedEntry(value, at) : views.thread(value, at);
      }
      if (f.has("post")) {
        return views.feedEntry(value, at);
      }
      if (f.has("record")) {
        return views.postView(value, at, java.util.Map.of());
      }
      if (f.has("value")) {
        return views.stored(value, at);
      }
      return f.has("didDoc") || f.has("verificationMethod") || f.has("collections")
          ? views.described(value, at)
          : views.profile(value, at);
    }
  }
}
