package dev.sextant.records.reader.capture.ufdr;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.reader.PhoneNumbers;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Words and calls between people. */
final class MessageForms {
  private final Context context;

  MessageForms(Context context) {
    this.context = context;
  }

  /** A message of a chat, or one that stands alone. */
  List<Record> instant(Model m, Locator at, @Nullable Chat chat) throws IOException {
    String source = m.text("Source", "SourceApplication");
    Platform platform =
        chat != null && source.isBlank() ? chat.platform() : Parties.platform(source);
    String within = chat != null ? chat.conversation().key() : "message " + m.attribute("id");
    Model from = m.model("From");
    AccountRef author = from == null ? null : Parties.account(from, platform, within);
    List<AccountRef> to = Context.accounts(m.models("To"), platform, within);
    if (to.isEmpty() && chat != null) {
      AccountRef other = chat.other(author);
      to = other == null ? List.of() : List.of(other);
    }
    boolean system = from != null && author == null;
    String body = m.text("Body");
    ConversationRef conversation =
        chat != null ? chat.conversation() : between(platform, author, to, within);
    List<Media> media = context.media(m.models("Attachments", "Attachment"));
    ClaimedTime time = context.time(m, "TimeStamp");
    String forwarded = null;
    String reply = null;
    for (Model more : m.models("MessageExtraData")) {
      forwarded = more.peek("Label").equals("Forwarded") ? "forwarded" : forwarded;
      String quoted = more.peek("OriginalMessageID");
      reply = quoted.isEmpty() ? reply : quoted;
    }
    List<Record> places = new ArrayList<>();
    Model position = m.model("Position");
    String id = m.text("Identifier");
    var header = Context.header(platform, at, time, m, m.type());
    Record place = place(position, header, author, m.peek("PositionAddress"));
    if (place != null) {
      places.add(place);
    }
    List<Record> records = new ArrayList<>();
    records.add(
        new Record.Message(
            header,
            conversation,
            author,
            to,
            id.isEmpty() ? null : id,
            body,
            reply,
            forwarded,
            system ? "system" : null,
            List.of(),
            media));
    records.addAll(places);
    return records;
  }

  /** A place of a {@code Coordinate} model, or null if it has no coordinates. */
  static @Nullable Record place(
      @Nullable Model position,
      dev.sextant.records.Header header,
      @Nullable AccountRef who,
      String name) {
    Double latitude = position == null ? null : degrees(position.text("Latitude"), 90);
    Double longitude = position == null ? null : degrees(position.text("Longitude"), 180);
    if (position == null || latitude == null || longitude == null) {
      return null;
    }
    Double radius = degrees(position.text("GpsHorizontalAccuracy", "Accuracy"), 1e7);
    return new Record.Place(
        header,
        who,
        latitude,
        longitude,
        radius == null || radius <= 0 ? Double.NaN : radius,
        name.isBlank() ? null : name);
  }

  private static @Nullable Double degrees(String text, double most) {
    if (!text.strip().matches("-?\\d{1,8}(?:[.,]\\d{1,20})?(?:[eE]-?\\d{1,2})?")) {
      return null;
    }
    double value = Double.parseDouble(text.strip().replace(',', '.'));
    return Math.abs(value) <= most ? value : null;
  }

  /** The conversation of those who write to each other outside any chat. */
  static ConversationRef between(
      Platform platform, @Nullable AccountRef author, List<AccountRef> to, String within) {
    List<String> keys = new ArrayList<>();
    if (author != null) {
      keys.add(author.key());
    }
    to.forEach(t -> keys.add(t.key()));
    boolean two = author != null && to.size() == 1;
    return new ConversationRef(
        platform,
        two
            ? ConversationRef.Kind.DIRECT
            : to.size() > 1 ? ConversationRef.Kind.GROUP : ConversationRef.Kind.UNKNOWN,
        keys.isEmpty() ? within : String.join("-", keys.stream().distinct().sorted().toList()),
        null);
  }

  /** A party's part in a message or call. */
  private record Ends(@Nullable AccountRef from, List<AccountRef> to) {}

