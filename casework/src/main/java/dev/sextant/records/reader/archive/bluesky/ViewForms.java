package dev.sextant.records.reader.archive.bluesky;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.reader.archive.Stating;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the programming interface answers: records dressed with who wrote them and what became. */
final class ViewForms {
  /** Replies within replies that are followed; the interface gives at most 1,000. */
  private static final int DEEPEST = 150;

  private final RecordForms forms;

  ViewForms(RecordForms forms) {
    this.forms = forms;
  }

  /** What an answer says besides its list: whose followers, which post's likes. */
  record Subject(@Nullable AccountRef account, @Nullable String uri, @Nullable String name) {}

  /** An entry of a feed: a post, those it answers, and who repeated it. */
  List<Record> feedEntry(Json value, Locator at) {
    Fields f = Fields.of(value);
    Names.type(f);
    Json post = f.take("post");
    List<Record> records = new ArrayList<>();
    if (post == null) {
      return records;
    }
    records.addAll(postView(post, Names.within(at, post, "/post"), f.rest()));
    String uri = Fields.of(post).text("uri");
    if (f.object().get("reason") instanceof Json.Obj reason && !records.isEmpty()) {
      repeated(reason, uri, Names.within(at, reason, "/reason"), records);
    }
    Fields reply = f.object("reply");
    for (String which : List.of("parent", "root")) {
      Json other = reply.take(which);
      if (other instanceof Json.Obj o && o.get("record") != null && !same(reply, which)) {
        records.addAll(postView(o, Names.within(at, o, "/reply/" + which), Map.of()));
      }
    }
    return records;
  }

  private static boolean same(Fields reply, String which) {
    return which.equals("root")
        && reply.object().get("parent") instanceof Json.Obj parent
        && reply.object().get("root") instanceof Json.Obj root
        && parent.raw().equals(root.raw());
  }

  private void repeated(Json.Obj reason, @Nullable String uri, Locator at, List<Record> records) {
    Fields r = new Fields(reason);
    String type = Names.type(r);
    AccountRef by = Names.actor(r.object("by"));
    if (by != null) {
      Header header =
          new Header(Names.BLUESKY, at, forms.time(Names.text(r, "indexedAt")), r.rest());
      String word = type.endsWith("reasonPin") ? "pin" : "repost";
      records.add(new Record.Activity(header, by, What.REACTED, word, uri, Names.ownerOf(uri)));
    }
  }

  /** A post as the interface shows it. */
  List<Record> postView(Json value, Locator at, Map<String, String> more) {
    Fields f = Fields.of(value);
    Names.type(f);
    String uri = f.text("uri");
    Fields actor = f.object("author");
    AccountRef author = Names.actor(actor);
    author = author == null ? Names.ownerOf(uri) : author;
    Json inner = f.object().get("record") != null ? f.take("record") : f.take("value");
    if (inner == null) {
      return List.of();
    }
    Map<String, String> extra = new TreeMap<>(more);
    List<Record> quoted = new ArrayList<>();
    if (f.object().get("embed") instanceof Json.Obj embed) {
      quoted(embed, at, "/embed", quoted, 0);
    }
    Fields record = Fields.of(inner).apart();
    f.rest().forEach(extra::put);
    actor.rest().forEach((name, said) -> extra.put("author." + name, said));
    Names.type(record);
    List<Record> records = new ArrayList<>(forms.post(record, at, author, uri, extra));
    if (!records.isEmpty()) {
      records.addAll(quoted);
    }
    return records;
  }

  /* embed.record, embed.record.record: a post shown within the post. */
  private void quoted(Json.Obj embed, Locator at, String below, List<Record> into, int depth) {
    if (embed.get("record") instanceof Json.Obj record && depth < 4) {
      boolean post = record.get("value") instanceof Json.Obj;
      if (post && Names.type(Fields.of(record.get("value"))).endsWith("feed.post")) {
        into.addAll(postView(record, Names.within(at, record, below + "/record"), Map.of()));
      } else {
        quoted(record, at, below + "/record", into, depth + 1);
      }
    }
  }

  /** A post with those it answers and those that answer it. */
  List<Record> thread(Json value, Locator at) {
    List<Record> records = new ArrayList<>();
    thread(value, at, records, 0);
    return records;
  }

  private void thread(@Nullable Json value, Locator at, List<Record> into, int depth) {
    if (!(value instanceof Json.Obj node) || depth > DEEPEST) {
      return;
    }
    Fields f = new Fields(node);
    Names.type(f);
    Json post = f.take("post");
    Json parent = posted(node.get("parent")) ? f.take("parent") : null;
    List<Json> replies = f.array("replies");
    Map<String, String> around = new TreeMap<>();
    for (int i = 0; i < replies.size(); i++) {
      if (!posted(replies.get(i))) {
        around.put("thread.replies." + i, replies.get(i).raw());
      }
    }
    f.rest().forEach((name, said) -> around.put("thread." + name, said));
    if (post != null) {
      into.addAll(postView(post, Names.within(at, post, "/post"), around));
    }
    if (parent != null) {
      thread(parent, Names.within(at, parent, "/parent"), into, depth + 1);
    }
    for (int i = 0; i < replies.size(); i++) {
      Json one = replies.get(i);
      thread(one, Names.within(at, one, "/replies/" + i), into, depth + 1);
    }
  }

  /* Posts that were deleted, or whose authors block, are named only: they stay beside their thread. */
  private static boolean posted(@Nullable Json node) {
    return node instanceof Json.Obj o && o.get("post") instanceof Json.Obj;
  }

