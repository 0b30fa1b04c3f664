package dev.sextant.records.search;

import dev.sextant.records.Facets;
import dev.sextant.records.RecordQuery.Narrowing;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongValues;
import org.jspecify.annotations.Nullable;

/*
 * One number is read for each record found, its tuple, and its accounts' only where it has what was
 * chosen of the other facets. Accounts are counted by a segment's own numbers while it is walked,
 * since that touches least memory, and added up when it is left. Most searches find few of many
 * accounts: which were counted is written down, so that no search walks through all of them.
 */
/** Counts what a search finds, by tuple and by account. */
final class Counting extends SimpleCollector {
  private static final byte UNJUDGED = 0;
  private static final byte FITS = 1;
  private static final byte FITS_NOT = 2;

  private final OrdinalMap all;
  private final Level.Tuples tuples;
  private final Narrowing by;
  private final Level searcher;
  private final Few tupleCounts;
  private final byte[] judged;
  private final Few accounts;
  private Few here = new Few(0);

  private @Nullable SortedDocValues tupleOf;
  private @Nullable SortedSetDocValues accountsOf;
  private int[] numbers = {};
  private long wanted;
  private int segment = -1;

  /** Counts by number, of which few are not nought. */
  private static final class Few {
    private int[] counts;
    private int[] touched = new int[16];
    private int many;

    Few(int numbers) {
      counts = new int[numbers];
    }

    void add(int number, int more) {
      if (counts[number] == 0) {
        if (many == touched.length) {
          touched = Arrays.copyOf(touched, 2 * many);
        }
        touched[many++] = number;
      }
      counts[number] += more;
    }

    void addAll(Few other) {
      for (int i = 0; i < other.many; i++) {
        add(other.touched[i], other.counts[other.touched[i]]);
      }
    }

    /* Ready for other numbers; what was counted is gone. */
    void clear(int numbers) {
      if (numbers > counts.length) {
        counts = new int[numbers];
      } else {
        for (int i = 0; i < many; i++) {
          counts[touched[i]] = 0;
        }
      }
      many = 0;
    }
  }

  /**
   * @param by the facets that were chosen
   */
  Counting(Level searcher, Narrowing by) throws IOException {
    this.searcher = searcher;
    this.all = searcher.accounts();
    this.tuples = searcher.tuples();
    this.by = by;
    this.judged = new byte[tuples.all().size()];
    this.tupleCounts = new Few(judged.length);
    this.accounts = new Few(Math.toIntExact(all.getValueCount()));
  }

  /** One for each part of the index that is walked by a thread of its own, added up at the end. */
  static CollectorManager<Counting, Counting> halves(Level searcher, Narrowing by) {
    return new CollectorManager<>() {
      @Override
      public Counting newCollector() throws IOException {
        return new Counting(searcher, by);
      }

      @Override
      public Counting reduce(Collection<Counting> parts) throws IOException {
        Counting sum = null;
        for (Counting part : parts) {
          part.leave();
          if (sum == null) {
            sum = part;
          } else {
            sum.tupleCounts.addAll(part.tupleCounts);
            sum.accounts.addAll(part.accounts);
          }
        }
        return sum == null ? new Counting(searcher, by) : sum;
      }
    };
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
    SortedSetDocValues named = DocValues.getSortedSet(reader, RecordDocument.ACCOUNT);
    accountsOf = named;
    numbers = tuples.ofSegment()[segment];
    here.clear(Math.toIntExact(named.getValueCount()));
    String account = by.account();
    wanted = account == null ? -1 : named.lookupTerm(new BytesRef(RecordDocument.key(account)));
  }

  private boolean fits(int tuple) {
    if (judged[tuple] == UNJUDGED) {
      judged[tuple] = tuples.all().get(tuple).fits(by) ? FITS : FITS_NOT;
    }
    return judged[tuple] == FITS;
  }

  @Override
  public void collect(int document) throws IOException {
    SortedDocValues tuple = tupleOf;
    SortedSetDocValues named = accountsOf;
    if (tuple == null || named == null || !tuple.advanceExact(document)) {
      return;
    }
    int number = numbers[tuple.ordValue()];
    boolean fits = fits(number);
    boolean counts = by.account() == null;
    if ((fits || !counts) && named.advanceExact(document)) {
      for (int i = named.docValueCount(); i > 0; i--) {
        long one = named.nextOrd();
        counts |= one == wanted;
        if (fits) {
          here.add((int) one, 1);
        }
      }
    }
    if (counts) {
      tupleCounts.add(number, 1);
    }
  }

  private void leave() {
    if (tupleOf == null) {
      return;
    }
    LongValues global = all.getGlobalOrds(segment);
    for (int i = 0; i < here.many; i++) {
      accounts.add((int) global.get(here.touched[i]), here.counts[here.touched[i]]);
    }
    tupleOf = null;
  }

  /** How often each tuple was found, the chosen account's records only; the last call of all. */
  Map<Tuple, Long> tuples() {
    leave();
    Map<Tuple, Long> found = new HashMap<>();
    for (int i = 0; i < tupleCounts.many; i++) {
      int number = tupleCounts.touched[i];
      found.put(tuples.all().get(number), (long) tupleCounts.counts[number]);
    }
    return found;
  }

  /** How many accounts were found; after {@link #tuples}. */
  long accounts() {
    return accounts.many;
  }

  private record Counted(int number, int count) {}

  /** The most frequent accounts; ties by key; after {@link #tuples}. */
  Map<String, Long> mostFrequent() throws IOException {
    // Numbers are in the order of the keys.
    Comparator<Counted> better =
        Comparator.comparingInt(Counted::count).reversed().thenComparingInt(Counted::number);
    PriorityQueue<Counted> best = new PriorityQueue<>(better.reversed());
    for (int i = 0; i < accounts.many; i++) {
      int number = accounts.touched[i];
      best.add(new Counted(number, accounts.counts[number]));
      if (best.size() > Facets.MOST_ACCOUNTS) {
        best.poll();
      }
    }
    List<Counted> inOrder = best.stream().sorted(better).toList();
    Map<String, Long> out = new LinkedHashMap<>();
    for (Counted one : inOrder) {
      out.put(searcher.account(one.number()), (long) one.count());
    }
    return out;
  }
}
