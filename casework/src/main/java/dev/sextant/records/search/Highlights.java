package dev.sextant.records.search;

import dev.sextant.records.Page;
import dev.sextant.records.Record;
import dev.sextant.records.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.jspecify.annotations.Nullable;

/** Finds the places of a record's words that fit a query; the words come from the store. */
final class Highlights {
  private static final int PASSAGES = 3;

  /** Beyond this many characters nobody looks for a highlight. */
  private static final int MOST_CHARACTERS = 200_000;

  private final Terms terms;
  private final Supplier<Query> asked;
  private @Nullable Query query;

  /**
   * @param asked what was looked for; made when the first record is shown
   */
  Highlights(Supplier<Query> asked, Terms terms) {
    this.asked = asked;
    this.terms = terms;
  }

  private Query query() {
    if (query == null) {
      query = asked.get();
    }
    return query;
  }

  /* The words are cut as they were when they were indexed: by the record's own language. */
  private UnifiedHighlighter highlighter(Language language) {
    return UnifiedHighlighter.builderWithoutSearcher(terms.in(language.code()))
        .withMaxLength(MOST_CHARACTERS)
        .withBreakIterator(() -> BreakIterator.getSentenceInstance(Locale.ROOT))
        .withFormatter(new Marks())
        .build();
  }

  @SuppressWarnings("unchecked")
  List<String> of(Record record, Language language) {
    if (query() instanceof MatchAllDocsQuery) {
      return List.of();
    }
    // Evidence may hold the marks themselves; then they mean nothing and must not mislead.
    String text =
        RecordDocument.text(record)
            .replace(Page.MARK_START, '\ufffd')
            .replace(Page.MARK_END, '\ufffd');
    if (text.isEmpty()) {
      return List.of();
    }
    try {
      Object found =
          highlighter(language)
              .highlightWithoutSearcher(RecordDocument.TEXT, query(), text, PASSAGES);
      return found instanceof List<?> list ? (List<String>) list : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail to be read", e);
    }
  }

  /** Marks what fits, in each passage apart. */
  private static final class Marks extends PassageFormatter {
    @Override
    public List<String> format(Passage[] passages, String content) {
      return java.util.Arrays.stream(passages)
          .filter(p -> p.getNumMatches() > 0)
          .map(p -> marked(p, content).strip())
          .toList();
    }

    private static String marked(Passage passage, String content) {
      StringBuilder out = new StringBuilder();
      int at = passage.getStartOffset();
      for (int i = 0; i < passage.getNumMatches(); i++) {
        int start = Math.max(at, passage.getMatchStarts()[i]);
        int end = Math.min(passage.getMatchEnds()[i], passage.getEndOffset());
        if (end <= start) {
          continue; // Two terms that lie on each other.
        }
        out.append(content, at, start).append(Page.MARK_START);
        out.append(content, start, end).append(Page.MARK_END);
        at = end;
      }
      return out.append(content, at, Math.max(at, passage.getEndOffset())).toString();
    }
  }
}
