package dev.sextant.records.reader.telegram;

import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonBroken;
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
      Pattern.compile("\"personal_information\"\\s*:\\s*\\{\\s*\"user_id\"");
  private static final Pattern CHAT_TYPE =
      Pattern.compile(
          "\"type\"\\s*:\\s*\"(personal_chat|bot_chat|saved_messages|(private|public)_(group|supergroup|channel))\"");

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "telegram-desktop",
        1,
        "Telegram Desktop export (JSON)",
        List.of(
            "single chat and account exports of 2018 to 2026",
            "messages, service notes, calls, shared places, contacts, profile, sessions"),
        List.of("HTML exports", "frequent contacts, stories and other data are listed as unknown"));
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
      }
    }
    shelf.announceRest(sink);
  }

  /** The reading of one {@code result.json}. */
  private static final class Export {
    private final Source source;
    private final Source.Part part;
    private final Shelf shelf;
    private final Sink sink;
    private final Survey survey;
    private boolean open;

    Export(Source source, Source.Part part, Shelf shelf, Sink sink) throws IOException {
      this.source = source;
      this.part = part;
      this.shelf = shelf;
      this.sink = sink;
      this.survey = Survey.of(source, part);
    }

    void read() throws IOException {
      try (JsonStream in = JsonStream.of(part, source.limits())) {
        try {
          top(in);
          in.end();
        } catch (JsonBroken e) {
          broken(e);
        }
        if (in.leniencies() > 0) {
          sink.note(
              new ReadNote(
                  "SX-NOTE-LENIENT",
                  in.leniencies() + " places were not strict JSON (escapes, byte order, bytes)"));
        }
      }
    }

    /* After the break nothing can be told apart: what is left is one faulty item. */
    private void broken(JsonBroken e) {
      if (!open) {
        sink.item();
      }
      open = false;
      sink.fault(part.at(Math.min(e.offset(), part.size()), part.size(), ""), e.fault());
    }

    private void top(JsonStream in) throws IOException {
      in.object(key -> {
        switch (key) {
          case "about", "name", "type", "id" -> in.skip();
          case "messages" -> messages(in, "");
          case "chats", "left_chats" -> listOf(in, () -> chat(in));
          case "contacts" -> listOf(in, () -> contact(in));
          case "sessions", "web_sessions" -> listOf(in, () -> session(in));
          case "personal_information" -> owner(in);
          default -> unknown(in, key);
        }
      });
    }

    private interface Step {
      void take() throws IOException;
    }

    /* Sections are {"about": ..., "list": [...]}. */
    private void listOf(JsonStream in, Step step) throws IOException {
      if (in.kind() != JsonStream.Kind.OBJECT) {
        unknown(in, in.pointer());
        return;
      }
      in.object(key -> {
        if (key.equals("about")) {
          in.skip();
        } else if (key.equals("list") && in.kind() == JsonStream.Kind.ARRAY) {
          in.array(index -> step.take());
        } else {
          unknown(in, in.pointer());
        }
      });
    }

    private void unknown(JsonStream in, String section) throws IOException {
      sink.item();
      open = true;
      long from = in.offset();
      String pointer = in.pointer();
      in.skip();
      open = false;
      sink.unknown(part.at(from, in.position(), pointer), section);
    }

    private void chat(JsonStream in) throws IOException {
      String pointer = in.pointer();
      if (in.kind() != JsonStream.Kind.OBJECT) {
        unknown(in, "chat that is no object");
        return;
      }
      in.object(key -> {
        switch (key) {
          case "name", "type", "id" -> in.skip();
          case "messages" -> messages(in, pointer);
          default -> unknown(in, "chat field " + key);
        }
      });
    }

    private void messages(JsonStream in, String chat) throws IOException {
      if (in.kind() != JsonStream.Kind.ARRAY) {
        unknown(in, "messages that are no list");
        return;
      }
      ChatHead head = survey.head(chat);
      MessageForm form = new MessageForm(head, shelf, Shelf.folderOf(part), source.zone());
      in.array(index -> message(in, form));
    }

    private void message(JsonStream in, MessageForm form) throws IOException {
      sink.item();
      open = true;
      String pointer = in.pointer();
      Json value = in.tree();
      Locator at = part.at(value.from(), value.to(), pointer);
      Fields fields = Fields.of(value);
      switch (fields.textOrEmpty("type")) {
        case "message" -> close(form.message(fields, at), at);
        case "service" -> close(form.service(fields, at), at);
        case "" -> {
          open = false;
          sink.fault(at, new ReadFault(ReadFault.MISSING, "a message without a type"));
        }
        default -> {
          open = false;
          sink.unknown(at, "message of type " + fields.textOrEmpty("type"));
        }
      }
    }

    private void close(List<? extends Record> records, Locator at) {
      open = false;
      if (records.isEmpty()) {
        sink.fault(at, new ReadFault(ReadFault.MISSING, "nothing names whom this is about"));
      } else {
        sink.records(records);
      }
    }

    private void contact(JsonStream in) throws IOException {
      sink.item();
      open = true;
      String pointer = in.pointer();
      Json value = in.tree();
      Locator at = part.at(value.from(), value.to(), pointer);
      String file = source.digest().hex().substring(0, 16);
      close(Owner.contact(value, at, survey.owner(), file, source.zone()), at);
    }

    private void session(JsonStream in) throws IOException {
      sink.item();
      open = true;
      String pointer = in.pointer();
      Json value = in.tree();
      Locator at = part.at(value.from(), value.to(), pointer);
      Record.Login login = Owner.session(value, at, survey.owner(), source.zone());
      close(login == null ? List.of() : List.of(login), at);
    }

    private void owner(JsonStream in) throws IOException {
      sink.item();
      open = true;
      String pointer = in.pointer();
      Json value = in.tree();
      Locator at = part.at(value.from(), value.to(), pointer);
      Record.Profile profile = Owner.profile(value, at);
      close(profile == null ? List.of() : List.of(profile), at);
    }
  }
}
