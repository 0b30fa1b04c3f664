package dev.sextant.records.reader.chat.imessage;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Gathered;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.archive.ArchiveReader;
import dev.sextant.records.reader.archive.Opened;
import dev.sextant.records.reader.archive.PageWalk;
import dev.sextant.records.reader.chat.LocalTimes;
import dev.sextant.records.reader.html.HtmlElement;
import dev.sextant.records.reader.html.HtmlToken;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The pages of the tool imessage-exporter: a {@code div.message} each with who, when, its parts,
 * tapbacks and a copy of what answered it. Layout after the tool's own example and tests
 * (ReagentX/imessage-exporter, {@code exporters/html}).
 */
public final class ImessageHtml extends ArchiveReader {
  private static final Pattern MESSAGE =
      Pattern.compile(
          "<div class=\"(?:sent|received)[ \"][^>]{0,60}>\\s{0,60}<p><span class=\"timestamp\">");

  private static final Pattern STAMP =
      Pattern.compile(
          "([A-Z][a-z]{2} \\d{1,2}, \\d{4} {1,2}\\d{1,2}:\\d{2}:\\d{2} [AP]M)(?: (.*))?");

  private static final Pattern TAPBACK = Pattern.compile("(?:(.{1,400}?) )?(?:by|from) (.{1,200})");

