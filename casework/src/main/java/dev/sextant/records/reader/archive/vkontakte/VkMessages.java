package dev.sextant.records.reader.archive.vkontakte;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Gathered;
import dev.sextant.records.reader.html.HtmlElement;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns a {@code div.message} into records. */
final class VkMessages {
  private static final Set<String> MEDIA =
      Set.of(
          "Фотография",
          "Видеозапись",
          "Аудиозапись",
          "Файл",
          "Стикер",
          "Граффити",
          "Photo",
          "Video",
          "Audio",
          "File",
          "Sticker",
          "Graffiti");

  private static final Set<String> DELETED = Set.of("Сообщение удалено", "Message deleted");

  private static final Set<String> CALL = Set.of("Звонок", "Call");

  private final VkPeople people;
  private final VkTimes times;
  private final String folder;
  private final ConversationRef in;

  /**
   * @param folder the conversation's folder
   */
  VkMessages(VkPeople people, VkTimes times, String folder) {
    this.people = people;
    this.times = times;
    this.folder = folder;
    this.in = people.conversation(folder);
  }

  /** The message, and a call if it stands for one; none without a head. */
  List<Record> records(HtmlElement message, Locator at) {
    HtmlElement head = message.firstWithClass("message__header");
    if (head == null) {
      return List.of();
    }
    Map<String, String> extra = new TreeMap<>();
    HtmlElement edited = head.firstWithClass("message-edited");
    if (edited != null) {
      String when = edited.attribute("title");
      extra.put("edited", when.isBlank() ? edited.text() : when);
    }
    String said = head.text().replace('\n', ' ');
    VkTimes.Found found = times.last(said);
    String before =
        (found == null ? said : said.substring(0, found.at())).strip().replaceFirst(",$", "");
    AccountRef linked = people.linked(head.first("a"));
    // Without a time it does not show where a name ends.
    AccountRef author =
        linked != null || found == null || before.isEmpty() ? linked : people.named(before, in);
    HtmlElement body = null;
    for (HtmlElement one : message.elements()) {
      body = one != head && body == null ? one : body;
    }
    HtmlElement kludges = message.firstWithClass("kludges");
    List<HtmlElement> attached = message.withClass("attachment");
    String beside = kludges == null ? "" : kludges.text();
    String words = body == null ? "" : without(body.text(), beside);
    boolean service = attached.isEmpty() && words.isEmpty() && !beside.isEmpty();
    Map<String, AccountRef> mentions = new LinkedHashMap<>();
    if (service && kludges != null) {
      words = beside;
      for (HtmlElement link : kludges.all("a")) {
        AccountRef one = people.linked(link);
        if (one != null) {
          mentions.putIfAbsent(one.accountKey(), one);
        }
      }
    } else if (attached.isEmpty() && !beside.isEmpty()) {
      extra.put("kludges", beside);
    }
    List<Media> media = new ArrayList<>();
    Gathered attachments = new Gathered();
    String action = service ? "service" : null;
    boolean call = false;
    for (HtmlElement one : attached) {
      HtmlElement description = one.firstWithClass("attachment__description");
      HtmlElement link = one.first("a");
      String what = description == null ? one.text() : description.text();
      String where = link == null ? "" : link.attribute("href");
      attachments.add("attachments", (what + " " + where).strip());
      if (MEDIA.contains(what)) {
        media.add(new Media(where.isBlank() ? what : where, what, null, null));
      }
      action = DELETED.contains(what) ? "deleted" : action;
      call |= CALL.contains(what);
    }
    attachments.into(extra);
    ClaimedTime time =
        found != null
            ? found.time()
            : said.isBlank() ? ClaimedTime.none() : ClaimedTime.unreadable(said);
    String id = message.attribute("data-id");
    List<AccountRef> to = recipients(author);
    List<Record> out = new ArrayList<>();
    out.add(
        new Record.Message(
            new Header(VkPeople.VK, at, time, extra),
            in,
            author,
            to,
            id.isBlank() ? null : id,
            words,
            null,
            null,
            action,
            List.copyOf(mentions.values()),
            media));
    if (call) {
      Header further = new Header(VkPeople.VK, at, time, Map.of());
      out.add(new Record.Call(further, in, author, to, null, null));
    }
    return out;
  }

  /* What is attached stands behind the words, in the same element. */
  private static String without(String all, String behind) {
    return behind.isEmpty() || !all.endsWith(behind)
        ? all
        : all.substring(0, all.length() - behind.length()).strip();
  }

  private List<AccountRef> recipients(@Nullable AccountRef author) {
    AccountRef other = people.other(folder);
    if (other == null || author == null) {
      return List.of();
    }
    boolean own = author.accountKey().equals(people.owner().accountKey());
    return List.of(own ? other : people.owner());
  }
}
