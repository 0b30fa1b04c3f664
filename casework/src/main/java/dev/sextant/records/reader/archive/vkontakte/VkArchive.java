package dev.sextant.records.reader.archive.vkontakte;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.archive.ArchiveReader;
import dev.sextant.records.reader.archive.Opened;
import dev.sextant.records.reader.archive.PageWalk;
import dev.sextant.records.reader.chat.LocalTimes;
import dev.sextant.records.reader.graph.TextEncoding;
import dev.sextant.records.reader.html.HtmlElement;
import dev.sextant.records.reader.html.HtmlToken;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The archive of one's own data that VKontakte gives: pages in windows-1251, one folder a section,
 * messages in {@code messages/PEER/messages0.html}, {@code messages50.html}, ... Layout after
 * public parsers (vitalyavolyn/vk2json, IngannamorteScienceDev/last-seen) and the tests of others.
 */
public final class VkArchive extends ArchiveReader {
  private static final Pattern MESSAGES =
      Pattern.compile("(?:.*/)?([^/]+)/messages([0-9]{0,9})\\.html?");

  private static final Pattern PEER = Pattern.compile("([^/]+)/messages[0-9]*\\.html?");

  /* What VKontakte's own scripts need: {"user_id": 1, ..} in base 64. */
  private static final Pattern DATA =
      Pattern.compile("<meta\\s+name=[\"']jd[\"']\\s+content=[\"']([A-Za-z0-9+/=]{8,4000})[\"']");

