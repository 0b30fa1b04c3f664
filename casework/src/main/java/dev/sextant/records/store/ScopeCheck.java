package dev.sextant.records.store;

import dev.sextant.authority.Scope;
import dev.sextant.authority.Verdict;
import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Record;
import dev.sextant.records.RecordKind;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Judges records by an authority's scope: what a record names decides, never whose export it lies
 * in. For one thread.
 */
public final class ScopeCheck {
  /** Remembered accounts: exports name the same few again and again. */
  private static final int MOST_REMEMBERED = 10_000;

  private static final Pattern HASHTAG = Pattern.compile("#([\\p{L}\\p{N}_]{1,200})");

  private final Scope scope;
  private final List<Selector> keywords;
  private final boolean hashtags;
  private final Set<Selector> privileged;
  private final List<String> terms;
  private final Map<AccountRef, List<Selector>> remembered =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AccountRef, List<Selector>> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  private @Nullable ConversationRef last;
  private Set<Selector> group = Set.of();

  /**
   * @param scope of the permit
   */
  public ScopeCheck(Scope scope) {
    this(scope, Set.of(), List.of());
  }

  /**
   * @param scope of the permit
   * @param privileged identifiers whose words are privileged
   * @param terms words by which a text says of itself that it is privileged, in lower case
   */
  ScopeCheck(Scope scope, Set<Selector> privileged, List<String> terms) {
    this.scope = scope;
    this.privileged = Set.copyOf(privileged);
    this.terms = List.copyOf(terms);
    this.keywords =
        scope.selectors().stream().filter(s -> s.type() == SelectorType.KEYWORD).toList();
    this.hashtags = scope.selectors().stream().anyMatch(s -> s.type() == SelectorType.HASHTAG);
  }

  /** A digest of everything in a scope that decides what may be seen. */
  public static Digest fingerprint(Scope scope) {
    List<String> fields = new ArrayList<>();
    fields.add("sextant-scope/v1");
    fields.add(String.valueOf(scope.contentWindow().from()));
    fields.add(String.valueOf(scope.contentWindow().to()));
    fields.add(String.valueOf(scope.platforms().size()));
    scope.platforms().forEach(p -> fields.add(p.name()));
    scope.selectors().forEach(s -> fields.add(s.toString()));
    scope.stableIds().forEach((handle, number) -> fields.add(handle + " = " + number));
    return Digest.ofFields(fields.toArray(String[]::new));
  }

  /** Whether the record may be seen; if not, why. */
  public Verdict verdict(Record record) {
    Set<Selector> named = named(record);
    Verdict verdict =
        scope.verdict(
            record.header().platform(), record.header().claimed(), timed(record.kind()), named);
    return verdict == Verdict.IN_SCOPE && privileged(record, named)
        ? Verdict.SEALED_PRIVILEGED
        : verdict;
  }

  private boolean privileged(Record record, Set<Selector> named) {
    if (!privileged.isEmpty() && named.stream().anyMatch(privileged::contains)) {
      return true;
    }
    if (terms.isEmpty()) {
      return false;
    }
    String words = record.words().toLowerCase(Locale.ROOT);
    return terms.stream().anyMatch(words::contains);
  }

  /** True if it may be seen. */
  public boolean admits(Record record) {
    return verdict(record) == Verdict.IN_SCOPE;
  }

  /** Kinds that happen at a moment; the others last, and may lawfully have no time. */
  public static boolean timed(RecordKind kind) {
    return switch (kind) {
      case POST, MESSAGE, LOGIN, CALL, PLACE, ACTIVITY -> true;
      case PROFILE, FOLLOW, MEMBERSHIP, RELATION -> false;
    };
  }

