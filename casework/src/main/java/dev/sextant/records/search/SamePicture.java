package dev.sextant.records.search;

import dev.sextant.records.PictureHash;
import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/*
 * Which records share a band with the hash is read from the postings: of pictures that are not
 * alike, one in thirty. Only for those is the distance measured.
 */
/**
 * Records that carry a picture whose hash differs in at most {@link PictureHash#LIKELY_SAME} bits.
 */
final class SamePicture extends Query {
  private final long bits;

  private SamePicture(long bits) {
    this.bits = bits;
  }

  static Query query(PictureHash hash) {
    return new BooleanQuery.Builder()
        .add(
            new TermInSetQuery(
                RecordDocument.BAND, hash.bands().stream().map(BytesRef::new).toList()),
            Occur.FILTER)
        .add(new SamePicture(hash.bits()), Occur.FILTER)
        .build();
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
        if (context.reader().getFieldInfos().fieldInfo(RecordDocument.PICTURE) == null) {
          return null;
        }
        SortedNumericDocValues hashes =
            DocValues.getSortedNumeric(context.reader(), RecordDocument.PICTURE);
        Scorer scorer = new ConstantScoreScorer(score(), mode, near(hashes));
        return new DefaultScorerSupplier(scorer);
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return true;
      }
    };
  }

  private TwoPhaseIterator near(SortedNumericDocValues hashes) {
    return new TwoPhaseIterator(hashes) {
      @Override
      public boolean matches() throws IOException {
        for (int i = hashes.docValueCount(); i > 0; i--) {
          if (Long.bitCount(hashes.nextValue() ^ bits) <= PictureHash.LIKELY_SAME) {
            return true;
          }
        }
        return false;
      }

      @Override
      public float matchCost() {
        return 8; // Reading a number and counting bits.
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "same:" + new PictureHash(bits).hex();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SamePicture that && that.bits == bits;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(bits);
  }
}
