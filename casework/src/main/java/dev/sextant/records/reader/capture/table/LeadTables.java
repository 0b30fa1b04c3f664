package dev.sextant.records.reader.capture.table;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Stated;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.capture.Forms;
import dev.sextant.records.reader.table.Columns;
import dev.sextant.records.reader.table.NamedRow;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import dev.sextant.terms.SelectorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tables of Maigret and Sherlock: on which sites an account of a name seemed to exist. Leads: the
 * tool guessed from a page's status or words, and nothing says whose account it is.
 */
public final class LeadTables extends TableExport {
  /** The reader. */
  public LeadTables() {
    super(
        new ReaderCard(
            "username-leads",
            1,
            "Username searches of Maigret and Sherlock (CSV)",
            List.of(
                "Sherlock: username, name, url_main, url_user, exists, http_status,"
                    + " response_time_s",
                "Maigret: username, name, url_main, url_user, exists, http_status, error_reason",
                "each row a profile marked as a lead with the tool's status; never a fact; where the tool"
                    + " found nobody, the search alone"),
            List.of(
                "XLSX of Sherlock is read by the mapping wizard", "text reports are not read")));
  }

  @Override
  int knows(Columns columns) {
    return columns.hasAll("username", "name", "url_user", "exists") ? 92 : 0;
  }

  @Override
  List<Record> records(NamedRow row, Locator at, Source source) {
    String name = row.textOrEmpty("username");
    String site = row.textOrEmpty("name");
    String url = row.textOrEmpty("url_user");
    String status = row.textOrEmpty("exists");
    if (name.isBlank()) {
      return List.of();
    }
    Platform platform = Forms.platform(site);
    Map<String, String> extra = new TreeMap<>(row.rest());
    boolean ruledOut = ruledOut(status);
    extra.put("lead", Boolean.toString(!ruledOut));
    extra.put("status", status.isBlank() ? "not said" : status);
    extra.put("site", site);
    return List.of(
        ruledOut
            ? search(platform, name, url, at, extra)
            : lead(platform, name, url, Map.of(), at, extra));
  }

  /** True for words by which the tools say that there is no such account. */
  public static boolean ruledOut(String status) {
    return switch (status.toLowerCase(Locale.ROOT)) {
      case "available", "illegal", "not found", "no", "false" -> true;
      default -> false;
    };
  }

  /** That a name was looked for where the tool found nobody: no account is made of it. */
  public static Record search(
      Platform platform, String name, String url, Locator at, Map<String, String> extra) {
    return new Record.Activity(
        new Header(platform, at, ClaimedTime.none(), extra),
        null,
        Record.Activity.What.OTHER,
        name,
        url.isBlank() ? null : url,
        null);
  }

  /** A profile that is only a lead. */
  static Record lead(
      Platform platform,
      String name,
      String url,
      Map<String, String> said,
      Locator at,
      Map<String, String> extra) {
    AccountRef account = Forms.account(platform, null, name, null, "lead");
    if (account == null) {
      account = new AccountRef(platform, AccountRef.KeyBasis.LABEL, "lead " + name, null, null);
    }
    List<Stated> selectors = new ArrayList<>();
    Map<String, String> attributes = new TreeMap<>(said);
    Forms.state(SelectorType.URL, platform, url, "url", selectors, attributes);
    return new Record.Profile(
        new Header(platform, at, ClaimedTime.none(), extra), account, selectors, attributes);
  }
}
