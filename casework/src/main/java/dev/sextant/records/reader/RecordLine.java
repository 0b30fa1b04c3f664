package dev.sextant.records.reader;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.RecordText;
import dev.sextant.records.text.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A record as one flat line for people and scripts: every kind has the same first fields. {@code
 * author} is who acted and {@code recipients} whom it reached, as shown; their keys stand beside
 * them. Fractions are texts.
 */
public final class RecordLine {
  private RecordLine() {}

  /**
   * A record as a line.
   *
   * @param ordinal its place among those read from the same item
   */
  public static Map<String, @Nullable Object> of(Record record, int ordinal) {
    Map<String, @Nullable Object> line = new TreeMap<>();
    line.put("kind", record.kind().name());
    line.put("platform", record.header().platform().name());
    line.put("record", record.id(ordinal).hex());
    line.put("locator", record.header().locator().toString());
    line.put("text", record.words());
    Instant at = record.header().claimed().instant();
    line.put("time", at == null ? null : at.toString());
    line.put("timeText", record.header().claimed().text());
    line.put("timeBasis", record.header().claimed().basis().name());
    author(line, null);
    recipients(line, List.of());
    ConversationRef conversation = record.inConversation();
    if (conversation != null) {
      line.put("conversation", conversation.conversationKey());
      line.put("conversationKind", conversation.kind().name());
      put(line, "conversationTitle", conversation.title());
    }
    if (!record.header().extra().isEmpty()) {
      line.put("extra", record.header().extra());
    }
    own(line, record);
    return line;
  }

  /** What a machine reads in its words: the language, and selectors with their place and rule. */
  public static Map<String, Object> text(RecordText text) {
    Map<String, Object> line = new TreeMap<>();
    line.put("language", text.language().code());
    line.put(
        "languageSureness",
        String.format(java.util.Locale.ROOT, "%.3f", text.language().sureness()));
    line.put("selectors", text.seen().stream().map(RecordLine::selector).toList());
    return line;
  }

  private static Map<String, Object> selector(RecordText.Seen seen) {
    Sighting one = seen.sighting();
    Map<String, Object> line = new TreeMap<>();
    line.put("kind", one.kind().word());
    line.put("rule", one.rule());
    line.put("part", seen.part());
    line.put("from", (long) one.from());
    line.put("to", (long) one.to());
    line.put("value", one.value());
    line.put("check", one.check().name());
    return line;
  }

  private static void author(Map<String, @Nullable Object> line, @Nullable AccountRef account) {
    line.put("author", account == null ? null : account.shownAs());
    line.put("authorKey", account == null ? null : account.accountKey());
  }

  private static void recipients(Map<String, @Nullable Object> line, List<AccountRef> accounts) {
    line.put("recipients", accounts.stream().map(AccountRef::shownAs).toList());
    line.put("recipientKeys", accounts.stream().map(AccountRef::accountKey).toList());
  }

  private static void put(Map<String, @Nullable Object> line, String key, @Nullable Object value) {
    if (value != null) {
      line.put(key, value);
    }
  }

  private static void mentions(Map<String, @Nullable Object> line, List<AccountRef> mentions) {
    if (!mentions.isEmpty()) {
      line.put("mentions", mentions.stream().map(AccountRef::shownAs).toList());
      line.put("mentionKeys", mentions.stream().map(AccountRef::accountKey).toList());
    }
  }

  private static void media(Map<String, @Nullable Object> line, List<Media> media) {
    if (!media.isEmpty()) {
      line.put("media", media.stream().map(Media::name).toList());
    }
  }

  private static void own(Map<String, @Nullable Object> line, Record record) {
    switch (record) {
      case Record.Message r -> {
        author(line, r.author());
        recipients(line, r.recipients());
        put(line, "id", r.messageId());
        put(line, "replyTo", r.replyTo());
        put(line, "forwardedFrom", r.forwardedFrom());
        put(line, "action", r.action());
        mentions(line, r.mentions());
        media(line, r.media());
      }
      case Record.Post r -> {
        author(line, r.author());
        put(line, "id", r.postId());
        put(line, "replyTo", r.replyToPost());
        AccountRef answered = r.replyTo();
        recipients(line, answered == null ? List.of() : List.of(answered));
        put(line, "repostOf", r.repostOf());
        mentions(line, r.mentions());
        media(line, r.media());
      }
      case Record.Profile r -> {
        author(line, r.account());
        line.put(
            "selectors",
            r.selectors().stream()
                .map(s -> s.selector() + (s.verified() ? " (verified)" : ""))
                .toList());
        line.put("attributes", r.attributes());
      }
      case Record.Follow r -> {
        author(line, r.from());
        recipients(line, List.of(r.to()));
        line.put("how", r.how().name());
      }
      case Record.Login r -> {
        author(line, r.account());
        put(line, "ip", r.ip());
        put(line, "port", r.port() < 0 ? null : (Object) r.port());
        put(line, "device", r.device());
        put(line, "action", r.action());
      }
      case Record.Call r -> {
        author(line, r.caller());
        recipients(line, r.called());
        Duration duration = r.duration();
        put(line, "seconds", duration == null ? null : (Object) duration.toSeconds());
        put(line, "outcome", r.outcome());
      }
      case Record.Place r -> {
        author(line, r.account());
        line.put("latitude", Double.toString(r.latitude()));
        line.put("longitude", Double.toString(r.longitude()));
        put(
            line,
            "accuracyMetres",
            Double.isNaN(r.accuracyMetres()) ? null : Double.toString(r.accuracyMetres()));
        put(line, "name", r.name());
      }
      case Record.Activity r -> {
        author(line, r.account());
        AccountRef towards = r.towards();
        recipients(line, towards == null ? List.of() : List.of(towards));
        line.put("what", r.what().name());
        put(line, "object", r.object());
      }
      case Record.Membership r -> {
        author(line, r.account());
        line.put("action", r.action().name());
        AccountRef by = r.by();
        put(line, "by", by == null ? null : by.shownAs());
      }
      case Record.Relation r -> {
        author(line, r.from());
        recipients(line, List.of(r.to()));
        put(line, "label", r.label());
        line.put("weight", Double.toString(r.weight()));
        line.put("directed", r.directed());
      }
    }
  }
}
