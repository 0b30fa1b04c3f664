package dev.sextant.records.reader.capture.table;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Stated;
import dev.sextant.records.reader.PhoneNumbers;
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
import org.jspecify.annotations.Nullable;

/**
 * SpiderFoot's table of findings: {@code Updated, Type, Module, Source, F/P, Data}, with {@code
 * Scan Name} first where several scans are in it. Its times are of the machine that scanned, in a
 * zone that the file does not say, and are when the tool found something, not when it happened.
 */
public final class SpiderFoot extends TableExport {
  static final Platform PLATFORM = new Platform("web");

  /** The reader. */
  public SpiderFoot() {
    super(
        new ReaderCard(
            "spiderfoot-csv",
            1,
            "Findings of SpiderFoot (CSV)",
            List.of("one scan or several; every row a lead with type, module and source"),
            List.of("times are the scanning machine's, kept as text")));
  }

  @Override
  int knows(Columns columns) {
    return columns.hasAll("updated", "type", "module", "source", "data") ? 90 : 0;
  }

  @Override
  List<Record> records(NamedRow row, Locator at, Source source) {
    String type = row.textOrEmpty("type");
    String data = row.textOrEmpty("data");
    if (data.isBlank()) {
      return List.of();
    }
    String from = row.look("source");
    Map<String, String> extra = new TreeMap<>(row.rest());
    return List.of(finding(type, data, from, at, extra));
  }

  /** A finding as a record: a profile where it is an identifier, else a doing of nobody. */
  static Record finding(
      String type, String data, String from, Locator at, Map<String, String> extra) {
    extra.put("lead", "true");
    extra.put("type", type);
    String plain = data.replace("<SFURL>", "").replace("</SFURL>", "");
    if (!plain.equals(data)) {
      extra.put("raw:data", data);
    }
    Record profile = profile(type.toLowerCase(Locale.ROOT), plain, at, extra);
    return profile != null
        ? profile
        : new Record.Activity(
            new Header(PLATFORM, at, ClaimedTime.none(), extra),
            null,
            Record.Activity.What.OTHER,
            plain,
            from.isBlank() ? null : from,
            null);
  }

  /* Types are words in tables ("Email Address") and names in JSON ("EMAILADDR"). */
  private static @Nullable Record profile(
      String type, String data, Locator at, Map<String, String> extra) {
    Map<String, String> attributes = new TreeMap<>();
    List<Stated> selectors = new ArrayList<>();
    AccountRef account = null;
    if (type.startsWith("account on external site") || type.equals("account_external_owned")) {
      account = external(data, selectors, attributes);
    } else if (type.startsWith("email address") || type.startsWith("emailaddr")) {
      String mail = data.strip().toLowerCase(Locale.ROOT);
      account =
          mail.isBlank()
              ? null
              : new AccountRef(PhoneNumbers.EMAIL, KeyBasis.HANDLE, mail, mail, null);
      Forms.state(SelectorType.EMAIL, PLATFORM, data, "email", selectors, attributes);
    } else if (type.startsWith("phone number") || type.equals("phone_number")) {
      Forms.state(SelectorType.PHONE, PLATFORM, data, "phone", selectors, attributes);
      String number = selectors.isEmpty() ? data : selectors.getFirst().selector().value();
      account =
          new AccountRef(
              PhoneNumbers.PHONE,
              selectors.isEmpty() ? KeyBasis.LABEL : KeyBasis.PHONE,
              number,
              null,
              null);
    } else if (type.equals("username") || type.equals("human name") || type.equals("human_name")) {
      account = new AccountRef(PLATFORM, KeyBasis.LABEL, type + " " + data, null, data);
    }
    if (account == null) {
      return null;
    }
    return new Record.Profile(
        new Header(account.platform(), at, ClaimedTime.none(), extra),
        account,
        selectors,
        attributes);
  }

  /* "Instagram (Category: social)\nhttps://www.instagram.com/anna" */
  private static @Nullable AccountRef external(
      String data, List<Stated> selectors, Map<String, String> attributes) {
    String site = data.lines().findFirst().orElse("");
    int bracket = site.indexOf(" (");
    String url = data.lines().filter(l -> l.startsWith("http")).findFirst().orElse("");
    Platform platform = Forms.platform(bracket > 0 ? site.substring(0, bracket) : site);
    Forms.state(SelectorType.URL, platform, url, "url", selectors, attributes);
    attributes.put("site", site);
    return url.isBlank() ? null : new AccountRef(platform, KeyBasis.LABEL, url, null, null);
  }
}
