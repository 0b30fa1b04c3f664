package dev.sextant.records.reader.capture.ufdr;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.FirstOfEach;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A chat without its messages.
 *
 * @param platform where
 * @param conversation which
 * @param members who took part
 * @param model everything else about it
 */
record Chat(
    Platform platform, ConversationRef conversation, List<AccountRef> members, Model model) {

  /** What a chat's own fields say. */
  static Chat of(Model model, Parties parties) {
    String source = model.text("Source");
    Platform platform = Parties.platform(source);
    String id = model.text("Id");
    String name = model.text("Name");
    String within = id.isEmpty() ? "chat " + model.attribute("id") : id;
    FirstOfEach<AccountRef> named = FirstOfEach.equal();
    for (Model party : model.models("Participants")) {
      boolean owner = party.flag("IsPhoneOwner");
      AccountRef account = Parties.account(party, platform, within);
      if (named.add(account) && owner && account != null) {
        parties.owner(platform, account);
      }
    }
    List<AccountRef> members = named.list();
    ConversationRef.Kind kind = kind(id, model.text("ChatType"), members.size());
    String key = source + "/" + within;
    if (kind == ConversationRef.Kind.DIRECT && members.size() == 2) {
      key =
          members.stream().map(AccountRef::key).sorted().reduce((a, b) -> a + "-" + b).orElse(key);
    } else if (id.endsWith("@g.us") || id.endsWith("@newsletter")) {
      key = id;
    }
    return new Chat(
        platform,
        new ConversationRef(platform, kind, key, name.isBlank() ? null : name),
        members,
        model);
  }

  private static ConversationRef.Kind kind(String id, String type, int members) {
    String word = type.toLowerCase(Locale.ROOT);
    if (word.contains("channel") || word.contains("broadcast") || id.endsWith("@newsletter")) {
      return ConversationRef.Kind.CHANNEL;
    }
    if (id.endsWith("@g.us") || word.contains("group") || members > 2) {
      return ConversationRef.Kind.GROUP;
    }
    return id.endsWith("@s.whatsapp.net") || word.contains("oneonone") || members == 2
        ? ConversationRef.Kind.DIRECT
        : ConversationRef.Kind.UNKNOWN;
  }

  /** The chat itself: who is in it. */
  List<Record> records(Locator at, Context context) {
    ClaimedTime started = context.time(model, "StartTime");
    var header = Context.header(platform, at, started, model, "Chat");
    List<Record> records = new ArrayList<>();
    for (AccountRef member : members) {
      records.add(
          new Record.Membership(
              header, member, conversation, Record.Membership.Action.PRESENT, null));
    }
    if (records.isEmpty()) {
      String title = conversation.title();
      records.add(
          new Record.Activity(
              header,
              context.owner(platform),
              Record.Activity.What.OTHER,
              title == null ? "" : title,
              conversation.key(),
              null));
    }
    return records;
  }

  /** The other one of two, or null. */
  @Nullable AccountRef other(@Nullable AccountRef one) {
    return conversation.kind() == ConversationRef.Kind.DIRECT
            && members.size() == 2
            && one != null
            && members.stream().anyMatch(m -> m.key().equals(one.key()))
        ? members.stream().filter(m -> !m.key().equals(one.key())).findFirst().orElse(null)
        : null;
  }
}
