package dev.sextant.records.reader.telegram;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonBroken;
import dev.sextant.records.reader.json.JsonStream;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a message shows besides its words: reactions, votes, invoices, payments, shared contacts.
 */
final class Deeds {
  private final ChatHead chat;
  private final Optional<ZoneId> zone;
  private final Limits limits;

  Deeds(ChatHead chat, Optional<ZoneId> zone, Limits limits) {
    this.chat = chat;
    this.zone = zone;
    this.limits = limits;
  }

  /**
   * Everything of that kind in a message's fields, which stay in its extra as they are.
   *
   * @param header of the message
   * @param id the message's number
   */
  List<Record> of(Fields fields, Header header, @Nullable AccountRef author, @Nullable String id)
      throws IOException {
    List<Record> out = new ArrayList<>();
    reactions(fields.object().get("reactions"), header, author, id, out);
    votes(fields.object().get("poll"), header, author, id, out);
    invoice(fields.object().get("invoice_information"), header, author, out);
    contact(fields.object().get("contact_information"), header, out);
    return out;
  }

  /* Only the latest of those who reacted are listed, with the local time at which they did. */
  private void reactions(
      @Nullable Json value,
      Header header,
      @Nullable AccountRef author,
      @Nullable String id,
      List<Record> out) {
    if (!(value instanceof Json.Arr list)) {
      return;
    }
    for (int i = 0; i < list.items().size(); i++) {
      Fields one = Fields.of(list.items().get(i));
      String emoji = one.text("emoji");
      String said = emoji != null ? emoji : one.textOrEmpty("document_id");
      String words = said.isEmpty() ? one.textOrEmpty("type") : said;
      List<Json> recent = one.array("recent");
      for (int j = 0; j < recent.size(); j++) {
        Fields who = Fields.of(recent.get(j));
        AccountRef account = person(who.text("from_id"), who.text("from"));
        if (account != null) {
          ClaimedTime time = Owner.time(who, "date", "date_unixtime", zone);
          Locator at = header.locator();
          Locator where =
              new Locator(
                  at.exhibit(),
                  at.part(),
                  recent.get(j).from(),
                  recent.get(j).to(),
                  at.pointer() + "/reactions/" + i + "/recent/" + j);
          out.add(
              new Record.Activity(
                  new Header(Platform.TELEGRAM, where, time, who.rest()),
                  account,
                  Record.Activity.What.REACTED,
                  words,
                  id,
                  author));
        }
      }
    }
  }

  private @Nullable AccountRef person(@Nullable String id, @Nullable String name) {
    AccountRef known = Ids.account(id, name);
    return known != null ? known : Ids.named(chat.ref().key(), name);
  }

  /**
   * What a message without words says all the same: a poll or a list of things to do, one answer a
   * line; else the empty text.
   */
  static String wordsOf(Json.Obj message) {
    String poll = listed(message.get("poll"), "question");
    return poll.isEmpty() ? listed(message.get("todo_list"), "title") : poll;
  }

  private static String listed(@Nullable Json list, String heading) {
    if (!(list instanceof Json.Obj object)) {
      return "";
    }
    Fields fields = new Fields(object);
    StringBuilder out = new StringBuilder(words(fields, heading));
    for (Json answer : fields.array("answers")) {
      out.append("\n- ").append(words(Fields.of(answer), "text"));
    }
    return out.toString();
  }

  /* Newer exports write a text with marks as an array of pieces. */
  private static String words(Fields fields, String name) {
    Json value = fields.object().get(name);
    if (value instanceof Json.Arr pieces) {
      StringBuilder out = new StringBuilder();
      for (Json piece : pieces.items()) {
        out.append(piece instanceof Json.Text t ? t.text() : Fields.of(piece).textOrEmpty("text"));
      }
      return out.toString();
    }
    return fields.textOrEmpty(name);
  }

  /* "chosen" is the answer of the export's owner; nobody else's stands in the file. */
  private void votes(
      @Nullable Json poll,
      Header header,
      @Nullable AccountRef author,
      @Nullable String id,
      List<Record> out) {
    AccountRef owner = chat.owner();
    if (owner == null || !(poll instanceof Json.Obj object)) {
      return;
    }
    for (Json answer : new Fields(object).array("answers")) {
      Fields fields = Fields.of(answer);
      if (fields.object().get("chosen") instanceof Json.Bool chosen && chosen.value()) {
        Header untimed =
            new Header(Platform.TELEGRAM, header.locator(), ClaimedTime.none(), Map.of());
        out.add(
            new Record.Activity(
                untimed,
                owner,
                Record.Activity.What.REACTED,
                "vote: " + words(fields, "text"),
                id,
                author));
      }
    }
  }

  /* Some versions write the object as a text that holds its JSON. */
  private void invoice(
      @Nullable Json value, Header header, @Nullable AccountRef author, List<Record> out)
      throws IOException {
    Json object = value;
    if (value instanceof Json.Text text && text.text().startsWith("{")) {
      byte[] bytes = text.text().getBytes(StandardCharsets.UTF_8);
      try (JsonStream in = JsonStream.of(new ByteArrayInputStream(bytes), limits)) {
        object = in.tree();
      } catch (JsonBroken e) {
        return; // No object after all: the text stays in the message's extra.
      }
    }
    if (object instanceof Json.Obj invoice) {
      Fields fields = new Fields(invoice);
      String title = fields.textOrEmpty("title");
      out.add(
          new Record.Activity(
              header,
              author,
              Record.Activity.What.PAID,
              title.isEmpty() ? "invoice" : "invoice: " + title,
              sum(fields.text("amount"), fields.text("currency")),
              null));
    }
  }

  private static @Nullable String sum(@Nullable String amount, @Nullable String currency) {
    // Telegram counts in the smallest unit of the currency; the number stays as it stands.
    return amount == null ? null : currency == null ? amount : amount + " " + currency;
  }

  /** Money or a gift that a service note tells of; null if it tells of none. */
  @Nullable Record payment(
      String action, Fields fields, Header header, @Nullable AccountRef actor) {
    if (!List.of("send_payment", "refunded_payment", "send_premium_gift", "send_star_gift")
            .contains(action)
        && !action.startsWith("gift_")
        && !action.startsWith("paid_")) {
      return null;
    }
    String cost = fields.text("cost");
    String amount = fields.text("amount");
    return new Record.Activity(
        header,
        actor,
        Record.Activity.What.PAID,
        action,
        amount == null && cost != null ? cost : sum(amount, fields.text("currency")),
        actor != null && chat.peer() != null && !actor.accountKey().equals(chat.peer().accountKey())
            ? chat.peer()
            : null);
  }

  private void contact(@Nullable Json value, Header header, List<Record> out) {
    if (!(value instanceof Json.Obj object)) {
      return;
    }
    Fields fields = new Fields(object);
    String phone = fields.textOrEmpty("phone_number");
    String name =
        (fields.textOrEmpty("first_name") + " " + fields.textOrEmpty("last_name")).strip();
    Map<String, String> said = new TreeMap<>();
    if (!name.isEmpty()) {
      said.put("name", name);
    }
    if (!phone.isEmpty()) {
      said.put("phone_number", phone);
    }
    Record card =
        Ids.card(
            new Header(Platform.TELEGRAM, header.locator(), header.claimed(), fields.rest()),
            chat.ref().key() + "/contacts",
            name,
            phone,
            said);
    if (card != null) {
      out.add(card);
    }
  }
}
