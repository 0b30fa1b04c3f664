package dev.sextant.records.reader.archive.takeout;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.archive.Loose;
import dev.sextant.records.reader.archive.Times;
import dev.sextant.records.reader.archive.WordedTime;
import dev.sextant.records.reader.html.HtmlElement;
import dev.sextant.records.reader.html.HtmlText;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was searched, watched, visited and installed: "My Activity" and YouTube's histories, as JSON
 * and as pages, the browser's history, the shop for programs.
 */
final class DoingForms {
  private static final Pattern QUERY = Pattern.compile("[?&](?:q|query|search_query)=([^&#]*)");

  private static final Pattern CENTRE =
      Pattern.compile("center=(-?\\d{1,3}\\.?\\d{0,12}),(-?\\d{1,3}\\.?\\d{0,12})");

  private final @Nullable AccountRef owner;
  private final Optional<ZoneId> zone;

  DoingForms(@Nullable AccountRef owner, Optional<ZoneId> zone) {
    this.owner = owner;
    this.zone = zone;
  }

  /* The file's name tells for YouTube's; of mixed ones the address does, which is not translated. */
  private static What what(Source.Part part, String title, @Nullable String url) {
    String path = part.path().toLowerCase(Locale.ROOT);
    if (path.contains("search-history") || (url != null && QUERY.matcher(url).find())) {
      return What.SEARCHED;
    }
    if (path.contains("watch-history")
        || (url != null && url.contains("watch?v="))
        || title.startsWith("Watched ")
        || title.startsWith("Visited ")
        || title.startsWith("Viewed ")) {
      return What.VIEWED;
    }
    return title.startsWith("Searched for ") ? What.SEARCHED : What.OTHER;
  }

  /* Of a search the query is what the address says, else the title without its English beginning. */
  private static String words(What what, String title, @Nullable String url) {
    Matcher m = QUERY.matcher(url == null ? "" : url);
    if (what == What.SEARCHED && m.find()) {
      try {
        return URLDecoder.decode(m.group(1), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        return title; // Not escaped as addresses are.
      }
    }
    return what == What.SEARCHED && title.startsWith("Searched for ")
        ? title.substring("Searched for ".length())
        : title;
  }

  /** An entry of the JSON. */
  List<Record> activity(Json value, Locator at, Source.Part part) {
    Loose f = new Loose(value);
    String title = f.text("title");
    String url = f.said("titleUrl");
    ClaimedTime time = Times.utc(f.said("time"));
    if (title.isEmpty() && time.text().isEmpty()) {
      return List.of();
    }
    What what = what(part, title, url);
    String text = words(what, title, url);
    Map<String, String> extra = new TreeMap<>(f.rest());
    if (!text.equals(title)) {
      extra.put("title", title);
    }
    List<Record> records = new ArrayList<>();
    records.add(
        new Record.Activity(
            new Header(Google.GOOGLE, at, time, extra), owner, what, text, url, null));
    for (Json info : new Loose(value).array("locationInfos")) {
      Loose where = new Loose(info);
      place(where.said("url"), where.said("name"), at, time, records);
    }
    return records;
  }

  /* The area, as far as Google knew it, is the middle of a map that an address leads to. */
  private void place(
      @Nullable String url,
      @Nullable String name,
      Locator at,
      ClaimedTime time,
      List<Record> into) {
    Matcher m = CENTRE.matcher(url == null ? "" : url);
    if (m.find()) {
      double latitude = Double.parseDouble(m.group(1));
      double longitude = Double.parseDouble(m.group(2));
      if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) {
        Header header = new Header(Google.GOOGLE, at, time, Map.of("section", "locationInfos"));
        into.add(new Record.Place(header, owner, latitude, longitude, Double.NaN, name));
      }
    }
  }

  /** A block of a page: product, what was done with links, time; then small print. */
  List<Record> block(HtmlElement block, Locator at, Source.Part part) {
    HtmlElement body = null;
    Map<String, String> extra = new TreeMap<>();
    for (HtmlElement cell : block.withClass("content-cell")) {
      if (cell.start().has("mdl-typography--caption")) {
        extra.put("caption", cell.text());
      } else if (body == null && !cell.text().isBlank()) {
        body = cell;
      }
    }
    HtmlElement head = block.firstWithClass("header-cell");
    if (head != null) {
      extra.put("header", head.text());
    }
    if (body == null) {
      return List.of();
    }
    List<String> lines = body.text().lines().filter(l -> !l.isBlank()).toList();
    String last = lines.isEmpty() ? "" : lines.getLast();
    ClaimedTime time = WordedTime.of(last, zone);
    String title =
        lines.isEmpty() ? "" : HtmlText.squeezed(lines.getFirst().replace('\u00a0', ' '));
    HtmlElement link = body.first("a");
    String url = link == null ? null : link.attribute("href");
    if (lines.size() > 2) {
      extra.put("details", String.join("\n", lines.subList(1, lines.size() - 1)));
    }
    List<HtmlElement> links = body.all("a");
    for (int i = 1; i < links.size(); i++) {
      extra.put("link " + (i + 1), links.get(i).attribute("href"));
    }
    What what = what(part, title, url);
    String text = words(what, title, url);
    if (!text.equals(title)) {
      extra.put("title", title);
    }
    List<Record> records = new ArrayList<>();
    records.add(
        new Record.Activity(
            new Header(Google.GOOGLE, at, time, extra), owner, what, text, url, null));
    for (HtmlElement a : block.all("a")) {
      place(a.attribute("href"), a.text(), at, time, records);
    }
    return records;
  }

  /** A page that the browser visited. */
  List<Record> visited(Json value, Locator at) {
    Loose f = new Loose(value);
    String url = f.said("url");
    String title = f.text("title");
    ClaimedTime time = Times.utc(f.said("time_usec", "timestamp"));
    return url == null
        ? List.of()
        : List.of(
            new Record.Activity(
                new Header(Google.GOOGLE, at, time, f.rest()),
                owner,
                What.VIEWED,
                title,
                url,
                null));
  }

  /** An entry of the shop for programs: {@code {install: {doc: {title}}}} and its kin. */
  List<Record> shop(Json value, Locator at) {
    if (!(value instanceof Json.Obj o) || o.fields().isEmpty()) {
      return List.of();
    }
    Map.Entry<String, Json> only = o.fields().entrySet().iterator().next();
    String section = only.getKey();
    boolean wrapped = o.fields().size() == 1 && only.getValue() instanceof Json.Obj;
    Loose f = new Loose(wrapped ? only.getValue() : value);
    Loose doc = f.object("doc");
    String title = doc.said("title");
    ClaimedTime time =
        Times.utc(
            f.said(
                "firstInstallationTime",
                "purchaseTime",
                "creationTime",
                "acquisitionTime",
                "lastUpdateTime"));
    boolean money = section.toLowerCase(Locale.ROOT).matches(".*(purchase|order|subscription).*");
    Map<String, String> extra = new TreeMap<>(f.rest());
    doc.rest().forEach((k, v) -> extra.put("doc." + k, v));
    extra.put("section", wrapped ? section : "shop");
    String sum = f.said("invoicePrice", "totalPrice", "price");
    return List.of(
        new Record.Activity(
            new Header(Google.GOOGLE, at, time, extra),
            owner,
            money ? What.PAID : What.INSTALLED,
            title == null ? "" : title,
            sum == null ? title : sum,
            null));
  }
}