  private static final Pattern USER = Pattern.compile("\"user_id\"\\s*:\\s*\"?([0-9]{1,15})\"?");

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "vk-archive",
        1,
        "VKontakte archive (HTML)",
        List.of(
            "messages of people, communities and chats with author, time, edits, what was attached, by"
                + " address; deleted ones, calls, notes of chats with whom they link to",
            "sessions as log-ins with address and program; the profile's fields; friends,"
                + " subscriptions, blocked; posts and comments; payments, likes",
            "Russian and English wording; every other page's entries as doings of the owner"),
        List.of(
            "no real sample was had: built after public parsers and their tests",
            "the zone of the times is not in the pages: declare it",
            "forwarded messages are a number only; media lie on the net and are never fetched",
            "who came and went in a chat is a note, not a membership"));
  }

  @Override
  protected boolean candidate(String path) {
    return path.endsWith(".html") || path.endsWith(".htm");
  }

  /** Of so many owners a note names the numbers. */
  private static final int FEW = 5;

  /** What a page holds. */
  private enum Page {
    NONE,
    PEERS,
    MESSAGES,
    ITEMS
  }

  private static Page page(Source.Part part, String head) {
    if (head.contains("message__header") && head.contains("data-id")) {
      return Page.MESSAGES;
    }
    if (head.contains("message-peer--id")) {
      return Page.PEERS;
    }
    boolean items = head.contains("item__main") || head.contains("item__tertiary");
    boolean framed = head.contains("ui_crumb") || head.contains("page_block");
    return items && framed ? Page.ITEMS : Page.NONE;
  }

  @Override
  protected int sniff(Source.Part part, String head) {
    return switch (page(part, head)) {
      case MESSAGES -> 91;
      case PEERS -> 88;
      case ITEMS -> 72;
      case NONE -> 0;
    };
  }

  @Override
  protected void read(Opened archive) throws IOException {
    new Archive(archive).read();
  }

  /** The reading of one archive. */
  private static final class Archive {
    private final Opened archive;
    private final Map<String, VkPeople> people = new HashMap<>();
    private boolean several;
    private final LocalTimes local;
    private final VkTimes times;

    Archive(Opened archive) {
      this.archive = archive;
      this.local = new LocalTimes(archive.source().zone());
      this.times = new VkTimes(local);
    }

    void read() throws IOException {
      List<Source.Part> parts =
          archive.parts().stream()
              .filter(p -> p.path().isEmpty() || p.path().matches("(?i).*\\.html?"))
              .sorted(
                  Comparator.comparing(Archive::folder)
                      .thenComparingInt(Archive::number)
                      .thenComparing(Source.Part::path))
              .toList();
      owners(parts);
      for (Source.Part part : parts) {
        if (page(part, head(part)) == Page.PEERS) {
          walk(part, s -> s.has("message-peer--id"))
              .survey(block -> peer(people(part), block.first("a")));
        }
      }
      for (Source.Part part : parts) {
        switch (page(part, head(part))) {
          case PEERS ->
              told(
                  part,
                  s -> s.has("message-peer--id"),
                  (block, at) -> peer(people(part), block, at));
          case MESSAGES ->
              told(
                  part,
                  s -> s.has("message") && !s.value("data-id").isEmpty(),
                  new VkMessages(people(part), times, folder(part))::records);
          case ITEMS ->
              told(
                  part,
                  s -> s.has("item"),
                  new VkItems(people(part), times, Opened.lower(part))::records);
          case NONE -> {
            // Menus and pages without entries are announced with what is left.
          }
        }
      }
      if (archive.source().zone().isEmpty()) {
        archive.note(
            "SX-NOTE-ZONE",
            "times stand without a zone, and the pages do not say whose they are; read as if UTC,"
                + " declare the zone to place them");
      } else {
        local.tell(archive.sink());
      }
    }

    private static String folder(Source.Part part) {
      Matcher m = MESSAGES.matcher(part.path());
      return m.matches() ? m.group(1) : "";
    }

    private static int number(Source.Part part) {
      Matcher m = MESSAGES.matcher(part.path());
      return m.matches() && !m.group(2).isEmpty() ? Integer.parseInt(m.group(2)) : 0;
    }

    private static String top(Source.Part part) {
      return part.path().substring(0, Math.max(0, part.path().indexOf('/')));
    }

    /* Where an exhibit holds the archives of several, each is a folder of it. */
    private VkPeople people(Source.Part part) {
      String scope = several ? archive.scope() + "/" + top(part) : archive.scope();
      return people.computeIfAbsent(scope, VkPeople::new);
    }

    private void owners(List<Source.Part> parts) throws IOException {
      Map<String, Set<String>> owners = new TreeMap<>();
      Map<String, Source.Part> some = new HashMap<>();
      Set<String> all = new TreeSet<>();
      for (Source.Part part : parts) {
        String id = owner(part);
        if (id != null) {
          owners.computeIfAbsent(top(part), t -> new TreeSet<>()).add(id);
          some.putIfAbsent(top(part), part);
          all.add(id);
        }
      }
      several = all.size() > 1;
      owners.forEach((top, ids) -> {
        Source.Part part = some.get(top);
        if (part != null && ids.size() == 1) {
          people(part).owned(ids.iterator().next());
        } else {
          archive.note(
              "SX-NOTE-OWNER",
              "the pages of one folder name "
                  + ids.size()
                  + " owners ("
                  + String.join(", ", ids.stream().limit(FEW).toList())
                  + "): whose archive it is stays open"
                  + (top.isEmpty() ? "" : "; folder " + top));
        }
      });
    }

    private static @Nullable String owner(Source.Part part) throws IOException {
      Matcher m = DATA.matcher(head(part));
      if (!m.find()) {
        return null;
      }
      try {
        String data = new String(Base64.getDecoder().decode(m.group(1)), StandardCharsets.UTF_8);
        Matcher user = USER.matcher(data);
        return user.find() ? user.group(1) : null;
      } catch (IllegalArgumentException e) {
        return null; // Not base 64 after all: it says nothing.
      }
    }

    private PageWalk walk(Source.Part part, Predicate<HtmlToken.Start> begins) {
      return new PageWalk(archive, part, begins, TextEncoding.Form.WINDOWS_1251);
    }

    private void told(Source.Part part, Predicate<HtmlToken.Start> begins, PageWalk.Form form)
        throws IOException {
      PageWalk walk = walk(part, begins);
      walk.read(form);
      if (!walk.ended()) {
        archive.fault(part, new ReadFault(ReadFault.TRUNCATED, "the page has no end"));
      }
    }

    private static @Nullable String peer(VkPeople people, @Nullable HtmlElement link) {
      Matcher m = PEER.matcher(link == null ? "" : link.attribute("href"));
      if (link == null || !m.matches()) {
        return null;
      }
      people.titled(m.group(1), link.text());
      return m.group(1);
    }

    /* That the owner talked there, even where the messages are not in the exhibit. */
    private static List<Record> peer(VkPeople people, HtmlElement block, Locator at) {
      HtmlElement link = block.first("a");
      String folder = peer(people, link);
      if (folder == null) {
        return List.of();
      }
      AccountRef other = people.other(folder);
      ConversationRef in = people.conversation(folder);
      return List.of(
          new Record.Message(
              new Header(VkPeople.VK, at, ClaimedTime.none(), Map.of("folder", folder)),
              in,
              null,
              List.of(),
              null,
              block.text(),
              null,
              null,
              "conversation",
              other == null ? List.of() : List.of(other),
              List.of()));
    }
  }
}
