package dev.sextant.records.search;

import dev.sextant.authority.Scope;
import dev.sextant.records.RecordQuery;
import dev.sextant.records.store.Current;
import dev.sextant.records.store.Micros;
import dev.sextant.records.text.SelectorKind;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Span;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Queries within a permit's scope. The only maker of queries that reach an index: each one holds
 * the authority, its scope, the readings that count, the platforms and the window, so that no
 * caller can leave them out.
 */
final class Guarded {
  private final Query guard;
  private final Query words;
  private final RecordQuery asked;

  /**
   * @param guard of {@link #guard(Mark, Scope, List)}
   * @param words what is looked for in words
   */
  Guarded(Query guard, RecordQuery asked, Query words) {
    this.guard = guard;
    this.words = words;
    this.asked = asked;
  }

  /** What is looked for in words. */
  Query words() {
    return words;
  }

  /** All that a permit may see. */
  static Query guard(Mark mark, Scope scope, List<Current> current) {
    BooleanQuery.Builder guard = new BooleanQuery.Builder();
    guard.add(exact(RecordDocument.AUTHORITY, mark.authority()), Occur.FILTER);
    guard.add(exact(RecordDocument.SCOPE, mark.scope()), Occur.FILTER);
    guard.add(
        in(RecordDocument.READING, current.stream().map(c -> c.reading().toString()).toList()),
        Occur.FILTER);
    guard.add(platforms(scope.platforms()), Occur.FILTER);
    Span window = scope.contentWindow();
    if (!window.equals(Span.always())) {
      guard.add(
          new BooleanQuery.Builder()
              .add(within(window), Occur.SHOULD)
              .add(exact(RecordDocument.LASTING, "1"), Occur.SHOULD)
              .build(),
          Occur.FILTER);
    }
    return guard.build();
  }

  /** The facets that were chosen. */
  RecordQuery.Narrowing narrowed() {
    return asked.narrowed();
  }

  /** What was asked for. */
  Query whole() {
    RecordQuery.Narrowing by = asked.narrowed();
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    ask(all);
    some(all, RecordDocument.KIND, by.kinds().stream().map(Enum::name).toList());
    some(all, RecordDocument.PLATFORM, by.platforms().stream().map(Platform::name).toList());
    some(all, RecordDocument.LANGUAGE, List.copyOf(by.languages()));
    some(all, RecordDocument.MONTH, List.copyOf(by.months()));
    some(all, RecordDocument.HAS, by.selectors().stream().map(SelectorKind::word).toList());
    String account = by.account();
    if (account != null) {
      all.add(exact(RecordDocument.ACCOUNT, RecordDocument.key(account)), Occur.FILTER);
    }
    return all.build();
  }

  /** The same, whatever facets were chosen. */
  Query wide() {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    ask(all);
    return all.build();
  }

  private static void some(BooleanQuery.Builder all, String field, List<String> values) {
    if (!values.isEmpty()) {
      all.add(in(field, values), Occur.FILTER);
    }
  }

  private void ask(BooleanQuery.Builder all) {
    all.add(guard, Occur.FILTER);
    all.add(words, Occur.MUST);
    String conversation = asked.conversation();
    if (conversation != null) {
      all.add(exact(RecordDocument.CONVERSATION, RecordDocument.key(conversation)), Occur.FILTER);
    }
    ExhibitId exhibit = asked.exhibit();
    if (exhibit != null) {
      all.add(exact(RecordDocument.EXHIBIT, exhibit.toString()), Occur.FILTER);
    }
    if (!asked.window().equals(Span.always())) {
      all.add(within(asked.window()), Occur.FILTER);
    }
  }

  private static Query within(Span window) {
    Instant from = window.from();
    Instant to = window.to();
    return LongField.newRangeQuery(
        RecordDocument.TIME,
        from == null ? Long.MIN_VALUE : Micros.of(from),
        to == null ? Long.MAX_VALUE : Micros.of(to) - 1);
  }

  private static Query platforms(Collection<Platform> platforms) {
    return in(RecordDocument.PLATFORM, platforms.stream().map(Platform::name).toList());
  }

  private static Query exact(String field, String value) {
    return new TermQuery(new Term(field, value));
  }

  private static Query in(String field, List<String> values) {
    return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
  }
}
