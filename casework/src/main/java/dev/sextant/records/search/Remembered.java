package dev.sextant.records.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Puts the forms of each word in its place, as a chain of filters makes them of it, and asks that
 * chain once for a word that comes again. Right for chains that look at one word at a time.
 */
final class Remembered extends TokenFilter {
  /** Words of people follow Zipf: so many are nine of ten that are said. */
  private static final int MOST_WORDS = 20_000;

  private static final int LONGEST_WORD = 40;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final One one = new One();
  private final TokenStream chain;
  private final CharTermAttribute formed;
  private final PositionIncrementAttribute formedStep;
  private final Map<String, List<Form>> known = new HashMap<>();
  private List<Form> forms = List.of();
  private int next;
  private int from;
  private int to;
  private int stepped;

  /** One form and how many places it stands after what came before it. */
  private record Form(String term, int step) {}

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
   * @param words the words
   * @param chain what makes forms of them, one word at a time
   */
  Remembered(TokenStream words, UnaryOperator<TokenStream> chain) {
    super(words);
    this.chain = chain.apply(one);
    this.formed = this.chain.addAttribute(CharTermAttribute.class);
    this.formedStep = this.chain.addAttribute(PositionIncrementAttribute.class);
  }

  @Override
  public boolean incrementToken() throws IOException {
    while (next >= forms.size()) {
      if (!input.incrementToken()) {
        return false;
      }
      from = offset.startOffset();
      to = offset.endOffset();
      stepped = step.getPositionIncrement();
      forms = forms(term.toString());
      next = 0;
    }
    Form form = forms.get(next);
    clearAttributes();
    term.append(form.term);
    offset.setOffset(from, to);
    step.setPositionIncrement(next == 0 ? stepped + form.step - 1 : form.step);
    next++;
    return true;
  }

  private List<Form> forms(String word) throws IOException {
    List<Form> before = known.get(word);
    if (before != null) {
      return before;
    }
    List<Form> made = new ArrayList<>(3);
    one.word = word;
    one.given = false;
    chain.reset();
    while (chain.incrementToken()) {
      made.add(new Form(formed.toString(), formedStep.getPositionIncrement()));
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

  @Override
  public void reset() throws IOException {
    super.reset();
    forms = List.of();
    next = 0;
  }
}
