package dev.sextant.records.reader.returns;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.table.NamedRow;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Roblox's answer to legal process: CSV and PDF files whose names are sentences ({@code Chat
 * records of the Roblox user ....csv}). Nothing is published of their columns: they are read by
 * what their names say.
 */
public final class RobloxReturn extends TableReturn {
  private static final Pattern USER =
      Pattern.compile("roblox user[ _-]*(?:id)?[ _:-]*([0-9]{3,15}|[a-z0-9_]{3,20})");

  /** A reader. */
  public RobloxReturn() {
    super(new Platform("roblox"));
  }

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "roblox-return",
        1,
        "Roblox return",
        List.of(
            "tables whose file name speaks of a Roblox user, by what their columns are called:"
                + " chats, log-ins, purchases, friends, places, devices; subscriber PDF as lines"),
        List.of("no real return was available, and no layout is published"));
  }

  @Override
  protected List<TableForm> forms() {
    List<TableForm> forms = new ArrayList<>();
    forms.add(
        new TableForm(
            "friends",
            0,
            (c, p) ->
                c.hasAny("frienduserid", "friend_user_id", "friend_id")
                    && c.hasAny("userid", "user_id"),
            RobloxReturn::friend));
    forms.addAll(AnyTable.forms());
    return forms;
  }

  private static List<Record> friend(NamedRow row, Locator at, Telling t) {
    AccountRef of = t.who(row.text("userid", "user_id"));
    AccountRef friend = t.who(row.text("frienduserid", "friend_user_id", "friend_id"));
    String[] begun = {"createdutc", "created_utc", "created", "friendship_created"};
    ClaimedTime time = row.columns().hasAny(begun) ? t.utc(row, begun) : t.time(row);
    return friend == null
        ? List.of()
        : List.of(
            new Record.Follow(
                t.header(row, at, time),
                of == null ? t.owner() : of,
                friend,
                Record.Follow.How.FRIEND));
  }

  @Override
  protected int named(String path) {
    return path.contains("roblox") && path.contains("user") ? 82 : 0;
  }

  @Override
  protected @Nullable AccountRef owner(TableForm form, NamedRow row) {
    boolean said = row.columns().hasAny("roblox_user_id") || form.section().equals("profiles");
    return said
        ? Names.of(platform(), Roles.ACCOUNT.take(row), Roles.HANDLE.take(row), null)
        : null;
  }

  @Override
  protected @Nullable AccountRef ownerOf(String path) {
    Matcher m = USER.matcher(path.substring(path.lastIndexOf('/') + 1));
    if (!m.find()) {
      return null;
    }
    String said = m.group(1);
    return said.matches("[0-9]+")
        ? Names.of(platform(), said, null, null)
        : Names.of(platform(), null, said, null);
  }

  @Override
  protected boolean other(Source.Part part, Telling t) throws IOException {
    return t.path().endsWith(".pdf") && t.path().contains("roblox") && SubscriberPdf.tell(part, t);
  }
}
