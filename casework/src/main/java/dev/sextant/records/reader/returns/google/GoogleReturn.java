package dev.sextant.records.reader.returns.google;

import dev.sextant.records.AccountRef;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.chat.mail.Mailbox;
import dev.sextant.records.reader.returns.AnyTable;
import dev.sextant.records.reader.returns.Names;
import dev.sextant.records.reader.returns.Roles;
import dev.sextant.records.reader.returns.TableForm;
import dev.sextant.records.reader.returns.TableReturn;
import dev.sextant.records.reader.returns.Telling;
import dev.sextant.records.reader.table.NamedRow;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Google's answer to legal process: {@code <id>.<Service>.<Resource>_NNN/...} for each product, as
 * folders or archives. What each product holds is read by its own form; names of folders from the
 * public modules of RLEAPP, labels of pages read as they stand.
 */
public final class GoogleReturn extends TableReturn {
  private static final Pattern PRODUCT =
      Pattern.compile(
          "(?:^|/)[^/]*\\.(?:googleaccount|googleaccounttargetassociation|mail|myactivity"
              + "|googleplaystore|androiddeviceconfigurationservice|youtubeandyoutubemusic"
              + "|locationhistory|accesslogactivity|googlephotos|drive|googlechat|hangouts|contacts"
              + "|googlepay|googlevoice|calendar|chrome|maps|keep)\\.[a-z]+_[0-9]{3}");

  private static final Pattern MAIL_IN_NAME =
      Pattern.compile(
          "([a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,190}\\.[a-z]{2,24})\\.(?:subscriberinfo|changehistory|[a-z]+_[0-9]{3})");

  /** A reader. */
  public GoogleReturn() {
    super(new Platform("google"));
  }

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "google-return",
        1,
        "Google return",
        List.of(
            "SubscriberInfo and ChangeHistory pages by their labels and tables, device pages",
            "access logs of 13 and 16 columns, accounts linked by cookies, telephone or other traits",
            "My Activity as page or JSON, location Records.json, mailboxes, Play installs, library,"
                + " devices and reviews, YouTube's subscriber table; folders or archives for each"
                + " product"),
        List.of(
            "no real return was available",
            "Drive, Photos, Chat, Voice and other products are listed as unknown",
            "semantic location history belongs to the Takeout reader"));
  }

  @Override
  protected List<TableForm> forms() {
    List<TableForm> forms = new ArrayList<>();
    forms.add(
        new TableForm(
            "access log",
            74,
            (c, p) -> c.has("gaia_id") && c.hasAny("ip_address", "activity_timestamp"),
            PlayAndLogs::access));
    forms.add(
        new TableForm(
            "linked accounts",
            0,
            (c, p) -> p.contains("linkedby") && AnyTable.head(c),
            PlayAndLogs::linked));
    forms.add(
        new TableForm(
            "installs",
            0,
            (c, p) ->
                p.contains("google play store")
                    && c.hasAny("package_name", "app", "title", "doc_id", "document_id")
                    && !p.contains("review"),
            PlayAndLogs::install));
    forms.add(
        new TableForm(
            "reviews", 0, (c, p) -> p.contains("review") && Roles.TIME.in(c), PlayAndLogs::review));
    forms.addAll(AnyTable.forms());
    return forms;
  }

  @Override
  protected int named(String path) {
    return PRODUCT.matcher(path).find() ? 93 : 0;
  }

  @Override
  protected int sniffOther(Source.Part part, String path) throws IOException {
    if (PRODUCT.matcher(path).find()) {
      return 93;
    }
    boolean page = path.endsWith(".html") || path.endsWith(".htm");
    if (!page) {
      return 0;
    }
    String head = new String(part.head(), StandardCharsets.UTF_8);
    boolean google = head.contains("Google Account ID") || head.contains("Google Subscriber");
    return google && head.contains("e-Mail") || path.endsWith(".subscriberinfo.html") ? 88 : 0;
  }

  @Override
  protected @Nullable AccountRef owner(TableForm form, NamedRow row) {
    return form.section().equals("access log")
        ? Names.of(platform(), row.look("gaia_id"), null, null)
        : null;
  }

  @Override
  protected @Nullable AccountRef ownerIn(Source.Part part, String path) throws IOException {
    return subscriber(path) ? Pages.account(part) : null;
  }

  private static boolean subscriber(String path) {
    return path.contains("subscriberinfo") && path.endsWith(".html");
  }

  @Override
  protected @Nullable AccountRef ownerOf(String path) {
    Matcher m = MAIL_IN_NAME.matcher(path.substring(path.lastIndexOf('/') + 1));
    return m.find() ? Names.of(platform(), null, m.group(1), null) : null;
  }

  @Override
  protected boolean other(Source.Part part, Telling t) throws IOException {
    String path = t.path();
    String file = t.file();
    if (file.endsWith(".mbox")) {
      Mailbox.read(t.source(), part, t.sink());
      return true;
    }
    if (file.startsWith("myactivity.htm")) {
      MyActivity.page(part, t);
      return true;
    }
    if (file.startsWith("myactivity") && file.endsWith(".json")) {
      MyActivity.json(part, t);
      return true;
    }
    if (file.endsWith(".json")
        && (file.startsWith("records") || path.contains("location history"))) {
      return Locations.tell(part, t);
    }
    boolean page = file.endsWith(".html") || file.endsWith(".htm") || sniffOther(part, path) == 88;
    boolean known =
        subscriber(path)
            || file.contains("changehistory")
            || file.startsWith("device-")
            || path.contains("deviceanduserprofile")
            || path.contains("basicsubscriberinfo")
            || sniffOther(part, path) == 88;
    if (page && known) {
      new Pages(part, t).tell();
      return true;
    }
    return false;
  }
}
