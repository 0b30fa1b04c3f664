package dev.sextant.records.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/*
 * A guard is of four or five clauses, most of which hold for nearly every record; every search under
 * a permit has the same one. Walked anew, its postings are most of the bytes that a search of few
 * hits opens. As a set of bits it is one test a hit, and where all of a segment is seen, none.
 */
/** What a permit may see in one state of an index, worked out once: see {@link Level#within}. */
final class Within extends Query {
  private final Query guard;
  private final Sets sets;

  /** Which records of a segment are seen. */
  @FunctionalInterface
  interface Sets {
    /** The set of a segment. */
    Seen of(LeafReaderContext leaf) throws IOException;
  }

  /**
   * The records of a segment that are seen.
   *
   * @param bits by number; null if all are
   * @param count how many
   */
  record Seen(@Nullable FixedBitSet bits, int count) {
    static Seen of(@Nullable Scorer scorer, int documents) throws IOException {
      FixedBitSet bits = new FixedBitSet(documents);
      if (scorer != null) {
        bits.or(scorer.iterator());
      }
      int count = bits.cardinality();
      return new Seen(count == documents ? null : bits, count);
    }
  }

  Within(Query guard, Sets sets) {
    this.guard = guard;
    this.sets = sets;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        Seen seen = sets.of(leaf);
        if (seen.count() == 0) {
          return null;
        }
        FixedBitSet bits = seen.bits();
        DocIdSetIterator records =
            bits == null
                ? DocIdSetIterator.all(leaf.reader().maxDoc())
                : new BitSetIterator(bits, seen.count());
        return new DefaultScorerSupplier(new ConstantScoreScorer(score(), mode, records));
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false; // It is kept already.
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    guard.visit(visitor);
  }

  @Override
  public String toString(String field) {
    return "within(" + guard.toString(field) + ")";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Within that && that.guard.equals(guard);
  }

  @Override
  public int hashCode() {
    return 31 * guard.hashCode() + 1;
  }
}
