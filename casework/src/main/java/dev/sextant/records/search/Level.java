package dev.sextant.records.search;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.packed.PackedInts;
import org.jspecify.annotations.Nullable;

/**
 * Searches one state of a case's index. How well a record fits does not depend on records that the
 * searcher may not see ({@link LevelSimilarity}); what was counted once is not counted again.
 */
final class Level extends IndexSearcher {
  /** Counts of so many searches are kept: pages on, and facets chosen and dropped. */
  private static final int MOST_KEPT = 64;

  private final Map<Object, Tally> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Tally> eldest) {
          return size() > MOST_KEPT;
        }
      };

  private @Nullable OrdinalMap accounts;
  private final Tuple[][] tuples;

  Level(IndexReader reader) {
    super(reader);
    setSimilarity(new LevelSimilarity());
    this.tuples = new Tuple[reader.leaves().size()][];
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

  /** The tuples of a segment by their number there; read when they are first asked for. */
  Tuple[] tuples(LeafReaderContext leaf) throws IOException {
    synchronized (tuples) {
      Tuple[] read = tuples[leaf.ord];
      if (read == null) {
        SortedDocValues values = DocValues.getSorted(leaf.reader(), RecordDocument.TUPLE);
        read = new Tuple[values.getValueCount()];
        for (int i = 0; i < read.length; i++) {
          read[i] = Tuple.parse(values.lookupOrd(i).utf8ToString());
        }
        tuples[leaf.ord] = read;
      }
      return read;
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
