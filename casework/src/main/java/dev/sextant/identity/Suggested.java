package dev.sextant.identity;

import dev.sextant.terms.Selector;
import java.util.List;

/**
 * What a survey of the accounts proposes.
 *
 * @param suggestions pairs to look at that nobody has judged yet, the best founded first
 * @param groups accounts that are possibly one actor's, taken together
 * @param generic values that too many accounts share for them to say who is who (a switchboard's
 *     number, an office's address); named here, and no ground for any suggestion
 */
public record Suggested(
    List<Suggestion> suggestions, List<PossibleGroup> groups, List<Generic> generic) {
  /**
   * A value shared by many.
   *
   * @param selector the value
   * @param accounts how many accounts share it
   */
  public record Generic(Selector selector, int accounts) {}

  /** Copies. */
  public Suggested {
    suggestions = List.copyOf(suggestions);
    groups = List.copyOf(groups);
    generic = List.copyOf(generic);
  }
}
