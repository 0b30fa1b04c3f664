package dev.sextant.records.search;

import dev.sextant.records.RecordFault;
import java.util.Locale;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/**
 * Expressions that stand for many words. Every word that fits is looked for, and none counts more
 * than another: a choice of the most frequent would tell of records beyond the scope.
 */
final class Patterns {
  /** A longer one is a program. */
  private static final int MOST_CHARACTERS = 100;

  /** States that making an expression deterministic may cost. */
  private static final int MOST_WORK = 2_000;

  /** A word differs from half the dictionary by two letters if it is short. */
  private static final int SHORTEST_FOR_ONE = 3;

  private static final int SHORTEST_FOR_TWO = 6;

  private Patterns() {}

  /** Characters that a word needs for so many letters that differ. */
  static int shortest(int edits) {
    return edits > 1 ? SHORTEST_FOR_TWO : SHORTEST_FOR_ONE;
  }

  /** Words that differ from one by up to so many letters; the first one is the same. */
  static Query fuzzy(String field, String word, int edits) {
    int first = word.offsetByCodePoints(0, 1);
    Automaton near =
        new LevenshteinAutomata(word.substring(first), true)
            .toAutomaton(edits, word.substring(0, first));
    return new AutomatonQuery(new Term(field, word), near);
  }

  /**
   * Words that fit a regular expression as a whole.
   *
   * @param place in what was typed
   * @throws RecordFault.BadQuery {@code SX-RECORD-PATTERN} if it is none, or costs too much
   */
  static Query regular(String field, String expression, int place) {
    if (expression.length() > MOST_CHARACTERS) {
      throw RecordFault.BadQuery.pattern(
          "too long a pattern", place, "give at most " + MOST_CHARACTERS + " characters");
    }
    try {
      Automaton typed = new RegExp(folded(expression), RegExp.NONE).toAutomaton();
      // Further forms of words begin with control characters: no pattern reaches them.
      Automaton words =
          Operations.concatenate(
              Automata.makeCharRange(' ', Character.MAX_CODE_POINT), Automata.makeAnyString());
      Automaton both = Operations.determinize(Operations.intersection(typed, words), MOST_WORK);
      return new AutomatonQuery(new Term(field, expression), both);
    } catch (TooComplexToDeterminizeException e) {
      throw RecordFault.BadQuery.pattern(
          "the pattern stands for too much", place, "write a simpler one, with fewer repetitions");
    } catch (IllegalArgumentException e) {
      throw RecordFault.BadQuery.pattern(
          "this is no regular expression", place, "check brackets and repetitions");
    }
  }

  /* Words are indexed in small letters; what follows a backslash is a class, not a letter. */
  private static String folded(String expression) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < expression.length(); i++) {
      char c = expression.charAt(i);
      boolean escaped = i > 0 && expression.charAt(i - 1) == '\\';
      out.append(escaped ? String.valueOf(c) : String.valueOf(c).toLowerCase(Locale.ROOT));
    }
    return out.toString();
  }
}
