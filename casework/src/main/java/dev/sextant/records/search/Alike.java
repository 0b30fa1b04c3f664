package dev.sextant.records.search;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Finds records whose words resemble a text's: those that share its telling words. How telling a
 * word is, is counted among the records that the searcher may see and no others.
 */
final class Alike {
  /** Words of a text that are weighed. */
  private static final int MOST_WEIGHED = 40;

  /** Words that are looked for. */
  private static final int MOST_WORDS = 12;

  /** Of the words looked for, so many of a hundred are shared. */
  private static final int SHARED_PERCENT = 34;

  /** Shorter words tell nothing in most scripts; a sign that is a word is one code unit. */
  private static final int SHORTEST = 3;

  private Alike() {}

  private record Weighed(String word, double weight) {}

  /**
   * The query for records that resemble a text.
   *
   * @param guard what the searcher may see
   */
  static Query query(IndexSearcher searcher, Query guard, String text, Terms terms)
      throws IOException {
    Map<String, Integer> times = new HashMap<>();
    terms.of(text).stream()
        .filter(Alike::mayTell)
        .forEach(word -> times.merge(word, 1, Integer::sum));
    List<String> some =
        times.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(e -> -e.getKey().length())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST_WEIGHED)
            .map(Map.Entry::getKey)
            .toList();
    double seen = searcher.count(guard);
    List<Weighed> weighed = new java.util.ArrayList<>();
    for (String word : some) {
      int with = searcher.count(guarded(guard, word));
      // What nobody else says cannot be shared, and what all say tells nothing.
      if (with > 1 && with <= Math.max(2, seen / 2)) {
        double rarity = Math.log(1 + seen / with);
        weighed.add(new Weighed(word, rarity * (1 + Math.log(times.getOrDefault(word, 1)))));
      }
    }
    weighed.sort(
        Comparator.comparingDouble(Weighed::weight).reversed().thenComparing(Weighed::word));
    return any(weighed.subList(0, Math.min(MOST_WORDS, weighed.size())));
  }

  private static Query any(List<Weighed> words) {
    if (words.isEmpty()) {
      return new MatchNoDocsQuery("nothing telling is said");
    }
    BooleanQuery.Builder any =
        new BooleanQuery.Builder()
            .setMinimumNumberShouldMatch(Math.max(1, words.size() * SHARED_PERCENT / 100));
    for (Weighed one : words) {
      any.add(
          new BoostQuery(
              new TermQuery(new Term(RecordDocument.TEXT, one.word())), (float) one.weight()),
          Occur.SHOULD);
    }
    return any.build();
  }

  private static Query guarded(Query guard, String word) {
    return new BooleanQuery.Builder()
        .add(guard, Occur.FILTER)
        .add(new TermQuery(new Term(RecordDocument.TEXT, word)), Occur.FILTER)
        .build();
  }

  private static boolean mayTell(String word) {
    boolean sign = word.codePoints().anyMatch(Character::isIdeographic);
    return (sign || word.length() >= SHORTEST) && word.codePoints().anyMatch(Character::isLetter);
  }
}
