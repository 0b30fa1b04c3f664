package dev.sextant.records.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;

/** Puts the remembered forms of each word in its place. */
final class Remembered extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final WordForms words;
  private final WordForms.Row forms = new WordForms.Row();
  private final BytesRef form = new BytesRef();
  private boolean first;
  private int from;
  private int to;
  private int stepped;

  Remembered(TokenStream input, WordForms words) {
    super(input);
    this.words = words;
  }

  @Override
  public boolean incrementToken() throws IOException {
    while (!forms.next(form)) {
      if (!input.incrementToken()) {
        return false;
      }
      from = offset.startOffset();
      to = offset.endOffset();
      stepped = step.getPositionIncrement();
      words.of(term, forms);
      first = true;
    }
    clearAttributes();
    char[] room = term.resizeBuffer(form.length);
    term.setLength(UnicodeUtil.UTF8toUTF16(form.bytes, form.offset, form.length, room));
    offset.setOffset(from, to);
    step.setPositionIncrement(first ? stepped + forms.step() - 1 : forms.step());
    first = false;
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    forms.clear();
  }
}
