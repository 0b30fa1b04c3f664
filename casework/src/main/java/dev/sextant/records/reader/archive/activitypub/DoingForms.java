package dev.sextant.records.reader.archive.activitypub;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.Record.Membership.Action;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Doings: creating, repeating, liking, following, taking back (ActivityStreams 2.0). */
final class DoingForms {
  private final ObjectForms objects;

  DoingForms(ObjectForms objects) {
    this.objects = objects;
  }

  /** The section that a value counts under if it is of no known type; else the empty text. */
  static String unfamiliar(Json value) {
    if (value instanceof Json.Text) {
      return "";
    }
    String type = Fields.of(value).textOrEmpty("type");
    return Fediverse.account(type) || Fediverse.publication(type) || Fediverse.doing(type)
        ? ""
        : type.isEmpty() ? "object without a type" : "object of type " + type;
  }

  /** Anything: an account, a publication, a doing. */
  List<Record> any(Json value, Locator at) throws IOException {
    String type = Fields.of(value).textOrEmpty("type");
    if (Fediverse.account(type)) {
      return objects.account(value, at);
    }
    return Fediverse.publication(type)
        ? objects.publication(value, at, null, ClaimedTime.none(), Map.of())
        : doing(value, at);
  }

  private List<Record> doing(Json value, Locator at) throws IOException {
    Fields f = Fields.of(value);
    String type = f.textOrEmpty("type");
    f.known("@context");
    AccountRef actor = Fediverse.account(f.object().get("actor"), objects.scope());
    if (f.object().get("actor") instanceof Json.Text) {
      f.known("actor");
    }
    ClaimedTime time = objects.time(f.text("published"));
    Json object = f.take("object");
    Fields inner = Fields.of(object);
    String innerType = inner.textOrEmpty("type");
    boolean makes = type.equals("Create") || type.equals("Update") || type.equals("Announce");
    if (makes && Fediverse.publication(innerType) && object != null) {
      inner.apart();
      return published(f, at, object, new Doer(type, actor, time));
    }
    if (makes && Fediverse.account(innerType) && object != null) {
      return objects.account(object, below(at, object));
    }
    return object instanceof Json.Arr several
        ? each(f, at, several, new Doer(type, actor, time))
        : one(f, at, object, new Doer(type, actor, time));
  }

  /** Who did what when. */
  private record Doer(String type, @Nullable AccountRef actor, ClaimedTime time) {}

  private static Locator below(Locator at, Json object) {
    return new Locator(
        at.exhibit(), at.part(), object.from(), object.to(), at.pointer() + "/object");
  }

  private List<Record> published(Fields f, Locator at, Json object, Doer doer) throws IOException {
    Map<String, String> more = new TreeMap<>();
    String visibility = Fediverse.visibility(f);
    if (!visibility.isEmpty()) {
      more.put("visibility", visibility);
    }
    f.rest().forEach((name, said) -> more.put("activity." + name, said));
    boolean repeats = doer.type().equals("Announce");
    List<Record> records = new ArrayList<>();
    if (repeats) {
      records.addAll(one(f, at, object, doer));
    }
    Locator where = repeats ? below(at, object) : at;
    records.addAll(
        objects.publication(
            object,
            where,
            repeats ? null : doer.actor(),
            repeats ? ClaimedTime.none() : doer.time(),
            repeats ? Map.of() : more));
    return records;
  }

  private List<Record> each(Fields f, Locator at, Json.Arr several, Doer doer) {
    List<Record> records = new ArrayList<>();
    several.items().forEach(object -> records.addAll(one(f, at, object, doer)));
    return records.isEmpty() ? one(f, at, null, doer) : records;
  }

  private List<Record> one(Fields f, Locator at, @Nullable Json object, Doer doer) {
    Map<String, String> extra = new TreeMap<>(f.rest());
    extra.put("type", doer.type());
    String visibility = Fediverse.visibility(f);
    if (!visibility.isEmpty()) {
      extra.put("visibility", visibility);
    }
    Header header = new Header(Fediverse.MASTODON, at, doer.time(), extra);
    Fields inner = Fields.of(object);
    String innerType = inner.textOrEmpty("type");
    String address = Fediverse.address(object);
    Record special =
        switch (doer.type()) {
          case "Follow" -> listed(header, doer.actor(), object, Record.Follow.How.FOLLOWS);
          case "Block" -> listed(header, doer.actor(), object, Record.Follow.How.BLOCKS);
          case "Accept", "Reject" ->
              innerType.equals("Follow") && doer.type().equals("Accept")
                  ? accepted(header, inner)
                  : attends(header, doer, object, innerType);
          case "Join", "Leave", "TentativeAccept", "TentativeReject" ->
              attends(header, doer, object, innerType);
          default -> null;
        };
    return List.of(special != null ? special : act(header, doer, inner, innerType, address));
  }

  private Record act(
      Header header, Doer doer, Fields inner, String innerType, @Nullable String address) {
    AccountRef towards =
        Fediverse.account(innerType)
            ? Fediverse.account(inner.object(), objects.scope())
            : Fediverse.account(inner.object().get("attributedTo"), objects.scope());
    String object = address;
    String word = doer.type().toLowerCase(Locale.ROOT);
    if (doer.type().equals("Undo") && !innerType.isEmpty()) {
      word = "undo " + innerType.toLowerCase(Locale.ROOT);
      Json taken = inner.object().get("object");
      object = object == null ? Fediverse.address(taken) : object;
      if (innerType.equals("Follow") || innerType.equals("Block")) {
        towards = Fediverse.account(taken, objects.scope());
      }
    }
    What what =
        switch (doer.type()) {
          case "Like", "Dislike", "Announce", "EmojiReact" -> What.REACTED;
          case "View", "Listen", "Read" -> What.VIEWED;
          case "Move", "Update" -> What.CHANGED;
          case "Flag" -> What.FLAGGED;
          default -> What.OTHER;
        };
    return new Record.Activity(header, doer.actor(), what, word, object, towards);
  }

  private @Nullable Record listed(
      Header header, @Nullable AccountRef from, @Nullable Json object, Record.Follow.How how) {
    AccountRef to = Fediverse.account(object, objects.scope());
    return from == null || to == null ? null : new Record.Follow(header, from, to, how);
  }

  private @Nullable Record accepted(Header header, Fields follow) {
    AccountRef from = Fediverse.account(follow.object().get("actor"), objects.scope());
    AccountRef to = Fediverse.account(follow.object().get("object"), objects.scope());
    return from == null || to == null
        ? null
        : new Record.Follow(header, from, to, Record.Follow.How.FOLLOWS);
  }

  private static @Nullable Record attends(
      Header header, Doer doer, @Nullable Json object, String innerType) {
    String event = Fediverse.address(object);
    boolean gathering = innerType.equals("Event") || innerType.equals("Group");
    if (doer.actor() == null
        || event == null
        || !(gathering || doer.type().matches("Join|Leave"))) {
      return null;
    }
    ConversationRef.Kind kind =
        innerType.equals("Group") ? ConversationRef.Kind.GROUP : ConversationRef.Kind.EVENT;
    Action action =
        switch (doer.type()) {
          case "Leave" -> Action.LEFT;
          case "Join", "Accept" -> Action.JOINED;
          default -> null;
        };
    return action == null
        ? null
        : new Record.Membership(
            header,
            doer.actor(),
            new ConversationRef(Fediverse.MASTODON, kind, event, Fields.of(object).text("name")),
            action,
            null);
  }
}
