package dev.sextant.records.reader.archive.takeout;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.records.reader.Gathered;
import dev.sextant.records.reader.PhoneNumbers;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.archive.ArchiveReader;
import dev.sextant.records.reader.archive.Opened;
import dev.sextant.records.reader.archive.PageWalk;
import dev.sextant.records.reader.html.HtmlElement;
import dev.sextant.records.reader.html.HtmlToken;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Pages of Google Voice: {@code hChatLog} with texts, {@code haudio} for a call, a voicemail or a
 * recorded call. Kinds are told by the addresses of labels, which are not translated; the account's
 * own words by {@code abbr} where others' names stand in {@code span}. Layout after the tests of
 * psanford/google-voice-takeout-parser and wjcarpenter/gvoice-sms-takeout-xml.
 */
final class VoicePages {
  private static final Pattern OWN =
      Pattern.compile(
          "href\\s{0,9}=\\s{0,9}\"tel:([^\"]{1,40})\"[^>]{0,200}>\\s{0,99}<abbr\\s[^>]{0,99}class=\"fn\"");

  private static final Set<String> KINDS =
      Set.of("placed", "received", "missed", "voicemail", "recorded");

  private final Opened archive;
  private final PhoneNumbers numbers = new PhoneNumbers();
  private final AccountRef own;
  private final Map<String, String> files = new HashMap<>();

  /**
   * @param owner whose Takeout it is, if known
   */
  VoicePages(Opened archive, @Nullable AccountRef owner) throws IOException {
    this.archive = archive;
    Set<String> said = new TreeSet<>();
    for (Source.Part part : archive.parts()) {
      String path = part.path();
      int dot = path.lastIndexOf('.');
      if (dot > path.lastIndexOf('/') && !path.endsWith(".html")) {
        files.putIfAbsent(path.substring(0, dot), path.substring(path.lastIndexOf('/') + 1));
      }
      if (path.isEmpty() || path.endsWith(".html")) {
        Matcher m = OWN.matcher(part.size() == 0 ? "" : ArchiveReader.head(part));
        if (m.find()) {
          said.add(m.group(1));
        }
      }
    }
    String name = owner == null ? null : owner.displayName();
    AccountRef numbered = said.size() == 1 ? numbers.account(said.iterator().next(), name) : null;
    this.own =
        numbered != null
            ? numbered
            : owner != null
                ? owner
                : new AccountRef(
                    Google.GOOGLE,
                    KeyBasis.DISPLAY_NAME,
                    archive.scope() + "/the account of these pages",
                    null,
                    "the account of these pages");
  }

  /** What a page says besides its texts. */
  private static final class Page {
    private final Map<String, AccountRef> others = new LinkedHashMap<>();
    private final Map<String, String> extra = new TreeMap<>();
    private boolean group;
    private @Nullable AccountRef mine;
  }

  private static boolean begins(HtmlToken.Start s) {
    return s.has("message") || s.has("participants") || s.has("haudio");
  }

  /** Reads a page. */
  void read(Source.Part part) throws IOException {
    Page page = new Page();
    new PageWalk(archive, part, s -> begins(s) || s.has("tags") || s.has("deletedStatusContainer"))
        .survey(block -> look(block, page));
    if (page.others.isEmpty()) {
      named(part, page);
    }
    new PageWalk(archive, part, VoicePages::begins)
        .read((block, at) -> {
          if (block.start().has("haudio")) {
            return call(block, at, part);
          }
          ConversationRef in = conversation(page);
          return block.start().has("participants")
              ? present(block, at, in)
              : message(block, at, in, page, part);
        });
  }

  private void look(HtmlElement block, Page page) {
    if (block.start().has("tags")) {
      page.extra.put("labels", block.text().replace('\n', ' '));
    } else if (block.start().has("deletedStatusContainer")) {
      page.extra.put("status", block.text().replace('\n', ' '));
    } else {
      page.group |= block.start().has("participants");
      for (HtmlElement cite : block.all("cite")) {
        AccountRef who = person(cite);
        if (who != null && mine(cite)) {
          page.mine = who;
        } else if (who != null) {
          page.others.putIfAbsent(who.accountKey(), who);
        }
      }
    }
  }

