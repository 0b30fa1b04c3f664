package dev.sextant.records.reader.archive.snapchat;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.archive.ArchiveReader;
import dev.sextant.records.reader.archive.Opened;
import dev.sextant.records.reader.archive.Tour;
import dev.sextant.records.reader.archive.Tour.Step;
import dev.sextant.records.reader.json.JsonBroken;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.records.reader.json.JsonStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Snapchat's "My Data": JSON files at the root or in {@code json/}, with pages beside them. */
public final class SnapchatData extends ArchiveReader {
  private static final Pattern KNOWN =
      Pattern.compile(
          "\"(Basic Information|Received Saved Chat History|Sent Saved Chat History"
              + "|Received Snap History|Sent Snap History|Friend Requests Sent|Deleted Friends"
              + "|Hidden Friend Suggestions|Ignored Snapchatters|Display Name Change|Email Change"
              + "|Mobile Number Change|Saved Media|Businesses and public places you may have visited"
              + "|Areas you may have visited in the last two years|Snapchat Linked to Bitmoji"
              + "|App Profile|Created\\(microseconds\\)|Outgoing Calls|Two-Factor Authentication)\""
              + "\\s*:");

  private static final Pattern ENTRY =
      Pattern.compile("\"Media Type\"\\s*:\\s*\"[A-Z_]+\"[^}]{0,400}\"Created\"\\s*:");

