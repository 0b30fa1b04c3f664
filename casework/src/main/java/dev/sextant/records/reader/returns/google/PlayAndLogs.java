package dev.sextant.records.reader.returns.google;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.reader.returns.IpPort;
import dev.sextant.records.reader.returns.Names;
import dev.sextant.records.reader.returns.Roles;
import dev.sextant.records.reader.returns.Telling;
import dev.sextant.records.reader.table.NamedRow;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Google's tables: access logs, linked accounts, the Play store's. */
final class PlayAndLogs {
  private PlayAndLogs() {}

  private static AccountRef account(Telling t, @Nullable String gaia) {
    AccountRef known = t.known();
    if (gaia == null || (known != null && known.key().equals(gaia))) {
      return t.owner();
    }
    return AccountRef.ofId(t.platform(), gaia, null, null);
  }

  /** One line of an access log; the 16-column form has referers too, which stay in extra. */
  static List<Record> access(NamedRow row, Locator at, Telling t) {
    AccountRef who = account(t, row.text("gaia_id"));
    ClaimedTime time = t.utc(row, "activity_timestamp", "timestamp", "time", "date");
    String said = row.text("ip_address", "ip");
    IpPort ip = IpPort.of(said);
    String action = row.text("activity_type", "product_name");
    if (said == null && time.text().isEmpty()) {
      return List.of();
    }
    String agent = row.text("user_agent_string", "user_agent", "device_model");
    return List.of(
        new Record.Login(
            t.header(row, at, time),
            who,
            ip == null ? said : ip.address(),
            ip == null ? -1 : ip.port(),
            agent,
            action));
  }

  /** Another account that shares a cookie, a telephone or an address with this one. */
  static List<Record> linked(NamedRow row, Locator at, Telling t) {
    String id = row.text("gaia_id", "google_account_id", "account_id", "linked_account_id", "id");
    String mail = Roles.MAIL.take(row);
    AccountRef other = Names.of(t.platform(), id, mail, Roles.NAME.take(row));
    if (other == null) {
      String first = row.row().text(0);
      other = first.isBlank() ? null : t.who(first);
    }
    if (other == null) {
      return List.of();
    }
    ClaimedTime time = t.time(row);
    String by = t.file().replaceFirst("^.*linkedby", "linked by ").replaceFirst("\\.csv$", "");
    return List.of(new Record.Relation(t.header(row, at, time), t.owner(), other, by, 1, false));
  }

  /** A program installed, bought or owned. */
  static List<Record> install(NamedRow row, Locator at, Telling t) {
    String title = row.textOrEmpty("title", "app", "name", "document_title");
    String program = row.text("package_name", "doc_id", "document_id", "backend_doc_id", "app_id");
    ClaimedTime time =
        t.utc(
            row,
            "first_installation_time",
            "install_time",
            "acquisition_time",
            "purchase_time",
            "last_update_time",
            "timestamp",
            "time",
            "date");
    ClaimedTime any = time.text().isEmpty() ? t.time(row) : time;
    boolean paid = t.file().contains("purchase") || t.file().contains("order");
    return List.of(
        new Record.Activity(
            t.header(row, at, any, Map.of("table", t.file())),
            t.owner(),
            paid ? What.PAID : What.INSTALLED,
            title,
            program,
            null));
  }

  /** A review of a program. */
  static List<Record> review(NamedRow row, Locator at, Telling t) {
    ClaimedTime time = t.time(row);
    String title = row.textOrEmpty("title", "review_title");
    String text = row.textOrEmpty("comment", "review", "text", "review_text", "body");
    Header header = t.header(row, at, time);
    String words = title.isEmpty() || text.isEmpty() ? title + text : title + "\n" + text;
    return List.of(
        new Record.Post(header, t.owner(), null, words, null, null, List.of(), null, List.of()));
  }
}
