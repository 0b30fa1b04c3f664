package dev.sextant.records.reader.dyi;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns the messages and members of threads into records. */
final class TalkForms {
  /** In larger groups who is in it stands with the group, not with each message. */
  private static final int MOST_RECIPIENTS = 250;

  private final Whose whose;
  private final Shelf shelf;
  private final String root;

  /** The root is the folder that addresses of media are relative to. */
  TalkForms(Whose whose, Shelf shelf, String root) {
    this.whose = whose;
    this.shelf = shelf;
    this.root = root;
  }

  /** One message of a thread, with the call it tells of. */
  List<Record> message(Json value, Locator at, ThreadHead thread) throws IOException {
    Fields f = Fields.of(value);
    Map<String, String> more = new TreeMap<>();
    String sender = DyiForms.repaired(f, "sender_name", more);
    boolean says = f.has("content") || f.has("timestamp_ms") || !sender.isEmpty();
    if (!says) {
      return List.of();
    }
    String text = DyiForms.repaired(f, "content", more);
    Long millis = f.whole("timestamp_ms");
    ClaimedTime time =
        millis == null ? ClaimedTime.none() : ClaimedTimes.ofMillis(millis, millis.toString());
    ConversationRef in = thread.conversation();
    AccountRef author = sender.isEmpty() ? null : whose.named(in.key(), sender);
    List<AccountRef> recipients = recipients(thread, sender);
    List<Media> media = media(f);
    List<Record> reactions = reactions(f, at, in, author);
    Long call = f.whole("call_duration");
    String missed = f.object().get("missed") instanceof Json.Bool b && b.value() ? "missed" : null;
    Header header = DyiForms.header(whose, f, at, time, more);
    List<Record> records = new ArrayList<>();
    records.add(
        new Record.Message(
            header, in, author, recipients, null, text, null, null, null, List.of(), media));
    if (call != null) {
      Duration length = call < 0 ? null : Duration.ofSeconds(call);
      records.add(new Record.Call(header, in, author, recipients, length, missed));
    }
    records.addAll(reactions);
    return records;
  }

  /* Who reacted and with what; since 2023 when, in seconds. */
  private List<Record> reactions(
      Fields f, Locator at, ConversationRef in, @Nullable AccountRef author) {
    List<Record> records = new ArrayList<>();
    List<Json> given = f.array("reactions");
    for (int i = 0; i < given.size(); i++) {
      Fields one = Fields.of(given.get(i));
      Map<String, String> more = new TreeMap<>();
      String emoji = DyiForms.repaired(one, "reaction", more);
      String actor = DyiForms.repaired(one, "actor", more);
      if (emoji.isEmpty() && actor.isEmpty()) {
        continue; // Of no known shape: it stays left over.
      }
      ClaimedTime time = DyiForms.seconds(one, "timestamp");
      Locator where =
          new Locator(
              at.exhibit(),
              at.part(),
              given.get(i).from(),
              given.get(i).to(),
              at.pointer() + "/reactions/" + i);
      records.add(
          new Record.Activity(
              DyiForms.header(whose, one, where, time, more),
              actor.isEmpty() ? null : whose.named(in.key(), actor),
              Record.Activity.What.REACTED,
              emoji,
              null,
              author));
    }
    return records;
  }

  /** One message of an end-to-end encrypted thread: other names, no repair. */
  List<Record> endToEnd(Json value, Locator at, ThreadHead thread) throws IOException {
    Fields f = Fields.of(value);
    String sender = f.textOrEmpty("senderName");
    if (sender.isEmpty() && !f.has("text") && !f.has("timestamp")) {
      return List.of();
    }
    Long millis = f.whole("timestamp");
    ClaimedTime time =
        millis == null ? ClaimedTime.none() : ClaimedTimes.ofMillis(millis, millis.toString());
    List<Media> media = new ArrayList<>();
    for (Json one : f.array("media")) {
      String uri = Fields.of(one).text("uri");
      // The platform's own sentence stands where it could not pack the file.
      if (uri != null && !uri.startsWith("Failed to download")) {
        add(media, uri.startsWith("./") ? uri.substring(2) : uri, "media");
      } else if (uri != null) {
        media.add(new Media(uri, "media", null, null));
      }
    }
    String text = f.textOrEmpty("text");
    ConversationRef in = thread.conversation();
    Header header = new Header(whose.platform(), at, time, f.rest());
    return List.of(
        new Record.Message(
            header,
            in,
            sender.isEmpty() ? null : whose.named(in.key(), sender),
            recipients(thread, sender),
            null,
            text,
            null,
            null,
            null,
            List.of(),
            media));
  }

  private List<AccountRef> recipients(ThreadHead thread, String sender) {
    if (sender.isEmpty() || thread.participants().size() > MOST_RECIPIENTS) {
      return List.of();
    }
    return thread.participants().stream()
        .filter(p -> !p.equals(sender))
        .map(p -> whose.named(thread.conversation().key(), p))
        .toList();
  }

  private List<Media> media(Fields f) throws IOException {
    List<Media> media = new ArrayList<>();
    for (String kind : List.of("photos", "videos", "audio_files", "files", "gifs")) {
      for (Json one : f.array(kind)) {
        add(media, Fields.of(one).text("uri"), kind);
      }
    }
    if (f.object().get("sticker") instanceof Json.Obj) {
      add(media, f.object("sticker").text("uri"), "sticker");
    }
    return media;
  }

  private void add(List<Media> media, @Nullable String uri, String kind) throws IOException {
    if (uri != null && !uri.isBlank()) {
      media.add(shelf.media(root, uri, kind));
    }
  }

  /** A member of a thread, listed without a time. */
  List<Record> participant(Json value, Locator at, ThreadHead thread) {
    Fields f = Fields.of(value);
    Map<String, String> more = new TreeMap<>();
    String name = value instanceof Json.Text t ? t.text() : DyiForms.repaired(f, "name", more);
    if (name.isBlank()) {
      return List.of();
    }
    ConversationRef in = thread.conversation();
    return List.of(
        new Record.Membership(
            DyiForms.header(whose, f, at, ClaimedTime.none(), more),
            whose.named(in.key(), name),
            in,
            Record.Membership.Action.PRESENT,
            null));
  }
}
