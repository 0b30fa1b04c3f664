package dev.sextant.records.search;

import com.ibm.icu.lang.UScript;
import dev.sextant.records.text.LookAlikes;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.icu.tokenattributes.ScriptAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Puts a word together again that was cut where its script changes: a Latin word with Cyrillic
 * letters in it is one word to whoever reads it. Its pieces stay, at the same place.
 */
final class Joined extends TokenFilter {
  /** Scripts whose letters pass for each other's. */
  private static final Set<Integer> ALIKE =
      Set.of(
          UScript.LATIN,
          UScript.CYRILLIC,
          UScript.GREEK,
          UScript.ARMENIAN,
          UScript.COPTIC,
          UScript.CHEROKEE,
          UScript.COMMON);

  /** A longer row of pieces is no word. */
  private static final int MOST_PIECES = 40;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final ScriptAttribute script = addAttribute(ScriptAttribute.class);
  private final Deque<Piece> ready = new ArrayDeque<>();
  private @Nullable Piece held;

  private record Piece(String term, int from, int to, int step, int script) {
    boolean joins(Piece next) {
      return to == next.from && ALIKE.contains(script) && ALIKE.contains(next.script);
    }
  }

  Joined(TokenStream words) {
    super(words);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (ready.isEmpty()) {
      gather();
    }
    Piece next = ready.poll();
    if (next == null) {
      return false;
    }
    clearAttributes();
    term.append(next.term());
    offset.setOffset(next.from(), next.to());
    step.setPositionIncrement(next.step());
    script.setCode(next.script());
    return true;
  }

  private void gather() throws IOException {
    Piece first = held != null ? held : read();
    held = null;
    if (first == null) {
      return;
    }
    Piece next = read();
    if (next == null || !first.joins(next)) {
      held = next;
      ready.add(first);
      return;
    }
    List<Piece> row = new ArrayList<>(List.of(first));
    while (next != null && row.getLast().joins(next) && row.size() < MOST_PIECES) {
      row.add(next);
      next = read();
    }
    held = next;
    String whole = String.join("", row.stream().map(Piece::term).toList());
    if (!LookAlikes.mixed(whole)) {
      ready.addAll(row);
      return;
    }
    ready.add(new Piece(whole, first.from(), row.getLast().to(), first.step(), first.script()));
    row.forEach(p -> ready.add(new Piece(p.term(), p.from(), p.to(), 0, p.script())));
  }

  private @Nullable Piece read() throws IOException {
    return input.incrementToken()
        ? new Piece(
            term.toString(),
            offset.startOffset(),
            offset.endOffset(),
            step.getPositionIncrement(),
            script.getCode())
        : null;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    ready.clear();
    held = null;
  }
}
