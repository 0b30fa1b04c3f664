package dev.sextant.records.search;

import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;

/**
 * How well a record fits, by how often and in how short a text it says the words; not by how rare
 * they are in the index. A case's index holds the records of several authorities, and a rarity that
 * counts them all would let the order of what one may see tell of what one may not.
 */
final class LevelSimilarity extends BM25Similarity {
  /** About as many words as a message has; only the ratio to it matters. */
  private static final float USUAL_LENGTH = 12;

  @Override
  protected float idf(long documentFrequency, long documentCount) {
    return 1;
  }

  @Override
  protected float avgFieldLength(CollectionStatistics statistics) {
    return USUAL_LENGTH;
  }
}
