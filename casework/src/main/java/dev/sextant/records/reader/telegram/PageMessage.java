package dev.sextant.records.reader.telegram;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Membership.Action;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.html.HtmlElement;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns one {@code div.message} of an HTML export into records. */
final class PageMessage {
  private static final Pattern MAP =
      Pattern.compile("[?&](?:q|ll)=(-?[0-9]{1,2}(?:\\.[0-9]+)?),(-?[0-9]{1,3}(?:\\.[0-9]+)?)");
  private static final Pattern SECONDS = Pattern.compile("\\(([0-9]{1,7}) seconds?\\)");
  private static final Pattern GO_TO = Pattern.compile("#go_to_message(-?[0-9]+)");
  private static final Pattern EMOJI_COUNT = Pattern.compile("^[0-9]+$");

  private final ConversationRef chat;
  private final Shelf shelf;
  private final String folder;

  PageMessage(ConversationRef chat, Shelf shelf, String folder) {
    this.chat = chat;
    this.shelf = shelf;
    this.folder = folder;
  }

  private static String said(HtmlElement in, String styleClass) {
    HtmlElement found = in.firstWithClass(styleClass);
    return found == null ? "" : found.text();
  }

  private static @Nullable HtmlElement body(HtmlElement message) {
    return message.elements().stream().filter(e -> e.start().has("body")).findFirst().orElse(null);
  }

  /** The element's own number, without {@code message}. */
  static @Nullable String id(HtmlElement message) {
    String id = message.attribute("id").replaceFirst("^message", "");
    return id.isEmpty() ? null : id;
  }

  /** Name of the sender as it stands above the words, or null if joined to the message before. */
  static @Nullable String sender(HtmlElement message) {
    HtmlElement body = body(message);
    if (body == null) {
      return null;
    }
    for (HtmlElement e : body.elements()) {
      if (e.start().has("from_name")) {
        String name = e.ownText();
        int via = name.indexOf(" via @");
        return via > 0 ? name.substring(0, via) : name.isEmpty() ? null : name;
      }
    }
    return null;
  }

  /** The title of the message's date, or null. */
  static @Nullable String date(HtmlElement message) {
    HtmlElement body = body(message);
    for (HtmlElement e : body == null ? List.<HtmlElement>of() : body.elements()) {
      if (e.start().has("date") && !e.attribute("title").isEmpty()) {
        return e.attribute("title");
      }
    }
    return null;
  }

  @Nullable AccountRef account(@Nullable String name) {
    // The exporter writes these words for an account that is gone.
    return name == null || name.equals("Deleted Account") ? null : Ids.named(chat.key(), name);
  }

  /** The records of an ordinary message. */
  List<Record> spoken(
      HtmlElement message, @Nullable String sender, boolean joined, ClaimedTime time, Locator at)
      throws IOException {
    Map<String, String> extra = new TreeMap<>();
    AccountRef author = account(sender);
    if (author == null && sender != null) {
      extra.put("from_name", sender);
    }
    if (joined) {
      extra.put("joined", "to the message before");
    }
    HtmlElement body = body(message);
    HtmlElement forwarded = message.firstWithClass("forwarded");
    String from = null;
    if (forwarded != null) {
      HtmlElement name = forwarded.firstWithClass("from_name");
      from = name == null || name.ownText().isEmpty() ? "unnamed" : name.ownText();
      HtmlElement when = name == null ? null : name.firstWithClass("date");
      put(extra, "forwarded_date", when == null ? "" : when.attribute("title"));
    }
    List<Media> media = new ArrayList<>();
    List<Record> more = new ArrayList<>();
    String words = said(message, "text");
    Header header = new Header(Platform.TELEGRAM, at, time, extra);
    HtmlElement poll = message.firstWithClass("media_poll");
    if (poll != null && words.isEmpty()) {
      words = poll.text();
    }
    Record call = body == null ? null : media(message, media, extra, author, time, at, more);
    put(extra, "signature", said(message, "signature"));
    put(extra, "buttons", said(message, "bot_buttons_table"));
    reactions(message, author, at, extra, more);
    if (call != null) {
      return List.of(call);
    }
    header = new Header(Platform.TELEGRAM, at, time, extra);
    List<Record> out = new ArrayList<>();
    out.add(
        new Record.Message(
            header,
            chat,
            author,
            List.of(),
            id(message),
            words,
            replyTo(message),
            from,
            null,
            List.of(),
            media));
    out.addAll(more);
    return out;
  }