  private static final Set<String> FILES = Set.of("img", "video", "audio", "source", "a", "embed");

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "imessage-exporter-html",
        1,
        "iMessage, SMS and RCS written by imessage-exporter (HTML)",
        List.of(
            "messages with when they were read, edits, unsent ones, tapbacks, effects, service",
            "attachments, saved beside the page or named only; who was added, removed, left"),
        List.of(
            "an answer is told once, at its own time; the copy below what it answers stays beside that",
            "stickers are named by who gave them; links, maps and cards keep their words only",
            "the zone is not in the file: declare it"));
  }

  @Override
  protected boolean candidate(String path) {
    return path.endsWith(".html");
  }

  @Override
  protected int sniff(Source.Part part, String head) {
    return ours(head) ? 90 : 0;
  }

  private static boolean ours(String head) {
    return head.contains("class=\"message\"") && MESSAGE.matcher(head).find();
  }

  @Override
  protected void read(Opened archive) throws IOException {
    LocalTimes local = new LocalTimes(archive.source().zone());
    for (Source.Part part : archive.parts()) {
      boolean named = part.path().isEmpty() || candidate(part.path());
      if (named && part.size() > 0 && ours(head(part))) {
        new Page(archive, part, local).read();
      }
    }
    local.tell(archive.sink());
  }

  /** The reading of one page. */
  private static final class Page {
    private final Opened archive;
    private final Source.Part part;
    private final ImessageChat chat;

    Page(Opened archive, Source.Part part, LocalTimes local) throws IOException {
      this.archive = archive;
      this.part = part;
      Set<String> speakers = new LinkedHashSet<>();
      boolean[] moved = {false};
      walk()
          .survey(block -> {
            HtmlElement sender = block.firstWithClass("sender");
            if (block.start().has("announcement")) {
              moved[0] |= ImessageChat.moves(announced(block));
            } else if (sender != null && !sender.text().isBlank() && speakers.size() < 3) {
              speakers.add(sender.text());
            }
          });
      this.chat = ImessageChat.of(archive.source(), part, speakers, moved[0], local);
    }

    private PageWalk walk() {
      return new PageWalk(archive, part, Page::begins);
    }

    private static boolean begins(HtmlToken.Start start) {
      return start.has("message") || start.has("announcement");
    }

    void read() throws IOException {
      PageWalk walk = walk();
      walk.read(
          (block, at) -> block.start().has("announcement") ? note(block, at) : message(block, at));
      if (!walk.ended()) {
        archive.fault(part, new ReadFault(ReadFault.TRUNCATED, "the page has no end"));
      }
      chat.tell(archive.sink());
    }

    private static String said(@Nullable HtmlElement in) {
      return in == null ? "" : in.text().replaceAll("[\\s\u00a0]+", " ").strip();
    }

    private static String announced(HtmlElement block) {
      String stamp = said(block.firstWithClass("timestamp"));
      String all = said(block);
      return all.startsWith(stamp) ? all.substring(stamp.length()).strip() : all;
    }

    private ClaimedTime time(String stamp) {
      Matcher m = STAMP.matcher(stamp);
      return stamp.isEmpty() ? ClaimedTime.none() : chat.time(m.matches() ? m.group(1) : stamp);
    }

    private List<Record> note(HtmlElement block, Locator at) {
      String words = announced(block);
      return words.isEmpty()
          ? List.of()
          : chat.announcement(words, at, time(said(block.firstWithClass("timestamp"))));
    }

    /* Gathers what belongs to this message and not to a copy of an answer. */
    private static final class Gathering {
      private final List<String> words = new ArrayList<>();
      private final List<HtmlElement> files = new ArrayList<>();
      private final List<HtmlElement> tapbacks = new ArrayList<>();
      private final Map<String, String> extra = new TreeMap<>();
      private @Nullable HtmlElement stamp;
      private @Nullable HtmlElement sender;

      void take(HtmlElement in) {
        for (HtmlElement one : in.elements()) {
          HtmlToken.Start s = one.start();
          if (s.has("replies")) {
            extra.put("replies", one.text());
          } else if (s.has("timestamp") && stamp == null) {
            stamp = one;
          } else if (s.has("sender") && sender == null) {
            sender = one;
          } else if (s.has("message_part")) {
            part(one);
          } else if (s.has("tapback") || s.has("reaction")) {
            tapbacks.add(one);
          } else if (s.has("expressive")) {
            extra.put("effect", one.text());
          } else if (s.has("reply_context")) {
            extra.put("answers", one.text());
          } else if (s.has("subject")) {
            extra.put("subject", one.text());
          } else {
            take(one);
          }
        }
      }

      private void part(HtmlElement part) {
        HtmlElement edited = part.firstWithClass("edited");
        for (HtmlElement one : part.all()) {
          if (FILES.contains(one.name())
              && (one.name().equals("a") ? of(one, "href") : of(one, "src"))) {
            files.add(one);
          }
        }
        if (edited != null) {
          // The newest version is the last row.
          extra.put("versions", edited.text());
          List<HtmlElement> cells = edited.all("td");
          words.add(cells.isEmpty() ? edited.text() : cells.getLast().text());
          return;
        }
        if (part.firstWithClass("unsent") != null) {
          extra.put("unsent", part.text());
        }
        if (!part.text().isEmpty()) {
          words.add(part.text());
        }
      }

      private static boolean of(HtmlElement one, String attribute) {
        return one.attribute(attribute).matches("(?!(?:[a-z]{2,8}:)?//|#|javascript:).{1,1000}");
      }
    }

    private List<Record> message(HtmlElement block, Locator at) throws IOException {
      Gathering all = new Gathering();
      all.take(block);
      String stamp = said(all.stamp);
      String sender = said(all.sender);
      if (stamp.isEmpty() && sender.isEmpty() && all.words.isEmpty()) {
        return List.of();
      }
      Matcher m = STAMP.matcher(stamp);
      if (m.matches() && m.group(2) != null) {
        all.extra.put("receipt", m.group(2));
      }
      for (HtmlElement one : block.elements()) {
        if (one.start().has("sent") || one.start().has("received")) {
          all.extra.put("class", one.attribute("class"));
        }
      }
      AccountRef author = sender.isEmpty() ? null : chat.account(sender);
      List<Media> media = new ArrayList<>();
      Set<String> named = new LinkedHashSet<>();
      Gathered others = new Gathered();
      String folder = part.path().substring(0, part.path().lastIndexOf('/') + 1);
      for (HtmlElement one : all.files) {
        String path = one.attribute(one.name().equals("a") ? "href" : "src");
        String type = one.attribute("type");
        if (named.add(path)) {
          media.add(archive.media(folder, path, type.isBlank() ? null : type));
        }
      }
      List<Record> records = new ArrayList<>();
      List<Record> reactions = new ArrayList<>();
      for (HtmlElement one : all.tapbacks) {
        Matcher given = TAPBACK.matcher(said(one));
        if (given.matches()) {
          String what = given.group(1) == null ? "Sticker" : given.group(1);
          reactions.add(chat.tapback(at, given.group(2), what, author));
        } else {
          others.add("tapbacks", said(one));
        }
      }
      others.into(all.extra);
      records.add(
          chat.note(at, time(stamp), all.extra, author, String.join("\n", all.words), null, media));
      records.addAll(reactions);
      return records;
    }
  }
}
