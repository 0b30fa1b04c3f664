package dev.sextant.records.reader.returns;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.records.reader.table.Columns;
import dev.sextant.records.reader.table.NamedRow;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Discord's answer to legal process: {@code messages/{dms,servers,archived,unknown}/*.csv} with
 * seven columns or a compact four, {@code relationships_*.csv}, {@code servers/*.json}. The layout
 * is known from the public modules of RLEAPP; attachments' addresses are kept, never fetched.
 */
public final class DiscordReturn extends TableReturn {
  private static final Pattern DIGITS = Pattern.compile("([0-9]{15,21})");

  private static final Pattern NUMBERED = Pattern.compile("^\"?[0-9]{15,21}\"?,");

  private static final Pattern DATED =
      Pattern.compile("^\"?[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][^,]{4,40},");

  /** A reader. */
  public DiscordReturn() {
    super(new Platform("discord"));
  }

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "discord-return",
        1,
        "Discord return",
        List.of(
            "messages of direct conversations, servers, archived and unknown channels: seven columns,"
                + " compact four columns, with or without a head",
            "relationships, servers with channels, tables of addresses and sessions by their names"),
        List.of("no real return was available", "attachments' addresses are kept, never fetched"));
  }

  @Override
  protected List<TableForm> forms() {
    List<TableForm> forms = new ArrayList<>();
    forms.add(
        new TableForm(
            "messages",
            88,
            (c, p) -> c.hasAll("channel_id", "author_id") && c.hasAny("contents", "content"),
            DiscordReturn::message));
    forms.add(
        new TableForm(
            "messages",
            84,
            (c, p) -> c.hasAll("timestamp", "contents") && c.hasAny("id", "message_id"),
            DiscordReturn::message));
    forms.add(
        new TableForm(
            "relationships",
            80,
            (c, p) -> c.has("relationship") && c.hasAny("user_id", "id"),
            DiscordReturn::relation));
    forms.addAll(AnyTable.forms());
    return forms;
  }

  @Override
  protected int named(String path) {
    boolean folder = path.matches("(?:.*/)?messages/(?:dms|servers|archived|unknown)/[^/]+\\.csv");
    return folder ? 85 : 0;
  }

  @Override
  protected @Nullable Columns columns(Source.Part part, String path) throws IOException {
    if (!path.endsWith(".csv")) {
      return null;
    }
    String head = new String(part.head(), StandardCharsets.UTF_8).replace("\uFEFF", "");
    if (NUMBERED.matcher(head).find() && named(path) > 0) {
      boolean compact = head.lines().findFirst().orElse("").split(",").length < 6;
      return compact
          ? Columns.of(List.of("id", "timestamp", "contents", "attachments"))
          : Columns.of(
              List.of(
                  "channel_id",
                  "id",
                  "author_id",
                  "timestamp",
                  "username",
                  "contents",
                  "attachments"));
    }
    return named(path) > 0 && DATED.matcher(head).find()
        ? Columns.of(List.of("timestamp", "id", "contents", "attachments"))
        : null;
  }

  @Override
  protected @Nullable AccountRef owner(TableForm form, NamedRow row) {
    boolean about = form.section().equals("profiles") && row.columns().hasAny("email", "phone");
    return about
        ? Names.of(
            platform(), row.look("user_id", "id"), row.look("username"), row.look("global_name"))
        : null;
  }

  @Override
  protected @Nullable AccountRef ownerOf(String path) {
    Matcher m = Pattern.compile("relationships_([0-9]{15,21})").matcher(path);
    return m.find() ? Names.of(platform(), m.group(1), null, null) : null;
  }

  private static List<Record> message(NamedRow row, Locator at, Telling t) throws IOException {
    ClaimedTime time = t.utc(row, "timestamp", "date", "time");
    String id = row.text("id", "message_id");
    String author = row.text("author_id", "user_id");
    String name = row.text("username", "author", "author_username");
    AccountRef by = Names.of(t.platform(), author, name, null);
    if (by == null && !row.columns().hasAny("author_id", "username")) {
      by = t.owner(); // The compact layout has the account's own messages only.
    }
    String channel = row.text("channel_id");
    Matcher file = DIGITS.matcher(t.file());
    if (channel == null && file.find()) {
      channel = file.group(1);
    }
    String text = row.textOrEmpty("contents", "content", "message", "text");
    List<Media> media = new ArrayList<>();
    for (String one : row.textOrEmpty("attachments", "attachment").split("[\\s]+")) {
      if (!Stamps.nothing(one)) {
        media.add(t.shelf().media("", one, null));
      }
    }
    if (id == null && text.isEmpty() && media.isEmpty()) {
      return List.of();
    }
    ConversationRef.Kind kind =
        t.path().contains("/dms/") || t.path().startsWith("dms/")
            ? ConversationRef.Kind.DIRECT
            : t.path().contains("servers/")
                ? ConversationRef.Kind.GROUP
                : ConversationRef.Kind.UNKNOWN;
    ConversationRef in =
        new ConversationRef(t.platform(), kind, channel == null ? "in/" + t.path() : channel, null);
    return List.of(
        new Record.Message(
            t.header(row, at, time),
            in,
            by,
            List.of(),
            id,
            text,
            null,
            null,
            null,
            List.of(),
            media));
  }

  private static List<Record> relation(NamedRow row, Locator at, Telling t) {
    AccountRef other =
        Names.of(
            t.platform(),
            row.text("user_id", "id"),
            row.text("username"),
            row.text("display_name"));
    if (other == null) {
      return List.of();
    }
    String how = row.textOrEmpty("relationship", "type").toLowerCase(Locale.ROOT);
    ClaimedTime time = t.time(row);
    Header header = t.header(row, at, time, Map.of("relationship", how));
    AccountRef owner = t.owner();
    if (how.contains("block") || how.equals("2")) {
      return List.of(new Record.Follow(header, owner, other, Record.Follow.How.BLOCKS));
    }
    if (how.equals("friend") || how.equals("friends") || how.equals("1")) {
      return List.of(new Record.Follow(header, owner, other, Record.Follow.How.FRIEND));
    }
    boolean incoming = how.contains("incoming") || how.equals("3");
    return List.of(
        new Record.Activity(
            header,
            incoming ? other : owner,
            Record.Activity.What.OTHER,
            how,
            null,
            incoming ? owner : other));
  }

  @Override
  protected boolean other(Source.Part part, Telling t) throws IOException {
    if (!t.path().matches("(?:.*/)?servers/[^/]+\\.json")) {
      return false;
    }
    JsonItems items = new JsonItems(t.source(), part, t.sink());
    items.run(in -> items.item(in, (value, at) -> server(Fields.of(value), at, t)));
    return true;
  }

  private static List<Record> server(Fields f, Locator at, Telling t) {
    String id = f.text("id");
    if (id == null) {
      return List.of();
    }
    String name = f.text("name");
    String head = f.text("owner_id");
    ConversationRef server =
        new ConversationRef(t.platform(), ConversationRef.Kind.GROUP, id, name);
    Header header = new Header(t.platform(), at, ClaimedTime.none(), f.rest());
    List<Record> records = new ArrayList<>();
    records.add(
        new Record.Membership(header, t.owner(), server, Record.Membership.Action.PRESENT, null));
    if (head != null) {
      Header of = new Header(t.platform(), at, ClaimedTime.none(), Map.of("role", "owner"));
      records.add(
          new Record.Membership(
              of,
              AccountRef.ofId(t.platform(), head, null, null),
              server,
              Record.Membership.Action.PRESENT,
              null));
    }
    return records;
  }
}
