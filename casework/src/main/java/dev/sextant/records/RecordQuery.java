package dev.sextant.records;

import dev.sextant.records.text.SelectorKind;
import dev.sextant.terms.Digest;
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
 * <p>Words: {@code van keys} finds both, with the endings that their language gives them; {@code
 * "the van"} the phrase as written, {@code "van keys"~5} the words with up to five places between;
 * {@code deliv*} beginnings, {@code vann~} what differs by one letter, {@code vannn~2} by two,
 * {@code /ka[rs]l.?/} a regular expression over single words; {@code -police} leaves out, {@code
 * van OR car} either, brackets group. Fields: {@code from:}, {@code platform:}, {@code kind:},
 * {@code lang:}, {@code month:}, {@code has:}, each kind of selector ({@code phone:+4479...}), and
 * {@code same:}, for the records that carry a file of this SHA-256 or a picture of this likeness.
 * Case, accents, width and invisible characters do not matter. Other colons and slashes are
 * ordinary characters.
 *
 * @param words what to look for in words and names, at most {@value #MOST_WORDS} characters; empty
 *     for everything
 * @param like only records whose words resemble this one's, itself left out; null for any
 * @param narrowed the facets that were chosen
 * @param conversation only records of this conversation (see {@link
 *     ConversationRef#conversationKey}), or null
 * @param exhibit only records of this exhibit, or null
 * @param window only records whose claimed time lies inside; {@link Span#always} for those without
 *     time too
 * @param sort in which order
 * @param from how many to leave out at the start, from 0, as deep as one likes
 * @param size how many at most, 0 to {@value #MOST_SIZE}
 * @param after where an earlier page ended ({@link Page#next}), or null; then {@code from} is 0
 */
public record RecordQuery(
    String words,
    @Nullable Digest like,
    Narrowing narrowed,
    @Nullable String conversation,
    @Nullable ExhibitId exhibit,
    Span window,
    Sort sort,
    int from,
    int size,
    @Nullable String after) {
  /** A question, not a document. */
  public static final int MOST_WORDS = 500;

  /** A page, not an export. */
  public static final int MOST_SIZE = 1000;

  private static final int ORDINARY_SIZE = 50;

  private static final RecordQuery ALL =
      new RecordQuery(
          "", null, Narrowing.NONE, null, null, Span.always(), Sort.TIME, 0, ORDINARY_SIZE, null);

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
   * The facets that were chosen: within one, any of the values; all if empty.
   *
   * @param kinds kinds of record
   * @param platforms platforms
   * @param account only records that name this account (see {@link AccountRef#keyAt}), or null
   * @param languages codes of languages, {@code unknown} among them
   * @param months claimed months, such as {@code 2026-03}; {@code none} for records without time
   * @param selectors kinds of selector that stand in the words
   */
  public record Narrowing(
      Set<RecordKind> kinds,
      Set<Platform> platforms,
      @Nullable String account,
      Set<String> languages,
      Set<String> months,
      Set<SelectorKind> selectors) {
    /** By nothing. */
    public static final Narrowing NONE =
        new Narrowing(Set.of(), Set.of(), null, Set.of(), Set.of(), Set.of());

    /** Copies. */
    public Narrowing {
      kinds = Collections.unmodifiableSet(new TreeSet<>(kinds));
      platforms = Collections.unmodifiableSet(new TreeSet<>(platforms));
      languages = Collections.unmodifiableSet(new TreeSet<>(languages));
      months = Collections.unmodifiableSet(new TreeSet<>(months));
      selectors = Collections.unmodifiableSet(new TreeSet<>(selectors));
    }
  }

  /**
   * Checks.
   *
   * @throws RecordFault.BadQuery {@code SX-RECORD-QUERY} if it is too long
   * @throws RecordFault.BadPage if it asks for an impossible page
   */
  public RecordQuery {
    if (words.length() > MOST_WORDS) {
      throw new RecordFault.BadQuery(
          "the words are too long", MOST_WORDS, "give at most " + MOST_WORDS + " characters");
    }
    if (from < 0 || size < 0 || size > MOST_SIZE || (after != null && from > 0)) {
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

  /** These kinds; all if empty. */
  public Set<RecordKind> kinds() {
    return narrowed.kinds();
  }

  /** These platforms; all if empty. */
  public Set<Platform> platforms() {
    return narrowed.platforms();
  }

  /** Only records that name this account, or null. */
  public @Nullable String account() {
    return narrowed.account();
  }

  /** With other words. */
  public RecordQuery words(String other) {
    return new RecordQuery(
        other, like, narrowed, conversation, exhibit, window, sort, from, size, after);
  }

  /** Only records that resemble this one; null for any. */
  public RecordQuery like(@Nullable Digest record) {
    return new RecordQuery(
        words, record, narrowed, conversation, exhibit, window, sort, from, size, after);
  }

  /** With these facets chosen and no others. */
  public RecordQuery narrowed(Narrowing by) {
    return new RecordQuery(words, like, by, conversation, exhibit, window, sort, from, size, after);
  }

  /** Only these kinds. */
  public RecordQuery kinds(Set<RecordKind> only) {
    Narrowing n = narrowed;
    return narrowed(
        new Narrowing(only, n.platforms, n.account, n.languages, n.months, n.selectors));
  }

  /** Only these platforms. */
  public RecordQuery platforms(Set<Platform> only) {
    Narrowing n = narrowed;
    return narrowed(new Narrowing(n.kinds, only, n.account, n.languages, n.months, n.selectors));
  }

  /** Only records that name this account; null for any. */
  public RecordQuery account(@Nullable String key) {
    Narrowing n = narrowed;
    return narrowed(new Narrowing(n.kinds, n.platforms, key, n.languages, n.months, n.selectors));
  }

  /** Only records of this conversation; null for any. */
  public RecordQuery conversation(@Nullable String key) {
    return new RecordQuery(words, like, narrowed, key, exhibit, window, sort, from, size, after);
  }

  /** Only records of this exhibit; null for any. */
  public RecordQuery exhibit(@Nullable ExhibitId only) {
    return new RecordQuery(
        words, like, narrowed, conversation, only, window, sort, from, size, after);
  }

  /** Only records of this time. */
  public RecordQuery window(Span only) {
    return new RecordQuery(
        words, like, narrowed, conversation, exhibit, only, sort, from, size, after);
  }

  /** In another order. */
  public RecordQuery sorted(Sort order) {
    return new RecordQuery(
        words, like, narrowed, conversation, exhibit, window, order, from, size, after);
  }

  /** Another page, counted from the start. */
  public RecordQuery page(int start, int most) {
    return new RecordQuery(
        words, like, narrowed, conversation, exhibit, window, sort, start, most, null);
  }

  /** The page after one that was shown, however deep; null for the first. */
  public RecordQuery after(@Nullable String cursor) {
    return new RecordQuery(
        words, like, narrowed, conversation, exhibit, window, sort, 0, size, cursor);
  }
}
