package dev.sextant.records.reader.chat.mail;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.reader.Source;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the bytes of one mail into records: itself, then the mails it carries within. */
final class MailForm {
  private static final Pattern MESSAGE_ID = Pattern.compile("<([^<>\\s]{1,500})>");

  private static final Pattern ANSWER =
      Pattern.compile(
          "(?i)^(?:(?:re|aw|sv|vs|odp|fwd?|wg|rv|tr|enc|res|rif)(?:\\[\\d{1,3}\\])?:\\s*)++");

  /** Mails within mails within mails: more is an attack, not a correspondence. */
  private static final int DEEPEST = 20;

  private final Source source;
  private final Source.Part part;
  private final byte[] bytes;
  private final long base;
  private final boolean mailbox;

  /**
   * @param base where the bytes begin within the part
   * @param mailbox true where the writer of a mailbox escaped lines that begin with "From "
   */
  MailForm(Source source, Source.Part part, byte[] bytes, long base, boolean mailbox) {
    this.source = source;
    this.part = part;
    this.bytes = bytes;
    this.base = base;
    this.mailbox = mailbox;
  }

  /** What one mail holds besides its fields. */
  private static final class Found {
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<Media> media = new ArrayList<>();
    private final List<String> ranges = new ArrayList<>();
    private final List<Entity> within = new ArrayList<>();
  }

  /**
   * The records; none if no header field stands at the start.
   *
   * @param said more to keep beside the header fields
   */
  List<Record> records(Locator at, Map<String, String> said) throws IOException {
    List<Record> out = new ArrayList<>();
    add(Entity.of(bytes, 0, bytes.length, DEEPEST), at, said, out, 0);
    return out;
  }

  private void add(Entity mail, Locator at, Map<String, String> said, List<Record> out, int depth)
      throws IOException {
    if (mail.headers().size() == 0) {
      return;
    }
    Found found = new Found();
    gather(mail, found, depth);
    out.add(message(mail.headers(), found, at, said));
    for (Entity inner : found.within) {
      // Encoded mails have no range of their own; the mail that carries them is where they stand.
      Locator where = part.at(base + inner.from(), base + inner.to(), at.pointer());
      add(
          Entity.of(bytes, inner.from(), inner.to(), DEEPEST - depth - 1),
          where,
          Map.of("carried-by", String.valueOf(mail.headers().get("Message-ID"))),
          out,
          depth + 1);
    }
  }

  private void gather(Entity entity, Found found, int depth) throws IOException {
    if (!entity.parts().isEmpty()) {
      for (Entity one : entity.parts()) {
        gather(one, found, depth);
      }
    } else if (entity.inlineText()) {
      String text = entity.text(bytes, mailbox);
      StringBuilder into = entity.kind().equals("text/plain") ? found.plain : found.html;
      String words = entity.kind().equals("text/plain") ? text.stripTrailing() : HtmlWords.of(text);
      into.append(into.isEmpty() || words.isEmpty() ? "" : "\n").append(words);
    } else if (entity.to() > entity.from() || entity.fileName() != null) {
      boolean mail = entity.kind().equals("message/rfc822");
      boolean plain = !entity.encoding().equals("base64");
      if (mail && plain && !entity.encoding().equals("quoted-printable") && depth < DEEPEST) {
        found.within.add(entity);
      }
      attach(entity, found);
    }
  }

  /* An attachment's part is the part that holds the mail, with the range of its encoded bytes. */
  private void attach(Entity entity, Found found) throws IOException {
    long from = base + entity.from();
    long to = base + entity.to();
    MessageDigest sha = Digest.sha256();
    long size = 0;
    byte[] buffer = new byte[1 << 13];
    try (InputStream in = entity.content(bytes)) {
      int n = in.read(buffer);
      while (n >= 0) {
        sha.update(buffer, 0, n);
        size += n;
        n = in.read(buffer);
      }
    }
    String named = entity.fileName();
    String id = entity.headers().get("Content-ID");
    String name = named != null ? named : id != null && !id.isBlank() ? id : entity.kind();
    found.media.add(
        new Media(
            name, entity.kind(), part.path() + "@" + from + "-" + to, Digest.ofRaw(sha.digest())));
    found.ranges.add(
        name + ": bytes " + from + "-" + to + ", " + encodingOf(entity) + ", " + size + " decoded");
  }

