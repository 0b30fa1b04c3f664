package dev.sextant.records.reader.archive.bluesky;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.reader.FirstOfEach;
import dev.sextant.records.reader.archive.Accounts;
import dev.sextant.records.reader.archive.Stating;
import dev.sextant.records.reader.archive.Times;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Bluesky's own records, as its lexicons describe them ({@code app.bsky.feed.post} and so on). They
 * stand in repositories and inside the answers of the programming interface.
 */
final class RecordForms {
  private final Optional<ZoneId> zone;
  private final String scope;

  /**
   * @param zone declared for times without one
   * @param scope what keeps shown names of one exhibit from meeting another's
   */
  RecordForms(Optional<ZoneId> zone, String scope) {
    this.zone = zone;
    this.scope = scope;
  }

  /** True if records of that collection are understood. */
  static boolean knows(String type) {
    return switch (type) {
      case "app.bsky.feed.post",
          "app.bsky.feed.like",
          "app.bsky.feed.repost",
          "app.bsky.graph.follow",
          "app.bsky.graph.block",
          "app.bsky.graph.list",
          "app.bsky.graph.listblock",
          "app.bsky.graph.listitem",
          "app.bsky.graph.starterpack",
          "app.bsky.feed.generator",
          "app.bsky.actor.profile" ->
          true;
      default -> false;
    };
  }

  /** When something happened. */
  ClaimedTime time(@Nullable String text) {
    return Times.local(text, zone);
  }

  /**
   * One record.
   *
   * @param type its collection
   * @param owner whose repository it is in, or null
   * @param uri its address, or null
   */
  List<Record> records(
      Json value, Locator at, String type, @Nullable AccountRef owner, @Nullable String uri) {
    Fields f = Fields.of(value);
    Names.type(f);
    return switch (type) {
      case "app.bsky.feed.post" -> post(f, at, owner, uri, Map.of());
      case "app.bsky.feed.like" -> reaction(f, at, owner, uri, "like");
      case "app.bsky.feed.repost" -> reaction(f, at, owner, uri, "repost");
      case "app.bsky.graph.follow" -> follow(f, at, owner, uri, Record.Follow.How.FOLLOWS);
      case "app.bsky.graph.block" -> follow(f, at, owner, uri, Record.Follow.How.BLOCKS);
      case "app.bsky.graph.listitem" -> listItem(f, at, owner, uri);
      case "app.bsky.actor.profile" -> profile(f, at, owner);
      case "app.bsky.graph.listblock" -> {
        String list = f.text("subject");
        yield act(f, at, owner, uri, new Doing(What.OTHER, "blocks list", list));
      }
      case "app.bsky.graph.list", "app.bsky.graph.starterpack" -> named(f, at, owner, uri, "name");
      case "app.bsky.feed.generator" -> named(f, at, owner, uri, "displayName");
      default -> List.of();
    };
  }

  private Header header(
      Fields f, Locator at, ClaimedTime time, @Nullable String uri, Map<String, String> more) {
    Map<String, String> extra = new TreeMap<>(more);
    f.rest()
        .forEach((name, said) -> {
          // The interface shows some fields again in its own way, such as what is embedded.
          boolean shown = more.containsKey(name) && !said.equals(more.get(name));
          extra.put(shown ? "record." + name : name, said);
        });
    if (uri != null && !uri.isEmpty()) {
      extra.put("uri", uri);
    }
    return new Header(Names.BLUESKY, at, time, extra);
  }

  /** A post. */
  List<Record> post(
      Fields f,
      Locator at,
      @Nullable AccountRef author,
      @Nullable String uri,
      Map<String, String> more) {
    String text = f.text("text");
    if (text == null && !f.has("createdAt") && !f.has("created_at")) {
      return List.of();
    }
    ClaimedTime time = time(Names.text(f, "createdAt"));
    Fields reply =
        Fields.of(f.object().get("reply")); // Stays in the extra fields, digests and all.
    String parent = Fields.of(reply.take("parent")).text("uri");
    Map<String, String> extra = new TreeMap<>(more);
    String root = Fields.of(reply.take("root")).text("uri");
    if (root != null && !root.equals(parent)) {
      extra.put("root", root);
    }
    List<AccountRef> mentions = mentions(f);
    List<Media> media = new ArrayList<>();
    if (f.object().get("embed") instanceof Json.Obj embed) {
      embedded(embed, media, extra);
    }
    Header header = header(f, at, time, null, extra);
    return List.of(
        new Record.Post(
            header,
            author,
            uri == null || uri.isEmpty() ? null : uri,
            text == null ? "" : text,
            parent,
            Names.ownerOf(parent),
            mentions,
            null,
            media));
  }