  /* Older models list parties with roles; where only the other end is listed, the owner of the
   * telephone is this end. */
  private Ends ends(Model m, Platform platform, boolean incoming, boolean outgoing) {
    AccountRef from = null;
    List<AccountRef> to = new ArrayList<>();
    String within = m.type() + " " + m.attribute("id");
    for (Model party : m.models("Parties", "Party")) {
      String role = party.text("Role").toLowerCase(Locale.ROOT);
      boolean owner = party.flag("IsPhoneOwner");
      AccountRef account = Parties.account(party, platform, within);
      boolean sender =
          role.equals("from") || role.equals("general") && (incoming ? !owner : outgoing && owner);
      if (account != null && sender && from == null) {
        from = account;
      } else if (account != null) {
        to.add(account);
      }
    }
    Model sender = m.model("From");
    if (sender != null && from == null) {
      from = Parties.account(sender, platform, within);
    }
    to.addAll(Context.accounts(m.models("To", "Cc", "CC", "Bcc", "BCC"), platform, within));
    AccountRef owner = context.owner(platform);
    if (from == null && outgoing) {
      from = owner;
    }
    if (to.isEmpty() && incoming && owner != null && !owner.equals(from)) {
      to.add(owner);
    }
    return new Ends(from, List.copyOf(to));
  }

  private static boolean word(Model m, String field, String... words) {
    String text = m.peek(field).toLowerCase(Locale.ROOT);
    for (String word : words) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** A call. */
  List<Record> call(Model m, Locator at) {
    Platform platform = Parties.platform(m.text("Source"));
    boolean in =
        word(m, "Type", "incoming", "missed", "rejected") || word(m, "Direction", "incoming");
    boolean out = word(m, "Type", "outgoing", "dialed") || word(m, "Direction", "outgoing");
    Ends ends = ends(m, platform, in, out);
    ClaimedTime time = context.time(m, "TimeStamp", "StartTime");
    var duration = Context.duration(m.peek("Duration"));
    if (duration != null) {
      m.text("Duration");
    }
    String outcome = m.text("Type");
    String status = m.peek("Status");
    return List.of(
        new Record.Call(
            Context.header(platform, at, time, m, "Call"),
            null,
            ends.from(),
            ends.to(),
            duration,
            outcome.isBlank() ? (status.isBlank() ? null : status) : outcome));
  }

  /** A short or multimedia message, or an e-mail. */
  List<Record> mail(Model m, Locator at) throws IOException {
    boolean email = m.type().equals("Email");
    Platform platform = email ? PhoneNumbers.EMAIL : Parties.platform(m.text("Source"));
    boolean out = word(m, "Folder", "sent", "outbox", "drafts") || word(m, "Status", "sent");
    boolean in = !out && (word(m, "Folder", "inbox") || word(m, "Status", "read", "received"));
    Ends ends = ends(m, platform, in, out);
    ClaimedTime time = context.time(m, "TimeStamp", "DateSent", "DateReceived");
    String body = m.text("Body", "Snippet");
    String subject = m.text("Subject");
    List<Media> media = context.media(m.models("Attachments", "Attachment"));
    String id = m.text("Identifier", "InternetMessageId");
    String within = m.type() + " " + m.attribute("id");
    Map<String, String> extra = new TreeMap<>();
    if (!subject.isBlank()) {
      extra.put("Subject", subject);
    }
    var bare = Context.header(platform, at, time, m, m.type());
    extra.putAll(bare.extra());
    return List.of(
        new Record.Message(
            new dev.sextant.records.Header(platform, at, time, extra),
            between(platform, ends.from(), ends.to(), within),
            ends.from(),
            ends.to(),
            id.isEmpty() ? null : id,
            subject.isBlank() ? body : (subject + "\n\n" + body).strip(),
            null,
            null,
            null,
            List.of(),
            media));
  }

  /** What somebody published on a platform. */
  List<Record> social(Model m, Locator at) throws IOException {
    Platform platform = Parties.platform(m.text("Source"));
    String within = m.type() + " " + m.attribute("id");
    Model author = m.model("Author", "From");
    String id = m.text("Identifier", "OriginalPostId");
    ClaimedTime time = context.time(m, "TimeStamp", "CreatedTime");
    String title = m.text("Title");
    String text = (title + "\n\n" + m.text("Body", "Text")).strip();
    List<AccountRef> mentions =
        Context.accounts(m.models("TaggedParties", "Parties"), platform, within);
    List<Media> media = context.media(m.models("Attachments"));
    return List.of(
        new Record.Post(
            Context.header(platform, at, time, m, m.type()),
            author == null ? null : Parties.account(author, platform, within),
            id.isEmpty() ? null : id,
            text,
            null,
            null,
            mentions,
            null,
            media));
  }
}