  /* Where only the account itself wrote, the other is named by the file alone. */
  private void named(Source.Part part, Page page) {
    String file = part.fileName();
    int dash = file.indexOf(" - ");
    String name = dash < 0 ? "" : file.substring(0, dash).strip();
    if (!name.isEmpty()) {
      AccountRef who =
          name.matches("\\+?[0-9]{3,15}")
              ? numbers.account(name, null)
              : new AccountRef(
                  PhoneNumbers.PHONE,
                  KeyBasis.DISPLAY_NAME,
                  archive.scope() + "/" + name,
                  null,
                  name);
      if (who != null) {
        page.others.put(who.accountKey(), who);
      }
    }
  }

  private static boolean mine(HtmlElement person) {
    HtmlElement name = person.firstWithClass("fn");
    return name != null && name.name().equals("abbr");
  }

  /* A number with the name that the address book had for it; a name alone means somebody here. */
  private @Nullable AccountRef person(HtmlElement person) {
    HtmlElement link = person.firstWithClass("tel");
    String number = link == null ? "" : link.attribute("href").replaceFirst("^tel:", "").strip();
    HtmlElement shown = person.firstWithClass("fn");
    String name = shown == null || mine(person) ? "" : shown.text().replace('\n', ' ').strip();
    boolean same = name.replaceAll("[^0-9]", "").equals(number.replaceAll("[^0-9]", ""));
    AccountRef numbered = numbers.account(number, same ? null : name);
    if (numbered != null || name.isEmpty()) {
      return numbered == null && mine(person) ? own : numbered;
    }
    return new AccountRef(
        PhoneNumbers.PHONE, KeyBasis.DISPLAY_NAME, archive.scope() + "/" + name, null, name);
  }

  private AccountRef own(Page page) {
    AccountRef mine = page.mine;
    return mine == null ? own : mine;
  }

  private ConversationRef conversation(Page page) {
    List<String> keys =
        new ArrayList<>(page.others.values().stream().map(AccountRef::key).toList());
    boolean direct = !page.group && keys.size() == 1;
    boolean nobody = !page.group && keys.isEmpty();
    boolean known =
        page.others.values().stream().allMatch(o -> o.basis() == KeyBasis.PHONE)
            && own(page).basis() == KeyBasis.PHONE;
    keys.add(own(page).key());
    keys.sort(null);
    String key = String.join(direct ? "-" : "~", keys);
    return new ConversationRef(
        PhoneNumbers.PHONE,
        direct
            ? ConversationRef.Kind.DIRECT
            : nobody ? ConversationRef.Kind.UNKNOWN : ConversationRef.Kind.GROUP,
        direct && known ? key : archive.scope() + "/" + key,
        null);
  }

  private List<Record> present(HtmlElement block, Locator at, ConversationRef in) {
    List<Record> all = new ArrayList<>();
    Header header = new Header(PhoneNumbers.PHONE, at, ClaimedTime.none(), Map.of());
    for (HtmlElement cite : block.all("cite")) {
      AccountRef who = person(cite);
      if (who != null) {
        all.add(new Record.Membership(header, who, in, Record.Membership.Action.PRESENT, null));
      }
    }
    return all;
  }

  private static ClaimedTime time(@Nullable HtmlElement shown) {
    return shown == null ? ClaimedTime.none() : ClaimedTimes.ofIso(shown.attribute("title"));
  }

