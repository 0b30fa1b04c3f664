package dev.sextant.records.reader.returns.meta;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.reader.FirstOfEach;
import dev.sextant.records.reader.returns.IpPort;
import dev.sextant.records.reader.returns.Stamps;
import dev.sextant.terms.ClaimedTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * WhatsApp's log of messages in a business record: who sent to whom, when, from which address;
 * never what. Its labels are those that providers' guides for investigators show.
 */
final class MessageLog {
  private MessageLog() {}

  /** The message and the use of the account that one entry of the log tells. */
  static List<Record> records(Told told, String section, Item item) {
    ClaimedTime time = Stamps.utc(item.text("Timestamp", "Time", "Date", "Sent"));
    AccountRef sender = who(told, section, item.textOrEmpty("Sender", "From", "Author"));
    FirstOfEach<AccountRef> named = FirstOfEach.equal();
    for (String one : item.textOrEmpty("Recipients", "Recipient", "To").split("[,;\n]")) {
      named.add(who(told, section, one));
    }
    List<AccountRef> to = named.list();
    String group = item.text("Group Id", "Group");
    String id = item.text("Message Id", "Id");
    String address = item.text("Sender Ip", "IP Address", "Ip");
    int port = IpPort.port(item.text("Sender Port", "Port"));
    String device = item.text("Sender Device", "Device");
    if (sender == null && to.isEmpty() && id == null && group == null) {
      return List.of();
    }
    Header header = told.header(section, item, time, Map.of("section", section));
    List<Record> records = new ArrayList<>();
    records.add(
        new Record.Message(
            header,
            conversation(told, section, group, sender, to),
            sender,
            to,
            id,
            "",
            null,
            null,
            null,
            List.of(),
            List.of()));
    if (address != null || device != null) {
      IpPort ip = IpPort.of(address);
      records.add(
          new Record.Login(
              new Header(header.platform(), header.locator(), time, Map.of()),
              sender == null ? told.owner() : sender,
              ip == null ? address : ip.address(),
              ip != null && ip.port() >= 0 ? ip.port() : port,
              device,
              "message"));
    }
    return records;
  }

  private static @Nullable AccountRef who(Told told, String section, String said) {
    return said.isBlank() ? null : Person.one(told.platform(section), "return/" + section, said);
  }

  private static ConversationRef conversation(
      Told told,
      String section,
      @Nullable String group,
      @Nullable AccountRef sender,
      List<AccountRef> to) {
    if (group != null) {
      return new ConversationRef(
          told.platform(section), ConversationRef.Kind.GROUP, group.strip(), null);
    }
    List<String> keys = new ArrayList<>(to.stream().map(AccountRef::key).toList());
    if (sender != null) {
      keys.add(sender.key());
    }
    keys.sort(null);
    ConversationRef.Kind kind =
        keys.size() == 2 ? ConversationRef.Kind.DIRECT : ConversationRef.Kind.UNKNOWN;
    String key = keys.isEmpty() ? "in/" + section : String.join(":", keys);
    return new ConversationRef(told.platform(section), kind, key, null);
  }
}
