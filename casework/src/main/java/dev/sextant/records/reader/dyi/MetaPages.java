package dev.sextant.records.reader.dyi;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReaderFault;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.archive.WordedTime;
import dev.sextant.records.reader.html.HtmlElement;
import dev.sextant.records.reader.html.HtmlStream;
import dev.sextant.records.reader.html.HtmlToken;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.io.EOFException;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a download that was asked for as HTML. Classes are obfuscated and change, labels are
 * translated; what stays is the structure: a main part, in it one block an entry, in the block a
 * heading, the content, and last the time in the account's own zone, which the page does not name.
 */
final class MetaPages {
  private static final Pattern PAGE =
      Pattern.compile(
          "class=\"[^\"]{0,200}(?:\\b_a6-[gop]\\b|\\b_a706\\b|\\b_3-95 _2ph-|\\b_2ph- _a6-g\\b)");

  /** Characters; no language words a time at greater length. */
  private static final int LONGEST_TIME = 80;

  private static final Pattern THREAD = Pattern.compile("_([0-9]{6,})/?$");

  private final Source source;
  private final Sink sink;
  private final Shelf shelf;
  private final Whose whose;

  MetaPages(Source source, Sink sink, Shelf shelf, Whose whose) {
    this.source = source;
    this.sink = sink;
    this.shelf = shelf;
    this.whose = whose;
  }

  /** True if a page begins as those of a download do. */
  static boolean page(String head) {
    return head.stripLeading().startsWith("<")
        && (PAGE.matcher(head).find()
            || (head.contains("<div class=\"contents\">") && head.contains("_3-95")));
  }

  /** A page's entry, taken apart. */
  private record Block(String heading, String text, ClaimedTime time, Map<String, String> values) {}

  private static Block block(HtmlElement element, Optional<ZoneId> zone) {
    List<HtmlElement> parts =
        element.elements().stream().filter(e -> !e.text().isBlank() || media(e)).toList();
    ClaimedTime time = ClaimedTime.none();
    int last = parts.size();
    if (last > 0) {
      HtmlElement end = parts.getLast();
      boolean alone = end.first("a") == null && end.text().length() < LONGEST_TIME;
      ClaimedTime said = alone ? WordedTime.of(end.text(), zone) : ClaimedTime.none();
      if (said.instant() != null && !end.text().contains("\n")) {
        time = said;
        last--;
      }
    }
    boolean titled = last >= 2 && parts.getFirst().elements().stream().noneMatch(e -> media(e));
    String heading = titled ? parts.getFirst().text() : "";
    Map<String, String> values = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder();
    for (int i = titled ? 1 : 0; i < last; i++) {
      take(parts.get(i), values);
      String words = parts.get(i).text();
      text.append(text.isEmpty() ? "" : "\n").append(words);
    }
    if (time.instant() == null) {
      time = within(element, zone);
    }
    return new Block(heading, text.toString(), time, values);
  }

  /* Lists of people have the time inside the content. */
  private static ClaimedTime within(HtmlElement element, Optional<ZoneId> zone) {
    for (String line : element.text().lines().toList()) {
      ClaimedTime time =
          line.length() < LONGEST_TIME ? WordedTime.of(line, zone) : ClaimedTime.none();
      if (time.instant() != null) {
        return time;
      }
    }
    return ClaimedTime.none();
  }

  private static boolean media(HtmlElement e) {
    return e.first("img") != null || e.first("video") != null || e.first("audio") != null;
  }

  /* Table cells hold a label and its value: beside each other, or one in the other. */
  private static void take(HtmlElement content, Map<String, String> values) {
    for (HtmlElement row : content.all("tr")) {
      List<HtmlElement> cells = row.all("td");
      if (cells.size() >= 2) {
        put(values, cells.getFirst().text(), cells.get(1).text());
      } else if (cells.size() == 1) {
        String label = cells.getFirst().ownText();
        String all = cells.getFirst().text();
        put(values, label, all.startsWith(label) ? all.substring(label.length()).strip() : all);
      }
    }
    int links = 0;
    for (HtmlElement a : content.all("a")) {
      String href = a.attribute("href");
      if (!href.isBlank()) {
        put(values, href.startsWith("http") ? links++ == 0 ? "href" : "link" : "uri", href);
        if (href.startsWith("http") && !a.text().isBlank()) {
          put(values, "value", a.text());
        }
      }
    }
    for (String tag : List.of("img", "video", "audio", "source")) {
      content.all(tag).forEach(m -> put(values, "uri", m.attribute("src")));
    }
  }

  private static void put(Map<String, String> values, String name, String value) {
    if (value.isBlank() || (name.equals("uri") && values.containsValue(value))) {
      return;
    }
    String free = name.isBlank() ? "value" : name;
    while (values.containsKey(free)) {
      free += " (again)";
    }
    values.put(free, value);
  }

