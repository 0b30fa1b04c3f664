package dev.sextant.records.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Puts the remembered forms of each word in its place. */
final class Remembered extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final WordForms words;
  private List<WordForms.Form> forms = List.of();
  private int next;
  private int from;
  private int to;
  private int stepped;

  Remembered(TokenStream input, WordForms words) {
    super(input);
    this.words = words;
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
      forms = words.of(term.toString());
      next = 0;
    }
    WordForms.Form form = forms.get(next);
    clearAttributes();
    term.append(form.term());
    offset.setOffset(from, to);
    step.setPositionIncrement(next == 0 ? stepped + form.step() - 1 : form.step());
    next++;
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    forms = List.of();
    next = 0;
  }
}
