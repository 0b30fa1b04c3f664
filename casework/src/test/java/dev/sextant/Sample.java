package dev.sextant;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Stated;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Writes made-up records, one after another, as a reader would give them. */
public final class Sample {
  /** A platform of our own. */
  public static final Platform CHAT = new Platform("telegram");

  private final List<Record> records = new ArrayList<>();
  private Digest exhibit = exhibit("one");
  private @Nullable Instant clock = Instant.parse("2026-01-01T00:00:00Z");

  /** A digest that stands for an exhibit. */
  public static Digest exhibit(String name) {
    return Digest.of(name.getBytes(StandardCharsets.UTF_8));
  }

  /** From here on, records come from this exhibit. */
  public Sample in(String name) {
    exhibit = exhibit(name);
    return this;
  }

  /** From here on, records have this time; null for none. */
  public Sample at(@Nullable String instant) {
    clock = instant == null ? null : Instant.parse(instant);
    return this;
  }

  /** An account with a permanent number. */
  public static AccountRef id(String number) {
    return new AccountRef(CHAT, KeyBasis.PLATFORM_ID, number, null, "Name " + number);
  }

  /** An account known by a name in a chart. */
  public static AccountRef label(String label) {
    return new AccountRef(new Platform("table"), KeyBasis.LABEL, label, null, label);
  }

  /** A conversation of two. */
  public static ConversationRef direct(String key) {
    return new ConversationRef(CHAT, ConversationRef.Kind.DIRECT, key, null);
  }

  /** A group. */
  public static ConversationRef group(String key) {
    return new ConversationRef(CHAT, ConversationRef.Kind.GROUP, key, "Group " + key);
  }

  private Header header() {
    long place = records.size() * 10L;
    ClaimedTime when =
        clock == null
            ? ClaimedTime.none()
            : ClaimedTime.utc(clock, clock.toString(), ClaimedTime.Precision.SECOND);
    return new Header(
        CHAT, new Locator(exhibit, "result.json", place, place + 9, ""), when, Map.of());
  }

  /** Any record. */
  public Sample add(java.util.function.Function<Header, Record> maker) {
    records.add(maker.apply(header()));
    return this;
  }

  /** A message without recipients. */
  public Sample message(ConversationRef where, @Nullable AccountRef author) {
    return message(where, author, List.of(), null, null, List.of());
  }

  /** A message. */
  public Sample message(
      ConversationRef where,
      @Nullable AccountRef author,
      List<AccountRef> to,
      @Nullable String number,
      @Nullable String answers,
      List<AccountRef> mentions) {
    return add(h ->
        new Record.Message(
            h, where, author, to, number, "text", answers, null, null, mentions, List.of()));
  }

  /** A profile that states selectors. */
  public Sample profile(AccountRef account, boolean verified, Selector... selectors) {
    List<Stated> stated = new ArrayList<>();
    for (Selector selector : selectors) {
      stated.add(new Stated(selector, verified));
    }
    return add(h -> new Record.Profile(h, account, stated, Map.of()));
  }

  /** A membership. */
  public Sample member(AccountRef account, ConversationRef group) {
    return add(
        h -> new Record.Membership(h, account, group, Record.Membership.Action.PRESENT, null));
  }

  /** A drawn tie. */
  public Sample relation(AccountRef from, AccountRef to, double weight, boolean directed) {
    return add(h -> new Record.Relation(h, from, to, null, weight, directed));
  }

  /** What was written so far. */
  public List<Record> records() {
    return List.copyOf(records);
  }

  /** Gives every record with its id. */
  public void each(BiConsumer<Digest, Record> taker) {
    records.forEach(record -> taker.accept(record.id(0), record));
  }
}
