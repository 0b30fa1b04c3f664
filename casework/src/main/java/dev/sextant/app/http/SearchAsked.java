package dev.sextant.app.http;

import dev.sextant.records.Facets;
import dev.sextant.records.RecordKind;
import dev.sextant.records.RecordQuery;
import dev.sextant.records.text.SelectorKind;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.Digest;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the query string of a search may say.
 *
 * @param q words
 * @param like a record's id: only such as resemble it
 * @param kind kinds of record
 * @param platform platforms
 * @param account an account's key
 * @param language codes of languages, or unknown
 * @param month months such as 2026-03, or none
 * @param has kinds of selector that stand in the words
 * @param conversation a conversation's key
 * @param exhibit an exhibit's id
 * @param from not before
 * @param to before
 * @param sort relevance, time or -time
 * @param offset how many to leave out
 * @param limit how many at most
 * @param after where an earlier page ended
 */
record SearchAsked(
    @Nullable String q,
    @Nullable String like,
    @Nullable List<String> kind,
    @Nullable List<String> platform,
    @Nullable String account,
    @Nullable List<String> language,
    @Nullable List<String> month,
    @Nullable List<String> has,
    @Nullable String conversation,
    @Nullable String exhibit,
    @Nullable String from,
    @Nullable String to,
    @Nullable String sort,
    @Nullable Integer offset,
    @Nullable Integer limit,
    @Nullable String after) {
  private static final int ORDINARY = 50;
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,8}");
  private static final Pattern MONTH =
      Pattern.compile("[+-]?[0-9]{4,9}-[0-9]{2}|" + Facets.NO_MONTH);

  /** The query, checked. */
  RecordQuery query() {
    String words = q == null ? "" : q;
    String resembled = blank(like);
    String held = blank(exhibit);
    RecordQuery query =
        RecordQuery.all()
            .words(words)
            .like(resembled == null ? null : new Digest(resembled))
            .narrowed(
                new RecordQuery.Narrowing(
                    some(kind, SearchAsked::kind),
                    some(platform, Platform::new),
                    blank(account),
                    some(language, v -> fitting("language", LANGUAGE, v)),
                    some(month, v -> fitting("month", MONTH, v)),
                    some(has, SearchAsked::selector)))
            .conversation(blank(conversation))
            .exhibit(held == null ? null : ExhibitId.parse(held))
            .window(new Span(NetworkHttp.time("from", from), NetworkHttp.time("to", to)))
            .sorted(order(resembled != null || !words.isBlank()))
            .page(offset == null ? 0 : offset, limit == null ? ORDINARY : limit);
    String cursor = blank(after);
    return cursor == null ? query : query.after(cursor);
  }

  private static @Nullable String blank(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static <T> Set<T> some(@Nullable List<String> values, Function<String, T> parse) {
    return values == null
        ? Set.of()
        : values.stream().filter(v -> !v.isBlank()).map(parse).collect(Collectors.toSet());
  }

  private static RecordKind kind(String name) {
    return Arrays.stream(RecordKind.values())
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(() -> choice("record kind", name, Arrays.toString(RecordKind.values())));
  }

  private static SelectorKind selector(String word) {
    return SelectorKind.of(word)
        .orElseThrow(
            () -> choice("kind of selector", word, Arrays.toString(SelectorKind.values())));
  }

  private static String fitting(String what, Pattern pattern, String value) {
    if (!pattern.matcher(value).matches()) {
      throw choice(what, value, "the values of the facet");
    }
    return value;
  }

  private static BadValue choice(String what, String value, String choices) {
    return new BadValue("SX-HTTP-CHOICE", what, value, "use one of " + choices);
  }

  private RecordQuery.Sort order(boolean fits) {
    String named = sort == null ? "" : sort;
    return switch (named) {
      case "time" -> RecordQuery.Sort.TIME;
      case "-time" -> RecordQuery.Sort.TIME_DESCENDING;
      case "relevance" -> RecordQuery.Sort.RELEVANCE;
      case "" -> fits ? RecordQuery.Sort.RELEVANCE : RecordQuery.Sort.TIME;
      default ->
          throw new BadValue("SX-HTTP-CHOICE", "sort", named, "use relevance, time or -time");
    };
  }
}