  /**
   * Whether the scope names this very account, or the topic or group in which the record stands,
   * and not merely somebody else in the record.
   */
  public boolean names(Record record, AccountRef account) {
    Set<Selector> by = new LinkedHashSet<>(remembered.computeIfAbsent(account, this::of));
    if (record instanceof Record.Profile profile && profile.account().equals(account)) {
      profile.selectors().forEach(s -> by.add(s.selector()));
    }
    for (Selector selector : named(record)) {
      if (selector.type().broad()) {
        by.add(selector);
      }
    }
    return by.stream().anyMatch(scope.selectors()::contains);
  }

  /** Every identifier that a record names. */
  Set<Selector> named(Record record) {
    Set<Selector> named = new LinkedHashSet<>();
    for (AccountRef account : record.accounts()) {
      named.addAll(remembered.computeIfAbsent(account, this::of));
    }
    ConversationRef conversation = record.inConversation();
    if (conversation != null) {
      named.addAll(group(conversation));
    }
    if (record instanceof Record.Profile profile) {
      profile.selectors().forEach(s -> named.add(s.selector()));
    }
    if (record instanceof Record.Login login && login.ip() != null) {
      add(named, SelectorType.IP, null, login.ip());
    }
    if (!keywords.isEmpty() || hashtags) {
      topics(record.words(), named);
    }
    return named;
  }

  /* Records that follow each other stand in the same conversation, mostly. */
  private Set<Selector> group(ConversationRef conversation) {
    if (!conversation.equals(last)) {
      Set<Selector> of = new LinkedHashSet<>();
      add(of, SelectorType.GROUP, conversation.platform(), conversation.key());
      group = of;
      last = conversation;
    }
    return group;
  }

  private void topics(String words, Set<Selector> named) {
    String text = Normalizer.normalize(words, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    keywords.stream().filter(k -> text.contains(k.value())).forEach(named::add);
    Matcher tag = HASHTAG.matcher(text);
    while (hashtags && tag.find()) {
      add(named, SelectorType.HASHTAG, null, tag.group(1));
    }
  }

  private List<Selector> of(AccountRef account) {
    Set<Selector> named = new LinkedHashSet<>();
    String key = account.key();
    String shown = account.displayName();
    switch (account.basis()) {
      case PLATFORM_ID -> add(named, SelectorType.PLATFORM_ID, account.platform(), key);
      case PHONE -> add(named, SelectorType.PHONE, null, key);
      case HANDLE -> {
        add(named, SelectorType.HANDLE, account.platform(), key);
        if (account.platform().name().equals("email")) {
          add(named, SelectorType.EMAIL, null, key); // The handle of a mailbox is its address.
        }
      }
      case DISPLAY_NAME ->
          // The key holds where the name was seen; the name alone is what an authority can name.
          add(named, SelectorType.DISPLAY_NAME, account.platform(), shown == null ? key : shown);
      case LABEL -> {
        add(named, SelectorType.DISPLAY_NAME, account.platform(), key);
        add(named, SelectorType.DISPLAY_NAME, account.platform(), shown);
      }
    }
    if (!anothers(account)) {
      add(named, SelectorType.HANDLE, account.platform(), account.handle());
    }
    return List.copyOf(named);
  }

  /* A handle that is bound to one account names nobody else who bears it. */
  private boolean anothers(AccountRef account) {
    if (account.basis() != AccountRef.KeyBasis.PLATFORM_ID) {
      return false;
    }
    Selector handle = handle(account);
    String bound = handle == null ? null : scope.stableIds().get(handle);
    return bound != null && !bound.equals(account.key());
  }

  /** The handle that an account bears, as a selector, or null. */
  public static @Nullable Selector handle(AccountRef account) {
    Set<Selector> named = new LinkedHashSet<>();
    add(named, SelectorType.HANDLE, account.platform(), account.handle());
    return named.isEmpty() ? null : named.iterator().next();
  }

  private static void add(
      Set<Selector> named, SelectorType type, @Nullable Platform platform, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return;
    }
    try {
      named.add(new Selector(type, platform, value));
    } catch (BadValue e) {
      // What is no identifier of this kind names nobody: an authority cannot hold it either.
      return;
    }
  }
}