  private static void put(Map<String, String> extra, String name, String said) {
    if (!said.isBlank()) {
      extra.put(name, said);
    }
  }

  private static @Nullable String replyTo(HtmlElement message) {
    HtmlElement reply = message.firstWithClass("reply_to");
    HtmlElement link = reply == null ? null : reply.first("a");
    Matcher m = link == null ? null : GO_TO.matcher(link.attribute("href"));
    return m != null && m.find() ? m.group(1) : null;
  }

  /* Everything in the frame for media; a call is a record of its own and is returned. */
  private @Nullable Record media(
      HtmlElement message,
      List<Media> media,
      Map<String, String> extra,
      @Nullable AccountRef author,
      ClaimedTime time,
      Locator at,
      List<Record> more)
      throws IOException {
    HtmlElement wrap = message.firstWithClass("media_wrap");
    if (wrap == null) {
      return null;
    }
    String title = said(wrap, "title");
    String status = said(wrap, "status");
    Header header = new Header(Platform.TELEGRAM, at, time, Map.of());
    if (wrap.firstWithClass("media_call") != null) {
      Matcher m = SECONDS.matcher(status);
      Map<String, String> said = new TreeMap<>(extra);
      put(said, "id", String.valueOf(id(message)));
      put(said, "title", title);
      return new Record.Call(
          new Header(Platform.TELEGRAM, at, time, said),
          chat,
          author,
          List.of(),
          m.find() ? Duration.ofSeconds(Long.parseLong(m.group(1))) : null,
          status.isEmpty() ? null : status.replaceFirst(" \\(.*", ""));
    }
    for (HtmlElement one : wrap.all()) {
      String target = one.name().equals("img") ? one.attribute("src") : one.attribute("href");
      Matcher map = MAP.matcher(target);
      if (target.startsWith("http") && map.find()) {
        place(header, author, map, title, more);
      } else if (!target.isEmpty() && !target.contains(":") && !target.startsWith("#")) {
        media.add(shelf.media(folder, target, kind(one, wrap)));
      }
    }
    if (wrap.firstWithClass("media_contact") != null) {
      contact(header, title, status, more);
    } else if (wrap.firstWithClass("media_invoice") != null) {
      more.add(
          new Record.Activity(
              header,
              author,
              Record.Activity.What.PAID,
              "invoice: " + title,
              status.isEmpty() ? null : status,
              null));
    } else if (media.isEmpty() && more.isEmpty() && !title.isEmpty()) {
      media.add(new Media(title, kind(wrap, wrap), null, null)); // Not included in the export.
    }
    put(extra, "media_title", title);
    put(extra, "media_status", status);
    put(extra, "media_description", said(wrap, "description"));
    return null;
  }

  private static @Nullable String kind(HtmlElement one, HtmlElement wrap) {
    if (one.name().equals("img")) {
      return "thumbnail";
    }
    for (HtmlElement e : List.of(one, wrap)) {
      for (HtmlElement inner : e.all()) {
        for (String word : inner.attribute("class").split("\\s+")) {
          if (word.startsWith("media_") && !word.equals("media_wrap")) {
            return word.substring("media_".length());
          }
          if (word.endsWith("_wrap") && !word.equals("media_wrap")) {
            return word.substring(0, word.length() - "_wrap".length());
          }
        }
      }
    }
    return null;
  }

