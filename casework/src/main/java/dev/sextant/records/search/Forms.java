package dev.sextant.records.search;

import dev.sextant.records.text.LookAlikes;
import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Marks a word's further forms, which stand at the word's own place: its stem with the language,
 * and what it looks like if it mixes scripts. The marks begin with control characters, so that no
 * word that anybody types meets a form by accident.
 */
final class Forms extends TokenFilter {
  /** Begins what a word looks like. */
  static final char LOOK = '\u0001';

  /** Begins a stem. */
  static final char STEM = '\u0002';

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final String language;
  private @Nullable String look;
  private @Nullable State word;

  /**
   * @param language whose stems come beside the words, those being keywords; empty if none come
   */
  Forms(TokenStream words, String language) {
    super(words);
    this.language = language;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (look != null) {
      restoreState(word);
      term.setEmpty().append(look);
      step.setPositionIncrement(0);
      look = null;
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    if (!language.isEmpty() && !keyword.isKeyword()) {
      String stem = term.toString();
      term.setEmpty().append(stem(language, stem));
      return true;
    }
    String folded = LookAlikes.folded(term.toString());
    if (folded != null) {
      look = LOOK + folded;
      word = captureState();
    }
    return true;
  }

  /** A stem as it is indexed. */
  static String stem(String language, String stem) {
    return STEM + language + '|' + stem;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    look = null;
    word = null;
  }
}
