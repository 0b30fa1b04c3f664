package dev.sextant.records.reader.x;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonBroken;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.records.reader.json.JsonStream;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * X's archive: {@code data/*.js}, each assigning an array to {@code window.YTD.<section>.partN}, as
 * a zip, a folder or single files.
 */
public final class XArchive implements Reader {
  /* The manifest of real archives is assigned to __THAR_CONFIG; older ones had a YTD name for it. */
  private static final Pattern ASSIGNED =
      Pattern.compile("^\\s*window\\.(?:YTD\\.([A-Za-z0-9_]+)\\.part[0-9]+|__THAR_CONFIG)\\s*=");

  private static final Pattern BARE =
      Pattern.compile(
          "^\\s*\\[\\s*\\{\\s*\"(tweet|noteTweet|dmConversation|follower|following)\"\\s*:\\s*\\{");

  /** An element that is an object with one field naming what it is. */
  private static final Pattern WRAPPED =
      Pattern.compile(
          "^[^\\[]*\\[\\s*(\\]|\\{\\s*\"[A-Za-z]+\"\\s*:\\s*\\{)|\"tweet\"\\s*:\\s*\\{\\s*\"");

  private static final int PARTS_SNIFFED = 200;

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "x-archive",
        4,
        "X (Twitter) archive",
        List.of(
            "posts, deleted, community and long posts (joined with the posts they were cut in),"
                + " direct messages and groups with who came and went, followers, followed, blocked,"
                + " muted, likes, lists, account, profile, personalization, changes of name and"
                + " address, telephone, contacts, connected programs, saved searches, suspensions,"
                + " addresses, devices, manifest counts"),
        List.of(
            "advertising, Grok, Periscope and Spaces sections are listed as unknown",
            "headers of posts and messages are read only where the posts and messages are not"),
        List.of("posts, deleted and long posts of a public parser's test archive"));
  }

  @Override
  public int sniff(Source source) throws IOException {
    int looked = 0;
    for (Source.Part part : source.parts()) {
      if (candidate(part) && looked++ < PARTS_SNIFFED) {
        int score = sniff(part);
        if (score > 0) {
          return score;
        }
      }
    }
    return 0;
  }

  private static boolean candidate(Source.Part part) {
    return part.path().isEmpty()
        || part.fileName().endsWith(".js")
        || part.fileName().endsWith(".json");
  }

  private static int sniff(Source.Part part) throws IOException {
    String head = head(part);
    return ASSIGNED.matcher(head).find() ? 95 : BARE.matcher(head).find() ? 80 : 0;
  }

  private static String head(Source.Part part) throws IOException {
    return new String(part.head(), StandardCharsets.UTF_8).replace("\uFEFF", "");
  }

  @Override
  public void read(Source source, Sink sink) throws IOException {
    new Archive(source, sink).read();
  }

  /** The reading of one archive. */
  private static final class Archive {
    private final Source source;
    private final Sink sink;
    private final Shelf shelf;
    private final Map<String, Long> counts = new HashMap<>();
    private final Map<String, Long> promised = new HashMap<>();
    private final List<Source.Part> files = new ArrayList<>();
    private final LongPosts notes = new LongPosts();

    Archive(Source source, Sink sink) {
      this.source = source;
      this.sink = sink;
      this.shelf = new Shelf(source);
    }

    void read() throws IOException {
      for (Source.Part part : source.parts()) {
        if (candidate(part) && sniff(part) > 0) {
          shelf.use(part);
          files.add(part);
        }
      }
      String root = files.isEmpty() ? "" : Shelf.folderOf(files.getFirst());
      root = root.endsWith("data/") ? root.substring(0, root.length() - "data/".length()) : root;
      for (Source.Part part : source.parts()) {
        if (viewer(part, root)) {
          shelf.use(part);
          sink.ignored(part.at(0, part.size(), ""), "archive viewer");
        }
      }
      AccountRef owner = owner();
      if (owner == null) {
        sink.note(
            new ReadNote(
                "SX-NOTE-OWNER", "no part says whose archive this is: its posts have no author"));
      }
      for (Source.Part part : files) {
        if (section(part).startsWith("note_tweet")) {
          notes.gather(source, part);
        }
      }
      for (Source.Part part : files) {
        file(part, owner);
      }
      promised.forEach(this::compare);
      shelf.announceRest(sink);
    }

    /* The archive brings its own web page and scripts to be looked at with. */
    private static boolean viewer(Source.Part part, String root) {
      return part.path().startsWith(root + "assets/")
          || part.path().equals(root + "Your archive.html");
    }

    private void compare(String file, long count) {
      long read = counts.getOrDefault(file, -1L);
      if (read != count) {
        sink.note(
            new ReadNote(
                "SX-NOTE-COUNT",
                "the manifest promises "
                    + count
                    + " entries in "
                    + file
                    + (read < 0 ? ", which is not here" : ", of which " + read + " are there")));
      }
    }

    private @Nullable AccountRef owner() throws IOException {
      for (String section : List.of("account", "manifest")) {
        for (Source.Part part : files) {
          if (section(part).equals(section)) {
            AccountRef found = owner(part, section);
            if (found != null) {
              return found;
            }
          }
        }
      }
      return null;
    }

    private @Nullable AccountRef owner(Source.Part part, String section) throws IOException {
      try (JsonStream in = JsonStream.afterAssignment(part, source.limits())) {
        Json value = in.tree();
        if (section.equals("manifest")) {
          return fromManifest(Fields.of(value).object("userInfo"));
        }
        if (value instanceof Json.Arr list && !list.items().isEmpty()) {
          Fields f = Fields.of(list.items().getFirst()).object("account");
          return XForms.account(
              f.text("accountId"), f.text("username"), f.text("accountDisplayName"));
        }
        return null;
      } catch (JsonBroken e) {
        return null; // The reading proper meets and reports it.
      }
    }

    private static @Nullable AccountRef fromManifest(Fields user) {
      return XForms.account(
          user.text("accountId"), user.text("userName"), user.text("displayName"));
    }

    private static String section(Source.Part part) throws IOException {
      Matcher m = ASSIGNED.matcher(head(part));
      if (!m.find()) {
        return "";
      }
      String section = m.group(1);
      return section == null ? "manifest" : section; // Only the manifest has no section's name.
    }

    private void file(Source.Part part, @Nullable AccountRef owner) throws IOException {
      String section = section(part);
      JsonItems items = new JsonItems(source, part, sink);
      XForms forms = new XForms(owner, shelf, Shelf.folderOf(part), notes);
      MoreForms more = new MoreForms(owner);
      boolean again = again(section);
      long[] count = {0};
      // Until 2019 posts stood in the array without the wrapping object.
      boolean bare = section.startsWith("tweet") && !WRAPPED.matcher(head(part)).find();
      items.runAfterAssignment(in -> {
        if (section.equals("manifest")) {
          items.item(in, (value, at) -> manifest(value, at));
        } else if (in.kind() == JsonStream.Kind.ARRAY) {
          in.array(index -> {
            count[0]++;
            if (again) {
              items.unknown(in, section); // The same things are there with their words.
            } else if (bare) {
              items.item(in, (value, at) -> forms.tweet(value, at, section));
            } else {
              element(in, items, forms, more, section);
            }
          });
        } else {
          items.unknown(in, section);
        }
      });
      counts.put(part.fileName(), count[0]);
    }

    private List<Record> manifest(Json value, dev.sextant.terms.Locator at) {
      Fields f = Fields.of(value);
      Fields types = f.object("dataTypes");
      types
          .object()
          .fields()
          .keySet()
          .forEach(type -> {
            for (Json file : types.object(type).array("files")) {
              Fields one = Fields.of(file);
              one.known("globalName");
              String name = one.textOrEmpty("fileName");
              Long count = one.whole("count");
              if (count != null && !name.isEmpty()) {
                promised.put(name.substring(name.lastIndexOf('/') + 1), count);
              }
            }
          });
      AccountRef owner = fromManifest(f.object("userInfo"));
      if (owner == null) {
        return List.of();
      }
      Header header = new Header(Platform.X, at, ClaimedTime.none(), f.rest());
      return List.of(new Record.Profile(header, owner, List.of(), Map.of()));
    }

    /* An element is an object with one field that names what it is. */
    private static void element(
        JsonStream in, JsonItems items, XForms forms, MoreForms more, String section)
        throws IOException {
      if (in.kind() != JsonStream.Kind.OBJECT) {
        items.unknown(in, section);
        return;
      }
      boolean[] any = {false};
      in.object(name -> {
        any[0] = true;
        switch (name) {
          case "tweet" ->
              items.item(
                  in,
                  (value, at) -> forms.tweet(value, at, section.isEmpty() ? "tweets" : section));
          case "noteTweet" -> items.item(in, forms::note);
          case "dmConversation" -> conversation(in, items, forms);
          case "follower", "following", "blocking" ->
              items.item(in, (value, at) -> forms.listed(value, at, name));
          case "account" -> items.item(in, forms::accountFile);
          case "profile" -> items.item(in, forms::profile);
          case "ipAudit" -> items.item(in, (value, at) -> forms.login(value, at, "login"));
          case "accountCreationIp" ->
              items.item(in, (value, at) -> forms.login(value, at, "account creation"));
          case "deviceToken" ->
              items.item(in, (value, at) -> forms.login(value, at, "device token"));
          default -> {
            JsonItems.Form form = more.form(name, section);
            if (form == null) {
              items.unknown(in, section.isEmpty() ? name : section);
            } else {
              items.item(in, form);
            }
          }
        }
      });
    }

    /* Headers say when and between whom; where the posts or messages are there, so do these. */
    private boolean again(String section) throws IOException {
      if (!section.contains("headers")) {
        return false;
      }
      String whole =
          section.startsWith("direct_message")
              ? section.contains("group") ? "direct_messages_group" : "direct_messages"
              : section.startsWith("deleted") ? "deleted_tweets" : "tweets";
      for (Source.Part part : files) {
        String other = section(part);
        if (!other.contains("headers")
            && (other.equals(whole) || other.equals(whole.replaceFirst("s$", "")))) {
          return true;
        }
      }
      return false;
    }

    private static void messages(
        JsonStream in, JsonItems items, XForms forms, ConversationRef where) throws IOException {
      if (in.kind() == JsonStream.Kind.ARRAY) {
        in.array(index ->
            items.known(in, XForms::unknownDirect, (value, at) -> forms.direct(value, at, where)));
      } else {
        items.unknown(in, "messages");
      }
    }

    private static void conversation(JsonStream in, JsonItems items, XForms forms)
        throws IOException {
      if (in.kind() != JsonStream.Kind.OBJECT) {
        items.unknown(in, "dmConversation");
        return;
      }
      // The number stands before the messages in every archive seen; else its place names it.
      String[] id = {"at" + in.pointer()};
      in.object(name -> {
        switch (name) {
          case "conversationId" -> {
            if (in.kind() == JsonStream.Kind.SCALAR) {
              id[0] = in.tree().raw();
            } else {
              in.skip();
            }
          }
          case "messages" -> {
            ConversationRef where = XForms.conversation(id[0]);
            messages(in, items, forms, where);
          }
          default -> items.unknown(in, "dmConversation field " + name);
        }
      });
    }
  }
}
