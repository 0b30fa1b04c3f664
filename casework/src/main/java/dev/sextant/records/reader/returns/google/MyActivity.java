package dev.sextant.records.reader.returns.google;

import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.html.HtmlElement;
import dev.sextant.records.reader.html.HtmlStream;
import dev.sextant.records.reader.html.HtmlToken;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.records.reader.json.JsonStream;
import dev.sextant.records.reader.returns.Stamps;
import dev.sextant.records.reader.returns.Telling;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * My Activity: a page of {@code div.outer-cell}, each with what was done, with what and when; or a
 * JSON list of {@code {header, title, titleUrl, time, products}}.
 */
final class MyActivity {
  private MyActivity() {}

  /** Tells a page. */
  static void page(Source.Part part, Telling t) throws IOException {
    long reached = 0;
    try (HtmlStream in = HtmlStream.of(part, t.source().limits())) {
      for (HtmlToken token = in.next(); token != null; token = in.next()) {
        reached = token.to();
        if (token instanceof HtmlToken.Start s && s.has("outer-cell")) {
          HtmlElement cell = HtmlElement.read(in, s, t.source().limits());
          Locator at = part.at(cell.from(), Math.min(cell.to(), part.size()), "");
          t.sink().item();
          if (cell.whole()) {
            t.sink().records(List.of(cell(cell, at, t)));
          } else {
            t.sink().fault(at, new ReadFault(ReadFault.TRUNCATED, "the page ends in an entry"));
          }
        }
      }
    } catch (EOFException | ZipException e) {
      t.sink().item();
      t.sink()
          .fault(
              part.at(reached, part.size(), ""),
              new ReadFault(ReadFault.TRUNCATED, "the packed entry cannot be read to its end"));
    }
  }

  private static Record cell(HtmlElement cell, Locator at, Telling t) {
    HtmlElement head = cell.firstWithClass("header-cell");
    List<HtmlElement> contents = cell.withClass("content-cell");
    List<String> lines = new ArrayList<>();
    HtmlElement link = null;
    if (!contents.isEmpty()) {
      HtmlElement main = contents.getFirst();
      lines.addAll(List.of(main.text().split("\n")));
      link = main.first("a");
    }
    ClaimedTime time = ClaimedTime.none();
    for (int i = lines.size() - 1; i >= 0 && time.instant() == null; i--) {
      ClaimedTime read = Stamps.of(lines.get(i), t.source().zone());
      if (read.instant() != null) {
        time = read;
        lines.remove(i);
      }
    }
    Map<String, String> extra = new TreeMap<>();
    for (int i = 1; i < contents.size(); i++) {
      String said = contents.get(i).text();
      if (!said.isEmpty()) {
        extra.put("content " + (i + 1), said);
      }
    }
    String product = head == null ? "" : head.text();
    if (!product.isEmpty()) {
      extra.put("product", product);
    }
    String said = String.join("\n", lines);
    return doing(
        new Header(t.platform(), at, time, extra),
        t,
        said,
        link == null ? null : link.attribute("href"),
        link == null ? "" : link.text());
  }

  private static Record doing(
      Header header, Telling t, String title, @Nullable String url, String linked) {
    String low = title.toLowerCase(Locale.ROOT);
    boolean searched =
        low.startsWith("searched")
            || (url != null && url.contains("/search?") && !low.startsWith("visited"));
    boolean viewed =
        low.startsWith("visited")
            || low.startsWith("watched")
            || low.startsWith("viewed")
            || low.startsWith("listened")
            || low.startsWith("used");
    String query = searched ? query(title, linked) : title;
    return new Record.Activity(
        header,
        t.owner(),
        searched ? What.SEARCHED : viewed ? What.VIEWED : What.OTHER,
        query,
        url == null || url.isEmpty() ? null : url,
        null);
  }

  /* "Searched for kayak": the query alone; the whole line where the words are in another order. */
  private static String query(String title, String linked) {
    if (!linked.isEmpty() && title.contains(linked)) {
      return linked;
    }
    return title.startsWith("Searched for ") ? title.substring("Searched for ".length()) : title;
  }

  /** Tells a list. */
  static void json(Source.Part part, Telling t) throws IOException {
    JsonItems items = new JsonItems(t.source(), part, t.sink());
    items.run(in -> {
      if (in.kind() == JsonStream.Kind.ARRAY) {
        in.array(index -> items.item(in, (value, at) -> entry(value, at, t)));
      } else {
        items.unknown(in, "not a list");
      }
    });
  }

  private static List<Record> entry(Json value, Locator at, Telling t) {
    Fields f = Fields.of(value);
    String title = f.text("title");
    ClaimedTime time = ClaimedTimes.ofIso(f.text("time"));
    if (title == null && time.instant() == null) {
      return List.of();
    }
    String url = f.text("titleUrl");
    return List.of(
        doing(
            new Header(t.platform(), at, time, f.rest()), t, title == null ? "" : title, url, ""));
  }
}
