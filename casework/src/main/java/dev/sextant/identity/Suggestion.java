package dev.sextant.identity;

import java.util.List;

/**
 * A machine's proposal to look at two accounts. Suggested is as far as a machine goes.
 *
 * @param pair the accounts
 * @param reasons what they share, strongest first; never empty
 */
public record Suggestion(Pair pair, List<Reason> reasons) {
  /** Copies. */
  public Suggestion {
    reasons = List.copyOf(reasons);
  }
}
