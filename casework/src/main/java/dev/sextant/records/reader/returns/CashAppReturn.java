package dev.sextant.records.reader.returns;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.table.NamedRow;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Cash App's answer to legal process: workbooks named {@code *-for-subject-SQ_CASH-*.xlsx}. The
 * head of each sheet is looked for; columns are read by what their names say.
 */
public final class CashAppReturn extends TableReturn {
  private static final Pattern TOKEN =
      Pattern.compile("(?:for-subject-)?sq_cash[-_]([a-z0-9_-]{3,60})");

  /** A reader. */
  public CashAppReturn() {
    super(new Platform("cashapp"));
  }

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "cashapp-return",
        1,
        "Cash App return",
        List.of(
            "sheets of payments, addresses, devices, identity, by what their columns are called"),
        List.of("no real return was available, and no layout is published"));
  }

  @Override
  protected List<TableForm> forms() {
    List<TableForm> forms = new ArrayList<>();
    forms.add(
        new TableForm(
            "payments",
            78,
            (c, p) ->
                Roles.AMOUNT.in(c)
                    && Roles.TIME.in(c)
                    && c.hasAny(
                        "cashtag",
                        "sender_cashtag",
                        "recipient_cashtag",
                        "payment_id",
                        "transaction_id")
                    && p.contains("cash"),
            AnyTable::payment));
    forms.add(
        new TableForm(
            "payments",
            0,
            (c, p) -> Roles.AMOUNT.in(c) && (Roles.TIME.in(c) || Roles.SENDER.in(c)),
            AnyTable::payment));
    forms.add(
        new TableForm(
            "aliases",
            0,
            (c, p) ->
                AnyTable.head(c)
                    && Roles.TIME.in(c)
                    && c.keys().size() <= 3
                    && Stream.of(
                            Roles.IP,
                            Roles.DEVICE,
                            Roles.TEXT,
                            Roles.MAIL,
                            Roles.PHONE,
                            Roles.ACCOUNT,
                            Roles.HANDLE)
                        .noneMatch(r -> r.in(c)),
            CashAppReturn::alias));
    forms.addAll(AnyTable.forms());
    return forms;
  }

  /* Addresses and numbers stand in tables of date and value; what a value is shows in its look. */
  private static List<Record> alias(NamedRow row, Locator at, Telling t) {
    Said said = new Said(t.platform());
    row.rest()
        .forEach((column, text) -> {
          if (text.indexOf('@') > 0) {
            said.mail(column, text, false);
          } else if (text.startsWith("+")) {
            said.phone(column, text, false);
          }
        });
    if (said.selectors().isEmpty()) {
      return AnyTable.deed(row, at, t);
    }
    ClaimedTime time = t.time(row);
    row.rest().forEach(said::attribute);
    Header header = new Header(t.platform(), at, time, Map.of());
    return List.of(new Record.Profile(header, t.owner(), said.selectors(), said.attributes()));
  }

  @Override
  protected int named(String path) {
    return path.contains("sq_cash") || path.contains("cash-app") || path.contains("cashapp")
        ? 84
        : 0;
  }

  @Override
  protected @Nullable AccountRef owner(TableForm form, NamedRow row) {
    return form.section().equals("profiles")
        ? Names.of(
            platform(),
            row.look("customer_token", "customer_id", "account_id"),
            row.look("cashtag", "username"),
            row.look("display_name", "full_name", "name"))
        : null;
  }

  @Override
  protected @Nullable AccountRef ownerOf(String path) {
    String file = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.[a-z]+$", "");
    Matcher m = TOKEN.matcher(file);
    return m.find() ? Names.of(platform(), m.group(1), null, null) : null;
  }
}
