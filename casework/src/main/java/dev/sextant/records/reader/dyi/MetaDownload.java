package dev.sextant.records.reader.dyi;

import dev.sextant.records.AccountRef;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonBroken;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.records.reader.json.JsonStream;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * "Download your information" of Instagram and Facebook in JSON: a zip, a folder, or one file of
 * it. Files are known by what is in them, since the platforms move and rename them.
 */
public final class MetaDownload implements Reader {
  private static final Pattern KNOWN =
      Pattern.compile(
          "\"(relationships_[a-z_]+|account_history_[a-z_]+|profile_user|string_list_data"
              + "|string_map_data|likes_(?:media|comment)_likes|saved_saved_media|devices_devices"
              + "|comments_(?:media|reels)_comments|contacts_contact_info|impressions_history_[a-z_]+"
              + "|story_activities_[a-z_]+|searches_(?:user|keyword|hashtag|place)|ig_[a-z_]+"
              + "|label_values|text_post_app_[a-z_]+"
              + "|[a-z_]{3,60}_v2)\"\\s*:\\s*[\\[{]");

  /** Facebook's files until 2019 and albums: keys that no other platform writes together. */
  private static final Pattern EARLY =
      Pattern.compile(
          "\"(friends|status_updates|account_activity|received_requests|groups_joined)\"\\s*:\\s*\\[\\s*\\{"
              + ".{0,2000}?\"timestamp\"\\s*:\\s*1[0-9]{9}",
          Pattern.DOTALL);

  private static final Pattern INSTAGRAM =
      Pattern.compile("\"(relationships_|account_history_|profile_user|comments_media_comments)");

  /** A file that is one entry of labels and values, not an object of sections. */
  private static final Pattern LABELLED =
      Pattern.compile(
          "^\uFEFF?\\s*\\{\\s*\"(?:timestamp|media|fbid|ent_name|label_values)\"\\s*:.*\"label_values\"",
          Pattern.DOTALL);

