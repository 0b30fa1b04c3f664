package dev.sextant.records.search;

import dev.sextant.records.Facets;
import dev.sextant.records.RecordKind;
import dev.sextant.records.RecordQuery.Narrowing;
import dev.sextant.records.text.SelectorKind;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that a search counts, in one pass over what was found before any facet was chosen.
 *
 * @param total records that have all that was chosen
 * @param facets by facet
 */
record Tally(long total, Facets facets) {
  static Tally of(Level searcher, Guarded guarded) throws IOException {
    Narrowing by = guarded.narrowed();
    Counting counting = searcher.search(guarded.wide(), Counting.halves(searcher, by));
    Sums sums = new Sums();
    counting.tuples().forEach((tuple, count) -> sums.add(tuple, count, by));
    return new Tally(
        sums.total,
        new Facets(
            sums.kinds,
            sums.platforms,
            counting.mostFrequent(),
            counting.accounts(),
            sums.languages,
            sums.months,
            sums.selectors));
  }

  /** What each facet counts: all that was chosen of the others, whatever was chosen of itself. */
  private static final class Sums {
    private final Map<RecordKind, Long> kinds = new EnumMap<>(RecordKind.class);
    private final Map<Platform, Long> platforms = new TreeMap<>();
    private final Map<String, Long> languages = new TreeMap<>();
    private final Map<String, Long> months = new TreeMap<>();
    private final Map<SelectorKind, Long> selectors = new EnumMap<>(SelectorKind.class);
    private long total;

    void add(Tuple tuple, long count, Narrowing by) {
      boolean kind = tuple.fitsKind(by);
      boolean platform = tuple.fitsPlatform(by);
      boolean language = tuple.fitsLanguage(by);
      boolean month = tuple.fitsMonth(by);
      boolean selector = tuple.fitsSelectors(by);
      if (platform && language && month && selector) {
        kinds.merge(tuple.kind(), count, Long::sum);
      }
      if (kind && language && month && selector) {
        platforms.merge(tuple.platform(), count, Long::sum);
      }
      if (kind && platform && month && selector) {
        languages.merge(tuple.language(), count, Long::sum);
      }
      if (kind && platform && language && selector) {
        months.merge(tuple.month(), count, Long::sum);
      }
      if (kind && platform && language && month) {
        tuple.selectors().forEach(one -> selectors.merge(one, count, Long::sum));
      }
      total += tuple.fits(by) ? count : 0;
    }
  }
}
