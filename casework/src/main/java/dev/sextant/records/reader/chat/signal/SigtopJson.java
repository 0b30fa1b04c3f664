package dev.sextant.records.reader.chat.signal;

import dev.sextant.records.ConversationRef;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.JsonBroken;
import dev.sextant.records.reader.json.JsonHead;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.records.reader.json.JsonStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Signal Desktop's messages as the tool sigtop writes them to JSON: a list of what the program's
 * database holds of each, one file a conversation, named {@code NAME (NUMBER).json} or {@code NAME
 * (group).json}. Fields after tbvdm/sigtop ({@code signal/*.go}) and Signal-Desktop's model types.
 */
public final class SigtopJson implements Reader {
  private static final Pattern NAMED =
      Pattern.compile("(.{1,200}?)(?: \\((\\+[0-9]{6,20}|group|[0-9a-f-]{20,40})\\))?\\.json");

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "signal-sigtop-json",
        1,
        "Signal messages written by sigtop (JSON)",
        List.of(
            "messages of people and groups by account identifier or number, with milliseconds",
            "quotations, reactions with their own time, mentions, attachments by name, calls, who came"
                + " and went, notes of the program"),
        List.of(
            "names of people are not in it but for the file's own name",
            "who reacted is named by a number of that computer's own; it is an account only where a"
                + " conversation with that person is there as well",
            "attachments lie elsewhere and are sealed on the disk: they are named only"));
  }

  private static boolean ours(Source.Part part) throws IOException {
    if (!part.path().isEmpty() && !part.fileName().endsWith(".json")) {
      return false;
    }
    String head = new String(part.head(), StandardCharsets.UTF_8).replace("\uFEFF", "");
    JsonHead seen = JsonHead.of(head);
    return seen.array()
        && seen.has("conversationId", "type", "id")
        && seen.hasAny("sent_at", "received_at", "timestamp")
        && seen.hasAny(
            "sourceServiceId",
            "sourceUuid",
            "source",
            "sourceDevice",
            "schemaVersion",
            "seenStatus");
  }

  @Override
  public int sniff(Source source) throws IOException {
    for (Source.Part part : source.parts()) {
      if (ours(part)) {
        return 93;
      }
    }
    return 0;
  }

  @Override
  public void read(Source source, Sink sink) throws IOException {
    Shelf shelf = new Shelf(source);
    SigtopPeople people = new SigtopPeople(source.digest().hex().substring(0, 16));
    for (Source.Part part : source.parts()) {
      if (ours(part)) {
        survey(source, part, people);
      }
    }
    Set<String> assumed = new LinkedHashSet<>();
    for (Source.Part part : source.parts()) {
      if (ours(part)) {
        shelf.use(part);
        Map<String, SigtopForm> forms = new TreeMap<>();
        JsonItems items = new JsonItems(source, part, sink);
        items.run(in -> {
          if (in.kind() == JsonStream.Kind.ARRAY) {
            items.each(
                in,
                (value, at) -> {
                  String id = Fields.look(value, "conversationId");
                  SigtopForm form =
                      forms.computeIfAbsent(
                          id, key -> new SigtopForm(people, conversation(part, key, people)));
                  return form.records(value, at);
                },
                part.fileName());
          } else {
            items.unknown(in, part.fileName());
          }
        });
        forms.keySet().stream().filter(people::assumedDirect).forEach(assumed::add);
      }
    }
    if (!assumed.isEmpty()) {
      sink.note(
          new ReadNote(
              "SX-NOTE-DIRECT",
              assumed.size()
                  + " conversations have one other author and nothing of a group: they are taken for"
                  + " direct ones"));
    }
    shelf.announceRest(sink);
  }

  private static void survey(Source source, Source.Part part, SigtopPeople people)
      throws IOException {
    try (JsonStream in = JsonStream.of(part, source.limits())) {
      if (in.kind() == JsonStream.Kind.ARRAY) {
        Matcher m = NAMED.matcher(part.fileName());
        boolean group = m.matches() && "group".equals(m.group(2));
        in.array(index -> people.met(in.tree(), group));
      }
    } catch (JsonBroken | EOFException | ZipException e) {
      return; // The reading proper meets the same bytes; what was seen so far serves.
    }
  }

  private static ConversationRef conversation(Source.Part part, String id, SigtopPeople people) {
    Matcher m = NAMED.matcher(part.fileName());
    @Nullable String title = m.matches() ? m.group(1) : null;
    return people.conversation(id, title, part.path());
  }
}