  /** An account. */
  List<Record> profile(Json value, Locator at) {
    Fields f = Fields.of(value);
    Names.type(f);
    AccountRef account = Names.actor(f);
    if (account == null) {
      return List.of();
    }
    Stating said =
        new Stating()
            .handle(Names.BLUESKY, "handle", account.handle())
            .also("name", account.displayName())
            .also("bio", f.text("description"))
            .url("website", f.text("website"));
    if (account.key().startsWith("did:")) {
      said.id(Names.BLUESKY, "did", account.key());
    }
    ClaimedTime time = forms.time(Names.text(f, "createdAt"));
    return List.of(
        new Record.Profile(
            new Header(Names.BLUESKY, at, time, f.rest()),
            account,
            said.selectors(),
            said.attributes()));
  }

  /** An account of a list of followers or followed: who lists whom, and the account itself. */
  List<Record> listed(Json value, Locator at, @Nullable AccountRef whose, boolean follower) {
    List<Record> profile = profile(value, at);
    if (profile.isEmpty() || whose == null) {
      return profile;
    }
    AccountRef other = profile.getFirst().accounts().getFirst();
    Header header = new Header(Names.BLUESKY, at, ClaimedTime.none(), Map.of());
    Record follow =
        new Record.Follow(
            header, follower ? other : whose, follower ? whose : other, Record.Follow.How.FOLLOWS);
    return List.of(follow, profile.getFirst());
  }

  /** Who liked or repeated a post. */
  List<Record> reaction(Json value, Locator at, @Nullable String uri, String word) {
    Fields f = Fields.of(value);
    Names.type(f);
    boolean wrapped = f.object().get("actor") instanceof Json.Obj;
    Json actor = wrapped ? f.take("actor") : value;
    List<Record> profile =
        actor == null
            ? List.of()
            : profile(actor, wrapped ? Names.within(at, actor, "/actor") : at);
    if (profile.isEmpty()) {
      return List.of();
    }
    ClaimedTime time = wrapped ? forms.time(Names.text(f, "createdAt")) : ClaimedTime.none();
    Header header = new Header(Names.BLUESKY, at, time, wrapped ? f.rest() : Map.of());
    AccountRef who = profile.getFirst().accounts().getFirst();
    return List.of(
        new Record.Activity(header, who, What.REACTED, word, uri, Names.ownerOf(uri)),
        profile.getFirst());
  }

  /** Who stands on a list. */
  List<Record> listItem(Json value, Locator at, Subject list) {
    Fields f = Fields.of(value);
    Json subject = f.take("subject");
    List<Record> profile =
        subject == null ? List.of() : profile(subject, Names.within(at, subject, "/subject"));
    if (profile.isEmpty() || list.uri() == null) {
      return profile;
    }
    Header header = new Header(Names.BLUESKY, at, ClaimedTime.none(), f.rest());
    return List.of(
        new Record.Membership(
            header,
            profile.getFirst().accounts().getFirst(),
            RecordForms.list(list.uri(), list.name()),
            Record.Membership.Action.PRESENT,
            list.account()),
        profile.getFirst());
  }

  /** A list, feed or starter pack that somebody keeps. */
  List<Record> kept(Json value, Locator at) {
    Fields f = Fields.of(value);
    Names.type(f);
    String uri = f.text("uri");
    AccountRef by = Names.actor(f.object("creator"));
    by = by == null ? Names.ownerOf(uri) : by;
    if (by == null) {
      return List.of();
    }
    String name = f.text("name");
    name = name == null ? Names.text(f, "displayName") : name;
    Header header = new Header(Names.BLUESKY, at, forms.time(Names.text(f, "indexedAt")), f.rest());
    return List.of(
        new Record.Activity(header, by, What.OTHER, name == null ? "" : name, uri, null));
  }

  /** A notification: somebody answered, mentioned, liked, repeated or followed. */
  List<Record> notification(Json value, Locator at) {
    Fields f = Fields.of(value);
    Json inner = f.take("record");
    Fields who = f.object("author");
    AccountRef author = Names.actor(who);
    String uri = f.text("uri");
    String type = inner == null ? "" : Names.type(Fields.of(inner));
    if (inner == null || author == null || !RecordForms.knows(type)) {
      return List.of();
    }
    return forms.records(inner, Names.within(at, inner, "/record"), type, author, uri);
  }

  /** A record as {@code getRecord} and {@code listRecords} give it: address, digest, value. */
  List<Record> stored(Json value, Locator at) {
    Fields f = Fields.of(value);
    String uri = f.text("uri");
    Json inner = f.take("value");
    String type = inner == null ? "" : Names.type(Fields.of(inner));
    return inner == null || !RecordForms.knows(type)
        ? List.of()
        : forms.records(inner, Names.within(at, inner, "/value"), type, Names.ownerOf(uri), uri);
  }

  /** A repository described, or a DID document: the account's names and keys. */
  List<Record> described(Json value, Locator at) {
    Fields f = Fields.of(value);
    String did = f.text("did");
    did = did == null ? f.text("id") : did;
    if (did == null || !did.startsWith("did:")) {
      return List.of();
    }
    AccountRef account = AccountRef.ofId(Names.BLUESKY, did, f.text("handle"), null);
    Stating said =
        new Stating()
            .id(Names.BLUESKY, "did", did)
            .handle(Names.BLUESKY, "handle", account.handle());
    for (Json other : f.array("alsoKnownAs")) {
      String raw = other.raw();
      said.handle(Names.BLUESKY, "alsoKnownAs", raw.startsWith("at://") ? raw.substring(5) : raw);
    }
    return List.of(
        new Record.Profile(
            new Header(Names.BLUESKY, at, ClaimedTime.none(), f.rest()),
            account,
            said.selectors(),
            said.attributes()));
  }
}
