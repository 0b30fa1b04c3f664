package dev.sextant.identity;

import java.util.List;

/**
 * A machine's proposal to look at two accounts. Suggested is as far as a machine goes.
 *
 * @param pair the accounts
 * @param reasons strong selectors that they share, strongest first; may be empty
 * @param likeness what speaks for and against, and what each weighs
 */
public record Suggestion(Pair pair, List<Reason> reasons, Likeness likeness) {
  /** Copies. */
  public Suggestion {
    reasons = List.copyOf(reasons);
  }
}
