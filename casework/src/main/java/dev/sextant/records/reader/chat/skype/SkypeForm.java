package dev.sextant.records.reader.chat.skype;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Membership.Action;
import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Turns one of Skype's messages into records. Contents are small pieces of markup. */
final class SkypeForm {
  static final Platform SKYPE = new Platform("skype");

  private static final Pattern MEMBER = Pattern.compile("\"([^\"]{1,200})\"");

  private final ConversationRef chat;
  private final @Nullable AccountRef owner;

  SkypeForm(ConversationRef chat, @Nullable String owner) {
    this.chat = chat;
    this.owner = owner == null || owner.isBlank() ? null : account(owner, null);
  }

  /* "8:name" is the account "name"; "4:+44..." a telephone; "28:bot" a program; "19:..." a group. */
  private static AccountRef account(String mri, @Nullable String shown) {
    String id = mri.startsWith("8:") ? mri.substring(2) : mri;
    String name = shown == null || shown.isBlank() ? null : shown;
    return AccountRef.ofId(SKYPE, id.isBlank() ? mri : id, null, name);
  }

  private List<AccountRef> recipients(@Nullable AccountRef author, String conversation) {
    if (chat.kind() != ConversationRef.Kind.DIRECT || author == null) {
      return List.of();
    }
    AccountRef peer = conversation.isBlank() ? null : account(conversation, null);
    if (peer != null && !peer.accountKey().equals(author.accountKey())) {
      return List.of(peer);
    }
    return owner == null ? List.of() : List.of(owner);
  }

  /** A message; none if it has neither number nor sender nor content. */
  List<Record> message(Json value, Locator at) {
    Fields fields = Fields.of(value);
    String id = fields.text("id");
    String from = fields.text("from");
    String content = fields.textOrEmpty("content");
    String type = fields.textOrEmpty("messagetype");
    if (id == null && from == null && content.isEmpty()) {
      return List.of();
    }
    AccountRef author =
        from == null || from.isBlank() ? null : account(from, fields.text("displayName"));
    ClaimedTime time = ClaimedTimes.ofIso(fields.text("originalarrivaltime"));
    String conversation = fields.textOrEmpty("conversationid");
    Document markup = Jsoup.parse(content, "", org.jsoup.parser.Parser.xmlParser());
    String words =
        type.equals("Text") ? content : type.startsWith("Thread") ? pieces(markup) : words(content);
    if (words.equals(content)) {
      fields.known("content");
    }
    fields.known("version");
    var extra = new java.util.TreeMap<>(fields.rest());
    if (!words.equals(content)) {
      extra.put("content", content);
    }
    extra.put("messagetype", type);
    Header header = new Header(SKYPE, at, time, extra);
    List<AccountRef> recipients = recipients(author, conversation);
    if (type.equals("Event/Call")) {
      return List.of(call(header, author, recipients, markup));
    }
    boolean spoken = type.isEmpty() || type.equals("Text") || type.startsWith("RichText");
    List<Record> out = new ArrayList<>();
    out.add(
        new Record.Message(
            header,
            chat,
            author,
            recipients,
            id,
            words,
            null,
            null,
            spoken ? null : type,
            List.of(),
            media(markup)));
    if (type.startsWith("ThreadActivity/")) {
      moves(out, header, type, markup);
    }
    return out;
  }

  private static String words(String content) {
    return content.indexOf('<') < 0 && content.indexOf('&') < 0
        ? content
        : Jsoup.parseBodyFragment(content).body().wholeText().strip();
  }

  /* Notes have no words of their own: what stands in their elements, parted by blanks. */
  private static String pieces(Document markup) {
    List<String> said = new ArrayList<>();
    for (Element one : markup.getAllElements()) {
      if (!one.ownText().isBlank()) {
        said.add(one.ownText().strip());
      }
    }
    return String.join(" ", said);
  }

  private static List<Media> media(Document markup) {
    List<Media> media = new ArrayList<>();
    for (Element one : markup.select("URIObject")) {
      Element name = one.selectFirst("OriginalName");
      String said = name == null ? "" : name.attr("v");
      media.add(
          new Media(
              said.isBlank() ? "file" : said,
              one.attr("type").isBlank() ? null : one.attr("type"),
              null,
              null));
    }
    return media;
  }

  private Record call(
      Header header, @Nullable AccountRef caller, List<AccountRef> recipients, Document markup) {
    List<AccountRef> called = new ArrayList<>(recipients);
    Set<String> known = new HashSet<>();
    called.forEach(a -> known.add(a.accountKey()));
    if (caller != null) {
      known.add(caller.accountKey());
    }
    long longest = -1;
    for (Element one : markup.select("part")) {
      String identity = one.attr("identity");
      if (!identity.isBlank()) {
        AccountRef who = account(identity, null);
        if (known.add(who.accountKey())) {
          called.add(who);
        }
      }
      Element duration = one.selectFirst("duration");
      String text = duration == null ? "" : duration.text().strip();
      if (text.matches("[0-9]{1,9}(\\.[0-9]+)?")) {
        longest = Math.max(longest, (long) Double.parseDouble(text));
      }
    }
    Element list = markup.selectFirst("partlist");
    String outcome = list == null ? "" : list.attr("type");
    return new Record.Call(
        header,
        chat,
        caller,
        called,
        longest < 0 ? null : Duration.ofSeconds(longest),
        outcome.isBlank() ? null : outcome);
  }

  private void moves(List<Record> out, Header header, String type, Document markup) {
    Action action =
        switch (type.substring("ThreadActivity/".length())) {
          case "AddMember" -> Action.ADDED;
          case "DeleteMember" -> Action.REMOVED;
          default -> null;
        };
    if (action == null) {
      return;
    }
    Element initiator = markup.selectFirst("initiator");
    String by = initiator == null ? "" : initiator.text().strip();
    for (Element target : markup.select("target")) {
      Element id = target.selectFirst("id");
      String who = (id == null ? target.text() : id.text()).strip();
      if (!who.isBlank()) {
        boolean self = who.equals(by);
        Action how = !self ? action : action == Action.ADDED ? Action.JOINED : Action.LEFT;
        out.add(
            new Record.Membership(
                header,
                account(who, null),
                chat,
                how,
                self || by.isBlank() ? null : account(by, null)));
      }
    }
  }

  /**
   * A group's properties: itself as a note, then its members, which stand as a text that holds
   * JSON.
   */
  List<Record> thread(Json value, Locator at) {
    Fields fields = Fields.of(value);
    String members = fields.textOrEmpty("members");
    Header header = new Header(SKYPE, at, ClaimedTime.none(), fields.rest());
    List<Record> out = new ArrayList<>();
    out.add(
        new Record.Message(
            header,
            chat,
            null,
            List.of(),
            null,
            fields.textOrEmpty("topic"),
            null,
            null,
            "thread",
            List.of(),
            List.of()));
    Matcher m = MEMBER.matcher(members);
    while (m.find()) {
      if (!m.group(1).isBlank()) {
        out.add(
            new Record.Membership(header, account(m.group(1), null), chat, Action.PRESENT, null));
      }
    }
    return out;
  }
}
