package dev.sextant.records.reader.holdout;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Media;
import dev.sextant.records.Record;
import dev.sextant.records.RecordCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One record that was looked for; checks on one that was not found say nothing more. */
final class Found {
  private final HoldOut of;
  private final String which;
  private final @Nullable Record record;

  Found(HoldOut of, String which, @Nullable Record record) {
    this.of = of;
    this.which = which;
    this.record = record;
  }

  /** True if an account is the one meant by its key, handle or shown name. */
  static boolean is(@Nullable AccountRef account, String who) {
    return account != null
        && (account.key().equals(who)
            || account.key().equals("@" + who)
            || account.key().endsWith("/" + who)
            || who.equals(account.handle())
            || who.equals(account.displayName()));
  }

  /** A record in a few words. */
  static String brief(Record r) {
    String json = new String(RecordCodec.bytes(r), StandardCharsets.UTF_8);
    String short_ =
        json.replaceAll(
            "\"exhibit\":\"[0-9a-f]{64}\",?|\"platform\":\"[a-z]+\",?|\"raw:[^,]*,", "");
    return short_.length() > 900 ? short_.substring(0, 900) + "…" : short_;
  }

  private Found check(boolean so, String expected) {
    Record r = record;
    if (r != null && !so) {
      of.problem(which + " has " + expected, brief(r));
    }
    return this;
  }

  private List<AccountRef> acting() {
    return switch (record) {
      case null -> List.of();
      case Record.Message m -> listed(m.author());
      case Record.Post p -> listed(p.author());
      case Record.Call c -> listed(c.caller());
      case Record.Activity a -> listed(a.account());
      case Record.Place p -> listed(p.account());
      case Record other -> other.accounts();
    };
  }

  private static List<AccountRef> listed(@Nullable AccountRef one) {
    return Stream.ofNullable(one).toList();
  }

  /** Who acted, by key, handle or shown name. */
  Found by(String who) {
    return check(!acting().isEmpty() && is(acting().getFirst(), who), "the acting " + who);
  }

  /** Who acted, by this kind of key. */
  Found byKey(KeyBasis basis, String key) {
    return check(
        !acting().isEmpty()
            && acting().getFirst().basis() == basis
            && acting().getFirst().key().equals(key),
        "the acting " + basis + " " + key);
  }

  /** Nobody is named as acting. */
  Found byNobody() {
    return check(acting().isEmpty(), "nobody acting");
  }

  /** When it happened. */
  Found at(String instant) {
    return check(
        record != null && Instant.parse(instant).equals(record.header().claimed().instant()),
        "the time " + instant);
  }

  /** It has no time. */
  Found timeless() {
    return check(record != null && record.header().claimed().instant() == null, "no time");
  }

  /** Exactly these it reached. */
  Found to(String... whom) {
    List<AccountRef> reached =
        switch (record) {
          case Record.Message m -> m.recipients();
          case Record.Call c -> c.called();
          case Record.Activity a -> listed(a.towards());
          case Record.Follow f -> List.of(f.to());
          case null, default -> List.of();
        };
    return check(
        reached.size() == whom.length
            && Arrays.stream(whom).allMatch(w -> reached.stream().anyMatch(r -> is(r, w))),
        "reached " + Arrays.toString(whom));
  }

  /** Names or keys of those mentioned include these. */
  Found mentions(String... whom) {
    List<AccountRef> named =
        switch (record) {
          case Record.Message m -> m.mentions();
          case Record.Post p -> p.mentions();
          case null, default -> List.of();
        };
    return check(
        Arrays.stream(whom).allMatch(w -> named.stream().anyMatch(r -> is(r, w))),
        "mentions " + Arrays.toString(whom));
  }

  /** What kind of conversation. */
  Found in(ConversationRef.Kind kind) {
    ConversationRef c = record == null ? null : record.inConversation();
    return check(c != null && c.kind() == kind, "in a " + kind);
  }

  /** Key or title of the conversation holds this. */
  Found inConversation(String part) {
    ConversationRef c = record == null ? null : record.inConversation();
    return check(
        c != null && (c.key() + " " + c.title()).contains(part), "in the conversation " + part);
  }

  /** The platform. */
  Found on(String platform) {
    return check(
        record != null && record.header().platform().name().equals(platform),
        "the platform " + platform);
  }

  /** The platform's number. */
  Found id(String id) {
    String has =
        switch (record) {
          case Record.Message m -> m.messageId();
          case Record.Post p -> p.postId();
          case null, default -> null;
        };
    return check(id.equals(has), "the id " + id);
  }

  /** What it answers. */
  Found replyTo(String id) {
    String has =
        switch (record) {
          case Record.Message m -> m.replyTo();
          case Record.Post p -> p.replyToPost();
          case null, default -> null;
        };
    return check(id.equals(has), "an answer to " + id);
  }

  /** The whole text. */
  Found text(String text) {
    return check(record != null && record.words().equals(text), "the text \"" + text + "\"");
  }

  /** A mentioned file of this name, found in the exhibit or not. */
  Found media(String name, boolean inExhibit) {
    List<Media> media =
        switch (record) {
          case Record.Message m -> m.media();
          case Record.Post p -> p.media();
          case null, default -> List.of();
        };
    return check(
        media.stream().anyMatch(m -> m.name().contains(name) && (m.digest() != null) == inExhibit),
        "media " + name + (inExhibit ? " found in the exhibit" : " only named"));
  }

  /** The source port. */
  Found port(int port) {
    return check(record instanceof Record.Login l && l.port() == port, "the port " + port);
  }

  /** The source's word for a log-in or note, or what the device is. */
  Found says(String value) {
    Record r = record;
    return check(r != null && brief2(r).contains(value), "\"" + value + "\" in it");
  }

  private String brief2(Record r) {
    if (r instanceof Record.Profile p) {
      return of.saidOf(p.account());
    }
    return new String(RecordCodec.bytes(r), StandardCharsets.UTF_8);
  }

  /** A selector that the source states, as {@code type:value} in lower case. */
  Found selector(String selector) {
    return check(
        record instanceof Record.Profile first
            && of.trial().of(Record.Profile.class).stream()
                .filter(p -> p.account().accountKey().equals(first.account().accountKey()))
                .flatMap(p -> p.selectors().stream())
                .anyMatch(s ->
                    s.selector().toString().equals(selector)
                        || (s.selector().type().name().toLowerCase(java.util.Locale.ROOT)
                                + ":"
                                + s.selector().value())
                            .equals(selector)),
        "the selector " + selector);
  }

  /** Seconds a call took. */
  Found seconds(long seconds) {
    return check(
        record instanceof Record.Call c
            && c.duration() != null
            && Objects.requireNonNull(c.duration()).toSeconds() == seconds,
        "a duration of " + seconds + " s");
  }

  /** The bytes at the locator hold this. */
  Found bytes(String value) {
    Record r = record;
    return check(
        r != null && of.trial().text(r.header().locator()).contains(value),
        "\"" + value + "\" in the bytes of its locator");
  }

  /** The locator's pointer holds this: a JSON pointer, a cell, a row. */
  Found pointer(String value) {
    return check(
        record != null && record.header().locator().pointer().contains(value),
        "\"" + value + "\" in the pointer of its locator");
  }

  /** The number that a tie carries. */
  Found weight(double weight) {
    return check(record instanceof Record.Relation r && r.weight() == weight, "weight " + weight);
  }
}