  /** The owner, if the page is the profile; else null. */
  static @Nullable Map<String, String> profile(Source source, Source.Part part) throws IOException {
    if (!part.fileName().matches("(personal_information|profile_information)\\.html")) {
      return null;
    }
    Map<String, String> values = new LinkedHashMap<>();
    try (HtmlStream in = HtmlStream.of(part, source.limits())) {
      for (HtmlToken token = in.next(); token != null; token = in.next()) {
        if (token instanceof HtmlToken.Start start && start.name().equals("table")) {
          take(HtmlElement.read(in, start, source.limits()), values);
        }
      }
    } catch (EOFException | ZipException | ReaderFault.Limit e) {
      return values; // The reading proper meets and reports it.
    }
    return values;
  }

  void read(Source.Part part, String root) throws IOException {
    shelf.use(part);
    long reached = 0;
    try (HtmlStream in = HtmlStream.of(part, source.limits())) {
      String title = "";
      boolean main = false;
      boolean any = false;
      boolean classed = false;
      for (HtmlToken token = in.next(); token != null; token = in.next()) {
        reached = in.position();
        if (!(token instanceof HtmlToken.Start start)) {
          continue;
        }
        boolean block = start.has("_a6-g") || start.has("uiBoxWhite");
        classed |= block;
        if (start.name().equals("title")) {
          title = HtmlElement.read(in, start, source.limits()).text();
        } else if (block || (main && !classed && start.name().equals("div"))) {
          any = true;
          entry(part, HtmlElement.read(in, start, source.limits()), title, root);
        } else if ("main".equals(start.value("role")) || start.has("contents")) {
          main = true;
        }
      }
      if (!any) {
        sink.item();
        sink.unknown(part.at(0, part.size(), ""), part.path());
      }
    } catch (EOFException | ZipException e) {
      broken(
          part, reached, new ReadFault(ReadFault.TRUNCATED, "the packed entry cannot be read on"));
    } catch (ReaderFault.Limit e) {
      broken(part, reached, new ReadFault(e.code(), e.what()));
    }
  }

  private void broken(Source.Part part, long from, ReadFault fault) {
    sink.item();
    sink.fault(part.at(Math.min(from, part.size()), part.size(), ""), fault);
  }

  private void entry(Source.Part part, HtmlElement element, String title, String root)
      throws IOException {
    if (element.text().isBlank() && !media(element)) {
      return; // Space between entries.
    }
    Locator at = part.at(element.from(), element.to(), "");
    sink.item();
    if (!element.whole()) {
      sink.fault(at, new ReadFault(ReadFault.TRUNCATED, "the entry has no end"));
      return;
    }
    Block block = block(element, source.zone());
    boolean thread =
        part.path().contains("messages/") || part.fileName().matches("message_\\d+\\.html");
    if (thread && (block.time().instant() == null || block.heading().isBlank())) {
      sink.unknown(at, "heading of a thread");
      return;
    }
    SectionKind kind = SectionKind.of(part.fileName().replaceFirst("\\.html$", ""));
    if (!thread && (kind == null || kind == SectionKind.LISTED)) {
      sink.unknown(at, part.fileName());
      return;
    }
    List<Record> records =
        thread || kind == null
            ? message(block, at, part, title, root)
            : other(block, at, kind, part, root);
    if (records.isEmpty()) {
      sink.unknown(at, part.fileName());
    } else {
      sink.records(records);
    }
  }

  private List<Record> other(
      Block block, Locator at, SectionKind kind, Source.Part part, String root) throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("title", block.heading());
    values.putAll(block.values());
    if (kind == SectionKind.MEDIA || kind == SectionKind.COMMENT || kind == SectionKind.SEARCHED) {
      values.putIfAbsent("text", block.text());
    } else {
      values.putIfAbsent("words", block.text());
      values.putIfAbsent("name", block.heading().isBlank() ? first(block.text()) : block.heading());
    }
    values.values().removeIf(String::isBlank);
    Gist taken = Gist.of(values);
    Gist gist = new Gist(block.time(), taken.title(), taken.href(), taken.values());
    return new SectionForms(whose, shelf, root).records(gist, at, kind, part.fileName());
  }

  private static String first(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  private List<Record> message(Block block, Locator at, Source.Part part, String title, String root)
      throws IOException {
    String folder = part.path().replaceFirst("/?[^/]*$", "");
    Matcher m = THREAD.matcher(folder);
    String key = m.find() ? "thread" + m.group(1) : whose.scope() + "/" + folder;
    ConversationRef in =
        new ConversationRef(
            whose.platform(), ConversationRef.Kind.UNKNOWN, key, title.isBlank() ? null : title);
    AccountRef author = whose.named(key, block.heading());
    List<Media> media = new ArrayList<>();
    for (Map.Entry<String, String> one : block.values().entrySet()) {
      if (one.getKey().startsWith("uri")) {
        media.add(shelf.media(root, one.getValue(), "media"));
      }
    }
    Map<String, String> extra = new LinkedHashMap<>(block.values());
    return List.of(
        new Record.Message(
            new Header(whose.platform(), at, block.time(), extra),
            in,
            author,
            List.of(),
            null,
            block.text(),
            null,
            null,
            null,
            List.of(),
            media));
  }
}
