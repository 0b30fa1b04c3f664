package dev.sextant.records;

import dev.sextant.records.text.SelectorKind;
import dev.sextant.terms.Platform;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many records were found by each value of a facet: exactly, within the scope, and whatever
 * values of that same facet were chosen, so that one sees what choosing another would bring.
 *
 * @param kind by kind
 * @param platform by platform
 * @param account by account, the most frequent first, at most {@value #MOST_ACCOUNTS}
 * @param accounts how many accounts there are in all
 * @param language by code of language, with {@code unknown}
 * @param month by claimed month, with {@code none} for records without time
 * @param selector by kind of selector that stands in the words
 */
public record Facets(
    Map<RecordKind, Long> kind,
    Map<Platform, Long> platform,
    Map<String, Long> account,
    long accounts,
    Map<String, Long> language,
    Map<String, Long> month,
    Map<SelectorKind, Long> selector) {
  /** More are no choice, but a list to search in. */
  public static final int MOST_ACCOUNTS = 50;

  /** The month of a record without time. */
  public static final String NO_MONTH = "none";

  /** Copies. */
  public Facets {
    kind = Collections.unmodifiableMap(new TreeMap<>(kind));
    platform = Collections.unmodifiableMap(new TreeMap<>(platform));
    account = Collections.unmodifiableMap(new LinkedHashMap<>(account));
    language = Collections.unmodifiableMap(new TreeMap<>(language));
    month = Collections.unmodifiableMap(new TreeMap<>(month));
    selector = Collections.unmodifiableMap(new TreeMap<>(selector));
  }
}
