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
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * TikTok's answer to legal process: a workbook of addresses ({@code ... - IP Data.xlsx}), one of
 * videos, and a PDF with the subscriber's data. Known from RLEAPP.
 */
public final class TikTokReturn extends TableReturn {
  private static final Pattern NAMED =
      Pattern.compile("^@?([a-z0-9._]{2,40}?) ?-? ?(?:ip data|\\(?subscriber|video)");

  /** A reader. */
  public TikTokReturn() {
    super(new Platform("tiktok"));
  }

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "tiktok-return",
        2,
        "TikTok return",
        List.of(
            "addresses with time and country, metadata of videos, other sheets by what their columns"
                + " are called, the lines of the subscriber's PDF, events with addresses in it"),
        List.of("no real return was available", "times are in UTC only where a column says so"));
  }

  @Override
  protected List<TableForm> forms() {
    List<TableForm> forms = new ArrayList<>();
    forms.add(
        new TableForm(
            "videos",
            80,
            (c, p) ->
                c.hasAny("media_id", "video_id", "item_id")
                    && c.hasAny("upload_time", "caption", "create_time"),
            AnyTable::post));
    forms.add(
        new TableForm(
            "addresses",
            78,
            (c, p) ->
                Roles.IP.in(c)
                    && (c.hasAny("active_start", "active_start_time")
                        || (p.contains("ip data") && Roles.TIME.in(c))),
            TikTokReturn::address));
    forms.addAll(AnyTable.forms());
    return forms;
  }

  @Override
  protected int named(String path) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    boolean tiktok =
        path.contains("tiktok") || file.contains("ip data") || file.contains("video metadata");
    return tiktok && file.endsWith(".xlsx") ? 82 : 0;
  }

  @Override
  protected @Nullable AccountRef ownerIn(Source.Part part, String path) throws IOException {
    if (!subscriber(path)) {
      return null;
    }
    Map<String, String> lines = SubscriberPdf.lines(part);
    return lines == null ? null : SubscriberPdf.account(platform(), lines);
  }

  @Override
  protected @Nullable AccountRef ownerOf(String path) {
    Matcher m = NAMED.matcher(path.substring(path.lastIndexOf('/') + 1));
    return m.find() && !subscriber(path) ? Names.of(platform(), null, m.group(1), null) : null;
  }

  private static boolean subscriber(String path) {
    return path.endsWith(".pdf")
        && path.substring(path.lastIndexOf('/') + 1).contains("subscriber");
  }

  private static List<Record> address(NamedRow row, Locator at, Telling t) {
    String said = Roles.IP.take(row);
    IpPort ip = IpPort.of(said);
    int port = IpPort.port(Roles.PORT.take(row));
    ClaimedTime time = t.time(row);
    if (said == null && time.text().isEmpty()) {
      return List.of();
    }
    String device = Roles.DEVICE.take(row);
    String action = row.text("action", "event", "type");
    return List.of(
        new Record.Login(
            t.header(row, at, time),
            t.owner(),
            ip == null ? said : ip.address(),
            ip != null && ip.port() >= 0 ? ip.port() : port,
            device,
            action));
  }

  @Override
  protected boolean other(Source.Part part, Telling t) throws IOException {
    return subscriber(t.path()) && SubscriberPdf.tell(part, t);
  }
}
