package dev.sextant.records.reader.telegram;

import dev.sextant.records.ConversationRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.ReaderFault;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.chat.LocalTimes;
import dev.sextant.records.reader.html.HtmlElement;
import dev.sextant.records.reader.html.HtmlStream;
import dev.sextant.records.reader.html.HtmlToken;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Telegram Desktop's HTML export: {@code messages.html}, {@code messages2.html}, ... of one chat,
 * or many chats of an account. Layout after tdesktop's {@code export_output_html.cpp}.
 */
public final class TelegramHtml implements Reader {
  private static final Pattern NUMBERED = Pattern.compile("messages([0-9]*)\\.html");
  private static final Pattern MESSAGE =
      Pattern.compile("<div class=\"message (default|service)[^\"]*\"");

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "telegram-html",
        1,
        "Telegram Desktop export (HTML)",
        List.of(
            "messages.html and its continuations, one chat or many, with or without stated zone",
            "joined messages, forwards, replies, media, calls, places, contacts, polls, reactions",
            "who was invited, removed, who joined by link"),
        List.of(
            "accounts have no numbers here: people are named by the names shown",
            "service notes have a day only",
            "lists of contacts and sessions (lists/*.html) are listed as unknown: ask for JSON"));
  }

  private static boolean ours(Source.Part part) throws IOException {
    if (!part.path().isEmpty() && !part.fileName().endsWith(".html")) {
      return false;
    }
    String head = new String(part.head(), StandardCharsets.UTF_8);
    return head.contains("page_wrap")
        && (MESSAGE.matcher(head).find()
            || (head.contains("page_body chat_page") && head.contains("class=\"history\"")));
  }

  @Override
  public int sniff(Source source) throws IOException {
    for (Source.Part part : source.parts()) {
      if (ours(part)) {
        return 88;
      }
    }
    return 0;
  }

  @Override
  public void read(Source source, Sink sink) throws IOException {
    Shelf shelf = new Shelf(source);
    LocalTimes local = new LocalTimes(source.zone());
    boolean zoneless = false;
    Map<String, String> titles = new TreeMap<>();
    List<Source.Part> parts =
        source.parts().stream()
            .sorted(
                Comparator.comparing(Shelf::folderOf)
                    .thenComparingInt(p -> number(p.fileName()))
                    .thenComparing(Source.Part::path))
            .toList();
    for (Source.Part part : parts) {
      if (ours(part)) {
        shelf.use(part);
        Page page = new Page(source, part, shelf, sink, local, titles);
        page.read();
        zoneless |= page.zoneless;
      } else if (viewer(part.path())) {
        shelf.use(part);
        sink.ignored(part.at(0, part.size(), ""), "the export's own viewer");
      }
    }
    if (zoneless || source.zone().isPresent()) {
      local.tell(sink);
    }
    shelf.announceRest(sink);
  }

  private static int number(String name) {
    Matcher m = NUMBERED.matcher(name);
    if (!m.matches() || m.group(1).length() > 8) {
      return 0;
    }
    return m.group(1).isEmpty() ? 1 : Integer.parseInt(m.group(1));
  }

  private static boolean viewer(String path) {
    return path.matches("(?:.*/)?(?:css/style\\.css|js/script\\.js|images/[A-Za-z0-9_@.-]+\\.png)");
  }

  /** The reading of one page. */
  private static final class Page {
    private final Source source;
    private final Source.Part part;
    private final Shelf shelf;
    private final Sink sink;
    private final PageTimes times;
    private final Map<String, String> titles;
    private boolean zoneless;
    private boolean ended;
    private String day = "";
    private @Nullable String sender;
    private @Nullable PageMessage form;

    Page(
        Source source,
        Source.Part part,
        Shelf shelf,
        Sink sink,
        LocalTimes local,
        Map<String, String> titles) {
      this.source = source;
      this.part = part;
      this.shelf = shelf;
      this.sink = sink;
      this.times = new PageTimes(local);
      this.titles = titles;
    }

    void read() throws IOException {
      try (HtmlStream in = HtmlStream.of(part, source.limits())) {
        HtmlToken token = in.next();
        while (token != null) {
          if (token instanceof HtmlToken.Start start && start.name().equals("div")) {
            if (start.has("page_header")) {
              header(HtmlElement.read(in, start, source.limits()));
            } else if (start.has("message")) {
              message(HtmlElement.read(in, start, source.limits()));
            }
          }
          ended |= token instanceof HtmlToken.End end && end.name().equals("html");
          token = in.next();
        }
        if (!ended) {
          sink.item();
          sink.fault(
              part.at(part.size(), part.size(), ""),
              new ReadFault(ReadFault.TRUNCATED, "the page has no end"));
        }
      } catch (EOFException | ZipException | ReaderFault.Limit e) {
        sink.item();
        sink.fault(
            part.at(0, part.size(), ""),
            new ReadFault(ReadFault.TRUNCATED, "the packed entry ends in the middle"));
      }
    }

    private void header(HtmlElement header) {
      HtmlElement title = header.firstWithClass("text");
      if (title != null && !title.text().isBlank()) {
        titles.put(Shelf.folderOf(part), title.text());
      }
    }

    private PageMessage form() {
      PageMessage made = form;
      if (made == null) {
        String folder = Shelf.folderOf(part);
        String key =
            source.digest().hex().substring(0, 16) + (folder.isEmpty() ? "" : "/" + folder);
        ConversationRef chat =
            new ConversationRef(
                Platform.TELEGRAM, ConversationRef.Kind.UNKNOWN, key, titles.get(folder));
        made = new PageMessage(chat, shelf, folder);
        form = made;
      }
      return made;
    }

    private void message(HtmlElement message) throws IOException {
      String id = PageMessage.id(message);
      Locator at =
          part.at(
              message.from(),
              Math.min(message.to(), part.size()),
              id == null ? "" : "message" + id);
      sink.item();
      if (!message.whole()) {
        sink.fault(at, new ReadFault(ReadFault.TRUNCATED, "the page ends within a message"));
        return;
      }
      if (message.start().has("service")) {
        String words = message.text();
        boolean heading = id != null && id.startsWith("-");
        if (heading) {
          day = words;
          sender = null;
        }
        ClaimedTime time = times.day(day);
        zoneless |= time.instant() != null;
        sink.records(form().note(message, time, at, heading ? "date" : "service"));
        return;
      }
      boolean joined = message.start().has("joined");
      String named = PageMessage.sender(message);
      if (named != null || !joined) {
        sender = named;
      }
      ClaimedTime time = times.of(PageMessage.date(message));
      zoneless |= time.basis() == ClaimedTime.ZoneBasis.UNKNOWN && time.instant() != null;
      List<Record> records = form().spoken(message, sender, joined, time, at);
      sink.records(records);
    }
  }
}
