package dev.sextant.records;

import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Platform;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which records to stream; within the permit's scope, always.
 *
 * @param kinds these kinds; all if empty
 * @param platforms these platforms; all if empty
 * @param account only records that name this account (see {@link AccountRef#keyAt}), or null
 * @param conversation only records of this conversation (see {@link
 *     ConversationRef#conversationKey}), or null
 * @param exhibit only records of this exhibit, or null
 * @param readBy as things were at this moment: of each exhibit the latest reading until then; null
 *     as they are
 */
public record RecordFilter(
    Set<RecordKind> kinds,
    Set<Platform> platforms,
    @Nullable String account,
    @Nullable String conversation,
    @Nullable ExhibitId exhibit,
    @Nullable Instant readBy) {
  private static final RecordFilter ALL =
      new RecordFilter(Set.of(), Set.of(), null, null, null, null);

  /** Copies. */
  public RecordFilter {
    kinds = Collections.unmodifiableSet(new TreeSet<>(kinds));
    platforms = Collections.unmodifiableSet(new TreeSet<>(platforms));
  }

  /** Every record in scope. */
  public static RecordFilter all() {
    return ALL;
  }

  /** Every record of an exhibit in scope. */
  public static RecordFilter of(ExhibitId exhibit) {
    return new RecordFilter(Set.of(), Set.of(), null, null, exhibit, null);
  }

  /** Only these kinds. */
  public RecordFilter kinds(Set<RecordKind> only) {
    return new RecordFilter(only, platforms, account, conversation, exhibit, readBy);
  }

  /** Only these platforms. */
  public RecordFilter platforms(Set<Platform> only) {
    return new RecordFilter(kinds, only, account, conversation, exhibit, readBy);
  }

  /** Only records that name this account. */
  public RecordFilter account(String key) {
    return new RecordFilter(kinds, platforms, key, conversation, exhibit, readBy);
  }

  /** Only records of this conversation. */
  public RecordFilter conversation(String key) {
    return new RecordFilter(kinds, platforms, account, key, exhibit, readBy);
  }

  /** As things had been read at a moment. */
  public RecordFilter readBy(Instant moment) {
    return new RecordFilter(kinds, platforms, account, conversation, exhibit, moment);
  }
}