  private static void place(
      Header header, @Nullable AccountRef author, Matcher map, String title, List<Record> more) {
    double latitude = Double.parseDouble(map.group(1));
    double longitude = Double.parseDouble(map.group(2));
    if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) {
      String name = title.isEmpty() || title.equals("Location") ? null : title;
      more.add(new Record.Place(header, author, latitude, longitude, Double.NaN, name));
    }
  }

  private void contact(Header header, String name, String phone, List<Record> more) {
    Map<String, String> said = new TreeMap<>();
    put(said, "name", name);
    put(said, "phone_number", phone);
    Record card = Ids.card(header, chat.key() + "/contacts", name, phone, said);
    if (card != null) {
      more.add(card);
    }
  }

  private void reactions(
      HtmlElement message,
      @Nullable AccountRef author,
      Locator at,
      Map<String, String> extra,
      List<Record> more) {
    List<String> told = new ArrayList<>();
    for (HtmlElement reaction : message.withClass("reaction")) {
      String emoji = said(reaction, "emoji");
      String count = said(reaction, "count");
      told.add(emoji + (EMOJI_COUNT.matcher(count).matches() ? " x " + count : ""));
      for (HtmlElement pic : reaction.withClass("userpic")) {
        HtmlElement named = pic.attribute("title").isEmpty() ? pic.all().getLast() : pic;
        AccountRef who = account(blankToNull(named.attribute("title")));
        if (who != null) {
          Locator where = new Locator(at.exhibit(), at.part(), pic.from(), pic.to(), at.pointer());
          more.add(
              new Record.Activity(
                  new Header(Platform.TELEGRAM, where, ClaimedTime.none(), Map.of()),
                  who,
                  Record.Activity.What.REACTED,
                  emoji,
                  id(message),
                  author));
        }
      }
    }
    put(extra, "reactions", String.join(", ", told));
  }

  private static @Nullable String blankToNull(String said) {
    return said.isBlank() ? null : said;
  }

  /**
   * The sentences of service notes that say who came and went; the exporter writes English only.
   */
  private enum Sentence {
    CREATED("^(?<b>.+?) created group «.*?»(?: with members (?<w>.+))?$", Action.ADDED),
    INVITED("^(?<b>.+?) invited (?<w>.+)$", Action.ADDED),
    REMOVED("^(?<b>.+?) removed (?<w>.+)$", Action.REMOVED),
    JOINED("^(?<b>.+?) joined group by (?:link|request).*$", Action.JOINED);

    private final Pattern form;
    private final Action action;

    Sentence(String form, Action action) {
      this.form = Pattern.compile(form, Pattern.DOTALL);
      this.action = action;
    }
  }

  /** The records of a service note. */
  List<Record> note(HtmlElement message, ClaimedTime time, Locator at, String action)
      throws IOException {
    HtmlElement body = body(message);
    String words = body == null ? message.text() : body.text();
    Header header = new Header(Platform.TELEGRAM, at, time, Map.of());
    List<Media> media = new ArrayList<>();
    for (HtmlElement link : message.all("a")) {
      String target = link.attribute("href");
      if (!target.isEmpty() && !target.contains(":") && !target.startsWith("#")) {
        media.add(shelf.media(folder, target, "photo"));
      }
    }
    List<Record> out = new ArrayList<>();
    out.add(
        new Record.Message(
            header,
            chat,
            null,
            List.of(),
            id(message),
            words,
            link(message),
            null,
            action,
            List.of(),
            media));
    if (words.length() < 2000) {
      for (Sentence one : Sentence.values()) {
        Matcher m = one.form.matcher(words);
        if (m.matches()) {
          moves(out, header, one, m);
          break;
        }
      }
    }
    return out;
  }

  private static @Nullable String link(HtmlElement message) {
    HtmlElement link = message.first("a");
    Matcher m = link == null ? null : GO_TO.matcher(link.attribute("href"));
    return m != null && m.find() ? m.group(1) : null;
  }

  private void moves(List<Record> out, Header header, Sentence one, Matcher m) {
    AccountRef by = account(m.group("b").strip());
    boolean lists = one.form.pattern().contains("(?<w>");
    String who = lists ? m.group("w") : null;
    if (by != null && (one == Sentence.CREATED || one == Sentence.JOINED)) {
      out.add(new Record.Membership(header, by, chat, Action.JOINED, null));
    }
    for (String name : who == null ? new String[0] : who.split(", | and ")) {
      AccountRef member = account(blankToNull(name.strip()));
      if (member == null) {
        continue;
      }
      boolean self = by != null && member.accountKey().equals(by.accountKey());
      if (self && one == Sentence.CREATED) {
        continue;
      }
      Action how = !self ? one.action : one.action == Action.REMOVED ? Action.LEFT : Action.JOINED;
      out.add(new Record.Membership(header, member, chat, how, self ? null : by));
    }
  }
}
