package dev.sextant.records.search;

import dev.sextant.records.Facets;
import dev.sextant.records.Record;
import dev.sextant.records.RecordKind;
import dev.sextant.records.RecordQuery.Narrowing;
import dev.sextant.records.RecordText;
import dev.sextant.records.store.Micros;
import dev.sextant.records.text.SelectorKind;
import dev.sextant.records.text.Sighting;
import dev.sextant.terms.Platform;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A record's values of all facets that have few values. There are few tuples too, some thousands in
 * a case, so that counting reads one number a record, and what each facet counts, its own choice
 * left out, is summed over tuples.
 */
record Tuple(
    RecordKind kind,
    Platform platform,
    String language,
    String month,
    Set<SelectorKind> selectors) {
  private static final String BETWEEN = "\u001f";

  static Tuple of(Record record, RecordText read) {
    Instant claimed = record.header().claimed().instant();
    Set<SelectorKind> selectors =
        read.seen().isEmpty()
            ? Set.of()
            : read.seen().stream()
                .map(RecordText.Seen::sighting)
                .filter(Sighting::counts)
                .map(Sighting::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(SelectorKind.class)));
    return new Tuple(
        record.kind(),
        record.header().platform(),
        read.language().code(),
        claimed == null
            ? Facets.NO_MONTH
            : YearMonth.from(Micros.placed(claimed).atOffset(ZoneOffset.UTC)).toString(),
        selectors);
  }

  static Tuple parse(String text) {
    String[] parts = text.split(BETWEEN, -1);
    Set<SelectorKind> selectors = EnumSet.noneOf(SelectorKind.class);
    Arrays.stream(parts[4].split(","))
        .filter(s -> !s.isEmpty())
        .forEach(s -> selectors.add(SelectorKind.valueOf(s)));
    return new Tuple(
        RecordKind.valueOf(parts[0]), new Platform(parts[1]), parts[2], parts[3], selectors);
  }

  String text() {
    return String.join(
        BETWEEN,
        kind.name(),
        platform.name(),
        language,
        month,
        selectors.stream().map(Enum::name).collect(Collectors.joining(",")));
  }

  private static <T> boolean fits(Set<T> chosen, T value) {
    return chosen.isEmpty() || chosen.contains(value);
  }

  boolean fitsKind(Narrowing by) {
    return fits(by.kinds(), kind);
  }

  boolean fitsPlatform(Narrowing by) {
    return fits(by.platforms(), platform);
  }

  boolean fitsLanguage(Narrowing by) {
    return fits(by.languages(), language);
  }

  boolean fitsMonth(Narrowing by) {
    return fits(by.months(), month);
  }

  boolean fitsSelectors(Narrowing by) {
    return by.selectors().isEmpty() || selectors.stream().anyMatch(by.selectors()::contains);
  }

  /** Whether it has what was chosen of every facet. */
  boolean fits(Narrowing by) {
    return fitsKind(by)
        && fitsPlatform(by)
        && fitsLanguage(by)
        && fitsMonth(by)
        && fitsSelectors(by);
  }
}
