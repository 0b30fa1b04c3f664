package dev.sextant.records.reader.returns;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.table.Columns;
import dev.sextant.records.reader.table.NamedRow;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Kik's answer to legal process, both generations: since 2024 a package with {@code content/*.csv},
 * {@code logs/*.csv} and a legend of groups; before that tab-separated texts without heads, whose
 * columns are known by the file's name. Known from the public modules of RLEAPP.
 */
public final class KikReturn extends TableReturn {
  private static final Pattern LEGEND_OF =
      Pattern.compile("group-legend-(.{1,80})_([^_./]{1,60})\\.csv");

  private static final Pattern PDF_OF = Pattern.compile("subscriber-data-([^/]{1,80}?)\\.pdf");

  /** Columns of the older files, by name; a longer name stands before one that it begins with. */
  private static final Map<String, List<String>> OLDER = older();

  private static Map<String, List<String>> older() {
    List<String> chat = List.of("ts_ms", "user_jid", "friend_user_jid", "words", "ip", "ts");
    List<String> group =
        List.of("ts_ms", "user_jid", "group_jid", "friend_user_jid", "words", "ip", "ts");
    List<String> platform =
        List.of("ts_ms", "user_jid", "friend_user_jid", "app_name", "cid", "ip", "ts");
    List<String> groupPlatform =
        List.of("ts_ms", "user_jid", "group_jid", "friend_user_jid", "app_name", "cid", "ip", "ts");
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("chat_platform_sent_received", platform);
    all.put("chat_platform_sent", platform);
    all.put("chat_sent_received", chat);
    all.put("chat_sent", chat);
    all.put("group_receive_msg_platform", groupPlatform);
    all.put("group_receive_msg", group);
    all.put("group_send_msg_platform", groupPlatform);
    all.put("group_send_msg", group);
    all.put("friend_added", List.of("ts_ms", "user_jid", "friend_user_jid", "ts"));
    all.put("block_user", List.of("ts_ms", "user_jid", "friend_user_jid", "ts"));
    all.put("bind", List.of("ts_ms", "user_jid", "ip", "port", "ts", "device"));
    return all;
  }

  /** A reader. */
  public KikReturn() {
    super(new Platform("kik"));
  }

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "kik-return",
        1,
        "Kik return",
        List.of(
            "package of 2024 and later: texts and media with addresses, legend of groups, logs of"
                + " chats, groups, friends, blocks and binds, lines of the subscriber's PDF",
            "older tab-separated files without heads: chats, groups, friends, blocks, binds"),
        List.of(
            "no real return was available",
            "columns of older files are found by what stands in them, not by a head"));
  }

  @Override
  protected List<TableForm> forms() {
    List<TableForm> forms = new ArrayList<>();
    forms.add(
        new TableForm(
            "content",
            90,
            (c, p) ->
                c.hasAll("sender_id", "receiver_id")
                    && c.hasAny("content_id", "sent_at_ts_ms", "sent_at"),
            KikReturn::message));
    forms.add(
        new TableForm(
            "groups",
            86,
            (c, p) -> c.has("gid") && c.hasAny("code", "last_join_ts", "name"),
            KikReturn::group));
    forms.add(
        new TableForm(
            "friends",
            86,
            (c, p) ->
                c.hasAll("user_jid", "friend_user_jid")
                    && (p.contains("friend") && p.contains("added") || p.contains("block")),
            KikReturn::listed));
    forms.add(
        new TableForm(
            "binds",
            86,
            (c, p) ->
                c.has("user_jid")
                    && c.hasAny("port", "device")
                    && !c.hasAny("friend_user_jid", "group_jid"),
            KikReturn::bind));
    forms.add(
        new TableForm(
            "logs",
            88,
            (c, p) ->
                c.hasAny("user_jid", "sender", "sender_jid")
                    && c.hasAny("friend_user_jid", "group_jid", "receiver"),
            KikReturn::log));
    forms.addAll(AnyTable.forms());
    return forms;
  }

  private static String bare(String path) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    int dot = file.lastIndexOf('.');
    return dot < 0 ? file : file.substring(0, dot);
  }

  @Override
  protected int named(String path) {
    return path.endsWith(".txt") && older(path) != null ? 84 : 0;
  }

  private static @Nullable List<String> older(String path) {
    String name = bare(path);
    for (Map.Entry<String, List<String>> e : OLDER.entrySet()) {
      if (name.equals(e.getKey())
          || name.startsWith(e.getKey() + "_")
          || name.endsWith(e.getKey())) {
        return e.getValue();
      }
    }
    return null;
  }

  /* The older files have no head; what a column is shows in what stands in it. */
  @Override
  protected @Nullable Columns columns(Source.Part part, String path) throws IOException {
    List<String> names = path.endsWith(".txt") ? older(path) : null;
    if (names == null) {
      return null;
    }
    String first =
        new String(part.head(), StandardCharsets.UTF_8)
            .replace("\uFEFF", "")
            .lines()
            .findFirst()
            .orElse("");
    String[] cells = first.split("\t", -1);
    if (cells.length < 3 || !first.chars().anyMatch(Character::isDigit)) {
      return null;
    }
    return Columns.of(place(cells, names));
  }

  private static List<String> place(String[] cells, List<String> names) {
    List<String> people = new ArrayList<>(names.stream().filter(n -> n.endsWith("_jid")).toList());
    List<String> rest =
        new ArrayList<>(
            names.stream()
                .filter(n ->
                    n.equals("words")
                        || n.equals("app_name")
                        || n.equals("cid")
                        || n.equals("device")
                        || n.equals("port"))
                .toList());
    List<String> columns = new ArrayList<>();
    for (String cell : cells) {
      String said = cell.strip();
      String role = "";
      if (said.matches("[0-9]{12,13}") && !columns.contains("ts_ms")) {
        role = "ts_ms";
      } else if (IpPort.of(said) != null && !columns.contains("ip")) {
        role = "ip";
      } else if (said.matches("[0-9]{1,6}") && !rest.isEmpty()) {
        // Before times: a port such as 40123 is also a day as spreadsheets count days.
        role = rest.contains("port") ? "port" : rest.getFirst();
        rest.remove(role);
      } else if (Stamps.utc(said).instant() != null && !columns.contains("ts")) {
        role = "ts";
      } else if (said.contains("@groups") || said.endsWith("_g")) {
        role = "group_jid";
        people.remove(role);
      } else if (!people.isEmpty() && !said.isEmpty()) {
        role = people.removeFirst();
      } else if (!rest.isEmpty()) {
        role = rest.removeFirst();
      }
      columns.add(role);
    }
    return columns;
  }

  @Override
  protected @Nullable AccountRef ownerOf(String path) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    Matcher m = LEGEND_OF.matcher(file);
    if (m.matches()) {
      return jid(platform(), m.group(1) + "_" + m.group(2));
    }
    Matcher pdf = PDF_OF.matcher(file);
    return pdf.matches() ? jid(platform(), pdf.group(1)) : null;
  }

  /** {@code anna_x1y@talk.kik.com}: the part before the sign is the account's lasting name. */
  private static @Nullable AccountRef jid(Platform platform, @Nullable String said) {
    if (said == null || Stamps.nothing(said.strip())) {
      return null;
    }
    String local = said.strip().replaceFirst("@.*$", "").toLowerCase(Locale.ROOT);
    int tail = local.lastIndexOf('_');
    boolean suffixed = tail > 0 && local.substring(tail + 1).matches("[a-z0-9]{3}");
    return local.isEmpty()
        ? null
        : AccountRef.ofId(platform, local, suffixed ? local.substring(0, tail) : local, null);
  }

  private static ClaimedTime time(NamedRow row, Telling t) {
    for (String column :
        new String[] {
          "sent_at_ts_ms", "ts_ms", "epoch", "sent_at_ms", "ts", "sent_at", "dt", "timestamp"
        }) {
      ClaimedTime time = Stamps.utc(row.look(column));
      if (time.instant() != null) {
        row.text(column);
        return time;
      }
    }
    return t.time(row);
  }

  private static List<Record> message(NamedRow row, Locator at, Telling t) throws IOException {
    ClaimedTime time = time(row, t);
    AccountRef from = jid(t.platform(), row.text("sender_id"));
    String receiver = row.textOrEmpty("receiver_id");
    boolean group = receiver.contains("@groups") || receiver.endsWith("_g");
    AccountRef to = group ? null : jid(t.platform(), receiver);
    String text = row.textOrEmpty("message", "text", "words");
    String id = row.text("id", "content_id");
    IpPort ip = IpPort.of(row.text("ip"));
    int port = IpPort.port(row.text("port"));
    List<Media> media = new ArrayList<>();
    String file = row.text("filename");
    if (file != null) {
      Media found = t.shelf().media(folder(t) + "medias/", file, row.text("app_name"));
      media.add(found.part() == null ? t.shelf().media(folder(t), file, null) : found);
    }
    List<AccountRef> recipients = to == null ? List.of() : List.of(to);
    ConversationRef in =
        group ? room(t, receiver) : AnyTable.conversation(t, null, from, recipients);
    if (from == null && text.isEmpty() && media.isEmpty()) {
      return List.of();
    }
    Header header = t.header(row, at, time);
    List<Record> records = new ArrayList<>();
    records.add(
        new Record.Message(
            header,
            in,
            from,
            recipients,
            id,
            text,
            row.text("parent_id"),
            null,
            null,
            List.of(),
            media));
    uses(records, ip, port, from, new Header(t.platform(), at, time, Map.of()));
    return records;
  }

  private static void uses(
      List<Record> into, @Nullable IpPort ip, int port, @Nullable AccountRef from, Header header) {
    if (ip != null && from != null) {
      into.add(
          new Record.Login(
              header, from, ip.address(), ip.port() >= 0 ? ip.port() : port, null, "sent"));
    }
  }

  private static String folder(Telling t) {
    String path = t.part().path();
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private static ConversationRef room(Telling t, String jid) {
    String key = jid.replaceFirst("@.*$", "");
    return new ConversationRef(t.platform(), ConversationRef.Kind.GROUP, key, null);
  }

  private static List<Record> group(NamedRow row, Locator at, Telling t) {
    String gid = row.text("gid");
    if (gid == null) {
      return List.of();
    }
    String code = row.text("code");
    String name = row.text("name");
    ConversationRef room =
        new ConversationRef(
            t.platform(),
            ConversationRef.Kind.GROUP,
            gid.replaceFirst("@.*$", ""),
            name == null ? code : name);
    ClaimedTime time = Stamps.utc(row.text("last_join_ts"));
    return List.of(
        new Record.Membership(
            t.header(row, at, time, code == null ? Map.of() : Map.of("code", code)),
            t.owner(),
            room,
            Record.Membership.Action.JOINED,
            null));
  }

  /* Logs say that something was sent, not what. */
  private static List<Record> log(NamedRow row, Locator at, Telling t) {
    ClaimedTime time = time(row, t);
    AccountRef from = jid(t.platform(), row.text("user_jid", "sender", "sender_jid"));
    String group = row.text("group_jid");
    AccountRef to = jid(t.platform(), row.text("friend_user_jid", "receiver"));
    List<AccountRef> recipients = to == null ? List.of() : List.of(to);
    IpPort ip = IpPort.of(row.text("ip", "sender_ip"));
    int port = IpPort.port(row.text("port", "sender_port"));
    if (from == null && to == null && group == null) {
      return List.of();
    }
    ConversationRef in =
        group != null ? room(t, group) : AnyTable.conversation(t, null, from, recipients);
    List<Record> records = new ArrayList<>();
    records.add(
        new Record.Message(
            t.header(row, at, time, Map.of("log", t.file())),
            in,
            from,
            recipients,
            row.text("cid"),
            "",
            null,
            null,
            null,
            List.of(),
            List.of()));
    uses(records, ip, port, from, new Header(t.platform(), at, time, Map.of()));
    return records;
  }

  private static List<Record> listed(NamedRow row, Locator at, Telling t) {
    ClaimedTime time = time(row, t);
    AccountRef from = jid(t.platform(), row.text("user_jid"));
    AccountRef to = jid(t.platform(), row.text("friend_user_jid"));
    if (from == null || to == null) {
      return List.of();
    }
    boolean block = t.file().contains("block");
    return List.of(
        new Record.Follow(
            t.header(row, at, time),
            from,
            to,
            block ? Record.Follow.How.BLOCKS : Record.Follow.How.CONTACT));
  }

  private static List<Record> bind(NamedRow row, Locator at, Telling t) {
    ClaimedTime time = time(row, t);
    AccountRef who = jid(t.platform(), row.text("user_jid"));
    String said = row.text("ip");
    IpPort ip = IpPort.of(said);
    int port = IpPort.port(row.text("port"));
    AccountRef account = who == null ? t.owner() : who;
    String device = row.text("device");
    return List.of(
        new Record.Login(
            t.header(row, at, time),
            account,
            ip == null ? said : ip.address(),
            ip != null && ip.port() >= 0 ? ip.port() : port,
            device,
            "bind"));
  }

  @Override
  protected boolean other(Source.Part part, Telling t) throws IOException {
    return t.path().endsWith(".pdf")
        && t.file().contains("subscriber")
        && SubscriberPdf.tell(part, t);
  }
}