  private static String encodingOf(Entity entity) {
    return entity.encoding().isEmpty() ? "7bit" : entity.encoding();
  }

  private Record message(Headers headers, Found found, Locator at, Map<String, String> said) {
    Map<String, String> extra = headers.byName();
    extra.putAll(said);
    if (!found.ranges.isEmpty()) {
      extra.put("attachments", String.join("\n", found.ranges));
    }
    String origin = Hops.firstExternal(headers);
    if (origin != null) {
      extra.put("first-external-ip", origin);
    }
    boolean onlyHtml = found.plain.isEmpty() && !found.html.isEmpty();
    if (onlyHtml) {
      extra.put("words-from", "text/html");
    }
    List<AccountRef> senders = headers.addresses("From");
    if (senders.isEmpty()) {
      senders = headers.addresses("Sender");
    }
    AccountRef author = senders.isEmpty() ? null : senders.getFirst();
    List<AccountRef> recipients = recipients(headers);
    String subject = headers.get("Subject");
    String body = onlyHtml ? found.html.toString() : found.plain.toString();
    String text =
        subject == null || subject.isBlank()
            ? body
            : body.isBlank() ? subject : subject + "\n\n" + body;
    var time = MailDate.of(headers.get("Date"), source.zone());
    return new Record.Message(
        new Header(Addresses.EMAIL, at, time, extra),
        conversation(headers, author, recipients, at),
        author,
        recipients,
        id(headers.get("Message-ID")),
        text,
        id(headers.get("In-Reply-To")),
        null,
        null,
        List.of(),
        found.media);
  }

  private static List<AccountRef> recipients(Headers headers) {
    Map<String, AccountRef> all = new LinkedHashMap<>();
    for (String field : List.of("To", "Cc", "Bcc")) {
      headers.addresses(field).forEach(one -> all.putIfAbsent(one.accountKey(), one));
    }
    if (all.isEmpty()) {
      headers.addresses("Delivered-To").forEach(one -> all.putIfAbsent(one.accountKey(), one));
    }
    return List.copyOf(all.values());
  }

  /* A thread is named by its first mail: the first of References, else the one answered, else itself
   * (RFC 5322, section 3.6.4). */
  private ConversationRef conversation(
      Headers headers, @Nullable AccountRef author, List<AccountRef> recipients, Locator at) {
    String root = id(headers.get("References"));
    if (root == null) {
      root = id(headers.get("In-Reply-To"));
    }
    if (root == null) {
      root = id(headers.get("Message-ID"));
    }
    String key =
        root != null
            ? root
            : at.exhibit().hex().substring(0, 16) + "/" + at.part() + "@" + at.from();
    long people =
        recipients.stream()
            .filter(r -> author == null || !r.accountKey().equals(author.accountKey()))
            .count();
    boolean list = headers.get("List-Id") != null || headers.get("List-Post") != null;
    ConversationRef.Kind kind =
        list
            ? ConversationRef.Kind.CHANNEL
            : people == 1 && author != null
                ? ConversationRef.Kind.DIRECT
                : people > 1 ? ConversationRef.Kind.GROUP : ConversationRef.Kind.UNKNOWN;
    String subject = headers.get("Subject");
    String title = subject == null ? "" : ANSWER.matcher(subject.strip()).replaceFirst("").strip();
    return new ConversationRef(Addresses.EMAIL, kind, key, title.isEmpty() ? null : title);
  }

  private static @Nullable String id(@Nullable String field) {
    if (field == null) {
      return null;
    }
    Matcher m = MESSAGE_ID.matcher(field);
    if (m.find()) {
      return m.group(1);
    }
    String bare = field.strip();
    return bare.isEmpty() || bare.length() > 500 || bare.contains(" ") ? null : bare;
  }
}
