package dev.sextant.records.reader.archive.discord;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.reader.archive.Accounts;
import dev.sextant.records.reader.archive.CsvRow;
import dev.sextant.records.reader.archive.Times;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The user's own messages, of both generations, and the channels they were written in. */
final class MessageForms {
  private final @Nullable AccountRef owner;
  private final ConversationRef channel;
  private final List<AccountRef> others;

  /**
   * @param others who else is in the channel, as far as it is said
   */
  MessageForms(@Nullable AccountRef owner, ConversationRef channel, List<AccountRef> others) {
    this.owner = owner;
    this.channel = channel;
    this.others = List.copyOf(others);
  }

  /** The channel of a description. */
  static ConversationRef channel(Json value, String folderId, @Nullable String title) {
    Fields f = Fields.of(value);
    String id = f.text("id");
    String type = f.textOrEmpty("type");
    String name = f.text("name");
    String guild = f.object("guild").text("name");
    ConversationRef.Kind kind =
        switch (type) {
          case "1", "DM" -> ConversationRef.Kind.DIRECT;
          case "3", "GROUP_DM" -> ConversationRef.Kind.GROUP;
          case "" -> kindOf(title);
          default -> ConversationRef.Kind.GROUP;
        };
    String shown = name != null ? guild == null ? name : name + " in " + guild : title;
    return new ConversationRef(AccountForms.DISCORD, kind, id == null ? folderId : id, shown);
  }

  static ConversationRef.Kind kindOf(@Nullable String title) {
    if (title == null) {
      return ConversationRef.Kind.UNKNOWN;
    }
    return title.startsWith("Direct Message with")
        ? ConversationRef.Kind.DIRECT
        : ConversationRef.Kind.GROUP;
  }

  /** Who is in the channel: the description is one item. */
  List<Record> members(Json value, Locator at) {
    Fields f = Fields.of(value);
    List<Json> recipients = f.array("recipients");
    Header header = new Header(AccountForms.DISCORD, at, ClaimedTime.none(), f.rest());
    List<Record> records = new ArrayList<>();
    for (Json one : recipients) {
      AccountRef member = recipient(one);
      if (member != null) {
        records.add(present(header, member));
      }
    }
    AccountRef mine = owner;
    if (mine != null
        && records.stream().noneMatch(r -> r.accounts().getFirst().key().equals(mine.key()))) {
      records.add(0, present(header, mine));
    }
    if (records.isEmpty() && f.text("id") != null) {
      // A server's channel of nobody knows whom: it was in the package all the same.
      records.add(
          new Record.Activity(
              header,
              null,
              Record.Activity.What.OTHER,
              channel.title() == null ? "channel" : channel.title(),
              channel.key(),
              null));
    }
    return records;
  }

  private Record present(Header header, AccountRef member) {
    AccountRef mine = owner;
    AccountRef shown = mine != null && mine.key().equals(member.key()) ? mine : member;
    return new Record.Membership(header, shown, channel, Record.Membership.Action.PRESENT, null);
  }

  static @Nullable AccountRef recipient(Json one) {
    return one instanceof Json.Obj
        ? AccountForms.user(one)
        : one.raw().matches("[0-9]{5,25}")
            ? Accounts.of(AccountForms.DISCORD, one.raw(), null, null)
            : null;
  }

  /** A message of the newer files. */
  List<Record> json(Json value, Locator at) {
    Fields f = Fields.of(value);
    String id = f.text("ID");
    String time = f.text("Timestamp");
    String text = f.text("Contents");
    String attached = f.text("Attachments");
    return id == null && time == null
        ? List.of()
        : message(new Said(id, time, text, attached), at, f.rest());
  }

  /** A message of the older files. */
  List<Record> row(CsvRow row, Locator at) {
    String id = row.said("ID");
    String time = row.said("Timestamp");
    String text = row.text("Contents");
    String attached = row.said("Attachments");
    return id == null && time == null
        ? List.of()
        : message(new Said(id, time, text, attached), at, row.rest());
  }

  private record Said(
      @Nullable String id,
      @Nullable String time,
      @Nullable String text,
      @Nullable String attached) {}

  private List<Record> message(Said said, Locator at, Map<String, String> rest) {
    List<Media> media = new ArrayList<>();
    String attached = said.attached();
    if (attached != null) {
      for (String url : attached.split("\\s+")) {
        if (!url.isBlank()) {
          media.add(new Media(url, null, null, null));
        }
      }
    }
    String text = said.text();
    return List.of(
        new Record.Message(
            new Header(AccountForms.DISCORD, at, Times.utc(said.time()), rest),
            channel,
            owner,
            channel.kind() == ConversationRef.Kind.DIRECT ? others : List.of(),
            said.id(),
            text == null ? "" : text,
            null,
            null,
            null,
            List.of(),
            media));
  }
}
