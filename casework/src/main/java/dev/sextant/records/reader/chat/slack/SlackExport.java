package dev.sextant.records.reader.chat.slack;

import dev.sextant.records.ConversationRef;
import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonBroken;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.records.reader.json.JsonStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Slack workspace's export: {@code users.json}, {@code channels.json}, {@code groups.json},
 * {@code dms.json}, {@code mpims.json} and a folder a conversation with a file a day.
 */
public final class SlackExport implements Reader {
  private static final Pattern DAY =
      Pattern.compile("(?:.*/)?([^/]+)/(\\d{4}-\\d{2}-\\d{2})\\.json");

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "slack-export",
        2,
        "Slack workspace export",
        List.of(
            "people, channels with members, private groups and direct messages where exported",
            "messages, threads, reactions, files by name, who joined and left"),
        List.of("canvases, lists and logs of integrations are listed as unknown"));
  }

  @Override
  public int sniff(Source source) throws IOException {
    boolean people = false;
    boolean channels = false;
    boolean day = false;
    for (Source.Part part : source.parts()) {
      String name = part.fileName();
      people |= name.equals("users.json") || name.equals("org_users.json");
      channels |=
          name.equals("channels.json") || name.equals("dms.json") || name.equals("groups.json");
      day |= DAY.matcher(part.path()).matches();
    }
    return people && channels && day ? 90 : people && (channels || day) ? 70 : 0;
  }

  @Override
  public void read(Source source, Sink sink) throws IOException {
    new Workspace(source, sink).read();
  }

  /** The reading of one export. */
  private static final class Workspace {
    private final Source source;
    private final Sink sink;
    private final Shelf shelf;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, ConversationRef> channels = new HashMap<>();
    private final SlackForm form = new SlackForm(names);

    Workspace(Source source, Sink sink) {
      this.source = source;
      this.sink = sink;
      this.shelf = new Shelf(source);
    }

    void read() throws IOException {
      for (Source.Part part : source.parts()) {
        switch (part.fileName()) {
          case "users.json", "org_users.json" -> survey(part, this::name);
          case "channels.json", "groups.json", "dms.json", "mpims.json" ->
              survey(part, value -> know(value, part.fileName()));
          default -> {
            // Days and everything else need no first look.
          }
        }
      }
      for (Source.Part part : source.parts()) {
        JsonItems items = new JsonItems(source, part, sink);
        Matcher day = DAY.matcher(part.path());
        switch (part.fileName()) {
          case "users.json", "org_users.json" -> {
            shelf.use(part);
            items.run(in -> items.each(in, form::person, part.fileName()));
          }
          case "channels.json", "groups.json", "dms.json", "mpims.json" -> {
            shelf.use(part);
            items.run(in ->
                items.each(
                    in, (value, at) -> form.channel(value, at, ref(value)), part.fileName()));
          }
          default -> {
            if (day.matches()) {
              shelf.use(part);
              ConversationRef chat = folder(day.group(1));
              items.run(in ->
                  items.each(
                      in, (value, at) -> form.message(value, at, chat), "messages of a day"));
            }
          }
        }
      }
      shelf.announceRest(sink);
    }

    private interface Look {
      void at(Json value);
    }

    private void survey(Source.Part part, Look look) throws IOException {
      try (JsonStream in = JsonStream.of(part, source.limits())) {
        if (in.kind() == JsonStream.Kind.ARRAY) {
          in.array(index -> look.at(in.tree()));
        }
      } catch (JsonBroken e) {
        // The reading proper meets the same bytes and reports them; what was seen so far serves.
        return;
      }
    }

    private void name(Json value) {
      Fields fields = Fields.of(value);
      Fields profile = fields.object("profile");
      String id = fields.text("id");
      for (String said :
          new @Nullable String[] {
            profile.text("display_name"),
            profile.text("real_name"),
            fields.text("real_name"),
            fields.text("name")
          }) {
        if (id != null && said != null && !said.isBlank()) {
          names.putIfAbsent(id, said);
        }
      }
    }

    private void know(Json value, String file) {
      Fields fields = Fields.of(value);
      String id = fields.text("id");
      String name = fields.text("name");
      if (id == null || id.isBlank()) {
        return;
      }
      ConversationRef.Kind kind =
          file.equals("dms.json") ? ConversationRef.Kind.DIRECT : ConversationRef.Kind.GROUP;
      ConversationRef ref = new ConversationRef(SlackForm.SLACK, kind, id, name);
      channels.put(id, ref);
      if (name != null) {
        channels.putIfAbsent(name, ref);
      }
    }

    private ConversationRef ref(Json value) {
      Fields fields = Fields.of(value);
      String id = fields.text("id");
      ConversationRef known = id == null ? null : channels.get(id);
      return known == null ? folder(String.valueOf(fields.text("name"))) : known;
    }

    /* A folder is named after the channel's name, of a direct talk after its number. */
    private ConversationRef folder(String name) {
      ConversationRef known = channels.get(name);
      return known != null
          ? known
          : new ConversationRef(
              SlackForm.SLACK,
              ConversationRef.Kind.UNKNOWN,
              source.digest().hex().substring(0, 16) + "/" + name,
              name);
    }
  }
}