  private static final int PARTS_SNIFFED = 500;

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "meta-download",
        4,
        "Instagram and Facebook, download your information (JSON and HTML)",
        List.of(
            "layouts of 2018 (flat files), 2022 (root folders, keys ending in _v2) and 2023 on;"
                + " messages, also of end-to-end encrypted threads, followers, followed, friends,"
                + " requests, blocked, address books, log-ins, sessions, devices, profile and its"
                + " changes, posts, stories, comments, likes and reactions, saved, searches, groups,"
                + " events, places, payments, programs, things seen, off-platform activity; pages by"
                + " their structure"),
        List.of(
            "messages and friends name people by shown name only",
            "pages do not name the zone of their times: declare it",
            "advertising interests are listed as unknown"),
        List.of("a thread of a public parser's tests (JSON)"));
  }

  @Override
  public int sniff(Source source) throws IOException {
    int best = 0;
    int looked = 0;
    for (Source.Part part : source.parts()) {
      if (candidate(part) && looked++ < PARTS_SNIFFED) {
        best = Math.max(best, sniff(part));
        if (best >= 90) {
          break;
        }
      }
    }
    return best;
  }

  private static boolean candidate(Source.Part part) {
    return part.path().isEmpty()
        || part.fileName().endsWith(".json")
        || part.fileName().endsWith(".html");
  }

  private static int sniff(Source.Part part) throws IOException {
    String head = head(part);
    String start = head.replace("\uFEFF", "").stripLeading();
    if (!start.startsWith("{") && !start.startsWith("[")) {
      return MetaPages.page(head) ? 88 : 0;
    }
    if (OldInstagram.known(head)) {
      return 86;
    }
    if (EARLY.matcher(head).find()) {
      return 75;
    }
    boolean known = KNOWN.matcher(head).find() || ThreadHead.thread(head);
    return known || ThreadHead.sealed(head) ? 90 : 0;
  }

  private static String head(Source.Part part) throws IOException {
    return new String(part.head(), StandardCharsets.UTF_8);
  }

  @Override
  public void read(Source source, Sink sink) throws IOException {
    new Download(source, sink).read();
  }

  /** The reading of one download. */
  private static final class Download {
    private final Source source;
    private final Sink sink;
    private final Shelf shelf;

    Download(Source source, Sink sink) {
      this.source = source;
      this.sink = sink;
      this.shelf = new Shelf(source);
    }

    void read() throws IOException {
      List<Source.Part> files = new ArrayList<>();
      List<Source.Part> pages = new ArrayList<>();
      for (Source.Part part : source.parts()) {
        if (candidate(part) && document(part)) {
          files.add(part);
        } else if (candidate(part) && MetaPages.page(head(part))) {
          pages.add(part);
        }
      }
      Whose whose = whose(files, pages);
      AccountRef mine = whose.owner();
      sink.note(
          mine == null || mine.key().equals(nameless(whose.scope()))
              ? new ReadNote("SX-NOTE-OWNER", "no part says whose download this is")
              : new ReadNote(
                  "SX-NOTE-OWNER",
                  "who bears the owner's shown name in a thread is taken for the owner"));
      for (Source.Part part : files) {
        shelf.use(part);
        file(part, whose);
      }
      for (Source.Part part : pages) {
        new MetaPages(source, sink, shelf, whose).read(part, root(part));
      }
      shelf.announceRest(sink);
    }

    private static boolean document(Source.Part part) throws IOException {
      String start = head(part).replace("\uFEFF", "").stripLeading();
      return start.startsWith("{") || start.startsWith("[");
    }

    private Whose whose(List<Source.Part> files, List<Source.Part> pages) throws IOException {
      String scope = source.digest().hex().substring(0, 16);
      int instagram = 0;
      int facebook = 0;
      AccountRef owner = null;
      for (Source.Part part : files) {
        String path = part.path();
        String head = head(part);
        instagram +=
            path.contains("instagram") || INSTAGRAM.matcher(head).find() || OldInstagram.known(head)
                ? 1
                : 0;
        facebook +=
            path.contains("facebook") || head.contains("_v2\"") || ThreadHead.sealed(head) ? 1 : 0;
        if (owner == null
            && (head.contains("\"profile_user\"")
                || head.contains("\"profile_v2\"")
                || head.contains("\"profile\"")
                || OldInstagram.profile(head))) {
          owner = owner(part, scope);
        }
      }
      for (Source.Part part : pages) {
        String head = head(part);
        boolean inName = part.path().contains("instagram");
        instagram += inName || head.contains("instagram.com") || head.contains("Instagram") ? 1 : 0;
        facebook += part.path().contains("facebook") || head.contains("Facebook") ? 1 : 0;
        owner = owner == null ? fromPage(part, facebook > instagram, scope) : owner;
      }
      if (instagram == 0 && facebook == 0) {
        sink.note(
            new ReadNote(
                "SX-NOTE-PLATFORM",
                "nothing tells Instagram from Facebook here; taken for Instagram"));
      }
      Platform platform = facebook > instagram ? Platform.FACEBOOK : Platform.INSTAGRAM;
      if (owner == null && source.parts().size() > 1) {
        // Somebody's all the same: known by this download only.
        owner =
            new AccountRef(
                platform,
                AccountRef.KeyBasis.DISPLAY_NAME,
                nameless(scope),
                null,
                "owner of this download");
      }
      return new Whose(owner == null ? platform : owner.platform(), scope, owner);
    }

    private static String nameless(String scope) {
      return scope + "/owner";
    }

    private @Nullable AccountRef fromPage(Source.Part part, boolean facebook, String scope)
        throws IOException {
      Map<String, String> said = MetaPages.profile(source, part);
      return said == null
          ? null
          : ProfileForms.pageOwner(said, facebook ? Platform.FACEBOOK : Platform.INSTAGRAM, scope);
    }

    private @Nullable AccountRef owner(Source.Part part, String scope) throws IOException {
      AccountRef[] found = {null};
      try (JsonStream in = JsonStream.of(part, source.limits())) {
        if (in.kind() != JsonStream.Kind.OBJECT) {
          return null;
        }
        if (OldInstagram.profile(head(part))) {
          return OldInstagram.ownerOf(in.tree());
        }
        in.object(key -> {
          if (key.equals("profile_user") && in.kind() == JsonStream.Kind.ARRAY) {
            if (in.tree() instanceof Json.Arr list && !list.items().isEmpty()) {
              found[0] = ProfileForms.instagramOwner(list.items().getFirst());
            }
          } else if (key.equals("profile_v2") || key.equals("profile")) {
            found[0] = ProfileForms.facebookOwner(in.tree(), scope);
          } else {
            in.skip();
          }
        });
      } catch (JsonBroken e) {
        return found[0]; // The reading proper meets and reports it.
      }
      return found[0];
    }

    /* Addresses of media start at the top of the download, which may lie in a wrapping folder. */
    private static String root(Source.Part part) {
      for (String top :
          new String[] {
            "your_instagram_activity/", "your_facebook_activity/", "messages/", "content/"
          }) {
        int at = ("/" + part.path()).indexOf("/" + top);
        if (at >= 0) {
          return part.path().substring(0, at);
        }
      }
      return "";
    }

    private void file(Source.Part part, Whose whose) throws IOException {
      JsonItems items = new JsonItems(source, part, sink);
      DyiForms forms = new DyiForms(whose, shelf, root(part));
      TalkForms talk = new TalkForms(whose, shelf, root(part));
      String start = head(part);
      boolean sealed = ThreadHead.sealed(start);
      boolean thread = sealed || ThreadHead.thread(start);
      ThreadHead head = thread ? ThreadHead.of(source, part, whose) : null;
      OldInstagram old = new OldInstagram(whose, shelf, root(part));
      OtherSections others =
          new OtherSections(new SectionForms(whose, shelf, root(part)), old, items);
      items.run(in -> {
        if (head == null && OldInstagram.threads(start) && in.kind() == JsonStream.Kind.ARRAY) {
          old.threads(in, items, OldInstagram.people(source, part));
        } else if (in.kind() == JsonStream.Kind.OBJECT && OldInstagram.connections(start)) {
          old.connections(in, items);
        } else if (in.kind() == JsonStream.Kind.OBJECT && OldInstagram.profile(start)) {
          items.item(in, old::profile);
        } else if (in.kind() == JsonStream.Kind.ARRAY) {
          array(in, items, forms, others, part);
        } else if (LABELLED.matcher(start).find()) {
          others.one(in, stem(part));
        } else if (in.kind() == JsonStream.Kind.OBJECT) {
          if (head != null) {
            if (sealed) {
              in.object(key -> endToEnd(in, items, talk, key, head));
            } else {
              in.object(key -> thread(in, items, talk, key, head));
            }
          } else {
            in.object(key -> section(in, items, forms, others, key, whose, stem(part)));
          }
        } else {
          items.unknown(in, part.path());
        }
      });
    }

    private static void thread(
        JsonStream in, JsonItems items, TalkForms forms, String key, ThreadHead head)
        throws IOException {
      switch (key) {
        case "messages" ->
            items.each(in, (value, at) -> forms.message(value, at, head), "messages");
        case "participants" ->
            items.each(in, (value, at) -> forms.participant(value, at, head), "participants");
        case "title", "thread_path", "is_still_participant", "thread_type" ->
            in.skip(); // Said of the thread as a whole; the records carry its key and title.
        default -> items.unknownEach(in, "thread field " + key);
      }
    }

    private static void endToEnd(
        JsonStream in, JsonItems items, TalkForms forms, String key, ThreadHead head)
        throws IOException {
      switch (key) {
        case "messages" ->
            items.each(in, (value, at) -> forms.endToEnd(value, at, head), "messages");
        case "participants" ->
            items.each(in, (value, at) -> forms.participant(value, at, head), "participants");
        case "threadName" -> in.skip(); // The conversation's title.
        default -> items.unknown(in, "thread field " + key);
      }
    }

    private static String stem(Source.Part part) {
      return part.fileName().replaceFirst("\\.json$", "").replaceFirst("_[0-9]{1,4}$", "");
    }

    private static void section(
        JsonStream in,
        JsonItems items,
        DyiForms forms,
        OtherSections others,
        String key,
        Whose whose,
        String file)
        throws IOException {
      switch (key) {
        case "relationships_followers" -> listed(in, items, forms, DyiForms.Listed.FOLLOWER, key);
        case "relationships_following" -> listed(in, items, forms, DyiForms.Listed.FOLLOWING, key);
        case "relationships_blocked_users" ->
            listed(in, items, forms, DyiForms.Listed.BLOCKED, key);
        case "account_history_login_history" ->
            items.each(in, (v, at) -> ProfileForms.instagramLogin(v, at, whose, "login"), key);
        case "account_history_logout_history" ->
            items.each(in, (v, at) -> ProfileForms.instagramLogin(v, at, whose, "logout"), key);
        case "profile_user" -> items.each(in, (v, at) -> ProfileForms.instagram(v, at, whose), key);
        case "profile_v2", "profile" -> profile(in, items, key, whose);
        case "account_activity_v2" ->
            items.each(in, (v, at) -> ProfileForms.facebookActivity(v, at, whose), key);
        case "friends_v2", "friends" -> items.each(in, forms::friend, key);
        case "status_updates" -> items.each(in, forms::facebookPost, key);
        case "comments_v2", "comments_media_comments" -> items.each(in, forms::comment, key);
        default -> others.take(in, key, file);
      }
    }

    private static void profile(JsonStream in, JsonItems items, String key, Whose whose)
        throws IOException {
      if (in.kind() == JsonStream.Kind.OBJECT) {
        items.item(in, (v, at) -> ProfileForms.facebook(v, at, whose));
      } else {
        items.unknownEach(in, key);
      }
    }

    private static void listed(
        JsonStream in, JsonItems items, DyiForms forms, DyiForms.Listed list, String section)
        throws IOException {
      items.each(in, (value, at) -> forms.listed(value, at, list), section);
    }

    /* Newer files are bare arrays; what they hold shows in their elements and their names. */
    private static void array(
        JsonStream in, JsonItems items, DyiForms forms, OtherSections others, Source.Part part)
        throws IOException {
      String name = part.fileName();
      String head = head(part);
      if (head.contains("\"string_list_data\"") && name.startsWith("follow")) {
        DyiForms.Listed list =
            name.startsWith("following") ? DyiForms.Listed.FOLLOWING : DyiForms.Listed.FOLLOWER;
        listed(in, items, forms, list, name);
      } else if (name.startsWith("post_comments")) {
        items.each(in, forms::comment, name);
      } else if (head.contains("\"media\"")
          && !head.contains("\"label_values\"")
          && name.startsWith("posts")) {
        items.each(in, forms::instagramPost, name);
      } else if (head.contains("\"timestamp\"")
          && !head.contains("\"label_values\"")
          && ((name.contains("post") && !name.contains("like")) || head.contains("\"post\""))) {
        items.each(in, forms::facebookPost, name);
      } else {
        others.take(in, stem(part), stem(part));
      }
    }
  }
}