  private List<Record> message(
      HtmlElement block, Locator at, ConversationRef in, Page page, Source.Part part)
      throws IOException {
    Map<String, String> extra = new TreeMap<>(page.extra);
    extra.put("service", "Google Voice");
    HtmlElement cite = block.first("cite");
    AccountRef author = cite == null ? null : person(cite);
    HtmlElement when = block.firstWithClass("dt");
    HtmlElement words = block.first("q");
    ClaimedTime time = time(when);
    if (author == null && time.text().isEmpty() && words == null) {
      return List.of();
    }
    if (when != null) {
      extra.put("shown time", when.text().replace('\n', ' '));
    }
    Gathered more = new Gathered();
    for (HtmlElement one : block.elements()) {
      boolean known = one.equals(cite) || one.equals(when) || one.equals(words);
      if (!known && !one.text().isBlank()) {
        more.add("more", one.text());
      }
    }
    more.into(extra);
    boolean mine = cite != null && mine(cite);
    List<AccountRef> to = new ArrayList<>();
    if (in.kind() == ConversationRef.Kind.DIRECT) {
      to.addAll(mine ? page.others.values() : author == null ? List.of() : List.of(own(page)));
    }
    return List.of(
        new Record.Message(
            new Header(PhoneNumbers.PHONE, at, time, extra),
            in,
            author,
            to,
            null,
            words == null ? "" : words.text(),
            null,
            null,
            null,
            List.of(),
            media(block, part)));
  }

  /* Files are named without what comes after their dot. */
  private List<Media> media(HtmlElement block, Source.Part part) throws IOException {
    Map<String, Media> all = new LinkedHashMap<>();
    String folder = Shelf.folderOf(part);
    for (HtmlElement one : block.all()) {
      String src = one.attribute("src");
      String name = src.isEmpty() ? one.attribute("href") : src;
      if (!name.isEmpty() && !name.matches("(?i)(tel|https?|mailto):.*")) {
        String file = files.getOrDefault(folder + name, name);
        Media found = archive.media(folder, file, null);
        all.putIfAbsent(name, found);
      }
    }
    return List.copyOf(all.values());
  }

  private static String kind(HtmlElement block) {
    for (HtmlElement label : block.all("a")) {
      String href = label.attribute("href").toLowerCase(Locale.ROOT);
      String word = href.substring(href.indexOf('#') + 1);
      if (label.attribute("rel").equals("tag") && KINDS.contains(word)) {
        return word;
      }
    }
    return "";
  }

  private static @Nullable Duration duration(@Nullable HtmlElement shown) {
    try {
      return shown == null ? null : Duration.parse(shown.attribute("title"));
    } catch (DateTimeException e) {
      return null; // The words of the block are kept.
    }
  }

  private List<Record> call(HtmlElement block, Locator at, Source.Part part) throws IOException {
    HtmlElement contributor = block.firstWithClass("contributor");
    AccountRef other = contributor == null ? null : person(contributor);
    ClaimedTime time = time(block.firstWithClass("published"));
    if (other == null && time.text().isEmpty()) {
      return List.of();
    }
    String kind = kind(block);
    HtmlElement transcript = block.firstWithClass("full-text");
    List<Media> media = media(block, part);
    Map<String, String> extra = new TreeMap<>();
    extra.put("service", "Google Voice");
    extra.put("page", block.text());
    Header header = new Header(PhoneNumbers.PHONE, at, time, extra);
    boolean open = kind.equals("recorded") || kind.isEmpty(); // Nothing says who called whom.
    boolean out = kind.equals("placed");
    List<AccountRef> called = new ArrayList<>();
    if (open || !out) {
      called.add(own);
    }
    if ((open || out) && other != null) {
      called.add(other);
    }
    List<Record> records = new ArrayList<>();
    records.add(
        new Record.Call(
            header,
            null,
            open ? null : out ? own : other,
            called,
            duration(block.firstWithClass("duration")),
            kind.isEmpty() ? null : kind));
    if (transcript != null || !media.isEmpty()) {
      Page page = new Page();
      if (other != null) {
        page.others.put(other.accountKey(), other);
      }
      records.add(
          new Record.Message(
              new Header(PhoneNumbers.PHONE, at, time, Map.of("service", "Google Voice")),
              conversation(page),
              open ? null : other,
              open ? List.of() : List.of(own),
              null,
              transcript == null ? "" : transcript.text(),
              null,
              null,
              kind.isEmpty() ? "recording" : kind,
              List.of(),
              media));
    }
    return records;
  }
}
