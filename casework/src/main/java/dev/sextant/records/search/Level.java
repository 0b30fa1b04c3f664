package dev.sextant.records.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.packed.PackedInts;
import org.jspecify.annotations.Nullable;

/**
 * Searches one state of a case's index. How well a record fits does not depend on records that the
 * searcher may not see ({@link LevelSimilarity}); what was counted once is not counted again.
 */
final class Level extends IndexSearcher {
  /** Counts of so many searches are kept: pages on, and facets chosen and dropped. */
  private static final int MOST_KEPT = 64;

  /** Records; fewer are searched by one thread. */
  private static final int WORTH_HALVING = 500_000;

  /** Permits at work at once in a case. */
  private static final int MOST_GUARDS = 16;

  /** Names of accounts, as the facets show them. */
  private static final int MOST_NAMES = 20_000;

  private final Map<Object, Tally> kept = new Latest<>(MOST_KEPT);
  private final Map<Query, Within.@Nullable Seen[]> guards = new Latest<>(MOST_GUARDS);
  private final Map<Integer, String> names = new Latest<>(MOST_NAMES);

  private @Nullable OrdinalMap accounts;
  private @Nullable Tuples tuples;

  Level(IndexReader reader) {
    // A thread of its own for a while is dearer than a search of a small index.
    super(reader, reader.maxDoc() < WORTH_HALVING ? null : Thread::startVirtualThread);
    setSimilarity(new LevelSimilarity());
  }

  /** Two halves: a search is to be quick, and not to take every core from the others. */
  @Override
  protected LeafSlice[] slices(List<LeafReaderContext> leaves) {
    List<LeafReaderContextPartition> one = new ArrayList<>();
    List<LeafReaderContextPartition> other = new ArrayList<>();
    long ahead = 0;
    List<LeafReaderContext> largestFirst = new ArrayList<>(leaves);
    largestFirst.sort(
        Comparator.<LeafReaderContext>comparingInt(l -> l.reader().maxDoc())
            .reversed()
            .thenComparingInt(l -> l.ord));
    for (LeafReaderContext leaf : largestFirst) {
      boolean first = ahead <= 0 || getIndexReader().maxDoc() < WORTH_HALVING;
      (first ? one : other).add(LeafReaderContextPartition.createForEntireSegment(leaf));
      ahead += first ? leaf.reader().maxDoc() : -leaf.reader().maxDoc();
    }
    return Stream.of(one, other)
        .filter(half -> !half.isEmpty())
        .map(LeafSlice::new)
        .toArray(LeafSlice[]::new);
  }

  /** The entries that were used last. */
  private static final class Latest<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    private final int most;

    Latest(int most) {
      super(16, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > most;
    }
  }

  /**
   * A guard, worked out once for this state of the index.
   *
   * @param guard of {@link Guarded#guard}
   */
  Query within(Query guard) throws IOException {
    Within.@Nullable Seen[] sets;
    synchronized (guards) {
      sets =
          guards.computeIfAbsent(
              guard, g -> new Within.@Nullable Seen[getIndexReader().leaves().size()]);
    }
    Query plain = rewrite(guard);
    return new Within(guard, leaf -> seen(sets, plain, leaf));
  }

  private Within.Seen seen(Within.@Nullable Seen[] sets, Query plain, LeafReaderContext leaf)
      throws IOException {
    synchronized (sets) {
      Within.Seen seen = sets[leaf.ord];
      if (seen == null) {
        Weight weight = createWeight(plain, ScoreMode.COMPLETE_NO_SCORES, 1);
        seen = Within.Seen.of(weight.scorer(leaf), leaf.reader().maxDoc());
        sets[leaf.ord] = seen;
      }
      return seen;
    }
  }

  private record Key(Query query, @Nullable String account, Object narrowed) {}

  /** What a search found by facet; counted once. */
  Tally tally(Guarded guarded) throws IOException {
    Key key = new Key(guarded.wide(), guarded.narrowed().account(), guarded.narrowed());
    synchronized (kept) {
      Tally before = kept.get(key);
      if (before != null) {
        return before;
      }
    }
    Tally tally = Tally.of(this, guarded);
    synchronized (kept) {
      kept.put(key, tally);
    }
    return tally;
  }

  /**
   * The tuples of all segments under one numbering.
   *
   * @param all by their number
   * @param ofSegment their numbers by segment and their number there
   */
  record Tuples(List<Tuple> all, int[][] ofSegment) {}

  /** The tuples of all segments; read when they are first asked for. */
  synchronized Tuples tuples() throws IOException {
    if (tuples == null) {
      List<LeafReaderContext> leaves = getIndexReader().leaves();
      Map<BytesRef, Integer> numbers = new HashMap<>();
      List<Tuple> all = new ArrayList<>();
      int[][] ofSegment = new int[leaves.size()][];
      for (LeafReaderContext leaf : leaves) {
        SortedDocValues values = DocValues.getSorted(leaf.reader(), RecordDocument.TUPLE);
        int[] here = new int[values.getValueCount()];
        for (int i = 0; i < here.length; i++) {
          BytesRef text = values.lookupOrd(i);
          Integer number = numbers.get(text);
          if (number == null) {
            number = all.size();
            numbers.put(BytesRef.deepCopyOf(text), number);
            all.add(Tuple.parse(text.utf8ToString()));
          }
          here[i] = number;
        }
        ofSegment[leaf.ord] = here;
      }
      tuples = new Tuples(List.copyOf(all), ofSegment);
    }
    return tuples;
  }

  /** An account's key by its number among all. */
  String account(int number) throws IOException {
    synchronized (names) {
      String known = names.get(number);
      if (known == null) {
        OrdinalMap all = accounts();
        LeafReaderContext leaf = getIndexReader().leaves().get(all.getFirstSegmentNumber(number));
        known =
            DocValues.getSortedSet(leaf.reader(), RecordDocument.ACCOUNT)
                .lookupOrd(all.getFirstSegmentOrd(number))
                .utf8ToString();
        names.put(number, known);
      }
      return known;
    }
  }

  /** The accounts of all segments under one numbering; made when it is first asked for. */
  synchronized OrdinalMap accounts() throws IOException {
    if (accounts == null) {
      List<LeafReaderContext> leaves = getIndexReader().leaves();
      SortedSetDocValues[] values = new SortedSetDocValues[leaves.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = DocValues.getSortedSet(leaves.get(i).reader(), RecordDocument.ACCOUNT);
      }
      accounts = OrdinalMap.build(null, values, PackedInts.DEFAULT);
    }
    return accounts;
  }
}
