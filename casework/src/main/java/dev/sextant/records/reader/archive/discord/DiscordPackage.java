package dev.sextant.records.reader.archive.discord;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.archive.Accounts;
import dev.sextant.records.reader.archive.ArchiveReader;
import dev.sextant.records.reader.archive.CsvTable;
import dev.sextant.records.reader.archive.JsonLines;
import dev.sextant.records.reader.archive.Loose;
import dev.sextant.records.reader.archive.Opened;
import dev.sextant.records.reader.archive.Times;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonBroken;
import dev.sextant.records.reader.json.JsonHead;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.records.reader.json.JsonStream;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Discord's data package: {@code account/user.json}, {@code messages/c<channel>/}, {@code
 * servers/}, {@code activity/}. Folder names are translated in some packages, so files are known by
 * their own names and contents.
 */
public final class DiscordPackage extends ArchiveReader {
  private static final Pattern NUMBER = Pattern.compile("\"(?:id|ID)\"\\s*:\\s*\"?[0-9]{15,21}\\b");

  private static final Pattern CHANNEL = Pattern.compile("^c?([0-9]{15,21})$");

  /** Files of events larger than this are listed and not read: they tell of clicks, not people. */
  private static final long MOST_EVENT_BYTES = 1L << 30;

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "discord-package",
        3,
        "Discord data package",
        List.of(
            "account, relationships, sessions, internet addresses, connections elsewhere, payments,"
                + " notes, channels and their members, own messages (JSON and CSV), servers, activity"
                + " events"),
        List.of(
            "holds the requester's own messages only",
            "files of events over 1 GiB are listed, not read",
            "settings, experiments and audit logs are listed as unknown"));
  }

  @Override
  protected boolean candidate(String path) {
    return path.matches("(?i).*(user|channel|messages|index|guild|events-.*)\\.(json|csv)");
  }

  @Override
  protected int sniff(Source.Part part, String head) {
    if (CsvTable.names(head, "id", "timestamp", "contents", "attachments")) {
      return 92;
    }
    return user(head) || messages(head) ? 91 : events(head) ? 75 : 0;
  }

  /* A user with what only the user's own package says. Long lists may stand before the name. */
  private static boolean user(String head) {
    if (!head.stripLeading().startsWith("{") || !NUMBER.matcher(head).find()) {
      return false;
    }
    JsonHead seen = JsonHead.of(head);
    boolean named =
        seen.has("id", "username")
            && seen.hasAny("discriminator", "relationships", "global_name", "user_sessions");
    boolean own =
        seen.has("relationships")
            && seen.hasAny("user_sessions", "user_activity_application_statistics", "notes");
    return named || own;
  }

  private static boolean messages(String head) {
    if (!head.stripLeading().startsWith("[") || !NUMBER.matcher(head).find()) {
      return false;
    }
    JsonHead seen = JsonHead.of(head);
    return seen.has("ID", "Timestamp") && seen.hasAny("Contents", "Attachments");
  }

  private static boolean events(String head) {
    int end = head.indexOf('\n');
    JsonHead seen = JsonHead.of(end < 0 ? head : head.substring(0, end));
    return seen.object() && seen.has("event_type") && seen.hasAny("domain", "event_id", "user_id");
  }

  @Override
  protected void read(Opened archive) throws IOException {
    new Package(archive).read();
  }

  /** The reading of one package. */
  private static final class Package {
    private final Opened archive;
    private final Map<String, String> titles = new TreeMap<>();
    private @Nullable AccountRef owner;

    Package(Opened archive) {
      this.archive = archive;
    }

    void read() throws IOException {
      for (Source.Part part : archive.parts()) {
        if (user(head(part))) {
          owner = AccountForms.user(scalars(part).object());
        }
      }
      if (owner == null) {
        archive.note("SX-NOTE-OWNER", "no part says whose package this is: nobody wrote its words");
      }
      for (Source.Part part : archive.parts()) {
        part(part);
      }
    }

    private void part(Source.Part part) throws IOException {
      String head = head(part);
      String name = part.fileName().toLowerCase(java.util.Locale.ROOT);
      if (user(head)) {
        account(part);
      } else if (CsvTable.names(head, "id", "timestamp", "contents", "attachments")) {
        MessageForms forms = forms(part);
        archive.table(part, forms::row);
      } else if (messages(head)
          || (name.equals("messages.json") && head.stripLeading().startsWith("["))) {
        MessageForms forms = forms(part);
        JsonItems items = archive.json(part);
        items.run(in -> items.each(in, forms::json, "messages"));
      } else if (name.equals("channel.json")) {
        MessageForms forms = forms(part);
        JsonItems items = archive.json(part);
        items.run(in -> items.item(in, forms::members));
      } else if (name.equals("index.json")) {
        index(part);
      } else if (name.equals("guild.json")) {
        JsonItems items = archive.json(part);
        items.run(in -> items.item(in, this::guild));
      } else if (events(head) && part.size() <= MOST_EVENT_BYTES) {
        archive.use(part);
        new JsonLines(archive.source(), archive.sink(), part::at)
            .read(part.open(), v -> "", this::event);
      }
    }

    /* Fields of the top that are no lists or objects. */
    private Fields scalars(Source.Part part) throws IOException {
      Map<String, Json> fields = new LinkedHashMap<>();
      try (JsonStream in = JsonStream.of(part, archive.source().limits())) {
        in.object(key -> {
          if (in.kind() == JsonStream.Kind.SCALAR) {
            fields.put(key, in.tree());
          } else {
            in.skip();
          }
        });
      } catch (JsonBroken e) {
        return new Fields(new Json.Obj(fields, 0, 0)); // The reading proper meets and reports it.
      }
      return new Fields(new Json.Obj(fields, 0, 0));
    }

    private void account(Source.Part part) throws IOException {
      AccountRef mine = owner;
      JsonItems items = archive.json(part);
      if (mine == null) {
        items.run(in -> items.unknown(in, "user"));
        return;
      }
      AccountForms forms = new AccountForms(mine);
      archive.sink().item();
      archive.sink().records(forms.profile(scalars(part), part.at(0, part.size(), "")));
      items.run(in ->
          in.object(key -> {
            JsonItems.Form form = forms.form(key);
            if (in.kind() == JsonStream.Kind.SCALAR) {
              in.skip(); // Told as the profile.
            } else if (form != null) {
              items.each(in, form, key);
            } else if (key.equals("notes") && in.kind() == JsonStream.Kind.OBJECT) {
              in.object(about -> items.item(in, (v, at) -> forms.note(about, v.raw(), at)));
            } else {
              items.unknown(in, key);
            }
          }));
    }

    private MessageForms forms(Source.Part part) throws IOException {
      String folder = Shelf.folderOf(part);
      String bare = folder.isEmpty() ? "" : folder.substring(0, folder.length() - 1);
      String last = bare.substring(bare.lastIndexOf('/') + 1);
      java.util.regex.Matcher m = CHANNEL.matcher(last);
      String id = m.matches() ? m.group(1) : archive.scope() + "/" + part.path();
      Json description = new Json.Null(0, 0);
      Source.Part beside = archive.source().part(folder + "channel.json").orElse(null);
      if (beside != null) {
        try (JsonStream in = JsonStream.of(beside, archive.source().limits())) {
          description = in.tree();
        } catch (JsonBroken e) {
          description = new Json.Null(0, 0); // The reading proper meets and reports it.
        }
      }
      ConversationRef channel = MessageForms.channel(description, id, title(folder, id));
      List<AccountRef> others = new ArrayList<>();
      AccountRef mine = owner;
      for (Json one : Fields.of(description).array("recipients")) {
        AccountRef other = MessageForms.recipient(one);
        if (other != null && (mine == null || !mine.key().equals(other.key()))) {
          others.add(other);
        }
      }
      return new MessageForms(mine, channel, others);
    }

    private @Nullable String title(String folder, String id) throws IOException {
      if (folder.isEmpty()) {
        return null;
      }
      String above = folder.substring(0, folder.length() - 1);
      String path = above.substring(0, above.lastIndexOf('/') + 1) + "index.json";
      if (!titles.containsKey(path + "#")) {
        titles.put(path + "#", "");
        titles(path);
      }
      return titles.get(path + "#" + id);
    }

    private void titles(String path) throws IOException {
      Source.Part index = archive.source().part(path).orElse(null);
      if (index == null) {
        return;
      }
      try (JsonStream in = JsonStream.of(index, archive.source().limits())) {
        in.object(id -> {
          if (in.tree() instanceof Json.Text title) {
            titles.put(path + "#" + id, title.text());
          }
        });
      } catch (JsonBroken e) {
        return; // The reading proper meets and reports it.
      }
    }

    /* Channels or servers by number, with their names: the owner is in each. */
    private void index(Source.Part part) throws IOException {
      JsonItems items = archive.json(part);
      boolean servers = part.path().toLowerCase(java.util.Locale.ROOT).contains("serv");
      items.run(in -> {
        if (in.kind() == JsonStream.Kind.OBJECT) {
          in.object(id -> {
            if (in.kind() == JsonStream.Kind.SCALAR) {
              items.item(in, (v, at) -> listed(id, v, at, servers));
            } else {
              items.unknown(in, "index");
            }
          });
        } else {
          items.unknown(in, "index");
        }
      });
    }

    private List<Record> listed(String id, Json value, Locator at, boolean server) {
      String title = value instanceof Json.Text t ? t.text() : null;
      Header header = new Header(AccountForms.DISCORD, at, ClaimedTime.none(), Map.of());
      AccountRef mine = owner;
      ConversationRef.Kind kind = server ? ConversationRef.Kind.GROUP : MessageForms.kindOf(title);
      if (mine == null) {
        return List.of(
            new Record.Activity(header, null, What.OTHER, title == null ? "" : title, id, null));
      }
      return List.of(
          new Record.Membership(
              header,
              mine,
              new ConversationRef(AccountForms.DISCORD, kind, id, title),
              Record.Membership.Action.PRESENT,
              null));
    }

    private List<Record> guild(Json value, Locator at) {
      Fields f = Fields.of(value);
      String id = f.text("id");
      AccountRef mine = owner;
      if (id == null || mine == null) {
        return List.of();
      }
      String name = f.text("name");
      String ownerId = f.text("owner_id");
      ConversationRef group =
          new ConversationRef(AccountForms.DISCORD, ConversationRef.Kind.GROUP, id, name);
      Header header = new Header(AccountForms.DISCORD, at, ClaimedTime.none(), f.rest());
      List<Record> records = new ArrayList<>();
      records.add(
          new Record.Membership(header, mine, group, Record.Membership.Action.PRESENT, null));
      if (ownerId != null && !ownerId.equals(mine.key())) {
        records.add(
            new Record.Membership(
                new Header(AccountForms.DISCORD, at, ClaimedTime.none(), Map.of("role", "owner")),
                AccountRef.ofId(AccountForms.DISCORD, ownerId, null, null),
                group,
                Record.Membership.Action.PRESENT,
                null));
      }
      return records;
    }

    private List<Record> event(Json value, Locator at) {
      Loose f = new Loose(value);
      String type = f.said("event_type");
      if (type == null) {
        return List.of();
      }
      String user = f.said("user_id");
      AccountRef mine = owner;
      AccountRef who =
          user == null || (mine != null && user.equals(mine.key()))
              ? mine
              : Accounts.of(AccountForms.DISCORD, user, null, null);
      String stamp = f.text("timestamp").replace("\"", "");
      ClaimedTime time = Times.utc(stamp);
      String ip = f.said("ip");
      String device = f.said("os", "device");
      Header header = new Header(AccountForms.DISCORD, at, time, f.rest());
      List<Record> records = new ArrayList<>();
      records.add(
          new Record.Activity(
              header, who, What.OTHER, type, f.said("channel_id", "channel", "guild_id"), null));
      if (ip != null && who != null) {
        records.add(
            new Record.Login(
                new Header(AccountForms.DISCORD, at, time, Map.of()), who, ip, -1, device, type));
      }
      return records;
    }
  }
}
