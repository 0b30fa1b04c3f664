package dev.sextant.records.reader.capture.web;

import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.capture.JsonLines;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** WACZ files: web archives packed with their list of pages and their seal. */
public final class Wacz implements Reader {
  private static final ReaderCard CARD =
      new ReaderCard(
          "wacz",
          2,
          "Web archive with pages and seal (WACZ)",
          List.of(
              "WACZ 1.x: every digest of datapackage.json and datapackage-digest.json checked",
              "signature checked with the key or certificate it carries",
              "pages (title, words as extracted) and every capture of the WARC files within"),
          List.of(
              "the chain of a domain's certificate and the time stamp are told, not checked",
              "indexes are not read: the captures themselves are",
              "WACZ files within a WACZ file are listed only"),
          List.of("WACZ of py-wacz"));

  @Override
  public ReaderCard card() {
    return CARD;
  }

  @Override
  public int sniff(Source source) throws IOException {
    String root = root(source);
    if (root == null) {
      return 0;
    }
    boolean list = source.part(root + "datapackage.json").isPresent();
    boolean archive = source.parts().stream().anyMatch(p -> p.path().startsWith(root + "archive/"));
    boolean pages = source.parts().stream().anyMatch(p -> p.path().startsWith(root + "pages/"));
    return archive && (list || pages) ? 97 : list && pages ? 90 : 0;
  }

  /* A folder may lie around it where somebody unpacked and packed it again. */
  private static @Nullable String root(Source source) {
    for (Source.Part part : source.parts()) {
      String path = part.path();
      for (String mark : new String[] {"datapackage.json", "pages/pages.jsonl"}) {
        if (path.equals(mark) || path.endsWith("/" + mark)) {
          return path.substring(0, path.length() - mark.length());
        }
      }
    }
    return null;
  }

  @Override
  public void read(Source source, Sink sink) throws IOException {
    String found = root(source);
    String root = found == null ? "" : found;
    Shelf shelf = new Shelf(source);
    new WaczSeal(source, sink, root).check();
    WarcParts warcs = new WarcParts(source, sink);
    for (Source.Part part : source.parts()) {
      String path = part.path().startsWith(root) ? part.path().substring(root.length()) : "";
      if (path.equals("datapackage.json") || path.equals("datapackage-digest.json")) {
        shelf.use(part);
      } else if (path.startsWith("indexes/")) {
        shelf.use(part);
        sink.ignored(part.at(0, part.size(), ""), "WACZ index of what is read itself");
      } else if (path.startsWith("pages/") && path.endsWith(".jsonl")) {
        shelf.use(part);
        new JsonLines(source, part, sink, "page").read(new Pages(part, sink)::page);
      } else if (WarcParts.looks(part)) {
        shelf.use(part);
        warcs.read(part);
      }
    }
    shelf.announceRest(sink);
  }

  /** The lines of a list of pages; the first one is about the list. */
  private record Pages(Source.Part part, Sink sink) {
    @Nullable List<Record> page(Json value, Locator at) {
      Fields f = Fields.of(value);
      Map<String, String> extra = new TreeMap<>();
      if (f.has("format") && !f.has("url")) {
        extra.putAll(f.rest());
        extra.put("section", "wacz list of pages");
        return List.of(
            new Record.Activity(
                new Header(Hosts.WEB, at, ClaimedTime.none(), extra),
                null,
                Record.Activity.What.OTHER,
                f.textOrEmpty("title"),
                part.path(),
                null));
      }
      String url = f.text("url");
      if (url == null || url.isBlank()) {
        return f.object().fields().isEmpty() ? null : List.of();
      }
      String title = f.textOrEmpty("title");
      String text = f.textOrEmpty("text");
      extra.put("section", "wacz page");
      extra.put("url", url);
      put(extra, "captured", f.text("ts"));
      put(extra, "title", title);
      put(extra, "page", f.text("id"));
      extra.putAll(f.rest());
      String words = (title + (text.isBlank() ? "" : "\n\n" + text)).strip();
      return List.of(
          new Record.Post(
              new Header(Hosts.platform(url), at, ClaimedTime.none(), extra),
              null,
              null,
              words.length() > PageText.LONGEST ? words.substring(0, PageText.LONGEST) : words,
              null,
              null,
              List.of(),
              null,
              List.of()));
    }

    private static void put(Map<String, String> into, String name, @Nullable String value) {
      if (value != null && !value.isBlank()) {
        into.put(name, value);
      }
    }
  }
}
