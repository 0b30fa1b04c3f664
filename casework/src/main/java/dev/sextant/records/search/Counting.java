package dev.sextant.records.search;

import dev.sextant.records.Facets;
import dev.sextant.records.RecordQuery.Narrowing;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongValues;
import org.jspecify.annotations.Nullable;

/*
 * One number is read for each record found, its tuple, and its accounts' only where it has what was
 * chosen of the other facets. Numbers are a segment's own while it is walked, since counting by
 * them touches least memory; a segment's counts are added up when it is left.
 */
/** Counts what a search finds, by tuple and by account. */
final class Counting extends SimpleCollector {
  private final OrdinalMap all;
  private final Narrowing by;
  private final Level searcher;
  private final Map<Tuple, Long> found = new HashMap<>();
  private Tuple[] tuples = {};
  private final int[] accounts;

  private @Nullable SortedDocValues tupleOf;
  private @Nullable SortedSetDocValues accountsOf;
  private int[] tupleCounts = {};
  private int[] accountCounts = {};
  private boolean[] fits = {};
  private long wanted;
  private int segment = -1;

  /**
   * @param by the facets that were chosen
   */
  Counting(Level searcher, Narrowing by) throws IOException {
    this.searcher = searcher;
    this.all = searcher.accounts();
    this.by = by;
    this.accounts = new int[Math.toIntExact(all.getValueCount())];
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  @Override
  protected void doSetNextReader(LeafReaderContext context) throws IOException {
    leave();
    segment = context.ord;
    LeafReader reader = context.reader();
    tupleOf = DocValues.getSorted(reader, RecordDocument.TUPLE);
    accountsOf = DocValues.getSortedSet(reader, RecordDocument.ACCOUNT);
    tuples = searcher.tuples(context);
    tupleCounts = new int[tuples.length];
    accountCounts = new int[Math.toIntExact(accountsOf.getValueCount())];
    fits = new boolean[tupleCounts.length];
    for (int i = 0; i < fits.length; i++) {
      fits[i] = tuples[i].fits(by);
    }
    String account = by.account();
    wanted =
        account == null ? -1 : accountsOf.lookupTerm(new BytesRef(RecordDocument.key(account)));
  }

  @Override
  public void collect(int document) throws IOException {
    SortedDocValues tuple = tupleOf;
    SortedSetDocValues named = accountsOf;
    if (tuple == null || named == null || !tuple.advanceExact(document)) {
      return;
    }
    int number = tuple.ordValue();
    boolean counts = by.account() == null;
    if ((fits[number] || !counts) && named.advanceExact(document)) {
      for (int i = named.docValueCount(); i > 0; i--) {
        long one = named.nextOrd();
        counts |= one == wanted;
        if (fits[number]) {
          accountCounts[(int) one]++;
        }
      }
    }
    if (counts) {
      tupleCounts[number]++;
    }
  }

  private void leave() {
    if (tupleOf == null) {
      return;
    }
    for (int i = 0; i < tupleCounts.length; i++) {
      if (tupleCounts[i] > 0) {
        found.merge(tuples[i], (long) tupleCounts[i], Long::sum);
      }
    }
    LongValues global = all.getGlobalOrds(segment);
    for (int i = 0; i < accountCounts.length; i++) {
      if (accountCounts[i] > 0) {
        accounts[(int) global.get(i)] += accountCounts[i];
      }
    }
    tupleOf = null;
  }

  /** How often each tuple was found, the chosen account's records only; the last call of all. */
  Map<Tuple, Long> tuples() {
    leave();
    return found;
  }

  /** How many accounts were found; after {@link #tuples}. */
  long accounts() {
    long found = 0;
    for (int count : accounts) {
      found += count > 0 ? 1 : 0;
    }
    return found;
  }

  private record Counted(int number, int count) {}

  /** The most frequent accounts; ties by key; after {@link #tuples}. */
  Map<String, Long> mostFrequent() throws IOException {
    // Numbers are in the order of the keys.
    Comparator<Counted> better =
        Comparator.comparingInt(Counted::count).reversed().thenComparingInt(Counted::number);
    PriorityQueue<Counted> best = new PriorityQueue<>(better.reversed());
    for (int i = 0; i < accounts.length; i++) {
      if (accounts[i] > 0) {
        best.add(new Counted(i, accounts[i]));
        if (best.size() > Facets.MOST_ACCOUNTS) {
          best.poll();
        }
      }
    }
    Map<String, Long> out = new LinkedHashMap<>();
    for (Counted one : best.stream().sorted(better).toList()) {
      int leaf = all.getFirstSegmentNumber(one.number());
      SortedSetDocValues values =
          DocValues.getSortedSet(
              searcher.getIndexReader().leaves().get(leaf).reader(), RecordDocument.ACCOUNT);
      BytesRef key = values.lookupOrd(all.getFirstSegmentOrd(one.number()));
      out.put(key.utf8ToString(), (long) one.count());
    }
    return out;
  }
}
