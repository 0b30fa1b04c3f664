package dev.sextant.records.reader.returns;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.table.Columns;
import dev.sextant.records.reader.table.NamedRow;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Apple's answer to legal process: workbooks of account details, iCloud logs, look-ups of
 * addresses, Find My Friends and messages in iCloud. The head of a sheet stands below a legend, in
 * the sixth or seventh row or elsewhere: it is looked for. Known from RLEAPP.
 */
public final class AppleReturn extends TableReturn {
  /** A reader. */
  public AppleReturn() {
    super(new Platform("apple"));
  }

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "apple-return",
        1,
        "Apple and iCloud return",
        List.of(
            "AccountDetails, iCloudLogs, IDS look-ups, Find My Friends, messages in iCloud: sheets"
                + " whose head stands anywhere below a legend, columns by what they are called"),
        List.of(
            "no real return was available",
            "encrypted containers (gpg) and backups of devices are not opened"));
  }

  @Override
  protected List<TableForm> forms() {
    List<TableForm> forms = new ArrayList<>();
    forms.add(
        new TableForm(
            "account",
            86,
            (c, p) ->
                c.hasAny("apple_id", "dsid", "ds_id", "person_id")
                    && c.hasAny(
                        "first_name",
                        "last_name",
                        "full_name",
                        "created",
                        "account_status",
                        "creation_date",
                        "account_creation_date",
                        "street_address",
                        "address_line_1",
                        "login_alias",
                        "account_type"),
            AppleReturn::account));
    forms.add(
        new TableForm(
            "follow",
            84,
            (c, p) -> (p.contains("follow") || p.contains("fmf")) && identified(c),
            AppleReturn::follow));
    forms.add(
        new TableForm(
            "log",
            84,
            (c, p) ->
                Roles.IP.in(c)
                    && Roles.TIME.in(c)
                    && (c.hasAny("apple_id", "dsid", "ds_id", "service", "log_type")
                        || p.contains("icloud")),
            AnyTable::login));
    forms.add(
        new TableForm(
            "look-ups",
            82,
            (c, p) -> (p.contains("ids_") || p.contains("querylogs")) && AnyTable.head(c),
            AppleReturn::lookup));
    forms.addAll(AnyTable.forms());
    return forms;
  }

  private static boolean identified(Columns c) {
    return c.hasAny(
        "apple_id",
        "dsid",
        "email",
        "follower",
        "following",
        "handle",
        "friend",
        "invitee",
        "user_id");
  }

  @Override
  protected int named(String path) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    boolean apple =
        file.contains("accountdetails")
            || file.contains("icloudlogs")
            || file.contains("ids_querylogs")
            || path.contains("messagesinicloud")
            || (path.contains("fmf/") && file.contains("follow"));
    return apple ? 84 : 0;
  }

  @Override
  protected @Nullable AccountRef owner(TableForm form, NamedRow row) {
    return form.section().equals("account") ? subject(row) : null;
  }

  private @Nullable AccountRef subject(NamedRow row) {
    return Names.of(
        platform(),
        row.look("dsid", "ds_id", "person_id"),
        row.look("apple_id", "login_alias"),
        name(row));
  }

  private static @Nullable String name(NamedRow row) {
    String full = row.look("full_name", "name");
    String joined = (row.look("first_name") + " " + row.look("last_name")).strip();
    return !full.isEmpty() ? full : joined.isEmpty() ? null : joined;
  }

  private static List<Record> account(NamedRow row, Locator at, Telling t) {
    AccountRef who =
        Names.of(
            t.platform(), row.look("dsid", "ds_id", "person_id"),
            row.look("apple_id", "login_alias"), name(row));
    if (who == null) {
      who = t.owner();
    }
    ClaimedTime created =
        t.stamp(
            "",
            row.look(
                "account_creation_date", "creation_date", "created", "created_on", "create_date"));
    Said said = new Said(t.platform());
    said.attribute("name", who.displayName());
    for (String column : Roles.MAIL.of(row.columns())) {
      said.mail(column, row.text(column), false);
    }
    for (String column : Roles.PHONE.of(row.columns())) {
      said.phone(column, row.text(column), false);
    }
    IpPort ip = IpPort.of(row.look(Roles.IP.of(row.columns()).toArray(String[]::new)));
    row.rest().forEach(said::attribute);
    Header header = new Header(t.platform(), at, created, Map.of());
    List<Record> records = new ArrayList<>();
    records.add(new Record.Profile(header, who, said.selectors(), said.attributes()));
    if (ip != null) {
      records.add(new Record.Login(header, who, ip.address(), ip.port(), null, "account creation"));
    }
    return records;
  }

  private static List<Record> follow(NamedRow row, Locator at, Telling t) {
    AccountRef other =
        Names.of(
            t.platform(),
            row.text("dsid", "user_id"),
            row.text("follower", "following", "handle", "friend", "invitee", "apple_id", "email"),
            row.text("name", "full_name"));
    if (other == null) {
      return List.of();
    }
    ClaimedTime time = t.time(row);
    boolean follower = t.file().contains("followers");
    Header header = t.header(row, at, time);
    return List.of(
        follower
            ? new Record.Follow(header, other, t.owner(), Record.Follow.How.FOLLOWS)
            : new Record.Follow(header, t.owner(), other, Record.Follow.How.FOLLOWS));
  }

  /* A device asked Apple whether an address takes iMessage or FaceTime: near a contact, no message. */
  private static List<Record> lookup(NamedRow row, Locator at, Telling t) {
    ClaimedTime time = t.time(row);
    String asked =
        row.text(
            "queried_handle",
            "query",
            "lookup",
            "lookup_value",
            "destination",
            "uri",
            "handle",
            "queried_id",
            "target");
    String phone = asked == null ? null : asked.replaceFirst("^(?:tel|mailto):", "");
    AccountRef towards = phone == null ? null : Names.ofPhone(t.platform(), phone, null);
    if (towards == null && phone != null) {
      towards = Names.of(t.platform(), null, phone, null);
    }
    return List.of(
        new Record.Activity(
            t.header(row, at, time),
            t.owner(),
            Record.Activity.What.OTHER,
            "address looked up",
            asked,
            towards));
  }
}
