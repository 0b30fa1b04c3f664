package dev.sextant.records.reader.chat;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.reader.PhoneNumbers;
import dev.sextant.records.reader.Source;
import dev.sextant.terms.Platform;
import java.util.List;
import java.util.Set;

/**
 * A chat whose source names people by the names shown: a number is a telephone number, anything
 * else means somebody within this chat only.
 *
 * @param ref the conversation; its key prefixes the names
 */
public record NamedChat(ConversationRef ref) {
  /** A chat that one part holds, keyed by exhibit and part. */
  public static NamedChat of(
      Platform platform,
      ConversationRef.Kind kind,
      Source source,
      Source.Part part,
      @org.jspecify.annotations.Nullable String title) {
    return new NamedChat(new ConversationRef(platform, kind, key(source, part), title));
  }

  /** The key of what means something in one part of one exhibit only. */
  public static String key(Source source, Source.Part part) {
    String inner = part.path().isEmpty() ? "" : "/" + part.path();
    return source.digest().hex().substring(0, 16) + inner;
  }

  /** The kind that so many speakers make: two are taken for a direct chat. */
  public static ConversationRef.Kind kind(int speakers) {
    return speakers > 2
        ? ConversationRef.Kind.GROUP
        : speakers == 2 ? ConversationRef.Kind.DIRECT : ConversationRef.Kind.UNKNOWN;
  }

  /** The account that a name or number means; the name must not be blank. */
  public AccountRef account(String said) {
    String name = said.strip();
    AccountRef phone = PhoneNumbers.shownAsNumber(ref.platform(), name);
    return phone != null ? phone : named(name.isEmpty() ? said : name);
  }

  private AccountRef named(String name) {
    return new AccountRef(
        ref.platform(), KeyBasis.DISPLAY_NAME, ref.key() + "/" + name, null, name);
  }

  /** In a direct chat the other one of the speakers. */
  public List<AccountRef> recipients(String author, Set<String> speakers) {
    return ref.kind() == ConversationRef.Kind.DIRECT && speakers.size() == 2
        ? speakers.stream().filter(s -> !s.equals(author)).map(this::account).toList()
        : List.of();
  }
}
