package dev.sextant.records.reader.returns;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.html.HtmlElement;
import dev.sextant.records.reader.html.HtmlStream;
import dev.sextant.records.reader.html.HtmlToken;
import dev.sextant.records.reader.table.NamedRow;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gab's answer to legal process: rows of its database as CSV, {@code *_posts.csv}, {@code
 * *_account_info.csv}, {@code *_session_activations.csv}. Gab grew out of Mastodon, whose column
 * names it kept.
 */
public final class GabReturn extends TableReturn {
  /** A reader. */
  public GabReturn() {
    super(new Platform("gab"));
  }

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "gab-return",
        1,
        "Gab return",
        List.of(
            "posts, account with its addresses, sessions, lists of followers and followed; other"
                + " tables by their names"),
        List.of("no real return was available; names of columns are those of Mastodon's database"));
  }

  @Override
  protected List<TableForm> forms() {
    List<TableForm> forms = new ArrayList<>();
    forms.add(
        new TableForm(
            "posts",
            84,
            (c, p) ->
                c.hasAny("in_reply_to_id", "reblog_of_id", "quote_of_id")
                    && c.hasAny("text", "body", "content", "markdown")
                    && c.hasAny("account_id", "visibility"),
            GabReturn::post));
    forms.add(
        new TableForm(
            "account",
            84,
            (c, p) ->
                c.hasAny("current_sign_in_ip", "last_sign_in_ip", "sign_in_count")
                    && c.hasAny("email", "username"),
            GabReturn::account));
    forms.add(
        new TableForm(
            "sessions",
            82,
            (c, p) -> c.has("ip") && c.hasAny("session_id", "access_token_id"),
            AnyTable::login));
    forms.add(
        new TableForm(
            "account",
            82,
            (c, p) ->
                c.has("username")
                    && c.hasAny("display_name", "note")
                    && c.hasAny("salmon_url", "hub_url", "remote_url", "avatar_file_name"),
            GabReturn::account));
    forms.add(
        new TableForm(
            "follows",
            0,
            (c, p) ->
                c.hasAny("username", "account")
                    && c.keys().size() <= 4
                    && (p.endsWith("_followers.csv") || p.endsWith("_following.csv")),
            GabReturn::follow));
    forms.addAll(AnyTable.forms());
    return forms;
  }

  @Override
  protected int named(String path) {
    boolean gab = path.contains("gab");
    return path.matches("(?:.*/)?[^/]*_(?:account_info|session_activations)\\.csv")
        ? 80
        : gab && path.endsWith("_posts.csv") ? 80 : 0;
  }

  @Override
  protected @Nullable AccountRef owner(TableForm form, NamedRow row) {
    boolean account = form.section().equals("account") || form.section().equals("profiles");
    return account
        ? Names.of(
            platform(),
            row.look("account_id", "id"),
            row.look("username"),
            row.look("display_name"))
        : null;
  }

  /** Posts of this kind hold their text as HTML. */
  static String plain(String text) throws IOException {
    if (text.indexOf('<') < 0 && text.indexOf('&') < 0) {
      return text;
    }
    byte[] bytes = ("<div>" + text + "</div>").getBytes(StandardCharsets.UTF_8);
    Limits limits = Limits.standard();
    try (HtmlStream in = HtmlStream.of(new ByteArrayInputStream(bytes), bytes, limits)) {
      return in.next() instanceof HtmlToken.Start start
          ? HtmlElement.read(in, start, limits).text()
          : text;
    }
  }

  private static List<Record> post(NamedRow row, Locator at, Telling t) throws IOException {
    ClaimedTime time = t.utc(row, "created_at", "date", "timestamp");
    String raw = row.textOrEmpty("text", "body", "content", "markdown");
    String id = row.text("id", "status_id");
    String reply = row.text("in_reply_to_id");
    String again = row.text("reblog_of_id", "quote_of_id");
    String to = row.text("in_reply_to_account_id");
    String by = row.text("account_id");
    AccountRef author =
        by == null || (t.known() != null && by.equals(t.owner().key()))
            ? t.owner()
            : AccountRef.ofId(t.platform(), by, null, null);
    String text = plain(raw);
    Map<String, String> more = text.equals(raw) ? Map.of() : Map.of("raw:text", raw);
    return List.of(
        new Record.Post(
            t.header(row, at, time, more),
            author,
            id,
            text,
            reply,
            to == null ? null : AccountRef.ofId(t.platform(), to, null, null),
            List.of(),
            again,
            AnyTable.media(row, t, "media", "media_attachments", "attachments")));
  }

  /* Of the lists of followers only names are told. */
  private static List<Record> follow(NamedRow row, Locator at, Telling t) {
    AccountRef other = t.who(row.text("username", "account"));
    if (other == null) {
      return List.of();
    }
    boolean followed = t.file().endsWith("_following.csv");
    Header header = t.header(row, at, t.time(row));
    return List.of(
        new Record.Follow(
            header,
            followed ? t.owner() : other,
            followed ? other : t.owner(),
            Record.Follow.How.FOLLOWS));
  }

  private static List<Record> account(NamedRow row, Locator at, Telling t) {
    String[][] uses = {
      {"current_sign_in_ip", "current_sign_in_at"},
      {"last_sign_in_ip", "last_sign_in_at"},
      {"sign_up_ip", "created_at"}
    };
    AccountRef who = t.owner();
    List<Record> records = new ArrayList<>();
    for (String[] use : uses) {
      IpPort ip = IpPort.of(row.look(use[0]));
      if (ip != null) {
        Header header =
            new Header(t.platform(), at, Stamps.utc(row.look(use[1])), Map.of("column", use[0]));
        records.add(new Record.Login(header, who, ip.address(), ip.port(), null, "sign in"));
      }
    }
    Said said = new Said(t.platform()).handle(who.handle());
    boolean confirmed = !row.look("confirmed_at").isEmpty();
    ClaimedTime created = t.utc(row, "created_at");
    said.mail("email", row.text("email"), confirmed);
    said.mail("unconfirmed_email", row.text("unconfirmed_email"), false);
    said.phone("phone", row.text("phone", "phone_number"), false);
    said.attribute("bio", row.text("note", "bio"));
    said.attribute("name", row.text("display_name"));
    row.rest().forEach(said::attribute);
    Header header = new Header(t.platform(), at, created, Map.of());
    records.addFirst(new Record.Profile(header, who, said.selectors(), said.attributes()));
    return records;
  }
}
