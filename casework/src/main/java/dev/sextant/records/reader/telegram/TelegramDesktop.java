package dev.sextant.records.reader.telegram;

import dev.sextant.records.Record;
import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.chat.vcard.VCards;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.records.reader.json.JsonStream;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Telegram Desktop's {@code result.json}: one chat, or a whole account with chats, contacts and
 * sessions. Layout after tdesktop's {@code export_output_json.cpp}.
 */
public final class TelegramDesktop implements Reader {
  private static final Pattern ITEM = Pattern.compile("\"type\"\\s*:\\s*\"(message|service)\"");
  private static final Pattern DATE = Pattern.compile("\"date(_unixtime)?\"\\s*:\\s*\"");
  private static final Pattern CHATS = Pattern.compile("\"(chats|left_chats)\"\\s*:\\s*\\{");
  private static final Pattern OWNER =
      Pattern.compile("\"personal_information\"\\s*:\\s*\\{[^{}]{0,2000}\"user_id\"");
  private static final Pattern CHAT_TYPE =
      Pattern.compile(
          "\"type\"\\s*:\\s*\"(personal_chat|bot_chat|saved_messages|(private|public)_(group|supergroup|channel))\"");

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "telegram-desktop",
        4,
        "Telegram Desktop export (JSON)",
        List.of(
            "single chat and account exports of 2018 to 2026",
            "messages, service notes, calls, shared places and contacts, polls, reactions, payments",
            "contacts, frequent contacts, profile, profile pictures, stories, sessions, addresses"),
        List.of(
            "of those who reacted the file lists the latest only",
            "stickers and drafts among the other data are listed as unknown"),
        List.of("two minimal exports of a public test suite (one chat, one account)"));
  }

  @Override
  public int sniff(Source source) throws IOException {
    int best = 0;
    for (Source.Part part : source.parts()) {
      if (part.path().isEmpty() || part.fileName().endsWith(".json")) {
        best = Math.max(best, sniff(part));
      }
      if (best > 0) {
        break;
      }
    }
    return best;
  }

  private static int sniff(Source.Part part) throws IOException {
    String head = new String(part.head(), StandardCharsets.UTF_8);
    if (!head.stripLeading().replace("\uFEFF", "").startsWith("{")) {
      return 0;
    }
    boolean item = ITEM.matcher(head).find() && DATE.matcher(head).find();
    boolean chat = CHAT_TYPE.matcher(head).find();
    if (OWNER.matcher(head).find() || (chat && item)) {
      return 95;
    }
    if (item || (chat && head.contains("\"messages\""))) {
      return 85;
    }
    return CHATS.matcher(head).find() && head.contains("\"list\"") ? 60 : 0;
  }

  @Override
  public void read(Source source, Sink sink) throws IOException {
    Shelf shelf = new Shelf(source);
    for (Source.Part part : source.parts()) {
      if ((part.path().isEmpty() || part.fileName().endsWith(".json")) && sniff(part) > 0) {
        shelf.use(part);
        new Export(source, part, shelf, sink).read();
      } else if (part.fileName().matches(".*\\.(vcard|vcf)") && VCards.sniff(part) > 0) {
        shelf.use(part);
        VCards.read(
            source, part, null, sink); // A contact somebody shared; whose it is is not said.
      }
    }
    shelf.announceRest(sink);
  }

  /** The reading of one {@code result.json}. */
  private static final class Export {
    private final Source source;
    private final Source.Part part;
    private final Shelf shelf;
    private final JsonItems items;
    private final Survey survey;
    private final OwnerDeeds deeds;

    Export(Source source, Source.Part part, Shelf shelf, Sink sink) throws IOException {
      this.source = source;
      this.part = part;
      this.shelf = shelf;
      this.items = new JsonItems(source, part, sink);
      this.survey = Survey.of(source, part);
      this.deeds = new OwnerDeeds(survey.owner(), shelf, Shelf.folderOf(part), source.zone());
    }

    void read() throws IOException {
      items.run(in -> in.object(key -> section(in, key)));
    }

    private void section(JsonStream in, String key) throws IOException {
      switch (key) {
        case "about", "name", "type", "id" -> in.skip();
        case "messages" -> messages(in, "");
        case "chats", "left_chats" -> listOf(in, () -> chat(in));
        case "contacts" -> listOf(in, () -> items.item(in, this::contact));
        case "frequent_contacts" -> listOf(in, () -> items.item(in, deeds::frequent));
        case "sessions" -> listOf(in, () -> session(in, "session"));
        case "web_sessions" -> listOf(in, () -> session(in, "web session"));
        case "profile_pictures" -> listOrBare(in, () -> items.item(in, deeds::picture));
        case "stories" -> listOrBare(in, () -> items.item(in, deeds::story));
        case "other_data" -> other(in, key);
        case "personal_information" -> items.item(in, Owner::profile);
        default -> items.unknown(in, key);
      }
    }

    private void session(JsonStream in, String action) throws IOException {
      items.item(in, (v, at) -> Owner.session(v, at, survey.owner(), source.zone(), action));
    }

    /* Some versions write the bare list where others write {"about": ..., "list": [...]}. */
    private void listOrBare(JsonStream in, Step step) throws IOException {
      if (in.kind() == JsonStream.Kind.ARRAY) {
        in.array(index -> step.take());
      } else {
        listOf(in, step);
      }
    }

    /* Whatever Telegram's server adds: addresses are log-ins, the rest is listed. */
    private void other(JsonStream in, String section) throws IOException {
      switch (in.kind()) {
        case OBJECT ->
            in.object(key -> {
              if (key.startsWith("about")) {
                in.skip();
              } else {
                other(in, section + "/" + key);
              }
            });
        case ARRAY ->
            in.array(index ->
                items.known(in, value -> deeds.tellsAddress(value) ? "" : section, deeds::address));
        case SCALAR -> items.unknown(in, section);
      }
    }

    private interface Step {
      void take() throws IOException;
    }

    /* Sections are {"about": ..., "list": [...]}. */
    private void listOf(JsonStream in, Step step) throws IOException {
      if (in.kind() != JsonStream.Kind.OBJECT) {
        items.unknown(in, in.pointer());
        return;
      }
      in.object(key -> {
        if (key.equals("about")) {
          in.skip();
        } else if (key.equals("list") && in.kind() == JsonStream.Kind.ARRAY) {
          in.array(index -> step.take());
        } else {
          items.unknown(in, in.pointer());
        }
      });
    }

    private void chat(JsonStream in) throws IOException {
      String pointer = in.pointer();
      if (in.kind() != JsonStream.Kind.OBJECT) {
        items.unknown(in, "chat that is no object");
        return;
      }
      in.object(key -> {
        switch (key) {
          case "name", "type", "id" -> in.skip();
          case "messages" -> messages(in, pointer);
          default -> items.unknown(in, "chat field " + key);
        }
      });
    }

    private void messages(JsonStream in, String chat) throws IOException {
      if (in.kind() != JsonStream.Kind.ARRAY) {
        items.unknown(in, "messages that are no list");
        return;
      }
      MessageForm form = new MessageForm(survey.head(chat), shelf, Shelf.folderOf(part), source);
      in.array(index -> items.known(in, value -> typeUnknown(value), form::records));
    }

    private List<Record> contact(Json value, Locator at) {
      String file = source.digest().hex().substring(0, 16);
      return Owner.contact(value, at, survey.owner(), file, source.zone());
    }

    /* The section that an unknown message counts under; empty if its type is known or missing. */
    private static String typeUnknown(Json value) {
      String type = Fields.look(value, "type");
      return switch (type) {
        case "message", "service", "unsupported", "" -> "";
        default -> "message of type " + type;
      };
    }
  }
}
