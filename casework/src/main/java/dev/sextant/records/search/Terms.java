package dev.sextant.records.search;

import dev.sextant.records.text.LookAlikes;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * How text becomes the terms that are indexed and looked for: words by Unicode's rules (UAX 29,
 * with dictionaries for Thai, Lao, Khmer, Burmese, Chinese and Japanese), folded so that case,
 * accents, width, invisible characters and digits' scripts do not matter (UTR 30). No stop words:
 * each is a word in some language.
 *
 * <p>Beside each word, at its place, stands its stem if the text's language is known, and what it
 * looks like if it mixes scripts ({@link Forms}); the word itself is always there.
 */
final class Terms extends Analyzer {
  private final String language;
  private final Map<String, Terms> languages;
  private final @Nullable WordForms known;

  Terms() {
    this(false);
  }

  private Terms(boolean remembering) {
    this("", new TreeMap<>(), remembering);
    for (String known : Stemming.languages()) {
      languages.put(known, new Terms(known, Map.of(), remembering));
    }
  }

  private Terms(String language, Map<String, Terms> languages, boolean remembering) {
    // Streams of several fields of one document stand beside each other until it is indexed.
    super(PER_FIELD_REUSE_STRATEGY);
    this.language = language;
    this.languages = languages;
    this.known = remembering ? new WordForms(this::forms) : null;
  }

  /**
   * The same terms, for many texts of one case on one thread: what became of a word is remembered
   * until the whole is thrown away, since people say the same words again and again.
   */
  static Terms remembering() {
    return new Terms(true);
  }

  /** The terms of texts in a language; without stems where it is not known. */
  Terms in(String code) {
    return languages.getOrDefault(code, this);
  }

  /**
   * The terms of a text.
   *
   * @param plain a stream of the field's own, for texts that the short way is right for
   */
  TokenStream stream(String field, String text, PlainWords plain) {
    return known != null && PlainWords.plain(text)
        ? plain.over(known, text)
        : tokenStream(field, text);
  }

  /** A stream for {@link #stream}, of one field; of terms that remember. */
  PlainWords plain() {
    return new PlainWords(Objects.requireNonNull(known, "terms that remember"));
  }

  @Override
  protected Reader initReader(String field, Reader reader) {
    return new NormalReader(reader);
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new ICUTokenizer();
    TokenStream whole = new Joined(words);
    TokenStream out = known == null ? forms(whole) : new Remembered(whole, known);
    return new TokenStreamComponents(words, out);
  }

  /* What becomes of each word, whichever words stand beside it. */
  private TokenStream forms(TokenStream whole) {
    TokenStream forms =
        language.isEmpty() ? whole : Stemming.of(language, new KeywordRepeatFilter(whole));
    return new Forms(new ICUFoldingFilter(forms), language);
  }

  /** The words of a text as they are indexed, one a place, without their further forms. */
  List<String> of(String text) {
    return all(text, true);
  }

  private List<String> all(String text, boolean oneEach) {
    List<String> terms = new ArrayList<>();
    try (TokenStream stream = tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        if (!term.isEmpty() && (!oneEach || step.getPositionIncrement() > 0)) {
          terms.add(term.toString());
        }
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail to be read", e);
    }
    return terms;
  }

  /** The stems of a word as it was typed, in each language that has them, as they are indexed. */
  Set<String> stems(String typed) {
    Set<String> stems = new LinkedHashSet<>();
    for (Terms one : languages.values()) {
      one.all(typed, false).stream().filter(t -> t.charAt(0) == Forms.STEM).forEach(stems::add);
    }
    return stems;
  }

  /** What a folded word looks like, as words that mix scripts are indexed. */
  static String look(String word) {
    return Forms.LOOK + LookAlikes.skeleton(word);
  }
}
