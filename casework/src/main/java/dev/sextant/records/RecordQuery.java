package dev.sextant.records;

import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Span;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What to look for; within the permit's scope, always.
 *
 * <p>Words: {@code van keys} finds both, {@code "the van"} the phrase, {@code deliv*} beginnings,
 * {@code -police} leaves out, {@code van OR car} either, brackets group. Case, accents and width do
 * not matter. Colons, slashes and the rest are ordinary characters.
 *
 * @param words what to look for in words and names, at most {@value #MOST_WORDS} characters; empty
 *     for everything
 * @param kinds these kinds; all if empty
 * @param platforms these platforms; all if empty
 * @param account only records that name this account (see {@link AccountRef#keyAt}), or null
 * @param conversation only records of this conversation (see {@link
 *     ConversationRef#conversationKey}), or null
 * @param exhibit only records of this exhibit, or null
 * @param window only records whose claimed time lies inside; {@link Span#always} for those without
 *     time too
 * @param sort in which order
 * @param from how many to leave out at the start, from 0, as deep as one likes
 * @param size how many at most, 0 to {@value #MOST_SIZE}
 */
public record RecordQuery(
    String words,
    Set<RecordKind> kinds,
    Set<Platform> platforms,
    @Nullable String account,
    @Nullable String conversation,
    @Nullable ExhibitId exhibit,
    Span window,
    Sort sort,
    int from,
    int size) {
  /** A question, not a document. */
  public static final int MOST_WORDS = 500;

  /** A page, not an export. */
  public static final int MOST_SIZE = 1000;

  private static final int ORDINARY_SIZE = 50;

  private static final RecordQuery ALL =
      new RecordQuery(
          "", Set.of(), Set.of(), null, null, null, Span.always(), Sort.TIME, 0, ORDINARY_SIZE);

  /** In which order records are found; ties go by time, then by id. */
  public enum Sort {
    /** Those that fit the words best first; by time where there are no words. */
    RELEVANCE,
    /** Oldest first, those without time last. */
    TIME,
    /** Newest first, those without time last. */
    TIME_DESCENDING
  }

  /**
   * Copies and checks.
   *
   * @throws RecordFault.BadQuery {@code SX-RECORD-QUERY} if it is too long or asks for an
   *     impossible page
   */
  public RecordQuery {
    kinds = Collections.unmodifiableSet(new TreeSet<>(kinds));
    platforms = Collections.unmodifiableSet(new TreeSet<>(platforms));
    if (words.length() > MOST_WORDS) {
      throw new RecordFault.BadQuery(
          "the words are too long", MOST_WORDS, "give at most " + MOST_WORDS + " characters");
    }
    if (from < 0 || size < 0 || size > MOST_SIZE) {
      throw new RecordFault.BadPage(from, size);
    }
  }

  /** Everything in scope, oldest first, the first page. */
  public static RecordQuery all() {
    return ALL;
  }

  /** Everything in scope with these words, the best first, the first page. */
  public static RecordQuery of(String words) {
    return ALL.words(words).sorted(Sort.RELEVANCE);
  }

  /** With other words. */
  public RecordQuery words(String other) {
    return new RecordQuery(
        other, kinds, platforms, account, conversation, exhibit, window, sort, from, size);
  }

  /** Only these kinds. */
  public RecordQuery kinds(Set<RecordKind> only) {
    return new RecordQuery(
        words, only, platforms, account, conversation, exhibit, window, sort, from, size);
  }

  /** Only these platforms. */
  public RecordQuery platforms(Set<Platform> only) {
    return new RecordQuery(
        words, kinds, only, account, conversation, exhibit, window, sort, from, size);
  }

  /** Only records that name this account; null for any. */
  public RecordQuery account(@Nullable String key) {
    return new RecordQuery(
        words, kinds, platforms, key, conversation, exhibit, window, sort, from, size);
  }

  /** Only records of this conversation; null for any. */
  public RecordQuery conversation(@Nullable String key) {
    return new RecordQuery(
        words, kinds, platforms, account, key, exhibit, window, sort, from, size);
  }

  /** Only records of this exhibit; null for any. */
  public RecordQuery exhibit(@Nullable ExhibitId only) {
    return new RecordQuery(
        words, kinds, platforms, account, conversation, only, window, sort, from, size);
  }

  /** Only records of this time. */
  public RecordQuery window(Span only) {
    return new RecordQuery(
        words, kinds, platforms, account, conversation, exhibit, only, sort, from, size);
  }

  /** In another order. */
  public RecordQuery sorted(Sort order) {
    return new RecordQuery(
        words, kinds, platforms, account, conversation, exhibit, window, order, from, size);
  }

  /** Another page. */
  public RecordQuery page(int start, int most) {
    return new RecordQuery(
        words, kinds, platforms, account, conversation, exhibit, window, sort, start, most);
  }
}