  /* The facets themselves, with their byte offsets, stay in the extra fields. */
  private static List<AccountRef> mentions(Fields f) {
    FirstOfEach<AccountRef> mentions = FirstOfEach.equal();
    if (f.object().get("facets") instanceof Json.Arr facets) {
      for (Json facet : facets.items()) {
        for (Json feature : Fields.of(facet).array("features")) {
          mentions.add(Names.account(Fields.of(feature).text("did")));
        }
      }
    }
    return mentions.list();
  }

  private static void embedded(Json.Obj embed, List<Media> media, Map<String, String> extra) {
    Fields e = new Fields(embed);
    for (Json image : e.array("images")) {
      Fields i = Fields.of(image);
      blob(i.take("image"), i.text("alt"), media);
    }
    if (embed.get("video") instanceof Json.Obj video) {
      blob(video, null, media);
    }
    String external = e.object("external").text("uri");
    if (external != null) {
      extra.put("link", external);
    }
    Fields quoted = e.object("record");
    String uri = quoted.text("uri");
    if (uri == null) {
      uri = quoted.object("record").text("uri");
    }
    if (uri != null) {
      extra.put("quoted", uri);
    }
    if (embed.get("media") instanceof Json.Obj inner) {
      embedded(inner, media, extra);
    }
  }

  private static void blob(@Nullable Json blob, @Nullable String alt, List<Media> media) {
    Fields b = Fields.of(blob);
    String link = Fields.of(b.take("ref")).text("$link");
    link = link == null ? b.text("cid") : link;
    String type = b.text("mimeType");
    if (link != null) {
      media.add(new Media(link, type == null ? b.text("mime_type") : type, null, null));
    } else if (blob != null) {
      media.add(new Media(alt == null || alt.isBlank() ? "picture" : alt, type, null, null));
    }
  }

  /** What was done to what. */
  private record Doing(What what, String text, @Nullable String object) {}

  private List<Record> act(
      Fields f, Locator at, @Nullable AccountRef who, @Nullable String uri, Doing doing) {
    ClaimedTime time = time(Names.text(f, "createdAt"));
    AccountRef towards = Names.ownerOf(doing.object());
    return List.of(
        new Record.Activity(
            header(f, at, time, uri, Map.of()),
            who,
            doing.what(),
            doing.text(),
            doing.object(),
            towards));
  }

  private List<Record> reaction(
      Fields f, Locator at, @Nullable AccountRef who, @Nullable String uri, String word) {
    String object = f.object("subject").text("uri");
    return object == null ? List.of() : act(f, at, who, uri, new Doing(What.REACTED, word, object));
  }

  private List<Record> named(
      Fields f, Locator at, @Nullable AccountRef who, @Nullable String uri, String field) {
    String name = Names.text(f, field);
    return act(f, at, who, uri, new Doing(What.OTHER, name == null ? "" : name, uri));
  }

  private List<Record> follow(
      Fields f,
      Locator at,
      @Nullable AccountRef from,
      @Nullable String uri,
      Record.Follow.How how) {
    AccountRef to = Names.account(f.text("subject"));
    if (to == null) {
      return List.of();
    }
    Map<String, String> more =
        from == null ? Map.of("type", how.name().toLowerCase(Locale.ROOT)) : Map.of();
    Header header = header(f, at, time(Names.text(f, "createdAt")), uri, more);
    return List.of(
        from == null
            ? new Record.Profile(header, to, List.of(), Map.of()) // Nobody knows who lists it.
            : new Record.Follow(header, from, to, how));
  }

  private List<Record> listItem(
      Fields f, Locator at, @Nullable AccountRef by, @Nullable String uri) {
    AccountRef who = Names.account(f.text("subject"));
    String list = f.text("list");
    if (who == null || list == null) {
      return List.of();
    }
    Header header = header(f, at, time(Names.text(f, "createdAt")), uri, Map.of());
    return List.of(
        new Record.Membership(header, who, list(list, null), Record.Membership.Action.ADDED, by));
  }

  /** A list of accounts that somebody keeps. */
  static ConversationRef list(String uri, @Nullable String name) {
    return new ConversationRef(Names.BLUESKY, ConversationRef.Kind.UNKNOWN, uri, name);
  }

  private List<Record> profile(Fields f, Locator at, @Nullable AccountRef owner) {
    String name = Names.text(f, "displayName");
    AccountRef who = owner;
    if (who == null) {
      if (name == null || name.isBlank()) {
        return List.of();
      }
      who = Accounts.shown(Names.BLUESKY, scope, name);
    }
    Stating said =
        new Stating()
            .also("name", name)
            .also("bio", f.text("description"))
            .also("pronouns", f.text("pronouns"))
            .url("website", f.text("website"));
    if (owner != null) {
      said.id(Names.BLUESKY, "did", owner.key());
    }
    ClaimedTime time = time(Names.text(f, "createdAt"));
    return List.of(
        new Record.Profile(
            header(f, at, time, null, Map.of()), who, said.selectors(), said.attributes()));
  }
}
