package dev.sextant.records.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * The forms of words, as a chain of filters makes them: each word is given to the chain once, and
 * what came of it is remembered. Right for chains that look at one word at a time. For one thread.
 */
final class WordForms {
  /** Words of people follow Zipf: so many are nine of ten that are said. */
  private static final int MOST_WORDS = 20_000;

  private static final int LONGEST_WORD = 40;

  private final One one = new One();
  private final TokenStream chain;
  private final CharTermAttribute formed;
  private final PositionIncrementAttribute step;
  private final Map<String, List<Form>> known = new HashMap<>();

  /**
   * One form of a word.
   *
   * @param term as it is indexed
   * @param step how many places it stands after what came before it; 1 for the first
   */
  record Form(String term, int step) {}

  /** A stream of one word. */
  private static final class One extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private String word = "";
    private boolean given;

    @Override
    public boolean incrementToken() {
      if (given) {
        return false;
      }
      clearAttributes();
      term.append(word);
      given = true;
      return true;
    }
  }

  /**
   * @param chain what makes forms of words, one word at a time
   */
  WordForms(UnaryOperator<TokenStream> chain) {
    this.chain = chain.apply(one);
    this.formed = this.chain.addAttribute(CharTermAttribute.class);
    this.step = this.chain.addAttribute(PositionIncrementAttribute.class);
  }

  /** The forms of a word in its normal form, in the order in which they are indexed. */
  List<Form> of(String word) throws IOException {
    List<Form> before = known.get(word);
    if (before != null) {
      return before;
    }
    List<Form> made = new ArrayList<>(3);
    one.word = word;
    one.given = false;
    chain.reset();
    while (chain.incrementToken()) {
      made.add(new Form(formed.toString(), step.getPositionIncrement()));
    }
    chain.end();
    if (word.length() <= LONGEST_WORD) {
      if (known.size() >= MOST_WORDS) {
        known.clear();
      }
      known.put(word, made);
    }
    return made;
  }
}
