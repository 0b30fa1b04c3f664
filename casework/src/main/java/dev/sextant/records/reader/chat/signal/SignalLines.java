package dev.sextant.records.reader.chat.signal;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.records.reader.RawLines;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.chat.ChatFiles;
import dev.sextant.records.reader.chat.LocalTimes;
import dev.sextant.records.reader.chat.NamedChat;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonBroken;
import dev.sextant.records.reader.json.JsonStream;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tool signal-export's {@code data.json}: one message a line, {@code {date, sender, body,
 * quote, sticker, reactions: [{name, emoji}], attachments: [{name, path}]}}, one folder a chat.
 */
public final class SignalLines extends ChatFiles {
  private static final Pattern LINE =
      Pattern.compile(
          "^[\\s\uFEFF]*\\{(?=.*\"sender\"\\s*:)(?=.*\"body\"\\s*:)(?=.*\"date\"\\s*:).*");

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "signal-export",
        2,
        "signal-export (JSON lines)",
        List.of("messages, quotes, stickers, attachments beside the file, who reacted"),
        List.of("people are named only, by the names shown; the zone is not in the file"));
  }

  private static boolean candidate(Source.Part part) {
    return part.path().isEmpty() || part.fileName().endsWith(".json");
  }

  private static boolean ours(Source.Part part) throws IOException {
    String first = new String(part.head(), StandardCharsets.UTF_8).lines().findFirst().orElse("");
    return LINE.matcher(first).matches() && first.contains("\"attachments\"");
  }

  @Override
  protected int fits(Source.Part part) throws IOException {
    return candidate(part) && ours(part) ? 88 : 0;
  }

  @Override
  protected Walk begin(Source source, Shelf shelf, Sink sink) {
    return inLocalTime(
        source, sink, (part, local) -> new Chat(source, part, shelf, sink, local).read());
  }

  /** The reading of one file. */
  private static final class Chat {
    private final Source source;
    private final Source.Part part;
    private final Shelf shelf;
    private final Sink sink;
    private final LocalTimes local;
    private final Set<String> speakers = new LinkedHashSet<>();
    private final NamedChat chat;

    Chat(Source source, Source.Part part, Shelf shelf, Sink sink, LocalTimes local)
        throws IOException {
      this.source = source;
      this.part = part;
      this.shelf = shelf;
      this.sink = sink;
      this.local = local;
      walk((line, at) -> {
        Json value = tree(line);
        String sender = Fields.of(value).text("sender");
        if (sender != null && !sender.isBlank() && speakers.size() < 3) {
          speakers.add(sender.strip());
        }
      });
      String folder = Shelf.folderOf(part);
      String title = folder.isEmpty() ? null : folder.replaceAll("^(?:.*/)?([^/]+)/$", "$1");
      this.chat =
          NamedChat.of(SignalText.SIGNAL, NamedChat.kind(speakers.size()), source, part, title);
    }

    private interface Visit {
      void line(RawLines.Line line, Locator at) throws IOException;
    }

    private void walk(Visit visit) throws IOException {
      try (RawLines lines = new RawLines(part.open(), source.limits().itemBytes())) {
        long number = 0;
        RawLines.Line line = lines.line();
        while (line != null) {
          number++;
          if (!new String(line.bytes(), StandardCharsets.ISO_8859_1).isBlank()) {
            visit.line(line, part.at(line.from(), line.to(), number + ":1"));
          }
          line = lines.line();
        }
      }
    }

    private @Nullable Json tree(RawLines.Line line) throws IOException {
      if (!line.whole()) {
        return null;
      }
      try (JsonStream in = JsonStream.of(new ByteArrayInputStream(line.bytes()), source.limits())) {
        Json value = in.tree();
        in.end();
        return value;
      } catch (JsonBroken e) {
        return null; // The caller tells which line is broken.
      }
    }

    void read() throws IOException {
      walk((line, at) -> {
        sink.item();
        Json value = tree(line);
        List<Record> records = value == null ? List.of() : message(Fields.of(value), at);
        if (records.isEmpty()) {
          sink.fault(
              at,
              line.whole()
                  ? new ReadFault(ReadFault.MALFORMED, "the line is no message")
                  : new ReadFault(ReadFault.LIMIT, "a line over the limit"));
        } else {
          sink.records(records);
        }
      });
    }

    private List<Record> message(Fields fields, Locator at) throws IOException {
      String sender = fields.text("sender");
      String body = fields.textOrEmpty("body");
      String date = fields.text("date");
      if (sender == null && body.isEmpty() && date == null) {
        return List.of();
      }
      String name = sender == null ? "" : sender.strip();
      AccountRef author = name.isEmpty() ? null : chat.account(name);
      List<Media> media = new ArrayList<>();
      for (Json one : fields.array("attachments")) {
        Fields file = Fields.of(one);
        String path = file.textOrEmpty("path");
        String said = file.textOrEmpty("name");
        if (!path.isBlank() || !said.isBlank()) {
          media.add(shelf.media(Shelf.folderOf(part), path.isBlank() ? said : path, null));
        }
      }
      List<Json> reactions = fields.array("reactions");
      for (String empty : List.of("quote", "sticker")) {
        if (fields.textOrEmpty(empty).isBlank()) {
          fields.known(empty);
        }
      }
      String quote = fields.textOrEmpty("quote");
      String sticker = fields.textOrEmpty("sticker");
      Map<String, String> extra = new java.util.TreeMap<>(fields.rest());
      if (!quote.isBlank()) {
        extra.put("quote", quote);
      }
      if (!sticker.isBlank()) {
        extra.put("sticker", sticker);
      }
      List<Record> out = new ArrayList<>();
      out.add(
          new Record.Message(
              new Header(SignalText.SIGNAL, at, time(date), extra),
              chat.ref(),
              author,
              name.isEmpty() ? List.of() : chat.recipients(name, speakers),
              null,
              body,
              null,
              null,
              null,
              List.of(),
              media));
      for (Json one : reactions) {
        Fields given = Fields.of(one);
        String who = given.textOrEmpty("name").strip();
        if (!who.isEmpty()) {
          out.add(
              new Record.Activity(
                  new Header(SignalText.SIGNAL, at, ClaimedTime.none(), given.rest()),
                  chat.account(who),
                  Record.Activity.What.REACTED,
                  given.textOrEmpty("emoji"),
                  null,
                  author));
        }
      }
      return out;
    }

    private ClaimedTime time(@Nullable String date) {
      if (date == null || date.isBlank()) {
        return ClaimedTime.none();
      }
      if (date.matches(".*(Z|[+-]\\d{2}:\\d{2})$") && date.contains("T")) {
        return ClaimedTimes.ofIso(date);
      }
      try {
        LocalDateTime at = LocalDateTime.parse(date.strip().replace(' ', 'T'));
        return at.getYear() <= 1970
            ? ClaimedTime.unreadable(date)
            : local.claimed(at, date, ClaimedTime.Precision.SECOND);
      } catch (DateTimeException e) {
        return ClaimedTime.unreadable(date);
      }
    }
  }
}