  private static final Set<String> FILES =
      Set.of(
          "account.json",
          "account_history.json",
          "friends.json",
          "chat_history.json",
          "snap_history.json",
          "memories_history.json",
          "location_history.json",
          "search_history.json",
          "user_profile.json",
          "talk_history.json",
          "purchase_history.json",
          "shop_history.json",
          "story_history.json",
          "snap_map_places_history.json",
          "connected_apps.json",
          "subscriptions.json",
          "bitmoji.json",
          "ranking.json",
          "terms_history.json",
          "my_ai.json",
          "snapchat_ai.json",
          "shared_story.json",
          "in_app_surveys.json",
          "support_note.json",
          "spotlight_comments.json",
          "snap_games_and_minis.json",
          "email_campaign_history.json",
          "payments.json",
          "scans.json",
          "cameos_metadata.json",
          "community_lenses.json",
          "feature_emails.json");

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "snapchat-data",
        2,
        "Snapchat, My Data (JSON)",
        List.of(
            "both layouts (root and json/), both shapes of chats and snaps, account, devices,"
                + " log-ins, changes of name, address and number, friends, requests, blocked and"
                + " deleted ones, calls, memories with places, visited places, searches, purchases,"
                + " stories seen, connected programs; chat media by their numbers"),
        List.of(
            "HTML pages are ignored where JSON is beside them",
            "links to memories are named, never fetched",
            "advertising interests, surveys and scores are listed as unknown"));
  }

  @Override
  protected boolean candidate(String path) {
    return FILES.contains(path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
  }

  @Override
  protected int sniff(Source.Part part, String head) {
    if (!head.stripLeading().startsWith("{")) {
      return 0;
    }
    boolean known = KNOWN.matcher(head).find();
    boolean chat = ENTRY.matcher(head).find() && head.contains(" UTC\"");
    return known ? 92 : chat ? 88 : 0;
  }

  @Override
  protected void read(Opened archive) throws IOException {
    AccountRef owner = owner(archive);
    if (owner == null) {
      archive.note("SX-NOTE-OWNER", "no part says whose data this is: its doings have no account");
    }
    SnapForms forms = new SnapForms(owner, archive.scope(), new ChatMedia(archive));
    SnapPlaces places = new SnapPlaces(owner);
    for (Source.Part part : archive.parts()) {
      String lower = Opened.lower(part);
      boolean alone = part.path().isEmpty();
      String start = head(part).stripLeading();
      boolean json = start.startsWith("{") || start.startsWith("[");
      if (alone || (candidate(part.path()) && json)) {
        String file = (alone ? part.fileName() : lower).toLowerCase(Locale.ROOT);
        String name = file.substring(file.lastIndexOf('/') + 1);
        boolean chat = !FILES.contains(name) && ENTRY.matcher(head(part)).find();
        Sections sections = new Sections(forms, places, chat ? "chat_history.json" : name);
        Tour.run(archive.json(part), sections::step);
      } else if (lower.endsWith(".html") || lower.endsWith(".css") || lower.contains("/html/")) {
        archive.ignore(part, "page of what the JSON says");
      }
    }
  }

  private static @Nullable AccountRef owner(Opened archive) throws IOException {
    AccountRef[] found = {null};
    for (Source.Part part : archive.parts()) {
      String head = head(part);
      boolean says = head.contains("\"Basic Information\"") || head.contains("\"App Profile\"");
      if (says && found[0] == null) {
        try (JsonStream in = JsonStream.of(part, archive.source().limits())) {
          in.object(key -> {
            if (key.equals("Basic Information") || key.equals("App Profile")) {
              AccountRef said = SnapForms.ownerOf(in.tree());
              found[0] = found[0] == null ? said : found[0];
            } else {
              in.skip();
            }
          });
        } catch (JsonBroken e) {
          continue; // The reading proper meets and reports it.
        }
      }
    }
    return found[0];
  }

  /** What the sections of one file are. */
  private record Sections(SnapForms forms, SnapPlaces places, String file) {

    @Nullable Step step(List<String> path, JsonStream.Kind kind) {
      if (path.isEmpty() && kind != JsonStream.Kind.ARRAY) {
        return null;
      }
      // A bare list is what its file is called.
      boolean bare = path.isEmpty();
      String key = bare ? file.replaceFirst("\\.json$", "").replace('_', ' ') : path.getLast();
      return switch (key.toLowerCase(Locale.ROOT)) {
        case "basic information", "app profile", "demographics" ->
            new Step.One((v, at) -> forms.profile(v, at, key));
        case "login history", "log in history" -> new Step.Each(forms::login);
        case "device information" -> new Step.One(act(What.INSTALLED, key));
        case "device history", "apps", "connected apps", "authorized apps" ->
            new Step.Each(act(What.INSTALLED, key));
        case "display name change",
            "email change",
            "mobile number change",
            "password change",
            "username change",
            "birthday change",
            "snapchat linked to bitmoji",
            "spectacles",
            "two-factor authentication",
            "account deactivated / reactivated",
            "download my data reports",
            "privacy policy and terms of service acceptance history",
            "custom creative tools terms" ->
            new Step.Each((v, at) -> forms.changed(v, at, key));
        default -> people(path, key, kind);
      };
    }

    private @Nullable Step people(List<String> path, String key, JsonStream.Kind kind) {
      return switch (key.toLowerCase(Locale.ROOT)) {
        case "friends" -> friend(SnapForms.Listed.FRIEND, key);
        case "friend requests sent" -> friend(SnapForms.Listed.SENT, key);
        case "pending requests", "friend requests received" ->
            friend(SnapForms.Listed.RECEIVED, key);
        case "blocked users" -> friend(SnapForms.Listed.BLOCKED, key);
        case "deleted friends", "hidden friend suggestions", "ignored snapchatters" ->
            friend(SnapForms.Listed.DROPPED, key);
        case "received saved chat history",
            "sent saved chat history",
            "received snap history",
            "sent snap history",
            "received unsaved chat history",
            "sent unsaved chat history" ->
            new Step.Each((v, at) -> forms.message(v, at, null, key));
        case "outgoing calls",
            "incoming calls",
            "completed calls",
            "chat sessions",
            "game sessions" ->
            new Step.Each((v, at) -> forms.call(v, at, key));
        default -> doings(path, key, kind);
      };
    }

    private @Nullable Step doings(List<String> path, String key, JsonStream.Kind kind) {
      return switch (key.toLowerCase(Locale.ROOT)) {
        case "saved media" -> new Step.Each((v, at) -> places.memory(v, at, key));
        case "latest location",
            "home & work",
            "location history",
            "daily top locations",
            "top locations per six-day period",
            "businesses and public places you may have visited",
            "areas you may have visited in the last two years",
            "frequent locations" ->
            kind == JsonStream.Kind.SCALAR
                ? null
                : new Step.Each((v, at) -> places.visited(v, at, key));
        case "search history" -> new Step.Each(act(What.SEARCHED, key));
        case "in-app purchases",
            "on-demand geofilters",
            "purchases",
            "purchase history",
            "orders",
            "tokens",
            "gifts" ->
            kind == JsonStream.Kind.ARRAY ? new Step.Each(act(What.PAID, key)) : null;
        case "public users", "publishers", "stories", "subscriptions" ->
            kind == JsonStream.Kind.ARRAY ? new Step.Each(act(What.OTHER, key)) : null;
        case "your story views", "friend and public story views", "spotlight history" ->
            kind == JsonStream.Kind.ARRAY ? new Step.Each(act(What.VIEWED, key)) : null;
        default -> conversation(path, key, kind);
      };
    }

    /* The new shape: the file's own keys are the conversations. */
    private @Nullable Step conversation(List<String> path, String key, JsonStream.Kind kind) {
      boolean chats = file.startsWith("chat_history") || file.startsWith("snap_history");
      boolean assistant = file.startsWith("my_ai") || file.startsWith("snapchat_ai");
      if (kind == JsonStream.Kind.ARRAY && path.size() == 1 && (chats || assistant)) {
        return new Step.Each((v, at) -> forms.message(v, at, key, file));
      }
      return null;
    }

    private Step friend(SnapForms.Listed how, String section) {
      return new Step.Each((v, at) -> forms.friend(v, at, how, section));
    }

    private JsonItems.Form act(What what, String section) {
      return (v, at) -> forms.act(v, at, what, section);
    }
  }
}
