package dev.sextant.records.reader.capture.feed;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Stated;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.capture.ByPart;
import dev.sextant.records.reader.capture.Forms;
import dev.sextant.records.reader.capture.JsonLines;
import dev.sextant.records.reader.capture.table.LeadTables;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.records.reader.json.JsonStream;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import dev.sextant.terms.SelectorType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Maigret's reports in JSON: simple (an object by site) and NDJSON ({@code sitename} in each line).
 * Its database of sites is known as what it is: it holds no finding about anybody.
 */
public final class LeadFeeds extends ByPart {
  private static final Pattern REPORT = Pattern.compile("\"(?:url_user|sitename)\"\\s*:");

  private static final Pattern SITES =
      Pattern.compile("\"(?:urlMain|checkType|usernameClaimed|presenseStrs|engines)\"\\s*:");

  /** The reader. */
  public LeadFeeds() {
    super(
        new ReaderCard(
            "maigret-json",
            2,
            "Username search of Maigret (JSON simple, NDJSON) and its database of sites",
            List.of(
                "each site a profile marked as a lead, with status, tags and what the page told",
                "the database of sites is recognised and listed: it is about no person"),
            List.of("HTML, PDF and XMind reports are not read"),
            List.of("Maigret's database of sites and that of its tests")));
  }

  private static String start(Source.Part part) throws IOException {
    return new String(part.head(), StandardCharsets.UTF_8);
  }

  private static boolean database(String start) {
    return (start.contains("\"sites\"") || start.contains("\"engines\""))
        && SITES.matcher(start).find()
        && !REPORT.matcher(start).find();
  }

  @Override
  protected int fits(Source source, Source.Part part) throws IOException {
    byte[] head = part.head();
    if (head.length == 0 || head[0] != '{' && head[0] > ' ') {
      return 0;
    }
    String start = start(part);
    if (database(start)) {
      return 85;
    }
    boolean report =
        REPORT.matcher(start).find()
            && start.contains("\"url_user\"")
            && start.contains("\"status\"")
            && (start.contains("\"http_status\"") || start.contains("\"site\""));
    return report ? 92 : 0;
  }

  @Override
  protected void read(Source source, Source.Part part, Shelf shelf, Sink sink) throws IOException {
    JsonItems items = new JsonItems(source, part, sink);
    if (database(start(part))) {
      sink.note(
          new ReadNote(
              "SX-NOTE-REFERENCE",
              "This is Maigret's database of sites, not a report: it says nothing of anybody."));
      items.run(
          in -> in.object(name -> items.unknown(in, "Maigret database of sites: " + plain(name))));
    } else if (JsonLines.first(part, source.limits()) instanceof Json.Obj line
        && line.get("sitename") != null) {
      new JsonLines(source, part, sink, "Maigret line without a site")
          .read((value, at) -> lead(value, null, at));
    } else {
      items.run(in -> sites(items, in));
    }
  }

  private static String plain(String name) {
    return name.matches("[A-Za-z_]{1,30}") ? name : "other";
  }

  private static void sites(JsonItems items, JsonStream in) throws IOException {
    if (in.kind() == JsonStream.Kind.OBJECT) {
      in.object(site ->
          items.known(
              in,
              value -> value instanceof Json.Obj ? "" : "Maigret site without a result",
              (value, at) -> {
                List<Record> found = lead(value, site, at);
                return found == null ? List.of() : found;
              }));
    } else {
      items.unknown(in, "Maigret report of another form");
    }
  }

  private static @Nullable List<Record> lead(Json value, @Nullable String key, Locator at) {
    Fields f = Fields.of(value);
    String named = f.text("sitename");
    Json status = f.take("status");
    Fields s = Fields.of(status);
    String site = key != null ? key : named != null ? named : s.text("site_name");
    String name = firstOf(f.text("username"), s.text("username"));
    String url = firstOf(f.text("url_user"), s.text("url"));
    if (site == null) {
      return null;
    }
    if (name == null && url == null) {
      return List.of();
    }
    Platform platform = Forms.platform(site);
    Map<String, String> extra = new TreeMap<>();
    Map<String, String> attributes = new TreeMap<>();
    List<Stated> selectors = new ArrayList<>();
    Fields ids = s.object("ids").apart();
    String id = null;
    for (Map.Entry<String, Json> one : ids.object().fields().entrySet()) {
      attributes.put(one.getKey(), one.getValue().raw());
      id =
          one.getKey().equals("uid") || one.getKey().equals(platform + "_id")
              ? one.getValue().raw()
              : id;
    }
    extra.put("lead", "true");
    extra.put("site", site);
    String told = status instanceof Json.Text t ? t.text() : s.text("status");
    extra.put("status", told == null || told.isBlank() ? "not said" : told);
    Json tags = s.take("tags");
    if (tags instanceof Json.Arr list) {
      extra.put("tags", String.join(", ", list.items().stream().map(Json::raw).toList()));
    }
    s.rest().forEach((k, v) -> extra.putIfAbsent("status." + k, v));
    Json described = f.take("site");
    if (described != null) {
      extra.put("site.described", described.raw());
    }
    f.rest().forEach(extra::putIfAbsent);
    if (told != null && name != null && LeadTables.ruledOut(told)) {
      extra.put("lead", "false");
      return List.of(LeadTables.search(platform, name, url == null ? "" : url, at, extra));
    }
    Forms.state(SelectorType.URL, platform, url == null ? "" : url, "url", selectors, attributes);
    AccountRef account = Forms.account(platform, null, name, ids.text("fullname"), "lead");
    if (account == null) {
      account = new AccountRef(platform, AccountRef.KeyBasis.LABEL, "lead " + url, null, null);
    }
    if (id != null) {
      attributes.put("number said", id);
    }
    return List.of(
        new Record.Profile(
            new Header(platform, at, ClaimedTime.none(), extra), account, selectors, attributes));
  }

  private static @Nullable String firstOf(@Nullable String one, @Nullable String two) {
    return one == null || one.isBlank() ? two : one;
  }
}
